"""Conservative regridding from longitude and latitude to EASE-Grid 2.0 cells, by exact overlap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points

LEAST_COVER = 0.5
"""A target cell needs data over at least this part of its area."""

_ROUNDING = 1e-9
_COVER_ROUNDING = 1e-6


@dataclass(frozen=True)
class _AxisWeights:
    """Overlaps along one axis, as a band: every target cell meets a few neighbouring source cells.

    Attributes
    ----------
    source : int array [target, k]
        Source cells that a target cell meets; repeated with weight 0 where it meets fewer than `k`.
    weight : array [target, k]
        Part of the target cell's extent along the axis that lies in the source cell.
    """

    source: IntArray
    weight: FloatArray

    def apply(self, values: FloatArray) -> FloatArray:
        """Return the weighted sums [.., target] over the last axis of `values` [.., source]."""
        total = values[..., self.source[:, 0]] * self.weight[:, 0]
        for k in range(1, self.weight.shape[1]):
            total += values[..., self.source[:, k]] * self.weight[:, k]
        return total


class Regridder:
    """Area-weighted means of a regular longitude-latitude grid over EASE-Grid 2.0 cells.

    In the cylindrical equal-area projection columns are proportional to longitude and rows to the sine of the
    authalic latitude, so that both grids consist of rectangles with common axes: the overlap of two cells is the
    product of an overlap of columns and one of rows, exactly, and its area in the projection is that on the
    ellipsoid (Snyder 1987, eqs. 10-13 to 10-17).

    Parameters
    ----------
    source : RasterGrid
        In degrees, north up; any turn of longitude (-180..180, 0..360); may reach half a cell beyond the poles.
    target : RasterGrid
        Window of an EASE-Grid 2.0, from :meth:`~.ease2.Grid.window`; may reach over the 180th meridian.

    Raises
    ------
    InputError
        Where the source is not geographic or the grids do not overlap.
    """

    def __init__(self, source: RasterGrid, target: RasterGrid) -> None:
        if not source.is_geographic:
            raise InputError("Only grids in longitude and latitude can be brought onto the EASE-Grid 2.0 here.")
        self.source, self.target = source, target
        self._row_window, rows = _row_weights(source, target)
        runs, columns = _column_weights(source, target)
        self._column_runs = runs
        self._rows, self._columns = rows, columns

    @property
    def source_window(self) -> tuple[slice, list[slice]]:
        """Rows, and runs of columns to be joined in this order, of the source that the target needs."""
        return self._row_window, list(self._column_runs)

    @property
    def window_shape(self) -> tuple[int, int]:
        """Rows and columns of the part of the source that the target needs."""
        columns = sum(run.stop - run.start for run in self._column_runs)
        return self._row_window.stop - self._row_window.start, columns

    @property
    def reach(self) -> FloatArray:
        """Part (0..1) of each target cell [row, column] that the source's cells cover, with or without data."""
        return np.outer(self._rows.weight.sum(axis=1), self._columns.weight.sum(axis=1))

    def cut(self, values: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
        """Return the part [.., row, column] that the target needs out of the whole source [.., row, column].

        Parameters
        ----------
        values : array [.., row, column]
            On the whole source grid.

        Returns
        -------
        array [.., row, column]
            On the window that the target needs.
        """
        return np.concatenate([values[..., self._row_window, run] for run in self._column_runs], axis=-1)

    def apply(self, values: npt.ArrayLike) -> FloatArray:
        """Return area-weighted means over the target's cells.

        Parameters
        ----------
        values : array [.., row, column]
            On the whole source grid, or its part `source_window`; NaN = missing, left out of the mean.

        Returns
        -------
        array [.., row, column]
            Float64; NaN where less than half of a cell is covered by data.
        """
        given = np.asarray(values, dtype=np.float64)
        if given.shape[-2:] == self.source.shape != self.window_shape:
            given = np.asarray(self.cut(given))
        if given.shape[-2:] != self.window_shape:
            raise ValueError(f"values are {given.shape[-2:]}, the source window is {self.window_shape}")
        valid = np.isfinite(given)
        total = self._sums(np.where(valid, given, 0.0))
        cover = self._sums(valid.astype(np.float64))
        enough = cover >= LEAST_COVER - _COVER_ROUNDING
        return np.where(enough, total / np.where(enough, cover, 1.0), np.nan)

    def _sums(self, values: FloatArray) -> FloatArray:
        """Return sums of value times part of the cell covered."""
        by_row = self._rows.apply(np.swapaxes(values, -1, -2))
        return self._columns.apply(np.swapaxes(by_row, -1, -2))


def _row_weights(source: RasterGrid, target: RasterGrid) -> tuple[slice, _AxisWeights]:
    """Return the rows that overlap the target, and their weights counted from the first of them."""
    lat = source.y_max - np.arange(source.rows + 1) * source.dy
    if lat[0] > 90.0 + source.dy or lat[-1] < -90.0 - source.dy:
        raise InputError(
            f"Latitudes {lat[-1]:g}..{lat[0]:g} reach beyond the poles: the file's rows are not latitudes."
        )
    _, y = transform_points(np.zeros(lat.size), np.clip(lat, -90.0, 90.0), GEOGRAPHIC, target.crs)
    edges = target.y_max - np.arange(target.rows + 1) * target.dy
    # Downwards: turn the sign so that both run upwards.
    overlap = _overlaps(-y, -edges)
    used = np.flatnonzero(overlap.sum(axis=0) > 0)
    if used.size == 0:
        raise InputError("The file's latitudes do not reach EXTENT: choose a place that the file covers.")
    window = slice(int(used[0]), int(used[-1]) + 1)
    return window, _banded(overlap[:, window])


def _column_weights(source: RasterGrid, target: RasterGrid) -> tuple[list[slice], _AxisWeights]:
    """Return runs of columns that overlap the target, from west to east, and the weights over the joined runs."""
    metres_per_degree = transform_points(1.0, 0.0, GEOGRAPHIC, target.crs)[0]
    edges = (target.x_min + np.arange(target.columns + 1) * target.dx) / float(metres_per_degree)
    lon = source.x_min + np.arange(source.columns + 1) * source.dx
    if lon[-1] - lon[0] > 360.0 + 1.5 * source.dx:
        raise InputError("The file's longitudes span more than one turn: its columns are not longitudes.")
    # Some files repeat the first column at the end: it counts once.
    columns = source.columns - int(lon[-1] - lon[0] > 360.0 + 0.5 * source.dx)
    lon = lon[: columns + 1]
    first_turn = int(np.floor((edges[0] - lon[-1]) / 360.0))
    runs: list[slice] = []
    parts: list[FloatArray] = []
    for turn in range(first_turn, first_turn + 4):
        overlap = _overlaps(lon + 360.0 * turn, edges)
        used = np.flatnonzero(overlap.sum(axis=0) > 0)
        if used.size:
            run = slice(int(used[0]), int(used[-1]) + 1)
            runs.append(run)
            parts.append(overlap[:, run])
    if not runs:
        raise InputError("The file's longitudes do not reach EXTENT: choose a place that the file covers.")
    return runs, _banded(np.concatenate(parts, axis=1))


def _overlaps(source: FloatArray, target: FloatArray) -> FloatArray:
    """Return the part of each target interval that lies in each source interval [target, source].

    Both are edges that rise; slivers that come from rounding count as none.
    """
    upper = np.minimum(target[1:, None], source[None, 1:])
    lower = np.maximum(target[:-1, None], source[None, :-1])
    part = (upper - lower) / np.diff(target)[:, None]
    return np.where(part > _ROUNDING, part, 0.0)


def _banded(overlap: FloatArray) -> _AxisWeights:
    """Return a matrix of overlaps [target, source] as a band."""
    met = overlap > 0
    first = np.argmax(met, axis=1)
    last = overlap.shape[1] - 1 - np.argmax(met[:, ::-1], axis=1)
    width = int(np.where(met.any(axis=1), last - first + 1, 1).max())
    source = np.minimum(first[:, None] + np.arange(width), overlap.shape[1] - 1)
    weight = np.take_along_axis(overlap, source, axis=1)
    repeated = first[:, None] + np.arange(width) > overlap.shape[1] - 1
    return _AxisWeights(source, np.where(repeated, 0.0, weight))

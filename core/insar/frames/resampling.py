"""Interferograms on other cells than the stack's (another UTM zone, a shifted lattice), brought to the stack's."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...files.raster import RasterGrid
from ...geodesy import transform_points
from .layers import Array, Source, grid_of_source, window_of_raster
from .pairs import PairFiles
from .placement import warp

_LEAST_RATIO, _LARGEST_RATIO = 0.8, 1.25
"""Sizes of cells that bilinear resampling serves: finer ones would be thinned, coarser ones made up."""
_SIDE = 21
"""Places along each side of a grid at which its outline is looked up in the other system."""
_MARGIN = 2
"""Cells around a window that interpolation and the curvature of its sides need."""
_MOST_LARGER = 4.0


class Resampled:
    """A raster or layer on the cells of another grid, between its own cells' centres.

    Parameters
    ----------
    source : Path or Layer
        0 is no data.
    grid : RasterGrid
        Wanted.
    """

    def __init__(self, source: Source, grid: RasterGrid) -> None:
        self._source, self._own, self._grid = source, grid_of_source(source), grid

    @property
    def name(self) -> str:
        """Name of the raster."""
        return self._source.name

    def grid(self) -> RasterGrid:
        """Return the wanted grid."""
        return self._grid

    def read(self, rows: slice, columns: slice) -> Array:
        """Return a window; 0 is no data."""
        target = self._grid.window(rows.start, columns.start, rows.stop - rows.start, columns.stop - columns.start)
        x, y = _outline(target, self._own.crs)
        row, last_row = _cells((self._own.y_max - y) / self._own.dy, self._own.rows)
        column, last_column = _cells((x - self._own.x_min) / self._own.dx, self._own.columns)
        if row >= last_row or column >= last_column:
            return np.zeros(target.shape, dtype=np.float32)
        part = slice(row, last_row), slice(column, last_column)
        values = window_of_raster(self._source, *part) if isinstance(self._source, Path) else self._source.read(*part)
        values = np.where(values == 0, np.nan, values.astype(np.float32))
        own = self._own.window(row, column, last_row - row, last_column - column)
        return np.nan_to_num(warp(values, own, target, "bilinear"))


def resampled(pair: PairFiles, grid: RasterGrid, lattice: RasterGrid) -> tuple[PairFiles, RasterGrid] | None:
    """Return a pair on the cells of a lattice, and which cells; None where its cells are of another size or kind.

    Parameters
    ----------
    pair : PairFiles
        On other cells.
    grid : RasterGrid
        Of them.
    lattice : RasterGrid
        Cells that are wanted, of any extent.
    """
    if grid.is_geographic != lattice.is_geographic:
        return None
    if not all(_LEAST_RATIO <= ratio <= _LARGEST_RATIO for ratio in (grid.dx / lattice.dx, grid.dy / lattice.dy)):
        return None
    try:
        x, y = _outline(grid, lattice.crs)
    except InputError:
        return None
    row, last_row = (
        math.floor((lattice.y_max - y.max()) / lattice.dy),
        math.ceil((lattice.y_max - y.min()) / lattice.dy),
    )
    column, last_column = (
        math.floor((x.min() - lattice.x_min) / lattice.dx),
        math.ceil((x.max() - lattice.x_min) / lattice.dx),
    )
    rows, columns = last_row - row, last_column - column
    if rows * columns > _MOST_LARGER * grid.rows * grid.columns:
        return None
    wanted = lattice.window(row, column, rows, columns)
    coherence = None if pair.coherence is None else Resampled(pair.coherence, wanted)
    return dataclasses.replace(pair, unwrapped=Resampled(pair.unwrapped, wanted), coherence=coherence), wanted


def _outline(grid: RasterGrid, crs: str) -> tuple[FloatArray, FloatArray]:
    """Return places along the sides of a grid in a reference system.

    Raises
    ------
    InputError
        Where they cannot be expressed in it.
    """
    part = np.linspace(0.0, 1.0, _SIDE)
    x = grid.x_min + part * grid.columns * grid.dx
    y = grid.y_max - part * grid.rows * grid.dy
    side_x = np.concatenate([x, x, np.full(_SIDE, x[0]), np.full(_SIDE, x[-1])])
    side_y = np.concatenate([np.full(_SIDE, y[0]), np.full(_SIDE, y[-1]), y, y])
    found_x, found_y = transform_points(side_x, side_y, grid.crs, crs)
    if not (np.isfinite(found_x).all() and np.isfinite(found_y).all()):
        raise InputError("its raster lies where the frame's reference system does not reach")
    return found_x, found_y


def _cells(places: FloatArray, size: int) -> tuple[int, int]:
    return max(0, math.floor(places.min()) - _MARGIN), min(size, math.ceil(places.max()) + _MARGIN)

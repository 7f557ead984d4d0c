"""The mean series of an area out of any file with a time axis."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.points import POINT, is_points, read_places
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points
from ..grid.regions import Polygons, cell_fractions
from .points import PixelSeries

_LONGEST_EDGE_DEG = 0.05
_TOGETHER = 4096
"""Points that are read together: those that a file stores together."""


def read_area(path: Path, ring: npt.ArrayLike, variables: tuple[str, ...]) -> tuple[list[PixelSeries], int]:
    """Return the mean over a polygon of variables along time, each cell weighted by its part inside.

    Parameters
    ----------
    path : Path
        Any file of ours with a time axis.
    ring : array [vertex, 2]
        Corners of the polygon in longitude and latitude; closed or not, either way round.
    variables : tuple of str
        To read; those that the file lacks are left out.

    Returns
    -------
    series : list of PixelSeries
        At every date the mean over the cells that have a value then. How well a mean is known does not follow
        from how well its cells are: ``std`` is None.
    n_cells : int
        Cells that the polygon touches and that have a value at any date.

    Raises
    ------
    InputError
        Where the polygon has no area or lies outside the file.
    """
    polygon = _polygon(np.asarray(ring, dtype=np.float64), str(path))
    with netcdf.open_chain_file(path) as dataset:
        if is_points(dataset):
            return _mean_of_points(dataset, polygon.rings[0], variables, str(path))
        grid = netcdf.read_grid(dataset)
        rows, columns, part = _window(grid, polygon.rings[0], str(path))
        weights = cell_fractions(polygon, part)
        days = netcdf.read_days(dataset)
        found, seen = [], np.zeros(part.shape, dtype=bool)
        for name in variables:
            if name not in dataset.variables:
                continue
            variable = dataset.variables[name]
            values = np.full(days.size, np.nan)
            for number in range(days.size):
                field = _field(dataset, name, number, rows, columns)
                seen |= np.isfinite(field) & (weights > 0)
                values[number] = _weighted_mean(field, weights)
            units, long_name = netcdf.attribute(variable, "units"), netcdf.attribute(variable, "long_name")
            found.append(PixelSeries(name, days, values, None, units, long_name=long_name or name))
    return found, int(np.count_nonzero(seen))


def _mean_of_points(
    dataset: Dataset, ring: FloatArray, variables: tuple[str, ...], source: str
) -> tuple[list[PixelSeries], int]:
    """Return the mean of the points in a ring at every date, and their number."""
    chosen = np.flatnonzero(points_in_ring(*read_places(dataset), ring))
    if not chosen.size:
        raise InputError(f"No point of {source} lies in the area: draw it around points.")
    days = netcdf.read_days(dataset)
    found, seen = [], np.zeros(chosen.size, dtype=bool)
    for name in variables:
        if name not in dataset.variables or dataset[name].dimensions != ("time", POINT):
            continue
        total, count = np.zeros(days.size), np.zeros(days.size)
        for start in range(int(chosen[0]) // _TOGETHER * _TOGETHER, int(chosen[-1]) + 1, _TOGETHER):
            inside = (chosen >= start) & (chosen < start + _TOGETHER)
            if inside.any():
                block = netcdf.read_float(dataset, name, (slice(None), slice(start, start + _TOGETHER)))
                values = block[:, chosen[inside] - start]
                there = np.isfinite(values)
                total += np.where(there, values, 0.0).sum(axis=1)
                count += there.sum(axis=1)
                seen[inside] |= there.any(axis=0)
        mean = np.where(count > 0, total / np.maximum(count, 1), np.nan)
        units, long_name = (netcdf.attribute(dataset[name], key) for key in ("units", "long_name"))
        found.append(PixelSeries(name, days, mean, None, units, long_name=long_name or name))
    return found, int(np.count_nonzero(seen))


def points_in_ring(lon: FloatArray, lat: FloatArray, ring: FloatArray) -> BoolArray:
    """Return which points lie in a closed ring of corners [vertex, 2], all in degrees: an odd number of crossings.

    Parameters
    ----------
    lon, lat : array [point]
        Any turn of longitude.
    ring : array [vertex, 2]
        Its last corner is its first; either way round.

    Returns
    -------
    bool array [point]
        True inside.
    """
    middle = float(ring[:, 0].mean())
    near = middle + np.mod(lon - middle + 180.0, 360.0) - 180.0
    inside = np.zeros(lon.shape, dtype=bool)
    for (x0, y0), (x1, y1) in zip(ring[:-1], ring[1:]):
        if y0 == y1:
            continue
        crosses = (lat >= min(y0, y1)) & (lat < max(y0, y1))
        inside ^= crosses & (near < x0 + (lat - y0) * (x1 - x0) / (y1 - y0))
    return inside


def _field(dataset: Dataset, name: str, number: int, rows: slice, columns: slice) -> FloatArray:
    """Values [row, column] of a date; of files with members their mean."""
    values = netcdf.read_float(dataset, name, (..., number, rows, columns))
    return values if values.ndim == 2 else values.mean(axis=0)


def _weighted_mean(field: FloatArray, weights: FloatArray) -> float:
    there = np.isfinite(field) & (weights > 0)
    total = float(weights[there].sum())
    return float(np.sum(field[there] * weights[there]) / total) if total > 0 else np.nan


def _polygon(ring: FloatArray, source: str) -> Polygons:
    if len(ring) < 3:
        raise InputError("An area needs at least three corners.")
    closed = ring if np.array_equal(ring[0], ring[-1]) else np.concatenate([ring, ring[:1]])
    x, y = (closed - closed[0]).T
    area = 0.5 * float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))
    if area == 0:
        raise InputError("The corners lie on one line: draw an area.")
    return Polygons((_with_more_corners(closed if area > 0 else closed[::-1]),), source)


def _with_more_corners(ring: FloatArray) -> FloatArray:
    """Return the ring with corners added, so that its edges may be drawn straight in any projection."""
    parts = [
        np.linspace(start, end, 1 + int(np.ceil(np.abs(end - start).max() / _LONGEST_EDGE_DEG)), endpoint=False)
        if np.any(start != end)
        else start[None]
        for start, end in zip(ring[:-1], ring[1:])
    ]
    return np.concatenate([*parts, ring[-1:]])


def _window(grid: RasterGrid, ring: FloatArray, source: str) -> tuple[slice, slice, RasterGrid]:
    """Return rows, columns and grid of the cells around the ring; only they are read."""
    x, y = ring.T
    if not grid.is_geographic:
        x, y = transform_points(x, y, GEOGRAPHIC, grid.crs)
    row, column = grid.index(x, y)
    first_row, last_row = max(0, int(row.min())), min(grid.rows, int(row.max()) + 1)
    first_column, last_column = max(0, int(column.min())), min(grid.columns, int(column.max()) + 1)
    if first_row >= last_row or first_column >= last_column:
        raise InputError(f"The area lies outside {source}: draw it on the file's layer.")
    part = grid.window(first_row, first_column, last_row - first_row, last_column - first_column)
    return slice(first_row, last_row), slice(first_column, last_column), part

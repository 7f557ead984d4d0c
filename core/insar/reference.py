"""The reference area: the few pixels to which all displacement is relative."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InputError
from ..netcdf import ReferenceArea
from ..projections import transform_points
from ..raster import GEOGRAPHIC, RasterGrid
from .placement import describe

_KM_PER_DEGREE = 111.195


@dataclass(frozen=True)
class Window:
    """Rows and columns of a grid, ends exclusive."""

    row: int
    row_stop: int
    column: int
    column_stop: int

    @property
    def rows(self) -> slice:
        """The rows."""
        return slice(self.row, self.row_stop)

    @property
    def columns(self) -> slice:
        """The columns."""
        return slice(self.column, self.column_stop)


def window_of(grid: RasterGrid, area: ReferenceArea) -> Window:
    """Return the pixels of a reference area: those whose centres lie in it, at least the one at its centre.

    Raises
    ------
    InputError
        Where the area lies outside the grid.
    """
    return _window(grid, area.lon_min, area.lon_max, area.lat_min, area.lat_max)


def window_at(grid: RasterGrid, place: tuple[float, ...], size_km: float) -> Window:
    """Return the pixels of a place given by the user.

    Parameters
    ----------
    grid : RasterGrid
        Of the stack.
    place : tuple of 2 or 4 floats
        ``lon, lat`` of the centre, or ``lon_min, lon_max, lat_min, lat_max``, in degrees.
    size_km : float
        Length of the area's sides about a point.

    Raises
    ------
    InputError
        Where the place is none, or lies outside the grid.
    """
    if len(place) not in (2, 4) or not all(map(math.isfinite, place)):
        raise InputError(f"REFERENCE {place} is neither lon, lat nor lon_min, lon_max, lat_min, lat_max in degrees.")
    if len(place) == 4:
        lon_min, lon_max, lat_min, lat_max = place
        if lon_min > lon_max or lat_min > lat_max:
            raise InputError(f"REFERENCE {place}: lon_min, lon_max, lat_min, lat_max are not in order.")
        return _window(grid, lon_min, lon_max, lat_min, lat_max)
    lon, lat = place
    half_lat = size_km / 2 / _KM_PER_DEGREE
    half_lon = half_lat / max(0.01, math.cos(math.radians(lat)))
    return _window(grid, lon - half_lon, lon + half_lon, lat - half_lat, lat + half_lat)


def _window(grid: RasterGrid, lon_min: float, lon_max: float, lat_min: float, lat_max: float) -> Window:
    # The middles of the west, east, south and north side: exact in degrees, and nearly so in a projection.
    lon, lat = (lon_min + lon_max) / 2, (lat_min + lat_max) / 2
    x, y = np.array([lon_min, lon_max, lon, lon]), np.array([lat, lat, lat_min, lat_max])
    if not grid.is_geographic:
        x, y = transform_points(x, y, GEOGRAPHIC, grid.crs)
    column = _inside(float(x[0]), float(x[1]), grid.x_min, grid.dx, grid.columns)
    row = _inside(-float(y[3]), -float(y[2]), -grid.y_max, grid.dy, grid.rows)
    if column is None or row is None:
        raise InputError(
            f"REFERENCE {lon_min:.6g}..{lon_max:.6g} E, {lat_min:.6g}..{lat_max:.6g} N lies outside the stack, which "
            f"covers {describe(grid)}."
        )
    return Window(*row, *column)


def _inside(low: float, high: float, start: float, step: float, size: int) -> tuple[int, int] | None:
    """First and last (exclusive) cell whose centre lies in low..high; else the cell that holds the middle."""
    slack = 1e-6  # of a cell: edges written to a file and read again stay the same
    first = max(0, math.ceil((low - start) / step - 0.5 - slack))
    last = min(size, math.floor((high - start) / step - 0.5 + slack) + 1)
    if first < last:
        return first, last
    cell = math.floor(((low + high) / 2 - start) / step)
    return (cell, cell + 1) if 0 <= cell < size else None


def area_of(grid: RasterGrid, window: Window, los_up: float) -> ReferenceArea:
    """Return the window's edges in degrees as the reference area."""
    west, east = (grid.x_min + c * grid.dx for c in (window.column, window.column_stop))
    south, north = (grid.y_max - r * grid.dy for r in (window.row_stop, window.row))
    x = np.array([west, east, (west + east) / 2, (west + east) / 2])
    y = np.array([(south + north) / 2, (south + north) / 2, south, north])
    if not grid.is_geographic:
        x, y = transform_points(x, y, grid.crs, GEOGRAPHIC)
    return ReferenceArea(float(x[0]), float(x[1]), float(y[2]), float(y[3]), los_up)


@dataclass(frozen=True)
class Quality:
    """What the choice of a reference rests on, per pixel [row, column].

    Attributes
    ----------
    n_pairs : int array
        Pairs in use that have data.
    coherence : array
        Mean over the pairs, 0 to 1; NaN where unknown.
    n_errors, n_loops : int array
        Loops that miss closure by more than half a turn; loops.
    closure_squares : array
        Sum of squared closures in rad^2.
    rate : array
        Rough velocity relative to the frame's mean (any unit); NaN where unknown.
    """

    n_pairs: IntArray
    coherence: FloatArray
    n_errors: IntArray
    n_loops: IntArray
    closure_squares: FloatArray
    rate: FloatArray


def choose_window(grid: RasterGrid, quality: Quality, size_km: float) -> Window:
    """Return the best reference area.

    Among all windows of the wanted size: those as complete as the most complete (within 1 %); of these those with
    hardly more loop errors than the fewest; of these the half that moves most like the frame's median (a subsiding
    town is coherent, but no reference); of these the one with the smallest ratio of closure to coherence, the
    northernmost and westernmost of equals.

    Raises
    ------
    InputError
        Where no pixel has data.
    """
    height, width = _window_size(grid, size_km)
    filled = _box_sum(quality.n_pairs, height, width)
    if filled.max() == 0:
        raise InputError("No pixel has data in the interferograms that are left: relax the limits of the check.")
    good = filled >= 0.99 * filled.max()
    loops = np.maximum(_box_sum(quality.n_loops, height, width), 1)
    error_rate = _box_sum(quality.n_errors, height, width) / loops
    good &= error_rate <= error_rate[good].min() + 1e-3
    distance = np.abs(_box_mean(quality.rate, height, width) - _median(quality.rate))
    distance = np.where(np.isnan(distance), np.inf, distance)
    good &= distance <= np.median(distance[good])
    closure = np.sqrt(np.maximum(_box_sum(quality.closure_squares, height, width), 0.0) / loops)
    coherence = _box_mean(quality.coherence, height, width)
    score = (closure + 1e-3) / np.where(coherence > 0, coherence, 0.01)
    score = np.where(good, score, np.inf)
    row, column = np.unravel_index(int(np.argmin(score)), score.shape)
    return Window(int(row), int(row) + height, int(column), int(column) + width)


def _window_size(grid: RasterGrid, size_km: float) -> tuple[int, int]:
    """Rows and columns of the window: odd, so that it has a middle, and no larger than the grid."""
    if grid.is_geographic:
        middle = math.radians(grid.y_max - grid.rows * grid.dy / 2)
        pixel = grid.dy * _KM_PER_DEGREE, grid.dx * _KM_PER_DEGREE * max(0.01, math.cos(middle))
    else:
        pixel = grid.dy / 1000, grid.dx / 1000
    rows, columns = (2 * int(size_km / cell / 2) + 1 for cell in pixel)
    return min(rows, grid.rows), min(columns, grid.columns)


def _box_sum(values: FloatArray | IntArray, height: int, width: int) -> FloatArray:
    """Return the sums over all windows [row - height + 1, column - width + 1]; missing values count nothing."""
    clean = np.where(np.isfinite(values), values, 0).astype(np.float64)
    total = np.zeros((clean.shape[0] + 1, clean.shape[1] + 1))
    total[1:, 1:] = clean.cumsum(axis=0).cumsum(axis=1)
    return total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]


def _box_mean(values: FloatArray, height: int, width: int) -> FloatArray:
    count = _box_sum(np.isfinite(values).astype(np.float64), height, width)
    return np.where(count > 0.5, _box_sum(values, height, width) / np.maximum(count, 1), np.nan)


def _median(values: FloatArray) -> float:
    there: BoolArray = np.isfinite(values)
    return float(np.median(values[there])) if there.any() else 0.0

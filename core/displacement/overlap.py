"""What two series have in common in space and time, and reading the second on the grid and dates of the first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.raster import RasterGrid
from ..grid.reference_pixels import ReferencePixels, pixels_of_mask
from ..work.blocks import RowBlock

_ON_A_CELL = 1e-3  # of a cell: nearer to a centre than this, the cell is taken as it is


@dataclass(frozen=True)
class _Axis:
    """Two neighbours in the other grid and the weight of the second, for each cell of the result along one axis."""

    index: IntArray
    weight: FloatArray

    def part(self, cells: slice) -> tuple[IntArray, FloatArray]:
        return self.index[cells], self.weight[cells]


@dataclass(frozen=True)
class Overlap:
    """The part of a grid that another one covers.

    Attributes
    ----------
    grid : RasterGrid
        Of the result: a window of the first grid.
    row, column : int
        First cell of the window in the first grid.
    """

    grid: RasterGrid
    row: int
    column: int
    _rows: _Axis
    _columns: _Axis

    def window(self, block: RowBlock) -> tuple[slice, slice]:
        """Return rows and columns of the first grid for rows of the result."""
        return (
            slice(self.row + block.start, self.row + block.stop),
            slice(self.column, self.column + self.grid.columns),
        )

    def read(self, dataset: Dataset, name: str, block: RowBlock) -> FloatArray:
        """Return a variable of the second file [.., row, column] at the cells of the result, bilinearly interpolated.

        NaN where one of the four neighbours that count is missing.
        """
        rows, down = self._rows.part(block.rows)
        columns, right = self._columns.index, self._columns.weight
        low, high = int(rows.min()), int(rows.max()) + 2
        left, far = int(columns.min()), int(columns.max()) + 2
        values = netcdf.read_float(dataset, name, (..., slice(low, high), slice(left, far)))
        across = _mix(values, columns - left, right, axis=-1)
        return _mix(across, rows - low, down, axis=-2)

    def pixels_of(self, grid: RasterGrid, pixels: ReferencePixels) -> ReferencePixels | None:
        """Return the pixels of the result whose centres lie in `pixels` of a track's grid; None where none do."""
        # No more of the result is looked at than the window covers.
        x = grid.x_min + np.array([pixels.columns.start, pixels.columns.stop]) * grid.dx
        y = grid.y_max - np.array([pixels.rows.start, pixels.rows.stop]) * grid.dy
        (top, bottom), (left, right) = self.grid.index(x, y)
        rows = np.arange(max(0, top), min(self.grid.rows, bottom + 1))
        columns = np.arange(max(0, left), min(self.grid.columns, right + 1))
        if not rows.size or not columns.size:
            return None
        row, column = grid.index(self.grid.x[columns], self.grid.y[rows])
        inside = pixels.holds(row[:, None], column[None, :])
        return pixels_of_mask(inside, int(rows[0]), int(columns[0]))


def _mix(values: FloatArray, index: IntArray, weight: FloatArray, axis: int) -> FloatArray:
    """Interpolate along an axis; a neighbour of weight 0 does not count even where it is missing."""
    shape = [1, 1]
    shape[axis] = weight.size
    share = weight.reshape(shape)
    second = np.minimum(index + 1, values.shape[axis] - 1)
    a, b = np.take(values, index, axis=axis), np.take(values, second, axis=axis)
    return np.asarray(np.where(share == 0, a, (1 - share) * a + share * b))


def overlap_of(first: Dataset, second: Dataset) -> Overlap:
    """Return where two files overlap.

    Raises
    ------
    InputError
        Where they do not, or have different reference systems.
    """
    own, other = netcdf.read_grid(first), netcdf.read_grid(second)
    if own.is_geographic != other.is_geographic or (not own.is_geographic and own.crs != other.crs):
        raise InputError(
            f"{first.filepath()} and {second.filepath()} have different reference systems: import both in the same."
        )
    columns = _axis((own.x - other.x[0]) / other.dx, other.columns)
    rows = _axis((other.y[0] - own.y) / other.dy, other.rows)
    if columns is None or rows is None:
        raise InputError(f"{first.filepath()} and {second.filepath()} do not overlap: choose tracks of the same area.")
    column, across = columns
    row, down = rows
    grid = own.window(row, column, down.index.size, across.index.size)
    return Overlap(grid, row, column, down, across)


def _axis(place: FloatArray, size: int) -> tuple[int, _Axis] | None:
    """First cell inside and the neighbours, for places counted in cells from the other grid's first centre."""
    nearest = np.round(place)
    place = np.where(np.abs(place - nearest) < _ON_A_CELL, nearest, place)
    inside = np.flatnonzero((place >= 0) & (place <= size - 1))
    if not inside.size:
        return None
    chosen = place[inside[0] : inside[-1] + 1]
    index = np.floor(chosen).astype(np.intp)
    return int(inside[0]), _Axis(index, chosen - index)


@dataclass(frozen=True)
class TimeMatch:
    """Dates of the first series that the second covers.

    Attributes
    ----------
    days : array [time]
        Days since 2000-01-01 of the result.
    own : int array [time]
        Their numbers in the first series.
    before : int array [time]
        Number of the date of the second series at or before each.
    weight : array [time]
        Of the date after it.
    n_left_out : int
        Dates of the first series inside the second's span that are left out.
    """

    days: FloatArray
    own: IntArray
    before: IntArray
    weight: FloatArray
    n_left_out: int

    def interpolate(self, values: FloatArray, squared: bool = False) -> FloatArray:
        """Return the second series [its time, ..] at the result's dates; of variances where `squared`."""
        share = self.weight.reshape(-1, *[1] * (values.ndim - 1))
        after = np.minimum(self.before + 1, len(values) - 1)
        a, b = values[self.before], values[after]
        early, late = ((1 - share) ** 2, share**2) if squared else (1 - share, share)
        return np.asarray(np.where(share == 0, a, early * a + late * b))


def match_times(first: Dataset, second: Dataset, max_gap_days: float) -> TimeMatch:
    """Return the dates that two series have in common.

    Raises
    ------
    InputError
        Where fewer than two dates are left.
    """
    own, other = netcdf.read_days(first), netcdf.read_days(second)
    before = np.searchsorted(other, own, side="right") - 1
    within = np.flatnonzero((own >= other[0]) & (own <= other[-1]))
    index = before[within]
    after = np.minimum(index + 1, other.size - 1)
    exact = own[within] == other[index]
    interval = np.where(exact, 0.0, other[after] - other[index])
    weight = np.where(exact, 0.0, (own[within] - other[index]) / np.where(interval > 0, interval, 1.0))
    good: npt.NDArray[np.bool_] = interval <= max_gap_days
    if np.count_nonzero(good) < 2:
        raise InputError(
            f"{first.filepath()} ({date_of(own[0])} to {date_of(own[-1])}) and {second.filepath()} "
            f"({date_of(other[0])} to {date_of(other[-1])}) have fewer than two dates in common: choose series of the "
            "same years, or a larger MAX_GAP."
        )
    chosen = within[good]
    return TimeMatch(own[chosen], chosen, index[good], weight[good], int(np.count_nonzero(~good)))

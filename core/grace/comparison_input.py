"""What a comparison reads: the cells and months that analysis and GRACE have in common, and their means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import TIME_UNITS, date_of
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS, TWS_ANALYSIS, TWS_OPEN_LOOP
from ..files.raster import RasterGrid
from ..grid.ease2 import Grid, grid_of_cells
from ..work.blocks import RowBlock, row_blocks
from ..work.progress import Progress, stop_if_cancelled
from .importing import read_unused_days
from .months import label
from .windows import sampling

SERIES = {"open_loop": TWS_OPEN_LOOP, "analysis": TWS_ANALYSIS}
BLOCK_MB = 256.0
_FEW_MONTHS = 12


@dataclass(frozen=True)
class Cells:
    """The cells that both files have, as windows of each.

    Attributes
    ----------
    grid : RasterGrid
        Of the common cells.
    name : str
        EASE-Grid 2.0: ``M25``, ``M36``, ``M09``.
    first : dict
        Row and column of the first common cell in the ``analysis`` and in ``grace``.
    """

    grid: RasterGrid
    name: str
    first: dict[str, tuple[int, int]]

    def window(self, which: str, block: RowBlock | None = None) -> tuple[slice, slice]:
        """Return rows and columns of a block of the common cells (of all where None) in a file."""
        row, column = self.first[which]
        some = RowBlock(0, self.grid.rows) if block is None else block
        return slice(row + some.start, row + some.stop), slice(column, column + self.grid.columns)


@dataclass(frozen=True)
class Months:
    """The solutions that can be compared.

    Attributes
    ----------
    index : array [month]
        Their places in the GRACE file.
    number : array [month]
        GRACE months.
    windows : array [month, 2]
        Days since 2000-01-01.
    unused : list of tuple of int
        Days left out.
    """

    index: IntArray
    number: IntArray
    windows: FloatArray
    unused: list[tuple[int, ...]]


def common_cells(analysis: Dataset, grace: Dataset) -> Cells:
    """Return the cells that two open files have in common.

    Raises
    ------
    InputError
        Where their grids differ or they have none.
    """
    ours, theirs = netcdf.read_grid(analysis), netcdf.read_grid(grace)
    whole, row_a, column_a = grid_of_cells(ours)
    other, row_g, column_g = grid_of_cells(theirs)
    if other.name != whole.name:
        raise InputError(
            f"The analysis is on the EASE-Grid 2.0 {whole.name}, GRACE on {other.name}: import GRACE with "
            f"GRID = {whole.name}."
        )
    column_g += turn_between(whole, column_a, column_g)
    row, column = max(row_a, row_g), max(column_a, column_g)
    rows = min(row_a + ours.rows, row_g + theirs.rows) - row
    columns = min(column_a + ours.columns, column_g + theirs.columns) - column
    if rows <= 0 or columns <= 0:
        raise InputError("GRACE and the analysis have no cell in common: import GRACE with an EXTENT that holds it.")
    first = {"analysis": (row - row_a, column - column_a), "grace": (row - row_g, column - column_g)}
    return Cells(whole.window(row, column, rows, columns), whole.name, first)


def turn_between(whole: Grid, column: int, other: int) -> int:
    """Return the turn, in columns, that brings `other` next to `column`.

    Windows over the 180th meridian count columns beyond the last: the same cells may be a turn apart.
    """
    return min((0, -whole.columns, whole.columns), key=lambda turn: abs(other + turn - column))


def common_months(analysis: Dataset, grace: Dataset, max_gap_days: float, warnings: list[str]) -> Months:
    """Return the solutions whose days the analysis samples well enough.

    Raises
    ------
    InputError
        Where there is none.
    """
    days = netcdf.read_days(analysis)
    windows, numbers, unused = read_months(grace)
    quality = sampling(days, windows, unused)
    good = quality.longest_gap <= max_gap_days
    partly = ~good & (windows[:, 1] > days.min()) & (windows[:, 0] <= days.max())
    if partly.any():
        listed = ", ".join(f"{label(int(numbers[i]))} ({quality.longest_gap[i]:.0f} d)" for i in np.flatnonzero(partly))
        warnings.append(
            f"Left out, because the analysis has a gap of more than {max_gap_days:g} days there (counted twice at its "
            f"ends): {listed}."
        )
    if not good.any():
        raise InputError(
            f"There is no month in common: GRACE has {date_of(windows[:, 0].min())} to "
            f"{date_of(windows[:, 1].max() - 1)}, the analysis {date_of(days.min())} to {date_of(days.max())}, and no "
            f"month has gaps of at most {max_gap_days:g} days. Import GRACE for these dates, or raise MAX_GAP."
        )
    if good.sum() < _FEW_MONTHS:
        warnings.append(f"Only {int(good.sum())} months are in common: R and ubRMSD say little.")
    index = np.flatnonzero(good)
    return Months(index, numbers[index], windows[index], [unused[i] for i in index])


def months_with_values(grace: Dataset, cells: Cells, months: Months, warnings: list[str]) -> Months:
    """Return the months in which GRACE has a value in the common cells; the others are named, and gaps.

    Raises
    ------
    InputError
        Where there is none.
    """
    window = cells.window("grace")
    there = np.array([np.isfinite(netcdf.read_float(grace, TWS, (int(i), *window))).any() for i in months.index])
    if there.all():
        return months
    empty = ", ".join(label(int(month)) for month in months.number[~there])
    if not there.any():
        raise InputError(f"{grace.filepath()} has no value in the common cells in any common month: import it again.")
    warnings.append(f"Left out, because GRACE has no value anywhere in the common cells: {empty}.")
    kept = np.flatnonzero(there)
    return Months(months.index[kept], months.number[kept], months.windows[kept], [months.unused[i] for i in kept])


def read_months(grace: Dataset) -> tuple[FloatArray, IntArray, list[tuple[int, ...]]]:
    """Return days [month, 2], GRACE months [month] and unused days of all solutions in a storage file."""
    if "time_bnds" not in grace.variables or "grace_month" not in grace.variables:
        raise InputError(f"{grace.filepath()} does not say which days its months used: make it with Import GRACE.")
    numbers = np.atleast_1d(netcdf.read(grace, "grace_month")).astype(np.int64)
    if np.unique(numbers).size < numbers.size:
        raise InputError(
            f"{grace.filepath()} has several solutions in one month (daily or weekly ones): compare with monthly "
            "solutions, which GRACE's centres give with their days."
        )
    windows = netcdf.read_days(grace, "time_bnds", TIME_UNITS).reshape(-1, 2)
    return windows, numbers, read_unused_days(grace, numbers)


def weighted_series(
    analysis: Dataset, variable: str, weights: FloatArray, row: int, column: int, *, progress: Progress
) -> tuple[FloatArray, float]:
    """Return a weighted mean [time] over the cells that are there at all times, and their part of the weight.

    Parameters
    ----------
    analysis : netCDF4.Dataset
        Open file.
    variable : str
        [time, y, x].
    weights : array [row, column]
        Of a window of its cells; those of a filter may be negative.
    row, column : int
        First cell of the window.
    progress : Progress
        To stop when the user cancels.
    """
    total, there, squares = np.zeros(len(analysis.dimensions["time"])), 0.0, 0.0
    used = np.flatnonzero(weights.any(axis=1))
    if used.size == 0:
        return np.full(total.shape, np.nan), 0.0
    for block in row_blocks(used[-1] + 1 - used[0], 8.0 * 2 * total.size * weights.shape[1], BLOCK_MB):
        stop_if_cancelled(progress)
        rows = slice(used[0] + block.start, used[0] + block.stop)
        window = (slice(row + rows.start, row + rows.stop), slice(column, column + weights.shape[1]))
        values = netcdf.read_float(analysis, variable, (slice(None), *window))
        part = np.where(np.isfinite(values).all(axis=0), weights[rows], 0.0)
        total += np.einsum("tij,ij->t", np.where(part != 0, values, 0.0), part)
        there += float(part.sum())
        squares += float(np.sum(part**2))
    part_there = min(squares / float(np.sum(weights**2)), 1.0 - abs(1.0 - there / float(weights.sum())))
    return (total / there if there > 0 else np.full(total.shape, np.nan)), max(0.0, part_there)


def region_in(other: RasterGrid, cells: Cells, fraction: FloatArray) -> tuple[FloatArray, int, int]:
    """Return the region on the cells that another file has, and row and column of the first of them there."""
    whole, row, column = grid_of_cells(other)
    if whole.name != cells.name:
        raise InputError(f"it is on the EASE-Grid 2.0 {whole.name}, the analysis on {cells.name}")
    _, row0, column0 = grid_of_cells(cells.grid)
    column += turn_between(whole, column0, column)
    first_row, first_column = max(row, row0), max(column, column0)
    last_row = min(row + other.rows, row0 + fraction.shape[0])
    last_column = min(column + other.columns, column0 + fraction.shape[1])
    if last_row <= first_row or last_column <= first_column:
        raise InputError("it has no cell of the region")
    part = fraction[first_row - row0 : last_row - row0, first_column - column0 : last_column - column0]
    return part, first_row - row, first_column - column


def intersect_numbers(numbers: Sequence[int] | IntArray, other: IntArray) -> tuple[IntArray, IntArray]:
    """Return the places of the common GRACE months in both lists."""
    _, first, second = np.intersect1d(np.asarray(numbers), other, return_indices=True)
    return first, second

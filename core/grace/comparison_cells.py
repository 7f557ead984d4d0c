"""The comparison of every cell, block by block, and the sums over the region on the way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..work.blocks import RowBlock, row_blocks
from ..work.progress import Progress, stop_if_cancelled
from . import metrics
from .comparison_input import BLOCK_MB, SERIES, Cells, Months
from .windows import average_used_days

MEASURES = {"correlation": metrics.correlation, "ubrmsd": metrics.ubrmsd}


@dataclass(frozen=True)
class CellFindings:
    """What the cells show.

    Attributes
    ----------
    maps : dict of array [row, column]
        ``correlation_open_loop`` and so on; NaN where a cell is not complete.
    complete : array [row, column]
        Cells where open loop, analysis and GRACE have a value in all months.
    means : dict of array [month]
        Mean storage of the region's complete cells in each series, not yet anomalies.
    """

    maps: dict[str, FloatArray]
    complete: BoolArray
    means: dict[str, FloatArray]


def compare_cells(
    analysis: Dataset,
    grace: Dataset,
    cells: Cells,
    months: Months,
    fraction: FloatArray,
    *,
    max_gap_days: float,
    progress: Progress,
) -> CellFindings:
    """Average both runs over the days that GRACE used and compare them, cell by cell.

    Parameters
    ----------
    analysis, grace : netCDF4.Dataset
        Open files.
    cells, months
        What they have in common.
    fraction : array [row, column]
        Part of each common cell in the region.
    max_gap_days : float
        See :func:`~.windows.average_used_days`.
    progress : Progress
        Of the caller.

    Raises
    ------
    InputError
        Where no cell of the region is complete.
    """
    rows, columns = cells.grid.shape
    days = netcdf.read_days(analysis)
    maps = {f"{name}_{series}": np.full((rows, columns), np.nan) for name in MEASURES for series in SERIES}
    complete = np.zeros((rows, columns), dtype=bool)
    sums = {name: np.zeros(len(months.index)) for name in (*SERIES, "grace")}
    blocks = row_blocks(rows, 8.0 * (4 * days.size + 6 * len(months.index)) * columns, BLOCK_MB)
    for number, block in enumerate(blocks):
        monthly = {"grace": _grace_months(grace, cells, months, block)}
        for name, variable in SERIES.items():
            stop_if_cancelled(progress)
            values = netcdf.read_float(analysis, variable, (slice(None), *cells.window("analysis", block)))
            monthly[name] = average_used_days(days, values, months.windows, months.unused, max_gap_days)
        whole = np.all([np.isfinite(values).all(axis=0) for values in monthly.values()], axis=0)
        complete[block.rows] = whole
        for measure, function in MEASURES.items():
            for name in SERIES:
                found = function(monthly[name], monthly["grace"])
                maps[f"{measure}_{name}"][block.rows] = np.where(whole, found, np.nan)
        _add_rows(sums, monthly, np.where(whole, fraction[block.rows], 0.0))
        progress.report((number + 1) / len(blocks), "Averaging over the days that GRACE used")
    weight = float(np.where(complete, fraction, 0.0).sum())
    if weight == 0:
        raise InputError("In the region, no cell has values of the analysis and of GRACE in all common months.")
    return CellFindings(maps, complete, {name: values / weight for name, values in sums.items()})


def _grace_months(grace: Dataset, cells: Cells, months: Months, block: RowBlock) -> FloatArray:
    """Read GRACE's months [month, row, column] of a block."""
    window = cells.window("grace", block)
    return np.stack([netcdf.read_float(grace, TWS, (int(index), *window)) for index in months.index])


def _add_rows(sums: dict[str, FloatArray], monthly: dict[str, FloatArray], weights: FloatArray) -> None:
    """Add the weighted values of a block to the sums [month], row by row: the same whatever the blocks are."""
    for row in np.flatnonzero(weights.any(axis=1)):
        inside = np.flatnonzero(weights[row])
        for name, total in sums.items():
            total += np.sum(monthly[name][:, row, inside] * weights[row, inside], axis=1)

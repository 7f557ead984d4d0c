"""Step: open loop and analysis against GRACE, over the days that each solution used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from .. import netcdf
from ..arrays import BoolArray, FloatArray, IntArray
from ..blocks import RowBlock, row_blocks
from ..dates import TIME_UNITS, date_of
from ..errors import InputError
from ..grid.ease2 import grid_of_cells
from ..progress import Progress, SilentProgress, stop_if_cancelled
from ..raster import RasterGrid
from . import metrics
from .importing import read_unused_days
from .months import label
from .region import Region, region_of_cells, region_of_polygons, warnings_about
from .table import ComparisonRow, months_in, rows_of, write_table
from .windows import DEFAULT_MAX_GAP_DAYS, average_used_days, sampling

SERIES = {"open_loop": "tws_open_loop", "analysis": "tws_analysis"}
_BLOCK_MB = 256.0
_FEW_MONTHS = 12


@dataclass(frozen=True)
class CompareOptions:
    """How to compare.

    Attributes
    ----------
    region : Path, optional
        Polygons whose mean is compared; the cells that had observations where None.
    periods : tuple of (date, date)
        Parts of the time, each with rows of its own.
    max_gap_days : float
        A month in which the analysis has a longer gap is left out.
    """

    region: Path | None = None
    periods: tuple[tuple[date, date], ...] = ()
    max_gap_days: float = DEFAULT_MAX_GAP_DAYS


@dataclass(frozen=True)
class Comparison:
    """What a comparison found.

    Attributes
    ----------
    rows : tuple of ComparisonRow
        The table.
    n_months : int
        Months compared.
    area_km2 : float
        Of the region.
    warnings : tuple of str
        As given to the progress.
    """

    rows: tuple[ComparisonRow, ...]
    n_months: int
    area_km2: float
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Cells:
    """The cells that both files have, as windows of each."""

    grid: RasterGrid
    name: str
    shape: tuple[int, int]
    first: dict[str, tuple[int, int]]

    def window(self, which: str, block: RowBlock) -> tuple[slice, slice]:
        """Rows and columns of a block of the common cells in a file."""
        row, column = self.first[which]
        return slice(row + block.start, row + block.stop), slice(column, column + self.shape[1])


@dataclass(frozen=True)
class _Months:
    """The solutions that can be compared."""

    index: IntArray
    number: IntArray
    windows: FloatArray
    unused: list[tuple[int, ...]]


def compare_grace(
    analysis_path: Path,
    grace_path: Path,
    maps_path: Path,
    table_path: Path | None = None,
    options: CompareOptions | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Compare open loop and analysis with GRACE, in total, by period and by cell.

    Every series is averaged over each solution's used days; all have the same months and the mean over them as
    baseline. A cell counts where all series have a value in all of these months.

    Parameters
    ----------
    analysis_path, grace_path : Path
        From the assimilation and the GRACE import, on the same EASE-Grid 2.0; the cells that both have are compared.
    maps_path : Path
        Result (NetCDF): maps of R and ubRMSD and the region's monthly means.
    table_path : Path, optional
        Result (CSV).
    options : CompareOptions, optional
        How.
    progress : Progress, optional
        Of the caller.

    Raises
    ------
    InputError
        Where the files have no cell or month in common, or the region lies outside.
    """
    options = CompareOptions() if options is None else options
    progress = SilentProgress() if progress is None else progress
    warnings: list[str] = []
    with (
        netcdf.open_dataset(Path(analysis_path), [*SERIES.values(), "time"]) as analysis,
        netcdf.open_dataset(Path(grace_path), ["tws", "time"]) as grace,
    ):
        cells = _common_cells(analysis, grace)
        months = _common_months(analysis, grace, options, warnings)
        monthly = _monthly_means(analysis, grace, cells, months, options, progress)
        complete = np.all([np.isfinite(values).all(axis=0) for values in monthly.values()], axis=0)
        region = _region(analysis, cells, options, complete, warnings)
        means = _region_means(monthly, region)
        estimates = {name: means[name] for name in SERIES}
        rows = rows_of(estimates, means["grace"], months.windows, months.number, options.periods)
        for start, end in options.periods:
            if not months_in(months.windows, (start, end)).any():
                warnings.append(f"PERIODS: no common month has its middle in {start}..{end}.")
        for warning in warnings:
            progress.warn(warning)
        history = f"INPUT={Path(analysis_path).name}, GRACE={Path(grace_path).name}, MAX_GAP={options.max_gap_days:g}"
        with netcdf.create(Path(maps_path), "Comparison with GRACE", "comparegrace", history) as new:
            _write_maps(new, analysis, grace, cells, months, monthly, region, means, complete)
        if table_path is not None:
            write_table(Path(table_path), rows)
    return Comparison(rows, len(months.index), region.area_km2, tuple(warnings))


def _common_cells(analysis: Any, grace: Any) -> _Cells:
    """Return the cells that both files have."""
    grids = {"analysis": netcdf.read_grid(analysis), "grace": netcdf.read_grid(grace)}
    whole, row_a, column_a = grid_of_cells(grids["analysis"])
    other, row_g, column_g = grid_of_cells(grids["grace"])
    if other.name != whole.name:
        raise InputError(
            f"The analysis is on the EASE-Grid 2.0 {whole.name}, GRACE on {other.name}: import GRACE with "
            f"GRID = {whole.name}."
        )
    # Windows over the 180th meridian count columns beyond the last: the same cells may be a turn apart.
    column_g += min((-whole.columns, 0, whole.columns), key=lambda turn: abs(column_g + turn - column_a))
    row, column = max(row_a, row_g), max(column_a, column_g)
    rows = min(row_a + grids["analysis"].rows, row_g + grids["grace"].rows) - row
    columns = min(column_a + grids["analysis"].columns, column_g + grids["grace"].columns) - column
    if rows <= 0 or columns <= 0:
        raise InputError("GRACE and the analysis have no cell in common: import GRACE with an EXTENT that holds it.")
    first = {"analysis": (row - row_a, column - column_a), "grace": (row - row_g, column - column_g)}
    return _Cells(whole.window(row, column, rows, columns), whole.name, (rows, columns), first)


def _common_months(analysis: Any, grace: Any, options: CompareOptions, warnings: list[str]) -> _Months:
    """Return the solutions whose days the analysis samples well enough."""
    if "time_bnds" not in grace.variables or "grace_month" not in grace.variables:
        raise InputError(f"{grace.filepath()} does not say which days its months used: make it with Import GRACE.")
    days = netcdf.read_days(analysis)
    windows = netcdf.read_days(grace, "time_bnds", TIME_UNITS)
    numbers = netcdf.read(grace, "grace_month").astype(np.int64)
    unused = read_unused_days(grace, numbers)
    quality = sampling(days, windows, unused)
    good = quality.longest_gap <= options.max_gap_days
    partly = ~good & (windows[:, 1] > days.min()) & (windows[:, 0] <= days.max())
    if partly.any():
        listed = ", ".join(f"{label(int(numbers[i]))} ({quality.longest_gap[i]:.0f} d)" for i in np.flatnonzero(partly))
        warnings.append(
            f"Left out, because the analysis has a gap of more than {options.max_gap_days:g} days there (counted "
            f"twice at its ends): {listed}."
        )
    if not good.any():
        raise InputError(
            f"There is no month in common: GRACE has {date_of(windows[:, 0].min())} to "
            f"{date_of(windows[:, 1].max() - 1)}, the analysis {date_of(days.min())} to {date_of(days.max())}, and no "
            f"month has gaps of at most {options.max_gap_days:g} days. Import GRACE for these dates, or raise MAX_GAP."
        )
    if good.sum() < _FEW_MONTHS:
        warnings.append(f"Only {int(good.sum())} months are in common: R and ubRMSD say little.")
    index = np.flatnonzero(good)
    return _Months(index, numbers[index], windows[index], [unused[i] for i in index])


def _monthly_means(
    analysis: Any, grace: Any, cells: _Cells, months: _Months, options: CompareOptions, progress: Progress
) -> dict[str, FloatArray]:
    """Return the series [month, row, column] of both runs and of GRACE, read and averaged block by block."""
    days = netcdf.read_days(analysis)
    rows, columns = cells.shape
    result = {name: np.full((len(months.index), rows, columns), np.nan) for name in (*SERIES, "grace")}
    blocks = row_blocks(rows, 8.0 * 4 * days.size * columns, _BLOCK_MB)
    for number, block in enumerate(blocks):
        for name, variable in SERIES.items():
            stop_if_cancelled(progress)
            values = netcdf.read_float(analysis, variable, (slice(None), *cells.window("analysis", block)))
            result[name][:, block.rows] = average_used_days(
                days, values, months.windows, months.unused, options.max_gap_days
            )
        progress.report(0.9 * (number + 1) / len(blocks), "Averaging over the days that GRACE used")
    everything = RowBlock(0, rows)
    for step, index in enumerate(months.index):
        result["grace"][step] = netcdf.read_float(grace, "tws", (int(index), *cells.window("grace", everything)))
    return result


def _region(analysis: Any, cells: _Cells, options: CompareOptions, complete: BoolArray, warnings: list[str]) -> Region:
    """Return the region of the comparison, less the cells that some series lacks."""
    if options.region is not None:
        region = region_of_polygons(options.region, cells.grid, cells.name)
    elif "n_observations" in analysis.variables:
        window = cells.window("analysis", RowBlock(0, cells.shape[0]))
        region = region_of_cells(netcdf.read(analysis, "n_observations", window) > 0, cells.grid)
        if region.area_km2 == 0:
            raise InputError("No cell that GRACE covers had observations: give a REGION, or import more of GRACE.")
    else:
        region = region_of_cells(complete, cells.grid)
    kept = np.where(complete, region.fraction, 0.0)
    if not kept.any():
        raise InputError("In the region, no cell has values of the analysis and of GRACE in all common months.")
    share = float(kept.sum() / region.fraction.sum())
    region = Region(kept, region.area_km2 * share, region.covered * share)
    warnings.extend(warnings_about(region))
    return region


def _region_means(monthly: dict[str, FloatArray], region: Region) -> dict[str, FloatArray]:
    """Return the region's mean of each series [month], as anomalies to its mean over the months."""
    weights = region.fraction / region.fraction.sum()
    inside = weights > 0
    means = {name: values[:, inside] @ weights[inside] for name, values in monthly.items()}
    return {name: values - values.mean() for name, values in means.items()}


def _write_maps(
    new: Any,
    analysis: Any,
    grace: Any,
    cells: _Cells,
    months: _Months,
    monthly: dict[str, FloatArray],
    region: Region,
    means: dict[str, FloatArray],
    complete: BoolArray,
) -> None:
    """Fill the result."""
    netcdf.write_grid(new, cells.grid)
    netcdf.write_time(new, months.windows.mean(axis=1), months.windows)
    netcdf.add_variable(new, "grace_month", ("time",), "1", "GRACE month: 12 (year - 2002) + month", "i4", fill=None)[
        :
    ] = months.number
    for name, text in (("open_loop", "open loop"), ("analysis", "analysis")):
        for prefix, measure, unit, words in (
            ("correlation", metrics.correlation, "1", "correlation R with GRACE"),
            ("ubrmsd", metrics.ubrmsd, "mm", "ubRMSD from GRACE"),
        ):
            values = np.where(complete, measure(monthly[name], monthly["grace"]), np.nan)
            netcdf.add_variable(new, f"{prefix}_{name}", ("y", "x"), unit, f"{words}, {text}")[:] = values
    netcdf.add_variable(new, "region_fraction", ("y", "x"), "1", "part of the cell in the region's mean")[:] = (
        region.fraction
    )
    for name, text in (("grace", "GRACE"), ("open_loop", "open loop"), ("analysis", "analysis")):
        words = f"mean storage of the region, {text}, anomaly to its mean over these months"
        netcdf.add_variable(new, f"{name}_tws", ("time",), "mm", words)[:] = means[name]
    new.setncatts({"region_area_km2": region.area_km2, "region_covered": region.covered})
    netcdf.copy_attributes(grace, new, ["product", "anomaly_baseline"])
    for source in (analysis, grace):
        netcdf.copy_attributes(source, new, ["synthetic"])
    netcdf.extend_history(new, analysis)

"""Step: open loop and analysis against GRACE, over the days that each solution used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS, TWS_ANALYSIS_STD
from ..work.progress import PartOf, Progress, Recorded, SilentProgress
from . import gap_recovery, table
from .comparison_cells import compare_cells
from .comparison_file import Findings, GapFill, write_comparison
from .comparison_footprint import see_runs
from .comparison_input import (
    SERIES,
    Cells,
    Months,
    common_cells,
    common_months,
    months_with_values,
    read_months,
    weighted_series,
)
from .operators import operator_of
from .other_storage import MOST_BEYOND, consistency, consistency_in_words, read_other_storage
from .products import OtherProduct, read_others, region_leakage, region_uncertainty, spread
from .region import Region, region_of_cells, region_of_polygons, warnings_about
from .table import ComparisonRow, months_in, rows_of, write_table
from .windows import DEFAULT_MAX_GAP_DAYS, average_used_days

METHODS = (
    "product",
    "centre",
    "release",
    "anomaly_baseline",
    "filter",
    "filter_kind",
    "filter_radius_km",
    "filter_max_degree",
    "tide_system",
    "degree_1_source",
    "c20_source",
    "c30_source",
    "gia_source",
    "convention",
    "latitudes",
    "scale_factors_applied",
    "uncertainty_form",
    "water_density",
)
"""Attributes of a GRACE file that say how it was made."""
_RUNS = (1, 3, 11)  # months withheld together: single ones, a season, the gap between the missions


_CONTAINED = (
    "{} holds GRACE as data: that it agrees with GRACE is no check. What is one are the months that were withheld "
    "(withheld_grace_ratio in its attributes), or a run without GRACE."
)


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
    others : tuple of Path
        Other GRACE products (from the import) to set beside the one that is compared.
    footprint_km : float, optional
        Radius of a Gaussian that smooths both runs in place of what the product went through; 0 for none.
    other_storage : tuple of Path
        Storage from elsewhere (with ``tws``), such as an inversion of displacement: rows of their own.
    unit : str
        The parameter `UNIT`: of the storage where a file does not say it.
    """

    region: Path | None = None
    periods: tuple[tuple[date, date], ...] = ()
    max_gap_days: float = DEFAULT_MAX_GAP_DAYS
    others: tuple[Path, ...] = ()
    footprint_km: float | None = None
    unit: str = ""
    other_storage: tuple[Path, ...] = ()


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
    leakage_gain : float
        What a load of 1 in the region alone leaves in its mean after what the product went through.
    validation : tuple of ValidationRow
        How withheld months of GRACE were predicted from the analysis.
    warnings : tuple of str
        As given to the progress.
    """

    rows: tuple[ComparisonRow, ...]
    n_months: int
    area_km2: float
    leakage_gain: float
    validation: tuple[gap_recovery.ValidationRow, ...]
    warnings: tuple[str, ...]


def compare_grace(
    analysis_path: Path,
    grace_path: Path,
    maps_path: Path,
    table_path: Path | None = None,
    options: CompareOptions | None = None,
    *,
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
    progress = Recorded(SilentProgress() if progress is None else progress)
    warnings: list[str] = []
    with (
        netcdf.open_chain_file(analysis_path, [*SERIES.values(), "time"], options.unit, warnings.append) as analysis,
        netcdf.open_chain_file(grace_path, [TWS, "time"], options.unit, warnings.append) as grace,
    ):
        if int(getattr(analysis, "contains_grace", 0)):
            warnings.append(_CONTAINED.format(analysis_path))
        cells = common_cells(analysis, grace)
        months = common_months(analysis, grace, options.max_gap_days, warnings)
        months = months_with_values(grace, cells, months, warnings)
        found, others = _findings(analysis, grace, cells, months, options, progress=progress, warnings=warnings)
        estimates = {name: series for name, series in found.means.items() if name != "grace"}
        estimates.update({other.name: other.values for other in others})
        estimates.update(_other_storage(analysis, cells, months, found, options, progress=progress, warnings=warnings))
        rows = rows_of(estimates, found.means["grace"], months.windows, months.number, options.periods)
        for start, end in options.periods:
            if not months_in(months.windows, (start, end)).any():
                warnings.append(f"PERIODS: no common month has its middle in {start}..{end}.")
        warnings.extend(table.without_intervals(rows))
        if found.gap_fill is not None and gap_recovery.verdict(found.gap_fill.validation):
            progress.warn(gap_recovery.verdict(found.gap_fill.validation))
        for warning in warnings:
            progress.warn(warning)
        history = _described(Path(analysis_path), Path(grace_path), options)
        with netcdf.create(Path(maps_path), "Comparison with GRACE", "comparegrace", history) as new:
            write_comparison(new, cells, months, found)
            netcdf.copy_attributes(grace, new, METHODS)
            new.what_the_months_show = table.resolution(rows)
            for source in (analysis, grace):
                netcdf.copy_attributes(source, new, ["synthetic"])
            for source in (grace, analysis):
                netcdf.extend_history(new, source)
        if table_path is not None:
            write_table(Path(table_path), rows)
    progress.report(1.0)
    validation = () if found.gap_fill is None else found.gap_fill.validation
    return Comparison(
        rows, len(months.index), found.region.area_km2, found.seen.gain, validation, warnings=tuple(progress.warnings)
    )


def _findings(
    analysis: Dataset,
    grace: Dataset,
    cells: Cells,
    months: Months,
    options: CompareOptions,
    *,
    progress: Progress,
    warnings: list[str],
) -> tuple[Findings, tuple[OtherProduct, ...]]:
    """Return everything about the region."""
    region = _region(analysis, cells, options)
    seen = compare_cells(
        analysis,
        grace,
        cells,
        months,
        region.fraction,
        max_gap_days=options.max_gap_days,
        progress=PartOf(progress, 0.0, 0.7),
    )
    region = region.without(~seen.complete)
    means = {name: _anomaly(values) for name, values in seen.means.items()}
    runs = see_runs(
        analysis,
        grace,
        cells,
        months,
        region.fraction,
        operator=operator_of(grace, options.footprint_km),
        max_gap_days=options.max_gap_days,
        plain=means,
        progress=progress,
    )
    warnings.extend([*warnings_about(region, runs.gain, runs.words), *runs.warnings])
    means.update(runs.means)
    others = read_others(options.others, cells, months, region.fraction, means["grace"], warnings=warnings)
    found = Findings(
        maps=seen.maps,
        means=means,
        region=region,
        uncertainty=region_uncertainty(grace, cells, months, region.fraction),
        run_std=_run_std(analysis, cells, months, region.fraction, options.max_gap_days, progress=progress),
        leakage=_leaked(grace, cells, months, region.fraction, warnings=warnings),
        others=others,
        product_spread=spread(means["grace"], others),
        gap_fill=_gap_fill(analysis, grace, cells, months, region, means=means, options=options, progress=progress),
        seen=runs,
    )
    return found, others


def _run_std(
    analysis: Dataset, cells: Cells, months: Months, fraction: FloatArray, max_gap_days: float, *, progress: Progress
) -> dict[str, FloatArray]:
    """Return the standard deviation [month] of the region's mean of each run that states one: an upper bound."""
    row, column = cells.first["analysis"]
    found = {}
    for name, variable in SERIES.items():
        if f"{variable}_std" in analysis.variables:
            std = weighted_series(analysis, f"{variable}_std", fraction, row, column, progress=progress)[0]
            found[name] = average_used_days(
                netcdf.read_days(analysis), std, months.windows, months.unused, max_gap_days
            )
    return found


def _leaked(
    grace: Dataset, cells: Cells, months: Months, fraction: FloatArray, *, warnings: list[str]
) -> FloatArray | None:
    """Return what leaked into the region by the product's own estimate, and say how much it is."""
    leaked = region_leakage(grace, cells, months, fraction)
    if leaked is not None:
        warnings.append(
            f"By the product's own estimate {np.nanstd(leaked):.1f} mm (standard deviation) of the region's storage in "
            "GRACE leaked in from around. It is not taken off: the comparison's file has it by month (grace_leakage)."
        )
    return leaked


def _other_storage(
    analysis: Dataset,
    cells: Cells,
    months: Months,
    found: Findings,
    options: CompareOptions,
    *,
    progress: Progress,
    warnings: list[str],
) -> dict[str, FloatArray]:
    """Return the region's mean by other storage, and say whether it agrees with the analysis within the errors."""
    fraction, gap = found.region.fraction, options.max_gap_days
    others = read_other_storage(
        options.other_storage, cells, months, fraction, gap, progress=progress, warnings=warnings, unit=options.unit
    )
    if not others or TWS_ANALYSIS_STD not in analysis.variables:
        return {other.name: other.values for other in others}
    row, column = cells.first["analysis"]
    spread_ = weighted_series(analysis, TWS_ANALYSIS_STD, fraction, row, column, progress=progress)[0]
    std = average_used_days(netcdf.read_days(analysis), spread_, months.windows, months.unused, gap)
    for other in others:
        share, count = consistency(found.means["analysis"], std, other.values, other.std)
        words = consistency_in_words(other.name, share, count)
        if share > MOST_BEYOND:
            warnings.append(words)
        else:
            progress.report(1.0, words)
    return {other.name: other.values for other in others}


def _region(analysis: Dataset, cells: Cells, options: CompareOptions) -> Region:
    """Return the region of the comparison."""
    if options.region is not None:
        return region_of_polygons(options.region, cells.grid, cells.name)
    if "n_observations" in analysis.variables:
        region = region_of_cells(netcdf.read(analysis, "n_observations", cells.window("analysis")) > 0, cells.grid)
        if region.area_km2 == 0:
            raise InputError("No cell that GRACE covers had observations: give a REGION, or import more of GRACE.")
        return region
    return region_of_cells(np.ones(cells.grid.shape, dtype=bool), cells.grid)


def _anomaly(series: FloatArray) -> FloatArray:
    """Return a series less its mean over the months."""
    return np.asarray(series - series.mean())


def _described(analysis: Path, grace: Path, options: CompareOptions) -> str:
    """Return the inputs and options that decide the result, for the history."""
    periods = ", ".join(f"{start}..{end}" for start, end in options.periods)
    named = {
        "INPUT": analysis.name,
        "GRACE": grace.name,
        "REGION": options.region.name if options.region else "",
        "PERIODS": periods,
        "MAX_GAP": f"{options.max_gap_days:g}",
        "FOOTPRINT": "" if options.footprint_km is None else f"{options.footprint_km:g}",
        "OTHER_GRACE": ", ".join(path.name for path in options.others),
        "OTHER_STORAGE": ", ".join(path.name for path in options.other_storage),
    }
    return "; ".join(f"{name}={value}" for name, value in named.items() if value)


def _gap_fill(
    analysis: Dataset,
    grace: Dataset,
    cells: Cells,
    months: Months,
    region: Region,
    *,
    means: dict[str, FloatArray],
    options: CompareOptions,
    progress: Progress,
) -> GapFill | None:
    """Return the months that GRACE lacks within the analysis, recovered, and the test on withheld months."""
    if len(months.index) < gap_recovery.MIN_MONTHS + 1:
        return None
    row, column = cells.first["analysis"]
    days = netcdf.read_days(analysis)
    runs = {
        name: weighted_series(analysis, variable, region.fraction, row, column, progress=progress)[0]
        for name, variable in SERIES.items()
    }
    series = runs["analysis"]
    _, numbers, _ = read_months(grace)
    absent, windows = gap_recovery.missing_months(numbers)
    absent, windows = _within(days, absent, windows)
    monthly = {
        name: average_used_days(days, values, months.windows, months.unused, options.max_gap_days)
        for name, values in runs.items()
    }
    present = monthly["analysis"]
    wanted = average_used_days(days, series, windows, None, options.max_gap_days) if absent.size else np.empty(0)
    known = np.isfinite(wanted)
    recovered = gap_recovery.recover(months.number, means["grace"], present, absent[known], wanted[known])
    middles = months.windows.mean(axis=1)
    validation = gap_recovery.validate(
        months.number, middles, means["grace"], present, _RUNS, open_loop=monthly["open_loop"]
    )
    return GapFill(absent[known], windows[known], recovered, validation)


def _within(days: FloatArray, months: IntArray, windows: FloatArray) -> tuple[IntArray, FloatArray]:
    """Return the months that the analysis touches."""
    touched = (windows[:, 1] > days.min()) & (windows[:, 0] <= days.max()) if len(months) else np.empty(0, dtype=bool)
    return months[touched], windows[touched]

"""The table of a comparison: one row for each series and period."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..dates import DAYS_PER_YEAR, day_number
from ..files.outputs import write_text
from . import intervals, metrics, seasonal, significance

Period = tuple[date, date]
ALL = "all"
RIVALS = {"analysis": "open_loop", "analysis_smoothed": "open_loop_smoothed"}
"""Against which run the skill of another counts."""


@dataclass(frozen=True)
class MonthlySeries:
    """A series and GRACE in the same months.

    Attributes
    ----------
    days : array [month]
        Middles of the solutions in days since 2000-01-01.
    number : array [month]
        GRACE months.
    estimate, reference : array [month]
        Anomalies in mm.
    """

    days: FloatArray
    number: IntArray
    estimate: FloatArray
    reference: FloatArray


@dataclass(frozen=True)
class ComparisonRow:
    """Agreement of one series with GRACE over the months of one period.

    Attributes
    ----------
    series : str
        ``open_loop``, ``analysis``, the same with ``_smoothed`` (to GRACE's footprint), or another GRACE product.
    period : str
        ``all``, or first and last date.
    n_months : int
        Common months.
    r, ubrmsd_mm, bias_mm, rmsd_mm, amplitude_ratio : float
        See :mod:`~.metrics`; of anomalies to the mean over all common months, so that the bias of ``all`` is 0.
    spearman, nse, kge : float
        Rank correlation, Nash-Sutcliffe efficiency, Kling-Gupta efficiency without its term of the means.
    n_effective : float
        Independent months (:func:`~.significance.effective_size`).
    r_low, r_high, ubrmsd_low_mm, ubrmsd_high_mm : float
        95 % confidence intervals (:mod:`~.intervals`); NaN with fewer than eight months.
    r_deseasonalised, r_deseasonalised_low, r_deseasonalised_high : float
        R after each series' own annual and semi-annual cycle was taken off, with its 95 % interval.
    skill, skill_low, skill_high : float
        1 - ubRMSD / ubRMSD of the open loop, with its 95 % interval; NaN for the open loop and for products.
    annual_amplitude_mm, annual_day, semiannual_amplitude_mm, semiannual_day, trend_mm_per_year : float
        Of the series (:mod:`~.seasonal`): NaN in periods of less than a year.
    sen_slope_mm_per_year, mann_kendall_s, mann_kendall_p : float
        Of the series (:mod:`~.trends`); p for a correlated series.
    grace_annual_amplitude_mm, grace_annual_day, grace_trend_mm_per_year : float
        Of GRACE in the same months.
    """

    series: str
    period: str
    n_months: int
    r: float
    ubrmsd_mm: float
    bias_mm: float
    rmsd_mm: float
    amplitude_ratio: float
    spearman: float
    nse: float
    kge: float
    n_effective: float
    r_low: float
    r_high: float
    ubrmsd_low_mm: float
    ubrmsd_high_mm: float
    r_deseasonalised: float
    r_deseasonalised_low: float
    r_deseasonalised_high: float
    skill: float
    skill_low: float
    skill_high: float
    annual_amplitude_mm: float
    annual_day: float
    semiannual_amplitude_mm: float
    semiannual_day: float
    trend_mm_per_year: float
    sen_slope_mm_per_year: float
    mann_kendall_s: float
    mann_kendall_p: float
    grace_annual_amplitude_mm: float
    grace_annual_day: float
    grace_trend_mm_per_year: float


def row_of(series: str, period: str, months: MonthlySeries, open_loop: FloatArray | None = None) -> ComparisonRow:
    """Return the row of one series.

    Parameters
    ----------
    series, period : str
        Names.
    months : MonthlySeries
        The series and GRACE.
    open_loop : array [month], optional
        For the skill against it.
    """
    x, y = months.estimate, months.reference
    size = significance.effective_size(x, y, months.number)
    r, spread = (
        intervals.correlation_interval(x, y, months.number),
        intervals.ubrmsd_interval(x, y, months.number),
    )
    seasonless = intervals.deseasonalised_interval(x, y, months.number)
    nothing = significance.Interval(np.nan, np.nan, np.nan)
    skill = nothing if open_loop is None else intervals.skill(x, open_loop, y, months.number)
    own, theirs = seasonal.fit(months.days, x), seasonal.fit(months.days, y)
    trend = metrics.mann_kendall(x)
    return ComparisonRow(
        series=series,
        period=period,
        n_months=int(metrics.n_common(x, y)),
        r=r.value,
        ubrmsd_mm=spread.value,
        bias_mm=float(metrics.bias(x, y)),
        rmsd_mm=float(metrics.rmsd(x, y)),
        amplitude_ratio=float(metrics.amplitude_ratio(x, y)),
        spearman=float(metrics.spearman(x, y)),
        nse=float(metrics.nse(x, y)),
        kge=float(metrics.kge_anomalies(x, y)),
        n_effective=size,
        r_low=r.low,
        r_high=r.high,
        ubrmsd_low_mm=spread.low,
        ubrmsd_high_mm=spread.high,
        r_deseasonalised=float(metrics.correlation(x - own.cycles, y - theirs.cycles)),
        r_deseasonalised_low=seasonless.low,
        r_deseasonalised_high=seasonless.high,
        skill=skill.value,
        skill_low=skill.low,
        skill_high=skill.high,
        annual_amplitude_mm=own.annual_amplitude,
        annual_day=own.annual_day,
        semiannual_amplitude_mm=own.semiannual_amplitude,
        semiannual_day=own.semiannual_day,
        trend_mm_per_year=own.trend_per_year,
        sen_slope_mm_per_year=metrics.sen_slope(months.days / DAYS_PER_YEAR, x),
        mann_kendall_s=trend.s,
        mann_kendall_p=trend.p_correlated,
        grace_annual_amplitude_mm=theirs.annual_amplitude,
        grace_annual_day=theirs.annual_day,
        grace_trend_mm_per_year=theirs.trend_per_year,
    )


def rows_of(
    estimates: dict[str, FloatArray],
    reference: FloatArray,
    windows: FloatArray,
    numbers: IntArray,
    periods: Sequence[Period],
) -> tuple[ComparisonRow, ...]:
    """Return the rows of each series for all months, then for each period.

    Parameters
    ----------
    estimates : dict of array [month]
        Anomalies by series.
    reference : array [month]
        GRACE's anomalies.
    windows : array [month, 2]
        Days of the solutions.
    numbers : array [month]
        GRACE months.
    periods : sequence of (date, date)
        First and last date; a month belongs to a period that holds the middle of its days.
    """
    parts = [(ALL, np.ones(len(windows), dtype=bool))]
    parts += [(f"{start}..{end}", months_in(windows, (start, end))) for start, end in periods]
    days = windows.mean(axis=1)
    return tuple(
        row_of(
            series,
            name,
            MonthlySeries(days[chosen], numbers[chosen], values[chosen], reference[chosen]),
            estimates[RIVALS[series]][chosen] if series in RIVALS else None,
        )
        for name, chosen in parts
        for series, values in estimates.items()
    )


def months_in(windows: FloatArray, period: Period) -> BoolArray:
    """Return which solutions [month] have their middle in a period (both dates inclusive)."""
    middles = windows.mean(axis=1)
    return np.asarray((middles >= day_number(period[0])) & (middles <= day_number(period[1]) + 1))


def without_intervals(rows: Sequence[ComparisonRow]) -> list[str]:
    """Return a sentence for each period whose rows have no intervals, with the reason."""
    short = {row.period: row.n_months for row in rows if row.n_months < intervals.MIN_MONTHS}
    return [
        f"PERIODS: {period} has {count} months: R, ubRMSD and skill have no interval there, fewer than "
        f"{intervals.MIN_MONTHS} months do not tell how long errors last."
        for period, count in short.items()
        if count > 0
    ]


def resolution(rows: Sequence[ComparisonRow]) -> str:
    """Return in a sentence what the months of a comparison can show of the analysis' gain."""
    row = next((each for each in rows if each.series == "analysis" and each.period == ALL), None)
    if row is None or not np.isfinite(row.skill_low):
        return ""
    half = (row.skill_high - row.skill_low) / 2
    start = f"{row.n_months} months can show a change of the error (ubRMSD) only beyond some {half:.0%}. "
    words = f"The analysis changes it by {-row.skill:+.0%} (95 %: {-row.skill_high:+.0%} to {-row.skill_low:+.0%}): "
    if row.skill_low > 0:
        return start + words + "it is better than the open loop."
    if row.skill_high < 0:
        return start + words + "it is worse than the open loop."
    return start + words + "neither better nor worse is shown."


def write_table(path: Path, rows: Sequence[ComparisonRow]) -> None:
    """Write rows as CSV; undefined values are empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(ComparisonRow)])
    for row in rows:
        writer.writerow([_cell(value) for value in astuple(row)])
    write_text(path, text.getvalue())


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if np.isnan(value) else f"{value:.6f}"
    return str(value)

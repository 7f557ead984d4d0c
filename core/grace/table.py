"""The table of a comparison: one row for each series and period."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..dates import day_number
from ..outputs import write_text
from . import metrics

Period = tuple[date, date]
ALL = "all"


@dataclass(frozen=True)
class ComparisonRow:
    """Agreement of one series with GRACE over the months of one period.

    Attributes
    ----------
    series : str
        ``open_loop`` or ``analysis``.
    period : str
        ``all``, or first and last date.
    n_months : int
        Common months.
    r, ubrmsd_mm, bias_mm, rmsd_mm, amplitude_ratio : float
        See :mod:`~.metrics`; of anomalies to the mean over all common months, so that the bias of ``all`` is 0.
    """

    series: str
    period: str
    n_months: int
    r: float
    ubrmsd_mm: float
    bias_mm: float
    rmsd_mm: float
    amplitude_ratio: float


def row_of(series: str, period: str, estimate: FloatArray, reference: FloatArray) -> ComparisonRow:
    """Return the row of a series of anomalies [month] against GRACE's [month]."""
    return ComparisonRow(
        series,
        period,
        int(metrics.n_common(estimate, reference)),
        *(
            float(measure(estimate, reference))
            for measure in (metrics.correlation, metrics.ubrmsd, metrics.bias, metrics.rmsd, metrics.amplitude_ratio)
        ),
    )


def rows_of(
    estimates: dict[str, FloatArray], reference: FloatArray, windows: FloatArray, periods: Sequence[Period]
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
    periods : sequence of (date, date)
        First and last date; a month belongs to a period that holds the middle of its days.
    """
    parts = [(ALL, np.ones(len(windows), dtype=bool))]
    parts += [(f"{start}..{end}", months_in(windows, (start, end))) for start, end in periods]
    return tuple(
        row_of(series, name, values[chosen], reference[chosen])
        for name, chosen in parts
        for series, values in estimates.items()
    )


def months_in(windows: FloatArray, period: Period) -> BoolArray:
    """Return which solutions [month] have their middle in a period (both dates inclusive)."""
    middles = windows.mean(axis=1)
    return np.asarray((middles >= day_number(period[0])) & (middles <= day_number(period[1]) + 1))


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

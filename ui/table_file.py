"""The series of a chart as a CSV table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from ..core.charts.series import Series
from ..core.dates import date_of
from ..core.files.outputs import write_text


def write_series(path: Path, series: Iterable[Series]) -> None:
    """Write series as rows of series, date, value and standard deviation (mm), missing values left out.

    Raises
    ------
    OutputError
        Where the file cannot be written.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("series", "date", "value_mm", "std_mm"))
    for one in series:
        deviations = [None] * one.days.size if one.std is None else one.std
        for day, value, std in zip(one.days, one.values, deviations):
            if value == value:
                writer.writerow(
                    (one.label, f"{date_of(day):%Y-%m-%d}", f"{value:.3f}", "" if std is None else f"{std:.3f}")
                )
    write_text(path, stream.getvalue())

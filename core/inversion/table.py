"""The table of stations and frames: how each is met by all others."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ..arrays import IntArray
from ..dates import date_of
from ..files.outputs import write_text
from .output import Result

COLUMNS = (
    "name",
    "kind",
    "lon",
    "lat",
    "n",
    "residual_std_mm",
    "expected_std_mm",
    "standardized_std",
    "worst_epoch",
    "worst_standardized",
)


def write_table(path: Path, result: Result) -> None:
    """Write one row for each station and frame.

    Parameters
    ----------
    path : Path
        CSV, written whole or not at all.
    result : Result
        Of the inversion.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(result))
    write_text(path, text.getvalue())


def rows(result: Result) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the table.

    Parameters
    ----------
    result : Result
        Of the inversion.

    Returns
    -------
    iterator of tuple
        Cells in the order of the header.
    """
    data = result.data
    for number in range(data.stations.start, data.stations.stop):
        place = slice(number, number + 1)
        yield _row(result, data.names[number], "station", place)
    if data.frames is not None:
        for number, frame in enumerate(data.frames.every):
            inside = np.flatnonzero(data.frames.number == number)
            if inside.size:
                yield _row(result, frame.name, "frame", inside)


def _row(result: Result, name: str, kind: str, place: slice | IntArray) -> tuple[object, ...]:
    data, fit = result.data, result.fit
    residual, expected = fit.residual[place], fit.residual_std[place]
    known = np.isfinite(residual)
    lon, lat = float(np.mean(data.lon[place])), float(np.mean(data.lat[place]))
    if not known.any():
        return (name, kind, f"{lon:.5f}", f"{lat:.5f}", 0, "", "", "", "", "")
    ratio = np.where(known, residual / np.where(known, expected, 1.0), 0.0)
    worst = int(np.argmax(np.abs(ratio).max(axis=0)))
    largest = ratio[:, worst][int(np.argmax(np.abs(ratio[:, worst])))]
    return (
        name,
        kind,
        f"{lon:.5f}",
        f"{lat:.5f}",
        int(known.sum()),
        f"{np.sqrt((residual[known] ** 2).mean()):.3f}",
        f"{np.sqrt((expected[known] ** 2).mean()):.3f}",
        f"{np.sqrt((ratio[known] ** 2).mean()):.3f}",
        f"{date_of(float(data.days[worst])):%Y-%m-%d}",
        f"{largest:.2f}",
    )

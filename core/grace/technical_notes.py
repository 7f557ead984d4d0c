"""Degree 1 (TN-13) and C20, C30 (TN-14), which GRACE itself sees badly or not at all, matched to its solutions.

Lines are matched by the overlap of their days with those of a solution, never by the name of a month: the notes
follow the days of the centre that they were made with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import day_number
from ..errors import InputError
from .level2 import read_text

MJD_OF_EPOCH = 51544  # 2000-01-01
_FIELDS = 8


@dataclass(frozen=True)
class LowDegrees:
    """Coefficients of low degree by time.

    Attributes
    ----------
    source : str
        Name of the file.
    windows : array [line, 2]
        First day and the day after the last, in days since 2000-01-01.
    values : array [line, k]
        TN-13: C10, C11, S11. TN-14: C20, C30 (NaN where there is none).
    """

    source: str
    windows: FloatArray
    values: FloatArray

    def match(self, start: float, end: float) -> FloatArray | None:
        """Return the values [k] of the line that overlaps the days of a solution best, or None.

        Best is the longest overlap less half of the distance of the middles.
        """
        overlap = np.minimum(self.windows[:, 1], end) - np.maximum(self.windows[:, 0], start)
        score = overlap - 0.5 * np.abs(self.windows.mean(axis=1) - (start + end) / 2)
        best = int(np.argmax(score))
        return self.values[best] if overlap[best] > 0 else None


def note_kind(path: Path) -> str:
    """Return ``TN-13`` or ``TN-14`` where the file is one of them by its content, else ''."""
    try:
        head = read_text(path, 4096)
    except InputError:
        return ""
    if re.search(r"Technical Note 13", head, re.I) or "degree-1 (geocenter)" in head:
        return "TN-13"
    if "SLR" in head and re.search(r"C20 and C30", head):
        return "TN-14"
    return ""


def read_degree_1(path: Path) -> LowDegrees:
    """Read a TN-13 file: two lines (1 0 and 1 1) for each solution.

    Raises
    ------
    InputError
        Where the file has none.
    """
    rows: dict[tuple[int, int], list[float]] = {}
    for line in read_text(path).splitlines():
        words = line.split()
        if len(words) < _FIELDS + 1 or words[0] != "GRCOF2" or words[1] != "1":
            continue
        try:
            window = _day(words[7]), _day(words[8])
            values = rows.setdefault(window, [np.nan] * 3)
            if words[2] == "0":
                values[0] = float(words[3])
            else:
                values[1:] = float(words[3]), float(words[4])
        except ValueError as error:
            raise InputError(f"{path.name}: the line '{line.strip()}' cannot be read ({error}).") from error
    whole = {window: values for window, values in rows.items() if np.all(np.isfinite(values))}
    if not whole:
        raise InputError(f"{path.name} has no degree-1 coefficients: choose a TN-13 file of the same release.")
    return LowDegrees(path.name, np.array(list(whole), dtype=np.float64), np.array(list(whole.values())))


def read_c20_c30(path: Path) -> LowDegrees:
    """Read a TN-14 file: MJD of the start, year, C20, ..., C30, ..., MJD of the end, year.

    Raises
    ------
    InputError
        Where the file has no such lines.
    """
    windows, values = [], []
    for line in read_text(path).splitlines():
        words = line.split()
        if len(words) < 10 or not re.fullmatch(r"\d{5}(\.\d*)?", words[0]):
            continue
        try:
            numbers = [float(word) for word in words]
        except ValueError:
            continue
        windows.append((numbers[0] - MJD_OF_EPOCH, numbers[8] - MJD_OF_EPOCH))
        values.append((numbers[2], numbers[5]))
    if not windows:
        raise InputError(f"{path.name} has no C20 and C30: choose a TN-14 file.")
    return LowDegrees(path.name, np.array(windows), np.array(values))


def _day(stamp: str) -> int:
    """Return ``20190308.0000`` as days since 2000-01-01; a time late in the day ends with that day."""
    day = day_number(datetime.strptime(stamp[:8], "%Y%m%d").date())
    return day + 1 if stamp[9:] > "1200" else day

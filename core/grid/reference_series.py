"""The vertical motion of the reference area: a table of dates and millimetres, read and interpolated."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of, day_number, parse_date
from ..errors import InputError

_DATE_NAMES = ("date", "time", "day", "epoch", "yyyymmdd", "datetime")
_UP_NAMES = ("up", "vertical", "u", "height", "dup", "du", "z")
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0}
_TOLERANCE_MM = 1e-6


@dataclass(frozen=True)
class ReferenceSeries:
    """Vertical motion at the reference.

    Attributes
    ----------
    days : array [time]
        Days since 2000-01-01, rising.
    up_mm : array [time]
        Up positive.
    source : str
        File, for messages.
    """

    days: FloatArray
    up_mm: FloatArray
    source: str

    def at(self, days: FloatArray) -> FloatArray:
        """Return the motion in mm [..] at `days` [..], interpolated linearly between the dates of the series.

        Raises
        ------
        InputError
            Where the series does not reach all of `days`.
        """
        if days.min() < self.days[0] or days.max() > self.days[-1]:
            raise InputError(
                f"{self.source} covers {date_of(self.days[0])} to {date_of(self.days[-1])}, but the displacement needs "
                f"{date_of(float(days.min()))} to {date_of(float(days.max()))}: give a longer series."
            )
        return np.interp(days, self.days, self.up_mm)


def read_reference_series(path: Path) -> ReferenceSeries:
    """Read a table ``date,up_mm``.

    The columns may stand in any order among others and have other names (``time``, ``Up (mm)``, ``u_m``): the unit is
    read from the name, millimetres where it names none. Commas, semicolons, tabs or blanks separate them, lines that
    begin with ``#`` are remarks, and the rows need no order. Rows without a value are left out.

    Raises
    ------
    InputError
        Where the file is missing, has no such columns, a line cannot be read, or a date has two different values.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(f"{path} does not exist or is not a file: give a table with the columns date,up_mm.")
    lines = _lines(path)
    separator = _separator(lines[0][1])
    decimal_comma = separator == ";"
    header = [cell.strip().strip('"') for cell in _split(lines[0][1], separator)]
    if _is_date(header[0]):
        date_column, up_column, scale = 0, 1, 1.0
    else:
        date_column, up_column, scale = _columns(header, path)
        lines = lines[1:]
    values: dict[float, float] = {}
    for number, line in lines:
        cells = _split(line, separator)
        if max(date_column, up_column) >= len(cells):
            raise InputError(f"{path}, line {number}: '{line}' has too few columns; date,up_mm are needed.")
        up = _number(cells[up_column], decimal_comma, path, number) * scale
        if not np.isfinite(up):
            continue
        day = _day(cells[date_column], path, number)
        if abs(values.get(day, up) - up) > _TOLERANCE_MM:
            raise InputError(f"{path} has two values for {date_of(day)}: keep one line for each date.")
        values[day] = up
    if not values:
        raise InputError(f"{path} holds no value: give a table with the columns date,up_mm.")
    days = np.array(sorted(values))
    return ReferenceSeries(days, np.array([values[day] for day in days]), str(path))


def _lines(path: Path) -> list[tuple[int, str]]:
    """Return numbered lines with content."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no text: give a table with the columns date,up_mm.") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line and not line.startswith("#")]
    if not lines:
        raise InputError(f"{path} is empty: give a table with the columns date,up_mm.")
    return lines


def _separator(line: str) -> str:
    return next((mark for mark in (";", "\t", ",") if mark in line), " ")


def _split(line: str, separator: str) -> list[str]:
    if separator == " ":
        return line.split()
    return next(csv.reader([line], delimiter=separator))


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except InputError:
        return False
    return True


def _columns(header: list[str], path: Path) -> tuple[int, int, float]:
    """Return which columns hold the date and the motion, and the unit of the latter in mm."""
    words = [[word for word in re.split(r"[^a-z]+", name.lower()) if word] for name in header]
    dates = [number for number, parts in enumerate(words) if parts and parts[0] in _DATE_NAMES]
    ups = [
        number
        for number, parts in enumerate(words)
        if parts and parts[0] in _UP_NAMES and not {"std", "sigma", "error", "sd"} & set(parts)
    ]
    if not dates or not ups:
        raise InputError(f"{path} has the columns {', '.join(header)}: date and up_mm are needed.")
    unit = next((word for word in reversed(words[ups[0]][1:]) if word in _MILLIMETRES), "mm")
    return dates[0], ups[0], _MILLIMETRES[unit]


def _number(cell: str, decimal_comma: bool, path: Path, line: int) -> float:
    text = cell.strip()
    if decimal_comma:
        text = text.replace(",", ".")
    try:
        return float(text) if text else float("nan")
    except ValueError:
        raise InputError(f"{path}, line {line}: '{cell.strip()}' is no number of millimetres.") from None


def _day(cell: str, path: Path, line: int) -> float:
    try:
        return float(day_number(parse_date(cell)))
    except InputError as error:
        raise InputError(f"{path}, line {line}: {error}") from None

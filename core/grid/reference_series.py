"""The vertical motion of the reference area: a table of dates and millimetres, read and interpolated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..errors import InputError
from ..tables import Table, millimetres_in, read_table

WHAT = "a table with the columns date,up_mm"
DATE_NAMES = ("date", "time", "day", "epoch", "yyyymmdd", "datetime")
UP_NAMES = ("up", "vertical", "u", "height", "dup", "du", "z")
SPREAD_WORDS = ("std", "sigma", "error", "sd")
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
    table = read_table(path, WHAT)
    date_column, up_column, scale = up_columns(table)
    values: dict[float, float] = {}
    for line, cells in table.rows:
        if max(date_column, up_column) >= len(cells):
            raise InputError(f"{path}, line {line}: too few columns ({', '.join(cells)}); date,up_mm are needed.")
        up = table.number(cells[up_column], line) * scale
        if not np.isfinite(up):
            continue
        day = table.day(cells[date_column], line)
        if abs(values.get(day, up) - up) > _TOLERANCE_MM:
            raise InputError(f"{path} has two values for {date_of(day)}: keep one line for each date.")
        values[day] = up
    if not values:
        raise InputError(f"{path} holds no value: give {WHAT}.")
    days = np.array(sorted(values))
    return ReferenceSeries(days, np.array([values[day] for day in days]), str(path))


def up_columns(table: Table) -> tuple[int, int, float]:
    """Return which columns hold the date and the motion, and the millimetres in a unit of the latter.

    Raises
    ------
    InputError
        Where the header names neither.
    """
    if not table.header:
        return 0, 1, 1.0
    date, up = table.column(DATE_NAMES), table.column(UP_NAMES, SPREAD_WORDS)
    if date is None or up is None:
        raise InputError(f"{table.path} has the columns {', '.join(table.header)}: date and up_mm are needed.")
    return date, up, millimetres_in(table.header[up])

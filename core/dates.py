"""Calendar dates and the day numbers that Groundswell's files carry."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import numpy as np
import numpy.typing as npt

from .arrays import BoolArray, DateArray, FloatArray
from .errors import InputError

EPOCH = date(2000, 1, 1)
TIME_UNITS = "days since 2000-01-01"
DAYS_PER_YEAR = 365.25

_COMPACT = re.compile(r"\d{8}")
_PARTED = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
"""A date whose year, month and day are parted by one character, as in names of files."""


def parse_date(text: str, parameter: str = "") -> date:
    """Return the date that ``YYYYMMDD`` or ``YYYY-MM-DD`` (a time after it is dropped) stands for.

    `parameter` is where the text comes from, for the message.

    Parameters
    ----------
    text : str
        A date.
    parameter : str
        Where the text comes from, for the message.

    Returns
    -------
    date
        In the Gregorian calendar.

    Raises
    ------
    InputError
        Where the text is not such a date.
    """
    text = text.strip()
    try:
        if _COMPACT.fullmatch(text):
            return datetime.strptime(text, "%Y%m%d").date()
        return date.fromisoformat(text[:10])
    except ValueError:
        where = f"{parameter}: " if parameter else ""
        raise InputError(f"{where}'{text}' is not a date: write it as 2018-12-31.") from None


def with_compact_dates(name: str) -> str:
    """Return the name of a file with dates such as ``2019-03-05`` or ``2019_03_05`` in it written ``20190305``.

    Parameters
    ----------
    name : str
        Of a file or folder.

    Returns
    -------
    str
        Everything else is left as it is.
    """
    return _PARTED.sub(r"\1\3\4", name)


def day_number(value: date) -> int:
    """Return the days from 2000-01-01 to `value`.

    Parameters
    ----------
    value : date
        In the Gregorian calendar.

    Returns
    -------
    int
        Negative before 2000.
    """
    return (value - EPOCH).days


def in_periods(days: FloatArray, periods: str, parameter: str) -> BoolArray:
    """Return which of `days` [..] lie in ``start..end`` dates (both included), separated by commas.

    Parameters
    ----------
    days : array [..]
        Days since 2000-01-01.
    periods : str
        Such as ``2018-12-02..2019-12-31, 2020-01-01..2020-06-30``.
    parameter : str
        Where the text comes from, for the message.

    Returns
    -------
    bool array [..]
        True inside one of the periods.

    Raises
    ------
    InputError
        Where a part of the text is no period or date; `parameter` is where it comes from.
    """
    found = np.zeros(days.shape, dtype=bool)
    for text in filter(None, (part.strip() for part in periods.split(","))):
        start, _, end = text.partition("..")
        first, last = parse_date(start, parameter), parse_date(end or start, parameter)
        if last < first:
            raise InputError(f"{parameter}: '{text}' ends before it begins.")
        found |= (days >= day_number(first)) & (days < day_number(last) + 1)
    return found


def date_of(day: float) -> date:
    """Return the date that holds the day number `day`.

    Parameters
    ----------
    day : float
        Days since 2000-01-01; a part of a day counts to the day that it lies in.

    Returns
    -------
    date
        In the Gregorian calendar.

    Raises
    ------
    InputError
        Where it lies outside the years 1 to 9999.
    """
    try:
        return EPOCH + timedelta(days=int(np.floor(day)))
    except (OverflowError, ValueError):  # endless, not a number, beyond the calendar
        raise InputError(f"A time of {day:g} days since {EPOCH} is no date: the file's times are damaged.") from None


def compact(day: float) -> str:
    """Return the day number as ``YYYYMMDD``.

    Parameters
    ----------
    day : float
        Days since 2000-01-01.

    Returns
    -------
    str
        Eight digits.
    """
    return date_of(day).strftime("%Y%m%d")


def to_datetime64(days: npt.ArrayLike) -> DateArray:
    """Return day numbers [..] as ``datetime64[s]`` [..].

    Parameters
    ----------
    days : array [..]
        Days since 2000-01-01; NaN gives NaT.

    Returns
    -------
    datetime64 array [..]
        To the second.
    """
    with np.errstate(invalid="ignore"):
        seconds = np.round(np.asarray(days, dtype=np.float64) * 86400).astype("timedelta64[s]")
    return np.datetime64(EPOCH, "s") + seconds

"""Times of any calendar as days since 2000-01-01, and series whose times are not in order."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import EPOCH
from ..errors import InputError

_STANDARD = {"standard", "gregorian", "proleptic_gregorian", ""}
CALENDARS = _STANDARD | {"noleap", "365_day", "all_leap", "366_day", "360_day", "julian"}
"""Calendars of the CF conventions; '' is the standard one."""
_ORIGIN = datetime(EPOCH.year, EPOCH.month, EPOCH.day)
_LAST_DAY = {4: 30, 6: 30, 9: 30, 11: 30}


def days_of(values: FloatArray, units: str, calendar: str, where: str) -> FloatArray:
    """Return times as days since 2000-01-01 of the Gregorian calendar.

    A date of another calendar is the same date of ours: 15 January is 15 January. 30 February (``360_day``) and 29
    February of a common year (``all_leap``) become the last day of that month. Whole months since a date (``months
    since``, as land models write) are counted as months, which cftime refuses in our calendar.

    Parameters
    ----------
    values : array [..]
        NaN where missing.
    units : str
        Such as ``days since 1900-01-01``.
    calendar : str
        Of the CF conventions; '' for the standard one.
    where : str
        File and variable, for messages.

    Returns
    -------
    array [..]
        Days, with the time of the day as fraction.

    Raises
    ------
    InputError
        Where the unit or calendar is none, or a time lies outside what dates can be.
    """
    calendar = calendar.strip().lower()
    if calendar not in CALENDARS:
        raise InputError(
            f"{where} has the calendar '{calendar}', which is not known: set the attribute 'calendar' to one of the CF "
            "conventions, such as standard, noleap or 360_day."
        )
    unit = units.split()[0].lower() if units.split() else ""
    if unit.startswith("month") and calendar in _STANDARD:
        return _months_since(values, units, where)
    try:
        import cftime

        text = units.rstrip("Zz")
        start = cftime.num2date(0, text, calendar or "standard", only_use_cftime_datetimes=True)
        step = cftime.num2date(1, text, calendar or "standard", only_use_cftime_datetimes=True) - start
        if calendar in _STANDARD:
            # Linear, exact to the second however long ago the epoch is, and fast.
            origin = datetime(start.year, start.month, start.day, start.hour, start.minute, start.second)
            offset = (origin - _ORIGIN).total_seconds() / 86400
            return np.asarray(offset + values * (step.total_seconds() / 86400))
        there = np.isfinite(values)
        found = np.full(np.shape(values), np.nan)
        stamps = cftime.num2date(np.asarray(values)[there], text, calendar, only_use_cftime_datetimes=True)
        found[there] = [_day_of(stamp) for stamp in np.atleast_1d(stamps)]
        return found
    except (ValueError, TypeError, OverflowError) as error:
        raise InputError(f"{where}: its times ('{units}') cannot be read: {error}.") from error


def _day_of(stamp: Any) -> float:
    """Return the day number of a date of any calendar, the day kept within our month."""
    last = _LAST_DAY.get(stamp.month, 31)
    if stamp.month == 2:
        leap = stamp.year % 4 == 0 and (stamp.year % 100 != 0 or stamp.year % 400 == 0)
        last = 29 if leap else 28
    day = datetime(stamp.year, stamp.month, min(stamp.day, last), stamp.hour, stamp.minute, stamp.second)
    return (day - _ORIGIN).total_seconds() / 86400


def _months_since(values: FloatArray, units: str, where: str) -> FloatArray:
    """Return the first moment of months counted from a date; a fraction of a month is that part of it."""
    try:
        import cftime

        start = cftime.num2date(0, "days" + units.strip()[len(units.split()[0]) :], "standard")
    except (ValueError, TypeError) as error:
        raise InputError(f"{where}: its times ('{units}') cannot be read: {error}.") from error
    offset = (datetime(start.year, start.month, 1) - _ORIGIN).days
    months = np.floor(values)
    first = np.datetime64(f"{start.year:04d}-{start.month:02d}", "M")
    there = np.isfinite(values)
    begin = np.full(np.shape(values), np.nan)
    length = np.full(np.shape(values), np.nan)
    numbers = months[there].astype(np.int64)
    origin = np.datetime64(EPOCH, "D")
    begin[there] = ((first + numbers).astype("datetime64[D]") - origin).astype(np.float64)
    length[there] = ((first + numbers + 1).astype("datetime64[D]") - origin).astype(np.float64) - begin[there]
    into = (datetime(start.year, start.month, start.day, start.hour, start.minute) - _ORIGIN).total_seconds() / 86400
    # The day of the month in the epoch (the 15th, say) is kept; it exists in every month up to the 28th.
    return np.asarray(begin + (values - months) * length + (into - offset))


def in_order(days: FloatArray, where: str) -> tuple[IntArray, IntArray]:
    """Return how times are put in order, and which of them stand more than once.

    Parameters
    ----------
    days : array [time]
        As stored.
    where : str
        File, for messages.

    Returns
    -------
    order : array [time]
        Places of the times from the first to the last, the first of equal ones only.
    repeated : array [repeat, 2]
        Places of a time that stands again, and of its first.

    Raises
    ------
    InputError
        Where a time is missing.
    """
    if not np.all(np.isfinite(days)):
        raise InputError(f"{where}: {np.count_nonzero(~np.isfinite(days))} of its times are missing.")
    order = np.argsort(days, kind="stable")
    again = np.flatnonzero(np.diff(days[order]) == 0) + 1
    first = np.searchsorted(days[order], days[order][again], side="left")
    repeated = np.column_stack([order[again], order[first]]) if again.size else np.zeros((0, 2), np.intp)
    return np.delete(order, again), repeated

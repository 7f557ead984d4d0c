"""Dates as position series write them, to days since 2000-01-01."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone

import numpy as np

from ...arrays import FloatArray
from ...dates import DAYS_PER_YEAR, day_number, parse_date
from ...errors import InputError

MJD_OF_2000 = 51544
"""Modified Julian day of 2000-01-01."""

GPS_EPOCH_DAY = float(day_number(date(1980, 1, 6)))
"""Day on which GPS week 0 began."""
_MOST_GPS_WEEKS = 6300
"""Begins in 2100."""
_WEEK_ROUNDING_DAYS = 0.04
"""Weeks with two decimals are rounded by 0.035 days."""

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
SHORT_DATE = re.compile(r"(\d\d)([A-Z]{3})(\d\d)")
DECIMAL_YEAR = re.compile(r"(19|20)\d\d\.\d+")
_TIME_OF_DAY = re.compile(r"[T ]\d\d:?\d\d")
_MOST_SPREAD_DAYS = 0.06
"""Fractions of a day of one station's rows: years with four decimals are rounded by 0.018 days."""
_FIRST_YEAR, _LAST_YEAR = 1980.0, 2100.0


def day_of_short_date(text: str) -> float | None:
    """Return the day of ``18JAN31``, None where it is none.

    Parameters
    ----------
    text : str
        Seven letters, capitals.

    Returns
    -------
    float or None
        Days since 2000-01-01.
    """
    match = SHORT_DATE.fullmatch(text)
    if match is None or match.group(2) not in MONTHS:
        return None
    year = int(match.group(1))
    try:
        month = MONTHS.index(match.group(2)) + 1
        return float(day_number(date((1900 if year >= 80 else 2000) + year, month, int(match.group(3)))))
    except ValueError:
        return None


def day_of_text(text: str) -> float:
    """Return the UTC day, with its fraction, of a date that may have a time of day and a time zone.

    Parameters
    ----------
    text : str
        Of any of the ways that tables write dates in.

    Returns
    -------
    float
        Days since 2000-01-01.

    Raises
    ------
    InputError
        Where it is no date.
    """
    text = text.strip()
    short = day_of_short_date(text.upper())
    if short is not None:
        return short
    if _TIME_OF_DAY.search(text):
        try:
            stamp = datetime.fromisoformat(text.replace("Z", "+00:00").replace("/", "-"))
        except ValueError:
            return float(day_number(parse_date(text)))
        if stamp.tzinfo is not None:
            stamp = stamp.astimezone(timezone.utc)
        seconds = stamp.hour * 3600 + stamp.minute * 60 + stamp.second
        return day_number(stamp.date()) + seconds / 86400.0
    return float(day_number(parse_date(text.replace("/", "-"))))


def days_of_decimal_years(years: FloatArray, source: object) -> FloatArray:
    """Return the whole days of decimal years [row].

    Two conventions are in use: years of 365.25 days since 2000-01-01, and parts of the calendar year. The one in which
    the rows have the same time of day is the file's.

    Parameters
    ----------
    years : array [row]
        In any order.
    source : object
        File, for messages.

    Raises
    ------
    InputError
        Where they are no years, or the rows are daily in neither convention.
    """
    if not np.all((years >= _FIRST_YEAR) & (years < _LAST_YEAR)):
        raise InputError(
            f"{source}: its decimal years run from {years.min():g} to {years.max():g}, which are none. Name the "
            "columns by COLUMNS."
        )
    whole = np.floor(years)
    starts = {year: day_number(date(int(year), 1, 1)) for year in np.unique(whole)}
    lengths = {year: day_number(date(int(year) + 1, 1, 1)) - start for year, start in starts.items()}
    calendar = np.array([starts[year] + (value - year) * lengths[year] for year, value in zip(whole, years)])
    julian = (years - 2000.0) * DAYS_PER_YEAR
    # NGL counts from noon of 2000-01-01 or from its midnight: both leave one time of day.
    tries = [(_spread(days), days) for days in (calendar, julian)]
    spread, days = min(tries, key=lambda one: one[0])
    if spread > _MOST_SPREAD_DAYS:
        raise InputError(
            f"{source}: its decimal years give no daily dates (they vary by {24 * spread:.0f} hours). Name "
            "columns with a date by COLUMNS."
        )
    offset = _time_of_day(days)
    return np.asarray(np.round(days - offset) + np.floor(offset + _MOST_SPREAD_DAYS))


def days_of_gps_weeks(weeks: FloatArray, source: object) -> FloatArray:
    """Return the whole days of GPS weeks [row], in which one of three conventions holds for all rows.

    Whole weeks stand for their middle; ``2238.4`` is day 4 of a week where all rows have such a digit from 0 to 6,
    else the fraction is a part of the week.

    Parameters
    ----------
    weeks : array [row]
        In any order.
    source : object
        File, for messages.

    Raises
    ------
    InputError
        Where they are no GPS weeks, or come more than once without a day.
    """
    known = np.isfinite(weeks)
    if not known.all():  # rows without a week have no day
        days = np.full(weeks.size, np.nan)
        if known.any():
            days[known] = days_of_gps_weeks(weeks[known], source)
        return days
    if not np.all((weeks >= 0) & (weeks < _MOST_GPS_WEEKS)):
        raise InputError(
            f"{source}: its GPS weeks run from {weeks.min():g} to {weeks.max():g}, which are none. Name the columns by "
            "COLUMNS."
        )
    whole = np.floor(weeks + 1e-6)
    tenths = 10.0 * (weeks - whole)
    if np.all(np.abs(tenths) < 1e-3) or np.all(np.abs(tenths - 5.0) < 1e-3):  # all x.5: middles of weeks, no fridays
        if np.unique(whole).size < whole.size:
            raise InputError(
                f"{source} has several rows in one GPS week and does not say on which day: name the column with the "
                "day of the week (0 to 6) as 'dow' by COLUMNS."
            )
        return np.asarray(GPS_EPOCH_DAY + 7.0 * whole + 3.0)
    if np.all(np.abs(tenths - np.round(tenths)) < 1e-3) and np.all(np.round(tenths) <= 6):
        return np.asarray(GPS_EPOCH_DAY + 7.0 * whole + np.round(tenths))
    # Weeks with four decimals are rounded by 0.0004 days: a day that begins at 0:00 must not become the one before.
    return np.asarray(np.floor(GPS_EPOCH_DAY + 7.0 * weeks + _WEEK_ROUNDING_DAYS))


def _time_of_day(days: FloatArray) -> float:
    """Return the circular mean of the fractions of days [row], 0 to 1."""
    mean = np.mean(np.exp(2j * np.pi * days))
    return float(np.angle(mean) / (2 * np.pi)) % 1.0


def _spread(days: FloatArray) -> float:
    """Return how far the fractions of days [row] lie from their circular mean, in days (95 of 100 are nearer)."""
    off = (days - _time_of_day(days) + 0.5) % 1.0 - 0.5
    return float(np.quantile(np.abs(off), 0.95))

"""Where the sun stands, and which months a day lies between."""

from __future__ import annotations

from datetime import date

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR, date_of, day_number

_SAMPLES = 6  # of the sun's height within a step


def cosine_of_zenith(days: FloatArray, lon: FloatArray, lat: FloatArray) -> FloatArray:
    """Return the cosine of the sun's zenith angle (negative by night).

    Declination and equation of time after Spencer (1971); good to about a tenth of a degree.

    Parameters
    ----------
    days : array
        Days since 2000-01-01, UTC.
    lon, lat : array
        Degrees; all three broadcast against each other.
    """
    year = 2.0 * np.pi * ((days % DAYS_PER_YEAR) / DAYS_PER_YEAR)
    declination = (
        0.006918
        - 0.399912 * np.cos(year)
        + 0.070257 * np.sin(year)
        - 0.006758 * np.cos(2 * year)
        + 0.000907 * np.sin(2 * year)
        - 0.002697 * np.cos(3 * year)
        + 0.00148 * np.sin(3 * year)
    )
    equation = (
        0.000075
        + 0.001868 * np.cos(year)
        - 0.032077 * np.sin(year)
        - 0.014615 * np.cos(2 * year)
        - 0.040849 * np.sin(2 * year)
    )
    angle = 2.0 * np.pi * (days % 1.0) + np.radians(lon) - np.pi + equation
    phi = np.radians(lat)
    return np.sin(phi) * np.sin(declination) + np.cos(phi) * np.cos(declination) * np.cos(angle)


def mean_cosine(start: FloatArray, length: float, lon: FloatArray, lat: FloatArray) -> FloatArray:
    """Return the mean [step, place] of the cosine where the sun is up, over steps that begin at `start` [step].

    Parameters
    ----------
    start : array [step]
        Days since 2000-01-01.
    length : float
        Of a step, days.
    lon, lat : array [place]
        Degrees.
    """
    total = np.zeros((start.size, lon.size))
    for sample in range(_SAMPLES):
        moment = start[:, None] + length * (sample + 0.5) / _SAMPLES
        total += np.maximum(cosine_of_zenith(moment, lon, lat), 0.0)
    return total / _SAMPLES


def months_around(day: float) -> tuple[float, int, int]:
    """Return weight, first and second month (1 to 12) for monthly values that hold at noon of the 16th.

    Parameters
    ----------
    day : float
        Days since 2000-01-01.
    """
    today = date_of(day)
    middle = _middle(today.year, today.month)
    first = (today.year, today.month) if day >= middle else _before(today.year, today.month)
    second = _after(*first)
    start, stop = _middle(*first), _middle(*second)
    return (stop - day) / (stop - start), first[1], second[1]


def _middle(year: int, month: int) -> float:
    return day_number(date(year, month, 16)) + 0.5


def _before(year: int, month: int) -> tuple[int, int]:
    return (year - 1, 12) if month == 1 else (year, month - 1)


def _after(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)

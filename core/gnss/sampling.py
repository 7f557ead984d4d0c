"""Daily heights as they are, or as means over several days."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from .station import Station

_LEAST_PART = 0.25
"""A mean needs at least this part of the heights that the station's usual interval would give."""


def sampled(station: Station, days: FloatArray, length: float) -> tuple[FloatArray, FloatArray]:
    """Return means of a station's heights and their standard errors.

    Parameters
    ----------
    station : Station
        Daily heights.
    days : array [time]
        Middle of each mean, days since 2000-01-01.
    length : float
        Days that a mean covers; 1 for the daily values.

    Returns
    -------
    up_mm, up_std_mm : array [time]
        Means weighted by the formal errors; NaN where too few days have a value. The standard error is the larger of
        the formal one and that of the scatter.
    """
    if length <= 1:
        return _daily(station, days)
    start = np.searchsorted(station.days, days - length / 2, side="right")
    stop = np.searchsorted(station.days, days + length / 2, side="right")
    known = np.isfinite(station.up_std_mm) & (station.up_std_mm > 0)
    weight = np.ones(station.days.size)
    if known.any():
        typical = float(np.median(station.up_std_mm[known]))
        weight = 1.0 / np.where(known, station.up_std_mm, typical) ** 2
    up, std = np.full(days.size, np.nan), np.full(days.size, np.nan)
    interval = float(np.median(np.diff(station.days))) if station.days.size > 1 else 1.0
    least = max(1.0, _LEAST_PART * length / interval)
    for k in np.flatnonzero(stop - start >= least):
        part = slice(int(start[k]), int(stop[k]))
        share = weight[part] / weight[part].sum()
        up[k] = share @ station.up_mm[part]
        formal = 1.0 / np.sqrt(weight[part].sum()) if known.any() else np.nan
        n = share.size
        scatter = np.sqrt(share @ (station.up_mm[part] - up[k]) ** 2 / (n - 1)) if n > 1 else np.nan
        std[k] = np.fmax(formal, scatter)
    return up, std


def _daily(station: Station, days: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the heights of single days, NaN where there is none within half a day."""
    place = np.clip(np.searchsorted(station.days, days - 0.5), 0, station.days.size - 1)
    there = np.abs(station.days[place] - days) <= 0.5
    up = np.where(there, station.up_mm[place], np.nan)
    return up, np.where(there, station.up_std_mm[place], np.nan)


def regular_days(stations: list[Station], length: int) -> FloatArray:
    """Return the days from the first to the last of any station, every `length` days.

    Parameters
    ----------
    stations : list of Station
        At least one.
    length : int
        Days between two.

    Returns
    -------
    array [day]
        Days since 2000-01-01.
    """
    first = min(float(station.days[0]) for station in stations)
    last = max(float(station.days[-1]) for station in stations)
    return np.arange(np.floor(first), np.floor(last) + 1, length, dtype=np.float64)

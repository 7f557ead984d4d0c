"""The clock of weather: compared with the sun, turned to UTC, and cut at midnight."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from .sun import mean_cosine
from .weather import Timing, Values, WeatherSource

MINUTES_PER_DAY = 1440.0
_LEAST_CYCLE = 0.15  # first harmonic of the day against the mean, below which there is no day and night
_LONGEST_STEP = 0.26  # days: at least four values a day make a harmonic
_FULL_HOUR = 20.0  # minutes from a full hour within which a time zone is taken for one of full hours
_FAR_FROM_LONGITUDE = 3.0  # h, that no time zone is away from its longitude
_LEAST_DAYS = 5
_MOST_DAYS = 60
_PARTS = (1, 2, 3, 4, 6, 12, 24)


def clock_lag(source: WeatherSource, lon: FloatArray, lat: FloatArray, days: FloatArray) -> float:
    """Return how many minutes the short wave is behind the sun; NaN where it has no daily cycle to tell.

    The phase of the first harmonic of the day of short wave, summed over the days and places, less that of the cosine
    of the sun's zenith angle averaged over the same intervals. Clouds that prefer a time of the day move it by some
    ten minutes.

    Parameters
    ----------
    source : WeatherSource
        Weather.
    lon, lat : array [tile]
        Of the columns, degrees.
    days : array
        Beginnings of whole days to look at.
    """
    timing = source.timing
    if timing.step > _LONGEST_STEP:
        return float("nan")
    count = int(round(1.0 / timing.step))
    theirs, suns, total = 0j, 0j, 0.0
    wave = np.exp(2j * np.pi * (np.arange(count) + 0.5) / count)[:, None]
    instant = "SWdown" in source.at_stamp
    for day in days:
        first = timing.index(float(day))
        light = source.read(first, count)["SWdown"]
        begin = timing.start + (first + np.arange(count)) * timing.step
        # A value at a stamp stands for the sun of that moment.
        sun = mean_cosine(begin, 1e-6 if instant else timing.step, lon, lat)
        known = np.isfinite(light)
        light = np.where(known, light, 0.0)
        theirs += complex((light * wave).sum())
        suns += complex((np.where(known, sun, 0.0) * wave).sum())
        total += float(light.sum())
    if total <= 0 or abs(theirs) < _LEAST_CYCLE * total or abs(suns) == 0:
        return float("nan")
    turn = float(np.angle(theirs / suns))
    return turn / (2 * np.pi) * MINUTES_PER_DAY


def offset_of_lag(lag: float, lon: FloatArray) -> float:
    """Return the time zone (hours ahead of UTC) that a lag (minutes) shows; NaN where it shows none."""
    hours = lag / 60.0
    full = round(hours)
    offset = float(full) if abs(hours - full) * 60.0 <= _FULL_HOUR else round(hours * 2.0) / 2.0
    # Columns on both sides of 180 degrees have their middle there, not at Greenwich.
    expected = float(np.degrees(np.angle(np.exp(1j * np.radians(lon)).mean()))) / 15.0
    # The sun shows the hour, not the day: UTC+12 and UTC-12 look alike, and the longitude tells them apart.
    offset += 24.0 * round((expected - offset) / 24.0)
    return offset if abs(offset - expected) <= _FAR_FROM_LONGITUDE else float("nan")


def in_utc(source: WeatherSource, local: str, lon: FloatArray, lat: FloatArray, notes: list[str]) -> WeatherSource:
    """Return weather whose clock is UTC and whose intervals begin at midnight.

    Parameters
    ----------
    source : WeatherSource
        Weather.
    local : str
        What says that its clock is local time; '' where nothing does.
    lon, lat : array [tile]
        Of the columns, degrees.
    notes : list of str
        Gets what was found.

    Raises
    ------
    InputError
        Where the clock is local time and the sun does not show which.
    """
    offset = 0.0
    if local:
        days = sample_days(source.timing, _MOST_DAYS)
        lag = clock_lag(source, lon, lat, days) if days.size >= _LEAST_DAYS else float("nan")
        offset = offset_of_lag(lag, lon) if np.isfinite(lag) else float("nan")
        if not np.isfinite(offset):
            raise InputError(
                f"{source.name}: its clock is local time ({local}), and {days.size} whole days of its sun do not show "
                "which: say by UTC_OFFSET how many hours it is ahead of UTC."
            )
        other = offset - 24.0 * np.sign(offset)
        doubt = f" The sun does not tell it from UTC{other:+g} h, a day apart." if -12.0 <= other <= 14.0 else ""
        notes.append(
            f"{source.name}: its clock is local time ({local}). Its sun is {lag:.0f} minutes behind that of UTC at the "
            f"columns, so that it was read as UTC{offset:+g} h; say UTC_OFFSET if it is another.{doubt}"
        )
    if offset or _misfit(source.timing) > 1e-3:
        return ShiftedClock(source, offset, lon, lat)
    return source


def sample_days(timing: Timing, most: int) -> FloatArray:
    """Return the beginnings of at most `most` whole days (of the source's own clock), evenly spread."""
    first = float(np.ceil(timing.start - 1e-6))
    last = float(np.floor(timing.stop + 1e-6))
    days = np.arange(first, last)
    if not days.size:
        return days
    return np.asarray(days[np.unique(np.linspace(0, days.size - 1, min(most, days.size)).round().astype(int))])


def _misfit(timing: Timing) -> float:
    """Part of an interval between a midnight and the nearest border of intervals."""
    position = timing.start / timing.step
    return abs(position - round(position))


class ShiftedClock:
    """Weather read with another clock, its intervals cut so that days begin with one.

    Parameters
    ----------
    source : WeatherSource
        Weather.
    offset : float
        Hours that its clock is ahead of UTC.
    lon, lat : array [tile]
        Of the columns, degrees: short wave of a cut interval follows the sun.

    Raises
    ------
    InputError
        Where no cut of the intervals meets midnight.
    """

    def __init__(self, source: WeatherSource, offset: float, lon: FloatArray, lat: FloatArray) -> None:
        self._source, self._lon, self._lat = source, lon, lat
        self.name, self.height, self.at_stamp = source.name, source.height, source.at_stamp
        self.synthetic, self.notes = source.synthetic, source.notes
        start, step = source.timing.start - offset / 24.0, source.timing.step
        fitting = [parts for parts in _PARTS if _misfit(Timing(start, step / parts, 1)) < 1e-2]
        if not fitting:
            raise InputError(
                f"{source.name}: its intervals of {step * 24:g} h begin {start % 1.0 * 24:.2f} h after midnight (UTC), "
                "which no whole part of them meets: resample the weather to full hours of UTC."
            )
        self._parts = fitting[0]
        step /= self._parts
        self.timing = Timing(round(start / step) * step, step, source.timing.count * self._parts)

    def read(self, first: int, count: int) -> Values:
        """Return weather [interval, tile]."""
        parts = self._parts
        if parts == 1:
            return self._source.read(first, count)
        low, high = first // parts, (first + count - 1) // parts
        extra = 1 if high + 2 <= self._source.timing.count else 0
        values = self._source.read(low, high - low + 1 + extra)
        at = (first + np.arange(count)) // parts - low
        made = {name: array[at] for name, array in values.items()}
        weight = ((first + np.arange(count)) % parts / parts)[:, None]
        for name in self.at_stamp & made.keys():
            after = values[name][np.minimum(at + 1, values[name].shape[0] - 1)]
            made[name] = made[name] * (1.0 - weight) + after * weight
        if "SWdown" in made and "SWdown" not in self.at_stamp:
            begins = self.timing.start + (first + np.arange(count)) * self.timing.step
            own = mean_cosine(begins, self.timing.step, self._lon, self._lat)
            whole_begins = self.timing.start + (low + at) * parts * self.timing.step
            whole = mean_cosine(whole_begins, parts * self.timing.step, self._lon, self._lat)
            lit = whole > 1e-3
            made["SWdown"] = np.where(lit, made["SWdown"] * own / np.where(lit, whole, 1.0), made["SWdown"])
        return made

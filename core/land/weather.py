"""Weather for the land model: what every source gives, the checks it must pass, and steps as short as the model's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ..arrays import FloatArray
from ..dates import to_datetime64
from ..errors import InputError
from .sun import mean_cosine

Values = dict[str, FloatArray]
RAIN_BELOW = 273.16  # K: precipitation of unknown phase falls as snow below it
LONGEST_STEP = 1800.0  # s, of the model

# Least and largest value that weather can have, and unit: beyond it, units or signs are wrong.
RANGES: dict[str, tuple[float, float, str]] = {
    "Tair": (180.0, 340.0, "K"),
    "Qair": (0.0, 0.06, "kg kg-1"),
    "Psurf": (3.0e4, 1.15e5, "Pa"),
    "Rainf": (-1e-5, 0.1, "kg m-2 s-1"),
    "Rainf_C": (-1e-5, 0.1, "kg m-2 s-1"),
    "Snowf": (-1e-5, 0.1, "kg m-2 s-1"),
    "LWdown": (30.0, 750.0, "W m-2"),
    "SWdown": (-20.0, 1600.0, "W m-2"),
    "Wind": (-1e-6, 120.0, "m s-1"),
}
RATES = ("Rainf", "Rainf_C", "Snowf")
_SMOOTH = ("Tair", "Qair", "Psurf", "LWdown", "Wind")


@dataclass(frozen=True)
class Timing:
    """Intervals of a source.

    Attributes
    ----------
    start : float
        Beginning of the first, days since 2000-01-01, UTC.
    step : float
        Length, days.
    count : int
        Number.
    """

    start: float
    step: float
    count: int

    @property
    def stop(self) -> float:
        """End of the last interval."""
        return self.start + self.count * self.step

    def index(self, day: float) -> int:
        """Return the interval that begins at or holds `day`."""
        return int(np.floor((day - self.start) / self.step + 1e-6))


class WeatherSource(Protocol):
    """Weather of columns, in equal intervals without gaps."""

    name: str
    timing: Timing

    @property
    def height(self) -> float | FloatArray:
        """Height of temperature, humidity and wind above the ground, m."""

    at_stamp: frozenset[str]
    synthetic: bool
    notes: list[str]

    def read(self, first: int, count: int) -> Values:
        """Return the variables of :data:`RANGES` (``Rainf_C`` and ``Snowf`` as far as known) [interval, tile].

        Variables in `at_stamp` hold at the interval's beginning, the others are its mean. A source without phase
        gives all precipitation as ``Rainf`` and no ``Snowf``.
        """


def check(values: Values, source: str, timing: Timing, first: int, lon: FloatArray, *, lat: FloatArray) -> None:
    """Raise InputError where weather is missing or out of its range.

    Parameters
    ----------
    values : dict of array [interval, tile]
        To check.
    source : str
        File or folder, for the message.
    timing, first
        Intervals, and the number of the first one here.
    lon, lat : array [tile]
        Of the columns, degrees.
    """
    for name, array in values.items():
        low, high, unit = RANGES[name]
        missing = np.isnan(array)
        if missing.any():
            when, where = (int(i) for i in np.argwhere(missing)[0])
            place = f"{lon[where]:.3f} E, {lat[where]:.3f} N"
            if missing[:, where].all():
                raise InputError(
                    f"{source}: '{name}' has no data at {place} (sea or lake in the weather data?): leave that "
                    "cell out of PARAMETERS or give weather there."
                )
            raise InputError(
                f"{source}: '{name}' is missing at {_moment(timing, first + when)}, {place}: fill the gap."
            )
        bad = ~((array >= low) & (array <= high))
        if bad.any():
            when, where = (int(i) for i in np.argwhere(bad)[0])
            raise InputError(
                f"{source}: '{name}' is {array[when, where]:g} at {_moment(timing, first + when)}; in {unit} it lies "
                f"between {low:g} and {high:g}. Check the units."
            )


def _moment(timing: Timing, index: int) -> str:
    return str(to_datetime64(timing.start + index * timing.step))[:16]


def with_phase(values: Values) -> Values:
    """Return weather with rain and snow apart: precipitation of unknown phase is split by temperature."""
    values = {
        name: np.maximum(array, 0.0) if name in (*RATES, "SWdown", "Wind") else array for name, array in values.items()
    }
    if "Snowf" not in values:
        warm = values["Tair"] >= RAIN_BELOW
        total = values["Rainf"]
        values["Rainf"], values["Snowf"] = np.where(warm, total, 0.0), np.where(warm, 0.0, total)
    convective = values.get("Rainf_C", np.zeros_like(values["Rainf"]))
    values["Rainf_C"] = np.minimum(convective, values["Rainf"])
    return values


@dataclass
class Disaggregator:
    """Weather in steps that the model can take.

    Short wave follows the sun within each interval and keeps its mean; precipitation is constant; the rest is linear
    between the intervals' middles (between stamps where the source gives values at stamps).

    Attributes
    ----------
    source : WeatherSource
        Weather.
    lon, lat : array [tile]
        Of the columns, degrees.
    """

    source: WeatherSource
    lon: FloatArray
    lat: FloatArray
    parts: int = field(init=False)

    def __post_init__(self) -> None:
        """Set the number of steps in an interval."""
        self.parts = max(1, int(np.ceil(self.source.timing.step * 86400.0 / LONGEST_STEP - 1e-6)))

    @property
    def dt(self) -> float:
        """Length of a step, s."""
        return self.source.timing.step * 86400.0 / self.parts

    def day(self, day: float) -> Values:
        """Return the steps of a day, [step, tile]; with ``coszen``."""
        timing = self.source.timing
        first = timing.index(day)
        count = int(round(1.0 / timing.step))
        before, after = min(1, first), min(1, timing.count - first - count)
        values = self.source.read(first - before, before + count + after)
        check(values, self.source.name, timing, first - before, self.lon, lat=self.lat)
        values = with_phase(values)
        steps = day + np.arange(count * self.parts) * (timing.step / self.parts)
        cosine = mean_cosine(steps, timing.step / self.parts, self.lon, self.lat)
        inner = slice(before, before + count)
        made = {name: np.repeat(values[name][inner], self.parts, axis=0) for name in RATES}
        made["SWdown"] = self._short_wave(values["SWdown"], inner, cosine)
        for name in _SMOOTH:
            made[name] = self._linear(values[name], before, count, name in self.source.at_stamp)
        made["coszen"] = cosine
        return made

    def _short_wave(self, values: FloatArray, inner: slice, cosine: FloatArray) -> FloatArray:
        if "SWdown" in self.source.at_stamp:
            return np.maximum(self._linear(values, inner.start, inner.stop - inner.start, True), 0.0)
        mean = values[inner]
        if self.parts == 1:
            return mean
        by_interval = cosine.reshape(mean.shape[0], self.parts, -1)
        whole = by_interval.mean(axis=1, keepdims=True)
        dark = whole < 1e-3
        share = np.where(dark, 1.0, by_interval / np.where(dark, 1.0, whole))
        return (mean[:, None, :] * share).reshape(cosine.shape)

    def _linear(self, values: FloatArray, before: int, count: int, at_stamp: bool) -> FloatArray:
        if self.parts == 1 and not at_stamp:
            return values[before : before + count]
        middle = (np.arange(count * self.parts) + 0.5) / self.parts + before
        position = np.clip(middle - (0.0 if at_stamp else 0.5), 0.0, values.shape[0] - 1.0)
        lower = np.minimum(np.floor(position).astype(np.intp), max(values.shape[0] - 2, 0))
        weight = (position - lower)[:, None]
        upper = np.minimum(lower + 1, values.shape[0] - 1)
        return values[lower] * (1.0 - weight) + values[upper] * weight

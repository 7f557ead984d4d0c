"""Precipitation of one source in the weather of another."""

from __future__ import annotations

import numpy as np

from ..errors import InputError
from .weather import Timing, Values, WeatherSource


class ReplacedPrecipitation:
    """Weather whose precipitation comes from another source, such as IMERG, CHIRPS, GPCP or MSWEP.

    Rain and snow are split by temperature.

    The other source's intervals may be shorter (their mean is taken) or longer (constant within) than the weather's, if
    one divides the other.

    Parameters
    ----------
    weather : WeatherSource
        All but precipitation.
    precipitation : WeatherSource
        With ``Rainf``, all precipitation.

    Raises
    ------
    InputError
        Where the intervals do not fit, or the sources have no time in common.
    """

    def __init__(self, weather: WeatherSource, precipitation: WeatherSource) -> None:
        self._weather, self._other = weather, precipitation
        self.name, self.height, self.at_stamp = weather.name, weather.height, weather.at_stamp - {"Rainf"}
        self.synthetic = weather.synthetic
        self.notes = [*weather.notes, *precipitation.notes]
        step, other = weather.timing.step, precipitation.timing.step
        ratio = max(step, other) / min(step, other)
        if abs(ratio - round(ratio)) > 1e-3:
            raise InputError(
                f"{precipitation.name}: its interval of {other * 24:g} h does not fit the weather's {step * 24:g} h."
            )
        start = max(weather.timing.start, precipitation.timing.start)
        first = int(np.ceil((start - weather.timing.start) / step - 1e-6))
        last = weather.timing.index(min(weather.timing.stop, precipitation.timing.stop))
        if last <= first:
            raise InputError(f"{precipitation.name} and {weather.name} have no time in common.")
        self._first = first
        self.timing = Timing(weather.timing.start + first * step, step, last - first)

    def read(self, first: int, count: int) -> Values:
        """Return weather [interval, tile]."""
        values = self._weather.read(first + self._first, count)
        step, other = self.timing.step, self._other.timing
        start = self.timing.start + first * step
        if other.step <= step:
            parts = round(step / other.step)
            rate = self._other.read(other.index(start), count * parts)["Rainf"]
            rate = rate.reshape(count, parts, -1).mean(axis=1)
        else:
            index = np.array([other.index(start + (number + 0.5) * step) for number in range(count)])
            rate = self._other.read(int(index[0]), int(index[-1] - index[0]) + 1)["Rainf"][index - index[0]]
        kept = {name: array for name, array in values.items() if name not in ("Snowf", "Rainf_C")}
        return {**kept, "Rainf": rate}

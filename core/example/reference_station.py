"""GNSS stations, at the reference area and around it: vertical series as a processing centre would give them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR, date_of
from ..files.outputs import write_text
from .randomness import generator
from .smooth_fields import autoregressive


@dataclass(frozen=True)
class StationParameters:
    """Noise of the station's heights.

    Attributes
    ----------
    daily_std_mm : float
        Of a daily height.
    days_averaged : int
        Daily heights that enter one value of the series, about its date.
    slow_std_mm, slow_memory_days : float
        Error that stays for weeks (monument, orbits, tides).
    season_mm : float
        Amplitude of a yearly error of each station's own (heat, draconitic errors), of any phase.
    """

    daily_std_mm: float = 4.0
    days_averaged: int = 11
    slow_std_mm: float = 0.8
    slow_memory_days: float = 60.0
    season_mm: float = 0.0

    @property
    def formal_std_mm(self) -> float:
        """Standard deviation of one value as its centre would give it: without what stays for weeks."""
        return float(self.daily_std_mm / np.sqrt(self.days_averaged))

    @property
    def std_mm(self) -> float:
        """Standard deviation of the noise of one value."""
        return float(np.hypot(self.formal_std_mm, self.slow_std_mm))


def station_noise(parameters: StationParameters, days: FloatArray, seed: int, number: int = 0) -> FloatArray:
    """Return the noise [time] in mm of a station's values on whole `days` [time]; station 0 is the reference area's."""
    p = parameters
    rng = generator(seed, "station", number)
    white = rng.standard_normal(days.size) * p.daily_std_mm / np.sqrt(p.days_averaged)
    span = int(days[-1] - days[0]) + 1
    slow = autoregressive(rng, span, 1, p.slow_memory_days)[:, 0]
    noise = np.asarray(white + p.slow_std_mm * slow[(days - days[0]).astype(np.intp)])
    if p.season_mm > 0:
        phase = 2 * np.pi * generator(seed, "station season", number).random()
        noise += p.season_mm * np.cos(2 * np.pi * days / DAYS_PER_YEAR + phase)
    return noise


def write_stations_table(
    path: Path, days: FloatArray, places: dict[str, tuple[float, float]], up_mm: FloatArray, std_mm: float
) -> None:
    """Write the table ``station,lon,lat,date,up_mm,up_std_mm`` for heights [station, time] of stations by name."""
    lines = [
        f"{name},{lon:.5f},{lat:.5f},{date_of(day).isoformat()},{up:.2f},{std_mm:.2f}\n"
        for (name, (lon, lat)), series in zip(places.items(), up_mm)
        for day, up in zip(days, series)
    ]
    write_text(path, "station,lon,lat,date,up_mm,up_std_mm\n" + "".join(lines))


def write_series(path: Path, days: FloatArray, up_mm: FloatArray) -> None:
    """Write the table ``date,up_mm`` for days [time] and heights [time]."""
    lines = [f"{date_of(day).isoformat()},{up:.2f}\n" for day, up in zip(days, up_mm)]
    write_text(path, "date,up_mm\n" + "".join(lines))

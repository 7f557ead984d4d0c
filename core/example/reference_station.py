"""The GNSS station at the reference area: its vertical series as a processing centre would give it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..outputs import write_text
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
    """

    daily_std_mm: float = 4.0
    days_averaged: int = 11
    slow_std_mm: float = 0.8
    slow_memory_days: float = 60.0

    @property
    def std_mm(self) -> float:
        """Standard deviation of the noise of one value."""
        return float(np.hypot(self.daily_std_mm / np.sqrt(self.days_averaged), self.slow_std_mm))


def station_noise(parameters: StationParameters, days: FloatArray, seed: int) -> FloatArray:
    """Return the noise [time] in mm of the series' values on whole `days` [time]."""
    p = parameters
    rng = generator(seed, "station")
    white = rng.standard_normal(days.size) * p.daily_std_mm / np.sqrt(p.days_averaged)
    span = int(days[-1] - days[0]) + 1
    slow = autoregressive(rng, span, 1, p.slow_memory_days)[:, 0]
    return np.asarray(white + p.slow_std_mm * slow[(days - days[0]).astype(np.intp)])


def write_series(path: Path, days: FloatArray, up_mm: FloatArray) -> None:
    """Write the table ``date,up_mm`` for days [time] and heights [time]."""
    lines = [f"{date_of(day).isoformat()},{up:.2f}\n" for day, up in zip(days, up_mm)]
    write_text(path, "date,up_mm\n" + "".join(lines))

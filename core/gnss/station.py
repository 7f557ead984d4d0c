"""One station's vertical positions, as its file holds them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray


@dataclass(frozen=True)
class Step:
    """A date on which a station's height may jump.

    Attributes
    ----------
    day : float
        First day after the jump, days since 2000-01-01.
    cause : str
        In words.
    by_earthquake : bool
        Whether the ground itself jumped, and not the antenna.
    """

    day: float
    cause: str
    by_earthquake: bool = False


@dataclass(frozen=True)
class Station:
    """Vertical positions of a station.

    Attributes
    ----------
    name : str
        Of the station.
    lon, lat : float
        Degrees, -180..180; NaN where unknown.
    days : array [day]
        Days since 2000-01-01, rising, each once.
    up_mm, up_std_mm : array [day]
        Up positive, about any origin; its standard deviation (NaN where unknown).
    known_steps : tuple of Step
        Changes of the antenna, earthquakes nearby.
    """

    name: str
    lon: float
    lat: float
    days: FloatArray
    up_mm: FloatArray
    up_std_mm: FloatArray
    known_steps: tuple[Step, ...] = ()


def in_order(days: FloatArray, *columns: FloatArray) -> tuple[FloatArray, ...]:
    """Return `days` and `columns` sorted by day; of a day that comes twice the last value counts."""
    order = np.argsort(days, kind="stable")
    days = days[order]
    last = np.append(np.diff(days) > 0, True)
    return days[last], *(column[order][last] for column in columns)


def wrapped(lon: float) -> float:
    """Return a longitude in -180..180."""
    return lon if -180.0 <= lon <= 180.0 else (lon + 180.0) % 360.0 - 180.0

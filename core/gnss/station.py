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
    magnitude : float
        Of the earthquake; NaN where unknown.
    """

    day: float
    cause: str
    by_earthquake: bool = False
    magnitude: float = float("nan")


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
    notes : tuple of str
        What the user should know of the file.
    """

    name: str
    lon: float
    lat: float
    days: FloatArray
    up_mm: FloatArray
    up_std_mm: FloatArray
    known_steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()


def daily_means(days: FloatArray, up: FloatArray, std: FloatArray, *others: FloatArray) -> tuple[FloatArray, ...]:
    """Return one height for each UTC day, in order of time: rows of one day are averaged.

    Parameters
    ----------
    days : array [row]
        Days since 2000-01-01 with their fraction, in any order.
    up, std : array [row]
        Heights and their standard deviations (NaN where unknown).
    others : array [row]
        Columns of which the last of a day counts.

    Returns
    -------
    days, up, std, others : array [day]
        Whole days. The standard deviation of a mean over several rows is that of their scatter over the square root
        of their number, but not less than the rows' own standard deviations give; that of a single row is its own.
    """
    order = np.argsort(days, kind="stable")
    whole = np.floor(days[order])
    starts = np.flatnonzero(np.append(True, np.diff(whole) > 0))
    counts = np.diff(np.append(starts, whole.size))
    up, std = up[order], std[order]
    if whole.size == starts.size:
        return whole, up, std, *(other[order] for other in others)
    mean = np.add.reduceat(up, starts) / counts
    scatter = np.add.reduceat((up - np.repeat(mean, counts)) ** 2, starts) / np.maximum(counts - 1, 1) / counts
    formal = np.sqrt(np.add.reduceat(std**2, starts)) / counts
    several = np.fmax(np.where(counts > 1, np.sqrt(scatter), np.nan), formal)
    several = np.where((several > 0) | (counts == 1), several, np.nan)
    last = starts + counts - 1
    return whole[starts], mean, np.where(counts > 1, several, std[starts]), *(other[order][last] for other in others)


def wrapped(lon: float) -> float:
    """Return a longitude in -180..180.

    Parameters
    ----------
    lon : float
        Degrees, any turn.

    Returns
    -------
    float
        Degrees.
    """
    return lon if -180.0 <= lon <= 180.0 else (lon + 180.0) % 360.0 - 180.0

"""Yearly wave and trend of storage, with their standard deviations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR

_FEWEST = 6


@dataclass(frozen=True)
class Seasons:
    """Terms of each cell.

    Attributes
    ----------
    amplitude, amplitude_std : array [cell]
        Of the yearly wave, mm.
    phase, phase_std : array [cell]
        Day of the year of its largest storage, days.
    trend, trend_std : array [cell]
        mm a year.
    """

    amplitude: FloatArray
    amplitude_std: FloatArray
    phase: FloatArray
    phase_std: FloatArray
    trend: FloatArray
    trend_std: FloatArray


def seasons(days: FloatArray, storage: FloatArray, std: FloatArray, memory_days: float | None = None) -> Seasons | None:
    """Return the terms of `storage` [epoch, cell]; None where the epochs are too few or span less than a year.

    Parameters
    ----------
    days : array [epoch]
        Days since 2000-01-01.
    storage, std : array [epoch, cell]
        mm; epochs with NaN are left out.
    memory_days : float, optional
        Over which the errors correlate in time; None where they are independent.
    """
    known = np.isfinite(storage[:, 0])
    used = days[known]
    if used.size < _FEWEST or np.ptp(used) < 0.95 * DAYS_PER_YEAR:
        return None
    years = (used - used.mean()) / DAYS_PER_YEAR
    # The day of the year from the mean year's length, as charts do.
    angle = 2 * np.pi * used / DAYS_PER_YEAR
    design = np.stack([np.ones(used.size), years, np.cos(angle), np.sin(angle)], axis=1)
    weights = np.linalg.pinv(design)
    terms = weights @ storage[known].astype(np.float64)
    correlation = np.eye(used.size)
    if memory_days is not None:
        correlation = np.exp(-np.abs(used[:, np.newaxis] - used) / memory_days)
    spread = std[known].astype(np.float64)

    def covariance(one: int, other: int) -> FloatArray:
        if memory_days is None:
            return np.asarray((weights[one] * weights[other]) @ spread**2)
        first, second = weights[one][:, np.newaxis] * spread, weights[other][:, np.newaxis] * spread
        return np.asarray((first * (correlation @ second)).sum(axis=0))

    trend_std = np.sqrt(covariance(1, 1))
    cosine, sine = terms[2], terms[3]
    amplitude = np.hypot(cosine, sine)
    safe = np.maximum(amplitude, 1e-12)
    cc, ss, cs = covariance(2, 2), covariance(3, 3), covariance(2, 3)
    along = (cosine**2 * cc + 2 * cosine * sine * cs + sine**2 * ss) / safe**2
    across = (sine**2 * cc - 2 * cosine * sine * cs + cosine**2 * ss) / safe**2
    day = DAYS_PER_YEAR / (2 * np.pi)
    phase = np.mod(np.arctan2(sine, cosine), 2 * np.pi) * day
    phase_std = np.minimum(np.sqrt(np.maximum(across, 0.0)) / safe * day, DAYS_PER_YEAR / 2)
    return Seasons(amplitude, np.sqrt(np.maximum(along, 0.0)), phase, phase_std, terms[1], trend_std=trend_std)

"""The season of a storage series: its annual and semi-annual part, and how fast that changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ...dates import DAYS_PER_YEAR

_ORDERS = np.array([1.0, 2.0])
_SHORT_OF_YEAR = 45.0  # days by which a series may be shorter than a year
TERMS = 2 * _ORDERS.size
"""Number of terms of a season: cosines and sines of a year and of half a year."""


def harmonics(days: FloatArray) -> FloatArray:
    """Return the terms of a season [.., term] at `days` [..]: cosines, then sines, of one and two turns a year."""
    angle = 2 * np.pi / DAYS_PER_YEAR * np.asarray(days)[..., np.newaxis] * _ORDERS
    return np.concatenate([np.cos(angle), np.sin(angle)], axis=-1)


def harmonic_rates(days: FloatArray) -> FloatArray:
    """Return how fast the terms of a season change, [.., term], per day."""
    speed = 2 * np.pi / DAYS_PER_YEAR * _ORDERS
    angle = np.asarray(days)[..., np.newaxis] * speed
    return np.concatenate([-np.sin(angle) * speed, np.cos(angle) * speed], axis=-1)


def covers_a_year(days: FloatArray) -> bool:
    """Return whether days [time] are many enough and far enough apart to tell a season."""
    return bool(days.size >= 2 * (2 + TERMS) and np.ptp(days) >= DAYS_PER_YEAR - _SHORT_OF_YEAR)


@dataclass(frozen=True)
class Season:
    """Annual and semi-annual part of the storage of cells.

    Attributes
    ----------
    terms : array [term, cell]
        Sizes (mm) of the terms of :func:`harmonics`.
    """

    terms: FloatArray

    @classmethod
    def of(cls, days: FloatArray, series: FloatArray) -> Season | None:
        """Return the season of series [time, cell] at `days` [time], fitted beside a line; None below a year."""
        if not covers_a_year(days):
            return None
        years = (days - days.mean()) / DAYS_PER_YEAR
        design = np.column_stack([np.ones_like(years), years, harmonics(days)])
        return cls(np.linalg.lstsq(design, series, rcond=None)[0][2:])

    def at(self, days: FloatArray) -> FloatArray:
        """Return the season [time, cell] (mm) at `days` [time]."""
        values: FloatArray = harmonics(days) @ self.terms
        return values

"""Sums of an hour or accumulations since 00 UTC: what the values themselves show.

ERA5 gives precipitation and radiation as sums over the hour before the stamp, ERA5-Land as sums since 00 UTC of the
day; names, units and attributes of the two are the same. An accumulation never falls within the day (01 to 24 UTC) and
falls after 00 UTC; sums of an hour fall every evening, or whenever rain ends.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray

LEAST_DAYS = 2  # on which an accumulation must be seen to begin anew
_RELATIVE = 1e-4  # of the largest value: packing of GRIB and of 16-bit NetCDF
_MOSTLY = 0.8


@dataclass
class Evidence:
    """What values have shown so far.

    Attributes
    ----------
    fell : int
        Times that a value is less than the one before it on the same day.
    began, went_on : int
        Days on which it falls after 00 UTC, and on which it did not although there was something to fall from.
    days : int
        Days that were looked at.
    """

    fell: int = 0
    began: int = 0
    went_on: int = 0
    days: int = 0

    def add(self, stamps: FloatArray, values: FloatArray, least: float) -> None:
        """Take in values [time, place] at stamps [time] (days); changes below `least` do not count."""
        stamps = stamps - 1e-3  # 00 UTC ends the day before
        day = np.floor(stamps)
        tolerance = max(least, _RELATIVE * float(np.nanmax(np.abs(values), initial=0.0)))
        change = np.diff(values, axis=0)
        within = np.diff(day) == 0
        follows = np.diff(day) == 1
        self.fell += int((change[within] < -tolerance).any(axis=1).sum())
        some = values[:-1][follows] > tolerance
        falls = (change[follows] < -tolerance) & some
        # At a few places rain may begin with more in the first hour than the day before had in all.
        most = falls.sum(axis=1) > 0.5 * some.sum(axis=1)
        self.began += int((most & some.any(axis=1)).sum())
        self.went_on += int((~most & some.any(axis=1)).sum())
        self.days += int(np.unique(day).size)

    @property
    def verdict(self) -> str:
        """``accumulated``, ``sum``, or ``undecided`` where the values do not tell."""
        if self.fell:
            return "sum"
        if self.began >= LEAST_DAYS and self.began >= _MOSTLY * (self.began + self.went_on) - 1e-9:
            return "accumulated"
        if self.began == 0 and self.went_on >= LEAST_DAYS:
            return "sum"
        return "undecided"

"""Data of all kinds and times in one vector: what each datum is a sum of."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...dates import DAYS_PER_YEAR

STATION, GRACE = -1, -2
"""Kinds of points that are no cells of a frame; a frame's points have its number, 0 or more."""


@dataclass(frozen=True)
class Points:
    """Places that data tell of: cells of frames, stations, footprints of GRACE.

    Attributes
    ----------
    kind : array [point] of int
        Number of the frame, `STATION` or `GRACE`.
    places : array [point, 3]
        Unit vectors.
    loads : array [point, group]
        What 1 mm of water on all of a group of cells does to the datum (mm).
    seasonal : array [term, point, group]
        The same of the terms of the season, cell by cell.
    std : array [point]
        Formal standard deviation of stations and of GRACE (mm); 0 elsewhere.
    names : tuple of str [point]
        Of stations; empty elsewhere.
    """

    kind: IntArray
    places: FloatArray
    loads: FloatArray
    seasonal: FloatArray
    std: FloatArray
    names: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many points there are."""
        return int(self.kind.size)


@dataclass(frozen=True)
class Blocks:
    """Times of the data; GRACE's months are means over some days.

    Attributes
    ----------
    days : array [moment]
        Days since 2000-01-01.
    average : array [block, moment]
        Weights of the moments in each time; their sum is 1.
    """

    days: FloatArray
    average: FloatArray

    @property
    def middle(self) -> FloatArray:
        """Mean day [block] of each time."""
        days: FloatArray = self.average @ self.days
        return days

    def remembering(self, memory_days: float | None) -> FloatArray:
        """Return the correlation [block, block] of what fades within a memory; None: of what returns every year."""
        kept: FloatArray = self.average @ correlation_in_time(self.days, self.days, memory_days) @ self.average.T
        return kept

    def remembering_at(self, days: FloatArray, memory_days: float | None) -> FloatArray:
        """Return the correlation [day, block] of the state at `days` [day] with each time."""
        kept: FloatArray = correlation_in_time(np.asarray(days), self.days, memory_days) @ self.average.T
        return kept


def correlation_in_time(days: FloatArray, others: FloatArray, memory_days: float | None) -> FloatArray:
    """Return the correlation [day, other]: fading within a memory, or (None) of a yearly wave of any phase."""
    apart = days[:, np.newaxis] - others
    if memory_days is None:
        yearly: FloatArray = np.cos(2 * np.pi / DAYS_PER_YEAR * apart)
        return yearly
    fading: FloatArray = np.exp(-np.abs(apart) / memory_days)
    return fading


@dataclass(frozen=True)
class DataRows:
    """Data in one vector.

    Attributes
    ----------
    block : array [datum] of int
        Time of each datum.
    weights : array [datum, point]
        Of the points in the datum.
    values : array [datum, column]
        Observed less predicted by the open loop (mm); the first column is the data, others are placebos.
    source : array [datum] of int
        Kind of the points, as in `Points`; a row of stations alone also has its point.
    point : array [datum] of int
        The point where the datum is one point's; -1 where it is a combination of several.
    """

    block: IntArray
    weights: FloatArray
    values: FloatArray
    source: IntArray
    point: IntArray

    @property
    def size(self) -> int:
        """Number of data."""
        return int(self.block.size)

    def part(self, chosen: BoolArray | IntArray) -> DataRows:
        """Return the chosen data."""
        return replace(
            self,
            block=self.block[chosen],
            weights=self.weights[chosen],
            values=self.values[chosen],
            source=self.source[chosen],
            point=self.point[chosen],
        )

    @classmethod
    def of(cls, values: FloatArray, kind: IntArray) -> DataRows:
        """Return a row for each value that is there, of values [block, point, column]."""
        block, point = np.nonzero(np.isfinite(values[..., 0]))
        weights = np.zeros((block.size, kind.size))
        weights[np.arange(block.size), point] = 1.0
        return cls(block, weights, values[block, point], kind[point], point)

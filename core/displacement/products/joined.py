"""Series of the same points out of several files: tiles beside each other, releases one after the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray, IntArray
from ...files.point_csv import PointFile
from .model import Float32, ReadPoints

_TOGETHER = 20_000
"""Points whose offsets between two files are found together."""


@dataclass(frozen=True)
class Part:
    """What one file gives to a set of points.

    Attributes
    ----------
    table : PointFile
        The file.
    rows : int array [point]
        Its point for each of the set's.
    columns : int array [date]
        Its dates that are taken.
    dates : int array [date]
        Which dates of the set these are.
    offset : array [point]
        Added to its values, in the file's unit.
    """

    table: PointFile
    rows: npt.NDArray[np.intp]
    columns: npt.NDArray[np.intp]
    dates: npt.NDArray[np.intp]
    offset: FloatArray


def ascending(table: PointFile) -> npt.NDArray[np.intp]:
    """Return the order of a table's columns by date."""
    return np.argsort(table.days, kind="stable")


@dataclass(frozen=True)
class PointSet:
    """Points and their series, read from parts.

    Attributes
    ----------
    days : array [date]
        Ascending.
    parts : tuple of tuple of Part
        A group for each set of points, one after the other; in it the parts in time.
    """

    days: FloatArray
    parts: tuple[tuple[Part, ...], ...]

    @classmethod
    def single(cls, table: PointFile) -> PointSet:
        """Return all points of one file."""
        order = ascending(table)
        rows = np.arange(table.n_points)
        part = Part(table, rows, order, np.arange(order.size), np.zeros(rows.size))
        return cls(table.days[order], ((part,),))

    @property
    def n_points(self) -> int:
        """How many points."""
        return sum(group[0].rows.size for group in self.parts)

    def together(self, other: PointSet) -> PointSet:
        """Return the points of both, over the dates of both."""
        days = np.union1d(self.days, other.days)
        groups = []
        for one in (self, other):
            place = np.searchsorted(days, one.days)
            groups += [
                tuple(Part(part.table, part.rows, part.columns, place[part.dates], part.offset) for part in group)
                for group in one.parts
            ]
        return PointSet(days, tuple(groups))

    def series(self, points: IntArray) -> Float32:
        """Return the series [date, point] of some points, in the files' unit."""
        if len(self.parts) == 1 and len(self.parts[0]) == 1:
            part = self.parts[0][0]
            found = part.table.series(part.rows[points])
            if (np.diff(part.columns) == 1).all() and part.columns.size == found.shape[1]:
                return np.ascontiguousarray(found.T)
        values = np.full((self.days.size, points.size), np.nan, dtype=np.float32)
        start = 0
        for group in self.parts:
            size = group[0].rows.size
            inside = np.flatnonzero((points >= start) & (points < start + size))
            if inside.size:
                at = points[inside] - start
                for part in group:
                    found = part.table.series(part.rows[at])[:, part.columns] + part.offset[at, None]
                    values[np.ix_(part.dates, inside)] = found.T
            start += size
        return values

    def reader(self, factor: float) -> ReadPoints:
        """Return a function that reads consecutive points in mm."""

        def read(points: slice) -> Float32:
            values = self.series(np.arange(points.start, points.stop))
            values *= np.float32(factor)
            return values

        return read

    def later(self, table: PointFile, mine: npt.NDArray[np.intp], theirs: npt.NDArray[np.intp]) -> PointSet:
        """Return the points that this set and a later file have in common, over the dates of both.

        The file's values are shifted, point by point, by the mean difference over the common dates; at these the
        values of the earlier files are kept.

        Parameters
        ----------
        table : PointFile
            Some of whose dates this set has, too.
        mine, theirs : int array [point]
            Numbers of the common points in the set (of one group) and in the file.
        """
        order = ascending(table)
        days = np.union1d(self.days, table.days)
        _, here, there = np.intersect1d(self.days, table.days[order], return_indices=True)
        offset = np.empty(mine.size)
        for start in range(0, mine.size, _TOGETHER):
            some = slice(start, start + _TOGETHER)
            difference = self.series(mine[some])[here].astype(np.float64) - table.series(theirs[some])[
                :, order[there]
            ].T.astype(np.float64)
            known = np.isfinite(difference)
            offset[some] = np.where(known, difference, 0.0).sum(axis=0) / np.where(known.any(0), known.sum(0), np.nan)
        (group,) = self.parts
        place = np.searchsorted(days, self.days)
        kept = [Part(part.table, part.rows[mine], part.columns, place[part.dates], part.offset[mine]) for part in group]
        new = np.setdiff1d(np.arange(order.size), there)
        added = Part(table, theirs, order[new], np.searchsorted(days, table.days[order[new]]), offset)
        return PointSet(days, ((*kept, added),))

"""Cells of a grid gathered in groups, small near the data and large far from them.

A covariance of 100,000 cells does not fit into memory. The load of far water is smooth, so that water may be taken as
even over a group of cells whose size is a fraction of the distance to the nearest datum; the covariance of the groups
is that of their middles, and the covariance of a group with any cell is exact, so that the whole stays
positive definite.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...geodesy import EARTH_RADIUS, unit_vectors

_LARGEST = 32  # cells along a side of the groups that are divided further
_OF_DISTANCE = 0.5  # diameter of a group over its distance to the nearest datum


@dataclass(frozen=True)
class CellGroups:
    """Groups of cells.

    Attributes
    ----------
    number : array [cell] of int
        Group of each cell.
    places : array [group, 3]
        Unit vectors to the groups' middles.
    """

    number: IntArray
    places: FloatArray

    @property
    def count(self) -> int:
        """How many groups there are."""
        return int(self.places.shape[0])

    def sums(self, columns: FloatArray) -> FloatArray:
        """Return columns [.., cell] summed over the cells of each group, [.., group]."""
        order = np.argsort(self.number, kind="stable")
        starts = np.searchsorted(self.number[order], np.arange(self.count))
        total: FloatArray = np.add.reduceat(columns[..., order], starts, axis=-1)
        return total


def group_cells(
    cells: BoolArray, lon: FloatArray, lat: FloatArray, points: FloatArray, of_distance: float = _OF_DISTANCE
) -> CellGroups:
    """Divide the cells of a grid into groups.

    Parameters
    ----------
    cells : array [row, column] of bool
        Which cells carry load.
    lon, lat : array [cell]
        Their centres in degrees.
    points : array [point, 3]
        Unit vectors to the places of the data.
    of_distance : float
        Diameter of a group over its distance to the nearest datum; 0 makes each cell a group.
    """
    rows, columns = cells.shape
    place = np.zeros((rows, columns, 3))
    place[cells] = unit_vectors(lon, lat)
    number = np.full((rows, columns), -1, dtype=np.intp)
    middles: list[FloatArray] = []
    side = _LARGEST if of_distance > 0 else 1
    waiting = [(row, column, side) for row in range(0, rows, side) for column in range(0, columns, side)]
    while waiting:
        row, column, side = waiting.pop()
        part = slice(row, row + side), slice(column, column + side)
        inside = cells[part]
        if not inside.any():
            continue
        vectors = place[part][inside]
        middle = vectors.mean(axis=0)
        middle /= np.linalg.norm(middle)
        diameter = 2 * np.sqrt(np.square(vectors - middle).sum(axis=1).max())
        if side > 1 and diameter > of_distance * np.sqrt(np.square(points - middle).sum(axis=1).min()):
            half = side // 2
            waiting += [(row + down, column + right, half) for down in (0, half) for right in (0, half)]
            continue
        number[part][inside] = len(middles)
        middles.append(middle)
    return CellGroups(number[cells], np.array(middles))


def chord_km(places: FloatArray, others: FloatArray) -> FloatArray:
    """Return the chords [place, other] in km between unit vectors [.., 3].

    Chords, because a function of great-circle distances may not be a covariance on the sphere.
    """
    from scipy.spatial.distance import cdist

    # By differences: a chord by the scalar product is good to 0.1 m only, and not 0 from a place to itself.
    chord: FloatArray = 1e-3 * EARTH_RADIUS * cdist(places, others)
    return chord

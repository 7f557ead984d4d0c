"""Scattered points under many cells: near cells one by one, far ones in blocks that grow with the distance.

Cells of a lattice are gathered two by two, again and again. A block acts as one disk at the centre of
its cells once it is some :data:`OPENING` of its own sides away; nearer, its four parts are looked at
instead, down to the cells themselves. All blocks and cells are columns of one sparse matrix.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import MissingPackageError
from ..geodesy import EARTH_RADIUS, unit_vectors
from .cells import ExactCells
from .kernel import DiskKernel
from .sphere import Lattice, cap_half_chord, half_chord_of_pairs

OPENING = 10.0
"""Distance of a block in lengths of its longer side at which its parts are not separated; less for many points."""
_LEAST_OPENING = 5.0
_MATRIX_BYTES = 256 * 2**20
_LEVELS = 7
_POINTS_AT_ONCE = 96


@dataclass(frozen=True)
class _Level:
    """Blocks of 2^level x 2^level cells.

    ``center`` [block, 3] are unit vectors, ``extent`` [block] radians, ``parent`` [block] the block of
    the level above, ``first`` the column of block 0 in the matrix.
    """

    center: FloatArray
    extent: FloatArray
    parent: IntArray
    first: int


class TreeSum:
    """Response at scattered points to the cells of a lattice.

    Parameters
    ----------
    lattice : Lattice
        Of the cells.
    lon, lat : array [cell]
        Degrees.
    area : array [cell]
        Of each cell in those of the kernel's disk.
    kernels : list of DiskKernel
        One for each row of cells; the first is that of the blocks.
    point_lon, point_lat : array [point]
        Degrees.
    cutoff : float, optional
        m; cells further away do not count, and nothing is gathered.
    exact : ExactCells, optional
        Shapes of the cells.
    """

    def __init__(
        self,
        lattice: Lattice,
        lon: FloatArray,
        lat: FloatArray,
        area: FloatArray,
        kernels: list[DiskKernel],
        *,
        point_lon: FloatArray,
        point_lat: FloatArray,
        cutoff: float | None = None,
        exact: ExactCells | None = None,
    ) -> None:
        self._lattice, self._kernels, self._exact = lattice, kernels, exact
        self._lon, self._lat, self._area = lon, lat, area
        self._point_lon, self._point_lat = point_lon, point_lat
        self._points = unit_vectors(point_lon, point_lat)
        self._limit = None if cutoff is None else cap_half_chord(cutoff, EARTH_RADIUS)
        self._levels = self._gather_blocks()
        # Of the cells, those within two openings are entries; of each level of blocks, a ring of one to two.
        entries = np.pi * (3 * len(self._levels) + 1) * point_lon.size
        self._opening = float(np.clip(np.sqrt(_MATRIX_BYTES / 12 / entries), _LEAST_OPENING, OPENING))
        self._matrix = self._build()

    @property
    def nbytes(self) -> int:
        """Memory that the operator holds."""
        return int(self._matrix.data.nbytes + self._matrix.indices.nbytes + self._matrix.indptr.nbytes)

    def apply(self, storage: FloatArray) -> FloatArray:
        """Return the response [field, point] (mm) to storage [field, cell] (m)."""
        values = [np.asarray(storage, np.float64).T]
        for level, above in zip(self._levels[:-1], self._levels[1:]):
            weighted = values[-1] * self._area[:, None] if level is self._levels[0] else values[-1]
            sums = np.zeros((len(above.center), weighted.shape[1]))
            np.add.at(sums, level.parent, weighted)
            values.append(sums)
        return np.asarray((self._matrix @ np.concatenate(values)).T)

    def adjoint(self, values: FloatArray) -> FloatArray:
        """Return the transposed operator [field, cell] of values [field, point]."""
        columns = self._matrix.T @ np.asarray(values, np.float64).T
        spread = np.zeros((0, columns.shape[1]))
        for level in reversed(self._levels):
            own = columns[level.first : level.first + len(level.center)]
            if spread.size:
                spread = spread[level.parent] * (self._area[:, None] if level is self._levels[0] else 1.0)
                spread = spread + own
            else:
                spread = own
        return np.asarray(spread.T)

    def _gather_blocks(self) -> list[_Level]:
        """Return the levels from the cells up."""
        center: FloatArray = unit_vectors(self._lon, self._lat)
        row, column = self._lattice.row, self._lattice.column
        extent = np.full(len(center), np.radians(self._lattice.step))
        if self._lattice.latitudes.size > 1:
            tall = np.radians(np.gradient(self._lattice.latitudes))[row]
            extent = np.maximum(tall, extent * np.cos(np.radians(self._lat)))
        levels: list[_Level] = []
        weight, first = self._area, 0
        for _ in range(_LEVELS):
            row, column = row // 2, column // 2
            _, parent = np.unique(row * (self._lattice.columns + 1) + column, return_inverse=True)
            parent = parent.ravel()
            levels.append(_Level(center, extent, parent, first))
            first += len(center)
            blocks = int(parent.max()) + 1
            sums = np.stack([np.bincount(parent, axis * weight) for axis in center.T], axis=1)
            above = np.zeros(blocks)
            np.maximum.at(above, parent, 2 * extent)
            some_row, some_column = np.zeros(blocks, np.intp), np.zeros(blocks, np.intp)
            some_row[parent], some_column[parent] = row, column
            weight = np.asarray(np.bincount(parent, weight), np.float64)
            center = sums / np.linalg.norm(sums, axis=1, keepdims=True)
            extent, row, column = above, some_row, some_column
            if blocks == 1:
                break
        levels.append(_Level(center, extent, np.zeros(len(center), np.intp), first))
        return levels

    def _build(self) -> Any:
        """Return the sparse matrix [point, column]."""
        try:
            from scipy.sparse import csr_matrix, vstack
        except ImportError:
            raise MissingPackageError("scipy") from None
        children = [_children(level.parent) for level in self._levels[:-1]]
        width = self._levels[-1].first + len(self._levels[-1].center)
        blocks = []
        for start in range(0, len(self._points), _POINTS_AT_ONCE):
            count = min(_POINTS_AT_ONCE, len(self._points) - start)
            rows, columns, values = self._block(start, count, children)
            blocks.append(csr_matrix((values, (rows, columns)), shape=(count, width)))
        return vstack(blocks, format="csr")

    def _block(
        self, start: int, count: int, children: list[tuple[IntArray, IntArray]]
    ) -> tuple[IntArray, IntArray, FloatArray]:
        """Return rows (from 0), columns and values of some points."""
        tops = len(self._levels[-1].center)
        point, block = np.repeat(np.arange(start, start + count), tops), np.tile(np.arange(tops), count)
        parts: list[tuple[IntArray, IntArray, FloatArray]] = []
        for number in range(len(self._levels) - 1, -1, -1):
            square = half_chord_of_pairs(self._points[point], self._levels[number].center[block])
            far = self._far(number, block, square)
            parts.append(self._entries(number, point[far], block[far], square[far]))
            if number > 0:
                point, block = _open(children[number - 1], point[~far], block[~far])
        rows, columns, values = (np.concatenate([part[i] for part in parts]) for i in range(3))
        return rows - start, columns, values

    def _far(self, number: int, block: IntArray, square: FloatArray) -> Any:
        """Return which pairs need no closer look."""
        if number == 0:
            return np.ones(block.size, bool) if self._limit is None else square <= self._limit
        if self._limit is not None:
            return np.zeros(block.size, bool)
        reach = np.minimum(self._opening * self._levels[number].extent[block], np.pi)
        return square > np.sin(reach / 2) ** 2

    def _entries(
        self, number: int, point: IntArray, block: IntArray, square: FloatArray
    ) -> tuple[IntArray, IntArray, FloatArray]:
        """Return rows, columns and values of accepted pairs."""
        if number > 0:
            return point, block + self._levels[number].first, self._kernels[0].at(square)
        row = self._lattice.row[block]
        if all(kernel is self._kernels[0] for kernel in self._kernels):
            values = self._kernels[0].at(square)
        else:
            values = np.empty(square.size)
            for one in np.unique(row):
                chosen = row == one
                values[chosen] = self._kernels[one].at(square[chosen])
        if self._exact is not None:
            east = np.mod(self._point_lon[point] - self._lon[block] + 180.0, 360.0) - 180.0
            self._exact.replace_list(values, block, self._point_lat[point], east)
        return point, block, values


def _children(parent: IntArray) -> tuple[IntArray, IntArray]:
    """Return the blocks below ordered by the block above, and where each one's begin."""
    order = np.argsort(parent, kind="stable")
    return order, np.searchsorted(parent[order], np.arange(int(parent.max()) + 2))


def _open(children: tuple[IntArray, IntArray], point: IntArray, block: IntArray) -> tuple[IntArray, IntArray]:
    """Return the pairs of points with the parts of blocks."""
    order, start = children
    count = start[block + 1] - start[block]
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(point, count), order[np.repeat(start[block], count) + within]

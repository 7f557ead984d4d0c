"""Means over the pixels of cells that do not jump or shrink where pixels come and go.

A displacement series is known but for a constant for each of its connected parts. The mean of a cell is therefore
that of the pixels' *changes*: least squares of ``x[date, part] = mean[date] + constant[part]`` over all that the
interferograms determine, as the reference area is treated. Where all pixels have all dates this is the plain mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import MissingPackageError
from ..insar.solver.gaps import normal_equations
from ..insar.solver.motion import MotionModel, motion_model
from .cell_sums import CellMeans

Parts = npt.NDArray[np.uint16]
_RIDGE = 1e-6
"""Weight of a motion of 0 mm, far below that of a date: keeps undetermined terms of a cell's motion finite."""


@dataclass
class _Normals:
    """Normal equations of the dates of one cell, from its incomplete pixels."""

    matrix: FloatArray
    rhs: FloatArray


class TiedMeans:
    """Means over cells from blocks of pixels, tied over the dates that pixels have in common.

    Parameters
    ----------
    days : array [date]
        Days since 2000-01-01.
    n_cells : int
        Cells.

    Attributes
    ----------
    all : CellMeans
        Plain means of what is determined: its counts are those of the tied means.
    n_incomplete : int array [cell]
        Pixels that lack a date or whose series has several parts.
    """

    def __init__(self, days: FloatArray, n_cells: int) -> None:
        self._days = np.asarray(days, dtype=np.float64)
        self.all = CellMeans(self._days.size, n_cells)
        self._complete = CellMeans(self._days.size, n_cells)
        self._normals: dict[int, _Normals] = {}
        self.n_incomplete: IntArray = np.zeros(n_cells, dtype=np.int64)

    def add(self, cell: IntArray, values: FloatArray, part: Parts) -> None:
        """Add pixels.

        Parameters
        ----------
        cell : int array [pixel]
            Where they lie.
        values : array [date, pixel]
            NaN is left out.
        part : uint16 array [date, pixel]
            From 1, the connected part of each date; 0 is left out.
        """
        there = np.isfinite(values) & (part > 0)
        part = np.where(there, part, 0).astype(np.uint16)
        complete = (part == part[:1]).all(axis=0) & there.all(axis=0)
        self.all.add(cell, np.where(there, values, np.nan))
        if complete.any():
            self._complete.add(cell[complete], values[:, complete])
        rest = np.flatnonzero(~complete & there.any(axis=0))
        np.add.at(self.n_incomplete, cell[rest], 1)
        for number in np.unique(cell[rest]):
            pixels = rest[cell[rest] == number]
            normals = self._normals.get(int(number))
            if normals is None:
                n_dates = self._days.size
                normals = self._normals[int(number)] = _Normals(np.zeros((n_dates, n_dates)), np.zeros(n_dates))
            _add_parts(normals, values[:, pixels].astype(np.float64), part[:, pixels])

    @property
    def incomplete(self) -> IntArray:
        """Numbers of the cells whose pixels are not all complete."""
        return np.array(sorted(self._normals), dtype=np.int64)

    def solve(self) -> tuple[FloatArray, Parts]:
        """Return the means [date, cell], NaN where no pixel tells, and the part of each date, from 1; 0 where none.

        Parts of a cell that no pixel connects are tied by a trend and a season that are fitted to all of them.
        """
        mean = np.where(self.all.count > 0, self.all.mean, np.nan)
        part = (self.all.count > 0).astype(np.uint16)
        for number in self.incomplete:
            mean[:, number], part[:, number] = self._solve_cell(int(number), mean[:, number])
        cut = np.flatnonzero(part.max(axis=0) > 1)
        if cut.size:
            mean[:, cut] = _tie(mean[:, cut], part[:, cut], self._days)
        return mean, part

    def _solve_cell(self, number: int, plain: FloatArray) -> tuple[FloatArray, Parts]:
        try:
            from scipy.sparse.csgraph import connected_components
        except ImportError:
            raise MissingPackageError("scipy") from None
        normals, n_dates = self._normals[number], self._days.size
        matrix, rhs = normals.matrix.copy(), normals.rhs.copy()
        n_complete = int(self._complete.count[0, number])
        if n_complete:
            matrix += n_complete * (np.eye(n_dates) - 1.0 / n_dates)
            whole = self._complete.mean[:, number]
            rhs += n_complete * (whole - whole.mean())
        mean, part = np.full(n_dates, np.nan), np.zeros(n_dates, dtype=np.uint16)
        _, labels = connected_components(matrix < -1e-12, directed=False)
        found = 0
        for label in dict.fromkeys(labels.tolist()):  # by their first dates
            dates = np.flatnonzero(labels == label)
            if dates.size < 2:
                continue
            found += 1
            values = np.zeros(dates.size)
            values[1:] = np.linalg.solve(matrix[np.ix_(dates[1:], dates[1:])], rhs[dates[1:]])
            if dates[0] == 0:
                values += plain[0]  # 0 in the series of an inversion
            else:
                # Nothing reaches the first date: the constant is that of the gap models, as in the plain mean.
                weight = self.all.count[dates, number]
                values += np.sum(weight * (plain[dates] - values)) / np.sum(weight)
            mean[dates], part[dates] = values, found
        return mean, part


def _add_parts(normals: _Normals, values: FloatArray, part: Parts) -> None:
    """Add pixels of one cell [date, pixel], each part with a constant of its own that is eliminated."""
    for number in range(1, int(part.max(initial=0)) + 1):
        some = part == number
        count = np.count_nonzero(some, axis=0)
        useful = count > 1
        if not useful.any():
            continue
        some, count = some[:, useful], count[useful]
        chosen = np.where(some, values[:, useful], 0.0)
        centred = np.where(some, chosen - chosen.sum(axis=0) / count, 0.0)
        share = some / np.sqrt(count)
        normals.matrix -= share @ share.T
        normals.matrix[np.diag_indices(len(some))] += np.count_nonzero(some, axis=1)
        normals.rhs += centred.sum(axis=1)


def _tie(mean: FloatArray, part: Parts, days: FloatArray) -> FloatArray:
    """Return the means [date, cell] with the constants of their parts such that trend and season fit them best."""
    model: MotionModel = motion_model(days, seasonal=True)
    n_dates, n_cells = mean.shape
    first = np.repeat(np.arange(n_dates, dtype=np.int32)[:, None], n_cells, axis=1)
    for cell in range(n_cells):
        for number in range(1, int(part[:, cell].max()) + 1):
            dates = np.flatnonzero(part[:, cell] == number)
            first[dates, cell] = dates[0]
    normal = normal_equations(np.nan_to_num(mean), first, model)
    n_terms = len(normal.rhs)
    matrix = np.moveaxis(normal.matrix, 2, 0) + _RIDGE * np.eye(n_terms)
    theta = np.linalg.solve(matrix, normal.rhs.T[:, :, None])[:, :, 0].T
    level = normal.mean - sum(theta[k] * normal.term_means[k] for k in range(n_terms))  # at the first dates of parts
    begin = np.argmax(part == 1, axis=0)
    shift = level[begin, np.arange(n_cells)] - level
    return mean + np.take(shift, normal.place)


def parts_of(values: FloatArray, determined: BoolArray | None, part: IntArray | None) -> Parts:
    """Return the connected part of each date [date, pixel], from 1; 0 where it is missing or not determined.

    Parameters
    ----------
    values : array [date, pixel]
        Displacement.
    determined : bool array [date, pixel], optional
        Whether interferograms determine it; all that is finite where None.
    part : int array [date, pixel], optional
        Numbers of the parts from 0; one part where None.
    """
    there = np.isfinite(values)
    if determined is not None:
        there &= determined
    numbers = np.ones(values.shape, dtype=np.uint16) if part is None else (part + 1).astype(np.uint16)
    return np.where(there, numbers, 0).astype(np.uint16)

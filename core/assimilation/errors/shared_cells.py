"""Cells that several frames see: what all of them together say on a day, for filters of one observation a cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...errors import InputError
from ..frames import Frames


class Together(NamedTuple):
    """The observations of an epoch, one a cell.

    Attributes
    ----------
    values : array [cell]
        Best linear mean of the cell's observations (mm); NaN where there is none.
    std : array [cell]
        Standard deviation of its error (mm); NaN where there is none.
    weights : array [point]
        Of the observations in it; 0 where there is none.
    """

    values: FloatArray
    std: FloatArray
    weights: FloatArray


@dataclass(frozen=True)
class SharedCells:
    """Points by the cell that they see.

    All observations of a cell on a day are of one displacement, so that a filter that uses them one after the other
    ends where one does that uses their best mean. The mean also serves errors that are not independent.

    Attributes
    ----------
    cells : array [cell] of int
        Observed cells, each once, ascending.
    of_point : array [point] of int
        Which of `cells` each point is.
    first : array [cell] of int
        First point of each.
    frame : array [point] of int
        Of each point.
    covariance : array [frame, frame]
        Of the errors of frames in one cell (mm2).
    several : array [cell of several, frame] of int
        Points of the cells that have several; -1 behind the last.
    """

    cells: IntArray
    of_point: IntArray
    first: IntArray
    frame: IntArray
    covariance: FloatArray
    several: IntArray

    @classmethod
    def of(cls, points: IntArray, frames: Frames, covariance: FloatArray) -> SharedCells:
        """Sort points [point], each with the number of its cell, by cells.

        Raises
        ------
        InputError
            Where two frames in a cell have the same error, so that one of them says nothing.
        """
        cells, first, of_point, counts = np.unique(points, return_index=True, return_inverse=True, return_counts=True)
        of_point = np.ravel(of_point)
        place = number_within(of_point)
        row = np.cumsum(counts > 1) - 1
        several = np.full((int((counts > 1).sum()), int(counts.max(initial=1))), -1, dtype=np.intp)
        chosen = np.flatnonzero(counts[of_point] > 1)
        several[row[of_point[chosen]], place[chosen]] = chosen
        check_overlap(several, frames.number, covariance)
        return cls(cells, of_point, first, frames.number, covariance, several=several)

    def together(self, observed: FloatArray) -> Together:
        """Return the best mean of the observations [point] in each cell."""
        seen = np.isfinite(observed)
        weights, std = seen.astype(np.float64), np.full(self.cells.size, np.nan)
        std[self.of_point[seen]] = np.sqrt(np.diag(self.covariance)[self.frame[seen]])
        if self.several.size:
            used: BoolArray = (self.several >= 0) & seen[self.several]
            frame = self.frame[self.several]
            between = self.covariance[frame[:, :, np.newaxis], frame[:, np.newaxis, :]]
            matrix = np.where(used[:, :, np.newaxis] & used[:, np.newaxis, :], between, np.eye(frame.shape[1]))
            precision = np.linalg.solve(matrix, used[..., np.newaxis].astype(np.float64))[..., 0]
            total = precision.sum(axis=1)
            some = used.any(axis=1)
            weights[self.several[used]] = (precision / np.where(some, total, 1.0)[:, np.newaxis])[used]
            std[self.of_point[self.several[some, 0]]] = 1 / np.sqrt(total[some])
        values = np.bincount(self.of_point[seen], (weights * np.where(seen, observed, 0.0))[seen], self.cells.size)
        return Together(np.where(np.isfinite(std), values, np.nan), std, weights)


def number_within(group: IntArray) -> IntArray:
    """Return the number of each point among the points [point] of its group, in their order."""
    counts = np.bincount(group)
    order = np.argsort(group, kind="stable")
    number = np.empty(group.size, dtype=np.intp)
    number[order] = np.arange(group.size) - np.repeat(np.cumsum(counts) - counts, counts)
    return number


def check_overlap(several: IntArray, number: IntArray, covariance: FloatArray) -> None:
    """Raise InputError where two frames that overlap have one and the same error."""
    std = np.sqrt(np.diag(covariance))
    same = covariance > (1 - 1e-9) * np.outer(std, std)
    np.fill_diagonal(same, False)
    if not same.any():
        return
    frame = np.where(several >= 0, number[several], -1)
    for one, other in np.argwhere(np.triu(same)):
        if ((frame == one).any(axis=1) & (frame == other).any(axis=1)).any():
            raise InputError(
                "Two frames of one track overlap, and with ERROR_NUGGET 0 their errors in a cell are the same: the "
                "covariance of the observations is not positive definite. Choose ERROR_NUGGET above 0."
            )

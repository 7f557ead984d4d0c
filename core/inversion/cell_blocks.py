"""Frames with more cells than can be solved together: means over blocks of 2 x 2, 4 x 4, ... cells."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assimilation.inputs.observations import Observations
from ..work.progress import Progress
from .data_errors import DataErrors

_LARGEST = 64
_LEAST_PART = 0.5  # of a block's cells must have a value at an epoch


@dataclass(frozen=True)
class CellBlocks:
    """Which cells of the frames stand together.

    Attributes
    ----------
    side : int
        Cells along a block.
    number : array [point]
        Block of each point; stations are blocks of their own, behind those of cells.
    counts : array [block]
        Points in each.
    first : array [block]
        The point of a block that stands for its place: the one nearest to its middle.
    """

    side: int
    number: IntArray
    counts: IntArray
    first: IntArray

    def averaged(self, observed: Observations, progress: Progress) -> Observations:
        """Return the observations of the blocks, and say so.

        Parameters
        ----------
        observed : Observations
            Of single cells, and stations.
        progress : Progress
            Of the caller.
        """
        n_frames = observed.rows.size - (0 if observed.stations is None else len(observed.stations.names))
        n_blocks = int(self.counts.size - (observed.rows.size - n_frames))
        progress.warn(
            f"The frames have {n_frames:,} cells with data, more than can be solved together: means over "
            f"{self.side} x {self.side} cells stand for them ({n_blocks:,} data), "
            "each with the load response of its cells."
        )
        known = np.isfinite(observed.values)
        shape = (observed.days.size, self.counts.size)
        total, seen = np.zeros(shape), np.zeros(shape)
        for epoch in range(shape[0]):
            total[epoch] = np.bincount(self.number, np.where(known[epoch], observed.values[epoch], 0.0), shape[1])
            seen[epoch] = np.bincount(self.number, known[epoch], shape[1])
        enough = seen >= _LEAST_PART * self.counts
        values = np.where(enough, total / np.maximum(seen, 1), np.nan)
        frames = observed.frames
        if frames is not None:
            frames = frames.part(self.first[self.first < n_frames])
        return replace(
            observed,
            values=values,
            rows=observed.rows[self.first],
            columns=observed.columns[self.first],
            frames=frames,
        )

    def errors(self, errors: DataErrors) -> DataErrors:
        """Return the errors of the blocks of cells: what is a cell's own averages out, what cells share does not.

        Parameters
        ----------
        errors : DataErrors
            Of cells taken one by one.

        Returns
        -------
        DataErrors
            Of their means over blocks.
        """
        count = self.counts[: errors.own.size]
        return replace(errors, own=errors.own / np.sqrt(count))


def blocks_of_cells(observed: Observations, most: int) -> CellBlocks | None:
    """Return the smallest blocks of cells that leave at most `most` data; None where all can stay as they are.

    Parameters
    ----------
    observed : Observations
        As read.
    most : int
        Data that may be left.

    Returns
    -------
    CellBlocks or None
        Of each frame.
    """
    points = observed.rows.size
    n_stations = 0 if observed.stations is None else len(observed.stations.names)
    cells = points - n_stations
    if points <= most or observed.frames is None or not cells:
        return None
    rows, columns, frame = observed.rows[:cells], observed.columns[:cells], observed.frames.number[:cells]
    side = 2
    while True:
        places = np.stack([rows // side, columns // side, frame], axis=1)
        blocks, number = np.unique(places, axis=0, return_inverse=True)
        number = number.ravel()
        if len(blocks) + n_stations <= most or side >= _LARGEST:
            break
        side *= 2
    counts = np.bincount(number)
    off = _off_middle(rows, number, counts) + _off_middle(columns, number, counts)
    order = np.lexsort((np.arange(cells), off, number))
    first = order[np.concatenate([[0], np.cumsum(counts)[:-1]])]
    own = np.arange(n_stations)
    return CellBlocks(
        side,
        np.concatenate([number, len(blocks) + own]),
        np.concatenate([counts, np.ones(n_stations, counts.dtype)]),
        np.concatenate([first, cells + own]),
    )


def _off_middle(place: IntArray, number: IntArray, counts: IntArray) -> FloatArray:
    """Return the squared distance [cell] from the middle of the cell's block along one axis."""
    middle = np.bincount(number, place) / counts
    return np.asarray((place - middle[number]) ** 2)

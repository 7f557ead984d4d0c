"""Which pixels may judge interferograms: those whose own loops close.

Some products leave water and forest in, as noise of any phase. A tenth of the pixels of a loop then misses closure by
many turns, whatever its interferograms are worth.
"""

from __future__ import annotations

import numpy as np

from ...arrays import BoolArray, FloatArray
from ...work.progress import Progress
from .closure import LoopSums, pixel_closure
from .survey import PhaseBlocks

_MOST_ERRORS = 0.5
"""Part of its loops that a pixel may miss by more than half a turn: noise over many turns misses nearly all."""
_MOST_ERRORS_DARK, _DARK = 0.25, 0.15
"""The same where its mean coherence is below 0.15: phase drawn by lot within a turn misses a third. Bad unwrapping of
some pairs spoils as many loops of pixels that are coherent, and must not hide behind it."""
_LEAST_JUDGES = 0.2
"""Part of the pixels that must be left to judge."""


def incoherent_pixels(
    blocks: PhaseBlocks,
    sums: LoopSums,
    coherence: FloatArray,
    offset: FloatArray,
    counted: BoolArray,
    *,
    progress: Progress,
) -> BoolArray:
    """Return the pixels whose loops mostly fail, though those of others close [row, column].

    Parameters
    ----------
    blocks : PhaseBlocks
        The phase.
    sums : LoopSums
        Of all pixels.
    coherence : array [row, column]
        Mean over the pairs; NaN where there is none.
    offset : array [loop]
        To take from every loop's closure, in rad.
    counted : bool array [loop]
        Loops of pairs in use.
    progress : Progress
        Hears of progress.
    """
    shape = blocks.grid.shape
    rate = np.full(shape, np.nan)
    for block, phase in blocks.each(progress, "Looking for incoherent pixels"):
        closure = pixel_closure(phase, sums.loops[counted], offset[counted])
        found = np.where(closure.loops > 0, closure.errors / np.maximum(closure.loops, 1), np.nan)
        rate[block.rows] = found.reshape(block.size, -1)
    known = np.isfinite(rate)
    if not known.any():
        return np.zeros(shape, dtype=bool)
    # Where interferograms are bad all pixels fail alike: only those that stand out are no judges.
    limit = np.where(np.nan_to_num(coherence, nan=1.0) < _DARK, _MOST_ERRORS_DARK, _MOST_ERRORS)
    limit = np.maximum(limit, 2.0 * float(np.median(rate[known])))
    bad: BoolArray = known & (np.where(known, rate, 0.0) > limit)
    if np.count_nonzero(known & ~bad) < _LEAST_JUDGES * np.count_nonzero(known):
        return np.zeros(shape, dtype=bool)
    return bad


def sums_without(blocks: PhaseBlocks, sums: LoopSums, bad: BoolArray, progress: Progress) -> LoopSums:
    """Return the loops' sums over the pixels that are not `bad` [row, column]."""
    result = LoopSums(sums.loops, sums.own_constants)
    for block, phase in blocks.each(progress, "Closing loops of coherent pixels"):
        result.add(phase, ~bad[block.rows].ravel())
    return result

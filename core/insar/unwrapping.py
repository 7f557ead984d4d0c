"""Unwrapping errors of single pixels, found and mended (or removed) by the closure of loops."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray, IntArray
from .closure import TURN, closure_of

_CERTAIN_RAD = 1.0
"""How near to a whole number of turns a closure must be for the number to be certain."""
_LEAST_LOOPS = 2
_SIGNS = (1, 1, -1)  # of the pairs 1-2, 2-3 and 1-3 in the closure


@dataclass(frozen=True)
class _Judgement:
    """What the loops say of a block's pixels, by pair [pair, pixel].

    Attributes
    ----------
    good : bool array
        In a loop that closes.
    n_loops : int array
        Loops that have data.
    lowest, highest : int array
        Fewest and most turns that would mend a loop, with the pair's sign.
    """

    good: BoolArray
    n_loops: npt.NDArray[np.int16]
    lowest: npt.NDArray[np.int16]
    highest: npt.NDArray[np.int16]


def _turns_of(phase: npt.NDArray[np.float32], loop: IntArray, shift: float) -> tuple[npt.NDArray[np.int16], BoolArray]:
    """Whole turns by which a loop misses closure [pixel], and where it has data and the number is certain."""
    closure = closure_of(phase, loop) - np.float32(shift)
    there = np.isfinite(closure)
    clean = np.where(there, closure, np.float32(0))
    turns = np.clip(np.rint(clean / np.float32(TURN)), -999, 999)
    certain = there & (np.abs(clean - turns * np.float32(TURN)) < _CERTAIN_RAD)
    return turns.astype(np.int16), certain


def _judge(phase: npt.NDArray[np.float32], loops: IntArray, offset: FloatArray) -> _Judgement:
    shape = phase.shape
    good, n_loops = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=np.int16)
    lowest, highest = np.full(shape, 32000, dtype=np.int16), np.full(shape, -32000, dtype=np.int16)
    for loop, shift in zip(loops, offset):
        there = np.isfinite(closure_of(phase, loop))
        turns, certain = _turns_of(phase, loop, float(shift))
        closed = certain & (turns == 0)
        for pair, sign in zip(loop, _SIGNS):
            good[pair] |= closed
            n_loops[pair] += there
            # A loop whose number of turns is not certain speaks for no correction: 0 turns.
            wanted = np.where(certain, sign * turns, np.int16(0))
            np.minimum(lowest[pair], wanted, out=lowest[pair], where=there)
            np.maximum(highest[pair], wanted, out=highest[pair], where=there)
    return _Judgement(good, n_loops, lowest, highest)


def correct_turns(phase: npt.NDArray[np.float32], loops: IntArray, offset: FloatArray) -> IntArray:
    """Take whole turns off pairs where the loops leave no doubt about them; in place.

    A pair is corrected at a pixel where at least two loops have data there, all of them miss closure by the same
    whole number of turns of that pair, and both other pairs of each of these loops are in loops that close: then
    this pair alone can be wrong.

    Parameters
    ----------
    phase : array [pair, pixel]
        In rad; corrected.
    loops : int array [loop, 3]
        Of pairs in use.
    offset : array [loop]
        To take from every loop's closure, in rad.

    Returns
    -------
    array [pixel]
        Pairs that were corrected.
    """
    found = _judge(phase, loops, offset)
    wrong = (found.n_loops >= _LEAST_LOOPS) & (found.lowest == found.highest) & (found.lowest != 0) & ~found.good
    for loop in loops:
        there = np.isfinite(closure_of(phase, loop))
        for pair in loop:
            first, second = (other for other in loop if other != pair)
            wrong[pair] &= ~there | (found.good[first] & found.good[second])
    phase -= np.where(wrong, found.lowest * np.float32(TURN), np.float32(0))
    return np.asarray(np.count_nonzero(wrong, axis=0))


def remove_unclosed(phase: npt.NDArray[np.float32], loops: IntArray, offset: FloatArray) -> IntArray:
    """Set pairs to missing where they are in loops, but in none that closes to half a turn; in place.

    Returns
    -------
    array [pixel]
        Pairs that were removed.
    """
    bad, good = np.zeros(phase.shape, dtype=bool), np.zeros(phase.shape, dtype=bool)
    for loop, shift in zip(loops, offset):
        closure = closure_of(phase, loop) - np.float32(shift)
        with np.errstate(invalid="ignore"):
            closed, open_ = np.abs(closure) <= np.float32(np.pi), np.abs(closure) > np.float32(np.pi)
        for pair in loop:
            good[pair] |= closed
            bad[pair] |= open_
    unclosed = bad & ~good
    phase[unclosed] = np.nan
    return np.asarray(np.count_nonzero(unclosed, axis=0))

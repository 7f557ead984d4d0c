"""Unwrapping errors of single pixels, found and mended (or removed) by the closure of loops."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray, IntArray
from .closure import TURN, closure_of

_CERTAIN_RAD = 1.0
"""How near to a whole number of turns a closure must be for the number to be certain."""
_LEAST_LOOPS = 2
_ROUNDS = 20
_MOST_SIZES = 4
_VALUES_AT_ONCE = 16_000_000
_SIGNS = (1, 1, -1)  # of the pairs 1-2, 2-3 and 1-3 in the closure


class _Loops:
    """The loops of some pixels: by how many whole turns each misses closure, while pairs are being corrected.

    Attributes
    ----------
    turns : int array [loop, pixel]
        0 where a loop has no data.
    there, certain : bool array [loop, pixel]
        Where a loop has data; where its closure is near to a whole number of turns.
    """

    def __init__(self, phase: npt.NDArray[np.float32], loops: IntArray, offset: FloatArray) -> None:
        self._loops, self._n_pairs = loops, len(phase)
        shape = len(loops), phase.shape[1]
        self.turns = np.zeros(shape, dtype=np.int16)
        self.there, self.certain = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
        for number, (loop, shift) in enumerate(zip(loops, offset)):
            closure = closure_of(phase, loop) - np.float32(shift)
            self.there[number] = np.isfinite(closure)
            clean = np.where(self.there[number], closure, np.float32(0))
            turns = np.clip(np.rint(clean / np.float32(TURN)), -999, 999)
            self.turns[number] = turns.astype(np.int16)
            near = np.abs(clean - turns * np.float32(TURN)) < _CERTAIN_RAD
            self.certain[number] = self.there[number] & near

    @property
    def closed(self) -> BoolArray:
        """Where a loop closes [loop, pixel]."""
        return self.certain & (self.turns == 0)

    def best(self) -> npt.NDArray[np.int16]:
        """Return the correction [pair, pixel] in turns that closes most loops of a pixel, of one pair at most.

        A correction gains the loops that it closes less those that it opens; it must gain two.
        """
        shape = self._n_pairs, self.turns.shape[1]
        closed, failed = self.closed, self.certain & (self.turns != 0)
        cost = np.zeros(shape, dtype=np.int16)
        for number, loop in enumerate(self._loops):
            for pair in loop:
                cost[pair] += closed[number]
        gain, best = np.full(shape, _LEAST_LOOPS - 1, dtype=np.int16), np.zeros(shape, dtype=np.int16)
        sizes, counts = np.unique(np.abs(self.turns[failed]), return_counts=True)
        for size in sizes[np.argsort(-counts, kind="stable")][:_MOST_SIZES].tolist():
            for turns in (size, -size):
                closes = np.zeros(shape, dtype=np.int16)
                for number, loop in enumerate(self._loops):
                    for pair, sign in zip(loop, _SIGNS):
                        closes[pair] += failed[number] & (self.turns[number] == sign * turns)
                closes -= cost
                better = closes > gain
                gain[better], best[better] = closes[better], turns
        first = np.argmax(gain, axis=0)[None, :]
        result = np.zeros(shape, dtype=np.int16)
        np.put_along_axis(result, first, np.take_along_axis(best, first, axis=0), axis=0)
        return result

    def correct(self, turns: npt.NDArray[np.int16]) -> None:
        """Take turns [pair, pixel] off the pairs."""
        for number, loop in enumerate(self._loops):
            for pair, sign in zip(loop, _SIGNS):
                self.turns[number] -= np.where(self.there[number], sign * turns[pair], np.int16(0))

    def doubtful(self, corrected: BoolArray) -> BoolArray:
        """Return the pixels where a correction [pair, pixel] is not certain [pixel].

        A loop through a corrected pair stays open, or fewer than two of its loops are witnesses: loops whose other two
        pairs are in further loops that close, so that it is not them that are wrong.
        """
        closed = self.there & (self.turns == 0)
        n_closed, n_witnesses = np.zeros(corrected.shape, dtype=np.int16), np.zeros(corrected.shape, dtype=np.int16)
        found = np.zeros(corrected.shape[1], dtype=bool)
        for number, loop in enumerate(self._loops):
            found |= self.there[number] & ~closed[number] & corrected[loop].any(axis=0)
            for pair in loop:
                n_closed[pair] += closed[number]
        for number, loop in enumerate(self._loops):
            for pair in loop:
                first, second = (other for other in loop if other != pair)
                n_witnesses[pair] += closed[number] & (n_closed[first] > 1) & (n_closed[second] > 1)
        return np.asarray(found | (corrected & (n_witnesses < _LEAST_LOOPS)).any(axis=0))


def correct_turns(phase: npt.NDArray[np.float32], loops: IntArray, offset: FloatArray) -> IntArray:
    """Take whole turns off pairs where the loops leave no doubt about them; in place.

    At each pixel, the pair and the number of turns are looked for that close most loops (less those that they open),
    at least two more: as long as loops fail because of few pairs, no other correction of so few pairs closes them.
    This is repeated for what is left. In the end all loops through corrected pairs must close, and each of these pairs
    needs two loops whose other pairs are in further loops that close; otherwise nothing is corrected at that pixel.

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
    n_corrected = np.zeros(phase.shape[1], dtype=np.intp)
    failing = np.zeros(phase.shape[1], dtype=bool)
    for loop, shift in zip(loops, offset):
        with np.errstate(invalid="ignore"):
            failing |= np.abs(closure_of(phase, loop) - np.float32(shift)) > np.float32(np.pi)
    pixels = np.flatnonzero(failing)
    at_once = max(256, _VALUES_AT_ONCE // (len(loops) + 4 * len(phase)))
    for start in range(0, pixels.size, at_once):
        chosen = pixels[start : start + at_once]
        turns = _certain_turns(phase[:, chosen], loops, offset)
        phase[:, chosen] -= turns * np.float32(TURN)
        n_corrected[chosen] = np.count_nonzero(turns, axis=0)
    return n_corrected


def _certain_turns(phase: npt.NDArray[np.float32], loops: IntArray, offset: FloatArray) -> npt.NDArray[np.int16]:
    """Return the turns to take off [pair, pixel]."""
    state = _Loops(phase, loops, offset)
    total = np.zeros(phase.shape, dtype=np.int16)
    for _ in range(_ROUNDS):
        found = state.best()
        if not found.any():
            break
        state.correct(found)
        total += found
    total[:, state.doubtful(total != 0)] = 0
    return total


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

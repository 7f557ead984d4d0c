"""Loop closure of a block of pixels: what unwrapping errors leave, per loop and per pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray, IntArray

TURN = 2.0 * np.pi
_BINS = 64
"""Closures of up to 31 turns are counted apart; larger ones share the last bin."""
_PER_TURN = 16
"""Parts of a turn that are counted apart, for the median: it is found to a few hundredths of a radian."""
_OWN_CONSTANT_RAD = 0.5
"""A median closure further than this from whole turns is a constant of the pairs' own. Phase bias and soil moisture
leave some tenths of a radian."""


class LoopSums:
    """Sums over pixels from which the closure's statistics of every loop follow; blocks are added one by one.

    Parameters
    ----------
    loops : int array [loop, 3]
        Pairs 1-2, 2-3 and 1-3 of every loop.
    own_constants : bool
        Whether the phase of each pair has any constant of its own, rather than whole turns.
    """

    def __init__(self, loops: IntArray, own_constants: bool = False) -> None:
        self.loops, self.own_constants = loops, own_constants
        self._count = np.zeros(len(loops), dtype=np.int64)
        self._total = np.zeros(len(loops))
        self._squares = np.zeros(len(loops))
        self._parts = np.zeros((len(loops), _BINS * _PER_TURN), dtype=np.int64)

    def add(self, phase: npt.NDArray[np.float32], chosen: BoolArray | None = None) -> None:
        """Add the pixels of a block, `phase` [pair, pixel] in rad; those that are `chosen` [pixel] only."""
        if chosen is not None:
            phase = phase[:, chosen]
        for number, loop in enumerate(self.loops):
            closure = closure_of(phase, loop)
            closure = closure[np.isfinite(closure)].astype(np.float64)
            self._count[number] += closure.size
            self._total[number] += closure.sum()
            self._squares[number] += np.dot(closure, closure)
            turns = np.rint(closure / TURN)
            part = np.clip(np.floor((closure / TURN - turns + 0.5) * _PER_TURN), 0, _PER_TURN - 1)
            bins = np.clip(turns + _BINS // 2, 0, _BINS - 1) * _PER_TURN + part
            self._parts[number] += np.bincount(bins.astype(np.intp), minlength=_BINS * _PER_TURN)

    @property
    def count(self) -> IntArray:
        """Pixels that all three pairs have [loop]."""
        return self._count

    def median_turns(self) -> FloatArray:
        """Return the number of whole turns next to the median closure [loop]: an arbitrary constant of each pair.

        It is that of the bin that holds the (lower) median, so that no loop's pixels need to be kept.
        """
        middle = (self._count[:, None] + 1) // 2
        turns = self._parts.reshape(len(self.loops), _BINS, _PER_TURN).sum(axis=2)
        return np.asarray(np.argmax(np.cumsum(turns, axis=1) >= middle, axis=1) - _BINS // 2, dtype=np.float64)

    def median(self) -> FloatArray:
        """Return the median closure [loop] in rad, to a few hundredths of a radian."""
        below = np.cumsum(self._parts, axis=1)
        half = self._count / 2.0
        number = np.argmax(below >= np.maximum(half, 1e-9)[:, None], axis=1)
        rows = np.arange(len(number))
        inside = self._parts[rows, number]
        within = (half - (below[rows, number] - inside)) / np.maximum(inside, 1)
        return np.asarray(((number + within) / _PER_TURN - _BINS // 2 - 0.5) * TURN)

    def constants(self) -> FloatArray:
        """Return what to take from each loop's closure before it is judged [loop], in rad.

        Whole turns next to the median where that is all that the pairs' constants are (LiCSAR, as LiCSBAS judges it);
        the median itself where each pair has any constant, such as those of HyP3, whose phase is 0 at a pixel of its
        own.
        """
        if not self.own_constants:
            return TURN * self.median_turns()
        turns, median = TURN * self.median_turns(), self.median()
        return np.where(np.abs(median - turns) > _OWN_CONSTANT_RAD, median, turns)

    def rms(self, offset: npt.ArrayLike) -> FloatArray:
        """Return the root mean square of closure minus `offset` [loop] in rad; NaN where a loop has no pixel."""
        shift = np.asarray(offset, dtype=np.float64)
        n = np.maximum(self._count, 1)
        mean_square = (self._squares - 2 * shift * self._total) / n + shift**2
        return np.where(self._count > 0, np.sqrt(np.maximum(mean_square, 0.0)), np.nan)


def closure_of(phase: npt.NDArray[np.float32], loop: IntArray) -> npt.NDArray[np.float32]:
    """Return ``phase[12] + phase[23] - phase[13]`` [pixel] of one loop."""
    first, second, third = loop
    return phase[first] + phase[second] - phase[third]


@dataclass(frozen=True)
class PixelClosure:
    """Closure statistics of a block's pixels.

    Attributes
    ----------
    errors : int array [pixel]
        Loops that miss closure by more than half a turn.
    loops : int array [pixel]
        Loops that the pixel has.
    squares : array [pixel]
        Sum of squared closures in rad^2.
    """

    errors: IntArray
    loops: IntArray
    squares: FloatArray


def pixel_closure(phase: npt.NDArray[np.float32], loops: IntArray, offset: FloatArray) -> PixelClosure:
    """Return the statistics over `loops` [loop, 3] of closure minus `offset` [loop] for `phase` [pair, pixel]."""
    n_pixels = phase.shape[1]
    errors, count = np.zeros(n_pixels, dtype=np.int32), np.zeros(n_pixels, dtype=np.int32)
    squares = np.zeros(n_pixels)
    for loop, shift in zip(loops, offset):
        closure = closure_of(phase, loop) - np.float32(shift)
        with np.errstate(invalid="ignore"):
            errors += np.abs(closure) > np.float32(np.pi)
        there = np.isfinite(closure)
        count += there
        squares += np.where(there, closure, 0.0) ** 2
    return PixelClosure(errors, count, squares)


def pairs_without_good_loop(loops: IntArray, failed: BoolArray, n_pairs: int) -> BoolArray:
    """Return the pairs [pair] that are in a failed loop and in none that closes.

    A single bad interferogram makes all of its loops fail, and its neighbours' loops with it in part; a neighbour
    still has loops that close. Pairs in no loop at all are not judged.
    """
    bad, good = np.zeros(n_pairs, dtype=bool), np.zeros(n_pairs, dtype=bool)
    bad[loops[failed].ravel()] = True
    good[loops[~failed].ravel()] = True
    return bad & ~good


def smallest_per_pair(loops: IntArray, values: FloatArray, n_pairs: int) -> FloatArray:
    """Return the smallest of `values` [loop] among each pair's loops [pair]; NaN where it has none."""
    smallest = np.full(n_pairs, np.inf)
    for side in range(3):
        np.minimum.at(smallest, loops[:, side], np.where(np.isnan(values), np.inf, values))
    return np.where(np.isinf(smallest), np.nan, smallest)

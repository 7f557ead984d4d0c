"""Phase bias: short interferograms that share an error, which loops of different lengths show.

Multi-looked phase of vegetation and soil is biased in short interferograms, and the bias fades with their length
(Ansari et al. 2021). An inversion takes it for motion of some mm/yr, with small residuals. Loops whose sides differ in
length do not close by ``b(l1) + b(l2) - b(l1 + l2)``. With the bias of the longest length as 0, these equations give
the others, as in Maghsoudi et al. (2022).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...work.progress import Progress
from ..solver.network import Network
from ..solver.network_solver import NetworkSolver
from .closure import closure_of
from .survey import PhaseBlocks

_MOST_LENGTHS = 6
"""Shortest lengths that are looked at."""
_LEAST_LOOPS, _MOST_LOOPS = 5, 60
"""Loops of a kind (the lengths of its sides) that are needed, and that are looked at: spread over the period."""
_HALF_WINDOW = 3
"""The mean closure of a pixel is that of the 7 x 7 pixels about it: noise of single pixels would pass for bias."""
_SIGNIFICANT = 4.0
_SHARED = 5.0 / 3.0
"""Loops of a kind share their pairs: in the mean of (1,2) + (2,3) - (1,3) over all dates every short pair counts twice,
so the variance is that of 4 + 1 pairs, not of 3."""
MIN_VELOCITY_MM_YR = 1.0
"""A bias of the velocity that is worth a word."""
MIN_SHARE = 0.05
"""Part of the pixels that must have it."""


@dataclass(frozen=True)
class PhaseBias:
    """Bias of short interferograms.

    Attributes
    ----------
    lengths : array [length]
        In days, ascending; the last is taken as free of bias.
    bias : array [length, row, column]
        In rad, relative to the reference area; NaN where unknown.
    mean_closure : array [row, column]
        Mean closure of the shortest loops in rad.
    velocity : array [row, column]
        What it adds to the velocity, in rad per year of phase.
    significant : bool array [row, column]
        Where that is more than four times its own error, the reference's included.
    """

    lengths: FloatArray
    bias: FloatArray
    mean_closure: FloatArray
    velocity: FloatArray
    significant: BoolArray


@dataclass(frozen=True)
class _Kinds:
    """Kinds of loops: the lengths of their sides, and which loops are of each."""

    lengths: FloatArray
    sides: IntArray  # [kind, 3], indices of lengths
    loops: list[IntArray]


def estimate_bias(
    blocks: PhaseBlocks,
    network: Network,
    loops: IntArray,
    offset: FloatArray,
    used: BoolArray,
    *,
    progress: Progress,
    n_reference: int,
) -> PhaseBias | None:
    """Return the phase bias of a stack; None where its loops do not tell.

    Parameters
    ----------
    blocks : PhaseBlocks
        The phase.
    network : Network
        Its pairs.
    loops : int array [loop, 3]
        All loops.
    offset : array [loop]
        Closure of the reference area, in rad; NaN excludes the loop.
    used : bool array [pair]
        Pairs in use.
    progress : Progress
        Hears of progress.
    n_reference : int
        Pixels of the reference area, whose noise is in all closures.

    References
    ----------
    Ansari, De Zan and Parizzi (2021), IEEE TGRS 59, 1285; Maghsoudi, Hooper, Wright et al. (2022), Remote Sensing of
    Environment 275, 113022.
    """
    counted = np.flatnonzero(used[loops].all(axis=1) & np.isfinite(offset))
    kinds = _kinds(network, loops, counted)
    if kinds is None:
        return None
    shape = (len(kinds.loops), *blocks.grid.shape)
    total, squares, count = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for block, phase in blocks.each(progress, "Looking for phase bias"):
        for kind, numbers in enumerate(kinds.loops):
            for number in numbers:
                closure = closure_of(phase, loops[number]) - np.float32(offset[number])
                there = np.isfinite(closure) & (np.abs(closure) < np.pi)
                clean = np.where(there, closure, 0.0).reshape(block.size, -1)
                total[kind, block.rows] += clean
                squares[kind, block.rows] += clean**2
                count[kind, block.rows] += there.reshape(block.size, -1)
    return _solve(network, kinds, used, (total, squares, count), n_reference)


def _kinds(network: Network, loops: IntArray, counted: IntArray) -> _Kinds | None:
    days = np.rint(network.secondary_days - network.reference_days).astype(int)
    lengths = np.unique(days[loops[counted].ravel()])[:_MOST_LENGTHS]
    index = {int(length): number for number, length in enumerate(lengths)}
    found: dict[tuple[int, int, int], list[int]] = {}
    for number in counted:
        one, other, whole = (int(days[pair]) for pair in loops[number])
        if one in index and other in index and whole in index:
            found.setdefault((index[min(one, other)], index[max(one, other)], index[whole]), []).append(int(number))
    chosen = {sides: numbers for sides, numbers in found.items() if len(numbers) >= _LEAST_LOOPS}
    if not chosen:
        return None
    last = max(max(sides) for sides in chosen)
    if last < 2 or np.linalg.matrix_rank(_design(np.array(list(chosen)), last)) < last:
        return None
    picked = []
    for numbers in chosen.values():
        some = np.unique(np.linspace(0, len(numbers) - 1, min(len(numbers), _MOST_LOOPS)).astype(int))
        picked.append(np.array(numbers)[some])
    return _Kinds(lengths[: last + 1].astype(np.float64), np.array(list(chosen)), picked)


def _design(sides: IntArray, n_unknown: int) -> FloatArray:
    """Closure of each kind by the bias of each length [kind, length]; that of the last length is 0."""
    matrix = np.zeros((len(sides), n_unknown + 1))
    for row, (one, other, whole) in zip(matrix, sides):
        row[one] += 1
        row[other] += 1
        row[whole] -= 1
    return matrix[:, :n_unknown]


def _solve(
    network: Network,
    kinds: _Kinds,
    used: BoolArray,
    sums: tuple[FloatArray, FloatArray, FloatArray],
    n_reference: int,
) -> PhaseBias:
    n_unknown = kinds.lengths.size - 1
    total, squares, count = (_box(values) for values in sums)
    of_reference = np.array([max(1, len(loops)) * n_reference for loops in kinds.loops])[:, None, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(count > 0, total / count, np.nan)
        one = np.where(count > 1, squares / count - mean**2, np.nan)
        variance = _SHARED * one * (1.0 / count + 1.0 / of_reference)
    inverse = np.linalg.pinv(_design(kinds.sides, n_unknown))
    bias = np.tensordot(inverse, mean, axes=1)  # NaN where a kind is missing
    response = _response(network, kinds.lengths, used)[:n_unknown]
    velocity = np.tensordot(response, bias, axes=1)
    error = np.sqrt(np.tensordot((response @ inverse) ** 2, variance, axes=1))
    significant = np.abs(np.nan_to_num(velocity)) > _SIGNIFICANT * np.nan_to_num(error, nan=np.inf)
    whole = np.concatenate([bias, np.zeros((1, *bias.shape[1:]))])
    return PhaseBias(kinds.lengths, whole, mean[0], velocity, significant)


def _box(values: FloatArray) -> FloatArray:
    """Return sums over windows about each pixel [kind, row, column], cut off at the edges."""
    result = values
    for axis in (1, 2):
        size = values.shape[axis]
        padded = np.concatenate([np.zeros_like(np.take(result, [0], axis)), np.cumsum(result, axis)], axis)
        high = np.minimum(np.arange(size) + _HALF_WINDOW + 1, size)
        low = np.maximum(np.arange(size) - _HALF_WINDOW, 0)
        result = np.take(padded, high, axis) - np.take(padded, low, axis)
    return result


def _response(network: Network, lengths: FloatArray, used: BoolArray) -> FloatArray:
    """Return the velocity (1/year) that a phase of 1 in all pairs of a length gives [length]."""
    chosen = network.subset(used)
    days = np.rint(chosen.secondary_days - chosen.reference_days)
    values = (days[:, None] == lengths[None, :]).astype(np.float64)
    solver = NetworkSolver(chosen.pairs, chosen.dates_days)
    return np.asarray(solver.solve(values).velocity)

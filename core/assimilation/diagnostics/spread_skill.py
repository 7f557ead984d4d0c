"""Spread and skill: are the innovations as large as the members' spread and the assumed errors make one expect."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray
from .intervals import Estimate, ratio_of_epochs

_BINS = 8
_FEWEST_IN_BIN = 100
_ENOUGH_FOR_EDGES = 5000


@dataclass(frozen=True)
class SpreadSkill:
    """Variance of the innovations by the spread of the members' predictions; bins hold equally many.

    Attributes
    ----------
    prediction_std : array [bin]
        Root mean square of the predictions' standard deviation (mm).
    expected : array [bin]
        Mean expected variance of the innovations, predictions' and observations' (mm2).
    observed : array [bin]
        Mean square of the innovations (mm2).
    low, high : array [bin]
        95 % interval of `observed`, from the scatter of the epochs.
    count : array [bin]
        Innovations.
    """

    prediction_std: FloatArray
    expected: FloatArray
    observed: FloatArray
    low: FloatArray
    high: FloatArray
    count: IntArray


def spread_skill(innovation: FloatArray, expected_std: FloatArray, prediction_std: FloatArray) -> SpreadSkill:
    """Return the variance of innovations by the spread of the predictions.

    Parameters
    ----------
    innovation, expected_std, prediction_std : array [epoch, point]
        As in :class:`.innovations.Innovations`.
    """
    epoch, point = np.nonzero(np.isfinite(innovation))
    spread = prediction_std[epoch, point]
    square, expected = innovation[epoch, point] ** 2, expected_std[epoch, point] ** 2
    parts = np.linspace(0, 1, _number_of_bins(spread.size) + 1)[1:-1]
    edges = np.quantile(spread[:: 1 + spread.size // _ENOUGH_FOR_EDGES], parts) if spread.size else []
    bins = np.searchsorted(np.unique(edges), spread, side="right")
    epochs, size = innovation.shape[0], int(bins.max()) + 1 if bins.size else 0
    place = epoch * size + bins

    def by_epoch(values: FloatArray | None = None) -> FloatArray:
        return np.bincount(place, values, epochs * size).reshape(epochs, size).astype(np.float64)

    count, squares = by_epoch(), by_epoch(square)
    means = [ratio_of_epochs(squares[:, number], count[:, number]) for number in range(size)]
    total = count.sum(axis=0)
    filled = total > 0
    divisor = np.where(filled, total, 1)
    observed, low, high = np.array(means).reshape(size, 3)[filled].T
    return SpreadSkill(
        np.sqrt(by_epoch(spread**2).sum(axis=0) / divisor)[filled],
        (by_epoch(expected).sum(axis=0) / divisor)[filled],
        observed,
        low,
        high,
        count=total[filled].astype(np.int64),
    )


def _number_of_bins(values: int) -> int:
    return int(np.clip(values // _FEWEST_IN_BIN, 1, _BINS))


def reliability(squares: FloatArray, counts: FloatArray) -> Estimate:
    """Return the variance of the innovations over the expected one, which is 1 where spread and errors are right.

    Parameters
    ----------
    squares : array [epoch]
        Sum of the squared normalized innovations.
    counts : array [epoch]
        Number of them.
    """
    return ratio_of_epochs(squares, counts)

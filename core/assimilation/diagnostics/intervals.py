"""Estimates from a sequence of epochs, with their 95 % intervals from how the epochs scatter."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...arrays import FloatArray
from ...errors import MissingPackageError

_LARGEST_CORRELATION = 0.9
_FEWEST = 5  # epochs, below which their scatter is not known


class Estimate(NamedTuple):
    """A value with its 95 % interval; NaN where there is nothing to tell it from."""

    value: float
    low: float
    high: float

    @property
    def is_one(self) -> bool:
        """True where the interval holds 1."""
        return self.low <= 1 <= self.high

    def root(self) -> Estimate:
        """Return the estimate of the square root."""
        return Estimate(*(float(np.sqrt(value)) for value in self))


UNKNOWN = Estimate(float("nan"), float("nan"), float("nan"))


def student(freedom: float) -> float:
    """Return the 97.5 % quantile of Student's distribution.

    Raises
    ------
    MissingPackageError
        Where SciPy is not installed.
    """
    try:
        from scipy.special import stdtrit
    except ImportError:
        raise MissingPackageError("scipy") from None
    return float(stdtrit(freedom, 0.975))


def variance_inflation(correlation: FloatArray) -> FloatArray:
    """Return by how much correlation [..] of one epoch and the next raises the variance of a mean over epochs.

    (1 + c) / (1 - c) of a first-order autoregressive series; 1 where the correlation c is negative.
    """
    limited = np.clip(correlation, 0.0, _LARGEST_CORRELATION)
    factor: FloatArray = (1 + limited) / (1 - limited)
    return factor


def _inflation_of(series: FloatArray) -> float:
    deviation = series - series.mean()
    total = float(deviation @ deviation)
    return float(variance_inflation(np.array(deviation[1:] @ deviation[:-1] / (total or 1.0))))


def mean_of_epochs(series: FloatArray) -> tuple[float, float]:
    """Return mean and standard error of a series [epoch], its correlation from epoch to epoch counted in.

    NaN as the error of fewer than five epochs.
    """
    if series.size < _FEWEST:
        return (float(series.mean()) if series.size else float("nan")), float("nan")
    error = np.sqrt(series.var(ddof=1) / series.size * _inflation_of(series))
    return float(series.mean()), float(error)


def lag_one(normalized: FloatArray) -> Estimate:
    """Return the correlation of values [epoch, point] of zero mean with those of the epoch before, and its interval.

    NaN in `normalized` is no value; a pair of epochs counts at the points that have both.
    """
    first, second = normalized[:-1], normalized[1:]
    known = np.isfinite(first) & np.isfinite(second)
    first, second = np.where(known, first, 0.0), np.where(known, second, 0.0)
    above, below = (first * second).sum(axis=1), 0.5 * (first**2 + second**2).sum(axis=1)
    used = below > 0
    above, below = above[used], below[used]
    if above.size == 0:
        return UNKNOWN
    value = float(above.sum() / below.sum())
    if above.size < _FEWEST:
        return Estimate(value, float("nan"), float("nan"))
    deviation = above - value * below
    variance = float(deviation @ deviation) * above.size / (above.size - 1)
    width = student(above.size - 1) * float(np.sqrt(variance)) / float(below.sum())
    return Estimate(value, value - width, value + width)


def ratio_of_epochs(numerator: FloatArray, denominator: FloatArray) -> Estimate:
    """Return the ratio of two sums over epochs, both positive, with an interval from the epochs' scatter.

    Parameters
    ----------
    numerator, denominator : array [epoch]
        Parts of the sums, such as the sum of squares over the points, and their number.

    Notes
    -----
    The points of an epoch are correlated, by how much nobody knows; the epochs of a filter that is right are not. The
    variance is therefore that of the epochs' own deviations (a ratio estimator), on a logarithmic scale because the
    ratio of two variances is skewed.
    """
    used = denominator > 0
    above, below = numerator[used], denominator[used]
    if above.size == 0 or not above.sum() > 0:
        return UNKNOWN
    ratio = float(above.sum() / below.sum())
    if above.size < _FEWEST:
        return Estimate(ratio, float("nan"), float("nan"))
    deviation = above - ratio * below
    variance = float(deviation @ deviation) * above.size / (above.size - 1) * _inflation_of(deviation)
    width = student(above.size - 1) * float(np.sqrt(variance)) / float(above.sum())
    return Estimate(ratio, ratio * float(np.exp(-width)), ratio * float(np.exp(width)))

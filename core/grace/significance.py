"""How many independent months two series have, and intervals of R and ubRMSD for so many.

The table's intervals are those of :mod:`~.intervals`, which know memory and season.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import MissingPackageError
from . import metrics

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Interval:
    """A value with its confidence interval.

    Attributes
    ----------
    value, low, high : float
        NaN where undefined.
    """

    value: float
    low: float
    high: float

    def sorted(self) -> Interval:
        """Return it with the lower end first."""
        return Interval(self.value, min(self.low, self.high), max(self.low, self.high))


def effective_size(estimate: npt.ArrayLike, reference: npt.ArrayLike, months: npt.ArrayLike | None = None) -> float:
    """Return the number of independent samples: n (1 - r1 r2) / (1 + r1 r2), between 2 and n (Bretherton et al., 1999).

    Parameters
    ----------
    estimate, reference : array [month]
        Series; r1 and r2 are their correlations with themselves a month later.
    months : array [month], optional
        GRACE months, so that neighbours across a gap do not count as such; each sample the next of the other where
        None.
    """
    x, y = _both(estimate, reference)
    kept = np.isfinite(x)
    number = np.arange(x.size) if months is None else np.asarray(months)
    x, y, number = x[kept], y[kept], number[kept]
    if x.size < metrics.MIN_SAMPLES:
        return float("nan")
    follows = np.diff(number) == 1
    product = float(_lag_one(x, follows) * _lag_one(y, follows))
    if not np.isfinite(product):
        return float(x.size)
    return float(np.clip(x.size * (1 - product) / (1 + product), 2.0, x.size))


def _lag_one(x: FloatArray, follows: npt.NDArray[np.bool_]) -> float:
    return float(metrics.correlation(x[:-1][follows], x[1:][follows]))


def correlation_interval(estimate: npt.ArrayLike, reference: npt.ArrayLike, size: float | None = None) -> Interval:
    """Return R with its confidence interval by Fisher's z of `size` independent samples (all months where None)."""
    r = float(metrics.correlation(estimate, reference))
    n = float(metrics.n_common(estimate, reference)) if size is None else size
    if not np.isfinite(r) or n <= 3:
        return Interval(r, float("nan"), float("nan"))
    if abs(r) >= 1:
        return Interval(r, r, r)
    half = _normal_quantile() / np.sqrt(n - 3)
    return Interval(r, float(np.tanh(np.arctanh(r) - half)), float(np.tanh(np.arctanh(r) + half)))


def ubrmsd_interval(estimate: npt.ArrayLike, reference: npt.ArrayLike, size: float | None = None) -> Interval:
    """Return ubRMSD with its confidence interval by chi-square of `size` independent samples (all where None).

    Three samples or fewer give no interval, as for R: it would span more than an order of magnitude.
    """
    try:
        from scipy.special import chdtri
    except ImportError:
        raise MissingPackageError("scipy") from None
    value = float(metrics.ubrmsd(estimate, reference))
    n = float(metrics.n_common(estimate, reference)) if size is None else size
    if not np.isfinite(value) or n <= 3:
        return Interval(value, float("nan"), float("nan"))
    tail = (1 - CONFIDENCE) / 2
    low, high = (value * np.sqrt(n / chdtri(n - 1, p)) for p in (tail, 1 - tail))
    return Interval(value, float(low), float(high))


def _normal_quantile() -> float:
    return NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)


def _both(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    x, y = np.asarray(estimate, dtype=np.float64), np.asarray(reference, dtype=np.float64)
    common = np.isfinite(x) & np.isfinite(y)
    return np.where(common, x, np.nan), np.where(common, y, np.nan)

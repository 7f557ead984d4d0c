"""Trends that outliers do not sway: Sen's slope and the Mann-Kendall test."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import MissingPackageError
from .ranks import ranks

_SIGNIFICANT = 1.959963984540054  # of the standard normal distribution, 5 % two-sided


@dataclass(frozen=True)
class MannKendall:
    """Result of the Mann-Kendall test.

    Attributes
    ----------
    s : float
        Kendall's statistic: pairs that rise less pairs that fall.
    tau : float
        Of all pairs.
    z, p : float
        Normal score and two-sided probability of no trend.
    p_correlated : float
        The same with the variance of a correlated series (Hamed and Rao, 1998).
    """

    s: float
    tau: float
    z: float
    p: float
    p_correlated: float


def sen_slope(times: npt.ArrayLike, values: npt.ArrayLike) -> float:
    """Return the median slope of all pairs of samples [month], per unit of time; NaN for fewer than two."""
    t, x = _finite(times, values)
    if np.unique(t).size < 2:
        return float("nan")
    try:
        from scipy.stats import theilslopes
    except ImportError:
        raise MissingPackageError("scipy") from None
    return float(theilslopes(x, t)[0])


def mann_kendall(values: npt.ArrayLike) -> MannKendall:
    """Test a series [month] in the order of time for a monotonic trend (Mann, 1945; Kendall, 1975), with ties.

    NaN values are left out; all NaN for fewer than four samples.
    """
    _, x = _finite(np.arange(np.size(values)), values)
    n = x.size
    if n < 4:
        nan = float("nan")
        return MannKendall(nan, nan, nan, nan, nan)
    first, second = np.triu_indices(n, 1)
    s = float(np.sign(x[second] - x[first]).sum())
    counts = np.unique(x, return_counts=True)[1].astype(np.float64)
    variance = (n * (n - 1) * (2 * n + 5) - float(np.sum(counts * (counts - 1) * (2 * counts + 5)))) / 18
    z, p = _score(s, variance)
    return MannKendall(s, s / (0.5 * n * (n - 1)), z, p, _score(s, variance * _variance_factor(x))[1])


def _score(s: float, variance: float) -> tuple[float, float]:
    """Return the normal score of S, by one towards zero, and its two-sided probability."""
    if variance <= 0:
        return 0.0, 1.0
    z = float((s - np.sign(s)) / np.sqrt(variance))
    return z, erfc(abs(z) / 2**0.5)


def _variance_factor(x: FloatArray) -> float:
    """Return how much the variance of S grows by the significant autocorrelation of the detrended ranks."""
    n = x.size
    order = np.arange(1, n + 1)
    rank = ranks(x - order * sen_slope(order, x))
    centred = rank - rank.mean()
    whole = float(centred @ centred)
    if whole == 0:
        return 1.0
    lags = np.arange(1, n)
    rho = np.array([float(centred[:-lag] @ centred[lag:]) / whole for lag in lags])
    rho[np.abs(rho) <= _SIGNIFICANT / np.sqrt(n)] = 0.0
    weights = (n - lags) * (n - lags - 1.0) * (n - lags - 2.0)
    return float(1 + 2 / (n * (n - 1.0) * (n - 2.0)) * np.sum(weights * rho))


def _finite(times: npt.ArrayLike, values: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    t, x = np.asarray(times, dtype=np.float64), np.asarray(values, dtype=np.float64)
    kept = np.isfinite(t) & np.isfinite(x)
    return t[kept], x[kept]

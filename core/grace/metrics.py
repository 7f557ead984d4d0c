"""Agreement of a series with GRACE: one function a measure, of series [month] or of whole maps [month, ..].

Those of two series take ``(estimate, reference)``, compare where both are finite, and give NaN where a measure is
undefined (fewer than three common months, no variation). The population form is used throughout: Chen et al. (2022),
eq. 7 and 8. The trends of one series, :func:`sen_slope` and :func:`mann_kendall`, are here as well.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from .ranks import ranks
from .trends import mann_kendall as mann_kendall
from .trends import sen_slope as sen_slope

MIN_SAMPLES = 3
_FLAT = 1e-12


def n_common(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> IntArray:
    """Return how many months both series have, [..]."""
    x, _ = _pairs(estimate, reference)
    return np.asarray(np.sum(np.isfinite(x), axis=0))


def correlation(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return Pearson's R of series [month, ..], [..] (Chen et al., 2022, eq. 7).

    NaN where there are fewer than three common months or one of the series is constant.
    """
    x, y = _pairs(estimate, reference)
    dx, dy = _centred(x), _centred(y)
    sx, sy = np.sqrt(_mean(dx * dx)), np.sqrt(_mean(dy * dy))
    with np.errstate(invalid="ignore", divide="ignore"):
        r = np.clip(_mean(dx / sx * (dy / sy)), -1.0, 1.0)
    return _where_defined(r, x, _varies(sx, x) & _varies(sy, y))


def ubrmsd(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return the unbiased root-mean-square difference [..], in the series' unit (Chen et al., 2022, eq. 8).

    The standard deviation of the differences in the population form, which is eq. 8 without its cancellation.

    Examples
    --------
    A bias does not count.

    >>> float(ubrmsd([1.0, 2.0, 3.0, 4.0], [11.0, 12.0, 13.0, 14.0]))
    0.0
    >>> float(ubrmsd([1.0, -1.0, 1.0, -1.0], [0.0, 0.0, 0.0, 0.0]))
    1.0
    """
    x, y = _pairs(estimate, reference)
    d = _centred(x - y)
    return _where_defined(np.sqrt(_mean(d * d)), x, least=1)


def bias(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return the mean of estimate minus reference, [..]."""
    x, y = _pairs(estimate, reference)
    return _where_defined(_mean(x - y), x, least=1)


def rmsd(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return the root-mean-square difference, [..]."""
    x, y = _pairs(estimate, reference)
    return _where_defined(np.sqrt(_mean((x - y) ** 2)), x, least=1)


def nse(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return the Nash-Sutcliffe efficiency, [..]: 1 - mean square difference / variance of the reference."""
    x, y = _pairs(estimate, reference)
    dy = _centred(y)
    variance = _mean(dy * dy)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = 1 - _mean((x - y) ** 2) / variance
    return _where_defined(value, x, _varies(np.sqrt(variance), y), least=2)


def amplitude_ratio(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return the ratio of the standard deviations, estimate to reference, [..]."""
    x, y = _pairs(estimate, reference)
    dx, dy = _centred(x), _centred(y)
    sx, sy = np.sqrt(_mean(dx * dx)), np.sqrt(_mean(dy * dy))
    with np.errstate(invalid="ignore", divide="ignore"):
        return _where_defined(sx / sy, x, _varies(sy, y), least=2)


def spearman(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return Spearman's rank correlation [..]: Pearson's of the ranks, equal values sharing their mean rank."""
    x, y = _pairs(estimate, reference)
    return correlation(ranks(x), ranks(y))


def kge(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return the Kling-Gupta efficiency [..] of Gupta et al. (2009): of R, ratio of deviations and ratio of means.

    Meaningless for anomalies, whose mean is zero by construction: see :func:`kge_anomalies`.
    """
    return _kge(estimate, reference, with_mean=True, relative=False)


def kge_modified(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return KGE' [..] of Kling et al. (2012): the ratio of the coefficients of variation in place of deviations."""
    return _kge(estimate, reference, with_mean=True, relative=True)


def kge_anomalies(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> FloatArray:
    """Return the Kling-Gupta efficiency [..] without the term of the means, for anomalies: of R and deviations."""
    return _kge(estimate, reference, with_mean=False, relative=False)


def _kge(estimate: npt.ArrayLike, reference: npt.ArrayLike, with_mean: bool, relative: bool) -> FloatArray:
    x, y = _pairs(estimate, reference)
    spread = amplitude_ratio(x, y)
    square = (correlation(x, y) - 1) ** 2
    if with_mean:
        with np.errstate(invalid="ignore", divide="ignore"):
            means = _mean(x) / _mean(y)
            if relative:
                spread = spread / means
        square = square + (means - 1) ** 2
    return np.asarray(1 - np.sqrt(square + (spread - 1) ** 2))


def _pairs(estimate: npt.ArrayLike, reference: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return both series [month, ..] as float64, NaN wherever one of them is."""
    x, y = np.asarray(estimate, dtype=np.float64), np.asarray(reference, dtype=np.float64)
    if x.ndim == 0 or y.ndim == 0 or x.shape[0] != y.shape[0]:
        raise InputError(f"Series must have the same months: their shapes are {x.shape} and {y.shape}.")
    if x.ndim < y.ndim:
        x = x.reshape(x.shape + (1,) * (y.ndim - x.ndim))
    elif y.ndim < x.ndim:
        y = y.reshape(y.shape + (1,) * (x.ndim - y.ndim))
    common = np.isfinite(x) & np.isfinite(y)
    return np.where(common, x, np.nan), np.where(common, y, np.nan)


def _mean(values: FloatArray) -> FloatArray:
    """Mean over the months of the finite values; NaN where there is none."""
    finite = np.isfinite(values)
    count = finite.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(finite, values, 0.0).sum(axis=0) / np.where(count > 0, count, np.nan))


def _centred(values: FloatArray) -> FloatArray:
    return np.asarray(values - _mean(values))


def _varies(deviation: FloatArray, values: FloatArray) -> npt.NDArray[np.bool_]:
    """Return True where a deviation is more than the rounding of the values (a constant series has a tiny one)."""
    size = np.sqrt(_mean(values * values))
    return np.asarray(deviation > _FLAT * size)


def _where_defined(
    value: FloatArray, values: FloatArray, also: npt.NDArray[np.bool_] | bool = True, least: int = MIN_SAMPLES
) -> FloatArray:
    """NaN where fewer than `least` months are common or the measure is undefined."""
    enough = np.isfinite(values).sum(axis=0) >= least
    result = np.where(enough & also, value, np.nan)
    return result if result.ndim else result[()]

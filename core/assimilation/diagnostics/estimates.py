"""What innovations say of the size of the observations' errors and of the members' spread."""

from __future__ import annotations

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ..errors.perturbations import generator
from .intervals import UNKNOWN, Estimate, ratio_of_epochs

RANK_STREAM = 3

_MOST_ROUNDS = 60
_SMALLEST_FACTOR = 1e-6


def log_likelihood(innovation: FloatArray, normalized: FloatArray) -> float:
    """Return the logarithm of the Gaussian likelihood of the innovations [..], each taken alone (composite)."""
    used = np.isfinite(normalized) & (normalized != 0)
    deviation = innovation[used] / normalized[used]
    return float(-0.5 * np.sum(np.log(2 * np.pi * deviation**2) + normalized[used] ** 2))


def desroziers(innovation: FloatArray, residual: FloatArray) -> tuple[float, float]:
    """Return the standard deviations of observations and of their prediction that innovations speak for.

    Parameters
    ----------
    innovation, residual : array [..]
        Observed less predicted, before and after the analysis (mm).

    Returns
    -------
    observation, forecast : float
        mm; NaN where the estimated variance is negative.

    Notes
    -----
    Desroziers et al. (2005), Quarterly Journal of the Royal Meteorological Society 131, eq. 2 and 3. Exact where the
    gain is the best one; a filter that treats each cell alone is not, and gives a first approximation.
    """
    used = np.isfinite(innovation) & np.isfinite(residual)
    if not used.any():
        return float("nan"), float("nan")
    before, after = innovation[used], residual[used]
    variances = np.mean(after * before), np.mean((before - after) * before)
    first, second = (float(np.sqrt(value)) if value >= 0 else float("nan") for value in variances)
    return first, second


def variance_factor(innovation: FloatArray, scaled: FloatArray, fixed: FloatArray) -> Estimate:
    """Return the most likely factor on a part of the innovations' expected variance, the other part taken as right.

    Parameters
    ----------
    innovation : array [epoch, point]
        NaN where there is none.
    scaled : array [epoch, point]
        Part of the expected variance that is multiplied (mm2): that of the observations, or of the predictions.
    fixed : array [epoch, point]
        The other part.

    Returns
    -------
    Estimate
        Factor on the variance, with a 95 % interval from the scatter of the epochs; NaN where `scaled` is nothing.

    Notes
    -----
    The likelihood takes each innovation alone (composite), so that correlated errors do not bias it; Fisher's scoring
    solves sum of w^2 scaled (innovation^2 - fixed - factor scaled) = 0, w = 1 / (fixed + factor scaled).
    """
    used = np.isfinite(innovation) & (scaled > 0)
    if not used.any():
        return UNKNOWN
    square, scaled, fixed = (np.where(used, values, 0.0) for values in (innovation**2, scaled, fixed))
    factor = 1.0
    for _ in range(_MOST_ROUNDS):
        weight = _weights(used, fixed + factor * scaled) ** 2 * scaled
        above, below = (weight * (square - fixed)).sum(axis=1), (weight * scaled).sum(axis=1)
        before, factor = factor, max(float(above.sum() / below.sum()), _SMALLEST_FACTOR)
        if abs(factor - before) < 1e-6 * before:
            break
    if factor == _SMALLEST_FACTOR:
        return Estimate(0.0, float("nan"), float("nan"))
    return ratio_of_epochs(above, below)


def _weights(used: BoolArray, total: FloatArray) -> FloatArray:
    weights: FloatArray = np.where(used, 1.0, 0.0) / np.where(used, total, 1.0)
    return weights


def best_error(errors: FloatArray, pooled_std: FloatArray) -> float:
    """Return the assumed error (mm) at which the pooled standard deviation of normalized innovations is 1.

    Linear between the runs; NaN where it is above or below 1 in all of them.
    """
    order = np.argsort(pooled_std)
    inside = pooled_std.min() <= 1 <= pooled_std.max()
    return float(np.interp(1.0, pooled_std[order], errors[order])) if inside else float("nan")


def likely_error(errors: FloatArray, likelihood: FloatArray) -> float:
    """Return the assumed error (mm) of the largest likelihood, by a parabola through the best run and its neighbours.

    Where the best run is the first or the last, its own error.
    """
    best = int(np.argmax(likelihood))
    if best in (0, errors.size - 1):
        return float(errors[best])
    x, y = errors[best - 1 : best + 2], likelihood[best - 1 : best + 2]
    curvature, slope, _ = np.polyfit(x - x[1], y - y[1], 2)
    return float(x[1] - slope / (2 * curvature)) if curvature < 0 else float(errors[best])


def ranks(deviations: FloatArray, innovation: FloatArray, error_std: FloatArray, seed: int, day: float) -> IntArray:
    """Return how often an observation lies above how many members' predictions, [member + 1].

    Each prediction is given an error like the observation's, without which the ranks would pile up at both ends.

    Parameters
    ----------
    deviations : array [member, point]
        Of the members' predictions from their mean, before the analysis.
    innovation : array [point]
        Observed less predicted mean.
    error_std : array [point]
        Of the observations.
    seed, day
        Of the run and the epoch.
    """
    # One generator an epoch: to make one costs more than the draws of a member.
    noise = generator(seed, RANK_STREAM, day, 0).standard_normal(deviations.shape, dtype=np.float32)
    above = (deviations + error_std * noise < innovation).sum(axis=0)
    return np.bincount(above, minlength=deviations.shape[0] + 1)

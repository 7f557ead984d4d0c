"""What innovations say of the size and the correlation of the observations' errors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from .perturbations import generator

RANK_STREAM = 3

_BINS = 15
_MOST_POINTS = 400  # 80,000 pairs tell a variogram as well as more


@dataclass(frozen=True)
class Variogram:
    """How the innovations of two cells at the same epoch differ, by distance.

    Attributes
    ----------
    distance_km : array [bin]
        Mean distance of the pairs.
    semivariance : array [bin]
        Half the mean squared difference (mm2); what all cells share is not in it.
    pairs : array [bin]
        Number of pairs, all epochs together.
    nugget, sill : float
        Of the fitted nugget + sill (1 - exp(-distance / length)), mm2.
    length_km : float
        Of the fit; NaN where the sill is nothing.
    """

    distance_km: FloatArray
    semivariance: FloatArray
    pairs: IntArray
    nugget: float
    sill: float
    length_km: float


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


def variogram(innovation: FloatArray, distance_km: FloatArray) -> Variogram:
    """Return the variogram of innovations.

    Parameters
    ----------
    innovation : array [epoch, point]
        NaN where there is none.
    distance_km : array [point, point]
        Between the points.
    """
    step = -(-innovation.shape[1] // _MOST_POINTS)
    values, distance = innovation[:, ::step], distance_km[::step, ::step]
    first, second = np.triu_indices(values.shape[1], 1)
    apart = distance[first, second]
    squares, counts = np.zeros(apart.size), np.zeros(apart.size, dtype=np.int64)
    for epoch in values:
        difference = epoch[first] - epoch[second]
        known = np.isfinite(difference)
        squares[known] += difference[known] ** 2
        counts[known] += 1
    edges = np.linspace(0.0, apart.max() * (1 + 1e-9), _BINS + 1) if apart.size else np.zeros(2)
    bins = np.clip(np.digitize(apart, edges) - 1, 0, _BINS - 1)
    pairs = np.bincount(bins, counts, _BINS).astype(np.int64)
    filled = pairs > 0
    divisor = np.where(filled, pairs, 1)
    mean_distance = (np.bincount(bins, counts * apart, _BINS) / divisor)[filled]
    semivariance = (np.bincount(bins, squares, _BINS) / (2 * divisor))[filled]
    nugget, sill, length = _fit(mean_distance, semivariance, pairs[filled])
    return Variogram(mean_distance, semivariance, pairs[filled], nugget, sill, length)


def _fit(distance: FloatArray, semivariance: FloatArray, pairs: IntArray) -> tuple[float, float, float]:
    """Fit nugget, sill and length by least squares weighted by pairs; the first two are not negative."""
    if distance.size == 0:
        return float("nan"), float("nan"), float("nan")
    weights = pairs / pairs.sum()
    flat = float(weights @ semivariance)
    best = (float(weights @ (semivariance - flat) ** 2), flat, 0.0, float("nan"))
    for length in np.geomspace(5.0, 2000.0, 120):
        rise = 1 - np.exp(-distance / length)
        mean_rise, mean = weights @ rise, weights @ semivariance
        spread = weights @ (rise - mean_rise) ** 2
        sill = float(weights @ ((rise - mean_rise) * (semivariance - mean)) / spread) if spread > 0 else 0.0
        nugget = float(mean - sill * mean_rise)
        if nugget < 0:
            nugget, sill = 0.0, float(weights @ (rise * semivariance) / (weights @ rise**2))
        misfit = float(weights @ (semivariance - nugget - sill * rise) ** 2)
        if sill > 0 and misfit < best[0]:
            best = (misfit, nugget, sill, float(length))
    return best[1], best[2], best[3]


def ranks(predicted: FloatArray, observed: FloatArray, error_std: FloatArray, seed: int, day: float) -> IntArray:
    """Return how often an observation lies above how many members' predictions, [member + 1].

    Each prediction is given an error like the observation's, without which the ranks would pile up at both ends.

    Parameters
    ----------
    predicted : array [member, point]
        Before the analysis.
    observed : array [point]
        NaN where there is none.
    error_std : array [point]
        Of the observations.
    seed, day
        Of the run and the epoch.
    """
    used = np.isfinite(observed) & np.isfinite(predicted).all(axis=0)
    above = np.zeros(int(used.sum()), dtype=np.int64)
    for member, prediction in enumerate(predicted):
        noise = generator(seed, RANK_STREAM, day, member).standard_normal(observed.size)
        above += (prediction + error_std * noise)[used] < observed[used]
    return np.bincount(above, minlength=predicted.shape[0] + 1)

"""Variogram of the innovations: how the errors of two cells differ by their distance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray

_BINS = 15
_LENGTHS_KM = np.geomspace(5.0, 2000.0, 120)


@dataclass(frozen=True)
class Variogram:
    """How the innovations of two cells at the same epoch differ, by distance; what all cells share is not in it.

    Attributes
    ----------
    distance_km : array [bin]
        Mean distance of the pairs.
    semivariance : array [bin]
        Half the mean squared difference (mm2).
    of_forecast : array [bin]
        What of it the members' predictions make (mm2); zero where it is not known.
    assumed : array [bin]
        Semivariance of the observations' assumed errors (mm2); NaN where it is not known.
    pairs : array [bin]
        Number of pairs, all epochs together.
    nugget, sill : float
        Of nugget + sill (1 - exp(-distance / length)), fitted to `semivariance` less `of_forecast`: the observations'
        errors, mm2.
    length_km : float
        Of the fit; NaN where the sill is nothing.
    """

    distance_km: FloatArray
    semivariance: FloatArray
    of_forecast: FloatArray
    assumed: FloatArray
    pairs: IntArray
    nugget: float
    sill: float
    length_km: float

    def fitted(self, distance_km: FloatArray) -> FloatArray:
        """Return the fitted semivariance of the observations' errors at distances [..] (mm2)."""
        if np.isnan(self.length_km):
            return np.full(distance_km.shape, self.nugget)
        rising: FloatArray = self.nugget + self.sill * (1 - np.exp(-distance_km / self.length_km))
        return rising


def semivariances(covariance: FloatArray) -> FloatArray:
    """Return half the variance of the difference of any two, [point, point], from a covariance."""
    variances = np.diag(covariance)
    half: FloatArray = 0.5 * (variances[:, np.newaxis] + variances) - covariance
    return half


def variogram(
    innovation: FloatArray,
    distance_km: FloatArray,
    of_forecast: FloatArray | None = None,
    assumed: FloatArray | None = None,
) -> Variogram:
    """Return the variogram of innovations.

    Parameters
    ----------
    innovation : array [epoch, point]
        NaN where there is none.
    distance_km : array [point, point]
        Between the points.
    of_forecast, assumed : array [point, point], optional
        Semivariances of the members' predictions and of the assumed errors (mm2).
    """
    first, second = np.triu_indices(innovation.shape[1], 1)
    apart = distance_km[first, second]
    known = np.isfinite(innovation).astype(np.float64)
    values = np.where(known > 0, innovation, 0.0)
    # The sum over the epochs of (a - b)^2 where both are known, for all pairs by three products of matrices.
    square, counted = values**2, known.T @ known
    products = square.T @ known
    squares = np.maximum(products + products.T - 2 * values.T @ values, 0.0)[first, second]
    counts = counted[first, second]
    width = (apart.max() * (1 + 1e-9) if apart.size else 1.0) / _BINS
    bins = (apart / width).astype(np.intp)
    pairs = np.bincount(bins, counts, _BINS)
    filled = pairs > 0

    def mean(values: FloatArray) -> FloatArray:
        quotient: FloatArray = np.bincount(bins, values, _BINS)[filled] / pairs[filled]
        return quotient

    distance, semivariance = mean(counts * apart), mean(squares) / 2
    forecast = np.zeros(distance.size) if of_forecast is None else mean(counts * of_forecast[first, second])
    errors = np.full(distance.size, np.nan) if assumed is None else mean(counts * assumed[first, second])
    number = np.round(pairs[filled]).astype(np.int64)
    nugget, sill, length = _fit(distance, semivariance - forecast, number)
    return Variogram(distance, semivariance, forecast, errors, number, nugget=nugget, sill=sill, length_km=length)


def _fit(distance: FloatArray, semivariance: FloatArray, pairs: IntArray) -> tuple[float, float, float]:
    """Fit nugget, sill and length by least squares weighted by pairs; the first two are not negative."""
    if distance.size == 0:
        return float("nan"), float("nan"), float("nan")
    weights = pairs / pairs.sum()
    mean = float(weights @ semivariance)
    rise = 1 - np.exp(-distance / _LENGTHS_KM[:, np.newaxis])
    mean_rise = rise @ weights
    deviation = rise - mean_rise[:, np.newaxis]
    spread = deviation**2 @ weights
    sill = deviation @ (weights * (semivariance - mean)) / np.where(spread > 0, spread, 1.0)
    nugget = mean - sill * mean_rise
    without = rise @ (weights * semivariance) / (rise**2 @ weights)
    sill, nugget = np.where(nugget < 0, without, sill), np.maximum(nugget, 0.0)
    misfit = (semivariance - nugget[:, np.newaxis] - sill[:, np.newaxis] * rise) ** 2 @ weights
    misfit = np.where((sill > 0) & (spread > 0), misfit, np.inf)
    best = int(np.argmin(misfit))
    if misfit[best] < weights @ (semivariance - mean) ** 2:
        return float(nugget[best]), float(sill[best]), float(_LENGTHS_KM[best])
    return max(mean, 0.0), 0.0, float("nan")

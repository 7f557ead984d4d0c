"""Innovations of an epoch, and how large and how alike they should be."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from .kernels import anomalies_of, mean_and_anomalies, sum_of_products
from .observation_error import ObservationError, projected_covariances, projected_variances, without

_POINTS_AT_ONCE = 8192  # a block of 24 members stays in the processor's cache
_MOST_PAIRS = 4000  # tell the correlation of neighbours to a part in sixty, at every epoch


class Innovations(NamedTuple):
    """Innovations of an epoch.

    Attributes
    ----------
    innovation : array [point]
        Observed less predicted mean (mm); NaN where there is no observation. What is free in the observations (an
        unknown offset) is taken out.
    residual : array [point]
        The same after the analysis.
    normalized : array [point]
        The innovation over its expected standard deviation.
    expected_area_mean : float
        Standard deviation that the mean of `normalized` over the points should have; NaN without observations.
    neighbours : float
        Mean product of `normalized` at neighbouring points; NaN where there are none.
    expected_neighbours : float
        What it should be.
    """

    innovation: FloatArray
    residual: FloatArray
    normalized: FloatArray
    expected_area_mean: float
    neighbours: float
    expected_neighbours: float


def innovations_of(
    predicted: FloatArray, observed: FloatArray, change: FloatArray, error: ObservationError, pairs: IntArray
) -> Innovations:
    """Return the innovations of an epoch.

    Parameters
    ----------
    predicted : array [member, point]
        Of the forecast.
    observed : array [point]
        NaN where there is none.
    change : array [point]
        Of the predicted mean by the analysis.
    error : ObservationError
        Assumed.
    pairs : array [pair, 2] of int
        Points side by side.
    """
    innovation, residual, normalized = np.full((3, observed.size), np.nan)
    nothing = float("nan")
    seen = np.isfinite(observed)
    if not seen.any():
        return Innovations(innovation, residual, normalized, nothing, nothing, nothing)
    free = error.patterns(seen)
    places = np.flatnonzero(seen)
    size = places.size if free is not None else _POINTS_AT_ONCE
    misfit, variances = np.empty((2, places.size))
    shared = np.zeros(predicted.shape[0])
    of_errors = projected_variances(error, seen, free)
    for start in range(0, places.size, size):
        block = slice(start, start + size)
        part = predicted[:, block] if places.size == observed.size else predicted[:, places[block]]
        mean, response = mean_and_anomalies(part)
        response = without(free, response)
        misfit[block] = without(free, observed[places[block]] - mean)
        variances[block] = sum_of_products(response, response) / (response.shape[0] - 1) + of_errors[block]
        shared += response @ (1 / (np.sqrt(variances[block]) * places.size))
    total = np.sqrt(variances)
    innovation[places] = misfit
    residual[places] = misfit - without(free, change[places])
    normalized[places] = misfit / total
    weights = without(free, 1 / (total * total.size))
    of_forecast = shared @ shared / (shared.size - 1)
    expected = float(np.sqrt(of_forecast + weights @ error.scaled(weights, seen)))
    chosen = pairs[seen[pairs].all(axis=1)]
    found = _neighbours(predicted, normalized, total, error, seen, free, chosen[:: -(-len(chosen) // _MOST_PAIRS) or 1])
    return Innovations(innovation, residual, normalized, expected, *found)


def _neighbours(
    predicted: FloatArray,
    normalized: FloatArray,
    total: FloatArray,
    error: ObservationError,
    seen: BoolArray,
    free: FloatArray | None,
    pairs: IntArray,
) -> tuple[float, float]:
    """Return the mean product of neighbours' normalized innovations, and what it should be."""
    if pairs.size == 0:
        return float("nan"), float("nan")
    number = np.cumsum(seen) - 1
    first, second = number[pairs.T]
    if free is None:
        one, other = anomalies_of(predicted[:, pairs[:, 0]]), anomalies_of(predicted[:, pairs[:, 1]])
    else:
        response = without(free, anomalies_of(predicted[:, seen]))
        one, other = response[:, first], response[:, second]
    shared = sum_of_products(one, other) / (one.shape[0] - 1)
    shared += projected_covariances(error, seen, free, first, second)
    expected = shared / (total[first] * total[second])
    return float(normalized[pairs[:, 0]] @ normalized[pairs[:, 1]] / len(pairs)), float(expected.mean())

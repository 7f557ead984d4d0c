"""Innovations of an epoch, and how large and how alike they should be."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...loading.free_patterns import without
from ..algebra.kernels import anomalies_of, mean_and_anomalies, sum_of_products
from ..errors.observation_error import ObservationError, projected_covariances, projected_variances

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
    expected_std : array [point]
        Of the innovation: that of the members' predictions and of the observations' errors together (mm).
    prediction_std : array [point]
        The members' part of it.
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
    expected_std: FloatArray
    prediction_std: FloatArray
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
    nothing = float("nan")
    seen = np.isfinite(observed)
    if not seen.any():
        empty = np.full(observed.size, np.nan)
        return Innovations(
            empty,
            empty,
            empty,
            empty,
            empty,
            expected_area_mean=nothing,
            neighbours=nothing,
            expected_neighbours=nothing,
        )
    free = error.patterns(seen)
    whole = bool(seen.all())  # copies are spared then: of many points they take as long as the work
    places = np.flatnonzero(seen)
    size = places.size if free is not None else _POINTS_AT_ONCE
    misfit, variances, of_members = np.empty((3, places.size))
    shared = np.zeros(predicted.shape[0])
    of_errors = projected_variances(error, seen, free)
    measured = observed if whole else observed[places]
    for start in range(0, places.size, size):
        block = slice(start, start + size)
        mean, response = mean_and_anomalies(predicted[:, block] if whole else predicted[:, places[block]])
        response = without(free, response)
        misfit[block] = without(free, measured[block] - mean)
        of_members[block] = sum_of_products(response, response) / (response.shape[0] - 1)
        variances[block] = of_members[block] + of_errors[block]
        shared += response @ (1 / (np.sqrt(variances[block]) * places.size))
    total = np.sqrt(variances)
    weights = without(free, 1 / (total * total.size))
    of_forecast = shared @ shared / (shared.size - 1)
    expected = float(np.sqrt(of_forecast + weights @ error.scaled(weights, seen)))
    residual = misfit - without(free, change if whole else change[places])
    found = misfit, residual, misfit / total, total, np.sqrt(of_members)
    innovation, rest, normalized, expected_std, prediction_std = (
        values if whole else _at(places, values, observed.size) for values in found
    )
    chosen = pairs if whole else pairs[seen[pairs].all(axis=1)]
    chosen = chosen[:: -(-len(chosen) // _MOST_PAIRS) or 1]
    deviations = response if size >= places.size else None
    product, expected_product = _neighbours(
        predicted, normalized, total, error, seen, free=free, pairs=chosen, deviations=deviations
    )
    return Innovations(
        innovation,
        rest,
        normalized,
        expected_std,
        prediction_std,
        expected_area_mean=expected,
        neighbours=product,
        expected_neighbours=expected_product,
    )


def _at(places: IntArray, values: FloatArray, size: int) -> FloatArray:
    """Return values at their places among `size`, NaN elsewhere."""
    scattered = np.full(size, np.nan)
    scattered[places] = values
    return scattered


def _neighbours(
    predicted: FloatArray,
    normalized: FloatArray,
    total: FloatArray,
    error: ObservationError,
    seen: BoolArray,
    *,
    free: FloatArray | None,
    pairs: IntArray,
    deviations: FloatArray | None,
) -> tuple[float, float]:
    """Return the mean product of neighbours' normalized innovations, and what it should be.

    `deviations` [member, observation] of the predictions, without what is free, are there where one block has them all.
    """
    if pairs.size == 0:
        return float("nan"), float("nan")
    number = np.cumsum(seen) - 1
    first, second = number[pairs.T]
    if deviations is None:
        one, other = anomalies_of(predicted[:, pairs[:, 0]]), anomalies_of(predicted[:, pairs[:, 1]])
    else:
        one, other = deviations[:, first], deviations[:, second]
    shared = sum_of_products(one, other) / (one.shape[0] - 1)
    shared += projected_covariances(error, seen, free, first, second)
    expected = shared / (total[first] * total[second])
    return float(normalized[pairs[:, 0]] @ normalized[pairs[:, 1]] / len(pairs)), float(expected.mean())


def deviations_of(predicted: FloatArray, seen: BoolArray, error: ObservationError, chosen: IntArray) -> FloatArray:
    """Return what members' predictions differ from their mean by [member, chosen point], without what is free.

    Parameters
    ----------
    predicted : array [member, point]
        Of the forecast.
    seen : array [point] of bool
        Where there are observations.
    error : ObservationError
        Of all points.
    chosen : array [chosen point] of int
        Points that are wanted, all of them seen.
    """
    free = error.patterns(seen)
    if free is None:
        return anomalies_of(predicted[:, chosen])
    number = np.cumsum(seen) - 1
    projected: FloatArray = without(free, anomalies_of(predicted[:, seen]))[:, number[chosen]]
    return projected

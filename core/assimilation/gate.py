"""The information gate: before the run, what the observations can tell of the storage."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import numpy as np

from ..arrays import FloatArray, IntArray
from ..loading.operator import LoadOperator
from .ensemble import ErrorField
from .geometry import distance_km
from .information import Information, expected_information, quantities_of
from .kernels import anomalies_of
from .localization import gaspari_cohn
from .observation_error import UNKNOWN_OFFSET_MM, ObservationError, observation_error
from .options import AssimilationOptions
from .prior import spacing_km
from .problem import Problem

_MOST_POINTS = 300  # the covariances of more are thinned: their cube is the work
_FIELDS_AT_ONCE = 32
_SAMPLED_REACH_KM = 600.0


def drawn_information(problem: Problem, operator: LoadOperator, options: AssimilationOptions) -> Information:
    """Return what is expected where the members are drawn by the error model, whose covariance is known."""
    chosen, share = _thinned(problem)
    field = ErrorField.create(problem.grid.shape, spacing_km(problem.grid), options.prior_correlation_length_km)
    variance = options.prior_error_mm**2
    columns = operator.adjoint(np.eye(operator.n_points)[chosen])
    loaded = variance * _covary(field, problem, columns)
    points = problem.points[chosen]
    units = np.zeros((chosen.size, problem.lon.size))
    units[np.arange(chosen.size), points] = 1.0
    storage = variance * _covary(field, problem, units)[:, points]
    displacement = loaded @ columns.T
    return _expected(problem, chosen, share, (displacement, loaded[:, points].T, storage), columns[:, points], options)


def sampled_information(
    problem: Problem,
    operator: LoadOperator,
    epochs: Iterable[FloatArray],
    options: AssimilationOptions,
    outside: Iterable[FloatArray] | None = None,
) -> Information:
    """Return what is expected from the covariances of given members [member, cell] at some epochs.

    Each epoch's displacement may have a part [member, point] by loads `outside` the cells.
    """
    chosen, share = _thinned(problem)
    points = problem.points[chosen]
    storage, displacement, freedom = [], [], 0
    beside = itertools.repeat(np.zeros((1, operator.n_points))) if outside is None else outside
    for members, deviation in zip(epochs, beside):
        anomalies = anomalies_of(members)
        storage.append(anomalies[:, points])
        displacement.append((operator.apply(anomalies) + deviation)[:, chosen])
        freedom += members.shape[0] - 1
    x, h = np.concatenate(storage), np.concatenate(displacement)
    lon, lat = problem.lon[points], problem.lat[points]
    taper = gaspari_cohn(distance_km(lon, lat, lon, lat), options.localization_km or _SAMPLED_REACH_KM)
    parts = tuple(one.T @ other / freedom * taper for one, other in ((h, h), (x, h), (x, x)))
    own_load = operator.adjoint(np.eye(operator.n_points)[chosen])[:, points]
    return _expected(problem, chosen, share, parts, own_load, options)


def in_words(information: Information) -> str:
    """Return the expectation as a sentence for the user."""
    return (
        f"Expected of these observations: the standard deviation of the mean storage of the observed area goes from "
        f"{information.prior_std:.1f} to {information.posterior_std:.1f} mm (ratio {information.ratio:.2f}), with "
        f"{information.degrees_of_freedom:.1f} degrees of freedom for signal an epoch."
    )


def warning(information: Information, options: AssimilationOptions) -> str:
    """Return what to say where the observations cannot constrain the basin's mean."""
    unused = options.reference == "unknown" and information.tells_nothing
    outcome = (
        "They are not used: the analysis is the open loop, because all that they could add is the sampling noise of "
        "the ensemble."
        if unused
        else "The analysis will be the open loop, to a few per cent."
    )
    return (
        "These observations cannot constrain the storage: with the assumed errors and reference, the standard "
        f"deviation of the observed area's mean goes from {information.prior_std:.1f} to "
        f"{information.posterior_std:.1f} mm only. {outcome} A tie of the frame to GNSS (REFERENCE tied), a wider area "
        "or lower errors would make a difference."
    )


def _thinned(problem: Problem) -> tuple[IntArray, int]:
    """Return which points are used, and how many points each of them stands for."""
    share = -(-problem.points.size // _MOST_POINTS)
    return np.arange(0, problem.points.size, share), share


def _covary(field: ErrorField, problem: Problem, columns: FloatArray) -> FloatArray:
    """Return the correlation of all cells times columns [column, cell]."""
    product = np.empty_like(columns)
    for start in range(0, columns.shape[0], _FIELDS_AT_ONCE):
        part = columns[start : start + _FIELDS_AT_ONCE]
        fields = np.zeros((part.shape[0], *problem.grid.shape))
        fields[:, problem.cells] = part
        product[start : start + _FIELDS_AT_ONCE] = field.covary(fields)[:, problem.cells]
    return product


def _expected(
    problem: Problem,
    chosen: IntArray,
    share: int,
    parts: tuple[FloatArray, ...],
    own_load: FloatArray,
    options: AssimilationOptions,
) -> Information:
    displacement, shared, storage = parts
    points = problem.points[chosen]
    known = quantities_of(displacement, shared, storage, np.full(chosen.size, 1 / chosen.size), share * own_load)
    error = observation_error(problem.lon[points], problem.lat[points], options, problem.station_std(chosen))
    # In each epoch a seasonal bias is an error common to all points; that it lasts makes it worse than that.
    common = options.seasonal_bias_mm**2
    interval = float(np.median(np.diff(problem.days))) if problem.days.size > 1 else options.error_memory_days
    fade = float(np.exp(-interval / options.error_memory_days))
    if options.method.endswith("_1d"):
        single_std = np.sqrt(error.single_std**2 + common)
        return expected_information(known, known.single_gain(single_std), _with_free(error) + common, fade)
    covariance = _with_free(error)
    if error.covariance is None:
        # The errors of the points that a point stands for are independent: together they say more.
        covariance = _with_free(ObservationError(error.variances / share, None, error.free))
    covariance = covariance + common
    return expected_information(known, known.joint_gain(covariance), covariance, fade)


def _with_free(error: ObservationError) -> FloatArray:
    """Return the covariance [point, point] with a large variance along what is free."""
    everything = np.ones(error.variances.size, dtype=bool)
    covariance = error.matrix(everything)
    patterns = error.patterns(everything)
    if patterns is not None:
        covariance = covariance + UNKNOWN_OFFSET_MM**2 * error.variances.size * patterns @ patterns.T
    return covariance

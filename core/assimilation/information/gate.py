"""The information gate: before the run, what the observations can tell of the storage."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...geodesy import distance_km
from ...loading.operator import LoadOperator
from ..algebra.kernels import anomalies_of
from ..algebra.localization import gaspari_cohn
from ..errors.observation_error import UNKNOWN_OFFSET_MM, ObservationError
from ..errors.prior_errors import ErrorField
from ..errors.shared_cells import SharedCells
from ..frames import Frames
from ..inputs.collocation import Problem, shared_cells
from ..options import AssimilationOptions
from ..priors.from_storage import spacing_km
from .expected import Gain, Information, Quantities, expected_information, information_at_epochs, quantities_of

_MOST_POINTS = 300  # the covariances of more are thinned: their cube is the work
_MOST_POINTS_OF_FRAMES = 200  # several frames are observed at epochs of their own, each of which is gone through
_MOST_EPOCHS = 80
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
    return _expected(
        problem, chosen, share, (displacement, loaded[:, points].T, storage), columns[:, points], options=options
    )


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
    return _expected(problem, chosen, share, parts, own_load, options=options)


def in_words(information: Information) -> str:
    """Return the expectation as a sentence for the user."""
    return (
        f"Expected of these observations: the standard deviation of the mean storage of the observed area goes from "
        f"{information.prior_std:.1f} to {information.posterior_std:.1f} mm (ratio {information.ratio:.2f}), with "
        f"{information.degrees_of_freedom:.1f} degrees of freedom for signal an epoch."
    )


def is_left_out(information: Information, frames: Frames) -> bool:
    """Return whether the displacement is not used: all frames are of unknown reference, and together tell nothing."""
    present = np.unique(frames.number)
    return present.size > 0 and bool(frames.unknown[present].all()) and information.tells_nothing


def warning(information: Information, frames: Frames) -> str:
    """Return what to say where the observations cannot constrain the basin's mean."""
    unused = is_left_out(information, frames)
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
    """Return which points are used, and how many points each of them stands for: as many of each frame."""
    group = _groups(problem)
    most = _MOST_POINTS if problem.frames is None or len(problem.frames.every) == 1 else _MOST_POINTS_OF_FRAMES
    share = -(-problem.points.size // most)
    parts = [np.flatnonzero(group == number)[::share] for number in np.unique(group)]
    return np.sort(np.concatenate(parts)), share


def _groups(problem: Problem) -> IntArray:
    """Return the frame of each point; -1 for stations."""
    group = np.full(problem.points.size, -1, dtype=np.intp)
    group[: problem.n_gridded] = 0 if problem.frames is None else problem.frames.number
    return group


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
    *,
    options: AssimilationOptions,
) -> Information:
    displacement, shared, storage = parts
    points = problem.points[chosen]
    # A cell counts once, however many frames and stations see it.
    _, place, count = np.unique(points, return_inverse=True, return_counts=True)
    basin = 1 / (count.size * count[np.ravel(place)])
    known = quantities_of(displacement, shared, storage, basin, share * own_load, cell=points)
    error, shared_cell = problem.errors(options, chosen), shared_cells(problem, options, chosen)
    # In each epoch a seasonal bias is an error common to all points; that it lasts makes it worse than that.
    common = options.seasonal_bias_mm**2
    covariance = _with_free(error)
    if error.covariance is None and not options.method.endswith("_1d"):
        # The errors of the points that a point stands for are independent: together they say more.
        covariance = _with_free(ObservationError(error.variances / share, None, error.free))
    covariance = covariance + common
    if problem.frames is None or len(problem.frames.every) == 1:
        interval = float(np.median(np.diff(problem.days))) if problem.days.size > 1 else options.error_memory_days
        gain = _gain(known, error, shared_cell, covariance, options, seen=None)
        return expected_information(known, gain, covariance, float(np.exp(-interval / options.error_memory_days)))
    gains: dict[bytes, Gain] = {}
    steps = []
    for seen, interval in _epochs(problem, chosen):
        key = seen.tobytes()
        if key not in gains:
            gains[key] = _gain(known, error, shared_cell, covariance, options, seen=seen)
        steps.append((gains[key], float(np.exp(-interval / options.error_memory_days))))
    return information_at_epochs(known, steps, covariance)


def _gain(
    known: Quantities,
    error: ObservationError,
    shared: SharedCells | None,
    covariance: FloatArray,
    options: AssimilationOptions,
    *,
    seen: BoolArray | None,
) -> Gain:
    """Return the gain of the chosen method with the `seen` (all) points."""
    if not options.method.endswith("_1d"):
        return known.joint_gain(covariance, seen)
    common = options.seasonal_bias_mm**2
    every = np.ones(known.points, dtype=bool) if seen is None else seen
    if shared is None:
        return known.single_gain(np.sqrt(error.single_std**2 + common), every.astype(float))
    together = shared.together(np.where(every, 0.0, np.nan))
    std = np.where(every, together.std[shared.of_point], 1.0)
    return known.single_gain(np.sqrt(std**2 + common), together.weights)


def _epochs(problem: Problem, chosen: IntArray) -> list[tuple[BoolArray, float]]:
    """Return which points [chosen] each epoch with observations sees, by frames, and the days to the next such epoch.

    Of many epochs, those that follow each other and have most frames.
    """
    group = _groups(problem)
    frames = np.unique(group)
    finite = np.isfinite(problem.observed)
    seen = np.stack([finite[:, group == number].any(axis=1) for number in frames], axis=1)
    some = np.flatnonzero(seen.any(axis=1))
    if some.size > _MOST_EPOCHS:
        total = np.concatenate([[0], np.cumsum(seen[some].sum(axis=1))])
        start = int(np.argmax(total[_MOST_EPOCHS:] - total[:-_MOST_EPOCHS]))
        some = some[start : start + _MOST_EPOCHS]
    intervals = np.append(np.diff(problem.days[some]), 0.0)
    of_point = np.searchsorted(frames, group[chosen])
    return [(seen[epoch][of_point], float(interval)) for epoch, interval in zip(some, intervals)]


def _with_free(error: ObservationError) -> FloatArray:
    """Return the covariance [point, point] with a large variance along what is free."""
    everything = np.ones(error.variances.size, dtype=bool)
    covariance = error.matrix(everything)
    patterns = error.patterns(everything)
    if patterns is not None:
        covariance = covariance + UNKNOWN_OFFSET_MM**2 * error.variances.size * patterns @ patterns.T
    return covariance

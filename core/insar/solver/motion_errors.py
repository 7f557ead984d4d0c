"""The motion of every pixel with the covariance that network and air give it.

Errors of a displacement series are of two kinds. Decorrelation makes every interferogram err on its own: over the
network this becomes a walk in time whose covariance is the inverse of the weighted normal matrix times the variance
of unit weight, which the interferograms' residuals give. Air errs date by date and closes every loop: it leaves no
residual, but it makes neighbouring dates differ by more than the network explains, which gives its variance. Fitted
motion is linear in the series, ``theta = G x``, so its covariance is ``s^2 G C G' + a^2 G G'``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from .band import LEAST_PIXELS, Float64, at_least
from .gaps import PartNormals, normal_equations, part_numbers, part_sums
from .motion import MotionModel, fit_motion

_RIDGE = 1e-6
"""Weight (of 1 mm^2) of a motion of 0, far below that of any date: it keeps undetermined terms finite."""
UNDETERMINED = 0.25 / _RIDGE
"""Variance in mm^2 from which on the ridge, whose variance is 1e6 mm^2, has a say in a term."""

Solve = Callable[[Float64], Float64]
"""Returns C b [date, pixel] for b [date, pixel], with the covariance C of a network of unit variance; destroys b."""


@dataclass(frozen=True)
class NetworkErrors:
    """What a solved block of pixels tells about its errors.

    Attributes
    ----------
    unit_variance : array [pixel]
        Variance of an observation of weight 1; NaN where the interferograms are not redundant.
    variance, neighbour : array [date, pixel or 1]
        Of every date relative to its part's first, and covariance with the date before, for unit variance 1.
    solve : function
        See :data:`Solve`.
    shared : bool
        Whether the network is the same at all pixels.
    """

    unit_variance: Float64
    variance: Float64
    neighbour: Float64
    solve: Solve
    shared: bool


@dataclass(frozen=True)
class MotionEstimate:
    """Fitted motion of a block of pixels, and errors.

    Attributes
    ----------
    coefficients : array [term, pixel]
        As :class:`~.motion.Motion`'s; from determined dates alone, with a constant for every part.
    covariance : array [term, term, pixel]
        Of the coefficients; some 1e6 mm^2 where the dates do not determine a term.
    part : uint16 array [date, pixel]
        From :func:`~.gaps.part_numbers`.
    noise_std : array [pixel]
        Of an interferogram of typical weight, from the residuals.
    air_std : array [pixel]
        Of what differs from date to date without being seen by any loop.
    displacement_std : array [date, pixel] or None
        Of each date's displacement relative to the mean of its part; NaN where undetermined.
    """

    coefficients: Float64
    covariance: Float64
    part: npt.NDArray[np.uint16]
    noise_std: Float64
    air_std: Float64
    displacement_std: Float64 | None


def estimate_motion(
    series: FloatArray,
    first: npt.NDArray[np.int32] | None,
    model: MotionModel,
    errors: NetworkErrors,
    typical_weight: Float64,
    *,
    date_std: bool,
) -> MotionEstimate:
    """Fit a motion to solved series and propagate the errors of network and air into it.

    Parameters
    ----------
    series : array [date, pixel]
        Displacement, each part with any constant; at least :data:`~.band.LEAST_PIXELS` pixels.
    first : int array [date, pixel] or None
        First date of the part that a date belongs to; None where no pixel has a gap.
    model : MotionModel
        What to fit.
    errors : NetworkErrors
        Of these pixels.
    typical_weight : array [pixel]
        Mean weight of the interferograms.
    date_std : bool
        Whether to compute the standard deviation of every date.

    References
    ----------
    The two kinds of error and their covariances: Agram and Simons (2015), JGR Solid Earth 120, 1404.
    """
    n_dates, n_pixels = series.shape
    coefficients, weights = _complete_fit(series, model)
    gaps = np.empty(0, dtype=np.int64) if first is None else np.flatnonzero(first.any(axis=0))
    ridge = np.zeros((model.terms.shape[1], model.terms.shape[1], n_pixels))
    if first is not None and gaps.size:
        if not errors.shared:
            weights = [np.repeat(weight, n_pixels, axis=1) for weight in weights]
        fitted = _fit_of_parts(at_least(series[:, gaps]), at_least(first[:, gaps]), model)
        for k, weight in enumerate(fitted.weights):
            if errors.shared:
                weights[k] = weight[:, :1]  # the same network has the same parts
            else:
                weights[k][:, gaps] = weight[:, : gaps.size]
        coefficients[:, gaps] = fitted.coefficients[:, : gaps.size]
        ridge[..., gaps] = fitted.ridge[..., : gaps.size]
    part = np.ones((n_dates, n_pixels), dtype=np.uint16) if first is None else part_numbers(first)
    air = _air_variance(series - _motion(model, coefficients), part, errors)
    covariance = _covariance(weights, errors, air) + ridge
    return MotionEstimate(
        coefficients,
        covariance,
        part,
        np.sqrt(errors.unit_variance / np.where(typical_weight > 0, typical_weight, np.nan)),
        np.sqrt(air),
        displacement_std=_date_std(first, part, errors, air) if date_std else None,
    )


def _complete_fit(series: FloatArray, model: MotionModel) -> tuple[Float64, list[Float64]]:
    """Return coefficients [term, pixel] of series without gaps, and each one's weights over dates [date, 1]."""
    centred = model.terms - model.terms.mean(axis=0)
    return fit_motion(series, model).coefficients.copy(), [row[:, None] for row in np.linalg.pinv(centred)]


@dataclass(frozen=True)
class _PartFit:
    coefficients: Float64
    weights: list[Float64]
    ridge: Float64


def _fit_of_parts(series: FloatArray, first: npt.NDArray[np.int32], model: MotionModel) -> _PartFit:
    """Fit a motion with a constant for each part, a ridge where they do not determine it."""
    normal: PartNormals = normal_equations(np.asarray(series, np.float64), first, model)
    n_terms, n_pixels = normal.rhs.shape
    matrix = np.moveaxis(normal.matrix, 2, 0) + _RIDGE * np.eye(n_terms)
    inverse = np.moveaxis(np.linalg.inv(matrix), 0, 2)
    coefficients, weights = np.zeros((n_terms, n_pixels)), []
    for k in range(n_terms):
        weight = np.zeros(series.shape)
        for j in range(n_terms):
            coefficients[k] += inverse[k, j] * normal.rhs[j]
            weight += inverse[k, j] * normal.centred[j]
        weights.append(weight)
    ridge = np.zeros_like(inverse)
    for k in range(n_terms):
        for j in range(n_terms):
            for i in range(n_terms):
                ridge[k, j] += _RIDGE * inverse[k, i] * inverse[i, j]
    return _PartFit(coefficients, weights, ridge)


def _motion(model: MotionModel, coefficients: Float64) -> Float64:
    total = np.zeros((len(model.terms), coefficients.shape[1]))
    for term, coefficient in zip(model.terms.T, coefficients):
        total += term[:, None] * np.nan_to_num(coefficient)
    return total


def _air_variance(residual: Float64, part: npt.NDArray[np.uint16], errors: NetworkErrors) -> Float64:
    """Return the variance of what changes from date to date beyond the network's own errors [pixel]."""
    beside = (part[1:] == part[:-1]) & (part[1:] > 0)
    count = np.maximum(np.add.reduce(beside, axis=0, dtype=np.float64), 1.0)
    step = np.where(beside, residual[1:] - residual[:-1], 0.0)
    squares = np.add.reduce(step * step, axis=0)
    resistance = errors.variance[1:] + errors.variance[:-1] - 2.0 * errors.neighbour[1:]
    walked = np.add.reduce(np.where(beside, resistance, 0.0), axis=0) * np.nan_to_num(errors.unit_variance)
    return np.asarray(np.maximum(squares - walked, 0.0) / (2.0 * count))


def _covariance(weights: list[Float64], errors: NetworkErrors, air: Float64) -> Float64:
    """Return the covariance [term, term, pixel] of sums over dates with `weights`."""
    n_terms = len(weights)
    result = np.empty((n_terms, n_terms, air.size))
    unit = np.nan_to_num(errors.unit_variance)  # without redundancy all errors show as those of dates
    size = LEAST_PIXELS if errors.shared else air.size
    for k in range(n_terms):
        walk = errors.solve(np.ascontiguousarray(np.broadcast_to(weights[k], (len(weights[k]), size))).copy())
        for j in range(k + 1):
            network = np.add.reduce(weights[j] * walk, axis=0)
            white = np.add.reduce(weights[j] * np.broadcast_to(weights[k], walk.shape), axis=0)
            if errors.shared:
                network, white = network[0], white[0]
            result[j, k] = result[k, j] = network * unit + white * air
    return result


def _date_std(
    first: npt.NDArray[np.int32] | None, part: npt.NDArray[np.uint16], errors: NetworkErrors, air: Float64
) -> Float64:
    """Return the standard deviation of every date relative to its part's mean [date, pixel]."""
    n_dates, n_pixels = part.shape
    size = LEAST_PIXELS if errors.shared else n_pixels
    whole = np.zeros((n_dates, size), dtype=np.int32) if first is None else np.ascontiguousarray(first[:, :size])
    count = part_sums(whole, None)
    total = errors.solve(np.ones((n_dates, size)))
    variance = errors.variance - 2.0 * total / count + part_sums(whole, total) / count**2
    share = 1.0 - 1.0 / count
    if errors.shared:
        variance, share = variance[:, :1], share[:, :1]
    std = np.sqrt(np.maximum(variance * np.nan_to_num(errors.unit_variance), 0.0) + share * air)
    return np.where(part > 0, std, np.nan)

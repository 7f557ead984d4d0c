"""Models of motion in time, linear in their coefficients: fitting them to series, and what the fit tells.

Small normal equations of all pixels are solved together, element by element over pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray
from ...dates import DAYS_PER_YEAR, date_of
from ...errors import InputError
from .band import LEAST_PIXELS, Float64, at_least

MIN_SEASONAL_YEARS = 1.5
"""A series shorter than this cannot tell annual motion from a trend."""

_CONSTANT = 1e-9  # sum of squares of a centred term: 6 days between two dates are 1e-4 years^2, one step is 0.5
MIN_TOLERANCE = 0.01
"""Smallest part of a term that the other terms may leave unexplained (1 - R^2) for a fit to be taken as determined."""


@dataclass(frozen=True)
class MotionModel:
    """Terms whose sum with coefficients is a motion. A constant goes without saying.

    Attributes
    ----------
    terms : array [date, term]
        Velocity first (years since the first date), then cosine and sine of the annual and the semi-annual period,
        then one for each step: 0 before its date, 1 from it on.
    annual, semiannual, steps : int
        Number of the first of these terms; 0 where there are none.
    days : array [date]
        Days since 2000-01-01.
    """

    terms: Float64
    annual: int
    semiannual: int
    steps: int
    days: Float64


def motion_model(
    days: npt.ArrayLike, seasonal: bool, semiannual: bool = False, steps: tuple[float, ...] = ()
) -> MotionModel:
    """Return the model of constant velocity with further terms.

    Parameters
    ----------
    days : array [date]
        Days since 2000-01-01, ascending.
    seasonal : bool
        Whether to add the annual term, where the dates span 1.5 years.
    semiannual : bool
        Whether to add the semi-annual term to the annual one.
    steps : tuple of float
        Days from which on the displacement is another (an earthquake).

    Raises
    ------
    InputError
        Where no date lies before or none after a step, or no date lies between two.
    """
    when = np.asarray(days, dtype=np.float64)
    columns = [(when - when[0]) / DAYS_PER_YEAR]
    numbers = {"annual": 0, "semiannual": 0, "steps": 0}
    if seasonal and np.ptp(when) >= MIN_SEASONAL_YEARS * DAYS_PER_YEAR:
        for name, yearly in (("annual", 1.0), ("semiannual", 2.0))[: 2 if semiannual else 1]:
            numbers[name] = len(columns)
            angle = 2.0 * np.pi * yearly * when / DAYS_PER_YEAR
            columns += [np.cos(angle), np.sin(angle)]
    if steps:
        numbers["steps"] = len(columns)
        columns += [(when >= day).astype(np.float64) for day in _useful_steps(when, steps)]
    return MotionModel(np.stack(columns, axis=1), **numbers, days=when)


def _useful_steps(days: Float64, steps: tuple[float, ...]) -> list[float]:
    """Return the steps in their order; each must have dates of its own on both sides."""
    ordered = sorted(set(steps))
    edges = np.searchsorted(days, ordered)
    for number, (step, edge) in enumerate(zip(ordered, edges)):
        if edge == 0 or edge == days.size:
            raise InputError(
                f"STEPS: {date_of(step)} is not within the series, which runs from {date_of(days[0])} to "
                f"{date_of(days[-1])}."
            )
        if number and edge == edges[number - 1]:
            raise InputError(f"STEPS: no date lies between {date_of(ordered[number - 1])} and {date_of(step)}.")
    return ordered


def solve_normal(matrix: Float64, rhs: Float64) -> tuple[Float64, Float64, BoolArray]:
    """Solve small symmetric positive definite systems of many pixels by L D L^T.

    A term that is constant at a pixel (a step outside its dates) is left out there: its coefficient is 0.

    Parameters
    ----------
    matrix : array [term, term, pixel]
        Of centred terms; overwritten.
    rhs : array [term, pixel]
        Overwritten by the solution.

    Returns
    -------
    solution : array [term, pixel]
        0 where a system is not determined.
    first_variance : array [pixel]
        First element of the inverse's diagonal.
    determined : bool array [pixel]
        False where a pivot is less than :data:`MIN_TOLERANCE` of its diagonal element.
    """
    n_terms = len(rhs)
    diagonal = np.stack([matrix[k, k] for k in range(n_terms)])
    constant = diagonal < _CONSTANT
    determined = ~constant[0]
    # From the last term to the first: the last pivot left is then the inverse of the first term's variance.
    for k in range(n_terms - 1, -1, -1):
        determined &= constant[k] | (matrix[k, k] > MIN_TOLERANCE * diagonal[k])
        out = constant[k] | ~determined
        pivot = np.where(out, 1.0, matrix[k, k])
        matrix[k, k] = pivot
        matrix[: k + 1, k, out] = 0.0
        rhs[k, out] = 0.0
        for j in range(k):
            share = matrix[j, k] / pivot
            for i in range(j + 1):
                matrix[i, j] -= share * matrix[i, k]
            rhs[j] -= share * rhs[k]
    for k in range(n_terms):
        for j in range(k):
            rhs[k] -= matrix[j, k] * rhs[j]
        out = matrix[k, k] == 0.0
        rhs[k] = np.where(out, 0.0, rhs[k] / np.where(out, 1.0, matrix[k, k]))
    rhs[:, ~determined] = 0.0
    first = np.where(matrix[0, 0] == 0.0, 1.0, matrix[0, 0])
    return rhs, 1.0 / first, determined


@dataclass(frozen=True)
class Motion:
    """A model fitted to the series of every pixel; NaN where the series does not determine it.

    Attributes
    ----------
    coefficients : array [term, pixel]
        In the unit of the series; the first is the velocity per year.
    velocity_std : array [pixel]
        Formal standard deviation of the velocity, from the residuals taken as independent.
    """

    coefficients: Float64
    velocity_std: Float64

    @property
    def velocity(self) -> Float64:
        """Per year [pixel]."""
        return self.coefficients[0]


def fit_motion(series: FloatArray, model: MotionModel) -> Motion:
    """Fit a model with a constant to series by least squares.

    Parameters
    ----------
    series : array [date, pixel]
        NaN where missing.
    model : MotionModel
        What to fit.
    """
    n_dates, n_pixels = series.shape
    count = np.count_nonzero(np.isfinite(series), axis=0)
    coefficients = np.full((model.terms.shape[1], n_pixels), np.nan)
    std = np.full(n_pixels, np.nan)
    for chosen, complete in ((count == n_dates, True), ((count > 0) & (count < n_dates), False)):
        if chosen.all():
            coefficients, std = _fit(series, model, complete)
        elif chosen.any():
            coefficients[:, chosen], std[chosen] = _fit(series[:, chosen], model, complete)
    return Motion(coefficients, std)


def _fit(series: FloatArray, model: MotionModel, complete: bool) -> tuple[Float64, Float64]:
    """Return coefficients [term, pixel] and the velocity's standard deviation; `complete`: no date is missing."""
    whole = at_least(series)
    there = np.isfinite(whole)
    count = np.add.reduce(there, axis=0, dtype=np.float64)
    n = np.maximum(count, 1.0)
    clean = whole.copy() if complete else np.where(there, whole, 0.0)
    clean -= np.add.reduce(clean, axis=0) / n
    if not complete:
        clean[~there] = 0.0
    centred, matrix = _centred_terms(model, there, n, complete)
    n_terms = len(centred)
    rhs = np.stack([np.add.reduce(term * clean, axis=0) for term in centred])
    absent = np.stack([matrix[k, k] for k in range(n_terms)]) < _CONSTANT
    coefficients, variance, determined = solve_normal(matrix, rhs)
    for k in range(n_terms):
        clean -= centred[k] * coefficients[k]
    n_used = n_terms - np.count_nonzero(absent, axis=0)
    freedom = count - n_used - 1
    squares = np.add.reduce(clean * clean, axis=0)
    std = np.sqrt(np.where(freedom > 0, squares / np.maximum(freedom, 1.0), np.nan) * variance)
    determined = determined & (count > n_used)
    n_pixels = series.shape[1]
    return (
        np.where(determined & ~absent, coefficients, np.nan)[:, :n_pixels],
        np.where(determined, std, np.nan)[:n_pixels],
    )


def _centred_terms(model: MotionModel, there: BoolArray, n: Float64, complete: bool) -> tuple[list[Float64], Float64]:
    """Return every term less its mean over the dates that are there [date, pixel or 1], and their normal matrix.

    Where no pixel lacks a date, the terms are computed for a few pixels only: by the same additions in the same
    order, so that a pixel's result does not depend on what its neighbours lack.
    """
    some = (slice(None), slice(LEAST_PIXELS)) if complete else (slice(None), slice(None))
    centred = [_centred(term, there[some], n[some[1]]) for term in model.terms.T]
    matrix = np.empty((len(centred), len(centred), there.shape[1]))
    for k, term in enumerate(centred):
        for j in range(k + 1):
            total = np.add.reduce(centred[j] * term, axis=0)
            matrix[j, k] = matrix[k, j] = total[0] if complete else total
    return [term[:, :1] for term in centred] if complete else centred, matrix


def _centred(term: Float64, there: BoolArray, n: Float64) -> Float64:
    values = np.where(there, term[:, None], 0.0)
    values -= np.add.reduce(values, axis=0) / n
    values[~there] = 0.0
    return values


def velocity_weights(model: MotionModel) -> Float64:
    """Return the weights [date] whose sum with a complete series is the velocity of :func:`fit_motion`."""
    centred = model.terms - model.terms.mean(axis=0)
    return np.asarray(np.linalg.pinv(centred)[0])


def cycle(motion: Motion, number: int, period: float) -> tuple[Float64, Float64]:
    """Return amplitude and day of the maximum (from 1 January, 0 to `period`) of a periodic term [pixel].

    Parameters
    ----------
    motion : Motion
        Fitted.
    number : int
        Of the term's cosine, its sine next to it; the results are NaN where it is 0 (the model has none).
    period : float
        In days.
    """
    if not number:
        missing = np.full(motion.velocity.shape, np.nan)
        return missing, missing.copy()
    cosine, sine = motion.coefficients[number : number + 2]
    day = np.mod(np.arctan2(sine, cosine) / (2.0 * np.pi) * period, period)
    return np.hypot(cosine, sine), day

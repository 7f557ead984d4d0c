"""Models of motion in time, linear in their coefficients: fitting them to series, and what the fit tells.

Small normal equations of all pixels are solved together, element by element over pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray
from ..dates import DAYS_PER_YEAR
from .band import LEAST_PIXELS, Float64, at_least

MIN_SEASONAL_YEARS = 1.5
"""A series shorter than this cannot tell annual motion from a trend."""

MIN_TOLERANCE = 0.01
"""Smallest part of a term that the other terms may leave unexplained (1 - R^2) for a fit to be taken as determined."""


@dataclass(frozen=True)
class MotionModel:
    """Terms whose sum with coefficients is a motion.

    Attributes
    ----------
    terms : array [date, term]
        Velocity first (years since the first date), then the others. A constant goes without saying.
    annual : int
        Number of the annual cosine among the terms, its sine next to it; 0 where there is none.
    days : array [date]
        Days since 2000-01-01.
    """

    terms: Float64
    annual: int
    days: Float64


def motion_model(days: npt.ArrayLike, seasonal: bool) -> MotionModel:
    """Return the model of constant velocity, with an annual term where asked for and the dates span 1.5 years.

    Parameters
    ----------
    days : array [date]
        Days since 2000-01-01, ascending.
    seasonal : bool
        Whether to add the annual term.
    """
    when = np.asarray(days, dtype=np.float64)
    columns = [(when - when[0]) / DAYS_PER_YEAR]
    annual = 0
    if seasonal and np.ptp(when) >= MIN_SEASONAL_YEARS * DAYS_PER_YEAR:
        annual = len(columns)
        angle = 2.0 * np.pi * when / DAYS_PER_YEAR
        columns += [np.cos(angle), np.sin(angle)]
    return MotionModel(np.stack(columns, axis=1), annual, when)


def solve_normal(matrix: Float64, rhs: Float64) -> tuple[Float64, Float64, BoolArray]:
    """Solve small symmetric positive definite systems of many pixels by L D L^T.

    Parameters
    ----------
    matrix : array [term, term, pixel]
        Overwritten.
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
    determined = np.ones(rhs.shape[1], dtype=bool)
    # From the last term to the first: the last pivot left is then the inverse of the first term's variance.
    for k in range(n_terms - 1, -1, -1):
        determined &= matrix[k, k] > MIN_TOLERANCE * diagonal[k]
        pivot = np.where(determined, matrix[k, k], 1.0)
        matrix[k, k] = pivot
        for j in range(k):
            share = matrix[j, k] / pivot
            for i in range(j + 1):
                matrix[i, j] -= share * matrix[i, k]
            rhs[j] -= share * rhs[k]
    for k in range(n_terms):
        for j in range(k):
            rhs[k] -= matrix[j, k] * rhs[j]
        rhs[k] /= matrix[k, k]
    rhs[:, ~determined] = 0.0
    return rhs, 1.0 / matrix[0, 0], determined


@dataclass(frozen=True)
class Motion:
    """A model fitted to the series of every pixel; all NaN where the series does not determine it.

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
    whole = at_least(series)
    there = np.isfinite(whole)
    count = np.add.reduce(there, axis=0, dtype=np.float64)
    n = np.maximum(count, 1.0)
    clean = np.where(there, whole, 0.0)
    clean -= np.add.reduce(clean, axis=0) / n
    clean[~there] = 0.0
    centred, matrix = _centred_terms(model, there, n)
    n_terms = len(centred)
    rhs = np.stack([np.add.reduce(term * clean, axis=0) for term in centred])
    coefficients, variance, determined = solve_normal(matrix, rhs)
    for k in range(n_terms):
        clean -= centred[k] * coefficients[k]
    freedom = count - n_terms - 1
    squares = np.add.reduce(clean * clean, axis=0)
    std = np.sqrt(np.where(freedom > 0, squares / np.maximum(freedom, 1.0), np.nan) * variance)
    determined = determined & (count > n_terms)
    n_pixels = series.shape[1]
    return Motion(
        np.where(determined, coefficients, np.nan)[:, :n_pixels], np.where(determined, std, np.nan)[:n_pixels]
    )


def _centred_terms(model: MotionModel, there: BoolArray, n: Float64) -> tuple[list[Float64], Float64]:
    """Return every term less its mean over the dates that are there [date, pixel or 1], and their normal matrix.

    Where no pixel lacks a date, the terms are computed for a few pixels only: by the same additions in the same
    order, so that a pixel's result does not depend on what its neighbours lack.
    """
    complete = bool(there.all())
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


def annual_cycle(motion: Motion, model: MotionModel) -> tuple[Float64, Float64]:
    """Return amplitude and day of the year of the maximum (0 to 365.25, from 1 January) of the annual term [pixel].

    Both are NaN where the model has none.
    """
    if not model.annual:
        missing = np.full(motion.velocity.shape, np.nan)
        return missing, missing.copy()
    cosine, sine = motion.coefficients[model.annual : model.annual + 2]
    phase = np.arctan2(sine, cosine) / (2.0 * np.pi) * DAYS_PER_YEAR
    return np.hypot(cosine, sine), np.mod(phase, DAYS_PER_YEAR)

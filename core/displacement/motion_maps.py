"""Velocity and season of long series of many pixels or points, in one pass over the dates."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR
from ..insar.solver.motion import Motion, MotionModel, cycle, fit_motion
from .products.model import Float32


def maps_of(series: FloatArray | Float32, model: MotionModel) -> dict[str, Any]:
    """Return the maps of the motion fitted to series, each [pixel], by the name of the variable.

    Parameters
    ----------
    series : array [date, pixel]
        In mm; NaN where missing.
    model : MotionModel
        Of the dates.
    """
    with np.errstate(invalid="ignore"):
        total = series.sum(axis=0)  # NaN where a date is missing
    complete = np.isfinite(total)
    if complete.all():
        motion, there = fit_complete(series, model), complete
    else:
        motion = fit_motion(np.asarray(series, dtype=np.float64), model)
        if complete.any():  # a pixel's result must not depend on what its neighbours lack
            whole = fit_complete(series[:, complete], model)
            motion.coefficients[:, complete], motion.velocity_std[complete] = whole.coefficients, whole.velocity_std
        there = np.isfinite(series).any(axis=0)
    amplitude, phase = cycle(motion, model.annual, DAYS_PER_YEAR)
    return {
        "velocity": motion.velocity,
        "velocity_std": motion.velocity_std,
        "annual_amplitude": amplitude,
        "annual_phase": phase,
        "mask": there.astype(np.uint8),
    }


def fit_complete(series: FloatArray | Float32, model: MotionModel) -> Motion:
    """Fit a model as :func:`~.motion.fit_motion` to series without a missing date, by sums over the dates.

    Every pixel is added up by itself, date after date: the result does not depend on the block that it is in.

    Parameters
    ----------
    series : array [date, pixel]
        Finite.
    model : MotionModel
        What to fit.
    """
    n_dates, n_pixels = series.shape
    n_terms = model.terms.shape[1]
    centred = model.terms - model.terms.mean(axis=0)
    inverse = np.linalg.pinv(centred.T @ centred)
    total, squares = np.zeros(n_pixels), np.zeros(n_pixels)
    rhs, scratch = np.zeros((n_terms, n_pixels)), np.empty(n_pixels)
    # Relative to the first date: squares of a small number keep their digits.
    first = series[0].astype(np.float64)
    for date in range(n_dates):
        values = series[date] - first
        total += values
        np.multiply(values, values, out=scratch)
        squares += scratch
        for term in range(n_terms):
            np.multiply(values, centred[date, term], out=scratch)
            rhs[term] += scratch
    coefficients = np.zeros((n_terms, n_pixels))
    explained = np.zeros(n_pixels)
    for term in range(n_terms):
        for other in range(n_terms):
            np.multiply(rhs[other], inverse[term, other], out=scratch)
            coefficients[term] += scratch
        explained += coefficients[term] * rhs[term]
    freedom = n_dates - n_terms - 1
    if freedom < 0 or np.linalg.matrix_rank(centred) < n_terms:
        return fit_motion(np.asarray(series, dtype=np.float64), model)
    rest = np.maximum(squares - total * total / n_dates - explained, 0.0)
    variance = rest / freedom * inverse[0, 0] if freedom else np.full(n_pixels, np.nan)
    return Motion(coefficients, np.sqrt(variance))

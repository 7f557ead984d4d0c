"""Standard deviation of the velocity by drawing the dates again and again (bootstrap)."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from .band import Float64, at_least
from .motion import MotionModel

_SEED = 0
_DRAWS_PER_SAMPLE = 50


def bootstrap_weights(model: MotionModel, n_samples: int) -> Float64:
    """Return the weights [sample, date] whose sums with a complete series are velocities from drawn dates.

    Dates are drawn with replacement, as many as there are; samples that do not determine the model are drawn again.
    The seed is fixed: the same series has the same result. No rows where the series is too short for the model.
    """
    n_dates, n_terms = model.terms.shape
    design = np.column_stack([model.terms, np.ones(n_dates)])
    design[:, 0] -= design[:, 0].mean()
    if n_dates <= n_terms + 1:
        return np.empty((0, n_dates))
    rng = np.random.default_rng(_SEED)
    samples = []
    for _ in range(_DRAWS_PER_SAMPLE * n_samples):
        times = np.bincount(rng.integers(0, n_dates, n_dates), minlength=n_dates).astype(np.float64)
        root = np.sqrt(times)
        weighted = design * root[:, None]
        if np.linalg.cond(weighted) < 1e6:
            samples.append(np.linalg.pinv(weighted)[0] * root)
        if len(samples) == n_samples:
            break
    return np.array(samples).reshape(-1, n_dates)


def bootstrap_std(series: FloatArray, weights: Float64) -> Float64:
    """Return the standard deviation of the velocity [pixel].

    Parameters
    ----------
    series : array [date, pixel]
        Pixels that lack a date get NaN.
    weights : array [sample, date]
        From :func:`bootstrap_weights`; fewer than two samples give NaN.
    """
    n_pixels = series.shape[1]
    if len(weights) < 2:
        return np.full(n_pixels, np.nan)
    whole = at_least(series)
    product = np.empty_like(whole)
    velocities = np.empty((len(weights), whole.shape[1]))
    for number, sample in enumerate(weights):
        np.multiply(whole, sample[:, None], product)
        np.add.reduce(product, 0, None, velocities[number])
    mean = np.add.reduce(velocities, axis=0) / len(weights)
    velocities -= mean
    squares = np.add.reduce(velocities * velocities, axis=0)
    return np.asarray(np.sqrt(squares / (len(weights) - 1))[:n_pixels])

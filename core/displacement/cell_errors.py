"""The errors of gridded displacement, from what the cells themselves show.

Water and ground change slowly from one acquisition to the next; air does not. What a cell's series jumps by from date
to date, beyond a trend and a season, is twice the variance of its errors. How alike these jumps are in two cells, by
their distance, gives the correlation: a part that all cells share (the air at the reference area) and a part that
fades.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..insar.solver.motion import fit_motion, motion_model
from .tied_means import Parts

_LENGTHS_KM = np.geomspace(5.0, 500.0, 60)
_LEAST_STEPS = 8
"""Steps between neighbouring dates from which an error is estimated."""
_LEAST_PAIRS = 3
"""Pairs of cells from which their correlation is estimated."""


@dataclass(frozen=True)
class CellErrors:
    """Errors of cell means that differ from date to date.

    Attributes
    ----------
    std : array [cell]
        In mm; NaN where a cell has too few dates.
    correlation_length_km : float
        Of the part that fades with distance, exp(-distance / length); NaN where there are too few cells.
    common_share : float
        Part of the variance, 0 to 1, that all cells share; NaN likewise.
    """

    std: FloatArray
    correlation_length_km: float
    common_share: float


def cell_errors(mean: FloatArray, part: Parts, days: FloatArray, places_km: FloatArray) -> CellErrors:
    """Return the errors of cell means.

    Parameters
    ----------
    mean : array [date, cell]
        In mm, NaN where missing.
    part : uint16 array [date, cell]
        Connected part of each date, from 1; 0 where missing.
    days : array [date]
        Days since 2000-01-01.
    places_km : array [cell, 2]
        Of the cells on a plane.
    """
    missing = CellErrors(np.full(mean.shape[1], np.nan), np.nan, np.nan)
    if len(days) <= _LEAST_STEPS:
        return missing
    model = motion_model(days, seasonal=True)
    fitted = fit_motion(mean, model).coefficients
    motion = sum(term[:, None] * np.nan_to_num(found) for term, found in zip(model.terms.T, fitted))
    residual = mean - motion
    beside = (part[1:] == part[:-1]) & (part[1:] > 0) & np.isfinite(mean[1:]) & np.isfinite(mean[:-1])
    step = np.where(beside, residual[1:] - residual[:-1], np.nan)
    count = np.count_nonzero(beside, axis=0)
    variance = np.where(count >= _LEAST_STEPS, np.nansum(step**2, axis=0) / np.maximum(2 * count, 1), np.nan)
    known = np.flatnonzero(variance > 0)
    length, common = _correlation(step[:, known], places_km[known])
    return CellErrors(np.sqrt(variance), length, common)


def _correlation(step: FloatArray, places_km: FloatArray) -> tuple[float, float]:
    """Return length and common share of the best ``c + (1 - c) exp(-h / L)`` through the cells' correlations."""
    n_cells = step.shape[1]
    one, other = np.triu_indices(n_cells, 1)
    if one.size < _LEAST_PAIRS:
        return np.nan, np.nan
    clean = np.nan_to_num(step)
    scale = np.sqrt((clean**2).sum(axis=0))
    correlation = (clean.T @ clean / np.outer(scale, scale))[one, other]
    distance = np.hypot(*(places_km[one] - places_km[other]).T)
    best = (np.inf, np.nan, np.nan)
    for length in _LENGTHS_KM:
        fading = np.exp(-distance / length)
        base = 1.0 - fading
        common = float(np.clip(np.dot(base, correlation - fading) / max(np.dot(base, base), 1e-12), 0.0, 1.0))
        misfit = float(np.sum((correlation - fading - common * base) ** 2))
        if misfit < best[0]:
            best = misfit, float(length), common
    return best[1], best[2]

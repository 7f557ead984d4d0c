"""The errors of gridded displacement, from what the cells themselves show and what their interferograms tell.

Water and ground change slowly from one acquisition to the next; air does not. What a cell's series jumps by from date
to date, beyond a trend and a season, is twice the variance of its errors. How alike these jumps are in two cells, by
their distance, gives the correlation: a part that all cells share (the air at the reference area) and a part that
fades. Decorrelation, though, makes a series walk: it is far larger over months than from date to date. Its size is
that of the network of interferograms, over the pixels of the cell and those of the reference area.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import day_number, parse_date
from ..files import netcdf
from ..files.handles import Dataset
from ..insar.solver.motion import fit_motion, motion_model
from ..insar.solver.network import network_of
from .tied_means import Parts

NOISE_STD = "noise_std"
"""Variable of a series: standard deviation of an interferogram of mean weight at every pixel."""

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


@dataclass(frozen=True)
class WalkErrors:
    """Variance of a date's mean, about its mean in time, by the decorrelation of the interferograms.

    Attributes
    ----------
    own : array [cell]
        By the cell's pixels, mm^2.
    common : float
        By the reference area's pixels, which all cells share, mm^2.
    """

    own: FloatArray
    common: float


def walk_errors(series: Dataset, noise_variance: FloatArray, n_pixels: IntArray) -> WalkErrors | None:
    """Return what decorrelation does to the cells' means; None where the series does not tell.

    Pixels are taken to decorrelate each by itself: where a filter has smoothed the interferograms, the errors are
    larger.

    Parameters
    ----------
    series : netCDF4.Dataset
        Displacement series as `invertinterferograms` writes it.
    noise_variance : array [cell]
        Mean variance of an interferogram over the pixels of the cell, mm^2.
    n_pixels : array [cell]
        Pixels in the mean.
    """
    names = str(getattr(series, "interferograms", "")).split()
    if not names or NOISE_STD not in series.variables or "reference_area" not in series.variables:
        return None
    first, second = ([day_number(parse_date(name[at : at + 8])) for name in names] for at in (0, 9))
    walk = network_of(first, second).walk_variance()
    at_reference = netcdf.read_float(series, NOISE_STD)[netcdf.read_float(series, "reference_area") > 0] ** 2
    known = at_reference[np.isfinite(at_reference)]
    common = walk * float(known.mean()) / known.size if known.size else 0.0
    return WalkErrors(np.nan_to_num(walk * noise_variance / np.maximum(n_pixels, 1)), common)


def with_walk(found: CellErrors, walk: WalkErrors) -> CellErrors:
    """Return the errors with those of decorrelation; all that the reference area does is common to the cells."""
    variance = found.std**2 + walk.own + walk.common
    known = np.isfinite(variance)
    if not known.any():
        return found
    before, after = float(np.mean(found.std[known] ** 2)), float(np.mean(variance[known]))
    common = (found.common_share * before + walk.common) / after
    return replace(found, std=np.sqrt(variance), common_share=common)


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

"""Storage with a memory, and storage as a trend and a yearly wave: all epochs' data together.

Both work in coordinates z of the noise-free data y = F z (:mod:`.memory`); storage is C H' F (F'F)^-1 z.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR
from ..work.progress import Progress, stop_if_cancelled
from .collocation import epochs_by_data
from .data import InversionData
from .domain import Domain
from .hyperparameters import Hyper
from .maps import CellCovariance, GaussianMeans, Loaded
from .memory import Coordinates, smooth
from .point_constants import constants_of
from .solution import MEAN_WIDTH_KM, Averaging, Estimates, groups_of, likely

MEMORIES_DAYS = (10.0, 20.0, 40.0, 80.0, 160.0, 320.0)
SEASONAL_SIZES = (0.2, 1.0, 1.0)
"""Prior standard deviations of the trend per year, cosine and sine, in those of storage."""


@dataclass(frozen=True)
class Posterior:
    """Coordinates given all data, as combinations over time.

    Attributes
    ----------
    mean : array [epoch, coordinate]
        Of z.
    known : array [epoch, coordinate, coordinate]
        Prior covariance of z at the epoch less that after the data.
    prior : array [epoch]
        Prior variance of z at the epoch (1 where storage has its own prior).
    """

    mean: FloatArray
    known: FloatArray
    prior: FloatArray


def likeliest_memory(data: InversionData, signal: FloatArray, error: FloatArray, constants: bool) -> float:
    """Return the memory (days) of highest likelihood among `MEMORIES_DAYS`.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    signal : array [datum, datum]
        Covariance of the data by storage, mm2.
    error : array [datum, datum]
        Covariance of their errors, mm2.
    constants : bool
        Whether each datum has a free constant.

    Returns
    -------
    float
        In days.
    """
    coordinates = Coordinates.of(signal)
    found = [
        smooth(
            coordinates,
            error,
            data.free,
            data.values,
            data.days,
            memory_days=memory,
            constants=constants,
            backward=False,
        ).log_likelihood
        for memory in MEMORIES_DAYS
    ]
    return MEMORIES_DAYS[int(np.argmax(found))]


def with_memory(
    data: InversionData, coordinates: Coordinates, error: FloatArray, memory_days: float, constants: bool
) -> Posterior:
    """Return the coordinates of storage that remembers.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    coordinates : Coordinates
        Of the storage.
    error : array [datum, datum]
        In mm2.
    memory_days : float
        Of a first-order autoregression.
    constants : bool
        Whether each datum has a free constant.

    Returns
    -------
    Posterior
        Means and covariances by epoch.
    """
    made = smooth(coordinates, error, data.free, data.values, data.days, memory_days=memory_days, constants=constants)
    size = made.mean.shape[1]
    return Posterior(made.mean, np.eye(size) - made.covariance, np.ones(data.days.size))


def seasonal(data: InversionData, coordinates: Coordinates, error: FloatArray, constants: bool) -> Posterior:
    """Return the coordinates of storage that is a trend and a yearly wave.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    coordinates : Coordinates
        Of the storage.
    error : array [datum, datum]
        In mm2.
    constants : bool
        Whether each datum has a free constant.

    Returns
    -------
    Posterior
        Means and covariances by epoch.
    """
    years = data.days / DAYS_PER_YEAR
    years = years - years.mean()
    angle = 2 * np.pi * data.days / DAYS_PER_YEAR
    shapes = np.stack([years, np.cos(angle), np.sin(angle)]) * np.array(SEASONAL_SIZES)[:, np.newaxis]
    forward = coordinates.forward
    n, r = forward.shape
    normal, right = np.eye(3 * r), np.zeros(3 * r)
    crossed, total, left, plain = np.zeros((3 * r, n)), np.zeros((n, n)), np.zeros((n, n)), np.zeros(n)
    for group in groups_of(data, error, epochs_by_data(np.isfinite(data.values))):
        used, system = group.used, group.system
        part, wave = forward[used], shapes[:, group.epochs]
        precision = system.matrix()
        values = system.project(data.values[np.ix_(used, group.epochs)])
        normal += np.kron(wave @ wave.T, part.T @ precision @ part)
        right += (part.T @ values @ wave.T).T.ravel()
        crossed[:, used] += np.kron(wave.sum(axis=1)[:, np.newaxis], part.T @ precision)
        place = np.ix_(used, used)
        total[place] += group.epochs.size * precision
        left[place] += group.epochs.size * (np.eye(part.shape[0]) - system.free @ system.free.T)
        plain[used] += values.sum(axis=1)
    if constants:
        found = constants_of(total, plain, left)
        root = crossed @ found.covariance_root
        normal -= root @ root.T
        right -= crossed @ found.values
    covariance = np.linalg.inv((normal + normal.T) / 2)
    mean = (covariance @ right).reshape(3, r)
    less = (np.eye(3 * r) - covariance).reshape(3, r, 3, r)
    known = np.einsum("at,aibj,bt->tij", shapes, less, shapes, optimize=True)
    return Posterior(shapes.T @ mean, known, (shapes**2).sum(axis=0))


def estimates_in_time(
    data: InversionData,
    domain: Domain,
    covariance: CellCovariance,
    hypers: Sequence[Hyper],
    constants: bool,
    *,
    mean_known: bool,
    memory_days: float | None,
    progress: Progress,
) -> Estimates:
    """Return the storage of all epochs; seasonal where `memory_days` is None."""
    averaging, wide, chosen = Averaging(), GaussianMeans(domain, MEAN_WIDTH_KM), likely(hypers)
    area_prior, cell_prior = 0.0, 0.0
    for number, hyper in enumerate(chosen):
        stop_if_cancelled(progress)
        loaded = covariance.loaded(hyper.prior)
        error = data.errors.covariance(hyper.factors)
        coordinates = Coordinates.of(loaded.signal)
        if memory_days is None:
            made = seasonal(data, coordinates, error, constants)
        else:
            made = with_memory(data, coordinates, error, memory_days, constants)
        covaried = covariance.of_mean(hyper.prior)
        pairs, before = _pairs(made, domain, wide, loaded, coordinates, covaried=covaried, mean_known=mean_known)
        averaging.add(hyper.weight, pairs)
        area_prior += hyper.weight * before
        cell_prior += hyper.weight * (hyper.prior.std_mm**2 + hyper.prior.common_mm**2)
        progress.report(0.5 + 0.25 * (number + 1) / len(chosen), "Storage of all epochs together")
    total = sum(hyper.weight for hyper in chosen)
    (mean, std), (_, wide_std), (area, area_std) = averaging.result()
    if constants:
        mean, area = mean - mean.mean(axis=0), area - area.mean()
    prior = float(np.sqrt(cell_prior / total))
    return Estimates(
        mean, std, wide_std, area, area_std, area_prior_std=float(np.sqrt(area_prior / total)), prior_std=prior
    )


def _pairs(
    made: Posterior,
    domain: Domain,
    wide: GaussianMeans,
    loaded: Loaded,
    coordinates: Coordinates,
    *,
    covaried: FloatArray,
    mean_known: bool,
) -> tuple[list[tuple[FloatArray, FloatArray]], float]:
    """Return means and variances of cells, of Gaussian means and of the region, and the region's prior variance."""
    turn = coordinates.inverse.T
    cells = turn @ loaded.values
    smoothed = turn @ wide.of_fields(loaded.values)
    region = cells @ domain.weights
    area = float(covaried @ domain.weights)
    before = np.full(cells.shape[1], loaded.prior.std_mm**2 + loaded.prior.common_mm**2)
    before_wide = wide.prior_variance(loaded.prior)
    mean = made.mean @ cells
    area_mean = made.mean @ region
    if not mean_known:
        before = before - 2 * covaried + area
        before_wide = before_wide - 2 * wide.of_fields(covaried[np.newaxis])[0] + area
        cells, smoothed = cells - region[:, np.newaxis], smoothed - region[:, np.newaxis]
        mean = mean - area_mean[:, np.newaxis]
    variance, wide_variance = np.empty(mean.shape), np.empty(mean.shape)
    for epoch, known in enumerate(made.known):
        variance[epoch] = made.prior[epoch] * before - ((known @ cells) * cells).sum(axis=0)
        left = made.prior[epoch] * before_wide - ((known @ smoothed) * smoothed).sum(axis=0)
        wide_variance[epoch] = wide.to_cells(np.maximum(left, 0.0))
    area_variance = made.prior * area - np.einsum("i,tij,j->t", region, made.known, region, optimize=True)
    return [(mean, variance), (np.zeros(mean.shape), wide_variance), (area_mean, area_variance)], area

"""What the data resolve: averaging kernels, explained contrast of Gaussian means by their width, checkerboards."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..work.progress import Progress, stop_if_cancelled
from .covariance import RADIUS_KM
from .domain import Domain
from .maps import CellCovariance, GaussianMeans, Loaded
from .system import DataSystem

SCALES_KM = (50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 600.0, 800.0)
_PHASES = (0.0, 1 / 3, 1 / 2)  # of a square's side


@dataclass(frozen=True)
class Resolution:
    """Resolution of one epoch with the given data.

    Attributes
    ----------
    diagonal : array [land cell]
        Of the averaging kernels A = C H' P H.
    freedom : float
        Their trace: degrees of freedom for signal.
    contrast : array [scale, land cell]
        Part of the variance, explained by the data, of Gaussian means less the region's mean.
    checkerboard : array [scale, land cell]
        Gain of squares of that side, by local regression over three phases.
    resolved_km : array [land cell]
        Least scale whose explained contrast is one half; NaN where none is.
    noise_mm : float
        Standard deviation that the data's errors alone make in a cell, root mean square over the region.
    """

    diagonal: FloatArray
    freedom: float
    contrast: FloatArray
    checkerboard: FloatArray
    resolved_km: FloatArray
    noise_mm: float


def resolution(
    domain: Domain,
    covariance: CellCovariance,
    loaded: Loaded,
    system: DataSystem,
    error: FloatArray,
    progress: Progress,
) -> Resolution:
    """Return what the data of `system` resolve.

    Parameters
    ----------
    domain, covariance : Domain, CellCovariance
        Cells.
    loaded : Loaded
        H C of the data in `system`.
    system : DataSystem
        Of an epoch's data.
    error : array [datum, datum]
        R.
    progress : Progress
        Of the caller.
    """
    weights = domain.weights
    precision = system.matrix().astype(loaded.values.dtype)
    weighed = precision @ loaded.values
    diagonal = (weighed * covariance.land_operator).sum(axis=0, dtype=np.float64)
    noise = (weighed * (error.astype(weighed.dtype) @ weighed)).sum(axis=0, dtype=np.float64)
    mean_loaded = loaded.values @ weights
    covaried = covariance.of_mean(loaded.prior)
    contrast, gain = [], []
    root = _root(system)
    for number, scale in enumerate(SCALES_KM):
        stop_if_cancelled(progress)
        means = GaussianMeans(domain, scale)
        before = means.prior_variance(loaded.prior) - 2 * means.of_fields(covaried[np.newaxis])[0]
        before += float(covaried @ weights)
        own = means.of_fields(loaded.values) - mean_loaded[:, np.newaxis]
        lowered = ((root @ own) ** 2).sum(axis=0)
        share = np.where(before > 1e-9 * loaded.prior.std_mm**2, lowered / np.maximum(before, 1e-12), 0.0)
        contrast.append(means.to_cells(np.clip(share, 0.0, 1.0)))
        gain.append(_checkerboard(domain, covariance, loaded, system, scale))
        progress.report(0.75 + 0.2 * (number + 1) / len(SCALES_KM), "Resolution by scale")
    explained = np.stack(contrast)
    first = np.argmax(explained >= 0.5, axis=0)
    resolved = np.where((explained >= 0.5).any(axis=0), np.array(SCALES_KM)[first], np.nan)
    rms = math.sqrt(max(0.0, float(noise @ weights)))
    return Resolution(diagonal, float(diagonal.sum()), explained, np.stack(gain), resolved, rms)


def _root(system: DataSystem) -> FloatArray:
    """Return a matrix whose transpose times itself is P."""
    values, vectors = np.linalg.eigh(system.matrix())
    return np.asarray((vectors * np.sqrt(np.maximum(values, 0.0))).T)


def checkerboards(domain: Domain, side_km: float) -> FloatArray:
    """Return boards [phase, land cell] of 1 and -1 with squares of a side in km."""
    lon, lat = domain.cells.lon[domain.land.ravel()], domain.cells.lat[domain.land.ravel()]
    middle = math.radians(float(lat.mean()))
    x = RADIUS_KM * math.cos(middle) * np.radians(lon - lon.min())
    y = RADIUS_KM * np.radians(lat - lat.min())
    boards = [np.floor(x / side_km + phase) + np.floor(y / side_km + phase) for phase in _PHASES]
    return np.asarray(1.0 - 2.0 * (np.stack(boards) % 2))


def _checkerboard(
    domain: Domain, covariance: CellCovariance, loaded: Loaded, system: DataSystem, side_km: float
) -> FloatArray:
    """Return the gain [land cell] of squares: the regression, over two sides around, of the map on the board."""
    boards = checkerboards(domain, side_km)
    seen = system.project(covariance.predicted(boards.T).astype(np.float64))
    maps = (loaded.values.T @ seen.astype(loaded.values.dtype)).T.astype(np.float64)
    means = GaussianMeans(domain, 2 * side_km)
    return means.to_cells(means.of_fields((maps * boards).mean(axis=0)[np.newaxis])[0])

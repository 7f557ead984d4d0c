"""What the data resolve: averaging kernels, explained contrast of Gaussian means by their width, checkerboards."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..work.blocks import slices_in_order
from ..work.progress import Progress, stop_if_cancelled
from .covariance import RADIUS_KM
from .domain import Domain
from .maps import FIELDS_AT_ONCE, CellCovariance, GaussianMeans, Loaded, region_means
from .system import DataSystem

SCALES_KM = (50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 600.0, 800.0)
_CELLS_AT_ONCE = 4096
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
    *,
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
    kind = loaded.values.dtype
    diagonal, noise = _kernels(covariance.land_operator, loaded, system.matrix().astype(kind), error.astype(kind))
    covaried = covariance.of_mean(loaded.prior)
    boards = np.concatenate([checkerboards(domain, scale) for scale in SCALES_KM]).astype(kind)
    seen = system.project(covariance.predicted(boards.T).astype(np.float64))
    # How much of every board comes back, on the board: mean of the phases [scale, land cell].
    returned = ((loaded.values.T @ seen.astype(kind)).T * boards).reshape(len(SCALES_KM), -1, weights.size)
    returned = returned.mean(axis=1, dtype=np.float64)
    lowered = _lowered(domain, covariance, loaded, system, progress)
    contrast, gain = np.empty((2, len(SCALES_KM), weights.size))
    for width in sorted({*SCALES_KM, *(2 * scale for scale in SCALES_KM)}):
        stop_if_cancelled(progress)
        means = GaussianMeans(domain, width)
        if width in SCALES_KM:
            before = means.prior_variance(loaded.prior) - 2 * means.of_fields(covaried[np.newaxis])[0]
            before += float(covaried @ weights)
            share = np.where(
                before > 1e-9 * loaded.prior.std_mm**2, lowered[SCALES_KM.index(width)] / np.maximum(before, 1e-12), 0.0
            )
            contrast[SCALES_KM.index(width)] = means.to_cells(np.clip(share, 0.0, 1.0))
        if width / 2 in SCALES_KM:  # local regression of the map on the board over two sides around
            place = SCALES_KM.index(width / 2)
            gain[place] = means.to_cells(means.of_fields(returned[place][np.newaxis])[0])
    first = np.argmax(contrast >= 0.5, axis=0)
    resolved = np.where((contrast >= 0.5).any(axis=0), np.array(SCALES_KM)[first], np.nan)
    rms = math.sqrt(max(0.0, float(noise @ weights)))
    return Resolution(diagonal, float(diagonal.sum()), contrast, gain, resolved, noise_mm=rms)


def _lowered(
    domain: Domain, covariance: CellCovariance, loaded: Loaded, system: DataSystem, progress: Progress
) -> list[FloatArray]:
    """Return by how much the data lower the variance of the contrast of Gaussian means [scale] [merged land cell]."""
    every = [GaussianMeans(domain, scale) for scale in SCALES_KM]
    root = _root(system).astype(loaded.values.dtype)

    def squares(part: slice) -> list[FloatArray]:
        rooted = root[part] @ loaded.values
        means = region_means(rooted, domain.weights)
        return [one.squares(rooted, means) for one in every]

    total = [np.zeros(int(one.land.sum())) for one in every]
    for part, found in slices_in_order(root.shape[0], FIELDS_AT_ONCE, squares, covariance.workers):
        stop_if_cancelled(progress)
        for whole, one in zip(total, found):
            whole += one
        progress.report(0.75 + 0.2 * part.stop / root.shape[0], "Resolution by scale")
    return total


def _kernels(
    operator: FloatArray, loaded: Loaded, precision: FloatArray, error: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the diagonal [land cell] of the averaging kernels, and the variance that the data's errors make."""
    diagonal, noise = np.empty((2, operator.shape[1]))
    for start in range(0, operator.shape[1], _CELLS_AT_ONCE):
        part = slice(start, start + _CELLS_AT_ONCE)
        weighed = precision @ loaded.values[:, part]
        diagonal[part] = (weighed * operator[:, part]).sum(axis=0, dtype=np.float64)
        noise[part] = (weighed * (error @ weighed)).sum(axis=0, dtype=np.float64)
    return diagonal, noise


def _root(system: DataSystem) -> FloatArray:
    """Return a matrix whose transpose times itself is P."""
    values, vectors = np.linalg.eigh(system.matrix())
    return np.asarray((vectors * np.sqrt(np.maximum(values, 0.0))).T)


def checkerboards(domain: Domain, side_km: float) -> FloatArray:
    """Return boards [phase, land cell] of 1 and -1 with squares of a side in km.

    Parameters
    ----------
    domain : Domain
        Window and land.
    side_km : float
        Of the squares.

    Returns
    -------
    array [phase, land cell]
        Shifted by 0, a third and a half of a side in both directions.
    """
    lon, lat = domain.cells.lon[domain.land.ravel()], domain.cells.lat[domain.land.ravel()]
    middle = math.radians(float(lat.mean()))
    east = (lon - domain.cells.lon[0] + 360.0) % 360.0  # from the window's western edge, also across 180 degrees
    x = RADIUS_KM * math.cos(middle) * np.radians(east)
    y = RADIUS_KM * np.radians(lat - lat.min())
    boards = [np.floor(x / side_km + phase) + np.floor(y / side_km + phase) for phase in _PHASES]
    return np.asarray(1.0 - 2.0 * (np.stack(boards) % 2))

"""The classic way on the same data: Laplacian smoothing whose weight all epochs choose together."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray
from ..geodesy import METRES_PER_DEGREE
from .collocation import epochs_by_data
from .data import InversionData
from .domain import Domain
from .laplacian import Curves, LandLaplacian, corner, curves, whitened
from .point_constants import find_constants
from .solution import Estimates, groups_of

_STEPS = 49


@dataclass(frozen=True)
class Classic:
    """Storage by the Laplacian.

    Attributes
    ----------
    estimates : Estimates
        Storage; there are no standard deviations (NaN).
    predicted : array [datum, epoch]
        By the storage (mm).
    constants : array [datum]
        Of the points.
    smoothing : float
        lambda.
    found : Curves
        GCV and L-curve.
    corner : float
        lambda at the L-curve's corner.
    freedom : float
        Trace of the hat matrix: degrees of freedom for signal, mean of the epochs.
    """

    estimates: Estimates
    predicted: FloatArray
    constants: FloatArray
    smoothing: float
    found: Curves
    corner: float
    freedom: float


def land_laplacian(domain: Domain) -> LandLaplacian:
    """Return the Laplacian of a window's land.

    Parameters
    ----------
    domain : Domain
        Window and land.

    Returns
    -------
    LandLaplacian
        Sea has no neighbours.
    """
    columns = domain.grid.columns
    lat = np.radians(domain.row_latitudes)
    width = METRES_PER_DEGREE / 1000 * domain.step * np.cos(lat)
    north, south = domain.cells.north[::columns], domain.cells.south[::columns]
    return LandLaplacian(domain.land, width, METRES_PER_DEGREE / 1000 * (north - south))


def classic(
    data: InversionData, domain: Domain, operator: FloatArray, smoothing: float | None, constants: bool
) -> Classic:
    """Return storage by the Laplacian.

    Parameters
    ----------
    data, domain : InversionData, Domain
        Of the run.
    operator : array [datum, land cell]
        mm per mm of water.
    smoothing : float, optional
        lambda; by pooled cross-validation where None.
    constants : bool
        Find one free constant for each datum.
    """
    laplacian = land_laplacian(domain)
    plain = operator.astype(np.float64)
    loaded = laplacian.inverse(plain.T).T
    signal = plain @ loaded.T
    signal = (signal + signal.T) / 2
    flat = plain @ laplacian.constants
    flat = flat[:, np.abs(flat).max(axis=0) > 0]
    error = data.errors.covariance()
    present = [(used, epochs) for used, epochs in epochs_by_data(np.isfinite(data.values)) if used.any()]
    groups = whitened(signal, error, data.free, flat, present)
    top = max(float(group.gains.max(initial=0.0)) for group in groups) or 1.0
    values = data.values - _mean(data.values) if constants else data.values
    found = curves(groups, values, top * np.geomspace(1e-7, 1e3, _STEPS))
    chosen = found.best if smoothing is None else smoothing
    both = np.concatenate([data.free, flat], axis=1)
    systems = groups_of(replace(data, free=both), signal / chosen + error, present)
    offsets = np.zeros(data.n_data)
    if constants:
        offsets = find_constants(systems, data.values).values
    storage = np.full((data.days.size, loaded.shape[1]), np.nan)
    pieces = laplacian.constants[:, np.abs(plain @ laplacian.constants).max(axis=0) > 0]
    freedom = 0.0
    for group in systems:
        rest = data.values[np.ix_(group.used, group.epochs)] - offsets[group.used, np.newaxis]
        if group.system.freedom <= 0:
            continue
        projected = group.system.project(rest)
        # What neither the smooth part nor the free patterns take up tells the constants of the land.
        sizes = group.system.pattern_sizes(rest, both[group.used])[data.free.shape[1] :]
        storage[group.epochs] = (loaded[group.used].T @ projected / chosen + pieces @ sizes).T
        precision = group.system.matrix()
        part = signal[np.ix_(group.used, group.used)] / chosen
        freedom += group.epochs.size * (float((precision * part).sum()) + flat.shape[1])
    known = np.isfinite(storage[:, 0])
    predicted = np.full(data.values.shape, np.nan)
    predicted[:, known] = plain @ storage[known].T
    if constants and known.any():
        storage -= storage[known].mean(axis=0)
    nothing = np.full(storage.shape, np.nan)
    area = storage @ domain.weights
    unknown = np.full(area.shape, np.nan)
    made = Estimates(storage, nothing, nothing, area, unknown, area_prior_std=float("nan"), prior_std=float("nan"))
    return Classic(
        made, predicted, offsets, chosen, found, corner=corner(found), freedom=freedom / max(int(known.sum()), 1)
    )


def _mean(values: FloatArray) -> FloatArray:
    """Return the mean [datum, 1] over the epochs of the known values."""
    known = np.isfinite(values)
    mean: FloatArray = np.where(known, values, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    return mean[:, np.newaxis]

"""What observations can tell of the storage before any is used: the exact filter's covariances, without members.

The errors of storage are first-order autoregressive with one memory, so that every linear function of them is, too.
The filter therefore closes on a few of those: the storage of the observed cells, their displacement, and the mean of
the basin. Their covariance is carried from epoch to epoch until it settles; the number of cells does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray

CANNOT_CONSTRAIN = 0.97
"""Ratio of the standard deviations of the basin's mean after and before, above which there is nothing to gain."""

_EPOCHS = 40  # by then what began at epoch 0 has faded, unless the memory is far beyond the spacing of epochs

Gain = Callable[[FloatArray], FloatArray]
"""From the covariance of the quantities [quantity, quantity] to the gain [quantity, point]."""


@dataclass(frozen=True)
class Quantities:
    """Covariance of storage errors, before any observation, as far as the filter needs it.

    The quantities are the displacement of the points, then the storage of the points, then the basin's mean.

    Attributes
    ----------
    covariance : array [2 point + 1, 2 point + 1]
        mm2.
    points : int
        How many.
    basin : array [point]
        Weights of the points in the basin's mean; their sum is 1.
    own_load : array [point, point]
        Displacement of the points under the storage of the points (mm per mm).
    cell : array [point] of int, optional
        Of each point, where some lie in the same cell.
    """

    covariance: FloatArray
    points: int
    basin: FloatArray
    own_load: FloatArray
    cell: IntArray | None = None

    def joint_gain(self, error: FloatArray, seen: BoolArray | None = None) -> Gain:
        """Return the gain of the `seen` (all) observations together, with errors [point, point] that are assumed."""
        count = self.points
        part = slice(0, count) if seen is None else np.flatnonzero(seen)
        assumed = error[part][:, part]

        def gain(covariance: FloatArray) -> FloatArray:
            total = covariance[part][:, part] + assumed
            whole = np.zeros((covariance.shape[0], count))
            whole[:, part] = np.linalg.solve(total, covariance[part]).T
            return whole

        return gain

    def single_gain(self, error_std: FloatArray, weights: FloatArray | None = None) -> Gain:
        """Return the gain of every cell's own observation.

        Parameters
        ----------
        error_std : array [point]
            Standard deviation that is assumed, of the mean of the observations in the point's cell.
        weights : array [point], optional
            Of the observations in that mean; 1 where not given.
        """
        count = self.points
        cell = np.arange(count) if self.cell is None else self.cell
        own = (cell[:, np.newaxis] == cell).astype(np.float64)

        def gain(covariance: FloatArray) -> FloatArray:
            shared = np.diag(covariance[count : 2 * count, :count])
            single = shared / (np.diag(covariance)[:count] + error_std**2)
            if weights is not None:
                single = single * weights
            stored = own * single
            return np.concatenate([self.own_load * single, stored, (self.basin @ stored)[np.newaxis]])

        return gain


@dataclass(frozen=True)
class Information:
    """What the observations are expected to do to the basin's mean.

    Attributes
    ----------
    degrees_of_freedom : float
        For signal: trace of the influence of the observations on their own prediction, in one epoch.
    prior_std, posterior_std : float
        Standard deviation of the basin's mean (mm) without and with observations, once the filter has settled.
    believed_std : float
        What the filter takes `posterior_std` for; the same where it assumes the right errors.
    cell_prior_std, cell_posterior_std : float
        Root mean square over the basin's cells.
    """

    degrees_of_freedom: float
    prior_std: float
    posterior_std: float
    believed_std: float
    cell_prior_std: float
    cell_posterior_std: float

    @property
    def ratio(self) -> float:
        """Posterior over prior standard deviation of the basin's mean."""
        return self.posterior_std / self.prior_std if self.prior_std > 0 else 1.0

    @property
    def tells_nothing(self) -> bool:
        """True where neither the basin's mean nor single cells can gain."""
        return not self.constrains and self.cell_posterior_std > CANNOT_CONSTRAIN * self.cell_prior_std

    @property
    def constrains(self) -> bool:
        """False where the observations cannot constrain the basin's mean."""
        return self.ratio <= CANNOT_CONSTRAIN


def expected_information(
    quantities: Quantities, gain: Gain, error: FloatArray, fade: float, assumed: FloatArray | None = None
) -> Information:
    """Carry the covariances until they settle.

    Parameters
    ----------
    quantities : Quantities
        Prior.
    gain : callable
        Of the filter.
    error : array [point, point]
        Covariance that the observations' errors have.
    fade : float
        Correlation of storage errors from one epoch to the next.
    assumed : array [point, point], optional
        Covariance that the filter assumes; `error` where not given.

    Returns
    -------
    Information
        At the last epoch.

    Notes
    -----
    Joseph's form of the update, which holds for any gain, also one that comes from wrong errors.
    """
    prior, count = quantities.covariance, quantities.points
    actual, believed = prior, prior
    influence = 0.0
    for _ in range(_EPOCHS):
        weights = gain(believed)
        influence = float(np.trace(weights[:count]))
        settled = actual
        after = _updated(actual, weights, error)
        believed_after = after if assumed is None else _updated(believed, weights, assumed)
        actual = fade**2 * after + (1 - fade**2) * prior
        believed = actual if assumed is None else fade**2 * believed_after + (1 - fade**2) * prior
        if np.abs(np.diag(actual) - np.diag(settled)).max() < 1e-9 * np.diag(prior).max():
            break
    cells = slice(count, 2 * count)
    before, reached, trusted = (np.sqrt(np.diag(matrix)) for matrix in (prior, after, believed_after))
    return Information(
        influence,
        float(before[-1]),
        float(reached[-1]),
        float(trusted[-1]),
        float(np.sqrt(quantities.basin @ before[cells] ** 2)),
        cell_posterior_std=float(np.sqrt(quantities.basin @ reached[cells] ** 2)),
    )


def information_at_epochs(
    quantities: Quantities, steps: Iterable[tuple[Gain, float]], error: FloatArray
) -> Information:
    """Carry the covariances through epochs that differ in what is observed.

    Parameters
    ----------
    quantities : Quantities
        Prior.
    steps : iterable of (Gain, float) [epoch]
        Gain of each epoch, and the correlation of storage errors from it to the next.
    error : array [point, point]
        Covariance of the observations' errors, which the gains know.

    Returns
    -------
    Information
        Root mean square (mean of the degrees of freedom) over the second half of the epochs.
    """
    prior, count = quantities.covariance, quantities.points
    actual, influence, variances = prior, [], []
    for gain, fade in steps:
        weights = gain(actual)
        after = _updated(actual, weights, error)
        influence.append(float(np.trace(weights[:count])))
        variances.append(np.diag(after))
        actual = fade**2 * after + (1 - fade**2) * prior
    half = len(variances) // 2
    before, reached = np.diag(prior), np.mean(variances[half:], axis=0)
    cells = slice(count, 2 * count)
    return Information(
        float(np.mean(influence[half:])),
        float(np.sqrt(before[-1])),
        float(np.sqrt(reached[-1])),
        float(np.sqrt(reached[-1])),
        float(np.sqrt(quantities.basin @ before[cells])),
        cell_posterior_std=float(np.sqrt(quantities.basin @ reached[cells])),
    )


def quantities_of(
    displacement: FloatArray,
    shared: FloatArray,
    storage: FloatArray,
    basin: FloatArray,
    own_load: FloatArray,
    *,
    cell: IntArray | None = None,
) -> Quantities:
    """Put the covariance together.

    Parameters
    ----------
    displacement : array [point, point]
        Covariance of the points' displacement.
    shared : array [point, point]
        Of the points' storage (rows) with their displacement.
    storage : array [point, point]
        Of the points' storage.
    basin : array [point]
        Weights of the basin's mean.
    own_load : array [point, point]
        Displacement of the points under the storage of the points.
    cell : array [point] of int, optional
        Of each point, where some lie in the same cell.
    """
    count = basin.size
    covariance = np.empty((2 * count + 1, 2 * count + 1))
    covariance[:count, :count] = displacement
    covariance[count:-1, :count], covariance[:count, count:-1] = shared, shared.T
    covariance[count:-1, count:-1] = storage
    covariance[-1, :-1] = basin @ covariance[count:-1, :-1]
    covariance[:-1, -1] = covariance[-1, :-1]
    covariance[-1, -1] = basin @ storage @ basin
    return Quantities(covariance, count, basin, own_load, cell)


def _updated(covariance: FloatArray, gain: FloatArray, error: FloatArray) -> FloatArray:
    count = gain.shape[1]
    left = covariance - gain @ covariance[:count]
    after: FloatArray = left - left[:, :count] @ gain.T + gain @ error @ gain.T
    return after

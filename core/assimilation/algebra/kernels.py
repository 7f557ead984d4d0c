"""The algebra of the ensemble Kalman filters: anomalies and innovations in, increments out.

Observations without a value, and states without one, are taken out before; :mod:`.analysis` does that.
"""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError, MissingPackageError
from .localization import Localization


def update_each_cell(
    members: FloatArray, simulated: FloatArray, measured: FloatArray, errors: FloatArray, noise: FloatArray | None
) -> tuple[FloatArray, FloatArray]:
    """Correct cells that each see their own observation.

    Returns increments like `members` [member, cell(, variable)] and gains [cell(, variable)].
    """
    freedom = members.shape[0] - 1
    state = anomalies_of(members)
    mean, response = mean_and_anomalies(simulated)
    total = sum_of_products(response, response) / freedom + errors**2
    if noise is None:
        shrink = 1 / (1 + np.sqrt(errors**2 / total))
        innovations = (measured - mean) - shrink * response
    else:
        innovations = measured + noise - simulated
    if members.ndim == 3:
        response, innovations, total = response[..., np.newaxis], innovations[..., np.newaxis], total[:, np.newaxis]
    gains: FloatArray = sum_of_products(state, response) / freedom / total
    return gains * innovations, gains


def update_perturbed(
    anomalies: FloatArray,
    simulated: FloatArray,
    measured: FloatArray,
    covariance: FloatArray,
    taper: Localization | None,
) -> FloatArray:
    """Increments [member, state] of the filter with perturbed observations `measured` [member, observation]."""
    response = anomalies_of(simulated)
    solver = Solver(response, covariance, None if taper is None else taper.observations)
    weights = solver.solve((measured - simulated).T).T
    return spread_weights(anomalies, response, weights, None if taper is None else taper.states)


class Solver:
    """Solves with the covariance of innovations, along which some patterns may be of unknown size.

    Parameters
    ----------
    response : array [member, observation]
        Anomalies of what the members predict.
    covariance : array [observation, observation]
        Of the observations' errors.
    taper : array [observation, observation], optional
        On the sampled covariance.
    free : array [observation, term], optional
        Patterns whose errors have an infinite variance: the solution has no part of them.
    """

    def __init__(
        self, response: FloatArray, covariance: FloatArray, taper: FloatArray | None, free: FloatArray | None = None
    ) -> None:
        try:
            from scipy.linalg import cho_factor, cho_solve
        except ImportError:
            raise MissingPackageError("scipy") from None
        spread = response.T @ response / (response.shape[0] - 1)
        if taper is not None:
            spread *= taper
        self._cho_solve = cho_solve
        self._factor = cho_factor(spread + covariance, lower=True, check_finite=False)
        self._free = free
        if free is not None:
            self._solved = self._plain(free)
            self._inner = np.linalg.inv(free.T @ self._solved)

    def _plain(self, values: FloatArray) -> FloatArray:
        solution: FloatArray = self._cho_solve(self._factor, values, check_finite=False)
        return solution

    def solve(self, values: FloatArray) -> FloatArray:
        """Return the inverse of the covariance times `values` [observation, ..]."""
        solution = self._plain(values)
        if self._free is None:
            return solution
        # The limit of the inverse of (S + s^2 Z Z') for s to infinity.
        return solution - self._solved @ (self._inner @ (self._free.T @ solution))


def spread_weights(
    anomalies: FloatArray, response: FloatArray, weights: FloatArray, taper: FloatArray | None
) -> FloatArray:
    """Increments [member, state] from solved innovations `weights` [member, observation]."""
    freedom = anomalies.shape[0] - 1
    if taper is None:
        return (weights @ response.T) @ anomalies / freedom
    shared = anomalies.T @ response / freedom * taper
    increments: FloatArray = weights @ shared.T
    return increments


def update_serially(
    anomalies: FloatArray,
    simulated: FloatArray,
    measured: FloatArray,
    covariance: FloatArray,
    taper: Localization | None,
) -> FloatArray:
    """Increments [member, state] of the square root filter, one observation after the other."""
    mean, response = mean_and_anomalies(simulated)
    innovations = measured - mean
    if taper is None and not _is_diagonal(covariance):
        factor = np.linalg.cholesky(covariance)
        response = np.linalg.solve(factor, response.T).T
        innovations = np.linalg.solve(factor, innovations)
        variances = np.ones(measured.size)
    else:
        variances = independent_variances(covariance, "ensrf")
    count = anomalies.shape[1]
    # The predictions are carried as further states: each observation corrects those that come after it.
    joint = np.concatenate([anomalies, response], axis=1)
    shift = np.zeros(joint.shape[1])
    for number, variance in enumerate(variances):
        column = joint[:, count + number].copy()
        spread = column @ column / (joint.shape[0] - 1)
        gain = column @ joint / ((joint.shape[0] - 1) * (spread + variance))
        if taper is not None:
            gain *= np.concatenate([taper.states[:, number], taper.observations[:, number]])
        shift += gain * (innovations[number] - shift[count + number])
        joint -= np.outer(column / (1 + np.sqrt(variance / (spread + variance))), gain)
    return shift[:count] + (joint[:, :count] - anomalies)


def update_transformed(
    anomalies: FloatArray, simulated: FloatArray, measured: FloatArray, covariance: FloatArray
) -> FloatArray:
    """Increments [member, state] of the symmetric ensemble transform."""
    factor = np.linalg.cholesky(covariance)
    mean, response = mean_and_anomalies(simulated)
    solved: FloatArray = np.linalg.solve(factor, np.concatenate([response, [measured - mean]]).T).T
    scaled, innovation = solved[:-1], solved[-1]
    transform = _transform(scaled @ scaled.T, scaled @ innovation)
    return transform @ anomalies


def update_locally(
    anomalies: FloatArray, simulated: FloatArray, measured: FloatArray, precision: FloatArray, weights: FloatArray
) -> FloatArray:
    """As `update_transformed`, with the precision of the observations weighted for each state.

    Parameters
    ----------
    anomalies : array [member, state] or [member, state, lag]
        Of the states; those of one state at several times have one transform.
    simulated : array [member, observation]
        What the members predict.
    measured : array [observation]
        Observations.
    precision : array [observation] or [observation, observation]
        Inverse of the errors' variances or covariance.
    weights : array [state, observation]
        0 to 1. A matrix of precision is multiplied by their roots from both sides, so that it stays a precision.
    """
    mean, response = mean_and_anomalies(simulated)
    innovation = measured - mean
    increments = np.zeros_like(anomalies)
    factors = np.sqrt(weights) if precision.ndim == 2 else weights * precision
    size = max(1, 2**24 // (8 * response.shape[0] * (response.shape[0] + response.shape[1])))
    for start in range(0, anomalies.shape[1], size):
        part = slice(start, start + size)
        scaled = response[np.newaxis] * factors[part][:, np.newaxis, :]
        if precision.ndim == 2:
            scaled = (scaled @ precision) * factors[part][:, np.newaxis, :]
        transform = _transform(scaled @ response.T, scaled @ innovation)
        increments[:, part] = np.einsum("sij,js...->is...", transform, anomalies[:, part])
    return increments


def _transform(products: FloatArray, projected: FloatArray) -> FloatArray:
    """Return [.., member, member] what turns anomalies into increments: mean weights, and the root less one.

    `products` [.., member, member] are the scalar products of the members' scaled predictions, `projected`
    [.., member] those with the innovation.
    """
    freedom = products.shape[-1] - 1
    values, vectors = np.linalg.eigh(products / freedom)
    values = np.maximum(values, 0.0)
    turned = np.swapaxes(vectors, -1, -2)
    mean = (turned @ (projected / freedom)[..., np.newaxis]) / (1 + values)[..., np.newaxis]
    mean = np.swapaxes(vectors @ mean, -1, -2)
    # Written as root - 1 without cancellation, so that predictions without spread give exactly nothing.
    root = np.sqrt(1 + values)
    less_one = -values / (root * (1 + root))
    transform: FloatArray = (vectors * less_one[..., np.newaxis, :]) @ turned + mean
    return transform


def anomalies_of(members: FloatArray) -> FloatArray:
    """Members less their mean; exactly zero where all are alike, which rounding of the mean would hide."""
    return mean_and_anomalies(members)[1]


def mean_and_anomalies(members: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the mean over the members [..] and the members less it (see :func:`anomalies_of`)."""
    mean = mean_of(members)
    anomalies: FloatArray = members - mean
    # Only where the first is like the last can all be alike: few columns, where there is any spread.
    alike = members[0] == members[-1]
    if alike.any():
        alike[alike] = (members[:, alike] == members[0][alike]).all(axis=0)
        anomalies[:, alike] = 0.0
    return mean, anomalies


def mean_of(members: FloatArray) -> FloatArray:
    """Return the mean over the members [..], summed in their order.

    NumPy's own sum adds in an order that depends on how the array lies in memory, and so would the last bit of
    a cell on which other cells it is worked with.
    """
    total = members[0].copy()
    for member in members[1:]:
        total += member
    mean: FloatArray = total / members.shape[0]
    return mean


def spread_of(members: FloatArray) -> FloatArray:
    """Return the sample standard deviation over the members [..], summed in their order."""
    anomalies = anomalies_of(members)
    spread: FloatArray = np.sqrt(sum_of_products(anomalies, anomalies) / (members.shape[0] - 1))
    return spread


def sum_of_products(first: FloatArray, second: FloatArray) -> FloatArray:
    """Return the sum over the members of `first` x `second` [..], in their order (see `mean_of`)."""
    total: FloatArray = first[0] * second[0]
    for one, other in zip(first[1:], second[1:]):
        total += one * other
    return total


def independent_variances(covariance: FloatArray, method: str) -> FloatArray:
    """Return the diagonal of the covariance of independent errors, or raise InputError for others."""
    if not _is_diagonal(covariance):
        raise InputError(
            f"Localization with {method} needs independent observation errors: use enkf, or no localization."
        )
    return np.diag(covariance)


def _is_diagonal(matrix: FloatArray) -> bool:
    return not np.any(matrix - np.diag(np.diag(matrix)))

"""The algebra of the ensemble Kalman filters: anomalies and innovations in, increments out.

Observations without a value, and states without one, are taken out before; :mod:`.analysis` does that.
"""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError, MissingPackageError
from .localization import Localization


def update_each_cell(
    members: FloatArray, simulated: FloatArray, measured: FloatArray, errors: FloatArray, noise: FloatArray | None
) -> FloatArray:
    """Increments like `members` [member, cell(, variable)] of cells that each see their own observation."""
    freedom = members.shape[0] - 1
    state, response = anomalies_of(members), anomalies_of(simulated)
    total = sum_of_products(response, response) / freedom + errors**2
    if noise is None:
        shrink = 1 / (1 + np.sqrt(errors**2 / total))
        innovations = (measured - mean_of(simulated)) - shrink * response
    else:
        innovations = measured + noise - simulated
    weights = innovations / total
    if members.ndim == 3:
        response, weights = response[..., np.newaxis], weights[..., np.newaxis]
    increments: FloatArray = sum_of_products(state, response) / freedom * weights
    return increments


def update_perturbed(
    anomalies: FloatArray,
    simulated: FloatArray,
    measured: FloatArray,
    covariance: FloatArray,
    taper: Localization | None,
) -> FloatArray:
    """Increments [member, state] of the filter with perturbed observations `measured` [member, observation]."""
    try:
        from scipy.linalg import cho_factor, cho_solve
    except ImportError:
        raise MissingPackageError("scipy") from None
    freedom = simulated.shape[0] - 1
    response = anomalies_of(simulated)
    spread = response.T @ response / freedom
    if taper is not None:
        spread *= taper.observations
    factor = cho_factor(spread + covariance, lower=True, check_finite=False)
    weights = cho_solve(factor, (measured - simulated).T, check_finite=False).T
    if taper is None:
        return (weights @ response.T) @ anomalies / freedom
    shared = anomalies.T @ response / freedom * taper.states
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
    response = anomalies_of(simulated)
    innovations = measured - mean_of(simulated)
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
    scaled: FloatArray = np.linalg.solve(factor, anomalies_of(simulated).T).T
    innovation: FloatArray = np.linalg.solve(factor, measured - mean_of(simulated))
    transform = _transform(scaled @ scaled.T, scaled @ innovation)
    return transform @ anomalies


def update_locally(
    anomalies: FloatArray, simulated: FloatArray, measured: FloatArray, variances: FloatArray, weights: FloatArray
) -> FloatArray:
    """As `update_transformed`, with the precision of the observations of each state multiplied by `weights`."""
    response = anomalies_of(simulated)
    innovation = measured - mean_of(simulated)
    increments = np.zeros_like(anomalies)
    size = max(1, 2**24 // (8 * response.shape[0] * (response.shape[0] + response.shape[1])))
    for start in range(0, anomalies.shape[1], size):
        part = slice(start, start + size)
        scaled = response[np.newaxis] * (weights[part] / variances)[:, np.newaxis, :]
        transform = _transform(scaled @ response.T, scaled @ innovation)
        increments[:, part] = np.einsum("sij,js->is", transform, anomalies[:, part])
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
    anomalies: FloatArray = members - mean_of(members)
    anomalies[:, (members == members[:1]).all(axis=0)] = 0.0
    return anomalies


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

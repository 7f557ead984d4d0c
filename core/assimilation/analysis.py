"""One analysis: members, what they predict, and observations give corrected members."""

from __future__ import annotations

from typing import Union

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from .algebra.kernels import (
    anomalies_of,
    independent_variances,
    update_each_cell,
    update_locally,
    update_perturbed,
    update_serially,
    update_transformed,
)
from .algebra.localization import Localization
from .errors.perturbations import centred

METHODS = ("enkf", "ensrf", "etkf")
CELL_METHODS = ("enkf", "ensrf")
_CELLS_AT_ONCE = 8192  # a block's members, predictions and perturbations stay in the processor's cache

Taper = Union[Localization, "tuple[FloatArray, FloatArray]", None]


def update(
    ensemble: npt.ArrayLike,
    predicted: npt.ArrayLike,
    observations: npt.ArrayLike,
    error_covariance: npt.ArrayLike,
    method: str = "enkf",
    localization: Taper = None,
    rng: np.random.Generator | None = None,
    perturbations: npt.ArrayLike | None = None,
) -> FloatArray:
    """Return the members after they have seen all observations together.

    Parameters
    ----------
    ensemble : array [member, state]
        Prior members. A state that is NaN in any member stays as it is.
    predicted : array [member, observation]
        What each member says the observations are.
    observations : array [observation]
        NaN where there is none: it changes nothing.
    error_covariance : array [observation, observation], [observation] or a number
        Of the observations: the full matrix, or the variances where the errors are independent.
    method : str
        ``enkf``: perturbed observations; ``ensrf``: serial square root, one observation after the other in their
        order (in the space where their errors are independent); ``etkf``: symmetric square root in the space of
        the members.
    localization : Localization, optional
        Weights with which sampled covariances enter. ``etkf`` takes those of the states only, on the precision of
        the observations, and ``etkf`` and ``ensrf`` then need independent errors.
    rng : numpy.random.Generator, optional
        For the draws of ``enkf`` where `perturbations` is not given; a fresh one where None.
    perturbations : array [member, observation], optional
        Added to the observations by ``enkf``. They should have zero mean over the members.

    Returns
    -------
    array [member, state]
        Corrected members. States and predictions without spread change nothing.

    Raises
    ------
    InputError
        Where shapes do not match, the method is unknown, or the error covariance is not positive definite.

    Notes
    -----
    Chen et al. (2022), eq. 2 and 3; Evensen (2009); Whitaker and Hamill (2002), Monthly Weather Review 130;
    Hunt, Kostelich and Szunyogh (2007), Physica D 230.

    Examples
    --------
    Two members, 0 and 2 mm, have a variance of 2; an observation of 4 mm of the same variance has a gain of one half.

    >>> moved = update([[0.0], [2.0]], [[0.0], [2.0]], [4.0], 2.0, method="enkf", perturbations=[[0.0], [0.0]])
    >>> moved.ravel()
    array([2., 3.])

    Square roots move the mean alike, from 1 to 2.5 mm, and halve the variance.

    >>> updated = update([[0.0], [2.0]], [[0.0], [2.0]], [4.0], 2.0, method="etkf")
    >>> float(updated.mean().round(6)), float(updated.var(ddof=1).round(6))
    (2.5, 1.0)
    """
    members = _members(ensemble, "ensemble", 2)
    simulated = _members(predicted, "predicted", 2)
    measured = np.asarray(observations, dtype=np.float64)
    _check_shapes(members, simulated, measured, method, METHODS)
    used = np.isfinite(measured) & np.isfinite(simulated).all(axis=0)
    result: FloatArray = members.copy()
    if not used.any():
        return result
    covariance, factor = _covariance(error_covariance, used)
    states = np.isfinite(members).all(axis=0)
    taper = _taper(localization, states, used, (members.shape[1], measured.size))
    anomalies = anomalies_of(members if states.all() else members[:, states])
    if not used.all():
        simulated, measured = simulated[:, used], measured[used]
    if method == "enkf":
        if perturbations is None:
            noise = _unit_draws(simulated.shape, rng) @ factor.T
        else:
            noise = _matching(perturbations, (members.shape[0], used.size), "perturbations")[:, used]
        increments = update_perturbed(anomalies, simulated, measured + noise, covariance, taper)
    elif method == "ensrf":
        increments = update_serially(anomalies, simulated, measured, covariance, taper)
    elif taper is None:
        increments = update_transformed(anomalies, simulated, measured, covariance)
    else:
        increments = update_locally(
            anomalies, simulated, measured, 1 / independent_variances(covariance, method), taper.states
        )
    result[:, states] += increments
    return result


def update_cells(
    ensemble: npt.ArrayLike,
    predicted: npt.ArrayLike,
    observations: npt.ArrayLike,
    error_std: npt.ArrayLike,
    method: str = "enkf",
    perturbations: npt.ArrayLike | None = None,
    rng: np.random.Generator | None = None,
) -> FloatArray:
    """Return the members after each cell has seen its own observation: the paper's one-dimensional filter.

    Per cell and variable v, the gain is cov(x_v, Hx) / (var(Hx) + r^2).

    Parameters
    ----------
    ensemble : array [member, cell] or [member, cell, variable]
        Prior members. A cell that is NaN anywhere stays as it is.
    predicted : array [member, cell]
        What each member says the cell's observation is (from the load of all cells).
    observations : array [cell]
        NaN where there is none: the cell stays as it is.
    error_std : array [cell] or a number
        Standard deviation r of the observations.
    method : str
        ``enkf``: perturbed observations; ``ensrf``: deterministic square root.
    perturbations : array [member, cell], optional
        Added to the observations by ``enkf``. They should have zero mean over the members.
    rng : numpy.random.Generator, optional
        For the draws of ``enkf`` where `perturbations` is not given; a fresh one where None.

    Returns
    -------
    array like `ensemble`
        Corrected members.

    Raises
    ------
    InputError
        Where shapes do not match, the method is unknown, or an error is not positive.

    Notes
    -----
    Chen et al. (2022), eq. 2 and 3.

    Examples
    --------
    The second cell has no observation and stays.

    >>> storage = [[0.0, 5.0], [2.0, 7.0]]
    >>> update_cells(storage, storage, [4.0, float("nan")], 2.0**0.5, method="ensrf").mean(axis=0).round(6)
    array([2.5, 6. ])
    """
    return update_cells_with_gains(
        ensemble, predicted, observations, error_std, method, perturbations=perturbations, rng=rng
    )[0]


def update_cells_with_gains(
    ensemble: npt.ArrayLike,
    predicted: npt.ArrayLike,
    observations: npt.ArrayLike,
    error_std: npt.ArrayLike,
    method: str = "enkf",
    *,
    perturbations: npt.ArrayLike | None = None,
    rng: np.random.Generator | None = None,
) -> tuple[FloatArray, FloatArray]:
    """Return the members of :func:`update_cells`, and the gains [cell(, variable)]; NaN where a cell stays as it is."""
    members = _members(ensemble, "ensemble", 2, 3)
    simulated = _members(predicted, "predicted", 2)
    measured = np.asarray(observations, dtype=np.float64)
    _check_shapes(members, simulated, measured, method, CELL_METHODS)
    if members.shape[1] != measured.size:
        raise InputError(f"ensemble has {members.shape[1]} cells, observations have {measured.size}.")
    errors = np.broadcast_to(np.asarray(error_std, dtype=np.float64), measured.shape)
    usable = np.isfinite(measured) & np.isfinite(errors)
    if np.any(errors[usable] <= 0):
        raise InputError("The observation error must be above 0 in every cell.")
    noise = None
    if method == "enkf":
        if perturbations is None:
            noise = errors * _unit_draws(simulated.shape, rng)
        else:
            noise = _matching(perturbations, simulated.shape, "perturbations")
    result: FloatArray = np.empty_like(members)
    gains: FloatArray = np.full(members.shape[1:], np.nan)
    for start in range(0, measured.size, _CELLS_AT_ONCE):
        block = slice(start, start + _CELLS_AT_ONCE)
        result[:, block] = members[:, block]
        cells = usable[block] & np.isfinite(simulated[:, block]).all(axis=0)
        cells &= np.isfinite(members[:, block]).all(axis=tuple(range(0, members.ndim, 2)))
        if not cells.any():
            continue
        chosen = slice(None) if cells.all() else np.flatnonzero(cells)
        increments, gains[block][chosen] = update_each_cell(
            members[:, block][:, chosen],
            simulated[:, block][:, chosen],
            measured[block][chosen],
            errors[block][chosen],
            None if noise is None else noise[:, block][:, chosen],
        )
        result[:, block][:, chosen] += increments
    return result, gains


def _covariance(error_covariance: npt.ArrayLike, used: BoolArray) -> tuple[FloatArray, FloatArray]:
    """Return the covariance of the used observations, after a check that it is one, and its Cholesky factor."""
    given = np.asarray(error_covariance, dtype=np.float64)
    if given.ndim < 2:
        given = np.diag(np.broadcast_to(given, used.shape))
    if given.shape != (used.size, used.size):
        raise InputError(
            f"The error covariance has shape {given.shape}; {used.size} observations need {used.size} x {used.size}."
        )
    covariance: FloatArray = given if used.all() else given[np.ix_(used, used)]
    scale = np.abs(covariance).max()
    try:
        if not np.isfinite(scale) or np.abs(covariance - covariance.T).max() > 1e-10 * scale:
            raise np.linalg.LinAlgError
        factor = np.linalg.cholesky(covariance)
    except np.linalg.LinAlgError:
        raise InputError(
            "The error covariance of the observations is not symmetric and positive definite: "
            "its variances must be above 0 and its correlations must fit each other."
        ) from None
    return covariance, factor


def _taper(given: Taper, states: BoolArray, used: BoolArray, sizes: tuple[int, int]) -> Localization | None:
    if given is None:
        return None
    of_states = _matching(given[0], sizes, "localization of the states")
    between = _matching(given[1], (sizes[1], sizes[1]), "localization of the observations")
    return Localization(of_states[np.ix_(states, used)], between[np.ix_(used, used)])


def _unit_draws(shape: tuple[int, ...], rng: np.random.Generator | None) -> FloatArray:
    generator = np.random.default_rng() if rng is None else rng
    return centred(generator.standard_normal(shape))


def _members(values: npt.ArrayLike, name: str, *dimensions: int) -> FloatArray:
    members = np.asarray(values, dtype=np.float64)
    if members.ndim not in dimensions:
        raise InputError(f"{name} must have {' or '.join(map(str, dimensions))} dimensions, not {members.ndim}.")
    if members.shape[0] < 2:
        raise InputError(f"{name} has {members.shape[0]} member: a covariance needs two or more.")
    return members


def _check_shapes(
    members: FloatArray, simulated: FloatArray, measured: FloatArray, method: str, methods: tuple[str, ...]
) -> None:
    if method not in methods:
        raise InputError(f"method '{method}' is unknown. Choose {', '.join(methods)}.")
    if measured.ndim != 1 or simulated.shape != (members.shape[0], measured.size):
        raise InputError(
            f"predicted has shape {simulated.shape}; {members.shape[0]} members and {measured.shape} observations "
            "need (members, observations)."
        )


def _matching(values: npt.ArrayLike, shape: tuple[int, ...], name: str) -> FloatArray:
    array = np.asarray(values, dtype=np.float64)
    if array.shape != shape:
        raise InputError(f"{name} has shape {array.shape}, but {shape} is needed.")
    return array

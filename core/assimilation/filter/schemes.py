"""The methods that a user can choose, each as one way to correct the members of an epoch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...errors import InputError
from ...loading.free_patterns import without
from ..algebra.kernels import Solver, anomalies_of, spread_weights, update_locally, update_transformed
from ..algebra.localization import Localization, gaspari_cohn
from ..analysis import update_cells_with_gains
from ..errors.observation_error import ObservationError
from ..errors.perturbations import observation_perturbations
from ..errors.shared_cells import SharedCells


class Correction(NamedTuple):
    """What a scheme makes of an epoch.

    Attributes
    ----------
    states : array [member, cell(, lag)]
        Corrected members.
    gain : array [point]
        Of every point's own cell, mm of storage per mm of displacement; NaN where the scheme has none.
    """

    states: FloatArray
    gain: FloatArray


class Scheme(Protocol):
    """One way to correct members by the observations of one epoch."""

    def analyse(self, day: float, states: FloatArray, predicted: FloatArray, observed: FloatArray) -> Correction:
        """Return the corrected members.

        Parameters
        ----------
        day : float
            Of the epoch.
        states : array [member, cell] or [member, cell, lag]
            Members of the cells that the scheme corrects; with lags, the present first and earlier times behind it.
        predicted : array [member, point]
            What they say of the observations.
        observed : array [point]
            NaN where there is none; at least one is there.
        """


class OpenLoop:
    """Corrects nothing: where observations tell nothing, the ensemble's sampling noise would be all that they add."""

    def analyse(self, day: float, states: FloatArray, predicted: FloatArray, observed: FloatArray) -> Correction:
        """Return the members as they are."""
        return Correction(states, np.where(np.isfinite(observed), 0.0, np.nan))


@dataclass(frozen=True)
class OneDimensional:
    """Every cell is corrected by its own observation: ``enkf_1d`` (the paper's filter) and ``ensrf_1d``.

    The cells are the points: both are in the same order. Where several points lie in a cell, the cells are those of
    `shared`.

    Attributes
    ----------
    error_std : array [point]
        Standard deviation of the observations (mm).
    seed : int
        Of the perturbations.
    perturbed : bool
        Draw perturbed observations, or use the square root.
    shared : SharedCells, optional
        Cells that several frames see.
    """

    error_std: FloatArray
    seed: int
    perturbed: bool
    shared: SharedCells | None = None

    def analyse(self, day: float, states: FloatArray, predicted: FloatArray, observed: FloatArray) -> Correction:
        """Return the corrected members; see :class:`Scheme`."""
        if self.shared is None:
            corrected, gains = self._each_cell(day, states, predicted, observed, self.error_std)
            return Correction(corrected, gains)
        values, std, weights = self.shared.together(observed)
        corrected, gains = self._each_cell(day, states, predicted[:, self.shared.first], values, std)
        return Correction(corrected, gains[self.shared.of_point] * weights)

    def _each_cell(
        self, day: float, states: FloatArray, predicted: FloatArray, observed: FloatArray, std: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        noise = None
        if self.perturbed:
            noise = std * observation_perturbations(self.seed, day, states.shape[0], observed.size)
        method = "enkf" if self.perturbed else "ensrf"
        corrected, gains = update_cells_with_gains(states, predicted, observed, std, method, perturbations=noise)
        return corrected, gains if states.ndim == 2 else gains[:, 0]


@dataclass(frozen=True)
class ThreeDimensional:
    """All observations correct all cells together, with perturbed observations: ``enkf_3d``.

    Attributes
    ----------
    error : ObservationError
        Of the observations.
    root : array [point, point]
        Lower triangular root of their covariance, with which perturbations are drawn.
    seed : int
        Of the perturbations.
    own : array [point] of int
        Which of the corrected cells each point is.
    taper : Localization, optional
        Weights of the sampled covariances, [cell, point] and [point, point].
    """

    error: ObservationError
    root: FloatArray
    seed: int
    own: IntArray
    taper: Localization | None

    def analyse(self, day: float, states: FloatArray, predicted: FloatArray, observed: FloatArray) -> Correction:
        """Return the corrected members; see :class:`Scheme`."""
        used = np.isfinite(observed)
        free = self.error.patterns(used)
        noise = observation_perturbations(self.seed, day, states.shape[0], observed.size) @ self.root.T
        # What nobody knows the size of is taken out before the covariances are sampled and tapered: a taper would
        # turn the large common motion into small differences that are not there.
        predicted = without(free, predicted[:, used])
        measured = without(free, observed[used] + noise[:, used])
        response = anomalies_of(predicted)
        of_states, between = _part_of(self.taper, used)
        solver = Solver(response, self.error.matrix(used), between, free)
        weights = solver.solve((measured - predicted).T).T
        corrected = states.copy()
        for present in _times(corrected):
            present += spread_weights(anomalies_of(present), response, weights, of_states)
        return Correction(corrected, self._gain(states, response, of_states, solver, used))

    def _gain(
        self, states: FloatArray, response: FloatArray, taper: FloatArray | None, solver: Solver, used: BoolArray
    ) -> FloatArray:
        own = self.own[used]
        present = anomalies_of(_times(states)[0][:, own])
        shared = present.T @ response / (response.shape[0] - 1)
        if taper is not None:
            shared *= taper[own]
        gain = np.full(used.size, np.nan)
        gain[used] = np.diag(solver.solve(shared.T))
        return gain


@dataclass(frozen=True)
class LocalTransform:
    """Every cell is corrected by the observations around it through a symmetric square root: ``letkf``.

    Attributes
    ----------
    error : ObservationError
        Of the observations.
    taper : array [cell, point], optional
        Weights of the observations' precision; without it one transform serves all cells.
    """

    error: ObservationError
    taper: FloatArray | None

    def analyse(self, day: float, states: FloatArray, predicted: FloatArray, observed: FloatArray) -> Correction:
        """Return the corrected members; see :class:`Scheme`."""
        used = np.isfinite(observed)
        free = self.error.patterns(used)
        predicted, measured = without(free, predicted[:, used]), without(free, observed[used])
        anomalies = anomalies_of(states)
        if self.taper is None:
            flat = anomalies.reshape(states.shape[0], -1)
            covariance = self.error.matrix(used)
            if free is not None:
                # Nothing is left along the patterns: any variance there serves to make the matrix regular.
                covariance = without(free, without(free, covariance).T) + free @ free.T * np.trace(covariance)
            increments = update_transformed(flat, predicted, measured, covariance).reshape(states.shape)
        else:
            precision = 1 / self.error.variances[used]
            if self.error.covariance is not None:
                precision = precision_of(self.error.matrix(used), free)
            increments = update_locally(anomalies, predicted, measured, precision, self.taper[:, used])
        return Correction(states + increments, np.full(used.size, np.nan))


def precision_of(covariance: FloatArray, free: FloatArray | None) -> FloatArray:
    """Return the inverse of a covariance [observation, observation] that is infinite along free patterns, or finite."""
    precision: FloatArray = np.linalg.inv(covariance)
    if free is not None:
        solved = precision @ free
        precision = precision - solved @ np.linalg.solve(free.T @ solved, solved.T)
    return precision


def localization(distance: FloatArray, between: FloatArray, support_km: float) -> Localization | None:
    """Return the weights of covariances by distance, [cell, point] and [point, point] in km; None for no limit."""
    if support_km == 0:
        return None
    return Localization(gaspari_cohn(distance, support_km), gaspari_cohn(between, support_km))


def error_root(error: ObservationError) -> FloatArray:
    """Return the lower triangular root of the observations' covariance [point, point]."""
    if error.covariance is None:
        return np.diag(np.sqrt(error.variances))
    try:
        root: FloatArray = np.linalg.cholesky(error.covariance)
    except np.linalg.LinAlgError:
        raise InputError(
            "The covariance of the observations is not positive definite: choose ERROR_NUGGET above 0, so that each "
            "cell has an error of its own."
        ) from None
    return root


def _part_of(taper: Localization | None, used: BoolArray) -> tuple[FloatArray | None, FloatArray | None]:
    if taper is None:
        return None, None
    return taper.states[:, used], taper.observations[np.ix_(used, used)]


def _times(states: FloatArray) -> list[FloatArray]:
    """Return views [member, cell] of the states at each of their times."""
    return [states] if states.ndim == 2 else [states[..., lag] for lag in range(states.shape[2])]

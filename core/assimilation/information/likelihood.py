"""Sizes of the prior and of the data's errors, by the marginal likelihood of the data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ..algebra.data_space import Solved
from ..priors.covariance import DataCovariance
from ..priors.season_aware import SPREAD, Sizes

_ENOUGH = 0.1  # gain of the log-likelihood below which the search ends
_STEPS = 12
_LONGEST_STEP = 0.7  # in ln of a size
_HALVINGS = 4


@dataclass(frozen=True)
class Estimated:
    """Sizes and how likely they are.

    Attributes
    ----------
    sizes : Sizes
        Most likely ones.
    log_likelihood : float
        Of the data.
    evaluations : int
        Of the likelihood.
    """

    sizes: Sizes
    log_likelihood: float
    evaluations: int


def estimate(covariance: DataCovariance, start: Sizes, names: tuple[str, ...], prior: Sizes | None = None) -> Estimated:
    """Return the most likely sizes, with log-normal hyperpriors about those of `prior` (`start`).

    Newton's method with the average information (Gilmour, Thompson and Cullis, 1995, Biometrics 51, 1440-1450), which
    needs products of matrices with vectors only; a step that lowers the posterior is halved.

    Parameters
    ----------
    covariance : DataCovariance
        Of the data, best of their leading eigenvectors.
    start : Sizes
        Where to begin.
    names : tuple of str
        Sizes that are estimated, of those in `SPREAD`.
    prior : Sizes, optional
        Medians of the hyperpriors.
    """
    prior = prior or start
    middle = prior.logarithms(names)
    precision = np.log([SPREAD[name] for name in names]) ** -2.0
    place, sizes = start.logarithms(names), start
    values = covariance.rows.values[:, :1]
    solved = Solved.of(covariance.total(sizes), values)
    height = _posterior(solved, place, middle, precision)
    evaluations = 1
    for _ in range(_STEPS if names else 0):
        step = _newton_step(covariance, sizes, names, solved, precision, departure=place - middle)
        step *= min(1.0, _LONGEST_STEP / max(np.abs(step).max(), 1e-12))
        gain = -np.inf
        for _ in range(_HALVINGS):
            trial = start.changed(names, place + step)
            found = Solved.of(covariance.total(trial), values)
            evaluations += 1
            gain = _posterior(found, place + step, middle, precision) - height
            if gain > 0:
                place, sizes, solved, height = place + step, trial, found, height + gain
                break
            step = step / 2
        if gain < _ENOUGH:
            break
    return Estimated(sizes, float(solved.log_likelihood[0]), evaluations)


def _posterior(solved: Solved, place: FloatArray, middle: FloatArray, precision: FloatArray) -> float:
    return float(solved.log_likelihood[0] - 0.5 * precision @ (place - middle) ** 2)


def _newton_step(
    covariance: DataCovariance,
    sizes: Sizes,
    names: tuple[str, ...],
    solved: Solved,
    precision: FloatArray,
    *,
    departure: FloatArray,
) -> FloatArray:
    inverse, weights = solved.inverse(), solved.weights[:, 0]
    gradient, moved = np.zeros(len(names)), np.zeros((len(names), weights.size))
    for name, change in covariance.changes(sizes, names):
        number = names.index(name)
        along = change @ weights
        moved[number] += along
        gradient[number] += 0.5 * (weights @ along - np.vdot(inverse, change))
    information = 0.5 * moved @ inverse @ moved.T
    step: FloatArray = np.linalg.solve(information + np.diag(precision), gradient - precision * departure)
    return step

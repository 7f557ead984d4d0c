"""One free constant for every point: its datum in time, found from all epochs together whatever their gaps.

Heights of a station are about its own mean, that of an interferometric cell about its first date; stations begin and
end at different times. With P_t of every epoch (zero for missing data) the constants are

    b = (sum P_t)^+ sum P_t d_t,

the least squares of all epochs together. What the free patterns of every epoch take up anyway (the mean of a frame of
unknown reference) is set to the least size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from .system import LOG_2_PI, DataSystem

_NEGLIGIBLE = 1e-10  # of the largest eigenvalue: a direction of constants that no epoch tells


@dataclass(frozen=True)
class EpochGroup:
    """Epochs with the same data.

    Attributes
    ----------
    system : DataSystem
        Of the data used.
    used : array [datum] of bool
        Which.
    epochs : array [epoch in the group] of int
        Their numbers.
    """

    system: DataSystem
    used: BoolArray
    epochs: IntArray


@dataclass(frozen=True)
class Constants:
    """Constants of the points and what they cost.

    Attributes
    ----------
    values : array [datum]
        mm.
    covariance_root : array [datum, direction]
        Its product with its own transpose is the pseudo-inverse of sum P_t: the covariance of the constants.
    rank : int
        Number of independent constants.
    log_determinant : float
        ln det B'PB - ln det B'(1 - Z Z^+)B over the independent columns of B.
    """

    values: FloatArray
    covariance_root: FloatArray
    rank: int
    log_determinant: float


def find_constants(groups: Sequence[EpochGroup], data: FloatArray) -> Constants:
    """Return the constants of `data` [datum, epoch] (NaN where missing).

    Parameters
    ----------
    groups : sequence of EpochGroup
        Of all epochs.
    data : array [datum, epoch]
        In mm.

    Returns
    -------
    Constants
        With their covariance.
    """
    size = data.shape[0]
    total, right, left = np.zeros((size, size)), np.zeros(size), np.zeros((size, size))
    for group in groups:
        place = np.ix_(group.used, group.used)
        total[place] += group.epochs.size * group.system.matrix()
        patterns = group.system.free
        rest = np.eye(patterns.shape[0]) - patterns @ patterns.T
        left[place] += group.epochs.size * rest
        right[group.used] += group.system.project(data[np.ix_(group.used, group.epochs)]).sum(axis=1)
    return constants_of(total, right, left)


def constants_of(total: FloatArray, right: FloatArray, left: FloatArray) -> Constants:
    """Return the constants that solve `total` b = `right`, of least size.

    Parameters
    ----------
    total : array [datum, datum]
        B'P B over all epochs.
    right : array [datum]
        B'P d.
    left : array [datum, datum]
        B'(1 - Z Z^+)B, the same where errors and signal were white of variance 1.
    """
    values, vectors = np.linalg.eigh((left + left.T) / 2)
    kept = values > _NEGLIGIBLE * max(float(values.max(initial=0.0)), 1e-300)
    basis = vectors[:, kept]
    inner = basis.T @ total @ basis
    root = np.linalg.cholesky((inner + inner.T) / 2) if basis.shape[1] else np.zeros((0, 0))
    turned = np.linalg.solve(root, basis.T).T if basis.shape[1] else basis
    determinant = 2.0 * float(np.log(np.diag(root)).sum()) - float(np.log(values[kept]).sum())
    return Constants(turned @ (turned.T @ right), turned, basis.shape[1], determinant)


def log_likelihood(groups: Sequence[EpochGroup], data: FloatArray, constants: Constants | None) -> float:
    """Return the restricted log-likelihood of all epochs together.

    With constants the formula is that of one system of all epochs whose free patterns are those of every epoch and
    the constants' columns.

    Parameters
    ----------
    groups : sequence of EpochGroup
        Of all epochs.
    data : array [datum, epoch]
        In mm; NaN where missing.
    constants : Constants, optional
        None: data have none.

    Returns
    -------
    float
        Restricted to what free patterns and constants leave.
    """
    total = 0.0
    for group in groups:
        values = data[np.ix_(group.used, group.epochs)]
        if constants is not None:
            values = values - constants.values[group.used, np.newaxis]
        total += float(group.system.log_likelihood(values).sum())
    if constants is not None:
        total -= 0.5 * (constants.log_determinant - constants.rank * LOG_2_PI)
    return total

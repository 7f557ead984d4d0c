"""Placebos: the same run with displacement that holds nothing, as further columns of the data."""

from __future__ import annotations

import numpy as np

from ...arrays import BoolArray, FloatArray
from ..information.data_model import departures

COLUMNS = ("data", "displacement zero", "dates shuffled", "sign turned")


def with_placebos(observed: FloatArray, predicted: FloatArray, displacement: BoolArray, seed: int) -> FloatArray:
    """Return departures [block, point, column] of the data and of placebos; GRACE stays what it is in all.

    Parameters
    ----------
    observed, predicted : array [block, point]
        Data.
    displacement : array [point] of bool
        Points that are not GRACE's.
    seed : int
        Of the shuffling.
    """
    order = np.random.default_rng((seed, 19)).permutation(observed.shape[0])
    shuffled = observed.copy()
    for point in np.flatnonzero(displacement):
        there = np.flatnonzero(np.isfinite(observed[:, point]))
        shuffled[there, point] = observed[there[np.argsort(order[there], kind="stable")], point]
    zero = np.where(displacement & np.isfinite(observed), 0.0, observed)
    turned = np.where(displacement, -observed, observed)
    every = [departures(each, predicted) for each in (observed, zero, shuffled, turned)]
    values: FloatArray = np.stack(every, axis=-1)
    return values

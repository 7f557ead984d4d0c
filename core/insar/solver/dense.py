"""Least squares pixel by pixel with a full matrix, for networks whose pairs span too many dates for a band."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, IntArray
from ...errors import MissingPackageError
from .band import Band, Float64

MAX_BAND_WIDTH = 40
"""Widest band (in dates) that is eliminated for all pixels at once: beyond, full matrices are faster."""


def dense_parts(band: Band, there: BoolArray) -> npt.NDArray[np.int32]:
    """Return the first date of the part that each date belongs to [date, pixel], from the pairs `there` [pair, pixel].

    The smallest number spreads along the pairs, forwards and backwards, until nothing changes.
    """
    n_pixels = there.shape[1]
    first = np.repeat(np.arange(band.n_dates, dtype=np.int32)[:, None], n_pixels, axis=1)
    order = np.argsort(band.earlier, kind="stable").tolist()
    while True:
        before = first.copy()
        for numbers in (order, order[::-1]):
            for number in numbers:
                a, b = band.earlier[number], band.later[number]
                smaller = np.minimum(first[a], first[b])
                np.copyto(first[a], smaller, where=there[number])
                np.copyto(first[b], smaller, where=there[number])
        if np.array_equal(before, first):
            return first


def dense_solve(band: Band, weights: Float64, rhs: Float64, first: npt.NDArray[np.int32]) -> Float64:
    """Return the solution [date, pixel], 0 at the first date of every part, by one Cholesky factorisation a pixel.

    Parameters
    ----------
    band : Band
        The network.
    weights : array [pair, pixel]
        0 where a pair is missing.
    rhs : array [date, pixel]
        Right-hand side.
    first : int array [date, pixel]
        From :func:`dense_parts`.

    Raises
    ------
    MissingPackageError
        Where scipy is not installed.
    """
    try:
        from scipy.linalg.lapack import dposv
    except ImportError:
        raise MissingPackageError("scipy") from None
    solution = np.zeros_like(rhs)
    for pixel in range(rhs.shape[1]):
        free, matrix = _free_part(band, weights[:, pixel], first[:, pixel])
        if free.size:
            solution[free, pixel] = dposv(matrix, rhs[free, pixel])[1]
    return solution


def dense_covariances(band: Band, weights: Float64, first: npt.NDArray[np.int32]) -> tuple[Float64, Float64]:
    """Return variances and neighbours' covariances [date, pixel], as :func:`~.elimination.covariances` does."""
    variance, neighbour = np.zeros(first.shape), np.zeros(first.shape)
    for pixel in range(first.shape[1]):
        free, matrix = _free_part(band, weights[:, pixel], first[:, pixel])
        if free.size:
            inverse = np.linalg.inv(matrix)
            variance[free, pixel] = np.diagonal(inverse)
            beside = np.flatnonzero(np.diff(free) == 1)
            neighbour[free[beside + 1], pixel] = inverse[beside + 1, beside]
    return variance, neighbour


def _free_part(band: Band, weights: Float64, first: npt.NDArray[np.int32]) -> tuple[IntArray, Float64]:
    """Return the dates that are not the first of their part, and their normal matrix, which is positive definite."""
    dates = np.arange(band.n_dates)
    matrix = np.zeros((band.n_dates, band.n_dates))
    np.add.at(matrix, (band.earlier, band.later), -weights)
    matrix += matrix.T
    matrix[dates, dates] = -matrix.sum(axis=1)
    free = np.flatnonzero(first != dates)
    return free, matrix[np.ix_(free, free)]

"""The covariance of one epoch's data, along which some patterns may be of unknown size.

With S = H C H' + R and free patterns Z the matrix that does all the work is

    P = S^-1 - S^-1 Z (Z' S^-1 Z)^-1 Z' S^-1,

the limit of the inverse of S + k Z Z' for k to infinity (Rasmussen and Williams 2006, section 2.7).
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError, MissingPackageError
from ..loading.free_patterns import FreePatterns

LOG_2_PI = math.log(2 * math.pi)

_TAKEN_UP = 1e-10  # squared part of a datum that patterns leave, below which nothing of it is left but rounding


class DataSystem:
    """Factor of the covariance of data with free patterns.

    Parameters
    ----------
    covariance : array [datum, datum]
        Of the data, signal and error (mm2), without free patterns.
    free : array [datum, term], optional
        Patterns of unknown size.
    names : sequence of str, optional
        Of the data, for the message where the covariance is not positive definite.

    Attributes
    ----------
    free : array [datum, term]
        The patterns as orthonormal columns.
    log_determinant : float
        ln det S + ln det Z'S^-1 Z - ln det Z'Z.
    freedom : int
        Number of data less that of independent free patterns.

    Raises
    ------
    InputError
        Where the covariance is not positive definite.
    """

    def __init__(self, covariance: FloatArray, free: FloatArray | None = None, names: Any = None) -> None:
        linalg = linear_algebra()
        size = covariance.shape[0]
        try:
            self._factor = linalg.cholesky(covariance, lower=True, check_finite=False)
        except np.linalg.LinAlgError:
            raise InputError(_not_definite(covariance, names)) from None
        self._linalg = linalg
        found = None
        if free is not None and free.shape[1] and size:
            # To columns of one size: what is small beside another pattern is free like it.
            found = FreePatterns(free / _sizes(free)).within(np.ones(size, dtype=bool))
        self.free = np.zeros((size, 0)) if found is None else found
        self.log_determinant = 2.0 * float(np.log(np.diag(self._factor)).sum())
        self.freedom = size - self.free.shape[1]
        self._solved = self._plain(self.free)
        if self.free.shape[1]:
            inner = linalg.cholesky(self.free.T @ self._solved, lower=True, check_finite=False)
            self.log_determinant += 2.0 * float(np.log(np.diag(inner)).sum())
            # P = S^-1 - W W' with W = S^-1 Z (chol(Z'S^-1 Z)')^-1.
            self._solved = linalg.solve_triangular(inner, self._solved.T, lower=True, check_finite=False).T
        self._matrix: FloatArray | None = None

    def _plain(self, values: FloatArray) -> FloatArray:
        solution: FloatArray = self._linalg.cho_solve((self._factor, True), values, check_finite=False)
        return solution

    def project(self, values: FloatArray) -> FloatArray:
        """Return P times `values` [datum, ..].

        Parameters
        ----------
        values : array [datum, ..]
            Any columns.

        Returns
        -------
        array [datum, ..]
            P removes the free patterns.
        """
        solution = self._plain(values)
        if self.free.shape[1]:
            solution = solution - self._solved @ (self._solved.T @ values)
        return solution

    def matrix(self) -> FloatArray:
        """Return P [datum, datum]; symmetric to the last bit."""
        if self._matrix is None:
            inverse = self.project(np.eye(self._factor.shape[0]))
            self._matrix = (inverse + inverse.T) / 2
        return self._matrix

    def square(self, data: FloatArray) -> FloatArray:
        """Return d'P d [..] of `data` [datum, ..].

        Parameters
        ----------
        data : array [datum, ..]
            In mm.

        Returns
        -------
        array [..]
            Without unit.
        """
        product: FloatArray = (data * self.project(data)).sum(axis=0)
        return product

    def log_likelihood(self, data: FloatArray) -> FloatArray:
        """Return the restricted log-likelihood [..] of `data` [datum, ..].

        Independent of the scale of the free patterns (Rasmussen and Williams 2006, eq. 2.45 in the limit).

        Parameters
        ----------
        data : array [datum, ..]
            In mm.

        Returns
        -------
        array [..]
            0 where no datum is left beside the free patterns.
        """
        if not self.freedom:
            return np.zeros(data.shape[1:])
        value: FloatArray = -0.5 * (self.freedom * LOG_2_PI + self.log_determinant + self.square(data))
        return value

    def pattern_sizes(self, data: FloatArray, patterns: FloatArray) -> FloatArray:
        """Return the sizes [term, ..] of `patterns` [datum, term] in `data` [datum, ..] by generalized least squares.

        Of patterns that depend on each other, the sizes of least square, each in units of its largest value.

        Parameters
        ----------
        data : array [datum, ..]
            In mm.
        patterns : array [datum, term]
            Such as an offset or a plane.

        Returns
        -------
        array [term, ..]
            In the unit of the data over that of the pattern.
        """
        if not patterns.shape[1]:
            return np.zeros((0, *data.shape[1:]))
        scale = _sizes(patterns)
        scaled = patterns / scale
        solved = self._plain(scaled)
        sizes: FloatArray = np.linalg.pinv(scaled.T @ solved, rcond=1e-12, hermitian=True) @ (solved.T @ data)
        return sizes / scale.reshape(-1, *(1,) * (sizes.ndim - 1))

    def leave_one_out(self, projected: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return residual [datum, ..] and variance [datum] of each datum predicted by the others of its epoch.

        Parameters
        ----------
        projected : array [datum, ..]
            P d.

        Returns
        -------
        tuple of array
            NaN where free patterns take up the datum, so that nothing predicts it.
        """
        precision = np.diag(self.matrix())
        # A datum is taken up where its own direction lies among the patterns, whatever rounding leaves of P there.
        usable: BoolArray = (self.free**2).sum(axis=1) < 1.0 - _TAKEN_UP
        variance: FloatArray = 1.0 / np.where(usable, precision, np.nan)
        shape = (slice(None),) + (np.newaxis,) * (projected.ndim - 1)
        return projected * variance[shape], variance


def _sizes(patterns: FloatArray) -> FloatArray:
    """Return the largest size [term] of each of `patterns` [datum, term]; 1 of those that are zero."""
    largest = np.abs(patterns).max(axis=0, initial=0.0)
    sizes: FloatArray = np.where(largest > 0, largest, 1.0)
    return sizes


def linear_algebra() -> Any:
    """Return SciPy's linear algebra.

    Raises
    ------
    MissingPackageError
        Where SciPy is not installed.
    """
    try:
        import scipy.linalg
    except ImportError:
        raise MissingPackageError("scipy") from None
    return scipy.linalg


def _not_definite(covariance: FloatArray, names: Any) -> str:
    """Return the message for a covariance without a factor: which two data are the same."""
    size = covariance.shape[0]
    if not np.all(np.isfinite(covariance)):
        return "The covariance of the data has values that are no numbers: check the errors and the prior's size."
    std = np.sqrt(np.maximum(np.diag(covariance), 1e-300))
    correlation = covariance / np.outer(std, std)
    np.fill_diagonal(correlation, -1.0)
    one, other = np.unravel_index(int(np.argmax(correlation)), correlation.shape) if size > 1 else (0, 0)
    labels = [str(names[k]) if names is not None else f"number {k + 1}" for k in (int(one), int(other))]
    return (
        "The covariance of the data is not positive definite: the data "
        f"{labels[0]} and {labels[1]} say the same, without an error of their own. Leave one of them out, or give "
        "data errors (STATION_ERROR, OBSERVATION_ERROR, ERROR_NUGGET) above 0."
    )


def leave_block_out(precision: FloatArray, projected: FloatArray) -> FloatArray:
    """Return residuals [datum] of a block of data predicted by all others.

    Parameters
    ----------
    precision : array [datum, datum]
        The block's part of P.
    projected : array [datum]
        The block's part of P d. What nothing outside the block tells (a station's datum) is set to the least size.
    """
    residual: FloatArray = np.linalg.pinv(precision, rcond=1e-9, hermitian=True) @ projected
    return residual

"""Gaussian estimation in the space of the data: one factor of their covariance serves all that is asked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray


@dataclass(frozen=True)
class Solved:
    """Data whitened by their covariance K = L L'.

    Attributes
    ----------
    factor : array [datum, datum]
        L, lower triangle.
    values : array [datum, column]
        Data.
    weights : array [datum, column]
        K^-1 d.
    """

    factor: FloatArray
    values: FloatArray
    weights: FloatArray

    @classmethod
    def of(cls, covariance: FloatArray, values: FloatArray) -> Solved:
        """Factor a covariance [datum, datum], which is overwritten, and solve for values [datum, column]."""
        from scipy import linalg

        if covariance.size == 0:
            return cls(covariance, values, values.copy())
        factor = linalg.cholesky(covariance.T, lower=True, overwrite_a=True, check_finite=False)
        return cls(factor, values, linalg.cho_solve((factor, True), values, check_finite=False))

    @property
    def log_likelihood(self) -> FloatArray:
        """Log-likelihood [column] of the data."""
        size = self.values.shape[0]
        determinant = 2 * np.log(np.diagonal(self.factor)).sum()
        total: FloatArray = -0.5 * (size * np.log(2 * np.pi) + determinant + (self.values * self.weights).sum(axis=0))
        return total

    def whitened(self, columns: FloatArray) -> FloatArray:
        """Return L^-1 times columns [datum, column]."""
        from scipy import linalg

        if self.factor.size == 0:
            return columns
        solved: FloatArray = linalg.solve_triangular(self.factor, columns, lower=True, check_finite=False)
        return solved

    def inverse(self) -> FloatArray:
        """Return K^-1 [datum, datum]."""
        from scipy import linalg

        lower, info = linalg.lapack.dpotri(self.factor, lower=1)
        if info:
            raise linalg.LinAlgError("the covariance of the data is not positive definite")
        lower += np.tril(lower, -1).T
        whole: FloatArray = lower
        return whole


def left_out(inverse: FloatArray, weights: FloatArray, chosen: IntArray) -> tuple[FloatArray, FloatArray]:
    """Return what all other data say of the chosen ones: datum less prediction, and its covariance.

    Parameters
    ----------
    inverse : array [datum, datum]
        K^-1.
    weights : array [datum, column]
        K^-1 d.
    chosen : array [chosen] of int
        Data that are left out together.

    Returns
    -------
    residual : array [chosen, column]
        (K^-1)_BB^-1 (K^-1 d)_B: exact, without a further solution.
    covariance : array [chosen, chosen]
        Of the residual.
    """
    from scipy import linalg

    factor = linalg.cho_factor(inverse[np.ix_(chosen, chosen)], lower=True)
    return linalg.cho_solve(factor, weights[chosen]), linalg.cho_solve(factor, np.eye(chosen.size))


def without(inverse: FloatArray, chosen: IntArray) -> FloatArray:
    """Return K^-1 [kept, kept] of the data without the chosen ones, from K^-1 of all."""
    from scipy import linalg

    kept = np.setdiff1d(np.arange(inverse.shape[0]), chosen)
    factor = linalg.cho_factor(inverse[np.ix_(chosen, chosen)], lower=True)
    across = inverse[np.ix_(chosen, kept)]
    reduced: FloatArray = inverse[np.ix_(kept, kept)]
    reduced -= across.T @ linalg.cho_solve(factor, across)
    return reduced


def blockwise_factor(covariance: FloatArray, times: FloatArray) -> FloatArray:
    """Return the lower factor [datum, datum] of a covariance, time after time.

    The rows of each time are found from those before alone, so that a longer series has the same factor as far as a
    shorter one reaches, bit for bit: LAPACK's own blocks depend on the size of the whole.

    Parameters
    ----------
    covariance : array [datum, datum]
        Ordered by time.
    times : array [datum]
        Of the data, rising.
    """
    from scipy import linalg

    factor = np.zeros_like(covariance)
    starts = np.flatnonzero(np.append(True, np.diff(times) > 0))
    for start, stop in zip(starts, np.append(starts[1:], times.size)):
        before = slice(0, start)
        across = np.zeros((stop - start, 0))
        if start:
            across = linalg.solve_triangular(
                np.ascontiguousarray(factor[before, before]),
                covariance[before, start:stop],
                lower=True,
                check_finite=False,
            ).T
        factor[start:stop, before] = across
        factor[start:stop, start:stop] = linalg.cholesky(
            covariance[start:stop, start:stop] - across @ across.T, lower=True, check_finite=False
        )
    return factor

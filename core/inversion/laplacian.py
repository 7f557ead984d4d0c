"""The classic way: smoothness by the Laplacian, its weight by generalized cross-validation over all epochs.

x minimizes |R^-1/2 (d - H x)|^2 beside the free patterns, plus lambda times the integral of the squared Laplacian
(Harris and Segall 1987). In the dual form the role of H C H' is taken by K / lambda with K = H (L'AL)^- H', and what
the Laplacian says nothing of, a constant on each piece of land, is one more free pattern.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InputError, MissingPackageError
from .system import linear_algebra


@dataclass(frozen=True)
class Whitened:
    """Data of one group of epochs in coordinates in which errors are white and the signal's covariance is diagonal.

    Attributes
    ----------
    used : array [datum] of bool
        Data of the group.
    epochs : array [epoch in the group] of int
        Their numbers.
    unpenalized : int
        Patterns of storage that the Laplacian says nothing of: fitted whatever the smoothing.
    gains : array [coordinate]
        Eigenvalues of K against R beside the free patterns.
    vectors : array [datum used, coordinate]
        To the coordinates.
    """

    used: BoolArray
    epochs: IntArray
    unpenalized: int
    gains: FloatArray
    vectors: FloatArray


def whitened(
    signal: FloatArray,
    error: FloatArray,
    free: FloatArray,
    flat: FloatArray,
    groups: Sequence[tuple[BoolArray, IntArray]],
) -> list[Whitened]:
    """Return the coordinates of every group of epochs.

    Parameters
    ----------
    signal : array [datum, datum]
        K: the covariance of noise-free data for a smoothing of one.
    error : array [datum, datum]
        R.
    free : array [datum, term]
        Free patterns.
    flat : array [datum, piece]
        Displacement by one mm of water on each piece of land.
    groups : sequence of (array [datum] of bool, array of int)
        Data used, and epochs (:func:`.collocation.epochs_by_data`).
    """
    linalg = linear_algebra()
    found = []
    for used, epochs in groups:
        root = linalg.cholesky(error[np.ix_(used, used)], lower=True)
        white = linalg.solve_triangular(root, signal[np.ix_(used, used)], lower=True)
        white = linalg.solve_triangular(root, white.T, lower=True)
        both = linalg.solve_triangular(root, np.concatenate([free[used], flat[used]], axis=1), lower=True)
        count = _complement(both[:, : free.shape[1]], int(used.sum())).shape[1]
        beside = _complement(both, int(used.sum()))
        gains, turned = np.linalg.eigh(beside.T @ ((white + white.T) / 2) @ beside)
        vectors = linalg.solve_triangular(root, beside @ turned, lower=True, trans="T")
        found.append(Whitened(used, epochs, count - beside.shape[1], np.maximum(gains, 0.0), vectors))
    return found


@dataclass(frozen=True)
class Curves:
    """What every smoothing gives, for GCV and L-curve.

    Attributes
    ----------
    smoothing : array [smoothing]
        lambda.
    gcv : array [smoothing, epoch]
        m rss / (m - trace)^2; NaN where an epoch has no data.
    trace : array [smoothing, epoch]
        Of the hat matrix.
    residual : array [smoothing, epoch]
        Norm of the whitened residuals.
    roughness : array [smoothing, epoch]
        Root of the integral of the squared Laplacian.
    """

    smoothing: FloatArray
    gcv: FloatArray
    trace: FloatArray
    residual: FloatArray
    roughness: FloatArray

    @property
    def pooled(self) -> FloatArray:
        """Mean of the GCV over the epochs [smoothing]."""
        known = np.isfinite(self.gcv[0])
        mean: FloatArray = self.gcv[:, known].mean(axis=1)
        return mean

    @property
    def best(self) -> float:
        """Smoothing of the least pooled GCV."""
        return float(self.smoothing[int(np.argmin(self.pooled))])


def curves(groups: Sequence[Whitened], data: FloatArray, smoothing: FloatArray) -> Curves:
    """Return GCV and L-curve of `data` [datum, epoch] for each lambda of `smoothing` [smoothing].

    Parameters
    ----------
    groups : sequence of Whitened
        Of all epochs.
    data : array [datum, epoch]
        In mm; NaN where missing.
    smoothing : array [smoothing]
        Values of lambda.

    Returns
    -------
    Curves
        By lambda and epoch.
    """
    shape = (smoothing.size, data.shape[1])
    gcv, trace, residual, roughness = (np.full(shape, np.nan) for _ in range(4))
    for group in groups:
        own = group.vectors.T @ data[np.ix_(group.used, group.epochs)]
        m = group.gains.size + group.unpenalized
        if group.gains.size == 0:
            continue
        for number, value in enumerate(smoothing):
            left = value / (group.gains + value)
            rss = (left[:, np.newaxis] ** 2 * own**2).sum(axis=0)
            spent = float((1 - left).sum()) + group.unpenalized
            trace[number, group.epochs] = spent
            gcv[number, group.epochs] = m * rss / (m - spent) ** 2
            residual[number, group.epochs] = np.sqrt(rss)
            squares = (group.gains[:, np.newaxis] * own**2 / (group.gains[:, np.newaxis] + value) ** 2).sum(axis=0)
            roughness[number, group.epochs] = np.sqrt(squares)
    return Curves(np.asarray(smoothing), gcv, trace, residual, roughness)


def corner(found: Curves) -> float:
    """Return the smoothing at the L-curve's corner: where it bends most (Hansen 1992).

    Parameters
    ----------
    found : Curves
        Of :func:`curves`.

    Returns
    -------
    float
        One of the values of lambda.
    """
    known = np.isfinite(found.residual[0])
    x = np.log(np.maximum(np.sqrt((found.residual[:, known] ** 2).mean(axis=1)), 1e-300))
    y = np.log(np.maximum(np.sqrt((found.roughness[:, known] ** 2).mean(axis=1)), 1e-300))
    t = np.log(found.smoothing)
    x1, y1 = np.gradient(x, t), np.gradient(y, t)
    bend = (x1 * np.gradient(y1, t) - np.gradient(x1, t) * y1) / np.maximum(x1**2 + y1**2, 1e-30) ** 1.5
    return float(found.smoothing[1:-1][int(np.argmax(np.abs(bend[1:-1])))])


class LandLaplacian:
    """The Laplacian of cells on land, and the inverse of its square.

    Parameters
    ----------
    land : array [row, column] of bool
        Cells that carry water.
    width, height : array [row]
        Of the cells, km.

    Notes
    -----
    Fluxes between neighbours over the cell's area, in km^-2; no flux over edges (one-sided there). With the areas as
    weights the integral of its square does not depend on the size of cells.
    """

    def __init__(self, land: BoolArray, width: FloatArray, height: FloatArray) -> None:
        sparse, self._solvers = _sparse()
        self._number = np.full(land.shape, -1, dtype=np.intp)
        self._number[land] = np.arange(int(land.sum()))
        size = int(land.sum())
        area = np.repeat(width * height, land.shape[1]).reshape(land.shape)[land]
        flow = sparse.csr_matrix((size, size))
        for down, one, other in (
            (False, (slice(None), slice(None, -1)), (slice(None), slice(1, None))),
            (True, (slice(None, -1), slice(None)), (slice(1, None), slice(None))),
        ):
            first, second = self._number[one], self._number[other]
            both = (first >= 0) & (second >= 0)
            rows = np.nonzero(both)[0]
            if down:
                conductance = (width[rows] + width[rows + 1]) / (height[rows] + height[rows + 1])
            else:
                conductance = height[rows] / width[rows]
            pair = (first[both], second[both])
            flow = flow + sparse.coo_matrix((conductance, pair), (size, size)).tocsr()
        flow = flow + flow.T
        graph = sparse.diags(np.asarray(flow.sum(axis=1)).ravel()) - flow
        self.matrix = sparse.diags(1 / area) @ graph
        self.area = area
        self._pieces = _pieces(flow)
        penalty = (self.matrix.T @ sparse.diags(area) @ self.matrix).tocsc()
        # One cell of every piece is fixed at zero: with the piece's constant free, any generalized inverse serves.
        _, fixed = np.unique(self._pieces, return_index=True)
        self._kept = np.setdiff1d(np.arange(size), fixed)
        self._penalty = penalty
        self._factor = self._solvers.splu(penalty[self._kept][:, self._kept]) if self._kept.size else None

    @property
    def constants(self) -> FloatArray:
        """Patterns [cell, piece] that the Laplacian says nothing of: a constant on each piece of land."""
        pieces = np.arange(int(self._pieces.max(initial=-1)) + 1)
        return np.asarray(self._pieces[:, np.newaxis] == pieces, dtype=np.float64)

    def inverse(self, columns: FloatArray) -> FloatArray:
        """Return a generalized inverse of L'AL times `columns` [cell, column]."""
        result = np.zeros(columns.shape)
        if self._factor is not None:
            result[self._kept] = self._factor.solve(np.ascontiguousarray(columns[self._kept], dtype=np.float64))
        return result

    def roughness(self, fields: FloatArray) -> FloatArray:
        """Return the integral of the squared Laplacian of `fields` [cell, field]."""
        bent = self.matrix @ fields
        value: FloatArray = (self.area[:, np.newaxis] * bent**2).sum(axis=0)
        return value


def _complement(free: FloatArray, size: int) -> FloatArray:
    """Return an orthonormal basis [datum, coordinate] of what is orthogonal to the columns of `free`."""
    if not free.shape[1] or not free.any():
        return np.eye(size)
    vectors, sizes, _ = np.linalg.svd(free, full_matrices=True)
    rank = int((sizes > 1e-9 * sizes[0]).sum())
    return np.asarray(vectors[:, rank:])


def _pieces(flow: Any) -> IntArray:
    from scipy.sparse.csgraph import connected_components

    return np.asarray(connected_components(flow, directed=False)[1])


def _sparse() -> tuple[Any, Any]:
    try:
        import scipy.sparse
        import scipy.sparse.linalg
    except ImportError:
        raise MissingPackageError("scipy") from None
    return scipy.sparse, scipy.sparse.linalg


def check_smoothing(value: float | None) -> None:
    """Hold a smoothing chosen by a user against its range.

    Parameters
    ----------
    value : float, optional
        None: found from the data.

    Raises
    ------
    InputError
        Where it is not above 0.
    """
    if value is not None and not 0 < value < float("inf"):
        raise InputError(f"SMOOTHING must be a number above 0, or empty for cross-validation, not {value}.")

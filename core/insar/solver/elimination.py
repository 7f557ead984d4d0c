"""Least squares over a network of dates, for many pixels at once, by eliminating date after date.

The normal matrix of a network of differences is a weighted graph Laplacian: weights are the conductances of a network
of resistors, displacements its potentials, weighted observations the currents. Eliminating a date is then the
star-mesh transform of circuits: the conductances w_j of its links to earlier dates, with sum s, become links
w_j w_k / s among those. Nothing is ever subtracted (the pivot s is a sum, as in the elimination of Grassmann, Taksar
and Heyman 1985), so every pivot is accurate to the last digits however different the weights are, and a date without
a link to an earlier one has a pivot of exactly zero: it is the first date of a part that nothing joins to the dates
before. Zero pivots thus mark the gaps of each pixel without any threshold.

All arithmetic is element by element over pixels, so a pixel's result does not depend on its neighbours.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .band import Float64

_TINY = 1e-290


def factorise(conductance: Float64) -> Float64:
    """Eliminate the dates from the last to the first.

    Parameters
    ----------
    conductance : array [date, lag, pixel]
        Weights of the pairs in the band (:class:`~.band.Band`), 0 where there is none; overwritten by the shares
        w / s of every date's links, which are the factor.

    Returns
    -------
    array [date, pixel]
        The inverse pivots 1 / s; 0 at the first date of every part of the network.

    Examples
    --------
    Two dates joined by a weight of 4; the third date is joined to nothing, so its pivot is 0 and it begins a part.

    >>> conductance = np.zeros((3, 1, 1))
    >>> conductance[1, 0, 0] = 4.0
    >>> factorise(conductance).ravel()
    array([0.  , 0.25, 0.  ])
    """
    n_dates, width, n_pixels = conductance.shape
    inverse = np.zeros((n_dates, n_pixels))
    pivot, product = np.empty(n_pixels), np.empty((width, n_pixels))
    for date in range(n_dates - 1, 0, -1):
        reach = min(width, date)
        links, current = conductance[date, :reach], inverse[date]
        np.add.reduce(links, 0, None, pivot)
        # Where the pivot is 0 all links are, so any finite inverse will do until the end.
        np.maximum(pivot, _TINY, out=pivot)
        np.divide(1.0, pivot, current)
        for lag in range(reach):
            share = links[lag]
            np.multiply(share, current, share)
            longer = reach - 1 - lag
            if longer:
                rest, mesh = product[:longer], conductance[date - 1 - lag, :longer]
                np.multiply(links[lag + 1 :], share, rest)
                np.add(mesh, rest, mesh)
    inverse[inverse >= 1.0 / _TINY] = 0.0
    return inverse


def substitute(factor: Float64, inverse: Float64, rhs: Float64) -> Float64:
    """Return the solution [date, pixel], 0 at the first date of every part of each pixel's network.

    Parameters
    ----------
    factor : array [date, lag, pixel or 1]
        Overwritten by :func:`factorise`; one for all pixels where the last axis has length 1.
    inverse : array [date, pixel or 1]
        From :func:`factorise`.
    rhs : array [date, pixel]
        Right-hand side; overwritten by the solution.
    """
    n_dates, width = factor.shape[:2]
    product = np.empty(rhs.shape[1])
    # Row by row: NumPy is slower by half with the rows of a date at once, in their reverse order.
    for date in range(n_dates - 1, 0, -1):
        current, shares = rhs[date], factor[date]
        for lag in range(min(width, date)):
            earlier = rhs[date - 1 - lag]
            np.multiply(current, shares[lag], product)
            np.add(earlier, product, earlier)
    np.multiply(rhs, inverse, rhs)  # and so 0 at the first dates
    for date in range(1, n_dates):
        current, shares = rhs[date], factor[date]
        for lag in range(min(width, date)):
            np.multiply(rhs[date - 1 - lag], shares[lag], product)
            np.add(current, product, current)
    return rhs


def variances(factor: Float64, inverse: Float64) -> Float64:
    """Return the variance of every date's displacement [date, pixel], see :func:`covariances`."""
    return covariances(factor, inverse)[0]


def covariances(factor: Float64, inverse: Float64) -> tuple[Float64, Float64]:
    """Return variances and neighbours' covariances for observations of variance 1 / weight.

    Relative to the first date of its part. With the earlier dates known, a date is their mean, weighted by its
    shares, with the variance of its inverse pivot; covariances therefore follow from those of earlier dates, and
    only those within the band are needed.

    Parameters
    ----------
    factor, inverse
        From :func:`factorise`; last axis pixel or 1.

    Returns
    -------
    variance, neighbour : array [date, pixel]
        Of every date's displacement, and its covariance with that of the date before; 0 across parts.
    """
    n_dates, width, n_pixels = factor.shape
    covariance = np.zeros((n_dates, width + 1, n_pixels))
    product = np.empty(n_pixels)
    for date in range(1, n_dates):
        shares, current = factor[date], covariance[date]
        reach = min(width, date)
        for back in range(reach, -1, -1):  # with the date itself last
            for lag in range(1, reach + 1):
                other = current[lag] if back == 0 else _between(covariance, date, lag, back)
                np.multiply(shares[lag - 1], other, product)
                np.add(current[back], product, current[back])
        current[0] += inverse[date]
    return covariance[:, 0], covariance[:, 1]


def _between(covariance: Float64, date: int, lag: int, back: int) -> Float64:
    """Return the covariance of the dates `lag` and `back` before `date`."""
    later, earlier = min(lag, back), max(lag, back)
    return np.asarray(covariance[date - later, earlier - later])


def parts(factor: Float64) -> npt.NDArray[np.int32]:
    """Return the first date of the part that each date belongs to [date, pixel].

    Parameters
    ----------
    factor : array [date, lag, pixel]
        Overwritten by :func:`factorise`.
    """
    n_dates, width, n_pixels = factor.shape
    dates = np.arange(n_dates)[:, None]
    neighbour = np.repeat(dates, n_pixels, axis=1)
    for lag in range(min(width, n_dates - 1)):
        # Links of the factor join dates of one part only, so any of them will do.
        np.copyto(neighbour[lag + 1 :], dates[lag + 1 :] - lag - 1, where=factor[lag + 1 :, lag] > 0)
    place = neighbour * n_pixels + np.arange(n_pixels)
    first = neighbour.astype(np.int32)
    flat = first.reshape(-1)
    for date in range(1, n_dates):
        np.take(flat, place[date], out=first[date], mode="clip")
    return first

"""Displacement of the ground by a disk of water, on a layered elastic Earth.

The vertical displacement at the angular distance theta from the centre of an (uncompensated) disk of angular
radius alpha under one metre of water is (Farrell, 1972; Bevis et al., 2016)::

    u(theta) = (4 pi G a rho_w / g) sum_n h_n Gamma_n P_n(cos theta) / (2 n + 1)
    Gamma_0 = (1 - cos alpha) / 2,   Gamma_n = (P_{n-1}(cos alpha) - P_{n+1}(cos alpha)) / 2

The plain sum needs a few hundred thousand degrees. Kummer's transformation subtracts the asymptote
``h_inf + h1 / n`` from the Love numbers, so that the sum needs only as many degrees as the crust is
thin, and adds its closed form back (module :mod:`.disk_asymptote`). The horizontal displacement has
``l_n dP_n / d theta`` in place of ``h_n P_n``.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError
from ..geodesy import EARTH_RADIUS
from .constants import MM_PER_METRE_OF_WATER
from .disk_asymptote import slope_of_inverse_degree, sum_inverse_degree, sum_of_ones
from .love_numbers import LoveNumbers

SUMMED_DEGREES = 4000
"""Degrees of the series: enough where the uppermost layer is as thick as PREM's, and what a table must have."""
HORIZONTAL_DEGREES = 12_000
"""Degrees of the horizontal series, which has one term of the asymptote only and falls off more slowly."""
_NEGLECTED = 1e-5
"""Part of h: how far the first degree that is left out may be from the asymptote."""


def vertical_response(
    distance: npt.ArrayLike,
    radius: float,
    love_numbers: LoveNumbers,
    keep_degree_zero: bool = False,
    compensated: bool = False,
) -> FloatArray:
    """Return the vertical displacement under a disk of one metre of water.

    Parameters
    ----------
    distance : array [..]
        From the centre of the disk along the surface, m; 0 to half the Earth's circumference.
    radius : float
        Of the disk along the surface, m.
    love_numbers : LoveNumbers
        Of the Earth model; their frame is the frame of the result.
    keep_degree_zero : bool
        Add the compression of the whole Earth under the mean of the load. A load that only moves
        water about has no such part, and published disk tables drop it.
    compensated : bool
        Take the disk's water from the rest of the sphere, evenly (Bevis et al., 2016, eq. 8): no degree 0.

    Returns
    -------
    array [..]
        mm per m of water, up positive (so negative near the load). NaN where `distance` is.

    Raises
    ------
    InputError
        Where the radius or a distance is not on the sphere, or the Love numbers stop short.

    Examples
    --------
    One metre of water on a disk of 14 km: the ground sinks below it, and still a little 50 km away.

    >>> from groundswell.core.loading import love_numbers
    >>> vertical_response([0.0, 50e3], 14e3, love_numbers.load("PREM")).round(2)
    array([-2.69, -0.18])
    """
    theta = _angles(distance)
    alpha = _angular_radius(radius)
    h, h_inf, h1 = _vertical_numbers(love_numbers, keep_degree_zero and not compensated)
    residual = h.copy()
    residual[0] -= h_inf
    residual[1:] -= h_inf + h1 / np.arange(1, h.size)
    weights = residual * disk_coefficients(alpha, h.size) / (2 * np.arange(h.size) + 1)
    flat = theta.ravel()
    series = legendre_sum(weights, flat)
    series += h_inf * sum_of_ones(flat, alpha) + h1 * sum_inverse_degree(flat, alpha)
    return np.asarray(_millimetres(alpha, compensated) * series.reshape(theta.shape))


def horizontal_response(
    distance: npt.ArrayLike, radius: float, love_numbers: LoveNumbers, compensated: bool = False
) -> FloatArray:
    """Return the horizontal displacement under a disk of one metre of water.

    Parameters
    ----------
    distance, radius, love_numbers, compensated
        As in :func:`vertical_response`.

    Returns
    -------
    array [..]
        mm per m of water, positive away from the disk's centre (so negative near the load, which draws
        the ground in).
    """
    theta = _angles(distance)
    alpha = _angular_radius(radius)
    last = _last_degree(love_numbers, HORIZONTAL_DEGREES)
    n = np.arange(1, last + 1)
    limit = love_numbers.nl_inf
    weights = np.zeros(last + 1)
    weights[1:] = love_numbers.l[1 : last + 1] - limit / n
    weights *= disk_coefficients(alpha, last + 1) / (2 * np.arange(last + 1) + 1)
    flat = theta.ravel()
    series = legendre_slope_sum(weights, flat) + limit * slope_of_inverse_degree(flat, alpha)
    return np.asarray(_millimetres(alpha, compensated) * series.reshape(theta.shape))


def _millimetres(alpha: float, compensated: bool) -> float:
    # The coefficients of the compensated disk are those of the disk times 2 / (1 + cos alpha), from degree 1 on.
    return MM_PER_METRE_OF_WATER / (math.cos(alpha / 2) ** 2 if compensated else 1.0)


def disk_coefficients(alpha: float, size: int) -> FloatArray:
    """Return the Legendre coefficients Gamma_n of a unit disk of angular radius `alpha`, degrees 0 to `size` - 1.

    The differences d_n = P_n - P_{n-1} are carried by the recurrence, so that nothing cancels however
    small the disk is.
    """
    y = 2 * math.sin(alpha / 2) ** 2
    coefficients = np.empty(size)
    coefficients[0] = y / 2
    difference, legendre = -y, 1 - y
    for n in range(1, size):
        following = (n * difference - (2 * n + 1) * y * legendre) / (n + 1)
        coefficients[n] = -(difference + following) / 2
        difference = following
        legendre += difference
    return coefficients


def legendre_sum(weights: FloatArray, theta: FloatArray) -> FloatArray:
    """Return sum_n weights[n] P_n(cos theta) [angle] for angles `theta` [angle] in radians."""
    y = 2 * np.sin(theta / 2) ** 2
    difference, legendre = -y, 1 - y
    total = weights[0] + weights[1] * legendre
    step = np.empty_like(y)
    for n in range(1, weights.size - 1):
        np.multiply(y, legendre, out=step)
        step *= -(2 * n + 1) / (n + 1)
        difference *= n / (n + 1)
        difference += step
        legendre += difference
        np.multiply(legendre, weights[n + 1], out=step)
        total += step
    return np.asarray(total)


def legendre_slope_sum(weights: FloatArray, theta: FloatArray) -> FloatArray:
    """Return sum_n weights[n] dP_n(cos theta) / d theta [angle] for angles `theta` [angle] in radians."""
    y, sine = 2 * np.sin(theta / 2) ** 2, np.sin(theta)
    difference, legendre = -y, 1 - y
    total = weights[1] * (difference - y * legendre)
    for n in range(1, weights.size - 1):
        difference = (n * difference - (2 * n + 1) * y * legendre) / (n + 1)
        legendre += difference
        total += (n + 1) * weights[n + 1] * (difference - y * legendre)
    # At the centre and the antipode there is no direction.
    ends = sine < 1e-15
    return np.asarray(np.where(ends, 0.0, total / np.where(ends, 1.0, sine)))


def _vertical_numbers(love_numbers: LoveNumbers, keep_degree_zero: bool) -> tuple[FloatArray, float, float]:
    """Return h from degree 0 to the last that is summed, and its asymptote."""
    h = np.array(love_numbers.h[: summed_degree(love_numbers) + 1], dtype=np.float64)
    if not keep_degree_zero:
        h[0] = 0.0
    return h, love_numbers.h_inf, love_numbers.h1


def summed_degree(love_numbers: LoveNumbers) -> int:
    """Return the last degree of the series: beyond it h is its asymptote h_inf + h1 / n.

    A thin soft layer at the top keeps h away from its asymptote up to degrees of Earth radius / thickness.
    """
    last = _last_degree(love_numbers, love_numbers.degree.size)
    n = np.arange(SUMMED_DEGREES, last + 1)
    away = np.abs(np.asarray(love_numbers.h)[n] - love_numbers.h_inf - love_numbers.h1 / n)
    far = np.flatnonzero(away > _NEGLECTED * abs(love_numbers.h_inf))
    return SUMMED_DEGREES if far.size == 0 else int(n[far[-1]])


def _last_degree(love_numbers: LoveNumbers, wanted: int) -> int:
    last = int(love_numbers.degree[-1])
    if last < SUMMED_DEGREES:
        raise InputError(
            f"The load Love numbers stop at degree {last}: a disk needs {SUMMED_DEGREES} or more. "
            "Use a table that goes further."
        )
    return min(last, wanted)


def _angular_radius(radius: float) -> float:
    half = math.pi * EARTH_RADIUS
    if not 0 < radius <= half:
        raise InputError(
            f"The radius of a disk must be more than 0 and at most {half / 1e3:.0f} km; it is {radius / 1e3:g} km."
        )
    return radius / EARTH_RADIUS


def _angles(distance: npt.ArrayLike) -> FloatArray:
    theta = np.asarray(distance, dtype=np.float64) / EARTH_RADIUS
    # Distances on a slightly larger sphere (authalic, equatorial) may pass the antipode by a little.
    if np.any(theta < 0) or np.any(theta > 1.002 * math.pi):
        raise InputError("Distances from a load must lie between 0 and half the Earth's circumference, in metres.")
    return np.asarray(np.minimum(theta, math.pi))

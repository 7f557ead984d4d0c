"""Closed forms of the two disk sums that Kummer's transformation takes out of the series.

With Gamma_n the coefficients of a unit disk of angular radius alpha::

    C0(theta) = sum_{n>=0} Gamma_n P_n(cos theta) / (2 n + 1)
    C1(theta) = sum_{n>=1} Gamma_n P_n(cos theta) / (n (2 n + 1))

The point kernels are sum P_n = 1 / (2 s) and sum P_n / n = -ln(s (1 + s)) with s = sin(psi / 2).
In polar coordinates (psi, phi) about the observer the integral over psi is elementary, which leaves
one smooth integral over the azimuth phi: (1 / 2 pi) times that of F(psi_far) - F(psi_near).
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from ..arrays import FloatArray

Primitive = Callable[[FloatArray], FloatArray]
_NODES = 48
_CHUNK = 4096


def sum_of_ones(theta: FloatArray, alpha: float) -> FloatArray:
    """Return C0 [angle] at the angles `theta` [angle] from a disk of angular radius `alpha` (radians)."""
    return _integrate(_primitive_of_ones, theta, alpha)


def sum_inverse_degree(theta: FloatArray, alpha: float) -> FloatArray:
    """Return C1 [angle] at the angles `theta` [angle] from a disk of angular radius `alpha` (radians)."""
    return _integrate(primitive_of_inverse, theta, alpha)


def slope_of_inverse_degree(theta: FloatArray, alpha: float) -> FloatArray:
    """Return the derivative of C1 by theta [angle]: each direction counts with the cosine of its azimuth."""
    return _integrate(_primitive_of_slope, theta, alpha, along=True)


def _primitive_of_ones(psi: FloatArray) -> FloatArray:
    return np.asarray(np.sin(psi / 2))


def primitive_of_inverse(psi: FloatArray) -> FloatArray:
    """Return C1 at the centre of disks of the angular radii `psi` [disk]."""
    s = np.sin(psi / 2)
    square = s * s
    log = np.log(np.where(s > 0, s, 1.0))
    return np.asarray(square * (1 - log) - (square - 1) * np.log1p(s) - s)


def _primitive_of_slope(psi: FloatArray) -> FloatArray:
    # Half the integral of sin(t) d/dt[-ln(s (1 + s))] = -(1 + s - 2 s^2).
    return np.asarray(-np.sin(psi) / 2 - 2 * np.sin(psi / 4) ** 2)


def _integrate(primitive: Primitive, theta: FloatArray, alpha: float, along: bool = False) -> FloatArray:
    """Integrate over the disk as the observers at `theta` see it.

    `along` weighs every direction with the cosine of its azimuth from the disk's centre.
    """
    if alpha > math.pi / 2:
        return _rest_of_sphere(primitive, _integrate(primitive, math.pi - theta, math.pi - alpha, along), along)
    result = np.full(theta.shape, np.nan)
    inside = theta <= alpha
    opposite = theta > math.pi - alpha
    beside = (theta > alpha) & ~opposite
    for chosen, rule in ((inside, _inside), (beside, _beside), (opposite, _opposite)):
        angles = theta[chosen]
        if angles.size:
            parts = [rule(primitive, angles[i : i + _CHUNK], alpha, along) for i in range(0, angles.size, _CHUNK)]
            result[chosen] = np.concatenate(parts)
    return result


def _graded_nodes() -> tuple[FloatArray, FloatArray]:
    """Gauss nodes of [0, pi / 2], cubed towards 0: the integrand turns sharply there near the disk's edge."""
    x, weight = np.polynomial.legendre.leggauss(_NODES)
    x = (x + 1) / 2
    return math.pi / 2 * x**3, math.pi / 2 * 3 * x**2 * weight / 2


def _rest_of_sphere(primitive: Primitive, disk: FloatArray, along: bool) -> FloatArray:
    """Return the integral over the sphere outside a disk about the antipode, seen from the other end of the axis."""
    if along:
        # Over the whole sphere all directions cancel; towards one centre is away from the other.
        return disk
    return np.asarray(float(primitive(np.array([math.pi]))[0]) - disk)


def _inside(primitive: Primitive, theta: FloatArray, alpha: float, along: bool) -> FloatArray:
    """Observer inside the disk: one edge in every direction."""
    w, weight = _graded_nodes()
    sin_theta, cos_theta = np.sin(theta)[:, None], np.cos(theta)[:, None]
    # sin(alpha)^2 - sin(theta)^2 sin(phi)^2 with phi = pi/2 -+ w, free of cancellation at the edge.
    across = np.sin(alpha - theta) * np.sin(alpha + theta)
    half_chord = np.sqrt(np.maximum(across, 0.0)[:, None] + (sin_theta * np.sin(w)) ** 2)
    reach = np.arctan2(half_chord, math.cos(alpha))
    shift = np.arctan2(sin_theta * np.sin(w), cos_theta)
    ahead, behind = primitive(reach + shift), primitive(np.maximum(reach - shift, 0.0))
    values = (ahead - behind) * np.sin(w) if along else ahead + behind
    return np.asarray(values @ weight / math.pi)


def _opposite(primitive: Primitive, theta: FloatArray, alpha: float, along: bool) -> FloatArray:
    """Observer's antipode inside the disk: seen from there, the rest of the sphere is a disk about the observer."""
    return _rest_of_sphere(primitive, _inside(primitive, math.pi - theta, math.pi - alpha, along), along)


def _beside(primitive: Primitive, theta: FloatArray, alpha: float, along: bool) -> FloatArray:
    """Observer outside: sin(phi) = (sin alpha / sin theta) sin(t) makes the two edges smooth in t = pi/2 - w."""
    w, weight = _graded_nodes()
    sin_theta, cos_theta = np.sin(theta)[:, None], np.cos(theta)[:, None]
    ratio = math.sin(alpha) / sin_theta
    across = (np.sin(theta - alpha) * np.sin(theta + alpha))[:, None] / sin_theta**2
    cos_phi = np.sqrt(np.maximum(across, 0.0) + (ratio * np.sin(w)) ** 2)
    reach = np.arctan2(math.sin(alpha) * np.sin(w), math.cos(alpha))
    shift = np.arctan2(sin_theta * cos_phi, cos_theta)
    values = primitive(shift + reach) - primitive(np.maximum(shift - reach, 0.0))
    # d phi = ratio sin(w) / cos(phi) dw.
    turn = ratio * np.sin(w) if along else ratio * np.sin(w) / cos_phi
    return np.asarray((values * turn) @ weight / math.pi)

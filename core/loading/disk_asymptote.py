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
    return _integrate(_primitive_of_inverse, theta, alpha)


def _primitive_of_ones(psi: FloatArray) -> FloatArray:
    return np.asarray(np.sin(psi / 2))


def _primitive_of_inverse(psi: FloatArray) -> FloatArray:
    s = np.sin(psi / 2)
    square = s * s
    log = np.log(np.where(s > 0, s, 1.0))
    return np.asarray(square * (1 - log) - (square - 1) * np.log1p(s) - s)


def _integrate(primitive: Primitive, theta: FloatArray, alpha: float) -> FloatArray:
    """Integrate over the disk as the observers at `theta` see it."""
    if alpha > math.pi / 2:
        # The whole sphere less the disk about the antipode.
        whole = float(primitive(np.array([math.pi]))[0])
        return np.asarray(whole - _integrate(primitive, math.pi - theta, math.pi - alpha))
    result = np.full(theta.shape, np.nan)
    inside = theta <= alpha
    opposite = theta > math.pi - alpha
    beside = (theta > alpha) & ~opposite
    for chosen, rule in ((inside, _inside), (beside, _beside), (opposite, _opposite)):
        angles = theta[chosen]
        if angles.size:
            parts = [rule(primitive, angles[i : i + _CHUNK], alpha) for i in range(0, angles.size, _CHUNK)]
            result[chosen] = np.concatenate(parts)
    return result


def _graded_nodes() -> tuple[FloatArray, FloatArray]:
    """Gauss nodes of [0, pi / 2], cubed towards 0: the integrand turns sharply there near the disk's edge."""
    x, weight = np.polynomial.legendre.leggauss(_NODES)
    x = (x + 1) / 2
    return math.pi / 2 * x**3, math.pi / 2 * 3 * x**2 * weight / 2


def _inside(primitive: Primitive, theta: FloatArray, alpha: float) -> FloatArray:
    """Observer inside the disk: one edge in every direction."""
    w, weight = _graded_nodes()
    sin_theta, cos_theta = np.sin(theta)[:, None], np.cos(theta)[:, None]
    # sin(alpha)^2 - sin(theta)^2 sin(phi)^2 with phi = pi/2 -+ w, free of cancellation at the edge.
    across = np.sin(alpha - theta) * np.sin(alpha + theta)
    half_chord = np.sqrt(np.maximum(across, 0.0)[:, None] + (sin_theta * np.sin(w)) ** 2)
    reach = np.arctan2(half_chord, math.cos(alpha))
    shift = np.arctan2(sin_theta * np.sin(w), cos_theta)
    values = primitive(reach + shift) + primitive(np.maximum(reach - shift, 0.0))
    return np.asarray(values @ weight / math.pi)


def _opposite(primitive: Primitive, theta: FloatArray, alpha: float) -> FloatArray:
    """Observer's antipode inside the disk: seen from there, the rest of the sphere is a disk about the observer."""
    whole = float(primitive(np.array([math.pi]))[0])
    return np.asarray(whole - _inside(primitive, math.pi - theta, math.pi - alpha))


def _beside(primitive: Primitive, theta: FloatArray, alpha: float) -> FloatArray:
    """Observer outside: sin(phi) = (sin alpha / sin theta) sin(t) makes the two edges smooth in t = pi/2 - w."""
    w, weight = _graded_nodes()
    sin_theta, cos_theta = np.sin(theta)[:, None], np.cos(theta)[:, None]
    ratio = math.sin(alpha) / sin_theta
    across = (np.sin(theta - alpha) * np.sin(theta + alpha))[:, None] / sin_theta**2
    cos_phi = np.sqrt(np.maximum(across, 0.0) + (ratio * np.sin(w)) ** 2)
    reach = np.arctan2(math.sin(alpha) * np.sin(w), math.cos(alpha))
    shift = np.arctan2(sin_theta * cos_phi, cos_theta)
    values = primitive(shift + reach) - primitive(np.maximum(shift - reach, 0.0))
    return np.asarray((values * ratio * np.sin(w) / cos_phi) @ weight / math.pi)

"""Disk responses looked up in tables, for the millions of distances of an operator.

Near the disk (to :data:`NEAR` radii) the response depends on t = distance / radius and its slope has a
logarithmic singularity at the edge, so the table is graded towards t = 1 with the fifth root of the
distance from the edge. Further away the response times sin(theta / 2) is a slow function of
ln sin(theta / 2). Both are cubic splines. Radii of one octave share tables: at fixed t (near) or fixed
distance (far) the response per unit of mass is a polynomial of the logarithm of the radius.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError, MissingPackageError
from ..geodesy import EARTH_RADIUS
from .disk import vertical_response
from .love_numbers import LoveNumbers

NEAR = 8.0
"""Where the near table ends, in radii of the largest disk of the octave."""
_INSIDE, _OUTSIDE, _FAR_PER_E_FOLD = 320, 480, 300
_RADIUS_NODES = 7
_POWER = 5


class DiskKernel:
    """Vertical response of one disk of water as a function of sin(theta / 2) squared.

    Parameters
    ----------
    alpha : float
        Angular radius of the disk.
    far_from : float
        Angular distance from which the far table holds.
    near, far : array [node, 4]
        Coefficients of the splines, lowest power first.
    far_start : float
        ln sin^2(theta / 2) of the first node of the far table.
    far_step : float
        Between nodes.
    """

    def __init__(
        self, alpha: float, far_from: float, near: FloatArray, far: FloatArray, far_start: float, *, far_step: float
    ) -> None:
        self.alpha, self._far_from = alpha, far_from
        self._near, self._far = near, far
        self._far_start, self._far_step = far_start, far_step
        self._far_square = math.sin(min(far_from, math.pi) / 2) ** 2

    def at(self, half_chord_squared: FloatArray) -> FloatArray:
        """Return the response [..] in mm per m of water where sin^2(theta / 2) is [..] (0 to 1)."""
        flat = np.minimum(np.asarray(half_chord_squared, np.float64).ravel(), 1.0)
        # ln needs a positive number; what is near is replaced below.
        square = np.maximum(flat, self._far_square)
        values = evaluate_cubic(self._far, (np.log(square) - self._far_start) / self._far_step)
        values /= np.sqrt(square)
        near = np.flatnonzero(flat < self._far_square)
        if near.size:
            theta = 2 * np.arcsin(np.sqrt(np.maximum(flat[near], 0.0)))
            values[near] = evaluate_cubic(self._near, _near_position(theta / self.alpha, self._far_from / self.alpha))
        return np.asarray(values.reshape(np.shape(half_chord_squared)))


class DiskKernels:
    """Kernels for disks of any radius, made when first asked for.

    Parameters
    ----------
    love_numbers : LoveNumbers
        Of the Earth model.
    keep_degree_zero : bool
        As in :func:`.disk.vertical_response`.
    """

    def __init__(self, love_numbers: LoveNumbers, keep_degree_zero: bool = False) -> None:
        self._love_numbers, self._keep = love_numbers, keep_degree_zero
        self._octaves: dict[int, _Octave] = {}

    def of_radii(self, radii: npt.ArrayLike) -> list[DiskKernel]:
        """Return one kernel for each of the `radii` (m); a single radius is tabulated exactly."""
        values = np.asarray(radii, dtype=np.float64).ravel()
        if values.size == 0 or not np.all(np.isfinite(values)) or values.min() <= 0:
            raise InputError("The radius of every cell must be a positive number of metres.")
        alphas = values / EARTH_RADIUS
        if np.ptp(alphas) <= 1e-12 * alphas[0]:
            return [_Octave(alphas[:1], self._love_numbers, self._keep).kernel(float(alphas[0]))] * alphas.size
        return [self._octave(alpha).kernel(float(alpha)) for alpha in alphas]

    def _octave(self, alpha: float) -> _Octave:
        number = math.floor(math.log2(alpha))
        if number not in self._octaves:
            # Chebyshev nodes of the logarithm of the radius.
            x = np.cos(np.pi * (np.arange(_RADIUS_NODES) + 0.5) / _RADIUS_NODES)
            nodes = np.minimum(2.0 ** (number + 0.5 + 0.5 * x), math.pi)
            self._octaves[number] = _Octave(nodes, self._love_numbers, self._keep)
        return self._octaves[number]


class _Octave:
    """Tables at a few radii of one octave, and the kernels between them."""

    def __init__(self, alphas: FloatArray, love_numbers: LoveNumbers, keep_degree_zero: bool) -> None:
        self._alphas = alphas
        # The far table begins where the largest disk's near table may end.
        self._far_from = min(NEAR * float(alphas.max()), math.pi)
        first = math.log(math.sin(self._far_from / 2) ** 2)
        nodes = max(8, math.ceil(-first / 2 * _FAR_PER_E_FOLD))
        self._far_start, self._far_step = first, max(-first, 1e-3) / (nodes - 1)
        position = np.minimum(first + self._far_step * np.arange(nodes), 0.0)
        far_theta = 2 * np.arcsin(np.minimum(np.exp(position / 2), 1.0))
        near, far = [], []
        for alpha in alphas:
            near_theta = alpha * _near_distances(self._far_from / alpha)
            theta = np.minimum(np.concatenate([near_theta, far_theta]), math.pi)
            mass = math.sin(alpha / 2) ** 2
            values = vertical_response(theta * EARTH_RADIUS, alpha * EARTH_RADIUS, love_numbers, keep_degree_zero)
            near.append(values[: near_theta.size] / mass)
            far.append(values[near_theta.size :] / mass * np.exp(position / 2))
        self._near = [(values[: _INSIDE + 1], values[_INSIDE:]) for values in near]
        self._far = far

    def kernel(self, alpha: float) -> DiskKernel:
        """Return the kernel of a disk of angular radius `alpha`."""
        weights = self._weights(alpha)
        mass = math.sin(alpha / 2) ** 2
        inside = mass * sum(w * values[0] for w, values in zip(weights, self._near))
        outside = mass * sum(w * values[1] for w, values in zip(weights, self._near))
        near = np.concatenate([spline_coefficients(inside), spline_coefficients(outside)])
        far = spline_coefficients(mass * sum(w * values for w, values in zip(weights, self._far)))
        return DiskKernel(alpha, self._far_from, near, far, self._far_start, far_step=self._far_step)

    def _weights(self, alpha: float) -> FloatArray:
        """Lagrange weights in the logarithm of the radius."""
        x, at = np.log(self._alphas), math.log(alpha)
        weights = np.ones(x.size)
        for i in range(x.size):
            others = np.delete(x, i)
            weights[i] = np.prod((at - others) / (x[i] - others))
        return weights


def _near_distances(reach: float) -> FloatArray:
    """Distances of the near table in radii: from the centre to the edge, and from there to `reach`."""
    inside = 1 - np.linspace(1, 0, _INSIDE + 1) ** _POWER
    outside = 1 + (reach - 1) * np.linspace(0, 1, _OUTSIDE + 1)[1:] ** _POWER
    return np.concatenate([inside, outside])


def _near_position(t: FloatArray, reach: float) -> FloatArray:
    """Position in the near table [node units] of distances `t` in radii."""
    inside = _INSIDE * (1 - np.maximum(1 - t, 0.0) ** (1 / _POWER))
    outside = _OUTSIDE * (np.maximum(t - 1, 0.0) / max(reach - 1, 1e-9)) ** (1 / _POWER)
    return np.asarray(np.where(t < 1, np.minimum(inside, np.nextafter(_INSIDE, 0)), _INSIDE + outside))


def spline_coefficients(values: FloatArray) -> FloatArray:
    """Coefficients [interval, 4] of the cubic spline through equidistant values, lowest power first."""
    try:
        from scipy.interpolate import CubicSpline
    except ImportError:
        raise MissingPackageError("scipy") from None
    return np.ascontiguousarray(CubicSpline(np.arange(values.size), values).c[::-1].T)


def evaluate_cubic(coefficients: FloatArray, position: FloatArray) -> FloatArray:
    """Evaluate splines at `position` [..] in units of nodes; beyond an end its last interval goes on."""
    index = np.clip(position.astype(np.int32), 0, len(coefficients) - 1)
    x = position - index
    result = coefficients[:, 3].take(index)
    for power in (2, 1, 0):
        result *= x
        result += coefficients[:, power].take(index)
    return np.asarray(result)

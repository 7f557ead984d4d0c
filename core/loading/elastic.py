"""Load Love numbers of one degree: the static elastic-gravitational equations, integrated outwards.

Solids carry the six-vector of Takeuchi and Saito (1972): radial displacement y1 and stress y2,
tangential displacement y3 and stress y4, potential y5 and y6 = dy5/dr - 4 pi G rho y1 + (n + 1) y5 / r.
The static fluid core carries y5 and y7 = y6 + 4 pi G y2 / g only (Saito, 1974; Chinnery, 1975).
The load at the surface is that of Farrell (1972).

Units inside: lengths in the Earth's radius a, densities in 5515 kg m-3, 4 pi G = 4. Stresses are
divided and tangential displacements multiplied by about n, so that all components stay of one size.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import MissingPackageError
from .constants import GRAVITATIONAL_CONSTANT
from .earth_models import EarthModel, Layer

_DENSITY = 5515.0
_FOUR_PI_G = 4.0
_RELATIVE_TOLERANCE = 1e-11
_FORGOTTEN = 1e-17
"""What is left at the surface of the wrong part of the starting values."""
_E_FOLDS = 8.0


def love_numbers_of_degree(model: EarthModel, degree: int) -> tuple[float, float, float]:
    """Return h, l and k of one degree in the frame of the solid Earth's centre of mass (CE).

    Parameters
    ----------
    model : EarthModel
        Layers.
    degree : int
        0 or more. Degree 0 has h only; degree 1 has k = 0 by definition of the frame.
    """
    sphere = _Sphere(model)
    if degree == 0:
        return _degree_zero(sphere), 0.0, 0.0
    columns = _Outwards(sphere, degree).solve()
    gravity = sphere.surface_gravity
    load = np.array([-(2 * degree + 1) * gravity / _FOUR_PI_G, 0.0, 2.0 * degree + 1])
    rows = [1, 3, 5]
    if degree == 1:
        # A rigid shift meets the conditions on stress and y6 alike: fix the frame by the potential instead.
        load[2], rows = 1.0, [1, 3, 4]
    surface = columns @ np.linalg.solve(columns[rows], load)
    k = 0.0 if degree == 1 else float(surface[4] - 1)
    return float(gravity * surface[0]), float(gravity * surface[2]), k


class _Sphere:
    """The model in the units of this module."""

    def __init__(self, model: EarthModel) -> None:
        self.model = model
        self.layers = model.layers
        self._a = model.radius
        self._gravity_unit = math.pi * GRAVITATIONAL_CONSTANT * _DENSITY * self._a
        self._modulus_unit = _DENSITY * self._gravity_unit * self._a
        self.tops = [layer.top / self._a for layer in self.layers]
        self.bottoms = [layer.bottom / self._a for layer in self.layers]
        self.surface_gravity = model.surface_gravity / self._gravity_unit

    def gravity(self, layer: int, x: float) -> float:
        """At the radius `x` in the layer."""
        return self.model.gravity(layer, x * self._a) / self._gravity_unit

    def density(self, layer: int, x: float) -> float:
        """At the radius `x` in the layer."""
        return _value(self.layers[layer].density, x) / _DENSITY

    def material(self, index: int, x: float) -> tuple[float, float, float, float]:
        """Return density, lambda, mu and gravity at the radius `x`."""
        layer: Layer = self.layers[index]
        density = _value(layer.density, x)
        mu = density * _value(layer.vs, x) ** 2
        lame = density * _value(layer.vp, x) ** 2 - 2 * mu
        return density / _DENSITY, lame / self._modulus_unit, mu / self._modulus_unit, self.gravity(index, x)


def _value(polynomial: tuple[float, ...], x: float) -> float:
    total = 0.0
    for coefficient in reversed(polynomial):
        total = total * x + coefficient
    return total


class _Outwards:
    """Integration of the regular solutions of one degree from the depth that matters to the surface."""

    def __init__(self, sphere: _Sphere, degree: int) -> None:
        self.sphere, self.n = sphere, degree
        order = math.sqrt(degree * (degree + 1.0))
        self.scale = np.array([1.0, 1 / order, order, 1.0, 1.0, 1 / order])
        self._ratio = self.scale[:, None] / self.scale[None, :]

    def solve(self) -> FloatArray:
        """Return three independent solutions [6, 3] at the surface."""
        # Displacements grow as r^(n-1) where they are regular and as r^(-n) where they are not.
        start = max(_FORGOTTEN ** (1 / (2 * self.n - 1)), 1e-10)
        tops = self.sphere.tops
        first = next(i for i, top in enumerate(tops) if top > start)
        state = self._start(first, start)
        for index in range(first, len(tops)):
            below = start if index == first else self.sphere.bottoms[index]
            fluid = self.sphere.layers[index].is_fluid
            if index > first and fluid != self.sphere.layers[index - 1].is_fluid:
                state = self._into_fluid(state, index) if fluid else self._out_of_fluid(state, index)
            state = self._through(state, index, below, tops[index])
        return state / self.scale[:, None]

    def _start(self, index: int, x: float) -> FloatArray:
        if self.sphere.layers[index].is_fluid:
            return np.array([[1.0], [2 * (self.n - 1) / x]])
        mu = self.sphere.material(index, x)[2]
        columns = np.eye(6)[:, ::2] + 0.5 * np.eye(6)[:, 1::2]
        return columns * np.array([1.0, mu / x, 1.0, mu / x, 1.0, 1 / x])[:, None] * self.scale[:, None]

    def _through(self, state: FloatArray, index: int, bottom: float, top: float) -> FloatArray:
        """Carry all solutions through one layer; they are made orthonormal before one swallows the others."""
        fluid = self.sphere.layers[index].is_fluid
        pieces = max(1, math.ceil(self.n * math.log(top / bottom) / _E_FOLDS))
        radii = bottom * (top / bottom) ** (np.arange(pieces + 1) / pieces)
        radii[-1] = top
        for x0, x1 in zip(radii[:-1], radii[1:]):
            state = np.linalg.qr(state)[0] if not fluid else state / np.abs(state).max()
            state = _integrate(self._fluid if fluid else self._solid, index, x0, x1, state)
        return state

    def _solid(self, index: int, x: float) -> FloatArray:
        """Matrix of the equations in a solid, for the scaled components."""
        n = self.n
        rho, lame, mu, g = self.sphere.material(index, x)
        beta = lame + 2 * mu
        gamma = mu * (3 * lame + 2 * mu) / beta
        order = n * (n + 1.0)
        attraction = _FOUR_PI_G * rho
        weight = rho * g * x
        matrix = np.array(
            [
                [-2 * lame / beta / x, 1 / beta, order * lame / beta / x, 0, 0, 0],
                [
                    4 * (gamma - weight) / x**2,
                    -4 * mu / beta / x,
                    order * (weight - 2 * gamma) / x**2,
                    order / x,
                    rho * (n + 1) / x,
                    -rho,
                ],
                [-1 / x, 0, 1 / x, 1 / mu, 0, 0],
                [
                    (weight - 2 * gamma) / x**2,
                    -lame / beta / x,
                    (4 * order * mu * (lame + mu) / beta - 2 * mu) / x**2,
                    -3 / x,
                    -rho / x,
                    0,
                ],
                [attraction, 0, 0, 0, -(n + 1) / x, 1],
                [attraction * (n + 1) / x, 0, -attraction * order / x, 0, 0, (n - 1) / x],
            ]
        )
        return np.asarray(matrix * self._ratio)

    def _fluid(self, index: int, x: float) -> FloatArray:
        """Matrix of the equations of y5 and y7 in a static fluid."""
        n = self.n
        pull = _FOUR_PI_G * self.sphere.density(index, x) / self.sphere.gravity(index, x)
        return np.array([[pull - (n + 1) / x, 1.0], [2 * (n - 1) * pull / x, (n - 1) / x - pull]])

    def _into_fluid(self, state: FloatArray, index: int) -> FloatArray:
        """Combine the inner core's three solutions to one without shear and with the fluid's pressure."""
        x = self.sphere.bottoms[index]
        rho, g = self.sphere.density(index, x), self.sphere.gravity(index, x)
        y = state / self.scale[:, None]
        conditions = np.stack([y[3], y[1] - rho * (g * y[0] - y[4])])
        conditions /= np.linalg.norm(conditions, axis=1, keepdims=True)
        mix = np.linalg.svd(conditions)[2][-1]
        joined = y @ mix
        return np.array([[joined[4]], [joined[5] + _FOUR_PI_G / g * joined[1]]])

    def _out_of_fluid(self, state: FloatArray, index: int) -> FloatArray:
        """Three solutions at the bottom of the mantle: free radial and tangential slip, and the core's potential."""
        x = self.sphere.bottoms[index]
        rho, g = self.sphere.density(index - 1, x), self.sphere.gravity(index, x)
        y5, y7 = state[:, 0] / np.abs(state).max()
        columns = np.zeros((6, 3))
        columns[[0, 1, 5], 0] = 1.0, rho * g, -_FOUR_PI_G * rho
        columns[2, 1] = 1.0
        columns[[1, 4, 5], 2] = -rho * y5, y5, y7 + _FOUR_PI_G * rho * y5 / g
        return columns * self.scale[:, None]


def _integrate(matrix_at: Any, index: int, x0: float, x1: float, state: FloatArray) -> FloatArray:
    """Integrate dy/dx = A(x) y for all columns of `state` [component, solution] from `x0` to `x1`."""
    try:
        from scipy.integrate import solve_ivp
    except ImportError:
        raise MissingPackageError("scipy") from None

    shape = state.shape

    def slope(x: float, y: FloatArray) -> FloatArray:
        return np.asarray((matrix_at(index, x) @ y.reshape(shape)).ravel())

    solution = solve_ivp(slope, (x0, x1), state.ravel(), method="DOP853", rtol=_RELATIVE_TOLERANCE, atol=1e-14)
    return np.asarray(solution.y[:, -1].reshape(shape))


def _degree_zero(sphere: _Sphere) -> float:
    """Return h of degree 0: pure compression, in solids and fluids alike."""

    def matrix(index: int, x: float) -> FloatArray:
        rho, lame, mu, g = sphere.material(index, x)
        beta = lame + 2 * mu
        gamma = mu * (3 * lame + 2 * mu) / beta
        return np.array([[-2 * lame / beta / x, 1 / beta], [4 * (gamma - rho * g * x) / x**2, -4 * mu / beta / x]])

    start = 1e-4
    _, lame, mu, _ = sphere.material(0, start)
    state = np.array([[start], [3 * lame + 2 * mu]])
    for index, top in enumerate(sphere.tops):
        state = _integrate(matrix, index, max(sphere.bottoms[index], start), top, state)
    gravity = sphere.surface_gravity
    return float(gravity * state[0, 0] / state[1, 0] * -gravity / _FOUR_PI_G)

"""Filters that make monthly gravity fields usable: Gaussian, decorrelation (destriping) and DDK."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError
from ..geodesy import EARTH_RADIUS
from .harmonics import Coefficients

EARTH_KM = EARTH_RADIUS / 1e3
_CUT = 1e-10
_FIRST_ORDER = 5
_LOWEST_FILTERED = 2

DDK_ALPHA = {1: 1e14, 2: 1e13, 3: 1e12, 4: 5e11, 5: 1e11, 6: 5e10, 7: 1e10, 8: 5e9}
"""Strength of the regularisation alpha l^4 of DDK1 to DDK8 (Kusche et al., 2009, and GRACE-filter)."""


def gaussian(radius_km: float, max_degree: int) -> FloatArray:
    """Return the weights W_l [degree] of Jekeli's Gaussian average (Wahr et al., 1998, eq. 34), W_0 = 1.

    The recursion loses all digits where weights get small: from 1e-10 on they are 0.

    Parameters
    ----------
    radius_km : float
        Distance at which the averaging kernel has half of its maximum (a radius, not a diameter).
    max_degree : int
        Highest degree.
    """
    if not 0 < radius_km < 10_000:
        raise InputError(f"A Gaussian filter needs a radius in km above 0, such as 300; not {radius_km:g}.")
    b = np.log(2.0) / (1.0 - np.cos(radius_km / EARTH_KM))
    weights = np.zeros(max(max_degree + 1, 2))
    weights[0] = 1.0
    weights[1] = (1.0 + np.exp(-2.0 * b)) / (1.0 - np.exp(-2.0 * b)) - 1.0 / b
    for degree in range(1, max_degree):
        value = weights[degree - 1] - (2.0 * degree + 1.0) / b * weights[degree]
        if value < _CUT:
            break
        weights[degree + 1] = value
    return weights[: max_degree + 1]


def destripe(coefficients: Coefficients, lowest_degree: int = 2, keep_short_orders: bool = False) -> Coefficients:
    """Return coefficients without the correlation of degrees of the same parity (Swenson and Wahr, 2006).

    From order 5 on, each order's coefficients of even and of odd degrees are freed of a quadratic polynomial over
    degree, fitted in a window of n = max(2, round(15 exp(-m / 10))) samples to either side (at the ends, the
    outermost window's polynomial).

    Parameters
    ----------
    coefficients : Coefficients
        Any leading dimensions.
    lowest_degree : int
        Degrees below take no part.
    keep_short_orders : bool
        What becomes of a series with fewer samples than a window: kept as it is, or set to zero (the default, which
        agrees better with the Tellus grids).
    """
    c, s = coefficients.c.copy(), coefficients.s.copy()
    top = coefficients.max_degree
    for order in range(_FIRST_ORDER, top + 1):
        for parity in (0, 1):
            first = max(lowest_degree, order)
            first += (first + parity) % 2
            degrees = np.arange(first, top + 1, 2)
            half = max(2, round(15.0 * np.exp(-order / 10.0)))
            if degrees.size == 0:
                continue
            if degrees.size < 2 * half + 1:
                residual = None if keep_short_orders else np.zeros((degrees.size, degrees.size))
            else:
                residual = np.eye(degrees.size) - _moving_quadratic(degrees.size, half)
            if residual is not None:
                for part in (c, s):
                    part[..., degrees, order] = part[..., degrees, order] @ residual.T
    return Coefficients(c, s)


def _moving_quadratic(size: int, half: int) -> FloatArray:
    """Return the matrix [size, size] that gives a moving quadratic fit of equally spaced samples."""
    offsets = np.arange(-half, half + 1) / half
    powers = np.stack([np.ones_like(offsets), offsets, offsets**2], axis=1)
    fit = powers @ np.linalg.pinv(powers)
    smoother = np.zeros((size, size))
    for sample in range(size):
        centre = min(max(sample, half), size - 1 - half)
        smoother[sample, centre - half : centre + half + 1] = fit[sample - centre + half]
    return smoother


class DDK:
    """A decorrelation filter of Kusche (2007): a matrix over degrees for every order, of cosine and of sine.

    Parameters
    ----------
    blocks : sequence of array
        Order 0, then cosine and sine of each order 1, 2, ...; each over the degrees from the higher of its order and
        `lowest` to the highest, which is that of all.
    lowest : int
        Lower degrees are not filtered.
    max_degree : int
        Where the filtered coefficients are cut.

    Raises
    ------
    InputError
        Where there are too few blocks.
    """

    def __init__(self, blocks: Sequence[FloatArray], lowest: int, max_degree: int) -> None:
        top = lowest + len(blocks[0]) - 1
        self.max_degree = min(max_degree, top)
        if len(blocks) < 2 * self.max_degree + 1:
            raise InputError(f"The DDK filter holds {len(blocks)} blocks, too few for degree {self.max_degree}.")
        self._lowest = lowest
        self._blocks = [
            (blocks[0], blocks[0]) if order == 0 else (blocks[2 * order - 1], blocks[2 * order])
            for order in range(self.max_degree + 1)
        ]

    @classmethod
    def from_normals(cls, normals: Sequence[FloatArray], level: int, max_degree: int) -> DDK:
        """Return DDK`level` made from blocks of a normal matrix: W = (N + alpha l^4)^-1 N for every order.

        Parameters
        ----------
        normals : sequence of array
            As the blocks of the filter, from degree 0 (or the order) on.
        level : int
            1 (strongest) to 8.
        max_degree : int
            Where the filtered coefficients are cut.
        """
        if level not in DDK_ALPHA:
            raise InputError(f"There is no DDK{level}: choose 1 to 8.")
        top = len(normals[0]) - 1
        needed = normals[: 2 * min(top, max_degree) + 1]
        return cls([_filter_block(block, top, DDK_ALPHA[level]) for block in needed], _LOWEST_FILTERED, max_degree)

    def blocks(self, degree: int) -> list[FloatArray]:
        """Return the blocks up to a degree: order 0, then cosine and sine of each order."""
        found = []
        for order, (cosine, sine) in enumerate(self._blocks[: degree + 1]):
            size = degree + 1 - max(order, self._lowest)
            found += [block[:size, :size] for block in ((cosine,) if order == 0 else (cosine, sine))]
        return found

    def apply(self, coefficients: Coefficients) -> Coefficients:
        """Return filtered coefficients (of the potential, before any factor of degree); the lowest degrees stay."""
        degree = min(self.max_degree, coefficients.max_degree)
        given = coefficients.truncated(degree)
        c, s = given.c.copy(), given.s.copy()
        for order, blocks in enumerate(self._blocks[: degree + 1]):
            low = max(order, self._lowest)
            size = degree + 1 - low
            if size <= 0:
                continue
            rows = slice(low, degree + 1)
            for part, source, block in zip((c, s), (given.c, given.s), blocks):
                part[..., rows, order] = source[..., rows, order] @ block[:size, :size].T
        return Coefficients(c, s)


def _filter_block(normal: npt.ArrayLike, top: int, alpha: float) -> FloatArray:
    """Return W [degree, degree] of one block, for its degrees of 2 and above."""
    matrix = np.asarray(normal, dtype=np.float64)
    first = top + 1 - len(matrix)
    skip = max(0, _LOWEST_FILTERED - first)
    matrix = matrix[skip:, skip:]
    degrees = np.arange(max(first, _LOWEST_FILTERED), top + 1, dtype=np.float64)
    return np.asarray(np.linalg.solve(matrix + np.diag(alpha * degrees**4), matrix))

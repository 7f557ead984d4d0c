"""From Stokes coefficients of the gravity field to storage on a grid.

A change of the coefficients dC, dS is a change of surface mass (Wahr et al., 1998, eq. 14), in mm of water:

    dh(lat, lon) = sum_l f_l W_l sum_m P_lm(sin lat) (dC_lm cos m lon + dS_lm sin m lon)
    f_l = R rho_e / (3 rho_w) (2 l + 1) / (1 + k_l)

with fully (4 pi) normalised functions of geocentric latitude. Common tools put the latitudes of maps there as they
are; :func:`geocentric_latitude` tells where the place really is: at 25 degrees north 17 km further south.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError
from ..loading.love_numbers import load

RHO_WATER = 1000.0
GRAVITATIONAL_CONSTANT = 6.6743e-11  # CODATA 2018, m3 kg-1 s-2
GM = 3.986004415e14
"""m3 s-2, of the GRACE standards (EGM96)."""
REFERENCE_RADIUS = 6378136.3
"""m, to which the coefficients refer."""
MEAN_RADIUS = 6371000.7900
"""m: of the sphere with the volume of the WGS84 ellipsoid."""
_FLATTENING = 1 / 298.257223563
_BLOCK_BYTES = 32 * 2**20


@dataclass(frozen=True)
class Convention:
    """Constants that turn potential into mass, named and dated because results depend on them by some 0.2 %.

    Attributes
    ----------
    name : str
        For the result's attributes.
    radius : float
        R in m.
    density : float
        Mean density of the Earth rho_e in kg m-3.
    love_k : array [degree]
        Load Love numbers k.
    """

    name: str
    radius: float
    density: float
    love_k: FloatArray


@functools.lru_cache(maxsize=1)
def default_convention() -> Convention:
    """Return the convention of Groundswell's results (2026): sphere of the ellipsoid's volume, PREM in the CF frame."""
    mass = GM / GRAVITATIONAL_CONSTANT
    density = mass / (4 / 3 * np.pi * MEAN_RADIUS**3)
    love = np.array(load("PREM").in_frame("CF").k[:361])
    love[0] = 0.0  # The Earth's mass is given: degree 0 has no deformation's potential.
    return Convention("PREM (CF), R 6371.0008 km, 2026", MEAN_RADIUS, density, love)


@dataclass(frozen=True)
class Coefficients:
    """Fully normalised Stokes coefficients, or changes of them.

    Attributes
    ----------
    c, s : array [.., degree, order]
        Zero where order > degree. Leading dimensions are months, as many as there are.
    """

    c: FloatArray
    s: FloatArray

    @property
    def max_degree(self) -> int:
        """Highest degree."""
        return int(self.c.shape[-1]) - 1

    def truncated(self, degree: int) -> Coefficients:
        """Return those up to a degree."""
        return Coefficients(self.c[..., : degree + 1, : degree + 1], self.s[..., : degree + 1, : degree + 1])

    def weighted(self, weights: npt.ArrayLike) -> Coefficients:
        """Return them times a weight for each degree [degree]."""
        column = np.asarray(weights, dtype=np.float64)[: self.max_degree + 1, None]
        return Coefficients(self.c * column, self.s * column)


def geocentric_latitude(lat: npt.ArrayLike) -> FloatArray:
    """Return the geocentric latitude of places on the WGS84 ellipsoid with geodetic latitude `lat` [..], degrees."""
    ratio = (1.0 - _FLATTENING) ** 2
    return np.asarray(np.degrees(np.arctan(ratio * np.tan(np.radians(np.asarray(lat, dtype=np.float64))))))


def degree_factors(max_degree: int, convention: Convention | None = None) -> FloatArray:
    """Return f_l [degree] in mm of water per unit of a coefficient."""
    convention = default_convention() if convention is None else convention
    if convention.love_k.size <= max_degree:
        raise InputError(
            f"The Love numbers of {convention.name} end at degree {convention.love_k.size - 1}: {max_degree} is needed."
        )
    degree = np.arange(max_degree + 1)
    scale = 1000.0 * convention.radius * convention.density / (3 * RHO_WATER)
    return np.asarray(scale * (2 * degree + 1) / (1 + convention.love_k[: max_degree + 1]))


def legendre_by_order(lat: npt.ArrayLike, max_degree: int) -> Iterator[FloatArray]:
    """Yield for the orders m = 0, 1, ... fully normalised P_lm(sin lat) of the degrees from m on [degree - m, lat].

    Forward column recursion (Holmes and Featherstone, 2002, eq. 11), stable beyond degree 1000 in double precision.
    """
    latitude = np.radians(np.asarray(lat, dtype=np.float64))
    t, u = np.sin(latitude), np.cos(latitude)
    sectoral = np.ones_like(t)
    for m in range(max_degree + 1):
        if m > 0:
            sectoral = sectoral * u * np.sqrt(3.0 if m == 1 else (2 * m + 1) / (2 * m))
        values = np.empty((max_degree - m + 1, t.size))
        values[0] = sectoral
        for degree in range(m + 1, max_degree + 1):
            a = np.sqrt((2 * degree - 1) * (2 * degree + 1) / ((degree - m) * (degree + m)))
            values[degree - m] = a * t * values[degree - m - 1]
            if degree > m + 1:
                b = np.sqrt(
                    (2 * degree + 1)
                    * (degree + m - 1)
                    * (degree - m - 1)
                    / ((degree - m) * (degree + m) * (2 * degree - 3))
                )
                values[degree - m] -= b * values[degree - m - 2]
        yield values


def synthesize(
    coefficients: Coefficients | npt.ArrayLike,
    lon: npt.ArrayLike,
    lat: npt.ArrayLike,
    convention: Convention | None = None,
    max_degree: int | None = None,
    *,
    weights: npt.ArrayLike | None = None,
) -> FloatArray:
    """Return storage on a grid of longitudes and latitudes.

    Parameters
    ----------
    coefficients : Coefficients or array [.., 2, degree, order]
        Changes of the fully normalised coefficients C and S.
    lon, lat : array [column], array [row]
        Degrees; in any order and spacing, any turn of longitude.
    convention : Convention, optional
        Constants; :func:`default_convention` where None.
    max_degree : int, optional
        Where to cut the series; nowhere where None.
    weights : array [degree], optional
        Isotropic filter, such as :func:`~.filters.gaussian`.

    Returns
    -------
    array [.., row, column]
        mm of water equivalent.
    """
    given = _as_coefficients(coefficients)
    degree = given.max_degree if max_degree is None else min(max_degree, given.max_degree)
    given = given.truncated(degree)
    factors = degree_factors(degree, convention)
    if weights is not None:
        factors = factors * np.asarray(weights, dtype=np.float64)[: degree + 1]
    given = given.weighted(factors)
    x, y = (np.atleast_1d(np.asarray(axis, dtype=np.float64)) for axis in (lon, lat))
    leading = given.c.shape[:-2]
    # By order, so that each order's coefficients lie side by side.
    c, s = (
        np.ascontiguousarray(part.reshape(-1, degree + 1, degree + 1).transpose(2, 0, 1)) for part in (given.c, given.s)
    )
    angle = np.radians(x)[None, :] * np.arange(degree + 1)[:, None]
    waves = np.concatenate([np.cos(angle), np.sin(angle)])
    functions = list(legendre_by_order(y, degree))
    months = c.shape[1]
    result = np.empty((months, y.size, x.size))
    at_once = max(1, int(_BLOCK_BYTES / (16 * (degree + 1) * y.size)))
    for start in range(0, months, at_once):
        some = slice(start, min(start + at_once, months))
        amplitudes = np.empty((2 * (degree + 1), some.stop - start, y.size))
        for m, values in enumerate(functions):
            np.matmul(c[m, some, m:], values, out=amplitudes[m])
            np.matmul(s[m, some, m:], values, out=amplitudes[degree + 1 + m])
        flat = amplitudes.reshape(len(amplitudes), -1)
        np.matmul(flat.T, waves, out=result[some].reshape(-1, x.size))
    return result.reshape(*leading, y.size, x.size)


def _as_coefficients(coefficients: Coefficients | npt.ArrayLike) -> Coefficients:
    if isinstance(coefficients, Coefficients):
        return coefficients
    values = np.asarray(coefficients, dtype=np.float64)
    if values.ndim < 3 or values.shape[-3] != 2 or values.shape[-1] != values.shape[-2]:
        raise InputError(f"Coefficients must be [.., 2 (C and S), degree, order]; these have the shape {values.shape}.")
    return Coefficients(values[..., 0, :, :], values[..., 1, :, :])

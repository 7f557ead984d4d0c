"""Exact response to a uniform load on any polygon, by an integral along its edges.

A disk of angular radius psi moves its own centre by F(psi), and a load with the boundary psi(phi),
in polar coordinates about the observer, moves the observer by (1 / 2 pi) times the integral of
F(psi(phi)) d phi once around. Along a great circle at the distance delta from the observer,
tan psi = tan delta / cos t with t the azimuth from the foot of the perpendicular; with
cos t = 1 / cosh(v) the integrand F / cosh(v) is smooth however near the edge the observer is.
"""

from __future__ import annotations

import functools
import math

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError
from ..geodesy import unit_vectors
from .constants import MM_PER_METRE_OF_WATER
from .disk import summed_degree
from .disk_asymptote import primitive_of_inverse
from .kernel import evaluate_cubic, spline_coefficients
from .love_numbers import LoveNumbers
from .sphere import places

_SMALLEST = 1e-6
"""Angle (6 m on the Earth) below which the table of F is linear rather than logarithmic."""
_NODES = 2400
_ON_EDGE = 1e-13
_PAIRS_AT_ONCE = 20_000
FARTHEST = math.radians(60.0)
"""Distance up to which edges are integrated."""


class CenterUplift:
    """F(psi): what a disk of angular radius psi under a metre of water moves its centre, mm.

    Parameters
    ----------
    love_numbers : LoveNumbers
        Of the Earth model; degree 0 is dropped.
    """

    def __init__(self, love_numbers: LoveNumbers) -> None:
        self._step = math.log1p(math.pi / _SMALLEST) / (_NODES - 1)
        psi = np.minimum(_SMALLEST * np.expm1(self._step * np.arange(_NODES)), math.pi)
        slope = np.empty(_NODES)
        slope[1:] = center_uplift(psi[1:], love_numbers) / psi[1:]
        # F is h_inf psi / 2 to first order.
        slope[0] = MM_PER_METRE_OF_WATER * love_numbers.h_inf / 2
        self._table = spline_coefficients(slope)

    def at(self, psi: FloatArray) -> FloatArray:
        """Return F [..] (mm per m of water) at the angles [..]."""
        return np.asarray(psi * evaluate_cubic(self._table, np.log1p(psi / _SMALLEST) / self._step))


@functools.lru_cache(maxsize=8)
def uplift_of(love_numbers: LoveNumbers) -> CenterUplift:
    """Return the table of an Earth model, made once: it takes 40 ms."""
    return CenterUplift(love_numbers)


def center_uplift(psi: FloatArray, love_numbers: LoveNumbers) -> FloatArray:
    """Return what disks of the angular radii `psi` [disk] move their centres, mm per m of water, degree 0 dropped."""
    last = summed_degree(love_numbers)
    n = np.arange(1, last + 1)
    residual = np.asarray(love_numbers.h)[1 : last + 1] - love_numbers.h_inf - love_numbers.h1 / n
    weights = residual / (2 * n + 1)
    y = 2 * np.sin(psi / 2) ** 2
    # Degree 0 of the asymptote, which the table's h_0 = 0 takes away again.
    series = -love_numbers.h_inf * y / 2
    difference, legendre = -y, 1 - y
    for degree in range(1, last + 1):
        following = (degree * difference - (2 * degree + 1) * y * legendre) / (degree + 1)
        series -= weights[degree - 1] / 2 * (difference + following)
        difference = following
        legendre += difference
    series += love_numbers.h_inf * np.sin(psi / 2) + love_numbers.h1 * primitive_of_inverse(psi)
    return np.asarray(MM_PER_METRE_OF_WATER * series)


def edge_integral(
    points: FloatArray, start: FloatArray, end: FloatArray, uplift: CenterUplift, nodes: int = 20
) -> FloatArray:
    """Return the part of each edge in the response of each point.

    Parameters
    ----------
    points : array [pair, 3]
        Unit vectors of the observers.
    start, end : array [pair, 3]
        Unit vectors of the ends of great-circle edges; the load lies on their left.
    uplift : CenterUplift
        Of the Earth.
    nodes : int
        Of the Gauss rule along each edge.

    Returns
    -------
    array [pair]
        mm per m of water; summed over the edges of a closed polygon it is the displacement.
    """
    normal = np.cross(start, end)
    length = np.linalg.norm(normal, axis=-1, keepdims=True)
    normal = normal / np.where(length > 0, length, 1)
    side = np.einsum("...i,...i", points, normal)
    usable = (np.abs(side) > _ON_EDGE) & (length[..., 0] > 0)
    sine = np.where(usable, np.abs(side), 1.0)
    cosine = np.sqrt(np.maximum(1 - sine**2, 1e-30))
    along = np.cross(normal, points)
    limits = [_position(points, vertex, along, sine) for vertex in (start, end)]
    middle, half = (limits[0] + limits[1]) / 2, (limits[1] - limits[0]) / 2
    gauss, weights = np.polynomial.legendre.leggauss(nodes)
    stretch = np.cosh(middle[..., None] + half[..., None] * gauss)
    psi = np.arctan((sine / cosine)[..., None] * stretch)
    value = half * np.sum(uplift.at(psi) / stretch * weights, axis=-1)
    return np.asarray(np.where(usable, np.sign(side) * value, 0.0) / (2 * math.pi))


def _position(points: FloatArray, vertex: FloatArray, along: FloatArray, sine: FloatArray) -> FloatArray:
    """Place of a vertex along its edge: asinh(tan t), where tan t = tan(arc from the foot) / sin(delta)."""
    # `along` has the length cos(delta), and vertex . point = cos(arc) cos(delta).
    tangent = np.einsum("...i,...i", vertex, along) / np.einsum("...i,...i", vertex, points)
    return np.asarray(np.arcsinh(tangent / sine))


def polygon_response(
    rings: list[tuple[npt.ArrayLike, npt.ArrayLike]],
    point_lon: npt.ArrayLike,
    point_lat: npt.ArrayLike,
    love_numbers: LoveNumbers,
) -> FloatArray:
    """Return the vertical displacement of points under one metre of water on a polygon.

    Parameters
    ----------
    rings : list of (longitude [vertex], latitude [vertex])
        Degrees on the sphere; rings turn either way, and a ring inside another is a hole. Edges are great circles.
    point_lon, point_lat : array [point]
        Degrees; within 60 degrees of every vertex.
    love_numbers : LoveNumbers
        Of the Earth; degree 0 is dropped.

    Returns
    -------
    array [point]
        mm per m of water, up positive.
    """
    lon, lat = places(point_lon, point_lat, "points")
    points = unit_vectors(lon, lat)
    uplift = uplift_of(love_numbers)
    total = np.zeros(lon.size)
    for start, end in oriented_edges(rings):
        if np.min(points @ start.T) < math.cos(FARTHEST):
            raise InputError("Points more than 60 degrees from a polygon are out of reach: take its equal-area disk.")
        chunk = max(1, _PAIRS_AT_ONCE // len(start))
        for first in range(0, lon.size, chunk):
            some = points[first : first + chunk, None, :]
            shape = (some.shape[0], *start.shape)
            parts = edge_integral(np.broadcast_to(some, shape), start[None], end[None], uplift)
            total[first : first + chunk] += parts.sum(axis=1)
    return total


def oriented_edges(rings: list[tuple[npt.ArrayLike, npt.ArrayLike]]) -> list[tuple[FloatArray, FloatArray]]:
    """Return starts and ends [edge, 3] of each ring's edges, with the load on the left."""
    corners = []
    for ring in rings:
        lon, lat = places(*ring, "corners of the polygon")
        vertices = unit_vectors(lon, lat)
        if np.allclose(vertices[0], vertices[-1], atol=1e-14):
            vertices = vertices[:-1]
        if len(vertices) < 3:
            raise InputError("A polygon needs three corners or more.")
        corners.append(vertices)
    result = []
    for number, vertices in enumerate(corners):
        inside = sum(_contains(other, vertices[0]) for place, other in enumerate(corners) if place != number)
        if (signed_area(vertices) > 0) == bool(inside % 2):
            vertices = vertices[::-1]
        result.append((vertices, np.roll(vertices, -1, axis=0)))
    return result


def signed_area(vertices: FloatArray) -> float:
    """Return the area [steradian] of a ring of unit vectors [vertex, 3], positive where it turns anticlockwise.

    The sum of the spherical triangles from the mean direction to each edge; the ring must be within a hemisphere.
    """
    middle = vertices.mean(axis=0)
    middle /= np.linalg.norm(middle)
    following = np.roll(vertices, -1, axis=0)
    triple = np.cross(vertices, following) @ middle
    cosines = 1 + vertices @ middle + following @ middle + np.einsum("ij,ij->i", vertices, following)
    return float(np.sum(2 * np.arctan2(triple, cosines)))


def _contains(vertices: FloatArray, point: FloatArray) -> bool:
    """Return True where a ring turns around a point: the azimuths of its corners sum to a full turn."""
    east = np.cross([0.0, 0.0, 1.0], point)
    east = np.array([1.0, 0.0, 0.0]) if np.linalg.norm(east) < 1e-12 else east / np.linalg.norm(east)
    north = np.cross(point, east)
    azimuth = np.arctan2(vertices @ north, vertices @ east)
    turns = np.mod(np.diff(np.append(azimuth, azimuth[0])) + math.pi, 2 * math.pi) - math.pi
    return abs(float(turns.sum())) > math.pi

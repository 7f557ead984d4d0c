"""The Earth's shape: its radius, distances, metres per degree, Earth-fixed places, and reference systems by pyproj.

QGIS runs algorithms in threads that Python did not start. pyproj keeps its handle of PROJ by thread, and on such a
thread the handle is gone when it is needed again: pyproj 3.7 then takes the whole process with it. So every call goes
to one thread that Python started and that stays.
"""

from __future__ import annotations

import functools
import math
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from .arrays import FloatArray
from .errors import InputError

EARTH_RADIUS = 6_371_000.0
"""Mean radius, m: turns distances into angles on the sphere (IUGG's R1, 6,371,008.8, to the kilometre, as in PREM)."""

METRES_PER_DEGREE = EARTH_RADIUS * math.pi / 180.0
"""Length of a degree of a great circle on the sphere of mean radius, m (111,195)."""

_SEMI_MAJOR, _FLATTENING = 6_378_137.0, 1 / 298.257222101  # m; GRS80 (Moritz 2000)
_SQUARED_ECCENTRICITY = _FLATTENING * (2.0 - _FLATTENING)

_KNOWN = {"EPSG:4326", "EPSG:6933"}
_SHOWN = 60  # characters of a reference system in a message

Result = TypeVar("Result")


class _CellGrid(Protocol):
    """What the size of cells needs to know of a grid: `RasterGrid` has it."""

    @property
    def is_geographic(self) -> bool: ...
    @property
    def y(self) -> FloatArray: ...
    @property
    def y_max(self) -> float: ...
    @property
    def dx(self) -> float: ...
    @property
    def dy(self) -> float: ...
    @property
    def rows(self) -> int: ...


def unit_vectors(lon: FloatArray, lat: FloatArray) -> FloatArray:
    """Return unit vectors [place, 3] of places in degrees.

    Parameters
    ----------
    lon, lat : array [place]
        On the sphere, in degrees.

    Returns
    -------
    array [place, 3]
        Axes towards longitude 0 and 90 of the equator, and the north pole.
    """
    phi, lam = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=-1)


def half_chord_squared(points: FloatArray, cells: FloatArray) -> FloatArray:
    """Return sin^2(theta / 2) [point, cell] between unit vectors [.., 3]; good to 1e-16, that is to 0.1 m.

    Parameters
    ----------
    points : array [point, 3]
        Unit vectors.
    cells : array [cell, 3]
        Unit vectors.

    Returns
    -------
    array [point, cell]
        theta is the angle between the two; 0 to 1.
    """
    square = points @ cells.T
    np.subtract(1, square, out=square)
    square *= 0.5
    return np.maximum(square, 0, out=square)


def distance_km(lon: FloatArray, lat: FloatArray, to_lon: FloatArray, to_lat: FloatArray) -> FloatArray:
    """Return great-circle distances [place, to place] in km between places in degrees.

    Parameters
    ----------
    lon, lat : array [place]
        In degrees.
    to_lon, to_lat : array [to place]
        In degrees.

    Returns
    -------
    array [place, to place]
        On a sphere of the Earth's mean radius.
    """
    square = half_chord_squared(unit_vectors(lon, lat), unit_vectors(to_lon, to_lat))
    distance: FloatArray = 2e-3 * EARTH_RADIUS * np.arcsin(np.sqrt(np.minimum(square, 1.0)))
    return distance


def earth_fixed(lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
    """Return the positions in m [.., 3] of places on the ellipsoid, given in degrees [..].

    Parameters
    ----------
    lon, lat : array [..]
        Geodetic, in degrees; height 0.

    Returns
    -------
    array [.., 3]
        Earth-centred, Earth-fixed, on WGS 84.
    """
    longitude, latitude = np.radians(np.asarray(lon, np.float64)), np.radians(np.asarray(lat, np.float64))
    normal = _prime_vertical(latitude)
    x, y = normal * np.cos(latitude) * np.cos(longitude), normal * np.cos(latitude) * np.sin(longitude)
    return np.stack([x, y, normal * (1.0 - _SQUARED_ECCENTRICITY) * np.sin(latitude)], axis=-1)


def geodetic_place(x: float, y: float, z: float) -> tuple[float, float]:
    """Return longitude and latitude in degrees of an Earth-fixed position in m.

    Parameters
    ----------
    x, y, z : float
        Earth-centred, Earth-fixed, in m.

    Returns
    -------
    lon, lat : float
        Geodetic, on WGS 84.
    """
    outward = math.hypot(x, y)
    latitude = math.atan2(z, outward * (1.0 - _SQUARED_ECCENTRICITY))
    for _ in range(6):  # each turn gains more than two digits near the surface
        normal = _SEMI_MAJOR / math.sqrt(1.0 - _SQUARED_ECCENTRICITY * math.sin(latitude) ** 2)
        latitude = math.atan2(z + _SQUARED_ECCENTRICITY * normal * math.sin(latitude), outward)
    return math.degrees(math.atan2(y, x)), math.degrees(latitude)


def east_north_up(
    vector: FloatArray, lon: npt.ArrayLike, lat: npt.ArrayLike
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return Earth-fixed vectors [.., 3] at places in degrees [..] as their eastward, northward and upward parts.

    Parameters
    ----------
    vector : array [.., 3]
        Earth-fixed, of any unit.
    lon, lat : array [..]
        Geodetic, in degrees.

    Returns
    -------
    east, north, up : array [..]
        In the unit of the vectors.
    """
    longitude, latitude = np.radians(np.asarray(lon, np.float64)), np.radians(np.asarray(lat, np.float64))
    x, y, z = vector[..., 0], vector[..., 1], vector[..., 2]
    outward = np.cos(longitude) * x + np.sin(longitude) * y
    east = np.cos(longitude) * y - np.sin(longitude) * x
    return east, np.cos(latitude) * z - np.sin(latitude) * outward, np.cos(latitude) * outward + np.sin(latitude) * z


def pixel_size(grid: _CellGrid) -> tuple[FloatArray, float]:
    """Return the width of the pixels of every row [row], and the height of a pixel in the middle of the grid, in m.

    In a projection both are the cell size, as if its scale were 1.

    Parameters
    ----------
    grid : grid of cells
        Of longitude and latitude, or in a projection in m.

    Returns
    -------
    width : array [row], height : float
        In m.
    """
    if not grid.is_geographic:
        return np.full(grid.rows, grid.dx), grid.dy
    latitude = np.radians(grid.y)
    width = np.radians(grid.dx) * _prime_vertical(latitude) * np.cos(latitude)
    middle = np.radians(grid.y_max - grid.rows * grid.dy / 2)
    meridian = _SEMI_MAJOR * (1.0 - _SQUARED_ECCENTRICITY) / (1.0 - _SQUARED_ECCENTRICITY * np.sin(middle) ** 2) ** 1.5
    return np.asarray(width), float(np.radians(grid.dy) * meridian)


def _prime_vertical(latitude: FloatArray) -> FloatArray:
    """Radius of curvature in m across the meridian."""
    return np.asarray(_SEMI_MAJOR / np.sqrt(1.0 - _SQUARED_ECCENTRICITY * np.sin(latitude) ** 2))


@functools.lru_cache(maxsize=1)
def _own_thread(process: int) -> ThreadPoolExecutor:
    """Return the thread of a process; a copy of the process (fork) has none of its parent's threads."""
    return ThreadPoolExecutor(1, f"projections-{process}")


def _there(crs: str, function: Callable[[], Result]) -> Result:
    """Return what a function of pyproj says of a reference system."""
    try:
        return _own_thread(os.getpid()).submit(function).result()
    except (ValueError, RuntimeError, TypeError, KeyError) as error:  # pyproj's errors are RuntimeErrors
        shown = crs if len(crs) <= _SHOWN else f"{crs[:_SHOWN]}..."
        raise InputError(
            f"The reference system '{shown}' of a file cannot be used ({type(error).__name__}): define the file's "
            "reference system anew."
        ) from error


@functools.lru_cache(maxsize=32)
def wkt_of(crs: str) -> str:
    """Return the well-known text (WKT 1, which every GDAL reads) of any name of a reference system.

    Parameters
    ----------
    crs : str
        ``EPSG:6933``, a PROJ text, WKT of either version.

    Returns
    -------
    str
        WKT 1.
    """

    def text() -> str:
        from pyproj import CRS

        return str(CRS.from_user_input(crs).to_wkt("WKT1_GDAL"))

    return _there(crs, text)


@functools.lru_cache(maxsize=32)
def is_geographic(crs: str) -> bool:
    """Return True where the coordinates of a reference system are longitude and latitude.

    Parameters
    ----------
    crs : str
        Any name of a reference system.

    Returns
    -------
    bool
        False for projections and Earth-fixed systems.
    """

    def answer() -> bool:
        from pyproj import CRS

        return bool(CRS.from_user_input(crs).is_geographic)

    return _there(crs, answer)


@functools.lru_cache(maxsize=32)
def name_of(crs: str) -> str:
    """Return the name of a reference system, such as ``WGS 84 / UTM zone 47N``.

    Parameters
    ----------
    crs : str
        Any name of a reference system.

    Returns
    -------
    str
        As PROJ's database has it.
    """

    def name() -> str:
        from pyproj import CRS

        return str(CRS.from_user_input(crs).name)

    return _there(crs, name)


def cf_attributes(crs: str) -> dict[str, Any]:
    """Return the attributes of a CF grid mapping.

    Parameters
    ----------
    crs : str
        Any name of a reference system.

    Returns
    -------
    dict of str
        Among them ``grid_mapping_name`` and ``crs_wkt``.
    """

    def attributes() -> dict[str, Any]:
        from pyproj import CRS

        return dict(CRS.from_user_input(crs).to_cf())

    return _there(crs, attributes)


def transform_points(x: npt.ArrayLike, y: npt.ArrayLike, source: str, target: str) -> tuple[FloatArray, FloatArray]:
    """Return points [..] of reference system `source` in `target`; x is always east.

    Parameters
    ----------
    x, y : array [..]
        Eastward and northward, or longitude and latitude in degrees.
    source, target : str
        Any names of reference systems.

    Returns
    -------
    x, y : array [..]
        Not finite where a point has no place in `target`.
    """
    old_x, old_y = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))

    def points() -> tuple[Any, Any]:
        from pyproj import Transformer

        transformer = Transformer.from_crs(source, target, always_xy=True)
        if old_x.size == 1:
            # pyproj turns an array of one point into a number in a way that NumPy gives up.
            return transformer.transform(old_x.item(), old_y.item())
        return transformer.transform(old_x, old_y)

    new_x, new_y = _there(source if target in _KNOWN else target, points)
    return np.asarray(new_x).reshape(old_x.shape), np.asarray(new_y).reshape(old_x.shape)

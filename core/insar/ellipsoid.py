"""Places on the ellipsoid in the Earth-fixed frame, directions there, and the size of pixels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..raster import RasterGrid
from .band import Float64

_SEMI_MAJOR, _FLATTENING = 6_378_137.0, 1 / 298.257222101  # GRS80
_SQUARED_ECCENTRICITY = _FLATTENING * (2.0 - _FLATTENING)


def earth_fixed(lon: npt.ArrayLike, lat: npt.ArrayLike) -> Float64:
    """Return the positions in m [.., 3] of places on the ellipsoid, given in degrees [..]."""
    longitude, latitude = np.radians(np.asarray(lon, np.float64)), np.radians(np.asarray(lat, np.float64))
    normal = _prime_vertical(latitude)
    x, y = normal * np.cos(latitude) * np.cos(longitude), normal * np.cos(latitude) * np.sin(longitude)
    return np.stack([x, y, normal * (1.0 - _SQUARED_ECCENTRICITY) * np.sin(latitude)], axis=-1)


def east_north_up(vector: Float64, lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Float64, Float64, Float64]:
    """Return Earth-fixed vectors [.., 3] at places in degrees [..] as their eastward, northward and upward parts."""
    longitude, latitude = np.radians(np.asarray(lon, np.float64)), np.radians(np.asarray(lat, np.float64))
    x, y, z = vector[..., 0], vector[..., 1], vector[..., 2]
    outward = np.cos(longitude) * x + np.sin(longitude) * y
    east = np.cos(longitude) * y - np.sin(longitude) * x
    return east, np.cos(latitude) * z - np.sin(latitude) * outward, np.cos(latitude) * outward + np.sin(latitude) * z


def pixel_size(grid: RasterGrid) -> tuple[Float64, float]:
    """Return the width of the pixels of every row [row], and the height of a pixel in the middle of the grid, in m.

    In a projection both are the cell size, as if its scale were 1.
    """
    if not grid.is_geographic:
        return np.full(grid.rows, grid.dx), grid.dy
    latitude = np.radians(grid.y)
    width = np.radians(grid.dx) * _prime_vertical(latitude) * np.cos(latitude)
    middle = np.radians(grid.y_max - grid.rows * grid.dy / 2)
    meridian = _SEMI_MAJOR * (1.0 - _SQUARED_ECCENTRICITY) / (1.0 - _SQUARED_ECCENTRICITY * np.sin(middle) ** 2) ** 1.5
    return np.asarray(width), float(np.radians(grid.dy) * meridian)


def _prime_vertical(latitude: Float64) -> Float64:
    """Radius of curvature in m across the meridian."""
    return np.asarray(_SEMI_MAJOR / np.sqrt(1.0 - _SQUARED_ECCENTRICITY * np.sin(latitude) ** 2))

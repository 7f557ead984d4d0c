"""Earth-fixed coordinates of a station to its place and heights."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ...geodesy import east_north_up, geodetic_place

LEAST_RADIUS_M, LARGEST_RADIUS_M = 6.3e6, 6.4e6
"""Distances of the Earth's surface from its centre [m]: no other unit and no other coordinates lie between them."""


def on_the_earth(xyz: FloatArray) -> bool:
    """Return whether coordinates [row, 3] are metres from the Earth's centre to its surface, all of them.

    Parameters
    ----------
    xyz : array [row, 3]
        Earth-fixed.

    Returns
    -------
    bool
        False for no rows.
    """
    radius = np.sqrt(np.sum(xyz**2, axis=1))
    return bool(radius.size and np.all((radius > LEAST_RADIUS_M) & (radius < LARGEST_RADIUS_M)))


def heights(xyz: FloatArray) -> tuple[FloatArray, tuple[float, float]]:
    """Return heights in mm [row] about the median position, and its longitude and latitude in degrees.

    Parameters
    ----------
    xyz : array [row, 3]
        Earth-fixed coordinates of one station in m.
    """
    middle = np.median(xyz, axis=0)
    lon, lat = geodetic_place(*(float(value) for value in middle))
    _, _, up = east_north_up(xyz - middle, lon, lat)
    return 1000.0 * np.asarray(up), (lon, lat)


def height_std(std: FloatArray, correlation: FloatArray | None, place: tuple[float, float]) -> FloatArray:
    """Return standard deviations of heights in mm [row] from those of x, y and z in m [row, 3].

    Parameters
    ----------
    correlation : array [row, 3] or None
        Of x and y, x and z, y and z; None: taken as 0.
    place : (lon, lat)
        Degrees.
    """
    unit = np.stack([east_north_up(axis, *place)[2] for axis in np.eye(3)])
    parts = std * unit
    variance = np.sum(parts**2, axis=1)
    if correlation is not None:
        for k, (a, b) in enumerate(((0, 1), (0, 2), (1, 2))):
            variance = variance + 2 * correlation[:, k] * parts[:, a] * parts[:, b]
    return np.asarray(1000.0 * np.sqrt(np.maximum(variance, 0.0)))

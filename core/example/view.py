"""How the satellite sees the study box: an ascending Sentinel-1 track, per pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..files.raster import RasterGrid
from ..insar.frames.metadata import SENTINEL1_ORBIT_RADIUS, SPEED_OF_LIGHT
from .area import MIDDLE_LON, offsets_km

FRAME = "099A_06414_131313"
"""The frame whose real track, range and metadata the example borrows."""
HEADING = -10.502
CENTRE_RANGE_M = 878759.8148
STATED_INCIDENCE = 33.9615
"""What the real frame's metadata says, against its own range, which means 39.6 degrees."""
RADAR_FREQUENCY = 5405000454.33435
WAVELENGTH = SPEED_OF_LIGHT / RADAR_FREQUENCY
MASTER = "20160907"
CENTRE_TIME = "11:23:52.692114"

_GROUND_RADIUS_M = 6_376_000.0
"""Radius (m) of the ellipsoid at 25.7 degrees north, with the terrain's 2 km."""
_HALF_SWATH_KM = 123.0


@dataclass(frozen=True)
class View:
    """Line of sight on the pixels [row, column].

    Attributes
    ----------
    east, north, up : array
        Unit vector from the ground to the satellite.
    inside : bool array
        True within the swath.
    """

    east: FloatArray
    north: FloatArray
    up: FloatArray
    inside: BoolArray


def view_of(grid: RasterGrid) -> View:
    """Return the line of sight on the pixels of `grid`.

    The triangle of Earth's centre, satellite and ground: the central angle between the track and the middle of the
    box follows from the slant range there; towards the east it grows with the distance across the track.
    """
    lon, lat = grid.lon_lat()
    east, north = offsets_km(lon, lat)
    heading = np.radians(HEADING + (lon - MIDDLE_LON) * np.sin(np.radians(lat)))
    across_km = east * np.cos(np.radians(HEADING)) - north * np.sin(np.radians(HEADING))
    s, e = SENTINEL1_ORBIT_RADIUS, _GROUND_RADIUS_M
    middle = np.arccos((s * s + e * e - CENTRE_RANGE_M**2) / (2 * s * e))
    angle = middle + across_km * 1000.0 / e
    distance = np.sqrt(s * s + e * e - 2 * s * e * np.cos(angle))
    sine = s * np.sin(angle) / distance
    return View(
        east=-np.cos(heading) * sine,
        north=np.sin(heading) * sine,
        up=np.sqrt(1.0 - sine**2),
        inside=np.asarray(np.abs(across_km) <= _HALF_SWATH_KM),
    )

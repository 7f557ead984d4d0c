"""Distances on the sphere."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..loading.constants import EARTH_RADIUS
from ..loading.sphere import half_chord_squared, unit_vectors


def distance_km(lon: FloatArray, lat: FloatArray, to_lon: FloatArray, to_lat: FloatArray) -> FloatArray:
    """Return great-circle distances [place, to place] in km between places in degrees."""
    square = half_chord_squared(unit_vectors(lon, lat), unit_vectors(to_lon, to_lat))
    distance: FloatArray = 2e-3 * EARTH_RADIUS * np.arcsin(np.sqrt(np.minimum(square, 1.0)))
    return distance

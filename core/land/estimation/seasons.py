"""Leaf area and greenness by vegetation class and month, for users who have no better.

Lowest and highest monthly values of a class, joined by a cosine with its peak in mid-July north of the equator and in
mid-January south of it, and half the range within 15 degrees of it: round figures of the classes' usual seasons.
"""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ..catchment.vegetation import look_up

_LEAF_AREA = (
    np.array([4.5, 0.6, 2.6, 0.4, 0.4, 0.4, 0.02, 0.01]),
    np.array([6.0, 5.2, 4.4, 2.6, 1.2, 1.6, 0.05, 0.02]),
)
_GREENNESS = (
    np.array([0.80, 0.40, 0.62, 0.35, 0.30, 0.30, 0.20, 0.20]),
    np.array([0.90, 0.85, 0.75, 0.75, 0.55, 0.60, 0.25, 0.25]),
)
_TROPICS = 15.0  # degrees
_PEAK = 6  # month from 0: July


def _season(limits: tuple[FloatArray, FloatArray], vegcls: FloatArray, lat: FloatArray) -> FloatArray:
    low, high = (look_up(table, vegcls) for table in limits)
    months = np.arange(12)[:, None]
    swing = np.cos(2.0 * np.pi * (months - _PEAK) / 12.0) * np.where(lat >= 0.0, 1.0, -1.0)
    strength = np.where(np.abs(lat) < _TROPICS, 0.5, 1.0)
    return 0.5 * (low + high) + 0.5 * (high - low) * strength * swing


def leaf_area(vegcls: FloatArray, lat: FloatArray) -> FloatArray:
    """Return the leaf area index [12, tile] of classes at latitudes (degrees)."""
    return _season(_LEAF_AREA, vegcls, lat)


def greenness(vegcls: FloatArray, lat: FloatArray) -> FloatArray:
    """Return the greenness [12, tile] of classes at latitudes (degrees)."""
    return _season(_GREENNESS, vegcls, lat)

"""Water on leaves: what they hold, how much of them is wet, and what falls through (Koster and Suarez 1996)."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose
from .elementwise import clipped
from .vegetation import FIRST_BARE_CLASS

_CAPACITY_PER_LEAF_AREA = 0.2  # mm
_WET_PART = 0.02  # of the area, on which rain falls in a step
_CONVECTIVE_TIME = 0.333  # part of the step's storms that fall on other places than those before


def capacity(lai: FloatArray) -> FloatArray:
    """Return the water that leaves can hold, mm."""
    return _CAPACITY_PER_LEAF_AREA * lai + 1e-5


def wet_part(capac: FloatArray, capacity: FloatArray, lai: FloatArray, vegcls: FloatArray) -> FloatArray:
    """Return the part of the leaves that is wet, with `capac` of `capacity` (mm) in store; 0 on bare ground."""
    filled = clipped(capac / capacity, 0.0, 1.0)
    wet = filled * np.minimum(1.0, 0.5 * lai)
    wet = choose(filled < 0.1, 10.0 * filled * wet, wet)
    return choose(vegcls >= FIRST_BARE_CLASS, 0.0, wet)


def intercept(
    capac: FloatArray, capacity: FloatArray, large_scale: FloatArray, convective: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the canopy's store after rain and what falls through, mm.

    Rain wets a fiftieth of the area at a time: what this cannot hold falls through at once. Convective rain falls on
    other places in part of the step, and there falls through as far as leaves are wet already.

    Parameters
    ----------
    capac, capacity : array
        Canopy's store and capacity, mm.
    large_scale, convective : array
        Rain of the step, mm; melting snow comes with the large-scale rain.
    """
    first = _overflow(capac, capacity, large_scale)
    capac = capac + (large_scale - first)
    again = (1.0 - _CONVECTIVE_TIME) * np.minimum(1.0, capac / capacity / _WET_PART)
    second = _overflow(capac, capacity, convective)
    second = second * (1.0 - again) + again * convective
    return capac + (convective - second), np.maximum(0.0, first + second)


def _overflow(capac: FloatArray, capacity: FloatArray, water: FloatArray) -> FloatArray:
    filled = capac / capacity
    room = (capacity - capac) * _WET_PART
    return choose(water * (1.0 - filled) < room, water * filled, water - room)

"""Vegetation classes: their tables, roughness, displacement and canopy wind.

Sources: Dorman and Sellers (1989), Koster and Suarez (1996), Sellers (1985).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray, IntArray
from ..recording.choice import choose

CLASSES = (
    "broadleaf evergreen",
    "broadleaf deciduous",
    "needleleaf",
    "grass and crop",
    "shrub",
    "dwarf trees and tundra",
    "bare soil",
    "desert",
)
_GROUND_ROUGHNESS = 0.01  # m, canopy top that shows where there are no leaves
_LEAST_REFERENCE_HEIGHT = 10.0  # m above the displacement


def _table(*values: float) -> FloatArray:
    table = np.array(values)
    table.setflags(write=False)
    return table


CANOPY_TOP = _table(35.0, 20.0, 17.0, 0.6, 0.5, 0.6, 0.01, 0.01)  # m
_RESISTANCE_SCALE = _table(285.9, 355.18, 660.24, 30.06, 100.7, 24.36, 23.8, 23.8)
_RESISTANCE_LEAF_AREA = _table(5.1, 7.2, 10.5, 4.8, 1.8, 5.1, 0.0, 0.0)
_GREEN_SCATTERING = _table(0.05 + 0.10, 0.05 + 0.10, 0.05 + 0.07, 0.07 + 0.105, 0.15, 0.15, 0.002, 0.002)
_DEAD_SCATTERING = _table(0.161, 0.161, 0.161, 0.22 + 0.36, 0.161, 0.161, 0.002, 0.002)
LEAF_ANGLE = _table(0.1, 0.25, 0.01, -0.3, 0.01, 0.20, 0.0, 0.0)
MEAN_COSINE = _table(0.9809, 0.9638, 0.9980, 1.0773, 0.9980, 0.9676, 1.0, 1.0)
LIGHT_RESPONSE = (
    _table(2335.9, 9802.2, 2869.7, 2582.0, 93989.4, 9802.2, 0.0, 0.0),  # J m-3
    _table(0.0, 10.6, 3.7, 1.1, 0.01, 10.6, 0.0, 0.0),  # W m-2
    _table(153.5, 180.0, 233.0, 110.0, 855.0, 180.0, 1.0, 1.0),  # s m-1
)
COLDEST = _table(273.0, 273.0, 268.0, 283.0, 283.0, 273.0, 0.0, 0.0)  # K
HOTTEST = _table(318.0, 318.0, 313.0, 328.0, 323.0, 323.0, 0.0, 0.0)
TEMPERATURE_RESPONSE = (
    _table(-1.43549e-6, -6.83584e-7, 1.67699e-7, -1.43465e-6, -2.76097e-6, -1.58094e-7, 0.0, 0.0),
    _table(7.95859e-4, 3.72064e-4, -7.65944e-5, 8.24060e-4, 1.57617e-3, 8.44847e-5, 0.0, 0.0),
    _table(-1.11575e-1, -5.21533e-2, 6.14960e-3, -1.19602e-1, -2.26109e-1, -1.27272e-2, 0.0, 0.0),
)
EMISSIVITY = _table(0.99560, 0.99000, 0.99560, 0.99320, 0.99280, 0.99180, 0.94120, 0.94120)
SNOW_MASKING = _table(50.0, 30.0, 45.0, 20.0, 30.0, 20.0, 2.0, 2.0)  # mm of snow that hides half of the canopy
# Snow-free albedo of the month for users who prescribe none: mid-range values of field measurements by class.
SNOW_FREE_ALBEDO = _table(0.13, 0.16, 0.12, 0.19, 0.18, 0.17, 0.22, 0.30)
FIRST_BARE_CLASS = 7


# Of the last classes that were looked up: the same arrays come thirty times a step. The arrays themselves are kept
# beside the values, so that no other array can take their identity.
_LOOKED_UP: dict[tuple[int, int], tuple[FloatArray, npt.NDArray[np.generic], FloatArray]] = {}
_MOST_LOOKED_UP = 512


def look_up(table: FloatArray, vegcls: npt.NDArray[np.generic]) -> FloatArray:
    """Return the table's values [tile] for the classes 1 to 8 [tile]; not to be changed in place."""
    key = id(table), id(vegcls)
    known = _LOOKED_UP.get(key)
    if known is not None and known[0] is table and known[1] is vegcls:
        return known[2]
    index: IntArray = np.asarray(vegcls).astype(np.intp) - 1
    values = table[index]
    if not isinstance(vegcls, np.ndarray):
        return values
    if len(_LOOKED_UP) >= _MOST_LOOKED_UP:
        _LOOKED_UP.clear()
    values.setflags(write=False)
    _LOOKED_UP[key] = (table, vegcls, values)
    return values


@dataclass(frozen=True)
class Roughness:
    """How rough the vegetation is for the wind, each [tile].

    Attributes
    ----------
    length : array
        Roughness length z0, m.
    height : array
        Height of the vegetation, m.
    displacement : array
        Displacement height d0, m.
    reference_height : array
        Height of the forcing above the displacement, m.
    resistance : array
        Numerator RDC of the ground's aerodynamic resistance.
    """

    length: FloatArray
    height: FloatArray
    displacement: FloatArray
    reference_height: FloatArray
    resistance: FloatArray


def roughness(vegcls: FloatArray, lai: FloatArray, reference_height: FloatArray | float) -> Roughness:
    """Return the roughness of vegetation of a class at its leaf area (Koster and Suarez 1996).

    z0 = 0.13 [z2 - (z2 - 0.01) exp(-LAI)], vegetation height z0 / 0.13, displacement 0.66 of it.

    Parameters
    ----------
    vegcls, lai : array [tile]
        Class (1 to 8) and leaf area index.
    reference_height : array or float
        Of the forcing above the ground, m.
    """
    top = look_up(CANOPY_TOP, vegcls)
    length = 0.13 * (top - (top - _GROUND_ROUGHNESS) * np.exp(-lai))
    height = length / 0.13
    displacement = 0.66 * height
    above = np.maximum(reference_height - displacement, _LEAST_REFERENCE_HEIGHT)
    full = look_up(_RESISTANCE_LEAF_AREA, vegcls)
    closed = choose(full > 0, np.minimum(1.0, lai / np.where(full > 0, full, 1.0)), 1.0)
    resistance = np.maximum(look_up(_RESISTANCE_SCALE, vegcls) * closed, 0.001)
    return Roughness(length, height, displacement, above, resistance)


def canopy_wind(wind: FloatArray, rough: Roughness) -> FloatArray:
    """Return the wind at the canopy's top from the logarithmic profile, m s-1."""
    inside = np.maximum(rough.height - rough.displacement, 0.0) + rough.length
    outside = rough.reference_height + rough.length
    return np.maximum(wind, 1.0) * np.log(inside / rough.length) / np.log(outside / rough.length)


def transmission(vegcls: FloatArray, greenness: FloatArray) -> FloatArray:
    """Return sqrt(1 - s), s the visible scattering coefficient of leaves in part green (Sellers 1985)."""
    green, dead = look_up(_GREEN_SCATTERING, vegcls), look_up(_DEAD_SCATTERING, vegcls)
    return np.sqrt(1.0 - (greenness * green + (1.0 - greenness) * dead))

"""Resistance of each zone to evaporation from soil, canopy and wet leaves, and its derivatives.

Sources: Koster and Suarez (1992), with the parameters of LISF's Fortuna 2.5.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from .canopy import temperature_factor
from .options import ModelOptions

_CLOSED = 1e10  # s m-1
_WARMER = 0.01  # K, of the derivative
_MOISTER = 0.001  # hPa
_LEAST_STRESS = 0.001


@dataclass(frozen=True)
class ZoneResistance:
    """Resistances of the three zones, each [3, ..], s m-1.

    Attributes
    ----------
    canopy, soil : array
        Through the leaves and from the ground, in parallel.
    combined : array
        Of both and of the wet part of the leaves.
    by_temperature, by_vapour : array
        Derivatives of `combined`, s m-1 K-1 and s m-1 hPa-1.
    """

    canopy: FloatArray
    soil: FloatArray
    combined: FloatArray
    by_temperature: FloatArray
    by_vapour: FloatArray


@dataclass(frozen=True)
class ZoneSurface:
    """What the zones' resistances depend on.

    Attributes
    ----------
    temperature : array [3, ..]
        K.
    saturated, saturated_slope, vapour : array [3, ..]
        Vapour pressure at saturation, its derivative, and that of the canopy's air, hPa.
    unstressed : array
        Canopy resistance without stress, s m-1.
    wetness2, wetness4 : array
        Degree of saturation of the surface layer in the unsaturated and wilting zone.
    root_wetness : array
        Of the unsaturated zone.
    ground : array
        Aerodynamic resistance of the ground, RDC / wind, s m-1.
    wet_leaves : array
        Part of the leaves that is wet.
    aerodynamic : array [3, ..]
        s m-1.
    """

    temperature: FloatArray
    saturated: FloatArray
    saturated_slope: FloatArray
    vapour: FloatArray
    unstressed: FloatArray
    wetness2: FloatArray
    wetness4: FloatArray
    root_wetness: FloatArray
    ground: FloatArray
    wet_leaves: FloatArray
    aerodynamic: FloatArray


def zone_resistance(
    surface: ZoneSurface, vegcls: FloatArray, wpwet: FloatArray, options: ModelOptions
) -> ZoneResistance:
    """Return the zones' resistances and their derivatives by finite differences (0.01 K, 0.001 hPa).

    The saturated zone's does not depend on vapour, the wilting zone's derivatives are not used.
    """
    s = surface
    shape = s.saturated.shape[1:]
    stress = _drought_stress(s.root_wetness, wpwet, options)

    def leaves(temperature: FloatArray) -> FloatArray:
        return s.unstressed / (temperature_factor(vegcls, temperature) + 1e-20)

    def combined(canopy: FloatArray, soil: FloatArray, zone: int) -> FloatArray:
        both = canopy * soil / (canopy + soil)
        return both * (1.0 - s.wet_leaves) / (1.0 + s.wet_leaves * both / s.aerodynamic[zone])

    dry = ground_resistance(s.wetness2, s.ground, wpwet, options)
    soil2 = _soil(dry, s.wetness2, s.saturated[1], s.vapour[1])
    soil4 = _soil(ground_resistance(s.wetness4, s.ground, wpwet, options), s.wetness4, s.saturated[2], s.vapour[2])
    canopy1 = leaves(s.temperature[0])
    canopy2 = np.minimum(leaves(s.temperature[1]) / stress, _CLOSED)
    canopy4 = np.full(shape, _CLOSED)
    base1, base2 = combined(canopy1, s.ground, 0), combined(canopy2, soil2, 1)
    base4 = combined(canopy4, soil4, 2)

    warmer1 = combined(leaves(s.temperature[0] + _WARMER), s.ground, 0)
    canopy2_warmer = np.minimum(leaves(s.temperature[1] + _WARMER) / stress, _CLOSED)
    warmer_saturated = s.saturated[1] + _WARMER * s.saturated_slope[1]
    warmer2 = combined(canopy2_warmer, _soil(dry, s.wetness2, warmer_saturated, s.vapour[1]), 1)
    moister2 = combined(canopy2, _soil(dry, s.wetness2, s.saturated[1], s.vapour[1] + _MOISTER), 1)
    none = np.zeros(shape)
    return ZoneResistance(
        _stack(canopy1, canopy2, canopy4, shape),
        _stack(s.ground, soil2, soil4, shape),
        np.stack([base1, base2, base4]),
        np.stack([(warmer1 - base1) / _WARMER, (warmer2 - base2) / _WARMER, none]),
        np.stack([none, (moister2 - base2) / _MOISTER, none]),
    )


def _stack(first: FloatArray, second: FloatArray, third: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    stacked = np.empty((3, *shape))
    stacked[0], stacked[1], stacked[2] = first, second, third
    return stacked


def _drought_stress(wetness: FloatArray, wpwet: FloatArray, options: ModelOptions) -> FloatArray:
    """Return the factor on the canopy's conductance as the root zone dries towards the wilting point."""
    full = (wpwet + options.stress_range * (1.0 - wpwet)) - wpwet
    relative = np.clip((wetness - wpwet) / full, _LEAST_STRESS, 1.0)
    if options.stress_power == 2.0:
        return relative * relative
    return relative**options.stress_power


def ground_resistance(wetness: FloatArray, ground: FloatArray, wpwet: FloatArray, options: ModelOptions) -> FloatArray:
    """Return the resistance of the ground at a surface wetness, before its own humidity counts, s m-1.

    `saturated_resistance` when wet, `wilting_resistance` at the wilting point, linear in 1 / wetness^2.
    """
    slope = (options.wilting_resistance - options.saturated_resistance) / (1.0 / (wpwet * wpwet) - 1.0)
    wet = 1e-10 + wetness
    return ground + options.saturated_resistance - slope + slope / (wet * wet)


def _soil(dry: FloatArray, wetness: FloatArray, saturated: FloatArray, vapour: FloatArray) -> FloatArray:
    """Return the soil's resistance with respect to saturation, its air's humidity being that of wetness `wetness`."""
    inside = saturated * np.minimum(1.0, 2.0 * wetness)
    evaporates = vapour < inside
    difference = np.where(evaporates, inside - vapour, 1.0)
    return np.where(evaporates, dry * (1.0 + (saturated - inside) / difference), _CLOSED)

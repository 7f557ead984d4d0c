"""Resistance of each zone to evaporation from soil, canopy and wet leaves, and its derivatives.

Sources: Koster and Suarez (1992), with the parameters of LISF's Fortuna 2.5.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose, stacked
from .canopy import temperature_factor
from .elementwise import clipped
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
    stress = _drought_stress(s.root_wetness, wpwet, options)

    # All cases side by side: zones 1, 2 and 4, then 1 and 2 a little warmer, and 2 a little moister.
    first, second = s.temperature[0], s.temperature[1]
    warm = stacked(first, second, first + _WARMER, second + _WARMER)
    leaves = s.unstressed / (temperature_factor(vegcls, warm) + 1e-20)
    thirsty, warmer = np.minimum(leaves[1] / stress, _CLOSED), np.minimum(leaves[3] / stress, _CLOSED)
    wetness = stacked(s.wetness2, s.wetness4)
    dry = ground_resistance(wetness, s.ground, wpwet, options)
    limit = np.minimum(1.0, 2.0 * wetness)
    saturated = stacked(s.saturated[1], s.saturated[2], s.saturated[1] + _WARMER * s.saturated_slope[1], s.saturated[1])
    vapour = stacked(s.vapour[1], s.vapour[2], s.vapour[1], s.vapour[1] + _MOISTER)
    ground = _soil(
        stacked(dry[0], dry[1], dry[0], dry[0]), stacked(limit[0], limit[1], limit[0], limit[0]), saturated, vapour
    )

    canopy = stacked(leaves[0], thirsty, _CLOSED, leaves[2], warmer, thirsty)
    soil = stacked(s.ground, ground[0], ground[1], s.ground, ground[2], ground[3])
    both = canopy * soil / (canopy + soil)
    zone = s.aerodynamic
    air = stacked(zone[0], zone[1], zone[2], zone[0], zone[1], zone[1])
    combined = both * (1.0 - s.wet_leaves) / (1.0 + s.wet_leaves * both / air)
    change = (combined[3:5] - combined[:2]) / _WARMER
    by_temperature = stacked(change[0], change[1], 0.0)
    by_vapour = stacked(0.0, (combined[5] - combined[1]) / _MOISTER, 0.0)
    return ZoneResistance(canopy[:3], soil[:3], combined[:3], by_temperature, by_vapour)


def _drought_stress(wetness: FloatArray, wpwet: FloatArray, options: ModelOptions) -> FloatArray:
    """Return the factor on the canopy's conductance as the root zone dries towards the wilting point."""
    full = (wpwet + options.stress_range * (1.0 - wpwet)) - wpwet
    relative = clipped((wetness - wpwet) / full, _LEAST_STRESS, 1.0)
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


def _soil(dry: FloatArray, limit: FloatArray, saturated: FloatArray, vapour: FloatArray) -> FloatArray:
    """Return the soil's resistance with respect to saturation, its air being at most `limit` of saturated."""
    inside = saturated * limit
    evaporates = vapour < inside
    difference = choose(evaporates, inside - vapour, 1.0)
    return choose(evaporates, dry * (1.0 + (saturated - inside) / difference), _CLOSED)

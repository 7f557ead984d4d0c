"""Heat conduction and surface balance of the snow pack, implicit over its three layers.

Sources: Lynch-Stieglitz (1994); Stieglitz et al. (2001). Arrays are [layer, column] or [column].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray
from ..recording.choice import choose, stacked
from .constants import SNOW_HEAT, SUBLIMATION_HEAT
from .snow_layers import temperature_and_ice, tolerant_state

_GROUND_CONDUCTIVITY = 1.8  # W m-1 K-1
_GROUND_DISTANCE = 0.025  # m


@dataclass(frozen=True)
class SnowForcing:
    """What the air and the ground do to the snow, each [column] or [3, column] for the three zones below.

    Attributes
    ----------
    areas, ground_temperature : array [3, column]
        Areas of the zones and their temperatures, deg C.
    rain, snowfall : array
        kg m-2 s-1.
    air_temperature : array
        K.
    evaporation, evaporation_slope, heat, heat_slope : array
        Turbulent fluxes of the snow's surface, kg m-2 s-1 and W m-2, and their derivatives by its temperature.
    emission, emission_slope : array
        Long wave upwards and its derivative.
    radiation : array
        Downward long wave and net short wave, W m-2.
    """

    areas: FloatArray
    ground_temperature: FloatArray
    rain: FloatArray
    snowfall: FloatArray
    air_temperature: FloatArray
    evaporation: FloatArray
    evaporation_slope: FloatArray
    heat: FloatArray
    heat_slope: FloatArray
    emission: FloatArray
    emission_slope: FloatArray
    radiation: FloatArray


@dataclass(frozen=True)
class HeatStep:
    """Result of the implicit step.

    Attributes
    ----------
    change : array [3, column]
        Change of the layers' temperatures, K.
    net : array [3, column]
        Heat that the layers gain, W m-2 of covered area.
    ground : array [3, column]
        Flux from each zone's ground up into the snow, without its change by the last layer's temperature.
    ground_slope : array [column]
        Derivative of the sum of `ground` by the last layer's temperature.
    ice, freezing : array [3, column]
        Flags of :func:`~.snow_layers.tolerant_state` before the step.
    temperature : array [3, column]
        Before the step, deg C.
    """

    change: FloatArray
    net: FloatArray
    ground: FloatArray
    ground_slope: FloatArray
    ice: BoolArray
    freezing: BoolArray
    temperature: FloatArray


def conduct(
    water: FloatArray,
    heat: FloatArray,
    depth: FloatArray,
    density: FloatArray,
    cover: FloatArray,
    *,
    forcing: SnowForcing,
    dt: float,
) -> HeatStep:
    """Return the change of the layers' temperatures over a step and the heat that flows.

    Parameters
    ----------
    water, heat, depth, density : array [3, column]
        State: mm, J m-2, m of the covered part, kg m-3.
    cover : array [column]
        Part of the area under snow.
    forcing : SnowForcing
        From air and ground.
    dt : float
        Step, s.
    """
    conductivity = 3.2217e-6 * density * density
    temperature, _ = temperature_and_ice(heat, water)
    ground, ground_slope = _ground_flux(
        conductivity[2], temperature[2], depth[2], heat[2], water[2], cover=cover, forcing=forcing, dt=dt
    )
    f = forcing
    latent, latent_slope = SUBLIMATION_HEAT * f.evaporation, SUBLIMATION_HEAT * f.evaporation_slope
    between = -np.sqrt(conductivity[:-1] * conductivity[1:]) / (0.5 * (depth[:-1] + depth[1:]))
    inner = between * (temperature[:-1] - temperature[1:])
    top = latent + f.heat + f.emission - f.radiation
    top_slope = -(latent_slope + f.heat_slope + f.emission_slope)
    flux = stacked(top, inner[0], inner[1], ground[0] + ground[1] + ground[2])
    slope = stacked(top_slope, between[0], between[1], ground_slope)
    _, _, ice, freezing = tolerant_state(heat, water)
    change = _solve(flux, slope, water, ice, dt)
    melts = (temperature + change > 0.0) | (heat + water * SNOW_HEAT * change > 0.0)
    change = choose(ice, choose(melts, -temperature, change), 0.0)
    return HeatStep(
        change, _net_flux(flux, slope, change), ground, ground_slope, ice, freezing=freezing, temperature=temperature
    )


def _ground_flux(
    conductivity: FloatArray,
    temperature: FloatArray,
    depth: FloatArray,
    heat: FloatArray,
    water: FloatArray,
    *,
    cover: FloatArray,
    forcing: SnowForcing,
    dt: float,
) -> tuple[FloatArray, FloatArray]:
    """Return the flux from each zone's ground into the last layer and its derivative, kept from overshooting."""
    f = forcing
    shared = -np.sqrt(_GROUND_CONDUCTIVITY * conductivity) * f.areas / (0.5 * depth + _GROUND_DISTANCE)
    flux = shared * (temperature - f.ground_temperature)
    total = _over_zones(flux)
    mean = _over_zones(f.ground_temperature * f.areas) / _over_zones(f.areas)
    reached, _ = temperature_and_ice(heat + total * dt * cover, water)
    crosses = (mean - temperature) * (mean - reached) < 0.0
    scale = choose(crosses, 0.5 * (temperature - mean) / choose(crosses, temperature - reached, 1.0), 1.0)
    melts = (temperature == 0.0) & (reached > 0.0) & (np.abs(total) > 1e-10)
    scale = choose(melts, -0.5 * heat / (dt * cover) / choose(melts, total, 1.0), scale)
    return flux * scale, _over_zones(shared) * scale


def _over_zones(values: FloatArray) -> FloatArray:
    """Return the sum [..] of values [3, ..]."""
    return values[0] + values[1] + values[2]


def _solve(flux: FloatArray, slope: FloatArray, water: FloatArray, ice: BoolArray, dt: float) -> FloatArray:
    """Solve the tridiagonal system for the temperature changes of the layers that are ice."""
    upper, middle, lower = ice[0], ice[1], ice[2]
    main = choose(ice, water * (SNOW_HEAT / dt) - slope[:3] - slope[1:], 1.0)
    right = choose(ice, flux[1:] - flux[:3], 0.0)
    first_second = choose(upper & middle, slope[1], 0.0)
    second_third = choose(middle & lower, slope[2], 0.0)
    ratio = second_third / main[2]
    main_2 = main[1] - ratio * second_third
    right_2 = right[1] - ratio * right[2]
    ratio = first_second / main_2
    first = (right[0] - ratio * right_2) / (main[0] - ratio * first_second)
    second = (right_2 - first_second * first) / main_2
    third = (right[2] - second_third * second) / main[2]
    return stacked(first, second, third)


def _net_flux(flux: FloatArray, slope: FloatArray, change: FloatArray) -> FloatArray:
    """Return the heat that each layer gains at its new temperature, W m-2."""
    between = slope[1:3] * (change[:-1] - change[1:])
    above = flux[:3] + stacked(slope[0] * change[0], between[0], between[1])
    below = flux[1:] + stacked(between[0], between[1], slope[3] * change[2])
    return below - above

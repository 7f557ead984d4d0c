"""Heat in six ground layers, with freezing (Koster et al. 2000; conductivities after Farouki 1981)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose, stacked, where_any, zeros_like
from .constants import DRY_CONDUCTIVITY, FREEZING, FUSION_HEAT, GROUND_LAYERS, GROUND_TOP
from .elementwise import clipped

_ROCK_HEAT = 2.4e6  # J m-3 K-1
_ICE_HEAT = 2.0e6
_WATER_HEAT = 4.218e6
_WETNESS = 0.5  # degree of saturation that the heat content assumes
_SURFACE_DISTANCE = 0.025  # m: where the surface temperature holds

INTERFACES = -GROUND_TOP - np.concatenate([[0.0], np.cumsum(GROUND_LAYERS)])  # m, elevation of the layers' faces
CENTRES = 0.5 * (INTERFACES[1:] + INTERFACES[:-1])


@dataclass(frozen=True)
class GroundProfile:
    """Temperature, ice and conductivity of the ground layers, each [layer, ..].

    Attributes
    ----------
    temperature : array
        Degrees Celsius.
    ice : array
        Frozen part of the water.
    conductivity : array
        W m-1 K-1, of the layer as wet as it is.
    saturated_conductivity : array
        W m-1 K-1, of the first layer if saturated.
    water_table : array
        Elevation that both ground-heat steps take for the water table's, m.
    """

    temperature: FloatArray
    ice: FloatArray
    conductivity: FloatArray
    saturated_conductivity: FloatArray
    water_table: FloatArray


def by_layer(values: FloatArray, ndim: int) -> FloatArray:
    """Return values [layer] shaped so that they meet arrays [layer, ..] of `ndim` dimensions."""
    return values.reshape((-1,) + (1,) * (ndim - 1))


def temperature_and_ice(heat: FloatArray, poros: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return temperature (deg C) and frozen part [layer, ..] of ground with heat content J m-2 (0 = water at 0 C)."""
    thickness = by_layer(GROUND_LAYERS, heat.ndim)
    water = _WETNESS * poros * thickness
    latent = 1000.0 * FUSION_HEAT * water
    rock = _ROCK_HEAT * (1.0 - poros) * thickness
    thawed = heat / (rock + _WATER_HEAT * water)

    def with_ice() -> tuple[FloatArray, FloatArray]:
        ice = clipped(-heat / latent, 0.0, 1.0)
        frozen = (heat + latent) / (rock + _ICE_HEAT * water)
        return choose(ice == 1.0, frozen, choose(ice == 0.0, thawed, 0.0)), ice

    temperature, ice = where_any(heat < 0.0, with_ice, (thawed, zeros_like(thawed)))
    return temperature, ice


def water_table_elevation(catdef: FloatArray, bf1: FloatArray, bf2: FloatArray) -> FloatArray:
    """Return the elevation -sqrt(D / bf1) - bf2 that the ground-heat steps use, m.

    The water table proper lies at bf2 - sqrt(D / bf1); the original takes the other sign here. It decides on the
    conductivity and the frozen part only, and is kept so that the numbers agree.
    """
    return -np.sqrt(1e-20 + catdef / bf1) - bf2


def ground_profile(
    temperature: FloatArray, ice: FloatArray, catdef: FloatArray, poros: FloatArray, bf1: FloatArray, *, bf2: FloatArray
) -> GroundProfile:
    """Return what the ground layers are like.

    Parameters
    ----------
    temperature, ice : array [6, .., tile]
        Of :func:`temperature_and_ice`.
    catdef : array [.., tile]
        Deficit, mm.
    poros, bf1, bf2 : array [tile]
        Parameters.
    """
    saturated = _saturated_conductivity(ice, poros)
    table = water_table_elevation(catdef, bf1, bf2)
    upper, lower = by_layer(INTERFACES[:-1], ice.ndim), by_layer(INTERFACES[1:], ice.ndim)
    between = (0.5 * (upper - table) + (table - lower)) / (upper - lower)
    weight = choose(table <= lower, 0.5, choose(table <= upper, np.minimum(between, 1.0), 1.0))
    conductivity = (saturated - DRY_CONDUCTIVITY) * weight + DRY_CONDUCTIVITY
    return GroundProfile(temperature, ice, conductivity, saturated[0], table)


def _saturated_conductivity(ice: FloatArray, poros: FloatArray) -> FloatArray:
    """Return the conductivity of saturated ground, fitted to the geometric mean of rock, ice and water."""
    rock = 1.0 - poros
    of_rock = 1.01692 + rock * (0.89865 + 1.06211 * rock)

    def conductivity(part: FloatArray) -> tuple[FloatArray]:
        water = poros * (1.0 - part)
        frozen = poros - water
        of_ice = 1.00543 + frozen * (0.723371 + 0.464342 * frozen)
        of_water = 0.998899 + water * (-0.548043 + 0.120291 * water)
        return (of_rock * of_ice * of_water,)

    return where_any(ice > 0.0, lambda: conductivity(ice), conductivity(zeros_like(ice)))[0]


def surface_ground_flux(
    profile: GroundProfile, tc1: FloatArray, tc2: FloatArray, tc4: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the heat flux from each zone's surface into the ground and its derivative, both [3, ..].

    W m-2 and W m-2 K-1, downwards; the saturated zone conducts as saturated ground.
    """
    distance = -_SURFACE_DISTANCE - CENTRES[0]
    slope = stacked(profile.saturated_conductivity, profile.conductivity[0], profile.conductivity[0]) / distance
    return slope * (stacked(tc1, tc2, tc4) - FREEZING - profile.temperature[0]), slope


def diffuse(heat: FloatArray, profile: GroundProfile, inflow: FloatArray, dt: float) -> FloatArray:
    """Return the heat content after a step of explicit diffusion.

    Parameters
    ----------
    heat : array [6, ..]
        Heat content, J m-2.
    profile : GroundProfile
        At the beginning of the step.
    inflow : array [..]
        Heat flux into the first layer, W m-2.
    dt : float
        Step, s.
    """
    upper, lower = by_layer(CENTRES[:-1], heat.ndim), by_layer(CENTRES[1:], heat.ndim)
    face = by_layer(INTERFACES[1:-1], heat.ndim)
    k = profile.conductivity
    mean = ((face - upper) * k[:-1] + (lower - face) * k[1:]) / (lower - upper)
    downward = mean * (profile.temperature[:-1] - profile.temperature[1:]) / (upper - lower)
    moved = downward * dt
    inner = heat[1:-1] - moved[1:] + moved[:-1]
    return stacked(heat[0] + inflow * dt - moved[0], *(inner[layer] for layer in range(4)), heat[5] + moved[4])


def frozen_part(ice: FloatArray, water_table: FloatArray) -> FloatArray:
    """Return the mean frozen part of the layers that reach below the water table."""
    lower = by_layer(INTERFACES[1:-1], ice.ndim)

    def mean() -> tuple[FloatArray]:
        below = water_table >= lower
        frozen, counted = choose(below, ice[:-1], 0.0), choose(below, 1.0, 0.0)
        total, count = frozen[0], counted[0]
        for layer in range(1, 5):
            total, count = total + frozen[layer], count + counted[layer]
        return ((total + ice[5]) / (count + 1.0),)

    return where_any(ice > 0.0, mean, (zeros_like(water_table),))[0]

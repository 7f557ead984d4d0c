"""What a step finds before it changes anything: vegetation of the season, wind, light, wet leaves, snow cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose
from .constants import FREEZING
from .interception import capacity, wet_part
from .options import ModelOptions
from .parameters import Parameters
from .radiation import emissivity, snow_albedo
from .snow_layers import temperature_and_ice
from .state import Forcing, State
from .turbulence import gusty_wind
from .vegetation import Roughness, canopy_wind, roughness, transmission

_LEAST_LEAF_AREA = 0.001
_LEAST_COSINE = 0.01


@dataclass(frozen=True)
class Season:
    """Vegetation at the time of a step, each [tile].

    Attributes
    ----------
    lai, greenness, albedo : array
        Leaf area index, green part of the leaves, snow-free albedo.
    """

    lai: FloatArray
    greenness: FloatArray
    albedo: FloatArray


@dataclass(frozen=True)
class Surroundings:
    """Conditions of a step.

    Attributes
    ----------
    lai, greenness, transmitted : array
        Leaf area index, green part, sqrt(1 - scattering).
    rough : Roughness
        Of the vegetation.
    cosine : array
        Of the sun's zenith angle, at least 0.01.
    wind, top_wind : array
        With gusts, and at the canopy's top, m s-1.
    light, direct_part : array
        Photosynthetically active radiation, W m-2, and its direct part.
    leaf_capacity, wet_leaves : array
        What leaves can hold, mm, and their wet part.
    snow_mass, cover : array
        Snow water, mm, and the area under it.
    snow_temperature : array
        Of the snow's surface, K.
    emitting : array
        Emissivity.
    net_free, net_snow : array
        Net short wave of the snow-free and the snow-covered part, W m-2.
    """

    lai: FloatArray
    greenness: FloatArray
    transmitted: FloatArray
    rough: Roughness
    cosine: FloatArray
    wind: FloatArray
    top_wind: FloatArray
    light: FloatArray
    direct_part: FloatArray
    leaf_capacity: FloatArray
    wet_leaves: FloatArray
    snow_mass: FloatArray
    cover: FloatArray
    snow_temperature: FloatArray
    emitting: FloatArray
    net_free: FloatArray
    net_snow: FloatArray


def season_of(forcing: Forcing, parameters: Parameters) -> Season:
    """Return the season of a step."""
    p = parameters
    albedo = p.class_albedo if p.albedo is None else forcing.monthly(p.albedo)
    return Season(forcing.monthly(p.lai), forcing.monthly(p.grn), albedo)


def surroundings(
    state: State, forcing: Forcing, season: Season, parameters: Parameters, options: ModelOptions
) -> Surroundings:
    """Return the conditions of a step that begins with `state`."""
    p, f = parameters, forcing
    lai = choose(season.lai <= 0.0, _LEAST_LEAF_AREA, season.lai)
    greenness = season.greenness
    rough = roughness(p.vegcls, lai, f.RefH)
    direct = 0.25 * f.SWdown if f.PARdir is None else f.PARdir
    light = direct + (0.25 * f.SWdown if f.PARdif is None else f.PARdif) + 1e-20
    leaf_capacity = capacity(lai)
    mass = state.snow_water
    cover = np.minimum(mass / options.full_cover_snow, 1.0)
    snow_temperature, _ = temperature_and_ice(state.htsn1, state.wesn1)
    net_free, net_snow = _net_short_wave(state, f, season.albedo, p, lai, mass=mass, cover=cover)
    return Surroundings(
        lai,
        greenness,
        transmission(p.vegcls, greenness),
        rough,
        np.maximum(f.coszen, _LEAST_COSINE),
        wind=gusty_wind(f.Wind, np.multiply(1.0, f.Rainf_C)),
        top_wind=canopy_wind(f.Wind, rough),
        light=light,
        direct_part=direct / light,
        leaf_capacity=leaf_capacity,
        wet_leaves=wet_part(state.capac, leaf_capacity, lai, p.vegcls),
        snow_mass=mass,
        cover=cover,
        snow_temperature=FREEZING + snow_temperature,
        emitting=emissivity(p.vegcls, lai, cover),
        net_free=net_free,
        net_snow=net_snow,
    )


def _net_short_wave(
    state: State,
    forcing: Forcing,
    albedo: FloatArray,
    p: Parameters,
    lai: FloatArray,
    *,
    mass: FloatArray,
    cover: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    if forcing.swnetf is not None and forcing.swnets is not None:
        return forcing.swnetf, forcing.swnets
    down = np.maximum(forcing.SWdown, 0.0)
    depth = state.sndz1 + state.sndz2 + state.sndz3
    under_snow = snow_albedo(albedo, p.vegcls, lai, mass, depth, cover=cover)
    return (1.0 - albedo) * down, (1.0 - under_snow) * down

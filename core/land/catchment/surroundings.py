"""What a step finds before it changes anything: vegetation of the season, wind, light, wet leaves, snow cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
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


def surroundings(state: State, forcing: Forcing, parameters: Parameters, options: ModelOptions) -> Surroundings:
    """Return the conditions of a step that begins with `state`."""
    p, f = parameters, forcing
    lai = f.monthly(p.lai)
    lai = np.where(lai <= 0.0, _LEAST_LEAF_AREA, lai)
    greenness = f.monthly(p.grn)
    rough = roughness(p.vegcls, lai, f.RefH)
    direct = 0.25 * f.SWdown if f.PARdir is None else f.PARdir
    light = direct + (0.25 * f.SWdown if f.PARdif is None else f.PARdif) + 1e-20
    leaf_capacity = capacity(lai)
    mass = state.snow_water
    cover = np.minimum(mass / options.full_cover_snow, 1.0)
    snow_temperature, _ = temperature_and_ice(state.htsn1, state.wesn1)
    net_free, net_snow = _net_short_wave(state, f, p, lai, mass, cover=cover)
    return Surroundings(
        lai,
        greenness,
        transmission(p.vegcls, greenness),
        rough,
        np.maximum(f.coszen, _LEAST_COSINE),
        wind=gusty_wind(np.asarray(f.Wind), np.asarray(f.Rainf_C)),
        top_wind=canopy_wind(np.asarray(f.Wind), rough),
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
    state: State, forcing: Forcing, p: Parameters, lai: FloatArray, mass: FloatArray, *, cover: FloatArray
) -> tuple[FloatArray, FloatArray]:
    if forcing.swnetf is not None and forcing.swnets is not None:
        return np.asarray(forcing.swnetf), np.asarray(forcing.swnets)
    albedo = p.class_albedo if p.albedo is None else forcing.monthly(p.albedo)
    down = np.maximum(forcing.SWdown, 0.0)
    depth = state.sndz1 + state.sndz2 + state.sndz3
    under_snow = snow_albedo(albedo, p.vegcls, lai, mass, depth, cover=cover)
    return (1.0 - albedo) * down, (1.0 - under_snow) * down

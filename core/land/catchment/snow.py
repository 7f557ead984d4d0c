"""One step of the three-layer snow pack (Lynch-Stieglitz 1994; Stieglitz et al. 2001).

Arrays are [layer, column] or [column]; snow water and heat are per whole area, thickness per covered area.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray
from ..recording.choice import choose, is_recorded, stacked, where_any, zeros_like
from .constants import (
    FREEZING,
    FRESH_SNOW_DENSITY,
    FUSION_HEAT,
    LARGEST_SNOW_DENSITY,
    LEAST_SNOW,
    SNOW_HEAT,
    SUBLIMATION_HEAT,
)
from .elementwise import clipped
from .snow_heat import HeatStep, SnowForcing, conduct
from .snow_layers import relayer, temperature_and_ice, tolerant_state
from .snow_water import compact, percolate


@dataclass(frozen=True)
class SnowStep:
    """State after a step and what the snow gave off.

    Attributes
    ----------
    water, heat, depth : array [3, column]
        State: mm, J m-2, m.
    temperature, ice : array [3, column]
        Temperature (deg C) and frozen part.
    cover : array [column]
        Part of the area under snow after the step.
    outflow : array
        Melt water and rain that left the pack, kg m-2 s-1.
    evaporation, sensible, emission : array
        Fluxes of the covered area, kg m-2 s-1 and W m-2.
    ground : array [3, column]
        Heat from the ground of each zone, W m-2.
    """

    water: FloatArray
    heat: FloatArray
    depth: FloatArray
    temperature: FloatArray
    ice: FloatArray
    cover: FloatArray
    outflow: FloatArray
    evaporation: FloatArray
    sensible: FloatArray
    emission: FloatArray
    ground: FloatArray


def snow_step(
    water: FloatArray, heat: FloatArray, depth: FloatArray, forcing: SnowForcing, dt: float, *, full_cover: float
) -> SnowStep:
    """Return the snow after a step of length `dt` (s), whatever there was before; parameters as :class:`SnowStep`."""
    thick = water[0] + water[1] + water[2] > LEAST_SNOW
    if is_recorded(thick):
        # What is written down does both, the rarer one only where it is needed.
        pack = _pack(water, heat, depth, forcing, dt, full_cover=full_cover)

        def with_thin() -> tuple[FloatArray, ...]:
            thin = vars(_thin(water, forcing, dt, full_cover))
            return tuple(choose(thick, value, thin[name]) for name, value in vars(pack).items())

        return SnowStep(*where_any(~thick, with_thin, tuple(vars(pack).values())))
    if thick.all():
        return _pack(water, heat, depth, forcing, dt, full_cover=full_cover)
    if not thick.any():
        return _thin(water, forcing, dt, full_cover)
    parts: list[tuple[IntArray, SnowStep]] = []
    for chosen, step in ((np.flatnonzero(thick), True), (np.flatnonzero(~thick), False)):
        part = SnowForcing(**{name: value[..., chosen] for name, value in vars(forcing).items()})
        state = water[:, chosen], heat[:, chosen], depth[:, chosen]
        made = _pack(*state, part, dt, full_cover=full_cover) if step else _thin(state[0], part, dt, full_cover)
        parts.append((chosen, made))
    return SnowStep(**{name: _join(name, parts, thick.size) for name in SnowStep.__dataclass_fields__})


def _join(name: str, parts: list[tuple[IntArray, SnowStep]], size: int) -> FloatArray:
    first = getattr(parts[0][1], name)
    whole = np.empty((*first.shape[:-1], size))
    for chosen, made in parts:
        whole[..., chosen] = getattr(made, name)
    return whole


def _fresh_heat(air_temperature: FloatArray) -> FloatArray:
    """Return the heat content of new snow, J kg-1."""
    return SNOW_HEAT * np.minimum(air_temperature - FREEZING, 0.0) - FUSION_HEAT


def _thin(water: FloatArray, forcing: SnowForcing, dt: float, full_cover: float) -> SnowStep:
    """Melt what there is, start a new pack from what falls."""
    mass = water[0] + water[1] + water[2]
    outflow = mass / dt + np.minimum(mass / full_cover, 1.0) * forcing.rain
    none, zones = zeros_like(mass), zeros_like(water)
    fresh = forcing.snowfall * dt / 3.0 + none  # of every member, where one snowfall is that of all
    new = stacked(fresh, fresh, fresh)
    fresh_heat = _fresh_heat(forcing.air_temperature) * fresh
    heat = stacked(fresh_heat, fresh_heat, fresh_heat)
    new, heat, depth = relayer(new, heat, new / FRESH_SNOW_DENSITY, full_cover)
    temperature, ice = temperature_and_ice(heat, new)
    cover = np.minimum(forcing.snowfall * dt / full_cover, 1.0)
    return SnowStep(
        new,
        heat,
        depth,
        temperature,
        ice,
        cover=cover,
        outflow=outflow,
        evaporation=none,
        sensible=none,
        emission=none,
        ground=zones,
    )


def _pack(
    water: FloatArray, heat: FloatArray, depth: FloatArray, forcing: SnowForcing, dt: float, *, full_cover: float
) -> SnowStep:
    cover = np.minimum((water[0] + water[1] + water[2]) / full_cover, 1.0)
    deep = depth > 0.0
    packed = np.maximum(water / (cover * choose(deep, depth, 1.0)), FRESH_SNOW_DENSITY)
    density = choose(deep, packed, FRESH_SNOW_DENSITY)
    step = conduct(water, heat, depth, density, cover, forcing=forcing, dt=dt)
    temperature, ice = _after_conduction(heat, water, step, cover, dt)
    top, thickness, evaporation = _sublimate(
        water[0], depth[0], density[0], step.change[0], cover, forcing=forcing, dt=dt
    )
    heat = (SNOW_HEAT * temperature - ice * FUSION_HEAT) * stacked(top, water[1], water[2])

    falling = forcing.snowfall * dt
    water = stacked(top + (forcing.rain * cover + forcing.snowfall) * dt, water[1], water[2])
    heat = stacked(heat[0] + _fresh_heat(forcing.air_temperature) * falling, heat[1], heat[2])
    depth = stacked(thickness + falling / FRESH_SNOW_DENSITY, depth[1], depth[2])
    water, depth, outflow, temperature, ice = percolate(water, heat, depth, density[0], full_cover)
    water, heat, density, squeezed = compact(
        water, heat, depth, density, temperature, ice=ice, full_cover=full_cover, dt=dt
    )
    water, heat, depth, temperature, ice = _rearrange(water, heat, water / density, full_cover)
    return SnowStep(
        water,
        heat,
        depth,
        temperature,
        ice,
        cover=np.minimum((water[0] + water[1] + water[2]) / full_cover, 1.0),
        outflow=(outflow + squeezed) / dt,
        evaporation=evaporation,
        sensible=forcing.heat + forcing.heat_slope * step.change[0],
        emission=forcing.emission + forcing.emission_slope * step.change[0],
        ground=step.ground + _ground_change(step, forcing),
    )


def _ground_change(step: HeatStep, forcing: SnowForcing) -> FloatArray:
    """Return the zones' share of the change of the ground flux; the original leaves out the cover."""
    return forcing.areas * (step.ground_slope * step.change[2])


def _after_conduction(
    heat: FloatArray, water: FloatArray, step: HeatStep, cover: FloatArray, dt: float
) -> tuple[FloatArray, FloatArray]:
    """Return temperature and frozen part after conduction: a layer at 0 C melts or freezes, another warms or cools."""
    _, ice, _, _ = tolerant_state(heat + cover * step.net * dt, water)
    changes_phase = ~step.ice | (step.freezing & (step.change >= 0.0))
    temperature = choose(changes_phase, 0.0, step.temperature + step.change)
    return temperature, choose(changes_phase, clipped(ice, 0.0, 1.0), 1.0)


def _sublimate(
    water: FloatArray,
    depth: FloatArray,
    density: FloatArray,
    change: FloatArray,
    cover: FloatArray,
    *,
    forcing: SnowForcing,
    dt: float,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return water and thickness of the first layer and evaporation, kg m-2 s-1: no more than the layer has."""
    latent = SUBLIMATION_HEAT * forcing.evaporation + SUBLIMATION_HEAT * forcing.evaporation_slope * change
    evaporation = latent / SUBLIMATION_HEAT
    gained = -evaporation * dt * cover
    gone = -gained > water
    gained = choose(gone, -water, gained)
    evaporation = choose(gone, -gained / (dt * cover), evaporation)
    denser = choose(gained > 0.0, gained / LARGEST_SNOW_DENSITY, gained / density)
    return water + gained, depth + denser, evaporation


def _rearrange(
    water: FloatArray, heat: FloatArray, depth: FloatArray, full_cover: float
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
    """Relayer, and set to ice at 0 C where mixing or round-off has left a layer beside the state it was in."""
    _, _, was_ice, was_freezing = tolerant_state(heat, water)
    water, heat, depth = relayer(water, heat, depth, full_cover)
    temperature, ice = temperature_and_ice(heat, water)
    reset = (
        (was_ice & was_freezing & ((ice != 1.0) | (temperature != 0.0)))
        | (~was_ice & was_freezing & (ice == 1.0) & (temperature < 0.0))
        | (was_ice & ~was_freezing & (ice != 1.0) & (temperature == 0.0))
    )
    heat = choose(reset, -FUSION_HEAT * water, heat)
    return water, heat, depth, choose(reset, 0.0, temperature), choose(reset, 1.0, ice)

"""Snow over part of a column: its step where there is or falls snow, and the mean of the covered and the free part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from .areas import Areas
from .constants import FREEZING, SUBLIMATION_HEAT, VAPORIZATION_HEAT
from .elementwise import stacked
from .options import ModelOptions
from .radiation import long_wave
from .snow import SnowStep, snow_step
from .snow_heat import SnowForcing
from .snow_layers import tolerant_state
from .state import Forcing, State
from .surroundings import Surroundings
from .zones import SnowSurface, ZoneStep


@dataclass(frozen=True)
class CoveredStep:
    """State and fluxes of the whole column, snow and no snow together.

    Attributes
    ----------
    water, heat, depth : array [3, ..]
        Snow: mm, J m-2, m.
    cover : array
        Area under snow after the step.
    top_temperature : array
        Of the first snow layer, deg C.
    temperature : array [3, ..]
        Of the zones, K.
    free_evaporation : array
        Evaporation of the snow-free part times its area, kg m-2 s-1.
    sublimation : array
        Of the snow times its area, kg m-2 s-1.
    latent, sensible, emission, ground : array
        Fluxes, W m-2.
    outflow : array
        Water out of the snow, kg m-2 s-1.
    """

    water: FloatArray
    heat: FloatArray
    depth: FloatArray
    cover: FloatArray
    top_temperature: FloatArray
    temperature: FloatArray
    free_evaporation: FloatArray
    sublimation: FloatArray
    latent: FloatArray
    sensible: FloatArray
    emission: FloatArray
    ground: FloatArray
    outflow: FloatArray


class _Columns:
    """Some columns of arrays [.., tile], and the way back."""

    def __init__(self, chosen: npt.NDArray[np.bool_]) -> None:
        self._shape = chosen.shape
        self._all = bool(chosen.all())
        self._index = np.flatnonzero(chosen)
        self._places = np.unravel_index(self._index, chosen.shape)

    def of(self, values: FloatArray | float) -> FloatArray:
        """Return the columns' values [column] of anything that broadcasts to [.., tile]."""
        whole = np.broadcast_to(values, self._shape)
        return whole.reshape(-1) if self._all else whole[self._places]

    def of_layers(self, values: FloatArray) -> FloatArray:
        """Return [layer, column] of [layer, .., tile]."""
        layers = values.shape[0]
        whole = np.broadcast_to(values, (layers, *self._shape)).reshape(layers, -1)
        return whole if self._all else whole[:, self._index]

    def put(self, values: FloatArray, part: FloatArray) -> FloatArray:
        """Return `values` [.., tile] with the columns' replaced."""
        if self._all:
            return part.reshape(self._shape)
        new = np.array(np.broadcast_to(values, self._shape))
        new.reshape(-1)[self._index] = part
        return new

    def put_layers(self, values: FloatArray, part: FloatArray) -> FloatArray:
        """Return `values` [layer, .., tile] with the columns' replaced."""
        if self._all:
            return part.reshape(values.shape)
        new = np.array(values)
        new.reshape(new.shape[0], -1)[:, self._index] = part
        return new


def add_snow(
    state: State,
    temperature: FloatArray,
    areas: Areas,
    ground: tuple[FloatArray, FloatArray],
    zones: ZoneStep,
    *,
    around: Surroundings,
    forcing: Forcing,
    capacity: FloatArray,
    options: ModelOptions,
    dt: float,
) -> CoveredStep:
    """Step the snow and join it with the snow-free part.

    Parameters
    ----------
    state : State
        At the step's beginning.
    temperature : array [3, ..]
        Of the zones at the step's beginning, K.
    areas, ground, zones
        Areas, first ground flux with its derivative, and result of the zones.
    around, forcing, options, dt
        Conditions, weather, model, step (s).
    capacity : array
        Heat capacity of the surface, J m-2 K-1.
    """
    parts = stacked(areas.ar1, areas.ar2, areas.ar4)
    made = zones.balance
    evaporation, sensible, emission, downward = (
        (parts * flux).sum(axis=0) for flux in (made.evaporation, made.heat, made.emission, made.ground)
    )
    water, heat, depth = (state.stacked(name) for name in ("wesn", "htsn", "sndz"))
    none = np.zeros_like(evaporation)
    chosen = (around.snow_mass > 0.0) | (np.asarray(forcing.Snowf) > 0.0)
    chosen = np.broadcast_to(chosen, evaporation.shape)
    if not chosen.any():
        latent = VAPORIZATION_HEAT * evaporation
        return CoveredStep(
            water=water,
            heat=heat,
            depth=depth,
            cover=none,
            top_temperature=none,
            temperature=made.temperature,
            free_evaporation=evaporation,
            sublimation=none,
            latent=latent,
            sensible=sensible,
            emission=emission,
            ground=downward,
            outflow=none,
        )
    columns = _Columns(chosen)
    areas_there, old = columns.of_layers(parts), columns.of_layers(temperature)
    weather = _weather(columns, areas_there, old, water, heat, surface=zones.snow, around=around, forcing=forcing)
    pack = columns.of_layers(water), columns.of_layers(heat), columns.of_layers(depth)
    snow = snow_step(*pack, weather, dt, full_cover=options.full_cover_snow)
    flux, slope = columns.of_layers(ground[0]), columns.of_layers(ground[1])
    under, warming = _under_snow(snow, areas_there, old, flux, slope, capacity=columns.of(capacity), dt=dt)
    a = columns.of(around.cover)
    free = (1.0 - a) * columns.of(evaporation)
    latent = VAPORIZATION_HEAT * free + a * snow.evaporation * SUBLIMATION_HEAT
    ground_under = (areas_there * (flux + slope * warming)).sum(axis=0)
    mixed = (1.0 - a) * columns.of_layers(made.temperature) + under * a
    return CoveredStep(
        columns.put_layers(water, snow.water),
        columns.put_layers(heat, snow.heat),
        columns.put_layers(depth, snow.depth),
        columns.put(none, snow.cover),
        columns.put(none, snow.temperature[0]),
        temperature=columns.put_layers(made.temperature, mixed),
        free_evaporation=columns.put(evaporation, free),
        sublimation=columns.put(none, a * snow.evaporation),
        latent=columns.put(
            VAPORIZATION_HEAT * evaporation, VAPORIZATION_HEAT * free + a * snow.evaporation * SUBLIMATION_HEAT
        ),
        sensible=columns.put(sensible, (1.0 - a) * columns.of(sensible) + a * snow.sensible),
        emission=columns.put(emission, (1.0 - a) * columns.of(emission) + a * snow.emission),
        ground=columns.put(downward, (1.0 - a) * columns.of(downward) + a * ground_under),
        outflow=columns.put(none, snow.outflow),
    )


def _weather(
    columns: _Columns,
    areas: FloatArray,
    temperature: FloatArray,
    water: FloatArray,
    heat: FloatArray,
    *,
    surface: SnowSurface,
    around: Surroundings,
    forcing: Forcing,
) -> SnowForcing:
    """Return what the snow of the chosen columns is exposed to."""
    fluxes = surface.fluxes
    of = columns.of
    by_humidity = of(surface.slope)
    emission, emission_slope = long_wave(of(around.emitting), of(around.snow_temperature))
    # The emission is a line about the surface's temperature, taken at the one that the snow's own step starts from.
    start, _, _, _ = tolerant_state(of(heat[0]), of(water[0]))
    emission = emission + emission_slope * (FREEZING + start - of(around.snow_temperature))
    return SnowForcing(
        areas=areas,
        ground_temperature=temperature - FREEZING,
        rain=of(forcing.Rainf),
        snowfall=of(forcing.Snowf),
        air_temperature=of(forcing.Tair),
        evaporation=of(fluxes.evaporation),
        evaporation_slope=of(fluxes.evaporation_temperature) + of(fluxes.evaporation_humidity) * by_humidity,
        heat=of(fluxes.heat),
        heat_slope=of(fluxes.heat_temperature) + of(fluxes.heat_humidity) * by_humidity,
        emission=emission,
        emission_slope=emission_slope,
        radiation=of(forcing.LWdown) + of(around.net_snow),
    )


def _under_snow(
    snow: SnowStep,
    areas: FloatArray,
    temperature: FloatArray,
    flux: FloatArray,
    slope: FloatArray,
    *,
    capacity: FloatArray,
    dt: float,
) -> tuple[FloatArray, FloatArray]:
    """Return the zones' temperature under snow (K), not beyond that of the snow's bottom, and its unlimited change."""
    gain = -snow.ground / (areas + 1e-20) - flux
    warming = gain * (dt / capacity) / (1.0 + slope * (dt / capacity))
    new = temperature + warming
    bottom = FREEZING + snow.temperature[2]
    crosses = (new - bottom) * (temperature - bottom) < 0.0
    return np.where(crosses, bottom, new), warming

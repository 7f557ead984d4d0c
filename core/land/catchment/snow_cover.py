"""Snow over part of a column: its step where there is or falls snow, and the mean of the covered and the free part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from ...arrays import BoolArray, FloatArray
from ..recording.choice import choose, is_recorded, outside, stacked, where_any, zeros_like
from .areas import Areas
from .constants import FREEZING, SUBLIMATION_HEAT, VAPORIZATION_HEAT
from .options import ModelOptions
from .radiation import long_wave
from .snow import SnowStep, snow_step
from .snow_heat import SnowForcing
from .snow_layers import tolerant_state
from .state import Forcing, State
from .surroundings import Surroundings
from .zones import ZoneStep

# Columns up to which NumPy's calls cost more than its arithmetic.
FEW_COLUMNS = 1024
_MOST = 0.6  # of the columns: the written step of all of them then takes less time than that of those with snow


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

    def __init__(self, chosen: BoolArray) -> None:
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
    made, fluxes = zones.balance, zones.snow.fluxes
    evaporation, sensible, emission, downward = (
        _over_zones(parts, flux) for flux in (made.evaporation, made.heat, made.emission, made.ground)
    )
    water, heat, depth = (state.stacked(name) for name in ("wesn", "htsn", "sndz"))
    none = zeros_like(evaporation)
    free = CoveredStep(
        water=water,
        heat=heat,
        depth=depth,
        cover=none,
        top_temperature=none,
        temperature=made.temperature,
        free_evaporation=evaporation,
        sublimation=none,
        latent=VAPORIZATION_HEAT * evaporation,
        sensible=sensible,
        emission=emission,
        ground=downward,
        outflow=none,
    )
    chosen = (around.snow_mass > 0.0) | (forcing.Snowf > 0.0)
    slope = fluxes.evaporation_temperature + fluxes.evaporation_humidity * zones.snow.slope
    heat_slope = fluxes.heat_temperature + fluxes.heat_humidity * zones.snow.slope
    conditions = (
        *(around.cover, around.emitting, around.snow_temperature, around.net_snow),
        *(forcing.Rainf, forcing.Snowf, forcing.Tair, forcing.LWdown),
        *(fluxes.evaporation, slope, fluxes.heat, heat_slope, capacity),
    )
    zonal = parts, temperature, ground[0], ground[1], made.temperature
    means = evaporation, sensible, emission, downward

    given = (*zonal, *conditions, *means, water, heat, depth)
    kept = tuple(vars(free).values())
    full_cover = options.full_cover_snow

    def of_all() -> tuple[FloatArray, ...]:
        snowy = _joined(dt, full_cover, *given)
        return tuple(choose(chosen, new, old) for new, old in zip(snowy, kept))

    def of_some() -> tuple[FloatArray, ...]:
        return outside(partial(_covered, dt, full_cover), chosen, *given)

    if not is_recorded(chosen):
        return CoveredStep(*where_any(chosen, of_some, kept))
    if evaporation.size <= FEW_COLUMNS:
        # NumPy's calls cost more than its arithmetic: all columns, written down.
        return CoveredStep(*where_any(chosen, of_all, kept))
    some, most = outside(_some_or_most, chosen)
    return CoveredStep(*where_any(most, of_all, where_any(some, of_some, kept)))


def _some_or_most(chosen: BoolArray) -> tuple[BoolArray, BoolArray]:
    """Return, as one number each, whether some columns are chosen but not most, and whether most are."""
    part = np.count_nonzero(chosen) / chosen.size
    return np.array([0.0 < part < _MOST]), np.array([part >= _MOST])


def _over_zones(parts: FloatArray, values: FloatArray) -> FloatArray:
    """Return the mean over the zones [..] of values [3, ..]."""
    flux = parts * values
    return flux[0] + flux[1] + flux[2]


def _covered(dt: float, full_cover: float, chosen: BoolArray, *values: FloatArray) -> tuple[FloatArray, ...]:
    """Return the fields of :class:`CoveredStep` where some columns have snow, from what :func:`add_snow` lists."""
    shape = values[-1].shape[1:]
    columns = _Columns(np.broadcast_to(chosen, shape))
    layered = [columns.of_layers(one) for one in (*values[:5], *values[22:])]
    made = _joined(dt, full_cover, *layered[:5], *(columns.of(one) for one in values[5:22]), *layered[5:])
    none = np.zeros(shape)
    evaporation, sensible, emission, downward = values[18:22]
    before = (
        *(*values[22:], none, none, values[4], evaporation, none, VAPORIZATION_HEAT * evaporation),
        *(sensible, emission, downward, none),
    )
    return tuple(
        columns.put_layers(old, new) if new.ndim > 1 else columns.put(old, new) for old, new in zip(before, made)
    )


def _joined(dt: float, full_cover: float, *values: FloatArray) -> tuple[FloatArray, ...]:
    """Return the fields of :class:`CoveredStep` of columns with snow, from what :func:`add_snow` lists."""
    areas, old, flux, slope, free_temperature = values[:5]
    a, emitting, surface, net, *rest = values[5:18]
    rain, snowfall, air, down, evaporating, by_temperature, heating, heat_by_temperature, capacity = rest
    evaporation, sensible, emission, downward = values[18:22]
    water, heat, depth = values[22:]
    emitted, emitted_slope = long_wave(emitting, surface)
    # The emission is a line about the surface's temperature, taken at the one that the snow's own step starts from.
    start, _, _, _ = tolerant_state(heat[0], water[0])
    emitted = emitted + emitted_slope * (FREEZING + start - surface)
    weather = SnowForcing(
        areas=areas,
        ground_temperature=old - FREEZING,
        rain=rain,
        snowfall=snowfall,
        air_temperature=air,
        evaporation=evaporating,
        evaporation_slope=by_temperature,
        heat=heating,
        heat_slope=heat_by_temperature,
        emission=emitted,
        emission_slope=emitted_slope,
        radiation=down + net,
    )
    snow = snow_step(water, heat, depth, weather, dt, full_cover=full_cover)
    under, warming = _under_snow(snow, areas, old, flux, slope, capacity=capacity, dt=dt)
    free = (1.0 - a) * evaporation
    return (
        *(snow.water, snow.heat, snow.depth, snow.cover, snow.temperature[0]),
        (1.0 - a) * free_temperature + under * a,
        free,
        a * snow.evaporation,
        VAPORIZATION_HEAT * free + a * snow.evaporation * SUBLIMATION_HEAT,
        (1.0 - a) * sensible + a * snow.sensible,
        (1.0 - a) * emission + a * snow.emission,
        (1.0 - a) * downward + a * _over_zones(areas, flux + slope * warming),
        snow.outflow,
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
    return choose(crosses, bottom, new), warming

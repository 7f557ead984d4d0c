"""Energy and moisture of the snow-free surface: the three zones of a step, from turbulence to their balance."""

from __future__ import annotations

from dataclasses import dataclass

from ...arrays import FloatArray
from ..recording.choice import stacked, zeros_like
from .areas import Areas
from .canopy import unstressed_resistance
from .constants import MOLAR_RATIO
from .energy_balance import BalanceTerms, ZoneBalance, balance
from .evaporative_resistance import ZoneResistance, ZoneSurface, zone_resistance
from .humidity import saturation, saturation_slope, shifted
from .options import ModelOptions
from .parameters import Parameters
from .radiation import long_wave
from .state import Forcing
from .surroundings import Surroundings
from .turbulence import SurfaceFluxes, louis, surface_fluxes


@dataclass(frozen=True)
class SnowSurface:
    """Turbulence over the snow's surface, each [.., tile], whether there is snow or not.

    Attributes
    ----------
    fluxes : SurfaceFluxes
        At the snow's temperature.
    slope : array
        Derivative of its saturation humidity, K-1.
    """

    fluxes: SurfaceFluxes
    slope: FloatArray


@dataclass(frozen=True)
class ZoneStep:
    """Result of :func:`solve_zones`.

    Attributes
    ----------
    balance : ZoneBalance
        New state and fluxes, [3, ..].
    humidity : array [3, ..]
        New humidity of the canopy air, kg kg-1.
    resistance : ZoneResistance
        At the old state.
    aerodynamic : array [3, ..]
        s m-1.
    snow : SnowSurface
        Turbulence over snow.
    """

    balance: ZoneBalance
    humidity: FloatArray
    resistance: ZoneResistance
    aerodynamic: FloatArray
    snow: SnowSurface


def solve_zones(
    temperature: FloatArray,
    humidity: FloatArray,
    areas: Areas,
    ground: tuple[FloatArray, FloatArray],
    ceiling: FloatArray,
    *,
    around: Surroundings,
    forcing: Forcing,
    parameters: Parameters,
    options: ModelOptions,
    dt: float,
) -> ZoneStep:
    """Return the zones after a step without snow.

    Parameters
    ----------
    temperature, humidity : array [3, ..]
        Of the zones, K and kg kg-1.
    areas : Areas
        Of the step's beginning.
    ground : pair of array [3, ..]
        Flux into the ground and its derivative.
    ceiling : array
        Largest evaporation, kg m-2 s-1.
    around, forcing, parameters, options, dt
        Conditions, weather, columns, model and step (s).
    """
    fluxes, snow = _turbulence(temperature, humidity, around, forcing)
    saturated = saturation(temperature, forcing.Psurf)
    slope = saturation_slope(temperature, saturated)
    if not options.humidity_derivative:
        slope, snow = zeros_like(slope), SnowSurface(snow.fluxes, zeros_like(snow.slope))
    humidity = shifted(humidity, saturated, forcing.Qair)
    to_vapour = forcing.Psurf * (0.01 / MOLAR_RATIO)  # hPa
    surface = ZoneSurface(
        temperature,
        saturated * to_vapour,
        slope * to_vapour,
        humidity * to_vapour,
        _unstressed(around, parameters),
        wetness2=areas.swsrf2,
        wetness4=areas.swsrf4,
        root_wetness=areas.rzi,
        ground=around.rough.resistance / around.top_wind,
        wet_leaves=around.wet_leaves,
        aerodynamic=fluxes.resistance,
    )
    resistance = zone_resistance(surface, parameters.vegcls, parameters.wpwet, options)
    emission, emission_slope = long_wave(around.emitting, temperature)
    terms = BalanceTerms(
        temperature=temperature,
        vapour=surface.vapour,
        saturated=surface.saturated,
        saturated_slope=surface.saturated_slope,
        air_vapour=forcing.Qair * to_vapour,
        evaporation=fluxes.evaporation,
        evaporation_temperature=fluxes.evaporation_temperature,
        evaporation_vapour=fluxes.evaporation_humidity / to_vapour,
        heat=fluxes.heat,
        heat_temperature=fluxes.heat_temperature,
        heat_vapour=fluxes.heat_humidity / to_vapour,
        emission=emission,
        emission_temperature=emission_slope,
        ground=ground[0],
        ground_temperature=ground[1],
        radiation=around.net_free + forcing.LWdown,
        resistance=resistance.combined,
        resistance_temperature=resistance.by_temperature,
        resistance_vapour=resistance.by_vapour,
        capacity=parameters.heat_capacity(options.surface_heat_capacity),
        ceiling=ceiling,
    )
    made = balance(terms, dt)
    return ZoneStep(made, made.vapour / to_vapour, resistance, fluxes.resistance, snow)


def _unstressed(around: Surroundings, parameters: Parameters) -> FloatArray:
    return unstressed_resistance(
        parameters.vegcls,
        around.lai,
        around.greenness,
        around.transmitted,
        around.cosine,
        light=around.light,
        direct_part=around.direct_part,
    )


def _turbulence(
    temperature: FloatArray, humidity: FloatArray, around: Surroundings, forcing: Forcing
) -> tuple[SurfaceFluxes, SnowSurface]:
    """Return the fluxes of the zones, bounded, and of the snow's surface, not bounded."""
    pressure = forcing.Psurf
    over_snow = saturation(around.snow_temperature, pressure)
    all_temperature = stacked(temperature[0], temperature[1], temperature[2], around.snow_temperature)
    all_humidity = stacked(humidity[0], humidity[1], humidity[2], over_snow)
    rough = around.rough
    exchange = louis(
        all_temperature,
        all_humidity,
        air_temperature=forcing.Tair,
        air_humidity=forcing.Qair,
        pressure=pressure,
        wind=around.wind,
        length=rough.length,
        height=rough.reference_height,
        lai=around.lai,
    )
    fluxes = surface_fluxes(exchange, all_temperature, all_humidity, forcing.Tair, forcing.Qair, pressure=pressure)
    zones = SurfaceFluxes(**{name: value[:3] for name, value in vars(fluxes).items()})
    snow = SurfaceFluxes(**{name: value[3] for name, value in vars(fluxes).items()})
    return zones.bounded(), SnowSurface(snow, saturation_slope(around.snow_temperature, over_snow))

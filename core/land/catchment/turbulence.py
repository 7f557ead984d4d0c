"""Turbulent exchange between a surface and the air: Louis (1979) with gustiness and a variable thermal roughness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray
from ..recording.choice import choose, where_any, zeros_like
from .constants import (
    AIR_VISCOSITY,
    DRY_AIR_GAS_CONSTANT,
    DRY_AIR_HEAT,
    GRAVITY,
    MINIMUM_WIND,
    VAPORIZATION_HEAT,
    VIRTUAL,
    VON_KARMAN,
)
from .elementwise import clipped

_SPARSE_LEAVES = 0.3
_LEAST_HEAT_FACTOR = 0.2
_LEAST_VAPOUR_SLOPE = 500.0 / VAPORIZATION_HEAT
_LEAST_HEAT_SLOPE = -10.0


@dataclass(frozen=True)
class Exchange:
    """Exchange coefficients of a surface; names as in the reference tables.

    Attributes
    ----------
    ch : array
        Coefficient of heat and of moisture times density and wind, kg m-2 s-1.
    dch : array
        Derivative of the *dimensionless* coefficient by the virtual temperature, K-1: the original does not multiply
        it by density and wind, and so do we.
    cm : array
        Coefficient of momentum times density and wind, kg m-2 s-1.
    cn : array
        Neutral coefficient of momentum.
    ri : array
        Richardson number.
    zt : array
        Roughness length of heat, m.
    re : array
        Roughness Reynolds number.
    """

    ch: FloatArray
    dch: FloatArray
    cm: FloatArray
    cn: FloatArray
    ri: FloatArray
    zt: FloatArray
    re: FloatArray


def gusty_wind(wind: FloatArray, convective_rain: FloatArray) -> FloatArray:
    """Return the wind with the gusts of convective rain (kg m-2 s-1), Redelsperger et al. (2000), m s-1."""
    rain = 8640.0 * convective_rain  # cm a day
    square = rain * rain
    still = zeros_like(square)
    (gust,) = where_any(square > 0.0, lambda: ((19.8 * square / (1.5 + rain + square)) ** 0.4,), (still,))
    return np.maximum(np.sqrt(wind * wind + gust * gust), MINIMUM_WIND)


def thermal_roughness(length: FloatArray, reynolds: FloatArray, lai: FloatArray) -> FloatArray:
    """Return the roughness length of heat and moisture, m.

    z_T = z0 y with y = 1 - (1 - exp(-0.13 sqrt(Re))) exp(-max(LAI, 0.3)); below a leaf area of 0.3, y goes over to the
    bare ground's exp(-2.5 Re^(1/4)) 7.4.
    """
    root = np.sqrt(reynolds)
    ratio = 1.0 - (1.0 - np.exp(-0.13 * root)) * np.exp(-np.maximum(lai, _SPARSE_LEAVES))

    def sparse() -> tuple[FloatArray]:
        bare = np.exp(-2.5 * np.sqrt(root) + np.log(7.4))
        return (ratio + (bare - ratio) * np.maximum((_SPARSE_LEAVES - lai) / _SPARSE_LEAVES, 0.0),)

    return length * where_any(lai < _SPARSE_LEAVES, sparse, (ratio,))[0]


def louis(
    temperature: FloatArray,
    humidity: FloatArray,
    air_temperature: FloatArray,
    air_humidity: FloatArray,
    pressure: FloatArray,
    *,
    wind: FloatArray,
    length: FloatArray,
    height: FloatArray,
    lai: FloatArray,
) -> Exchange:
    """Return the exchange coefficients of a surface (Louis 1979).

    Parameters
    ----------
    temperature, humidity : array [.., tile]
        Of the surface, K and kg kg-1.
    air_temperature, air_humidity, pressure : array
        Of the air, K, kg kg-1 and Pa.
    wind : array
        With gusts, m s-1.
    length, height : array
        Roughness length and height above the displacement, m.
    lai : array
        Leaf area index.
    """
    virtual_air = air_temperature * (1.0 + VIRTUAL * air_humidity)
    mass_flux = wind * pressure / (DRY_AIR_GAS_CONSTANT * virtual_air)
    momentum_ratio = height / length + 1.0
    neutral_root = VON_KARMAN / np.log(momentum_ratio)
    cn = neutral_root * neutral_root
    buoyancy = GRAVITY * height / (virtual_air * wind * wind)
    lapse = virtual_air + (GRAVITY / DRY_AIR_HEAT) * height
    ri = np.minimum(buoyancy * (lapse - temperature * (1.0 + VIRTUAL * humidity)), 2.0)
    unstable: BoolArray = ri < 0
    negative = np.sqrt(choose(unstable, -ri, 0.0))
    stable_root = np.sqrt(1.0 + 5.0 * choose(unstable, 0.0, ri))
    below = 1.0 - 10.0 * ri / (1.0 + (75.0 * cn * np.sqrt(momentum_ratio)) * negative)
    cm = cn * choose(unstable, below, stable_root / (stable_root + 10.0 * ri))
    re = clipped((length / AIR_VISCOSITY * wind) * np.sqrt(cm), 0.4, 1000.0)
    zt = thermal_roughness(length, re, lai)
    heat_ratio = height / zt + 1.0
    neutral = neutral_root * VON_KARMAN / np.log(heat_ratio)
    factor, slope = _heat_factor(ri, unstable, negative, stable_root, 75.0 * neutral * np.sqrt(heat_ratio))
    return Exchange(neutral * factor * mass_flux, neutral * slope * buoyancy, cm * mass_flux, cn, ri, zt=zt, re=re)


def _heat_factor(
    ri: FloatArray, unstable: BoolArray, negative: FloatArray, stable_root: FloatArray, scale: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the stability factor of heat and its derivative by the Richardson number, with opposite sign.

    Unstable: 1 - 15 Ri / (1 + R), R = scale sqrt(-Ri). Stable: 1 / (1 + 15 Ri sqrt(1 + 5 Ri)). At least 0.2.
    """
    r = scale * negative
    inverse = 1.0 / (1.0 + r)
    unstable_factor = 1.0 - 15.0 * ri * inverse
    stable_factor: FloatArray = 1.0 / (1.0 + 15.0 * ri * stable_root)
    factor = choose(unstable, unstable_factor, stable_factor)
    unstable_slope = -15.0 * inverse * (1.0 - 0.5 * r * inverse)
    stable_slope = -15.0 * stable_factor * stable_factor * (stable_root + 2.5 * ri / stable_root)
    bounded = factor <= _LEAST_HEAT_FACTOR
    sloped = choose(unstable, unstable_slope, stable_slope)
    slope = choose(bounded, 0.0, sloped)
    return choose(bounded, _LEAST_HEAT_FACTOR, factor), slope


@dataclass(frozen=True)
class SurfaceFluxes:
    """Fluxes of a surface at its old temperature and humidity, and their derivatives.

    Attributes
    ----------
    evaporation, heat : array
        kg m-2 s-1 and W m-2, upwards.
    evaporation_humidity, evaporation_temperature, heat_humidity, heat_temperature : array
        Derivatives of the flux (first word) by the surface's state (second word).
    resistance : array
        Aerodynamic resistance, s m-1.
    """

    evaporation: FloatArray
    heat: FloatArray
    evaporation_humidity: FloatArray
    evaporation_temperature: FloatArray
    heat_humidity: FloatArray
    heat_temperature: FloatArray
    resistance: FloatArray

    def bounded(self) -> SurfaceFluxes:
        """Return the fluxes with the lower bounds that the three zones' derivatives have."""
        return SurfaceFluxes(
            self.evaporation,
            self.heat,
            np.maximum(self.evaporation_humidity, _LEAST_VAPOUR_SLOPE),
            np.maximum(self.evaporation_temperature, 0.0),
            np.maximum(self.heat_humidity, 0.0),
            heat_temperature=np.maximum(self.heat_temperature, _LEAST_HEAT_SLOPE),
            resistance=self.resistance,
        )


def surface_fluxes(
    exchange: Exchange,
    temperature: FloatArray,
    humidity: FloatArray,
    air_temperature: FloatArray,
    air_humidity: FloatArray,
    *,
    pressure: FloatArray,
) -> SurfaceFluxes:
    """Return the bulk fluxes E = ch (q - q_air), H = cp ch (T - T_air) and their derivatives, each at least 0."""
    moister = humidity - air_humidity
    warmer = temperature - air_temperature
    by_virtual = exchange.dch * (1.0 + VIRTUAL * humidity)
    by_humidity = exchange.dch * (VIRTUAL * temperature)
    density = pressure / (DRY_AIR_GAS_CONSTANT * air_temperature * (1.0 + VIRTUAL * air_humidity))
    return SurfaceFluxes(
        exchange.ch * moister,
        DRY_AIR_HEAT * exchange.ch * warmer,
        np.maximum(0.0, exchange.ch - by_humidity * moister),
        np.maximum(0.0, -by_virtual * moister),
        np.maximum(0.0, -DRY_AIR_HEAT * by_humidity * warmer),
        heat_temperature=np.maximum(0.0, DRY_AIR_HEAT * (exchange.ch - by_virtual * warmer)),
        resistance=density / exchange.ch,
    )

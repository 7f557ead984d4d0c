"""Implicit balance of energy and moisture of the three zones' surfaces (Koster and Suarez 1992)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ...arrays import BoolArray, FloatArray
from ..recording.choice import choose, where_any, zeros_like
from .constants import DRY_AIR_GAS_CONSTANT, MOLAR_RATIO, VAPORIZATION_HEAT

_LARGEST_DETERMINANT = -0.1
_CHOKE = 0.5  # part of the vapour pressure that may change at once


@dataclass(frozen=True)
class BalanceTerms:
    """The fluxes of the zones at their old state, with derivatives, each [3, ..]; vapour in hPa.

    Attributes
    ----------
    temperature, vapour, saturated, saturated_slope, air_vapour : array
        K and hPa.
    evaporation, evaporation_temperature, evaporation_vapour : array
        kg m-2 s-1, and per K and hPa.
    heat, heat_temperature, heat_vapour : array
        W m-2, and per K and hPa.
    emission, emission_temperature : array
        Long wave upwards, W m-2, and per K.
    ground, ground_temperature : array
        Flux into the ground, W m-2, and per K.
    radiation : array
        Net short wave and downward long wave, W m-2.
    resistance, resistance_temperature, resistance_vapour : array
        s m-1, and per K and hPa.
    capacity : array
        Heat capacity of the surface, J m-2 K-1.
    ceiling : array
        Largest evaporation, kg m-2 s-1.
    """

    temperature: FloatArray
    vapour: FloatArray
    saturated: FloatArray
    saturated_slope: FloatArray
    air_vapour: FloatArray
    evaporation: FloatArray
    evaporation_temperature: FloatArray
    evaporation_vapour: FloatArray
    heat: FloatArray
    heat_temperature: FloatArray
    heat_vapour: FloatArray
    emission: FloatArray
    emission_temperature: FloatArray
    ground: FloatArray
    ground_temperature: FloatArray
    radiation: FloatArray
    resistance: FloatArray
    resistance_temperature: FloatArray
    resistance_vapour: FloatArray
    capacity: FloatArray
    ceiling: FloatArray


@dataclass(frozen=True)
class ZoneBalance:
    """Result of :func:`balance`, each [3, ..].

    Attributes
    ----------
    temperature, vapour : array
        New state, K and hPa.
    evaporation, heat, emission, ground : array
        Mean fluxes of the step, kg m-2 s-1 and W m-2.
    """

    temperature: FloatArray
    vapour: FloatArray
    evaporation: FloatArray
    heat: FloatArray
    emission: FloatArray
    ground: FloatArray


@dataclass(frozen=True)
class _Change:
    temperature: FloatArray
    vapour: FloatArray
    evaporation: FloatArray
    heat: FloatArray
    choke: BoolArray


def balance(terms: BalanceTerms, dt: float) -> ZoneBalance:
    """Return the zones' state and fluxes after a step of the linearised, implicit balance.

    Three fixes follow each other: evaporation at most the ceiling; no change of its sign by vapour alone; vapour
    changes by at most half at once.

    Parameters
    ----------
    terms : BalanceTerms
        Fluxes at the old state and their derivatives.
    dt : float
        Step, s.
    """
    t = terms
    heat_row = (
        t.capacity / dt
        + t.emission_temperature
        + t.heat_temperature
        + VAPORIZATION_HEAT * t.evaporation_temperature
        + t.ground_temperature
    )
    vapour_row = t.heat_vapour + VAPORIZATION_HEAT * t.evaporation_vapour
    surplus = t.radiation - t.emission - t.heat - VAPORIZATION_HEAT * t.evaporation - t.ground
    vapour, choke = _vapour_change(t, heat_row, vapour_row, surplus)
    change = _with_fluxes(t, (surplus - vapour_row * vapour) / heat_row, vapour, choke)
    change = _limit_to_ceiling(t, change, heat_row, surplus)
    change = _keep_sign(t, change, heat_row, surplus)
    change = _limit_vapour(t, change, heat_row, vapour_row, surplus)
    return ZoneBalance(
        t.temperature + change.temperature,
        np.maximum(t.vapour + change.vapour, 0.0),
        change.evaporation,
        change.heat,
        t.emission + t.emission_temperature * change.temperature,
        ground=t.ground + t.ground_temperature * change.temperature,
    )


def _vapour_change(
    t: BalanceTerms, heat_row: FloatArray, vapour_row: FloatArray, surplus: FloatArray
) -> tuple[FloatArray, BoolArray]:
    """Solve the two equations for the change of vapour pressure; wet leaves bring it to saturation."""
    resisted = t.resistance > 0
    conductance = (100.0 / DRY_AIR_GAS_CONSTANT * MOLAR_RATIO) / t.temperature
    resistance = choose(resisted, t.resistance, 1.0)
    potential = conductance * (t.saturated - t.vapour) / resistance
    same = potential * t.evaporation > 0
    total = choose(same, potential + t.evaporation, 1.0)
    harmonic = choose(same, 2.0 * potential * t.evaporation / total, 0.0)
    by_temperature = -t.evaporation_temperature * resistance + np.maximum(
        0.0, conductance * t.saturated_slope - harmonic * t.resistance_temperature
    )
    by_vapour = -(resistance * t.evaporation_vapour + np.maximum(0.0, conductance + harmonic * t.resistance_vapour))
    misfit = resistance * (t.evaporation - potential)
    diagonal = heat_row * by_vapour
    determinant = np.minimum(vapour_row * by_temperature / diagonal - 1.0, _LARGEST_DETERMINANT)
    vapour = (surplus * by_temperature - heat_row * misfit) / (determinant * diagonal)

    def with_wet() -> tuple[FloatArray]:
        wet = (surplus * t.saturated_slope + heat_row * (t.saturated - t.vapour)) / (
            vapour_row * t.saturated_slope + heat_row
        )
        return (choose(resisted, vapour, wet),)

    return where_any(~resisted, with_wet, (vapour,))[0], resisted


def _with_fluxes(t: BalanceTerms, temperature: FloatArray, vapour: FloatArray, choke: BoolArray) -> _Change:
    evaporation = t.evaporation + t.evaporation_vapour * vapour + t.evaporation_temperature * temperature
    heat = t.heat + t.heat_vapour * vapour + t.heat_temperature * temperature
    return _Change(temperature, vapour, evaporation, heat, choke)


def _forced(
    t: BalanceTerms,
    change: _Change,
    where: BoolArray,
    vapour: FloatArray,
    evaporation: FloatArray,
    *,
    heat_row: FloatArray,
    surplus: FloatArray,
) -> _Change:
    """Return the change with vapour and evaporation prescribed at some places; the temperature balances them."""
    warming = (surplus + VAPORIZATION_HEAT * (t.evaporation - evaporation) - t.heat_vapour * vapour) / (
        heat_row - VAPORIZATION_HEAT * t.evaporation_temperature
    )
    temperature = choose(where, warming, change.temperature)
    vapour = choose(where, vapour, change.vapour)
    heat = t.heat + t.heat_vapour * vapour + t.heat_temperature * temperature
    return _Change(
        temperature,
        vapour,
        choose(where, evaporation, change.evaporation),
        choose(where, heat, change.heat),
        change.choke & ~where,
    )


def _where(where: BoolArray, change: _Change, made: Callable[[], _Change]) -> _Change:
    """Return `made()` where it differs from `change` anywhere."""
    parts = where_any(where, lambda: tuple(vars(made()).values()), tuple(vars(change).values()))
    return _Change(*parts)


def _limit_to_ceiling(t: BalanceTerms, change: _Change, heat_row: FloatArray, surplus: FloatArray) -> _Change:
    over = change.evaporation > t.ceiling
    return _where(
        over,
        change,
        lambda: _forced(t, change, over, t.air_vapour - t.vapour, t.ceiling, heat_row=heat_row, surplus=surplus),
    )


def _keep_sign(t: BalanceTerms, change: _Change, heat_row: FloatArray, surplus: FloatArray) -> _Change:
    turned = change.evaporation * (t.evaporation + t.evaporation_vapour * change.vapour) < 0
    none = zeros_like(change.evaporation)
    return _where(
        turned,
        change,
        lambda: _forced(
            t, change, turned, -t.evaporation / t.evaporation_vapour, none, heat_row=heat_row, surplus=surplus
        ),
    )


def _limit_vapour(
    t: BalanceTerms, change: _Change, heat_row: FloatArray, vapour_row: FloatArray, surplus: FloatArray
) -> _Change:
    half = _CHOKE * t.vapour
    choked = change.choke & (np.abs(change.vapour) > half)
    largest = np.copysign(half, change.vapour)
    rows = {"heat_row": heat_row, "vapour_row": vapour_row, "surplus": surplus}
    return _where(choked, change, lambda: _choked(t, change, choked, largest, **rows))


def _choked(
    t: BalanceTerms,
    change: _Change,
    choked: BoolArray,
    half: FloatArray,
    *,
    heat_row: FloatArray,
    vapour_row: FloatArray,
    surplus: FloatArray,
) -> _Change:
    """Return the change with that of vapour limited to half of it where it is choked."""
    vapour = choose(choked, half, change.vapour)
    temperature = choose(choked, (surplus - vapour_row * vapour) / heat_row, change.temperature)
    limited = _with_fluxes(t, temperature, vapour, change.choke)
    over = choked & (limited.evaporation > t.ceiling)
    excess = choose(over, limited.evaporation - t.ceiling, 0.0)
    return replace(
        limited,
        evaporation=choose(choked, limited.evaporation - excess, change.evaporation),
        heat=choose(choked, limited.heat + excess * VAPORIZATION_HEAT, change.heat),
    )

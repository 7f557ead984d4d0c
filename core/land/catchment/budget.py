"""Whether a step's water and energy add up."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from .areas import Areas
from .constants import FREEZING, FUSION_HEAT, SNOW_HEAT
from .snow_cover import CoveredStep
from .state import Forcing, State


def water_residual(
    gained: FloatArray, forcing: Forcing, evaporation: FloatArray, runoff: FloatArray, dt: float
) -> FloatArray:
    """Return the storage gained less precipitation plus evaporation and runoff, mm of the step."""
    return gained - (forcing.Rainf + forcing.Snowf - evaporation - runoff) * dt


def energy_residual(
    before: State,
    after: State,
    old_areas: Areas,
    new_areas: Areas,
    forcing: Forcing,
    *,
    net_short_wave: FloatArray,
    covered: CoveredStep,
    latent: FloatArray,
    sensible: FloatArray,
    capacity: FloatArray,
    dt: float,
) -> FloatArray:
    """Return radiation less turbulent fluxes less the heat that surface, ground and snow stored, W m-2.

    Snow that falls brings its heat, snow that evaporates takes its own away. Without snow the residual is round-off;
    with snow the original itself loses and gains energy where it resets layers and limits the ground under snow.
    """
    fresh = SNOW_HEAT * np.minimum(forcing.Tair - FREEZING, 0.0) - FUSION_HEAT
    stored = capacity * (_surface_heat(after, new_areas) - _surface_heat(before, old_areas))
    snow = (after.htsn1 + after.htsn2 + after.htsn3) - (before.htsn1 + before.htsn2 + before.htsn3)
    net = net_short_wave + forcing.LWdown - covered.emission - latent - sensible
    carried = fresh * forcing.Snowf + FUSION_HEAT * covered.sublimation
    return net + carried - covered.ground - (stored + snow) / dt


def _surface_heat(state: State, areas: Areas) -> FloatArray:
    return areas.ar1 * state.tc1 + areas.ar2 * state.tc2 + areas.ar4 * state.tc4

"""Water in the snow pack: percolation, compaction.

Sources: Lynch-Stieglitz (1994); Stieglitz et al. (2001). Arrays are [layer, column] or [column].
"""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose, stacked, zeros_like
from .constants import (
    FREEZING,
    FRESH_SNOW_DENSITY,
    FUSION_HEAT,
    LARGEST_SNOW_DENSITY,
    SNOW_HEAT,
)
from .elementwise import clipped
from .snow_layers import temperature_and_ice

_HOLDING = 0.01  # part of the pores that holds water


def percolate(
    water: FloatArray, heat: FloatArray, depth: FloatArray, first_density: FloatArray, full_cover: float
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
    """Let liquid water sink through the layers.

    A pack that covers all holds what its pores can; a thinner one lets all liquid through.

    Parameters
    ----------
    water, heat, depth : array [3, column]
        State: mm, J m-2, m.
    first_density : array [column]
        Of the first layer, kg m-3; its thickness shrinks by what leaves it.
    full_cover : float
        Water at which snow covers all, mm.

    Returns
    -------
    water, depth : array [3, column]
        State after it.
    outflow : array [column]
        Out of the last layer, mm.
    temperature, ice : array [3, column]
        Last known; the last layer's before its own outflow.
    """
    covers = water[0] + water[1] + water[2] > full_cover
    temperature, ice = temperature_and_ice(heat, water)
    layers = [water[0], water[1], water[2]]
    thickness, flow = depth[0], zeros_like(layers[0])
    for layer in range(3):
        if layer:
            arrives = flow > 0.0
            layers[layer] = choose(arrives, layers[layer] + flow, layers[layer])
            temperature_now, ice_now = temperature_and_ice(heat, stacked(*layers))
            temperature = choose(arrives, temperature_now, temperature)
            ice = choose(arrives, ice_now, ice)
        mine = layers[layer]
        liquid = np.maximum((1.0 - ice[layer]) * mine, 0.0)
        solid = mine * ice[layer]
        filled = clipped(solid / (depth[layer] + 1e-20) / FRESH_SNOW_DENSITY, 0.0, 1.0)
        retained = filled * _HOLDING * (1000.0 * depth[layer] - solid)
        surplus = choose(liquid > retained, np.minimum(liquid - retained, mine), 0.0)
        flow = choose(covers, surplus, liquid)
        layers[layer] = mine - flow
        if layer == 0:
            thickness = thickness - np.minimum(flow / first_density, 0.5 * thickness)
    return stacked(*layers), stacked(thickness, depth[1], depth[2]), flow, temperature, ice


def compact(
    water: FloatArray,
    heat: FloatArray,
    depth: FloatArray,
    density: FloatArray,
    temperature: FloatArray,
    *,
    ice: FloatArray,
    full_cover: float,
    dt: float,
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return water, heat, density [3, column] and squeezed-out water (mm) after snow has settled under its weight.

    Only packs that cover all settle; what would be denser than 500 kg m-3 leaves as water.
    """
    covers = water[0] + water[1] + water[2] > full_cover
    thick = depth > 0.0
    settled = choose(thick, np.maximum(water / choose(thick, depth, 1.0), FRESH_SNOW_DENSITY), FRESH_SNOW_DENSITY)
    softness = np.exp(14.643 - 4000.0 / np.minimum(temperature + FREEZING, FREEZING) - 0.02 * settled)
    halves = 0.5 * stacked(water[0], water[1] + water[0], water[2] + water[1])
    upper = halves[0] + halves[1]
    burden = stacked(halves[0], upper, upper + halves[2])
    settled = settled * (1.0 + dt * 0.5e-7 * 9.81 * burden * softness)
    over = covers & (settled > LARGEST_SNOW_DENSITY)
    excess = choose(over, (settled - LARGEST_SNOW_DENSITY) * depth, 0.0)
    water = water - excess
    heat = choose(over, (SNOW_HEAT * temperature - ice * FUSION_HEAT) * water, heat)
    density = choose(covers, np.minimum(settled, LARGEST_SNOW_DENSITY), density)
    return water, heat, density, excess[0] + excess[1] + excess[2]

"""State of the three snow layers: temperature and ice from heat, and their thickness.

Sources: Lynch-Stieglitz (1994); Stieglitz et al. (2001). Arrays are [layer, column], the first layer on top.
"""

from __future__ import annotations

import numpy as np

from ...arrays import BoolArray, FloatArray
from ..recording.choice import choose, stacked
from .constants import FUSION_HEAT, SNOW_HEAT, TOP_SNOW_LAYER

# The reference multiplies by the reciprocals; a division would decide exact ties otherwise.
_PER_SNOW_HEAT = 1.0 / SNOW_HEAT
_PER_FUSION_HEAT = 1.0 / FUSION_HEAT
_TOLERANCE = 1e-5


def _specific_heat_content(heat: FloatArray, water: FloatArray) -> FloatArray:
    some = water > 0.0
    return choose(some, heat, 0.0) / choose(some, water, 1.0)


def temperature_and_ice(heat: FloatArray, water: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return temperature (deg C) and frozen part of snow with heat content J m-2 (0 = water at 0 C) and water mm."""
    content = _specific_heat_content(heat, water)
    temperature = choose(content < -FUSION_HEAT, (content + FUSION_HEAT) * _PER_SNOW_HEAT, 0.0)
    ice = choose(content > -FUSION_HEAT, -content * _PER_FUSION_HEAT, 1.0)
    return _liquid_and_empty(temperature, ice, content, water)


def tolerant_state(heat: FloatArray, water: FloatArray) -> tuple[FloatArray, FloatArray, BoolArray, BoolArray]:
    """Return temperature and frozen part, and whether snow is ice and whether it is at 0 C, to within 1e-5.

    Ice at 0 C is both; the flags do not know of layers without water or with heat above liquid.
    """
    content = _specific_heat_content(heat, water)
    cold = content < -(1.0 + _TOLERANCE) * FUSION_HEAT
    melting = content > -(1.0 - _TOLERANCE) * FUSION_HEAT
    temperature = choose(cold, (content + FUSION_HEAT) * _PER_SNOW_HEAT, 0.0)
    ice = choose(melting, -content * _PER_FUSION_HEAT, 1.0)
    temperature, ice = _liquid_and_empty(temperature, ice, content, water)
    return temperature, ice, ~melting, ~cold


def _liquid_and_empty(
    temperature: FloatArray, ice: FloatArray, content: FloatArray, water: FloatArray
) -> tuple[FloatArray, FloatArray]:
    liquid = ice < 0.0
    empty = water == 0.0
    temperature = choose(liquid, content * _PER_SNOW_HEAT, temperature)
    return choose(empty, 0.0, temperature), choose(liquid | empty, 0.0, ice)


def relayer(
    water: FloatArray, heat: FloatArray, depth: FloatArray, full_cover: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return water, heat and thickness [3, column] after the layers' faces have moved to where they belong.

    A third of the thickness each, the top one 8 cm at most. Contents move with the snow between old and new faces.
    Where snow does not cover all (water below `full_cover`, mm), the thickness becomes that of the covered part.
    """
    some = depth != 0.0
    safe = choose(some, depth, 1.0)
    of_heat, of_water = choose(some, heat, 0.0) / safe, choose(some, water, 0.0) / safe
    contents = [stacked(of_heat[layer], of_water[layer]) for layer in range(3)]
    third_face = depth[2]
    second_face = third_face + depth[1]
    total = second_face + depth[0]
    top = total / 3.0
    thick = top > TOP_SNOW_LAYER
    below = choose(thick, (total - TOP_SNOW_LAYER) / 2.0, top)
    top = choose(thick, TOP_SNOW_LAYER, top)
    down = [(below + below) - second_face, below - third_face]
    first, second = (
        choose(moved >= 0.0, contents[layer], contents[layer + 1]) * moved for layer, moved in enumerate(down)
    )
    back, middle = -first, first - second
    heat, water = (
        values + stacked(back[kind], middle[kind], second[kind]) for kind, values in enumerate((heat, water))
    )
    new_depth = stacked(top, below, below)
    mass = water[0] + water[1] + water[2]
    cover = np.minimum(mass / full_cover, 1.0)
    new_depth = choose(mass < full_cover, new_depth / (cover + 1e-20), new_depth)
    return water, heat, new_depth


def cover(water: FloatArray, full_cover: float) -> FloatArray:
    """Return the part of the area under snow of water [3, ..] mm."""
    return np.minimum((water[0] + water[1] + water[2]) / full_cover, 1.0)

"""Long wave of the surfaces, and the net short wave of their snow-free and snow-covered parts."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from .constants import BARE_EMISSIVITY, FRESH_SNOW_DENSITY, SNOW_EMISSIVITY, STEFAN_BOLTZMANN
from .vegetation import EMISSIVITY, SNOW_MASKING, look_up

_AGING = 0.0006  # loss of albedo per kg m-3 above fresh snow
_VISIBLE = (0.7, 0.5)  # albedo of fresh snow and the least one
_INFRARED = (0.5, 0.3)


def emissivity(vegcls: FloatArray, lai: FloatArray, snow_cover: FloatArray) -> FloatArray:
    """Return the emissivity of the whole column, bare ground showing through the leaves, snow over all."""
    leaves = look_up(EMISSIVITY, vegcls)
    free = leaves + (BARE_EMISSIVITY - leaves) * np.exp(-lai)
    return free * (1.0 - snow_cover) + SNOW_EMISSIVITY * snow_cover


def long_wave(emitting: FloatArray, temperature: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the emission at `temperature` (W m-2) and its derivative: 4 e sigma T^3 (T - 3/4 T), as a line in T."""
    slope = 4.0 * emitting * STEFAN_BOLTZMANN * temperature * temperature * temperature
    return 0.25 * slope * temperature, slope


def snow_albedo(
    snow_free: FloatArray,
    vegcls: FloatArray,
    lai: FloatArray,
    water: FloatArray,
    depth: FloatArray,
    *,
    cover: FloatArray,
) -> FloatArray:
    """Return the broadband albedo of the snow-covered part [.., tile] (Koster and Suarez 1991).

    Snow darkens with its density; a canopy of masking depth M_mid shows through as M_mid / (M + M_mid).

    Parameters
    ----------
    snow_free : array
        Broadband albedo without snow.
    vegcls, lai : array
        Class and leaf area index.
    water, depth : array
        Water (mm, of the whole area) and thickness (m, of the covered part) of all layers.
    cover : array
        Part of the area under snow.
    """
    visible, infrared = snow_bands(snow_free, snow_free, vegcls, lai, water, depth=depth, cover=cover)
    return np.minimum(1.0, 0.5 * (visible + infrared))


def snow_bands(
    free_visible: FloatArray,
    free_infrared: FloatArray,
    vegcls: FloatArray,
    lai: FloatArray,
    water: FloatArray,
    *,
    depth: FloatArray,
    cover: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """Return the visible and near-infrared albedo of the snow-covered part; parameters as :func:`snow_albedo`."""
    density = (water / (cover + 1e-20)) / (depth + 1e-20)
    older = np.maximum(0.0, density - FRESH_SNOW_DENSITY)
    masking = look_up(SNOW_MASKING, vegcls)
    hidden = water / (water + masking)
    leafy = np.minimum(1.0, 0.5 * lai)
    bands = []
    for free, (fresh, least) in ((free_visible, _VISIBLE), (free_infrared, _INFRARED)):
        snow = np.maximum(least, fresh - _AGING * older)
        vegetated = free + (snow - free) * hidden
        bands.append(snow * (1.0 - leafy) + vegetated * leafy)
    return bands[0], bands[1]

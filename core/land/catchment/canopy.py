"""Resistance of the canopy to transpiration, and its limits (Sellers 1985; Koster and Suarez 1992)."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose
from .elementwise import clipped
from .vegetation import (
    COLDEST,
    HOTTEST,
    LEAF_ANGLE,
    LIGHT_RESPONSE,
    MEAN_COSINE,
    TEMPERATURE_RESPONSE,
    look_up,
)

_LARGEST_DEPTH = 50.0  # of light through the whole canopy


def unstressed_resistance(
    vegcls: FloatArray,
    lai: FloatArray,
    greenness: FloatArray,
    transmitted: FloatArray,
    cosine: FloatArray,
    *,
    light: FloatArray,
    direct_part: FloatArray,
) -> FloatArray:
    """Return the canopy's resistance without stress by temperature or drought, s m-1.

    Sellers's integral of the leaves' response to light over the depth of the canopy.

    Parameters
    ----------
    vegcls, lai, greenness : array
        Class, leaf area index and green part of the leaves.
    transmitted : array
        sqrt(1 - scattering), see :func:`~.vegetation.transmission`.
    cosine : array
        Of the sun's zenith angle, at least 0.01.
    light, direct_part : array
        Photosynthetically active radiation (W m-2) and the part of it that comes straight from the sun.
    """
    angle = look_up(LEAF_ANGLE, vegcls)
    r1, r2, r3 = (look_up(table, vegcls) for table in LIGHT_RESPONSE)
    horizontal = 0.5 - (0.633 + 0.330 * angle) * angle
    upright = 0.877 * (1.0 - 2.0 * horizontal)
    projected = (horizontal + upright * cosine) / cosine
    limit = _LARGEST_DEPTH / lai
    beam = np.minimum(projected * transmitted, limit)
    sky = np.minimum(transmitted / look_up(MEAN_COSINE, vegcls), limit)
    diffuse_part = 1.0 - direct_part
    extinction = direct_part * beam + diffuse_part * sky
    caught = direct_part * projected + diffuse_part * (upright * (1.0 / 3.0 + np.pi / 4.0) + 1.5 * horizontal)
    gamma = r1 / r3 + r2
    dimness = gamma / (light * caught)
    depth = extinction * lai
    answer = (r2 - gamma) / (gamma + 1e-20) * np.log((dimness * np.exp(depth) + 1.0) / (dimness + 1.0)) + depth
    conductance = np.maximum(answer / (extinction * r3), 0.0)
    return 1.0 / (conductance * greenness + 1e-10)


def temperature_factor(vegcls: FloatArray, temperature: FloatArray) -> FloatArray:
    """Return the factor 1e-10 to 1 by which the conductance falls off to both sides of its best temperature (K)."""
    coldest, hottest = look_up(COLDEST, vegcls), look_up(HOTTEST, vegcls)
    f1, f2, f3 = (look_up(table, vegcls) for table in TEMPERATURE_RESPONSE)
    factor = (temperature - coldest) * (temperature - hottest) * ((f1 * temperature + f2) * temperature + f3)
    alive = (temperature > coldest) & (temperature < hottest)
    return clipped(choose(alive, factor, 1e-10), 1e-10, 1.0)

"""Distribution of root-zone wetness over a catchment at its deficit, and the storage that is in equilibrium with it.

Sources: Koster et al. (2000); Ducharne et al. (2000), eq. 12-14.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose
from .elementwise import clipped
from .parameters import Parameters

_LARGEST_EXPONENT = 40.0


@dataclass(frozen=True)
class WetnessDistribution:
    """How the root zone's wetness is spread over the catchment while water stands above bedrock.

    The density falls off as alpha^2 (w - theta0) exp(-alpha (w - theta0)) from the driest place, theta0.

    Attributes
    ----------
    shape : array
        alpha.
    driest : array
        theta0, the least degree of saturation.
    saturated : array
        Part of the area that is saturated.
    reach : array
        exp(-alpha (1 - theta0)), the exponent bounded to +-40.
    mean : array
        Mean degree of saturation.
    """

    shape: FloatArray
    driest: FloatArray
    saturated: FloatArray
    reach: FloatArray
    mean: FloatArray


def reach(shape: FloatArray, wetness: FloatArray) -> FloatArray:
    """Return exp(-alpha (1 - w)), the exponent bounded to +-40."""
    return np.exp(clipped(shape * (wetness - 1.0), -_LARGEST_EXPONENT, _LARGEST_EXPONENT))


def mean_wetness(shape: FloatArray, wetness: FloatArray, reach_of_wetness: FloatArray) -> FloatArray:
    """Return the mean M(w) = (w - 1 - 2/alpha) exp(-alpha (1 - w)) + w + 2/alpha over a distribution from w on."""
    above = wetness + 2.0 / shape
    return (wetness - 1.0 - 2.0 / shape) * reach_of_wetness + above


def saturated_part(deficit: FloatArray, parameters: Parameters) -> FloatArray:
    """Return the saturated part of the area at a deficit (mm): a rational function, bounded to 0..1."""
    p = parameters
    ratio = (1.0 + p.ars1 * deficit) / (1.0 + deficit * (p.ars2 + p.ars3 * deficit))
    return clipped(ratio, 0.0, 1.0)


def distribution(catdef: FloatArray, parameters: Parameters) -> WetnessDistribution:
    """Return the wetness distribution at a deficit (mm), at most the one at which the water table meets bedrock."""
    p = parameters
    deficit = np.minimum(catdef, p.cdcr1)
    beyond = deficit >= p.shape_break
    shape = choose(beyond, p.ara3, p.ara1) * deficit + choose(beyond, p.ara4, p.ara2)
    ratio = (1.0 + p.arw1 * deficit) / (1.0 + deficit * (p.arw2 + p.arw3 * deficit))
    driest = clipped(p.arw4 + (1.0 - p.arw4) * ratio, 0.0, 1.0)
    reached = reach(shape, driest)
    return WetnessDistribution(shape, driest, saturated_part(deficit, p), reached, mean_wetness(shape, driest, reached))


def equilibrium_storage(catdef: FloatArray, spread: WetnessDistribution, parameters: Parameters) -> FloatArray:
    """Return the root zone's water in equilibrium with the deficit, mm.

    Beyond `cdcr1` it falls linearly, to the wilting point at `cdcr2`.
    """
    p = parameters
    left = (p.cdcr2 - catdef) / (p.cdcr2 - p.cdcr1)
    drying = p.wpwet + (spread.mean - p.wpwet) * left
    wetness = choose(catdef > p.cdcr1, drying, spread.mean)
    return clipped(wetness, 0.0, 1.0) * p.vgwmax

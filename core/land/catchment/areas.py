"""Partition of a catchment into a saturated, an unsaturated and a wilting area (Koster et al. 2000)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray
from ..recording.choice import choose, where_any, zeros_like
from .elementwise import clipped
from .parameters import Parameters
from .root_zone import WetnessDistribution, mean_wetness, reach, saturated_part

_NEARLY_ALL = 1.0 - 1e-5


@dataclass(frozen=True)
class Areas:
    """The three areas of a catchment and what they hold; names as in the reference tables.

    Attributes
    ----------
    ar1, ar2, ar4 : array
        Saturated, unsaturated and wilting part of the area.
    srfmx, srfmn : array
        Largest and least surface excess, mm.
    swsrf2, swsrf4 : array
        Degree of saturation of the surface layer in the unsaturated and the wilting area.
    rzi : array
        Mean degree of saturation of the unsaturated area's root zone.
    """

    ar1: FloatArray
    ar2: FloatArray
    ar4: FloatArray
    srfmx: FloatArray
    srfmn: FloatArray
    swsrf2: FloatArray
    swsrf4: FloatArray
    rzi: FloatArray


@dataclass(frozen=True)
class Partition:
    """Result of :func:`partition`: the areas, and the stores brought within their bounds.

    Attributes
    ----------
    areas : Areas
        The areas.
    srfexc, catdef : array
        Surface excess and deficit, mm.
    spill : array
        Water that the full catchment could not hold, mm.
    """

    areas: Areas
    srfexc: FloatArray
    catdef: FloatArray
    spill: FloatArray


def partition(
    catdef: FloatArray, rzexc: FloatArray, srfexc: FloatArray, spread: WetnessDistribution, parameters: Parameters
) -> Partition:
    """Return the areas at a deficit, root-zone excess and surface excess (mm).

    Parameters
    ----------
    catdef, rzexc, srfexc : array [.., tile]
        Stores, mm.
    spread : WetnessDistribution
        At `catdef`.
    parameters : Parameters
        Of the tiles.
    """
    p = parameters
    ar1, ar2, ar4, rzi = _split(catdef, rzexc / p.vgwmax, spread, p)
    wet2 = _surface_wetness(clipped(rzi, 0.01, 1.0), p)
    wet4 = p.wilting_surface_wetness
    srfmx = p.surface_capacity * (ar2 * (1.0 - wet2) + ar4 * (1.0 - wet4))
    srfmn = -p.surface_capacity * (ar2 * wet2 + ar4 * wet4)
    bounded = np.minimum(np.maximum(srfexc, srfmn), srfmx)
    over = srfexc > srfmx
    moved = choose(over | (srfexc < srfmn), srfexc - bounded, 0.0)
    catdef = catdef - moved
    spill = choose(over & (catdef < 0.0), -catdef, 0.0)
    catdef = catdef + spill
    relative = bounded / (p.surface_capacity * (1.0 - ar1) + 1e-20)
    full = ar1 >= _NEARLY_ALL
    areas = Areas(
        choose(full, 1.0, clipped(ar1, 0.0, 1.0)),
        choose(full, 0.0, clipped(ar2, 0.0, 1.0)),
        choose(full, 0.0, clipped(ar4, 0.0, 1.0)),
        srfmx,
        srfmn,
        swsrf2=choose(full, 1.0, clipped(wet2 + relative, 1e-5, 1.0)),
        swsrf4=choose(full, p.wpwet, clipped(wet4 + relative, 1e-5, 1.0)),
        rzi=rzi,
    )
    return Partition(areas, bounded, catdef, spill)


def _surface_wetness(wetness: FloatArray, parameters: Parameters) -> FloatArray:
    """Return the surface layer's degree of saturation over a root zone of mean wetness `wetness`: half a metre up."""
    p = parameters
    return np.exp(np.log(np.exp(-p.bee * np.log(wetness)) - 0.5 / p.psis) * (-1.0 / p.bee))


def _below(shape: FloatArray, wetness: FloatArray, reached: FloatArray) -> FloatArray:
    """Return the cumulative form (1 + alpha - alpha w) exp(-alpha (1 - w)) of the distribution."""
    return (1.0 + shape * (1.0 - wetness)) * reached


def _split(
    catdef: FloatArray, excess: FloatArray, spread: WetnessDistribution, parameters: Parameters
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return the three areas, not yet bounded, and the wetness of the unsaturated one."""
    p = parameters
    wilting = p.wpwet
    deep = catdef > p.cdcr1
    left = (p.cdcr2 - catdef) / (p.cdcr2 - p.cdcr1)
    mean_unsaturated = _unsaturated_mean(spread)

    # Water above bedrock: the whole distribution moves with the excess.
    moved = spread.driest + excess
    # Water table at bedrock: the mean sinks towards the wilting point first.
    mean = wilting + (spread.mean - wilting) * left + excess
    dried_out = mean < wilting
    wet_enough = mean >= spread.mean
    unsaturated = wilting + (mean_unsaturated - wilting) * left + excess
    rzi = choose(deep, choose(dried_out, wilting, unsaturated), mean_unsaturated + excess)
    mean = choose(dried_out, wilting, mean)

    driest = choose(deep, spread.driest + (mean - spread.mean), moved)
    origin = _below(spread.shape, spread.driest, spread.reach)
    whole = deep & wet_enough | ~deep & (moved >= wilting)
    ar1 = spread.saturated + _below(spread.shape, driest, reach(spread.shape, driest)) - origin
    ar4 = zeros_like(ar1)
    ar2 = 1.0 - ar1

    wilted = ~deep & ~whole
    areas = ar1, ar2, ar4

    def wilting_part() -> tuple[FloatArray, FloatArray, FloatArray]:
        reach_wilting = reach(spread.shape, wilting)
        mean_wilting = mean_wetness(spread.shape, wilting, reach_wilting)
        at_wilting = spread.saturated + _below(spread.shape, wilting, reach_wilting) - origin
        part = _ratio(spread.mean + excess - wilting, mean_wilting - wilting, wilted)
        return (
            choose(wilted, at_wilting * part, ar1),
            choose(wilted, (1.0 - at_wilting) * part, ar2),
            choose(wilted, 1.0 - part, ar4),
        )

    areas = where_any(wilted, wilting_part, areas)
    drying = deep & ~wet_enough
    areas = where_any(drying, lambda: _dry(areas, mean, drying, spread, p), areas)
    return (*areas, rzi)


def _dry(
    areas: tuple[FloatArray, FloatArray, FloatArray],
    mean: FloatArray,
    drying: BoolArray,
    spread: WetnessDistribution,
    parameters: Parameters,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the areas where the water table is at bedrock and the mean has sunk below its distribution."""
    p = parameters
    ar1, ar2, ar4 = areas
    mean_wilting = mean_wetness(spread.shape, p.wpwet, reach(spread.shape, p.wpwet))
    sinking = _ratio(mean_wilting - p.wpwet, spread.mean - p.wpwet, drying)
    at_wilting = saturated_part(p.cdcr2 + sinking * (p.cdcr1 - p.cdcr2), p)
    partly = mean >= mean_wilting
    upper = _ratio(mean - mean_wilting, spread.mean - mean_wilting, drying & partly)
    lower = _ratio(mean - p.wpwet, mean_wilting - p.wpwet, drying & ~partly)
    first = choose(partly, at_wilting + upper * (spread.saturated - at_wilting), at_wilting * lower)
    second = choose(partly, 1.0 - first, (1.0 - at_wilting) * lower)
    third = choose(partly, 0.0, 1.0 - lower)
    return choose(drying, first, ar1), choose(drying, second, ar2), choose(drying, third, ar4)


def _ratio(above: FloatArray, below: FloatArray, chosen: BoolArray) -> FloatArray:
    """Return above / below where chosen, else 0: unchosen places may hold 0 / 0."""
    return choose(chosen, above, 0.0) / choose(chosen, below, 1.0)


def _unsaturated_mean(spread: WetnessDistribution) -> FloatArray:
    """Return the mean degree of saturation of what is not saturated."""
    alpha, driest, reached = spread.shape, spread.driest, spread.reach
    inverse = 1.0 / alpha
    double = 2.0 * inverse
    above = alpha * reached * (driest - 1.0 - double - double * inverse + driest * inverse) + driest + double
    return above / (1.0 + (alpha * (driest - 1.0) - 1.0) * reached + 1e-20)

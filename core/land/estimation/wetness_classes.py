"""How the root zone's wetness is spread over a catchment, and what the model's own distribution makes of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from .topographic_index import IndexDistribution
from .water_profiles import TABLE_DEPTHS, Retention, deficits, local_depths, root_wetness

UNKNOWN = 0.99999
_FIRST_SEARCHED = 15
_BEFORE = 14


@dataclass(frozen=True)
class WetnessCurves:
    """What the areas' parameters are fitted to, each at the mean water tables of :data:`TABLE_DEPTHS`.

    Attributes
    ----------
    deficit : array
        mm.
    saturated : array
        Part of the area that is saturated.
    driest : array
        Least root-zone wetness.
    peak, reach : array
        Shape parameter from the density's peak, and from the distance of peak and driest place.
    asymptote : float
        Least wetness with the water table far below.
    """

    deficit: FloatArray
    saturated: FloatArray
    driest: FloatArray
    peak: FloatArray
    reach: FloatArray
    asymptote: float


def wetness_curves(
    index: IndexDistribution, soil: Retention, decay: float, root: float, largest_deficit: float
) -> WetnessCurves:
    """Return the curves of a catchment.

    Parameters
    ----------
    index : IndexDistribution
        Of the topographic index.
    soil : Retention
        Of the soil.
    decay : float
        Of the conductivity with depth, m-1.
    root : float
        Depth of the root zone, m.
    largest_deficit : float
        At which the water table meets bedrock (cdcr1), mm.
    """
    local = local_depths(index, decay, TABLE_DEPTHS)
    wetness = root_wetness(local, root, soil)
    deficit = deficits(local, index, soil)
    saturated = np.where(wetness == 1.0, index.weight, 0.0).sum(axis=1) / index.weight.sum()
    shapes = np.array([_shape(row, index) for row in wetness])
    far = root_wetness(local_depths(index, decay, np.array([10.0])), root, soil)[0]
    asymptote = _shape(far, index)[0]
    if asymptote == UNKNOWN:
        asymptote = _other_asymptote(deficit, shapes[:, 0], largest_deficit)
    return WetnessCurves(deficit, saturated, shapes[:, 0], shapes[:, 1], shapes[:, 2], asymptote=float(asymptote))


def _other_asymptote(deficit: FloatArray, driest: FloatArray, largest: float) -> float:
    inside = (deficit[:-1] <= largest + 10.0) & (driest[:-1] - driest[1:] > -0.01)
    last = driest[np.flatnonzero(inside)[-1]] if inside.any() else driest[0]
    return 0.1 * (round(1e5 * float(last)) // 10000) - 0.02


def _classes(wetness: FloatArray, index: IndexDistribution) -> tuple[FloatArray, FloatArray]:
    """Return value and density of the classes of wetness, from wet to dry; all that is saturated makes the first."""
    full = int((wetness == 1.0).sum())
    weight = index.weight / index.weight.sum()
    if full:
        values = np.concatenate([[1.0], wetness[full:]])
        weight = np.concatenate([[weight[:full].sum()], weight[full:]])
    else:
        values = wetness
    count = values.size
    if count == 1:
        return values, np.array([1.0 / 1e-4])
    width = np.empty(count)
    if count == 2:
        width[1] = values[0] - values[1]
    else:
        width[1:-1] = 0.5 * (values[:-2] - values[2:])
        width[-1] = width[-2]
    width[0] = 0.5 * width[1]
    return values, np.where(weight > 0.0, weight / np.where(width > 0.0, width, 1.0), 0.0)


def _mode(density: FloatArray) -> int:
    """Return the class (from 0) of the density's peak, sought from the dry end where there are many classes."""
    count = density.size
    if count < 30:
        return min(max(int(np.argmax(density)), 2), count - 1)
    smooth = density.copy()
    smooth[1:-1] = (density[:-2] + density[1:-1] + density[2:]) / 3.0
    windows = np.lib.stride_tricks.sliding_window_view(smooth, _BEFORE).max(axis=1)
    number = np.arange(_FIRST_SEARCHED - 1, count)
    exceeds = smooth[number] > windows[number - _BEFORE]
    return int(number[exceeds][-1]) if exceeds.any() else 2


def _shape(wetness: FloatArray, index: IndexDistribution) -> tuple[float, float, float]:
    """Return the least wetness, and the shape parameter twice (see :class:`WetnessCurves`)."""
    values, density = _classes(wetness, index)
    mode = _mode(density)
    peak = density[mode]
    tail = np.flatnonzero((density > peak / 100.0) & (values < values[mode]))
    last = int(tail[-1]) if tail.size else 0
    driest = UNKNOWN if last <= 1 else float(values[last])
    if index.skew < 1.0:
        if mode > 2 and last >= mode + 4:
            other = max(mode + 1, mode + (last - mode) // 2)
            slope = (density[mode] - density[other]) / (values[mode] - values[other])
            driest = max(driest, float(values[mode] - density[mode] / slope)) if slope != 0.0 else driest
        if index.skew < 0.2:
            driest += 0.01
    guarded = driest if values[mode] > driest else float(values[mode]) - index.spacing
    return driest, float(np.e * peak), float(1.0 / (values[mode] - guarded + 1e-20))

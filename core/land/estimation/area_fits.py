"""The area and wetness parameters ars, arw and ara out of a catchment's wetness curves (Ducharne et al. 2000)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray
from .rational_fits import Coefficients, decreases, has_pole, least_squares, solve_rows, through_curve
from .wetness_classes import WetnessCurves

UNSOLVED = 9999.0
_NO_AREA = 1e-10
_SKEWED = 0.25
_FLAT = 0.0005


@dataclass(frozen=True)
class AreaParameters:
    """Parameters of the areas; :data:`UNSOLVED` where no fit will do.

    Attributes
    ----------
    ars, ara, arw : tuple of float
        Three, four and four numbers.
    """

    ars: tuple[float, float, float]
    ara: tuple[float, float, float, float]
    arw: tuple[float, float, float, float]


def fit_areas(
    curves: WetnessCurves, skew: float, depth_mm: float, cdcr1: float, cdcr2: float, *, wpwet: float
) -> AreaParameters:
    """Return the parameters whose curves follow those of a catchment.

    Parameters
    ----------
    curves : WetnessCurves
        Of the catchment.
    skew : float
        Of the topographic index.
    depth_mm : float
        To bedrock.
    cdcr1, cdcr2 : float
        Deficit with the water table at bedrock, and the largest one, mm.
    wpwet : float
        Wilting point, degree of saturation.
    """
    count = 150 if depth_mm > 6500.0 else 50 if curves.deficit[49] > cdcr1 + 20.0 else 100
    ars = _fit_saturated(curves, count, cdcr1, cdcr2)
    arw = _fit_driest(curves, count, cdcr1, wpwet)
    unsolved = (UNSOLVED,) * 3
    return AreaParameters(ars or unsolved, _fit_shape(curves, count, skew), (*(arw or unsolved), curves.asymptote))


def _last(condition: BoolArray, default: int) -> int:
    found = np.flatnonzero(condition)
    return int(found[-1]) if found.size else default


def _fit_saturated(curves: WetnessCurves, count: int, cdcr1: float, cdcr2: float) -> Coefficients | None:
    deficit, area = curves.deficit, curves.saturated
    gone = np.flatnonzero(area[:count] < _NO_AREA)
    used = int(gone[0]) if gone.size else count
    for rows in (used, deficit.size):
        if rows >= 3:
            made = least_squares(deficit[:rows], area[:rows])
            if decreases(made, cdcr2):
                return made
    first = _last(deficit <= 20.0, 0)
    third = min(_last((area >= 1e-4) & (deficit <= cdcr1), 1) + 1, deficit.size - 1)
    middle = first + (third - first) * 3 // 5

    def bad(made: Coefficients) -> bool:
        c1, c2, c3 = made
        far = (1.0 + 200.0 * c1) / (1.0 + 200.0 * c2 + 40000.0 * c3)
        return has_pole(made, cdcr1) or far < -0.01

    return through_curve(deficit, area, (first, middle, third), 0.0, bad) if first < middle < third else None


def _fit_driest(curves: WetnessCurves, count: int, cdcr1: float, wpwet: float) -> Coefficients | None:
    deficit, driest, base = curves.deficit, curves.driest, curves.asymptote
    above = driest[: count - 2] >= base
    within = deficit[: count - 2]
    first = _last(deficit <= 10.0, 0)
    third = min(_last(above & (within <= cdcr1), 0) + 2, deficit.size - 1)
    middle = min(_last(above & (within <= 0.5 * cdcr1), 1) + 1, deficit.size - 1)
    if middle == third:
        middle -= 2
    if middle <= first:
        first = middle - 2
    if first < 0:
        first, middle, third = 0, 1, 2

    made = through_curve(deficit, driest, (first, middle, third), base, lambda fit: has_pole(fit, cdcr1))
    if made is not None and decreases(made, cdcr1, base, wpwet):
        return made
    made = _least_squares_driest(deficit, driest, base, cdcr1)
    return made if made is not None and decreases(made, cdcr1, base, wpwet) else None


def _least_squares_driest(deficit: FloatArray, driest: FloatArray, base: float, cdcr1: float) -> Coefficients | None:
    """Fit the falling part of the curve, smoothed where it rises, kept to the asymptote at the far end."""
    from scipy.signal import savgol_filter

    near = deficit <= cdcr1 + 10.0
    curve = driest
    if (np.diff(driest)[near[1:]] > 0.01).any():
        curve = savgol_filter(driest, 9, 4)
        curve[:5] = driest[:5]
    positive = np.flatnonzero(curve > 0.0)
    kept: list[int] = []
    lowest = np.inf
    for j in range(int(positive[0]) if positive.size else 0, curve.size):
        if base < curve[j] < lowest + (0.0 if kept else np.inf):
            kept.append(j)
            lowest = curve[j]
    allowed = int((curve < np.minimum.accumulate(curve) + _FLAT).sum())
    kept = kept[:allowed]
    if len(kept) < 4:
        return None
    d = deficit[kept]
    relative = (curve[kept] - base) / (1.0 - base)
    rows = np.stack([d, -d * relative, -d * d * relative], axis=1)
    right = relative - 1.0
    rows[-1], right[-1] = (deficit[-1], 0.0, 0.0), -1.0
    return solve_rows(rows, right)


def _fit_shape(curves: WetnessCurves, count: int, skew: float) -> tuple[float, float, float, float]:
    deficit, end = curves.deficit, count - 1
    if skew >= _SKEWED:
        slope = (1.0 - curves.peak[end]) / (0.0 - deficit[end])
        return float(slope), 1.0, float(slope), 1.0
    beyond = np.flatnonzero(deficit > 100.0)
    bend = int(beyond[0]) if beyond.size else 19
    first = (curves.reach[bend] - 0.1) / deficit[bend]
    second = (curves.peak[end] - curves.reach[bend]) / (deficit[end] - deficit[bend])
    return float(first), 0.1, float(second), float(curves.reach[bend] - second * deficit[bend])

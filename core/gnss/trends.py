"""Trend and season of a cleaned series, the earthquakes that were left in known."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR
from .cleaning import Cleaned
from .joint_fit import YEARS_FOR_SEASONS, design, fit, noise_weights, walk_ratio
from .midas import midas
from .sampling import sampled

_LEAST_DAYS = 30
_LEAST_YEARS = 0.5
LEAST_IN_COMMON = 3
"""Stations of which something is said to be common."""


@dataclass(frozen=True)
class Trend:
    """What a series does over the years.

    Attributes
    ----------
    velocity_mm_yr, velocity_std_mm_yr : float
        By MIDAS; of series too short for it, of the joint fit; NaN where they are shorter than half a year.
    annual_mm : float
        Amplitude of the annual term of the joint fit; NaN where the series is shorter than a year and a half.
    residual : array [day] or None
        Heights less the fit; None where the series is too short for one.
    """

    velocity_mm_yr: float
    velocity_std_mm_yr: float
    annual_mm: float
    residual: FloatArray | None = None


def trend_of(cleaned: Cleaned) -> Trend:
    """Return trend and annual amplitude of a station, earthquakes that were left in fitted beside them.

    Parameters
    ----------
    cleaned : Cleaned
        Series without known jumps.

    Returns
    -------
    Trend
        In mm/yr and mm.
    """
    days, up = cleaned.station.days, cleaned.station.up_mm
    steps = [step.day for step in cleaned.kept if days[0] < step.day <= days[-1]]
    velocity, std = midas(days, up, steps)
    years = float(days[-1] - days[0]) / DAYS_PER_YEAR
    if days.size < _LEAST_DAYS or years < _LEAST_YEARS:
        return Trend(velocity, std, float("nan"))
    noise = noise_weights(cleaned.station.up_std_mm)
    terms = design(days, steps, [])
    made = fit(days, up, terms, noise, walk_ratio(days, up, terms, noise))
    if not np.isfinite(velocity):
        velocity, std = float(made.terms[1]), float(made.std[1])
    annual = float(np.hypot(made.terms[2], made.terms[3])) if years >= YEARS_FOR_SEASONS else float("nan")
    return Trend(velocity, std, annual, made.residual)


def common_mode(cleaned: list[Cleaned], trends: list[Trend], days: FloatArray) -> FloatArray:
    """Return what the stations' residuals have in common: their median on each of `days`, NaN for fewer than three.

    It is shown, not removed: over a region it is water as well as the frame's own error.

    Parameters
    ----------
    cleaned, trends : list [station]
        From :func:`.cleaning.clean` and :func:`trend_of`.
    days : array [time]
        Whole days.
    """
    rows = [
        sampled(replace(one.station, up_mm=trend.residual), days, 1.0)[0]
        for one, trend in zip(cleaned, trends)
        if trend.residual is not None
    ]
    if len(rows) < LEAST_IN_COMMON:
        return np.full(days.size, np.nan)
    values = np.array(rows)
    enough = np.isfinite(values).sum(axis=0) >= LEAST_IN_COMMON
    result = np.full(days.size, np.nan)
    result[enough] = np.nanmedian(values[:, enough], axis=0)
    return result

"""Trend, annual and semi-annual cycle of a monthly series by least squares, and the series without its cycles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR

MIN_MONTHS = 8
MIN_SPAN_YEARS = 0.95


@dataclass(frozen=True)
class Seasonal:
    """A fit of mean, trend, annual and semi-annual cycle; all NaN where a series is too short for it.

    Attributes
    ----------
    mean : float
        At the middle of the series.
    trend_per_year : float
        Slope.
    annual_amplitude, semiannual_amplitude : float
        Half of the range of each cycle.
    annual_day, semiannual_day : float
        Days after the turn of the year (0..365.25, 0..182.625) of the maximum of each cycle.
    cycles : array [month]
        Both cycles at the times of the series.
    """

    mean: float
    trend_per_year: float
    annual_amplitude: float
    annual_day: float
    semiannual_amplitude: float
    semiannual_day: float
    cycles: FloatArray


def fit(days: npt.ArrayLike, values: npt.ArrayLike) -> Seasonal:
    """Fit a series by least squares.

    Parameters
    ----------
    days : array [month]
        Middles of the solutions in days since 2000-01-01.
    values : array [month]
        NaN = missing.
    """
    years = np.asarray(days, dtype=np.float64) / DAYS_PER_YEAR
    series = np.asarray(values, dtype=np.float64)
    present = np.isfinite(series)
    t = years[present]
    if t.size < MIN_MONTHS or np.ptp(t) < MIN_SPAN_YEARS:
        nan = float("nan")
        return Seasonal(nan, nan, nan, nan, nan, semiannual_day=nan, cycles=np.full(series.shape, np.nan))
    middle = t.mean()
    angle = 2 * np.pi * years
    terms = np.stack(
        [
            np.ones_like(years),
            years - middle,
            np.cos(angle),
            np.sin(angle),
            np.cos(2 * angle),
            np.sin(2 * angle),
        ],
        axis=1,
    )
    solution = np.linalg.lstsq(terms[present], series[present], rcond=None)[0]
    mean, trend, *waves = (float(value) for value in solution)
    return Seasonal(
        mean,
        trend,
        float(np.hypot(waves[0], waves[1])),
        _day(waves[0], waves[1], DAYS_PER_YEAR),
        float(np.hypot(waves[2], waves[3])),
        semiannual_day=_day(waves[2], waves[3], DAYS_PER_YEAR / 2),
        cycles=np.asarray(terms[:, 2:] @ solution[2:]),
    )


def _day(cosine: float, sine: float, period: float) -> float:
    """Return when the wave is highest."""
    return float(np.arctan2(sine, cosine) / (2 * np.pi) % 1.0 * period)

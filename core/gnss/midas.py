"""The trend of a height series from pairs of days a year apart, which seasons and single jumps do not move."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import DAYS_PER_YEAR

_TOLERANCE_YEARS = 0.001
_NORMAL_MAD = 1.4826
_MEDIAN_EFFICIENCY = 1.2533
"""Standard error of a median over that of a mean, for normal noise: sqrt(pi / 2)."""
_TRIM_SIGMAS = 2.0
_USES_OF_A_DAY = 4.0
"""Every day is in about four pairs (two forward, two backward): pairs over independent pairs."""
_CORRELATED_NOISE = 3.0
"""Standard errors are this much larger in noise as stations have it (Blewitt et al. 2016, section 3.2)."""
_LEAST_PAIRS = 30


def midas(days: FloatArray, up_mm: FloatArray, steps: list[float]) -> tuple[float, float]:
    """Return the trend in mm/yr and its standard error; NaN where fewer than 30 pairs of days are a year apart.

    Parameters
    ----------
    days, up_mm : array [day]
        Rising days, heights.
    steps : list of float
        First days after known jumps: no pair spans one.

    References
    ----------
    Blewitt, Kreemer, Hammond, Gazeaux (2016), MIDAS robust trend estimator, doi 10.1002/2015JB012552.

    Examples
    --------
    A season and a jump that is known do not move the trend.

    >>> import numpy as np
    >>> days = np.arange(0.0, 1461.0)
    >>> up = 2.0 * days / 365.25 + 5.0 * np.sin(2 * np.pi * days / 365.25) + np.where(days < 700, 0.0, 30.0)
    >>> round(midas(days, up, [700.0])[0], 2)
    2.0
    """
    years = days / DAYS_PER_YEAR
    jumps = np.sort(np.array(steps)) / DAYS_PER_YEAR
    forward = _pairs(years, jumps)
    # Backward: the same rule on reversed time, so that the trend does not depend on time's direction.
    turned = years.size - 1 - _pairs(-years[::-1], -jumps[::-1])[:, ::-1]
    first, second = np.concatenate([forward, turned]).T
    if first.size < _LEAST_PAIRS:
        return float("nan"), float("nan")
    slopes = (up_mm[second] - up_mm[first]) / (years[second] - years[first])
    median, sigma = _median_and_spread(slopes)
    kept = slopes[np.abs(slopes - median) <= _TRIM_SIGMAS * sigma]
    median, sigma = _median_and_spread(kept)
    independent = max(kept.size / _USES_OF_A_DAY, 1.0)
    return median, _CORRELATED_NOISE * _MEDIAN_EFFICIENCY * sigma / float(np.sqrt(independent))


def _median_and_spread(values: FloatArray) -> tuple[float, float]:
    median = float(np.median(values))
    return median, _NORMAL_MAD * float(np.median(np.abs(values - median)))


def _pairs(years: FloatArray, jumps: FloatArray) -> IntArray:
    """Return for every day the day one year later, or where there is none, one still later [pair, 2].

    Days without a partner at one year take partners in turn, each the one after the last so taken.
    """
    made: list[tuple[int, int]] = []
    n = years.size
    in_turn = 0
    # A jump lies between the last day before it and its first day after: half the tolerance keeps rounding out.
    part = np.searchsorted(jumps, years + 0.5 * _TOLERANCE_YEARS)
    for first in range(n):
        at_least = int(np.searchsorted(years, years[first] + 1.0 - _TOLERANCE_YEARS))
        if at_least >= n:
            break
        if years[at_least] - years[first] <= 1.0 + _TOLERANCE_YEARS:
            second = at_least
        else:
            second = in_turn if in_turn > at_least else at_least
            in_turn = second + 1 if second + 1 < n else 0
        if part[first] == part[second]:
            made.append((first, second))
    return np.array(made, dtype=np.int64).reshape(-1, 2)

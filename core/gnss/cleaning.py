"""Outliers and jumps of the antenna out of a vertical series, the ground's own motion left in.

Water moves the ground over weeks and seasons by up to a few centimetres, a changed antenna moves the numbers from one
day to the next. A jump is therefore judged by the days next to it only, after the trend and the seasons are taken
away; what lies months apart is never compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..dates import DAYS_PER_YEAR
from .station import Station, Step

_NORMAL_MAD = 1.4826
_HALF_WINDOW_DAYS = 15
_OUTLIER_SIGMAS = 5.0
_LARGEST_STD_FACTOR = 5.0
_STEP_WINDOW_DAYS = 45.0
_LEAST_BESIDE_STEP = 8
_KNOWN_STEP_SIGMAS = 3.0
_FOUND_STEP_SIGMAS = 6.0
_YEARS_FOR_SEASONS = 1.5
_MOST_FOUND_STEPS = 20
_CORRELATED_ERROR_MM = 2.0
"""Floor of a jump's standard error: daily heights are not independent, and water may move the ground in between."""
_MEDIAN_EFFICIENCY = 1.2533
"""Standard error of a median over that of a mean, for normal noise: sqrt(pi / 2)."""
_NEAR_EARTHQUAKE_DAYS = 3.0


@dataclass(frozen=True)
class CleaningOptions:
    """How a series is cleaned.

    Attributes
    ----------
    remove_outliers : bool
        Leave out days far from the running median and days of very large formal error.
    correct_known_steps : bool
        Take away significant jumps on the dates of the step list and of changed antenna heights.
    correct_earthquakes : bool
        Take away the jumps of listed earthquakes too. They are motion of the ground, which the interferograms see as
        well: leave them in to tie a frame, take them away to compare with water.
    least_step_mm : float
        Jumps that no list names are taken away too where they are at least this large; 0 to look for none.
    """

    remove_outliers: bool = True
    correct_known_steps: bool = True
    correct_earthquakes: bool = False
    least_step_mm: float = 15.0


@dataclass(frozen=True)
class CorrectedStep:
    """A jump that was taken away.

    Attributes
    ----------
    day : float
        First day after it.
    size_mm : float
        Upwards.
    cause : str
        In words.
    """

    day: float
    size_mm: float
    cause: str


@dataclass(frozen=True)
class Cleaned:
    """A station after cleaning.

    Attributes
    ----------
    station : Station
        Without outliers and jumps.
    n_outliers : int
        Days left out.
    steps : tuple of CorrectedStep
        Jumps taken away, in the order of time.
    unjudged : tuple of Step
        Known steps with too few days beside them to tell.
    """

    station: Station
    n_outliers: int
    steps: tuple[CorrectedStep, ...]
    unjudged: tuple[Step, ...]


def clean(station: Station, options: CleaningOptions) -> Cleaned:
    """Return a station without outliers and without jumps of its antenna."""
    keep = np.ones(station.days.size, dtype=bool)
    if options.remove_outliers:
        keep = ~outliers(station.up_mm, station.up_std_mm)
    days, up, std = station.days[keep], station.up_mm[keep], station.up_std_mm[keep]
    listed = [step for step in station.known_steps if days[0] < step.day <= days[-1]]
    known = [step for step in listed if _is_corrected(step, options)]
    kept = [step.day for step in listed if step.by_earthquake and not options.correct_earthquakes]
    corrected, unjudged = _known_steps(days, up, known, kept)
    if options.least_step_mm > 0:
        corrected += _unknown_steps(days, up, corrected, kept, options.least_step_mm)
    corrected.sort(key=lambda step: step.day)
    for step in corrected:
        up = up - step.size_mm * (days >= step.day)
    cleaned = replace(station, days=days, up_mm=up - np.mean(up), up_std_mm=std)
    return Cleaned(cleaned, int(np.sum(~keep)), tuple(corrected), tuple(unjudged))


def _is_corrected(step: Step, options: CleaningOptions) -> bool:
    return options.correct_earthquakes if step.by_earthquake else options.correct_known_steps


def outliers(up: FloatArray, std: FloatArray) -> BoolArray:
    """Return which days are far from the median of the 15 days before and after, or of very large formal error [day].

    A median next to a jump lies on the day's own side, since the day and the 15 on its side are the majority.
    """
    width = 2 * _HALF_WINDOW_DAYS + 1
    if up.size < width:
        median = np.full(up.size, np.median(up))
    else:
        inner = np.median(np.lib.stride_tricks.sliding_window_view(up, width), axis=1)
        ends = [
            np.median(up[max(0, k - _HALF_WINDOW_DAYS) : k + _HALF_WINDOW_DAYS + 1])
            for k in (*range(_HALF_WINDOW_DAYS), *range(up.size - _HALF_WINDOW_DAYS, up.size))
        ]
        median = np.concatenate([ends[:_HALF_WINDOW_DAYS], inner, ends[_HALF_WINDOW_DAYS:]])
    off = np.abs(up - median)
    far = off > _OUTLIER_SIGMAS * max(_NORMAL_MAD * float(np.median(off)), 1e-6)
    known = std[np.isfinite(std)]
    if known.size == 0:
        return np.asarray(far)
    unsure = ~(std <= _LARGEST_STD_FACTOR * np.median(known))
    return np.asarray(far | unsure)


def season_model(days: FloatArray, steps: list[float]) -> FloatArray:
    """Return the design matrix [day, term]: constant, trend, seasons where the series is long enough, jumps."""
    years = (days - days[0]) / DAYS_PER_YEAR
    terms = [np.ones_like(years), years]
    if years[-1] >= _YEARS_FOR_SEASONS:
        for harmonic in (1, 2):
            angle = 2 * np.pi * harmonic * years
            terms += [np.cos(angle), np.sin(angle)]
    return np.column_stack([*terms, *((days >= step).astype(float) for step in steps)])


def without_seasons(days: FloatArray, up: FloatArray, steps: list[float]) -> FloatArray:
    """Return heights less trend and seasons, the jumps left in; `steps` are jumps that must not bend the fit [day]."""
    design = season_model(days, steps)
    solution = np.linalg.lstsq(design, up, rcond=None)[0]
    n_jumps = len(steps)
    smooth = design[:, : design.shape[1] - n_jumps] @ solution[: design.shape[1] - n_jumps]
    return np.asarray(up - smooth)


def jump_at(days: FloatArray, heights: FloatArray, day: float, others: list[float]) -> tuple[float, float] | None:
    """Return size and standard error of a jump: the median of 45 days from `day` on less that of 45 days before.

    The days end at the next of the jumps `others`. None where either side has fewer than 8.
    """
    earliest = max([day - _STEP_WINDOW_DAYS, *(other for other in others if other < day)])
    latest = min([day + _STEP_WINDOW_DAYS, *(other for other in others if other > day)])
    start, middle, stop = np.searchsorted(days, [earliest, day, latest])
    before, after = heights[start:middle], heights[middle:stop]
    if min(before.size, after.size) < _LEAST_BESIDE_STEP:
        return None
    middles = float(np.median(before)), float(np.median(after))
    scatter = np.concatenate([before - middles[0], after - middles[1]])
    sigma = _NORMAL_MAD * float(np.median(np.abs(scatter)))
    error = _MEDIAN_EFFICIENCY * sigma * float(np.sqrt(1 / before.size + 1 / after.size))
    return middles[1] - middles[0], float(np.hypot(error, _CORRELATED_ERROR_MM))


def _known_steps(
    days: FloatArray, up: FloatArray, known: list[Step], kept: list[float]
) -> tuple[list[CorrectedStep], list[Step]]:
    """Return the significant ones of the known steps, and those that cannot be judged; jumps at `kept` stay."""
    steps = sorted({*(step.day for step in known), *kept})
    heights = without_seasons(days, up, steps)
    corrected, unjudged = [], []
    done: set[int] = set()
    for step in sorted(known, key=lambda step: step.day):
        first = int(np.searchsorted(days, step.day))
        if first in done:
            continue  # two changes between the same two days are one jump
        done.add(first)
        found = jump_at(days, heights, step.day, steps)
        if found is None:
            unjudged.append(step)
        elif abs(found[0]) > _KNOWN_STEP_SIGMAS * found[1]:
            corrected.append(CorrectedStep(step.day, found[0], step.cause))
    return corrected, unjudged


def _unknown_steps(
    days: FloatArray, up: FloatArray, corrected: list[CorrectedStep], kept: list[float], least_mm: float
) -> list[CorrectedStep]:
    """Return large jumps that no list names, the largest first; none next to an earthquake whose jump is kept."""
    found: list[CorrectedStep] = []
    candidates = [k for k in range(1, days.size) if all(abs(days[k] - day) > _NEAR_EARTHQUAKE_DAYS for day in kept)]
    while len(found) < _MOST_FOUND_STEPS:
        level = up.copy()
        for step in (*corrected, *found):
            level = level - step.size_mm * (days >= step.day)
        heights = without_seasons(days, level, kept)
        day = _largest_jump(days, heights, candidates, kept, least_mm)
        if day is None:
            break
        # The fit of the seasons was bent by the jump itself: measure it once more with the jump in the fit.
        measured = jump_at(days, without_seasons(days, level, [*kept, day]), day, kept)
        if measured is None or abs(measured[0]) < least_mm:
            break
        found.append(CorrectedStep(day, measured[0], "found in the series"))
    return found


def _largest_jump(
    days: FloatArray, heights: FloatArray, candidates: list[int], kept: list[float], least_mm: float
) -> float | None:
    """Return the day of the largest significant jump, or None."""
    best, largest = None, 0.0
    for k in candidates:
        found = jump_at(days, heights, float(days[k]), kept)
        if found is None:
            continue
        size, error = abs(found[0]), found[1]
        if size >= least_mm and size > _FOUND_STEP_SIGMAS * error and size > largest:
            best, largest = float(days[k]), size
    return None if best is None else _sharpened(days, heights, best, kept)


def _sharpened(days: FloatArray, heights: FloatArray, day: float, kept: list[float]) -> float:
    """Return the first day after a jump near `day`: where two levels fit the days about it best.

    Medians hardly notice a few days on the wrong side, so that they find a jump but not its date.
    """
    earliest = max([day - _STEP_WINDOW_DAYS, *(other for other in kept if other < day)])
    latest = min([day + _STEP_WINDOW_DAYS, *(other for other in kept if other > day)])
    start, stop = np.searchsorted(days, [earliest, latest])
    about = heights[start:stop]
    before = np.arange(_LEAST_BESIDE_STEP, about.size - _LEAST_BESIDE_STEP + 1)
    after = about.size - before
    sums = np.cumsum(about)
    difference = (sums[-1] - sums[before - 1]) / after - sums[before - 1] / before
    # The drop in the sum of squares from one level to two.
    gain = before * after / about.size * difference**2
    return float(days[start + before[np.argmax(gain)]])

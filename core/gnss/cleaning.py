"""Outliers and jumps of the antenna out of a vertical series, the ground's own motion left in.

Water moves the ground over days and seasons by up to a few centimetres, a changed antenna moves the numbers from one
day to the next. Jumps, trend, seasons and post-seismic decay are therefore fitted together, in noise that wanders as
far as the series itself does (:mod:`.joint_fit`): a jump needs evidence against a fast season and against a gap. Jumps
that no list names are proposed, and taken away only on demand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from .joint_fit import Fit, design, fit, level_shifts, noise_weights, post_seismic, walk_ratio
from .station import Station, Step

_NORMAL_MAD = 1.4826
_HALF_WINDOW_DAYS = 15
_OUTLIER_SIGMAS = 5.0
_LARGEST_STD_FACTOR = 5.0
_LEAST_SCATTER_MM = 1.0
"""No station knows its daily height better: what scatters less is a model, or means."""
_LEAST_BESIDE_STEP = 8
"""Days on either side of a jump, up to the next: with fewer, their own scatter decides."""
_KNOWN_STEP_SIGMAS = 3.0
_FOUND_STEP_SIGMAS = 6.0
"""None of 51 real series that were cleaned before has an unlisted jump of 15 mm beyond 6 sigmas; two lie beyond 5."""
_MOST_FOUND_STEPS = 20
_LONGEST_GAP_DAYS = 5.0
"""Across a longer gap nothing tells a jump from water."""
_PASSING_DAYS = 30.0
"""Time scale in which a flood's load passes; a jump of the antenna stays."""
_NEAR_EARTHQUAKE_DAYS = 3.0
_LEAST_DECAY_MAGNITUDE = 6.0
_LEAST_DAYS_OF_A_FIT = 30


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
        Take away the jumps of listed earthquakes and the motion after them too. They are motion of the ground, which
        the interferograms see as well: leave them in to tie a frame, take them away to compare with water.
    correct_unlisted_steps : bool
        Take away the jumps that no list names, too; else they are only named.
    least_step_mm : float
        Smallest unlisted jump that is looked for; 0 to look for none.
    """

    remove_outliers: bool = True
    correct_known_steps: bool = True
    correct_earthquakes: bool = False
    correct_unlisted_steps: bool = False
    least_step_mm: float = 15.0

    def __post_init__(self) -> None:
        """Refuse what is no size."""
        if not self.least_step_mm >= 0:
            raise InputError(f"LEAST_STEP must be a size in millimetres, 0 or more, not {self.least_step_mm}.")


@dataclass(frozen=True)
class CorrectedStep:
    """A jump of a series.

    Attributes
    ----------
    day : float
        First day after it.
    size_mm, std_mm : float
        Upwards, and its standard error.
    cause : str
        In words.
    """

    day: float
    size_mm: float
    cause: str
    std_mm: float = float("nan")


@dataclass(frozen=True)
class Cleaned:
    """A station after cleaning.

    Attributes
    ----------
    station : Station
        Without outliers and the jumps of `steps`.
    n_outliers : int
        Days left out.
    steps : tuple of CorrectedStep
        Jumps taken away, in the order of time.
    unjudged : tuple of Step
        Known steps with too few days beside them to tell.
    proposed : tuple of CorrectedStep
        Jumps that no list names and that were left in.
    kept : tuple of Step
        Earthquakes whose motion was left in.
    """

    station: Station
    n_outliers: int
    steps: tuple[CorrectedStep, ...]
    unjudged: tuple[Step, ...]
    proposed: tuple[CorrectedStep, ...] = ()
    kept: tuple[Step, ...] = ()


def clean(station: Station, options: CleaningOptions) -> Cleaned:
    """Return a station without outliers and without jumps of its antenna.

    Parameters
    ----------
    station : Station
        Daily heights and known steps.
    options : CleaningOptions
        What to take away.
    """
    keep = np.ones(station.days.size, dtype=bool)
    if options.remove_outliers:
        keep = ~outliers(station.up_mm, station.up_std_mm)
    days, up, std = station.days[keep], station.up_mm[keep], station.up_std_mm[keep]
    listed = sorted((step for step in station.known_steps if days[0] < step.day <= days[-1]), key=lambda one: one.day)
    known = [step for step in listed if _is_corrected(step, options)]
    kept = tuple(step for step in listed if step.by_earthquake and not options.correct_earthquakes)
    corrected, unjudged, away = _known_steps(days, up, std, known, kept)
    found: list[CorrectedStep] = []
    if options.least_step_mm > 0 and days.size >= _LEAST_DAYS_OF_A_FIT:
        found = _unknown_steps(days, up - away, std, [step.day for step in listed], options.least_step_mm)
    if options.correct_unlisted_steps:
        away = away + sum((step.size_mm * (days >= step.day) for step in found), np.zeros(days.size))
        corrected, found = corrected + found, []
    up = up - away
    corrected.sort(key=lambda step: step.day)
    cleaned = replace(station, days=days, up_mm=up - np.mean(up), up_std_mm=std)
    return Cleaned(cleaned, int(np.sum(~keep)), tuple(corrected), tuple(unjudged), tuple(found), kept=kept)


def _is_corrected(step: Step, options: CleaningOptions) -> bool:
    return options.correct_earthquakes if step.by_earthquake else options.correct_known_steps


def outliers(up: FloatArray, std: FloatArray) -> BoolArray:
    """Return which days are far from the median of the 15 days before and after, or of very large formal error [day].

    A median next to a jump lies on the day's own side, since the day and the 15 on its side are the majority.

    Parameters
    ----------
    up : array [day]
        Heights, mm.
    std : array [day]
        Formal errors, mm; NaN where unknown.

    Returns
    -------
    bool array [day]
        True for outliers.
    """
    off = np.abs(up - running_median(up))
    ends = [*range(min(_HALF_WINDOW_DAYS, up.size)), *range(max(up.size - _HALF_WINDOW_DAYS, 0), up.size)]
    for day in ends:
        # A window that ends at the day has its middle elsewhere: a ground that moves lies off its median there.
        off[day] = min(off[day], abs(up[day] - _continued(up, day)))
    sigma = max(_NORMAL_MAD * float(np.median(off)), _LEAST_SCATTER_MM)
    far = off > _OUTLIER_SIGMAS * sigma
    known = std[np.isfinite(std)]
    if known.size == 0:
        return np.asarray(far)
    unsure = ~(std <= _LARGEST_STD_FACTOR * np.median(known))
    return np.asarray(far | unsure)


def running_median(up: FloatArray) -> FloatArray:
    """Return the median of each day and the 15 before and after it [day], of fewer at the ends.

    Parameters
    ----------
    up : array [day]
        Heights, mm.

    Returns
    -------
    array [day]
        In mm.
    """
    width = 2 * _HALF_WINDOW_DAYS + 1
    inner = np.empty(0)
    if up.size >= width:
        inner = np.median(np.lib.stride_tricks.sliding_window_view(up, width), axis=1)
    edges = min(_HALF_WINDOW_DAYS, up.size - inner.size)
    places = [*range(edges), *range(edges + inner.size, up.size)]
    ends = [np.median(up[max(0, k - _HALF_WINDOW_DAYS) : k + _HALF_WINDOW_DAYS + 1]) for k in places]
    return np.concatenate([ends[:edges], inner, ends[edges:]])


def _continued(up: FloatArray, day: int) -> float:
    """Return what the medians of both halves of a day's window let expect of it, along a line."""
    first = max(0, day - _HALF_WINDOW_DAYS)
    window = up[first : day + _HALF_WINDOW_DAYS + 1]
    half = window.size // 2
    if half == 0:
        return float(window[0])
    low, high = float(np.median(window[:half])), float(np.median(window[window.size - half :]))
    slope = (high - low) / (window.size - half)
    return low + slope * (day - first - (half - 1) / 2)


def _known_steps(
    days: FloatArray, up: FloatArray, std: FloatArray, known: list[Step], kept: tuple[Step, ...]
) -> tuple[list[CorrectedStep], list[Step], FloatArray]:
    """Return the significant known steps, those that cannot be judged, and the motion that the first make [day]."""
    away = np.zeros(days.size)
    if not known:
        return [], [], away
    columns, groups, unjudged = _columns(days, known, kept)
    decays = [step for step in (*known, *kept) if _decays(step) and step.day in {one.day for one in groups}]
    steps = [step.day for step in groups]
    noise = noise_weights(std)
    terms = design(days, steps, [])
    ratio = walk_ratio(days, up, terms, noise)
    decays = _significant_decays(days, up, noise, ratio, (steps, decays))
    made = fit(days, up, design(days, steps, [step.day for step in decays]), noise, ratio)
    first = terms.shape[1] - len(steps)
    corrected: list[CorrectedStep] = []
    for number, step in enumerate(groups):
        if step not in columns:
            continue
        size, error = float(made.terms[first + number]), float(made.std[first + number])
        if abs(size) > _KNOWN_STEP_SIGMAS * error:
            corrected.append(CorrectedStep(step.day, size, step.cause, error))
            away += size * (days >= step.day)
            if step in decays:
                away += made.terms[first + len(steps) + decays.index(step)] * post_seismic(days, step.day)
    return corrected, unjudged, away


def _columns(days: FloatArray, known: list[Step], kept: tuple[Step, ...]) -> tuple[list[Step], list[Step], list[Step]]:
    """Return the known steps that may be taken away, all that are fitted, and those with too few days beside them.

    Two changes between the same two days are one jump; where one of them is kept, the jump is.
    """
    firsts: dict[int, Step] = {}
    for step in sorted((*kept, *known), key=lambda one: one.day):
        at = int(np.searchsorted(days, step.day))
        if at not in firsts or (step in kept and firsts[at] not in kept):
            firsts[at] = step
    borders = [0, *sorted(firsts), days.size]
    groups, unjudged = [], []
    for before, at, after in zip(borders, borders[1:], borders[2:]):
        step = firsts[at]
        if min(at - before, after - at) >= _LEAST_BESIDE_STEP:
            groups.append(step)
        elif step not in kept:
            unjudged.append(step)
    return [step for step in groups if step not in kept], groups, unjudged


def _decays(step: Step) -> bool:
    return step.by_earthquake and not step.magnitude < _LEAST_DECAY_MAGNITUDE


def _significant_decays(
    days: FloatArray, up: FloatArray, noise: FloatArray, ratio: float, candidates: tuple[list[float], list[Step]]
) -> list[Step]:
    """Return the earthquakes whose motion goes on significantly."""
    steps, decays = candidates
    if not decays:
        return []
    made = fit(days, up, design(days, steps, [step.day for step in decays]), noise, ratio)
    last = made.terms.size - len(decays)
    significant = np.abs(made.terms[last:]) > _KNOWN_STEP_SIGMAS * made.std[last:]
    return [step for step, there in zip(decays, significant) if there]


def _unknown_steps(
    days: FloatArray, up: FloatArray, std: FloatArray, listed: list[float], least_mm: float
) -> list[CorrectedStep]:
    """Return large jumps that no list names, the most significant first; none next to a listed date."""
    noise = noise_weights(std)
    near = np.zeros(days.size - 1, dtype=bool)
    for day in listed:
        near |= np.abs(days[1:] - day) <= _NEAR_EARTHQUAKE_DAYS
    possible = (np.diff(days) <= _LONGEST_GAP_DAYS) & ~near
    possible[: _LEAST_BESIDE_STEP - 1] = possible[possible.size - _LEAST_BESIDE_STEP + 1 :] = False
    inside = [day for day in listed if days[0] < day <= days[-1]]
    found: list[float] = []
    result: list[CorrectedStep] = []
    while len(found) < _MOST_FOUND_STEPS and possible.any():
        terms = design(days, inside + found, [])
        ratio = walk_ratio(days, up, terms, noise)
        made = fit(days, up, terms, noise, ratio)
        size, significance = level_shifts(days, made.residual, noise, ratio)
        worth = np.where(possible & (np.abs(size) >= least_mm), np.abs(significance), 0.0)
        at = int(np.argmax(worth))
        if worth[at] <= _FOUND_STEP_SIGMAS:
            break
        possible[max(at - _LEAST_BESIDE_STEP, 0) : at + _LEAST_BESIDE_STEP + 1] = False
        day = float(days[at + 1])
        step = _stays(days, up, noise, ratio, (inside + found, day))
        if step is not None and abs(step.size_mm) >= least_mm:
            found.append(day)
            result.append(step)
    return result


def _stays(
    days: FloatArray, up: FloatArray, noise: FloatArray, ratio: float, at: tuple[list[float], float]
) -> CorrectedStep | None:
    """Return the jump on a day, or None where motion that passes within weeks explains the days as well."""
    others, day = at
    jump: Fit = fit(days, up, design(days, [*others, day], []), noise, ratio)
    n_jumps = len(others) + 1
    place = jump.terms.size - n_jumps + len(others)
    since = days - day
    passing = np.where(since >= 0, np.exp(-np.maximum(since, 0.0) / _PASSING_DAYS), 0.0)
    flood = fit(days, up, np.column_stack([design(days, others, []), passing]), noise, ratio)
    size, error = float(jump.terms[place]), float(jump.std[place])
    if abs(size) <= _KNOWN_STEP_SIGMAS * error or flood.log_likelihood > jump.log_likelihood:
        return None
    return CorrectedStep(day, size, "found in the series", error)

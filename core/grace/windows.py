"""Means of a model's series over the days that a GRACE solution really used.

A monthly gravity solution is made from the days between a start and an end that seldom are those of a calendar
month, and some days between them are left out. A series is compared with it fairly only as the mean over the same
days: for daily values that of the days themselves, for sparser ones that of the straight lines between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..errors import InputError

DEFAULT_MAX_GAP_DAYS = 24.0
_SLACK = 1e-9


def average(
    days: npt.ArrayLike, values: npt.ArrayLike, windows: npt.ArrayLike, unused: Sequence[Iterable[float]] | None = None
) -> FloatArray:
    """Return the mean of the samples inside each window, for daily (or denser) series.

    Parameters
    ----------
    days : array [time]
        Day of each sample, since any epoch.
    values : array [time, ..]
        Samples; NaN ones are left out.
    windows : array [window, 2]
        Start, and end (exclusive), of each window, since the same epoch.
    unused : sequence of iterables of float, optional
        For each window the numbers of whole days to leave out: day d holds the samples of [d, d + 1).

    Returns
    -------
    array [window, ..]
        NaN where a window holds no sample.

    Examples
    --------
    >>> average([0, 1, 2, 3], [1.0, 2.0, 3.0, 10.0], [[0, 3], [3, 4]])
    array([ 2., 10.])
    """
    time, data, edges, left_out = _checked(days, values, windows, unused)
    result = np.full((len(edges), *data.shape[1:]), np.nan)
    for number, (start, end) in enumerate(edges):
        inside = (time >= start) & (time < end) & ~np.isin(np.floor(time), left_out[number])
        chosen = data[inside]
        count = np.sum(np.isfinite(chosen), axis=0)
        with np.errstate(invalid="ignore"):
            result[number] = np.where(count > 0, np.nansum(chosen, axis=0) / np.maximum(count, 1), np.nan)
    return result


@dataclass(frozen=True)
class Sampling:
    """How well a series samples each window.

    Attributes
    ----------
    n_samples : array [window]
        Samples on the days used.
    longest_gap : array [window]
        Longest time in days between neighbouring samples that holds a used day; beyond the first or last sample of
        the series twice the time to the end of the window.
    """

    n_samples: IntArray
    longest_gap: FloatArray


def sampling(days: npt.ArrayLike, windows: npt.ArrayLike, unused: Sequence[Iterable[float]] | None = None) -> Sampling:
    """Return how well samples at `days` [time] sample each window (arguments as for :func:`average`)."""
    time, _, edges, left_out = _checked(days, np.zeros(np.size(days)), windows, unused)
    centres = day_centres(time)
    counts, gaps = [], []
    for (start, end), skipped in zip(edges, left_out):
        segments = _used_segments(start, end, skipped)
        counts.append(sum(int(np.sum((centres >= a) & (centres < b))) for a, b in segments))
        gaps.append(max((_longest_gap(centres, a, b) for a, b in segments), default=np.inf))
    return Sampling(np.array(counts, dtype=np.int64), np.array(gaps, dtype=np.float64))


def average_used_days(
    days: npt.ArrayLike,
    values: npt.ArrayLike,
    windows: npt.ArrayLike,
    unused: Sequence[Iterable[float]] | None = None,
    max_gap_days: float = DEFAULT_MAX_GAP_DAYS,
) -> FloatArray:
    """Return the mean over the used days of each window of a series of any spacing.

    Where every used day has a sample, the mean of those samples. Else the exact mean of the piecewise-linear
    interpolant over the used days; before the first and after the last sample their values hold, for half of
    `max_gap_days`. Samples whose day numbers are all whole are dates: each stands for the middle of its day.

    Parameters
    ----------
    days, values, windows, unused
        As for :func:`average`.
    max_gap_days : float
        A window in which neighbouring samples lie further apart than this is refused (NaN).

    Returns
    -------
    array [window, ..]
        NaN where a window is refused. A series' own missing samples are left out before the gaps are judged.
    """
    time, data, edges, left_out = _checked(days, values, windows, unused)
    flat = data.reshape(len(time), int(np.prod(data.shape[1:])))
    present = np.isfinite(flat)
    result = np.full((len(edges), flat.shape[1]), np.nan)
    patterns, member = np.unique(present, axis=1, return_inverse=True)
    whole = day_centres(time)
    for number in range(patterns.shape[1]):
        kept = patterns[:, number]
        if not kept.any():
            continue
        columns = np.flatnonzero(np.ravel(member) == number)
        weights = _weights(whole[kept], edges, left_out, max_gap_days)
        result[:, columns] = _weighted_sums(weights, flat[np.ix_(kept, columns)])
    return result.reshape((len(edges), *data.shape[1:]))


def day_centres(days: npt.ArrayLike) -> FloatArray:
    """Return the times that samples [time] stand for: where all are whole days (dates), their middles."""
    time = np.asarray(days, dtype=np.float64)
    return time + 0.5 if time.size and np.all(time == np.floor(time)) else time


def _weights(centres: FloatArray, edges: FloatArray, left_out: list[FloatArray], max_gap: float) -> FloatArray:
    """Weight of each sample in each window's mean [window, time]; NaN rows where a window is refused."""
    rows = np.full((len(edges), len(centres)), np.nan)
    for number, ((start, end), skipped) in enumerate(zip(edges, left_out)):
        segments = _used_segments(start, end, skipped)
        if not segments:
            continue
        on_used = np.zeros(len(centres), dtype=bool)
        for a, b in segments:
            on_used |= (centres >= a) & (centres < b)
        used_days = sum(int(np.ceil(b - a - _SLACK)) for a, b in segments)
        if np.unique(np.floor(centres[on_used])).size >= used_days:
            rows[number] = on_used / np.count_nonzero(on_used)
        elif max(_longest_gap(centres, a, b) for a, b in segments) <= max_gap + _SLACK:
            rows[number] = _interpolant_weights(centres, segments)
    return rows


def _weighted_sums(weights: FloatArray, samples: FloatArray) -> FloatArray:
    """Return weights [window, time] times samples [time, column], summed in the same order whatever the columns.

    A matrix product would depend in its last bit on how many columns a block has.
    """
    sums = np.full((len(weights), samples.shape[1]), np.nan)
    for number in np.flatnonzero(np.isfinite(weights[:, 0])):
        total = np.zeros(samples.shape[1])
        for step in np.flatnonzero(weights[number]):
            total += weights[number, step] * samples[step]
        sums[number] = total
    return sums


def _interpolant_weights(centres: FloatArray, segments: list[tuple[float, float]]) -> FloatArray:
    """Weights of the samples in the mean of their linear interpolant over the segments (trapezoids: exact)."""
    weights = np.zeros(len(centres))
    for start, end in segments:
        knots = np.concatenate([[start], centres[(centres > start) & (centres < end)], [end]])
        half = np.diff(knots) / 2
        node = np.concatenate([half, [0.0]]) + np.concatenate([[0.0], half])
        if len(centres) == 1:
            weights[0] += node.sum()
            continue
        left = np.clip(np.searchsorted(centres, knots, side="right") - 1, 0, len(centres) - 2)
        share = np.clip((knots - centres[left]) / (centres[left + 1] - centres[left]), 0.0, 1.0)
        np.add.at(weights, left, node * (1 - share))
        np.add.at(weights, left + 1, node * share)
    return np.asarray(weights / sum(end - start for start, end in segments))


def _longest_gap(centres: FloatArray, start: float, end: float) -> float:
    """Longest distance between samples within [start, end); twice the distance beyond the outermost samples."""
    inner = np.flatnonzero((centres[:-1] < end) & (centres[1:] > start))
    spans = (centres[inner + 1] - centres[inner]).tolist()
    outside = max(centres[0] - start, end - centres[-1], 0.0)
    return float(max([*spans, 2 * outside]))


def _used_segments(start: float, end: float, skipped: FloatArray) -> list[tuple[float, float]]:
    """Stretches of [start, end) without the whole days `skipped`."""
    segments, begin = [], float(start)
    for day in skipped[(skipped + 1 > start) & (skipped < end)]:
        if day > begin:
            segments.append((begin, float(day)))
        begin = max(begin, float(day) + 1)
    if begin < end:
        segments.append((begin, float(end)))
    return segments


def _checked(
    days: npt.ArrayLike, values: npt.ArrayLike, windows: npt.ArrayLike, unused: Sequence[Iterable[float]] | None
) -> tuple[FloatArray, FloatArray, FloatArray, list[FloatArray]]:
    """Return sorted times, values in their order, windows and sorted unused days; sizes checked."""
    time = np.asarray(days, dtype=np.float64)
    data = np.asarray(values, dtype=np.float64)
    edges = np.asarray(windows, dtype=np.float64).reshape(-1, 2)
    if time.ndim != 1 or data.shape[:1] != time.shape:
        raise InputError(f"A series needs one day a sample: there are {time.size} days and {data.shape[:1]} samples.")
    if not np.all(np.isfinite(edges)) or np.any(edges[:, 1] <= edges[:, 0]):
        raise InputError("Each window must end after it starts.")
    left_out = [np.unique(np.asarray(list(each), dtype=np.float64)) for each in unused] if unused is not None else []
    if unused is not None and len(left_out) != len(edges):
        raise InputError(f"There are {len(edges)} windows and unused days for {len(left_out)}.")
    order = np.argsort(time, kind="stable")
    return time[order], data[order], edges, left_out or [np.empty(0)] * len(edges)

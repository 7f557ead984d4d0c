"""The median of a frame's good pixels at every date, as reference of a product that has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..insar.frames.placement import Placement
from .products.model import Float32
from .raster_windows import SeriesOfWindows, Window, window_of
from .tied_means import Parts, TiedMeans, parts_of

_SAMPLES, _SAMPLE_CELLS = 8, 32
"""The median is taken over at most 8 x 8 windows of 32 x 32 cells of the result, spread evenly."""
_LEAST_COMPLETE, _LEAST_SHARE = 100, 0.1
"""Pixels that have all dates, and their part of all with data, from which on they alone stand for the frame."""
_MOST_TIED = 8192
"""Pixels with gaps that are tied: evenly chosen, so that 200 dates of them take 13 MB a copy."""
_LEAST_DATES = 0.25
"""Part of the dates of the best pixel that another must have to count."""


@dataclass(frozen=True)
class FrameMedian:
    """Offsets [date] in mm, NaN where no pixel has data, and of what they are the median."""

    offsets: FloatArray
    words: str


def frame_median(placement: Placement, series: SeriesOfWindows) -> FrameMedian:
    """Return the median of a frame's good pixels at every date.

    Where few pixels have all dates, those that have some count too: the mean of their changes, each part with a
    constant of its own, and the median of what is left of it. So the reference neither jumps with the pixels that are
    there, nor rests on a handful of them.

    Parameters
    ----------
    placement : Placement
        Of the result.
    series : SeriesOfWindows
        What is read; its offsets are 0.

    Raises
    ------
    InputError
        Where no pixel has two dates.
    """
    complete: list[Float32] = []
    others: list[tuple[Float32, Parts]] = []
    n_with_data = 0
    windows = list(_samples(placement))
    stride = max(1, sum(_cells(window) for window in windows) // _MOST_TIED)
    for window in windows:
        values = series.read(window).reshape(series.days.size, -1)
        own = series.parts(window)
        part = parts_of(values, None, None if own is None else own.reshape(values.shape))
        there = (part > 0).any(axis=0)
        n_with_data += int(there.sum())
        whole = (part == 1).all(axis=0)
        complete.append(values[:, whole])
        chosen = np.flatnonzero(there)[::stride]
        others.append((values[:, chosen], part[:, chosen]))
    n_good = sum(one.shape[1] for one in complete)
    if n_good and n_good >= min(n_with_data, max(_LEAST_COMPLETE, _LEAST_SHARE * n_with_data)):
        dates = (np.concatenate([one[date] for one in complete]) for date in range(series.days.size))
        return FrameMedian(np.array([np.median(one.astype(np.float64)) for one in dates]), f"{n_good} good pixels")
    values, part = (np.concatenate([one[k] for one in others], axis=1) for k in (0, 1))
    count = np.count_nonzero(part, axis=0)
    used = count >= max(2.0, _LEAST_DATES * int(count.max(initial=0)))
    if not used.any():
        raise InputError("The product has no good pixel: choose another EXTENT, or other dates.")
    offsets = _tied_median(series.days, values[:, used].astype(np.float64), part[:, used])
    return FrameMedian(offsets, f"{int(used.sum())} pixels, most of them with gaps,")


def _cells(window: Window) -> int:
    return (window.rows.stop - window.rows.start) * (window.columns.stop - window.columns.start)


def _tied_median(days: FloatArray, values: FloatArray, part: Parts) -> FloatArray:
    """Return the median [date] of the changes of pixels [date, pixel] whose parts have constants of their own."""
    tied = TiedMeans(days, 1)
    tied.add(np.zeros(values.shape[1], dtype=np.int64), values, part)
    mean = tied.solve()[0][:, 0]
    left = np.where(part > 0, values - mean[:, None], np.nan)
    for number in range(1, int(part.max()) + 1):
        some = (part == number) & np.isfinite(left)
        total = np.where(some, left, 0.0).sum(axis=0)
        left -= np.where(some, total / np.maximum(some.sum(axis=0), 1), 0.0)
    known = np.isfinite(left).any(axis=1)
    median = np.full(len(days), np.nan)
    median[known] = mean[known] + np.nanmedian(left[known], axis=1)
    first = median[known][0] if known.any() else 0.0
    return median - first


def _samples(placement: Placement) -> Iterator[Window]:
    grid = placement.grid

    def pieces(size: int) -> list[slice]:
        if size <= _SAMPLES * _SAMPLE_CELLS:
            return [slice(start, min(start + _SAMPLE_CELLS, size)) for start in range(0, size, _SAMPLE_CELLS)]
        starts = np.linspace(0, size - _SAMPLE_CELLS, _SAMPLES).astype(int)
        return [slice(int(start), int(start) + _SAMPLE_CELLS) for start in starts]

    for rows in pieces(grid.rows):
        for columns in pieces(grid.columns):
            yield window_of(placement, rows, columns)

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
    for window in _samples(placement):
        values = series.read(window).reshape(series.days.size, -1)
        own = series.parts(window)
        part = parts_of(values, None, None if own is None else own.reshape(values.shape))
        there = (part > 0).any(axis=0)
        n_with_data += int(there.sum())
        whole = (part == 1).all(axis=0)
        complete.append(values[:, whole])
        others.append((values[:, there & ~whole], part[:, there & ~whole]))
    good = np.concatenate(complete, axis=1).astype(np.float64)
    if good.shape[1] and good.shape[1] >= min(n_with_data, max(_LEAST_COMPLETE, _LEAST_SHARE * n_with_data)):
        return FrameMedian(np.median(good, axis=1), f"{good.shape[1]} good pixels")
    rest, part = (np.concatenate([one[k] for one in others], axis=1) for k in (0, 1))
    count = np.count_nonzero(part, axis=0)
    used = count >= max(2.0, _LEAST_DATES * max(int(count.max(initial=0)), series.days.size * bool(good.shape[1])))
    values = np.concatenate([good, rest[:, used]], axis=1)
    if not values.shape[1]:
        raise InputError("The product has no good pixel: choose another EXTENT, or other dates.")
    parts = np.concatenate([np.ones(good.shape, dtype=np.uint16), part[:, used]], axis=1)
    return FrameMedian(_tied_median(series.days, values, parts), f"{values.shape[1]} pixels, most of them with gaps,")


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

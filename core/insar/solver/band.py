"""A network of interferograms as a band over its dates: where each pair's value goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import IntArray
from ...errors import InputError

Float64 = npt.NDArray[np.float64]

LEAST_PIXELS = 16
"""NumPy adds up in another order where the last axis is very short: blocks of pixels are never smaller than this."""


def at_least(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return `values` [.., pixel] in C order, copies of the last pixel appended up to the least number."""
    lacking = LEAST_PIXELS - values.shape[-1]
    whole = np.concatenate([values] + [values[..., -1:]] * lacking, axis=-1) if lacking > 0 else values
    return np.ascontiguousarray(whole)


@dataclass(frozen=True)
class Band:
    """Where the pairs of a network lie in an array [date, lag]: the pair of dates i - lag - 1 and i at (i, lag).

    Attributes
    ----------
    n_dates : int
        Dates of the network.
    width : int
        Largest number of dates from the earlier to the later date of a pair; at least 1.
    earlier, later : int array [pair]
        Dates of the pairs, ascending.
    reversed_pairs : int array
        Pairs given with the later date first: their values change sign.
    layers : tuple of int arrays
        Numbers of the pairs; no two pairs of a layer join the same dates, so nearly always there is one layer.
    """

    n_dates: int
    width: int
    earlier: IntArray
    later: IntArray
    reversed_pairs: IntArray
    layers: tuple[IntArray, ...]

    @cached_property
    def sides(self) -> list[tuple[int, int]]:
        """Earlier and later date of every pair, for loops over the pairs."""
        return list(zip(self.earlier.tolist(), self.later.tolist()))

    @cached_property
    def slots(self) -> IntArray:
        """Place of every pair [pair] in the flattened array [date * lag]."""
        return np.asarray(self.later * self.width + (self.later - self.earlier - 1))

    @cached_property
    def empty_slots(self) -> IntArray:
        """Places of the flattened array that hold no pair."""
        return np.setdiff1d(np.arange(self.n_dates * self.width), self.slots)

    def scatter(self, values: Float64, out: Float64) -> Float64:
        """Put `values` [pair, pixel] into their places in the band `out` [date, lag, pixel]; equal dates add up."""
        flat = out.reshape(self.n_dates * self.width, -1)
        slots = self.slots
        if len(self.layers) == 1:
            flat[slots] = values
            return out
        for number, layer in enumerate(self.layers):
            if number:
                flat[slots[layer]] += values[layer]
            else:
                flat[slots[layer]] = values[layer]
        return out


def band_of(pairs: npt.ArrayLike, n_dates: int) -> Band:
    """Return the band of a network.

    Parameters
    ----------
    pairs : int array [pair, 2]
        Indices of the two dates of every pair.
    n_dates : int
        Dates of the network.

    Raises
    ------
    InputError
        Where there is no pair, or one does not join two different dates of the network.
    """
    table = np.asarray(pairs)
    if table.ndim != 2 or table.shape[1] != 2 or not len(table) or table.dtype.kind not in "iu":
        raise InputError(f"PAIRS must be a table of two date numbers a pair with at least one row, not {table.shape}.")
    earlier, later = table.min(axis=1).astype(np.intp), table.max(axis=1).astype(np.intp)
    if earlier.min() < 0 or later.max() >= n_dates:
        raise InputError(f"PAIRS name dates {earlier.min()} to {later.max()}; the network has 0 to {n_dates - 1}.")
    if np.any(earlier == later):
        number = int(np.flatnonzero(earlier == later)[0])
        raise InputError(f"Pair {number + 1} joins a date with itself: a pair needs two different dates.")
    reversed_pairs = np.flatnonzero(table[:, 0] > table[:, 1])
    width = int((later - earlier).max())
    return Band(n_dates, width, earlier, later, reversed_pairs, layers=_layers(earlier, later))


def _layers(earlier: IntArray, later: IntArray) -> tuple[IntArray, ...]:
    seen: dict[tuple[int, int], int] = {}
    layer = []
    for dates in zip(earlier.tolist(), later.tolist()):
        layer.append(seen.get(dates, 0))
        seen[dates] = layer[-1] + 1
    numbers = np.array(layer)
    return tuple(np.flatnonzero(numbers == number) for number in range(int(numbers.max()) + 1))

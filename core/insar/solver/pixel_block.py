"""Interferograms of a block of pixels, made ready for the solver in arrays that are used again and again.

Memory fresh from the system costs more than most of the arithmetic, and masked assignment with scattered gaps costs
several passes over the data; so the buffers are kept, and missing values are removed by multiplication and bit masks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray, IntArray
from .band import LEAST_PIXELS, Band, Float64

PIXELS_TOGETHER = 4096
"""Pixels of a block: enough to hide the cost of a call (and of changing threads), few enough for the cache."""

_LARGEST = 1e300


class Workspace:
    """Buffers for blocks of pixels of one network; one for each thread.

    Parameters
    ----------
    band : Band
        The network.
    n_pixels : int
        Largest block.
    """

    def __init__(self, band: Band, n_pixels: int) -> None:
        n_pairs, n_dates = band.earlier.size, band.n_dates
        self._sizes = {
            "there": (n_pairs, np.bool_),
            "bits": (n_pairs, np.int32),
            "values": (n_pairs, np.float64),
            "weights": (n_pairs, np.float64),
            "residual": (n_pairs, np.float64),
            "conductance": (n_dates * band.width, np.float64),
            "rhs": (n_dates, np.float64),
        }
        self._buffers = {name: np.zeros(rows * n_pixels, dtype=dtype) for name, (rows, dtype) in self._sizes.items()}

    def get(self, name: str, n_pixels: int) -> npt.NDArray[Any]:
        """Return the buffer `name` as an array [row, pixel]; whatever was in it is still there."""
        rows, _ = self._sizes[name]
        return self._buffers[name][: rows * n_pixels].reshape(rows, n_pixels)


@dataclass(frozen=True)
class Source:
    """Interferograms as they come.

    Attributes
    ----------
    values : array [pair, pixel]
        Displacement, or anything that ``(values - offsets) * scale`` turns into it.
    weights : array [pair, pixel] or None
        Inverse variances, or indices of `table`.
    table : array or None
        Inverse variances, all positive.
    offsets : array [pair] or None
        To take from `values`.
    scale : float
        Factor from `values` to displacement.
    known : array [date, pixel] or None
        Motion to take from the solution, 0 at the first date.
    """

    values: FloatArray
    weights: npt.NDArray[Any] | None
    table: Float64 | None
    offsets: Float64 | None
    scale: float
    known: Float64 | None = None

    def part(self, pixels: slice | IntArray) -> Source:
        """Return some pixels; a view where they are given as a slice."""

        def cut(array: npt.NDArray[Any] | None) -> Any:
            if array is None:
                return None
            return array[:, pixels] if isinstance(pixels, slice) else np.take(array, pixels, axis=1)

        return Source(cut(self.values), cut(self.weights), self.table, self.offsets, self.scale, known=cut(self.known))

    def there(self, workspace: Workspace) -> BoolArray:
        """Return where there is a value with a positive weight [pair, pixel], in the workspace."""
        there = workspace.get("there", self.values.shape[1])
        np.isfinite(self.values, out=there)
        if self.weights is not None and self.table is None:
            there &= self.weights > 0
            there &= self.weights < np.inf
        return there


def count_true(there: BoolArray) -> IntArray:
    """Return how many are True over the first axis; bytes are added as bytes, which is several times faster."""
    total = np.zeros(there.shape[1:], dtype=np.int64)
    for start in range(0, len(there), 255):
        total += np.add.reduce(there[start : start + 255].view(np.uint8), axis=0, dtype=np.uint8)
    return total


class PixelBlock:
    """A block of at least :data:`~.band.LEAST_PIXELS` pixels in float64.

    Parameters
    ----------
    source : Source
        Of these pixels.
    band : Band
        The network.
    workspace : Workspace
        Whose ``there`` holds :meth:`Source.there` of these pixels. Valid until the next block.
    complete : bool
        Nothing is missing and all weighs alike.
    """

    def __init__(self, source: Source, band: Band, workspace: Workspace, complete: bool) -> None:
        self._band, self._workspace = band, workspace
        self.n_pixels = source.values.shape[1]
        if self.n_pixels < LEAST_PIXELS:
            raise ValueError(f"{self.n_pixels} pixels are too few for a block")
        self.complete = complete
        self.there: BoolArray = self._get("there")
        self.values = self._read(source)
        self.uniform = source.weights is None
        self.weights = self._get("weights")
        if not complete:
            self._weigh(source)

    def _get(self, name: str) -> npt.NDArray[Any]:
        return self._workspace.get(name, self.n_pixels)

    def _read(self, source: Source) -> Float64:
        """Displacement from the earlier to the later date; 0 where missing if the values are not shifted."""
        values = self._get("values")
        if self.complete:
            np.copyto(values, source.values)
        elif source.values.dtype == np.float32:
            bits = self._get("bits")
            np.copyto(bits, self.there)
            np.negative(bits, out=bits)
            np.bitwise_and(source.values.view(np.int32), bits, out=bits)  # NaN and infinity become 0
            np.copyto(values, bits.view(np.float32))
        else:
            np.copyto(values, source.values)
            np.fmax(values, -_LARGEST, out=values)
            np.fmin(values, _LARGEST, out=values)
            np.multiply(values, self.there, out=values)
        if source.offsets is not None:
            values -= source.offsets[:, None]
        if source.scale != 1.0:
            values *= source.scale
        if self._band.reversed_pairs.size:
            values[self._band.reversed_pairs] *= -1.0
        if source.offsets is not None and not self.complete:
            values *= self.there
        return values

    def _weigh(self, source: Source) -> None:
        """Set the inverse variances, 0 where missing."""
        weights = self.weights
        if source.weights is None:
            np.copyto(weights, self.there)
            return
        if source.table is not None:
            np.take(source.table, source.weights, out=weights, mode="clip")
        else:
            np.copyto(weights, source.weights)
            np.fmax(weights, 0.0, out=weights)
            np.fmin(weights, _LARGEST, out=weights)
        np.multiply(weights, self.there, out=weights)

    def right_hand_side(self) -> Float64:
        """Return weighted values summed over the pairs of each date [date, pixel]."""
        weighted = self.values
        if not self.uniform:
            weighted = np.multiply(self.values, self.weights, out=self._get("residual"))
        rhs = self._get("rhs")
        rhs[:] = 0.0
        # Pair by pair, so that the rows at hand stay in the processor's first cache.
        for value, (earlier, later) in zip(weighted, self._band.sides):
            start, end = rhs[earlier], rhs[later]
            np.subtract(start, value, start)
            np.add(end, value, end)
        return rhs

    def conductance(self) -> Float64:
        """Return the weights in the band [date, lag, pixel], to be overwritten."""
        shape = (self._band.n_dates, self._band.width, self.n_pixels)
        conductance = self._get("conductance")
        conductance[self._band.empty_slots] = 0.0
        return self._band.scatter(self.weights, conductance.reshape(shape))

    def residual(self, series: Float64, keep: bool) -> tuple[Float64, Float64]:
        """Return values less differences of the series [pair, pixel], 0 where missing, and the sum of their squares.

        The residuals themselves are in the result only where `keep` is set.
        """
        residual = self._get("residual")
        total, square = np.zeros(self.n_pixels), np.empty(self.n_pixels)
        present = self.weights if self.uniform else self.there
        for number, (earlier, later) in enumerate(self._band.sides):
            row = residual[number if keep else 0]
            np.subtract(series[later], series[earlier], row)
            np.subtract(self.values[number], row, row)
            if not self.complete:
                np.multiply(row, present[number], row)
            np.multiply(row, row, square)
            np.add(total, square, total)
        return residual, total

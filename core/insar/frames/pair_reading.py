"""Reading one interferogram: phase and coherence on the stack's grid, or the reason why it is of no use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...files.raster import RasterGrid
from .layers import Source, grid_of_source
from .licsar import PairFiles
from .placement import Float32, Placement, average, read_window

COHERENCE_SCALE = 1.0 / 255.0
"""Coherence of one count of a stack's bytes."""
_LARGEST_FRACTION = 2.0
"""Coherence stored as real numbers above this is 0..255, else 0..1 (filters overshoot 1 a little)."""
_LARGEST_COUNT = 256
_LARGEST_PHASE = 1e6
"""In rad; what is larger is no phase but a nodata value without its tag, such as 1e20."""


@dataclass(frozen=True)
class PairRasters:
    """An interferogram on the stack's grid.

    Attributes
    ----------
    phase : array [row, column]
        Unwrapped, in rad; NaN where missing.
    coherence : uint8 array [row, column] or None
        Counts of 1/255; 0 where missing.
    undeclared : tuple of float
        Values of the phase that were taken as missing without being declared so.
    """

    phase: Float32
    coherence: npt.NDArray[np.uint8] | None
    undeclared: tuple[float, ...] = ()


def read_header(source: Source) -> RasterGrid:
    """Return the grid of a raster without reading its cells.

    Raises
    ------
    InputError
        Where it cannot be opened, is not geocoded, is rotated or not north-up.
    """
    return grid_of_source(source)


def read_pair(pair: PairFiles, placement: Placement, min_coherence: float) -> PairRasters:
    """Return a pair on the stack's grid.

    Parameters
    ----------
    pair : PairFiles
        Its files.
    placement : Placement
        Of the stack.
    min_coherence : float
        Least mean over the pixels that have phase and coherence.

    Raises
    ------
    InputError
        Says why the pair is of no use.
    """
    undeclared: set[float] = set()
    raw = read_window(pair.unwrapped, placement, undeclared)
    with np.errstate(invalid="ignore"):
        there = (np.abs(raw) < _LARGEST_PHASE) & (raw != 0)
    if not there.any():
        raise InputError("it has no data in the area")
    phase = average(np.where(there, raw, np.nan).astype(np.float32), placement.looks)
    if np.isnan(phase).all():
        raise InputError(f"no block of {placement.looks} x {placement.looks} pixels is half filled")
    coherence = None
    if pair.coherence is not None:
        stored = read_window(pair.coherence, placement)
        coherence = coherence_counts(stored, placement.looks)
        mean = mean_of_counts(coherence[np.isfinite(phase)])
        if np.isnan(mean):
            raise InputError("its coherence is zero wherever it has phase")
        if mean < min_coherence:
            ones = " (it holds whole numbers up to 1, which mean 1/255)" if _is_of_ones(stored) else ""
            raise InputError(f"its mean coherence {mean:.3f} is below {min_coherence:g}{ones}")
    return PairRasters(phase, coherence, tuple(sorted(undeclared)))


def _is_of_ones(values: npt.NDArray[Any]) -> bool:
    return values.dtype.kind in "iu" and int(values.max(initial=0)) == 1


def mean_of_counts(counts: npt.NDArray[np.uint8]) -> float:
    """Return the mean coherence, 0 to 1, of counts of 1/255 (any shape), those of 0 left out; NaN where none is left.

    Counts are summed as 64-bit integers: their own type would overflow.
    """
    n = np.count_nonzero(counts)
    return float(counts.sum(dtype=np.int64) / n * COHERENCE_SCALE) if n else float("nan")


def coherence_counts(values: npt.NDArray[Any], looks: int) -> npt.NDArray[np.uint8]:
    """Return coherence [row, column], stored as 0..255 or as 0..1, as averaged counts of 1/255; 0 is no data.

    A coherence of less than 1/255 becomes 1, so that it does not turn into "no data".

    Raises
    ------
    InputError
        Where the values are of neither range.
    """
    if values.dtype == np.uint8 and looks == 1:
        return values  # LiCSAR's own form
    with np.errstate(invalid="ignore"):
        there = np.isfinite(values) & (values > 0)
    known = np.where(there, values, 0)
    largest = float(known.max(initial=0))
    fractions = values.dtype.kind == "f" and largest <= _LARGEST_FRACTION
    if largest > _LARGEST_COUNT:
        raise InputError(f"its coherence goes up to {largest:g}, which is neither 0..1 nor 0..255")
    counts = known.astype(np.float32) * np.float32(255 if fractions else 1)
    if looks > 1:
        counts = average(np.where(there, counts, np.float32(np.nan)), looks)
        there = np.isfinite(counts)
    return np.where(there, np.clip(np.floor(np.where(there, counts, 0)), 1, 255), 0).astype(np.uint8)

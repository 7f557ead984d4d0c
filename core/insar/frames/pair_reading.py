"""Reading one interferogram: phase and coherence on the stack's grid, or the reason why it is of no use."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...files.raster import RasterGrid, open_raster
from .lattice import mismatch, offset_in
from .layers import Source, grid_of_source, window_of_raster
from .licsar import PairFiles
from .placement import Float32, Placement, average, on_stack_grid, read_window

CUT = "lies on the phase's cells, but covers others: cut, or missing where it does not reach"
RESAMPLED = "lies on other cells than the phase: resampled"
DROPPED = "does not cover the phase: left out"
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
        Stored values that were taken as missing without being declared so.
    note : str
        What was done with a coherence on another grid.
    undeclared : tuple of float
        Values of the phase that were taken as missing without being declared so.
    """

    phase: Float32
    coherence: npt.NDArray[np.uint8] | None
    undeclared: tuple[float, ...] = ()
    note: str = ""


def read_header(source: Source) -> RasterGrid:
    """Return the grid of a raster without reading its cells.

    Raises
    ------
    InputError
        Where it cannot be opened, is not geocoded, is rotated or not north-up.
    """
    return grid_of_source(source)


def read_pair(pair: PairFiles, placement: Placement, min_coherence: float, factor: float = 1.0) -> PairRasters:
    """Return a pair on the stack's grid.

    Parameters
    ----------
    pair : PairFiles
        Its files.
    placement : Placement
        Of the stack.
    min_coherence : float
        Least mean over the pixels that have phase and coherence.
    factor : float
        What numbers are multiplied with to be phase in rad, positive where the range increases.

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
    if factor != 1.0:
        phase *= np.float32(factor)
    if np.isnan(phase).all():
        raise InputError(f"no block of {placement.looks} x {placement.looks} pixels is half filled")
    coherence, note = None, ""
    if pair.coherence is not None:
        stored, coherence, note = _read_coherence(pair.coherence, placement)
    if coherence is not None:
        mean = mean_of_counts(coherence[np.isfinite(phase)])
        if np.isnan(mean):
            raise InputError("its coherence is zero wherever it has phase")
        if mean < min_coherence:
            ones = " (it holds whole numbers up to 1, which mean 1/255)" if _is_of_ones(stored) else ""
            raise InputError(f"its mean coherence {mean:.3f} is below {min_coherence:g}{ones}")
    return PairRasters(phase, coherence, tuple(sorted(undeclared)), note)


def _read_coherence(source: Source, placement: Placement) -> tuple[Any, npt.NDArray[np.uint8] | None, str]:
    """Return the coherence as stored and in counts on the stack's grid, and what was done where its grid is another.

    Coherence only weighs: a pair is not lost for a row too many, or half a pixel.
    """
    grid = grid_of_source(source)
    if not placement.partial and mismatch(grid, placement.frame):
        if offset_in(grid, placement.frame) is not None:
            placement, note = dataclasses.replace(placement, partial=True), CUT
        else:
            return _resampled(source, grid, placement)
    else:
        note = ""
    try:
        stored = read_window(source, placement)
    except InputError:
        if not note:
            raise
        return None, None, DROPPED
    return stored, coherence_counts(_fractions(stored, source), placement.looks), note


def _resampled(source: Source, grid: RasterGrid, placement: Placement) -> tuple[Any, Any, str]:
    whole = (
        window_of_raster(source, slice(0, grid.rows), slice(0, grid.columns), None)
        if isinstance(source, Path)
        else source.read(slice(0, grid.rows), slice(0, grid.columns))
    )
    values = np.where(whole > 0, _fractions(whole, source), np.nan).astype(np.float32)
    moved = on_stack_grid(values, grid, placement, "bilinear")
    if np.isnan(moved).all():
        return None, None, DROPPED
    if float(np.nanmax(values)) <= _LARGEST_FRACTION and whole.dtype.kind == "f":
        moved = moved * np.float32(255)
    counts = np.where(np.isfinite(moved), np.clip(np.floor(np.nan_to_num(moved)), 1, 255), 0).astype(np.uint8)
    return whole, counts, RESAMPLED


def _fractions(values: npt.NDArray[Any], source: Source) -> npt.NDArray[Any]:
    """Return coherence in per cent, where the raster says so, as counts of 1/255; any other as it is."""
    if not isinstance(source, Path) or values.dtype == np.uint8 and int(values.max(initial=0)) > 100:
        return values
    dataset = open_raster(source)  # GDAL's bands do not keep their data set
    unit = str(dataset.GetRasterBand(1).GetUnitType()).strip().lower()
    if unit not in ("%", "percent", "per cent"):
        return values
    return np.where(values > 0, np.clip(np.rint(values.astype(np.float32) * 2.55), 1, 255), 0).astype(np.uint8)


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

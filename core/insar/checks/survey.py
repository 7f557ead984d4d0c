"""Passes over a stack's phase, block by block: statistics per pair, per loop and per pixel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray, IntArray
from ...files.handles import Dataset
from ...files.raster import RasterGrid
from ...work.blocks import RowBlock, report_each, row_blocks
from ...work.progress import Progress
from ..reference.choice import Quality
from ..solver.network import Network
from ..stack.reading import COHERENCE_SCALE, chunk_rows, read_coherence_counts, read_phase
from .closure import LoopSums, pixel_closure

_BLOCK_MB = 96.0
_KEEP_BYTES = 256 * 2**20
_HALF_TURN = np.float32(np.pi)  # rad


class PhaseBlocks:
    """The stack's phase by row blocks, as often as wanted; small stacks are read once and kept.

    The blocks depend on the file alone, so that sums over them are the same on every machine.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open stack.
    grid : RasterGrid
        Of the stack.
    n_pairs : int
        In the stack.
    """

    def __init__(self, dataset: Dataset, grid: RasterGrid, n_pairs: int) -> None:
        self.dataset, self.grid, self.n_pairs = dataset, grid, n_pairs
        bytes_per_row = 4.0 * n_pairs * grid.columns
        self._blocks = row_blocks(grid.rows, bytes_per_row, _BLOCK_MB, chunk_rows(*grid.shape))
        self._keep = bytes_per_row * grid.rows <= _KEEP_BYTES
        self._kept: dict[int, npt.NDArray[np.float32]] = {}

    def each(self, progress: Progress, message: str) -> Iterator[tuple[RowBlock, npt.NDArray[np.float32]]]:
        """Yield every block of rows and its phase [pair, pixel]."""
        for block in report_each(self._blocks, progress, message):
            phase = self._kept.get(block.start)
            if phase is None:
                phase = read_phase(self.dataset, block.rows).reshape(self.n_pairs, -1)
                if self._keep:
                    self._kept[block.start] = phase
            yield block, phase


@dataclass(frozen=True)
class Survey:
    """What the first pass finds.

    Attributes
    ----------
    mean_coherence : array [pair]
        Over the pixels that have data in any pair; NaN where a pair has no coherence.
    valid_fraction : array [pair]
        Part of these pixels that a pair has.
    mean_phase : array [pair]
        In rad.
    coherence : array [row, column]
        Mean over the pairs; NaN where there is none.
    noise : array [pair]
        Standard deviation of a pixel's phase in rad by which it differs from its neighbour; NaN without neighbours.
    """

    mean_coherence: FloatArray
    valid_fraction: FloatArray
    mean_phase: FloatArray
    coherence: FloatArray
    noise: FloatArray


def survey(blocks: PhaseBlocks, sums: LoopSums, progress: Progress) -> Survey:
    """Return the statistics per pair, and add every block to the loops' `sums`."""
    n_pairs = blocks.n_pairs
    n_pixels = 0
    n_valid = np.zeros(n_pairs, dtype=np.int64)
    total = np.zeros(n_pairs)
    coherent, coherence_total = np.zeros(n_pairs, dtype=np.int64), np.zeros(n_pairs, dtype=np.int64)
    pixel_coherence = np.full(blocks.grid.shape, np.nan)
    squares, beside = np.zeros(n_pairs), np.zeros(n_pairs, dtype=np.int64)
    for block, phase in blocks.each(progress, "Closing loops"):
        there = np.isfinite(phase)
        any_data = there.any(axis=0)
        n_pixels += int(np.count_nonzero(any_data))
        n_valid += np.count_nonzero(there, axis=1)
        total += np.sum(phase, axis=1, dtype=np.float64, where=there)
        counts = read_coherence_counts(blocks.dataset, block.rows).reshape(n_pairs, -1)
        counts = np.where(any_data, counts, np.uint8(0))
        coherent += np.count_nonzero(counts, axis=1)
        coherence_total += counts.sum(axis=1, dtype=np.int64)
        pixel_coherence[block.rows] = _mean(
            counts.sum(axis=0, dtype=np.int64), np.count_nonzero(counts, axis=0)
        ).reshape(block.size, -1)
        _add_differences(phase.reshape(n_pairs, block.size, -1), squares, beside)
        sums.add(phase)
    return Survey(
        _mean(coherence_total, coherent),
        n_valid / max(1, n_pixels),
        np.where(n_valid > 0, total / np.maximum(n_valid, 1), np.nan),
        pixel_coherence,
        noise=np.sqrt(np.where(beside > 0, squares / (2.0 * np.maximum(beside, 1)), np.nan)),
    )


def _add_differences(phase: npt.NDArray[np.float32], squares: FloatArray, beside: IntArray) -> None:
    """Add the differences of neighbours along the rows of `phase` [pair, row, column] to sums and counts per pair.

    Pair by pair: what is made stays in the processor's cache, and is no second block.
    """
    for number, image in enumerate(phase):
        difference = np.diff(image, axis=1)
        # Beyond half a turn it is unwrapping, not noise; NaN is neither.
        near = np.abs(difference) < _HALF_TURN
        squares[number] += np.sum(np.square(difference, out=difference), dtype=np.float64, where=near)
        beside[number] += np.count_nonzero(near)


def _mean(total: IntArray, count: IntArray) -> FloatArray:
    """Mean coherence of counts of 1/255; NaN where there is none."""
    return np.where(count > 0, total / np.maximum(count, 1) * COHERENCE_SCALE, np.nan)


def quality_of(
    blocks: PhaseBlocks,
    network: Network,
    found: Survey,
    loops: IntArray,
    offset: FloatArray,
    *,
    used: BoolArray,
    progress: Progress,
    with_phase: bool = True,
) -> Quality:
    """Return what the choice of a reference rests on, for the pairs in use and the loops that consist of them.

    Parameters
    ----------
    blocks : PhaseBlocks
        The phase.
    network : Network
        Its pairs.
    found : Survey
        Of the first pass.
    loops : int array [loop, 3]
        All loops.
    offset : array [loop]
        To take from every loop's closure, in rad; NaN excludes the loop.
    used : bool array [pair]
        Pairs in use.
    progress : Progress
        Hears of progress.
    with_phase : bool
        Whether the squares of the phase are wanted, too (for the choice of a reference only).
    """
    counted = used[loops].all(axis=1) & np.isfinite(offset)
    chosen, shift = loops[counted], offset[counted]
    span = np.where(used, network.secondary_days - network.reference_days, 0.0).astype(np.float32)
    mean_phase = np.nan_to_num(found.mean_phase).astype(np.float32)
    shape = blocks.grid.shape
    n_pairs, errors, n_loops = (np.zeros(shape, dtype=np.int32) for _ in range(3))
    squares, rate = np.zeros(shape), np.full(shape, np.nan)
    phase_squares = np.zeros(shape)
    for block, phase in blocks.each(progress, "Counting loop errors"):
        there = np.isfinite(phase)
        n_pairs[block.rows] = np.count_nonzero(there & used[:, None], axis=0).reshape(block.size, -1)
        if with_phase:
            phase_squares[block.rows] = _squares(phase, used).reshape(block.size, -1)
        rate[block.rows] = _rate(phase, there, span, mean_phase).reshape(block.size, -1)
        closure = pixel_closure(phase, chosen, shift)
        errors[block.rows] = closure.errors.reshape(block.size, -1)
        n_loops[block.rows] = closure.loops.reshape(block.size, -1)
        squares[block.rows] = closure.squares.reshape(block.size, -1)
    return Quality(
        n_pairs,
        found.coherence,
        errors,
        n_loops,
        squares,
        rate=rate,
        phase_squares=phase_squares if with_phase else None,
    )


def _squares(phase: npt.NDArray[np.float32], used: BoolArray) -> FloatArray:
    """Return the sum of the squared phases [pixel] of the pairs in use; missing ones count nothing."""
    total, square = np.zeros(phase.shape[1]), np.empty(phase.shape[1], dtype=np.float32)
    for number in np.flatnonzero(used):  # one by one: no second block
        np.multiply(phase[number], phase[number], out=square)
        total += np.fmax(square, np.float32(0), out=square)  # NaN to 0
    return total


def _rate(
    phase: npt.NDArray[np.float32],
    there: BoolArray,
    span: npt.NDArray[np.float32],
    mean_phase: npt.NDArray[np.float32],
) -> FloatArray:
    """Stacked phase rate [pixel] in rad per day relative to the frame's mean; NaN where no pair is in use."""
    anomaly = np.where(there, phase - mean_phase[:, None], np.float32(0))
    weight = (span**2) @ there.astype(np.float32)
    return np.where(weight > 0, (span @ anomaly) / np.where(weight > 0, weight, 1), np.nan).astype(np.float64)

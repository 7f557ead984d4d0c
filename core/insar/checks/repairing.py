"""Mending a stack: whole turns taken off single pixels, values without a closing loop removed."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray, IntArray
from ...files.handles import Dataset
from ...files.outputs import check_room
from ...wording import number_of, part_of
from ...work.blocks import RowBlock
from ...work.progress import Progress
from ..stack.reading import PHASE, has_own_constants
from .closure import LoopSums
from .survey import PhaseBlocks
from .unwrapping import correct_turns, remove_unclosed


def correct_in_file(
    dataset: Dataset,
    blocks: PhaseBlocks,
    loops: IntArray,
    offset: FloatArray,
    counted: BoolArray,
    *,
    progress: Progress,
) -> tuple[LoopSums, list[str]]:
    """Correct whole turns in the file (:func:`~.unwrapping.correct_turns`).

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Stack, open for writing.
    blocks : PhaseBlocks
        Its phase.
    loops : int array [loop, 3]
        All loops.
    offset : array [loop]
        To take from every loop's closure, in rad.
    counted : bool array [loop]
        Loops that may speak.
    progress : Progress
        Hears of progress.

    Returns
    -------
    LoopSums
        Of all loops after the correction.
    list of str
        What was done, where anything was.
    """
    sums = LoopSums(loops, has_own_constants(dataset))
    n_values = n_pixels = 0
    for block, phase in blocks.each(progress, "Correcting whole turns"):
        corrected = correct_turns(phase, loops[counted], offset[counted])
        if corrected.any():
            _write(dataset, block, phase)
        n_values += int(corrected.sum())
        n_pixels += int(np.count_nonzero(corrected))
        sums.add(phase)
    if not n_values:
        return sums, []
    what = number_of(n_values, "value of a pixel was", "values of single pixels were")
    return sums, [f"{what} corrected by whole turns ({number_of(n_pixels, 'pixel')})."]


def remove_in_file(
    dataset: Dataset, blocks: PhaseBlocks, loops: IntArray, offset: FloatArray, used: BoolArray, *, progress: Progress
) -> list[str]:
    """Remove values without a closing loop in the file (:func:`~.unwrapping.remove_unclosed`).

    Returns what was done, where anything was.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Stack, open for writing.
    blocks : PhaseBlocks
        Its phase.
    loops : int array [loop, 3]
        Loops of pairs in use.
    offset : array [loop]
        To take from every loop's closure, in rad.
    used : bool array [pair]
        Pairs in use.
    progress : Progress
        Hears of progress.
    """
    n_values = n_emptied = n_before = 0
    for block, phase in blocks.each(progress, "Removing what does not close"):
        there = np.isfinite(phase[used]).any(axis=0)
        removed = remove_unclosed(phase, loops, offset)
        if removed.any():
            _write(dataset, block, phase)
        n_values += int(removed.sum())
        n_before += int(np.count_nonzero(there))
        n_emptied += int(np.count_nonzero(there & ~np.isfinite(phase[used]).any(axis=0)))
    if not n_values:
        return []
    values = number_of(n_values, "value of a pixel was", "values of single pixels were")
    warnings = [f"{values} removed, because no loop closes there."]
    if n_emptied:
        warnings.append(
            f"{part_of(n_emptied, n_before, 'pixels', 'has', 'have')} lost all values by that: at an island or behind "
            "water, unwrapped by itself, often none of the loops closes. Without REMOVE_UNCLOSED they stay."
        )
    return warnings


def _write(dataset: Dataset, block: RowBlock, phase: npt.NDArray[np.float32]) -> None:
    check_room(dataset.filepath())
    dataset[PHASE][:, block.rows] = phase.reshape(len(phase), block.size, -1)

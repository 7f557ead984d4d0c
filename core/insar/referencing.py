"""The phase of every interferogram at the reference area, and which interferograms have one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import netcdf
from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InputError
from ..netcdf import ReferenceArea, read_reference_area
from ..progress import Progress
from ..raster import RasterGrid
from .closure import LoopSums
from .network import Network, triplets
from .reference import Window, area_of, choose_window, window_of
from .stack import read_phase
from .survey import PhaseBlocks, quality_of, survey

MIN_REFERENCE_FRACTION = 0.25
"""Part of the reference area's pixels that an interferogram must have."""
REFERENCE_SIZE_KM = 1.0
"""Length of the sides of a reference area that is not given as a box."""


@dataclass(frozen=True)
class Reference:
    """What all displacement is relative to.

    Attributes
    ----------
    area : ReferenceArea
        Where it lies.
    phase : array [pair]
        Mean phase over the area in rad; NaN where there is none.
    usable : bool array [pair]
        Pairs in use with data on enough of the area.
    n_loop_errors : int array [row, column] or None
        Failed loops per pixel where the area had to be found here; the check has written them otherwise.
    """

    area: ReferenceArea
    phase: FloatArray
    usable: BoolArray
    n_loop_errors: IntArray | None


def find_reference(dataset: Any, network: Network, grid: RasterGrid, used: BoolArray, progress: Progress) -> Reference:
    """Return the reference that the check wrote into the stack, or choose one as the check does, with a warning.

    Raises
    ------
    InputError
        Where no interferogram in use has data in the area.
    """
    area = read_reference_area(dataset)
    errors = None
    if area is None:
        window, errors = _choose(dataset, network, grid, used, progress)
        area = area_of(grid, window, mean_los_up(dataset, window))
        progress.warn(
            "The stack has not been checked: unwrapping errors stay in it. The reference area was chosen "
            f"automatically: {_place(area)}. Run Check interferograms first to see and choose."
        )
    else:
        window = window_of(grid, area)
    phase, fraction = window_phase(dataset, window)
    usable = used & (fraction >= MIN_REFERENCE_FRACTION)
    if not usable.any():
        raise InputError(
            f"No interferogram in use has data in the reference area ({_place(area)}): run Check interferograms with "
            "another REFERENCE, or none."
        )
    lost = [network.names[number] for number in np.flatnonzero(used & ~usable)]
    if lost:
        progress.warn(
            f"{len(lost)} interferograms are not used, because they have too few data in the reference area: "
            f"{', '.join(lost[:10])}{', ...' if len(lost) > 10 else ''}."
        )
    return Reference(area, phase, usable, errors)


def _place(area: ReferenceArea) -> str:
    return f"{area.lon_min:.4f}..{area.lon_max:.4f} E, {area.lat_min:.4f}..{area.lat_max:.4f} N"


def _choose(
    dataset: Any, network: Network, grid: RasterGrid, used: BoolArray, progress: Progress
) -> tuple[Window, IntArray]:
    blocks = PhaseBlocks(dataset, grid, network.n_pairs)
    sums = LoopSums(triplets(network.pairs))
    found = survey(blocks, sums, progress)
    turns = 2.0 * np.pi * sums.median_turns()
    quality = quality_of(blocks, network, found, sums.loops, turns, used, progress)
    return choose_window(grid, quality, REFERENCE_SIZE_KM), quality.n_errors


def window_phase(dataset: Any, window: Window) -> tuple[FloatArray, FloatArray]:
    """Return the mean phase in the window (rad; NaN without data) and the part of its pixels with data [pair]."""
    phase = read_phase(dataset, window.rows)[:, :, window.columns]
    phase = phase.reshape(len(phase), -1).astype(np.float64)
    there = np.isfinite(phase)
    count = there.sum(axis=1)
    means = np.where(count > 0, np.where(there, phase, 0.0).sum(axis=1) / np.maximum(count, 1), np.nan)
    return means, there.mean(axis=1)


def mean_los_up(dataset: Any, window: Window) -> float:
    """Return the mean upward component of the line of sight over the window; NaN where unknown."""
    if "los_up" not in dataset.variables:
        return float("nan")
    values = netcdf.read_float(dataset, "los_up", (window.rows, window.columns))
    there = np.isfinite(values)
    return float(values[there].mean()) if there.any() else float("nan")

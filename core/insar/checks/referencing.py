"""The reference area of a stack: the one that the check wrote, or the best one; how good it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...dates import DAYS_PER_YEAR
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.names import LOS_UP
from ...files.netcdf import ReferenceArea, read_reference_area
from ...files.raster import RasterGrid
from ...grid.reference_pixels import ReferencePixels, area_of, read_reference_pixels
from ...wording import number_of, part_of
from ...work.blocks import report_each, row_blocks
from ...work.progress import Progress
from ..frames.placement import describe
from ..reference.choice import Quality, choose_window, quietest_window
from ..reference.reference_phase import ReferencePhase, reference_phase
from ..solver.network import Network, triplets
from ..stack.reading import chunk_rows, has_own_constants, millimetres_per_radian, read_phase
from .closure import LoopSums
from .survey import PhaseBlocks, quality_of, survey

REFERENCE_SIZE_KM = 1.0
"""Length of the sides of a reference area that is not given as a box."""
_LARGE_SCATTER_RAD = 1.5
_LARGE_SCATTER_MM_YR = 5.0
_BLOCK_MB = 64.0


@dataclass(frozen=True)
class Reference:
    """What all displacement is relative to.

    Attributes
    ----------
    area : ReferenceArea
        Where it lies.
    pixels, steady : ReferencePixels
        Its pixels; those of them over which the mean is taken, because they have enough data.
    phase : array [pair]
        Mean phase over the area in rad; NaN where there is none.
    usable : bool array [pair]
        Pairs in use with data on enough of the area.
    n_loop_errors : int array [row, column] or None
        Failed loops per pixel where the area had to be found here; the check has written them otherwise.
    """

    area: ReferenceArea
    pixels: ReferencePixels
    steady: ReferencePixels
    phase: FloatArray
    usable: BoolArray
    n_loop_errors: IntArray | None


def find_reference(
    dataset: Dataset, network: Network, grid: RasterGrid, used: BoolArray, progress: Progress
) -> Reference:
    """Return the reference that the check wrote into the stack, or choose one as the check does, with a warning.

    Raises
    ------
    InputError
        Where no interferogram in use has data in the area.
    """
    area, pixels = read_reference_area(dataset), read_reference_pixels(dataset, grid)
    errors = None
    if pixels is not None:
        phase = reference_phase(dataset, pixels, network, used, progress)
    elif area is None:
        pixels, phase, errors = _choose(dataset, network, grid, used, progress)
    else:
        raise InputError(
            f"The reference area ({_place(area)}) lies outside the stack, which covers {describe(grid)}: run Check "
            "interferograms again."
        )
    if area is None:
        area = area_of(grid, pixels, mean_los_up(dataset, phase.steady))
    if errors is not None:
        progress.warn(
            "The stack has not been checked: unwrapping errors stay in it. The reference area was chosen "
            f"automatically: {_place(area)}. Run Check interferograms first to see and choose."
        )
    usable = phase.usable
    if not usable.any():
        raise InputError(
            f"No interferogram in use has data in the reference area ({_place(area)}): run Check interferograms with "
            "another REFERENCE, or none."
        )
    lost = [network.names[number] for number in np.flatnonzero(used & ~usable)]
    if lost:
        progress.warn(
            f"{number_of(len(lost), 'interferogram is', 'interferograms are')} not used, because of too few data in "
            f"the reference area: {', '.join(lost[:10])}{', ...' if len(lost) > 10 else ''}."
        )
    return Reference(area, pixels, phase.steady, phase.mean, usable, n_loop_errors=errors)


def _place(area: ReferenceArea) -> str:
    return f"{area.lon_min:.4f}..{area.lon_max:.4f} E, {area.lat_min:.4f}..{area.lat_max:.4f} N"


def _choose(
    dataset: Dataset, network: Network, grid: RasterGrid, used: BoolArray, progress: Progress
) -> tuple[ReferencePixels, ReferencePhase, IntArray]:
    blocks = PhaseBlocks(dataset, grid, network.n_pairs)
    sums = LoopSums(triplets(network.pairs), has_own_constants(dataset))
    found = survey(blocks, sums, progress)
    turns = sums.constants()
    quality = quality_of(blocks, network, found, sums.loops, turns, used=used, progress=progress)
    return (
        *choose_reference(dataset, network, grid, quality, used, size_km=REFERENCE_SIZE_KM, progress=progress),
        quality.n_errors,
    )


def choose_reference(
    dataset: Dataset,
    network: Network,
    grid: RasterGrid,
    quality: Quality,
    used: BoolArray,
    *,
    size_km: float,
    progress: Progress,
) -> tuple[ReferencePixels, ReferencePhase]:
    """Return the best reference area and the phase there.

    Where pairs in use have too few data in it, windows that have these pairs are preferred, as long as they are
    hardly less complete otherwise: a pair without reference is lost, and the network may be cut with it. Where the
    stack came with a reference of its own in a window as complete as the best, that is kept.
    """
    pixels, phase = _best(dataset, network, grid, quality, used, size_km=size_km, progress=progress)
    own = None if phase.already else quietest_window(grid, quality, size_km)
    if own is not None:
        phase_there = reference_phase(dataset, own, network, used, progress)
        if phase_there.already and np.count_nonzero(phase_there.usable) >= np.count_nonzero(phase.usable):
            return own, phase_there
    return pixels, phase


def _best(
    dataset: Dataset,
    network: Network,
    grid: RasterGrid,
    quality: Quality,
    used: BoolArray,
    *,
    size_km: float,
    progress: Progress,
) -> tuple[ReferencePixels, ReferencePhase]:
    """Return the best reference area wherever the stack's own may be, and the phase there."""
    pixels = choose_window(grid, quality, size_km)
    phase = reference_phase(dataset, pixels, network, used, progress)
    lost = used & ~phase.usable
    if not lost.any():
        return pixels, phase
    needed = np.zeros(grid.shape, dtype=np.int32)
    per_row = 5.0 * grid.columns * int(np.count_nonzero(lost))
    blocks = row_blocks(grid.rows, per_row, _BLOCK_MB, chunk_rows(*grid.shape))
    for block in report_each(blocks, progress, "Looking for another reference area"):
        there = np.isfinite(read_phase(dataset, block.rows, np.flatnonzero(lost)))
        needed[block.rows] = np.count_nonzero(there, axis=0)
    others = choose_window(grid, quality, size_km, needed)
    phase_there = reference_phase(dataset, others, network, used, progress)
    if np.count_nonzero(phase_there.usable) > np.count_nonzero(phase.usable):
        return others, phase_there
    return pixels, phase


def describe_reference(dataset: Dataset, phase: ReferencePhase) -> list[str]:
    """Write how good the reference area is into the file's attributes, and return the warnings.

    ``reference_n_pixels``, ``reference_n_pixels_used``, ``reference_filled`` (mean part of the latter that
    interferograms have), ``reference_scatter`` (mm) and ``reference_velocity_scatter`` (mm/yr): standard deviations of
    the pixels about their mean, in an interferogram (median) and of their rates. ``reference_subtracted``: 0 where the
    interferograms were relative to the area as they came.
    """
    per_radian = abs(millimetres_per_radian(float(getattr(dataset, "wavelength", np.nan))))
    scatter, rate = per_radian * phase.scatter_rad, per_radian * DAYS_PER_YEAR * phase.rate_scatter_rad_day
    dataset.setncatts(
        {
            "reference_n_pixels": np.int32(phase.pixels.n_pixels),
            "reference_n_pixels_used": np.int32(phase.steady.n_pixels),
            "reference_filled": phase.filled,
            "reference_scatter": scatter,
            "reference_velocity_scatter": rate,
            "reference_subtracted": np.int32(not phase.already),
        }
    )
    warnings = []
    left_out = phase.pixels.n_pixels - phase.steady.n_pixels
    if left_out:
        warnings.append(
            f"{part_of(left_out, phase.pixels.n_pixels, 'pixels', 'has', 'have')} data in less than half as many "
            "interferograms as the best of the reference area, and so no say in its mean."
        )
    if phase.filled < 1:
        part = f"{1 - phase.filled:.1%}" if phase.filled < 0.9995 else "Less than 0.1%"
        warnings.append(
            f"{part} of the reference area's values are missing: they were filled in from each pixel's own series, so "
            "that the reference does not change with the pixels that are there."
        )
    if phase.already:
        warnings.append(
            "The interferograms are relative to the reference area as they come: its mean phase is 0 in all of them to "
            "within the noise of its pixels. It is not subtracted once more, which would put that noise into every "
            "pixel's displacement."
        )
    if phase.steady.n_pixels == 1:
        warnings.append(
            "The reference area is a single pixel, whose noise is then in the displacement of all others: choose a "
            "larger one (REFERENCE_AREA), unless the ground moves otherwise beside it."
        )
    moves = phase.rate_scatter_rad_day > 2 * phase.rate_noise_rad_day
    if phase.scatter_rad > _LARGE_SCATTER_RAD or (rate > _LARGE_SCATTER_MM_YR and moves):
        warnings.append(
            f"The reference area is uneven: its pixels scatter by {scatter:.1f} mm about their mean in an "
            f"interferogram and by {rate:.1f} mm/yr in velocity. Everything is relative to that mean: choose a "
            "smaller, more coherent or more stable area."
        )
    return warnings


def mean_los_up(dataset: Dataset, pixels: ReferencePixels) -> float:
    """Return the mean upward component of the line of sight over the area; NaN where unknown."""
    if LOS_UP not in dataset.variables:
        return float("nan")
    values = pixels.of(netcdf.read_float(dataset, LOS_UP, (pixels.rows, pixels.columns)))
    there = np.isfinite(values)
    return float(values[there].mean()) if there.any() else float("nan")

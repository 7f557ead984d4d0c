"""Step: series of an ascending and a descending track to vertical and east displacement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import (
    DISPLACEMENT,
    DISPLACEMENT_STD,
    EAST_DISPLACEMENT,
    LOS_EAST,
    LOS_NORTH,
    LOS_UP,
    VERTICAL_DISPLACEMENT,
)
from ..files.netcdf import ReferenceArea, read_reference_area
from ..grid.reference_pixels import ReferencePixels, read_reference_pixels, write_reference_pixels
from ..insar.solver.motion import MotionModel, fit_motion, motion_model
from ..insar.stack.reading import chunk_rows
from ..work.blocks import RowBlock, report_each, row_blocks
from ..work.progress import Progress, SilentProgress
from .overlap import Overlap, TimeMatch, match_times, overlap_of

_NEEDED = (DISPLACEMENT, LOS_EAST, LOS_UP)
_LEAST_DETERMINANT = 0.1
_BLOCK_MB = 128.0


@dataclass(frozen=True)
class DecompositionSummary:
    """What a decomposition did.

    Attributes
    ----------
    n_dates : int
        Of the result.
    n_pixels : int
        With a result.
    common_reference : bool
        Whether both tracks could be referred to the same area.
    """

    n_dates: int
    n_pixels: int
    common_reference: bool


def decompose(
    ascending: Path,
    descending: Path,
    output: Path,
    max_gap_days: float = 36.0,
    progress: Progress | None = None,
    *,
    unit: str = "",
) -> DecompositionSummary:
    """Write vertical and east displacement from the line-of-sight series of two tracks.

    Solves ``d = e E + u U`` of both tracks for E and U at every pixel and date: the north component, to which both
    are nearly blind, is taken as 0. The result has the grid and the dates of the first file where they overlap with
    the second, whose series is interpolated linearly in space and time. Both are referred to the same area and to the
    first date of the result.

    Parameters
    ----------
    ascending, descending : Path
        Displacement series (:mod:`~.inversion`), in either order.
    output : Path
        File to write.
    max_gap_days : float
        Dates of the first track at which the second has none within so many days are left out: the interval between
        its dates before and after must not be longer.
    progress : Progress, optional
        Hears of progress and warnings.
    unit : str
        The parameter `UNIT`: of the displacement where a file does not say it.

    Raises
    ------
    InputError
        Where the files do not overlap in space and time, or look from nearly the same side.

    References
    ----------
    Wright et al. (2004), Geophys. Res. Lett. 31, L01607; Fialko et al. (2001), Geophys. Res. Lett. 28, 3063.
    """
    progress = progress or SilentProgress()
    if not max_gap_days > 0:
        raise InputError(f"MAX_GAP must be larger than 0 days, not {max_gap_days}.")
    opened = partial(netcdf.open_chain_file, needs=_NEEDED, unit=unit, warn=progress.warn)
    with opened(Path(ascending)) as first, opened(Path(descending)) as second:
        plan = _plan(first, second, max_gap_days, progress)
        parameters = f"ASCENDING={ascending}, DESCENDING={descending}, MAX_GAP={max_gap_days:g}"
        title = "Vertical and east displacement of two tracks"
        with netcdf.create(Path(output), title, "decomposelos", parameters) as target:
            _declare(target, plan)
            n_pixels = _run(target, plan, progress)
            _describe(target, plan)
    if not n_pixels:
        progress.warn("No pixel has data in both tracks.")
    progress.report(1.0)
    return DecompositionSummary(plan.times.days.size, n_pixels, plan.area is not None)


@dataclass(frozen=True)
class _Plan:
    """Both tracks on the grid and dates of the result."""

    first: Dataset
    second: Dataset
    overlap: Overlap
    times: TimeMatch
    area: tuple[ReferenceArea, ReferencePixels] | None
    motion: tuple[FloatArray, FloatArray]  # of the common reference area in each track [time]
    model: MotionModel
    with_std: bool


def _plan(first: Dataset, second: Dataset, max_gap_days: float, progress: Progress) -> _Plan:
    overlap = overlap_of(first, second)
    times = match_times(first, second, max_gap_days)
    if times.n_left_out:
        progress.warn(
            f"{times.n_left_out} dates of the first track are left out, because the second has no dates within "
            f"{max_gap_days:g} days about them."
        )
    differing = sorted(_removed(first).keys() ^ _removed(second).keys())
    if differing:
        progress.warn(
            f"Only one of the tracks has been corrected ({', '.join(differing)}): the difference is taken for vertical "
            "and eastward motion. Invert both in the same way."
        )
    area, motion = _common_reference(first, second, overlap, times)
    if area is None:
        progress.warn(
            "Neither reference area lies in both tracks: the motion between the two areas is in the result. Check "
            "both stacks with the same REFERENCE."
        )
    with_std = all(DISPLACEMENT_STD in track.variables for track in (first, second))
    if not with_std:
        progress.warn("Without DATE_STD in both inversions the result has no standard deviation of every date.")
    model = motion_model(times.days, seasonal=True)
    return _Plan(first, second, overlap, times, area, motion=motion, model=model, with_std=with_std)


def _removed(track: Any) -> dict[str, str]:
    """Return the attributes that tell what was taken from a series, by name."""
    words = {name: str(track.getncattr(name)) for name in track.ncattrs() if name.endswith("_removed")}
    return {name: text for name, text in words.items() if text not in ("", "0", "none")}


def _common_reference(
    first: Dataset, second: Dataset, overlap: Overlap, times: TimeMatch
) -> tuple[tuple[ReferenceArea, ReferencePixels] | None, tuple[FloatArray, FloatArray]]:
    """Return an area (as in its track; its pixels in the result) and each track's mean motion over it [time].

    It has data in both tracks at all dates.
    """
    nothing = np.zeros(times.days.size)
    for track in (first, second):
        area, pixels = read_reference_area(track), read_reference_pixels(track, netcdf.read_grid(track))
        common = overlap.pixels_of(netcdf.read_grid(track), pixels) if pixels is not None else None
        if area is None or common is None:
            continue
        motion, n_pixels = _mean_motion(first, second, overlap, times, common)
        if n_pixels:
            return (area, common), motion
    return None, (nothing, nothing)


def _mean_motion(
    first: Dataset, second: Dataset, overlap: Overlap, times: TimeMatch, pixels: ReferencePixels
) -> tuple[tuple[FloatArray, FloatArray], int]:
    """Return each track's mean motion [time] over the pixels with data in both at all dates, and their number."""
    total, n_pixels = np.zeros((2, times.days.size)), 0
    per_row = 64.0 * times.days.size * overlap.grid.columns
    for rows in row_blocks(pixels.inside.shape[0], per_row, _BLOCK_MB):
        part = pixels.within(pixels.row + rows.start, pixels.row + rows.stop)
        if part is None:
            continue
        block = RowBlock(part.row, part.rows.stop)
        both = _displacements(first, second, overlap, times, block)
        series = [part.of(values.reshape(len(values), block.size, -1)[:, :, part.columns]) for values in both]
        there = np.isfinite(series[0]).all(axis=0) & np.isfinite(series[1]).all(axis=0)
        total += [values[:, there].sum(axis=1) for values in series]
        n_pixels += int(np.count_nonzero(there))
    own, other = total / max(1, n_pixels)
    return (own, other), n_pixels


def _displacements(
    first: Dataset, second: Dataset, overlap: Overlap, times: TimeMatch, block: RowBlock
) -> tuple[FloatArray, FloatArray]:
    """Return both tracks' displacement [time, pixel] since the first date of the result that a pixel has.

    Values that a model across gaps made up are missing, as in all that follows an inversion.
    """
    n_dates, window = times.days.size, (times.own, *overlap.window(block))
    own = _determined(first, lambda name: netcdf.read_float(first, name, window)).reshape(n_dates, -1)
    known = _determined(second, lambda name: overlap.read(second, name, block))
    other = times.interpolate(known).reshape(n_dates, -1)
    begin = np.argmax(np.isfinite(own) & np.isfinite(other), axis=0)
    pixels = np.arange(own.shape[1])
    return own - own[begin, pixels], other - other[begin, pixels]


def _determined(dataset: Dataset, read: Callable[[str], FloatArray]) -> FloatArray:
    """Return displacement [time, row, column] where interferograms determine it, of each pixel's largest part.

    `read` may interpolate: neighbours that differ in what is determined, or in their parts, give no whole number.
    """
    values = read(DISPLACEMENT)
    if "determined" in dataset.variables:
        values = np.where(read("determined") >= 1, values, np.nan)
    if "part" not in dataset.variables:
        return values
    dataset.variables["part"].set_auto_mask(False)  # 0, the first part, is its fill value
    part = np.where(np.isfinite(values), read("part"), np.nan)
    numbers = np.unique(part[np.isfinite(part) & (part == np.rint(part))])
    counts = np.array([np.count_nonzero(part == number, axis=0) for number in numbers])
    if not counts.size:
        return values
    return np.where(part == numbers[np.argmax(counts, axis=0)], values, np.nan)


def _declare(target: Dataset, plan: _Plan) -> None:
    grid = plan.overlap.grid
    netcdf.write_grid(target, grid)
    netcdf.write_time(target, plan.times.days)
    rows = chunk_rows(*grid.shape)
    for name, words in (("vertical", "vertical displacement"), ("east", "eastward displacement")):
        names = [f"{name}_displacement"] + [f"{name}_displacement_std"] * plan.with_std
        for variable_name in names:
            text = words if variable_name == names[0] else f"standard deviation of the {words}"
            chunks = (1, rows, grid.columns)
            variable = netcdf.add_variable(target, variable_name, ("time", "y", "x"), "mm", text, chunks=chunks)
            variable.comment = "relative to the reference area and the first date; northward motion taken as 0"
    for name, words in (
        ("velocity", "vertical velocity"),
        ("velocity_std", "standard deviation of the vertical velocity"),
        ("east_velocity", "eastward velocity"),
        ("east_velocity_std", "standard deviation of the eastward velocity"),
    ):
        netcdf.add_variable(target, name, ("y", "x"), "mm/yr", words, chunks=(rows, grid.columns))
    netcdf.add_variable(target, "mask", ("y", "x"), "1", "1 where the pixel is solved", dtype="u1", fill=None)
    # What stands in this file is seen from straight above: the steps that follow read that here.
    for name, value in ((LOS_EAST, 0.0), (LOS_NORTH, 0.0), (LOS_UP, 1.0)):
        variable = netcdf.add_variable(target, name, ("y", "x"), "1", "direction in which displacement is positive")
        variable[:] = np.full(grid.shape, value, dtype=np.float32)


def _run(target: Dataset, plan: _Plan, progress: Progress) -> int:
    grid, n_dates = plan.overlap.grid, plan.times.days.size
    per_row = grid.columns * 8.0 * (8 * n_dates + 4 * len(plan.second.dimensions["time"]))
    n_pixels = 0
    for block in report_each(
        row_blocks(grid.rows, per_row, _BLOCK_MB, chunk_rows(*grid.shape)), progress, "Decomposing"
    ):
        found = _solve(plan, block)
        for name, values in found.items():
            target[name][..., block.rows, :] = values.reshape(*values.shape[:-1], block.size, grid.columns)
        n_pixels += int(np.count_nonzero(found["mask"]))
    return n_pixels


def _solve(plan: _Plan, block: RowBlock) -> dict[str, FloatArray]:
    """Return everything that is written for some rows, by variable [.., pixel]."""
    own, other = _displacements(plan.first, plan.second, plan.overlap, plan.times, block)
    own, other = own - plan.motion[0][:, None], other - plan.motion[1][:, None]
    east_1, up_1, east_2, up_2 = _geometry(plan, block)
    up, east = to_up_and_east(own, other, east_1, up_1, east_2, up_2=up_2)
    fitted_up, fitted_east = fit_motion(up, plan.model), fit_motion(east, plan.model)
    found = {
        VERTICAL_DISPLACEMENT: up,
        EAST_DISPLACEMENT: east,
        "velocity": fitted_up.velocity,
        "velocity_std": fitted_up.velocity_std,
        "east_velocity": fitted_east.velocity,
        "east_velocity_std": fitted_east.velocity_std,
        "mask": np.isfinite(up[1:]).any(axis=0),
    }
    if plan.with_std:
        std_own, std_other = _standard_deviations(plan, block)
        std_up, std_east = propagate_std(std_own, std_other, east_1, up_1, east_2, up_2=up_2)
        found |= {"vertical_displacement_std": std_up, "east_displacement_std": std_east}
    return found


def _geometry(plan: _Plan, block: RowBlock) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return east and up components of the first and of the second track [pixel]."""
    window = plan.overlap.window(block)
    own = [netcdf.read_float(plan.first, name, window).ravel() for name in (LOS_EAST, LOS_UP)]
    other = [plan.overlap.read(plan.second, name, block).ravel() for name in (LOS_EAST, LOS_UP)]
    determinant = own[0] * other[1] - other[0] * own[1]
    there = np.isfinite(determinant)
    if there.any() and np.median(np.abs(determinant[there])) < _LEAST_DETERMINANT:
        raise InputError(
            "Both tracks look from nearly the same side, so that vertical and east cannot be separated: choose one "
            "ascending and one descending series."
        )
    return own[0], own[1], other[0], other[1]


def _standard_deviations(plan: _Plan, block: RowBlock) -> tuple[FloatArray, FloatArray]:
    n_dates = plan.times.days.size
    window = plan.overlap.window(block)
    own = netcdf.read_float(plan.first, DISPLACEMENT_STD, (plan.times.own, *window)).reshape(n_dates, -1)
    squares = plan.overlap.read(plan.second, DISPLACEMENT_STD, block) ** 2
    return own, np.sqrt(plan.times.interpolate(squares, squared=True)).reshape(n_dates, -1)


def to_up_and_east(
    first: FloatArray, second: FloatArray, east_1: FloatArray, up_1: FloatArray, east_2: FloatArray, *, up_2: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return vertical and east displacement [time, pixel].

    Parameters
    ----------
    first, second : array [time, pixel]
        Line-of-sight displacement of two tracks, positive towards the satellite.
    east_1, up_1, east_2, up_2 : array [pixel]
        Components of the unit vectors from the ground to the satellite.
    """
    determinant = east_1 * up_2 - east_2 * up_1
    return (east_1 * second - east_2 * first) / determinant, (up_2 * first - up_1 * second) / determinant


def propagate_std(
    first: FloatArray, second: FloatArray, east_1: FloatArray, up_1: FloatArray, east_2: FloatArray, *, up_2: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the standard deviations of vertical and east from those of two tracks with independent errors."""
    determinant = np.abs(east_1 * up_2 - east_2 * up_1)
    return np.hypot(east_1 * second, east_2 * first) / determinant, np.hypot(up_2 * first, up_1 * second) / determinant


def _describe(target: Dataset, plan: _Plan) -> None:
    """Write the attributes."""
    for track, name in ((plan.first, "first"), (plan.second, "second")):
        target.setncattr(f"{name}_frame", str(getattr(track, "frame", "")))
    synthetic = max(int(getattr(track, "synthetic", 0)) for track in (plan.first, plan.second))
    target.setncatts(
        {
            "frame": f"{getattr(plan.first, 'frame', '')} and {getattr(plan.second, 'frame', '')}",
            "synthetic": np.int32(synthetic),
            "vertical_frame": "relative to the reference area",
            "north_component": "taken as 0",
            "first_date": date_of(plan.times.days[0]).isoformat(),
        }
    )
    own, other = _removed(plan.first), _removed(plan.second)
    for name in sorted({*own, *other}):
        words = own.get(name, "nothing"), other.get(name, "nothing")
        target.setncattr(name, words[0] if words[0] == words[1] else f"first: {words[0]}; second: {words[1]}")
    if plan.area is not None:
        area, pixels = plan.area
        replace(area, los_up=1.0).write(target)
        write_reference_pixels(target, pixels)
    netcdf.extend_history(target, plan.first)

"""What is looked at before work begins: sizes, epochs without data, free patterns that take up everything, memory."""

from __future__ import annotations

import os
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..assimilation.inputs.observations import Observations
from ..dates import date_of
from ..errors import InputError
from ..loading.free_patterns import FreePatterns
from ..work.blocks import default_workers
from ..work.progress import Progress
from .collocation import epochs_by_data
from .data import InversionData
from .domain import Domain

MOST_DATA = 6000
_LARGE = 4_000_000  # entries of the operator from which on it is kept in single precision (32 MB in double)
_SIZES_MM = (0.05, 200.0)  # median size of heights below and above which their unit is hardly mm
_MEGA = 2**20
_PROGRAM_MB = 130.0  # Python with NumPy, SciPy, netCDF and the load kernels


def precision(n_data: int, n_land: int) -> Any:
    """Return the type in which the operator of so many data and cells is kept.

    Parameters
    ----------
    n_data, n_land : int
        Sizes of the operator.

    Returns
    -------
    type
        float32 where double precision would take too much memory.
    """
    return np.float32 if n_data * n_land > _LARGE else np.float64


def memory_mb(n_data: int, domain: Domain, epochs: int, workers: int) -> float:
    """Return about how much memory (MiB) an inversion takes at most.

    Parameters
    ----------
    n_data, epochs : int
        Numbers.
    domain : Domain
        Cells.
    workers : int
        Threads.
    """
    land, cells = int(domain.land.sum()), domain.land.size
    item = np.dtype(precision(n_data, land)).itemsize
    # The operator on the window and, beside sea, on land; H C at the likeliest length and at another one.
    fields = cells + (land if land < cells else 0) + 2 * land
    kept = n_data * fields * item + 12 * 8 * n_data**2 + 12 * epochs * land * item
    rows, columns = domain.grid.shape
    spectra = 4 * 8 * rows * rows * (columns + 1)
    blocks = (workers + 1) * 64 * cells * item * 5
    return _PROGRAM_MB + (kept + spectra + blocks) / _MEGA


def check_room_for(observed: Observations, domain: Domain, workers: int | None, progress: Progress) -> None:
    """Say how much memory the work takes, and refuse what cannot be done.

    Parameters
    ----------
    observed : Observations
        As read.
    domain : Domain
        Window and land.
    workers : int, optional
        Threads.
    progress : Progress
        Hears warnings.

    Raises
    ------
    InputError
        Where data are too many, or the machine's memory too small.
    """
    size = observed.rows.size
    if size > MOST_DATA:
        raise InputError(
            f"There are {size:,} data at an epoch; at most {MOST_DATA:,} can be solved together. Leave stations out "
            "(EXCLUDE_STATIONS), or thin the frames: run Mask and downsample with a coarser GRID (M36)."
        )
    needed = memory_mb(size, domain, observed.days.size, workers or default_workers())
    words = f"{int(domain.land.sum()):,} cells and {size:,} data take about {needed:,.0f} MB of memory"
    there = machine_memory_mb()
    if there is not None and needed > there:
        raise InputError(
            f"{words}; this machine has {there:,.0f} MB. Choose a coarser GRID, a smaller BUFFER, or thin the frames "
            "with Mask and downsample."
        )
    progress.report(0.0, words)


def machine_memory_mb() -> float | None:
    """Return the machine's memory (MiB); None where the system does not say it."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _MEGA
    except (AttributeError, OSError, ValueError):
        return None


def check_data(data: InversionData, progress: Progress) -> None:
    """Look at the size of the heights, for epochs without data, and at what free patterns take up.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    progress : Progress
        Hears warnings.

    Raises
    ------
    InputError
        Where no epoch has displacement.
    """
    heights = (data.values + data.outside)[: data.stations.stop]
    seen = np.isfinite(heights)
    if not seen.any():
        raise InputError("No epoch has displacement: check dates and EXCLUDED_PERIODS.")
    anomaly = heights - _mean(heights)[:, np.newaxis]
    several = seen.sum(axis=1) > 1
    median = float(np.median(np.abs(anomaly[several][seen[several]]))) if several.any() else 1.0
    if not _SIZES_MM[0] <= median <= _SIZES_MM[1]:
        progress.warn(
            f"Half of the displacements are within {median:.3g} mm of their mean: check that the files are in "
            "millimetres, not in metres or another unit."
        )
    empty = ~np.isfinite(data.values).any(axis=0)
    if empty.any():
        progress.warn(f"{int(empty.sum())} epochs have no data and stay empty (NaN): {_dates(data.days[empty])}.")
    _check_frames(data, progress)
    taken = np.zeros(data.days.size, dtype=bool)
    for used, epochs in epochs_by_data(np.isfinite(data.values)):
        taken[epochs] = used.any() and used.sum() == _rank(data.free[used])
    if taken.any():
        progress.warn(
            f"At {int(taken.sum())} epochs free offsets and planes take up all of the data; they stay empty (NaN): "
            f"{_dates(data.days[taken])}. A station or a tied frame at these dates would tell something."
        )


def _check_frames(data: InversionData, progress: Progress) -> None:
    """Warn of frames whose offset or plane takes up all that they say, and of planes that are not determined."""
    if data.frames is None:
        return
    for number, frame in enumerate(data.frames.every):
        patterns = data.free[: data.rows.size][data.frames.number == number]
        terms, rank = int(patterns.any(axis=0).sum()), _rank(patterns)
        size = len(patterns)
        if rank and size <= rank:
            progress.warn(
                f"{frame.name} has {size} cell(s) with data, and its free offset{' and plane' if rank > 1 else ''} "
                "takes up all that they say: the frame is left out. Give REFERENCE tied, or more cells."
            )
        elif terms > 1 and rank < 3:
            progress.warn(
                f"The {size} cells of {frame.name} lie on a line: its plane (DERAMPED) is not determined across it, "
                "and only an offset and a slope along the line are free."
            )


def _rank(patterns: FloatArray) -> int:
    """Return how many of the free patterns [datum, term] are independent."""
    found = FreePatterns(patterns).within(np.ones(len(patterns), dtype=bool)) if patterns.size else None
    return 0 if found is None else found.shape[1]


def _dates(days: FloatArray) -> str:
    """Return the first five of some days as dates."""
    return ", ".join(f"{date_of(float(day)):%Y-%m-%d}" for day in days[:5]) + (", ..." if days.size > 5 else "")


def _mean(values: FloatArray) -> FloatArray:
    """Return the mean [datum] of the known values, 0 where there are none."""
    known = np.isfinite(values)
    mean: FloatArray = np.where(known, values, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    return mean

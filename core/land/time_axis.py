"""When the fields of a set of files are valid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from ..dates import date_of, day_number
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset

_SUFFIXES = (".nc", ".nc4", ".netcdf", ".cdf")
_TIME_NAMES = ("time", "valid_time", "t", "datetime")
_LONG_MEAN_DAYS = 0.9
_SAME_DAYS = 1e-6
_SHORTEST_MONTH = 28.0
_FIRST_HOUR = 1 / 24


@dataclass(frozen=True)
class Step:
    """One field in one file.

    Attributes
    ----------
    path : Path
        File.
    index : int
        Along its time dimension.
    day : float
        Days since 2000-01-01: the middle of a mean over a day or longer, else the file's own time.
    beside : tuple of Step
        Fields of the same time in other files, where stores have files of their own.
    """

    path: Path
    index: int
    day: float
    beside: tuple[Step, ...] = ()


def files_in(paths: list[Path], suffixes: tuple[str, ...] = _SUFFIXES) -> list[Path]:
    """Return the files of data that `paths`, files or folders, stand for.

    Parameters
    ----------
    paths : list of Path
        Files, and folders that are looked through.
    suffixes : tuple of str
        Of data files in folders, in lower case.

    Raises
    ------
    InputError
        Where a path does not exist or a folder holds none.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in suffixes)
            if not inside:
                raise InputError(f"{path} holds no NetCDF file ({', '.join(suffixes)}): choose the folder of the data.")
            files += inside
        elif path.exists():
            files.append(path)
        else:
            raise InputError(f"{path} does not exist: choose the file or folder of the land model's output.")
    return files


def time_variable(dataset: Dataset) -> str:
    """Return the name of a file's time coordinate; '' where it has none."""
    for name in _TIME_NAMES:
        if name in dataset.variables and dataset.variables[name].ndim <= 1:
            return name
    for name, variable in dataset.variables.items():
        if variable.ndim == 1 and " since " in netcdf.attribute(variable, "units"):
            return str(name)
    return ""


def time_dimension(dataset: Dataset) -> str:
    """Return the name of the dimension that the time coordinate runs along; '' where it is a single time."""
    name = time_variable(dataset)
    dimensions = dataset.variables[name].dimensions if name else ()
    return str(dimensions[0]) if dimensions else ""


def steps_of(dataset: Dataset, path: Path) -> list[Step]:
    """Return the fields of an open file.

    A mean over a day or longer (the bounds say so) stands for its middle.

    Raises
    ------
    InputError
        Where there is no time, or it is missing somewhere.
    """
    name = time_variable(dataset)
    if not name:
        raise InputError(f"{path} has no time coordinate: give the model's output with its dates.")
    days = np.atleast_1d(netcdf.read_days(dataset, name))
    bounds_name = netcdf.attribute(dataset.variables[name], "bounds")
    if bounds_name in dataset.variables:
        bounds = netcdf.read_days(dataset, bounds_name, netcdf.attribute(dataset.variables[name], "units"))
        bounds = bounds.reshape(-1, 2)
        if bounds.shape[0] == days.size:
            # Some products leave the bounds at 0 or copy the time: only bounds that hold the time count.
            middle, length = bounds.mean(axis=1), bounds[:, 1] - bounds[:, 0]
            holds = (bounds[:, 0] <= days + _SAME_DAYS) & (bounds[:, 1] >= days - _SAME_DAYS)
            days = np.where(holds & (length >= _LONG_MEAN_DAYS), middle, days)
    if not np.all(np.isfinite(days)):
        raise InputError(f"{path}: '{name}' has missing dates.")
    return [Step(path, index, float(day)) for index, day in enumerate(days)]


def in_order(steps: list[Step], monthly: str) -> tuple[list[Step], list[tuple[Step, Step]]]:
    """Return fields in the order of time, each time once, and those left out, each with the one of its time.

    Parameters
    ----------
    steps : list of Step
        Of all files.
    monthly : {"yes", "maybe", "no"}
        Whether times at the beginning of a month stand for the month's mean, and so for its middle; ``maybe``: where
        all of them do so, a month apart.
    """
    ordered = sorted(steps, key=lambda step: step.day)
    kept: list[Step] = []
    repeated: list[tuple[Step, Step]] = []
    for step in ordered:
        if kept and step.day - kept[-1].day <= _SAME_DAYS:
            repeated.append((step, kept[-1]))
        else:
            kept.append(step)
    days = np.array([step.day for step in kept])
    starts = [_begins_month(step.day) for step in kept]
    months_apart = days.size > 1 and all(starts) and float(np.diff(days).min()) >= _SHORTEST_MONTH
    if monthly == "yes" or (monthly == "maybe" and months_apart):
        kept = [
            Step(step.path, step.index, _middle_of_month(step.day)) if begins else step
            for step, begins in zip(kept, starts)
        ]
    return kept, repeated


def _begins_month(day: float) -> bool:
    """Whether a time is within the first hour of a month (MERRA-2 stamps half an hour after midnight)."""
    return date_of(day).day == 1 and day - np.floor(day) <= _FIRST_HOUR


def _middle_of_month(day: float) -> float:
    first = date_of(day)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return (day_number(first) + day_number(following)) / 2


def within(steps: list[Step], start: date | None, end: date | None) -> list[Step]:
    """Return the fields from `start` to `end`, both included.

    Raises
    ------
    InputError
        Where none is left.
    """
    first = -np.inf if start is None else day_number(start)
    after = np.inf if end is None else day_number(end) + 1
    kept = [step for step in steps if first <= step.day < after]
    if not kept:
        raise InputError(
            f"The data cover {date_of(steps[0].day)} to {date_of(steps[-1].day)}, nothing of it from "
            f"{start or 'the beginning'} to {end or 'the end'}: change START and END."
        )
    return kept

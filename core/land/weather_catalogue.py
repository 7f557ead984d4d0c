"""Where each variable of weather files stands: which file, which index, which time, and in which version."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from .time_axis import time_variable
from .weather_products import CF_NAMES

SAME = 1e-4  # days: stamps in single precision or in whole minutes
HOURS_PER_DAY = 24.0
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(.*)$")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$", re.IGNORECASE)
_UNIVERSAL = {"", "z", "utc", "gmt", "ut", "0", "0:00", "00:00", "+00:00", "+0:00", "+0", "-00:00"}
_ZONE_NAMES = ("time_zone", "timezone", "utc_offset", "time_reference")
_FINAL = 1  # version of ECMWF's final data; preliminary data (ERA5T) are 5


@dataclass(frozen=True)
class Entry:
    """One time of a variable.

    Attributes
    ----------
    stamp : float
        Days since 2000-01-01, UTC.
    path : Path
        File.
    index : int
        Along its time dimension.
    version : int
        ECMWF's ``expver``: 1 final, 5 preliminary; 0 where the file has none.
    begin, end : float
        Bounds of its interval, days; NaN where the file has none.
    """

    stamp: float
    path: Path
    index: int
    version: int = 0
    begin: float = np.nan
    end: float = np.nan


@dataclass
class Catalogue:
    """All variables with a time in a set of files.

    Attributes
    ----------
    entries : dict
        Variable -> its times, in order; a time may be there more than once.
    alias : dict
        CF short name -> variable with that standard name.
    local : str
        What says that the clock is local time of unknown offset; '' where nothing does.
    shuffled : list of Path
        Files whose times are not in order.
    """

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    alias: dict[str, str] = field(default_factory=dict)
    local: str = ""
    shuffled: list[Path] = field(default_factory=list)

    def name_of(self, name: str) -> str:
        """Return the variable of a name, by itself or by its CF standard name; '' where there is none."""
        return name if name in self.entries else self.alias.get(name, "")


def content(dataset: Dataset) -> Any:
    """Return what holds the variables: the file, or the group ``Grid`` of IMERG's half-hourly files."""
    return dataset.groups.get("Grid", dataset)


def catalogue_of(files: Sequence[Path], utc_offset: float | None = None) -> Catalogue:
    """Return where each variable with a time stands.

    Parameters
    ----------
    files : sequence of Path
        NetCDF files.
    utc_offset : float, optional
        Hours that the files' clock is ahead of UTC; as the files say where None.

    Raises
    ------
    InputError
        Where a file has no time, or a date is missing.
    """
    found = Catalogue()
    for path in files:
        with netcdf.open_dataset(path) as opened:
            _add_file(found, path, content(opened), opened, utc_offset)
    for entries in found.entries.values():
        entries.sort(key=lambda entry: (entry.stamp, _rank(entry.version)))
    return found


def _add_file(found: Catalogue, path: Path, dataset: Dataset, whole: Dataset, utc_offset: float | None) -> None:
    time = time_variable(dataset)
    if not time:
        raise InputError(f"{path} has no time coordinate: it is no weather.")
    days = np.atleast_1d(netcdf.read_days(dataset, time))
    if not np.isfinite(days).all():
        raise InputError(f"{path}: '{time}' has missing dates.")
    if days.size > 1 and (np.diff(days) < 0).any():
        found.shuffled.append(path)
    shift, local = _ahead_of_utc(dataset, whole, time)
    if utc_offset is not None:
        shift, local = shift + utc_offset / HOURS_PER_DAY if not shift else utc_offset / HOURS_PER_DAY, ""
    found.local = found.local or local
    bounds = _bounds(dataset, time, days)
    versions = _versions(dataset, time, days.size)
    dimension = dataset.variables[time].dimensions
    times = [
        Entry(float(day - shift), path, i, versions[i], float(bounds[i, 0] - shift), end=float(bounds[i, 1] - shift))
        for i, day in enumerate(days)
    ]
    for name, variable in dataset.variables.items():
        if variable.dtype is str or variable.dtype.kind not in "fiu" or name in (time, "time_bnds"):
            continue
        along = bool(dimension) and dimension[0] in variable.dimensions
        if along or (not dimension and variable.ndim >= 2):
            found.entries.setdefault(name, []).extend(times if along else times[:1])
            standard = netcdf.attribute(variable, "standard_name")
            if standard in CF_NAMES and variable.ndim <= 4:
                found.alias.setdefault(CF_NAMES[standard], name)


def _ahead_of_utc(dataset: Dataset, whole: Dataset, time: str) -> tuple[float, str]:
    """Return days to take off the dates as read, and what says that the clock is local but not by how much."""
    variable = dataset.variables[time]
    units = netcdf.attribute(variable, "units").strip()
    clock = _CLOCK.search(units)
    texts = [(clock.group(1).strip(), f"'{units}'")] if clock else []
    for name in _ZONE_NAMES:
        texts += [(netcdf.attribute(owner, name).strip(), name) for owner in (variable, whole)]
    for text, source in texts:
        if text.lower() in _UNIVERSAL:
            continue
        offset = _OFFSET.match(text)
        if offset is None:
            return 0.0, f"{source} says '{text}'"
        hours = float(offset.group(2)) + float(offset.group(3) or 0) / 60.0
        hours = -hours if offset.group(1) == "-" else hours
        # cftime itself takes off an offset that is written +08:00 or +0800 behind the clock.
        done = clock is not None and clock.group(1).strip() == text and re.fullmatch(r"[+-]\d{2}:?\d{2}", text)
        return (0.0, "") if done else (hours / HOURS_PER_DAY, "")
    title = netcdf.attribute(whole, "title")
    if "PLUMBER2" in title or "Fluxnet_dataset_version" in whole.ncattrs():
        return 0.0, "towers of FLUXNET and PLUMBER2 keep local standard time"
    return 0.0, ""


def _bounds(dataset: Dataset, time: str, days: FloatArray) -> FloatArray:
    """Return bounds [time, 2] in days, NaN where the file has none or they do not hold the time."""
    none = np.full((days.size, 2), np.nan)
    name = netcdf.attribute(dataset.variables[time], "bounds")
    if name not in dataset.variables:
        return none
    bounds = netcdf.read_days(dataset, name, netcdf.attribute(dataset.variables[time], "units")).reshape(-1, 2)
    if bounds.shape != none.shape:
        return none
    # Some products leave the bounds at 0 or copy the time.
    holds = (bounds[:, 0] <= days + SAME) & (bounds[:, 1] >= days - SAME) & (bounds[:, 1] > bounds[:, 0] + SAME)
    return np.where(holds[:, None], bounds, np.nan)


def _versions(dataset: Dataset, time: str, count: int) -> list[int]:
    """Return ECMWF's version of each time; 0 where there is none, or where it is a dimension of its own."""
    if "expver" not in dataset.variables:
        return [0] * count
    variable = dataset.variables["expver"]
    along = dataset.variables[time].dimensions
    if variable.dimensions not in ((), along):
        return [0] * count
    values = np.ravel(np.asarray(variable[...]))
    numbers = [int(re.sub(r"\D", "", str(value)) or 0) for value in values]
    return numbers if len(numbers) == count else numbers[:1] * count


def _rank(version: int) -> int:
    """Order of versions: final ones first, unknown ones last."""
    return version if version else 10_000


@dataclass(frozen=True)
class Distinct:
    """The times of a variable, each once.

    Attributes
    ----------
    kept : list of Entry
        In order.
    final : int
        Preliminary fields that gave way to final ones.
    pairs : list of (Entry, Entry)
        Kept and left out, of no known order of versions: to be compared.
    """

    kept: list[Entry]
    final: int
    pairs: list[tuple[Entry, Entry]]


def distinct(entries: list[Entry]) -> Distinct:
    """Return the entries without repeated times: the final version (``expver`` 1) goes before preliminary ones."""
    kept: list[Entry] = []
    pairs: list[tuple[Entry, Entry]] = []
    final = 0
    for entry in entries:
        if not kept or entry.stamp - kept[-1].stamp > SAME:
            kept.append(entry)
            continue
        first = kept[-1]
        if _rank(entry.version) < _rank(first.version):
            kept[-1], entry, first = entry, first, entry
        if (
            first.version
            and entry.version
            and first.version != entry.version
            or first.version == _FINAL
            and not entry.version
        ):
            final += 1
        else:
            pairs.append((first, entry))
    return Distinct(kept, final, pairs)

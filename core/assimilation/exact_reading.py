"""Reading what a best estimate is made of: storage, frames with their references, stations and GRACE."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import day_number, parse_date
from ..errors import InputError
from ..files.handles import Dataset
from ..loading.cells import authalic_latitude
from ..work.progress import Progress
from .exact_options import BestOptions
from .inputs.gathered import Gathered, gather
from .inputs.grace_rows import read_grace
from .inputs.observations import Observations
from .inputs.reference_stations import ReferenceStation, read_reference_station
from .inputs.stated_errors import first_sizes, read_stated_errors, stated_reference
from .inputs.storage import StorageSeries
from .options import AssimilationOptions
from .preparation import Sources

_LEAST_STATION_ERROR_MM = 0.5  # beside the formal one, which may be missing
_LEAST_SPACING_DAYS, _MEAN_DAYS = 6.0, 12.0  # of heights; the repeat of Sentinel-1
_ERROR_DAYS = 4.0  # over which daily heights err alike (flicker noise)


def read_all(
    dataset: Dataset,
    storage_path: Path,
    sources: Sources,
    options: AssimilationOptions,
    best: BestOptions,
    *,
    progress: Progress,
) -> tuple[Gathered, bool]:
    """Return storage and data of an open storage file, and whether any of them is from the example generator.

    Raises
    ------
    InputError
        Where the files do not fit each other.
    """
    storage = StorageSeries(dataset)
    # Formal errors only: what they do not know is estimated.
    options = replace(options, method="enkf_3d", station_error_mm=best.station_error_mm or _LEAST_STATION_ERROR_MM)
    sources, options = _with_references(sources, options, best, progress)
    files = sources.files(options)
    found = sources.read(storage.grid, str(storage_path), options, progress)
    if found.frames is None:
        found = _spaced(found)
    if options.end:
        last = float(day_number(parse_date(options.end, "END")))
        if not (found.days < last + 1).any():
            raise InputError(f"END {options.end} lies before the first epoch: choose a later date, or leave END out.")
        found = found.at(found.days < last + 1)
    references: tuple[ReferenceStation | None, ...] = ()
    if found.frames is not None and best.reference == "auto":
        references = tuple(read_reference_station(file.path) for file in files)
    grace = None
    if best.grace is not None:
        grace = read_grace(best.grace, _places(found, storage), _cell_places(storage), _span(storage), best.withhold)
    names = (storage_path, sources.path)
    stated = () if found.frames is None else tuple(read_stated_errors(file.path) for file in files)
    gathered = gather(storage, found, names, options, progress, references=references, grace=grace)
    if best.reference in ("absolute", "tied"):
        gathered = replace(gathered, tied=np.ones(len(gathered.frames), dtype=bool))
    elif best.reference == "unknown":
        gathered = replace(gathered, tied=np.zeros(len(gathered.frames), dtype=bool))
    gathered = replace(gathered, first_sizes=first_sizes(stated))
    return gathered, found.synthetic or bool(getattr(dataset, "synthetic", 0))


def _spaced(found: Observations) -> Observations:
    """Return stations' heights at times that have any; daily ones as means over the repeat of the satellites."""
    there = np.isfinite(found.values).any(axis=1)
    found = found.at(there)
    if found.days.size < 2 or float(np.median(np.diff(found.days))) >= _LEAST_SPACING_DAYS:
        return found
    number = np.floor((found.days - found.days[0]) / _MEAN_DAYS).astype(np.intp)
    _, number = np.unique(number, return_inverse=True)
    count = int(number.max()) + 1
    known = np.isfinite(found.values)
    total, heights = np.zeros((count, found.values.shape[1])), np.zeros((count, found.values.shape[1]))
    np.add.at(total, number, known)
    np.add.at(heights, number, np.where(known, found.values, 0.0))
    days = np.floor(np.bincount(number, found.days) / np.bincount(number))
    std = found.stations
    if std is not None:
        # Daily errors last for days: a mean of twelve is worth three of them.
        std = replace(std, std=np.maximum(std.std / np.sqrt(_MEAN_DAYS / _ERROR_DAYS), _LEAST_STATION_ERROR_MM))
    return replace(found, days=days, values=heights / np.where(total > 0, total, np.nan), stations=std)


def _with_references(
    sources: Sources, options: AssimilationOptions, best: BestOptions, progress: Progress
) -> tuple[Sources, AssimilationOptions]:
    """Return sources and options in which each frame has the reference that its file names, or the user."""
    if best.reference != "auto":
        return sources, replace(options, reference=best.reference)
    first = stated_reference(sources.displacement, progress) if sources.displacement else "absolute"
    more = tuple(
        replace(file, reference=file.reference or stated_reference(file.path, progress)) for file in sources.more
    )
    return replace(sources, more=more), replace(options, reference=first)


def _places(found: Observations, storage: StorageSeries) -> tuple[FloatArray, FloatArray]:
    lon, lat = storage.grid.lon_lat()
    lon, lat = lon[found.rows, found.columns], lat[found.rows, found.columns]
    return lon, np.asarray(authalic_latitude(lat))


def _cell_places(storage: StorageSeries) -> tuple[FloatArray, FloatArray]:
    lon, lat = (values.ravel() for values in storage.grid.lon_lat())
    return lon, lat


def _span(storage: StorageSeries) -> tuple[float, float]:
    return float(storage.days[0]), float(storage.days[-1])

"""Places on the map and the series of a file there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from ..core.arrays import FloatArray
from ..core.charts.series import Series
from ..core.charts.style import can_write
from ..core.errors import InputError
from ..core.extraction.areas import read_area
from ..core.extraction.points import read_pixel
from ..core.files import netcdf
from ..processing.translation import tr
from .sources import SeriesFile

INNOVATION = "normalized_innovation"


@dataclass(frozen=True)
class Place:
    """A point, or an area by its corners.

    Attributes
    ----------
    corners : tuple of (longitude, latitude)
        One for a point, three or more for an area.
    """

    corners: tuple[tuple[float, float], ...]

    @property
    def is_area(self) -> bool:
        """True for an area."""
        return len(self.corners) > 1

    @property
    def name(self) -> str:
        """The place as people write it."""
        return tr("area around {}").format(self.coordinates) if self.is_area else self.coordinates

    @property
    def coordinates(self) -> str:
        """Latitude and longitude of the point, or of the middle of the area's corners."""
        lon, lat = np.mean(self.corners, axis=0)
        return f"{abs(lat):.4f}°{'N' if lat >= 0 else 'S'} {abs(lon):.4f}°{'E' if lon >= 0 else 'W'}"

    @property
    def written(self) -> str:
        """The name, where charts have a font for it, else the coordinates."""
        return self.name if can_write(self.name) else self.coordinates


@dataclass(frozen=True)
class Reading:
    """The series of one file at one place.

    Attributes
    ----------
    series : tuple of Series
        Those that are drawn, as they stand in the file.
    innovation : Series or None
        Normalized innovations, where the file has them.
    """

    series: tuple[Series, ...]
    innovation: Series | None


@dataclass(frozen=True)
class _Line:
    """A variable that is drawn."""

    variable: str
    label: str
    english: str
    role: str

    @property
    def written(self) -> str:
        """The label in the user's language, where charts have a font for it."""
        return self.label if can_write(self.label) else self.english


def _lines(kind: str) -> tuple[_Line, ...]:
    return {
        "analysis": (
            _Line("tws_open_loop", tr("Open loop"), "Open loop", "open_loop"),
            _Line("tws_analysis", tr("Analysis"), "Analysis", "analysis"),
        ),
        "grace": (_Line("tws", tr("GRACE"), "GRACE", "grace"),),
        "storage": (_Line("tws", tr("Storage"), "Storage", "other"),),
        "vertical": (
            _Line("vertical_displacement", tr("Vertical displacement"), "Vertical displacement", "displacement"),
        ),
        "displacement": (_Line("displacement", tr("Displacement"), "Displacement", "displacement"),),
    }[kind]


def read_place(file: SeriesFile, place: Place) -> Reading:
    """Return the series of a file at a place; the last few are remembered as long as the file is not changed.

    Raises
    ------
    InputError
        Where the place lies outside the file or has no data.
    """
    try:
        changed = file.path.stat().st_mtime_ns
    except OSError:
        raise InputError(tr("{} is gone: choose another file.").format(file.path)) from None
    return _read(file, place, changed)


@lru_cache(maxsize=64)
def _read(file: SeriesFile, place: Place, _changed: int) -> Reading:
    wanted = tuple(line.variable for line in _lines(file.kind))
    if place.is_area:
        read = {one.variable: one for one in read_area(file.path, place.corners, (*wanted, INNOVATION))[0]}
    else:
        read = {one.variable: one for one in read_pixel(file.path, *place.corners[0]).series}
    windows = _windows(file.path) if file.kind == "grace" else None
    series = tuple(
        Series(line.written, one.days, one.values, line.role, one.std, windows=windows)
        for line in _lines(file.kind)
        for one in (read[line.variable],)
        if np.isfinite(one.values).any()
    )
    if not series:
        raise InputError(
            tr("{file} has no data at {place}: the place was masked or never observed. Click somewhere else.").format(
                file=file.path.name, place=place.name
            )
        )
    found = read.get(INNOVATION) if file.kind == "analysis" else None
    if found is None or not np.isfinite(found.values).any():
        return Reading(series, None)
    return Reading(series, Series(tr("Normalized innovation"), found.days, found.values))


def _windows(path: Path) -> FloatArray | None:
    """Return the days that each GRACE solution covers [time, 2], where the file has them."""
    with netcdf.open_dataset(path) as dataset:
        if "time_bnds" not in dataset.variables:
            return None
        return netcdf.read_days(dataset, "time_bnds", netcdf.attribute(dataset["time"], "units"))

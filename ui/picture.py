"""What the dock draws at a place: which series, in which unit, with which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from ..core import netcdf
from ..core.arrays import FloatArray
from ..core.charts.series import Series, draw_displacement, draw_storage
from ..core.errors import InputError
from ..core.extraction import read_pixel
from ..processing.translation import tr
from .sources import SeriesFile

UNIT = "mm"
MOTION = ("displacement", "vertical")


@dataclass(frozen=True)
class Picture:
    """Series at one place and how to draw them.

    Attributes
    ----------
    title : str
        File and place.
    series : tuple of Series
        In the order of the legend.
    kind : str
        As in `sources.SeriesFile`.
    synthetic : bool
        Whether any of the data are made up.
    """

    title: str
    series: tuple[Series, ...]
    kind: str
    synthetic: bool

    def draw(self, ax: Axes) -> None:
        """Draw the series."""
        if self.kind in MOTION:
            draw_displacement(ax, self.series, self.kind == "vertical", synthetic=self.synthetic)
        else:
            draw_storage(ax, self.series, synthetic=self.synthetic)


def picture_of(file: SeriesFile, grace: SeriesFile | None, lon: float, lat: float) -> Picture:
    """Read the series of `file` at a place, and those of GRACE where they belong on the same axis.

    Raises
    ------
    InputError
        Where the place lies outside the file or has no data.
    """
    series = _read(file, lon, lat)
    synthetic = file.synthetic
    if file.kind not in MOTION:
        if grace is not None and grace.path != file.path:
            series += _read(grace, lon, lat)
            synthetic = synthetic or grace.synthetic
        series = anomalies(series)
    return Picture(f"{file.path.name}  {place_name(lon, lat)}", tuple(series), file.kind, synthetic)


@dataclass(frozen=True)
class _Line:
    """A variable that is drawn."""

    variable: str
    label: str
    role: str


def _lines(kind: str) -> tuple[_Line, ...]:
    return {
        "analysis": (
            _Line("tws_open_loop", tr("Open loop"), "open_loop"),
            _Line("tws_analysis", tr("Analysis"), "analysis"),
        ),
        "grace": (_Line("tws", tr("GRACE"), "grace"),),
        "storage": (_Line("tws", tr("Storage"), "other"),),
        "vertical": (_Line("vertical_displacement", tr("Vertical displacement"), "displacement"),),
        "displacement": (_Line("displacement", tr("Displacement"), "displacement"),),
    }[kind]


def _read(file: SeriesFile, lon: float, lat: float) -> list[Series]:
    """Read the series of one file at a place."""
    read = {one.variable: one for one in read_pixel(file.path, lon, lat).series}
    windows = _windows(file.path) if file.kind == "grace" else None
    found = [
        Series(line.label, one.days, one.values, line.role, one.std, windows)
        for line in _lines(file.kind)
        for one in (read[line.variable],)
        if np.isfinite(one.values).any()
    ]
    if not found:
        raise InputError(
            tr("{file} has no data at {place}: the place was masked or never observed. Click somewhere else.").format(
                file=file.path.name, place=place_name(lon, lat)
            )
        )
    return found


def _windows(path: Path) -> FloatArray | None:
    """Return the days that each GRACE solution covers [time, 2], where the file has them."""
    with netcdf.open_dataset(path) as dataset:
        if "time_bnds" not in dataset.variables:
            return None
        return netcdf.read_days(dataset, "time_bnds", netcdf.attribute(dataset["time"], "units"))


def place_name(lon: float, lat: float) -> str:
    """Return a place as people write it."""
    return f"{abs(lat):.4f}°{'N' if lat >= 0 else 'S'} {abs(lon):.4f}°{'E' if lon >= 0 else 'W'}"


def anomalies(series: Sequence[Series]) -> list[Series]:
    """Return the series as anomalies to their own mean over the time that all of them cover.

    Where they have no time in common, each is taken to the mean of all its values.
    """
    start = max(float(one.days[0]) for one in series)
    end = min(float(one.days[-1]) for one in series)
    shifted = []
    for one in series:
        common = (one.days >= start) & (one.days <= end) & np.isfinite(one.values)
        values = one.values[common] if common.any() else one.values
        shifted.append(replace(one, values=one.values - np.nanmean(values)))
    return shifted

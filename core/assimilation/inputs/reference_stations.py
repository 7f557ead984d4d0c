"""Stations that frames are tied by, as the files of vertical displacement hold them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...files.netcdf import open_dataset, read_days, read_float
from ...files.reference_area import read_reference_area
from ...geodesy import EARTH_RADIUS

VARIABLE = "reference_up"
_SAME_PLACE_M = 3000.0
_FORMAL_STD_MM = 1.5  # of a mean of daily heights over one repeat of the satellite, where the series says none


@dataclass(frozen=True)
class ReferenceStation:
    """The station at the reference area of a frame.

    Attributes
    ----------
    name : str
        Of the station, or of the frame.
    lon, lat : float
        Middle of the reference area, degrees.
    std : float
        Standard deviation of its heights (mm).
    days, up_mm : array [time], optional
        Its series; None where the file does not hold it.
    tied_by : tuple of str
        Names of the stations by which the whole frame was tied, instead of one at the reference area.
    """

    name: str
    lon: float
    lat: float
    std: float
    days: FloatArray | None
    up_mm: FloatArray | None
    tied_by: tuple[str, ...] = ()

    @property
    def nearest_cosine(self) -> float:
        """Cosine of the angle within which a station is at the reference area."""
        return float(np.cos(_SAME_PLACE_M / EARTH_RADIUS))

    def at(self, days: FloatArray) -> FloatArray:
        """Return the heights [day] at the frame's own dates; NaN on other days."""
        heights = np.full(days.size, np.nan)
        if self.days is not None and self.up_mm is not None:
            place = np.searchsorted(self.days, days).clip(0, self.days.size - 1)
            same = np.abs(self.days[place] - days) < 0.5
            heights[same] = self.up_mm[place[same]]
        return heights


def read_reference_station(path: Path) -> ReferenceStation | None:
    """Return the station that ties a frame, or None where the file is not tied or does not say where."""
    with open_dataset(path) as dataset:
        if not str(getattr(dataset, "vertical_frame", "")).startswith("absolute"):
            return None
        tied_by = tuple(str(getattr(dataset, "tie_stations", "")).split())
        if tied_by:
            nowhere = float("nan")
            return ReferenceStation("", nowhere, nowhere, _FORMAL_STD_MM, None, up_mm=None, tied_by=tied_by)
        area = read_reference_area(dataset)
        if area is None:
            return None
        name = str(getattr(dataset, "reference_station", "")) or f"reference of {getattr(dataset, 'frame', path.stem)}"
        std = float(getattr(dataset, "reference_up_std", np.nan))
        lon, lat = area.centre
        if VARIABLE not in dataset.variables:
            return ReferenceStation(name, lon, lat, _FORMAL_STD_MM, None, up_mm=None)
        days, heights = read_days(dataset), read_float(dataset, VARIABLE)
    return ReferenceStation(name, lon, lat, std if 0 < std < np.inf else _FORMAL_STD_MM, days, up_mm=heights)

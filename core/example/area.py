"""Where the example study area lies: the box around Dali, its reference station, the load domain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..dates import day_number, parse_date
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import METRES_PER_DEGREE
from ..grid.ease2 import Grid
from .presets import Preset

LON_MIN, LON_MAX, LAT_MIN, LAT_MAX = 98.9, 101.1, 24.7, 26.7
MIDDLE_LON, MIDDLE_LAT = (LON_MIN + LON_MAX) / 2, (LAT_MIN + LAT_MAX) / 2
REFERENCE_LON, REFERENCE_LAT = 100.23125, 25.58125
"""GNSS station and reference area: a town south of the lake, on stable ground; the middle of a pixel."""

STATIONS = {
    "SYN1": (99.20, 26.40),
    "SYN2": (100.90, 26.35),
    "SYN3": (99.35, 25.05),
    "SYN4": (100.75, 24.95),
    "SYN5": (100.05, 25.75),
}
"""Further GNSS stations, away from what moves without load: longitude and latitude by name."""

KM_PER_DEGREE = METRES_PER_DEGREE / 1e3
_NET_DEG, _NET_CELLS = 2.5, 10
FIRST_DAY = day_number(parse_date("2015-07-03"))
CYCLE_DAYS = 12


def acquisition_days(preset: Preset) -> FloatArray:
    """Return the day numbers of the acquisitions [date]."""
    return FIRST_DAY + CYCLE_DAYS * np.asarray(preset.slots, dtype=np.float64)


def model_days(preset: Preset) -> FloatArray:
    """Return every 12th day from one cycle before the first acquisition to one after the last [time]."""
    return FIRST_DAY + CYCLE_DAYS * np.arange(preset.slots[0] - 1, preset.slots[-1] + 2, dtype=np.float64)


def frame_grid(preset: Preset) -> RasterGrid:
    """Return the pixels of the interferograms: the study box."""
    columns = round((LON_MAX - LON_MIN) / preset.pixel_deg)
    rows = round((LAT_MAX - LAT_MIN) / preset.pixel_deg)
    return RasterGrid(GEOGRAPHIC, LON_MIN, LAT_MAX, preset.pixel_deg, preset.pixel_deg, columns=columns, rows=rows)


@dataclass(frozen=True)
class EaseWindow:
    """Cells of the EASE-Grid 2.0 (M25).

    Attributes
    ----------
    row0, column0 : int
        First cell, in the global grid.
    grid : RasterGrid
        The cells.
    lon, lat : array [row, column]
        Their centres in degrees.
    """

    row0: int
    column0: int
    grid: RasterGrid
    lon: FloatArray
    lat: FloatArray

    @property
    def cell_radius(self) -> float:
        """Radius in m of the disk that has a cell's area."""
        return float(np.sqrt(self.grid.dx * self.grid.dy / np.pi))


def ease_window(row0: int, column0: int, rows: int, columns: int) -> EaseWindow:
    """Return a window of the M25 grid from its first cell and its size."""
    m25 = Grid("M25")
    raster = m25.window(row0, column0, rows, columns)
    lon, lat = m25.center(*np.mgrid[row0 : row0 + rows, column0 : column0 + columns])
    return EaseWindow(row0, column0, raster, np.asarray(lon), np.asarray(lat))


def load_domain(preset: Preset) -> EaseWindow:
    """Return the cells that carry load: at least +-1000 km about the box, but for the tests' preset."""
    row, column = Grid("M25").index(MIDDLE_LON, MIDDLE_LAT)
    rows, columns = preset.domain_rows, preset.domain_columns
    return ease_window(int(row) - rows // 2, int(column) - columns // 2, rows, columns)


def study_cells() -> EaseWindow:
    """Return the smallest window of whole cells that holds the study box."""
    return ease_window(*Grid("M25").covering(LON_MIN, LON_MAX, LAT_MIN, LAT_MAX))


def geographic_grid(window: EaseWindow, step_deg: float, margin_deg: float) -> RasterGrid:
    """Return the cells of a regular geographic grid that hold a window and a margin about it.

    Edges lie on multiples of `step_deg`; longitudes are -180..180.
    """
    half_lon = 0.5 * (window.lon[0, -1] - window.lon[0, 0]) / max(1, window.grid.columns - 1)
    half_lat = 0.5 * np.abs(np.diff(window.lat[:, 0])).max()
    west = np.floor((window.lon.min() - half_lon - margin_deg) / step_deg)
    east = np.ceil((window.lon.max() + half_lon + margin_deg) / step_deg)
    south = np.floor((window.lat.min() - half_lat - margin_deg) / step_deg)
    north = np.ceil((window.lat.max() + half_lat + margin_deg) / step_deg)
    columns, rows = int(east - west), int(north - south)
    return RasterGrid(
        GEOGRAPHIC, float(west * step_deg), float(north * step_deg), step_deg, step_deg, columns=columns, rows=rows
    )


def column_net() -> RasterGrid:
    """Return the coarse net of land-model columns: its centres reach beyond the load domain."""
    half = _NET_CELLS * _NET_DEG / 2
    return RasterGrid(
        GEOGRAPHIC, MIDDLE_LON - half, MIDDLE_LAT + half, _NET_DEG, _NET_DEG, columns=_NET_CELLS, rows=_NET_CELLS
    )


def offsets_km(
    lon: npt.ArrayLike, lat: npt.ArrayLike, lon0: float = MIDDLE_LON, lat0: float = MIDDLE_LAT
) -> tuple[FloatArray, FloatArray]:
    """Return east and north distance in km [..] from a place; near it, as on a plane."""
    north = (np.asarray(lat, np.float64) - lat0) * KM_PER_DEGREE
    shrink = np.cos(np.radians(0.5 * (np.asarray(lat, np.float64) + lat0)))
    east = (np.asarray(lon, np.float64) - lon0) * KM_PER_DEGREE * shrink
    return east, north

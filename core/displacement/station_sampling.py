"""Stations inside a frame, and the frame's displacement at their places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT
from ..files.points import is_points, read_places
from ..files.stations import Stations, read_stations
from ..geodesy import METRES_PER_DEGREE
from .station_tie import DEFAULT_STATION_STD_MM, LEAST_DATES, StationSamples

_NEAR_DAYS = 3.0
"""Daily positions this near to an acquisition stand for it: their mean."""
_RADIUS_KM = 1.5
"""Pixels this near to a station stand for it; the cell that holds it where pixels are cells."""
_MOST_PIXELS = 400
_FRAME_STD_MM = 5.0
"""Error of a frame's date at a place where the file names none: air over some tens of km (Hanssen 2001: 5 to 10 mm)."""


def sample_stations(source: Dataset, path: Path, up: FloatArray, days: FloatArray) -> tuple[StationSamples, FloatArray]:
    """Return the stations inside a frame with the frame at their places, and the origin (lon, lat) of the plane.

    Parameters
    ----------
    source : netCDF4.Dataset
        Series, points or gridded displacement in the line of sight.
    path : Path
        File of stations.
    up : array [row, column] or [point]
        Upward component of the line of sight.
    days : array [date]
        Of the displacement.

    Raises
    ------
    InputError
        Where no station with common dates lies inside.
    """
    stations = read_stations(path)
    lon, lat, spacing_km = _places(source)
    origin = np.array([float(np.median(lon)), float(np.median(lat))])
    flat_up = up.ravel()
    found: list[tuple[str, float, float, float, FloatArray, FloatArray, float]] = []
    for number, name in enumerate(stations.names):
        place = np.array([stations.lon[number], stations.lat[number]])
        distance = _distance_km(lon, lat, place)
        near = np.flatnonzero((distance <= max(_RADIUS_KM, 0.75 * spacing_km)) & np.isfinite(flat_up))
        if not near.size:
            continue
        near = near[np.argsort(distance[near], kind="stable")[:_MOST_PIXELS]]
        if spacing_km > _RADIUS_KM:
            near = near[:1]
        frame, look = _frame_at(source, near, flat_up)
        position, std = _at_days(stations, number, days)
        if np.count_nonzero(np.isfinite(frame) & np.isfinite(position)) < LEAST_DATES:
            continue
        east, north = _plane_km(place, origin)
        total = float(np.hypot(look * std, _frame_std(source, near)))
        found.append((name, east, north, look, position, frame, total))
    if not found:
        raise InputError(
            f"STATIONS: none of the stations of {path} ({', '.join(stations.names[:10])}) lies inside the frame with "
            f"{LEAST_DATES} dates in common between {date_of(float(days[0]))} and {date_of(float(days[-1]))}."
        )
    names, east_km, north_km, looks, positions, frames, stds = zip(*found)
    numbers = (np.array(values, dtype=np.float64) for values in (east_km, north_km, looks, positions, frames, stds))
    return StationSamples(tuple(names), *numbers), origin


def plane_of(source: Dataset, origin: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the distances in km to the east and north of the origin of every pixel, shaped as they are."""
    lon, lat, _ = _places(source)
    east, north = _plane_km(np.stack([lon, lat]), origin)
    shape = netcdf.read_grid(source).shape if not is_points(source) else lon.shape
    return np.asarray(east).reshape(shape), np.asarray(north).reshape(shape)


def _places(source: Dataset) -> tuple[FloatArray, FloatArray, float]:
    """Return longitude and latitude of all pixels, flat, and their spacing in km."""
    if is_points(source):
        lon, lat = read_places(source)
        return lon, lat, 0.0
    grid = netcdf.read_grid(source)
    lon, lat = grid.lon_lat()
    spacing = grid.dy * (METRES_PER_DEGREE if grid.is_geographic else 1.0) / 1000.0
    return lon.ravel(), lat.ravel(), spacing


def _plane_km(place: FloatArray, origin: FloatArray) -> tuple[Any, Any]:
    turn = (place[0] - origin[0] + 180.0) % 360.0 - 180.0
    per_degree = METRES_PER_DEGREE / 1000.0
    return turn * per_degree * np.cos(np.radians(origin[1])), (place[1] - origin[1]) * per_degree


def _distance_km(lon: FloatArray, lat: FloatArray, place: FloatArray) -> FloatArray:
    east, north = _plane_km(np.stack([lon, lat]), place)
    return np.asarray(np.hypot(east, north))


def _frame_at(source: Dataset, pixels: IntArray, up: FloatArray) -> tuple[FloatArray, float]:
    """Return the mean displacement of pixels [date], of those with most dates, and their look's upward component."""
    variable = source.variables[DISPLACEMENT]
    if variable.ndim == 2:
        rows = slice(int(pixels.min()), int(pixels.max()) + 1)
        values = netcdf.read_float(source, DISPLACEMENT, (slice(None), rows))[:, pixels - rows.start]
        there = np.isfinite(values)
    else:
        row, column = np.divmod(pixels, variable.shape[2])
        box = (
            slice(None),
            slice(int(row.min()), int(row.max()) + 1),
            slice(int(column.min()), int(column.max()) + 1),
        )
        inside = (slice(None), row - row.min(), column - column.min())
        values = netcdf.read_float(source, DISPLACEMENT, box)[inside]
        there = np.isfinite(values)
        for name, keep in (("determined", 1), ("part", None)):
            if name in source.variables:
                source.variables[name].set_auto_mask(False)  # 0, the first part, is its fill value
                stored = netcdf.read_float(source, name, box)[inside]
                first = np.nanmin(np.where(there, stored, np.nan)) if there.any() else 0
                there &= stored == (first if keep is None else keep)
    values = np.where(there, values, np.nan)
    count = there.sum(axis=0)
    best = count == count.max()
    return values[:, best].mean(axis=1), float(np.mean(up[pixels[best]]))


def _frame_std(source: Dataset, pixels: IntArray) -> float:
    for name in ("error_std", "air_std"):
        if name in source.variables:
            values = netcdf.read_float(source, name).ravel()[pixels]
            if np.isfinite(values).any():
                return max(1.0, float(np.nanmedian(values)))
    return _FRAME_STD_MM


def _at_days(stations: Stations, number: int, days: FloatArray) -> tuple[FloatArray, float]:
    """Return a station's mean position about each day [date], NaN where it has none, and its typical error."""
    there = np.isfinite(stations.up_mm[number])
    own, up = stations.days[there], stations.up_mm[number][there]
    total = np.concatenate([[0.0], np.cumsum(up)])
    low = np.searchsorted(own, days - _NEAR_DAYS, side="left")
    high = np.searchsorted(own, days + _NEAR_DAYS, side="right")
    count = high - low
    mean = np.where(count > 0, (total[high] - total[low]) / np.maximum(count, 1), np.nan)
    std = stations.up_std_mm[number][there]
    known = std[np.isfinite(std) & (std > 0)]
    typical = float(np.median(known)) if known.size else DEFAULT_STATION_STD_MM
    return mean, typical  # errors of neighbouring days are much the same: no gain by the mean is counted on

"""Lakes and reservoirs: polygons whose water level changes."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of, day_number, parse_date
from ..errors import InputError
from ..files.tables import Table, read_table
from ..geodesy import EARTH_RADIUS, half_chord_squared, unit_vectors
from ..grid.regions import Polygons, read_polygons
from .cells import authalic_latitude
from .disk import vertical_response
from .love_numbers import LoveNumbers
from .polygons import CenterUplift, edge_integral, signed_area, uplift_of

_TIERS = ((3.0, 20), (15.0, 6))
"""Distances in extents of a ring, and the nodes along each edge up to there; beyond, the ring is a disk."""
_PAIRS_AT_ONCE = 20_000
_DATE_NAMES = {"date", "datetime", "time", "day", "yyyymmdd"}
_LEVEL_NAMES = {"level", "height", "elevation", "wse"}
_SPREADS = {"error", "std", "sigma", "uncertainty"}
_METRES = {"m": 1.0, "metre": 1.0, "metres": 1.0, "meter": 1.0, "meters": 1.0, "cm": 0.01, "mm": 0.001}
_FILLS = {99.99, 999.99, 9999.99, -9999.0}


class LakeLoad:
    """Displacement of points by lakes that rise and fall together.

    Parameters
    ----------
    polygons : Path
        Vector file; all its polygons are water.
    levels : Path
        CSV of ``date,level_m``: the water level along time. Its mean is taken away: what counts is the change.
    lon, lat : array [point]
        Where the displacement is wanted, degrees on the authalic sphere.
    love_numbers : LoveNumbers
        Of the Earth.
    """

    def __init__(
        self, polygons: Path, levels: Path, lon: FloatArray, lat: FloatArray, love_numbers: LoveNumbers
    ) -> None:
        self._path = Path(levels)
        self._days, self._level = read_levels(self._path)
        self._response = lake_response(read_polygons(Path(polygons)), lon, lat, love_numbers)

    def displacement(self, days: FloatArray) -> FloatArray:
        """Return the vertical displacement [time, point] in mm at `days`.

        Raises
        ------
        InputError
            Where the levels do not reach over the days.
        """
        if days.min() < self._days[0] - 1 or days.max() > self._days[-1] + 1:
            raise InputError(
                f"{self._path} gives water levels from {date_of(self._days[0])} to {date_of(self._days[-1])}, but they "
                f"are needed from {date_of(float(days.min()))} to {date_of(float(days.max()))}."
            )
        level = np.interp(days, self._days, self._level - self._level.mean())
        return np.asarray(level[:, None] * self._response)


def read_levels(path: Path) -> tuple[FloatArray, FloatArray]:
    """Return days [time] and levels [time] (m) of a table with the columns date and level_m.

    A header may name them otherwise (``datetime``, ``water_level (m)``, ``height``), among other
    columns; without a header they are the first two. Commas, semicolons, tabs or blanks
    separate columns, and lines with ``#`` are remarks. Levels of 99.99, 999.99, 9999.99 stand for none.

    Raises
    ------
    InputError
        Where a line is not a date and a number, the unit is none of m, cm and mm, or there are fewer than two.
    """
    table = read_table(path, "a table of water levels (date,level_m)")
    date_column, level_column, scale = _level_columns(table)
    rows: list[tuple[float, float]] = []
    for line, cells in table.rows:
        try:
            day = float(day_number(parse_date(cells[date_column])))
            level = table.number(cells[level_column].partition("#")[0], line)
        except (InputError, IndexError):
            raise InputError(f"{path}, line {line}: write a date and a level in metres: 2018-12-31,1965.3.") from None
        if np.isfinite(level) and level not in _FILLS:
            rows.append((day, scale * level))
    if len(rows) < 2:
        raise InputError(f"{path}: two water levels or more are needed, each a date and a number of metres.")
    days, level_m = np.array(sorted(rows)).T
    if np.any(np.diff(days) == 0):
        raise InputError(f"{path}: the same date occurs twice.")
    return days, level_m


def _level_columns(table: Table) -> tuple[int, int, float]:
    """Return the columns of date and level, and the metres in a unit of the level."""
    names = [[word for word in re.split(r"[^a-z]+", name.lower()) if word] for name in table.header]
    dates = [k for k, words in enumerate(names) if words and words[0] in _DATE_NAMES]
    levels = [k for k, words in enumerate(names) if set(words) & _LEVEL_NAMES and not set(words) & _SPREADS]
    if not table.header:
        return 0, 1, 1.0
    if not dates or not levels:
        raise InputError(f"{table.path} has the columns {', '.join(table.header)}: date and level_m are needed.")
    unit = next((word for word in names[levels[0]] if word in _METRES), "m")
    return dates[0], levels[0], _METRES[unit]


def lake_response(polygons: Polygons, lon: FloatArray, lat: FloatArray, love_numbers: LoveNumbers) -> FloatArray:
    """Return the displacement [point] under one metre of water on polygons, mm.

    Edges are integrated for points near a ring; for points far from it the ring is the disk of its area.

    Parameters
    ----------
    polygons : Polygons
        Outer rings anticlockwise, holes clockwise, in geodetic degrees.
    lon, lat : array [point]
        Degrees on the authalic sphere.
    love_numbers : LoveNumbers
        Of the Earth; degree 0 is dropped.
    """
    points = unit_vectors(lon, lat)
    uplift = uplift_of(love_numbers)
    total = np.zeros(lon.size)
    for ring in polygons.rings:
        corners = unit_vectors(ring[:-1, 0], authalic_latitude(ring[:-1, 1]))
        area = signed_area(corners)
        center = corners.mean(axis=0)
        center /= np.linalg.norm(center)
        extent = 2 * math.asin(math.sqrt(float(half_chord_squared(corners, center[None]).max())))
        away = 2 * np.arcsin(np.sqrt(half_chord_squared(points, center[None])[:, 0]))
        start = 0.0
        for reach, nodes in _TIERS:
            stop = min(reach * extent, math.radians(60.0))
            some = np.flatnonzero((away >= start) & (away < stop))
            total[some] += _along_edges(points[some], corners, uplift, nodes)
            start = max(start, stop)
        far = np.flatnonzero(away >= start)
        radius = 2 * math.asin(math.sqrt(abs(area) / (4 * math.pi))) * EARTH_RADIUS
        if far.size:
            response = vertical_response(away[far] * EARTH_RADIUS, radius, love_numbers)
            total[far] += math.copysign(1.0, area) * response
    return total


def _along_edges(points: FloatArray, corners: FloatArray, uplift: CenterUplift, nodes: int) -> FloatArray:
    following = np.roll(corners, -1, axis=0)
    result = np.zeros(len(points))
    size = max(1, _PAIRS_AT_ONCE // len(corners))
    for start in range(0, len(points), size):
        some = points[start : start + size, None, :]
        shape = (some.shape[0], *corners.shape)
        parts = edge_integral(np.broadcast_to(some, shape), corners[None], following[None], uplift, nodes)
        result[start : start + size] = parts.sum(axis=1)
    return result

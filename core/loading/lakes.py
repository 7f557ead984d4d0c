"""Lakes and reservoirs: polygons whose water level changes."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of, day_number, parse_date
from ..errors import InputError
from ..geodesy import EARTH_RADIUS, half_chord_squared, unit_vectors
from ..grid.regions import Polygons, read_polygons
from .cells import authalic_latitude
from .disk import vertical_response
from .love_numbers import LoveNumbers
from .polygons import CenterUplift, edge_integral, signed_area, uplift_of

_TIERS = ((3.0, 20), (15.0, 6))
"""Distances in extents of a ring, and the nodes along each edge up to there; beyond, the ring is a disk."""
_PAIRS_AT_ONCE = 20_000


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
    """Return days [time] and levels [time] (m) of a CSV with the columns date and level_m.

    Raises
    ------
    InputError
        Where a line is not a date and a number, or there are fewer than two.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a table of water levels: {error}.") from error
    rows: list[tuple[float, float]] = []
    for number, line in enumerate(lines, 1):
        words = [word.strip() for word in line.split("#")[0].split(",")]
        if not any(words) or (not rows and words[0].lower() == "date"):
            continue
        try:
            rows.append((float(day_number(parse_date(words[0]))), float(words[1])))
        except (InputError, IndexError, ValueError):
            raise InputError(f"{path}, line {number}: write a date and a level in metres: 2018-12-31,1965.3.") from None
    if len(rows) < 2 or not np.all(np.isfinite(rows)):
        raise InputError(f"{path}: two water levels or more are needed, each a date and a number of metres.")
    days, level = np.array(sorted(rows)).T
    if np.any(np.diff(days) == 0):
        raise InputError(f"{path}: the same date occurs twice.")
    return days, level


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

"""Coasts and borders for maps: lines of Natural Earth (public domain, naturalearthdata.com), simplified to 0.03°.

``tools/make_outlines.py`` makes the file. Borders are those of Natural Earth; they say where a map lies, no more.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points

_FILE = Path(__file__).resolve().parent / "data" / "outlines.npz"
_UNITS_PER_DEGREE = 100.0  # of the file


@lru_cache(maxsize=1)
def _world() -> tuple[FloatArray, FloatArray]:
    """Return longitudes and latitudes of all lines, a NaN after each line."""
    with np.load(_FILE, allow_pickle=False) as stored:
        lengths, steps = stored["lengths"], np.stack([stored["dx"], stored["dy"]], axis=1).astype(np.int64)
    # The first point of a line is stored as it is, each other one as the step to it.
    total = np.cumsum(steps, axis=0)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    before = np.where(starts[:, None] > 0, total[starts - 1], 0)
    points = (total - np.repeat(before, lengths, axis=0)) / _UNITS_PER_DEGREE
    points = np.insert(points, np.cumsum(lengths), np.nan, axis=0)
    return points[:, 0], points[:, 1]


def outlines_on(grid: RasterGrid) -> tuple[FloatArray, FloatArray]:
    """Return the coasts and borders about a grid, in its coordinates.

    Parameters
    ----------
    grid : RasterGrid
        Of the map; longitudes may be counted to 180 or to 360.

    Returns
    -------
    tuple of array
        x and y of points along lines, NaN between lines; empty where the map shows none. Lines go on a little beyond
        the grid.
    """
    corners_x = np.linspace(grid.x_min, grid.x_min + grid.dx * grid.columns, 9)
    corners_y = np.linspace(grid.y_max - grid.dy * grid.rows, grid.y_max, 9)
    x, y = (side.ravel() for side in np.meshgrid(corners_x, corners_y))
    lon, lat = (x, y) if grid.is_geographic else transform_points(x, y, grid.crs, GEOGRAPHIC)
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        return np.array([]), np.array([])
    margin = 0.02 * max(np.ptp(lon), np.ptp(lat), 1.0)
    found: list[tuple[FloatArray, FloatArray]] = []
    world_lon, world_lat = _world()
    for turn in (-360.0, 0.0, 360.0) if grid.is_geographic else (0.0,):
        there = world_lon + turn
        inside = (there > lon.min() - margin) & (there < lon.max() + margin)
        inside &= (world_lat > lat.min() - margin) & (world_lat < lat.max() + margin)
        # Keep the points on both ends of every side that touches the map, and a gap where one leaves it.
        near = inside.copy()
        near[:-1] |= inside[1:]
        near[1:] |= inside[:-1]
        keep = near.copy()
        keep[1:] |= near[:-1]
        if not near.any():
            continue
        part = np.where(near, there, np.nan)[keep], np.where(near, world_lat, np.nan)[keep]
        found.append((np.append(part[0], np.nan), np.append(part[1], np.nan)))
    if not found:
        return np.array([]), np.array([])
    lon, lat = (np.concatenate([part[side] for part in found]) for side in (0, 1))
    if grid.is_geographic:
        return lon, lat
    x, y = transform_points(lon, lat, GEOGRAPHIC, grid.crs)
    lost = ~(np.isfinite(x) & np.isfinite(y))
    return np.where(lost, np.nan, x), np.where(lost, np.nan, y)

"""Cells between meridians and parallels, and their exact response within a few cells' distance.

Latitudes are mapped to the authalic sphere, on which every cell has its true area. That holds for
EASE-Grid 2.0 and for grids of longitude and latitude alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InputError
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import EARTH_RADIUS, transform_points, unit_vectors
from .constants import AUTHALIC_RADIUS, MM_PER_METRE_OF_WATER
from .love_numbers import LoveNumbers
from .polygons import edge_integral, uplift_of

NEAR_CELLS = 4
"""Longer sides of a cell away up to which its shape counts; beyond, it is the disk of its area."""
_ECCENTRICITY_SQUARED = 0.00669437999014  # WGS84
_CLOSE = 1.6
_PAIRS_AT_ONCE = 4096


@dataclass(frozen=True)
class GridCells:
    """Cells of a grid whose edges are meridians and parallels, on the authalic sphere.

    Attributes
    ----------
    lon, lat : array [cell]
        Centres, degrees.
    south, north : array [cell]
        Parallels of the edges, degrees.
    half_width : array [cell]
        From the centre to the meridians of the edges, degrees.
    radius : array [cell]
        Of the disk with the cell's area, m.
    """

    lon: FloatArray
    lat: FloatArray
    south: FloatArray
    north: FloatArray
    half_width: FloatArray
    radius: FloatArray

    def part(self, chosen: BoolArray | IntArray) -> GridCells:
        """Return some of the cells."""
        names = ("lon", "lat", "south", "north", "half_width", "radius")
        return GridCells(*(getattr(self, name)[chosen] for name in names))


def grid_cells(grid: RasterGrid) -> GridCells:
    """Return the cells of a grid, row by row from the north.

    Raises
    ------
    InputError
        Where columns are not meridians or rows not parallels (UTM and the like).
    """
    x = grid.x_min + np.arange(grid.columns + 1) * grid.dx
    y = grid.y_max - np.arange(grid.rows + 1) * grid.dy
    lon_edges, lat_edges = (x, y) if grid.is_geographic else _edges(grid, x, y)
    lat_edges = authalic_latitude(np.clip(lat_edges, -90, 90))
    lon = (lon_edges[:-1] + lon_edges[1:]) / 2
    _, lat_centres = (grid.x, grid.y) if grid.is_geographic else _edges(grid, grid.x, grid.y)
    lat = authalic_latitude(np.clip(lat_centres, -90, 90))
    height = np.abs(np.diff(np.sin(np.radians(lat_edges))))
    width = np.full(grid.columns, (lon_edges[-1] - lon_edges[0]) / grid.columns)
    # A spherical cap of the same area: sin^2(alpha / 2) = area / (4 pi).
    part = np.radians(width)[None, :] * height[:, None] / (4 * math.pi)
    radius = 2 * np.arcsin(np.sqrt(part)) * EARTH_RADIUS
    if np.ptp(radius) < 1e-8 * radius[0, 0]:
        # An equal-area grid: what differs is rounding.
        radius[...] = radius.mean()
    shape = grid.shape

    def rows(values: FloatArray) -> FloatArray:
        return np.ascontiguousarray(np.broadcast_to(values[:, None], shape)).ravel()

    def columns(values: FloatArray) -> FloatArray:
        return np.ascontiguousarray(np.broadcast_to(values[None, :], shape)).ravel()

    return GridCells(
        columns(lon), rows(lat), rows(lat_edges[1:]), rows(lat_edges[:-1]), columns(width / 2), radius=radius.ravel()
    )


def _edges(grid: RasterGrid, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the longitudes of lines of x and the latitudes of lines of y of a cylindrical projection."""
    lon, lat = transform_points(x, np.full(x.size, y[y.size // 2]), grid.crs, GEOGRAPHIC)
    other_lon, _ = transform_points(x, np.full(x.size, y[0]), grid.crs, GEOGRAPHIC)
    _, lat = transform_points(np.full(y.size, x[x.size // 2]), y, grid.crs, GEOGRAPHIC)
    _, other_lat = transform_points(np.full(y.size, x[0]), y, grid.crs, GEOGRAPHIC)
    if not (np.allclose(lon, other_lon, atol=1e-7) and np.allclose(lat, other_lat, atol=1e-7)):
        raise InputError(
            "The rows of this grid are not parallels of latitude: bring the storage to EASE-Grid 2.0 "
            "(Import storage does) or to longitude and latitude."
        )
    # Beyond the date line projections wrap to the other side.
    lon = np.unwrap(lon, period=360.0)
    return lon - 360.0 * np.round(lon.mean() / 360.0), lat


def authalic_latitude(latitude: npt.ArrayLike) -> FloatArray:
    """Return the latitude [..] (degrees) on the sphere of the ellipsoid's area, of geodetic latitudes [..] on WGS84.

    Snyder (1987), eq. 3-11 and 3-12: the area south of a parallel is the same.
    """
    sine = np.sin(np.radians(np.asarray(latitude, np.float64)))
    return np.asarray(np.degrees(np.arcsin(np.clip(_area(sine) / float(_area(np.ones(1))[0]), -1, 1))))


def _area(sine: FloatArray) -> FloatArray:
    e = math.sqrt(_ECCENTRICITY_SQUARED)
    inner = sine / (1 - _ECCENTRICITY_SQUARED * sine**2) + np.arctanh(e * sine) / e
    return np.asarray((1 - _ECCENTRICITY_SQUARED) * inner)


class ExactCells:
    """Exact response of nearby cells.

    Parameters
    ----------
    cells : GridCells
        One representative for each row is enough where they are asked for by row.
    love_numbers : LoveNumbers
        Of the Earth.
    keep_degree_zero : bool
        As in :func:`.disk.vertical_response`.
    """

    def __init__(self, cells: GridCells, love_numbers: LoveNumbers, keep_degree_zero: bool = False) -> None:
        self._cells = cells
        self._uplift = uplift_of(love_numbers)
        self._extent = np.maximum(*_arcs(cells.north - cells.south, 2 * cells.half_width, cells.lat))
        self._reach = (NEAR_CELLS + 0.5) * self._extent
        zero = MM_PER_METRE_OF_WATER * float(love_numbers.h[0]) if keep_degree_zero else 0.0
        self._degree_zero = zero * np.sin(cells.radius / EARTH_RADIUS / 2) ** 2

    def replace_rows(self, values: FloatArray, latitude: float, difference: FloatArray) -> None:
        """Put exact responses in place of those of disks, where cells are near a row of points.

        Parameters
        ----------
        values : array [cell, difference]
            mm per m of water; changed in place.
        latitude : float
            Of the points, degrees on the sphere.
        difference : array [difference]
            Longitude of a point less that of a cell, degrees.
        """
        east = np.mod(difference + 180.0, 360.0) - 180.0
        up, across = _arcs((latitude - self._cells.lat)[:, None], east[None, :], self._cells.lat[:, None])
        cell, place = np.nonzero(np.hypot(up, across) < self._reach[:, None])
        values[cell, place] = self.response(cell, np.full(cell.size, latitude), east[place])

    def replace_pairs(self, values: FloatArray, lon: FloatArray, lat: FloatArray) -> None:
        """Put exact responses in place of those of disks, where cells are near points.

        Parameters
        ----------
        values : array [point, cell]
            mm per m of water; changed in place.
        lon, lat : array [point]
            Degrees on the sphere.
        """
        east = np.mod(lon[:, None] - self._cells.lon + 180.0, 360.0) - 180.0
        up, across = _arcs(lat[:, None] - self._cells.lat, east, self._cells.lat)
        point, cell = np.nonzero(np.hypot(up, across) < self._reach)
        values[point, cell] = self.response(cell, lat[point], east[point, cell])

    def replace_list(self, values: FloatArray, cell: IntArray, lat: FloatArray, east: FloatArray) -> None:
        """As :meth:`replace_pairs`, for pairs in a list: `east` is the point's longitude less the cell's."""
        up, across = _arcs(lat - self._cells.lat[cell], east, self._cells.lat[cell])
        near = np.flatnonzero(np.hypot(up, across) < self._reach[cell])
        values[near] = self.response(cell[near], lat[near], east[near])

    def response(self, number: IntArray, point_lat: FloatArray, lon_difference: FloatArray) -> FloatArray:
        """Return the response [pair] of cells `number` [pair], mm per m of water."""
        cells = self._cells
        up, across = _arcs(point_lat - cells.lat[number], lon_difference, cells.lat[number])
        close = np.hypot(up, across) < _CLOSE * self._extent[number]
        result = np.empty(number.size)
        # Parallels are cut into great circles of the same mean latitude.
        for chosen, pieces, nodes in ((close, 4, 20), (~close, 2, 8)):
            places = np.flatnonzero(chosen)
            for start in range(0, places.size, _PAIRS_AT_ONCE):
                some = places[start : start + _PAIRS_AT_ONCE]
                result[some] = self._rectangles(number[some], point_lat[some], lon_difference[some], pieces, nodes)
        return result + self._degree_zero[number]

    def _rectangles(
        self, number: IntArray, point_lat: FloatArray, lon_difference: FloatArray, pieces: int, nodes: int
    ) -> FloatArray:
        cells = self._cells
        part = np.linspace(-1, 1, pieces + 1)
        across = -lon_difference[:, None] + cells.half_width[number][:, None] * part
        step = np.radians(2 * cells.half_width[number] / pieces)
        south = unit_vectors(across, np.broadcast_to(_corner(cells.south[number], step)[:, None], across.shape))
        north = unit_vectors(across, np.broadcast_to(_corner(cells.north[number], step)[:, None], across.shape))
        # Anticlockwise: along the south to the east, up, back along the north, down.
        ring = np.concatenate([south, north[:, ::-1]], axis=1)
        point = unit_vectors(np.zeros(number.size), point_lat)[:, None, :]
        following = np.roll(ring, -1, axis=1)
        parts = edge_integral(np.broadcast_to(point, ring.shape), ring, following, self._uplift, nodes)
        return np.asarray(parts.sum(axis=1))


def _arcs(latitude: FloatArray, longitude: FloatArray, at: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the lengths of differences of latitude and longitude, in degrees of arc."""
    return np.abs(latitude), np.abs(longitude) * np.cos(np.radians(at))


def _corner(latitude: FloatArray, step: FloatArray) -> FloatArray:
    """Return the latitude (degrees) of corners whose great circles keep the area below a parallel.

    A great circle over a step of longitude (radians) bows poleward of the parallel by two thirds of its
    sagitta on average.
    """
    phi = np.radians(latitude)
    return np.asarray(np.degrees(phi - np.sin(phi) * np.cos(phi) * step**2 / 12))


def cell_area(cells: GridCells) -> FloatArray:
    """Return the area [cell] in m2 on the authalic sphere."""
    height = np.sin(np.radians(cells.north)) - np.sin(np.radians(cells.south))
    return np.asarray(AUTHALIC_RADIUS**2 * np.radians(2 * cells.half_width) * height)

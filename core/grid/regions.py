"""Polygons of any vector file, and the exact part of every grid cell that lies inside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files.raster import GEOGRAPHIC, RasterGrid, gdal
from ..files.trial import open_for_trial
from ..geodesy import transform_points
from .ease2 import is_ease2

# Straight edges stay straight in the file's own reference system. Vertices are added so that an edge's image in
# another one is off by less than a metre: sagitta L^2 / (8 R) for 5 km, R D^2 / 8 for 0.05 degrees.
_STEP_M = 5000.0
_STEP_DEG = 0.05
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Polygons:
    """The area that a vector file's polygons cover together.

    Attributes
    ----------
    rings : tuple of array [vertex, 2]
        Closed rings in longitude and latitude, densely enough that the edges may be drawn straight in any
        projection; outer rings run counter-clockwise, holes clockwise.
    source : str
        File, for messages.
    """

    rings: tuple[FloatArray, ...]
    source: str


def read_polygons(path: Path) -> Polygons:
    """Return the union of all polygons of the first layer that has some.

    Parameters
    ----------
    path : Path
        Any vector file that GDAL reads, in any reference system (longitude and latitude where it names none).

    Raises
    ------
    InputError
        Where the file cannot be read, holds no polygon, or has no reference system and no degrees.
    """
    path = Path(path)
    gdal()
    from osgeo import ogr, osr

    ogr.UseExceptions()
    osr.UseExceptions()
    if not path.exists():
        raise InputError(f"{path} does not exist: choose a polygon layer.")
    try:
        open_for_trial(path, "vector")
        dataset = ogr.Open(str(path))
    except RuntimeError as error:
        raise InputError(f"{path} cannot be read as a vector layer: {error}") from error
    if dataset is None:
        raise InputError(f"{path} cannot be read as a vector layer: choose a polygon layer.")
    for number in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(number)
        try:
            parts = [part for feature in layer for part in _polygons_in(feature.GetGeometryRef())]
            rings = tuple(_rings(_in_degrees(_union(parts), layer.GetSpatialRef(), path))) if parts else ()
        except (RuntimeError, ValueError, IndexError) as error:  # GDAL's and GEOS's: a ring of two points, NaN ...
            raise InputError(f"{path} holds a polygon that cannot be used ({error}): repair its geometry.") from error
        if rings:
            if not all(np.isfinite(ring).all() for ring in rings):
                raise InputError(f"{path} holds a polygon with coordinates that are no numbers: repair its geometry.")
            return Polygons(rings, str(path))
    raise InputError(f"{path} holds no polygon: choose a layer of polygons (points and lines have no area).")


def _polygons_in(geometry: Any) -> Iterator[Any]:
    """Yield the simple polygons in a geometry of any kind, valid and without curves."""
    from osgeo import ogr

    if geometry is None or geometry.IsEmpty():
        return
    flat = geometry.GetLinearGeometry()
    flat.FlattenTo2D()
    flat.CloseRings()
    kind = ogr.GT_Flatten(flat.GetGeometryType())
    if kind == ogr.wkbPolygon:
        if flat.IsValid():
            yield flat.Clone()
            return
        mended = flat.MakeValid()
        if mended is not None and ogr.GT_Flatten(mended.GetGeometryType()) == ogr.wkbPolygon:
            yield mended
        else:
            yield from _polygons_in(mended)
    else:
        for number in range(flat.GetGeometryCount()):
            yield from _polygons_in(flat.GetGeometryRef(number))


def _union(parts: list[Any]) -> Any:
    """Return the union: where polygons overlap, the common part counts once."""
    from osgeo import ogr

    collection = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in parts:
        collection.AddGeometry(part)
    return collection.UnionCascaded()


def _in_degrees(geometry: Any, crs: Any, path: Path) -> Any:
    """Return the geometry in longitude and latitude, with vertices added along its edges."""
    from osgeo import osr

    if crs is None:
        west, east, south, north = geometry.GetEnvelope()
        if west < -360 or east > 360 or south < -90 or north > 90:
            raise InputError(f"{path} names no reference system and its coordinates are not degrees: define it.")
    else:
        crs = crs.Clone()
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        if not crs.IsGeographic():
            geometry.Segmentize(_STEP_M / crs.GetLinearUnits())
        target = osr.SpatialReference()
        target.SetFromUserInput(GEOGRAPHIC)
        target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        try:
            geometry.Transform(osr.CoordinateTransformation(crs, target))
        except RuntimeError as error:
            raise InputError(f"{path} cannot be brought to longitude and latitude: {error}") from error
    geometry.Segmentize(_STEP_DEG)
    return geometry


def _rings(geometry: Any) -> Iterator[FloatArray]:
    """Yield the rings [vertex, 2], outer ones counter-clockwise and holes clockwise."""
    from osgeo import ogr

    if ogr.GT_Flatten(geometry.GetGeometryType()) != ogr.wkbPolygon:
        for number in range(geometry.GetGeometryCount()):
            yield from _rings(geometry.GetGeometryRef(number))
        return
    for number in range(geometry.GetGeometryCount()):
        ring = np.array(geometry.GetGeometryRef(number).GetPoints(), dtype=np.float64)[:, :2]
        wanted = 1.0 if number == 0 else -1.0
        yield ring if np.sign(_signed_area(ring)) == wanted else ring[::-1]


def _signed_area(ring: FloatArray) -> float:
    x, y = (ring - ring[0]).T
    return float(0.5 * np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def cell_fractions(polygons: Polygons, grid: RasterGrid) -> FloatArray:
    """Return the part (0..1) of each cell that lies inside the polygons.

    Exact: every edge is cut where it crosses from cell to cell; a piece adds the area to its right, in its own
    cell in part and in the rest of the row in full (the trapezium rule of polygon areas, cell by cell).

    Parameters
    ----------
    polygons : Polygons
        From :func:`read_polygons`.
    grid : RasterGrid
        In longitude and latitude or any projection; parts of areas are those in the grid's own plane.

    Returns
    -------
    array [row, column]
        Float64.

    Raises
    ------
    InputError
        Where the polygons lie outside the grid.
    """
    vertices = np.concatenate(polygons.rings)
    ring = np.repeat(np.arange(len(polygons.rings)), [len(ring) for ring in polygons.rings])
    within = ring[1:] == ring[:-1]
    total = np.zeros(grid.shape)
    for turn in turns_of_longitude(grid):
        column, row = in_cells(vertices, grid, turn)
        edges = np.column_stack([column[:-1], row[:-1], column[1:], row[1:]])
        total += _covered(edges[within], *grid.shape)
    total[np.abs(total) < _ROUNDING] = 0.0
    if not np.any(total > 0):
        raise InputError(f"{polygons.source}: its polygons lie outside the grid. Choose a region inside the data.")
    return np.clip(np.where(total > 1 - _ROUNDING, 1.0, total), 0.0, 1.0)


def turns_of_longitude(grid: RasterGrid) -> tuple[float, ...]:
    """Return turns of longitude under which polygons may meet a grid whose x is longitude or proportional to it.

    Parameters
    ----------
    grid : RasterGrid
        To meet.

    Returns
    -------
    tuple of float
        In degrees.
    """
    return (-360.0, 0.0, 360.0) if grid.is_geographic or is_ease2(grid.crs) else (0.0,)


def in_cells(vertices: FloatArray, grid: RasterGrid, turn: float) -> tuple[FloatArray, FloatArray]:
    """Return vertices [vertex, 2] as columns and rows, real numbers from the grid's upper left corner.

    Parameters
    ----------
    vertices : array [vertex, 2]
        Longitude and latitude in degrees.
    grid : RasterGrid
        To express them in.
    turn : float
        Degrees that are added to the longitudes.

    Returns
    -------
    column, row : array [vertex]
        0 at the left and the upper edge.
    """
    lon, lat = vertices[:, 0] + turn, vertices[:, 1]
    if grid.is_geographic:
        x, y = lon, lat
    elif is_ease2(grid.crs):
        # By proportion, since the projection would bring longitudes beyond 180 degrees to the other side.
        metres_per_degree = float(transform_points(1.0, 0.0, GEOGRAPHIC, grid.crs)[0])
        x, y = lon * metres_per_degree, transform_points(np.zeros_like(lat), lat, GEOGRAPHIC, grid.crs)[1]
    else:
        x, y = transform_points(lon, lat, GEOGRAPHIC, grid.crs)
    return (x - grid.x_min) / grid.dx, (grid.y_max - y) / grid.dy


def _covered(edges: FloatArray, rows: int, columns: int) -> FloatArray:
    """Return the signed area to the right of the edges in every cell [row, column]."""
    x0, y0, x1, y1 = edges.T
    meets = (np.maximum(y0, y1) > 0) & (np.minimum(y0, y1) < rows) & (np.minimum(x0, x1) < columns) & (y0 != y1)
    x0, y0, x1, y1 = (values[meets] for values in (x0, y0, x1, y1))
    # Pieces within one row, then within one cell. Rows count downwards, so a counter-clockwise ring has the
    # inside to the right of its edges that go down the page, that is, with the row rising.
    x0, y0, x1, y1 = _cut(x0, y0, x1, y1, along_y=True)
    row = np.floor(0.5 * (y0 + y1)).astype(np.intp)
    inside = (row >= 0) & (row < rows)
    x0, y0, x1, y1 = _cut(x0[inside], y0[inside], x1[inside], y1[inside], along_y=False)
    row = np.floor(0.5 * (y0 + y1)).astype(np.intp)
    middle = np.maximum(0.5 * (x0 + x1), 0.0)
    column = np.floor(middle).astype(np.intp)
    keep = (column < columns) & (row >= 0) & (row < rows)
    height, cell = (y1 - y0)[keep], (row * columns + column)[keep]
    own = np.bincount(cell, height * (column + 1 - middle)[keep], rows * columns).reshape(rows, columns)
    full = np.bincount(cell, height, rows * columns).reshape(rows, columns)
    own[:, 1:] += np.cumsum(full, axis=1)[:, :-1]
    return np.asarray(own, dtype=np.float64)


def _cut(
    x0: FloatArray, y0: FloatArray, x1: FloatArray, y1: FloatArray, along_y: bool
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Cut segments where one coordinate is a whole number."""
    start, stop = (y0, y1) if along_y else (x0, x1)
    low, high = np.minimum(start, stop), np.maximum(start, stop)
    first = np.floor(low) + 1
    crossings = np.maximum(np.ceil(high) - first, 0).astype(np.intp)
    pieces = crossings + 1
    of = np.repeat(np.arange(start.size), pieces)
    number = np.arange(of.size) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    span = np.where(high > low, high - low, 1.0)[of]
    begin = np.where(number == 0, 0.0, (first[of] + number - 1 - low[of]) / span)
    end = np.where(number == crossings[of], 1.0, (first[of] + number - low[of]) / span)
    falls = (stop < start)[of]
    begin, end = np.where(falls, 1.0 - begin, begin), np.where(falls, 1.0 - end, end)
    begin, end = np.where(falls, end, begin), np.where(falls, begin, end)
    dx, dy = (x1 - x0)[of], (y1 - y0)[of]
    return x0[of] + begin * dx, y0[of] + begin * dy, x0[of] + end * dx, y0[of] + end * dy

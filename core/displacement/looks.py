"""How a finished product's pixels are seen: its own look vectors, those of a file, or one angle."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.mintpy import geometry_layers
from ..files.names import LOS_EAST, LOS_NORTH, LOS_UP
from ..files.raster import GEOGRAPHIC, RasterGrid, gdal, grid_of, open_raster
from ..geodesy import transform_points, wkt_of
from ..insar.frames.placement import Placement, average
from ..work.blocks import row_blocks
from .products.model import LOOK, ReadLayer

_BLOCK_MB = 64.0
_UNIT_TOLERANCE = 0.05
_LICSAR = {LOS_EAST: "E", LOS_NORTH: "N", LOS_UP: "U"}


def angle_of(geometry: str) -> float:
    """Return the incidence angle in degrees that a text is, or NaN where it is none.

    Raises
    ------
    InputError
        Where it is a number, but no incidence angle.
    """
    try:
        angle = float(geometry)
    except ValueError:
        return math.nan
    if not 0 < angle < 90:
        raise InputError(f"GEOMETRY: an incidence angle must lie between 0 and 90 degrees, not {angle:g}.")
    return angle


def layers_on_grid(layers: dict[str, ReadLayer], placement: Placement) -> Iterator[tuple[str, FloatArray]]:
    """Yield maps of the product's own cells on the grid of the result [row, column], one after the other."""
    grid, looks = placement.grid, placement.looks
    columns = slice(placement.column, placement.column + placement.columns)
    for name, read in layers.items():
        result = np.full(grid.shape, np.nan, dtype=np.float32)
        for block in row_blocks(grid.rows, 24.0 * looks * placement.columns, _BLOCK_MB):
            first = placement.row + block.start * looks
            values = read(slice(first, first + block.size * looks), columns)
            result[block.rows] = average(np.asarray(values, dtype=np.float32), looks)
        yield name, result


def looks_of_geometry(geometry: str, placement: Placement) -> Iterator[tuple[str, FloatArray]]:
    """Yield ``los_up`` and, where known, ``los_east`` and ``los_north`` [row, column] on the grid of the result.

    Parameters
    ----------
    geometry : str
        An incidence angle in degrees; a raster of three bands: east, north, up components of the unit vector to the
        satellite (OPERA's ``los_enu.tif``); a geometry file of MintPy; a folder with LiCSAR's ``*.geo.E.tif``,
        ``N``, ``U``.
    placement : Placement
        Of the result in the product's cells.

    Raises
    ------
    InputError
        Where it is none of these, or does not cover the result.
    """
    angle = angle_of(geometry)
    if math.isfinite(angle):
        yield LOS_UP, np.full(placement.grid.shape, math.cos(math.radians(angle)))
        return
    path = Path(geometry)
    if path.is_dir():
        yield from _checked(_of_folder(path, placement.grid), path)
    elif path.suffix.lower() in (".h5", ".he5"):
        with netcdf.open_dataset(path) as dataset:
            found = geometry_layers(dataset, placement.frame.shape)
            if LOS_UP not in found:
                raise InputError(f"{path} has no incidenceAngle: give MintPy's geometry file as GEOMETRY.")
            yield from layers_on_grid({name: found[name] for name in (*LOOK, "height") if name in found}, placement)
    else:
        yield from _checked(_of_bands(path, placement.grid), path)


def looks_at_points(geometry: str, lon: FloatArray, lat: FloatArray) -> dict[str, FloatArray]:
    """Return look vectors [point] of an incidence angle or a raster of three bands, as :func:`looks_of_geometry`.

    Raises
    ------
    InputError
        Where it is neither, or does not cover the points.
    """
    angle = angle_of(geometry)
    if math.isfinite(angle):
        return {LOS_UP: np.full(lon.shape, math.cos(math.radians(angle)))}
    path = Path(geometry)
    dataset = open_raster(path)
    if dataset.RasterCount < 3:
        raise InputError(
            f"GEOMETRY: for points give an incidence angle in degrees or a raster of three bands, not {path}."
        )
    grid = grid_of(dataset)
    x, y = (lon, lat) if grid.is_geographic else transform_points(lon, lat, GEOGRAPHIC, grid.crs)
    row, column = grid.index(x, y)
    inside = (row >= 0) & (row < grid.rows) & (column >= 0) & (column < grid.columns)
    found = {}
    for band, name in enumerate(LOOK, 1):
        values = dataset.GetRasterBand(band).ReadAsArray().astype(np.float64)
        found[name] = np.full(lon.shape, np.nan)
        found[name][inside] = values[row[inside], column[inside]]
    return dict(_checked(found, path))


def _of_folder(folder: Path, grid: RasterGrid) -> dict[str, FloatArray]:
    found = {}
    for name, letter in _LICSAR.items():
        files = sorted(file for file in folder.iterdir() if file.name.endswith((f".{letter}.tif", f"_{letter}.tif")))
        if files:
            found[name] = _warped(files[0], 1, grid)
    static = sorted(folder.glob("*los_enu*.tif"))
    if not found and static:
        return _of_bands(static[0], grid)
    if LOS_UP not in found:
        raise InputError(
            f"GEOMETRY: {folder} holds neither *.geo.U.tif nor a los_enu.tif: give look vectors or an incidence angle."
        )
    return found


def _of_bands(path: Path, grid: RasterGrid) -> dict[str, FloatArray]:
    dataset = open_raster(path)
    if dataset.RasterCount < 3:
        raise InputError(
            f"GEOMETRY: {path} has {dataset.RasterCount} band: expected three, the east, north and up components of "
            "the unit vector to the satellite. One incidence angle can be given as a number of degrees."
        )
    return {name: _warped(path, band, grid) for band, name in enumerate(LOOK, 1)}


def _warped(path: Path, band: int, grid: RasterGrid) -> FloatArray:
    """Return a band on a grid, by GDAL in parts: means over the grid's cells where its own are smaller."""
    module = gdal()
    source = open_raster(path)
    own = grid_of(source)
    x_max, y_min = grid.x_min + grid.columns * grid.dx, grid.y_max - grid.rows * grid.dy
    finer = own.is_geographic == grid.is_geographic and own.dx < 0.75 * grid.dx
    one = module.Translate("", source, format="VRT", bandList=[band])
    warped = module.Warp(
        "",
        one,
        format="MEM",
        dstSRS=wkt_of(grid.crs),
        outputBounds=(grid.x_min, y_min, x_max, grid.y_max),
        width=grid.columns,
        height=grid.rows,
        resampleAlg="average" if finer else "bilinear",
        outputType=module.GDT_Float32,
        dstNodata=float("nan"),
    )
    values = np.asarray(warped.GetRasterBand(1).ReadAsArray(), dtype=np.float64)
    return np.where(np.abs(values) <= 1.0001, values, np.nan)


def _checked(found: dict[str, FloatArray], path: Path) -> Iterator[tuple[str, FloatArray]]:
    """Yield components where they are a unit vector that points up."""
    up = found[LOS_UP]
    empty = np.all([np.nan_to_num(values) == 0 for values in found.values()], axis=0)
    if empty.all():
        raise InputError(f"GEOMETRY: {path} holds nothing where the product lies: give the file of its own frame.")
    if len(found) == 3:
        length = np.sqrt(np.sum([values**2 for values in found.values()], axis=0))
        middle = float(np.nanmedian(np.where(empty, np.nan, length)))
        if abs(middle - 1.0) > _UNIT_TOLERANCE:
            raise InputError(f"GEOMETRY: {path} holds no unit vectors (their length is {middle:.2f}).")
    if np.nanmedian(np.where(empty, np.nan, up)) < 0:
        raise InputError(
            f"GEOMETRY: the vectors of {path} point from the satellite to the ground: give those from the ground to "
            "the satellite (up positive)."
        )
    for name, values in found.items():
        yield name, np.where(empty, np.nan, values)


def mean_up(up: FloatArray | None, inside: Any = ...) -> float:
    """Return the mean upward component over some cells; NaN where unknown."""
    if up is None:
        return math.nan
    values = np.asarray(up[inside], dtype=np.float64)
    values = values[np.isfinite(values)]
    return float(values.mean()) if values.size else math.nan

"""Parameters of the Catchment model for EASE-Grid 2.0 cells out of rasters: elevation, soil, depth, vegetation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import FloatArray, IntArray
from ...errors import InputError
from ...files.raster import GEOGRAPHIC, RasterGrid, grid_of, open_raster
from ...files.raster_values import read_band
from ...geodesy import METRES_PER_DEGREE, transform_points
from ...grid.ease2 import Grid
from ...work.progress import PartOf, Progress, stop_if_cancelled
from ..catchment import Parameters
from ..parameter_files import write_parameters
from ..tiles import Tiles
from .estimate import OLD_DECAY, Catchments, estimate_columns
from .seasons import greenness, leaf_area
from .soils import SOILS
from .terrain import topographic_index

_LEAST_PIXELS = 100
_LARGEST_DEM = 40_000_000  # pixels: beyond it the flood takes many minutes and gigabytes
_VEGETATION_CLASSES = 8


@dataclass(frozen=True)
class RasterOptions:
    """Options of the estimation.

    Attributes
    ----------
    grid : str
        EASE-Grid 2.0: M25, M36 or M09.
    soil, vegetation : Path, optional
        Rasters of texture classes (1 to 12) and vegetation classes (1 to 8); loam and grass where None.
    depth : Path, optional
        Raster of the depth to bedrock, mm.
    depth_mm : float
        Depth where there is no raster.
    decay : float
        Of conductivity with depth, m-1.
    """

    grid: str = "M25"
    soil: Path | None = None
    vegetation: Path | None = None
    depth: Path | None = None
    depth_mm: float = 2500.0
    decay: float = OLD_DECAY


@dataclass(frozen=True)
class _Pixels:
    """Pixels of the elevation model with an index: their index, place and cell."""

    index: FloatArray
    lon: FloatArray
    lat: FloatArray
    cell: IntArray
    count: int

    def mean(self, values: FloatArray) -> FloatArray:
        """Return means over the cells [cell]; NaN where there is none."""
        known = np.isfinite(values)
        number = np.bincount(self.cell[known], minlength=self.count)
        total = np.bincount(self.cell[known], values[known], self.count)
        return np.where(number > 0, total / np.maximum(number, 1), np.nan)

    def mode(self, values: FloatArray, classes: int) -> FloatArray:
        """Return the most frequent class 1..`classes` of the cells; NaN where there is none."""
        known = (values >= 1) & (values <= classes)
        pair = self.cell[known] * classes + values[known].astype(np.intp) - 1
        table = np.bincount(pair, minlength=self.count * classes).reshape(self.count, classes)
        return np.where(table.any(axis=1), table.argmax(axis=1) + 1.0, np.nan)


def estimate_from_rasters(dem: Path, output: Path, options: RasterOptions, progress: Progress) -> int:
    """Write the parameters of all cells that an elevation model covers well; return their number.

    Parameters
    ----------
    dem : Path
        Elevation, m; pixels of 30 to 1000 m.
    output : Path
        Parameters, see docs/files.md.
    options : RasterOptions
        Other rasters and numbers.
    progress : Progress
        To report to.

    Raises
    ------
    InputError
        Where a raster cannot be used or covers no cell.
    """
    whole = Grid(options.grid)
    progress.report(0.0, "Topographic index")
    index, grid = _index_of(dem)
    stop_if_cancelled(progress)
    window, pixels = _pixels(index, grid, whole)
    number = np.bincount(pixels.cell, minlength=pixels.count)
    mean = pixels.mean(pixels.index)
    from_mean: FloatArray = pixels.index - mean[pixels.cell]
    std = np.sqrt(pixels.mean(from_mean * from_mean))
    skew = pixels.mean(from_mean * from_mean * from_mean) / np.where(std > 0, std, 1.0) ** 3
    soil = _sampled(options.soil, pixels, len(SOILS), 6.0)
    vegetation = _sampled(options.vegetation, pixels, _VEGETATION_CLASSES, 4.0)
    depth = np.full(pixels.count, options.depth_mm) if options.depth is None else _depth(options.depth, pixels)
    land = (number >= _LEAST_PIXELS) & (std > 0) & np.isfinite(soil + vegetation + depth)
    if not land.any():
        raise InputError(
            f"{dem}: no cell of {options.grid} has {_LEAST_PIXELS} pixels of elevation, soil, depth and vegetation "
            "together: give rasters that overlap, or a finer grid."
        )
    chosen = np.flatnonzero(land)
    given = Catchments(soil[land], mean[land], std[land], skew[land], depth[land])
    made = estimate_columns(given, PartOf(progress, 0.4, 0.95), options.decay)
    row, column = np.divmod(chosen, window.columns)
    row0, column0 = whole.first_cell(window)
    _, lat = whole.center(row0 + row, column0 + column)
    parameters = Parameters(
        vegcls=vegetation[land], lai=leaf_area(vegetation[land], lat), grn=greenness(vegetation[land], lat), **made
    )
    tiles = Tiles(parameters, window, options.grid, row0, column0, row, column, np.ones(chosen.size))
    write_parameters(output, tiles, f"estimated from {dem.name}")
    progress.report(1.0)
    return int(chosen.size)


def _index_of(dem: Path) -> tuple[FloatArray, RasterGrid]:
    dataset = open_raster(dem)
    grid = grid_of(dataset)
    if grid.rows * grid.columns > _LARGEST_DEM:
        raise InputError(
            f"{dem} has {grid.rows * grid.columns / 1e6:.0f} million pixels: average it to at most "
            f"{_LARGEST_DEM / 1e6:.0f} million first."
        )
    elevation = _band(dataset, dem)
    if grid.is_geographic:
        width = grid.dx * METRES_PER_DEGREE * np.cos(np.radians(grid.y))[:, None]
        return topographic_index(elevation, width, grid.dy * METRES_PER_DEGREE), grid
    return topographic_index(elevation, grid.dx, grid.dy), grid


def _band(dataset: object, path: Path) -> FloatArray:
    """Return the first band as float64, its missing pixels NaN."""
    return read_band(dataset, path).as_float()


def _pixels(index: FloatArray, grid: RasterGrid, whole: Grid) -> tuple[RasterGrid, _Pixels]:
    """Return the window of cells that the pixels lie in, and the pixels."""
    known = np.isfinite(index)
    if not known.any():
        raise InputError("The elevation model holds no pixel with data.")
    lon, lat = (values[known] for values in grid.lon_lat())
    row, column = whole.index(lon, lat)
    row0, column0 = int(row.min()), int(column.min())
    window = whole.window(row0, column0, int(np.ptp(row)) + 1, int(np.ptp(column)) + 1)
    cell = (row - row0) * window.columns + (column - column0)
    return window, _Pixels(index[known], lon, lat, cell, window.rows * window.columns)


def _at_pixels(path: Path, pixels: _Pixels) -> FloatArray:
    """Return a raster's values at the pixels [pixel], NaN outside it."""
    dataset = open_raster(path)
    grid = grid_of(dataset)
    values = _band(dataset, path)
    x, y = (
        (pixels.lon, pixels.lat)
        if grid.is_geographic
        else transform_points(pixels.lon, pixels.lat, GEOGRAPHIC, grid.crs)
    )
    row, column = grid.index(x, y)
    inside = (row >= 0) & (row < grid.rows) & (column >= 0) & (column < grid.columns)
    found = np.full(pixels.lon.size, np.nan)
    found[inside] = values[row[inside], column[inside]]
    return found


def _sampled(path: Path | None, pixels: _Pixels, classes: int, default: float) -> FloatArray:
    if path is None:
        return np.full(pixels.count, default)
    return pixels.mode(_at_pixels(path, pixels), classes)


def _depth(path: Path, pixels: _Pixels) -> FloatArray:
    depth = _at_pixels(path, pixels)
    depth[depth <= 0.0] = np.nan
    mean = pixels.mean(depth)
    if np.nanmax(mean, initial=0.0) < 100.0:
        raise InputError(f"{path}: the depth to bedrock is below 100 everywhere; give it in mm.")
    return mean

"""What rasters say of the cells of the EASE-Grid 2.0: soil, land cover, depth to bedrock and monthly values."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import FloatArray, IntArray
from ...errors import InputError
from ...files.raster import GEOGRAPHIC
from ...geodesy import transform_points
from ...work.progress import Progress
from .estimate import OLD_DECAY
from .legends import AUTO, LEGENDS, SOIL_ORDERS, mosaic_classes, soil_classes, texture_class
from .map_units import read_map_units
from .maps import DEPTH_UNITS, Map, depth_factor, open_map
from .soils import SOILS

_VEGETATION_CLASSES = 8
_LOAM, _GRASS = 6.0, 4.0
_LEAST_LAND = 0.5  # part of a cell's land cover that must be a class of the model
_MONTHS = 12
_LARGEST_CLASS = 255.0  # that 8-bit maps of soil classes have, for no data


@dataclass(frozen=True)
class RasterOptions:
    """Options of the estimation.

    Attributes
    ----------
    grid : str
        EASE-Grid 2.0: M25, M36 or M09.
    soil, vegetation : Path, optional
        Rasters of texture classes and land cover; loam and grass where None.
    depth : Path, optional
        Raster of the depth to bedrock.
    depth_mm : float
        Depth where there is no raster.
    decay : float
        Of conductivity with depth, m-1.
    legend, soil_order : str
        Of `vegetation` and `soil`, see :mod:`.legends`; ``auto``: as the rasters say.
    depth_unit : {"auto", "mm", "cm", "m"}
        Of `depth`.
    sand, clay : Path, optional
        Rasters of their share instead of `soil`.
    leaf_area, greenness, albedo : Path, optional
        Rasters of twelve bands, January to December; by class where None.
    soil_table : Path, optional
        Table of the mapping units that `soil` then holds (HWSD), see :mod:`.map_units`.
    """

    grid: str = "M25"
    soil: Path | None = None
    vegetation: Path | None = None
    depth: Path | None = None
    depth_mm: float = 2500.0
    decay: float = OLD_DECAY
    legend: str = AUTO
    soil_order: str = AUTO
    depth_unit: str = AUTO
    sand: Path | None = None
    clay: Path | None = None
    leaf_area: Path | None = None
    greenness: Path | None = None
    albedo: Path | None = None
    soil_table: Path | None = None

    def __post_init__(self) -> None:
        """Check the choices."""
        for name, value, choices in (
            ("VEGETATION_LEGEND", self.legend, LEGENDS),
            ("SOIL_ORDER", self.soil_order, SOIL_ORDERS),
            ("DEPTH_UNIT", self.depth_unit, DEPTH_UNITS),
        ):
            if value != AUTO and value not in choices:
                raise InputError(f"{name}: '{value}' is not offered. Choose {AUTO}, {', '.join(choices)}.")
        if (self.sand is None) != (self.clay is None):
            raise InputError("SAND and CLAY go together: give both, or SOIL with classes.")
        if self.soil_table is not None and self.soil is None:
            raise InputError("SOIL_TABLE says what mapping units are made of: give their raster by SOIL (hwsd.bil).")


@dataclass(frozen=True)
class Pixels:
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


def at_pixels(source: Map, pixels: Pixels, number: int = 1) -> FloatArray:
    """Return a raster's values at the pixels [pixel], NaN outside it; only what lies about them is read."""
    grid = source.grid
    x, y = (
        (pixels.lon, pixels.lat)
        if grid.is_geographic
        else transform_points(pixels.lon, pixels.lat, GEOGRAPHIC, grid.crs)
    )
    return source.at(*grid.index(x, y), number)


def soil_of_cells(options: RasterOptions, pixels: Pixels, stack: ExitStack, progress: Progress) -> FloatArray:
    """Return the most frequent soil class of the cells [cell]."""
    if options.sand is not None and options.clay is not None:
        sand, clay = (at_pixels(open_map(path, stack), pixels) for path in (options.sand, options.clay))
        both = sand + clay
        largest = float(np.nanmax(both, initial=0.0))
        # Together they are at most the whole: 1, 100 % or 1000 g/kg (SoilGrids).
        whole = next((size for size in (1.0, 100.0, 1000.0) if largest <= size * 1.02), 0.0)
        if not whole:
            raise InputError(
                f"{options.sand}: sand and clay add up to {largest:g}: give them in %, g/kg or parts of 1."
            )
        progress.warn(f"Sand and clay add up to {largest:g} at most: they were read in parts of {whole:g}.")
        small = [
            path
            for path, one in ((options.sand, sand), (options.clay, clay))
            if np.nanmax(one, initial=0.0) <= whole / 10.0
        ]
        if whole > 1.0 and small:
            progress.warn(
                f"{small[0]} is nowhere above {whole / 10.0:g} of {whole:g}: if it is in another unit than the other "
                "one (% and g/kg), bring both to one unit."
            )
        return pixels.mode(texture_class(sand * 100.0 / whole, clay * 100.0 / whole), len(SOILS))
    if options.soil is None:
        return np.full(pixels.count, _LOAM)
    source = open_map(options.soil, stack)
    values = at_pixels(source, pixels)
    if options.soil_table is not None:
        classes, unknown = read_map_units(options.soil_table).of(values)
        if unknown:
            listed = ", ".join(str(number) for number in unknown[:8])
            progress.warn(f"{options.soil_table} does not have the mapping units {listed}: their pixels have no soil.")
        return pixels.mode(classes, len(SOILS))
    if np.nanmax(values, initial=0.0) > _LARGEST_CLASS:
        raise InputError(
            f"{options.soil} has numbers up to {np.nanmax(values):g}: those of HWSD are mapping units, not classes. "
            "Give the table that says what they are made of by SOIL_TABLE (HWSD_DATA or HWSD2_LAYERS as CSV)."
        )
    read = soil_classes(values, options.soil_order, source.texts, source.names, str(options.soil))
    if read.note:
        progress.warn(read.note)
    return pixels.mode(read.classes, len(SOILS))


def vegetation_of_cells(options: RasterOptions, pixels: Pixels, stack: ExitStack, progress: Progress) -> FloatArray:
    """Return the most frequent vegetation class of the cells [cell]; NaN where water and ice cover most of it."""
    if options.vegetation is None:
        return np.full(pixels.count, _GRASS)
    source = open_map(options.vegetation, stack)
    values = at_pixels(source, pixels)
    read = mosaic_classes(values, pixels.lat, options.legend, source.texts, str(options.vegetation))
    if read.note:
        progress.warn(read.note)
    land = pixels.mean(np.where(np.isfinite(values), np.isfinite(read.classes), np.nan).astype(np.float64))
    return np.where(land >= _LEAST_LAND, pixels.mode(read.classes, _VEGETATION_CLASSES), np.nan)


def depth_of_cells(options: RasterOptions, pixels: Pixels, stack: ExitStack, progress: Progress) -> FloatArray:
    """Return the mean depth to bedrock of the cells [cell], mm."""
    if options.depth is None:
        return np.full(pixels.count, options.depth_mm)
    source = open_map(options.depth, stack)
    depth = at_pixels(source, pixels)
    depth[depth <= 0.0] = np.nan
    factor, note = depth_factor(source, options.depth_unit, depth)
    if note:
        progress.warn(note)
    return pixels.mean(depth) * factor


def months_of_cells(
    path: Path | None, pixels: Pixels, stack: ExitStack, limits: tuple[float, float]
) -> FloatArray | None:
    """Return twelve monthly means of the cells [12, cell]; None where there is no raster."""
    if path is None:
        return None
    source = open_map(path, stack)
    if source.dataset.RasterCount != _MONTHS:
        raise InputError(f"{path} has {source.dataset.RasterCount} bands: give the twelve months, one band each.")
    months = [pixels.mean(at_pixels(source, pixels, number)) for number in range(1, _MONTHS + 1)]
    made: FloatArray = np.stack(months)
    low, high = limits
    if np.nanmin(made, initial=low) < low or np.nanmax(made, initial=high) > high:
        raise InputError(
            f"{path}: its values run from {np.nanmin(made):g} to {np.nanmax(made):g}, beyond {low:g} to {high:g}: set "
            "scale, offset and nodata of the raster (gdal_translate -a_scale)."
        )
    return made

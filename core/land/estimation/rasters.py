"""Parameters of the Catchment model for EASE-Grid 2.0 cells out of rasters: elevation, soil, depth, vegetation."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...errors import InputError
from ...files.raster import RasterGrid
from ...geodesy import METRES_PER_DEGREE
from ...grid.ease2 import Grid
from ...work.progress import PartOf, Progress, stop_if_cancelled
from ..catchment import Parameters
from ..parameter_files import write_parameters
from ..tiles import Tiles
from .cells import Pixels, depth_of_cells, months_of_cells, soil_of_cells, vegetation_of_cells
from .cells import RasterOptions as RasterOptions
from .estimate import Catchments, estimate_columns
from .maps import open_map
from .seasons import greenness, leaf_area
from .terrain import topographic_index

_LEAST_PIXELS = 100
_LARGEST_DEM = 40_000_000  # pixels: beyond it the flood takes many minutes and gigabytes


def estimate_from_rasters(dem: Path, output: Path, options: RasterOptions, progress: Progress) -> int:
    """Write the parameters of all cells that an elevation model covers well; return their number.

    Parameters
    ----------
    dem : Path
        Elevation, m; pixels of 30 to 1000 m; a file, or a folder of tiles.
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
    with ExitStack() as stack:
        return _estimate(dem, output, options, stack, progress)


def _estimate(dem: Path, output: Path, options: RasterOptions, stack: ExitStack, progress: Progress) -> int:
    whole = Grid(options.grid)
    progress.report(0.0, "Topographic index")
    index, grid = _index_of(dem, stack, progress)
    stop_if_cancelled(progress)
    window, pixels = _pixels(index, grid, whole)
    number = np.bincount(pixels.cell, minlength=pixels.count)
    mean = pixels.mean(pixels.index)
    from_mean: FloatArray = pixels.index - mean[pixels.cell]
    std = np.sqrt(pixels.mean(from_mean * from_mean))
    skew = pixels.mean(from_mean * from_mean * from_mean) / np.where(std > 0, std, 1.0) ** 3
    soil = soil_of_cells(options, pixels, stack, progress)
    vegetation = vegetation_of_cells(options, pixels, stack, progress)
    depth = depth_of_cells(options, pixels, stack, progress)
    seasons = {
        name: months_of_cells(path, pixels, stack, limits)
        for name, path, limits in (
            ("lai", options.leaf_area, (0.0, 12.0)),
            ("grn", options.greenness, (0.0, 1.0)),
            ("albedo", options.albedo, (0.02, 0.9)),
        )
    }
    enough = (number >= _LEAST_PIXELS) & (std > 0)
    parts = {"soil": soil, "land cover": vegetation, "depth": depth}
    parts.update({name: months.sum(axis=0) for name, months in seasons.items() if months is not None})
    land = enough & np.isfinite(np.stack(list(parts.values()))).all(axis=0)
    _tell_of_cells(number, enough, parts, land, progress)
    if not land.any():
        raise InputError(_nothing_left(dem, options.grid, number, enough, parts))
    chosen = np.flatnonzero(land)
    given = Catchments(soil[land], mean[land], std[land], skew[land], depth[land])
    made = estimate_columns(given, PartOf(progress, 0.4, 0.95), options.decay)
    row, column = np.divmod(chosen, window.columns)
    row0, column0 = whole.first_cell(window)
    _, lat = whole.center(row0 + row, column0 + column)
    months = {name: values[:, land] for name, values in seasons.items() if values is not None}
    months.setdefault("lai", leaf_area(vegetation[land], lat))
    months.setdefault("grn", greenness(vegetation[land], lat))
    parameters = Parameters(vegcls=vegetation[land], **months, **made)
    tiles = Tiles(
        parameters, window, options.grid, row0, column0, row=row, column=column, fraction=np.ones(chosen.size)
    )
    write_parameters(output, tiles, f"estimated from {dem.name}")
    progress.report(1.0)
    return int(chosen.size)


def _nothing_left(dem: Path, grid: str, number: IntArray, enough: BoolArray, parts: dict[str, FloatArray]) -> str:
    """Return why no cell has a column, and what to do."""
    if number.max() < _LEAST_PIXELS:
        return (
            f"{dem}: no cell of {grid} has {_LEAST_PIXELS} pixels of elevation, the fullest has {number.max()}: give "
            "pixels of 30 to 1000 m that cover whole cells."
        )
    bare = [name for name, values in parts.items() if not np.isfinite(values[enough]).any()]
    if bare:
        return (
            f"{dem}: none of its cells of {grid} has {' or '.join(bare)} (water or ice, or a raster of another place): "
            "give rasters that overlap."
        )
    return (
        f"{dem}: no cell of {grid} has {_LEAST_PIXELS} pixels of elevation, soil, depth and vegetation together: give "
        "rasters that overlap, or a finer grid."
    )


def _tell_of_cells(
    number: IntArray, enough: BoolArray, parts: dict[str, FloatArray], land: BoolArray, progress: Progress
) -> None:
    """Say what became of every cell that elevation touches."""
    touched = number > 0
    left = int((touched & ~land).sum())
    if not left:
        return
    few = int((touched & ~enough).sum())
    reasons = [f"{few} have fewer than {_LEAST_PIXELS} pixels of elevation"] if few else []
    for name, values in parts.items():
        missing = int((enough & ~np.isfinite(values)).sum())
        if missing:
            words = "are water or ice, or have no land cover" if name == "land cover" else f"have no {name}"
            reasons.append(f"{missing} {words}")
    progress.warn(f"{left} of {int(touched.sum())} cells got no column: {', '.join(reasons)}.")


def _index_of(dem: Path, stack: ExitStack, progress: Progress) -> tuple[FloatArray, RasterGrid]:
    terrain = open_map(dem, stack)
    grid = terrain.grid
    coarser = int(np.ceil(np.sqrt(grid.rows * grid.columns / _LARGEST_DEM)))
    if coarser > 1:
        rows, columns = grid.rows // coarser, grid.columns // coarser
        progress.warn(
            f"{dem} has {grid.rows * grid.columns / 1e6:.0f} million pixels: it was averaged over {coarser} by "
            f"{coarser} of them before the topographic index, which is smoother then."
        )
        elevation = terrain.band(1, rows, columns)
        dx, dy = grid.dx * grid.columns / columns, grid.dy * grid.rows / rows
        grid = RasterGrid(grid.crs, grid.x_min, grid.y_max, dx, dy, columns=columns, rows=rows)
    else:
        elevation = terrain.band()
    if grid.is_geographic:
        width = grid.dx * METRES_PER_DEGREE * np.cos(np.radians(grid.y))[:, None]
        return topographic_index(elevation, width, grid.dy * METRES_PER_DEGREE), grid
    return topographic_index(elevation, grid.dx, grid.dy), grid


def _pixels(index: FloatArray, grid: RasterGrid, whole: Grid) -> tuple[RasterGrid, Pixels]:
    """Return the window of cells that the pixels lie in, and the pixels."""
    known = np.isfinite(index)
    if not known.any():
        raise InputError("The elevation model holds no pixel with data.")
    lon, lat = (values[known] for values in grid.lon_lat())
    row, column = whole.index(lon, lat)
    row0, column0 = int(row.min()), int(column.min())
    window = whole.window(row0, column0, int(np.ptp(row)) + 1, int(np.ptp(column)) + 1)
    cell = (row - row0) * window.columns + (column - column0)
    return window, Pixels(index[known], lon, lat, cell, window.rows * window.columns)

"""Whether two rasters share their cells, and where one begins in the other."""

from __future__ import annotations

import functools
import math

from ...errors import InputError
from ...files.handles import Dataset
from ...files.raster import RasterGrid, grid_of
from ...geodesy import is_geographic, name_of, transform_points

MAX_SHIFT = 0.05
"""Part of a cell: edges that differ by less are the same (the last digits of geotransforms do differ)."""


def offset_in(grid: RasterGrid, lattice: RasterGrid) -> tuple[int, int] | None:
    """Return row and column in `lattice` (may be negative or beyond it) of the first cell of `grid`.

    None where the cells of the two are not the same: another reference system, another size, or edges that are off
    by more than :data:`MAX_SHIFT` at either end.
    """
    if not same_reference(grid.crs, lattice.crs, lattice.x_min, lattice.y_max, lattice.dx):
        return None
    column, row = (grid.x_min - lattice.x_min) / lattice.dx, (lattice.y_max - grid.y_max) / lattice.dy
    if not (math.isfinite(column) and math.isfinite(row)):
        return None
    first_column, first_row = round(column), round(row)
    last_column = column + grid.columns * grid.dx / lattice.dx - grid.columns
    last_row = row + grid.rows * grid.dy / lattice.dy - grid.rows
    shifts = column - first_column, row - first_row, last_column - first_column, last_row - first_row
    return (first_row, first_column) if max(map(abs, shifts)) <= MAX_SHIFT else None


@functools.lru_cache(maxsize=256)
def same_reference(first: str, second: str, x: float, y: float, tolerance: float) -> bool:
    """Return whether two reference systems mean the same place by (`x`, `y`), to `tolerance` in their units.

    Files spell one system in many ways, so the spelling is no test. Two geographic systems count as the same.
    """
    if first == second:
        return True
    try:
        if is_geographic(first) or is_geographic(second):
            return is_geographic(first) and is_geographic(second)
        other_x, other_y = transform_points([x], [y], first, second)
    except InputError:  # a damaged file may hold any system
        return False
    return bool(abs(other_x[0] - x) <= MAX_SHIFT * tolerance and abs(other_y[0] - y) <= MAX_SHIFT * tolerance)


def mismatch(grid: RasterGrid, frame: RasterGrid) -> str:
    """Return how `grid` differs from the frame's; empty where it does not."""
    if grid.shape != frame.shape:
        return f"its raster has {grid.rows} x {grid.columns} cells, the frame's {frame.rows} x {frame.columns}"
    if offset_in(grid, frame) == (0, 0):
        return ""
    return other_cells(grid, frame)


def other_cells(grid: RasterGrid, frame: RasterGrid) -> str:
    """Return in what the cells of `grid` are not those of `frame`."""
    if not same_reference(grid.crs, frame.crs, frame.x_min, frame.y_max, frame.dx):
        return f"its raster is in {_named(grid.crs)}, the frame's in {_named(frame.crs)}"
    return (
        f"its raster covers {describe(grid)} in cells of {grid.dx:.8g} x {grid.dy:.8g}, the frame's {describe(frame)} "
        f"in cells of {frame.dx:.8g} x {frame.dy:.8g}"
    )


def _named(crs: str) -> str:
    try:
        return name_of(crs)
    except InputError:
        return "a reference system that cannot be read"


def describe(grid: RasterGrid) -> str:
    """Return what the grid covers, for messages."""
    x_max, y_min = grid.x_min + grid.columns * grid.dx, grid.y_max - grid.rows * grid.dy
    unit = ("E", "N") if grid.is_geographic else ("m east", "m north")
    return f"{grid.x_min:.8g}..{x_max:.8g} {unit[0]}, {y_min:.8g}..{grid.y_max:.8g} {unit[1]}"


def upright_grid(dataset: Dataset, name: str) -> RasterGrid:
    """Return the grid of an open GDAL data set, checked; `name` is for the message.

    Raises
    ------
    InputError
        Where the raster is not geocoded, is rotated, has its south up, or has degrees that are none.
    """
    grid = grid_of(dataset)
    transform = dataset.GetGeoTransform()
    turned = abs(transform[2]) * grid.rows > MAX_SHIFT * abs(grid.dx)
    turned |= abs(transform[4]) * grid.columns > MAX_SHIFT * abs(grid.dy)
    if not all(map(math.isfinite, transform)) or grid.dx <= 0 or grid.dy <= 0 or turned:
        raise InputError(f"{name} is not geocoded, is rotated, or its rows do not run from north to south")
    try:
        degrees = grid.is_geographic
    except RuntimeError as error:
        raise InputError(f"{name} has a reference system that cannot be read: {error}") from error
    y_min, x_max = grid.y_max - grid.rows * grid.dy, grid.x_min + grid.columns * grid.dx
    if degrees and (grid.y_max > 91 or y_min < -91 or grid.x_min < -541 or x_max > 541):
        raise InputError(
            f"{name} has no reference system, or one in degrees that does not fit its coordinates ({describe(grid)}): "
            "it may be cut off"
        )
    return grid

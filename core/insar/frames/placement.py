"""Which part of a frame's rasters a stack holds, and how finer or other rasters get onto its grid."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...errors import InputError
from ...files.raster import GEOGRAPHIC, RasterGrid, gdal, grid_of, open_raster
from ...geodesy import transform_points, wkt_of
from .lattice import describe as describe
from .lattice import mismatch, offset_in, other_cells
from .layers import Source, window_of_raster

Extent = tuple[float, float, float, float]
Float32 = npt.NDArray[np.float32]
Cells = tuple[slice, slice]

_NO_VALUE = -32768.0


@dataclass(frozen=True)
class Placement:
    """A window of the frame's raster, and blocks of `looks` x `looks` of its cells.

    The window begins at a cell's edge and holds whole blocks only, so the grid of the blocks has the edges of the
    cells that went into them.

    Attributes
    ----------
    frame : RasterGrid
        Of the frame's rasters.
    row, column : int
        First cell of the window.
    rows, columns : int
        Size of the window in cells of the frame: multiples of `looks`.
    looks : int
        Cells averaged in each direction.
    partial : bool
        Whether rasters may cover any part of the frame's cells; what they do not cover is missing.
    """

    frame: RasterGrid
    row: int
    column: int
    rows: int
    columns: int
    looks: int
    partial: bool = False

    @property
    def grid(self) -> RasterGrid:
        """Grid of the stack."""
        window = self.frame.window(self.row, self.column, self.rows, self.columns)
        n = self.looks
        return RasterGrid(
            window.crs,
            window.x_min,
            window.y_max,
            window.dx * n,
            window.dy * n,
            columns=self.columns // n,
            rows=self.rows // n,
        )

    def part_of(self, grid: RasterGrid) -> tuple[Cells, Cells] | None:
        """Return the cells of `grid` that lie in the window, and the window's cells that they are.

        Each as slices of rows and columns; None where there are none, or the cells are others than the frame's.
        """
        offset = offset_in(grid, self.frame)
        if offset is None:
            return None
        row, column = offset[0] - self.row, offset[1] - self.column
        rows = slice(max(0, row), min(self.rows, row + grid.rows))
        columns = slice(max(0, column), min(self.columns, column + grid.columns))
        if rows.start >= rows.stop or columns.start >= columns.stop:
            return None
        there = slice(rows.start - row, rows.stop - row), slice(columns.start - column, columns.stop - column)
        return there, (rows, columns)


def place(frame: RasterGrid, extent: Extent | None = None, looks: int = 1, partial: bool = False) -> Placement:
    """Return the smallest window of `frame` that holds `extent`, less the cells of incomplete blocks in the end.

    Parameters
    ----------
    frame : RasterGrid
        Of the frame's rasters.
    extent : (lon_min, lon_max, lat_min, lat_max), optional
        In degrees; the whole frame where None.
    looks : int
        Cells to average in each direction.
    partial : bool
        Whether rasters may cover a part of the frame only.

    Raises
    ------
    InputError
        Where the extent is none, lies outside the frame, or does not hold one block.
    """
    first_row, first_column, last_row, last_column = 0, 0, frame.rows, frame.columns
    if extent is not None:
        first_row, first_column, last_row, last_column = _cells_of(frame, extent)
    rows = (last_row - first_row) // looks * looks
    columns = (last_column - first_column) // looks * looks
    if rows < 1 or columns < 1:
        raise InputError(
            f"MULTILOOK {looks} is larger than the area: it has {last_row - first_row} x {last_column - first_column} "
            "pixels. Choose a smaller value or a larger EXTENT."
        )
    return Placement(frame, first_row, first_column, rows, columns, looks=looks, partial=partial)


def _cells_of(frame: RasterGrid, extent: Extent) -> tuple[int, int, int, int]:
    """First row and column, last row and column (exclusive) of the extent's part of the frame."""
    lon_min, lon_max, lat_min, lat_max = extent
    if not (all(map(math.isfinite, extent)) and lon_min < lon_max and lat_min < lat_max):
        raise InputError(f"EXTENT {extent} is not lon_min, lon_max, lat_min, lat_max in degrees with min < max.")
    if frame.is_geographic:  # a frame across 180 degrees may go on to 181 or begin at -181
        turns = 360.0 * round((frame.x_min + frame.columns * frame.dx / 2 - (lon_min + lon_max) / 2) / 360.0)
        corners_x, corners_y = np.array([lon_min + turns, lon_max + turns]), np.array([lat_min, lat_max])
        if lon_max - lon_min >= 360:
            corners_x = np.array([frame.x_min, frame.x_min + frame.columns * frame.dx])
    else:
        corners_x, corners_y = _outline(extent, frame.crs)
    slack = 1e-6  # of a cell: an extent on a cell's edge must not take the next cell
    first_column = max(0, math.floor((corners_x.min() - frame.x_min) / frame.dx + slack))
    last_column = min(frame.columns, math.ceil((corners_x.max() - frame.x_min) / frame.dx - slack))
    first_row = max(0, math.floor((frame.y_max - corners_y.max()) / frame.dy + slack))
    last_row = min(frame.rows, math.ceil((frame.y_max - corners_y.min()) / frame.dy - slack))
    if first_column >= last_column or first_row >= last_row:
        raise InputError(
            f"The EXTENT {lon_min:g}..{lon_max:g} E, {lat_min:g}..{lat_max:g} N does not touch the frame, which covers "
            f"{describe(frame)}. Choose an extent inside it, or none."
        )
    return first_row, first_column, last_row, last_column


def _outline(extent: Extent, crs: str) -> tuple[FloatArray, FloatArray]:
    """Return points along the sides of a box in degrees, in `crs`: its sides are no straight lines there."""
    lon_min, lon_max, lat_min, lat_max = extent
    part = np.linspace(0.0, 1.0, 21)
    lon, lat = lon_min + part * (lon_max - lon_min), lat_min + part * (lat_max - lat_min)
    x = np.concatenate([lon, lon, np.full(21, lon_min), np.full(21, lon_max)])
    y = np.concatenate([np.full(21, lat_min), np.full(21, lat_max), lat, lat])
    x, y = transform_points(x, y, GEOGRAPHIC, crs)
    known = np.isfinite(x) & np.isfinite(y)
    if not known.any():
        raise InputError(f"EXTENT {extent} cannot be expressed in the frame's reference system: choose one inside it.")
    return x[known], y[known]


def read_window(source: Source, placement: Placement, undeclared: set[float] | None = None) -> npt.NDArray[Any]:
    """Return the window of a raster of the frame [row, column], as stored but for the file's own nodata value.

    Cells without a value, and those that a raster of a part of the frame does not cover, become 0, which is "no
    data" in LiCSAR's files.

    Raises
    ------
    InputError
        Where the file cannot be read, is cut off, has another grid or holds no real numbers.
    """
    grid = grid_of(open_raster(source)) if isinstance(source, Path) else source.grid()
    part = placement.part_of(grid)
    why = "" if placement.partial else mismatch(grid, placement.frame)
    if part is None and not why:
        outside = offset_in(grid, placement.frame) is not None
        why = "it does not reach into the area" if outside else other_cells(grid, placement.frame)
    if why or part is None:
        raise InputError(f"{source.name}: {why}")
    (rows, columns), window = part
    values = (
        window_of_raster(source, rows, columns, undeclared) if isinstance(source, Path) else source.read(rows, columns)
    )
    if values.shape == (placement.rows, placement.columns):
        return values
    whole = np.zeros((placement.rows, placement.columns), dtype=values.dtype)
    whole[window] = values
    return whole


def average(values: npt.NDArray[Any], looks: int, min_fraction: float = 0.5) -> Float32:
    """Return the means of blocks of `looks` x `looks` cells [row // looks, column // looks], NaN where too few.

    Parameters
    ----------
    values : array [row, column]
        NaN where missing; sizes are multiples of `looks`.
    looks : int
        Cells in each direction.
    min_fraction : float
        Part of a block's cells that must be there.
    """
    if looks == 1:
        return np.asarray(values, dtype=np.float32)
    rows, columns = values.shape[0] // looks, values.shape[1] // looks
    blocks = values.reshape(rows, looks, columns, looks)
    there = np.isfinite(blocks)
    count = np.count_nonzero(there, axis=(1, 3))
    total = np.sum(blocks, axis=(1, 3), dtype=np.float64, where=there)
    enough = count >= min_fraction * looks * looks
    return np.where(enough, total / np.maximum(count, 1), np.nan).astype(np.float32)


def on_stack_grid(values: npt.NDArray[Any], grid: RasterGrid, placement: Placement, method: str) -> Float32:
    """Return a raster [row, column] of any grid on the stack's.

    A raster that has the frame's cells, or some of them, is cut and averaged as the phase is; any other is resampled
    by GDAL, from its cells' edges to the stack's.

    Parameters
    ----------
    values : array [row, column]
        NaN where missing.
    grid : RasterGrid
        Of `values`.
    placement : Placement
        Of the stack.
    method : str
        GDAL's name of a resampling method, such as ``cubicspline``.
    """
    if offset_in(grid, placement.frame) is None:
        return warp(values, _turned_to(grid, placement.grid), placement.grid, method)
    window = np.full((placement.rows, placement.columns), np.nan, dtype=np.float32)
    part = placement.part_of(grid)
    if part is not None:
        there, here = part
        window[here] = values[there]
    return average(window, placement.looks)


def _turned_to(grid: RasterGrid, target: RasterGrid) -> RasterGrid:
    """Return a geographic grid by whole turns next to a geographic target: 181 degrees east are -179."""
    if not (grid.is_geographic and target.is_geographic):
        return grid
    distance = target.x_min + target.columns * target.dx / 2 - (grid.x_min + grid.columns * grid.dx / 2)
    return dataclasses.replace(grid, x_min=grid.x_min + 360.0 * round(distance / 360.0))


def warp(values: npt.NDArray[Any], grid: RasterGrid, target: RasterGrid, method: str) -> Float32:
    """Return a raster [row, column] of one grid on another by GDAL's resampling; NaN where missing.

    Parameters
    ----------
    values : array [row, column]
        NaN where missing.
    grid, target : RasterGrid
        Of `values`, and wanted.
    method : str
        GDAL's name of a resampling method.

    Raises
    ------
    InputError
        Where no way leads from one reference system to the other.
    """
    module = gdal()
    source = _in_memory(np.where(np.isfinite(values), values, _NO_VALUE).astype(np.float32), grid)
    x_max, y_min = target.x_min + target.columns * target.dx, target.y_max - target.rows * target.dy
    try:
        warped = module.Warp(
            "",
            source,
            format="MEM",
            dstSRS=wkt_of(target.crs),
            outputBounds=(target.x_min, y_min, x_max, target.y_max),
            width=target.columns,
            height=target.rows,
            resampleAlg=method,
            srcNodata=_NO_VALUE,
            dstNodata=_NO_VALUE,
            errorThreshold=0.0,
        )
    except RuntimeError as error:  # of PROJ: no way from one reference system to the other
        raise InputError(f"A raster cannot be brought to the frame's reference system: {error}") from error
    result = np.asarray(warped.GetRasterBand(1).ReadAsArray(), dtype=np.float32)
    return np.where(result == np.float32(_NO_VALUE), np.float32(np.nan), result)


def _in_memory(values: Float32, grid: RasterGrid) -> Any:
    module = gdal()
    dataset = module.GetDriverByName("MEM").Create("", grid.columns, grid.rows, 1, module.GDT_Float32)
    dataset.SetGeoTransform(grid.geotransform)
    dataset.SetProjection(wkt_of(grid.crs))
    dataset.GetRasterBand(1).WriteArray(values)
    return dataset

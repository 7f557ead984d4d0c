"""Bringing the fields of a file onto a window of the EASE-Grid 2.0: regridded, or cut where they lie there already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.raster import RasterGrid
from ..grid.ease2 import Grid, grid_of_cells
from ..grid.lonlat import LonLatFile, lonlat_file
from ..grid.regridding import LEAST_COVER, Regridder

Extent = tuple[float, float, float, float]


class Placement(Protocol):
    """Reads a field as values on the target's cells."""

    @property
    def target(self) -> RasterGrid:
        """Cells of the result."""

    @property
    def empty_part(self) -> float:
        """Part (0..1) of the extent's cells that the files do not reach."""

    def read(self, dataset: Dataset, name: str, others: dict[str, int], undeclared: set[float]) -> FloatArray:
        """Return variable `name` at the indices `others` [row, column], float64, NaN where missing.

        What stands for missing without being declared so is added to `undeclared`.
        """

    def same_layout(self, dataset: Dataset) -> bool:
        """Return whether another file has the same cells."""


@dataclass(frozen=True)
class Regridding:
    """Fields in longitude and latitude, averaged over cells.

    Attributes
    ----------
    layout : LonLatFile
        Of the files.
    regridder : Regridder
        To the cells.
    """

    layout: LonLatFile
    regridder: Regridder

    @property
    def target(self) -> RasterGrid:
        """Cells of the result."""
        return self.regridder.target

    @property
    def empty_part(self) -> float:
        """Part (0..1) of the extent's cells that the files do not reach."""
        return float(np.mean(self.regridder.reach < LEAST_COVER))

    def read(self, dataset: Dataset, name: str, others: dict[str, int], undeclared: set[float]) -> FloatArray:
        """Return variable `name` at the indices `others` [row, column]."""
        window = self.regridder.source_window
        return self.regridder.apply(self.layout.read(dataset, name, others, window, undeclared))

    def same_layout(self, dataset: Dataset) -> bool:
        """Return whether another file has the same cells, in the same order."""
        other = lonlat_file(dataset)
        return other.upside_down == self.layout.upside_down and other.grid.matches(self.layout.grid)


@dataclass(frozen=True)
class Cutting:
    """Fields that lie on the EASE-Grid already.

    Attributes
    ----------
    source, target : RasterGrid
        Of the file, and the part of it that is kept.
    row, column : int
        First cell of the part in the file.
    empty_part : float
        Part (0..1) of the extent's cells that the file does not have.
    """

    source: RasterGrid
    target: RasterGrid
    row: int
    column: int
    empty_part: float

    def read(self, dataset: Dataset, name: str, others: dict[str, int], undeclared: set[float]) -> FloatArray:
        """Return variable `name` at the indices `others` [row, column]."""
        rows = slice(self.row, self.row + self.target.rows)
        columns = slice(self.column, self.column + self.target.columns)
        at = {"y": rows, "x": columns}
        dimensions = dataset.variables[name].dimensions
        index = tuple(at[dim] if dim in at else others.get(dim, 0) for dim in dimensions)
        values = netcdf.read_marked(dataset, name, index, undeclared)
        return values.T if [dim for dim in dimensions if dim in at] == ["x", "y"] else values

    def same_layout(self, dataset: Dataset) -> bool:
        """Return whether another file has the same cells."""
        return netcdf.read_grid(dataset).matches(self.source)


def placement_of(dataset: Dataset, grid_name: str, extent: Extent | None) -> Placement:
    """Return how an open file comes onto the cells of a grid.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        In longitude and latitude, or on the grid itself.
    grid_name : {"M25", "M36", "M09"}
        EASE-Grid 2.0.
    extent : (west, east, south, north) or None
        In degrees; None for all that the file covers.

    Raises
    ------
    InputError
        Where the file has no usable grid or does not reach the extent.
    """
    whole = Grid(grid_name)
    if "x" in dataset.variables and "y" in dataset.variables:
        source = netcdf.read_grid(dataset)
        if not source.is_geographic:
            return _cutting(source, whole, extent)
    layout = lonlat_file(dataset)
    box = extent if extent is not None else _bounds(layout.grid)
    return Regridding(layout, Regridder(layout.grid, whole.window(*whole.covering(*box))))


def _bounds(grid: RasterGrid) -> Extent:
    """West, east, south, north of a grid in degrees, within the poles."""
    south = grid.y_max - grid.rows * grid.dy
    return grid.x_min, grid.x_min + grid.columns * grid.dx, max(south, -90.0), min(grid.y_max, 90.0)


def _cutting(source: RasterGrid, whole: Grid, extent: Extent | None) -> Cutting:
    theirs, row0, column0 = grid_of_cells(source)
    if theirs != whole:
        raise InputError(f"The file lies on the EASE-Grid 2.0 {theirs.name} already: choose GRID={theirs.name}.")
    if extent is None:
        return Cutting(source, source, 0, 0, 0.0)
    row, column, rows, columns = whole.covering(*extent)
    # Columns counted from the file's first one, also where one of the two reaches over the 180th meridian.
    first = (column - column0) % whole.columns
    if first >= source.columns:
        first -= whole.columns
    top, left = max(row - row0, 0), max(first, 0)
    bottom, right = min(row - row0 + rows, source.rows), min(first + columns, source.columns)
    if bottom <= top or right <= left:
        raise InputError("The file does not reach the EXTENT that was asked for.")
    target = source.window(top, left, bottom - top, right - left)
    return Cutting(source, target, top, left, 1 - target.rows * target.columns / (rows * columns))

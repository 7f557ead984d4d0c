"""Columns of the land model on a window of the EASE-Grid 2.0."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from ..files.raster import RasterGrid
from ..grid.ease2 import Grid
from .catchment import Parameters
from .random_fields import Cells


@dataclass(frozen=True)
class Tiles:
    """Columns with their parameters and places.

    Attributes
    ----------
    parameters : Parameters
        Of the columns, [tile].
    grid : RasterGrid
        Window of the EASE-Grid 2.0.
    ease_grid : str
        M25, M36 or M09.
    row0, column0 : int
        First cell of the window in the global grid.
    row, column : int array [tile]
        Cell of each column in the window.
    fraction : array [tile]
        Part of its cell that a column stands for, relative to others there.
    synthetic : bool
        Whether the parameters are made up.
    """

    parameters: Parameters
    grid: RasterGrid
    ease_grid: str
    row0: int
    column0: int
    row: IntArray
    column: IntArray
    fraction: FloatArray
    synthetic: bool = False

    @property
    def count(self) -> int:
        """Number of columns."""
        return int(self.row.size)

    @property
    def lon_lat(self) -> tuple[FloatArray, FloatArray]:
        """Longitude and latitude of the columns' cells, degrees, each [tile]."""
        return Grid(self.ease_grid).center(self.row0 + self.row, self.column0 + self.column)

    def cells(self) -> Cells:
        """Return where the columns lie, for random fields."""
        whole = Grid(self.ease_grid)
        rows = self.row0 + np.array([0.0, self.grid.rows])
        _, lat = whole.center(rows - 0.5, np.zeros(2))
        height = float(abs(lat[0] - lat[1])) / self.grid.rows
        return Cells(self.grid.shape, self.row, self.column, height, 360.0 / whole.columns)

    def to_grid(self, values: FloatArray) -> FloatArray:
        """Return values [.., tile] as the cells' means [.., row, column]; NaN where there is no column."""
        leading = values.shape[:-1]
        cell = self.row * self.grid.columns + self.column
        size = self.grid.rows * self.grid.columns
        weight = np.bincount(cell, self.fraction, size)
        flat = values.reshape(-1, values.shape[-1])
        if np.unique(cell).size == cell.size:
            total = np.full((flat.shape[0], size), np.nan)
            total[:, cell] = flat
        else:
            sums = np.stack([np.bincount(cell, row * self.fraction, size) for row in flat])
            total = np.where(weight > 0, sums / np.where(weight > 0, weight, 1.0), np.nan)
        return total.reshape(*leading, *self.grid.shape)


def tiles_at(
    parameters: Parameters, lon: FloatArray, lat: FloatArray, fraction: FloatArray, ease_grid: str, *, source: str
) -> Tiles:
    """Return columns at places, on the smallest window of whole cells that holds them.

    Raises
    ------
    InputError
        Where a place lies beyond the grid.
    """
    whole = Grid(ease_grid)
    row, column = whole.index(lon, lat)
    if (row < 0).any() or (row >= whole.rows).any() or (column < 0).any():
        raise InputError(f"{source}: a column has no usable lon and lat; give degrees east and north.")
    if np.ptp(column) > whole.columns // 2:
        # Columns on both sides of the 180th meridian: count on over it.
        column = np.where(column < whole.columns // 2, column + whole.columns, column)
    row0, column0 = int(row.min()), int(column.min())
    grid = whole.window(row0, column0, int(np.ptp(row)) + 1, int(np.ptp(column)) + 1)
    return Tiles(parameters, grid, ease_grid, row0, column0, row=row - row0, column=column - column0, fraction=fraction)

"""Which cell holds a pixel, and means over the pixels of a cell, block after block."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points
from ..grid.ease2 import Grid

_SLACK_DEG = 1e-6
"""A tenth of a metre: a single point is no box."""


def cells_holding(grid: RasterGrid, whole: Grid) -> tuple[int, int, int, int]:
    """Return the smallest window of whole cells that holds a raster's pixels.

    Parameters
    ----------
    grid : RasterGrid
        In degrees or any projection.
    whole : Grid
        EASE-Grid 2.0.

    Returns
    -------
    row0, column0, rows, columns : int
        As :meth:`~.ease2.Grid.covering`.
    """
    x = grid.x_min + np.arange(grid.columns + 1) * grid.dx
    y = grid.y_max - np.arange(grid.rows + 1) * grid.dy
    if grid.is_geographic:
        return whole.covering(float(x[0]), float(x[-1]), float(max(y[-1], -90.0)), float(min(y[0], 90.0)))
    edge_x = np.concatenate([x, x, np.full(y.size, x[0]), np.full(y.size, x[-1])])
    edge_y = np.concatenate([np.full(x.size, y[0]), np.full(x.size, y[-1]), y, y])
    lon, lat = transform_points(edge_x, edge_y, grid.crs, GEOGRAPHIC)
    # About its own first place, so that a frame over the 180th meridian is one piece.
    lon = lon[0] + (lon - lon[0] + 180.0) % 360.0 - 180.0
    return whole.covering(float(lon.min()), float(lon.max()), float(lat.min()), float(lat.max()))


class PixelCells:
    """Finds the cell of the window that holds each pixel's centre, and counts the pixels of the cells.

    Parameters
    ----------
    grid : RasterGrid
        Of the pixels.
    whole : Grid
        EASE-Grid 2.0.
    window : tuple
        From :func:`cells_holding`.

    Attributes
    ----------
    n_pixels : int array [cell]
        Pixels of the rows counted so far, with or without data.
    """

    def __init__(self, grid: RasterGrid, whole: Grid, window: tuple[int, int, int, int]) -> None:
        self._grid, self._whole, self._window = grid, whole, window
        self.n_pixels: IntArray = np.zeros(window[2] * window[3], dtype=np.int64)
        # Latitude and longitude are the axes of the cells too.
        self._column = whole.index(grid.x, np.zeros(grid.columns))[1] if grid.is_geographic else None

    def of_rows(self, rows: slice) -> IntArray:
        """Return the cell [pixel] in the window, row by row, of the pixels of some rows; -1 outside."""
        y = self._grid.y[rows]
        if self._column is not None:
            row = self._whole.index(np.zeros(y.size), y)[0][:, None]
            column = self._column[None, :]
        else:
            lon, lat = transform_points(*_mesh(self._grid.x, y), self._grid.crs, GEOGRAPHIC)
            row, column = self._whole.index(lon, lat)
        row0, column0, n_rows, n_columns = self._window
        row, column = row - row0, (column - column0) % self._whole.columns
        inside = (row >= 0) & (row < n_rows) & (column < n_columns)
        return np.where(inside, row * n_columns + column, -1).ravel()

    def count(self, cell: IntArray) -> None:
        """Add the pixels of a block, from :meth:`of_rows`, to `n_pixels`."""
        self.n_pixels = self.n_pixels + np.bincount(cell[cell >= 0], minlength=self.n_pixels.size)


class PointCells:
    """As :class:`PixelCells`, for points.

    Parameters
    ----------
    lon, lat : array [point]
        Degrees.
    whole : Grid
        EASE-Grid 2.0.

    Attributes
    ----------
    window : tuple
        Smallest one of whole cells that holds the points, as :func:`cells_holding`.
    n_pixels : int array [cell]
        Points of the blocks counted so far, with or without data.
    """

    def __init__(self, lon: FloatArray, lat: FloatArray, whole: Grid) -> None:
        known = np.isfinite(lon) & np.isfinite(lat)
        if not known.any():
            raise InputError("No point has a place.")
        around = lon[known][0]
        near = around + np.mod(lon - around + 180.0, 360.0) - 180.0  # points about the 180th meridian are one piece
        south, north = float(np.nanmin(lat)) - _SLACK_DEG, float(np.nanmax(lat)) + _SLACK_DEG
        west, east = float(np.nanmin(near)) - _SLACK_DEG, float(np.nanmax(near)) + _SLACK_DEG
        self.window = whole.covering(west, east, south, north)
        row0, column0, rows, columns = self.window
        row, column = whole.index(np.where(known, near, around), np.where(known, lat, south))
        row, column = row - row0, (column - column0) % whole.columns
        inside = known & (row >= 0) & (row < rows) & (column < columns)
        self._cell: IntArray = np.where(inside, row * columns + column, -1)
        self.n_pixels: IntArray = np.zeros(rows * columns, dtype=np.int64)

    def of_rows(self, points: slice) -> IntArray:
        """Return the cell [point] in the window of some points; -1 outside."""
        return self._cell[points]

    def count(self, cell: IntArray) -> None:
        """Add the points of a block, from :meth:`of_rows`, to `n_pixels`."""
        self.n_pixels = self.n_pixels + np.bincount(cell[cell >= 0], minlength=self.n_pixels.size)


def _mesh(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    grid_x, grid_y = np.meshgrid(x, y)
    return grid_x, grid_y


class CellMeans:
    """Mean and spread over the pixels of cells at several dates, from blocks of pixels.

    Blocks are merged by their means and sums of squared deviations (Chan, Golub and LeVeque 1983), which keeps the
    digits that a difference of sums of squares would lose.

    Parameters
    ----------
    n_dates, n_cells : int
        Sizes.

    Attributes
    ----------
    count : int array [date, cell]
        Values.
    mean : array [date, cell]
        0 where there is none.
    n_members : int array [cell]
        Pixels, with values at any date.
    """

    def __init__(self, n_dates: int, n_cells: int) -> None:
        self.count: IntArray = np.zeros((n_dates, n_cells), dtype=np.int64)
        self.mean: FloatArray = np.zeros((n_dates, n_cells))
        self.n_members: IntArray = np.zeros(n_cells, dtype=np.int64)
        self._squares: FloatArray = np.zeros((n_dates, n_cells))

    @property
    def std(self) -> FloatArray:
        """Population standard deviation [date, cell]; 0 where there is no value."""
        return np.asarray(np.sqrt(self._squares / np.maximum(self.count, 1)))

    def add(self, cell: IntArray, values: FloatArray) -> None:
        """Add pixels.

        Parameters
        ----------
        cell : int array [pixel]
            Where they lie.
        values : array [date, pixel]
            NaN is left out.
        """
        if cell.size == 0:
            return
        self.n_members = self.n_members + np.bincount(cell, minlength=self.n_members.size)
        for date, at_date in enumerate(values):
            valid = np.isfinite(at_date)
            if valid.all():
                self._merge(date, cell, at_date.astype(np.float64))
            else:
                self._merge(date, cell[valid], at_date[valid].astype(np.float64))

    def _merge(self, date: int, cell: IntArray, values: FloatArray) -> None:
        size = self.n_members.size
        count = np.bincount(cell, minlength=size)
        mean = np.bincount(cell, values, size) / np.maximum(count, 1)
        squares = np.bincount(cell, (values - mean[cell]) ** 2, size)
        before = self.count[date]
        together = np.maximum(before + count, 1)
        step = mean - self.mean[date]
        self._squares[date] += squares + step**2 * (before * count / together)
        self.mean[date] += np.where(count > 0, step * (count / together), 0.0)
        self.count[date] += count

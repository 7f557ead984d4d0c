"""The pixels of a grid that are the reference area: all displacement is relative to their mean."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..files import netcdf
from ..files.handles import Dataset
from ..files.netcdf import ReferenceArea, read_reference_area
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points

VARIABLE = "reference_area"

_SLACK = 1e-6  # of a cell: edges written to a file and read again stay the same
_VALUES_AT_ONCE = 4_000_000
_MOST_PLACES = 16


@dataclass(frozen=True)
class ReferencePixels:
    """Pixels of a grid, kept as a mask of the smallest window that has them all.

    Attributes
    ----------
    row, column : int
        First of the window.
    inside : bool array [row of the window, column of the window]
        True for the pixels of the area.
    """

    row: int
    column: int
    inside: BoolArray

    @property
    def rows(self) -> slice:
        """The rows of the window."""
        return slice(self.row, self.row + self.inside.shape[0])

    @property
    def columns(self) -> slice:
        """The columns of the window."""
        return slice(self.column, self.column + self.inside.shape[1])

    @property
    def n_pixels(self) -> int:
        """How many pixels."""
        return int(np.count_nonzero(self.inside))

    def of(self, values: FloatArray) -> FloatArray:
        """Return the area's pixels [.., pixel] of values over the window [.., row, column].

        Parameters
        ----------
        values : array [.., row, column]
            Over the window of `rows` and `columns`.

        Returns
        -------
        array [.., pixel]
            In the order of rows.
        """
        return np.asarray(values[..., self.inside])

    def within(self, start: int, stop: int) -> ReferencePixels | None:
        """Return the part of the area in some rows of the grid (end exclusive), or None where there is none.

        Parameters
        ----------
        start, stop : int
            Rows of the grid.

        Returns
        -------
        ReferencePixels or None
            With places in the whole grid.
        """
        first, last = max(start, self.row), min(stop, self.rows.stop)
        if first >= last:
            return None
        return ReferencePixels(first, self.column, self.inside[first - self.row : last - self.row])

    def holds(self, row: IntArray, column: IntArray) -> BoolArray:
        """Return whether pixels of the grid [..], which may lie outside it, belong to the area.

        Parameters
        ----------
        row, column : int array [..]
            In the grid.

        Returns
        -------
        bool array [..]
            True inside the area.
        """
        row, column = np.asarray(row) - self.row, np.asarray(column) - self.column
        height, width = self.inside.shape
        there = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        return np.asarray(there & self.inside[np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)])


def rectangle(row: int, row_stop: int, column: int, column_stop: int) -> ReferencePixels:
    """Return all pixels of some rows and columns, ends exclusive.

    Parameters
    ----------
    row, row_stop, column, column_stop : int
        In the grid.

    Returns
    -------
    ReferencePixels
        All of them.
    """
    return ReferencePixels(row, column, np.ones((row_stop - row, column_stop - column), dtype=bool))


def pixels_of_mask(mask: BoolArray, row: int = 0, column: int = 0) -> ReferencePixels | None:
    """Return where a mask is True, whose first pixel is (`row`, `column`) of the grid; None where nowhere.

    Parameters
    ----------
    mask : bool array [row, column]
        True in the area.
    row, column : int
        Place of the mask in the grid.

    Returns
    -------
    ReferencePixels or None
        The smallest window that holds the area.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return None
    inside = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].copy()
    return ReferencePixels(row + int(rows[0]), column + int(columns[0]), inside)


def pixels_in_box(
    grid: RasterGrid, lon_min: float, lon_max: float, lat_min: float, lat_max: float
) -> ReferencePixels | None:
    """Return the pixels whose centres lie between edges in degrees, at least the one at their middle; None outside.

    Parameters
    ----------
    grid : RasterGrid
        In degrees or any projection.
    lon_min, lon_max, lat_min, lat_max : float
        Edges in degrees.

    Returns
    -------
    ReferencePixels or None
        None where the middle lies outside the grid.
    """
    lon, lat = (lon_min + lon_max) / 2, (lat_min + lat_max) / 2
    if grid.is_geographic:
        column = _between(lon_min, lon_max, grid.x_min, grid.dx, grid.columns)
        row = _between(-lat_max, -lat_min, -grid.y_max, grid.dy, grid.rows)
        return None if column is None or row is None else rectangle(*row, *column)
    # In a projection edges in degrees are slanted and bent: look at every centre in the window about them.
    sides = np.array([(a, b) for a in (lon_min, lon, lon_max) for b in (lat_min, lat, lat_max)])
    x, y = transform_points(sides[:, 0], sides[:, 1], GEOGRAPHIC, grid.crs)
    if not np.isfinite([x, y]).all():  # beyond what the projection can show
        return None
    rows, columns = grid.index(x, y)
    top, bottom = max(0, int(rows.min()) - 1), min(grid.rows, int(rows.max()) + 2)
    left, right = max(0, int(columns.min()) - 1), min(grid.columns, int(columns.max()) + 2)
    if top >= bottom or left >= right:
        return None
    lons, lats = grid.window(top, left, bottom - top, right - left).lon_lat()
    slack = _SLACK * grid.dy / 111_000.0
    inside = (
        (lons >= lon_min - slack) & (lons <= lon_max + slack) & (lats >= lat_min - slack) & (lats <= lat_max + slack)
    )
    row_of_middle, column_of_middle = int(rows[4]), int(columns[4])
    if not inside.any() and 0 <= row_of_middle < grid.rows and 0 <= column_of_middle < grid.columns:
        return rectangle(row_of_middle, row_of_middle + 1, column_of_middle, column_of_middle + 1)
    return pixels_of_mask(inside, top, left)


def _between(low: float, high: float, start: float, step: float, size: int) -> tuple[int, int] | None:
    """First and last (exclusive) cell whose centre lies in low..high; else the cell that holds the middle."""
    first = max(0, math.ceil((low - start) / step - 0.5 - _SLACK))
    last = min(size, math.floor((high - start) / step - 0.5 + _SLACK) + 1)
    if first < last:
        return first, last
    cell = math.floor(((low + high) / 2 - start) / step)
    return (cell, cell + 1) if 0 <= cell < size else None


def area_of(grid: RasterGrid, pixels: ReferencePixels, los_up: float) -> ReferenceArea:
    """Return the edges of pixels in degrees, and places that stand for them where they do not fill the edges.

    Parameters
    ----------
    grid : RasterGrid
        That the pixels belong to.
    pixels : ReferencePixels
        Of the area.
    los_up : float
        Upward part of the line of sight there.

    Returns
    -------
    ReferenceArea
        For the attributes of a file.
    """
    west, east = (grid.x_min + c * grid.dx for c in (pixels.columns.start, pixels.columns.stop))
    south, north = (grid.y_max - r * grid.dy for r in (pixels.rows.stop, pixels.rows.start))
    x = np.array([west, east, (west + east) / 2, (west + east) / 2])
    y = np.array([(south + north) / 2, (south + north) / 2, south, north])
    x, y = _in_degrees(grid, x, y)
    places = () if pixels.inside.all() else _places(grid, pixels)
    return ReferenceArea(float(x[0]), float(x[1]), float(y[2]), float(y[3]), los_up, places=places)


def _in_degrees(grid: RasterGrid, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    if grid.is_geographic:
        return x, y
    lon, lat = transform_points(x, y, grid.crs, GEOGRAPHIC)
    return lon, lat


def _places(grid: RasterGrid, pixels: ReferencePixels) -> tuple[tuple[float, float, float], ...]:
    """Return the centroids of up to 16 groups of neighbouring pixels, with their parts of all pixels.

    The largest group is halved across its longer side, again and again.
    """
    row, column = np.nonzero(pixels.inside)
    x = grid.x_min + (pixels.column + column + 0.5) * grid.dx
    y = grid.y_max - (pixels.row + row + 0.5) * grid.dy
    groups = [np.arange(row.size)]
    while len(groups) < min(_MOST_PLACES, row.size):
        largest = groups.pop(int(np.argmax([group.size for group in groups])))
        along = column if np.ptp(column[largest]) >= np.ptp(row[largest]) else row
        order = largest[np.argsort(along[largest], kind="stable")]
        groups += [order[: order.size // 2], order[order.size // 2 :]]
    middles = np.array([[x[group].mean(), y[group].mean()] for group in groups])
    lon, lat = _in_degrees(grid, middles[:, 0], middles[:, 1])
    return tuple((float(a), float(b), group.size / row.size) for a, b, group in zip(lon, lat, groups))


def write_reference_pixels(dataset: Dataset, pixels: ReferencePixels) -> None:
    """Write ``reference_area`` [y, x] (1 = in the area), over the one that the file may have.

    Parameters
    ----------
    dataset : Dataset
        Open for writing, with its grid.
    pixels : ReferencePixels
        Of the area.
    """
    if VARIABLE not in dataset.variables:
        words = "1 where the pixel belongs to the reference area"
        netcdf.add_variable(dataset, VARIABLE, ("y", "x"), "1", words, dtype="u1", fill=None)
    columns = len(dataset.dimensions["x"])
    for rows in _row_blocks(dataset):
        block = np.zeros((rows.stop - rows.start, columns), dtype=np.uint8)
        part = pixels.within(rows.start, rows.stop)
        if part is not None:
            block[part.row - rows.start : part.rows.stop - rows.start, part.columns] = part.inside
        dataset[VARIABLE][rows] = block


def read_reference_pixels(dataset: Dataset, grid: RasterGrid) -> ReferencePixels | None:
    """Return the reference area of an open file, or None where it names none, or one outside its grid.

    The pixels of ``reference_area``; in files without it those between the edges in the attributes.

    Parameters
    ----------
    dataset : Dataset
        Open.
    grid : RasterGrid
        Of the file.

    Returns
    -------
    ReferencePixels or None
        The area.
    """
    if VARIABLE in dataset.variables:
        found = [_flags(dataset, rows) for rows in _row_blocks(dataset)]
        used = [pixels for pixels in found if pixels is not None]
        if used:
            return _joined(used)
    area = read_reference_area(dataset)
    return None if area is None else pixels_in_box(grid, area.lon_min, area.lon_max, area.lat_min, area.lat_max)


def _flags(dataset: Dataset, rows: slice) -> ReferencePixels | None:
    return pixels_of_mask(np.asarray(netcdf.read(dataset, VARIABLE, rows)) == 1, rows.start)


def _joined(parts: list[ReferencePixels]) -> ReferencePixels:
    """Return one object for windows that lie below each other."""
    row, column = parts[0].row, min(part.column for part in parts)
    inside = np.zeros((parts[-1].rows.stop - row, max(part.columns.stop for part in parts) - column), dtype=bool)
    for part in parts:
        window = slice(part.row - row, part.rows.stop - row), slice(part.column - column, part.columns.stop - column)
        inside[window] = part.inside
    return ReferencePixels(row, column, inside)


def _row_blocks(dataset: Dataset) -> Iterator[slice]:
    rows, columns = len(dataset.dimensions["y"]), len(dataset.dimensions["x"])
    step = max(1, _VALUES_AT_ONCE // max(1, columns))
    for start in range(0, rows, step):
        yield slice(start, min(rows, start + step))

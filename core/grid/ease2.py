"""EASE-Grid 2.0: the global cylindrical equal-area grids M25, M36 and M09 (EPSG:6933)."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points

EASE2_CRS = "EPSG:6933"
OUTSIDE = -1
"""Row and column of places that are no place (NaN, latitude beyond the poles)."""

# Cell size in m, columns, rows: Brodzik et al. (2012, 2014), doi 10.3390/ijgi1010032 and 10.3390/ijgi3031154.
_DEFINITIONS = {
    "M36": (36032.220840584, 964, 406),
    "M25": (25025.2600081, 1388, 584),
    "M09": (9008.055210146, 3856, 1624),
}
_EDGE_TOLERANCE = 1e-6
"""Part of a cell by which a box may overlap a cell without claiming it: rounding, not overlap."""


@dataclass(frozen=True)
class Grid:
    """One of the global cylindrical EASE-Grids 2.0.

    Rows count from the north and columns from the west, both from 0; the grid is centred on the equator and
    the meridian of Greenwich. All cells have the same area.

    Parameters
    ----------
    name : {"M25", "M36", "M09"}
        Grid of 25, 36 or 9 km.

    Raises
    ------
    InputError
        Where there is no grid of that name.
    """

    name: str

    def __post_init__(self) -> None:
        """Check the name."""
        if self.name not in _DEFINITIONS:
            raise InputError(f"There is no EASE-Grid 2.0 '{self.name}': choose one of {', '.join(_DEFINITIONS)}.")

    @property
    def cell_size(self) -> float:
        """Side of a cell in m of the projection."""
        return _DEFINITIONS[self.name][0]

    @property
    def columns(self) -> int:
        """Number of columns around the globe."""
        return _DEFINITIONS[self.name][1]

    @property
    def rows(self) -> int:
        """Number of rows from north to south."""
        return _DEFINITIONS[self.name][2]

    @property
    def x_min(self) -> float:
        """Left edge of the grid in m."""
        return -self.columns * self.cell_size / 2

    @property
    def y_max(self) -> float:
        """Upper edge of the grid in m."""
        return self.rows * self.cell_size / 2

    def index(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[IntArray, IntArray]:
        """Return row and column of the cells that hold places.

        Parameters
        ----------
        lon, lat : array [..]
            Degrees; any turn of longitude (-180..180 or 0..360).

        Returns
        -------
        row, column : int array [..]
            The row is below 0 or at least `rows` beyond the grid's edges (84.4 or 85.0 degrees of latitude);
            both are `OUTSIDE` where a coordinate is NaN or a latitude is beyond a pole.

        Examples
        --------
        >>> [int(number) for number in Grid("M25").index(100.2, 25.6)]
        [165, 1080]
        """
        row, column = self._fractional_index(lon, lat)
        inside = np.isfinite(row) & np.isfinite(column)
        rows = np.where(inside, np.floor(np.where(inside, row, 0)), OUTSIDE).astype(np.intp)
        # The projection of 180 degrees lies on the grid's edge to a millimetre: one side or the other by rounding.
        columns = np.clip(np.floor(np.where(inside, column, 0)), 0, self.columns - 1)
        return rows, np.where(inside, columns, OUTSIDE).astype(np.intp)

    def _fractional_index(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Row and column [..] as real numbers counted from the upper left edge; not finite where there is none."""
        lon, lat = np.broadcast_arrays(np.asarray(lon, np.float64), np.asarray(lat, np.float64))
        x, y = transform_points(lon, lat, GEOGRAPHIC, EASE2_CRS)
        return (self.y_max - y) / self.cell_size, (x - self.x_min) / self.cell_size

    def center(self, row: npt.ArrayLike, column: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Return longitude (-180..180) and latitude in degrees [..] of cell centres [..].

        Parameters
        ----------
        row, column : array [..]
            Counted from the grid's upper left cell.

        Returns
        -------
        lon, lat : array [..]
            In degrees.
        """
        row, column = np.broadcast_arrays(np.asarray(row, np.float64), np.asarray(column, np.float64))
        x = self.x_min + (column + 0.5) * self.cell_size
        y = self.y_max - (row + 0.5) * self.cell_size
        return transform_points(x, y, EASE2_CRS, GEOGRAPHIC)

    def window(self, row0: int, column0: int, rows: int, columns: int) -> RasterGrid:
        """Return the cells of a window as a raster grid.

        A window may reach over the 180th meridian: `column0` + `columns` is then more than the grid has.

        Parameters
        ----------
        row0, column0 : int
            First cell of the window.
        rows, columns : int
            Its size.

        Returns
        -------
        RasterGrid
            In the grid's projection, in m.
        """
        size = self.cell_size
        return RasterGrid(
            EASE2_CRS, self.x_min + column0 * size, self.y_max - row0 * size, size, size, columns=columns, rows=rows
        )

    def covering(self, lon_min: float, lon_max: float, lat_min: float, lat_max: float) -> tuple[int, int, int, int]:
        """Return the smallest window of whole cells that holds a box.

        Parameters
        ----------
        lon_min, lon_max : float
            West and east edge in degrees, any turn; `lon_max` below `lon_min` means over the 180th meridian.
        lat_min, lat_max : float
            South and north edge; cut where they reach beyond the grid.

        Returns
        -------
        row0, column0, rows, columns : int
            For :meth:`window`.

        Raises
        ------
        InputError
            Where the box is not one, or lies beyond the grid.
        """
        if not (np.all(np.isfinite([lon_min, lon_max, lat_min, lat_max])) and -90 <= lat_min < lat_max <= 90):
            raise InputError(
                f"The box {lon_min:g}..{lon_max:g} E, {lat_min:g}..{lat_max:g} N is not one: "
                "give west, east, south, north in degrees."
            )
        edges, _ = self._fractional_index([0.0, 0.0], [lat_max, lat_min])
        row0 = int(np.floor(np.clip(edges[0], 0, self.rows) + _EDGE_TOLERANCE))
        row1 = int(np.ceil(np.clip(edges[1], 0, self.rows) - _EDGE_TOLERANCE))
        if row1 <= row0:
            raise InputError(f"Latitudes {lat_min:g}..{lat_max:g} lie beyond the EASE-Grid 2.0 {self.name}.")
        column0, columns = self._covering_columns(lon_min, lon_max)
        return row0, column0, row1 - row0, columns

    def _covering_columns(self, lon_min: float, lon_max: float) -> tuple[int, int]:
        """First column and number of columns over a span of longitude."""
        width = lon_max - lon_min
        if width <= 0:
            width = width % 360.0
        if width >= 360.0 - 1e-9 or width == 0:
            return 0, self.columns
        west = ((lon_min + 180.0) % 360.0) / 360.0 * self.columns
        east = west + width / 360.0 * self.columns
        first = int(np.floor(west + _EDGE_TOLERANCE))
        last = int(np.ceil(east - _EDGE_TOLERANCE))
        return first, min(last - first, self.columns)

    def first_cell(self, grid: RasterGrid) -> tuple[int, int]:
        """Return row and column, in this grid, of the first cell of a file's grid.

        Parameters
        ----------
        grid : RasterGrid
            Of a file.

        Returns
        -------
        row, column : int
            Counted from the grid's upper left cell.

        Raises
        ------
        InputError
            Where the file's grid is not a part of this grid.
        """
        row, column = (self.y_max - grid.y_max) / self.cell_size, (grid.x_min - self.x_min) / self.cell_size
        if not (np.isfinite(row) and np.isfinite(column)):
            raise InputError("The file's grid has no place: its coordinates are not numbers. Make the file again.")
        row0, column0 = round(row), round(column)
        # Files that give the cell size as 25025.26 lie up to 6 mm off at the edge: far below a thousandth of a cell.
        fits = (
            is_ease2(grid.crs)
            and abs(row - row0) < 1e-3
            and abs(column - column0) < 1e-3
            and abs(grid.dx - self.cell_size) * grid.columns < 1e-3 * self.cell_size
            and abs(grid.dy - self.cell_size) * grid.rows < 1e-3 * self.cell_size
            and row0 >= 0
            and row0 + grid.rows <= self.rows
        )
        if not fits:
            raise InputError(
                f"The file's grid (cells of {grid.dx:g} x {grid.dy:g}) is not part of the EASE-Grid 2.0 {self.name}: "
                "make the file again with this GRID, or choose the grid that it has."
            )
        return row0, column0


@functools.lru_cache(maxsize=32)
def is_ease2(crs: str) -> bool:
    """Whether a reference system, by whatever name or text, projects as EPSG:6933 does.

    Parameters
    ----------
    crs : str
        Any name or text of a reference system.

    Returns
    -------
    bool
        To 1 m at three places.
    """
    lon, lat = np.array([-120.0, 0.0, 99.95]), np.array([-60.0, 10.0, 25.7])
    theirs = np.array(transform_points(lon, lat, GEOGRAPHIC, crs))
    ours = np.array(transform_points(lon, lat, GEOGRAPHIC, EASE2_CRS))
    return bool(np.all(np.abs(theirs - ours) < 1.0))


def grid_of_cells(grid: RasterGrid) -> tuple[Grid, int, int]:
    """Return which EASE-Grid 2.0 a file's grid is part of, and row and column of its first cell there.

    Parameters
    ----------
    grid : RasterGrid
        Of a file.

    Returns
    -------
    (Grid, row, column)
        Row and column counted from the upper left cell.

    Raises
    ------
    InputError
        Where it is part of none.
    """
    for name in _DEFINITIONS:
        whole = Grid(name)
        if abs(grid.dx - whole.cell_size) < 1.0:
            return (whole, *whole.first_cell(grid))
    raise InputError(
        f"The file's grid (cells of {grid.dx:g} x {grid.dy:g}) is no EASE-Grid 2.0 of "
        f"{', '.join(_DEFINITIONS)}: import it with the algorithm for its kind first."
    )

"""The cells that carry water, and the region whose mean is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files.raster import RasterGrid, open_raster, read_raster
from ..geodesy import METRES_PER_DEGREE, transform_points
from ..grid.ease2 import Grid
from ..grid.regions import cell_fractions, read_polygons
from ..loading.background import covered_part
from ..loading.cells import GridCells, cell_area, grid_cells
from ..loading.load_file import LoadFile

MOST_CELLS = 100_000


@dataclass(frozen=True)
class Domain:
    """Cells of an inversion.

    Attributes
    ----------
    grid : RasterGrid
        Window of an EASE-Grid 2.0.
    cells : GridCells
        All of its cells, on the authalic sphere.
    land : array [row, column] of bool
        Cells that carry water.
    weights : array [land cell]
        Of the region's mean; they sum up to 1.
    region : array [row, column]
        Part of each cell in the region.
    """

    grid: RasterGrid
    cells: GridCells
    land: BoolArray
    weights: FloatArray
    region: FloatArray

    @property
    def row_latitudes(self) -> FloatArray:
        """Authalic latitude [row] of the centres."""
        return self.cells.lat[:: self.grid.columns]

    @property
    def step(self) -> float:
        """Degrees of longitude from column to column."""
        return float(2 * self.cells.half_width[0])

    def on_grid(self, values: FloatArray, dtype: str = "f8") -> FloatArray:
        """Return values [.., land cell] on the grid [.., row, column]; NaN on other cells.

        Parameters
        ----------
        values : array [.., land cell]
            In the order of the rows.
        dtype : str
            Of the result.

        Returns
        -------
        array [.., row, column]
            In the same unit.
        """
        field = np.full((*values.shape[:-1], *self.grid.shape), np.nan, dtype)
        field[..., self.land] = values
        return field


def window_around(lon: FloatArray, lat: FloatArray, buffer_km: float, name: str) -> RasterGrid:
    """Return the window of the grid `name` that reaches `buffer_km` beyond places in degrees (any turn of longitude).

    Parameters
    ----------
    lon, lat : array [place]
        In degrees.
    buffer_km : float
        Beyond the outermost places.
    name : str
        ``M25``, ``M36`` or ``M09``.

    Returns
    -------
    RasterGrid
        Part of the EASE-Grid 2.0.

    Raises
    ------
    InputError
        Where it would hold more than `MOST_CELLS` cells.
    """
    margin = 1000 * buffer_km / METRES_PER_DEGREE
    south, north = max(-84.0, float(lat.min()) - margin), min(84.0, float(lat.max()) + margin)
    east = (lon - lon[0] + 180.0) % 360.0 - 180.0
    wide = margin / np.cos(np.radians(max(abs(south), abs(north))))
    west_edge, east_edge = lon[0] + east.min() - wide, lon[0] + east.max() + wide
    if east_edge - west_edge >= 360:
        west_edge, east_edge = -180.0, 180.0
    grid = Grid(name)
    if south == north or west_edge == east_edge:
        south, north = south - 1e-6, north + 1e-6
        west_edge, east_edge = west_edge - 1e-6, east_edge + 1e-6
    row, column, rows, columns = grid.covering(west_edge, east_edge, south, north)
    if rows * columns > MOST_CELLS:
        raise InputError(
            f"BUFFER of {buffer_km:g} km around the data makes {rows * columns:,} cells of the grid {name}; at most "
            f"{MOST_CELLS:,} can be solved. Choose a smaller BUFFER or a coarser GRID."
        )
    return grid.window(row, column, rows, columns)


def make_domain(
    grid: RasterGrid,
    lon: FloatArray,
    lat: FloatArray,
    region: Path | None,
    land: Path | None,
    *,
    background: LoadFile | None,
) -> Domain:
    """Return the cells of a window.

    Parameters
    ----------
    grid : RasterGrid
        Window.
    lon, lat : array [point]
        Places of the data (degrees), whose hull is the region where no polygons are given.
    region, land : Path, optional
        Polygons; polygons or a raster whose positive values are land.
    background : LoadFile, optional
        Its cells with values are land where no `land` is given.

    Raises
    ------
    InputError
        Where no cell is land, or the region has none.
    """
    cells = grid_cells(grid)
    dry = _land(grid, cells, land, background)
    if not dry.any() and land is None and background is not None:
        raise InputError(
            f"BACKGROUND {background.path} has no storage in the window of the data (longitude {lon.min():.1f} to "
            f"{lon.max():.1f}, latitude {lat.min():.1f} to {lat.max():.1f}): it is of another area. Check the places "
            "of the data, or give storage around them."
        )
    if not dry.any():
        raise InputError(f"{land} has no land within the window: every cell would be sea. Check LAND.")
    part = _hull(grid, lon, lat) if region is None else cell_fractions(read_polygons(region), grid)
    weights = (part * cell_area(cells).reshape(grid.shape))[dry]
    if weights.sum() <= 0:
        raise InputError(f"REGION: {region or 'the hull of the data'} has no land cell in the window of the data.")
    return Domain(grid, cells, dry, weights / weights.sum(), part)


def _land(grid: RasterGrid, cells: GridCells, land: Path | None, background: LoadFile | None) -> BoolArray:
    if land is None:
        if background is None:
            return np.ones(grid.shape, dtype=bool)
        covered = covered_part(cells, grid.shape, grid_cells(background.grid), background.grid.shape, background.loaded)
        return np.asarray(covered.reshape(grid.shape) >= 0.5)
    try:
        open_raster(land)
    except InputError:
        polygons = read_polygons(land)
        try:
            return np.asarray(cell_fractions(polygons, grid) >= 0.5)
        except InputError:  # they lie outside the window
            return np.zeros(grid.shape, dtype=bool)
    values, other = read_raster(land)
    lon, lat = grid.lon_lat()
    x, y = (lon, lat) if other.is_geographic else transform_points(lon, lat, "EPSG:4326", other.crs)
    row, column = other.index(x, y)
    if other.is_geographic:
        column = np.where(column < 0, column + round(360 / other.dx), column)
    inside = (row >= 0) & (row < other.rows) & (column >= 0) & (column < other.columns)
    found = values[np.clip(row, 0, other.rows - 1), np.clip(column, 0, other.columns - 1)]
    return np.asarray(inside & np.isfinite(found) & (found > 0))


def _hull(grid: RasterGrid, lon: FloatArray, lat: FloatArray) -> FloatArray:
    """Return 1 for cells whose centres lie in the convex hull of the places, and for those that hold a place."""
    from scipy.spatial import Delaunay, QhullError

    own_lon, own_lat = grid.lon_lat()
    part = np.zeros(grid.shape)
    middle = own_lon[0, grid.columns // 2]  # the mean of longitudes on both sides of 180 degrees is on neither
    east = (lon - middle + 180) % 360 - 180
    cell_east = (own_lon - middle + 180) % 360 - 180
    row = np.argmin(np.abs(own_lat[:, :1] - lat), axis=0)
    column = np.argmin(np.abs((own_lon[0][:, np.newaxis] - lon + 180) % 360 - 180), axis=0)
    part[row, column] = 1.0
    try:
        hull = Delaunay(np.column_stack([east, lat]))
    except (QhullError, ValueError):  # fewer than three places, or all on a line
        return part
    inside = hull.find_simplex(np.column_stack([cell_east.ravel(), own_lat.ravel()])) >= 0
    part[inside.reshape(grid.shape)] = 1.0
    return part

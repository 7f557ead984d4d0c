"""Regular grids, and reading and writing them as GeoTIFF through GDAL."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError, MissingPackageError, OutputError
from ..geodesy import is_geographic, transform_points, wkt_of
from .handles import Dataset
from .hdf5_lock import guarded, is_hdf5
from .outputs import whole_file
from .raster_values import read_band
from .trial import open_for_trial

GEOGRAPHIC = "EPSG:4326"


def gdal() -> ModuleType:
    """Return GDAL's Python module with exceptions on.

    Raises
    ------
    MissingPackageError
        Where GDAL is not installed.
    """
    try:
        from osgeo import gdal as module
    except ImportError:
        raise MissingPackageError("gdal") from None
    module.UseExceptions()
    # This setting moves rasters that say AREA_OR_POINT=Point by half a cell; some people have it in their environment.
    module.SetThreadLocalConfigOption("GTIFF_POINT_GEO_IGNORE", "NO")
    return module


@dataclass(frozen=True)
class RasterGrid:
    """A north-up regular grid, by the edges of its first cell.

    Attributes
    ----------
    crs : str
        Reference system, as WKT or ``EPSG:code``.
    x_min, y_max : float
        Left and upper *edge* of the grid, in units of the reference system.
    dx, dy : float
        Cell size, both positive.
    columns, rows : int
        Number of cells.
    """

    crs: str
    x_min: float
    y_max: float
    dx: float
    dy: float
    columns: int
    rows: int

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.columns

    @property
    def x(self) -> FloatArray:
        """Centres of the columns, [column]."""
        return self.x_min + (np.arange(self.columns) + 0.5) * self.dx

    @property
    def y(self) -> FloatArray:
        """Centres of the rows from north to south, [row]."""
        return self.y_max - (np.arange(self.rows) + 0.5) * self.dy

    @property
    def is_geographic(self) -> bool:
        """True where the coordinates are longitude and latitude in degrees."""
        return is_geographic(self.crs)

    @property
    def geotransform(self) -> tuple[float, float, float, float, float, float]:
        """As GDAL wants it."""
        return self.x_min, self.dx, 0.0, self.y_max, 0.0, -self.dy

    def window(self, row: int, column: int, rows: int, columns: int) -> RasterGrid:
        """Return the part of `rows` x `columns` cells whose first cell is (`row`, `column`)."""
        return RasterGrid(
            self.crs,
            self.x_min + column * self.dx,
            self.y_max - row * self.dy,
            self.dx,
            self.dy,
            columns=columns,
            rows=rows,
        )

    def lon_lat(self) -> tuple[FloatArray, FloatArray]:
        """Return longitude and latitude of the cell centres in degrees, each [row, column]."""
        x, y = np.meshgrid(self.x, self.y)
        if self.is_geographic:
            return x, y
        lon, lat = transform_points(x, y, self.crs, GEOGRAPHIC)
        return lon, lat

    def index(self, x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        """Return row and column [..] of points [..] in the grid's own coordinates; may lie outside."""
        column = np.floor((np.asarray(x, np.float64) - self.x_min) / self.dx).astype(np.intp)
        row = np.floor((self.y_max - np.asarray(y, np.float64)) / self.dy).astype(np.intp)
        return row, column

    def matches(self, other: RasterGrid) -> bool:
        """Return True where both hold the same cells, to a thousandth of a cell."""
        return (
            self.shape == other.shape
            and self.is_geographic == other.is_geographic
            and abs(self.x_min - other.x_min) < 1e-3 * self.dx
            and abs(self.y_max - other.y_max) < 1e-3 * self.dy
            and abs(self.dx - other.dx) * self.columns < 1e-3 * self.dx
            and abs(self.dy - other.dy) * self.rows < 1e-3 * self.dy
        )


def open_raster(path: Path) -> Any:
    """Open a raster with GDAL.

    Raises
    ------
    InputError
        Where the file is missing, empty, cut off or not a raster.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(f"{path} does not exist or is not a file.")
    if path.stat().st_size == 0:
        raise InputError(f"{path} is empty (zero bytes): download it again.")
    try:
        open_for_trial(path, "raster")
        return guarded(gdal().Open, str(path)) if is_hdf5(path) else gdal().Open(str(path))
    except RuntimeError as error:
        raise InputError(f"{path} cannot be read as a raster: {error}") from error


def grid_of(dataset: Dataset) -> RasterGrid:
    """Return the grid of an open GDAL data set (GDAL's geotransform: edges, whatever AREA_OR_POINT says).

    Raises
    ------
    InputError
        Where the georeferencing is damaged.
    """
    try:
        x_min, dx, _, y_max, _, dy = dataset.GetGeoTransform()
        crs = dataset.GetProjection() or GEOGRAPHIC
    except RuntimeError as error:
        raise InputError(f"{dataset.GetDescription()} has damaged georeferencing: {error}") from error
    if not all(map(math.isfinite, (x_min, dx, y_max, dy))) or dx == 0 or dy == 0:
        raise InputError(
            f"{dataset.GetDescription()} has damaged georeferencing: its corner or cell size is no number."
        )
    return RasterGrid(crs, x_min, y_max, dx, -dy, columns=dataset.RasterXSize, rows=dataset.RasterYSize)


def read_raster(path: Path) -> tuple[npt.NDArray[Any], RasterGrid]:
    """Return the first band [row, column], and its grid.

    Values are in the file's own type, or as float32 where the band has a scale or offset; of real numbers those that
    are missing are NaN.

    Raises
    ------
    InputError
        Where the file cannot be opened or its pixels cannot be read (cut off, corrupt).
    """
    dataset = open_raster(path)
    grid, band = grid_of(dataset), read_band(dataset, path)
    return band.filled(np.nan) if band.values.dtype.kind == "f" else band.values, grid


def write_geotiff(
    path: Path,
    values: npt.NDArray[Any],
    grid: RasterGrid,
    nodata: float | None = np.nan,
    description: str = "",
    *,
    metadata: dict[str, str] | None = None,
    cloud_optimized: bool = False,
) -> None:
    """Write one band [row, column] as compressed GeoTIFF, whole or not at all.

    Parameters
    ----------
    path : Path
        Of the result.
    values : array [row, column]
        float32, float64, uint8, int16 or int32.
    grid : RasterGrid
        Where the cells lie.
    nodata : float, optional
        Value of missing cells; None writes no such tag.
    description : str
        Name of the band.
    metadata : dict, optional
        Tags of the file.
    cloud_optimized : bool
        Write a COG (GDAL 3.1 and later).
    """
    module = gdal()
    from osgeo import gdal_array

    kind = gdal_array.NumericTypeCodeToGDALTypeCode(values.dtype)
    memory = module.GetDriverByName("MEM").Create("", grid.columns, grid.rows, 1, kind)
    memory.SetGeoTransform(grid.geotransform)
    memory.SetProjection(wkt_of(grid.crs))
    memory.SetMetadata(metadata or {})
    band = memory.GetRasterBand(1)
    band.WriteArray(values)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    if description:
        band.SetDescription(description)
    predictor = "3" if values.dtype.kind == "f" else "2"
    if cloud_optimized:
        driver, options = "COG", ["COMPRESS=DEFLATE", "PREDICTOR=YES"]
    else:
        driver, options = "GTiff", ["COMPRESS=DEFLATE", f"PREDICTOR={predictor}"]
    with whole_file(path) as temporary:
        try:
            written = module.GetDriverByName(driver).CreateCopy(str(temporary), memory, options=options)
            written.FlushCache()
        except RuntimeError as error:
            raise OutputError(f"Cannot write {path}: {error}") from error
        del written

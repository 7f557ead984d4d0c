"""Which part of a cell is land: from a mask of the product, or from polygons of land."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.raster import RasterGrid
from ..files.trial import open_for_trial

LAND_NAMES = ("lsm", "land_sea_mask", "land_mask", "landmask", "land", "lo_val", "frocean")
"""Names of masks (small letters) whose values are the part of land, 0 to 1; `frocean` (MERRA-2) is that of sea."""
_OF_SEA = {"frocean"}
_RASTER_DEGREES = 0.05
_SAMPLES = 6
"""Places along each side of a cell at which land is looked up."""


def land_in(dataset: Dataset, shape: tuple[int, int], upwards: bool) -> FloatArray | None:
    """Return the part of land [cell] of a file's own mask, rows from the north; None where it has none.

    Parameters
    ----------
    dataset
        Open file.
    shape : (rows, columns)
        Of its grid.
    upwards : bool
        Whether its rows run from south to north.

    Raises
    ------
    InputError
        Where the mask has values that are no parts of land.
    """
    names = {name.lower(): name for name in dataset.variables}
    found = next((name for name in LAND_NAMES if name in names), None)
    if found is None:
        return None
    name = names[found]
    values = netcdf.read_float(dataset, name)
    values = values.reshape(-1, *values.shape[-2:])[0] if values.ndim >= 2 else values
    if values.shape != shape:
        return None
    values = np.where(np.isfinite(values), values, 0.0)
    if values.min() < -1e-3 or values.max() > 1.0 + 1e-3:
        raise InputError(
            f"{dataset.filepath()}: the mask '{name}' has values from {values.min():g} to {values.max():g}; parts "
            "of land are 0 to 1. Give polygons of land as LAND."
        )
    values = 1.0 - values if found in _OF_SEA else values
    return np.asarray(np.clip(values[::-1] if upwards else values, 0.0, 1.0).ravel())


def land_of_file(path: Path, grid: RasterGrid) -> FloatArray:
    """Return the part of land [cell] of a grid by another file: a mask on the same grid (NetCDF), or polygons.

    Raises
    ------
    InputError
        Where the file cannot be used.
    """
    path = Path(path)
    if path.suffix.lower() in (".nc", ".nc4"):
        with netcdf.open_dataset(path) as dataset:
            _, y_name = netcdf.coordinate_names(dataset)
            y = netcdf.read_float(dataset, y_name)
            found = land_in(dataset, grid.shape, bool(y.size > 1 and y[1] > y[0]))
        if found is None:
            raise InputError(
                f"{path} has no land-sea mask ({', '.join(LAND_NAMES)}) of {grid.rows} x {grid.columns} cells: give "
                "one on the grid of the pressure, or polygons of land, as LAND."
            )
        return found
    return _land_of_polygons(path, grid)


def _land_of_polygons(path: Path, grid: RasterGrid) -> FloatArray:
    """Return the part of land of every cell [cell], at places within it, by polygons burnt into a fine raster."""
    part = (np.arange(_SAMPLES) + 0.5) / _SAMPLES - 0.5
    fine = RasterGrid(
        grid.crs, grid.x_min, grid.y_max, grid.dx / _SAMPLES, grid.dy / _SAMPLES,
        columns=grid.columns * _SAMPLES, rows=grid.rows * _SAMPLES,
    )  # fmt: skip
    raster, west, north, step = _burnt(path)
    total = np.zeros(grid.shape)
    for row in range(grid.rows):
        window = fine.window(row * _SAMPLES, 0, _SAMPLES, fine.columns)
        lon, lat = window.lon_lat()
        line = np.clip(((north - lat) / step).astype(int), 0, raster.shape[0] - 1)
        column = (((lon - west) % 360.0) / step).astype(int) % raster.shape[1]
        land = raster[line, column].astype(np.float64)
        total[row] = land.reshape(part.size, grid.columns, part.size).mean(axis=(0, 2))
    return total.ravel()


def _burnt(path: Path) -> tuple[FloatArray, float, float, float]:
    """Return a raster of the whole globe that is 1 on land, its west and north edges and its step in degrees."""
    from osgeo import gdal

    columns, rows = round(360.0 / _RASTER_DEGREES), round(180.0 / _RASTER_DEGREES)
    try:
        open_for_trial(path, "vector")
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    except RuntimeError as error:
        raise InputError(f"{path} cannot be read as polygons of land (LAND): {error}") from error
    if source is None:
        raise InputError(f"{path} cannot be read as polygons of land (LAND).")
    layers = [source.GetLayer(number) for number in range(source.GetLayerCount())]
    layer = next((one for one in layers if one.GetName() in ("countries", "land", "world")), layers[0])
    target = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
    target.SetGeoTransform((-180.0, _RASTER_DEGREES, 0.0, 90.0, 0.0, -_RASTER_DEGREES))
    reference = layer.GetSpatialRef()
    if reference is not None and not reference.IsGeographic():
        raise InputError(f"{path} (LAND) is not in degrees: give polygons of land in longitude and latitude.")
    if reference is not None:
        target.SetProjection(reference.ExportToWkt())
    gdal.RasterizeLayer(target, [1], layer, burn_values=[1])
    return np.asarray(target.ReadAsArray()), -180.0, 90.0, _RASTER_DEGREES

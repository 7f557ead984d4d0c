"""Other people's files in longitude and latitude, read as if their rows ran from north to south."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.raster import GEOGRAPHIC, RasterGrid

# Coordinates in single precision at 0.1 degrees are good to 4e-5 of a step.
_IRREGULAR = 1e-2
_SAME_DEGREES = 1e-3  # of a row's latitudes and a column's longitudes in single precision


@dataclass(frozen=True)
class LonLatFile:
    """How a file's rows and columns map to a north-up grid of rising longitude.

    Attributes
    ----------
    grid : RasterGrid
        North up, in degrees.
    lon_name, lat_name : str
        Dimensions.
    upside_down : bool
        True where the file's rows run from south to north.
    """

    grid: RasterGrid
    lon_name: str
    lat_name: str
    upside_down: bool

    def read(
        self,
        dataset: Dataset,
        name: str,
        others: dict[str, int],
        window: tuple[slice, list[slice]],
        undeclared: set[float] | None = None,
    ) -> FloatArray:
        """Return a part of a variable.

        Parameters
        ----------
        dataset : netCDF4.Dataset
            Open file.
        name : str
            Variable with the file's two dimensions and others.
        others : dict
            Index of each other dimension that the variable has, by name; 0 where it is not named.
        window : (slice, list of slice)
            North-up rows, and runs of columns to be joined, as :attr:`~.regridding.Regridder.source_window`.
        undeclared : set, optional
            Gets what stands for missing without being declared so, which is NaN then; None leaves it as it is.

        Returns
        -------
        array [row, column]
            Float64, missing values NaN.
        """
        dimensions = dataset.variables[name].dimensions
        rows, runs = window
        in_file = slice(self.grid.rows - rows.stop, self.grid.rows - rows.start) if self.upside_down else rows
        parts = []
        for run in runs:
            at = {self.lat_name: in_file, self.lon_name: run}
            index = tuple(at[dim] if dim in at else others.get(dim, 0) for dim in dimensions)
            if undeclared is None:
                part = netcdf.read_float(dataset, name, index)
            else:
                part = netcdf.read_marked(dataset, name, index, undeclared)
            left = [dim for dim in dimensions if dim in at]
            parts.append(part.T if left == [self.lon_name, self.lat_name] else part)
        values = np.concatenate(parts, axis=1)
        return values[::-1] if self.upside_down else values


def lonlat_file(dataset: Dataset) -> LonLatFile:
    """Return the layout of a file with regular longitudes and latitudes, whichever way they run.

    Parameters
    ----------
    dataset : Dataset
        Open.

    Returns
    -------
    LonLatFile
        Grid, and how to read rows and columns in its order.

    Raises
    ------
    InputError
        Where there are no such coordinates or they are not regular.
    """
    two = _two_dimensional(dataset)
    if two is None:
        lon_name, lat_name = netcdf.coordinate_names(dataset)
        lon, lat = netcdf.read_float(dataset, lon_name), netcdf.read_float(dataset, lat_name)
    else:
        lon_name, lat_name, lon, lat = two
    # 0..180 followed by -180..0 is one turn as well.
    lon = np.degrees(np.unwrap(np.radians(lon)))
    dlon, dlat = _step(dataset, lon_name, lon), _step(dataset, lat_name, lat)
    if dlon < 0:
        raise InputError(f"{dataset.filepath()}: longitudes run from east to west; sort them first.")
    north = max(lat[0], lat[-1]) + abs(dlat) / 2
    grid = RasterGrid(
        GEOGRAPHIC, float(lon[0] - dlon / 2), float(north), dlon, abs(dlat), columns=lon.size, rows=lat.size
    )
    return LonLatFile(grid, lon_name, lat_name, upside_down=dlat > 0)


def _two_dimensional(dataset: Dataset) -> tuple[str, str, FloatArray, FloatArray] | None:
    """Return dimensions and coordinates of a file whose longitudes and latitudes are fields, as LIS writes them.

    None where they are not. Cells without land may lack both: each column's longitude and each row's latitude is the
    median of those that are there.

    Raises
    ------
    InputError
        Where a row's latitude or a column's longitude is not one number: a projected or turned grid.
    """
    names = {name.lower(): name for name in dataset.variables}
    pairs = (("lon", "lat"), ("longitude", "latitude"), ("nav_lon", "nav_lat"), ("xlong", "xlat"))
    for lon_key, lat_key in pairs:
        if lon_key not in names or lat_key not in names:
            continue
        lon_field, lat_field = dataset.variables[names[lon_key]], dataset.variables[names[lat_key]]
        if lon_field.ndim != 2 or lat_field.dimensions != lon_field.dimensions:
            continue
        lat_name, lon_name = lon_field.dimensions
        if {lat_name, lon_name} <= {"y", "x"}:
            continue  # our own files: their grid is x and y
        lon, lat = (_known(netcdf.read_float(dataset, names[key])) for key in (lon_key, lat_key))
        across, down = _medians(lon, 0), _medians(lat, 1)
        off = np.abs(lon - across), np.abs(lat - down[:, None])
        if max(float(np.nanmax(part, initial=0.0)) for part in off) > _SAME_DEGREES:
            raise InputError(
                f"{dataset.filepath()}: its rows are no lines of equal latitude (projected): bring the data onto "
                "a regular grid of longitude and latitude first."
            )
        return lon_name, lat_name, _filled(across), _filled(down)
    return None


def _known(values: FloatArray) -> FloatArray:
    """Return degrees, NaN where they are none."""
    return np.asarray(np.where(np.abs(values) <= 360.0, values, np.nan))


def _medians(values: FloatArray, axis: int) -> FloatArray:
    known = np.isfinite(values).any(axis=axis)
    median = np.full(known.shape, np.nan)
    chosen = values[:, known] if axis == 0 else values[known]
    median[known] = np.nanmedian(chosen, axis=axis)
    return median


def _filled(values: FloatArray) -> FloatArray:
    """Return coordinates with gaps (rows or columns without land) filled by their equal steps."""
    known = np.flatnonzero(np.isfinite(values))
    if known.size in (0, 1, values.size):
        return values
    slope = (values[known[-1]] - values[known[0]]) / (known[-1] - known[0])
    line = values[known[0]] + slope * (np.arange(values.size) - known[0])
    return np.asarray(np.where(np.isfinite(values), values, line))


def _step(dataset: Dataset, name: str, values: FloatArray) -> float:
    if values.ndim != 1 or values.size < 2 or not np.all(np.isfinite(values)):
        raise InputError(f"{dataset.filepath()}: '{name}' is not a regular coordinate of two or more values.")
    step = float(values[-1] - values[0]) / (values.size - 1)
    if step == 0 or np.abs(np.diff(values) - step).max() > _IRREGULAR * abs(step):
        raise InputError(
            f"{dataset.filepath()}: the coordinate '{name}' is not regularly spaced; bring the data onto a regular "
            "grid of longitude and latitude first."
        )
    return step

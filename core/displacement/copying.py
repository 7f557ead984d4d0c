"""Handing variables on from one file to the next, unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..files import netcdf
from ..files.handles import Dataset

COORDINATES = ("x", "y", "lon", "lat", "crs", "time", "time_bnds")
SERIES_DIMENSIONS = (("time", "y", "x"), ("time", "point"))


def copy_variables(source: Dataset, target: Dataset, leave: Iterable[str] = (), points: bool = False) -> None:
    """Copy every variable of `source` but coordinates, those in `leave` and the large ones, [time, y, x].

    Parameters
    ----------
    source, target : netCDF4.Dataset
        On the same grid.
    leave : iterable of str
        Variables that the caller writes itself.
    points : bool
        Whether the file is of points, whose longitudes and latitudes are copied too.
    """
    unwanted = {*COORDINATES, *leave} - ({"lon", "lat"} if points else set())
    for name, variable in source.variables.items():
        if name not in unwanted and variable.dimensions not in SERIES_DIMENSIONS:
            new = create_like(source, target, name)
            if variable.dtype == "S1":  # names: the library would join the letters
                variable.set_auto_chartostring(False)
                new.set_auto_chartostring(False)
            new[...] = netcdf.read_stored(source, name)


def create_like(source: Dataset, target: Dataset, name: str, new_name: str | None = None) -> Any:
    """Add a variable of the type, dimensions, chunks and attributes of `source`'s variable `name`, and return it."""
    variable = source.variables[name]
    for dimension in variable.dimensions:
        if dimension not in target.dimensions:
            target.createDimension(dimension, len(source.dimensions[dimension]))
    attributes = {key: variable.getncattr(key) for key in variable.ncattrs()}
    fill = attributes.pop("_FillValue", None)
    chunks = variable.chunking()
    numeric = variable.dtype is not str and bool(variable.dimensions)
    new = target.createVariable(
        new_name or name,
        variable.dtype,
        variable.dimensions,
        zlib=numeric,
        complevel=1,
        shuffle=numeric,
        chunksizes=None if chunks == "contiguous" or not numeric else chunks,
        fill_value=fill,
    )
    new.setncatts(attributes)
    return new

"""The file of displacement at points: dimensions time and point."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from . import netcdf
from .handles import Dataset

POINT = "point"
_CHUNK = 4096


def is_points(dataset: Dataset) -> bool:
    """Return whether an open file holds points and no grid."""
    return POINT in dataset.dimensions and "y" not in dataset.dimensions


def write_places(
    dataset: Dataset, lon: FloatArray, lat: FloatArray, names: Sequence[str] | npt.NDArray[np.bytes_] = ()
) -> None:
    """Add the dimension ``point`` with ``lon``, ``lat`` (degrees) and, where there are any, names."""
    dataset.featureType = "timeSeries"
    dataset.createDimension(POINT, lon.size)
    for name, values, units, words in (
        ("lon", lon, "degrees_east", "longitude"),
        ("lat", lat, "degrees_north", "latitude"),
    ):
        variable = netcdf.add_variable(dataset, name, (POINT,), units, words, dtype="f8", chunks=(_CHUNK,))
        variable.standard_name = words
        variable[:] = values
    if len(names):
        texts = np.asarray(names)
        if texts.dtype.kind != "S":
            texts = np.array([str(text).encode() for text in names])
        width = max(1, texts.dtype.itemsize)
        dataset.createDimension("point_name_length", width)
        variable = dataset.createVariable(
            "point_name", "S1", (POINT, "point_name_length"), zlib=True, complevel=1,
            chunksizes=(min(_CHUNK, lon.size), width),
        )  # fmt: skip
        variable[:] = texts.astype(f"S{width}").view("S1").reshape(lon.size, width)
        variable.setncatts({"_Encoding": "utf-8", "long_name": "name of the point", "cf_role": "timeseries_id"})


def read_places(dataset: Dataset) -> tuple[FloatArray, FloatArray]:
    """Return longitude and latitude of the points in degrees, each [point]."""
    return netcdf.read_float(dataset, "lon"), netcdf.read_float(dataset, "lat")

"""Storage on disk: the land model's output as models have it, the truth as Groundswell has it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import day_number, parse_date
from ..files import netcdf
from ..files.names import TWS
from ..files.raster import RasterGrid
from .area import EaseWindow

_MODEL_EPOCH = "2015-01-01"


_WRONG = "SYNTHETIC: made from the truth of an example study area, wrong as land models are"


def write_land_model(
    path: Path, storage: FloatArray, days: FloatArray, grid: RasterGrid, note: str, *, comment: str = _WRONG
) -> None:
    """Write land-model storage [time, row, column] in mm: a plain file with time, lat (south to north) and lon."""
    with netcdf.create(path, "Synthetic land-model storage", "createexample", note) as dataset:
        dataset.synthetic = np.int32(1)
        dataset.comment = comment
        for name, size in (("time", days.size), ("lat", grid.rows), ("lon", grid.columns)):
            dataset.createDimension(name, size)
        for name, values, attributes in (
            ("time", days - day_number(parse_date(_MODEL_EPOCH)), {"units": f"days since {_MODEL_EPOCH} 00:00:00"}),
            ("lat", grid.y[::-1], {"units": "degrees_north"}),
            ("lon", grid.x, {"units": "degrees_east"}),
        ):
            variable = dataset.createVariable(name, "f8", (name,))
            long_name = {"time": "time", "lat": "latitude", "lon": "longitude"}[name]
            variable.setncatts({**attributes, "standard_name": long_name, "long_name": long_name})
            variable[:] = values
        variable = netcdf.add_variable(
            dataset, TWS, ("time", "lat", "lon"), "mm", "terrestrial water storage anomaly (synthetic land model)"
        )
        variable[:] = np.round(storage[:, ::-1], 1)


def write_truth(path: Path, storage: FloatArray, days: FloatArray, domain: EaseWindow, note: str) -> None:
    """Write the true storage [time, cell] in mm on the load domain as a storage file of Groundswell."""
    with netcdf.create(path, "True storage of a synthetic study area", "createexample", note) as dataset:
        dataset.setncatts(
            {
                "synthetic": np.int32(1),
                "product": "synthetic truth",
                "anomaly_baseline": "none: about no particular level",
                "contains_grace": np.int32(0),
            }
        )
        netcdf.write_grid(dataset, domain.grid)
        netcdf.write_time(dataset, days)
        variable = netcdf.add_variable(dataset, TWS, ("time", "y", "x"), "mm", "true terrestrial water storage")
        variable[:] = storage.reshape(days.size, *domain.grid.shape)

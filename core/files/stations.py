"""The file of GNSS stations: vertical positions along time, station by station."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from . import netcdf
from .handles import Dataset

NEEDED = ("station_name", "lon", "lat", "up")


@dataclass(frozen=True)
class Stations:
    """Vertical positions of stations at common dates.

    Attributes
    ----------
    names : tuple of str [station]
        Of the stations.
    lon, lat : array [station]
        Degrees, -180..180.
    days : array [time]
        Days since 2000-01-01.
    up_mm, up_std_mm : array [station, time]
        Up positive, about each station's own mean; NaN where there is none.
    """

    names: tuple[str, ...]
    lon: FloatArray
    lat: FloatArray
    days: FloatArray
    up_mm: FloatArray
    up_std_mm: FloatArray


def write_stations(dataset: Dataset, stations: Stations) -> None:
    """Write stations to a new data set, as a CF collection of time series."""
    dataset.featureType = "timeSeries"
    dataset.createDimension("station", len(stations.names))
    netcdf.write_time(dataset, stations.days)
    names = dataset.createVariable("station_name", str, ("station",))
    names.setncatts({"long_name": "name of the station", "cf_role": "timeseries_id"})
    names[:] = np.array(stations.names, dtype=object)
    for name, values, units, words in (
        ("lon", stations.lon, "degrees_east", "longitude"),
        ("lat", stations.lat, "degrees_north", "latitude"),
    ):
        variable = netcdf.add_variable(dataset, name, ("station",), units, words, dtype="f8")
        variable.standard_name = words
        variable[:] = values
    for name, values, words in (
        ("up", stations.up_mm, "vertical position about the station's mean"),
        ("up_std", stations.up_std_mm, "standard deviation of the vertical position"),
    ):
        variable = netcdf.add_variable(
            dataset, name, ("station", "time"), "mm", words, coordinates="lon lat station_name"
        )
        variable[:] = values
    dataset["up"].comment = "positive up"


def read_stations(path: Path) -> Stations:
    """Return the stations of a file.

    Raises
    ------
    InputError
        Where it is not such a file or holds no station.
    """
    with netcdf.open_dataset(path, NEEDED) as dataset:
        names = tuple(str(name) for name in dataset["station_name"][:])
        up = netcdf.read_float(dataset, "up")
        std = netcdf.read_float(dataset, "up_std") if "up_std" in dataset.variables else np.full(up.shape, np.nan)
        lon, lat = netcdf.read_float(dataset, "lon"), netcdf.read_float(dataset, "lat")
        days = netcdf.read_days(dataset)
    if not names:
        raise InputError(f"{path} holds no station: import the GNSS series again.")
    return Stations(names, lon, lat, days, up, up_std_mm=std)

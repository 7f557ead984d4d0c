"""GRIB through GDAL, turned into NetCDF in the layout of the Climate Data Store, so that one reader serves both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.raster import gdal

_SECONDS_PER_DAY = 86400.0
_UNIX_EPOCH = -10957.0  # days since 2000-01-01 of 1970-01-01, from which GDAL counts seconds
# Elements of ECMWF's table 128 whose names differ from those in NetCDF files.
_NAMES = {"2T": "t2m", "2D": "d2m", "10U": "u10", "10V": "v10", "10SI": "si10"}
_UNITS = {"W*s/m^2": "J m-2", "W*s m^-2": "J m-2", "J/m^2": "J m-2", "kg/(m^2 s)": "kg m-2 s-1", "-": "1"}


@dataclass(frozen=True)
class _Message:
    band: int
    name: str
    day: float
    unit: str
    long_name: str


def grib_to_netcdf(path: Path, output: Path) -> list[Path]:
    """Write the messages of a GRIB file as NetCDF and return the files: one for each set of times.

    Parameters
    ----------
    path : Path
        GRIB of edition 1 or 2, all messages on one grid in longitude and latitude.
    output : Path
        Name of the first file; others get a number behind theirs.

    Raises
    ------
    InputError
        Where it cannot be read, or lies on another grid.
    """
    module = gdal()
    old = module.GetThreadLocalConfigOption("GRIB_NORMALIZE_UNITS")
    module.SetThreadLocalConfigOption("GRIB_NORMALIZE_UNITS", "NO")  # else kelvin becomes degrees Celsius
    try:
        dataset = module.Open(str(path))
        return _write(dataset, path, output)
    except RuntimeError as error:
        raise InputError(f"{path} cannot be read as GRIB ({error}): download it again, or as NetCDF.") from error
    finally:
        module.SetThreadLocalConfigOption("GRIB_NORMALIZE_UNITS", old)


def _write(dataset: Dataset, path: Path, output: Path) -> list[Path]:
    west, dx, skew, north, other_skew, dy = dataset.GetGeoTransform()
    if skew or other_skew or not -360.0 <= west <= 360.0 or abs(dx) > 30.0:
        raise InputError(f"{path}: GRIB is read on regular grids of longitude and latitude only: download it so.")
    messages = _messages(dataset)
    if not messages:
        raise InputError(f"{path} has no GRIB message of a known variable with a time.")
    variables: dict[str, dict[float, _Message]] = {}
    for message in messages:
        times = variables.setdefault(message.name, {})
        twice = times.get(message.day)
        if twice is not None and not np.array_equal(_values(dataset, twice.band), _values(dataset, message.band)):
            raise InputError(
                f"{path}: '{message.name}' is there twice at one time with different values (ERA5 and ERA5T in one "
                "file?): download it as NetCDF, which tells them apart by expver."
            )
        times.setdefault(message.day, message)
    sets: dict[tuple[float, ...], list[str]] = {}
    for name, times in variables.items():
        sets.setdefault(tuple(sorted(times)), []).append(name)
    lon = west + dx * (np.arange(dataset.RasterXSize) + 0.5)
    lat = north + dy * (np.arange(dataset.RasterYSize) + 0.5)
    files = []
    for number, (days, names) in enumerate(sets.items()):
        target = output if not number else output.with_name(f"{output.stem}_{number}{output.suffix}")
        with netcdf.create(target, f"GRIB messages of {path.name}", "grib", source=path.name) as made:
            for name, values, unit in (("latitude", lat, "degrees_north"), ("longitude", lon, "degrees_east")):
                made.createDimension(name, values.size)
                coordinate = made.createVariable(name, "f8", (name,))
                coordinate.units = unit
                coordinate[:] = values
            netcdf.write_time(made, np.array(days))
            for name in names:
                first = variables[name][days[0]]
                chunks = (1, lat.size, lon.size)
                shape = ("time", "latitude", "longitude")
                variable = netcdf.add_variable(made, name, shape, first.unit, first.long_name, chunks=chunks)
                for index, day in enumerate(days):
                    variable[index] = _values(dataset, variables[name][day].band)
        files.append(target)
    return files


def _messages(dataset: Dataset) -> list[_Message]:
    found = []
    levels: dict[str, set[str]] = {}
    for band in range(1, dataset.RasterCount + 1):
        metadata = dataset.GetRasterBand(band).GetMetadata()
        element, valid = metadata.get("GRIB_ELEMENT", ""), metadata.get("GRIB_VALID_TIME", "")
        seconds = re.match(r"-?\d+", valid)
        if not element or seconds is None:
            continue
        unit = metadata.get("GRIB_UNIT", "").strip().strip("[]")
        name = _NAMES.get(element, element.lower() if _is_ecmwf(element) else element)
        level = metadata.get("GRIB_SHORT_NAME", "")
        levels.setdefault(name, set()).add(level)
        day = int(seconds.group()) / _SECONDS_PER_DAY + _UNIX_EPOCH
        comment = metadata.get("GRIB_COMMENT", name).split(" [")[0]
        found.append((band, name, level, day, _UNITS.get(unit, unit), comment))
    return [
        _Message(band, f"{name}_{_safe(level)}" if len(levels[name]) > 1 else name, day, unit, comment)
        for band, name, level, day, unit, comment in found
    ]


def _is_ecmwf(element: str) -> bool:
    return bool(re.fullmatch(r"TP|SF|SP|SSRD|STRD|SWVL\d|SD|SRC|SRO|SSRO|RO|E|SWL\d|LSP|CP", element))


def _safe(level: str) -> str:
    return re.sub(r"\W+", "_", level).strip("_")


def _values(dataset: Dataset, band: int) -> FloatArray:
    handle = dataset.GetRasterBand(band)
    values: FloatArray = np.asarray(handle.ReadAsArray(), dtype=np.float64)
    missing = handle.GetNoDataValue()
    if missing is not None:
        values[values == missing] = np.nan
    return values

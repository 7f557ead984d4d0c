"""The one place that knows NetCDF: CF-1.8 files that QGIS, xarray and Panoply read alike.

Every data set is handed out behind the lock of :mod:`.hdf5_lock`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..dates import TIME_UNITS
from ..errors import InputError, MissingPackageError, OutputError
from ..geodesy import cf_attributes, wkt_of
from .canonical import View, check_packing, check_sizes
from .canonical import attribute as attribute
from .handles import Dataset, Variable
from .hdf5_lock import guarded
from .outputs import LOCKS_REFUSED, check_room, whole_file
from .raster import RasterGrid
from .reading import coordinate_names as coordinate_names
from .reading import crs_of as crs_of
from .reading import read as read
from .reading import read_float as read_float
from .reading import read_grid as read_grid
from .reading import read_marked as read_marked
from .reading import read_stored as read_stored
from .reference_area import ReferenceArea as ReferenceArea
from .reference_area import read_reference_area as read_reference_area
from .times import days_of
from .trial import open_for_trial

PRODUCT = "Groundswell"
_FILL = {"f": np.nan, "u": 0, "i": -999}


def netcdf4() -> ModuleType:
    """Return the netCDF4 package.

    Raises
    ------
    MissingPackageError
        Where it is not installed, as in most QGIS bundles.
    """
    try:
        import netCDF4  # noqa: N813
    except ImportError:
        raise MissingPackageError("netCDF4") from None
    return netCDF4


@contextmanager
def create(path: Path, title: str, step: str, parameters: str = "", source: str = "") -> Iterator[Dataset]:
    """Give a new NetCDF-4 data set that appears under `path` only when it is whole.

    Parameters
    ----------
    path : Path
        Of the result.
    title : str
        What the file holds, in words.
    step : str
        Name of the algorithm that writes it.
    parameters : str
        Its parameters, for the ``history`` attribute.
    source : str
        Where the data come from.
    """
    module = netcdf4()
    with whole_file(Path(path)) as temporary, _write_errors(Path(path)), _new(module, temporary) as dataset:
        check_room(temporary)
        dataset.Conventions = "CF-1.8"
        dataset.title = title
        dataset.source = source or PRODUCT
        dataset.history = history_line(step, parameters)
        yield dataset


def _new(module: ModuleType, path: Path) -> Dataset:
    return guarded(module.Dataset, str(path), "w", format="NETCDF4")


@contextmanager
def append(path: Path) -> Iterator[Dataset]:
    """Open an existing file (a step's own temporary copy) to add to it."""
    with _write_errors(Path(path)), guarded(netcdf4().Dataset, str(path), "r+") as dataset:
        check_room(Path(path))
        yield dataset


@contextmanager
def _write_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        if not str(error).startswith("NetCDF"):
            raise
        raise OutputError(f"Cannot write {path}: {error}. Check that the disk has room.") from error


def history_line(step: str, parameters: str = "") -> str:
    """Return a line for the ``history`` attribute: time, step and parameters."""
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{now} {PRODUCT} {step}" + (f" ({parameters})" if parameters else "")


@contextmanager
def open_dataset(path: Path, needs: Iterable[str] = ()) -> Iterator[Dataset]:
    """Open a NetCDF file for reading, as it is.

    Parameters
    ----------
    path : Path
        Of the file.
    needs : iterable of str
        Variables that must be there.

    Raises
    ------
    InputError
        Where the file is missing, cut off, not NetCDF, or lacks a variable.
    """
    path = Path(path)
    module = netcdf4()
    if not path.is_file():
        raise InputError(f"{path} does not exist or is not a file.")
    try:
        open_for_trial(path, "netCDF4")
        dataset = guarded(module.Dataset, str(path))
    except (OSError, RuntimeError) as error:
        reason = str(getattr(error, "strerror", None) or error)
        locks = f" {LOCKS_REFUSED}" if "HDF error" in reason or "lock" in reason.lower() else ""
        raise InputError(
            f"{path} cannot be read as NetCDF ({reason}): it may be cut off. Make it again.{locks}"
        ) from error
    with dataset:
        check_sizes(dataset, path)
        check_packing(dataset, path)
        missing = [name for name in needs if name not in dataset.variables]
        if missing:
            raise InputError(
                f"{path} has no variable {', '.join(missing)} (it has {', '.join(dataset.variables)}). "
                "Choose the file that the step before wrote."
            )
        yield dataset


@contextmanager
def open_chain_file(
    path: Path, needs: Iterable[str] = (), unit: str = "", warn: Callable[[str], None] | None = None
) -> Iterator[Dataset]:
    """Open a file of the chain (series, gridded displacement, storage, analysis) for reading.

    It is presented as the chain writes it, whoever wrote it: see :mod:`.canonical`.

    Parameters
    ----------
    path : Path
        Of the file.
    needs : iterable of str
        Variables that must be there.
    unit : str
        The parameter `UNIT`: of quantities whose unit the file does not say.
    warn : callable, optional
        Called with a sentence where something was put right: times sorted, undeclared missing values.

    Raises
    ------
    InputError
        As :func:`open_dataset`; and where times are missing, or stand twice with different values.
    """
    with open_dataset(path, needs) as dataset:
        yield View(dataset, unit, warn)


def add_variable(
    dataset: Dataset,
    name: str,
    dimensions: tuple[str, ...],
    units: str,
    long_name: str,
    *,
    dtype: str = "f4",
    chunks: tuple[int, ...] | None = None,
    **attributes: Any,
) -> Any:
    """Add a compressed variable with its CF attributes, and return it.

    `units` is a UDUNITS text such as ``mm`` or ``1``. Where the file has a grid (:func:`write_grid`) and the
    variable ends in its two dimensions, ``grid_mapping`` is set. Missing values: NaN for floats, 0 for
    unsigned and -999 for signed integers; pass ``fill=None`` for none, and ``compress=False`` for values that deflate
    makes hardly smaller, at a second for 40 MB.
    """
    fill = attributes.pop("fill", _FILL.get(np.dtype(dtype).kind))
    if chunks is not None:
        chunks = tuple(max(1, min(size, len(dataset.dimensions[dim]) or size)) for size, dim in zip(chunks, dimensions))
    compressed = bool(dimensions) and attributes.pop("compress", True)
    variable = dataset.createVariable(
        name,
        dtype,
        dimensions,
        zlib=compressed,
        complevel=1,
        shuffle=compressed,
        chunksizes=chunks,
        fill_value=fill,
    )
    variable.units = units
    variable.long_name = long_name
    if dimensions[-2:] == ("y", "x") and "crs" in dataset.variables:
        variable.grid_mapping = "crs"
    for key, value in attributes.items():
        variable.setncattr(key, value)
    return variable


def add_names(dataset: Dataset, name: str, dimension: str, values: Sequence[str], long_name: str) -> None:
    """Add names [`dimension`] as text of fixed length, which netCDF4 reads as strings.

    For files that become layers: strings of variable length have a fill value that HDF5 fails to read ("HDF error")
    where the same process has opened the file before, as a layer of QGIS does.
    """
    text = np.array([value.encode() for value in values])
    length = max(text.dtype.itemsize, 1)
    dataset.createDimension(f"{name}_length", length)
    variable = dataset.createVariable(name, "S1", (dimension, f"{name}_length"))
    variable[:] = text.astype(f"S{length}").view("S1").reshape(len(values), length)
    variable.setncatts({"_Encoding": "utf-8", "long_name": long_name})


def write_grid(dataset: Dataset, grid: RasterGrid) -> None:
    """Add dimensions and coordinates ``y`` and ``x`` (cell centres) and the ``crs`` variable."""
    dataset.createDimension("y", grid.rows)
    dataset.createDimension("x", grid.columns)
    names = (
        (("x", "longitude", "degrees_east"), ("y", "latitude", "degrees_north"))
        if grid.is_geographic
        else (("x", "projection_x_coordinate", "m"), ("y", "projection_y_coordinate", "m"))
    )
    for (name, standard_name, units), values, axis in zip(names, (grid.x, grid.y), "XY"):
        variable = dataset.createVariable(name, "f8", (name,))
        variable.setncatts(
            {
                "standard_name": standard_name,
                "long_name": standard_name.replace("_", " "),
                "units": units,
                "axis": axis,
            }
        )
        variable[:] = values
    crs = dataset.createVariable("crs", "i4")
    crs.setncatts(cf_attributes(grid.crs))
    crs.crs_wkt = wkt_of(grid.crs)
    crs.spatial_ref = wkt_of(grid.crs)
    crs.GeoTransform = " ".join(repr(float(value)) for value in grid.geotransform)
    if not grid.is_geographic:
        _write_lon_lat(dataset, grid)


def _write_lon_lat(dataset: Dataset, grid: RasterGrid) -> None:
    lon, lat = grid.lon_lat()
    for name, values, units in (("lon", lon, "degrees_east"), ("lat", lat, "degrees_north")):
        long_name = "longitude" if name == "lon" else "latitude"
        variable = add_variable(
            dataset, name, ("y", "x"), units, f"{long_name} of the cell centre", dtype="f8", fill=None
        )
        variable.standard_name = long_name
        variable[:] = values


def write_time(dataset: Dataset, days: npt.ArrayLike, bounds: npt.ArrayLike | None = None) -> None:
    """Add the dimension and coordinate ``time``: days since 2000-01-01 [time], with bounds [time, 2]."""
    values = np.asarray(days, dtype=np.float64)
    dataset.createDimension("time", values.size)
    variable = add_day_variable(dataset, "time", ("time",), "time", standard_name="time", axis="T")
    variable[:] = values
    if bounds is not None:
        dataset.createDimension("bounds", 2)
        edges = dataset.createVariable("time_bnds", "f8", ("time", "bounds"))
        edges[:] = np.asarray(bounds, dtype=np.float64)
        variable.bounds = "time_bnds"


def add_day_variable(
    dataset: Dataset, name: str, dimensions: tuple[str, ...], long_name: str, **attributes: Any
) -> Any:
    """Add a variable of day numbers (days since 2000-01-01)."""
    variable = dataset.createVariable(name, "f8", dimensions)
    variable.setncatts({"units": TIME_UNITS, "calendar": "standard", "long_name": long_name, **attributes})
    return variable


_SINCE = re.compile(r"\s*(\w+)\s+since\s+(.+)", re.IGNORECASE)


def read_days(dataset: Dataset, name: str = "time", units: str = "") -> FloatArray:
    """Return a time variable as days since 2000-01-01 [..], whatever its own units and epoch.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open file.
    name : str
        Of the variable.
    units : str
        To use where the variable has none.

    Raises
    ------
    InputError
        Where the variable is missing or its units are not a time.
    """
    if name not in dataset.variables:
        raise InputError(f"{dataset.filepath()} has no variable '{name}'.")
    variable = dataset.variables[name]
    text = attribute(variable, "units") or units
    where = f"{dataset.filepath()}: '{name}'"
    if _SINCE.match(text) is None:
        raise InputError(f"{where} has no usable unit of time ('{text}').")
    return days_of(read_float(dataset, name), text, attribute(variable, "calendar"), where)


def copy_attributes(source: Dataset, target: Dataset, names: Iterable[str]) -> None:
    """Copy the global attributes `names` that `source` has."""
    for name in names:
        if name in source.ncattrs():
            target.setncattr(name, source.getncattr(name))


def extend_history(target: Dataset, source: Dataset) -> None:
    """Put the history of the input below the line that `target` already has."""
    if "history" in source.ncattrs():
        target.history = f"{target.history}\n{source.history}"


def copy_in_order(source: Path, target: Path, unit: str = "") -> None:
    """Copy a file of the chain; where its dimensions or times are in another order, the copy has them in the chain's.

    Parameters
    ----------
    source, target : Path
        Of the file and its copy.
    unit : str
        The parameter `UNIT`, as for :func:`open_chain_file`.
    """
    with open_chain_file(source, unit=unit) as dataset:
        if not dataset.in_another_order:
            shutil.copyfile(source, target)
            return
        with guarded(netcdf4().Dataset, str(target), "w", format="NETCDF4") as new:
            new.setncatts({name: dataset.getncattr(name) for name in dataset.ncattrs()})
            for name, dimension in dataset.dimensions.items():
                new.createDimension(name, len(dimension))
            for name, variable in dataset.variables.items():
                _copy_presented(new, name, variable)


def _copy_presented(target: Dataset, name: str, variable: Variable) -> None:
    attributes = {key: variable.getncattr(key) for key in variable.ncattrs()}
    fill = attributes.pop("_FillValue", None)
    if variable.dtype == "S1":  # names: the library would join the letters
        variable.set_auto_chartostring(False)
    new = target.createVariable(name, variable.dtype, variable.dimensions, fill_value=fill)
    new.set_auto_chartostring(False)
    new.setncatts(attributes)
    if variable.size:
        new[...] = variable[...]

"""Files with storage on a longitude-latitude grid, one or many months each: NetCDF, GeoTIFF and the ASCII of Tellus.

What a value means is read from the file: dimensions by name in any order, unit, missing values that are not declared,
days. Where a file has no unit, the parameter UNIT says it, or the file is refused.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import contract, netcdf, raster
from ..files.handles import Dataset
from ..files.raster import GEOGRAPHIC, RasterGrid
from .grid_days import days_of_name, windows_of
from .level2 import read_text
from .level2_header import value_of

VALUES = ("lwe_thickness", "tws", "twsa", "ewh", "lwe")
"""Names of storage in the products of today; another one is given by VARIABLE."""
UNCERTAINTIES = ("uncertainty", "std_tws", "std", "tws_std", "lwe_thickness_std", "sigma")
LEAKAGE = "leakage"
"""Name of the storage that leaked into each cell from around, as GravIS estimates it."""
_TEXT_VALUES = 3


@dataclass(frozen=True)
class GridOptions:
    """How to read a grid.

    Attributes
    ----------
    variable : str
        Name of storage; '' for a known one.
    unit : str
        Of files that have none; '' for "as the file says".
    """

    variable: str = ""
    unit: str = ""


class GridFile(ABC):
    """One file.

    Attributes
    ----------
    name : str
        Of the file.
    grid : RasterGrid
        North up.
    windows : array [month, 2]
        First day and the day after the last, in days since 2000-01-01.
    said : dict
        Its global attributes by name in lower case.
    unit : str
        As the file has it.
    """

    name: str
    grid: RasterGrid
    windows: FloatArray
    said: dict[str, str]
    unit: str
    has_uncertainty: bool = False
    has_leakage: bool = False

    @abstractmethod
    def has(self, variable: str) -> bool:
        """Return True where the file has a variable."""

    @abstractmethod
    def storage(self, step: int, rows: slice, columns: slice) -> FloatArray:
        """Return storage of a month in mm [row, column], north up."""

    def uncertainty(self, step: int, rows: slice, columns: slice) -> FloatArray | None:
        """Return one standard deviation in mm [row, column], None where the file has none."""
        return None

    def leakage(self, step: int, rows: slice, columns: slice) -> FloatArray:
        """Return what leaked in from around in mm [row, column], where :attr:`has_leakage`."""
        raise InputError(f"{self.name} has no variable {LEAKAGE}.")

    def field(self, variable: str, rows: slice, columns: slice) -> FloatArray:
        """Return a map [row, column] as stored, north up."""
        raise InputError(f"{self.name} has no variable {variable}.")


class NetcdfGrid(GridFile):
    """Monthly grids of a NetCDF file, its dimensions in any order.

    Parameters
    ----------
    path : Path
        File.
    options : GridOptions
        How to read it.
    stack : ExitStack
        Closes it.
    warn : callable
        Called with what was put right.

    Raises
    ------
    InputError
        Where it has no storage, no unit, or no regular grid.
    """

    def __init__(self, path: Path, options: GridOptions, stack: ExitStack, warn: Callable[[str], None]) -> None:
        self.dataset = stack.enter_context(netcdf.open_chain_file(path, (), options.unit, warn))
        self.name = path.name
        self._warn, self._seen = warn, set[str]()
        self._value = storage_variable(self.dataset, path, options.variable)
        self.grid, self._south_first = layout_of(self.dataset)
        self.windows = windows_of(self.dataset, path.name, warn)
        self.said = {name.lower(): str(self.dataset.getncattr(name)) for name in self.dataset.ncattrs()}
        self.unit = netcdf.attribute(self.dataset.variables[self._value], "units").strip() or options.unit
        self._given = options.unit
        self._factor = self._factor_of(self._value)
        self._check_dimensions()
        found = [name for name in UNCERTAINTIES if self.has(name)]
        self._sigma = found[0] if found else ""
        self.has_uncertainty = bool(found)
        value = self.dataset.variables[self._value]
        self.has_leakage = self.has(LEAKAGE) and self.dataset.variables[LEAKAGE].shape == value.shape

    def _factor_of(self, variable: str) -> float:
        if variable in contract.QUANTITIES:
            return 1.0  # presented in mm already, by the file's unit or UNIT
        said = netcdf.attribute(self.dataset.variables[variable], "units")
        return contract.factor_of(contract.STORAGE, said, self._given, f"{self.name}: '{variable}'")

    def _check_dimensions(self) -> None:
        shape = self.dataset.variables[self._value].shape
        if shape[-2:] != self.grid.shape or len(shape) not in (2, 3) or (len(shape) == 2 and len(self.windows) != 1):
            named = ", ".join(self.dataset.variables[self._value].dimensions)
            raise InputError(
                f"{self.name}: '{self._value}' has the dimensions {named}; time, latitude and longitude are needed, in "
                "any order, with one time for each grid."
            )
        if len(shape) == 3 and shape[0] != len(self.windows):
            raise InputError(
                f"{self.name}: '{self._value}' has {shape[0]} grids, its times are {len(self.windows)}: make it again."
            )

    def has(self, variable: str) -> bool:
        """Return True where the file has a variable."""
        return variable in self.dataset.variables

    def storage(self, step: int, rows: slice, columns: slice) -> FloatArray:
        """Return storage of a month in mm."""
        return self._month(self._value, self._factor, step, rows, columns)

    def uncertainty(self, step: int, rows: slice, columns: slice) -> FloatArray | None:
        """Return one standard deviation in mm."""
        if not self._sigma:
            return None
        if self.dataset.variables[self._sigma].shape[-2:] != self.grid.shape:
            return None
        return self._month(self._sigma, self._factor_of(self._sigma), step, rows, columns)

    def leakage(self, step: int, rows: slice, columns: slice) -> FloatArray:
        """Return what leaked in from around in mm."""
        return self._month(LEAKAGE, self._factor_of(LEAKAGE), step, rows, columns)

    def field(self, variable: str, rows: slice, columns: slice) -> FloatArray:
        """Return a map as stored."""
        if not self.has(variable):
            raise InputError(f"{self.name} has no variable {variable}.")
        return self._cut(variable, (), rows, columns)

    def _month(self, name: str, factor: float, step: int, rows: slice, columns: slice) -> FloatArray:
        before = (step,) if len(self.dataset.variables[name].shape) == _TEXT_VALUES else ()
        values, found = contract.without_sentinels(self._cut(name, before, rows, columns))
        if found and name not in self._seen:
            self._seen.add(name)
            listed = ", ".join(f"{value:g}" for value in found[:3])
            self._warn(f"{self.name}: '{name}' holds {listed} without declaring it as _FillValue: taken as missing.")
        return values * factor

    def _cut(self, name: str, before: tuple[int, ...], rows: slice, columns: slice) -> FloatArray:
        if self._south_first:
            count = self.grid.rows
            rows = slice(count - rows.stop, count - rows.start)
        values = netcdf.read_float(self.dataset, name, (*before, rows, columns))
        return values[::-1] if self._south_first else values


class ArrayGrid(GridFile):
    """One month in memory, as GeoTIFF and ASCII files hold it.

    Parameters
    ----------
    name : str
        Of the file.
    grid : RasterGrid
        North up.
    values : array [row, column]
        As stored, missing ones NaN.
    unit : str
        As the file has it; '' for none.
    window : (first day, day after the last)
        In days since 2000-01-01.
    given : str
        The parameter UNIT.
    """

    def __init__(
        self,
        name: str,
        grid: RasterGrid,
        values: FloatArray,
        unit: str,
        window: tuple[float, float],
        *,
        given: str = "",
    ) -> None:
        self.name, self.grid, self.unit = name, grid, unit or given
        self.windows = np.array([window], dtype=np.float64)
        self.said = {}
        cleaned, _ = contract.without_sentinels(values)
        self._values = cleaned * contract.factor_of(contract.STORAGE, unit, given, name)

    def has(self, variable: str) -> bool:
        """Return False: there is but storage."""
        return False

    def storage(self, step: int, rows: slice, columns: slice) -> FloatArray:
        """Return storage in mm."""
        return self._values[rows, columns]


def storage_variable(dataset: Dataset, path: Path, given: str) -> str:
    """Return the name of storage in an open file: the given one, or a known one.

    Raises
    ------
    InputError
        Where there is none.
    """
    names = list(dataset.variables)
    if given:
        if given not in names:
            raise InputError(f"{path.name} has no variable '{given}' (VARIABLE): it has {', '.join(names)}.")
        return given
    found = next((name for name in VALUES if name in names), None)
    if found is None and {"clm", "slm"} <= {name.lower() for name in names}:
        raise InputError(
            f"{path.name} holds coefficients (clm, slm) that another program wrote as NetCDF: give the folder of the "
            "centre's own files (GSM-2 or .gfc) as INPUT."
        )
    if found is None:
        raise InputError(
            f"{path.name} has none of {', '.join(VALUES)}: name its storage with VARIABLE: {', '.join(names)}."
        )
    return found


def layout_of(dataset: Dataset) -> tuple[RasterGrid, bool]:
    """Return the grid of a file with longitudes in any turn and latitudes in either order, and whether these rise.

    Raises
    ------
    InputError
        Where the coordinates are missing, of one value only, or not regular.
    """
    x_name, y_name = netcdf.coordinate_names(dataset)
    lon, lat = netcdf.read_float(dataset, x_name), netcdf.read_float(dataset, y_name)
    lon = np.unwrap(lon, period=360.0)
    for name, values in ((x_name, lon), (y_name, lat)):
        steps = np.diff(values)
        if values.ndim != 1 or values.size < 2 or np.ptp(steps) > 1e-3 * np.abs(steps).max():
            raise InputError(f"{dataset.filepath()}: '{name}' is not a regular axis of two or more values.")
    if lat.min() < -90.001 or lat.max() > 90.001:
        raise InputError(
            f"{dataset.filepath()}: '{y_name}' holds {lat.min():g} to {lat.max():g}, which are no latitudes."
        )
    dx, dy = (lon[-1] - lon[0]) / (lon.size - 1), (lat[-1] - lat[0]) / (lat.size - 1)
    if dx <= 0:
        raise InputError(f"{dataset.filepath()}: longitudes must run from west to east.")
    top = float(max(lat[0], lat[-1]) + abs(dy) / 2)
    grid = RasterGrid(
        GEOGRAPHIC, float(lon[0] - dx / 2), top, float(dx), float(abs(dy)), columns=lon.size, rows=lat.size
    )
    return grid, bool(dy > 0)


def read_geotiff(path: Path, options: GridOptions) -> GridFile:
    """Read a month as GeoTIFF; its days are in its name.

    Parameters
    ----------
    path : Path
        File.
    options : GridOptions
        With the unit, where the band has none.

    Returns
    -------
    GridFile
        One month.

    Raises
    ------
    InputError
        Where it is not in longitude and latitude, or says neither its days nor its unit.
    """
    values, grid = raster.read_raster(path)
    if not grid.is_geographic:
        raise InputError(f"{path.name} is not in longitude and latitude: choose the product's own grid.")
    dataset = raster.open_raster(path)  # its bands do not live longer
    band = dataset.GetRasterBand(1)
    unit = band.GetUnitType() or next((band.GetMetadata().get(key, "") for key in ("units", "unit")), "")
    layer = np.ma.filled(np.ma.asarray(values).astype(np.float64), np.nan)
    layer = layer[0] if layer.ndim == _TEXT_VALUES else layer
    missing = band.GetNoDataValue()
    if missing is not None and np.isfinite(missing):
        layer = np.where(np.isclose(layer, missing), np.nan, layer)
    return ArrayGrid(path.name, grid, layer, unit, days_of_name(path.name), given=options.unit)


def read_ascii(path: Path, options: GridOptions) -> GridFile:
    """Read a month as the ASCII of Tellus: a header, then lines of longitude, latitude and storage.

    Parameters
    ----------
    path : Path
        File, gzipped or not.
    options : GridOptions
        With the unit, where the header has none.

    Returns
    -------
    GridFile
        One month.

    Raises
    ------
    InputError
        Where the lines are no regular grid, or days or unit are not said.
    """
    text = read_text(path)
    head, found, body = text.partition("# End of YAML header")
    lines = (body if found else text).splitlines()
    header = head if found else "\n".join(line for line in lines if line.startswith(("HDR", "#")))
    rows = [line.split() for line in lines if line.strip() and not line.startswith(("HDR", "#"))]
    try:
        table = np.array([[float(word) for word in row[:_TEXT_VALUES]] for row in rows if len(row) >= _TEXT_VALUES])
    except ValueError as error:
        raise InputError(f"{path.name}: a line of its table cannot be read ({error}): download it again.") from error
    if table.ndim != 2 or len(table) < 4:
        raise InputError(f"{path.name} has no table of longitude, latitude and storage.")
    lon, column = np.unique(table[:, 0], return_inverse=True)
    lat, row = np.unique(-table[:, 1], return_inverse=True)
    values = np.full((lat.size, lon.size), np.nan)
    values[row, column] = table[:, 2]
    steps = np.diff(lon), np.diff(lat)
    if lon.size < 2 or lat.size < 2 or any(np.ptp(each) > 1e-3 * each.max() for each in steps):
        raise InputError(f"{path.name}: its longitudes and latitudes are no regular grid.")
    dx, dy = float(steps[0].mean()), float(steps[1].mean())
    grid = RasterGrid(
        GEOGRAPHIC, float(lon[0] - dx / 2), float(-lat[0] + dy / 2), dx, dy, columns=lon.size, rows=lat.size
    )
    return ArrayGrid(path.name, grid, values, _unit_in(header), _days_in(header, path.name), given=options.unit)


def is_ascii_grid(path: Path) -> bool:
    """Return True where a file is a month of Tellus in ASCII."""
    try:
        head = read_text(path, 16384)
    except InputError:
        return False
    return ("lwe_thickness" in head and "YAML header" in head) or bool(re.match(r"HDR .*", head))


def _unit_in(header: str) -> str:
    """Return the unit in a YAML header's entry of storage, or in the words of an older one."""
    block = re.search(r"lwe_thickness\s*:(.*?)(?:\n\s{0,4}\w+\s*:\s*\n|\Z)", header, re.S)
    said = value_of(block.group(1), "units", "unit") if block else ""
    if not said:
        older = re.search(r"units?\s*[:=]?\s*\(?\s*(cm|mm|m)\b", header, re.I)
        said = older.group(1) if older else ""
    return said


def _days_in(header: str, name: str) -> tuple[float, float]:
    from .level2_header import days_of_solution

    start, end = days_of_solution(header, "", name)
    return float(start), float(end)

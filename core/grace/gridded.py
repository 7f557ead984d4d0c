"""Products on longitude-latitude grids: CSR, JPL and GSFC mascons as NetCDF, and the Tellus grids of single months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..grid.regridding import Regridder
from .months import calendar_window, grace_month, known_solutions
from .product import Area, Month, Product, check_sane, make_solutions

VALUE = "lwe_thickness"
_TO_MM = {"m": 1000.0, "cm": 10.0, "mm": 1.0, "metre": 1000.0, "meter": 1000.0, "meters": 1000.0, "kg m-2": 1.0}
_IDENTIFYING = ("title", "institution", "source", "id", "filename", "creator_institution")
_LAST_RESORT = "days since 2002-01-01"
_HANDED_ON = ("synthetic", "comment", "time_mean_removed", "months_missing", "water_density")


@dataclass(frozen=True)
class _Layout:
    """Where rows and columns of a file lie, as a grid with north up."""

    grid: RasterGrid
    south_first: bool


class GriddedProduct(Product):
    """Monthly grids ``lwe_thickness(time, lat, lon)`` in one file or in many of the same grid.

    Parameters
    ----------
    paths : sequence of Path
        Files.
    stack : ExitStack
        Closes them.
    use_scale_factors : bool
        Multiply by ``scale_factor`` where the file has it.
    land_only : bool
        Leave the ocean out of the means, by the mask in the file.
    land_mask : Path, optional
        Another file with the mask (1 = land), for products without; implies `land_only`.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        stack: ExitStack,
        use_scale_factors: bool = False,
        land_only: bool = False,
        land_mask: Path | None = None,
    ) -> None:
        self._files = [stack.enter_context(netcdf.open_dataset(path, [VALUE, "time"])) for path in paths]
        first = self._files[0]
        self._source = paths[0].name if len(paths) == 1 else paths[0].parent.name
        self._layout = layout_of(first)
        for other, path in zip(self._files[1:], paths[1:]):
            if not layout_of(other).grid.matches(self._layout.grid):
                raise InputError(f"{path.name} has another grid than {paths[0].name}: keep files of one product only.")
        self._unit, self._to_mm = unit_of(first, VALUE, self._source)
        self.name, centre = identify(first, self._unit)
        self._where = [(file, step) for file in self._files for step in range(file.variables[VALUE].shape[0])]
        windows = np.concatenate([windows_of(file) for file in self._files])
        self.solutions = make_solutions(windows, centre, self._source)
        grid = self._layout.grid
        self.area: Area = (
            grid.x_min,
            grid.x_min + grid.columns * grid.dx,
            max(-90.0, grid.y_max - grid.rows * grid.dy),
            min(90.0, grid.y_max),
        )
        self.baseline = netcdf.attribute(first, "time_mean_removed") or "2004.000 to 2009.999"
        self.has_uncertainty = all("uncertainty" in file.variables for file in self._files)
        self.attributes = {name: first.getncattr(name) for name in _HANDED_ON if name in first.ncattrs()}
        self._scales = "scale_factor" in first.variables if use_scale_factors else False
        if use_scale_factors and not self._scales:
            raise InputError(f"{self._source} has no scale factors (only JPL's mascon files have): leave them out.")
        self.attributes["scale_factors_applied"] = int(self._scales)
        self._land = None
        if land_mask is not None or land_only:
            self._land = read_land(land_mask or paths[0], self._layout)

    def storage(self, target: RasterGrid, indices: IntArray) -> Iterator[Month]:
        """Yield solutions as area-weighted means over the target's cells, reading only the part needed."""
        regridder = Regridder(self._layout.grid, target)
        factor = self._window(self._files[0], "scale_factor", regridder) if self._scales else None
        ocean = None if self._land is None else np.asarray(regridder.cut(self._land), dtype=np.float64) < 0.5
        for index in indices:
            file, step = self._where[index]
            values = self._window(file, VALUE, regridder, step) * self._to_mm
            check_sane(values, int(self.solutions.months[index]), self._source, self._unit)
            sigma = self._window(file, "uncertainty", regridder, step) * self._to_mm if self.has_uncertainty else None
            if factor is not None:
                values = values * factor
            if ocean is not None:
                values = np.where(ocean, np.nan, values)
            yield Month(regridder.apply(values), None if sigma is None else regridder.apply(sigma))

    def mascons(self, target: RasterGrid) -> IntArray | None:
        """Return the mascon at each cell's centre; -1 outside the file."""
        if "mascon_ID" not in self._files[0].variables:
            return None
        numbers = netcdf.read_float(self._files[0], "mascon_ID")
        numbers = numbers[::-1] if self._layout.south_first else numbers
        grid = self._layout.grid
        lon, lat = target.lon_lat()
        row, column = grid.index(grid.x_min + (lon - grid.x_min) % 360.0, lat)
        inside = (row >= 0) & (row < grid.rows) & (column >= 0) & (column < grid.columns)
        found = np.full(target.shape, -1, dtype=np.int64)
        found[inside] = np.nan_to_num(numbers[row[inside], column[inside]], nan=-1.0)
        return found

    def _window(self, file: Any, name: str, regridder: Regridder, step: int | None = None) -> FloatArray:
        """Read the part of a variable that the target needs, north up."""
        rows, runs = regridder.source_window
        if self._layout.south_first:
            count = self._layout.grid.rows
            rows = slice(count - rows.stop, count - rows.start)
        before = () if step is None else (step,)
        parts = [netcdf.read_float(file, name, (*before, rows, run)) for run in runs]
        values = np.concatenate(parts, axis=-1)
        return values[::-1] if self._layout.south_first else values


def layout_of(dataset: Any) -> _Layout:
    """Return the grid of a file with longitudes in any turn and latitudes in either order.

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
    dx, dy = (lon[-1] - lon[0]) / (lon.size - 1), (lat[-1] - lat[0]) / (lat.size - 1)
    if dx <= 0:
        raise InputError(f"{dataset.filepath()}: longitudes must run from west to east.")
    grid = RasterGrid(
        GEOGRAPHIC,
        float(lon[0] - dx / 2),
        float(max(lat[0], lat[-1]) + abs(dy) / 2),
        float(dx),
        float(abs(dy)),
        lon.size,
        lat.size,
    )
    return _Layout(grid, bool(dy > 0))


def unit_of(dataset: Any, name: str, source: str) -> tuple[str, float]:
    """Return the unit of a variable, as the file writes it, and its size in mm."""
    unit = netcdf.attribute(dataset.variables[name], "units").strip()
    if unit.lower() not in _TO_MM:
        raise InputError(f"{source}: '{name}' has the unit '{unit}'; it must be one of m, cm, mm.")
    return unit, _TO_MM[unit.lower()]


def identify(dataset: Any, unit: str) -> tuple[str, str]:
    """Return the product's name and its processing centre (for the days that it used), by what the file holds."""
    said = {name.lower(): str(dataset.getncattr(name)).lower() for name in dataset.ncattrs()}
    words = " ".join([Path(dataset.filepath()).name.lower(), *(said.get(key, "") for key in _IDENTIFYING)])
    if "mascon_ID" in dataset.variables:
        return "JPL RL06 mascons", "JPL"
    if "goddard" in words or "gsfc" in words:
        return "GSFC RL06 mascons", "CSR"
    if unit.lower() in ("m", "metre", "meter", "meters"):
        centre = next((name for name in ("jpl", "gfz") if name in words), "csr").upper()
        return f"GRACE Tellus land grids ({centre})", centre
    # CSR alone writes the unit of its times as `Units`.
    if "csr" in words or "center for space research" in words or "Units" in dataset.variables["time"].ncattrs():
        return "CSR RL06 mascons", "CSR"
    return said.get("title") or "monthly storage grids", ""


def windows_of(dataset: Any) -> FloatArray:
    """Return first day and end (exclusive) of each solution in a file [month, 2], in days since 2000-01-01.

    From the bounds of its times; where there are none, from the table of solutions or the calendar month.
    """
    time = dataset.variables["time"]
    units = netcdf.attribute(time, "units")
    if not units:
        epoch = netcdf.attribute(dataset, "time_epoch")
        units = f"days since {epoch}" if epoch else _LAST_RESORT
    name = netcdf.attribute(time, "bounds") or "time_bounds"
    bounds = next((each for each in (name, "time_bounds", "time_bnds") if each in dataset.variables), None)
    if bounds is not None:
        return np.asarray(np.floor(netcdf.read_days(dataset, bounds, units).reshape(-1, 2) + 1e-6))
    return np.array([_window_about(day) for day in np.atleast_1d(netcdf.read_days(dataset, "time", units))])


def _window_about(middle: float) -> tuple[float, float]:
    """Days of the known solution whose middle this is, else of the calendar month that holds it."""
    for solution in known_solutions():
        if abs((solution.start + solution.end) / 2 - middle) <= 0.5:
            return float(solution.start), float(solution.end)
    day = date_of(middle)
    start, end = calendar_window(grace_month(day.year, day.month))
    return float(start), float(end)


def read_land(path: Path, layout: _Layout) -> FloatArray:
    """Return the land mask [row, column] (1 = land, north up) of a file on the product's own grid."""
    with netcdf.open_dataset(path) as dataset:
        name = next((each for each in ("LO_val", "land_mask", "land") if each in dataset.variables), None)
        if name is None:
            raise InputError(f"{path} has no land mask (LO_val or land_mask): choose the mask of the product.")
        own = layout_of(dataset)
        if not own.grid.matches(layout.grid):
            raise InputError(f"{path} has another grid than the product: choose the mask that belongs to it.")
        values = netcdf.read_float(dataset, name)
    return values[::-1] if own.south_first else values

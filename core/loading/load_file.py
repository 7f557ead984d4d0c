"""Files of loads: storage in mm of water, or pressure of the air or at the bottom of the sea, on a grid along time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset, Variable
from ..files.names import TWS
from ..files.raster import RasterGrid
from ..work.progress import Progress, stop_if_cancelled
from .cells import cell_area, grid_cells
from .constants import GRAVITY, WATER_DENSITY
from .sea import land_in, land_of_file

Index = tuple[Any, ...]
_BLOCK_BYTES = 64 * 2**20
_PASCALS = {
    "pa": 1.0,
    "pascal": 1.0,
    "pascals": 1.0,
    "hpa": 100.0,
    "mbar": 100.0,
    "millibar": 100.0,
    "millibars": 100.0,
}
_SMALLEST_STORAGE = 2.0
_TIMES = ("time", "valid_time")
_AT_GROUND = {"sp", "ps", "surface_pressure", "pressfc"}
_AT_SEA_LEVEL = {"msl", "mslp", "slp", "prmsl", "mean_sea_level_pressure"}
_HEAD_MM = {"mm": 1.0, "cm": 10.0, "m": 1000.0}
_OF_THE_SEA = ("bottom", "obp", "sea_floor", "sea floor", "ocean")
_GLOBAL_DEGREES = 359.0, 160.0
"""Degrees of longitude and latitude: a grid that spans them holds all sea that matters (its mean is used)."""


class LoadFile:
    """An open file with a load [member, time, y, x] or [time, y, x].

    The load is the variable ``tws`` (mm of water), or else a pressure (Pa or hPa: air, or water at the bottom of the
    sea), which counts as its difference from the mean of each cell. Of several pressures that at the ground counts.

    The sea gives way under the air (inverted barometer): its bottom feels but the mean of the air over all sea, or
    nothing where the grid does not hold all of it.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open file.
    progress : Progress
        Of the caller; the file is read once to see which cells have values.
    land : Path, optional
        Mask or polygons of land for pressure of the air; the file's own mask (``lsm``) where not given.
    coast : Path, optional
        Polygons of land where there is neither.

    Attributes
    ----------
    grid : RasterGrid
        Of the cells.
    days : array [time]
        Days since 2000-01-01.
    members : int
        0 where the file has no such dimension.
    loaded : array [cell]
        True for cells that have values at any time.
    is_pressure, is_air : bool
        Whether the load is a pressure, and that of the air.
    land_from : str
        Where the coast of a pressure of the air comes from; '' for none.

    Raises
    ------
    InputError
        Where there is no load, its unit is another, or it has no values.
    """

    def __init__(
        self, dataset: Dataset, progress: Progress, land: Path | None = None, coast: Path | None = None
    ) -> None:
        self.dataset, self.path = dataset, dataset.filepath()
        self.name, self._scale = self._find()
        self.is_pressure = self.name != TWS
        variable = dataset.variables[self.name]
        self.is_air = self.is_pressure and not _is_of_the_sea(self.name, variable)
        time = variable.dimensions[-3] if variable.ndim >= 3 else ""
        places = netcdf.coordinate_names(dataset)[::-1]
        if variable.ndim not in (3, 4) or time not in _TIMES or variable.dimensions[-2:] != places:
            raise InputError(
                f"{self.path}: '{self.name}' must have the dimensions [member,] time, y, x; it has "
                f"{', '.join(variable.dimensions)}. Import the file with Import storage first."
            )
        self.shape: tuple[int, ...] = variable.shape
        self._upwards, self.grid = _grid(dataset)
        self.days = netcdf.read_days(dataset, time)
        self.members = self.shape[0] if len(self.shape) == 4 else 0
        self.loaded: BoolArray
        self.loaded, self._mean = self._survey(progress)
        self.land_from = ""
        self._land: FloatArray | None = None
        self._sea_weight: FloatArray | None = None
        if self.is_air:
            self._find_land(land, coast, progress)

    def _find(self) -> tuple[str, float]:
        """Return the variable and the factor to mm of water."""
        variables = self.dataset.variables
        if TWS in variables:
            return TWS, 1.0
        pressures = {}
        for name, variable in variables.items():
            factor = _PASCALS.get(netcdf.attribute(variable, "units").lower().strip())
            if factor is not None and variable.ndim >= 3:
                pressures[name] = factor
        at_ground = [name for name in pressures if name.lower() in _AT_GROUND]
        if len(pressures) > 1 and len(at_ground) == 1:
            pressures = {name: pressures[name] for name in at_ground}
        if len(pressures) == 1:
            name, factor = pressures.popitem()
            return name, 1e3 * factor / (GRAVITY * WATER_DENSITY)
        heads = {name: _HEAD_MM[unit] for name, unit in self._heads().items()}
        if len(heads) == 1 and not pressures:
            return heads.popitem()
        raise InputError(
            f"{self.path} has no storage 'tws' (mm of water) and not one pressure (Pa or hPa) along time; it has "
            f"{', '.join(variables)}. Import the file with Import storage first."
        )

    def _heads(self) -> dict[str, str]:
        """Return pressures at the bottom of the sea that are given as a height of water, and their units."""
        found = {}
        for name, variable in self.dataset.variables.items():
            unit = netcdf.attribute(variable, "units").lower().strip()
            if unit in _HEAD_MM and variable.ndim >= 3 and _is_of_the_sea(name, variable):
                found[name] = unit
        return found

    def _find_land(self, land: Path | None, coast: Path | None, progress: Progress) -> None:
        """Learn which part of each cell is land, from what was given or the file itself."""
        own = land_in(self.dataset, self.grid.shape, self._upwards) if land is None else None
        if own is not None:
            self.land_from = "the file's own mask"
        elif land is not None or coast is not None:
            path = Path(land or coast or "")
            own, self.land_from = land_of_file(path, self.grid), path.name
        if own is None:
            progress.warn(
                f"{self.path} has no land-sea mask, so that the air counts as a load over the sea too, where the water "
                "gives way under it (inverted barometer): near a coast this is wrong. Give LAND."
            )
            return
        if _is_global(self.grid):
            sea = (1.0 - own[self.loaded]) * cell_area(grid_cells(self.grid))[self.loaded]
            self._sea_weight = sea / sea.sum() if sea.sum() > 0 else None
        else:
            self._mean = self._mean[own[self.loaded] > 0]
            self.loaded = np.asarray(self.loaded & (own > 0))
            if not self.loaded.any():
                raise InputError(f"{self.path} holds no land ({self.land_from}): there is no load of the air in it.")
        self._land = own[self.loaded]
        if self.name.lower() in _AT_SEA_LEVEL:
            progress.warn(
                f"{self.path} gives the pressure at sea level ('{self.name}'), not at the ground: over mountains its "
                "changes are not those of the load. Take the surface pressure (ERA5: sp)."
            )

    def blocks(self) -> Iterator[tuple[Index, float]]:
        """Yield indices [member,] time of blocks that fit in memory, and the part that is done after each."""
        members, times, cells = max(self.members, 1), self.shape[-3], self.shape[-2] * self.shape[-1]
        steps = max(1, int(_BLOCK_BYTES / (8 * cells)))
        together = min(members, steps)
        steps = max(1, steps // together)
        for member in range(0, members, together):
            for start in range(0, times, steps):
                part = slice(start, min(start + steps, times))
                done = (member + together * part.stop / times) / members
                ahead = (slice(member, min(member + together, members)),) if self.members else ()
                yield (*ahead, part), min(done, 1.0)

    def read(self, index: Index) -> FloatArray:
        """Return the load [.., time, loaded cell] in mm of water.

        Raises
        ------
        InputError
            Where a cell has values at some times only.
        """
        values: FloatArray = self._read_all(index)[..., self.loaded]
        if not np.all(np.isfinite(values)):
            raise InputError(
                f"{self.path}: some cells have values at some times and none at others (NaN). "
                "Fill the gaps or shorten the period."
            )
        if not self.is_pressure:
            return np.asarray(values)
        values = values - self._mean
        if self._land is not None:
            land = self._land
            over_sea = np.zeros(1) if self._sea_weight is None else np.sum(values * self._sea_weight, -1, keepdims=True)
            values = np.asarray(land * values + (1.0 - land) * over_sea, np.float64)
        return np.asarray(values)

    def _read_all(self, index: Index) -> FloatArray:
        values = netcdf.read_float(self.dataset, self.name, index)
        if self._upwards:
            values = values[..., ::-1, :]
        return np.asarray(self._scale * values.reshape(*values.shape[:-2], -1))

    def _survey(self, progress: Progress) -> tuple[BoolArray, FloatArray]:
        """Return which cells are loaded, and their means."""
        cells = self.shape[-2] * self.shape[-1]
        count, total, largest = np.zeros(cells), np.zeros(cells), 0.0
        for index, _ in self.blocks():
            stop_if_cancelled(progress)
            values = self._read_all(index).reshape(-1, cells)
            finite = np.isfinite(values)
            values = np.where(finite, values, 0.0)
            count += finite.sum(axis=0)
            total += values.sum(axis=0)
            largest = max(largest, float(np.abs(values).max()))
        loaded = count > 0
        if not loaded.any():
            raise InputError(f"{self.path}: '{self.name}' has no values at all.")
        if not self.is_pressure and 0 < largest < _SMALLEST_STORAGE:
            progress.warn(
                f"No storage in {self.path} exceeds {largest:.2g} mm: check that it is in mm and not in metres."
            )
        if not loaded.all():
            progress.warn(
                f"{np.count_nonzero(~loaded)} of {cells} cells of {self.path} have no values at any time: "
                "they are taken as cells without a load."
            )
        return loaded, total[loaded] / count[loaded]


def _is_of_the_sea(name: str, variable: Variable) -> bool:
    """Return whether a pressure is one at the bottom of the sea, by its names."""
    words = " ".join([name, *(netcdf.attribute(variable, key) for key in ("long_name", "standard_name"))]).lower()
    return any(word in words for word in _OF_THE_SEA)


def _is_global(grid: RasterGrid) -> bool:
    """Return whether a grid of longitude and latitude spans the globe."""
    if not grid.is_geographic:
        return False
    lon, lat = grid.columns * grid.dx, grid.rows * grid.dy
    return lon >= _GLOBAL_DEGREES[0] and lat >= _GLOBAL_DEGREES[1]


def _grid(dataset: Dataset) -> tuple[bool, RasterGrid]:
    """Return whether rows run from south to north, as in many files of pressure, and the grid with the north first."""
    x_name, y_name = netcdf.coordinate_names(dataset)
    x, y = netcdf.read_float(dataset, x_name), netcdf.read_float(dataset, y_name)
    if x.size < 2 or y.size < 2 or y[1] < y[0]:
        return False, netcdf.read_grid(dataset)
    dx, dy = float(x[-1] - x[0]) / (x.size - 1), float(y[-1] - y[0]) / (y.size - 1)
    if np.ptp(np.diff(x)) > 1e-3 * dx or np.ptp(np.diff(y)) > 1e-3 * dy:
        raise InputError(f"{dataset.filepath()}: the coordinates '{x_name}' and '{y_name}' are not regularly spaced.")
    crs = netcdf.crs_of(dataset)
    return True, RasterGrid(crs, float(x[0]) - dx / 2, float(y[-1]) + dy / 2, dx, dy, columns=x.size, rows=y.size)


def open_load(path: Path, unit: str, progress: Progress) -> Any:
    """Return the context of an open file of loads; `unit` of storage whose unit the file does not say."""
    return netcdf.open_chain_file(Path(path), unit=unit, warn=progress.warn)

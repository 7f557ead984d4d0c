"""Reading weather at columns: blocks of one variable of one file, on the EASE-Grid or in longitude and latitude."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.raster import RasterGrid
from ..grid.lonlat import LonLatFile, lonlat_file
from ..grid.regridding import Regridder
from .time_axis import time_variable
from .weather_catalogue import content

_OPEN_FILES = 24
_GRIDDED = ("y", "x", "lat", "lon", "latitude", "longitude")
_VERSIONS = "expver"
# Missing values that files leave unmarked: no quantity of the weather comes near them in any unit.
_LEAST, _LARGEST = -998.0, 1e14


def _read(dataset: Dataset, name: str, index: Any) -> FloatArray:
    """Return values, missing ones NaN, marked or not (-999, -9999, 1e20, 1e30)."""
    values = netcdf.read_float(dataset, name, index)
    return np.asarray(np.where((values <= _LEAST) | (np.abs(values) >= _LARGEST), np.nan, values))


class ColumnReader:
    """Reads variables at columns and keeps some files open.

    Parameters
    ----------
    grid : RasterGrid
        Window of the EASE-Grid 2.0 that holds the columns.
    rows, columns : array [tile]
        Cell of each column in it.
    """

    def __init__(self, grid: RasterGrid, rows: IntArray, columns: IntArray) -> None:
        self._grid, self._rows, self._columns = grid, rows, columns
        self._open: dict[Path, Any] = {}
        self._stack = ExitStack()
        self._cut: dict[str, Regridder] = {}

    def close(self) -> None:
        """Close all files."""
        self._stack.close()
        self._open.clear()

    def dataset(self, path: Path) -> Any:
        """Return an open file, or its group that holds the variables."""
        if path not in self._open:
            if len(self._open) >= _OPEN_FILES:
                self.close()
            self._open[path] = content(self._stack.enter_context(netcdf.open_dataset(path)))
        return self._open[path]

    def block(self, path: Path, name: str, index: int, run: int) -> FloatArray:
        """Return `run` times of a variable from `index` on at the columns, [time, tile]."""
        dataset = self.dataset(path)
        dimensions = dataset.variables[name].dimensions
        if _VERSIONS in dimensions and len(dataset.dimensions[_VERSIONS]) > 1:
            return self._merged_versions(path, name, index, run)
        return self._one_version(path, name, index, run, 0)

    def _merged_versions(self, path: Path, name: str, index: int, run: int) -> FloatArray:
        """Return ECMWF's final values, and preliminary ones where there are none yet."""
        dataset = self.dataset(path)
        size = len(dataset.dimensions[_VERSIONS])
        order = list(range(size))
        if _VERSIONS in dataset.variables:
            numbers = [int(str(value)) for value in np.ravel(np.asarray(dataset.variables[_VERSIONS][...]))]
            order = sorted(order, key=lambda position: numbers[position])
        values = self._one_version(path, name, index, run, order[0])
        for position in order[1:]:
            values = np.where(np.isfinite(values), values, self._one_version(path, name, index, run, position))
        return values

    def _one_version(self, path: Path, name: str, index: int, run: int, version: int) -> FloatArray:
        dataset = self.dataset(path)
        variable = dataset.variables[name]
        time = time_variable(dataset)
        time_of = dataset.variables[time].dimensions[0] if dataset.variables[time].ndim else ""
        spatial = [dim for dim in variable.dimensions if dim.lower() in _GRIDDED and len(dataset.dimensions[dim]) > 1]
        for dim in variable.dimensions:
            if dim not in (time_of, _VERSIONS, *spatial) and len(dataset.dimensions[dim]) > 1:
                raise InputError(
                    f"{path}: '{name}' has {len(dataset.dimensions[dim])} values along '{dim}'. Weather is one "
                    "value a place and time, on a grid of longitude and latitude or the EASE-Grid: of members or "
                    "levels, cut the one to use out of the file; bring a curved or projected grid to longitude and "
                    "latitude."
                )
        others: dict[str, slice | int] = {time_of: slice(index, index + run), _VERSIONS: version}
        if not spatial:
            values = _read(dataset, name, tuple(others.get(dim, 0) for dim in variable.dimensions))
            return np.repeat(values.reshape(run, 1), self._rows.size, axis=1)
        if "x" in dataset.variables and not netcdf.read_grid(dataset).is_geographic:
            return self._cut_block(dataset, name, others)
        return self._regrid_block(dataset, name, others)

    def _cut_block(self, dataset: Dataset, name: str, others: dict[str, slice | int]) -> FloatArray:
        """Return the columns' own cells of a file on the EASE-Grid."""
        source = netcdf.read_grid(dataset)
        row, column = source.index(self._grid.x[self._columns], self._grid.y[self._rows])
        outside = (row < 0) | (row >= source.rows) | (column < 0) | (column >= source.columns)
        if abs(source.dx - self._grid.dx) > 1.0 or outside.any():
            raise InputError(
                f"{dataset.filepath()}: the weather's cells do not hold all cells of PARAMETERS: use one grid for both."
            )
        box = slice(row.min(), row.max() + 1), slice(column.min(), column.max() + 1)
        at = {"y": box[0], "x": box[1], **others}
        dimensions = dataset.variables[name].dimensions
        values = _read(dataset, name, tuple(at.get(dim, 0) for dim in dimensions))
        kept = [dim for dim in dimensions if isinstance(at.get(dim, 0), slice)]
        values = np.moveaxis(values, (kept.index("y"), kept.index("x")), (-2, -1))
        values = values.reshape(-1, *values.shape[-2:])
        return values[:, row - box[0].start, column - box[1].start]

    def _regrid_block(self, dataset: Dataset, name: str, others: dict[str, slice | int]) -> FloatArray:
        """Return the area-weighted means over the columns' cells of a file in longitude and latitude."""
        layout = lonlat_file(dataset)
        key = f"{layout.grid}{layout.upside_down}"
        if key not in self._cut:
            try:
                self._cut[key] = Regridder(layout.grid, self._grid)
            except InputError as error:
                raise InputError(
                    f"{dataset.filepath()} does not cover the columns of PARAMETERS: {_box(layout)}."
                ) from error
        regridder = self._cut[key]
        values = _lonlat_block(dataset, name, layout, regridder, others)
        return np.asarray(regridder.apply(values)[:, self._rows, self._columns])


def _box(layout: LonLatFile) -> str:
    """Return what a file covers, in words."""
    g = layout.grid
    east, south = g.x_min + g.columns * g.dx, g.y_max - g.rows * g.dy
    return f"it covers {g.x_min:.2f} to {east:.2f} E and {south:.2f} to {g.y_max:.2f} N"


def _lonlat_block(
    dataset: Dataset, name: str, layout: LonLatFile, regridder: Regridder, others: dict[str, slice | int]
) -> FloatArray:
    """Return the regridder's window [time, row, column] of a variable, north up."""
    rows, runs = regridder.source_window
    in_file = slice(layout.grid.rows - rows.stop, layout.grid.rows - rows.start) if layout.upside_down else rows
    dimensions = dataset.variables[name].dimensions
    parts = []
    for run in runs:
        at = {layout.lat_name: in_file, layout.lon_name: run, **others}
        part = _read(dataset, name, tuple(at.get(dim, 0) for dim in dimensions))
        kept = [dim for dim in dimensions if isinstance(at.get(dim, 0), slice)]
        part = np.moveaxis(part, (kept.index(layout.lat_name), kept.index(layout.lon_name)), (-2, -1))
        parts.append(part.reshape(-1, *part.shape[-2:]))
    values = np.concatenate(parts, axis=-1)
    return values[:, ::-1] if layout.upside_down else values

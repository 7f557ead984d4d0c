"""Weather out of NetCDF files: one column, a grid in longitude and latitude, or cells of the EASE-Grid 2.0."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..dates import to_datetime64
from ..errors import InputError
from ..files import netcdf
from ..files.raster import RasterGrid
from ..grid.lonlat import LonLatFile, lonlat_file
from ..grid.regridding import Regridder
from .time_axis import time_variable
from .weather import Timing, Values
from .weather_products import ERA5, ERA5_LAND, GLDAS, IMERG, MERRA2, PLAIN, Field, Product, to_model_unit

_SAME = 1e-4  # days: stamps in single precision or in whole minutes
_OPEN_FILES = 24
_FINE = 0.15  # degrees: ERA5-Land is finer than this, ERA5 coarser
_GRIDDED = ("y", "x", "lat", "lon", "latitude", "longitude")


@dataclass(frozen=True)
class _Series:
    """A variable of the model in the files."""

    field: Field
    stamps: FloatArray
    paths: tuple[tuple[Path, ...], ...]
    indices: tuple[int, ...]


class NetcdfWeather:
    """Weather of a product's files at columns.

    Parameters
    ----------
    files : list of Path
        Of one product; variables and times may be spread over them.
    grid : RasterGrid
        Window of the EASE-Grid 2.0 that holds the columns.
    rows, columns : array [tile]
        Cell of each column in it.
    """

    def __init__(self, files: Sequence[Path], grid: RasterGrid, rows: IntArray, columns: IntArray) -> None:
        self.name = str(files[0] if len(files) == 1 else files[0].parent)
        self._grid, self._rows, self._columns = grid, rows, columns
        self._open: dict[Path, Any] = {}
        self._stack = ExitStack()
        self._cut: dict[str, Regridder] = {}
        held = _catalogue(files)
        self.product = _recognize(files, held)
        self.height = self._height(files[0])
        self.synthetic = bool(getattr(self._dataset(files[0]), "synthetic", 0))
        self._series = self._find_all(held)
        self.timing = self._timing()
        self.at_stamp = frozenset(name for name, series in self._series.items() if series.field.meaning == "point")

    def close(self) -> None:
        """Close all files."""
        self._stack.close()
        self._open.clear()

    def _find_all(self, held: dict[str, list[tuple[float, Path, int]]]) -> dict[str, _Series]:
        found = {name: self._find(name, held) for name in self.product.fields}
        series = {name: one for name, one in found.items() if one is not None}
        if self.product is not PLAIN and len(series["Rainf"].field.names) == 1:
            # All precipitation in one variable: snowfall beside it would count twice.
            series.pop("Snowf", None)
        return series

    def _height(self, path: Path) -> float:
        dataset = self._dataset(path)
        if "RefH" in dataset.ncattrs():
            return float(dataset.RefH)
        if "reference_height" in dataset.variables:
            return float(np.nanmean(netcdf.read_float(dataset, "reference_height")))
        return self.product.height

    def _find(self, name: str, held: dict[str, list[tuple[float, Path, int]]]) -> _Series | None:
        for field in self.product.fields[name]:
            if all(part in held for part in field.names):
                return _series(self._with_meaning(field, held[field.names[0]][0][1]), held, self.name)
        if name in self.product.optional:
            return None
        wanted = " or ".join("+".join(field.names) for field in self.product.fields[name])
        raise InputError(f"{self.name} ({self.product.name}) has no {wanted} for '{name}': add it to FORCING.")

    def _with_meaning(self, field: Field, path: Path) -> Field:
        """Return the field with what a plain file itself says of its meaning."""
        if self.product is not PLAIN:
            return field
        methods = netcdf.attribute(self._dataset(path).variables[field.names[0]], "cell_methods")
        return replace(field, meaning="point") if "time: point" in methods else field

    def _timing(self) -> Timing:
        steps = [_step(series, name, self.name) for name, series in self._series.items()]
        step = min(steps)
        if max(steps) - step > _SAME:
            raise InputError(f"{self.name}: the variables come in different steps: give all in the same one.")
        if abs(round(1.0 / step) - 1.0 / step) > 1e-3:
            raise InputError(f"{self.name}: a step of {step * 24:g} h does not divide the day: resample the weather.")
        step = 1.0 / round(1.0 / step)
        starts, stops = [], []
        for _, series in self._series.items():
            first, last = series.stamps[0], series.stamps[-1]
            if series.field.meaning == "point":
                starts.append(first)
                stops.append(last + step)
            else:
                back = series.field.stamp * step
                # An accumulation's first interval needs the stamp before, unless it begins the day.
                whole = series.field.meaning != "accumulated" or abs((first - back) % 1.0) < _SAME
                starts.append(first - back + (0.0 if whole else step))
                stops.append(last - back + step)
        start, stop = max(starts), min(stops)
        count = int(np.floor((stop - start) / step + 1e-3))
        if count < 1:
            raise InputError(f"{self.name}: the variables have no time in common.")
        return Timing(round(start / step) * step if step > _SAME else start, step, count)

    def read(self, first: int, count: int) -> Values:
        """Return weather [interval, tile]."""
        start = self.timing.start + first * self.timing.step
        return {name: self._intervals(name, series, start, count) for name, series in self._series.items()}

    def _intervals(self, name: str, series: _Series, start: float, count: int) -> FloatArray:
        field, step = series.field, self.timing.step
        offset = 0.0 if field.meaning == "point" else field.stamp * step
        if field.meaning != "accumulated":
            return self._stamps(name, series, start + offset, count)
        ends = self._stamps(name, series, start + step, count)
        day_begins = np.abs((start + np.arange(count) * step + _SAME) % 1.0) < 2 * _SAME
        before = np.zeros_like(ends)
        before[1:] = ends[:-1]
        if not day_begins[0]:
            before[:1] = self._stamps(name, series, start, 1)
        before[day_begins] = 0.0
        return np.maximum(ends - before, 0.0)

    def _stamps(self, name: str, series: _Series, stamp: float, count: int) -> FloatArray:
        """Return the values [stamp, tile] at `count` stamps from `stamp` on, in the model's unit."""
        at = int(np.searchsorted(series.stamps, stamp - _SAME))
        parts = []
        for number, part in enumerate(series.field.names):
            blocks = []
            position = at
            while position < at + count:
                path, index = series.paths[position][number], series.indices[position]
                run = 1
                while (
                    position + run < at + count
                    and series.paths[position + run][number] == path
                    and series.indices[position + run] == index + run
                ):
                    run += 1
                blocks.append(self._block(path, part, index, run))
                position += run
            dataset = self._dataset(series.paths[at][number])
            unit = netcdf.attribute(dataset.variables[part], "units")
            own = "Psurf" if part == "sp" else "Tair" if part == "d2m" else name
            scale, shift = to_model_unit(own, unit, self.timing.step * 86400.0, f"{self.name}: '{part}'")
            parts.append(np.concatenate(blocks) * scale + shift)
        return parts[0] if series.field.combine is None else series.field.combine(*parts)

    def _dataset(self, path: Path) -> Any:
        if path not in self._open:
            if len(self._open) >= _OPEN_FILES:
                self.close()
            self._open[path] = _content(self._stack.enter_context(netcdf.open_dataset(path)))
        return self._open[path]

    def _block(self, path: Path, name: str, index: int, run: int) -> FloatArray:
        """Return `run` times of a variable at the columns, [time, tile]."""
        dataset = self._dataset(path)
        variable = dataset.variables[name]
        time = time_variable(dataset)
        time_of = dataset.variables[time].dimensions[0] if dataset.variables[time].ndim else ""
        spatial = [dim for dim in variable.dimensions if dim.lower() in _GRIDDED and len(dataset.dimensions[dim]) > 1]
        times = slice(index, index + run)
        if not spatial:
            values = netcdf.read_float(
                dataset, name, tuple(times if dim == time_of else 0 for dim in variable.dimensions)
            )
            return np.repeat(values.reshape(run, 1), self._rows.size, axis=1)
        if "x" in dataset.variables and not netcdf.read_grid(dataset).is_geographic:
            return self._cut_block(dataset, name, time_of, times)
        return self._regrid_block(path, dataset, name, time_of, times)

    def _cut_block(self, dataset: Any, name: str, time: str, times: slice) -> FloatArray:
        """Return the columns' own cells of a file on the EASE-Grid."""
        source = netcdf.read_grid(dataset)
        row, column = source.index(self._grid.x[self._columns], self._grid.y[self._rows])
        outside = (row < 0) | (row >= source.rows) | (column < 0) | (column >= source.columns)
        if abs(source.dx - self._grid.dx) > 1.0 or outside.any():
            raise InputError(
                f"{dataset.filepath()}: the weather's cells do not hold all cells of PARAMETERS: use one grid for both."
            )
        box = slice(row.min(), row.max() + 1), slice(column.min(), column.max() + 1)
        at = {"y": box[0], "x": box[1], time: times}
        values = netcdf.read_float(dataset, name, tuple(at.get(dim, 0) for dim in dataset.variables[name].dimensions))
        return values[:, row - box[0].start, column - box[1].start]

    def _regrid_block(self, path: Path, dataset: Any, name: str, time: str, times: slice) -> FloatArray:
        """Return the area-weighted means over the columns' cells of a file in longitude and latitude."""
        layout = lonlat_file(dataset)
        key = f"{layout.grid}{layout.upside_down}"
        if key not in self._cut:
            self._cut[key] = Regridder(layout.grid, self._grid)
        regridder = self._cut[key]
        values = _lonlat_block(dataset, name, layout, regridder, {time: times})
        return regridder.apply(values)[:, self._rows, self._columns]


def _lonlat_block(
    dataset: Any, name: str, layout: LonLatFile, regridder: Regridder, others: dict[str, slice]
) -> FloatArray:
    """Return the regridder's window [time, row, column] of a variable, north up."""
    rows, runs = regridder.source_window
    in_file = slice(layout.grid.rows - rows.stop, layout.grid.rows - rows.start) if layout.upside_down else rows
    dimensions = dataset.variables[name].dimensions
    parts = []
    for run in runs:
        at = {layout.lat_name: in_file, layout.lon_name: run, **others}
        part = netcdf.read_float(dataset, name, tuple(at.get(dim, 0) for dim in dimensions))
        kept = [dim for dim in dimensions if dim in at]
        if kept.index(layout.lon_name) < kept.index(layout.lat_name):
            part = np.swapaxes(part, -1, -2)
        parts.append(part)
    values = np.concatenate(parts, axis=-1)
    return values[:, ::-1] if layout.upside_down else values


def _content(dataset: Any) -> Any:
    """Return what holds the variables: the file, or the group ``Grid`` of IMERG's half-hourly files."""
    return dataset.groups.get("Grid", dataset)


def _catalogue(files: Sequence[Path]) -> dict[str, list[tuple[float, Path, int]]]:
    """Return where each variable with a time stands: name -> (day, file, index) in the order of time."""
    held: dict[str, list[tuple[float, Path, int]]] = {}
    for path in files:
        with netcdf.open_dataset(path) as opened:
            dataset = _content(opened)
            time = time_variable(dataset)
            if not time:
                raise InputError(f"{path} has no time coordinate: it is no weather.")
            days = np.atleast_1d(netcdf.read_days(dataset, time))
            if not np.isfinite(days).all():
                raise InputError(f"{path}: '{time}' has missing dates.")
            dimension = dataset.variables[time].dimensions
            for name, variable in dataset.variables.items():
                if variable.dtype.kind in "fiu" if variable.dtype is not str else False:
                    if dimension and dimension[0] in variable.dimensions and name != time:
                        held.setdefault(name, []).extend((float(day), path, i) for i, day in enumerate(days))
                    elif not dimension and variable.ndim >= 2:
                        held.setdefault(name, []).append((float(days[0]), path, 0))
    return {name: sorted(entries) for name, entries in held.items()}


def _recognize(files: Sequence[Path], held: dict[str, list[tuple[float, Path, int]]]) -> Product:
    """Return the product that the variables belong to.

    Raises
    ------
    InputError
        Where they belong to none.
    """
    if "Tair" in held:
        return PLAIN
    if any(name.endswith("_f_inst") for name in held):
        return GLDAS
    if held.keys() & {"T2M", "TLML"}:
        return MERRA2
    if "t2m" in held:
        with netcdf.open_dataset(held["t2m"][0][1]) as dataset:
            return ERA5_LAND if lonlat_file(dataset).grid.dx < _FINE else ERA5
    if held.keys() & {"precipitation", "precipitationCal"}:
        return IMERG
    raise InputError(
        f"{files[0]}: no weather is recognized (found {', '.join(sorted(held)[:12])}). FORCING takes Groundswell's own "
        "format, GLDAS-2.1, ERA5-Land, ERA5 or MERRA-2."
    )


def _series(field: Field, held: dict[str, list[tuple[float, Path, int]]], source: str) -> _Series:
    entries = [_distinct(held[name]) for name in field.names]
    stamps = np.array([day for day, _, _ in entries[0]])
    for name, other in zip(field.names[1:], entries[1:]):
        same = len(other) == stamps.size and np.allclose([day for day, _, _ in other], stamps, atol=_SAME)
        if not same:
            raise InputError(f"{source}: '{name}' and '{field.names[0]}' have different times.")
    paths = tuple(zip(*([path for _, path, _ in entry] for entry in entries)))
    return _Series(field, stamps, paths, tuple(index for _, _, index in entries[0]))


def _distinct(entries: list[tuple[float, Path, int]]) -> list[tuple[float, Path, int]]:
    """Return the entries without repeated times."""
    days = np.array([day for day, _, _ in entries])
    new: BoolArray = np.concatenate([[True], np.diff(days) > _SAME])
    return [entry for entry, keep in zip(entries, new) if keep]


def _step(series: _Series, name: str, source: str) -> float:
    """Return the step of a variable, days.

    Raises
    ------
    InputError
        Where there is one time only, or a gap.
    """
    if series.stamps.size < 2:
        raise InputError(f"{source}: '{name}' has one time only: weather needs at least a day.")
    steps = np.diff(series.stamps)
    step = float(np.median(steps))
    gap = np.flatnonzero(np.abs(steps - step) > _SAME * 10)
    if gap.size:
        before, after = (str(to_datetime64(series.stamps[gap[0] + shift]))[:16] for shift in (0, 1))
        raise InputError(
            f"{source}: '{name}' has a gap between {before} and {after}: fill it or cut the weather there."
        )
    return step

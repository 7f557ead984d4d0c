"""Parameters of the land model's columns: reading and writing them as NetCDF, CSV and JSON."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..grid.ease2 import grid_of_cells
from .catchment import Parameters
from .catchment.parameters import MONTHLY, NAMES, RANGES
from .foreign_parameters import foreign_tiles, is_foreign
from .tiles import Tiles, tiles_at


def read_parameters(path: Path, ease_grid: str = "M25") -> Tiles:
    """Return the columns of a parameter file, checked.

    Parameters
    ----------
    path : Path
        NetCDF on the EASE-Grid 2.0 or as GEOS and LDT write it, CSV, or JSON.
    ease_grid : str
        Grid for columns that come with longitude and latitude.

    Raises
    ------
    InputError
        Where the file cannot be read, or a parameter is missing or out of range.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(f"{path} does not exist or is not a file: choose the parameters of the land model.")
    suffix = path.suffix.lower()
    if suffix == ".json":
        tiles = _from_records(_json_records(path), ease_grid, path)
    elif suffix in (".csv", ".txt"):
        tiles = _from_records(_csv_records(path), ease_grid, path)
    else:
        tiles = _read_netcdf(path, ease_grid)
    tiles.parameters.check(str(path))
    return tiles


def _json_records(path: Path) -> list[dict[str, Any]]:
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read as JSON: {error}.") from error
    if not isinstance(records, list) or not records or not all(isinstance(record, dict) for record in records):
        raise InputError(f"{path} must hold a list of columns, each an object of parameters.")
    return records


def _csv_records(path: Path) -> list[dict[str, Any]]:
    try:
        lines = [
            line for line in path.read_text(encoding="utf-8-sig").splitlines() if not line.lstrip().startswith("#")
        ]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a table: {error}.") from error
    records: list[dict[str, Any]] = []
    for number, row in enumerate(csv.DictReader(lines)):
        record: dict[str, Any] = {key.strip(): _number(value, path, number, key) for key, value in row.items() if key}
        for name in MONTHLY:
            months = [f"{name}{month}" for month in range(1, 13)]
            present = [month for month in months if month in record]
            if present and len(present) < 12:
                lacking = next(month for month in months if month not in record)
                raise InputError(f"{path} has no column '{lacking}': give all twelve months of '{name}'.")
            if present:
                record[name] = [record.pop(month) for month in months]
        records.append(record)
    if not records:
        raise InputError(f"{path} holds no column of the land model: one row each.")
    return records


def _number(text: str | None, path: Path, row: int, column: str) -> float | str:
    try:
        return float(text or "nan")
    except ValueError:
        if column.strip() == "name":
            return str(text)
        raise InputError(f"{path}: '{text}' in row {row + 1}, column '{column}', is no number.") from None


def _from_records(records: list[dict[str, Any]], ease_grid: str, path: Path) -> Tiles:
    try:
        parameters = Parameters.from_records(records)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    if any("lon" not in record or "lat" not in record for record in records):
        raise InputError(f"{path}: every column needs 'lon' and 'lat' in degrees, to find its cell.")
    lon, lat, fraction = (
        np.array([record.get(name, default) for record in records], dtype=np.float64)
        for name, default in (("lon", np.nan), ("lat", np.nan), ("fraction", 1.0))
    )
    if not (fraction > 0).all():
        raise InputError(f"{path}: 'fraction' must be above 0.")
    return tiles_at(parameters, lon, lat, fraction, ease_grid, source=str(path))


def _read_netcdf(path: Path, ease_grid: str) -> Tiles:
    with netcdf.open_dataset(path) as dataset:
        if is_foreign(dataset):
            return foreign_tiles(dataset, ease_grid)
        missing = [name for name in NAMES if name != "albedo" and name not in dataset.variables]
        if missing:
            raise InputError(f"{path} lacks {', '.join(missing)}: it is no complete set of parameters.")
        if "x" not in dataset.variables or "y" not in dataset.variables:
            raise InputError(f"{path} has no coordinates x and y: parameters lie on the EASE-Grid 2.0.")
        grid = netcdf.read_grid(dataset)
        whole, row0, column0 = grid_of_cells(grid)
        land = np.isfinite(netcdf.read_float(dataset, "poros"))
        if not land.any():
            raise InputError(f"{path}: 'poros' has no value anywhere, so there is no column to run.")
        row, column = np.nonzero(land)
        synthetic = bool(getattr(dataset, "synthetic", 0))
        values: dict[str, FloatArray] = {}
        for name in NAMES:
            if name not in dataset.variables:
                continue
            field = netcdf.read_float(dataset, name)
            if name in MONTHLY and field.shape[0] != 12:
                raise InputError(f"{path}: '{name}' needs the twelve months of the year as its first dimension.")
            if field.shape[-2:] != grid.shape:
                raise InputError(f"{path}: '{name}' has other cells than its coordinates x and y.")
            values[name] = np.ascontiguousarray(field[..., row, column])
    parameters = Parameters(**values)
    return Tiles(
        parameters,
        grid,
        whole.name,
        row0,
        column0,
        row=row,
        column=column,
        fraction=np.ones(row.size),
        synthetic=synthetic,
    )


def write_parameters(path: Path, tiles: Tiles, source: str, synthetic: bool = False) -> None:
    """Write the columns' parameters on their window of the EASE-Grid 2.0.

    Parameters
    ----------
    path : Path
        Of the file.
    tiles : Tiles
        One column a cell.
    source : str
        Where the parameters come from.
    synthetic : bool
        Whether they are made up.

    Raises
    ------
    InputError
        Where several columns share a cell: write those as CSV.
    """
    if np.unique(tiles.row * tiles.grid.columns + tiles.column).size < tiles.count:
        raise InputError(f"{path}: several columns share a cell; parameters of such columns are kept as CSV.")
    with netcdf.create(path, "Parameters of the Catchment land surface model", "parameters", source=source) as dataset:
        netcdf.write_grid(dataset, tiles.grid)
        dataset.createDimension("month", 12)
        dataset.ease_grid, dataset.synthetic = tiles.ease_grid, int(synthetic)
        for name, value in tiles.parameters.items():
            if value is None:
                continue
            dimensions = ("month", "y", "x") if name in MONTHLY else ("y", "x")
            unit = RANGES[name][2].split(",")[0] if name in RANGES and name != "vegcls" else "1"
            variable = netcdf.add_variable(
                dataset, name, dimensions, unit, f"Catchment model parameter {name}", dtype="f8"
            )
            field = np.full((*value.shape[:-1], *tiles.grid.shape), np.nan)
            field[..., tiles.row, tiles.column] = value
            variable[:] = field

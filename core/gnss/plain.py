"""Stations in plain tables: ``[station,lon,lat,]date,up_mm[,up_std_mm]``."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..files.tables import Table, millimetres_in, read_table, words_of
from .reference_series import SPREAD_WORDS, UP_NAMES, up_columns
from .station import Station, in_order, wrapped

WHAT = "a table with the columns station,lon,lat,date,up_mm"
_STATION_NAMES = ("station", "site", "name", "id", "point")
_PLACE = re.compile(r"(lon|lat)\w*\s*[:=]\s*(-?\d+(?:\.\d+)?)", re.IGNORECASE)


def read_plain(path: Path) -> list[Station]:
    """Return the stations of a table.

    Without a column for the station the file is one station with the file's name. Its place is that of the columns
    ``lon`` and ``lat``, or of a remark such as ``# lon=100.2 lat=25.6``.

    Raises
    ------
    InputError
        Where the columns are missing or a line cannot be read.
    """
    table = read_table(path, WHAT)
    date_column, up_column, scale = up_columns(table)
    std_column = _std_column(table, up_column)
    std_scale = millimetres_in(table.header[std_column]) if std_column is not None else 1.0
    station_column, lon_column, lat_column = (
        table.column(names) for names in (_STATION_NAMES, ("lon", "longitude"), ("lat", "latitude"))
    )
    used = (date_column, up_column, std_column, station_column, lon_column, lat_column)
    needed = max(column for column in used if column is not None)
    remarked = _place_in_remarks(table)
    values: dict[str, list[tuple[float, float, float]]] = {}
    places: dict[str, tuple[float, float]] = {}
    for line, cells in table.rows:
        if needed >= len(cells):
            raise InputError(f"{path}, line {line}: too few columns ({', '.join(cells)}).")
        up = table.number(cells[up_column], line) * scale
        if not np.isfinite(up):
            continue
        name = cells[station_column] if station_column is not None else path.stem
        std = table.number(cells[std_column], line) * std_scale if std_column is not None else np.nan
        values.setdefault(name, []).append((table.day(cells[date_column], line), up, std))
        if lon_column is not None and lat_column is not None:
            places[name] = wrapped(table.number(cells[lon_column], line)), table.number(cells[lat_column], line)
    if not values:
        raise InputError(f"{path} holds no position: give {WHAT}.")
    return [_station(name, rows, places.get(name, remarked)) for name, rows in values.items()]


def _station(name: str, rows: list[tuple[float, float, float]], place: tuple[float, float]) -> Station:
    days, up, std = in_order(*np.array(rows, dtype=np.float64).T)
    return Station(name, *place, days, up, std)


def _std_column(table: Table, up_column: int) -> int | None:
    """Return the column with the standard deviation of the height: ``up_std_mm``, ``sigma_u`` or ``std``."""
    words = [set(words_of(name)) if number != up_column else set() for number, name in enumerate(table.header)]
    spreads = [number for number, found in enumerate(words) if found & {*SPREAD_WORDS, "su"}]
    of_height = [number for number in spreads if words[number] & {*UP_NAMES, "su"}]
    of_nothing_else = [number for number in spreads if not words[number] & {"e", "n", "east", "north", "lon", "lat"}]
    return next(iter(of_height + of_nothing_else), None)


def _place_in_remarks(table: Table) -> tuple[float, float]:
    found = {key.lower(): float(value) for remark in table.remarks for key, value in _PLACE.findall(remark)}
    return wrapped(found["lon"]) if "lon" in found else np.nan, found.get("lat", np.nan)

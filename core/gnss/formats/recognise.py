"""Which kind of series a file is, by its content."""

from __future__ import annotations

import re
from pathlib import Path

from ...errors import InputError
from ...files.text import suffix_of, text_of
from ..station import Station
from . import centres, nevada
from .columns import TableReading
from .tables import WHAT, read_tables

SUFFIXES = (
    ".csv", ".txt", ".tsv", ".dat", ".tenv3", ".tenv", ".txyz2", ".pos", ".series", ".tseries", ".neu", ".xyz", ".tms",
)  # fmt: skip
"""Endings of the files that are looked for in a folder, packed (``.gz``) or not."""

_READ_NEVADA = {nevada.TENV3: nevada.read_tenv3, nevada.TENV: nevada.read_tenv, nevada.TXYZ2: nevada.read_txyz2}
_TRIED_LINES = 5
_PARAMETERS = re.compile(r"\b(UNIT|COLUMNS)\b")


def read_stations_of(path: Path, reading: TableReading) -> list[Station]:
    """Return the stations of a file of any known kind.

    Parameters
    ----------
    path : Path
        File.
    reading : TableReading
        Unit and columns of tables that do not say them; columns that are given make any file a table.

    Raises
    ------
    InputError
        Where the file is of no known kind or cannot be read.
    """
    if reading.names:
        return read_tables(path, reading)
    kind = nevada.kind_of(path)
    if kind:
        return [_READ_NEVADA[kind](path)]
    text = text_of(path, WHAT)
    head = text[:4096].lstrip()
    if head.startswith("PBO Station Position Time Series"):
        return [centres.read_pbo_csv(path, text) if "\nDate," in text else centres.read_pos(path, text)]
    if head.startswith("%=TMS"):
        return [centres.read_tms(path, text)]
    lines = [line for line in text.splitlines() if line.strip() and line.lstrip()[0] not in "#%"]
    tried = [line.split() for line in lines[:_TRIED_LINES]]
    if centres.is_series(tried):
        return [centres.read_series(path, [line.split() for line in lines])]
    if centres.is_neu(tried, suffix_of(path)):
        return [centres.read_neu(path, [line.split() for line in lines], text)]
    parted = [re.split(r"\s*[,;]\s*|\s+", line.strip()) for line in lines]
    if centres.is_xyz(parted[:_TRIED_LINES]):
        return centres.read_xyz(path, parted)
    return read_tables(path, reading)


def first_place(path: Path, reading: TableReading) -> tuple[float, float] | None:
    """Return longitude and latitude of a file's only station where its first line tells them, None elsewhere.

    Parameters
    ----------
    path : Path
        File of one station.
    reading : TableReading
        What the user said of columns.

    Returns
    -------
    (lon, lat) or None
        Degrees.
    """
    if not reading.names and nevada.is_tenv3(path):
        return nevada.place_of_tenv3(path)
    return None


def one_station(path: Path, reading: TableReading) -> Station:
    """Return the station of a file that must hold only one.

    Parameters
    ----------
    path : Path
        To read.
    reading : TableReading
        What the user said of columns and units.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where it holds several.
    """
    try:
        stations = read_stations_of(path, reading)
    except InputError as error:
        # The readers name the parameters of the import; another step may have them under other names.
        raise InputError(_PARAMETERS.sub(rf"{reading.prefix}\1", str(error))) from error
    if len(stations) > 1:
        names = ", ".join(station.name for station in stations[:5])
        raise InputError(f"{path} holds {len(stations)} stations ({names}, ...): give the series of one.")
    return stations[0]

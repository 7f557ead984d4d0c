"""Lists of stations with their places, as the centres publish them beside the series."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import InputError
from ...files.tables import Table, read_table
from ..station import wrapped
from .columns import columns_of

_WHAT = "a list of stations with the columns station,lon,lat"
_NEVADA_LISTS = ("dataholdings.txt", "llh.out")
_LISTS = ("stations.csv", "stations.txt", *_NEVADA_LISTS)


def is_place_list(path: Path) -> bool:
    """Return whether a file, by its name, is a list of places and, by its header, holds no positions.

    Parameters
    ----------
    path : Path
        Any file.

    Returns
    -------
    bool
        True for a list of places.
    """
    if path.name.lower() in _NEVADA_LISTS:
        return True
    if not path.name.lower().endswith(tuple(_LISTS)):
        return False
    try:
        columns = columns_of(read_table(path, _WHAT).header)
    except InputError:
        return False
    return columns.has("station", "lon", "lat") and not columns.has_time


def read_places(path: Path) -> dict[str, tuple[float, float]]:
    """Return longitude and latitude in degrees of each station (its name in capitals) of a list.

    The lists of the Nevada Geodetic Laboratory have station, latitude and longitude in their first three columns
    (``DataHoldings.txt`` with a header, ``llh.out`` without); others name their columns.

    Parameters
    ----------
    path : Path
        To read.

    Returns
    -------
    dict of str to (lon, lat)
        Degrees.

    Raises
    ------
    InputError
        Where no line can be read.
    """
    table = read_table(path, _WHAT)
    columns = columns_of(table.header)
    at = (0, 2, 1)
    if path.name.lower() not in _NEVADA_LISTS:
        if not columns.has("station", "lon", "lat"):
            raise InputError(f"{path} has the columns {', '.join(table.header)}: station, lon and lat are needed.")
        at = columns.places["station"], columns.places["lon"], columns.places["lat"]
    return dict(_rows(table, at))


def _rows(table: Table, at: tuple[int, int, int]) -> list[tuple[str, tuple[float, float]]]:
    places = []
    for line, cells in table.rows:
        if len(cells) <= max(at):
            continue
        lon, lat = table.number(cells[at[1]], line), table.number(cells[at[2]], line)
        if np.isfinite(lon) and -90.0 <= lat <= 90.0:
            places.append((cells[at[0]].upper(), (wrapped(lon), lat)))
    return places

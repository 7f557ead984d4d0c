"""Position series and step lists of the Nevada Geodetic Laboratory (Blewitt et al. 2018, doi 10.1029/2018EO104623)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import day_number
from ..errors import InputError
from .station import Station, Step, in_order, wrapped

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DATE = re.compile(r"(\d\d)([A-Z]{3})(\d\d)")

# Columns from 0: site, date, year, MJD, week, day, reference longitude, then whole and fractional metres of east,
# north and up, antenna height, standard deviations, correlations; since 2023 also latitude, longitude and height.
_MJD, _REFERENCE_LON, _EAST, _NORTH, _UP, _ANTENNA, _UP_STD, _LAT, _LON = 3, 6, 7, 9, 11, 13, 16, 20, 21
_LEAST_COLUMNS, _COLUMNS_WITH_PLACE = 17, 23
_MJD_OF_2000 = 51544
_UNKNOWN_STD_M = 9.0
"""Very large standard deviations are written as 9.99999."""


def is_tenv3(path: Path) -> bool:
    """Return whether a file looks like a `tenv3` series: its second column is a date such as 18JAN31."""
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            lines = [file.readline(4096).split() for _ in range(2)]
    except OSError:
        return False
    return any(len(cells) >= _LEAST_COLUMNS and _DATE.fullmatch(cells[1]) for cells in lines)


def place_of_tenv3(path: Path) -> tuple[float, float]:
    """Return longitude and latitude of a `tenv3` file, from its first position only; NaN where it holds none."""
    with path.open(encoding="ascii", errors="replace") as file:
        for line in file:
            cells = line.split()
            if len(cells) >= _LEAST_COLUMNS and _DATE.fullmatch(cells[1]):
                return _place(cells, path)
    return np.nan, np.nan


def read_tenv3(path: Path) -> Station:
    """Return the station of a `tenv3` file.

    Heights are the sum of the whole and the fractional metres, since the whole part starts anew where a series jumps
    by more than ten metres. A change of the antenna's height in the file is noted as a known step.

    Raises
    ------
    InputError
        Where a line cannot be read or there is none.
    """
    rows: list[list[str]] = []
    for number, line in enumerate(path.read_text(encoding="ascii", errors="replace").splitlines(), 1):
        cells = line.split()
        if not cells or cells[0].lower() == "site":
            continue
        if len(cells) < _LEAST_COLUMNS:
            raise InputError(
                f"{path}, line {number}: {len(cells)} columns, {_LEAST_COLUMNS} are needed: the file is cut off or is "
                "no tenv3 series."
            )
        rows.append(cells)
    if not rows:
        raise InputError(f"{path} holds no position: download it again.")
    names = {cells[0] for cells in rows}
    if len(names) > 1:
        raise InputError(f"{path} holds several stations ({', '.join(sorted(names))}): keep one in a file.")
    days = _column(rows, _MJD, path) - _MJD_OF_2000
    up = 1000.0 * (_column(rows, _UP, path) + _column(rows, _UP + 1, path))
    std = 1000.0 * _column(rows, _UP_STD, path)
    days, up, std, antenna = in_order(days, up, std, _column(rows, _ANTENNA, path))
    lon, lat = _place(rows[-1], path)
    changed = np.flatnonzero(np.abs(np.diff(antenna)) > 1e-5) + 1
    steps = tuple(Step(float(days[k]), "antenna height changed") for k in changed)
    std = np.where(std < 1000.0 * _UNKNOWN_STD_M, std, np.nan)
    return Station(rows[0][0], lon, lat, days, up - np.median(up), std, steps)


def _column(rows: list[list[str]], column: int, path: Path) -> FloatArray:
    try:
        return np.array([float(cells[column]) for cells in rows])
    except ValueError as error:
        raise InputError(f"{path}, column {column + 1}: {error}. Download the series again.") from None


def _place(cells: list[str], path: Path) -> tuple[float, float]:
    """Return longitude and latitude, from the columns of newer files or from eastings and northings of older ones."""
    if len(cells) >= _COLUMNS_WITH_PLACE:
        return wrapped(float(_column([cells], _LON, path)[0])), float(_column([cells], _LAT, path)[0])
    from pyproj import Geod

    reference, east0, east, north0, north = (
        _column([cells], column, path)[0] for column in (_REFERENCE_LON, _EAST, _EAST + 1, _NORTH, _NORTH + 1)
    )
    # Northings count along the meridian from the equator, eastings along the parallel from the reference meridian.
    geod = Geod(ellps="WGS84")
    _, lat, _ = geod.fwd(reference, 0.0, 0.0, north0 + north)
    curvature = geod.a / np.sqrt(1 - geod.es * np.sin(np.radians(lat)) ** 2)
    lon = reference + np.degrees((east0 + east) / (curvature * np.cos(np.radians(lat))))
    return wrapped(float(lon)), float(lat)


def read_steps(path: Path) -> dict[str, list[Step]]:
    """Return the known steps of every station in a step list (``steps.txt``).

    Lines read ``SITE YYMMMDD 1 what_changed`` for equipment and
    ``SITE YYMMMDD 2 reach_km distance_km magnitude event`` for earthquakes.

    Raises
    ------
    InputError
        Where no line can be read.
    """
    steps: dict[str, list[Step]] = {}
    for line in path.read_text(encoding="ascii", errors="replace").splitlines():
        cells = line.split()
        match = _DATE.fullmatch(cells[1].upper()) if len(cells) >= 3 else None
        if match is None or cells[2] not in ("1", "2"):
            continue
        day = _day_of(match)
        if day is None:
            continue
        if cells[2] == "1":
            cause = " ".join(cells[3:]).replace("_", " ").lower() or "equipment changed"
        else:
            cause = f"earthquake of magnitude {cells[5]}" if len(cells) > 5 else "earthquake"
        steps.setdefault(cells[0], []).append(Step(day, cause, by_earthquake=cells[2] == "2"))
    if not steps:
        raise InputError(f"{path} holds no step: lines read 'SITE 18JAN31 1 Antenna_Changed'.")
    return steps


def _day_of(match: re.Match[str]) -> float | None:
    year, day = int(match.group(1)), int(match.group(3))
    try:
        month = _MONTHS.index(match.group(2)) + 1
        return float(day_number(date((1900 if year >= 80 else 2000) + year, month, day)))
    except ValueError:
        return None

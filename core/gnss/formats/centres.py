"""Position series of other centres: PBO and EarthScope, JPL, SIO/SOPAC, and TMS files of European agencies."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...dates import day_number
from ...errors import InputError
from ...files.tables import table_of
from ...files.text import stem_of
from ..station import Station, daily_means, wrapped
from .columns import TableReading
from .geocentric import height_std, heights, on_the_earth
from .tables import stations_of
from .times import DECIMAL_YEAR, MJD_OF_2000, day_of_text, days_of_decimal_years

_IDENTIFIER = re.compile(r"^\d-character ID\s*[:,]\s*(\w+)", re.MULTILINE)
_PLACE_OF_POS = re.compile(r"^NEU Reference position\s*:\s*(\S+)\s+(\S+)", re.MULTILINE)
_PLACE_OF_CSV = re.compile(r"^Reference position\s*,\s*(\S+) North Latitude,\s*(\S+) East Longitude", re.MULTILINE)
_REFERENCE_XYZ = re.compile(r"^\s*#\s*Reference_([XYZ])\s*:\s*([-+]?\d+(?:\.\d*)?)", re.MULTILINE)
_TMS_STATION = re.compile(r"^%=TMS.*\s(\w{4}(?:\d\d\w{3})?)\s*$", re.MULTILINE)

# PBO .pos: date, time, MJD, x, y, z, 3 std, 3 correlations, lat, lon, height, dN, dE, dU, Sn, Se, Su, 3 correlations.
_POS_COLUMNS, _POS_MJD, _POS_UP, _POS_STD = 24, 2, 17, 20
# JPL: year, east, north, up, 3 std, 3 correlations, seconds, then year, month, day, hour, minute, second.
_SERIES_COLUMNS, _SERIES_UP, _SERIES_STD, _SERIES_DATE = 17, 3, 6, 11
# SIO/SOPAC .neu: year, year, day of year, north, east, up, 3 std; older: year, north, east, up, 3 std.
_NEU_COLUMNS, _NEU_SHORT_COLUMNS = 9, 7
_MJD = re.compile(r"[4-6]\d{4}(?:\.\d+)?")
"""Modified Julian days from 1968 to 2050."""
_LEAST_STD_M, _LARGEST_STD_M = 1e-4, 1.0
"""These formats are in metres: typical standard deviations of daily heights beyond these are of something else."""
_FIRST_YEAR, _LAST_YEAR = 1980, 2100


def read_pos(path: Path, text: str) -> Station:
    """Return the station of a PBO ``.pos`` file (EarthScope, MIT, GFZ, CWU, ...).

    Parameters
    ----------
    path : Path
        For the name and messages.
    text : str
        What it holds.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where a line cannot be read or there is none.
    """
    lines = [line.split() for line in text.splitlines() if re.match(r"\s*\d{8}\s", line)]
    values = _numbers(path, [line[:_POS_COLUMNS] for line in lines], _POS_COLUMNS)
    place = _PLACE_OF_POS.search(text)
    lat, lon = (float(place.group(1)), float(place.group(2))) if place else (values[-1, 12], values[-1, 13])
    name = _IDENTIFIER.search(text)
    return _station(
        name.group(1) if name else stem_of(path),
        (wrapped(float(lon)), float(lat)),
        values[:, _POS_MJD] - MJD_OF_2000,
        (1000.0 * values[:, _POS_UP], 1000.0 * values[:, _POS_STD]),
    )


def read_pbo_csv(path: Path, text: str) -> Station:
    """Return the station of a CSV file of EarthScope (formerly UNAVCO), whose header stands below lines on the station.

    Parameters
    ----------
    path : Path
        For the name and messages.
    text : str
        What it holds.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where it has no such header or a line cannot be read.
    """
    lines = [(number, line.strip().rstrip(",")) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    first = next((k for k, (_, line) in enumerate(lines) if line.lower().startswith("date,")), None)
    if first is None or first + 1 == len(lines):
        raise InputError(f"{path} has no line 'Date, North (mm), East (mm), Vertical (mm), ...': get it again.")
    table = table_of(path, lines[first:], [])
    (station,) = stations_of(table, TableReading())
    name, place = _IDENTIFIER.search(text), _PLACE_OF_CSV.search(text)
    lon, lat = (wrapped(float(place.group(2))), float(place.group(1))) if place else (np.nan, np.nan)
    return Station(
        name.group(1) if name else station.name, lon, lat, station.days, station.up_mm, up_std_mm=station.up_std_mm
    )


def is_series(rows: list[list[str]]) -> bool:
    """Return whether lines are JPL's: the date in columns 12 to 14 is that of the decimal year in the first.

    Parameters
    ----------
    rows : list of list of str
        Cells of some lines.

    Returns
    -------
    bool
        False for no lines.
    """
    if not rows or any(len(cells) != _SERIES_COLUMNS for cells in rows):
        return False
    try:
        for cells in rows:
            day = day_number(date(*(int(cell) for cell in cells[_SERIES_DATE : _SERIES_DATE + 3])))
            if abs((float(cells[0]) - 2000.0) * 365.25 - day) > 2.0:
                return False
    except ValueError:
        return False
    return True


def read_series(path: Path, rows: list[list[str]]) -> Station:
    """Return the station of a JPL ``.series`` file; it has no place.

    Parameters
    ----------
    path : Path
        For the name and messages.
    rows : list of list of str
        Cells of all lines.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where a line cannot be read.
    """
    values = _numbers(path, rows, _SERIES_COLUMNS)
    try:
        days = [day_number(date(int(y), int(m), int(d))) for y, m, d in values[:, _SERIES_DATE : _SERIES_DATE + 3]]
    except ValueError as error:
        raise InputError(f"{path}: {error} in columns 12 to 14. Download the series again.") from None
    heights_mm = 1000.0 * values[:, _SERIES_UP], 1000.0 * values[:, _SERIES_STD]
    _check_metres(path, values[:, _SERIES_STD])
    return _station(stem_of(path), (np.nan, np.nan), np.array(days, dtype=np.float64), heights_mm)


def is_neu(rows: list[list[str]], suffix: str) -> bool:
    """Return whether lines are SIO's: year and day of year agree twice, or the short form in ``.neu``.

    Parameters
    ----------
    rows : list of list of str
        Cells of some lines.
    suffix : str
        End of the file's name, small.

    Returns
    -------
    bool
        False for no lines.
    """
    try:
        if rows and all(len(cells) == _NEU_COLUMNS for cells in rows):
            return all(
                int(cells[1]) == int(float(cells[0])) and 1 <= int(cells[2]) <= 366 and "." in cells[0]
                for cells in rows
            )
        short = bool(rows) and suffix == ".neu" and all(len(cells) == _NEU_SHORT_COLUMNS for cells in rows)
        return short and all(_FIRST_YEAR < float(cells[0]) < _LAST_YEAR for cells in rows)
    except ValueError:
        return False


def read_neu(path: Path, rows: list[list[str]], remarks: str = "") -> Station:
    """Return the station of an SIO/SOPAC ``.neu`` file; remarks with Reference_X, _Y and _Z tell its place.

    Parameters
    ----------
    path : Path
        For the name and messages.
    rows : list of list of str
        Cells of all lines.
    remarks : str
        Lines before them.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where a line cannot be read, or its standard deviations are not in metres.
    """
    long = len(rows[0]) == _NEU_COLUMNS
    values = _numbers(path, rows, _NEU_COLUMNS if long else _NEU_SHORT_COLUMNS)
    up, std = values[:, 5 if long else 3], values[:, 8 if long else 6]
    _check_metres(path, std)
    if long:
        days = np.array([day_number(date(int(year), 1, 1)) for year in values[:, 1]]) + values[:, 2] - 1.0
    else:
        days = days_of_decimal_years(values[:, 0], path)
    name = re.sub(r"(Clean|Raw|Filter|Resid|Trend|Unf|Detrend).*$", "", stem_of(path)) or stem_of(path)
    return _station(name, _place_in(remarks), days, (1000.0 * up, 1000.0 * std))


def _place_in(remarks: str) -> tuple[float, float]:
    """Return longitude and latitude of the reference position in remarks, NaN where there is none."""
    found = dict(_REFERENCE_XYZ.findall(remarks))
    if set(found) != {"X", "Y", "Z"}:
        return np.nan, np.nan
    xyz = np.array([[float(found[axis]) for axis in "XYZ"]])
    return heights(xyz)[1] if on_the_earth(xyz) else (np.nan, np.nan)


def is_xyz(rows: list[list[str]]) -> bool:
    """Return whether lines are ``[station] date x y z ...`` with earth-fixed coordinates in metres.

    Parameters
    ----------
    rows : list of list of str
        Cells of some lines.

    Returns
    -------
    bool
        False for no lines.
    """
    return _date_column(rows) is not None


def _date_column(rows: list[list[str]]) -> int | None:
    """Return the column of the date in lines of earth-fixed coordinates, None where they are no such lines."""
    for place in (0, 1):
        try:
            xyz = np.array([[float(cell) for cell in cells[place + 1 : place + 4]] for cells in rows])
            if xyz.shape == (len(rows), 3) and on_the_earth(xyz):
                _days_of_texts([cells[place] for cells in rows], "")
                return place
        except (ValueError, IndexError, InputError):
            continue
    return None


def _days_of_texts(texts: list[str], source: object) -> FloatArray:
    """Return the days of dates, decimal years or modified Julian days, all of one kind."""
    if all(DECIMAL_YEAR.fullmatch(text) for text in texts):
        return days_of_decimal_years(np.array([float(text) for text in texts]), source)
    if all(_MJD.fullmatch(text) for text in texts):
        return np.floor(np.array([float(text) for text in texts])) - MJD_OF_2000
    try:
        return np.array([day_of_text(text) for text in texts])
    except InputError as error:
        raise InputError(f"{source}: {error}") from None


def read_xyz(path: Path, rows: list[list[str]]) -> list[Station]:
    """Return the stations of lines ``[station] date x y z [std std std [correlations]]``, turned into heights.

    Parameters
    ----------
    path : Path
        For the name and messages.
    rows : list of list of str
        Cells of all lines.

    Returns
    -------
    list of Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where a line cannot be read.
    """
    at = _date_column(rows[:1])
    parts: dict[str, list[list[str]]] = {}
    for number, cells in enumerate(rows, 1):
        if at is None or len(cells) < at + 4:
            raise InputError(f"{path}, position {number}: date, x, y and z are needed: it is cut off.")
        parts.setdefault(cells[0] if at else stem_of(path), []).append(cells[at:])
    stations = []
    for name, lines in parts.items():
        values = _numbers(path, [cells[1:] for cells in lines], len(lines[0]) - 1)
        days = _days_of_texts([cells[0] for cells in lines], path)
        up, place = heights(values[:, :3])
        std = np.full(up.size, np.nan)
        if values.shape[1] >= 6:
            std = height_std(values[:, 3:6], values[:, 6:9] if values.shape[1] >= 9 else None, place)
        stations.append(_station(name, place, days, (up, std)))
    return stations


def read_tms(path: Path, text: str) -> Station:
    """Return the station of a TMS file: blocks of text, among them ``TIMESERIES/DATA`` with the names of its columns.

    Parameters
    ----------
    path : Path
        For messages.
    text : str
        What it holds.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where it has no such block or a line cannot be read.
    """
    lines = text.splitlines()
    start = next((k for k, line in enumerate(lines) if line.startswith("+TIMESERIES/DATA")), None)
    if start is None:
        raise InputError(f"{path} has no block TIMESERIES/DATA: get it again.")
    stop = next((k for k in range(start, len(lines)) if lines[k].startswith("-TIMESERIES/DATA")), len(lines))
    data = [(k + 1, lines[k].strip()) for k in range(start + 1, stop) if lines[k].strip()]
    names = [name.strip("_") for name in data[0][1].lstrip("*").split()] if data else []
    dated = ["date" if "YYYY" in name.upper() and "-" in name else name for name in names]
    unit = re.search(r"^\s*\d+\s+UP\s+(\S+)", text, re.MULTILINE)
    if unit:
        dated = [f"{name}_{unit.group(1)}" if name.upper() in ("UP", "SIG_UP") else name for name in dated]
    table = table_of(path, [(data[0][0], " ".join(dated)), *data[1:]], [])
    (station,) = stations_of(table, TableReading())
    name = _TMS_STATION.search(text)
    place = np.nan, np.nan
    at = [names.index(axis) if axis in names else -1 for axis in ("X", "Y", "Z")]
    if min(at) >= 0:
        xyz = np.array([[float(cells[k]) for k in at] for _, cells in table.rows])
        place = heights(xyz)[1] if on_the_earth(xyz) else place
    return Station(name.group(1) if name else station.name, *place, station.days, station.up_mm, station.up_std_mm)


def _numbers(path: Path, rows: list[list[str]], n_columns: int) -> FloatArray:
    """Return lines as numbers [row, column]."""
    if not rows:
        raise InputError(f"{path} holds no position: download it again.")
    for number, cells in enumerate(rows, 1):
        if len(cells) < n_columns:
            raise InputError(f"{path}, position {number}: {len(cells)} columns, {n_columns} are needed: it is cut off.")
    try:
        return np.array([[float(cell) for cell in cells[:n_columns]] for cells in rows])
    except ValueError as error:
        raise InputError(f"{path}: {error}. Download the series again.") from None


def _check_metres(path: Path, std: FloatArray) -> None:
    known = std[np.isfinite(std) & (std > 0)]
    if known.size and not _LEAST_STD_M <= float(np.median(known)) <= _LARGEST_STD_M:
        raise InputError(
            f"{path}: its standard deviations ({np.median(known):g}) are not in metres, as this format is. "
            "Name its columns and their unit by COLUMNS."
        )


def _station(name: str, place: tuple[float, float], days: FloatArray, values: tuple[FloatArray, FloatArray]) -> Station:
    up, std = values
    there = np.isfinite(up) & np.isfinite(days)
    days, up, std = daily_means(days[there], up[there], np.where(std[there] > 0, std[there], np.nan))
    return Station(name, *place, days, up - np.median(up), std)

"""Position series and step lists of the Nevada Geodetic Laboratory (Blewitt et al. 2018, doi 10.1029/2018EO104623)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...files.text import text_of
from ..station import Station, Step, daily_means, wrapped
from .geocentric import height_std, heights, on_the_earth
from .times import MJD_OF_2000, SHORT_DATE, day_of_short_date

WHAT = "a series of the Nevada Geodetic Laboratory"
TENV3, TENV, TXYZ2 = "tenv3", "tenv", "txyz2"

# tenv3, from 0: site, date, year, MJD, week, day, reference longitude, then whole and fractional metres of east, north
# and up, antenna height, standard deviations, correlations; since 2023 also latitude, longitude and height.
_MJD, _REFERENCE_LON, _EAST, _NORTH, _UP, _ANTENNA, _UP_STD, _LAT, _LON = 3, 6, 7, 9, 11, 13, 16, 20, 21
_LEAST_COLUMNS, _COLUMNS_WITH_PLACE = 17, 23
# The same columns by the names of the header, whose order counts where it has as many names as a line has cells.
_HEADER = {
    "mjd": _MJD, "reflon": _REFERENCE_LON, "e0": _EAST, "n0": _NORTH, "u0": _UP, "ant": _ANTENNA, "sig_u": _UP_STD,
    "latitude": _LAT, "longitude": _LON,
}  # fmt: skip
# tenv: site, date, year, MJD, week, day, delta east, north, up, antenna height, standard deviations, correlations.
_TENV_COLUMNS, _TENV_UP, _TENV_ANTENNA, _TENV_STD = 16, 8, 9, 12
# txyz2: site, date, year, x, y, z, their standard deviations, correlations xy, xz, yz, antenna height.
_TXYZ2_COLUMNS = (12, 13)
_TXYZ2_X = (3, 6)
_UNKNOWN_STD_M = 9.0
"""Very large standard deviations are written as 9.99999."""


@dataclass(frozen=True)
class _Rows:
    """Lines of one station's file."""

    path: Path
    cells: list[list[str]]
    order: dict[int, int]

    def column(self, column: int) -> FloatArray:
        """Return a column as numbers [row]."""
        place = self.order.get(column, column)
        try:
            return np.array([float(cells[place]) for cells in self.cells])
        except ValueError as error:
            raise InputError(f"{self.path}, column {place + 1}: {error}. Download the series again.") from None

    def last(self) -> _Rows:
        """Return the last line alone."""
        return _Rows(self.path, self.cells[-1:], self.order)


def kind_of(path: Path) -> str:
    """Return which series a file looks like: ``tenv3``, ``tenv``, ``txyz2``, or '' for none of them.

    Its second column is a date such as 18JAN31 in all of them; the number of columns tells them apart.

    Parameters
    ----------
    path : Path
        Any file.

    Returns
    -------
    str
        By its first lines.
    """
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            lines = [file.readline(4096).split() for _ in range(2)]
    except OSError:
        return ""
    for cells in lines:
        if len(cells) < min(_TXYZ2_COLUMNS) or not SHORT_DATE.fullmatch(cells[1]):
            continue
        if _xyz_at(cells):
            return TXYZ2
        if len(cells) >= _LEAST_COLUMNS:
            return TENV3
        if len(cells) == _TENV_COLUMNS:
            return TENV
        if len(cells) in _TXYZ2_COLUMNS:
            return TXYZ2
    return ""


def _xyz_at(cells: list[str]) -> int:
    """Return the column of x in a line of a `txyz2` file, 0 where three neighbours are no place on the Earth.

    Columns 4 to 6; where MJD, week and day of the week follow the year, as in the files of positions, 7 to 9.
    """
    for at in _TXYZ2_X:
        try:
            xyz = np.array([[float(cell) for cell in cells[at : at + 3]]])
        except ValueError:
            continue
        if xyz.shape == (1, 3) and on_the_earth(xyz):
            return at
    return 0


def is_tenv3(path: Path) -> bool:
    """Return whether a file looks like a `tenv3` series.

    Parameters
    ----------
    path : Path
        Any file.

    Returns
    -------
    bool
        By its first lines.
    """
    return kind_of(path) == TENV3


def place_of_tenv3(path: Path) -> tuple[float, float]:
    """Return longitude and latitude of a `tenv3` file, from its first position only; NaN where it holds none.

    Parameters
    ----------
    path : Path
        A `tenv3` file.

    Returns
    -------
    lon, lat : float
        Degrees.
    """
    header: list[str] = []
    with path.open(encoding="ascii", errors="replace") as file:
        for line in file:
            cells = line.split()
            if len(cells) >= _LEAST_COLUMNS and SHORT_DATE.fullmatch(cells[1]):
                return _place(_Rows(path, [cells], _order(header, len(cells))))
            header = cells
    return np.nan, np.nan


def read_tenv3(path: Path) -> Station:
    """Return the station of a `tenv3` file (of any reference frame: IGS14 and IGS20 have the same columns).

    Heights are the sum of the whole and the fractional metres, since the whole part starts anew where a series jumps
    by more than ten metres. A change of the antenna's height in the file is noted as a known step.

    Parameters
    ----------
    path : Path
        To read.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where a line cannot be read or there is none.
    """
    rows = _rows(path, _LEAST_COLUMNS, TENV3)
    up_column = rows.order.get(_UP, _UP)
    fraction = np.array(_Rows(path, rows.cells, {}).column(up_column + 1))
    up = 1000.0 * (rows.column(_UP) + fraction)
    std = 1000.0 * rows.column(_UP_STD)
    return _station(rows, (up, std, rows.column(_ANTENNA)), rows.column(_MJD) - MJD_OF_2000, _place(rows.last()))


def read_tenv(path: Path) -> Station:
    """Return the station of a `tenv` file: the same heights without a place.

    Parameters
    ----------
    path : Path
        To read.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where a line cannot be read or there is none.
    """
    rows = _rows(path, _TENV_COLUMNS, TENV)
    up, std = 1000.0 * rows.column(_TENV_UP), 1000.0 * rows.column(_TENV_STD)
    days = rows.column(_MJD) - MJD_OF_2000
    return _station(rows, (up, std, rows.column(_TENV_ANTENNA)), days, (np.nan, np.nan))


def read_txyz2(path: Path) -> Station:
    """Return the station of a `txyz2` file: earth-fixed coordinates, turned into heights.

    Parameters
    ----------
    path : Path
        To read.

    Returns
    -------
    Station
        Heights in mm, days since 2000-01-01.

    Raises
    ------
    InputError
        Where a line cannot be read, there is none, or the coordinates are not those of a place on the Earth.
    """
    rows = _rows(path, _TXYZ2_COLUMNS[0], TXYZ2)
    first = _xyz_at(rows.cells[0]) or _TXYZ2_X[0]
    xyz = _columns(rows, first)
    if not on_the_earth(xyz):
        raise InputError(
            f"{path}: columns {first + 1} to {first + 3} are no earth-fixed coordinates in metres. Download the series "
            "again."
        )
    up, place = heights(xyz)
    std = height_std(_columns(rows, first + 3), _columns(rows, first + 6), place)
    antenna = rows.column(first + 9) if len(rows.cells[0]) > first + 9 else np.zeros(up.size)
    days = np.array([_short_day(path, cells[1]) for cells in rows.cells])
    return _station(rows, (up, std, antenna), days, place)


def _columns(rows: _Rows, first: int) -> FloatArray:
    """Return three neighbouring columns [row, 3]."""
    return np.column_stack([rows.column(k) for k in range(first, first + 3)])


def _short_day(path: Path, text: str) -> float:
    day = day_of_short_date(text)
    if day is None:
        raise InputError(f"{path}: '{text}' is no date such as 18JAN31. Download the series again.")
    return day


def _rows(path: Path, least: int, kind: str) -> _Rows:
    """Return the lines of the one station of a file."""
    rows: list[list[str]] = []
    header: list[str] = []
    for number, line in enumerate(text_of(path, WHAT).splitlines(), 1):
        cells = line.split()
        if not cells or cells[0].lower() == "site":
            header = cells or header
            continue
        if len(cells) < least:
            raise InputError(
                f"{path}, line {number}: {len(cells)} columns, {least} are needed: the file is cut off or is "
                f"no {kind} series."
            )
        rows.append(cells)
    if not rows:
        raise InputError(f"{path} holds no position: download it again.")
    names = {cells[0] for cells in rows}
    if len(names) > 1:
        raise InputError(f"{path} holds several stations ({', '.join(sorted(names))}): keep one in a file.")
    return _Rows(path, rows, _order(header, len(rows[0])))


def _order(header: list[str], n_cells: int) -> dict[int, int]:
    """Return where the columns of the published order stand in a file whose header names them all."""
    if len(header) != n_cells:
        return {}
    names = [name.partition("(")[0].strip("_").lower() for name in header]
    return {column: names.index(name) for name, column in _HEADER.items() if name in names}


def _station(
    rows: _Rows, columns: tuple[FloatArray, FloatArray, FloatArray], days: FloatArray, place: tuple[float, float]
) -> Station:
    up, std, antenna = columns
    std = np.where(std < 1000.0 * _UNKNOWN_STD_M, std, np.nan)
    days, up, std, antenna = daily_means(days, up, std, antenna)
    changed = np.flatnonzero(np.abs(np.diff(antenna)) > 1e-5) + 1
    steps = tuple(Step(float(days[k]), "antenna height changed") for k in changed)
    return Station(rows.cells[0][0], *place, days, up - np.median(up), up_std_mm=std, known_steps=steps)


def _place(rows: _Rows) -> tuple[float, float]:
    """Return longitude and latitude, from the columns of newer files or from eastings and northings of older ones."""
    if len(rows.cells[0]) >= _COLUMNS_WITH_PLACE:
        return wrapped(float(rows.column(_LON)[0])), float(rows.column(_LAT)[0])
    from pyproj import Geod

    reference, east0, east, north0, north = (
        float(rows.column(column)[0]) for column in (_REFERENCE_LON, _EAST, _EAST + 1, _NORTH, _NORTH + 1)
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

    Parameters
    ----------
    path : Path
        To read.

    Returns
    -------
    dict of str to list of Step
        By the station's name.

    Raises
    ------
    InputError
        Where no line can be read.
    """
    steps: dict[str, list[Step]] = {}
    for line in text_of(path, "a list of steps").splitlines():
        cells = line.split()
        day = day_of_short_date(cells[1].upper()) if len(cells) >= 3 else None
        if day is None or cells[2] not in ("1", "2"):
            continue
        if cells[2] == "1":
            step = Step(day, " ".join(cells[3:]).replace("_", " ").lower() or "equipment changed")
        else:
            step = _earthquake(day, cells)
        steps.setdefault(cells[0].upper(), []).append(step)
    if not steps:
        raise InputError(f"{path} holds no step: lines read 'SITE 18JAN31 1 Antenna_Changed'.")
    return steps


def _earthquake(day: float, cells: list[str]) -> Step:
    if len(cells) <= 5:
        return Step(day, "earthquake", by_earthquake=True)
    try:
        magnitude = float(cells[5])
    except ValueError:
        magnitude = float("nan")
    return Step(day, f"earthquake of magnitude {cells[5]}", by_earthquake=True, magnitude=magnitude)

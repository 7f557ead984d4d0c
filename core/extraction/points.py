"""The series of single pixels or cells out of any file with a time axis."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of, to_datetime64
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset, Variable
from ..files.names import DISPLACEMENT, DISPLACEMENT_STD, TWS, TWS_ANALYSIS, VERTICAL_DISPLACEMENT
from ..files.outputs import write_text
from ..files.points import is_points, read_places
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import distance_km, transform_points
from ..work.progress import Progress, stop_if_cancelled

Point = tuple[str, float, float]

MAIN_QUANTITIES = (TWS_ANALYSIS, VERTICAL_DISPLACEMENT, DISPLACEMENT, TWS)
"""What a file is about, in the order of preference; a file without them is about its first quantity."""

_SPREADS = {VERTICAL_DISPLACEMENT: DISPLACEMENT_STD, TWS: "uncertainty"}
_MEMBER = "member"
POINT_REACH_KM = 1.0
"""In a file of points the nearest one stands for a place, if it is not farther away."""


@dataclass(frozen=True)
class PixelSeries:
    """One quantity at one place.

    Attributes
    ----------
    variable : str
        Name in the file.
    days : array [time]
        Days since 2000-01-01.
    values : array [time]
        NaN where missing; the mean of the members where the file has some.
    std : array [time] or None
        Standard deviation of the values, from the matching variable or over the members; None where unknown.
    units, long_name : str
        As in the file.
    """

    variable: str
    days: FloatArray
    values: FloatArray
    std: FloatArray | None
    units: str
    long_name: str


@dataclass(frozen=True)
class PixelReading:
    """Everything along time at one place.

    Attributes
    ----------
    row, column : int
        Of the pixel in the file; of a point 0 and its number.
    lon, lat : float
        Its centre, in degrees.
    series : tuple of PixelSeries
        The file's main quantity first.
    velocity : float or None
        Of the file's map ``velocity``; None where it has none.
    """

    row: int
    column: int
    lon: float
    lat: float
    series: tuple[PixelSeries, ...]
    velocity: float | None


@dataclass(frozen=True)
class PointSeries:
    """The main quantity of a file at one point.

    Attributes
    ----------
    name : str
        Of the point.
    lon, lat : float
        Of the point, in degrees.
    variable : str
        Main quantity of the file.
    days, values : array [time]
        Days since 2000-01-01; NaN where missing.
    velocity : float or None
        In mm/yr; None where the file has none.
    """

    name: str
    lon: float
    lat: float
    variable: str
    days: FloatArray
    values: FloatArray
    velocity: float | None


def read_pixel(path: Path, lon: float, lat: float) -> PixelReading:
    """Return all series of the pixel or cell that holds a place; only that pixel is read.

    Parameters
    ----------
    path : Path
        Any file of ours with a time axis.
    lon, lat : float
        Degrees.

    Raises
    ------
    InputError
        Where the place lies outside the file's grid, or nothing in the file depends on time.
    """
    with netcdf.open_chain_file(path) as dataset:
        names, places = _quantities(dataset), _places(dataset)
        at = places.find(lon, lat)
        if at is None:
            raise InputError(f"{lon:g} E, {lat:g} N lies outside {path}{places.reach}.")
        return _read(dataset, places, names, at)


def extract_series(
    path: Path, points: list[Point], output_csv: Path, progress: Progress, unit: str = ""
) -> list[PointSeries]:
    """Write every quantity that depends on time, at points, as a table ``point,date,variable,value,std``.

    Parameters
    ----------
    path : Path
        Any file of ours with a time axis.
    points : list of (name, lon, lat)
        In degrees.
    output_csv : Path
        Table; missing values are empty.
    progress : Progress
        Hears of each point; warned of points outside the file, where others are inside.
    unit : str
        The parameter `UNIT`: of the quantities of the chain where the file does not say it.

    Returns
    -------
    list of PointSeries
        The main quantity at each point inside.

    Raises
    ------
    InputError
        Where every point lies outside the file, or nothing in the file depends on time.
    """
    found: list[PointSeries] = []
    outside: list[str] = []
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("point", "date", "variable", "value", "std"))
    with netcdf.open_chain_file(path, unit=unit, warn=progress.warn) as dataset:
        names, places = _quantities(dataset), _places(dataset)
        for number, (name, lon, lat) in enumerate(points):
            stop_if_cancelled(progress)
            at = places.find(lon, lat)
            if at is None:
                outside.append(name)
                continue
            reading = _read(dataset, places, names, at)
            for series in reading.series:
                writer.writerows(_rows(name, series))
            main = reading.series[0]
            found.append(
                PointSeries(name, lon, lat, main.variable, main.days, values=main.values, velocity=reading.velocity)
            )
            progress.report((number + 1) / len(points))
    if not found:
        raise InputError(f"No point lies inside {path} (outside: {', '.join(outside)}): choose points in its area.")
    if outside:
        progress.warn(f"Outside {Path(path).name} and left out: {', '.join(outside)}.")
    write_text(output_csv, table.getvalue())
    return found


class _Pixels:
    """The places of a file on a grid."""

    reach = ""

    def __init__(self, grid: RasterGrid) -> None:
        self._grid = grid

    def find(self, lon: float, lat: float) -> tuple[int, ...] | None:
        """Return the index of the pixel that holds a place."""
        return pixel_of(self._grid, lon, lat)

    def centre(self, at: tuple[int, ...]) -> tuple[float, float]:
        """Return longitude and latitude of a pixel."""
        x, y = self._grid.x[at[1]], self._grid.y[at[0]]
        lon, lat = (x, y) if self._grid.is_geographic else transform_points(x, y, self._grid.crs, GEOGRAPHIC)
        return float(lon), float(lat)


class _Points:
    """The places of a file of points: the nearest stands for a place."""

    reach = f", or no point is within {POINT_REACH_KM:g} km"

    def __init__(self, lon: FloatArray, lat: FloatArray) -> None:
        self._lon, self._lat = lon, lat

    def find(self, lon: float, lat: float) -> tuple[int, ...] | None:
        """Return the index of the point nearest to a place, or None where all are far."""
        distance = distance_km(self._lon, self._lat, np.array([lon]), np.array([lat]))[:, 0]
        if not np.isfinite(distance).any():
            return None
        nearest = int(np.nanargmin(distance))
        return (nearest,) if distance[nearest] <= POINT_REACH_KM else None

    def centre(self, at: tuple[int, ...]) -> tuple[float, float]:
        """Return longitude and latitude of a point."""
        return float(self._lon[at[0]]), float(self._lat[at[0]])


def _places(dataset: Dataset) -> _Pixels | _Points:
    return _Points(*read_places(dataset)) if is_points(dataset) else _Pixels(netcdf.read_grid(dataset))


def pixel_of(grid: RasterGrid, lon: float, lat: float) -> tuple[int, int] | None:
    """Return row and column of the pixel that holds a place in degrees, or None outside the grid.

    Parameters
    ----------
    grid : RasterGrid
        In degrees or any projection.
    lon, lat : float
        Any turn of longitude.

    Returns
    -------
    (row, column) or None
        Counted from the upper left pixel.
    """
    if grid.is_geographic:
        x, y, turn = lon, lat, 360.0
    else:
        turned_x, turned_y = transform_points([lon, 180.0 - 1e-9], [lat, 0.0], GEOGRAPHIC, grid.crs)
        # One turn in a cylindrical projection, whose windows may reach over the 180th meridian; elsewhere it is
        # larger than the projection's use and changes nothing.
        x, y, turn = float(turned_x[0]), float(turned_y[0]), 2 * abs(float(turned_x[1]))
    if not (np.isfinite(x) and np.isfinite(y)):
        return None
    for shift in (0.0, turn, -turn):
        if not np.isfinite(shift):
            continue
        row, column = (int(value) for value in grid.index(x + shift, y))
        if 0 <= row < grid.rows and 0 <= column < grid.columns:
            return row, column
    return None


def _quantities(dataset: Dataset) -> list[str]:
    """Return the variables along time, y and x, the main one first; spreads and members go with what they are of."""
    names = [
        name
        for name, variable in dataset.variables.items()
        if _is_series(variable) and not _belongs_to_another(name, dataset)
    ]
    if not names:
        raise InputError(
            f"{dataset.filepath()} holds no series (nothing in it depends on time and place): choose a displacement, "
            "storage or analysis file."
        )
    main = next((name for name in MAIN_QUANTITIES if name in names), names[0])
    return [main, *(name for name in names if name != main)]


def _is_series(variable: Variable) -> bool:
    return variable.dimensions[-3:] == ("time", "y", "x") or variable.dimensions == ("time", "point")


def _belongs_to_another(name: str, dataset: Dataset) -> bool:
    if name in {_spread_of(other, dataset) for other in dataset.variables if other != name}:
        return True
    return name.endswith("_members") and name[: -len("_members")] in dataset.variables


def _spread_of(name: str, dataset: Dataset) -> str:
    """Return the variable that holds the standard deviation of another, or ''."""
    for candidate in (f"{name}_std", _SPREADS.get(name, "")):
        if candidate and candidate in dataset.variables:
            return candidate
    return ""


def _read(dataset: Dataset, places: _Pixels | _Points, names: list[str], at: tuple[int, ...]) -> PixelReading:
    days = netcdf.read_days(dataset)
    series = tuple(_series(dataset, name, days, at) for name in names)
    velocity = None
    if "velocity" in dataset.variables:
        velocity = float(netcdf.read_float(dataset, "velocity", at))
    lon, lat = places.centre(at)
    row, column = at if len(at) == 2 else (0, at[0])
    return PixelReading(row, column, lon, lat, series, velocity=velocity)


def _series(dataset: Dataset, name: str, days: FloatArray, at: tuple[int, ...]) -> PixelSeries:
    variable = dataset.variables[name]
    values = netcdf.read_float(dataset, name, (..., *at))
    std = None
    if variable.dimensions[0] == _MEMBER:
        if values.shape[0] > 1:
            std = values.std(axis=0, ddof=1)
        values = values.mean(axis=0)
    spread = _spread_of(name, dataset)
    if spread:
        std = netcdf.read_float(dataset, spread, (..., *at))
    units, long_name = netcdf.attribute(variable, "units"), netcdf.attribute(variable, "long_name")
    return PixelSeries(name, days, values, std, units, long_name=long_name or name)


def _rows(point: str, series: PixelSeries) -> list[tuple[str, str, str, str, str]]:
    std = np.full(series.days.shape, np.nan) if series.std is None else series.std
    return [
        (point, date, series.variable, _number(value), _number(spread))
        for date, value, spread in zip(_dates(series.days), series.values, std)
    ]


def _dates(days: FloatArray) -> list[str]:
    """Return dates, with the time of day where one date comes more than once."""
    dates = [date_of(day).isoformat() for day in days]
    if len(set(dates)) == len(dates):
        return dates
    return [str(time)[:16] for time in to_datetime64(days)]


def _number(value: float) -> str:
    return f"{value:.7g}" if np.isfinite(value) else ""

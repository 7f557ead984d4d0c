"""Values along a line across a file's grid, at chosen dates."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray, IntArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.outputs import write_text
from ..files.points import is_points
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import distance_km, transform_points

_PER_CELL = 4  # samples to a cell's width: a cell that the line crosses for a quarter of its width is not missed
_MOST_SAMPLES = 20_000


@dataclass(frozen=True)
class Profile:
    """Values of a file along a line.

    Attributes
    ----------
    variable, units, long_name : str
        As in the file.
    distance_km : array [cell]
        Middle of the line's way through each cell that it crosses, from its first corner.
    days : array [date]
        Dates of the file that were read, in days since 2000-01-01.
    values : array [date, cell]
        NaN where missing; the mean of the members where the file has some.
    """

    variable: str
    units: str
    long_name: str
    distance_km: FloatArray
    days: FloatArray
    values: FloatArray


def read_profile(path: Path, line: npt.ArrayLike, variable: str, days: npt.ArrayLike) -> Profile:
    """Return a variable along a line at the file's dates that are nearest to some days.

    Parameters
    ----------
    path : Path
        File of ours with a time axis, on a grid.
    line : array [vertex, 2]
        Corners in longitude and latitude, degrees; straight between them in these coordinates.
    variable : str
        Along time, y and x.
    days : array [date]
        Days since 2000-01-01; dates of the file that are wanted twice come once.

    Raises
    ------
    InputError
        Where the file is not on a grid or lacks the variable, or the line lies outside or has no length.
    """
    corners = np.asarray(line, dtype=np.float64)
    with netcdf.open_chain_file(path) as dataset:
        if is_points(dataset) or variable not in dataset.variables:
            raise InputError(f"{path} has no {variable} on a grid: a profile needs one.")
        grid, all_days = netcdf.read_grid(dataset), netcdf.read_days(dataset)
        distance, row, column = _cells(grid, corners, str(path))
        wanted = np.abs(all_days[:, None] - np.atleast_1d(days)[None]).argmin(axis=0)
        numbers = np.unique(wanted)
        window = slice(row.min(), row.max() + 1), slice(column.min(), column.max() + 1)
        values = np.empty((numbers.size, distance.size))
        for place, number in enumerate(numbers):
            field = netcdf.read_float(dataset, variable, (..., int(number), *window))
            field = field if field.ndim == 2 else field.mean(axis=0)
            values[place] = field[row - row.min(), column - column.min()]
        units, long_name = (netcdf.attribute(dataset[variable], key) for key in ("units", "long_name"))
    return Profile(variable, units, long_name or variable, distance, all_days[numbers], values=values)


def write_profile(path: Path, profile: Profile) -> None:
    """Write a profile as rows of distance, date and value; missing values are empty.

    Parameters
    ----------
    path : Path
        Of the CSV file; written whole or not at all.
    profile : Profile
        To write.

    Raises
    ------
    OutputError
        Where the file cannot be written.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("distance_km", "date", "variable", "value"))
    for day, values in zip(profile.days, profile.values):
        for distance, value in zip(profile.distance_km, values):
            text = f"{value:.7g}" if np.isfinite(value) else ""
            writer.writerow((f"{distance:.4f}", date_of(day).isoformat(), profile.variable, text))
    write_text(path, stream.getvalue())


def _cells(grid: RasterGrid, corners: FloatArray, source: str) -> tuple[FloatArray, IntArray, IntArray]:
    """Return distance, row and column [cell] of the cells that a line crosses, in its order."""
    lengths = np.array(
        [float(distance_km(*(np.array([v]) for v in (*a, *b)))[0, 0]) for a, b in zip(corners[:-1], corners[1:])]
    )
    if not lengths.sum() > 0:
        raise InputError("A profile needs a line with two corners that differ.")
    lon, lat, distance = _sampled(grid, corners, lengths)
    row, column = _index(grid, lon, lat)
    inside = (row >= 0) & (row < grid.rows) & (column >= 0) & (column < grid.columns)
    if not inside.any():
        raise InputError(f"The line lies outside {source}: draw it across the data.")
    row, column, distance = row[inside], column[inside], distance[inside]
    starts = np.flatnonzero(_is_new(row, column))
    counts = np.diff(np.append(starts, row.size))
    return np.add.reduceat(distance, starts) / counts, row[starts], column[starts]


def _sampled(grid: RasterGrid, corners: FloatArray, lengths: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return longitude, latitude and distance from the start (km) of points along the line, a few to a cell."""
    middle = grid.window(grid.rows // 2, grid.columns // 2, 1, 1)
    lon, lat = middle.lon_lat()
    beside, below = grid.window(grid.rows // 2, grid.columns // 2 + 1, 1, 1).lon_lat()
    width = float(distance_km(*(np.ravel(v) for v in (lon, lat, beside, below)))[0, 0])
    steps = int(np.clip(np.ceil(_PER_CELL * lengths.sum() / max(width, 1e-9)), 2, _MOST_SAMPLES))
    along = np.append(0.0, np.cumsum(lengths))
    distance = (np.arange(steps) + 0.5) / steps * along[-1]
    return np.interp(distance, along, corners[:, 0]), np.interp(distance, along, corners[:, 1]), distance


def _index(grid: RasterGrid, lon: FloatArray, lat: FloatArray) -> tuple[Any, Any]:
    """Return row and column of places; longitudes are taken to the turn that the grid is on."""
    if grid.is_geographic:
        centre = float(grid.x.mean())
        return grid.index(centre + np.mod(lon - centre + 180.0, 360.0) - 180.0, lat)
    x, y = transform_points(np.append(lon, 180.0 - 1e-9), np.append(lat, 0.0), GEOGRAPHIC, grid.crs)
    turn = 2.0 * abs(float(x[-1]))  # of a cylindrical projection; elsewhere it is larger than the projection's use
    centre = float(grid.x.mean())
    known = np.isfinite(x[:-1]) & np.isfinite(y[:-1])
    near = np.where(known, x[:-1], grid.x_min - grid.dx)
    if np.isfinite(turn) and turn > 0:
        near = near + turn * np.round((centre - near) / turn)
    return grid.index(near, np.where(known, y[:-1], grid.y_max + grid.dy))


def _is_new(row: IntArray, column: IntArray) -> BoolArray:
    """Return where a sample is in another cell than the one before it."""
    return np.append(True, (np.diff(row) != 0) | (np.diff(column) != 0))

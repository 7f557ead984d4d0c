"""A synthetic storage of known truth over a wide area, and GNSS heights that it moves: to invert and to hold against.

Storage is a season that a wide region shares, fading outwards over 1500 km, and Matern fields of one length; the
stations see all of it, so that what lies outside their window is a known far field.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR
from ..files import netcdf
from ..files.names import TWS, VERTICAL_DISPLACEMENT
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..files.stations import Stations, write_stations
from ..grid.ease2 import Grid
from ..inversion.covariance import Prior, chord_km
from ..loading.cells import authalic_latitude, grid_cells
from ..loading.love_numbers import load
from ..loading.operator import LoadOperator

FIRST_DAY = 6575.0  # 2018-01-01
_ENVELOPE_KM = 1500.0
_MARGIN_DEG = (14.0, 13.5)
_CELLS_AT_ONCE = 1500


@dataclass(frozen=True)
class TwinOptions:
    """What the twin is made of.

    Attributes
    ----------
    west, east, south, north : float
        Of the stations, degrees.
    stations, epochs : int
        How many of each; epochs are a month apart.
    common_mm, std_mm, length_km, smoothness : float
        Storage: amplitude of the common season, and the Matern fields.
    noise_mm : float
        Of the heights.
    cell_deg : float
        Cells of the truth.
    frame_cells : int
        Rows and columns of a frame in the middle, on the EASE-Grid 2.0 `frame_grid`; 0 for none.
    frame_grid : str
        M25 or M36.
    frame_own_mm, frame_shared_mm, frame_shared_km : float
        Errors of the frame's cells: their own, and what neighbours share over a length.
    frame_offset_mm : float
        Of the frame, another at every epoch, which nobody knows.
    seed : int
        Of the draws.
    """

    west: float = 98.0
    east: float = 106.0
    south: float = 21.5
    north: float = 29.0
    stations: int = 30
    epochs: int = 24
    common_mm: float = 120.0
    std_mm: float = 60.0
    length_km: float = 200.0
    smoothness: float = 1.5
    noise_mm: float = 1.5
    cell_deg: float = 0.5
    frame_cells: int = 0
    frame_grid: str = "M25"
    frame_own_mm: float = 3.0
    frame_shared_mm: float = 0.0
    frame_shared_km: float = 50.0
    frame_offset_mm: float = 20.0
    seed: int = 1


@dataclass(frozen=True)
class Twin:
    """Files and truth.

    Attributes
    ----------
    stations, storage : Path
        Heights, as ``importgnss`` writes them; the true storage of the whole area.
    frame : Path or None
        Vertical displacement, as ``lostovertical`` writes it.
    grid : RasterGrid
        Of the truth.
    days : array [epoch]
        Days since 2000-01-01.
    truth : array [epoch, row, column]
        mm of water.
    """

    stations: Path
    storage: Path
    frame: Path | None
    grid: RasterGrid
    days: FloatArray
    truth: FloatArray

    def at(self, lon: FloatArray, lat: FloatArray) -> FloatArray:
        """Return the true storage [epoch, ..] at places in degrees, about the mean of the epochs."""
        row, column = self.grid.index(lon, lat)
        values: FloatArray = self.truth[:, row, column]
        return values - values.mean(axis=0)


def make_twin(folder: Path, options: TwinOptions | None = None) -> Twin:
    """Write heights and true storage to a folder."""
    options = options or TwinOptions()
    rng = np.random.default_rng(options.seed)
    grid = truth_grid(options)
    days = FIRST_DAY + np.round(np.arange(options.epochs) * DAYS_PER_YEAR / 12)
    truth = true_storage(grid, days, options, rng)
    lon = options.west + (options.east - options.west) * rng.random(options.stations)
    lat = options.south + (options.north - options.south) * rng.random(options.stations)
    operator = LoadOperator.of_cells(grid_cells(grid), lon, authalic_latitude(lat), load().in_frame("CF"))
    up = operator.apply(truth.reshape(days.size, -1)).T
    up = up + options.noise_mm * rng.standard_normal(up.shape)
    names = tuple(f"T{number:03d}" for number in range(options.stations))
    stations = Stations(
        names, lon, lat, days, up - up.mean(axis=1, keepdims=True), up_std_mm=np.full(up.shape, options.noise_mm)
    )
    folder.mkdir(parents=True, exist_ok=True)
    heights, storage = folder / "stations.nc", folder / "true_storage.nc"
    with netcdf.create(heights, "heights of a synthetic twin", "createexample") as dataset:
        write_stations(dataset, stations)
        dataset.synthetic = 1
    with netcdf.create(storage, "true storage of a synthetic twin", "createexample") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, TWS, ("time", "y", "x"), "mm", "terrestrial water storage")[:] = truth
        dataset.synthetic = 1
    frame = None
    if options.frame_cells:
        frame = folder / "vertical.nc"
        _write_frame(frame, grid, days, truth, options, rng=rng)
    return Twin(heights, storage, frame, grid, days, truth=truth)


def _write_frame(
    path: Path, grid: RasterGrid, days: FloatArray, truth: FloatArray, options: TwinOptions, *, rng: np.random.Generator
) -> None:
    """Write a frame's displacement with its errors and offsets."""
    ease, size = Grid(options.frame_grid), options.frame_cells
    row, column = ease.index((options.west + options.east) / 2, (options.south + options.north) / 2)
    window = ease.window(int(row) - size // 2, int(column) - size // 2, size, size)
    cells = grid_cells(window)
    operator = LoadOperator.of_cells(grid_cells(grid), cells.lon, cells.lat, load().in_frame("CF"))
    moved = operator.apply(truth.reshape(days.size, -1))
    away = chord_km(cells.lon, cells.lat, cells.lon, cells.lat)
    air = np.linalg.cholesky(np.exp(-away / options.frame_shared_km) + 1e-9 * np.eye(cells.lon.size))
    moved += options.frame_own_mm * rng.standard_normal(moved.shape)
    moved += options.frame_shared_mm * rng.standard_normal(moved.shape) @ air.T
    moved += options.frame_offset_mm * rng.standard_normal((days.size, 1))
    with netcdf.create(path, "vertical displacement of a synthetic twin", "createexample") as dataset:
        netcdf.write_grid(dataset, window)
        netcdf.write_time(dataset, days)
        words = "vertical displacement"
        variable = netcdf.add_variable(dataset, VERTICAL_DISPLACEMENT, ("time", "y", "x"), "mm", words)
        variable[:] = moved.reshape(days.size, size, size)
        dataset.setncatts({"synthetic": 1, "frame": "099A_00000_131313"})


def truth_grid(options: TwinOptions) -> RasterGrid:
    """Return the grid of the truth: the stations' area and some 1400 km around it."""
    step = options.cell_deg
    west, south = options.west - _MARGIN_DEG[0], options.south - _MARGIN_DEG[1]
    columns = round((options.east + _MARGIN_DEG[0] - west) / step)
    rows = round((options.north + _MARGIN_DEG[1] - south) / step)
    return RasterGrid(GEOGRAPHIC, west, south + rows * step, step, step, columns=columns, rows=rows)


def true_storage(grid: RasterGrid, days: FloatArray, options: TwinOptions, rng: np.random.Generator) -> FloatArray:
    """Return the storage [epoch, row, column] (mm): a common season under an envelope, and a field for every epoch."""
    cells = grid_cells(grid)
    middle = (np.array([(options.west + options.east) / 2]), np.array([(options.south + options.north) / 2]))
    away = chord_km(cells.lon, cells.lat, *middle)[:, 0]
    envelope = np.exp(-0.5 * (away / _ENVELOPE_KM) ** 2)
    season = options.common_mm * np.cos(2 * math.pi * (days - days[0]) / DAYS_PER_YEAR - 0.7)
    # The root of the covariance on merged cells is enough where these are far below the length.
    merge = max(1, math.ceil(math.sqrt(cells.lon.size / _CELLS_AT_ONCE)))
    number = np.arange(cells.lon.size).reshape(grid.shape)
    nodes = number[merge // 2 :: merge, merge // 2 :: merge].ravel()
    prior = Prior(options.std_mm, options.length_km, 0.0, options.smoothness)
    between = prior.of_chord(chord_km(cells.lon[nodes], cells.lat[nodes], cells.lon[nodes], cells.lat[nodes]))
    factor = np.linalg.cholesky(between + 1e-8 * options.std_mm**2 * np.eye(nodes.size))
    drawn = np.linalg.solve(factor.T, rng.standard_normal((nodes.size, days.size)))
    # Conditional mean between the nodes keeps the field's length; what it lacks in variance is small beside it.
    across = prior.of_chord(chord_km(cells.lon, cells.lat, cells.lon[nodes], cells.lat[nodes]))
    fields = across @ drawn
    lacking = np.maximum(options.std_mm**2 - np.sum(np.linalg.solve(factor, across.T) ** 2, axis=0), 0.0)
    fields += np.sqrt(lacking)[:, np.newaxis] * rng.standard_normal(fields.shape)
    return (season[:, np.newaxis] * envelope + fields.T).reshape(days.size, *grid.shape)

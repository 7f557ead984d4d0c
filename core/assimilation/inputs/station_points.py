"""GNSS stations as observations of their own: heights at the epochs, at the places of the stations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...errors import InputError
from ...files.raster import RasterGrid
from ...files.stations import Stations, read_stations
from ...grid.ease2 import grid_of_cells
from ...work.progress import Progress
from .observations import Observations, StationPoints

_WITHIN_DAYS = 6.0  # half the repeat of the satellites


def station_observations(
    path: Path, grid: RasterGrid, options_std: float, progress: Progress, left_out: Sequence[str] = ()
) -> Observations:
    """Read the stations of a file as observations at the file's own times.

    Parameters
    ----------
    path : Path
        Written by ``importgnss``.
    grid : RasterGrid
        Of the storage, an EASE-Grid 2.0 window.
    options_std : float
        Standard deviation (mm) of what the formal errors do not know, added to them.
    progress : Progress
        Hears of stations that cannot be used.
    left_out : sequence of str
        Names that the user leaves out.

    Raises
    ------
    InputError
        Where no station lies on the grid, or the file's times do not increase.
    """
    stations = read_stations(path)
    if not np.all(np.diff(stations.days) > 0):
        raise InputError(f"{path}: the times must increase from each to the next.")
    ease, row0, column0 = grid_of_cells(grid)
    rows, columns = ease.index(stations.lon, stations.lat)
    rows, columns = rows - row0, (columns - column0) % ease.columns
    usable = (rows >= 0) & (rows < grid.rows) & (columns < grid.columns) & np.isfinite(stations.up_mm).any(axis=1)
    if not usable.any():
        raise InputError(f"STATIONS: no station of {path} lies on the storage's grid and has heights.")
    wanted = ~np.isin(np.array(stations.names), left_out)
    if not usable[wanted].all():
        lost = np.array(stations.names)[wanted & ~usable]
        names = ", ".join(lost[:5]) + (", ..." if lost.size > 5 else "")
        progress.warn(
            f"{lost.size} of {int(wanted.sum())} stations of {path.name} lie off the storage or are empty: {names}."
        )
    usable &= wanted
    chosen = np.flatnonzero(usable)
    points = StationPoints(
        tuple(stations.names[number] for number in chosen),
        stations.lon[chosen],
        stations.lat[chosen],
        np.hypot(_formal_std(stations)[chosen], options_std),
    )
    return Observations(
        stations.days,
        stations.up_mm[chosen].T.copy(),
        rows[chosen],
        columns[chosen],
        False,
        frames=None,
        stations=points,
    )


def joined(gridded: Observations, stations: Observations) -> Observations:
    """Return the gridded observations with the stations behind them, at the former's epochs.

    A station's height at an epoch is the mean of those within six days of it that no other epoch is nearer to: each
    height is used once, also where several frames have epochs a few days apart.
    """
    heights = np.full((gridded.days.size, stations.rows.size), np.nan)
    nearest = _nearest(gridded.days, stations.days)
    for number, day in enumerate(gridded.days):
        near = stations.values[(nearest == number) & (np.abs(stations.days - day) <= _WITHIN_DAYS)]
        known = np.isfinite(near)
        count = known.sum(axis=0)
        heights[number] = np.where(known, near, 0.0).sum(axis=0) / np.where(count > 0, count, np.nan)
    return replace(
        gridded,
        values=np.concatenate([gridded.values, heights], axis=1),
        rows=np.concatenate([gridded.rows, stations.rows]),
        columns=np.concatenate([gridded.columns, stations.columns]),
        stations=stations.stations,
    )


def _nearest(days: FloatArray, wanted: FloatArray) -> IntArray:
    """Return the number of the one of the ascending `days` that is nearest to each wanted day; of two, the earlier."""
    later = np.clip(np.searchsorted(days, wanted), 0, days.size - 1)
    earlier = np.maximum(later - 1, 0)
    return np.where(np.abs(wanted - days[earlier]) <= np.abs(days[later] - wanted), earlier, later)


def _formal_std(stations: Stations) -> FloatArray:
    """Return each station's median formal error (mm), 0 where the file has none."""
    std = np.zeros(len(stations.names))
    for number, errors in enumerate(stations.up_std_mm):
        known: BoolArray = np.isfinite(errors) & (errors > 0)
        if known.any():
            std[number] = np.median(errors[known])
    return std

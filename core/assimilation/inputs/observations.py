"""The observed vertical displacement of one or more frames, on the cells of the storage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...errors import InputError
from ...files.handles import Dataset
from ...files.names import DISPLACEMENT, VERTICAL_DISPLACEMENT
from ...files.netcdf import open_chain_file, read_days, read_float, read_grid
from ...files.raster import RasterGrid
from ...grid.ease2 import Grid, grid_of_cells
from ..frames import Frame, Frames, with_own_names

VARIABLE = VERTICAL_DISPLACEMENT


@dataclass(frozen=True)
class StationPoints:
    """Points that are GNSS stations.

    Attributes
    ----------
    names : tuple of str [station]
        Of the stations.
    lon, lat : array [station]
        Degrees.
    std : array [station]
        Standard deviation of the heights (mm).
    """

    names: tuple[str, ...]
    lon: FloatArray
    lat: FloatArray
    std: FloatArray

    def part(self, chosen: BoolArray) -> StationPoints:
        """Return the chosen stations."""
        names = tuple(name for name, one in zip(self.names, chosen) if one)
        return StationPoints(names, self.lon[chosen], self.lat[chosen], self.std[chosen])


@dataclass(frozen=True)
class Observations:
    """Vertical displacement of the cells that have any.

    A cell that several frames see is a point of each; points go row by row, and in a cell by frames.

    Attributes
    ----------
    days : array [epoch]
        Days since 2000-01-01.
    values : array [epoch, point]
        Displacement in mm, up positive; NaN where there is none.
    rows, columns : array [point]
        Where the points lie in the storage's grid.
    synthetic : bool
        True where it comes from the example generator.
    frames : Frames, optional
        Of the points that are cells; None where there are stations only.
    stations : StationPoints, optional
        The last points, where they are stations; the others are cells.
    """

    days: FloatArray
    values: FloatArray
    rows: IntArray
    columns: IntArray
    synthetic: bool
    frames: Frames | None = None
    stations: StationPoints | None = None

    def at(self, epochs: BoolArray) -> Observations:
        """Return the epochs [epoch] of bool that are chosen."""
        return replace(self, days=self.days[epochs], values=self.values[epochs])


def read_observations(
    path: Path,
    storage_grid: RasterGrid,
    storage_name: str,
    reference: str,
    *,
    unit: str = "",
    warn: Callable[[str], None] | None = None,
) -> Observations:
    """Read a frame's gridded vertical displacement and find its cells in the storage's grid.

    Parameters
    ----------
    path : Path
        Written by ``lostovertical`` from a gridded file.
    storage_grid : RasterGrid
        Window of an EASE-Grid 2.0.
    storage_name : str
        Of the storage file, for messages.
    reference : str
        Of the frame, one of `REFERENCES`.
    unit : str
        The parameter `UNIT`: of the displacement where the file does not say it.
    warn : callable, optional
        Hears what was put right in the file.

    Raises
    ------
    InputError
        Where the displacement is not vertical, not on the storage's EASE-Grid, outside its window, or empty.
    """
    with open_chain_file(path, unit=unit, warn=warn) as dataset:
        _check_is_vertical(dataset, path)
        grid, days = read_grid(dataset), read_days(dataset)
        if not np.all(np.diff(days) > 0):
            raise InputError(f"{path}: the epochs must increase from each to the next.")
        values = read_float(dataset, VARIABLE)
        frame = Frame.of(dataset, path, reference)
        synthetic = bool(getattr(dataset, "synthetic", 0))
        row0, column0 = _first_cell(grid, storage_grid, path, storage_name)
    seen = np.isfinite(values).any(axis=0)
    if not seen.any():
        raise InputError(f"{path} holds no displacement: every value is missing.")
    rows, columns = np.nonzero(seen)
    found = Observations(
        days,
        values[:, rows, columns],
        rows + row0,
        columns + column0,
        synthetic,
        frames=Frames((frame,), np.zeros(rows.size, dtype=np.intp)),
    )
    outside = (found.rows < 0) | (found.rows >= storage_grid.rows)
    outside |= (found.columns < 0) | (found.columns >= storage_grid.columns)
    if outside.any():
        lon, lat = grid.lon_lat()
        raise InputError(
            f"{storage_name} does not cover the observations of {path}: {outside.sum()} of their {outside.size} cells "
            f"lie beyond it. Import storage for at least {lon[seen].min():.1f} to {lon[seen].max():.1f} degrees east "
            f"and {lat[seen].min():.1f} to {lat[seen].max():.1f} degrees north, better 1000 km further on each side."
        )
    return found


def merged(frames: Sequence[Observations]) -> Observations:
    """Return the observations of frames together: epochs of all, points row by row whatever their frame.

    Two parts of a frame so become the frame again, with the same order of points and the same random draws.
    """
    if len(frames) == 1:
        return frames[0]
    _refuse_twins(frames)
    days = np.unique(np.concatenate([one.days for one in frames]))
    number = np.repeat(np.arange(len(frames)), [one.rows.size for one in frames])
    rows, columns = (np.concatenate([getattr(one, name) for one in frames]) for name in ("rows", "columns"))
    order = np.lexsort((number, columns, rows))
    values = np.full((days.size, rows.size), np.nan)
    place = np.argsort(order)
    for which, one in enumerate(frames):
        values[np.ix_(np.searchsorted(days, one.days), place[number == which])] = one.values
    every = with_own_names([frame for one in frames if one.frames for frame in one.frames.every])
    return Observations(
        days,
        values,
        rows[order],
        columns[order],
        any(one.synthetic for one in frames),
        frames=Frames(every, number[order]),
    )


def check_is_vertical(path: Path) -> None:
    """See that a file is one of gridded vertical displacement, by its header.

    Raises
    ------
    InputError
        Where it is another one.
    """
    with open_chain_file(path) as dataset:
        _check_is_vertical(dataset, path)


def _refuse_twins(frames: Sequence[Observations]) -> None:
    """Refuse a frame that is given twice, under whatever name: its data would count twice.

    Raises
    ------
    InputError
        Where two frames have the same values at the same cells and dates.
    """
    for number, one in enumerate(frames):
        for other in frames[:number]:
            same = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in ("days", "rows", "columns"))
            if same and np.array_equal(one.values, other.values, equal_nan=True):
                names = " and ".join(each.frames.every[0].name for each in (other, one) if each.frames is not None)
                raise InputError(f"MORE_OBSERVATIONS: {names} hold the same data: give each frame once.")


def _check_is_vertical(dataset: Dataset, path: Path) -> None:
    if VARIABLE in dataset.variables:
        if dataset.variables[VARIABLE].dimensions != ("time", "y", "x"):
            raise InputError(f"{path}: '{VARIABLE}' must have the dimensions time, y, x.")
        return
    if DISPLACEMENT in dataset.variables:
        raise InputError(
            f"{path} holds displacement along the line of sight: run 'Line of sight to vertical' on it first, and "
            "choose the vertical displacement that it writes."
        )
    raise InputError(
        f"{path} has no variable '{VARIABLE}' (it has {', '.join(dataset.variables)}). Choose a file of gridded "
        "vertical displacement."
    )


def _first_cell(grid: RasterGrid, storage_grid: RasterGrid, path: Path, storage_name: str) -> tuple[int, int]:
    """Return the row and column of the storage's window at which the observations' window begins."""
    ease, row, column = _place(grid, path, "run 'Mask and downsample' before 'Line of sight to vertical'")
    other, storage_row, storage_column = _place(storage_grid, storage_name, "run 'Import storage' on it")
    if ease.name != other.name:
        raise InputError(
            f"{storage_name} is on the EASE-Grid 2.0 {other.name}, the observations of {path} are on {ease.name}: "
            f"import the storage with GRID {ease.name}."
        )
    # Windows may reach over the 180th meridian.
    half = ease.columns // 2
    return row - storage_row, (column - storage_column + half) % ease.columns - half


def _place(grid: RasterGrid, name: object, remedy: str) -> tuple[Grid, int, int]:
    try:
        return grid_of_cells(grid)
    except InputError:
        raise InputError(f"{name} is not on an EASE-Grid 2.0 (M25, M36 or M09): {remedy}.") from None

"""The load outside the land model's columns: stored water of a file, the same for all members."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..dates import date_of
from ..errors import InputError
from ..grid.ease2 import grid_of_cells
from ..loading.cells import grid_cells
from ..loading.love_numbers import load
from ..loading.operator import LoadOperator
from ..netcdf import open_dataset
from ..raster import RasterGrid
from .problem import Problem, point_places
from .storage import VARIABLE, StorageSeries, means_at


def background_displacement(path: Path, problem: Problem, earth_model: str) -> FloatArray:
    """Return the displacement [epoch, point] by the storage of a file outside the problem's cells, mean of its members.

    Parameters
    ----------
    path : Path
        Storage on the same EASE-Grid 2.0 as the columns.
    problem : Problem
        Cells, points and epochs.
    earth_model : str
        Name of the load Love numbers.

    Raises
    ------
    InputError
        Where the file is on another grid, does not cover the epochs, or holds nothing outside the cells.
    """
    with open_dataset(path, (VARIABLE,)) as dataset:
        storage = StorageSeries(dataset)
        days = np.round(problem.days)
        if not storage.covers(days).all():
            raise InputError(
                f"INPUT: {path} covers {date_of(storage.days[0])} to {date_of(storage.days[-1])}, not all epochs from "
                f"{date_of(days[0])} to {date_of(days[-1])}: give storage of the same time, or none."
            )
        outside = ~_covered(storage.grid, problem, path)
        series = means_at(storage, days)
    cells = np.isfinite(series).all(axis=0) & outside
    if not cells.any():
        raise InputError(
            f"INPUT: {path} holds no storage outside the columns of PARAMETERS at every epoch: give storage that "
            "reaches further, or none."
        )
    source = grid_cells(storage.grid).part(np.ravel(cells))
    operator = LoadOperator.of_cells(source, *point_places(problem), load(earth_model))
    displacement: FloatArray = operator.apply(series[:, cells])
    return displacement


def _covered(grid: RasterGrid, problem: Problem, path: Path) -> BoolArray:
    """Return which cells [row, column] of a window are cells of the problem, too."""
    try:
        ease, row, column = grid_of_cells(grid)
    except InputError:
        raise InputError(f"INPUT: {path} is not on an EASE-Grid 2.0: run 'Import storage' on it.") from None
    other, row0, column0 = grid_of_cells(problem.grid)
    if ease.name != other.name:
        raise InputError(
            f"INPUT: {path} is on the EASE-Grid 2.0 {ease.name}, the columns of PARAMETERS are on {other.name}: import "
            f"the storage with GRID {other.name}."
        )
    inside = np.zeros(grid.shape, dtype=bool)
    rows, columns = np.nonzero(problem.cells)
    rows, columns = rows + row0 - row, (columns + column0 - column) % ease.columns
    within = (rows >= 0) & (rows < grid.rows) & (columns < grid.columns)
    inside[rows[within], columns[within]] = True
    return inside

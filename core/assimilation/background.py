"""The load outside the land model's columns: stored water of a file, and its errors by the error model.

The members predict with an error of the load outside each: what it is off by moves the whole area, and would otherwise
be taken for water inside with a certainty that it does not deserve. The storage outside is not corrected.
"""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
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
from .options import AssimilationOptions
from .prior import prior_errors
from .problem import Problem, point_places
from .storage import VARIABLE, StorageSeries, means_at


@dataclass(frozen=True)
class Background:
    """Displacement by the load outside.

    Attributes
    ----------
    mean : array [epoch, point]
        By the storage (mm).
    deviations : array [epoch, member, point]
        By each member's error of it (mm); one member of zeros where there is no load outside.
    errors : array [member, cell], optional
        Errors at the last epoch that is used, of unit variance, for a restart.
    """

    mean: FloatArray
    deviations: FloatArray
    errors: FloatArray | None = None


def no_background(problem: Problem) -> Background:
    """Return that there is no load outside."""
    epochs, points = problem.days.size, problem.points.size
    return Background(np.zeros((epochs, points)), np.zeros((epochs, 1, points)))


def background_of(
    path: Path,
    problem: Problem,
    options: AssimilationOptions,
    pool: Executor,
    last: int,
    state: tuple[float, FloatArray] | None = None,
) -> Background:
    """Return the displacement by the storage of a file outside the problem's cells, the mean of its members.

    Parameters
    ----------
    path : Path
        Storage on the same EASE-Grid 2.0 as the columns.
    problem : Problem
        Cells, points and epochs.
    options : AssimilationOptions
        Size, reach and memory of the errors, members and seed.
    pool : Executor
        Draws the errors.
    last : int
        Number of the last epoch that is used.
    state : (float, array [member, cell]), optional
        Day and errors that another run ended with.

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
    operator = LoadOperator.of_cells(source, *point_places(problem), load(options.earth_model))
    errors = prior_errors(storage.grid, cells, options, pool)
    if state is not None:
        errors.take_up(*state)
    deviations = np.empty((days.size, options.members, problem.points.size))
    at_last: FloatArray | None = None
    for number, day in enumerate(problem.days):
        drawn = errors.advance(float(day))
        deviations[number] = operator.apply(options.prior_error_mm * drawn)
        if number == last:
            at_last = drawn.copy()
    return Background(operator.apply(series[:, cells]), deviations, at_last)


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

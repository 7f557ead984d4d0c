"""The load outside the land model's columns: stored water of a file, and its errors by the error model.

The members predict with an error of the load outside each: what it is off by moves the whole area, and would otherwise
be taken for water inside with a certainty that it does not deserve. A model errs beyond the edge of its columns as it
does within: the errors outside continue each member's own deviation inside, as far as the error model correlates them
(a field of the error model, conditioned by what the member is inside; Matheron's rule). The filter corrects the
displacement by these errors together with the states (:mod:`.model_cycle`).
"""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...dates import date_of
from ...errors import InputError
from ...files.netcdf import open_chain_file
from ...files.raster import RasterGrid
from ...geodesy import distance_km
from ...grid.ease2 import grid_of_cells
from ...loading.cells import grid_cells
from ...loading.earth_choice import Earth
from ...loading.operator import LoadOperator
from ...loading.response import disk_response
from ...work.progress import Progress
from ..algebra.kernels import anomalies_of
from ..inputs.collocation import Problem, point_places
from ..inputs.storage import VARIABLE, StorageSeries, means_at
from ..options import AssimilationOptions
from .from_storage import prior_errors

_REGION_KM = 1000.0  # water errs alike over some such distance
_ENOUGH = 0.9
_MOST_KNOWN = 300  # cells inside that the errors outside are conditioned by; neighbours tell nearly the same
_MOST_PAIRS = 30_000_000  # of a known cell and one outside: 240 MB


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
        Unconditioned errors at the last epoch that is used, of unit variance, for a restart.
    """

    mean: FloatArray
    deviations: FloatArray
    errors: FloatArray | None = None


def no_background(problem: Problem) -> Background:
    """Return that there is no load outside."""
    epochs, points = problem.days.size, problem.points.size
    return Background(np.zeros((epochs, points)), np.zeros((epochs, 1, points)))


def warn_of_missing_load(operator: LoadOperator, earth: Earth, progress: Progress) -> None:
    """Warn where the cells alone hold too little of the load that moves the points.

    The measure is the displacement in the middle of an even load of 1000 km radius.
    """
    whole = disk_response(1000.0 * _REGION_KM, love_numbers=earth.numbers()).center_mm / 1000.0
    share = float(operator.apply(np.ones(operator.n_cells)).mean()) / whole
    if share >= _ENOUGH:
        return
    progress.warn(
        f"The columns alone make {share:.0%} of the displacement that even water within {_REGION_KM:.0f} km would: "
        "without INPUT the effect of all load outside them is taken for water inside, which can make the analysis far "
        "worse than the open loop. Give INPUT (storage that reaches at least 1000 km further), or columns that do."
    )


def background_of(
    path: Path,
    problem: Problem,
    options: AssimilationOptions,
    pool: Executor,
    last: int,
    *,
    members: FloatArray,
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
    members : array [epoch, member, cell]
        Open loop of the problem's cells, whose deviations the errors outside continue.
    state : (float, array [member, cell]), optional
        Day and errors that another run ended with.

    Raises
    ------
    InputError
        Where the file is on another grid, does not cover the epochs, or holds nothing outside the cells.
    """
    with open_chain_file(path, (VARIABLE,)) as dataset:
        storage = StorageSeries(dataset)
        days = np.round(problem.days)
        if not storage.covers(days).all():
            raise InputError(
                f"INPUT: {path} covers {date_of(storage.days[0])} to {date_of(storage.days[-1])}, not all epochs from "
                f"{date_of(days[0])} to {date_of(days[-1])}: give storage of the same time, or none."
            )
        number = cells_of_problem(storage.grid, problem, path)
        series = means_at(storage, days)
    outside = np.isfinite(series).all(axis=0) & (number < 0)
    if not outside.any():
        raise InputError(
            f"INPUT: {path} holds no storage outside the columns of PARAMETERS at every epoch: give storage that "
            "reaches further, or none."
        )
    known = np.zeros_like(outside)
    chosen = np.flatnonzero(number >= 0)
    most = max(1, min(_MOST_KNOWN, _MOST_PAIRS // int(outside.sum())))
    known.flat[chosen[:: -(-chosen.size // most) or 1]] = True
    source = grid_cells(storage.grid).part(np.ravel(outside))
    operator = LoadOperator.of_cells(source, *point_places(problem), options.earth.numbers())
    response = operator.apply(_continuation(storage.grid, known, outside, options.prior_correlation_length_km))
    drawn = known | outside
    errors = prior_errors(storage.grid, drawn, options, pool)
    if state is not None:
        errors.take_up(*state)
    deviations = np.empty((days.size, options.members, problem.points.size))
    at_last: FloatArray | None = None
    for epoch, day in enumerate(problem.days):
        unit = errors.advance(float(day))
        error = options.prior_error_mm * unit
        within = anomalies_of(members[epoch])[:, number[known]]
        deviations[epoch] = operator.apply(error[:, outside[drawn]]) + (within - error[:, known[drawn]]) @ response
        if epoch == last:
            at_last = unit.copy()
    return Background(operator.apply(series[:, outside]), deviations, at_last)


def _continuation(grid: RasterGrid, known: BoolArray, outside: BoolArray, length_km: float) -> FloatArray:
    """Return what errors of one unit at known cells let expect outside, [known cell, outside cell]."""
    if length_km == 0 or not known.any():
        return np.zeros((int(known.sum()), int(outside.sum())))
    lon, lat = grid.lon_lat()
    here = lon[known], lat[known]
    between = np.exp(-distance_km(*here, *here) / length_km)
    across = np.exp(-distance_km(*here, lon[outside], lat[outside]) / length_km)
    expected: FloatArray = np.linalg.solve(between, across)
    return expected


def cells_of_problem(grid: RasterGrid, problem: Problem, path: Path) -> IntArray:
    """Return the number of the problem's cell at each cell [row, column] of a window; -1 where it has none there."""
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
    number: IntArray = np.full(grid.shape, -1, dtype=np.intp)
    rows, columns = np.nonzero(problem.cells)
    rows, columns = rows + row0 - row, (columns + column0 - column) % ease.columns
    within = (rows >= 0) & (rows < grid.rows) & (columns < grid.columns)
    number[rows[within], columns[within]] = np.flatnonzero(within)
    return number

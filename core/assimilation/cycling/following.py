"""The land model follows the best estimate: increments that take its members' mean to it, epoch after epoch.

The open loop of the members, with the load outside the columns around it, is the storage series that the best estimate
corrects: with a season that may err, all data at once, and sizes of errors by their likelihood. The model then runs
again and takes up, at each epoch, what its mean is short of the estimate; members keep their departures from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...files.names import TWS, TWS_ANALYSIS, TWS_ANALYSIS_STD, TWS_OPEN_LOOP, TWS_OPEN_LOOP_STD
from ...files.netcdf import (
    add_variable,
    create,
    open_chain_file,
    open_dataset,
    read_days,
    read_float,
    read_grid,
    write_grid,
    write_time,
)
from ...files.raster import RasterGrid
from ...work.progress import Progress
from ..exact_options import BestOptions
from ..exact_run import best_estimate
from ..inputs.collocation import Problem
from ..inputs.gathered import interpolated
from ..inputs.storage import StorageSeries, means_at
from ..options import AssimilationOptions
from ..preparation import Sources
from ..priors.outside_load import cells_of_problem
from ..priors.season import covers_a_year
from .model_cycle import Requested

_OF_ESTIMATE = (
    "verdict",
    "season_check",
    "season_known",
    "season_errs_probability",
    "placebo",
    "withheld_stations",
    "withheld_station_ratio",
    "withheld_grace_ratio",
    "information_prior_std",
    "information_posterior_std",
    "information_constrains",
    "reliability",
    "persistence",
    "log_likelihood",
    "sizes",
    "contains_grace",
    "warnings",
)
_SPREAD_MM = 1e-6  # of members' storage, below which it does not tell stores apart


@dataclass(frozen=True)
class Followed:
    """The best estimate at the land model's cells.

    Attributes
    ----------
    target : array [epoch, cell]
        Storage (mm) that the members' mean shall have.
    open_loop_std, analysis_std : array [epoch, cell]
        Standard deviations (mm) of departures from the mean over the epochs.
    attributes : dict
        What the estimate found, by the names of its file.
    """

    target: FloatArray
    open_loop_std: FloatArray
    analysis_std: FloatArray
    attributes: dict[str, str | float]

    def requested(self, epoch: int, forecast: FloatArray, parts: FloatArray) -> Requested:
        """Return increments of all members that take their mean to the estimate.

        Parameters
        ----------
        epoch : int
            Number of the epoch.
        forecast : array [member, cell]
            Storage (mm).
        parts : array [member, cell, part]
            Stores (mm); they change by their own covariance with the storage.
        """
        change = self.target[epoch] - forecast.mean(axis=0)
        departure = forecast - forecast.mean(axis=0)
        variance = np.square(departure).sum(axis=0)
        shared = np.einsum("mc,mcp->cp", departure, parts - parts.mean(axis=0))
        of_parts = shared / np.maximum(variance, _SPREAD_MM**2)[:, np.newaxis] * change[:, np.newaxis]
        return Requested(np.tile(change, (forecast.shape[0], 1)), np.tile(of_parts, (forecast.shape[0], 1, 1)))

    def stds(self, epoch: int) -> dict[str, FloatArray]:
        """Return the standard deviations [cell] of an epoch by the names of the file's variables."""
        return {TWS_OPEN_LOOP_STD: self.open_loop_std[epoch], TWS_ANALYSIS_STD: self.analysis_std[epoch]}


def not_followed(days: FloatArray, in_parts: bool) -> str:
    """Return why a run does not follow the best estimate; empty where it does.

    Parameters
    ----------
    days : array [epoch]
        Epochs.
    in_parts : bool
        The run is taken up from another, or another shall take it up.
    """
    if in_parts:
        return "a run in parts knows no later data, which the best estimate uses"
    if not covers_a_year(days):
        return "the epochs span less than a year, which tells no season"
    return ""


def follow(
    problem: Problem,
    background: Path | None,
    sources: Sources,
    options: AssimilationOptions,
    best: BestOptions,
    *,
    synthetic: bool,
    progress: Progress,
) -> Followed:
    """Return the best estimate of the open loop's mean.

    Parameters
    ----------
    problem : Problem
        Cells and epochs of the land model; its series are the members' means.
    background : Path, optional
        Storage around the columns.
    sources : Sources
        Displacement and stations.
    options, best : AssimilationOptions, BestOptions
        Choices.
    synthetic : bool
        Whether weather or parameters are from the example generator.
    progress : Progress
        Hears how far the estimate is, and of warnings.

    Raises
    ------
    InputError
        Where the files do not fit each other.
    """
    grid, series, number = _around(problem, background)
    inside = number >= 0
    series[:, inside] = problem.series[:, number[inside]]
    with TemporaryDirectory(prefix="groundswell-") as folder:
        storage, output = Path(folder) / "open_loop.nc", Path(folder) / "estimate.nc"
        with create(storage, "Terrestrial water storage: the land model's mean", "assimilate", "open loop") as dataset:
            write_grid(dataset, grid)
            write_time(dataset, problem.days)
            dataset.synthetic = np.int32(synthetic)
            add_variable(dataset, TWS, ("time", "y", "x"), "mm", "open loop", dtype="f8")[:] = series
        best_estimate(storage, sources, output, options, best, progress=progress)
        return _read(output, problem, inside, number)


def _around(problem: Problem, background: Path | None) -> tuple[RasterGrid, FloatArray, IntArray]:
    """Return grid and storage [epoch, row, column] around the columns, and the number of each cell's column, or -1."""
    if background is None:
        number: IntArray = np.full(problem.grid.shape, -1, dtype=np.intp)
        number[problem.cells] = np.arange(int(problem.cells.sum()))
        return problem.grid, np.full((problem.days.size, *problem.grid.shape), np.nan), number
    with open_chain_file(background, (TWS,)) as dataset:
        storage = StorageSeries(dataset)
        series = means_at(storage, np.round(problem.days))
        number = cells_of_problem(storage.grid, problem, background)
    # What is there at some epochs only carries no load, as in a run from a file.
    series[:, ~np.isfinite(series).all(axis=0)] = np.nan
    return storage.grid, series, number


def _read(path: Path, problem: Problem, inside: BoolArray, number: IntArray) -> Followed:
    """Return what an estimate's file says at the problem's cells and epochs."""
    with open_dataset(path) as dataset:
        days, grid = read_days(dataset), read_grid(dataset)
        assert grid.shape == inside.shape
        found = {
            name: read_float(dataset, name)[:, inside]
            for name in (TWS_OPEN_LOOP, TWS_ANALYSIS, TWS_OPEN_LOOP_STD, TWS_ANALYSIS_STD)
        }
        names = set(dataset.ncattrs())
        attributes = {name: dataset.getncattr(name) for name in _OF_ESTIMATE if name in names}
    # Cells of the file in the order of its rows, the land model's as they are numbered.
    cell = number[inside]

    def at_epochs(values: FloatArray) -> FloatArray:
        whole = np.zeros((problem.days.size, problem.lon.size))
        whole[:, cell] = interpolated(days, values, problem.days)
        return whole

    change = at_epochs(found[TWS_ANALYSIS] - found[TWS_OPEN_LOOP])
    return Followed(
        problem.series + change,
        at_epochs(found[TWS_OPEN_LOOP_STD]),
        at_epochs(found[TWS_ANALYSIS_STD]),
        attributes,
    )

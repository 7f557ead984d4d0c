"""The filter with several assumed observation errors, and which of them the innovations speak for."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

import numpy as np

from ..arrays import IntArray
from ..errors import InputError
from ..outputs import write_text
from ..progress import Progress, stop_if_cancelled
from .build import build_cycle
from .cycle import Cycle
from .diagnostics import InnovationRecord
from .estimates import Variogram, best_error, desroziers, likely_error, log_likelihood, ranks, variogram
from .geometry import distance_km
from .options import AssimilationOptions
from .setup import Setup, Sources, prepared

PAPERS_ERRORS = (7.0, 8.0, 9.0, 10.0, 11.0, 12.0)
"""Of the paper's Fig. 8, in mm."""


@dataclass(frozen=True)
class TuningRow:
    """One assumed error.

    Attributes
    ----------
    observation_error_mm : float
        Assumed.
    n_observations : int
        Used.
    pooled_mean, pooled_std : float
        Of the normalized innovations of all cells and epochs.
    area_mean, area_std : float
        Of their mean over the cells of each epoch (the paper's Fig. 8).
    expected_area_std : float
        What `area_std` should be with the assumed errors.
    log_likelihood : float
        Of the innovations, each taken alone.
    desroziers_error_mm, desroziers_forecast_mm : float
        Standard deviations of observations and predictions that the innovations speak for.
    """

    observation_error_mm: float
    n_observations: int
    pooled_mean: float
    pooled_std: float
    area_mean: float
    area_std: float
    expected_area_std: float
    log_likelihood: float
    desroziers_error_mm: float
    desroziers_forecast_mm: float


@dataclass(frozen=True)
class TuningResult:
    """Outcome of the runs.

    Attributes
    ----------
    rows : tuple of TuningRow
        In the order of the errors.
    best_error_mm : float
        At which the pooled standard deviation is 1; NaN where none of the errors reaches it.
    likely_error_mm : float
        Of the largest likelihood.
    variogram : Variogram
        Of the innovations of the run nearest to the best.
    ranks : array [member + 1]
        Of the observations among the members of that run.
    coherent : bool
        True where errors common to many cells show in that run.
    synthetic : bool
        True where the data are from the example generator.
    """

    rows: tuple[TuningRow, ...]
    best_error_mm: float
    likely_error_mm: float
    variogram: Variogram
    ranks: IntArray
    coherent: bool
    synthetic: bool


def tune_observation_error(
    storage_path: Path,
    observations_path: Path,
    table_path: Path,
    options: AssimilationOptions,
    errors: Sequence[float],
    progress: Progress,
) -> TuningResult:
    """Run the filter once for each error, with the same members and draws, and write the statistics as a table.

    Parameters
    ----------
    storage_path, observations_path : Path
        As of :func:`.run.assimilate`.
    table_path : Path
        CSV with the columns of :class:`TuningRow`.
    options : AssimilationOptions
        Choices; their observation error is replaced.
    errors : sequence of float
        Assumed standard deviations of the observations (mm), two or more, ascending.
    progress : Progress
        Hears how far the runs are.

    Raises
    ------
    InputError
        Where an error is not above 0, or the files do not fit each other.
    """
    if len(errors) < 2 or sorted(set(errors)) != list(errors):
        raise InputError("ERRORS must be two or more numbers, each larger than the one before: 7, 8, 9, 10, 11, 12.")
    choices = [replace(options, observation_error_mm=float(error)) for error in errors]
    with prepared(storage_path, Sources(observations_path), options, progress) as setup:
        cycles = [
            build_cycle(
                setup.problem, setup.operator.apply, replace(choice, members=setup.options.members), setup.information
            )[0]
            for choice in choices
        ]
        records, counted = _run(setup, cycles, progress)
        lon, lat = setup.problem.lon[setup.problem.points], setup.problem.lat[setup.problem.points]
        synthetic = setup.synthetic
    rows = tuple(_row(choice.observation_error_mm, record) for choice, record in zip(choices, records))
    pooled = np.array([row.pooled_std for row in rows])
    best = best_error(np.asarray(errors, dtype=np.float64), pooled)
    nearest = int(np.argmin(np.abs(pooled - 1)))
    write_table(table_path, rows)
    return TuningResult(
        rows,
        best,
        likely_error(np.asarray(errors, dtype=np.float64), np.array([row.log_likelihood for row in rows])),
        variogram(records[nearest].innovation, distance_km(lon, lat, lon, lat)),
        counted[nearest],
        records[nearest].statistics().coherent,
        synthetic,
    )


def write_table(path: Path, rows: Sequence[TuningRow]) -> None:
    """Write rows as CSV; undefined values are empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(TuningRow)])
    for row in rows:
        writer.writerow(["" if value != value else value for value in astuple(row)])
    write_text(path, text.getvalue())


def _run(setup: Setup, cycles: list[Cycle], progress: Progress) -> tuple[list[InnovationRecord], list[IntArray]]:
    problem = setup.problem
    records = [InnovationRecord(problem.days.size, problem.points.size) for _ in cycles]
    counted: list[IntArray] = [np.zeros(setup.options.members + 1, dtype=np.int64) for _ in cycles]
    for epoch, day in enumerate(float(day) for day in problem.days):
        stop_if_cancelled(progress)
        prior, level, observed = setup.prior.members(day), setup.removed.predicted_at(day), setup.observed(epoch)
        for cycle, record, count in zip(cycles, records, counted):
            step = cycle.step(day, prior, level, observed)
            record.keep(epoch, step.innovations)
            np.add(count, ranks(step.predicted, step.observed, cycle.error_std, setup.options.seed, day), out=count)
            cycle.finished()
        progress.report((epoch + 1) / problem.days.size, "Filtering")
    return records, counted


def _row(error: float, record: InnovationRecord) -> TuningRow:
    statistics = record.statistics()
    observation, forecast = desroziers(record.innovation, record.residual)
    return TuningRow(
        error,
        int(record.counts().sum()),
        statistics.pooled_mean,
        statistics.pooled_std,
        statistics.area_mean,
        statistics.area_std,
        statistics.expected_area_std,
        log_likelihood(record.innovation, record.normalized),
        observation,
        forecast,
    )

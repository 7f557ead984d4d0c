"""The filter with several assumed observation errors, and which of them the innovations speak for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files.outputs import write_text
from ..work.progress import PartOf, Progress, stop_if_cancelled
from .build import build_cycle
from .cycling.model_cycle import ModelCycle
from .cycling.model_run import prepared_with_model
from .diagnostics.estimates import best_error, likely_error, log_likelihood
from .diagnostics.run_diagnostics import Findings, RunDiagnostics, group_statistics, groups_of
from .filter.epochs import Cycle
from .inputs.collocation import Problem
from .options import AssimilationOptions
from .preparation import Setup, Sources, prepared
from .priors.land_model import LandModel
from .priors.outside_load import Background

PAPERS_ERRORS = (7.0, 8.0, 9.0, 10.0, 11.0, 12.0)
"""Those of the paper's Fig. 8, in mm."""

_OPEN_LOOP = 0.7  # part of the progress, with the land model


@dataclass(frozen=True)
class TuningRow:
    """One assumed error, and the innovations of the observations that it is the error of.

    Attributes
    ----------
    observation_error_mm : float
        Assumed.
    n_observations : int
        Used.
    pooled_mean, pooled_std : float
        Of the normalized innovations of all cells and epochs.
    area_mean, area_std : float
        Of their mean over all points of each epoch (the paper's Fig. 8).
    expected_area_std : float
        What `area_std` should be with the assumed errors.
    log_likelihood : float
        Of the innovations, each taken alone.
    desroziers_error_mm, desroziers_forecast_mm : float
        Standard deviations of observations and predictions that the innovations speak for.
    likely_error_mm : float
        Most likely error of an observation, its own part and what it shares, with the members' spread of this run:
        nearly the same in all runs.
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
    likely_error_mm: float


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
    findings : Findings
        All that is found of the run nearest to the best.
    nearest_mm : float
        Error that this run assumed.
    of_stations : bool
        True where the errors tried are those of stations, because there is no displacement.
    land_model : bool
        True where the members are the land model's.
    synthetic : bool
        True where the data are from the example generator.
    """

    rows: tuple[TuningRow, ...]
    best_error_mm: float
    likely_error_mm: float
    findings: Findings
    nearest_mm: float
    of_stations: bool
    land_model: bool
    synthetic: bool

    def warnings(self) -> list[str]:
        """Return where the errors tried do not hold what is sought, and whether cells share errors."""
        found = []
        least, most = self.rows[0], self.rows[-1]
        outside = self.best_error_mm != self.best_error_mm
        if self.likely_error_mm == least.observation_error_mm or (outside and least.pooled_std < 1):
            found.append("The innovations ask for an error below those tried (ERRORS): try smaller ones, too.")
        elif self.likely_error_mm == most.observation_error_mm or (outside and most.pooled_std > 1):
            found.append("The innovations ask for an error above those tried (ERRORS): try larger ones, too.")
        if self.findings.innovations.coherent:
            found.append(
                "The innovations of the cells move together more than the assumed errors allow: the observations have "
                "errors common to many cells, or the model errs regionally by more than assumed. An error that suits "
                "single cells is then too small for their mean."
            )
        return found


def tune_observation_error(
    storage_path: Path | None,
    sources: Sources,
    table_path: Path,
    options: AssimilationOptions,
    errors: Sequence[float],
    *,
    progress: Progress,
    model: LandModel | None = None,
) -> TuningResult:
    """Run the filter once for each error, with the same members and draws, and write the statistics as a table.

    Parameters
    ----------
    storage_path : Path, optional
        As of :func:`.run.assimilate`; not used with a land model.
    sources : Sources
        Displacement, stations, or both.
    table_path : Path
        CSV with the columns of :class:`TuningRow`.
    options : AssimilationOptions
        Choices; the error of the displacement is replaced, or, with stations alone, that of the stations.
    errors : sequence of float
        Assumed standard deviations of the observations (mm), two or more, ascending.
    progress : Progress
        Hears how far the runs are, and of warnings.
    model : LandModel, optional
        Gives the members instead of a storage file.

    Raises
    ------
    InputError
        Where an error is not above 0, or the files do not fit each other.

    Notes
    -----
    The land model runs once, without observations. Its members at the epochs are then corrected as those of a storage
    file are, by increments that fade with the error memory, instead of running the model again for each error: what
    is wanted is the size of innovations, to which the observations' errors give most.
    """
    if len(errors) < 2 or sorted(set(errors)) != list(errors):
        raise InputError("ERRORS must be two or more numbers, each larger than the one before: 7, 8, 9, 10, 11, 12.")
    of_stations = sources.displacement is None
    choices = [
        replace(options, station_error_mm=float(error))
        if of_stations
        else replace(options, observation_error_mm=float(error))
        for error in errors
    ]
    with _ready(storage_path, sources, options, progress, model) as (setup, outside):
        problems = [_with_error(setup.problem, options, choice) for choice in choices]
        runs = [_SweepRun(setup, problem, choice, outside) for problem, choice in zip(problems, choices)]
        _run(setup, runs, PartOf(progress, _OPEN_LOOP, 1.0) if model else progress)
        synthetic = setup.synthetic
    rows = tuple(run.row(float(error)) for run, error in zip(runs, errors))
    if not rows[0].n_observations:
        raise InputError(
            "The displacement does not tell its error: what nobody knows of it (an offset, a plane) takes up all of "
            "it. Choose displacement of more cells, or STATIONS alone to try theirs."
        )
    pooled = np.array([row.pooled_std for row in rows])
    tried = np.asarray(errors, dtype=np.float64)
    nearest = int(np.argmin(np.abs(pooled - 1)))
    write_table(table_path, rows)
    result = TuningResult(
        rows,
        best_error(tried, pooled),
        likely_error(tried, np.array([row.log_likelihood for row in rows])),
        runs[nearest].diagnostics.findings(),
        float(errors[nearest]),
        of_stations=of_stations,
        land_model=model is not None,
        synthetic=synthetic,
    )
    for warning in result.warnings():
        progress.warn(warning)
    return result


def write_table(path: Path, rows: Sequence[TuningRow]) -> None:
    """Write rows as CSV; undefined values are empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(TuningRow)])
    for row in rows:
        writer.writerow(["" if value != value else value for value in astuple(row)])
    write_text(path, text.getvalue())


@contextmanager
def _ready(
    storage_path: Path | None,
    sources: Sources,
    options: AssimilationOptions,
    progress: Progress,
    model: LandModel | None,
) -> Iterator[tuple[Setup, Background | None]]:
    """Open the files; with a land model, run it, and return the load outside its columns, too."""
    if model is not None:
        with prepared_with_model(model, sources, options, PartOf(progress, 0.0, _OPEN_LOOP)) as made:
            yield made
        return
    if storage_path is None:
        raise InputError("Give INPUT (storage), or FORCING and PARAMETERS to run the land model.")
    with prepared(storage_path, sources, options, progress) as setup:
        yield setup, None


def _with_error(problem: Problem, base: AssimilationOptions, choice: AssimilationOptions) -> Problem:
    """Return the problem with the stations' errors of a choice instead of those that it was read with."""
    stations = problem.stations
    if stations is None or choice.station_error_mm == base.station_error_mm:
        return problem
    formal = np.maximum(stations.std**2 - base.station_error_mm**2, 0.0)
    return replace(problem, stations=replace(stations, std=np.sqrt(formal + choice.station_error_mm**2)))


class _SweepRun:
    """The filter with one of the errors.

    Parameters
    ----------
    setup : Setup
        Of all runs.
    problem : Problem
        With the errors of this one.
    choice : AssimilationOptions
        Choices of this one.
    outside : Background, optional
        Load outside the land model's columns.
    """

    def __init__(self, setup: Setup, problem: Problem, choice: AssimilationOptions, outside: Background | None) -> None:
        options = replace(choice, members=setup.options.members)
        self.cycle: Cycle
        if outside is None:
            self.cycle, _ = build_cycle(problem, setup.operator.apply, options, setup.information)
        else:
            self.cycle = ModelCycle.create(problem, setup.operator.apply, options, setup.information)
        self._outside = outside
        self.diagnostics = RunDiagnostics(problem, self.cycle.error, problem.days.size, options.members, options.seed)
        names = list(groups_of(problem))
        self._swept = [number for number, name in enumerate(names) if name != "stations" or len(names) == 1]

    def step(self, epoch: int, day: float, prior: FloatArray, level: FloatArray, observed: FloatArray) -> None:
        """Correct the members of an epoch; arguments as for :meth:`.cycle.Cycle.step`."""
        if self._outside is not None and isinstance(self.cycle, ModelCycle):
            self.cycle.outside = self._outside.deviations[epoch]
            level = level - self._outside.mean[epoch]
        self.diagnostics.keep(epoch, day, self.cycle.step(day, prior, level, observed))
        self.cycle.finished()

    def row(self, error: float) -> TuningRow:
        """Return the statistics of the observations whose error was tried."""
        record = self.diagnostics.record
        found, statistics = group_statistics(record, self._swept, "observations"), record.statistics()
        part = record.members_of(self._swept)
        return TuningRow(
            error,
            found.count,
            found.mean,
            found.std,
            statistics.area_mean,
            area_std=statistics.area_std,
            expected_area_std=statistics.expected_area_std,
            log_likelihood=log_likelihood(record.innovation[:, part], record.normalized[:, part]),
            desroziers_error_mm=found.desroziers_error,
            desroziers_forecast_mm=found.desroziers_forecast,
            likely_error_mm=found.likely_error.value,
        )


def _run(setup: Setup, runs: Sequence[_SweepRun], progress: Progress) -> None:
    """Go through the epochs, all runs side by side, so that the members are drawn once."""
    problem = setup.problem
    for epoch, day in enumerate(float(day) for day in problem.days):
        stop_if_cancelled(progress)
        prior, level, observed = setup.prior.members(day), setup.removed.predicted_at(day), setup.observed(epoch)
        for run in runs:
            run.step(epoch, day, prior, level, observed)
        progress.report((epoch + 1) / problem.days.size, "Filtering")

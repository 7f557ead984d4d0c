"""Assimilation of a displacement file into a storage file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import day_number, parse_date
from ..errors import InputError
from ..files.handles import Dataset
from ..files.identity import check_identity, identity_of
from ..files.names import TWS_ANALYSIS, TWS_ANALYSIS_STD, TWS_OPEN_LOOP, TWS_OPEN_LOOP_STD
from ..files.netcdf import create, extend_history, open_dataset
from ..files.outputs import check_room
from ..work.progress import Progress, stop_if_cancelled
from .algebra.kernels import mean_of, spread_of
from .build import build_cycle
from .diagnostics.findings_output import write_findings
from .diagnostics.innovation_record import InnovationStatistics, gross_errors
from .diagnostics.run_diagnostics import Findings, RunDiagnostics
from .exact_options import BestOptions, check_grace, papers_method
from .exact_run import BestResult, best_estimate
from .filter.epochs import Analysed, Cycle, Step
from .frames import FrameFile
from .information import gate
from .information.expected import Information
from .inputs.collocation import Problem
from .inputs.storage import VARIABLE
from .options import AssimilationOptions
from .output import AnalysisFile
from .preparation import Setup, Sources, prepared
from .priors.water_budget import FadingBudget
from .restart import Restart, read_restart, write_restart


@dataclass(frozen=True)
class AssimilationResult:
    """Sums of a run.

    Attributes
    ----------
    n_epochs : int
        Epochs of the analysis.
    n_cells : int
        Cells that were corrected by an observation of their own.
    n_observations : int
        Observations used.
    findings : Findings
        Of innovations and increments of all epochs.
    information : Information
        What was expected of the observations.
    """

    n_epochs: int
    n_cells: int
    n_observations: int
    findings: Findings
    information: Information

    @property
    def innovations(self) -> InnovationStatistics:
        """Normalized innovations of all epochs."""
        return self.findings.innovations

    @property
    def pooled_innovation_std(self) -> float:
        """Standard deviation of the normalized innovations over all cells and epochs."""
        return self.innovations.pooled_std


def assimilate(
    storage_path: Path,
    observations_path: Path | None,
    output_path: Path,
    options: AssimilationOptions,
    progress: Progress,
    *,
    restart: Path | None = None,
    save_restart: Path | None = None,
    stations: Path | None = None,
    more: Sequence[FrameFile] = (),
    best: BestOptions | None = None,
) -> AssimilationResult | BestResult:
    """Correct modelled storage by vertical displacement, with the open loop beside it.

    Parameters
    ----------
    storage_path : Path
        Storage, a single series or members, on an EASE-Grid 2.0 window that covers the observations.
    observations_path : Path
        Gridded vertical displacement; None to use stations alone.
    output_path : Path
        Analysis; written whole or not at all.
    options : AssimilationOptions
        Choices.
    progress : Progress
        Hears how far the run is, and of warnings.
    restart : Path, optional
        State of a run to take up: epochs up to its last are left out.
    save_restart : Path, optional
        Where to write the state after the last epoch.
    stations : Path, optional
        Heights of GNSS stations, used at their places together with the displacement, or alone.
    more : sequence of FrameFile
        Displacement of further frames.
    best : BestOptions, optional
        Choices of the best estimate, where METHOD is ``auto`` or ``exact``.

    Raises
    ------
    InputError
        Where the files do not fit each other.
    Cancelled
        Where the user cancels; nothing is written then.

    Notes
    -----
    Chen et al. (2022), section II.D: eq. 2 and 3 for the update, eq. 9 for the normalized innovations. The storage
    of *all* cells of the file bends the ground at the observed ones.
    """
    sources = Sources(observations_path, stations, tuple(more))
    if options.method in ("auto", "exact"):
        return best_estimate(
            storage_path,
            sources,
            output_path,
            options,
            best or BestOptions(),
            progress=progress,
            restart=restart,
            save_restart=save_restart,
        )
    check_grace(best, options.method)
    if options.method == "paper":
        options = papers_method(options)
    if options.window == "enks" and (restart or save_restart):
        raise InputError("RESTART does not go with WINDOW enks: a smoother corrects epochs that are written already.")
    described = sources.described(options)
    state = None
    if restart:
        state = read_restart(restart, described)
        check_identity(restart, state.identity, storage_path, VARIABLE, state.day, unit=options.unit)
    with prepared(storage_path, sources, options, progress, state.removed if state else None) as setup:
        run = _Run(setup, state, last_day(options))
        title = "Terrestrial water storage: open loop and analysis"
        with create(output_path, title, "assimilate", described, setup.source) as output:
            result = run.write(output, progress)
            write_attributes(output, setup, result)
            write_history(output, (storage_path, *sources.paths))
        if save_restart:
            last = run.state(described)
            identity = identity_of(storage_path, VARIABLE, last.day, options.unit)
            write_restart(save_restart, replace(last, identity=identity))
    warn_of_innovations(result, progress)
    return result


class _Run:
    """One pass over the epochs."""

    def __init__(self, setup: Setup, state: Restart | None, last_day: float) -> None:
        self._setup, self._problem = setup, setup.problem
        after = -np.inf if state is None else state.day
        days = self._problem.days
        self._epochs = np.flatnonzero((days > after) & (days < last_day + 1))
        if self._epochs.size == 0:
            raise no_epoch_left(setup.options, state is not None)
        check_inflation(setup.options, days[self._epochs])
        self._cycle: Cycle
        self._cycle, self._cells = build_cycle(self._problem, setup.operator.apply, setup.options, setup.information)
        self._budget = FadingBudget(setup.options.error_memory_days)
        if state is not None:
            self._cycle.take_up(state.day, state.increment)
            increment = self._whole(mean_of(state.increment))
            self._budget = FadingBudget(setup.options.error_memory_days, state.day, increment)
            if setup.prior.errors is not None and state.errors is not None:
                setup.prior.errors.take_up(state.day, state.errors)

    def state(self, described: str) -> Restart:
        """Return what a later run needs to go on."""
        assert self._cycle.day is not None
        assert self._cycle.increment is not None
        errors = self._setup.prior.errors
        drawn = None if errors is None or errors.state is None else errors.state[1]
        return Restart(self._cycle.day, self._cycle.increment, drawn, self._setup.removed, described)

    def write(self, output: Dataset, progress: Progress) -> AssimilationResult:
        """Filter the epochs into a new data set."""
        problem, setup, epochs = self._problem, self._setup, self._epochs
        kept = setup.options.members if setup.options.save_members else 0
        file = AnalysisFile(output, problem, problem.days[epochs], kept)
        output.earth_model = setup.options.earth.title
        options = setup.options
        diagnostics = RunDiagnostics(problem, self._cycle.error, epochs.size, options.members, options.seed)
        pending: dict[int, tuple[FloatArray, FloatArray]] = {}
        for number, epoch in enumerate(epochs):
            stop_if_cancelled(progress)
            check_room(output.filepath())
            day = float(problem.days[epoch])
            prior = setup.prior.members(day)
            step = self._cycle.step(day, prior, setup.removed.predicted_at(day), setup.observed(epoch))
            diagnostics.keep(number, day, step)
            file.write_points(number, at_points(setup, self._cycle, int(epoch), step))
            pending[number] = prior, step.change
            for analysed in self._cycle.finished(last=number + 1 == epochs.size):
                of_open_loop, change = pending.pop(analysed.number)
                increment = write_storage(file, analysed, of_open_loop, self._cells, kept > 0)
                later = None if analysed.later is None else self._whole(analysed.later)
                put_in, residual = self._budget.close(analysed.day, increment, change, later)
                budget = {"increment_applied": put_in, "water_budget_residual": rounded(residual)}
                file.write_epoch(analysed.number, budget)
                diagnostics.keep_increments(analysed.day, put_in)
            progress.report((number + 1) / epochs.size, "Filtering")
        return finish(output, file, problem, diagnostics, setup.information)

    def _whole(self, corrected: FloatArray) -> FloatArray:
        """Return values of the corrected cells among all, 0 elsewhere."""
        whole = np.zeros(self._problem.lon.size)
        whole[self._cells] = corrected
        return whole


def finish(
    output: Dataset, file: AnalysisFile, problem: Problem, diagnostics: RunDiagnostics, information: Information
) -> AssimilationResult:
    """Write what a run found of its errors, and return its sums."""
    record, findings = diagnostics.record, diagnostics.findings()
    file.write_record(record)
    write_findings(output, problem.cells, findings)
    return AssimilationResult(
        record.expected_area_mean.size,
        problem.n_cells_of(record.used > 0),
        int(record.used.sum()),
        findings,
        information,
    )


def rounded(residual: FloatArray) -> FloatArray:
    """Return a budget's residual in whole 1e-9 mm: what is less is round-off, and differs in a run taken up again."""
    return np.round(residual, 9) + 0.0


def write_storage(
    file: AnalysisFile, analysed: Analysed, prior: FloatArray, cells: IntArray, members: bool
) -> FloatArray:
    """Write open loop and analysis of an epoch, and return the difference of their means [cell].

    Parameters
    ----------
    file : AnalysisFile
        To write to.
    analysed : Analysed
        Corrected members of `cells` [corrected cell].
    prior : array [member, cell]
        Open loop.
    cells : array [corrected cell] of int
        The others come out as the open loop, to the last bit.
    members : bool
        Write the members, too.
    """
    mean, spread = mean_of(prior), spread_of(prior)
    values = {TWS_OPEN_LOOP: mean, TWS_OPEN_LOOP_STD: spread}
    values[TWS_ANALYSIS], values[TWS_ANALYSIS_STD] = mean.copy(), spread.copy()
    values[TWS_ANALYSIS][cells] = mean_of(analysed.states)
    values[TWS_ANALYSIS_STD][cells] = spread_of(analysed.states)
    if members:
        after = prior.copy()
        after[:, cells] = analysed.states
        values.update(tws_open_loop_members=prior, tws_analysis_members=after)
    file.write_epoch(analysed.number, values)
    increment: FloatArray = values[TWS_ANALYSIS] - mean
    return increment


def at_points(setup: Setup, cycle: Cycle, epoch: int, step: Step) -> dict[str, FloatArray]:
    """Return what an epoch's step says of the observed points, by variable of the output, [point]."""
    level = setup.removed.predicted_at(float(setup.problem.days[epoch]))
    return {
        "innovation": step.innovations.innovation,
        "normalized_innovation": step.innovations.normalized,
        "analysis_residual": step.innovations.residual,
        "predicted_displacement_std": step.innovations.prediction_std,
        "gross_error": gross_errors(step.innovations.normalized),
        "gain": step.gain,
        "observation_error": np.where(np.isfinite(step.innovations.innovation), cycle.error_std, np.nan),
        "predicted_displacement": setup.open_loop[epoch] - level,
        "observed_displacement": setup.observed(epoch),
    }


def check_inflation(options: AssimilationOptions, days: FloatArray) -> None:
    """Raise InputError where the members' spread would grow from epoch to epoch without end."""
    if days.size < 2 or options.inflation == 1:
        return
    growth = options.inflation * float(np.exp(-np.median(np.diff(days)) / options.error_memory_days))
    if growth > 1:
        raise InputError(
            f"INFLATION {options.inflation:g} times what an increment keeps between epochs (ERROR_MEMORY "
            f"{options.error_memory_days:g} days) is {growth:.2f}: above 1 the increments grow without end. Choose a "
            "smaller INFLATION or a shorter ERROR_MEMORY."
        )


def last_day(options: AssimilationOptions) -> float:
    """Return the day of END, after which no epoch is used; infinite for all."""
    return float(day_number(parse_date(options.end, "END"))) if options.end else float("inf")


def no_epoch_left(options: AssimilationOptions, taken_up: bool) -> InputError:
    """Return what to say where END leaves nothing to do, of a run of its own or one that is taken up."""
    if taken_up:
        return InputError("No epoch is left between the end of the run to be taken up and END.")
    return InputError(f"END {options.end} lies before the first epoch: choose a later date, or leave END out.")


def warn_of_innovations(result: AssimilationResult, progress: Progress) -> None:
    """Warn where the innovations say that the errors were assumed wrongly."""
    for warning in result.findings.warnings():
        progress.warn(warning)


def write_history(output: Dataset, paths: Iterable[Path | None]) -> None:
    """Put the histories of the inputs below the run's own line."""
    for path in paths:
        if path is not None and Path(path).suffix in (".nc", ".nc4"):
            with open_dataset(path) as source:
                extend_history(output, source)


def write_attributes(output: Dataset, setup: Setup, result: AssimilationResult) -> None:
    """Write the options and the sums of a run."""
    for name, value in asdict(setup.options).items():
        if name not in ("workers", "save_members", "end", "unit", "earth"):
            output.setncattr(name, np.int32(value) if isinstance(value, bool) else value)
    statistics, removed, information = result.innovations, setup.removed, setup.information
    # Displacement by 1 mm of water on all cells: what a trend of displacement means in water at the least.
    uniform = float(setup.operator.apply(np.ones(setup.problem.lon.size)).mean())
    trends = [float(np.nanmean(terms[1])) for terms in (removed.observed, removed.predicted)]
    output.setncatts(
        {
            "synthetic": np.int32(setup.synthetic),
            "normalized_innovation_pooled_mean": statistics.pooled_mean,
            "normalized_innovation_pooled_std": statistics.pooled_std,
            "normalized_innovation_area_mean": statistics.area_mean,
            "normalized_innovation_area_std": statistics.area_std,
            "normalized_innovation_area_std_expected": statistics.expected_area_std,
            "neighbour_innovation_correlation": statistics.neighbour_correlation,
            "neighbour_innovation_correlation_expected": statistics.expected_neighbour_correlation,
            "gross_errors": np.int32(statistics.gross_errors),
            "innovation_warnings": json.dumps(result.findings.warnings()),
            "removed_observation_mean": float(np.nanmean(removed.observed[0])),
            "removed_prediction_mean": float(np.nanmean(removed.predicted[0])),
            "removed_observation_trend": trends[0],
            "removed_prediction_trend": trends[1],
            "removed_observation_trend_storage": trends[0] / uniform,
            "removed_prediction_trend_storage": trends[1] / uniform,
            "information": gate.in_words(information),
            "information_degrees_of_freedom": information.degrees_of_freedom,
            "information_prior_std": information.prior_std,
            "information_posterior_std": information.posterior_std,
            "information_constrains": np.int32(information.constrains),
        }
    )

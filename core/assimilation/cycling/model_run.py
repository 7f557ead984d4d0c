"""Assimilation that cycles with the land model: corrected states are carried on by the model itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...dates import date_of
from ...errors import InputError
from ...files.handles import Dataset
from ...files.netcdf import create
from ...files.outputs import check_room
from ...loading.operator import LoadOperator
from ...work.progress import PartOf, Progress, stop_if_cancelled
from ..diagnostics.run_diagnostics import RunDiagnostics
from ..exact_options import BestOptions, check_grace, for_members, papers_method
from ..filter.epochs import Step
from ..frames import FrameFile
from ..information import gate
from ..inputs.anomalies import common_level
from ..inputs.collocation import Problem, check_frames, load_operator
from ..inputs.observations import Observations
from ..inputs.stated_errors import says_relative
from ..options import AssimilationOptions
from ..preparation import Setup, Sources, check_anomalies, trend_in_words
from ..priors.land_ensemble import Budget, LandEnsemble, Mark
from ..priors.land_model import Land, LandModel, opened
from ..priors.open_loop_checks import check_spread, warn_of_open_loop
from ..priors.outside_load import Background, background_of, no_background, warn_of_missing_load
from ..run import (
    AssimilationResult,
    at_points,
    finish,
    last_day,
    no_epoch_left,
    warn_of_innovations,
    write_attributes,
    write_history,
    write_storage,
)
from .following import Followed, follow, not_followed
from .land_problem import RecordedMembers, problem_of
from .model_cycle import ModelCycle
from .model_output import attributes_of, budget_by_name, model_file, total_of, water_of_open_loop
from .model_restart import ModelRestart, is_model_restart, read_model_restart, write_model_restart

_SPUN_UP, _OPEN_LOOP, _ESTIMATED = 0.25, 0.6, 0.65  # parts of the progress
_GATE_EPOCHS = 12


def assimilate_with_model(
    model: LandModel,
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
) -> AssimilationResult:
    """Run an ensemble of the Catchment model from epoch to epoch, correct its states, and write the analysis.

    With METHOD ``auto`` and epochs of a year or more its mean follows the best estimate (:mod:`.following`).
    The open loop is the same ensemble with the same draws, without observations. An epoch counts as the midnight (UTC)
    nearest to it, at which the states hold.

    Parameters
    ----------
    model : LandModel
        What to run.
    observations_path : Path
        Gridded vertical displacement, within the window of the columns; None to use stations alone.
    output_path : Path
        Analysis; written whole or not at all.
    options : AssimilationOptions
        Choices.
    progress : Progress
        Hears how far the run is, and of warnings.
    restart : Path, optional
        State of an assimilation to take up, or of a ``runcatchment`` run to begin with instead of spinning up.
    save_restart : Path, optional
        Where to write the state after the last epoch.
    stations : Path, optional
        Heights of GNSS stations, used at their places together with the displacement, or alone.
    more : sequence of FrameFile
        Displacement of further frames.
    best : BestOptions, optional
        Choices of the best estimate, which the model follows where METHOD is ``auto``.

    Raises
    ------
    InputError
        Where the files do not fit each other.
    Cancelled
        Where the user cancels; nothing is written then.
    """
    if options.method == "exact":
        raise InputError("METHOD exact is for storage from a file; with FORCING choose auto or enkf_3d.")
    wanted = (options, best or BestOptions()) if options.method == "auto" else None
    check_grace(best, options.method)
    if options.method == "auto":
        options = for_members(options, stations is not None)
        if wanted and wanted[1].reference == "auto" and says_relative(observations_path):
            options = replace(options, reference="unknown")
    elif options.method == "paper":
        options = papers_method(options)
    if options.window == "enks" and save_restart:
        raise InputError(
            "SAVE_RESTART does not go with WINDOW enks: a smoother corrects epochs that are written already."
        )
    sources = Sources(observations_path, stations, tuple(more))
    sources.check_kinds()
    with opened(model, options) as land:
        described = f"{sources.described(options)}; {model.described()}"
        state = _taken_up(restart, land, described)
        begin = state.open_loop if state else _beginning(restart, land, progress)
        run = _ModelRun(land, model, options, state, begin, sources=sources, progress=progress)
        run.wanted = wanted
        run.run_open_loop(last_day(options), save_restart is not None)
        run.follow_best()
        title = "Terrestrial water storage: open loop and analysis"
        with create(output_path, title, "assimilate", described, run.setup.source) as output:
            result = run.write(output)
            write_attributes(output, run.setup, result)
            write_history(output, (model.background, *sources.paths))
            output.setncatts({**attributes_of(land, model), "largest_water_residual_mm": run.water_residual})
            if run.followed is not None:
                output.setncatts({**run.followed.attributes, "method": "exact", "innovation_warnings": "[]"})
        if save_restart:
            write_model_restart(save_restart, run.state(described), land.tiles)
    if run.followed is None:
        warn_of_innovations(result, progress)
    return result


@contextmanager
def prepared_with_model(
    model: LandModel, sources: Sources, options: AssimilationOptions, progress: Progress
) -> Iterator[tuple[Setup, Background]]:
    """Run the land model's ensemble through all epochs without observations.

    Parameters
    ----------
    model : LandModel
        What to run.
    sources : Sources
        Observations.
    options : AssimilationOptions
        Choices.
    progress : Progress
        Hears how far the run is, and of warnings.

    Yields
    ------
    Setup
        What a filter works with; its prior gives the members as they ran.
    Background
        Load outside the columns, which `Setup.open_loop` and the levels count in.
    """
    sources.check_kinds()
    with opened(model, options) as land:
        begin = _beginning(None, land, progress)
        run = _ModelRun(land, model, options, None, begin, sources=sources, progress=progress)
        run.run_open_loop(last_day(options), False)
        yield run.setup, run.outside


def _taken_up(restart: Path | None, land: Land, described: str) -> ModelRestart | None:
    if restart is None or not is_model_restart(restart):
        return None
    state = read_model_restart(restart, land.tiles, described)
    land.checked(state.open_loop, restart)
    return state


def _beginning(restart: Path | None, land: Land, progress: Progress) -> Mark:
    if restart is not None:
        return land.mark_of(restart)
    return land.first_mark(PartOf(progress, 0.0, _SPUN_UP))


class _ModelRun:
    """Open loop and analysis of one run."""

    setup: Setup
    outside: Background

    def __init__(
        self,
        land: Land,
        model: LandModel,
        options: AssimilationOptions,
        state: ModelRestart | None,
        begin: Mark,
        *,
        sources: Sources,
        progress: Progress,
    ) -> None:
        self._land, self._model, self._options, self._progress = land, model, options, progress
        self._state, self._begin, self._sources = state, begin, sources
        self._observations = sources.read(land.tiles.grid, "PARAMETERS", options, progress)
        self._marks: dict[str, Mark] = {}
        self._water: list[dict[str, FloatArray]] = []
        self._last = -np.inf
        self._correction = state.background_correction if state else None
        self.water_residual = 0.0
        self.wanted: tuple[AssimilationOptions, BestOptions] | None = None
        self.followed: Followed | None = None

    def run_open_loop(self, end: float, mark: bool) -> None:
        """Run the ensemble without observations through all epochs, and find levels and information from it."""
        chosen = self._epochs()
        days = chosen.days
        self._used = np.flatnonzero(days < end + 1)
        if not self._used.size:
            raise no_epoch_left(self._options, self._state is not None)
        self._not_followed = not_followed(days, mark or self._state is not None) if self.wanted else "not wanted"
        if self.wanted and self._not_followed:
            check_grace(self.wanted[1], self._options.method)
        ensemble = self._land.ensemble(self._begin)
        members = np.empty((days.size, self._options.members, self._land.cells.count))
        unperturbed = np.empty((days.size, self._land.cells.count))
        part = PartOf(self._progress, _SPUN_UP, _OPEN_LOOP)
        for number, day in enumerate(days):
            step = PartOf(part, number / days.size, (number + 1) / days.size)
            ensemble.advance(float(np.round(day)), step, "Running the land model, open loop")
            members[number], unperturbed[number] = ensemble.storage(), ensemble.unperturbed()
            self._water.append(water_of_open_loop(ensemble))
            ensemble.begin_budget()
            if mark and number == self._used[-1]:
                self._marks["open_loop"] = ensemble.mark()
        check_spread(members)
        if self._state is None:
            warn_of_open_loop(members, unperturbed, self._progress)
        self.setup = self._set_up(chosen, members)

    def follow_best(self) -> None:
        """Let the analysis follow the best estimate, where it is wanted and the epochs and the run allow it."""
        if self.wanted is None:
            return
        options, best = self.wanted
        if self._not_followed:
            self._progress.report(_OPEN_LOOP, f"METHOD auto is {self._options.method}: {self._not_followed}.")
            return
        problem, part = self.setup.problem, PartOf(self._progress, _OPEN_LOOP, _ESTIMATED)
        background, synthetic = self._model.background, self.setup.synthetic
        self.followed = follow(problem, background, self._sources, options, best, synthetic=synthetic, progress=part)

    def _epochs(self) -> Observations:
        """Return the observations at the epochs that the weather covers and that come after the restart."""
        observations, land = self._observations, self._land
        midnights = np.round(observations.days)
        inside = (midnights >= self._begin.midnight) & (midnights <= land.stop)
        span = f"{date_of(self._begin.midnight)} to {date_of(land.stop - 1)}"
        if self._state is not None:
            inside &= observations.days > self._state.day
        elif not inside.all():
            self._progress.warn(
                f"{(~inside).sum()} of {inside.size} epochs lie outside the time that the land model runs through "
                f"({span}) and are left out."
            )
        if not inside.any():
            raise InputError(
                f"FORCING ({span}) covers no epoch of {self._sources.path} that is left: give weather for the same "
                "time."
            )
        chosen = observations.at(inside)
        if self._state is None:
            check_frames(observations, chosen, "FORCING", self._progress)
        return chosen

    def _set_up(self, chosen: Observations, members: FloatArray) -> Setup:
        options, progress, land = self._options, self._progress, self._land
        problem = problem_of(land, self._observations, chosen, members.mean(axis=1), self._sources.path)
        operator = load_operator(problem, options.earth)
        self.outside = self._load_outside(problem, members, operator)
        open_loop = operator.apply(problem.series) + self.outside.mean
        removed = self._state.removed if self._state else None
        level = removed or common_level(problem.days, problem.observed, open_loop, options.remove_trend)
        check_anomalies(level, problem, options)
        if options.remove_trend:
            progress.report(_OPEN_LOOP, trend_in_words(level, operator))
        step = max(1, problem.days.size // _GATE_EPOCHS)
        information = (
            self._state.information
            if self._state
            else gate.sampled_information(
                problem, operator, iter(members[::step]), options, iter(self.outside.deviations[::step])
            )
        )
        progress.report(_OPEN_LOOP, gate.in_words(information))
        if not information.constrains and self._not_followed:
            progress.warn(gate.warning(information, problem.of_frames(options)))
        return Setup(
            problem,
            options,
            RecordedMembers(problem.days, members),
            operator,
            open_loop,
            removed=level,
            information=information,
            synthetic=chosen.synthetic or land.tiles.synthetic or land.weather.source.synthetic,
            source=f"{land.source}, {self._model.parameters.name}, {self._sources.names}",
        )

    def _load_outside(self, problem: Problem, members: FloatArray, operator: LoadOperator) -> Background:
        if self._model.background is None:
            if self._state is None:
                warn_of_missing_load(operator, self._options.earth, self._progress)
            return no_background(problem)
        last, before = int(self._used[-1]), None
        if self._state is not None and self._state.background_errors is not None:
            before = self._state.day, self._state.background_errors
        load, pool = self._model.background, self._land.pool
        return background_of(load, problem, self._options, pool, last, members=members, state=before)

    def state(self, described: str) -> ModelRestart:
        """Return what a later run needs to go on."""
        return ModelRestart(
            self._last,
            self._marks["open_loop"],
            self._marks["analysis"],
            self.setup.removed,
            self.setup.information,
            options=described,
            background_errors=self.outside.errors,
            background_correction=self._correction,
        )

    def write(self, output: Dataset) -> AssimilationResult:
        """Run the ensemble with observations and write both."""
        setup, options, used = self.setup, self._options, self._used
        problem = setup.problem
        information = setup.information
        if self.followed:
            # All cells are corrected, and the gate of the best estimate is its own.
            options = replace(options, method="enkf_3d", localization_km=0.0)
            information = replace(information, posterior_std=0.0)
        cycle = ModelCycle.create(problem, setup.operator.apply, options, information)
        if self._state is not None:
            cycle.go_on(self._state.day, self._correction)
        file = model_file(output, problem, used, options)
        diagnostics = RunDiagnostics(problem, cycle.error, used.size, options.members, options.seed)
        begin = self._state.analysis if self._state else self._begin
        ensemble = self._land.ensemble(begin)
        part = PartOf(self._progress, _OPEN_LOOP, 1.0)
        for number, epoch in enumerate(used):
            stop_if_cancelled(self._progress)
            check_room(output.filepath())
            progress = PartOf(part, number / used.size, (number + 1) / used.size)
            step, budget = self._epoch(cycle, ensemble, int(epoch), number == 0 and self._state is None, progress)
            day = float(problem.days[epoch])
            diagnostics.keep(number, day, step)
            diagnostics.keep_increments(day, budget.applied)
            file.write_points(number, at_points(setup, cycle, int(epoch), step))
            file.write_epoch(number, {**budget_by_name(budget, ensemble), **self._water[int(epoch)]})
            ensemble.begin_budget()
            for analysed in cycle.finished(last=number + 1 == used.size):
                write_storage(file, analysed, setup.prior.members(analysed.day), cycle.cells, options.save_members)
                if self.followed is not None:
                    file.write_epoch(analysed.number, self.followed.stds(int(used[analysed.number])))
        output.budget_start_day = begin.midnight
        self._last = float(problem.days[used[-1]])
        self._marks["analysis"], self._correction = ensemble.mark(), cycle.correction
        self.water_residual = ensemble.water_residual
        return finish(output, file, problem, diagnostics, setup.information)

    def _epoch(
        self, cycle: ModelCycle, ensemble: LandEnsemble, epoch: int, first: bool, progress: Progress
    ) -> tuple[Step, Budget]:
        """Run to an epoch and correct the states there, or, with ``two_step_equal``, on the way to it."""
        setup = self.setup
        day = float(setup.problem.days[epoch])
        # The load outside is the same for all members but for its errors; the level is that of predictions without it.
        level = setup.removed.predicted_at(day) - self.outside.mean[epoch]
        if self._model.background is not None:
            cycle.outside = self.outside.deviations[epoch]
        observed = setup.observed(epoch)
        midnight = float(np.round(day))
        before = ensemble.mark()
        twice = self._options.window == "two_step_equal" and not first and midnight > before.midnight
        ensemble.advance(midnight, PartOf(progress, 0.0, 0.5 if twice else 1.0), "Running the land model, analysis")
        forecast = ensemble.storage()
        if self.followed is None:
            requested, gain = cycle.analyse(day, forecast, ensemble.parts(), level, observed)
        else:
            requested = self.followed.requested(epoch, forecast, ensemble.parts())
            gain = np.full(observed.size, np.nan)
        shares = [1.0]
        if twice and np.any(requested.storage):
            ensemble.go_back(before)
            shares = [1.0 / (midnight - before.midnight)] * int(midnight - before.midnight)
        budgets = []
        for share in shares:
            storage, parts = share * requested.storage, share * requested.parts
            budgets.append(ensemble.add(cycle.cells, storage, parts, self._model.disaggregation))
            if ensemble.midnight < midnight:
                again = PartOf(progress, 0.5, 1.0)
                ensemble.advance(ensemble.midnight + 1.0, again, "Running the land model, analysis")
        return cycle.keep(day, forecast, ensemble.storage(), level, observed, gain=gain), total_of(budgets)

"""All that a run needs, made ready from the files: for one analysis, or for several with other errors."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import in_periods
from ..errors import InputError
from ..files.netcdf import open_chain_file, open_dataset
from ..files.raster import RasterGrid
from ..files.stations import read_stations
from ..loading.operator import LoadOperator
from ..work.blocks import executor
from ..work.progress import Progress, stop_if_cancelled
from .frames import Frame, FrameFile
from .information import gate
from .information.expected import Information
from .inputs.anomalies import Removed, common_level
from .inputs.collocation import Problem, bring_together, load_operator
from .inputs.observations import Observations, check_is_vertical, merged, read_observations
from .inputs.station_points import joined, station_observations
from .inputs.storage import VARIABLE, StorageSeries
from .options import AssimilationOptions
from .priors.from_storage import DrawnMembers, Prior, StoredMembers, prior_errors

_GATE_EPOCHS = 12


@dataclass(frozen=True)
class Setup:
    """What a run works with.

    Attributes
    ----------
    problem : Problem
        Cells, points and epochs.
    options : AssimilationOptions
        Choices of the user; `members` is the number that the ensemble has.
    prior : Prior
        Gives the open loop's members.
    operator : LoadOperator
        From all cells to the points.
    open_loop : array [epoch, point]
        Displacement of the mean storage.
    removed : Removed
        What makes anomalies of both displacements.
    information : Information
        What the observations are expected to tell.
    synthetic : bool
        True where a file is from the example generator.
    source : str
        Names of the files.
    """

    problem: Problem
    options: AssimilationOptions
    prior: Prior
    operator: LoadOperator
    open_loop: FloatArray
    removed: Removed
    information: Information
    synthetic: bool
    source: str

    def observed(self, epoch: int) -> FloatArray:
        """Return the observed anomalies [point] of an epoch."""
        return self.problem.observed[epoch] - self.removed.observed_at(float(self.problem.days[epoch]))


@dataclass(frozen=True)
class Sources:
    """Files of observations.

    Attributes
    ----------
    displacement : Path, optional
        Gridded vertical displacement of the first frame.
    stations : Path, optional
        Heights of GNSS stations.
    more : tuple of FrameFile
        Further frames. The order of all is of no account.

    Raises
    ------
    InputError
        Where there is neither displacement nor a station, or a file is there twice.
    """

    displacement: Path | None
    stations: Path | None = None
    more: tuple[FrameFile, ...] = ()

    def __post_init__(self) -> None:
        """Hold that there is something to assimilate, and that it is there once."""
        if self.displacement is None and self.more:
            raise InputError("MORE_OBSERVATIONS are further frames: give the first as OBSERVATIONS.")
        if self.displacement is None and self.stations is None:
            raise InputError("There is nothing to assimilate: give OBSERVATIONS, STATIONS, or both.")
        places = [Path(path).resolve() for path in self.paths]
        for number, place in enumerate(places):
            if place in places[:number]:
                raise InputError(
                    f"{place} is given twice: its errors would be taken for those of two independent files."
                )

    @property
    def path(self) -> Path:
        """File that gives the first epochs, for messages."""
        return self.paths[0]

    @property
    def paths(self) -> list[Path]:
        """All files."""
        return [path for path in (self.displacement, *(file.path for file in self.more), self.stations) if path]

    @property
    def names(self) -> str:
        """Names of the files."""
        return ", ".join(path.name for path in self.paths)

    def files(self, options: AssimilationOptions) -> list[FrameFile]:
        """Return the frames' files, each with its reference, in an order that is always the same."""
        first = [] if self.displacement is None else [FrameFile(self.displacement)]
        every = [FrameFile(file.path, file.reference or options.reference) for file in (*first, *self.more)]
        if len(every) < 2:
            return every
        return sorted(every, key=lambda file: (self._frame(file).name, str(file.path.resolve())))

    def described(self, options: AssimilationOptions) -> str:
        """Return what decides the result as one line for the history of the output."""
        files = self.files(options)
        if len(files) < 2:
            return options.described()
        frames = (f"{frame.reference} {frame.name}".replace(";", ",") for frame in map(self._frame, files))
        return f"{options.described()}; frames={' + '.join(frames)}"

    def check_kinds(self) -> None:
        """See by their headers that the files are of their kinds, before a model is run for them.

        Raises
        ------
        InputError
            Where one is another one, or cannot be read.
        """
        for file in (self.displacement, *(frame.path for frame in self.more)):
            if file is not None:
                check_is_vertical(file)
        if self.stations is not None:
            read_stations(self.stations)

    @staticmethod
    def _frame(file: FrameFile) -> Frame:
        with open_dataset(file.path) as dataset:
            return Frame.of(dataset, file.path, file.reference)

    def read(
        self, grid: RasterGrid, storage_name: str, options: AssimilationOptions, progress: Progress
    ) -> Observations:
        """Return the observations on a storage's grid, without those of excluded periods; stations come last."""
        found: Observations | None = None
        files = self.files(options)
        if files:
            found = merged(
                [
                    read_observations(
                        file.path, grid, storage_name, file.reference, unit=options.unit, warn=progress.warn
                    )
                    for file in files
                ]
            )
            warn_of_frames(found, options, progress)
        if self.stations is not None:
            if options.method.endswith("_1d"):
                raise InputError(
                    f"METHOD {options.method} corrects each cell by its own displacement and cannot use STATIONS: "
                    "choose enkf_3d or letkf."
                )
            stations = station_observations(self.stations, grid, options.station_error_mm, progress)
            if found is not None:
                stations = joined(found, stations)
                if not np.isfinite(stations.values[:, found.rows.size :]).any():
                    raise InputError(
                        f"STATIONS: no station of {self.stations} has a height within six days of an epoch of the "
                        "displacement: leave the file out, or give both of one time."
                    )
            found = stations
        assert found is not None
        unused = in_periods(found.days, options.excluded_periods, "EXCLUDED_PERIODS")
        values = np.where(unused[:, np.newaxis], np.nan, found.values)
        if unused.any() and not np.isfinite(values).any():
            raise InputError(f"EXCLUDED_PERIODS leaves no epoch of {self.names}: exclude less.")
        return replace(found, values=values)


@contextmanager
def prepared(
    storage_path: Path,
    sources: Sources,
    options: AssimilationOptions,
    progress: Progress,
    removed: Removed | None = None,
) -> Iterator[Setup]:
    """Open the files and bring them together.

    Parameters
    ----------
    storage_path : Path
        Storage.
    sources : Sources
        Observations.
    options : AssimilationOptions
        Choices.
    progress : Progress
        Hears of what is left out, and where the observations cannot constrain the storage.
    removed : Removed, optional
        Of an earlier run that this one takes up.

    Raises
    ------
    InputError
        Where the files do not fit each other.
    """
    progress.report(0.0, "Reading")
    with (
        open_chain_file(storage_path, (VARIABLE,), options.unit, progress.warn) as dataset,
        executor(options.workers) as pool,
    ):
        storage = StorageSeries(dataset)
        observations = sources.read(storage.grid, str(storage_path), options, progress)
        problem = bring_together(storage, observations, (storage_path, sources.path), progress)
        stop_if_cancelled(progress)
        operator = load_operator(problem, options.earth)
        open_loop = operator.apply(problem.series)
        level = removed or common_level(problem.days, problem.observed, open_loop, options.remove_trend)
        check_anomalies(level, problem, options)
        if options.remove_trend:
            progress.report(0.01, trend_in_words(level, operator))
        information = _information(storage, problem, operator, options)
        progress.report(0.02, gate.in_words(information))
        if not information.constrains:
            progress.warn(gate.warning(information, problem.of_frames(options)))
        yield Setup(
            problem,
            replace(options, members=storage.members or options.members),
            _prior(storage, problem, options, pool),
            operator,
            open_loop,
            removed=level,
            information=information,
            synthetic=observations.synthetic or bool(getattr(dataset, "synthetic", 0)),
            source=f"{storage_path.name}, {sources.names}",
        )


def _prior(storage: StorageSeries, problem: Problem, options: AssimilationOptions, pool: Executor) -> Prior:
    if storage.members:
        return StoredMembers(storage, problem.cells)
    errors = prior_errors(problem.grid, problem.cells, options, pool)
    return DrawnMembers(problem.series, problem.days, errors, options)


def _information(
    storage: StorageSeries, problem: Problem, operator: LoadOperator, options: AssimilationOptions
) -> Information:
    if not storage.members:
        return gate.drawn_information(problem, operator, options)
    step = max(1, problem.days.size // _GATE_EPOCHS)
    epochs = (storage.at(float(day))[:, problem.cells] for day in problem.days[::step])
    information = gate.sampled_information(problem, operator, epochs, options)
    if information.cell_prior_std == 0:
        raise InputError(
            "INPUT: the members of the storage are all alike in the observed cells, without spread, so that nothing "
            "can be corrected: give members that differ, or a single series, which is given members by the error model."
        )
    return information


def trend_in_words(removed: Removed, operator: LoadOperator) -> str:
    """Return the trends that are taken out as a sentence, as displacement and as water."""
    per_mm = float(operator.apply(np.ones(operator.n_cells)).mean())
    observed, predicted = (float(np.nanmean(terms[1])) for terms in (removed.observed, removed.predicted))
    return (
        f"Trends taken out, mean of the cells: observed {observed:+.2f}, open loop {predicted:+.2f} mm a year; "
        f"as water on all cells {observed / per_mm:+.1f} and {predicted / per_mm:+.1f} mm a year."
    )


def check_anomalies(removed: Removed, problem: Problem, options: AssimilationOptions) -> None:
    """Raise InputError where the levels are of other points, or nothing is known of any point's anomalies."""
    if removed.middle.shape != (problem.points.size,):
        raise InputError(
            f"The run to be taken up had {removed.middle.size} observed cells, the files now have "
            f"{problem.points.size}: give the files that it was made with."
        )
    if not np.isfinite(removed.middle).any():
        raise InputError(
            "No cell has observations at two epochs or more (three with a trend), so that there are no anomalies "
            "to assimilate: choose observations that cover more of the storage's time."
        )
    error = problem.errors(options)
    anomalies = np.where(np.isfinite(removed.middle), problem.observed, np.nan)
    if not any(np.isfinite(error.informative(epoch)).any() for epoch in anomalies):
        raise InputError(
            f"The displacement ({np.unique(problem.points).size} cells) says nothing once what nobody knows of it is "
            "taken out: an offset where REFERENCE is unknown, a plane with DERAMPED. Choose displacement of more "
            "cells, or tie it to GNSS (REFERENCE tied) and invert the interferograms without RAMP."
        )


def warn_of_frames(observations: Observations, options: AssimilationOptions, progress: Progress) -> None:
    """Warn where displacement is relative, or freed of what loads cause, and is taken as if it were not."""
    for frame in observations.frames.every if observations.frames else ():
        if frame.relative and frame.reference != "unknown":
            progress.warn(
                f"The displacement of {frame.name} is relative to its reference area, but is taken as "
                f"{frame.reference}: it cannot tell what moves the whole frame, and so cannot constrain the regional "
                "mean of storage. Give a REFERENCE_SERIES (the vertical motion of the reference area, from GNSS) to "
                "'Line of sight to vertical', or choose REFERENCE unknown."
            )
        if frame.deramped and not options.deramped:
            progress.warn(
                f"A ramp was taken out of every date of {frame.name}, and with it what a regional load does; the "
                "predictions keep it. Switch DERAMPED on, or better invert the interferograms again without RAMP."
            )
        if frame.smoothed:
            progress.warn(
                f"The displacement of {frame.name} was filtered or freed of what grows with height: part of what "
                "water does to the ground is gone from it, and the filter takes the rest for all. Invert the "
                "interferograms again without FILTER and HEIGHT_TREND."
            )

"""Assimilation of a displacement file into a storage file."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..blocks import executor
from ..errors import InputError
from ..netcdf import create, open_dataset
from ..progress import Progress, stop_if_cancelled
from .anomalies import Removed, common_level
from .build import build_cycle
from .cycle import Analysed, Step
from .diagnostics import InnovationRecord, InnovationStatistics, area_means, pooled_std
from .kernels import mean_of, spread_of
from .observations import Observations, read_observations
from .options import AssimilationOptions
from .output import AnalysisFile, on_cells
from .prior import DrawnMembers, Prior, StoredMembers, prior_errors
from .problem import Problem, bring_together, load_operator
from .storage import VARIABLE, StorageSeries


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
    innovations : InnovationStatistics
        Of all epochs.
    """

    n_epochs: int
    n_cells: int
    n_observations: int
    innovations: InnovationStatistics

    @property
    def pooled_innovation_std(self) -> float:
        """Standard deviation of the normalized innovations over all cells and epochs."""
        return self.innovations.pooled_std


def assimilate(
    storage_path: Path,
    observations_path: Path,
    output_path: Path,
    options: AssimilationOptions,
    progress: Progress,
) -> AssimilationResult:
    """Correct modelled storage by vertical displacement, with the open loop beside it.

    Parameters
    ----------
    storage_path : Path
        Storage, a single series or members, on an EASE-Grid 2.0 window that covers the observations.
    observations_path : Path
        Gridded vertical displacement.
    output_path : Path
        Analysis; written whole or not at all.
    options : AssimilationOptions
        Choices.
    progress : Progress
        Hears how far the run is, and of warnings.

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
    progress.report(0.0, "Reading")
    with open_dataset(storage_path, (VARIABLE,)) as dataset, executor(options.workers) as pool:
        storage = StorageSeries(dataset)
        observations = read_observations(observations_path, storage.grid, str(storage_path))
        _warn_of_frame(observations, options, observations_path, progress)
        problem = bring_together(storage, observations, (storage_path, observations_path), progress)
        stop_if_cancelled(progress)
        synthetic = observations.synthetic or bool(getattr(dataset, "synthetic", 0))
        with create(
            output_path,
            "Terrestrial water storage: open loop and analysis",
            "assimilate",
            options.described(),
            f"{storage_path.name}, {observations_path.name}",
        ) as output:
            members = storage.members or options.members
            run = _Run(problem, _prior(storage, problem, options, pool), options, members)
            result = run.write(output, progress)
            _write_attributes(output, replace(options, members=members), synthetic, result, run.removed)
    if result.innovations.coherent:
        _warn_of_coherent_errors(result.innovations, progress)
    return result


class _Run:
    """One pass over the epochs."""

    def __init__(self, problem: Problem, prior: Prior, options: AssimilationOptions, members: int) -> None:
        self._problem, self._prior, self._options = problem, prior, options
        self._members = members
        predict = load_operator(problem, options.earth_model)
        self._open_loop = predict(problem.series)
        self.removed = common_level(problem.days, problem.observed, self._open_loop, options.remove_trend)
        if not np.isfinite(self.removed.middle).any():
            raise InputError(
                "No cell has observations at two epochs or more (three with a trend), so that there are no anomalies "
                "to assimilate: choose observations that cover more of the storage's time."
            )
        self._cycle, self._cells = build_cycle(problem, predict, options)

    def write(self, output: Any, progress: Progress) -> AssimilationResult:
        """Filter all epochs into a new data set."""
        problem = self._problem
        kept = self._members if self._options.save_members else 0
        file = AnalysisFile(output, problem.grid, problem.cells, problem.days, kept)
        record = InnovationRecord(problem.days.size, problem.points.size)
        pending: dict[int, FloatArray] = {}
        for epoch, day in enumerate(problem.days):
            stop_if_cancelled(progress)
            prior = self._prior.members(float(day))
            observed = problem.observed[epoch] - self.removed.observed_at(float(day))
            step = self._cycle.step(float(day), prior, self.removed.predicted_at(float(day)), observed)
            record.keep(epoch, step)
            file.write_epoch(epoch, self._at_points(epoch, step, observed))
            pending[epoch] = prior
            for analysed in self._cycle.finished(last=epoch + 1 == problem.days.size):
                self._write_storage(file, analysed, pending.pop(analysed.number))
            progress.report((epoch + 1) / problem.days.size, "Filtering")
        counts = record.counts()
        file.write_counts(problem.points, counts)
        file.write_per_epoch("area_mean_normalized_innovation", area_means(record.normalized))
        file.write_per_epoch("pooled_normalized_innovation_std", pooled_std(record.normalized))
        return AssimilationResult(problem.days.size, int((counts > 0).sum()), int(counts.sum()), record.statistics())

    def _at_points(self, epoch: int, step: Step, observed: FloatArray) -> dict[str, FloatArray]:
        problem = self._problem
        at_points = {
            "innovation": step.innovation,
            "normalized_innovation": step.normalized,
            "gain": step.gain,
            "observation_error": np.where(np.isfinite(step.innovation), self._cycle.error_std, np.nan),
            "predicted_displacement": self._open_loop[epoch] - self.removed.predicted_at(float(problem.days[epoch])),
            "observed_displacement": observed,
        }
        return {name: on_cells(series, problem.points, problem.lon.size) for name, series in at_points.items()}

    def _write_storage(self, file: AnalysisFile, analysed: Analysed, prior: FloatArray) -> None:
        # Cells that nothing corrects come out as the open loop, to the last bit.
        mean, spread = mean_of(prior), spread_of(prior)
        values = {"tws_open_loop": mean, "tws_open_loop_std": spread}
        values["tws_analysis"], values["tws_analysis_std"] = mean.copy(), spread.copy()
        values["tws_analysis"][self._cells] = mean_of(analysed.states)
        values["tws_analysis_std"][self._cells] = spread_of(analysed.states)
        if self._options.save_members:
            after = prior.copy()
            after[:, self._cells] = analysed.states
            values.update(tws_open_loop_members=prior, tws_analysis_members=after)
        file.write_epoch(analysed.number, values)


def _prior(storage: StorageSeries, problem: Problem, options: AssimilationOptions, pool: Executor) -> Prior:
    if storage.members:
        return StoredMembers(storage, problem.cells)
    errors = prior_errors(problem.grid, problem.cells, options, pool)
    return DrawnMembers(problem.series, problem.days, errors, options)


def _write_attributes(
    output: Any, options: AssimilationOptions, synthetic: bool, result: AssimilationResult, removed: Removed
) -> None:
    for name, value in asdict(options).items():
        if name not in ("workers", "save_members"):
            output.setncattr(name, np.int32(value) if isinstance(value, bool) else value)
    statistics = result.innovations
    output.setncatts(
        {
            "synthetic": np.int32(synthetic),
            "normalized_innovation_pooled_mean": statistics.pooled_mean,
            "normalized_innovation_pooled_std": statistics.pooled_std,
            "normalized_innovation_area_mean": statistics.area_mean,
            "normalized_innovation_area_std": statistics.area_std,
            "normalized_innovation_area_std_expected": statistics.expected_area_std,
            "removed_observation_mean": float(np.nanmean(removed.observed[0])),
            "removed_prediction_mean": float(np.nanmean(removed.predicted[0])),
            "removed_observation_trend": float(np.nanmean(removed.observed[1])),
            "removed_prediction_trend": float(np.nanmean(removed.predicted[1])),
        }
    )


def _warn_of_frame(observations: Observations, options: AssimilationOptions, path: Path, progress: Progress) -> None:
    if observations.relative and options.reference == "absolute":
        progress.warn(
            f"The displacement in {path.name} is relative to its reference area, but is taken as absolute: it cannot "
            "tell what moves the whole frame, and so cannot constrain the regional mean of storage. Give a "
            "REFERENCE_SERIES (the vertical motion of the reference area, from GNSS) to 'Line of sight to vertical'."
        )


def _warn_of_coherent_errors(statistics: InnovationStatistics, progress: Progress) -> None:
    progress.warn(
        f"The innovations of the cells move together: the standard deviation of their area mean is "
        f"{statistics.area_std:.2f}, where {statistics.expected_area_std:.2f} is expected for independent errors "
        f"(single cells: {statistics.pooled_std:.2f}). The observations have errors common to many cells (atmosphere, "
        "reference) or the model has a larger regional error than assumed; the regional mean of the analysis is less "
        "certain than its spread says."
    )

"""All that a run's innovations and increments say, gathered while it goes on: for the analysis and for the sweep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray
from ...geodesy import distance_km
from ..errors.observation_error import ObservationError
from ..filter.epochs import Step
from ..filter.innovations import deviations_of
from ..inputs.collocation import Problem
from .estimates import desroziers, ranks, variance_factor
from .increment_statistics import IncrementRecord, IncrementStatistics
from .innovation_record import InnovationRecord, InnovationStatistics
from .intervals import Estimate, lag_one
from .spread_skill import SpreadSkill, reliability, spread_skill
from .variogram import Variogram, semivariances, variogram

_MOST_RANKED = 200  # points: their ranks, and the variogram of their 20,000 pairs, say as much as those of all
_FORECASTS = 6  # epochs whose members tell what the forecast adds to the variogram: it changes slowly


@dataclass(frozen=True)
class GroupStatistics:
    """Innovations of one kind of observations.

    Attributes
    ----------
    name : str
        Such as ``displacement`` or ``stations``.
    count, gross_errors : int
        Observations used, and those beyond 4 expected standard deviations.
    mean, std : float
        Of the normalized innovations.
    reliability : Estimate
        Variance of the innovations over the expected one.
    assumed_error : float
        Root mean square of the assumed errors (mm).
    error_factor : Estimate
        Factor on the assumed error that the innovations speak for, the members' spread taken as right.
    spread_factor : Estimate
        Factor on the members' spread of predictions, the assumed error taken as right.
    desroziers_error, desroziers_forecast : float
        Standard deviations of observations and predictions by Desroziers et al. (2005), mm.
    """

    name: str
    count: int
    gross_errors: int
    mean: float
    std: float
    reliability: Estimate
    assumed_error: float
    error_factor: Estimate
    spread_factor: Estimate
    desroziers_error: float
    desroziers_forecast: float

    @property
    def likely_error(self) -> Estimate:
        """Most likely error of an observation (mm)."""
        return Estimate(*(self.assumed_error * value for value in self.error_factor))


@dataclass(frozen=True)
class Findings:
    """What a run says of its errors.

    Attributes
    ----------
    innovations : InnovationStatistics
        Of all observations.
    groups : tuple of GroupStatistics
        Of the kinds of observations that there are.
    reliability : Estimate
        Variance of all innovations over the expected one.
    persistence : Estimate
        Correlation of the normalized innovations of one epoch and the next, which is 0 where the filter is right.
    spread_skill : SpreadSkill
        The same by the spread of the predictions.
    ranks : array [member + 1]
        Of the observations among the members' predictions.
    variogram : Variogram
        Of the innovations of cells.
    increments : IncrementStatistics, optional
        None where they were not kept.
    """

    innovations: InnovationStatistics
    groups: tuple[GroupStatistics, ...]
    reliability: Estimate
    persistence: Estimate
    spread_skill: SpreadSkill
    ranks: IntArray
    variogram: Variogram
    increments: IncrementStatistics | None

    def warnings(self) -> list[str]:
        """Return what innovations and increments say against the assumed errors."""
        return self.innovations.warnings() + (self.increments.area.warnings() if self.increments else [])


class RunDiagnostics:
    """Gathers innovations, ranks and increments of a run.

    Parameters
    ----------
    problem : Problem
        Cells and points.
    error : ObservationError
        Assumed.
    epochs, members, seed : int
        Of the run.

    Attributes
    ----------
    record : InnovationRecord
        Innovations so far.
    """

    def __init__(self, problem: Problem, error: ObservationError, epochs: int, members: int, seed: int) -> None:
        self._groups = groups_of(problem)
        self.record = InnovationRecord(epochs, problem.points.size, tuple(self._groups.values()))
        self._error, self._seed, self._size = error, seed, members
        self._ranks: IntArray = np.zeros(members + 1, dtype=np.int64)
        step = max(1, -(-self.record.chosen.size // _MOST_RANKED))
        self._some = np.arange(0, self.record.chosen.size, step)
        gridded = self.record.chosen[self._some] < (problem.n_gridded or problem.points.size)
        self._compared = self._some[gridded]
        cells = problem.points[self.record.chosen[self._compared]]
        self._places = problem.lon[cells], problem.lat[cells]
        self._sampled = set(np.linspace(0, epochs - 1, min(epochs, _FORECASTS)).astype(int).tolist())
        self._forecasts: list[FloatArray] = []
        self._increments = IncrementRecord(problem.lon.size, problem.points[: problem.n_gridded or None])

    def keep_increments(self, day: float, increments: FloatArray) -> None:
        """Add the mean increments of an epoch's storage [cell] (mm)."""
        self._increments.keep(day, increments)

    def keep(self, epoch: int, day: float, step: Step) -> None:
        """Add an epoch's innovations."""
        innovations = step.innovations
        self.record.keep(epoch, innovations)
        seen = np.isfinite(innovations.innovation)
        chosen = self.record.chosen[self._some]
        used = chosen[seen[chosen]]
        if not used.size:
            return
        deviations = deviations_of(step.predicted, seen, self._error, used)
        error_std = np.sqrt(innovations.expected_std[used] ** 2 - innovations.prediction_std[used] ** 2)
        self._ranks = self._ranks + ranks(deviations, innovations.innovation[used], error_std, self._seed, day)
        if epoch in self._sampled:
            compared = np.isin(used, self.record.chosen[self._compared], assume_unique=True)
            whole = np.full((deviations.shape[0], self._compared.size), np.nan)
            whole[:, np.isin(self.record.chosen[self._compared], used, assume_unique=True)] = deviations[:, compared]
            self._forecasts.append(whole)

    def findings(self) -> Findings:
        """Return the summary of all epochs."""
        record = self.record
        increments = self._increments.statistics() if self._increments.epochs else None
        return Findings(
            record.statistics(),
            tuple(
                group_statistics(record, [number], name)
                for number, name in enumerate(self._groups)
                if record.count[number].sum()
            ),
            reliability(record.square[-1], record.count[-1]),
            lag_one(record.normalized),
            spread_skill(record.innovation, record.expected_std, record.prediction_std),
            ranks=self._ranks,
            variogram=self._variogram(),
            increments=increments,
        )

    def _variogram(self) -> Variogram:
        distance = distance_km(*self._places, *self._places)
        chosen = self.record.chosen[self._compared]
        assumed = None
        if _offsets_only(self._error):
            # What the cells of a frame share, known or not, makes no difference between two of them.
            covariance = np.diag(self._error.variances[chosen])
            if self._error.covariance is not None:
                covariance = self._error.covariance[np.ix_(chosen, chosen)]
            assumed = semivariances(covariance)
        forecast = semivariances(self._forecast_covariance()) if self._forecasts else None
        return variogram(self.record.innovation[:, self._compared], distance, forecast, assumed)

    def _forecast_covariance(self) -> FloatArray:
        """Return the covariance of the predictions at the points compared, mean of some epochs."""
        members = np.concatenate(self._forecasts)
        known = np.isfinite(members).astype(np.float64)
        values = np.where(known > 0, members, 0.0)
        freedom = known.T @ known * (1 - 1 / self._size)
        covariance: FloatArray = values.T @ values / np.where(freedom > 0, freedom, 1.0)
        return covariance


def group_statistics(record: InnovationRecord, groups: Sequence[int], name: str) -> GroupStatistics:
    """Return the statistics of the observations of some groups of a record together; NaN where there is none."""
    count, total, square, gross = (
        sums[groups].sum(axis=0) for sums in (record.count, record.total, record.square, record.gross)
    )
    used = float(count.sum()) or float("nan")
    part = record.members_of(groups)
    innovation, of_forecast = record.innovation[:, part], record.prediction_std[:, part] ** 2
    of_errors = np.maximum(record.expected_std[:, part] ** 2 - of_forecast, 0.0)
    known = of_errors[np.isfinite(of_errors)]
    mean = float(total.sum() / used)
    desroziers_error, desroziers_forecast = desroziers(innovation, record.residual[:, part])
    return GroupStatistics(
        name,
        int(count.sum()),
        int(gross.sum()),
        mean,
        float(np.sqrt(np.maximum(square.sum() / used - mean**2, 0.0))),
        reliability=reliability(square, count),
        assumed_error=float(np.sqrt(known.mean())) if known.size else float("nan"),
        error_factor=variance_factor(innovation, of_errors, of_forecast).root(),
        spread_factor=variance_factor(innovation, of_forecast, of_errors).root(),
        desroziers_error=desroziers_error,
        desroziers_forecast=desroziers_forecast,
    )


def _offsets_only(error: ObservationError) -> bool:
    """Return whether nothing but offsets is free."""
    # Of cells on one meridian or parallel, a slope is zero everywhere: it is no pattern.
    return error.free is None or all(np.ptp(column[column != 0]) == 0 for column in error.free.T if column.any())


def groups_of(problem: Problem) -> Mapping[str, slice | IntArray]:
    """Return the kinds of observations and their points: displacement, or each frame of several, and stations."""
    gridded = problem.n_gridded
    parts: dict[str, slice | IntArray] = {"displacement": slice(0, gridded)} if gridded else {}
    if problem.frames is not None and len(problem.frames.every) > 1:
        parts = {
            frame.name: np.flatnonzero(problem.frames.number == number)
            for number, frame in enumerate(problem.frames.every)
        }
    if problem.points.size > gridded:
        parts["stations"] = slice(gridded, problem.points.size)
    return parts

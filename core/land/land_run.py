"""Running an ensemble of columns day by day, on one thread or many, from weather to daily results."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, fields

import numpy as np

from ..arrays import FloatArray
from ..work.progress import Progress, stop_if_cancelled
from .catchment import STATE_NAMES, ModelOptions, State
from .ensemble_day import COMPONENTS, FLUXES, DayInput, DayResult, run_day
from .perturbations import PerturbationSettings
from .random_fields import EnsembleFields
from .sun import months_around
from .tiles import Tiles
from .weather import Disaggregator, Values

COLUMNS_PER_BLOCK = 12000  # members times tiles: fewer calls count for more than the cache does
_LEAST_BLOCK = 200  # members times tiles, below which a step takes as long as with fewer


@dataclass(frozen=True)
class Day:
    """Result of a day, all columns.

    Attributes
    ----------
    day : float
        Its beginning, days since 2000-01-01.
    result : DayResult
        [.., tile].
    """

    day: float
    result: DayResult


class LandRun:
    """An ensemble of columns on its way through the weather.

    Parameters
    ----------
    tiles : Tiles
        Columns.
    weather : Disaggregator
        Weather in the model's steps.
    settings : PerturbationSettings
        Perturbations.
    members : int
        Size of the ensemble; with perturbations the unperturbed run is carried beside it.
    seed : int
        Of the perturbations.
    options : ModelOptions
        Of the model.
    workers : int
        Processes that share the columns; no result depends on it, since no column knows of another.
    """

    def __init__(
        self,
        tiles: Tiles,
        weather: Disaggregator,
        settings: PerturbationSettings,
        members: int,
        seed: int,
        *,
        options: ModelOptions,
        workers: int = 1,
    ) -> None:
        self.tiles, self.weather, self.settings, self.options = tiles, weather, settings, options
        self.perturbed = bool(settings.fields)
        self.rows = members + 1 if self.perturbed else 1
        self.random = EnsembleFields(settings, seed, members, tiles.cells()) if self.perturbed else None
        share = max(-(-tiles.count // max(workers, 1)), _LEAST_BLOCK // self.rows)
        size = max(1, min(COLUMNS_PER_BLOCK // self.rows, share))
        self._blocks = [slice(start, min(start + size, tiles.count)) for start in range(0, tiles.count, size)]
        self._parameters = [tiles.parameters.take(block) for block in self._blocks]

    def run(self, state: State, days: FloatArray, pool: Executor, progress: Progress, message: str) -> Iterator[Day]:
        """Yield the days, each with the state at its end; the weather of the next is read while one is computed.

        Parameters
        ----------
        state : State
            At the beginning, [row, tile].
        days : array
            Beginnings of the days, one after the other.
        pool : Executor
            That computes.
        progress : Progress
            To report to, and to ask whether to stop.
        message : str
            For the reports.
        """
        states = [_part(state, block) for block in self._blocks]
        ahead = self._prepare(days[0]) if days.size else None
        for number, day in enumerate(days):
            stop_if_cancelled(progress)
            assert ahead is not None
            waiting = [pool.submit(run_day, self._input(ahead, index, states[index])) for index in range(len(states))]
            try:
                ahead = self._prepare(days[number + 1]) if number + 1 < days.size else None
                results = [one.result() for one in waiting]
            finally:
                for one in waiting:
                    one.cancel()
            states = [result.state for result in results]
            yield Day(float(day), _joined(results))
            progress.report((number + 1) / days.size, message)

    def _prepare(self, day: float) -> tuple[Values, tuple[tuple[float, int, int], ...], FloatArray | None, FloatArray]:
        """Read the weather and draw the fields of a day."""
        values = self.weather.day(float(day))
        steps = values["Tair"].shape[0]
        middles = day + (np.arange(steps) + 0.5) / steps
        months = tuple(months_around(float(middle)) for middle in middles)
        if self.random is None:
            return values, months, None, np.zeros(steps)
        drawn, first = self.random.day_fields(float(day), 1.0)
        positions = middles * 24.0 / self.settings.interval_hours - first
        return values, months, drawn, positions

    def _input(
        self,
        prepared: tuple[Values, tuple[tuple[float, int, int], ...], FloatArray | None, FloatArray],
        index: int,
        state: State,
    ) -> DayInput:
        values, months, drawn, positions = prepared
        block = self._blocks[index]
        height = self.weather.source.height
        return DayInput(
            self._parameters[index],
            self.options,
            state,
            {name: np.ascontiguousarray(array[:, block]) for name, array in values.items()},
            months,
            height=height if isinstance(height, float) else np.ascontiguousarray(height[block]),
            dt=self.weather.dt,
            settings=self.settings,
            fields=None if drawn is None else np.ascontiguousarray(drawn[..., block]),
            positions=positions,
        )


def _part(state: State, block: slice) -> State:
    return State(**{name: np.ascontiguousarray(value[..., block]) for name, value in state.as_dict().items()})


def _joined(results: list[DayResult]) -> DayResult:
    state = State(
        **{name: np.concatenate([getattr(one.state, name) for one in results], axis=-1) for name in STATE_NAMES}
    )
    largest = {
        field.name: max(getattr(one, field.name) for one in results)
        for field in fields(DayResult)
        if field.name.endswith("residual")
    }
    return DayResult(
        state=state,
        tws=np.concatenate([one.tws for one in results], axis=-1),
        components={name: np.concatenate([one.components[name] for one in results]) for name in COMPONENTS},
        fluxes={name: np.concatenate([one.fluxes[name] for one in results]) for name in FLUXES},
        gained=np.concatenate([one.gained for one in results], axis=-1),
        perturbed=np.concatenate([one.perturbed for one in results], axis=-1),
        **largest,
    )

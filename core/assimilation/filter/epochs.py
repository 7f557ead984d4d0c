"""The filter in time: forecast, analysis, and the increment that persists and fades."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray
from ...dates import DAYS_PER_YEAR
from ...errors import InputError
from ..algebra.kernels import anomalies_of, mean_of, sum_of_products
from ..errors.observation_error import ObservationError
from .innovations import Innovations, innovations_of
from .schemes import Scheme

Operator = Callable[[FloatArray], FloatArray]
"""From storage [.., cell] of all cells to displacement [.., point]."""


@dataclass(frozen=True)
class Step:
    """One epoch of the filter.

    Attributes
    ----------
    predicted : array [member, point]
        Displacement by the forecast, with its inflation (mm).
    observed : array [point]
        Observations on the level of the predictions; NaN where there is none.
    gain : array [point]
        Of the point's own cell; NaN where there is no observation.
    innovations : Innovations
        Before and after the analysis.
    change : array [cell]
        Of the mean storage of all cells by the analysis (mm).
    """

    predicted: FloatArray
    observed: FloatArray
    gain: FloatArray
    innovations: Innovations
    change: FloatArray


@dataclass
class Analysed:
    """Corrected members of an epoch; a smoother goes on correcting them.

    Attributes
    ----------
    number : int
        Of the epoch, counted from the first step.
    day : float
        Of the epoch.
    states : array [member, cell]
        Of the cells that are corrected.
    later : array [cell], optional
        What observations of later epochs have changed the mean by; None where there were none.
    """

    number: int
    day: float
    states: FloatArray
    later: FloatArray | None = None

    def replace(self, states: FloatArray) -> None:
        """Take states that a later observation corrected."""
        change = mean_of(states) - mean_of(self.states)
        self.later = change if self.later is None else self.later + change
        self.states = states


@dataclass(frozen=True)
class Inflation:
    """What keeps the members' spread from shrinking too much.

    Attributes
    ----------
    factor : float
        On the forecast's anomalies before the analysis.
    relaxation : float
        Part of the spread lost in the analysis that is given back (Whitaker and Hamill, 2012, Monthly Weather Review
        140, eq. 2).
    """

    factor: float = 1.0
    relaxation: float = 0.0

    def before(self, members: FloatArray) -> FloatArray:
        """Return members [member, ..] with their anomalies multiplied."""
        if self.factor == 1:
            return members
        wider: FloatArray = members + (self.factor - 1) * anomalies_of(members)
        return wider

    def after(self, members: FloatArray, before: FloatArray) -> FloatArray:
        """Return corrected members [member, ..] with a part of the spread of those before given back."""
        if self.relaxation == 0:
            return members
        anomalies, old = anomalies_of(members), anomalies_of(before)
        spread = np.sqrt(sum_of_products(anomalies, anomalies))
        lost = np.sqrt(sum_of_products(old, old)) - spread
        wider: FloatArray = members + self.relaxation * anomalies * (lost / np.where(spread > 0, spread, 1.0))
        return wider


class Cycle:
    """Filters epoch after epoch; between them each member's increment fades.

    x_a(t+1) = x_prior(t+1) + exp(-dt / memory) (x_a(t) - x_prior(t)), per member, before it is corrected again.

    Parameters
    ----------
    scheme : Scheme
        Corrects the members.
    predict : callable
        Displacement of the points from storage of all cells.
    cells : array [corrected cell] of int
        Which of all cells the scheme corrects.
    error : ObservationError
        Of the observations.
    memory_days : float or array [member, 1]
        Time after which an increment has faded to 1/e.
    inflation : Inflation
        Of the members.
    lag_days : float
        How far back the analysis of an epoch corrects earlier ones; 0 for a filter.
    pairs : array [pair, 2] of int, optional
        Points that lie side by side, whose innovations are compared.
    equal_days : bool
        Go through the time since the epoch before twice: the increment found at the end of it is added in equal parts
        on each of its days, from which each part fades, so that a bit less than all of it is there at the end.
    seasonal_bias : array [member, 2], optional
        Amplitudes (mm) of a yearly cosine and sine that the observations may have in error at all points alike. Each
        member predicts its own, so that a season in the displacement is not taken for a season of storage with more
        certainty than it deserves; they are not corrected, because the two cannot be separated.
    """

    def __init__(
        self,
        scheme: Scheme,
        predict: Operator,
        cells: IntArray,
        error: ObservationError,
        memory_days: float | FloatArray,
        *,
        inflation: Inflation | None = None,
        lag_days: float = 0.0,
        pairs: IntArray | None = None,
        equal_days: bool = False,
        seasonal_bias: FloatArray | None = None,
    ) -> None:
        self._scheme, self._predict, self._cells, self._error = scheme, predict, cells, error
        self._memory, self._lag, self._equal_days = memory_days, lag_days, equal_days
        self._inflation, self._seasonal_bias = inflation or Inflation(), seasonal_bias
        self._pairs = np.zeros((0, 2), dtype=np.intp) if pairs is None else pairs
        self.day: float | None = None
        self.increment: FloatArray | None = None
        self._forecast: FloatArray | None = None
        self.number = 0
        self._open: list[Analysed] = []

    @property
    def error(self) -> ObservationError:
        """Errors of the observations."""
        return self._error

    @property
    def error_std(self) -> FloatArray:
        """Standard deviation [point] of the observations, without what is free in them."""
        std: FloatArray = np.sqrt(self._error.variances)
        return std

    def take_up(self, day: float, increment: FloatArray) -> None:
        """Go on from the increments [member, corrected cell] that another run ended with.

        Raises
        ------
        InputError
            Where they are of another number of cells.
        """
        if increment.shape[1] != self._cells.size:
            raise InputError(
                f"The run to be taken up corrected {increment.shape[1]} cells, this one {self._cells.size}: give the "
                "files that it was made with."
            )
        self.day, self.increment = day, increment.copy()

    def step(self, day: float, prior: FloatArray, level: FloatArray, observed: FloatArray) -> Step:
        """Go on to `day` and correct the members.

        Parameters
        ----------
        day : float
            Later than that of the step before.
        prior : array [member, cell]
            Open-loop members of all cells.
        level : array [point]
            Of the predictions: what makes anomalies of them, like the observations.
        observed : array [point]
            Anomalies; NaN where there is no observation.
        """
        where = self._where(prior.shape[1])
        whole, forecast = prior, prior[:, where]
        if self.increment is not None and self.day is not None:
            self.increment *= np.exp(-(day - self.day) / self._memory)
            # One array serves all forecasts: the members of many cells take longer to get memory for than to add.
            if self._forecast is None or self._forecast.shape != forecast.shape:
                self._forecast = np.empty(forecast.shape)
            whole = forecast = np.add(forecast, self.increment, out=self._forecast)
            if not isinstance(where, slice):
                whole = prior.copy()
                whole[:, where] = forecast
        predicted = self.displacement(day, whole)
        observed = self._error.informative(observed + level)
        seen = np.isfinite(observed)
        change = np.zeros(prior.shape[1])
        if seen.any():
            analysis, gain = self._correct(day, forecast, predicted, observed)
            if self._equal_days:
                analysis = forecast + self._part_of_equal_days(day) * (analysis - forecast)
            change[where] = mean_of(analysis) - mean_of(forecast)
        else:
            analysis, gain = forecast, np.full(observed.size, np.nan)
        if np.may_share_memory(analysis, forecast):
            analysis = analysis.copy()
        predicted = self._inflation.before(predicted)
        innovations = innovations_of(predicted, observed, self._predict(change), self._error, self._pairs)
        self._open.append(Analysed(self.number, day, analysis))
        # The old increments are not needed any more: their memory is used again.
        self.increment = np.subtract(analysis, prior[:, where], out=self.increment)
        self.day, self.number = day, self.number + 1
        return Step(predicted, observed, np.where(seen, gain, np.nan), innovations, change)

    def _part_of_equal_days(self, day: float) -> float | FloatArray:
        """Return how much of an increment is there at `day` when equal parts came on each day since the last epoch."""
        days = 1 if self.day is None else max(1, round(day - self.day))
        part: FloatArray = np.mean([np.exp(-number / self._memory) for number in range(days)], axis=0)
        return part

    def _where(self, size: int) -> IntArray | slice:
        """Return the corrected cells; as a slice where they are all, which spares copies."""
        return slice(None) if np.array_equal(self._cells, np.arange(size)) else self._cells

    def displacement(self, day: float, members: FloatArray) -> FloatArray:
        """Return what members [member, cell] say of the observations at `day`, [member, point]."""
        predicted = self._predict(members)
        if self._seasonal_bias is None:
            return predicted
        angle = 2 * np.pi * day / DAYS_PER_YEAR
        bias = self._seasonal_bias @ np.array([np.cos(angle), np.sin(angle)])
        return predicted + bias[:, np.newaxis]

    def finished(self, last: bool = False) -> list[Analysed]:
        """Return the epochs that no later observation corrects, each once; with `last` all that are left."""
        ready = [epoch for epoch in self._open if last or self.day is None or epoch.day <= self.day - self._lag]
        self._open = self._open[len(ready) :]
        return ready

    def _correct(
        self, day: float, forecast: FloatArray, predicted: FloatArray, observed: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        forecast, predicted = self._inflation.before(forecast), self._inflation.before(predicted)
        earlier = [epoch for epoch in self._open if epoch.day > day - self._lag]
        states = forecast
        if earlier:
            states = np.stack([forecast, *(epoch.states for epoch in earlier)], axis=-1)
        corrected, gain = self._scheme.analyse(day, states, predicted, observed)
        if earlier:
            for lag, epoch in enumerate(earlier, start=1):
                epoch.replace(np.ascontiguousarray(corrected[..., lag]))
            corrected = np.ascontiguousarray(corrected[..., 0])
        return self._inflation.after(corrected, forecast), gain

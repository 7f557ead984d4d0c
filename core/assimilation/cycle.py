"""The filter in time: forecast, analysis, and the increment that persists and fades."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ..arrays import FloatArray
from .kernels import anomalies_of, mean_of, sum_of_products

Operator = Callable[[FloatArray], FloatArray]
"""From storage [member, cell] of the cells that are corrected to displacement [member, point]."""


class Scheme(Protocol):
    """One way to correct members by the observations of one epoch."""

    def analyse(self, day: float, forecast: FloatArray, predicted: FloatArray, observed: FloatArray) -> FloatArray:
        """Return the corrected members like `forecast` [member, cell].

        `predicted` [member, point] is what they say of `observed` [point]; NaN where there is no observation.
        """

    def gain(self, forecast: FloatArray, predicted: FloatArray) -> FloatArray:
        """Return the gain of every point's own cell [point], mm of storage per mm of displacement."""


@dataclass(frozen=True)
class Step:
    """One epoch of the filter.

    Attributes
    ----------
    analysis : array [member, cell]
        Corrected members.
    innovation : array [point]
        Observed less predicted mean (mm); NaN where there is no observation.
    normalized : array [point]
        The innovation over its expected standard deviation.
    gain : array [point]
        Of the point's own cell; NaN where there is no observation.
    expected_area_mean : float
        Standard deviation that the mean of `normalized` over the points should have; NaN without observations.
    """

    analysis: FloatArray
    innovation: FloatArray
    normalized: FloatArray
    gain: FloatArray
    expected_area_mean: float


class Cycle:
    """Filters epoch after epoch; between them each member's increment fades.

    x_a(t+1) = x_prior(t+1) + exp(-dt / memory) (x_a(t) - x_prior(t)), per member, before it is corrected again.

    Parameters
    ----------
    scheme : Scheme
        Corrects the members.
    operator : callable
        Displacement of increments, [member, cell] to [member, point].
    error_std : array [point]
        Standard deviation of the observations (mm).
    memory_days : float or array [member, 1]
        Time after which an increment has faded to 1/e.
    """

    def __init__(
        self, scheme: Scheme, operator: Operator, error_std: FloatArray, memory_days: float | FloatArray
    ) -> None:
        self._scheme, self._operator, self._error_std = scheme, operator, error_std
        self._memory = memory_days
        self.day: float | None = None
        self.increment: FloatArray | None = None

    def step(self, day: float, prior: FloatArray, predicted: FloatArray, observed: FloatArray) -> Step:
        """Go on to `day` and correct the members.

        Parameters
        ----------
        day : float
            Later than that of the step before.
        prior : array [member, cell]
            Open-loop members of the cells that are corrected.
        predicted : array [member, point]
            Displacement of the open-loop members, from the load of all cells.
        observed : array [point]
            NaN where there is no observation.
        """
        forecast = prior
        if self.increment is not None and self.day is not None:
            faded = np.exp(-(day - self.day) / self._memory) * self.increment
            forecast, predicted = prior + faded, predicted + self._operator(faded)
        analysis = self._scheme.analyse(day, forecast, predicted, observed)
        self.day, self.increment = day, analysis - prior
        seen = np.isfinite(observed)
        innovation = observed - mean_of(predicted)
        response = anomalies_of(predicted)
        freedom = predicted.shape[0] - 1
        total = np.sqrt(sum_of_products(response, response) / freedom + self._error_std**2)
        gain = np.where(seen, self._scheme.gain(forecast, predicted), np.nan)
        expected = _expected_area_mean(response[:, seen], self._error_std[seen], total[seen])
        return Step(analysis, innovation, innovation / total, gain, expected)


def _expected_area_mean(response: FloatArray, error_std: FloatArray, total: FloatArray) -> float:
    """Return the standard deviation of the mean normalized innovation if spread and independent errors are right."""
    if total.size == 0:
        return float("nan")
    weights = 1 / (total * total.size)
    of_forecast = np.sum((response @ weights) ** 2) / (response.shape[0] - 1)
    return float(np.sqrt(of_forecast + np.sum((error_std * weights) ** 2)))

"""The filter around a model that carries the corrected states itself from epoch to epoch."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..arrays import FloatArray, IntArray
from .build import biases_of, choose_scheme, neighbours
from .cycle import Analysed, Cycle, Inflation, Operator, Step
from .information import Information
from .innovations import innovations_of
from .kernels import mean_of
from .options import AssimilationOptions
from .problem import Problem


class Asked(NamedTuple):
    """What an analysis asks the model's states to change by.

    Attributes
    ----------
    storage : array [member, corrected cell]
        Change of storage (mm).
    parts : array [member, corrected cell, part]
        Change of what makes up the storage, by the parts' own covariances with the displacement.
    """

    storage: FloatArray
    parts: FloatArray


class ModelCycle(Cycle):
    """Corrects forecasts of a model; what the model makes of the increments is kept.

    Unlike in its parent, nothing fades: the model has carried earlier increments on in the forecast that it gives.
    A smoother (`lag_days`) corrects the storage of earlier epochs, not the model's states, which are past.
    """

    outside: FloatArray | float = 0.0
    """Displacement [member, point] of the present epoch by each member's error of the load outside the cells (mm)."""

    def displacement(self, day: float, members: FloatArray) -> FloatArray:
        """Return what members [member, cell] say of the observations at `day`, [member, point]."""
        return super().displacement(day, members) + self.outside

    @classmethod
    def create(
        cls, problem: Problem, predict: Operator, options: AssimilationOptions, information: Information
    ) -> ModelCycle:
        """Return the filter that a user has chosen; arguments as :func:`.build.build_cycle`."""
        scheme, error, cells = choose_scheme(problem, options, information)
        return cls(
            scheme,
            predict,
            cells,
            error,
            options.error_memory_days,
            Inflation(options.inflation, options.relaxation),
            options.lag_days if options.window == "enks" else 0.0,
            neighbours(problem),
            seasonal_bias=biases_of(options),
        )

    def analyse(
        self, day: float, forecast: FloatArray, parts: FloatArray, level: FloatArray, observed: FloatArray
    ) -> tuple[Asked, FloatArray]:
        """Return the increments, and the gain [point]; they are exactly zero where nothing was observed.

        Parameters
        ----------
        day : float
            Of the epoch.
        forecast : array [member, cell]
            Storage of all cells.
        parts : array [member, cell, part]
            What makes up the storage of each cell.
        level, observed : array [point]
            As for :meth:`step`.
        """
        observed = observed + level
        joint = np.concatenate([forecast[:, self._cells, np.newaxis], parts[:, self._cells]], axis=-1)
        if not np.isfinite(observed).any():
            nothing = np.zeros_like(joint)
            return Asked(nothing[..., 0], nothing[..., 1:]), np.full(observed.size, np.nan)
        before = self._inflation.before(joint)
        earlier = [epoch for epoch in self._open if epoch.day > day - self._lag]
        states = before
        if earlier:
            states = np.concatenate([before, np.stack([epoch.states for epoch in earlier], axis=-1)], axis=-1)
        predicted = self._inflation.before(self.displacement(day, forecast))
        corrected, gain = self._scheme.analyse(day, states, predicted, observed)
        size = joint.shape[-1]
        for lag, epoch in enumerate(earlier):
            epoch.replace(np.ascontiguousarray(corrected[..., size + lag]))
        change = self._inflation.after(corrected[..., :size], before) - joint
        return Asked(change[..., 0], change[..., 1:]), np.where(np.isfinite(observed), gain, np.nan)

    def keep(
        self,
        day: float,
        forecast: FloatArray,
        analysis: FloatArray,
        level: FloatArray,
        observed: FloatArray,
        gain: FloatArray,
    ) -> Step:
        """Record what the model made of the increments, storage [member, cell] before and after, and return the step.

        Parameters
        ----------
        day, forecast, level, observed
            As for :meth:`analyse`.
        analysis : array [member, cell]
            Storage of all cells with the increments that the model's bounds let through.
        gain : array [point]
            From :meth:`analyse`.
        """
        predicted = self.displacement(day, forecast)
        observed = observed + level
        change = mean_of(analysis) - mean_of(forecast)
        predicted = self._inflation.before(predicted)
        innovations = innovations_of(predicted, observed, self._predict(change), self._error, self._pairs)
        self._open.append(Analysed(self.number, day, np.ascontiguousarray(analysis[:, self._cells])))
        self.day, self.number = day, self.number + 1
        return Step(predicted, observed, gain, innovations, change)

    @property
    def cells(self) -> IntArray:
        """Which of all cells are corrected, [corrected cell] of int."""
        return self._cells

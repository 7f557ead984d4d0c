"""The filter around a model that carries the corrected states itself from epoch to epoch."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...arrays import FloatArray, IntArray
from ..algebra.kernels import mean_of
from ..build import biases_of, choose_scheme, neighbours
from ..errors.shared_cells import number_within
from ..filter.epochs import Analysed, Cycle, Inflation, Operator, Step
from ..filter.innovations import innovations_of
from ..information.expected import Information
from ..inputs.collocation import Problem
from ..options import AssimilationOptions


class Requested(NamedTuple):
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
    A smoother (`lag_days`) corrects the storage of earlier epochs, not the model's states, which are past. The error of
    the load outside the cells is part of the state as what it does to each point; its corrections fade, since no model
    carries them.
    """

    outside: FloatArray | None = None
    """Displacement [member, point] of the present epoch by each member's error of the load outside (mm), if any."""

    correction: FloatArray | None = None
    """What the analyses up to now have added to `outside`, [member, point] (mm)."""

    _corrected: FloatArray | None = None
    _own: IntArray
    _slot: IntArray

    def displacement(self, day: float, members: FloatArray) -> FloatArray:
        """Return what members [member, cell] say of the observations at `day`, [member, point]."""
        predicted = super().displacement(day, members)
        if self.outside is not None:
            predicted = predicted + self.outside
        return predicted if self.correction is None else predicted + self.correction

    def go_on(self, day: float, correction: FloatArray | None) -> None:
        """Go on from the epoch and the correction [member, point] that another run ended with."""
        self.day, self.correction = day, correction

    @classmethod
    def create(
        cls, problem: Problem, predict: Operator, options: AssimilationOptions, information: Information
    ) -> ModelCycle:
        """Return the filter that a user has chosen; arguments as :func:`..build.build_cycle`."""
        scheme, error, cells = choose_scheme(problem, options, information)
        cycle = cls(
            scheme,
            predict,
            cells,
            error,
            options.error_memory_days,
            inflation=Inflation(options.inflation, options.relaxation),
            lag_days=options.lag_days if options.window == "enks" else 0.0,
            pairs=neighbours(problem),
            seasonal_bias=biases_of(options),
        )
        cycle._own = np.searchsorted(cells, problem.points)
        cycle._slot = number_within(cycle._own)
        return cycle

    def analyse(
        self, day: float, forecast: FloatArray, parts: FloatArray, level: FloatArray, observed: FloatArray
    ) -> tuple[Requested, FloatArray]:
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
        observed = self._error.informative(observed + level)
        self._let_fade(day)
        joint = np.concatenate([forecast[:, self._cells, np.newaxis], parts[:, self._cells]], axis=-1)
        size = joint.shape[-1]
        if not np.isfinite(observed).any():
            nothing, self._corrected = np.zeros_like(joint), self.correction
            return Requested(nothing[..., 0], nothing[..., 1:]), np.full(observed.size, np.nan)
        if self.outside is not None:
            joint = np.concatenate([joint, self._beside_cells(self.outside)], axis=-1)
        before = self._inflation.before(joint)
        earlier = [epoch for epoch in self._open if epoch.day > day - self._lag]
        states = before
        if earlier:
            states = np.concatenate([before, np.stack([epoch.states for epoch in earlier], axis=-1)], axis=-1)
        predicted = self._inflation.before(self.displacement(day, forecast))
        corrected, gain = self._scheme.analyse(day, states, predicted, observed)
        width = joint.shape[-1]
        for lag, epoch in enumerate(earlier):
            epoch.replace(np.ascontiguousarray(corrected[..., width + lag]))
        change = self._inflation.after(corrected[..., :width], before) - joint
        if self.outside is not None:
            added = change[:, self._own, size + self._slot]
            self._corrected = added if self.correction is None else self.correction + added
        return Requested(change[..., 0], change[..., 1:size]), np.where(np.isfinite(observed), gain, np.nan)

    def keep(
        self,
        day: float,
        forecast: FloatArray,
        analysis: FloatArray,
        level: FloatArray,
        observed: FloatArray,
        *,
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
        observed = self._error.informative(observed + level)
        change = mean_of(analysis) - mean_of(forecast)
        predicted = self._inflation.before(predicted)
        moved = self._predict(change) + self._take_correction()
        innovations = innovations_of(predicted, observed, moved, self._error, self._pairs)
        self._open.append(Analysed(self.number, day, np.ascontiguousarray(analysis[:, self._cells])))
        self.day, self.number = day, self.number + 1
        return Step(predicted, observed, gain, innovations, change)

    def _let_fade(self, day: float) -> None:
        if self.correction is not None and self.day is not None:
            self.correction = self.correction * np.exp(-(day - self.day) / self._memory)

    def _take_correction(self) -> FloatArray | float:
        """Take over the present analysis's correction of the load outside; return the change [point] of its mean."""
        before, self.correction = self.correction, self._corrected
        if self.correction is None:
            return 0.0
        return mean_of(self.correction) - (0.0 if before is None else mean_of(before))

    def _beside_cells(self, outside: FloatArray) -> FloatArray:
        """Return the displacement by errors of the load outside at the points of each cell, [member, cell, slot]."""
        beside = np.zeros((outside.shape[0], self._cells.size, self._slot.max() + 1))
        beside[:, self._own, self._slot] = outside if self.correction is None else outside + self.correction
        return beside

    @property
    def cells(self) -> IntArray:
        """Which of all cells are corrected, [corrected cell] of int."""
        return self._cells

"""The methods that a user can choose, each as one way to correct the members of an epoch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from .analysis import cell_gains, update_cells
from .perturbations import observation_perturbations


@dataclass(frozen=True)
class OneDimensional:
    """Every cell is corrected by its own observation: ``enkf_1d`` (the paper's filter) and ``ensrf_1d``.

    The cells are the points: both are in the same order.

    Attributes
    ----------
    error_std : array [point]
        Standard deviation of the observations (mm).
    seed : int
        Of the perturbations.
    perturbed : bool
        Draw perturbed observations, or use the square root.
    """

    error_std: FloatArray
    seed: int
    perturbed: bool

    def analyse(self, day: float, forecast: FloatArray, predicted: FloatArray, observed: FloatArray) -> FloatArray:
        """Return the corrected members; see :class:`.cycle.Scheme`."""
        if not np.isfinite(observed).any():
            return forecast
        if not self.perturbed:
            return update_cells(forecast, predicted, observed, self.error_std, "ensrf")
        noise = self.error_std * observation_perturbations(self.seed, day, forecast.shape[0], observed.size)
        return update_cells(forecast, predicted, observed, self.error_std, "enkf", noise)

    def gain(self, forecast: FloatArray, predicted: FloatArray) -> FloatArray:
        """Return the gain [point]."""
        return cell_gains(forecast, predicted, self.error_std)

"""The mean of the increments: what a filter puts in again and again is a bias that it fights, not an error."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray
from ...dates import DAYS_PER_YEAR
from .intervals import mean_of_epochs, student, variance_inflation

_SIGNIFICANT = 3.0
_FEWEST_EPOCHS = 10


@dataclass(frozen=True)
class AreaIncrements:
    """Increments of the observed cells' mean storage.

    Attributes
    ----------
    series : array [epoch]
        mm.
    mean, error : float
        Over the epochs, with its standard error (mm an epoch); NaN where there are too few.
    years : float
        That the run takes.
    """

    series: FloatArray
    mean: float
    error: float
    years: float

    @classmethod
    def of(cls, days: FloatArray, series: FloatArray) -> AreaIncrements:
        """Return what a series [epoch] of increments says; an epoch stands for the time since the one before."""
        span = float(days[-1] - days[0]) if days.size > 1 else 0.0
        years = span * days.size / max(days.size - 1, 1) / DAYS_PER_YEAR
        return cls(series, *mean_of_epochs(series), years)

    @property
    def added_a_year(self) -> float:
        """Water that the increments put into the observed cells, mm a year (negative: take out)."""
        return float(self.series.sum()) / self.years if self.years > 0 else float("nan")

    @property
    def moved_a_year(self) -> float:
        """The same without regard to the sign, mm a year: what the balance of the model is broken by."""
        return float(np.abs(self.series).sum()) / self.years if self.years > 0 else float("nan")

    @property
    def half_width(self) -> float:
        """Half the 95 % interval of `mean` (mm an epoch)."""
        return student(max(self.series.size - 1, 1)) * self.error

    @property
    def biased(self) -> bool:
        """True where the mean of the area is beyond three standard errors."""
        enough = self.series.size >= _FEWEST_EPOCHS and self.error > 0
        return bool(enough and abs(self.mean) > _SIGNIFICANT * self.error)

    def warnings(self) -> list[str]:
        """Return what the mean increments say against the model or the observations."""
        if not self.biased:
            return []
        way = "adds water" if self.mean > 0 else "takes water out"
        return [
            f"The analysis {way} all through: {self.mean:+.2f} mm an epoch in the mean of the observed cells "
            f"(standard error {self.error:.2f} mm), {self.added_a_year:+.0f} mm a year. It fights a bias of "
            "the model or of the observations, which a filter cannot remove: look for a trend, a step or a season that "
            "only one of them has (REMOVE_TREND, SEASONAL_BIAS, EXCLUDED_PERIODS)."
        ]


@dataclass(frozen=True)
class IncrementStatistics:
    """Increments of a run, means of the members.

    Attributes
    ----------
    mean, standard_error : array [cell]
        Over the epochs (mm an epoch); the error counts in what one epoch shares with the next.
    area : AreaIncrements
        Of the observed cells' mean.
    """

    mean: FloatArray
    standard_error: FloatArray
    area: AreaIncrements


class IncrementRecord:
    """Adds up the increments of a run.

    Parameters
    ----------
    cells : int
        Number of cells.
    area : array [observed cell] of int
        Cells that the area's mean is of.
    """

    def __init__(self, cells: int, area: IntArray) -> None:
        self._area = np.unique(area)
        self._sums = np.zeros((3, cells))  # of the increments, their squares, and their products with those before
        self._before: FloatArray | None = None
        self._means: list[float] = []
        self._days: list[float] = []

    def keep(self, day: float, change: FloatArray) -> None:
        """Add the mean increments [cell] of an epoch (mm)."""
        self._sums[0] += change
        self._sums[1] += change * change
        if self._before is not None:
            self._sums[2] += change * self._before
        self._before = change
        self._means.append(float(change[self._area].mean()) if self._area.size else float("nan"))
        self._days.append(day)

    @property
    def epochs(self) -> int:
        """Number of epochs so far."""
        return len(self._means)

    def statistics(self) -> IncrementStatistics:
        """Return the summary of all epochs."""
        epochs = self.epochs
        mean, error = self._of_cells(epochs)
        area = AreaIncrements.of(np.array(self._days), np.array(self._means))
        return IncrementStatistics(mean, error, area)

    def _of_cells(self, epochs: int) -> tuple[FloatArray, FloatArray]:
        mean = self._sums[0] / max(epochs, 1)
        if epochs < 3:
            return mean, np.full(mean.size, np.nan)
        variance = np.maximum(self._sums[1] / epochs - mean**2, 0.0)
        some = variance > 0
        shared = (self._sums[2] / (epochs - 1) - mean**2) / np.where(some, variance, 1.0)
        error: FloatArray = np.sqrt(variance / (epochs - 1) * variance_inflation(np.where(some, shared, 0.0)))
        return mean, error

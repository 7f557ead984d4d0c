"""What the innovations say about the assumed errors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from .innovations import Innovations

COHERENT_RATIO = 0.4
"""Ratio of the standard deviations of area-mean and single normalized innovations above which errors of observations
cannot be independent from cell to cell, in a field of a few hundred cells."""


COHERENT_NEIGHBOURS = 0.15
"""Correlation of neighbours' innovations beyond what is expected, above which their errors are correlated: independent
errors of 50 pairs at 50 epochs have a standard error of 0.02."""

GROSS_ERROR = 4.0
"""Normalized innovation beyond which an observation is flagged: one in 16,000 of a Gaussian."""


@dataclass(frozen=True)
class InnovationStatistics:
    """Normalized innovations of a run; their mean should be 0 and their standard deviation 1.

    Attributes
    ----------
    pooled_mean, pooled_std : float
        Over all cells and epochs; NaN without observations.
    area_mean, area_std : float
        Of each epoch's mean over the cells: the paper's Fig. 8.
    expected_area_std : float
        What `area_std` should be if the forecast's spread and the observations' errors are as assumed.
    neighbour_correlation, expected_neighbour_correlation : float
        Of the normalized innovations of cells side by side, found and expected of the assumed errors; NaN without
        neighbours.
    gross_errors : int
        Observations whose normalized innovation is beyond 4.
    """

    pooled_mean: float
    pooled_std: float
    area_mean: float
    area_std: float
    expected_area_std: float
    neighbour_correlation: float
    expected_neighbour_correlation: float
    gross_errors: int

    @property
    def coherent(self) -> bool:
        """True where the innovations of cells move together more than the assumed errors allow."""
        ratio = self.area_std / self.pooled_std if self.pooled_std > 0 else 0.0
        common = ratio > COHERENT_RATIO and self.area_std > 1.5 * self.expected_area_std
        return common or self.neighbour_correlation - self.expected_neighbour_correlation > COHERENT_NEIGHBOURS

    def warnings(self) -> list[str]:
        """Return what the innovations say against the assumed errors."""
        found = []
        if self.coherent:
            found.append(
                f"The innovations of the cells move together more than the assumed errors allow: neighbours' correlate "
                f"by {self.neighbour_correlation:.2f} (expected {self.expected_neighbour_correlation:.2f}), and their "
                f"area mean has a standard deviation {self.area_std:.2f} (expected {self.expected_area_std:.2f}, "
                f"single cells {self.pooled_std:.2f}). The observations have errors common to many cells (atmosphere, "
                "reference), or the model has a larger regional error than assumed: the regional mean of the analysis "
                "is less certain than its spread says. See ERROR_CORRELATION_LENGTH and REFERENCE."
            )
        if self.gross_errors:
            found.append(
                f"{self.gross_errors} observations differ from the prediction by more than 4 expected standard "
                "deviations: look for unwrapping errors or unmasked motion there."
            )
        return found


class InnovationRecord:
    """Keeps the innovations of a run.

    Attributes
    ----------
    innovation, residual, normalized : array [epoch, point]
        As in :class:`.innovations.Innovations`.
    expected_area_mean, neighbours, expected_neighbours : array [epoch]
        As in :class:`.innovations.Innovations`.
    """

    def __init__(self, epochs: int, points: int) -> None:
        self.innovation, self.residual, self.normalized = np.full((3, epochs, points), np.nan)
        self.expected_area_mean, self.neighbours, self.expected_neighbours = np.full((3, epochs), np.nan)

    def keep(self, epoch: int, innovations: Innovations) -> None:
        """Add an epoch."""
        for name, value in innovations._asdict().items():
            getattr(self, name)[epoch] = value

    def counts(self) -> IntArray:
        """Return the number of observations used, [point]."""
        return np.isfinite(self.normalized).sum(axis=0)

    def statistics(self) -> InnovationStatistics:
        """Return the summary of all epochs."""
        products = np.stack([self.neighbours, self.expected_neighbours], axis=1)
        return innovation_statistics(self.normalized, self.expected_area_mean, products)


def innovation_statistics(
    normalized: FloatArray, expected_area: FloatArray, products: FloatArray
) -> InnovationStatistics:
    """Summarise normalized innovations.

    Parameters
    ----------
    normalized : array [epoch, point]
        NaN where there was no observation.
    expected_area : array [epoch]
        Expected standard deviation of the mean over the points; NaN where there was none.
    products : array [epoch, 2]
        Mean product of neighbours' innovations, found and expected; NaN where there was none.
    """
    single = normalized[np.isfinite(normalized)]
    area = area_means(normalized)
    seen = np.isfinite(area)
    if single.size == 0:
        return InnovationStatistics(*(float("nan"),) * 7, 0)
    with_neighbours = products[np.isfinite(products).all(axis=1)]
    found, expected = with_neighbours.mean(axis=0).tolist() if with_neighbours.size else (float("nan"), float("nan"))
    return InnovationStatistics(
        float(single.mean()),
        float(single.std()),
        float(area[seen].mean()),
        float(area[seen].std()),
        float(np.sqrt(np.mean(expected_area[seen] ** 2))),
        found / float(np.mean(single**2)),
        expected,
        int((np.abs(single) > GROSS_ERROR).sum()),
    )


def area_means(values: FloatArray) -> FloatArray:
    """Return the mean over the points that have a value, [epoch]; the cells are of equal area."""
    return _mean_of_finite(values)


def pooled_std(normalized: FloatArray) -> FloatArray:
    """Return each epoch's root mean square over the points [epoch]: the standard deviation about the expected 0."""
    root: FloatArray = np.sqrt(_mean_of_finite(normalized**2))
    return root


def _mean_of_finite(values: FloatArray) -> FloatArray:
    count = np.isfinite(values).sum(axis=-1)
    mean: FloatArray = np.nansum(values, axis=-1) / np.where(count > 0, count, np.nan)
    return mean

"""What the innovations say about the assumed errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ..filter.innovations import Innovations

COHERENT_RATIO = 0.4
"""Ratio of the standard deviations of area-mean and single normalized innovations above which errors of observations
cannot be independent from cell to cell, in a field of a few hundred cells."""


COHERENT_NEIGHBOURS = 0.15
"""Correlation of neighbours' innovations beyond what is expected, above which their errors are correlated: independent
errors of 50 pairs at 50 epochs have a standard error of 0.02."""

GROSS_ERROR = 4.0
"""Normalized innovation beyond which an observation is flagged: one in 16,000 of a Gaussian."""

_MOST_POINTS = 4000  # whose innovations are kept: 260,000 at 65 epochs
_KEPT = ("innovation", "residual", "normalized", "expected_std", "prediction_std")


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
    """Keeps sums of a run's innovations, and the innovations themselves at some thousand points.

    Parameters
    ----------
    epochs, points : int
        Sizes.
    groups : sequence of slice or array of int, optional
        Points of one kind each, all of them together; one group of all where left out.

    Attributes
    ----------
    count, total, square, gross : array [group, epoch]
        Number of normalized innovations, their sum, that of their squares, and how many are beyond 4; the last row is
        of all groups together.
    used, gross_at : array [point]
        Number of observations used, and of those beyond 4.
    expected_area_mean, neighbours, expected_neighbours : array [epoch]
        As in :class:`.innovations.Innovations`.
    chosen : array [chosen point] of int
        Every point, or some thousand of many.
    innovation, residual, normalized, expected_std, prediction_std : array [epoch, chosen point]
        As in :class:`.innovations.Innovations`.
    """

    def __init__(self, epochs: int, points: int, groups: Sequence[slice | IntArray] = (slice(None),)) -> None:
        self.groups = tuple(groups)
        self.count, self.total, self.square, self.gross = np.zeros((4, len(self.groups) + 1, epochs))
        self.used, self.gross_at = np.zeros((2, points), dtype=np.int64)
        self.expected_area_mean, self.neighbours, self.expected_neighbours = np.full((3, epochs), np.nan)
        self.chosen: IntArray = np.arange(0, points, max(1, -(-points // _MOST_POINTS)))
        shape = len(_KEPT), epochs, self.chosen.size
        self.innovation, self.residual, self.normalized, self.expected_std, self.prediction_std = np.full(shape, np.nan)

    def keep(self, epoch: int, innovations: Innovations) -> None:
        """Add an epoch."""
        normalized = innovations.normalized
        seen, beyond = np.isfinite(normalized), np.abs(normalized) > GROSS_ERROR
        self.used += seen
        self.gross_at += beyond
        sums = [_sums(normalized[group], seen[group], beyond[group]) for group in self.groups]
        # Summed anew over all points, so that the sums do not depend on how the points are grouped.
        sums.append(sums[0] if len(self.groups) == 1 else _sums(normalized, seen, beyond))
        for kept, values in zip((self.count, self.total, self.square, self.gross), zip(*sums)):
            kept[:, epoch] = values
        for name in ("expected_area_mean", "neighbours", "expected_neighbours"):
            getattr(self, name)[epoch] = getattr(innovations, name)
        for name in _KEPT:
            getattr(self, name)[epoch] = getattr(innovations, name)[self.chosen]

    def members_of(self, groups: Sequence[int]) -> BoolArray:
        """Return which of the chosen points [chosen point] are of some groups."""
        inside = np.zeros(self.used.size, dtype=bool)
        for group in groups:
            inside[self.groups[group]] = True
        return inside[self.chosen]

    @property
    def area_mean(self) -> FloatArray:
        """Mean of each epoch's normalized innovations over the points [epoch]; NaN without any."""
        return _over(self.total[-1], self.count[-1])

    @property
    def pooled_std(self) -> FloatArray:
        """Each epoch's root mean square over the points [epoch]: the standard deviation about the expected 0."""
        root: FloatArray = np.sqrt(_over(self.square[-1], self.count[-1]))
        return root

    def statistics(self) -> InnovationStatistics:
        """Return the summary of all epochs."""
        products = np.stack([self.neighbours, self.expected_neighbours], axis=1)
        sums = np.stack([self.count[-1], self.total[-1], self.square[-1], self.gross[-1]])
        return _summary(sums, self.expected_area_mean, products)


def _sums(normalized: FloatArray, seen: BoolArray, beyond: BoolArray) -> tuple[int, float, float, int]:
    """Return number, sum, sum of squares, and number beyond 4, of the values [point] that are there."""
    single = normalized if seen.all() else normalized[seen]
    return single.size, float(single.sum()), float(single @ single), int(np.count_nonzero(beyond))


def _summary(sums: FloatArray, expected_area: FloatArray, products: FloatArray) -> InnovationStatistics:
    """Return the statistics from the sums [4, epoch] of :func:`_sums`."""
    count, total, square, gross = sums.sum(axis=1)
    if count == 0:
        return InnovationStatistics(*(float("nan"),) * 7, 0)
    area = _over(sums[1], sums[0])
    seen = np.isfinite(area)
    with_neighbours = products[np.isfinite(products).all(axis=1)]
    found, expected = with_neighbours.mean(axis=0).tolist() if with_neighbours.size else (float("nan"), float("nan"))
    mean = total / count
    return InnovationStatistics(
        float(mean),
        float(np.sqrt(max(square / count - mean**2, 0.0))),
        float(area[seen].mean()),
        float(area[seen].std()),
        float(np.sqrt(np.mean(expected_area[seen] ** 2))),
        neighbour_correlation=found / float(square / count),
        expected_neighbour_correlation=expected,
        gross_errors=int(gross),
    )


def _over(total: FloatArray, count: FloatArray) -> FloatArray:
    quotient: FloatArray = total / np.where(count > 0, count, np.nan)
    return quotient


def gross_errors(normalized: FloatArray) -> FloatArray:
    """Return 1 where a normalized innovation is beyond 4, 0 elsewhere; NaN where there is none."""
    flags: FloatArray = np.where(np.isfinite(normalized), np.abs(normalized) > GROSS_ERROR, np.nan)
    return flags

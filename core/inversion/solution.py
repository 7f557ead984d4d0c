"""Storage of all epochs given the data: one length of the prior after the other, then their mean by weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..work.progress import Progress, stop_if_cancelled
from .collocation import epochs_by_data
from .data import InversionData
from .domain import Domain
from .hyperparameters import NEGLIGIBLE_WEIGHT, Hyper
from .maps import CellCovariance, GaussianMeans, Loaded, region_means
from .point_constants import Constants, EpochGroup, find_constants
from .system import DataSystem

MEAN_WIDTH_KM = 200.0
MOST_GROUPS = 32
_CELLS_AT_ONCE = 4096
_CHEAP = 4e11  # products for the deviations of all groups: some 10 s


@dataclass(frozen=True)
class Fit:
    """How the data are met at one length.

    Attributes
    ----------
    constants : array [datum]
        Of the points.
    predicted : array [datum, epoch]
        By the storage found (mm).
    residual, residual_std : array [datum, epoch]
        Datum less what the others of its epoch predict, and its standard deviation (mm).
    free : array [term, epoch]
        Sizes of the free patterns.
    chi2 : float
        d'P d over its expectation, all epochs.
    chi2_kinds : array [kind]
        The same for each kind of errors, expected 1.
    chi2_storage : float
        The same for the storage's prior.
    """

    constants: FloatArray
    predicted: FloatArray
    residual: FloatArray
    residual_std: FloatArray
    free: FloatArray
    chi2: float
    chi2_kinds: FloatArray
    chi2_storage: float


@dataclass(frozen=True)
class Estimates:
    """Storage of all epochs.

    Attributes
    ----------
    mean : array [epoch, land cell]
        mm, about the mean of the epochs.
    std, wide_std : array [epoch, land cell]
        Standard deviations of cells and of Gaussian means of 200 km (mm).
    area_mean, area_std : array [epoch]
        Of the region (mm).
    area_prior_std : float
        Before the data (mm).
    prior_std : float
        Of a cell before the data (mm).
    """

    mean: FloatArray
    std: FloatArray
    wide_std: FloatArray
    area_mean: FloatArray
    area_std: FloatArray
    area_prior_std: float
    prior_std: float


def groups_of(
    data: InversionData, total: FloatArray, present: Sequence[tuple[BoolArray, IntArray]]
) -> list[EpochGroup]:
    """Return the systems of the groups of epochs that have data.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    total : array [datum, datum]
        Covariance of all data, errors and signal.
    present : sequence of (bool array [datum], int array [epoch])
        From :func:`.collocation.epochs_by_data`.

    Returns
    -------
    list of EpochGroup
        Those without data are left out.
    """
    groups = []
    for used, epochs in present:
        if not used.any():
            continue
        names = [name for name, one in zip(data.names, used) if one]
        groups.append(EpochGroup(DataSystem(total[np.ix_(used, used)], data.free[used], names), used, epochs))
    return groups


class EachEpoch:
    """Epochs that are independent of each other, at one length of the prior.

    Parameters
    ----------
    data, covariance : InversionData, CellCovariance
        Of the run.
    hyper : Hyper
        Prior and factors of the errors.
    constants : bool
        Find one free constant for each datum.
    """

    def __init__(self, data: InversionData, covariance: CellCovariance, hyper: Hyper, constants: bool) -> None:
        self.data, self.hyper = data, hyper
        self.loaded: Loaded = covariance.loaded(hyper.prior)
        self.error = data.errors.covariance(hyper.factors)
        total = self.loaded.signal + self.error
        self.groups = groups_of(data, total, epochs_by_data(np.isfinite(data.values)))
        self.constants: Constants | None = find_constants(self.groups, data.values) if constants else None

    def rest(self, group: EpochGroup) -> FloatArray:
        """Return the group's data [datum, epoch] less their constants."""
        values: FloatArray = self.data.values[np.ix_(group.used, group.epochs)]
        if self.constants is not None:
            values = values - self.constants.values[group.used, np.newaxis]
        return values

    def means(self) -> FloatArray:
        """Return the storage [epoch, land cell]; NaN where the data say nothing."""
        kind = self.loaded.values.dtype
        result = np.full((self.data.days.size, self.loaded.values.shape[1]), np.nan, kind)
        for group in self.groups:
            if group.system.freedom > 0:
                weights = group.system.project(self.rest(group)).T.astype(kind)
                result[group.epochs] = weights @ self.loaded.values[group.used]
        return result

    def lowered(self, group: EpochGroup, loaded: FloatArray) -> FloatArray:
        """Return by how much the data lower the variances [column] of combinations with H C g = `loaded`."""
        precision = group.system.matrix().astype(loaded.dtype)
        value = np.empty(loaded.shape[1], loaded.dtype)
        for start in range(0, value.size, _CELLS_AT_ONCE):
            columns = slice(start, start + _CELLS_AT_ONCE)
            part = loaded[:, columns][group.used]
            value[columns] = ((precision @ part) * part).sum(axis=0)
        return value

    def fit(self) -> Fit:
        """Return how the data are met."""
        data, shape = self.data, self.data.values.shape
        predicted, residual, std = (np.full(shape, np.nan) for _ in range(3))
        free = np.full((data.free.shape[1], shape[1]), np.nan)
        kinds = range(len(data.errors.kinds))
        parts = [data.errors.part(kind, self.hyper.factors) for kind in kinds]
        found, expected = np.zeros(len(parts) + 2), np.zeros(len(parts) + 2)
        for group in self.groups:
            values, place = self.rest(group), np.ix_(group.used, group.epochs)
            projected = group.system.project(values)
            predicted[:, group.epochs] = self.loaded.signal[:, group.used] @ projected
            precision = group.system.matrix()
            left, variance = group.system.leave_one_out(projected)
            residual[place], std[place] = left, np.sqrt(variance)[:, np.newaxis]
            sizes = group.system.pattern_sizes(values, data.free[group.used])
            free[:, group.epochs] = sizes
            square = np.ix_(group.used, group.used)
            for number, part in enumerate((*(one[square] for one in parts), self.loaded.signal[square])):
                found[number] += (projected * (part @ projected)).sum()
                expected[number] += group.epochs.size * (part * precision).sum()
            found[-1] += (values * projected).sum()
            expected[-1] += group.epochs.size * group.system.freedom
        lost = 0.0 if self.constants is None else self.constants.rank
        share = (expected[-1] - lost) / max(expected[-1], 1.0)
        ratio = found / np.where(expected * share > 0, expected * share, np.nan)
        constants = np.zeros(shape[0]) if self.constants is None else self.constants.values
        return Fit(
            constants,
            predicted,
            residual,
            std,
            free,
            chi2=float(ratio[-1]),
            chi2_kinds=ratio[:-2],
            chi2_storage=float(ratio[-2]),
        )


class Averaging:
    """Mean and variance over the lengths, by weight."""

    def __init__(self) -> None:
        self._weight = 0.0
        self._sums: list[tuple[FloatArray, FloatArray]] = []

    def add(self, weight: float, pairs: Sequence[tuple[FloatArray, FloatArray]]) -> None:
        """Add means and variances, pair by pair."""
        if not self._sums:
            self._sums = [(np.zeros_like(mean), np.zeros_like(mean)) for mean, _ in pairs]
        self._weight += weight
        for (mean, square), (one, variance) in zip(self._sums, pairs):
            mean += weight * one
            square += weight * (np.maximum(variance, 0.0) + one**2)

    def result(self) -> list[tuple[FloatArray, FloatArray]]:
        """Return means and standard deviations."""
        found = []
        for mean, square in self._sums:
            average = mean / self._weight
            found.append((average, np.sqrt(np.maximum(square / self._weight - average**2, 0.0))))
        return found


def likely(hypers: Sequence[Hyper]) -> list[Hyper]:
    """Return the lengths whose weight counts.

    Parameters
    ----------
    hypers : sequence of Hyper
        One for each length.

    Returns
    -------
    list of Hyper
        At least one.
    """
    return [hyper for hyper in hypers if hyper.weight > NEGLIGIBLE_WEIGHT or len(hypers) == 1]


def estimates(
    data: InversionData,
    domain: Domain,
    covariance: CellCovariance,
    hypers: Sequence[Hyper],
    constants: bool,
    *,
    mean_known: bool,
    made: EachEpoch,
    progress: Progress,
) -> Estimates:
    """Return the storage of all epochs, averaged over the lengths of the prior.

    Maps are about the mean of the epochs where constants are free, and less their region's mean where this is unknown.
    What is `made` already at one of the lengths is not made again.
    """
    chosen = likely(hypers)
    averaging = Averaging()
    wide = GaussianMeans(domain, MEAN_WIDTH_KM)
    priors = [0.0, 0.0]
    for number, hyper in enumerate(chosen):
        stop_if_cancelled(progress)
        each = made if made.hyper is hyper else EachEpoch(data, covariance, hyper, constants)
        mean = each.means()
        covaried = covariance.of_mean(hyper.prior)
        before = float(covaried @ domain.weights)
        loaded_mean = region_means(each.loaded.values, domain.weights)
        area = mean.astype(np.float64) @ domain.weights
        variances = _variances(each, domain, wide, covaried, loaded_mean, mean_known=mean_known)
        if not mean_known:
            mean = mean - area[:, np.newaxis].astype(mean.dtype)
        area_variance = np.full(data.days.size, np.nan)
        for group in each.groups:
            area_variance[group.epochs] = before - each.lowered(group, loaded_mean[:, np.newaxis])[0]
        averaging.add(
            hyper.weight,
            [(mean, variances[0]), (np.zeros_like(mean), variances[1]), (area, area_variance)],
        )
        for place, value in enumerate((before, hyper.prior.std_mm**2 + hyper.prior.common_mm**2)):
            priors[place] += hyper.weight * value
        progress.report(0.5 + 0.25 * (number + 1) / len(chosen), "Storage and its standard deviations")
    total = sum(hyper.weight for hyper in chosen)
    (mean, std), (_, wide_std), (area, area_std) = averaging.result()
    if constants:
        mean = mean - _epoch_mean(mean)
        area = area - _epoch_mean(area)
    return Estimates(
        mean,
        std,
        wide_std,
        area,
        area_std,
        area_prior_std=float(np.sqrt(priors[0] / total)),
        prior_std=float(np.sqrt(priors[1] / total)),
    )


def _epoch_mean(values: FloatArray) -> FloatArray:
    """Return the mean [..] of `values` [epoch, ..] over the epochs that have any."""
    known = np.isfinite(values if values.ndim == 1 else values[:, 0])
    mean: FloatArray = values[known].mean(axis=0, dtype=np.float64)
    return mean.astype(values.dtype)


def _variances(
    each: EachEpoch,
    domain: Domain,
    wide: GaussianMeans,
    covaried: FloatArray,
    loaded_mean: FloatArray,
    *,
    mean_known: bool,
) -> tuple[FloatArray, FloatArray]:
    """Return the variances [epoch, land cell] of cells and of Gaussian means; NaN for epochs that are too many."""
    prior, loaded = each.hyper.prior, each.loaded.values
    shape = (each.data.days.size, loaded.shape[1])
    smoothed = wide.of_fields(loaded)
    before = np.full(loaded.shape[1], prior.std_mm**2 + prior.common_mm**2)
    before_wide = wide.prior_variance(prior)
    if not mean_known:
        area = float(covaried @ domain.weights)
        before = before - 2 * covaried + area
        before_wide = before_wide - 2 * wide.of_fields(covaried[np.newaxis])[0] + area
        loaded = loaded - loaded_mean[:, np.newaxis].astype(loaded.dtype)
        smoothed = smoothed - loaded_mean[:, np.newaxis]
    cells, means = (np.full(shape, np.nan, loaded.dtype) for _ in range(2))
    for group in chosen_groups(each.groups, loaded.shape[1]):
        if group.system.freedom <= 0:
            continue
        cells[group.epochs] = before - each.lowered(group, loaded)
        means[group.epochs] = wide.to_cells(np.maximum(before_wide - each.lowered(group, smoothed), 0.0))
    return cells, means


def chosen_groups(groups: Sequence[EpochGroup], cells: int) -> list[EpochGroup]:
    """Return the groups of epochs whose deviations are worked out in full: all, or those with most epochs.

    Parameters
    ----------
    groups : sequence of EpochGroup
        Of all epochs.
    cells : int
        Land cells.

    Returns
    -------
    list of EpochGroup
        In their order.
    """
    work = sum(float(group.used.sum()) ** 2 * cells for group in groups)
    if work <= _CHEAP or len(groups) <= MOST_GROUPS:
        return list(groups)
    order = sorted(range(len(groups)), key=lambda number: (-groups[number].epochs.size, number))
    return [groups[number] for number in order[:MOST_GROUPS]]

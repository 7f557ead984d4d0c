"""Storage from data in one vector: exact mean and variance at all cells and epochs, without an ensemble."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray
from ..algebra.cell_groups import chord_km
from ..algebra.data_space import Solved, blockwise_factor
from ..inputs.data_rows import correlation_in_time
from ..priors.covariance import DataCovariance
from ..priors.season import Season, harmonic_rates, harmonics
from ..priors.season_aware import Sizes

_CELLS_AT_ONCE = 4096
_DAYS = 40  # on which variances are computed
_MODES = 1e-3  # part of a field's covariance with the data (as a standard deviation) that variances may miss


@dataclass(frozen=True)
class _Field:
    """A field of the prior: its size, its covariance [cell, point] per unit size, and its course in time."""

    size: float
    length_km: float | None  # None: common to all cells
    memory_days: float | None = None  # None: of what returns every year
    times: str = ""  # constant in time, times the "season" or its "rate"


class ExactFilter:
    """Turns solved data into storage.

    Parameters
    ----------
    covariance : DataCovariance
        Of the data.
    sizes : Sizes
        Of prior and errors.
    solved : Solved
        The data.
    places : array [cell, 3]
        Unit vectors to the cells.
    season : Season, optional
        Of the open loop; None where it is not known.
    """

    def __init__(
        self, covariance: DataCovariance, sizes: Sizes, solved: Solved, places: FloatArray, season: Season | None
    ) -> None:
        self._covariance, self._sizes, self._solved = covariance, sizes, solved
        self._places, self._season = places, season
        fields = [
            _Field(sizes.fast_mm, sizes.fast_length_km, sizes.fast_memory_days),
            _Field(sizes.slow_mm, sizes.slow_length_km, sizes.slow_memory_days),
        ]
        if season is not None:
            fields += [
                _Field(sizes.season_common, None, times="season"),
                _Field(sizes.shift_common, None, times="rate"),
                _Field(sizes.season_field, sizes.season_length_km, times="season"),
                _Field(sizes.shift_field, sizes.season_length_km, times="rate"),
                _Field(sizes.season_local_mm, sizes.season_local_km),
            ]
        self._fields = [field for field in fields if field.size > 0]

    def mean(self, days: FloatArray, column: int = 0, weights: FloatArray | None = None) -> FloatArray:
        """Return the error [day, cell] (mm) of the open loop at `days` [day], as the data of a column tell it.

        `weights` [datum] stand for the solved ones where a filter has seen a part of the data only.
        """
        known = self._solved.weights[:, column] if weights is None else weights
        rows = self._covariance.rows
        at_points = np.zeros((self._covariance.blocks.average.shape[0], self._covariance.points.count))
        np.add.at(at_points, rows.block, known[:, np.newaxis] * rows.weights)
        total = np.zeros((days.size, self._places.shape[0]))
        for field in self._fields:
            if not field.times:
                in_time = self._covariance.blocks.remembering_at(days, field.memory_days) @ at_points
                load = in_time @ self._covariance.points.loads
                assert field.length_km is not None
                total += field.size**2 * self._spread(load, field.length_km)
            else:
                factor = self._factor(field, at_points)
                total += factor * self._seasonal(days, field)
        return total

    def filtered(self, days: FloatArray) -> FloatArray:
        """Return the same by the data of each day and before only: the filter instead of the smoother."""
        from scipy import linalg

        rows, blocks = self._covariance.rows, self._covariance.blocks
        last = np.array([blocks.days[moments > 0].max() for moments in blocks.average])
        order = np.argsort(last[rows.block], kind="stable")
        total = np.zeros((days.size, self._places.shape[0]))
        covariance = self._covariance.with_rows(rows.part(order)).total(self._sizes)
        factor = blockwise_factor(covariance, last[rows.block[order]])
        whitened = linalg.solve_triangular(factor, self._solved.values[order, 0], lower=True, check_finite=False)
        weights = np.zeros(rows.size)
        for number, day in enumerate(days):
            seen = int(np.searchsorted(last[rows.block[order]], day, side="right"))
            weights[:] = 0.0
            weights[order[:seen]] = linalg.solve_triangular(
                factor[:seen, :seen], whitened[:seen], lower=True, trans="T", check_finite=False
            )
            total[number] = self.mean(days[number : number + 1], weights=weights)[0]
        return total

    def factor(self, rate: bool = False) -> FloatArray:
        """Return the estimated factor a [cell] on the season, or its shift b (days)."""
        rows = self._covariance.rows
        at_points = np.zeros((self._covariance.blocks.average.shape[0], self._covariance.points.count))
        np.add.at(at_points, rows.block, self._solved.weights[:, :1] * rows.weights)
        total = np.zeros(self._places.shape[0])
        for field in self._fields:
            if field.times == ("rate" if rate else "season"):
                total += self._factor(field, at_points)
        return total

    def _factor(self, field: _Field, at_points: FloatArray) -> FloatArray:
        """Return the constant field [cell] that the data tell of."""
        in_time = self._in_time(field).T @ at_points
        load = np.einsum("tp,tpg->g", in_time, self._covariance.points.seasonal)
        if field.length_km is None:
            return np.full(self._places.shape[0], field.size**2 * load.sum())
        return field.size**2 * self._spread(load[np.newaxis], field.length_km)[0]

    def _in_time(self, field: _Field) -> FloatArray:
        """Return the terms [block, term] of the season or of its rate."""
        blocks = self._covariance.blocks
        terms = harmonic_rates(blocks.days) if field.times == "rate" else harmonics(blocks.days)
        averaged: FloatArray = blocks.average @ terms
        return averaged

    def _seasonal(self, days: FloatArray, field: _Field) -> FloatArray:
        assert self._season is not None
        terms = harmonic_rates(days) if field.times == "rate" else harmonics(days)
        values: FloatArray = terms @ self._season.terms
        return values

    def _spread(self, loads: FloatArray, length_km: float) -> FloatArray:
        """Return fields [row, cell] of unit size that covary with groups of cells as loads [row, group] weigh them."""
        return self._spread_at(loads, length_km, self._places)

    def _spread_at(self, loads: FloatArray, length_km: float, places: FloatArray) -> FloatArray:
        found = np.empty((loads.shape[0], places.shape[0]))
        for start in range(0, places.shape[0], _CELLS_AT_ONCE):
            some = slice(start, start + _CELLS_AT_ONCE)
            found[:, some] = loads @ np.exp(-chord_km(self._covariance.groups.places, places[some]) / length_km)
        return found

    def prior_variance(self, days: FloatArray) -> FloatArray:
        """Return the variance [day, cell] (mm2) of the open loop's departure from its mean over `days`."""
        total = np.zeros((days.size, self._places.shape[0]))
        for field in self._fields:
            if not field.times:
                fading = correlation_in_time(days, days, field.memory_days)
                total += (field.size**2 * (1 - 2 * fading.mean(axis=1) + fading.mean()))[:, np.newaxis]
            else:
                seasonal = self._seasonal(days, field)
                total += (field.size * (seasonal - seasonal.mean(axis=0))) ** 2
        return total

    def variance(self, days: FloatArray) -> FloatArray:
        """Return the variance [day, cell] (mm2) of the analysis' departure from its mean over `days`.

        Of many days some are computed; what the data leave of the prior's variance is interpolated between them.
        """
        before = self.prior_variance(days)
        chosen = np.unique(np.linspace(0, days.size - 1, min(days.size, _DAYS)).round().astype(np.intp))
        left = self._variance_of(days, chosen)
        part = left / np.maximum(before[chosen], 1e-12)
        if chosen.size < days.size:
            later = np.clip(np.searchsorted(chosen, np.arange(days.size)), 1, chosen.size - 1)
            span = chosen[later] - chosen[later - 1]
            share = ((np.arange(days.size) - chosen[later - 1]) / span)[:, np.newaxis]
            part = (1 - share) * part[later - 1] + share * part[later]
        return np.maximum(part * before, 0.0)

    def _variance_of(self, days: FloatArray, chosen: IntArray) -> FloatArray:
        """Return the variance [chosen, cell] on some of the days, of departures from the mean over all."""
        left = self.prior_variance(days)[chosen]
        loads = [self._modes(field) for field in self._fields]
        explained = [whitened.T @ whitened for whitened in self._whitened(loads, days, chosen)]
        for start in range(0, self._places.shape[0], _CELLS_AT_ONCE):
            some = slice(start, start + _CELLS_AT_ONCE)
            patterns = self._patterns(loads, self._places[some])
            for number, known in enumerate(explained):
                shares = [
                    share * self._course(field, days, int(chosen[number]), some)[:, np.newaxis]
                    for field, share in zip(self._fields, patterns)
                ]
                weights = np.concatenate(shares, axis=1)
                left[number, some] -= ((weights @ known) * weights).sum(axis=1)
        return left

    def mean_variance(self, days: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the variances [day] (mm2) of a mean over cells before and after, of departures as above.

        Parameters
        ----------
        days : array [day]
            Epochs.
        shares : array [cell]
            Weights of the cells; their sum is 1.
        """
        inside = np.flatnonzero(shares)
        loads = [self._modes(field) for field in self._fields]
        weighted = [self._weighted(field, shares, inside) for field in self._fields]
        shared: list[FloatArray] = [np.zeros((len(part), load.shape[2])) for part, load in zip(weighted, loads)]
        within = [np.zeros((len(part), len(part))) for part in weighted]
        for start in range(0, inside.size, _CELLS_AT_ONCE):
            some = slice(start, start + _CELLS_AT_ONCE)
            places = self._places[inside[some]]
            distance = chord_km(places, self._places[inside])
            for number, (field, pattern) in enumerate(zip(self._fields, self._patterns(loads, places))):
                part = weighted[number]
                shared[number] += part[:, some] @ pattern
                if field.length_km is not None:
                    within[number] += part[:, some] @ np.exp(-distance / field.length_km) @ part.T
        before, after = np.zeros(days.size), np.zeros(days.size)
        for number, whitened in enumerate(self._whitened(loads, days, np.arange(days.size))):
            weights = []
            for index, field in enumerate(self._fields):
                course = self._departure(field, days, number)
                if field.length_km is None:
                    square = float((course @ weighted[index]).sum() ** 2)
                else:
                    square = float(course @ within[index] @ course)
                before[number] += field.size**2 * square * self._departing(field, days, number)
                weights.append(course @ shared[index])
            explained = whitened @ np.concatenate(weights)
            after[number] = before[number] - explained @ explained
        return before, np.maximum(after, 0.0)

    def _weighted(self, field: _Field, shares: FloatArray, inside: IntArray) -> FloatArray:
        """Return the weights [term, inside] of the terms of a field in a mean over cells: 1, or those of the season."""
        if not field.times:
            return shares[np.newaxis, inside]
        assert self._season is not None
        weighted: FloatArray = self._season.terms[:, inside] * shares[inside]
        return weighted

    def _modes(self, field: _Field) -> FloatArray:
        """Return the leading modes [term, point, mode] of the data's own covariance by a field.

        In them cells share with the data.
        """
        points = self._covariance.points
        loads = points.loads[np.newaxis] if not field.times else points.seasonal
        if field.length_km is None:
            return loads.sum(axis=2, keepdims=True)
        stacked = loads.reshape(-1, loads.shape[2])
        values, vectors = np.linalg.eigh(stacked @ self._covariance.of_groups(field.length_km) @ stacked.T)
        kept = values > _MODES**2 * values[-1]
        modes: FloatArray = vectors[:, kept].reshape(loads.shape[0], points.count, -1)
        return modes

    def _patterns(self, loads: list[FloatArray], places: FloatArray) -> list[FloatArray]:
        """Return for each field the pattern [cell, mode] whose product with the field's modes is the covariance."""
        found: list[FloatArray] = []
        points = self._covariance.points
        for field, modes in zip(self._fields, loads):
            if field.length_km is None:
                found.append(np.full((places.shape[0], 1), field.size**2))
                continue
            every = points.loads[np.newaxis] if not field.times else points.seasonal
            of_groups = modes.reshape(-1, modes.shape[2]).T @ every.reshape(-1, every.shape[2])
            found.append(field.size**2 * self._spread_at(of_groups, field.length_km, places).T)
        return found

    def _whitened(self, loads: list[FloatArray], days: FloatArray, chosen: IntArray) -> Iterator[FloatArray]:
        """Yield L^-1 times the courses of all fields' modes in the data [datum, mode], for each of the chosen days."""
        rows, blocks = self._covariance.rows, self._covariance.blocks
        constant, courses = {}, {}
        for number, (field, load) in enumerate(zip(self._fields, loads)):
            if field.times:
                in_time = self._in_time(field)[rows.block]
                total = sum(in_time[:, term, np.newaxis] * (rows.weights @ load[term]) for term in range(len(load)))
                constant[number] = self._solved.whitened(np.asarray(total))
            else:
                course = blocks.remembering_at(days, field.memory_days)
                courses[number] = (course - course.mean(axis=0))[:, rows.block], rows.weights @ load[0]
        for day in chosen:
            changing = [course[day][:, np.newaxis] * weights for course, weights in courses.values()]
            solved = self._solved.whitened(np.concatenate(changing, axis=1))
            parts = dict(zip(courses, np.split(solved, np.cumsum([part.shape[1] for part in changing])[:-1], axis=1)))
            yield np.concatenate([{**constant, **parts}[number] for number in range(len(loads))], axis=1)

    def _course(self, field: _Field, days: FloatArray, number: int, some: slice) -> FloatArray:
        """Return the factor [cell] that a field has on a day: 1, or the season's departure from its mean."""
        departure = self._departure(field, days, number)
        if not field.times:
            return departure
        assert self._season is not None
        course: FloatArray = departure @ self._season.terms[:, some]
        return course

    @staticmethod
    def _departure(field: _Field, days: FloatArray, number: int) -> FloatArray:
        """Return the terms [term] of a field on a day: 1, or the season's about their means over the days."""
        if not field.times:
            return np.ones(1)
        terms = harmonic_rates(days) if field.times == "rate" else harmonics(days)
        departure: FloatArray = terms[number] - terms.mean(axis=0)
        return departure

    @staticmethod
    def _departing(field: _Field, days: FloatArray, number: int) -> float:
        """Return the variance of a field's course of unit size about its mean over the days; 1 for constant fields."""
        if field.times:
            return 1.0
        fading = correlation_in_time(days, days, field.memory_days)
        return float(1 - 2 * fading[number].mean() + fading.mean())

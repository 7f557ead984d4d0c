"""The covariance of the data as a sum of terms, each a size squared times a correlation in time and space."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ...arrays import BoolArray, FloatArray
from ...dates import DAYS_PER_YEAR
from ..algebra.cell_groups import CellGroups, chord_km
from ..inputs.data_rows import GRACE, STATION, Blocks, DataRows, Points, correlation_in_time
from .season import harmonic_rates, harmonics
from .season_aware import Sizes

_FREE_MM = 1e3  # stands for an offset of unknown size: far above any motion of the ground
_GRACE_OWN = 0.1  # part of GRACE's variance that is a footprint's own: else close footprints would be one datum
_ROWS_AT_ONCE = 256  # of the covariance
_NOTHING = 1e-12  # part of the largest eigenvalue below which a mode is rounding


@dataclass(frozen=True)
class Term:
    """A part of the covariance of the data.

    Attributes
    ----------
    size : str
        Name of its standard deviation among the `Sizes`; empty where it is fixed.
    time : array [block, block], optional
        Correlation of times; None where errors of two times are independent.
    place : array [point, point], optional
        Covariance of points of unit size.
    factor : array [datum, mode], optional
        Instead of both: the part is `factor` times its transpose.
    """

    size: str
    time: FloatArray | None = None
    place: FloatArray | None = None
    factor: FloatArray | None = None


class DataCovariance:
    """Builds the covariance of the data for given sizes.

    Parameters
    ----------
    points : Points
        Places of the data.
    groups : CellGroups
        Groups of cells that carry load.
    blocks : Blocks
        Times.
    rows : DataRows
        Data.
    free : array [frame] of bool
        Frames with an offset of unknown size at each epoch.
    """

    def __init__(self, points: Points, groups: CellGroups, blocks: Blocks, rows: DataRows, free: BoolArray) -> None:
        self.points, self.groups, self.blocks, self.rows, self.free = points, groups, blocks, rows, free
        self._between_groups = chord_km(groups.places, groups.places)
        self._between_points = chord_km(points.places, points.places)
        self._loads = lru_cache(maxsize=4)(self._loads_of)
        self.season_modes = lru_cache(maxsize=2)(self._season_modes_of)

    def with_rows(self, rows: DataRows) -> DataCovariance:
        """Return the same for other data; what places have in common is kept."""
        other = copy(self)
        other.rows = rows
        return other

    def of_groups(self, length_km: float) -> FloatArray:
        """Return the correlation [group, group] of a field."""
        return np.exp(-self._between_groups / length_km)

    def _loads_of(self, length_km: float) -> tuple[FloatArray, FloatArray]:
        """Return the covariance [point, point] of the data by a field of unit size, and its change with ln length."""
        loads = self.points.loads
        correlation = self.of_groups(length_km)
        shared = loads @ correlation @ loads.T
        correlation *= self._between_groups / length_km
        return shared, loads @ correlation @ loads.T

    @property
    def season(self) -> bool:
        """True where the storage has a season that may be wrong."""
        return self.points.seasonal.size > 0

    def terms(self, sizes: Sizes) -> Iterator[Term]:
        """Yield all terms of the covariance."""
        blocks = self.blocks
        yield Term("fast_mm", blocks.remembering(sizes.fast_memory_days), self._loads(sizes.fast_length_km)[0])
        yield Term("slow_mm", blocks.remembering(sizes.slow_memory_days), self._loads(sizes.slow_length_km)[0])
        if self.season:
            yield from self._season_terms(sizes)
            if sizes.season_local_mm > 0:
                yield Term("season_local_mm", blocks.remembering(None), self._loads(sizes.season_local_km)[0])
        yield Term("constant_mm", factor=self.rows.weights)
        yield from self._station_terms(sizes)
        yield from self.frame_terms(sizes)
        yield from self._grace_terms(sizes)

    def _season_terms(self, sizes: Sizes) -> Iterator[Term]:
        common = self.points.seasonal.sum(axis=2, keepdims=True)
        for name in ("common", "field"):
            if getattr(sizes, f"season_{name}") == 0 and getattr(sizes, f"shift_{name}") == 0:
                continue
            modes = common if name == "common" else self.season_modes(sizes.season_length_km)
            for kind, terms in (("season", harmonics), ("shift", harmonic_rates)):
                yield Term(f"{kind}_{name}", factor=self._over_time(modes, terms(self.blocks.days)))

    def season_columns(self) -> tuple[FloatArray, FloatArray]:
        """Return the open loop's season in the data, and its change with a shift of a day, each [datum]."""
        common = self.points.seasonal.sum(axis=2, keepdims=True)
        days = self.blocks.days
        return self._over_time(common, harmonics(days))[:, 0], self._over_time(common, harmonic_rates(days))[:, 0]

    def _over_time(self, modes: FloatArray, terms: FloatArray) -> FloatArray:
        """Return data [datum, mode] by modes [term, point, mode] that follow the terms [moment, term] of a season."""
        in_time = self.blocks.average @ terms
        total = np.zeros((self.rows.size, modes.shape[2]))
        for number in range(modes.shape[0]):
            total += in_time[self.rows.block, number, np.newaxis] * (self.rows.weights @ modes[number])
        return total

    def _season_modes_of(self, length_km: float) -> FloatArray:
        """Return modes [term, point, mode] whose squares sum to the covariance by a field of factors."""
        seasonal = self.points.seasonal
        stacked = seasonal.reshape(-1, self.groups.count)
        values, vectors = np.linalg.eigh(stacked @ self.of_groups(length_km) @ stacked.T)
        kept = values > _NOTHING * values[-1]
        return (vectors[:, kept] * np.sqrt(values[kept])).reshape(seasonal.shape[0], self.points.count, -1)

    def _station_terms(self, sizes: Sizes) -> Iterator[Term]:
        stations = self.points.kind == STATION
        if not stations.any():
            return
        each = np.diag(stations.astype(np.float64))
        yield Term("station_factor", None, np.diag(np.where(stations, self.points.std, 0.0) ** 2))
        yield Term("station_slow_mm", self.blocks.remembering(sizes.station_memory_days), each)
        yearly = correlation_in_time(self.blocks.middle, self.blocks.middle, None)
        yield Term("station_season_mm", yearly, each)
        yield Term("station_slope_mm_yr", factor=self._years()[:, np.newaxis] * self.rows.weights[:, stations])

    def _years(self) -> FloatArray:
        days = self.blocks.middle[self.rows.block]
        years: FloatArray = (days - self.blocks.middle.mean()) / DAYS_PER_YEAR
        return years

    def frame_terms(self, sizes: Sizes) -> Iterator[Term]:
        """Yield the errors of frames."""
        kind = self.points.kind
        frames = kind >= 0
        if not frames.any():
            return
        yield Term("frame_own_mm", None, np.diag(frames.astype(np.float64)))
        same = (kind[:, np.newaxis] == kind) & frames
        yield Term("frame_air_mm", None, same * np.exp(-self._between_points / sizes.frame_length_km))
        free = np.zeros(kind.size, dtype=bool)
        free[frames] = self.free[kind[frames]]
        if free.any():
            yield Term("", None, _FREE_MM**2 * (same & free))
        if (frames & ~free).any():
            yield Term("frame_tie_mm", None, (same & ~free).astype(np.float64))
        yield Term("frame_plane_mm", None, same * self._planes())
        yield Term("frame_slope_mm_yr", factor=self._years()[:, np.newaxis] * self.rows.weights[:, frames])

    def _planes(self) -> FloatArray:
        """Return the covariance [point, point] of planes of unit slope (per 100 km) about each frame's middle."""
        slopes = np.zeros((self.points.count, 3))
        for number in range(self.free.size):
            inside = self.points.kind == number
            if not inside.any():
                continue
            places = self.points.places[inside]
            slopes[inside] = 63.71 * (places - places.mean(axis=0))  # Earth's radius in units of 100 km
        covariance: FloatArray = slopes @ slopes.T
        return covariance

    def _grace_terms(self, sizes: Sizes) -> Iterator[Term]:
        grace = self.points.kind == GRACE
        if not grace.any():
            return
        std = np.where(grace, self.points.std, 0.0)
        shared = (1 - _GRACE_OWN) * np.exp(-self._between_points / sizes.grace_length_km)
        np.fill_diagonal(shared, 1.0)
        yield Term("grace_factor", None, std[:, np.newaxis] * shared * std)

    def part_of(self, term: Term) -> FloatArray:
        """Return the covariance [datum, datum] of a term of unit size."""
        if term.factor is not None:
            product: FloatArray = term.factor @ term.factor.T
            return product
        block, weights = self.rows.block, self.rows.weights
        assert term.place is not None
        part = (weights @ term.place) @ weights.T
        for start in range(0, block.size, _ROWS_AT_ONCE):
            some = slice(start, start + _ROWS_AT_ONCE)
            if term.time is None:
                part[some] *= block[some, np.newaxis] == block
            else:
                part[some] *= term.time[block[some, np.newaxis], block]
        return part

    def total(self, sizes: Sizes) -> FloatArray:
        """Return the covariance [datum, datum] of the data."""
        whole = np.zeros((self.rows.size, self.rows.size))
        for term in self.terms(sizes):
            size = getattr(sizes, term.size) if term.size else 1.0
            if size > 0:
                part = self.part_of(term)
                part *= size**2
                whole += part
        return whole

    def changes(self, sizes: Sizes, names: tuple[str, ...]) -> Iterator[tuple[str, FloatArray]]:
        """Yield how the covariance changes with the logarithm of each size named, [datum, datum].

        One after the other, as each is as large as the covariance; a size of two fields comes in two parts.
        """
        for term in self.terms(sizes):
            name = "season_field" if term.size == "shift_field" else term.size
            if name in names:
                part = self.part_of(term)
                part *= 2 * getattr(sizes, term.size) ** 2
                yield name, part
        blocks, variance = self.blocks, sizes.fast_mm**2
        if "fast_length_km" in names:
            changed = variance * self._loads(sizes.fast_length_km)[1]
            yield "fast_length_km", self.part_of(Term("", blocks.remembering(sizes.fast_memory_days), changed))
        if "fast_memory_days" in names:
            memory, step = sizes.fast_memory_days, 1e-4
            later, sooner = (blocks.remembering(memory * (1 + change)) for change in (step, -step))
            place = variance * self._loads(sizes.fast_length_km)[0]
            yield "fast_memory_days", self.part_of(Term("", (later - sooner) / (2 * step), place))

"""What the prior covariance does on the cells of a window: H C, means of C, and Gaussian means."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..work.blocks import slices_in_order
from .covariance import RADIUS_KM, Prior, RowKernel
from .domain import Domain
from .hyperparameters import merged

FIELDS_AT_ONCE = 64
_PARTS = 3  # sub-points a side for the mean covariance of two merged cells
_CELLS_A_WIDTH = 4  # of a Gaussian mean: as fine as its merged cells need to be


@dataclass(frozen=True)
class Loaded:
    """Covariance of the data's noise-free part with storage.

    Attributes
    ----------
    prior : Prior
        Of storage.
    values : array [datum, land cell]
        H C (mm2).
    signal : array [datum, datum]
        H C H' (mm2).
    """

    prior: Prior
    values: FloatArray
    signal: FloatArray


class CellCovariance:
    """The prior's covariance on a window's cells.

    Parameters
    ----------
    domain : Domain
        Cells.
    operator : array [datum, row, column]
        Of the data.
    workers : int, optional
        Threads; the number of processors where None. No result depends on it.
    """

    def __init__(self, domain: Domain, operator: FloatArray, workers: int | None = None) -> None:
        self._domain, self._operator, self.workers = domain, operator, workers
        self._single = operator.dtype == np.float32
        self._kernel = RowKernel(domain.row_latitudes, domain.step, domain.grid.columns, self._single)
        self._double = RowKernel(domain.row_latitudes, domain.step, domain.grid.columns)
        every = bool(domain.land.all())
        self._land = operator.reshape(operator.shape[0], -1) if every else operator[:, domain.land]
        self._flat = self._land.sum(axis=1, dtype=np.float64)

    def loaded(self, prior: Prior) -> Loaded:
        """Return H C and H C H' of a prior."""
        spectrum = self._kernel.spectrum(prior.unit().of_chord)
        values = np.empty(self._land.shape, self._land.dtype)
        kernel, operator = self._kernel, self._operator
        for part, block in slices_in_order(
            values.shape[0], FIELDS_AT_ONCE, lambda p: kernel.apply(spectrum, operator[p]), self.workers
        ):
            values[part] = block[:, self._domain.land]
        values *= prior.std_mm**2
        values += (prior.common_mm**2 * self._flat)[:, np.newaxis].astype(values.dtype)
        signal = (values @ self._land.T).astype(np.float64)
        return Loaded(prior, values, (signal + signal.T) / 2)

    def of_mean(self, prior: Prior) -> FloatArray:
        """Return C w [land cell] of the weights of the region's mean."""
        field = np.zeros((1, *self._domain.grid.shape))
        field[0, self._domain.land] = self._domain.weights
        product = self._double.apply(self._double.spectrum(prior.unit().of_chord), field)[0, self._domain.land]
        result: FloatArray = prior.std_mm**2 * product + prior.common_mm**2
        return result

    def predicted(self, fields: FloatArray) -> FloatArray:
        """Return the displacement [datum, field] by storage [land cell, field]."""
        return np.asarray(self._land @ fields.astype(self._land.dtype, copy=False))

    @property
    def flat(self) -> FloatArray:
        """Displacement [datum] by one mm of water everywhere."""
        return self._flat

    @property
    def land_operator(self) -> FloatArray:
        """Operator [datum, land cell]."""
        return self._land


class GaussianMeans:
    """Gaussian means of full width L around every cell, of fields and of the prior.

    Weights exp(-4 ln 2 d^2 / L^2) over land, cut at 2 L. For wide means cells are merged, so that four lie on a width.

    Parameters
    ----------
    domain : Domain
        Cells.
    width_km : float
        L.
    """

    def __init__(self, domain: Domain, width_km: float) -> None:
        self._domain, self.width_km = domain, width_km
        size = math.sqrt(domain.grid.dx * domain.grid.dy) / 1000.0
        self.merge = max(1, round(width_km / (_CELLS_A_WIDTH * size)))
        land = domain.land[np.newaxis].astype(np.float64)
        count, self._latitude = merged(land, domain.row_latitudes, self.merge)
        self._count = count[0]
        self._step = domain.step * self.merge
        self._kernel = RowKernel(self._latitude, self._step, self._count.shape[1])
        self._precisions: dict[np.dtype[Any], tuple[RowKernel, FloatArray, FloatArray]] = {}
        self._spectrum = self._kernel.spectrum(self._weight)
        self._total = np.maximum(self._kernel.apply(self._spectrum, self._count[np.newaxis])[0], 1e-12)
        self.land = self._count > 0

    def _weight(self, chord: FloatArray) -> FloatArray:
        weight = np.exp(-4 * math.log(2.0) * (chord / self.width_km) ** 2)
        return np.where(chord <= 2 * self.width_km, weight, 0.0)

    def of_fields(self, values: FloatArray) -> FloatArray:
        """Return means [field, merged land cell] of fields [field, land cell], in the fields' precision."""
        result = np.empty((values.shape[0], int(self.land.sum())), values.dtype)
        for start in range(0, values.shape[0], FIELDS_AT_ONCE):
            part = slice(start, start + FIELDS_AT_ONCE)
            result[part] = self._means(values[part])
        return result

    def squares(self, values: FloatArray, less: FloatArray) -> FloatArray:
        """Return the sum over fields [field, land cell] of (mean - `less` [field])^2, [merged land cell]."""
        means = self._means(values) - less[:, np.newaxis].astype(values.dtype)
        return np.asarray((means**2).sum(axis=0, dtype=np.float64))

    def _means(self, values: FloatArray) -> FloatArray:
        kind = values.dtype
        if kind not in self._precisions:
            single = kind == np.float32
            kernel = RowKernel(self._latitude, self._step, self._count.shape[1], single) if single else self._kernel
            self._precisions[kind] = (kernel, self._spectrum.astype(kind, copy=False), self._total.astype(kind))
        kernel, spectrum, total = self._precisions[kind]
        field = np.zeros((values.shape[0], *self._domain.grid.shape), kind)
        field[:, self._domain.land] = values
        sums, _ = merged(field, self._domain.row_latitudes, self.merge)
        return np.asarray((kernel.apply(spectrum, sums) / total)[:, self.land])

    def prior_variance(self, prior: Prior) -> FloatArray:
        """Return the prior variance [merged land cell] of each mean (mm2)."""
        rows, columns = self._count.shape
        reach = 2 * self.width_km
        up = max(1, int(reach / (RADIUS_KM * math.radians(self._row_step()))) + 1)
        variance = np.zeros(self._count.shape)
        for row in range(rows):
            if not self.land[row].any():
                continue
            first, last = max(0, row - up), min(rows, row + up + 1)
            wide = RADIUS_KM * math.cos(math.radians(self._latitude[row])) * math.radians(self._step)
            across = min(columns - 1, int(reach / wide) + 1)
            variance[row] = self._row_variance(row, (first, last), across, prior)
        return variance[self.land]

    def _row_step(self) -> float:
        return float(np.abs(np.diff(self._latitude)).min()) if self._latitude.size > 1 else 1.0

    def _row_variance(self, row: int, span: tuple[int, int], across: int, prior: Prior) -> FloatArray:
        """Return the variances [column] of the means around the cells of a row."""
        first, last = span
        columns = self._count.shape[1]
        offset = np.arange(-across, across + 1)
        chord = _chord(self._latitude[row], self._latitude[first:last, np.newaxis], offset * self._step)
        weight = self._weight(chord)
        padded = np.zeros((last - first, columns + 2 * across))
        padded[:, across : across + columns] = self._count[first:last]
        # [column, row around, column around]; of the square around a cell only what the mean reaches.
        windows = np.lib.stride_tricks.sliding_window_view(padded, offset.size, axis=1).transpose(1, 0, 2)
        up, along = np.nonzero(weight)
        weights = windows[:, up, along] * weight[up, along]
        weights = weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-12)
        table = self._cell_covariance(np.arange(first, last), 2 * across, prior)
        matrix = table[up[:, np.newaxis], up, np.abs(along[:, np.newaxis] - along)]
        variance: FloatArray = ((weights @ matrix) * weights).sum(axis=1) + prior.common_mm**2
        return variance

    def _cell_covariance(self, rows: IntArray, reach: int, prior: Prior) -> FloatArray:
        """Return the mean covariance [row, row, columns apart] of the cells in two merged cells, without the common."""
        parts = min(self.merge, _PARTS)
        inside = (np.arange(parts) + 0.5) / parts - 0.5
        latitude = self._latitude[rows]
        height = self._row_step() if self.merge > 1 else 0.0
        apart = np.arange(reach + 1)
        result = np.zeros((rows.size, rows.size, reach + 1))
        unit = prior.unit()
        differences, times = np.unique(np.subtract.outer(inside, inside).round(12), return_counts=True)
        for one in inside:
            for other in inside:
                for turn, count in zip(differences, times):
                    chord = _chord(
                        (latitude + one * height)[:, np.newaxis, np.newaxis],
                        (latitude + other * height)[:, np.newaxis],
                        (apart + turn) * self._step,
                    )
                    result += count * unit.of_chord(chord)
        return np.asarray(prior.std_mm**2 * result / parts**4)

    def to_cells(self, values: FloatArray) -> FloatArray:
        """Return values [merged land cell] at the land cells in them, [land cell]."""
        field = np.zeros(self._count.shape)
        field[self.land] = values
        fine = np.repeat(np.repeat(field, self.merge, axis=0), self.merge, axis=1)
        rows, columns = self._domain.grid.shape
        return np.asarray(fine[:rows, :columns][self._domain.land])


def region_means(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return the means [field] of fields [field, land cell] in double precision, without a copy of all fields.

    Parameters
    ----------
    values : array [field, land cell]
        Any fields.
    weights : array [land cell]
        Of the mean; their sum is 1.

    Returns
    -------
    array [field]
        In the unit of the fields.
    """
    result = np.empty(values.shape[0])
    for start in range(0, values.shape[0], FIELDS_AT_ONCE):
        part = slice(start, start + FIELDS_AT_ONCE)
        result[part] = values[part] @ weights
    return result


def _chord(lat: FloatArray | float, other: FloatArray, turn: FloatArray) -> FloatArray:
    """Return chords in km between parallels (degrees), `turn` degrees of longitude apart."""
    phi, phi2 = np.radians(lat), np.radians(other)
    square = np.sin((phi - phi2) / 2) ** 2 + np.cos(phi) * np.cos(phi2) * np.sin(np.radians(turn) / 2) ** 2
    return np.asarray(2 * RADIUS_KM * np.sqrt(square))

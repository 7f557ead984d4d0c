"""Exact sums over rows of cells by Fourier transforms along the rows.

Between a row of points and a row of cells the response depends on the difference of longitude only, so
the sum over all cells of a row is a convolution. Nothing is truncated or interpolated in space.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..fourier import scipy_fft
from ..geodesy import EARTH_RADIUS
from .cells import ExactCells
from .kernel import DiskKernel
from .sphere import Lattice, cap_half_chord

_WORKING_BYTES = 96 * 2**20
DOUBLE_LIMIT = 96 * 2**20
"""Bytes of spectra up to which they are kept in double precision."""


class _Places:
    """Where a flat list of places lies in the rows that are transformed."""

    def __init__(self, row: IntArray, column: IntArray, rows: int, length: int) -> None:
        self.rows, self.length, self.size = rows, length, row.size
        self._flat = row * length + np.mod(column, length)
        self._distinct = np.unique(self._flat).size == self._flat.size

    def spread(self, values: FloatArray, dtype: np.dtype[Any]) -> FloatArray:
        """Return the rows [row, length] that hold `values` [place]; values of one place add up."""
        grid = np.zeros(self.rows * self.length, dtype)
        if self._distinct:
            grid[self._flat] = values
        else:
            np.add.at(grid, self._flat, values)
        return grid.reshape(self.rows, self.length)

    def pick(self, grid: FloatArray) -> FloatArray:
        """Return the values [place] that rows [row, length] hold."""
        return np.asarray(grid.ravel().take(self._flat))


class RowConvolution:
    """Response at points in rows to cells in rows whose longitudes are whole steps apart.

    Parameters
    ----------
    cells : Lattice
        Of the cells.
    kernels : list of DiskKernel
        One for each row of cells.
    latitudes : array [point row]
        Of the points, degrees.
    row, column : array [point]
        Row of each point, and its column counted from the cells' column 0.
    offset : float
        Degrees of longitude by which all points lie east of those columns.
    cutoff : float, optional
        m; cells further away than this do not count.
    exact : ExactCells, optional
        Shapes of the cells, one for each row; where cells are near they replace the disks.
    """

    def __init__(
        self,
        cells: Lattice,
        kernels: list[DiskKernel],
        latitudes: FloatArray,
        row: IntArray,
        column: IntArray,
        *,
        offset: float,
        cutoff: float | None = None,
        exact: ExactCells | None = None,
    ) -> None:
        self._lattice, self._kernels, self._cutoff, self._exact = cells, kernels, cutoff, exact
        self._latitudes, self._offset = latitudes, offset
        self._even = offset == 0
        reach = column_reach(cells, column)
        self._length = transform_length(reach, cells.around)
        self._reach = min(reach, self._length // 2)
        self._cells = _Places(cells.row, cells.column, cells.latitudes.size, self._length)
        self._points = _Places(row, column, latitudes.size, self._length)
        double = spectrum_bytes(latitudes.size, cells, reach, offset) <= DOUBLE_LIMIT
        self._real: np.dtype[Any] = np.dtype(np.float64 if double else np.float32)
        self._spectra = self._transform_kernels()

    @property
    def nbytes(self) -> int:
        """Memory that the operator holds."""
        return int(self._spectra.nbytes)

    def apply(self, storage: FloatArray) -> FloatArray:
        """Return the response [field, point] (mm) to storage [field, cell] (m)."""
        return self._convolve(storage, self._cells, self._points, self._spectra)

    def adjoint(self, values: FloatArray) -> FloatArray:
        """Return the transposed operator [field, cell] of values [field, point]."""
        spectra = self._spectra.transpose(0, 2, 1)
        return self._convolve(values, self._points, self._cells, spectra if self._even else spectra.conj())

    def _convolve(
        self, values: FloatArray, source: _Places, target: _Places, spectra: npt.NDArray[np.inexact[Any]]
    ) -> FloatArray:
        result = np.empty((values.shape[0], target.size), self._real)
        per_field = 2 * self._real.itemsize * self._length * (source.rows + target.rows)
        fields = max(1, int(_WORKING_BYTES / per_field))
        for start in range(0, values.shape[0], fields):
            part = slice(start, start + fields)
            result[part] = self._convolve_fields(values[part], source, target, spectra)
        return result

    def _convolve_fields(
        self, values: FloatArray, source: _Places, target: _Places, spectra: npt.NDArray[np.inexact[Any]]
    ) -> FloatArray:
        fft = scipy_fft()
        count = values.shape[0]
        waves = np.empty((self._length // 2 + 1, source.rows, count), np.result_type(self._real, np.complex64))
        for field in range(count):
            waves[:, :, field] = fft.rfft(source.spread(values[field], self._real), axis=1).T
        # Of real spectra, the real and imaginary parts of the waves are so many columns more.
        product = (spectra @ waves.view(self._real)).view(waves.dtype) if self._even else spectra @ waves
        result = np.empty((count, target.size), self._real)
        for field in range(count):
            result[field] = target.pick(fft.irfft(product[:, :, field].T, self._length, axis=1))
        return result

    def _transform_kernels(self) -> npt.NDArray[np.inexact[Any]]:
        """Return the spectra [frequency, point row, cell row] of the kernels."""
        fft = scipy_fft()
        rows, length = self._lattice.latitudes.size, self._length
        kind = self._real if self._even else np.result_type(self._real, np.complex64)
        spectra = np.empty((length // 2 + 1, self._latitudes.size, rows), kind)
        steps = self._steps()
        for number, latitude in enumerate(self._latitudes):
            kernel = np.zeros((rows, length))
            values = self._row_kernels(float(latitude), steps)
            kernel[:, np.mod(steps, length)] = values
            if self._even:
                kernel[:, np.mod(-steps, length)] = values
            waves = fft.rfft(kernel, axis=1)
            spectra[:, number, :] = (waves.real if self._even else waves).T
        return spectra

    def _steps(self) -> IntArray:
        """Return the differences of column for which the kernel is computed."""
        if self._even:
            return np.arange(self._reach + 1)
        if 2 * self._reach + 1 > self._length:
            return np.arange(self._length) - self._length // 2
        return np.arange(-self._reach, self._reach + 1)

    def _row_kernels(self, latitude: float, steps: IntArray) -> FloatArray:
        """Response [cell row, step] at one latitude."""
        phi, row_phi = math.radians(latitude), np.radians(self._lattice.latitudes)
        across = np.sin(np.radians(steps * self._lattice.step + self._offset) / 2) ** 2
        square = (
            np.sin((row_phi - phi) / 2)[:, None] ** 2 + (math.cos(phi) * np.cos(row_phi))[:, None] * across[None, :]
        )
        values = rows_at(self._kernels, square)
        if self._exact is not None:
            self._exact.replace_rows(values, latitude, steps * self._lattice.step + self._offset)
        if self._cutoff is not None:
            values[square > cap_half_chord(self._cutoff, EARTH_RADIUS)] = 0.0
        return values


def rows_at(kernels: list[DiskKernel], square: FloatArray) -> FloatArray:
    """Evaluate one kernel for each row of sin^2(theta / 2) [row, ..], all rows at once where they share it."""
    if all(kernel is kernels[0] for kernel in kernels):
        return kernels[0].at(square)
    return np.stack([kernel.at(row) for kernel, row in zip(kernels, square)])


def column_reach(cells: Lattice, column: IntArray) -> int:
    """Return the largest difference of column between points at `column` and the cells."""
    return max(int(column.max()), cells.columns - 1 - int(column.min()))


def transform_length(reach: int, around: int) -> int:
    """Return the length of the transforms for differences of column up to `reach`: at most the full circle."""
    length = int(scipy_fft().next_fast_len(2 * reach + 1, real=True))
    return around if around and length >= around else length


def spectrum_bytes(point_rows: int, cells: Lattice, reach: int, offset: float) -> int:
    """Return the memory that the spectra need in double precision."""
    number = 8 if offset == 0 else 16
    return (transform_length(reach, cells.around) // 2 + 1) * point_rows * cells.latitudes.size * number

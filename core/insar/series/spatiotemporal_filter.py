"""A filter for what is smooth in space but not in time, as atmospheric delay is, to be taken from a series.

High pass in time by Gaussian weights, low pass of what is left in space by Gaussian weights, both over the values that
are there (Hooper et al. 2007; step 16 of LiCSBAS). Widths are standard deviations. In space the weights end at four
of them in each direction; distances are true: a pixel's width depends on its latitude. The convolution goes by FFT
along rows, then along columns, and costs the same whatever the width.
"""

from __future__ import annotations

import numpy as np

from ...arrays import BoolArray
from ...files.raster import RasterGrid
from ...fourier import scipy_fft
from ...geodesy import pixel_size
from ..solver.band import Float64

DEFAULT_INTERVALS = 3.0
"""Width in time where none is given, in mean intervals between the dates."""
_REACH = 4.0
_LEAST_WEIGHT = 1e-8  # the weight of a pixel at four widths in both directions is 1e-7, rounding in the FFT 1e-13
_VALUES_TOGETHER = 1 << 20


def default_width(days: Float64) -> float:
    """Return three mean intervals between dates, in days."""
    return float(DEFAULT_INTERVALS * (days[-1] - days[0]) / max(1, days.size - 1))


def high_pass(series: Float64, days: Float64, width_days: float) -> Float64:
    """Return a series less its weighted mean about each date [date, pixel]; NaN where it is missing.

    Parameters
    ----------
    series : array [date, pixel]
        NaN where missing.
    days : array [date]
        In days.
    width_days : float
        Standard deviation of the Gaussian weights.
    """
    weights = np.exp(-0.5 * ((days[:, None] - days) / width_days) ** 2)
    there = np.isfinite(series)
    if there.all():
        return np.asarray(series - (weights / weights.sum(axis=1, keepdims=True)) @ series)
    total = weights @ np.where(there, series, 0.0)
    return np.asarray(series - total / np.maximum(weights @ there.astype(np.float64), np.finfo(np.float64).tiny))


class SpatialLowPass:
    """Gaussian mean over the neighbourhood of every pixel of a grid.

    Parameters
    ----------
    rows, columns : int
        Of the grid.
    width_rows : float
        Standard deviation of the weights from north to south, in pixels.
    width_columns : array [row]
        From west to east; of a pixel in row r the weights at its distance in columns count by the width in row r.
    """

    def __init__(self, rows: int, columns: int, width_rows: float, width_columns: Float64) -> None:
        self._along_rows = _Convolution(columns, width_columns)
        self._along_columns = _Convolution(rows, np.full(1, width_rows))
        self._known: BoolArray | None = None
        self._weight: Float64 = np.zeros((0, 0))

    @classmethod
    def of_grid(cls, grid: RasterGrid, width_km: float) -> SpatialLowPass:
        """Return the filter of a grid, of a width in km."""
        width, height = pixel_size(grid)
        return cls(grid.rows, grid.columns, 1000.0 * width_km / height, 1000.0 * width_km / width)

    def apply(self, values: Float64, used: BoolArray) -> Float64:
        """Return the means [row, column]; 0 where none of the pixels in use is near.

        Parameters
        ----------
        values : array [row, column]
            NaN where missing.
        used : bool array [row, column]
            Pixels that count.
        """
        there = np.isfinite(values) & used
        if self._known is None or not np.array_equal(there, self._known):
            self._known, self._weight = there, self._smooth(there.astype(np.float64))
        near = self._weight > _LEAST_WEIGHT
        total = self._smooth(np.where(there, values, 0.0))
        return np.where(near, total / np.where(near, self._weight, 1.0), 0.0)

    def _smooth(self, values: Float64) -> Float64:
        return self._along_columns.apply(self._along_rows.apply(values).T).T


class _Convolution:
    """Convolution of every line of a map with Gaussian weights (1 in their middle).

    Parameters
    ----------
    size : int
        Length of the lines.
    widths : array [line] or [1]
        Standard deviation of the weights, in pixels.
    """

    def __init__(self, size: int, widths: Float64) -> None:
        reach = np.ceil(_REACH * widths)
        self._size = size
        self._padded = int(scipy_fft().next_fast_len(size + int(min(reach.max(), size)), real=True))
        distance = np.arange(self._padded)
        distance = np.minimum(distance, self._padded - distance)
        self._transfer = np.empty((widths.size, self._padded // 2 + 1))
        for line in range(widths.size):
            kernel = np.exp(-0.5 * (distance / widths[line]) ** 2)
            kernel[distance > reach[line]] = 0.0
            self._transfer[line] = np.fft.rfft(kernel).real  # symmetric

    def apply(self, values: Float64) -> Float64:
        """Return the convolved lines [line, place], some at a time."""
        result = np.empty(values.shape)
        step = max(1, _VALUES_TOGETHER // self._padded)
        for start in range(0, len(values), step):
            lines = slice(start, start + step)
            transfer = self._transfer if len(self._transfer) == 1 else self._transfer[lines]
            spectrum = np.fft.rfft(np.ascontiguousarray(values[lines]), self._padded)
            result[lines] = np.fft.irfft(spectrum * transfer, self._padded)[:, : self._size]
        return result

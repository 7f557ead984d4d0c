"""Removing what a series has in common with position and height, date by date.

Atmosphere and orbits leave ramps, and the layered troposphere a signal that grows with height. But the load of water
on a region bends the ground just as smoothly: these corrections take that signal away too, and are meant for local
motion only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import netcdf
from ..arrays import FloatArray
from ..blocks import RowBlock, report_each, row_blocks
from ..errors import InputError
from ..grid.reference_pixels import ReferencePixels
from ..progress import PartOf, Progress
from ..raster import RasterGrid
from .band import Float64

RAMPS = ("none", "bilinear", "quadratic")
_BLOCK_MB = 96.0  # fixed: sums over blocks must not depend on MEMORY


@dataclass(frozen=True)
class Trend:
    """What to remove.

    Attributes
    ----------
    ramp : str
        ``none``; ``bilinear``: a plane; ``quadratic``: with squares and product of the coordinates.
    height : bool
        Whether to remove a term proportional to height.
    """

    ramp: str = "none"
    height: bool = False

    @property
    def wanted(self) -> bool:
        """True where there is anything to remove."""
        return self.ramp != "none" or self.height


class TrendRemover:
    """Fits the trend of every date over the whole grid, and takes it from blocks of rows.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Series file that is being written, with ``displacement`` and, for the height term, ``height``.
    grid : RasterGrid
        Of the series.
    trend : Trend
        What to remove.
    reference : ReferencePixels
        Reference area: the result is relative to its mean.

    Raises
    ------
    InputError
        Where the height is wanted and unknown.
    """

    def __init__(
        self, dataset: Any, grid: RasterGrid, trend: Trend, reference: ReferencePixels, progress: Progress
    ) -> None:
        if trend.height and "height" not in dataset.variables:
            raise InputError(
                f"{dataset.filepath()} has no height, which HEIGHT_TREND needs: import the frame with its hgt raster."
            )
        self._dataset, self._grid, self._trend = dataset, grid, trend
        n_dates = len(dataset.dimensions["time"])
        self.blocks = row_blocks(grid.rows, 24.0 * n_dates * grid.columns, _BLOCK_MB)
        self._coefficients = self._fit(n_dates, PartOf(progress, 0.0, 0.5))
        self._reference = self._mean_in(reference)

    def _terms(self, block: RowBlock) -> Float64:
        """Return the terms [term, pixel] of some rows; NaN where the height is missing."""
        x = np.linspace(-1, 1, self._grid.columns) if self._grid.columns > 1 else np.zeros(1)
        y = np.linspace(1, -1, self._grid.rows) if self._grid.rows > 1 else np.zeros(1)
        east, north = (np.asarray(part.ravel(), dtype=np.float64) for part in np.meshgrid(x, y[block.rows]))
        terms: list[Float64] = [np.ones(east.size)]
        if self._trend.ramp != "none":
            terms += [east, north]
        if self._trend.ramp == "quadratic":
            terms += [east**2, north**2, east * north]
        if self._trend.height:
            terms.append(netcdf.read_float(self._dataset, "height", block.rows).ravel() / 1000.0)
        return np.stack(terms)

    def _read(self, block: RowBlock) -> Float64:
        return netcdf.read_float(self._dataset, "displacement", (slice(None), block.rows)).reshape(
            len(self._dataset.dimensions["time"]), -1
        )

    def _fit(self, n_dates: int, progress: Progress) -> Float64:
        """Return the coefficients [date, term]."""
        n_terms = len(self._terms(RowBlock(0, 1)))
        matrix, rhs = np.zeros((n_dates, n_terms, n_terms)), np.zeros((n_dates, n_terms))
        for block in report_each(self.blocks, progress, "Fitting trends"):
            terms, series = self._terms(block), self._read(block)
            there = np.isfinite(series) & np.isfinite(terms).all(axis=0)
            terms = np.where(np.isfinite(terms), terms, 0.0)
            weight = there.astype(np.float64)
            rhs += np.where(there, series, 0.0) @ terms.T
            for k in range(n_terms):
                for j in range(k + 1):
                    matrix[:, k, j] += weight @ (terms[k] * terms[j])
                    matrix[:, j, k] = matrix[:, k, j]
        return np.stack([np.linalg.lstsq(a, b, rcond=1e-12)[0] for a, b in zip(matrix, rhs)])

    def _mean_in(self, reference: ReferencePixels) -> Float64:
        """Return the mean of the corrected series over the complete pixels of the reference area [date]."""
        total, count = np.zeros(len(self._coefficients)), 0
        for block in self.blocks:  # the area may be as large as the grid
            part = reference.within(block.start, block.stop)
            if part is None:
                continue
            rows = RowBlock(part.row, part.rows.stop)
            values = self._residual(rows).reshape(-1, rows.size, self._grid.columns)
            values = part.of(values[:, :, part.columns])
            complete = np.isfinite(values).all(axis=0)
            total += values[:, complete].sum(axis=1)
            count += int(np.count_nonzero(complete))
        return total / max(1, count)

    def _residual(self, block: RowBlock) -> Float64:
        return self._read(block) - self._coefficients @ self._terms(block)

    def corrected(self, block: RowBlock) -> FloatArray:
        """Return the displacement [date, pixel] of some rows without the trend, 0 at the first date."""
        values = self._residual(block) - self._reference[:, None]
        return np.asarray(values - values[0])

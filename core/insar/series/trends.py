"""Removing what a series has in common with position and height, date by date.

Atmosphere and orbits leave ramps, and the layered troposphere a signal that grows with height. But the load of water
on a region bends the ground just as smoothly: these corrections take that signal away too, and are meant for local
motion only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.raster import RasterGrid
from ...work.blocks import RowBlock, report_each
from ...work.progress import Progress
from ..solver.band import Float64
from .series_rewriting import read_series, series_blocks

RAMPS = ("none", "bilinear", "quadratic")


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

    def __str__(self) -> str:
        """Return in words what is removed."""
        parts = [f"{self.ramp} ramp"] if self.ramp != "none" else []
        return " and ".join([*parts, "what is proportional to height"] if self.height else parts)


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
    progress : Progress
        Hears of progress.

    Raises
    ------
    InputError
        Where the height is wanted and unknown everywhere.
    """

    def __init__(self, dataset: Dataset, grid: RasterGrid, trend: Trend, progress: Progress) -> None:
        if trend.height and not _has_height(dataset):
            raise InputError(
                f"{dataset.filepath()} has no height, which HEIGHT_TREND needs: import the frame with its hgt raster."
            )
        self._dataset, self._grid, self._trend = dataset, grid, trend
        n_dates = len(dataset.dimensions["time"])
        self._coefficients = self._fit(n_dates, progress)

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

    def _fit(self, n_dates: int, progress: Progress) -> Float64:
        """Return the coefficients [date, term]."""
        n_terms = len(self._terms(RowBlock(0, 1)))
        matrix, rhs = np.zeros((n_dates, n_terms, n_terms)), np.zeros((n_dates, n_terms))
        for block in report_each(series_blocks(self._grid), progress, "Fitting trends"):
            terms, series = self._terms(block), read_series(self._dataset, block.rows)
            there = np.isfinite(series) & np.isfinite(terms).all(axis=0)
            terms = np.where(np.isfinite(terms), terms, 0.0)
            weight = there.astype(np.float64)
            rhs += np.where(there, series, 0.0) @ terms.T
            for k in range(n_terms):
                for j in range(k + 1):
                    matrix[:, k, j] += weight @ (terms[k] * terms[j])
                    matrix[:, j, k] = matrix[:, k, j]
        return np.stack([np.linalg.lstsq(a, b, rcond=1e-12)[0] for a, b in zip(matrix, rhs)])

    def residual(self, series: Float64, block: RowBlock) -> Float64:
        """Return the series [date, pixel] of some rows without the trend."""
        return np.asarray(series - self._coefficients @ self._terms(block))


def _has_height(dataset: Dataset) -> bool:
    return "height" in dataset.variables and bool(np.isfinite(netcdf.read_float(dataset, "height")).any())

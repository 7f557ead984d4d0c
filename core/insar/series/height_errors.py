"""What a wrong height of the ground puts into a series: it follows the perpendicular baseline of the dates."""

from __future__ import annotations

import numpy as np

from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.raster import RasterGrid
from ...work.blocks import RowBlock
from ..solver.band import Float64
from ..solver.motion import MotionModel
from ..solver.network import Network

PER_METRES = 100.0
"""Baseline in m to which the map of what was removed refers."""
_LEAST_DATES = 4
"""Dates that a pixel needs beyond the terms of the fit and its constant."""
_LEAST_SHARE = 1e-3
"""Part of the baselines' variance that the motion's terms must leave for the two to be distinguished."""


def baselines_of(network: Network, source: str) -> Float64:
    """Return the perpendicular baseline of every date in m [date].

    Parameters
    ----------
    network : Network
        Pairs in use, with their baselines.
    source : str
        File to name where they do not suffice.

    Raises
    ------
    InputError
        Where dates have no baseline, the pairs that have one do not join all dates, or all baselines are alike.
    """
    found = np.asarray(network.date_baselines(), dtype=np.float64)
    known = network.subset(np.isfinite(network.baselines)) if np.isfinite(network.baselines).any() else None
    if known is None or known.n_dates < network.n_dates:
        n_without = network.n_dates if known is None else network.n_dates - known.n_dates
        raise InputError(
            f"{source} has no perpendicular baseline at {n_without} of {network.n_dates} dates, which DEM_ERROR needs: "
            "import the interferograms with their 'baselines' file, or switch it off."
        )
    if known.parts().any():
        raise InputError(
            f"{source}: the interferograms with a perpendicular baseline do not join all dates, so that the baselines "
            "of the dates are not known relative to each other: DEM_ERROR cannot be used."
        )
    if not np.ptp(found) > 0:
        raise InputError(
            f"{source}: all perpendicular baselines are alike: they say nothing of DEM_ERROR; switch it off."
        )
    return found


class HeightErrorRemover:
    """Fits what follows the baselines, together with the motion, to each pixel's determined dates and takes it away.

    Pixels whose network falls into parts stay as they are.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Series file that is being written.
    grid : RasterGrid
        Of the series.
    motion : MotionModel
        Fitted together with it.
    baselines : array [date]
        In m.
    """

    def __init__(self, dataset: Dataset, grid: RasterGrid, motion: MotionModel, baselines: Float64) -> None:
        self._dataset = dataset
        terms = np.asarray(motion.terms, dtype=np.float64)
        scale = np.maximum(np.abs(terms - terms.mean(axis=0)).max(axis=0), 1e-12)
        self._follow = (baselines - baselines.mean()) / PER_METRES
        self._terms = np.column_stack([(terms - terms.mean(axis=0)) / scale, self._follow])
        self.found = np.full(grid.shape, np.nan, dtype=np.float32)

    def residual(self, series: Float64, block: RowBlock) -> Float64:
        """Return the series [date, pixel] of some rows without what follows the baselines; unchanged where unknown."""
        rate = self._rate(series, self._whole(series, block))
        self.found[block.rows] = rate.reshape(block.size, -1)
        return np.asarray(series - self._follow[:, None] * np.nan_to_num(rate))

    def _whole(self, series: Float64, block: RowBlock) -> Float64:
        """Return 1 for the determined values [date, pixel] of pixels whose network is whole, otherwise 0.

        The gap model has put the parts of the others to each other by a motion that the baselines had spoilt.
        """
        determined = netcdf.read(self._dataset, "determined", (slice(None), block.rows)).reshape(series.shape)
        there = np.isfinite(series) & (np.ma.filled(determined, 0) > 0)
        if "part" in self._dataset.variables:
            number = netcdf.read(self._dataset, "part", (slice(None), block.rows)).reshape(series.shape)
            there &= np.ma.filled(number, 0).max(axis=0) == 0  # 0, the first part, is its fill value
        return there.astype(np.float64)

    def _rate(self, series: Float64, weight: Float64) -> Float64:
        """Return the factor of the baselines in mm per 100 m [pixel]; NaN where it cannot be determined."""
        n_terms, n_pixels = self._terms.shape[1], series.shape[1]
        products = (self._terms[:, :, None] * self._terms[:, None, :]).reshape(len(series), -1)
        count, values = weight.sum(axis=0), np.where(weight > 0, series, 0.0)
        mean = (weight.T @ self._terms) / np.maximum(count, 1.0)[:, None]
        normal = (weight.T @ products).reshape(n_pixels, n_terms, n_terms)
        normal -= count[:, None, None] * mean[:, :, None] * mean[:, None, :]
        rhs = values.T @ self._terms - mean * values.sum(axis=0)[:, None]
        # What the motion's terms leave of the baselines: the Schur complement of the last row.
        last = n_terms - 1
        inverse = np.linalg.pinv(normal[:, :last, :last], rcond=1e-9, hermitian=True)
        across = np.einsum("pij,pj->pi", inverse, normal[:, :last, last])
        left = normal[:, last, last] - np.einsum("pi,pi->p", across, normal[:, :last, last])
        value = rhs[:, last] - np.einsum("pi,pi->p", across, rhs[:, :last])
        enough = count > n_terms + _LEAST_DATES
        clear = enough & (left > _LEAST_SHARE * np.maximum(normal[:, last, last], 1e-30))
        return np.where(clear, value / np.where(clear, left, 1.0), np.nan)

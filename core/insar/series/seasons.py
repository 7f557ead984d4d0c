"""The season of pixels that cannot tell it alone, with the help of their neighbours.

Where snow takes every winter from a pixel, what is left of each summer hardly tells trend from season. Pixels around
it that have the winters do. Their season, with how much it differs among them, is joined to the pixel's own estimate
by the rule for Gaussian errors, and velocity and its error follow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, IntArray
from ...files import netcdf
from ...files.names import DISPLACEMENT
from ...files.raster import RasterGrid
from ...geodesy import pixel_size
from ...wording import number_of
from ...work.blocks import RowBlock
from ...work.progress import Progress
from ..solver.band import Float64
from ..solver.motion import MotionModel
from .motion_maps import motion_maps
from .series_writer import SeriesBlock

_SIDES_KM = (5.0, 25.0, 100.0)
"""Sides of the squares in which neighbours are looked for, the smallest with enough of them first: a regional load's
season is much the same over 25 km."""
_LEAST_NEIGHBOURS = 20
"""Pixels from which a mean season and its spread are taken."""
_MIN_SPREAD_MM2 = 0.01
"""Variance that neighbours' seasons differ by at least: 0.1 mm squared."""
_TERMS = ("annual_amplitude", "annual_phase", "annual_amplitude_std", "annual_phase_std", "velocity", "velocity_std")


@dataclass
class _Pixels:
    """Estimates of pixels with gaps: place in the grid, coefficients [term, pixel], covariance [term * term, pixel]."""

    place: IntArray
    coefficients: Float64
    covariance: Float64


class Seasons:
    """Gathers the pixels' seasons block by block, and shares them in the end.

    Parameters
    ----------
    grid : RasterGrid
        Of the series.
    model : MotionModel
        That was fitted.
    """

    def __init__(self, grid: RasterGrid, model: MotionModel) -> None:
        self._grid, self._model = grid, model
        self._season = np.full((2, *grid.shape), np.nan, dtype=np.float32)
        self._variance = np.full(grid.shape, np.nan, dtype=np.float32)
        self._pixels: list[_Pixels] = []

    def add(self, block: RowBlock, result: SeriesBlock) -> None:
        """Take account of a block of rows: its parts, coefficients and covariances."""
        if self._model.annual != 1:
            return
        coefficients, covariance, part = result["coefficients"], result["covariance"], result["part"]
        start = block.start * self._grid.columns
        gaps = np.flatnonzero((part != 1).any(axis=0) & np.isfinite(result[DISPLACEMENT]).any(axis=0))
        if gaps.size:
            self._pixels.append(
                _Pixels(gaps + start, coefficients[:, gaps].astype(np.float64), covariance[:, gaps].astype(np.float64))
            )
        shape = (block.size, self._grid.columns)
        self._season[:, block.rows] = coefficients[1:3].reshape(2, *shape)
        self._variance[block.rows] = (covariance[4] + covariance[8]).reshape(shape)

    def share(self, dataset: Any, velocity: npt.NDArray[np.float32], progress: Progress) -> npt.NDArray[np.float32]:
        """Estimate pixels that cannot tell their season alone anew, write them, and return the velocity.

        Parameters
        ----------
        dataset : netCDF4.Dataset
            Series file that is being written.
        velocity : array [row, column]
            As found pixel by pixel.
        progress : Progress
            Hears how many pixels there are.
        """
        if not self._pixels:
            return velocity
        place = np.concatenate([pixels.place for pixels in self._pixels])
        coefficients = np.concatenate([pixels.coefficients for pixels in self._pixels], axis=1)
        covariance = np.concatenate([pixels.covariance for pixels in self._pixels], axis=1).reshape(3, 3, -1)
        mean, spread = self._neighbours(place)
        own = covariance[1, 1] + covariance[2, 2]
        wanting = np.isfinite(spread) & np.isfinite(coefficients[0]) & ~(own < 2.0 * spread)
        if not wanting.any():
            return velocity
        coefficients, covariance = _joined(
            coefficients[:, wanting], covariance[..., wanting], mean[:, wanting], spread[wanting]
        )
        found = motion_maps(coefficients, covariance, replace(self._model, semiannual=0))
        for name in _TERMS:
            values = np.asarray(netcdf.read_float(dataset, name), dtype=np.float32)
            values.reshape(-1)[place[wanting]] = found[name]
            dataset[name][:] = values
            if name == "velocity":
                velocity = values
        progress.warn(
            f"{number_of(int(wanting.sum()), 'pixel has', 'pixels have')} too few dates to tell season from trend "
            "alone: the season of pixels around them helps."
        )
        return velocity

    def _neighbours(self, place: IntArray) -> tuple[Float64, Float64]:
        """Return mean season [term, pixel] and its variance [pixel] about pixels; NaN where there are too few."""
        rows, columns = np.divmod(place, self._grid.columns)
        mean, spread = np.full((2, place.size), np.nan), np.full(place.size, np.nan)
        variance = self._variance
        for limit in (1.0, 4.0):  # mm^2: pixels that tell their season well first, then those that do so fairly
            sure: BoolArray = np.isfinite(variance) & (variance < limit * self._typical())
            for half_rows, half_columns in self._halves():
                sums = _Boxes(half_rows, half_columns, rows, columns)
                count = sums.of(sure.astype(np.float64))
                lacking = np.isnan(spread) & (count >= _LEAST_NEIGHBOURS)
                if not lacking.any():
                    continue
                total = np.zeros(place.size)
                for k, season in enumerate(self._season):
                    values = np.where(sure, season, 0.0).astype(np.float64)
                    centre = float(values[sure].mean())
                    values = np.where(sure, values - centre, 0.0)
                    average = sums.of(values) / np.maximum(count, 1)
                    square = sums.of(values**2) / np.maximum(count, 1) - average**2
                    mean[k, lacking] = (average + centre)[lacking]
                    total += np.maximum(square, 0.0)
                spread[lacking] = np.maximum(total[lacking] / 2.0, _MIN_SPREAD_MM2)
        return mean, spread

    def _typical(self) -> float:
        """Return the variance up to which the better tenth of all pixels know their season, doubled, in mm^2."""
        known = self._variance[np.isfinite(self._variance)]
        return 2.0 * float(np.quantile(known, 0.1)) if known.size else 0.0

    def _halves(self) -> list[tuple[int, int]]:
        widths, height = pixel_size(self._grid)
        width = float(widths[self._grid.rows // 2])
        return [(max(1, int(side * 500 / height)), max(1, int(side * 500 / max(width, 1.0)))) for side in _SIDES_KM]


class _Boxes:
    """Sums over boxes about pixels, cut off at the grid's edges."""

    def __init__(self, half_rows: int, half_columns: int, rows: IntArray, columns: IntArray) -> None:
        self._half, self._at = (half_rows, half_columns), (rows, columns)

    def of(self, values: Float64) -> Float64:
        """Return the sum of `values` [row, column] over the box of each pixel."""
        total = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
        total[1:, 1:] = values.cumsum(axis=0).cumsum(axis=1)
        edges = []
        for at, half, size in zip(self._at, self._half, values.shape):
            edges.append((np.maximum(at - half, 0), np.minimum(at + half + 1, size)))
        (top, bottom), (left, right) = edges
        return np.asarray(total[bottom, right] - total[top, right] - total[bottom, left] + total[top, left])


def _joined(coefficients: Float64, covariance: Float64, mean: Float64, spread: Float64) -> tuple[Float64, Float64]:
    """Return coefficients and covariance after the season, terms 1 and 2, is known as `mean` with variance `spread`."""
    matrix = np.moveaxis(covariance, 2, 0)
    column = matrix[:, :, 1:]
    inner = column[:, 1:] + spread[:, None, None] * np.eye(2)
    gain = np.moveaxis(np.linalg.solve(inner, np.moveaxis(column, 1, 2)), 1, 2)
    change = np.matmul(gain, (mean - coefficients[1:]).T[:, :, None])[:, :, 0]
    after = matrix - np.matmul(gain, np.moveaxis(column, 1, 2))
    return coefficients + change.T, np.moveaxis(after, 0, 2)

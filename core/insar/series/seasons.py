"""The season of pixels that cannot tell it alone, with the help of their neighbours.

Where snow takes every winter from a pixel, what is left of each summer hardly tells trend from season. Pixels around
it that have the winters do. A plane through their season, with how much they differ from it, is joined to the pixel's
own estimate by the rule for Gaussian errors, and velocity and its error follow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, IntArray
from ...files import netcdf
from ...files.handles import Dataset
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
_LEAST_EXTENT = 1e-3
"""Mean square of the neighbours' places, in halves of their box, below which a slope is hardly determined."""
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

    def share(self, dataset: Dataset, velocity: npt.NDArray[np.float32], progress: Progress) -> npt.NDArray[np.float32]:
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
        """Return the season expected at pixels [term, pixel] and its variance [pixel]; NaN where neighbours are few."""
        rows, columns = np.divmod(place, self._grid.columns)
        mean, spread = np.full((2, place.size), np.nan), np.full(place.size, np.nan)
        for limit in (1.0, 4.0):  # mm^2: pixels that tell their season well first, then those that do so fairly
            sure: BoolArray = np.isfinite(self._variance) & (self._variance < limit * self._typical())
            planes = _Planes(sure, self._season)
            for halves in self._halves():
                lacking = np.flatnonzero(np.isnan(spread))
                if not lacking.size:
                    return mean, spread
                value, variance = planes.at(rows[lacking], columns[lacking], halves)
                mean[:, lacking], spread[lacking] = value, np.maximum(variance, _MIN_SPREAD_MM2)
        return mean, spread

    def _typical(self) -> float:
        """Return the variance up to which the better tenth of all pixels know their season, doubled, in mm^2."""
        known = self._variance[np.isfinite(self._variance)]
        return 2.0 * float(np.quantile(known, 0.1)) if known.size else 0.0

    def _halves(self) -> list[tuple[int, int]]:
        widths, height = pixel_size(self._grid)
        width = float(widths[self._grid.rows // 2])
        return [(max(1, int(side * 500 / height)), max(1, int(side * 500 / max(width, 1.0)))) for side in _SIDES_KM]


class _Planes:
    """Planes through the seasons in boxes about pixels: a season that changes over a load's width is no scatter.

    Solves for each box ``season = mean + slope_row * row + slope_column * column`` by least squares, from sums over the
    box that are differences of running sums.

    Parameters
    ----------
    sure : array of bool [row, column]
        Pixels whose season counts.
    season : array [term, row, column]
        In mm.
    """

    def __init__(self, sure: BoolArray, season: npt.NDArray[np.float32]) -> None:
        self._size = sure.shape
        row, column = (np.arange(size, dtype=np.float64) - size / 2 for size in sure.shape)
        weight = sure.astype(np.float64)
        powers = ((0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2))
        self._design = [_running(weight * row[:, None] ** i * column**j) for i, j in powers]
        self._terms = []
        for each in season:
            centre = float(each[sure].mean(dtype=np.float64)) if sure.any() else 0.0
            values = np.where(sure, each - centre, 0.0).astype(np.float64)
            sums = [_running(part) for part in (values, values * row[:, None], values * column, values**2)]
            self._terms.append((centre, sums))

    def at(self, rows: IntArray, columns: IntArray, halves: tuple[int, int]) -> tuple[Float64, Float64]:
        """Return the planes' values at pixels [term, pixel] and their mean variance about them [pixel].

        Parameters
        ----------
        rows, columns : array [pixel]
            Middles of the boxes.
        halves : tuple of int
            Rows and columns of a box on each side.

        Returns
        -------
        value : array [term, pixel]
            In mm; NaN where the box has too few pixels.
        variance : array [pixel]
            Of one pixel's season about the plane, with the plane's own, mm^2.
        """
        edges = []
        for at, half, size in zip((rows, columns), halves, self._size):
            edges += [np.maximum(at - half, 0), np.minimum(at + half + 1, size)]
        count, row, column, row2, both, column2 = (_in_boxes(sums, edges) for sums in self._design)
        far_row, far_column = rows - self._size[0] / 2, columns - self._size[1] / 2
        enough = count >= _LEAST_NEIGHBOURS
        # About the pixel itself, in halves of the box: the plane's value there is its first term.
        u, v = (row - count * far_row) / halves[0], (column - count * far_column) / halves[1]
        uu = (row2 - 2 * far_row * row + far_row**2 * count) / halves[0] ** 2
        vv = (column2 - 2 * far_column * column + far_column**2 * count) / halves[1] ** 2
        uv = both - far_row * column - far_column * row + far_row * far_column * count
        uv = uv / (halves[0] * halves[1])
        normal = np.moveaxis(np.array([[count, u, v], [u, uu, uv], [v, uv, vv]]), 2, 0)
        # Where neighbours stand in a line no plane is determined: hardly any slope is then taken.
        normal[:, [1, 2], [1, 2]] += _LEAST_EXTENT * count[:, None]
        inverse = np.linalg.inv(np.where(enough[:, None, None], normal, np.eye(3)))
        value, variance = np.full((2, rows.size), np.nan), np.zeros(rows.size)
        for k, (centre, sums) in enumerate(self._terms):
            total, by_row, by_column, square = (_in_boxes(each, edges) for each in sums)
            right = np.stack(
                [total, (by_row - far_row * total) / halves[0], (by_column - far_column * total) / halves[1]], axis=1
            )
            found = np.einsum("pij,pj->pi", inverse, right)
            left = np.maximum(square - np.sum(found * right, axis=1), 0.0) / np.maximum(count - 3.0, 1.0)
            value[k] = np.where(enough, found[:, 0] + centre, np.nan)
            variance += left / len(self._terms)
        return value, np.where(enough, variance * (1.0 + inverse[:, 0, 0]), np.nan)


def _running(values: Float64) -> Float64:
    """Return sums [row + 1, column + 1] over all that lies before a place."""
    total = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
    total[1:, 1:] = values.cumsum(axis=0).cumsum(axis=1)
    return total


def _in_boxes(running: Float64, edges: list[IntArray]) -> Float64:
    """Return sums over boxes between top, bottom, left and right."""
    top, bottom, left, right = edges
    return np.asarray(running[bottom, right] - running[top, right] - running[bottom, left] + running[top, left])


def _joined(coefficients: Float64, covariance: Float64, mean: Float64, spread: Float64) -> tuple[Float64, Float64]:
    """Return coefficients and covariance after the season, terms 1 and 2, is known as `mean` with variance `spread`."""
    matrix = np.moveaxis(covariance, 2, 0)
    column = matrix[:, :, 1:]
    inner = column[:, 1:] + spread[:, None, None] * np.eye(2)
    gain = np.moveaxis(np.linalg.solve(inner, np.moveaxis(column, 1, 2)), 1, 2)
    change = np.matmul(gain, (mean - coefficients[1:]).T[:, :, None])[:, :, 0]
    after = matrix - np.matmul(gain, np.moveaxis(column, 1, 2))
    return coefficients + change.T, np.moveaxis(after, 0, 2)

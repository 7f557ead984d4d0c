"""What GRACE shows of a load that is confined to a region: the rest leaks out, and as much leaks in."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..files.raster import RasterGrid
from .harmonics import legendre_by_order

_EARTH_AREA_M2 = 4 * np.pi * 6371007.181**2  # of the sphere with the ellipsoid's area, as in the equal-area grid


def power_by_degree(fraction: npt.ArrayLike, grid: RasterGrid, max_degree: int) -> FloatArray:
    """Return the sum over orders of C^2 + S^2 [degree] of the field that is 1 in a region and 0 elsewhere.

    Parameters
    ----------
    fraction : array [row, column]
        Part of each cell in the region.
    grid : RasterGrid
        Window of an EASE-Grid 2.0: cells of one area, rows along parallels.
    max_degree : int
        Highest degree.
    """
    weights = np.asarray(fraction, dtype=np.float64) * (grid.dx * grid.dy / _EARTH_AREA_M2)
    rows = np.flatnonzero(weights.any(axis=1))
    lon, lat = grid.lon_lat()
    angle = np.radians(lon[0])
    power = np.zeros(max_degree + 1)
    for order, functions in enumerate(legendre_by_order(lat[rows, 0], max_degree)):
        c = functions @ (weights[rows] @ np.cos(order * angle))
        s = functions @ (weights[rows] @ np.sin(order * angle))
        power[order:] += c**2 + s**2
    return power


def gain(fraction: npt.ArrayLike, grid: RasterGrid, weights: npt.ArrayLike) -> float:
    """Return the region's mean, after a filter, of a load of 1 that is confined to the region.

    Parameters
    ----------
    fraction, grid
        As for :func:`power_by_degree`.
    weights : array [degree]
        Of the filter; ones for a mere cut of the series.
    """
    filter_weights = np.asarray(weights, dtype=np.float64)
    power = power_by_degree(fraction, grid, filter_weights.size - 1)
    area = float(np.sum(np.asarray(fraction, dtype=np.float64))) * grid.dx * grid.dy / _EARTH_AREA_M2
    return float(power @ filter_weights / area)

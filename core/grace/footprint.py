"""A model's storage as GRACE would show it: the region's mean of the field after GRACE's own smoothing."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..files.raster import RasterGrid
from .filters import EARTH_KM

_REACH = 2.5
"""Radii after which the kernel (2 to the power of minus the square of the distance in radii) is below 1.4 %."""


def kernel_weights(fraction: npt.ArrayLike, grid: RasterGrid, radius_km: float) -> tuple[FloatArray, float]:
    """Return what each cell of the grid weighs in the region's mean of the smoothed field.

    The mean over the region of a field smoothed by a kernel is the mean of the field weighted by the smoothed
    region: one weight a cell serves all months.

    Parameters
    ----------
    fraction : array [row, column]
        Part of each cell in the region.
    grid : RasterGrid
        Window of an EASE-Grid 2.0: cells of one area.
    radius_km : float
        Distance at which the Gaussian kernel has half of its maximum.

    Returns
    -------
    weights : array [row, column]
        They sum up to 1.
    inside : float
        Part of the kernel's weight (0..1) that lies inside the grid; the rest is unknown and left out.
    """
    region = np.asarray(fraction, dtype=np.float64)
    lon, lat = grid.lon_lat()
    latitude, step = np.radians(lat[:, 0]), np.radians(lon[0, 1] - lon[0, 0] if grid.columns > 1 else 0.0)
    b = np.log(2.0) / (1.0 - np.cos(radius_km / EARTH_KM))
    farthest = _REACH * radius_km / EARTH_KM
    offsets = np.arange(-(grid.columns - 1), grid.columns) * step
    weights = np.zeros_like(region)
    for row in np.flatnonzero(region.any(axis=1)):
        near = np.flatnonzero(np.abs(latitude - latitude[row]) <= farthest)
        for other in near:
            cosine = np.sin(latitude[row]) * np.sin(latitude[other])
            cosine = cosine + np.cos(latitude[row]) * np.cos(latitude[other]) * np.cos(offsets)
            kernel = np.where(cosine >= np.cos(farthest), np.exp(-b * (1.0 - cosine)), 0.0)
            weights[other] += _convolve(region[row], kernel)
    cell = grid.dx * grid.dy / (EARTH_KM * 1000.0) ** 2
    # The integral of the kernel over the sphere up to its reach.
    whole = 2 * np.pi * (1.0 - np.exp(-b * (1.0 - np.cos(farthest)))) / b
    total = float(weights.sum())
    return weights / total, min(1.0, total * cell / (whole * float(region.sum())))


def _convolve(region: FloatArray, kernel: FloatArray) -> FloatArray:
    """Return the sum over the region's columns of the kernel at each column's distance from them."""
    size = region.size
    length = 1 << int(np.ceil(np.log2(3 * size)))
    product = np.fft.irfft(np.fft.rfft(region, length) * np.fft.rfft(kernel, length), length)
    return np.asarray(np.maximum(product[size - 1 : 2 * size - 1], 0.0))

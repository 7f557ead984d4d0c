"""Horizontal displacement of points under the water of cells, each cell the disk of its area."""

from __future__ import annotations

import math

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..geodesy import EARTH_RADIUS, half_chord_squared, unit_vectors
from .cells import GridCells
from .disk import horizontal_response
from .love_numbers import LoveNumbers

_NEAR = 8.0
"""Distance in radii beyond which disks of equal water act alike: a radius counts to (1 / 8)^2 / 8 = 0.2 %."""
_NEAR_NODES, _FAR_NODES = 241, 400
_RADIUS_BIN = 0.02
"""Radii within 2 % share a table, scaled by their areas."""
_PAIRS_AT_ONCE = 2**20
_MOST_PAIRS = 400_000_000


class HorizontalOperator:
    """Eastward and northward displacement of points under a load, on a layered elastic Earth.

    Every cell acts on every point as a disk of its area: right to some per cent next to a cell, where its shape
    counts, and to 0.2 % from four cells on.

    Parameters
    ----------
    cells : GridCells
        On the authalic sphere.
    lon, lat : array [point]
        Degrees on the same sphere.
    love_numbers : LoveNumbers
        Of the Earth; the origin of degree 1 is that of their frame.

    Raises
    ------
    InputError
        Where there are too many cells and points.
    """

    def __init__(self, cells: GridCells, lon: FloatArray, lat: FloatArray, love_numbers: LoveNumbers) -> None:
        if cells.lon.size * lon.size > _MOST_PAIRS:
            raise InputError(
                f"Horizontal displacement of {lon.size:,} places by {cells.lon.size:,} cells takes too long: "
                "give POINTS, or a smaller load."
            )
        self._cells = unit_vectors(cells.lon, cells.lat)
        self._points = unit_vectors(lon, lat)
        lam, phi = np.radians(lon), np.radians(lat)
        zero = np.zeros(lon.size)
        self._east = np.stack([-np.sin(lam), np.cos(lam), zero], axis=1)
        self._north = np.stack([-np.sin(phi) * np.cos(lam), -np.sin(phi) * np.sin(lam), np.cos(phi)], axis=1)
        radius = np.broadcast_to(np.asarray(cells.radius, np.float64), cells.lon.size)
        bins = np.round(np.log(radius) / _RADIUS_BIN).astype(int)
        numbers, self._bin = np.unique(bins, return_inverse=True)
        own = np.bincount(self._bin, radius) / np.bincount(self._bin)
        self._area = np.sin(radius / EARTH_RADIUS / 2) ** 2
        steps = np.linspace(-1.0, 1.0, _NEAR_NODES)
        # Nodes gather at the disk's edge, where the slope is steepest.
        inner = 1.0 + np.sign(steps) * np.abs(steps) ** 3
        self._t = np.concatenate([inner, np.geomspace(2.0, _NEAR, _NEAR_NODES)[1:]])
        self._near = np.stack(
            [horizontal_response(self._t * r, r, love_numbers) / np.sin(r / EARTH_RADIUS / 2) ** 2 for r in own]
        )
        self._own = own
        middle = float(np.median(own))
        far = np.geomspace(0.5 * _NEAR * own.min(), math.pi * EARTH_RADIUS, _FAR_NODES)
        self._log_far = np.log(np.sin(far / EARTH_RADIUS / 2))
        self._far = horizontal_response(far, middle, love_numbers) / np.sin(middle / EARTH_RADIUS / 2) ** 2

    def apply(self, storage: FloatArray) -> FloatArray:
        """Return the displacement under a load.

        Parameters
        ----------
        storage : array [.., cell]
            mm of water.

        Returns
        -------
        array [.., 2 * point]
            mm, eastward at all points, then northward.
        """
        fields = 1e-3 * np.asarray(storage, np.float64).reshape(-1, self._cells.shape[0])
        n_points = self._points.shape[0]
        result = np.empty((fields.shape[0], 2 * n_points))
        size = max(1, _PAIRS_AT_ONCE // self._cells.shape[0])
        for start in range(0, n_points, size):
            some = slice(start, min(start + size, n_points))
            response, sine = self._responses(self._points[some])
            for part, unit in enumerate((self._east, self._north)):
                away = -(unit[some] @ self._cells.T) / sine
                at = slice(part * n_points + some.start, part * n_points + some.stop)
                result[:, at] = fields @ (response * away).T
        return result.reshape(*np.shape(storage)[:-1], 2 * n_points)

    def _responses(self, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the motion away from each cell [point, cell] in mm per m of water, and the sine of the distance."""
        square = half_chord_squared(points, self._cells)
        half = np.sqrt(square)
        sine = np.maximum(2 * half * np.sqrt(np.maximum(1 - square, 0.0)), 1e-15)
        log = np.log(np.maximum(half, 1e-15))
        response = np.interp(log, self._log_far, self._far)
        distance = 2 * EARTH_RADIUS * np.arcsin(np.minimum(half, 1.0))
        for number, radius in enumerate(self._own):
            columns = np.flatnonzero(self._bin == number)
            t = distance[:, columns] / radius
            near = t < _NEAR
            if near.any():
                some = response[:, columns]
                some[near] = np.interp(t[near], self._t, self._near[number])
                response[:, columns] = some
        return response * self._area, sine

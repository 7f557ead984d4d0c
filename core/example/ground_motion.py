"""How the ground moves: the load's displacement on a net of points and between them, and all motion that is no load."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..files.raster import RasterGrid
from ..loading.operator import LoadOperator
from .area import LAT_MAX, LAT_MIN, LON_MAX, LON_MIN, EaseWindow
from .deformation import DeformationParameters, motion
from .storage_field import Storage


class GroundMotion:
    """Vertical motion of the study box in mm, up positive, in the absolute frame.

    Parameters
    ----------
    storage : Storage
        The true load.
    domain : EaseWindow
        Cells that carry it.
    days : array [time]
        When the motion is asked for.
    net_deg : float
        Distance of the points where the load operator is applied. Between them a bicubic spline is laid: the response
        of neighbouring disks sums to a smooth field.
    deformation : DeformationParameters
        Motion that is no load.
    """

    def __init__(
        self,
        storage: Storage,
        domain: EaseWindow,
        days: FloatArray,
        net_deg: float,
        deformation: DeformationParameters,
    ) -> None:
        self.days, self._deformation = days, deformation
        self._net_lon = _net(LON_MIN, LON_MAX, net_deg)
        self._net_lat = _net(LAT_MIN, LAT_MAX, net_deg)
        lon, lat = np.meshgrid(self._net_lon, self._net_lat)
        operator = LoadOperator(
            domain.lon.ravel(), domain.lat.ravel(), domain.cell_radius, point_lon=lon.ravel(), point_lat=lat.ravel()
        )
        load = operator.apply(storage.values(days, domain.lon, domain.lat))
        self._load = np.asarray(load).reshape(days.size, *lon.shape)
        self._grid: RasterGrid | None = None

    def on_grid(self, number: int, grid: RasterGrid) -> FloatArray:
        """Return the motion [row, column] at time `number` on a geographic grid."""
        if grid is not self._grid:
            self._grid = grid
            self._to_rows = spline_matrix(self._net_lat, grid.y)
            self._to_columns = spline_matrix(self._net_lon, grid.x)
            self._lon, self._lat = grid.lon_lat()
        load = self._to_rows @ self._load[number] @ self._to_columns.T
        return np.asarray(load + motion(self._deformation, float(self.days[number]), self._lon, self._lat))

    def at(self, lon: float, lat: float) -> FloatArray:
        """Return the motion [time] of one place."""
        to_row = spline_matrix(self._net_lat, np.array([lat]))[0]
        to_column = spline_matrix(self._net_lon, np.array([lon]))[0]
        load = np.einsum("r,trc,c->t", to_row, self._load, to_column)
        other = [float(motion(self._deformation, float(day), lon, lat)) for day in self.days]
        return np.asarray(load + np.array(other))


def _net(low: float, high: float, step: float) -> npt.NDArray[np.float64]:
    """Return coordinates [point] from one step below `low` to at least one step above `high`."""
    count = int(np.ceil((high - low) / step - 1e-9))
    return low + step * np.arange(-1, count + 2, dtype=np.float64)


def spline_matrix(nodes: FloatArray, points: FloatArray) -> FloatArray:
    """Return the matrix [point, node] of cubic spline interpolation."""
    from scipy.interpolate import CubicSpline

    return np.asarray(CubicSpline(nodes, np.eye(nodes.size))(points))

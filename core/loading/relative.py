"""What relative observations see of a displacement: less a reference area, less the first date, less a plane.

Interferometric displacement is relative to a reference area and to its first date, and often freed of a
plane. A predicted displacement must go through the same before the two are compared: the far field of a
large load is nearly uniform over a scene and vanishes from relative observations, though not from absolute ones.
"""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..netcdf import ReferenceArea
from .sphere import places

RAMPS = ("none", "plane")
_NET = 3


class RelativeProjection:
    """The linear map from absolute displacement to relative displacement.

    Parameters
    ----------
    lon, lat : array [point]
        Where displacement was observed, degrees.
    reference : ReferenceArea, optional
        Area whose mean is zero at every date. It is seen through a net of 3 x 3 places of its own, so that it may
        be smaller than the cells; None: no reference.
    first_date : int, optional
        Number of the date whose displacement is zero; None: all dates stand for themselves.
    ramp : str
        ``plane``: a plane in east and north, with its constant, is fitted to every date and taken away.

    Attributes
    ----------
    lon, lat : array [place]
        Where the displacement must be predicted: the points, then the reference area's net.
    n_points : int
        How many of them are points.
    """

    def __init__(
        self,
        lon: FloatArray,
        lat: FloatArray,
        reference: ReferenceArea | None = None,
        first_date: int | None = 0,
        ramp: str = "none",
    ) -> None:
        if ramp not in RAMPS:
            raise InputError(f"RAMP must be one of {', '.join(RAMPS)}; it is '{ramp}'.")
        lon, lat = places(lon, lat, "points")
        self.n_points, self._first_date, self._ramp = lon.size, first_date, ramp
        net_lon, net_lat = _net(reference) if reference is not None else (np.empty(0), np.empty(0))
        self.lon, self.lat = np.concatenate([lon, net_lon]), np.concatenate([lat, net_lat])
        east = (lon - lon.mean()) * np.cos(np.radians(lat))
        self._plane = np.stack([np.ones(lon.size), east, lat - lat.mean()], axis=1)

    def apply(self, displacement: FloatArray, valid: BoolArray | None = None) -> FloatArray:
        """Return the relative displacement.

        Parameters
        ----------
        displacement : array [.., date, place]
            At the places of this object, mm.
        valid : array [date, point], optional
            Where the observations have values: a plane is fitted there only. Everywhere where not given.

        Returns
        -------
        array [.., date, point]
            mm.
        """
        displacement = np.asarray(displacement, np.float64)
        if displacement.ndim < 2 or displacement.shape[-1] != self.lon.size:
            raise InputError(
                f"Displacement must have the dimensions [.., date, place] with {self.lon.size} places; "
                f"its shape is {displacement.shape}."
            )
        points, net = displacement[..., : self.n_points], displacement[..., self.n_points :]
        result = points - net.mean(axis=-1, keepdims=True) if net.shape[-1] else points.copy()
        if self._ramp == "plane":
            for date, fit in enumerate(self._fits(valid, result.shape[-2])):
                result[..., date, :] -= (result[..., date, :] @ fit) @ self._plane.T
        if self._first_date is not None:
            result = result - result[..., self._first_date : self._first_date + 1, :]
        return np.asarray(result)

    def adjoint(self, values: FloatArray, valid: BoolArray | None = None) -> FloatArray:
        """Return the transposed map of values [.., date, point]: [.., date, place]."""
        result = np.array(values, np.float64)
        if self._first_date is not None:
            result[..., self._first_date, :] -= result.sum(axis=-2)
        if self._ramp == "plane":
            for date, fit in enumerate(self._fits(valid, result.shape[-2])):
                result[..., date, :] -= (result[..., date, :] @ self._plane) @ fit.T
        count = self.lon.size - self.n_points
        if not count:
            return result
        net = np.repeat(-result.sum(axis=-1, keepdims=True) / count, count, axis=-1)
        return np.concatenate([result, net], axis=-1)

    def _fits(self, valid: BoolArray | None, dates: int) -> list[FloatArray]:
        """Return for each date the matrix [point, 3] whose product with a displacement gives its plane."""
        if valid is None:
            return [np.linalg.pinv(self._plane).T] * dates
        fits = []
        for chosen in np.asarray(valid, bool):
            fit = np.zeros_like(self._plane)
            # Fewer than three points, or points on a line: the plane of least slope.
            fit[chosen] = np.linalg.pinv(self._plane[chosen]).T
            fits.append(fit)
        return fits


def _net(area: ReferenceArea) -> tuple[FloatArray, FloatArray]:
    part = (np.arange(_NET) + 0.5) / _NET
    lon = area.lon_min + (area.lon_max - area.lon_min) * part
    lat = area.lat_min + (area.lat_max - area.lat_min) * part
    east, north = np.meshgrid(lon, lat)
    return east.ravel(), north.ravel()

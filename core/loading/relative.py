"""What relative observations see of a displacement: less a reference area, less the first date, less a plane.

Interferometric displacement is relative to a reference area and to its first date, and often freed of a
plane. A predicted displacement must go through the same before the two are compared: the far field of a
large load is nearly uniform over a scene and vanishes from relative observations, though not from absolute ones.
"""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files.reference_area import ReferenceArea
from .free_patterns import FreePatterns, offset_and_plane, offset_and_surface
from .sphere import places

RAMPS = ("none", "plane", "quadratic")


class RelativeProjection:
    """The linear map from absolute displacement to relative displacement.

    Parameters
    ----------
    lon, lat : array [point]
        Where displacement was observed, degrees.
    reference : ReferenceArea, optional
        Area whose mean is zero at every date. It is seen through a net of places of its own, so that it may be smaller
        than the cells; None: no reference.
    first_date : int, optional
        Number of the date whose displacement is zero; None: all dates stand for themselves.
    ramp : str
        ``plane``: a plane in east and north, with its constant, is fitted to every date and taken away; ``quadratic``:
        a surface with squares and product of the coordinates too.

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
        self.n_points, self._first_date = lon.size, first_date
        nothing = np.empty(0)
        net_lon, net_lat, weights = (nothing, nothing, nothing) if reference is None else reference.net()
        self._weights: FloatArray = weights
        self.lon, self.lat = np.concatenate([lon, net_lon]), np.concatenate([lat, net_lat])
        self._ramp = None
        if ramp != "none":
            self._ramp = FreePatterns((offset_and_plane if ramp == "plane" else offset_and_surface)(lon, lat))

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
        result = points - (net @ self._weights)[..., np.newaxis] if self._weights.size else points.copy()
        if self._ramp is not None:
            for date, used in enumerate(self._used(valid, result.shape[-2])):
                result[..., date, :] = self._ramp.take_out(result[..., date, :], used)
        if self._first_date is not None:
            result = result - result[..., self._first_date : self._first_date + 1, :]
        return np.asarray(result)

    def of_reference(self, displacement: FloatArray) -> FloatArray:
        """Return the mean [.., date] over the reference area of displacement [.., date, place]; 0 without one."""
        net = np.asarray(displacement, np.float64)[..., self.n_points :]
        return np.asarray(net @ self._weights)

    def adjoint(self, values: FloatArray, valid: BoolArray | None = None) -> FloatArray:
        """Return the transposed map of values [.., date, point]: [.., date, place]."""
        result = np.array(values, np.float64)
        if self._first_date is not None:
            result[..., self._first_date, :] -= result.sum(axis=-2)
        if self._ramp is not None:
            for date, used in enumerate(self._used(valid, result.shape[-2])):
                result[..., date, :] = self._ramp.take_out_adjoint(result[..., date, :], used)
        if not self._weights.size:
            return result
        net = -result.sum(axis=-1, keepdims=True) * self._weights
        return np.concatenate([result, net], axis=-1)

    def _used(self, valid: BoolArray | None, dates: int) -> BoolArray:
        """Return at which points a plane is fitted, [date, point]."""
        return np.ones((dates, self.n_points), bool) if valid is None else np.asarray(valid, bool)

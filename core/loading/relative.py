"""What relative observations see of a displacement: less a reference area, less the first date, less a plane.

Interferometric displacement is relative to a reference area and to its first date, and often freed of a
plane. A predicted displacement must go through the same before the two are compared: the far field of a
large load is nearly uniform over a scene and vanishes from relative observations, though not from absolute ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files.reference_area import ReferenceArea
from .free_patterns import offset_and_plane, offset_and_surface
from .sphere import places

RAMPS = ("none", "plane", "quadratic")
_NEGLIGIBLE = 1e-9
"""Part of the largest singular value: points on a line do not tell the slope across it."""


class RelativeProjection:
    """The linear map from absolute vertical displacement to what relative observations of it say.

    The satellite sees its part along the line of sight, ``look`` times as much. There a ramp is taken out, then the
    mean over the reference area; divided by ``look`` it is called vertical again. Where the incidence changes over a
    scene, what the reference area does remains as ``1 - reference_look / look`` of it.

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
    look : array [point], optional
        Upward part of the unit vector to the satellite; 1 where not given: seen from above.
    reference_look : float
        The same at the reference area; NaN: the mean of `look`.

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
        *,
        look: FloatArray | None = None,
        reference_look: float = math.nan,
    ) -> None:
        if ramp not in RAMPS:
            raise InputError(f"RAMP must be one of {', '.join(RAMPS)}; it is '{ramp}'.")
        lon, lat = places(lon, lat, "points")
        self.n_points, self._first_date = lon.size, first_date
        nothing = np.empty(0)
        net_lon, net_lat, weights = (nothing, nothing, nothing) if reference is None else reference.net()
        self._weights: FloatArray = weights
        self.lon, self.lat = np.concatenate([lon, net_lon]), np.concatenate([lat, net_lat])
        self._columns = None
        if ramp != "none":
            self._columns = (offset_and_plane if ramp == "plane" else offset_and_surface)(self.lon, self.lat)
        look = np.ones(lon.size) if look is None else np.asarray(look, np.float64)
        of_area = reference_look if math.isfinite(reference_look) else float(np.nanmean(look))
        self._look = np.concatenate([look, np.full(weights.size, of_area)])

    def apply(self, displacement: FloatArray, weight: FloatArray | BoolArray | None = None) -> FloatArray:
        """Return the relative displacement.

        Parameters
        ----------
        displacement : array [.., date, place]
            At the places of this object, mm.
        weight : array [date, point], optional
            Of the points in the fit of the ramp, such as their numbers of pixels; 0 where the observations have no
            value. All alike where not given.

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
        seen = displacement * self._look
        for date, (fit, columns) in enumerate(self._fits(weight, seen.shape[-2])):
            seen[..., date, :] -= seen[..., date, : self.n_points] @ fit.T @ columns.T
        points, net = seen[..., : self.n_points], seen[..., self.n_points :]
        result = points - (net @ self._weights)[..., np.newaxis] if self._weights.size else points
        result = result / self._look[: self.n_points]
        if self._first_date is not None:
            result = result - result[..., self._first_date : self._first_date + 1, :]
        return np.asarray(result)

    def of_reference(self, displacement: FloatArray) -> FloatArray:
        """Return the mean [.., date] over the reference area of displacement [.., date, place]; 0 without one."""
        net = np.asarray(displacement, np.float64)[..., self.n_points :]
        return np.asarray(net @ self._weights)

    def of_tie(self, up_ref: FloatArray) -> FloatArray:
        """Return what the reference area's vertical motion [.., date] adds at the points [.., date, point] by a tie."""
        of_area = self._look[-1] if self._weights.size else 1.0
        return np.asarray(up_ref[..., np.newaxis] * (of_area / self._look[: self.n_points]))

    def adjoint(self, values: FloatArray, weight: FloatArray | BoolArray | None = None) -> FloatArray:
        """Return the transposed map of values [.., date, point]: [.., date, place]."""
        result = np.array(values, np.float64)
        if self._first_date is not None:
            result[..., self._first_date, :] -= result.sum(axis=-2)
        result = result / self._look[: self.n_points]
        if self._weights.size:
            net = -result.sum(axis=-1, keepdims=True) * self._weights
            result = np.concatenate([result, net], axis=-1)
        for date, (fit, columns) in enumerate(self._fits(weight, result.shape[-2])):
            result[..., date, : self.n_points] -= result[..., date, :] @ columns @ fit
        return np.asarray(result * self._look)

    def _fits(self, weight: FloatArray | BoolArray | None, dates: int) -> Iterator[tuple[FloatArray, FloatArray]]:
        """Yield of every date what gives the ramp's terms of the points, [term, point], and the terms' columns."""
        if self._columns is None:
            return
        all_alike = np.ones((dates, self.n_points)) if weight is None else np.asarray(weight, np.float64)
        known: dict[bytes, FloatArray] = {}
        for one in all_alike:
            key = one.tobytes()
            if key not in known:
                root = np.sqrt(one)
                known = {key: np.linalg.pinv(self._columns[: self.n_points] * root[:, None], _NEGLIGIBLE) * root}
            yield known[key], self._columns

"""Spatially correlated random fields that can be evaluated anywhere: white noise at nodes, through a kernel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..geodesy import distance_km
from .area import KM_PER_DEGREE, MIDDLE_LAT, MIDDLE_LON

_HALF_WIDTH_KM = 1300.0


@dataclass(frozen=True)
class NodeBasis:
    """Nodes at distances of half a correlation length, around the study area.

    Independent unit variables at the nodes give a field of unit variance everywhere, whose correlation at distance d
    is about ``exp(-(d / L)^2)``.

    Attributes
    ----------
    length_km : float
        Correlation length L.
    """

    length_km: float

    @property
    def nodes(self) -> tuple[FloatArray, FloatArray]:
        """Longitude and latitude of the nodes in degrees, each [node]."""
        step = self.length_km / 2
        count = int(np.ceil((_HALF_WIDTH_KM + self.length_km) / step))
        offset = np.arange(-count, count + 1) * step
        north, east = (part.ravel() for part in np.meshgrid(offset, offset, indexing="ij"))
        lat = MIDDLE_LAT + north / KM_PER_DEGREE
        return MIDDLE_LON + east / (KM_PER_DEGREE * np.cos(np.radians(lat))), lat

    @property
    def count(self) -> int:
        """How many nodes."""
        return int(self.nodes[0].size)

    def weights(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the weight of every node at points [node, point]; their squares sum to 1 at each point.

        Parameters
        ----------
        lon, lat : array [point]
            In degrees.
        """
        node_lon, node_lat = self.nodes
        distance = distance_km(node_lon, node_lat, np.ravel(lon), np.ravel(lat))
        kernel = np.exp(-2.0 * (distance / self.length_km) ** 2)
        return np.asarray(kernel / np.sqrt(np.sum(kernel**2, axis=0)))


def autoregressive(rng: np.random.Generator, n_days: int, n_series: int, memory_days: float) -> FloatArray:
    """Return stationary daily series [day, series] of unit variance and correlation ``exp(-dt / memory)``."""
    from scipy.signal import lfilter

    phi = np.exp(-1.0 / memory_days)
    noise = rng.standard_normal((n_days, n_series))
    noise[1:] *= np.sqrt(1.0 - phi**2)
    return np.asarray(lfilter([1.0], [1.0, -phi], noise, axis=0))

"""Water in equilibrium above local water tables, over the topographic index of a catchment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from .topographic_index import IndexDistribution

TABLE_DEPTHS = 0.1 * (np.arange(1, 151) - 10)  # m, mean depth of the water table: -0.9 to 14 m


@dataclass(frozen=True)
class Retention:
    """What of a soil decides on its equilibrium profile (Clapp and Hornberger 1978).

    Attributes
    ----------
    bee, psis, poros : float
        Exponent, saturated matric potential (m) and porosity.
    """

    bee: float
    psis: float
    poros: float

    def stored(self, height: FloatArray) -> FloatArray:
        """Return the water above a water table at a depth (m) as metres of saturated soil."""
        b, psi = self.bee, self.psis
        return -psi * (b / (b - 1.0)) * (((psi - height) / psi) ** (1.0 - 1.0 / b) - 1.0)


def local_depths(index: IndexDistribution, decay: float, mean_depth: FloatArray) -> FloatArray:
    """Return the local water table's depth [.., class] at mean depths [..] (m), not above the ground."""
    return np.maximum(0.0, mean_depth[..., None] - (index.index - index.mean) / decay)


def deficits(local: FloatArray, index: IndexDistribution, soil: Retention, normalized: bool = True) -> FloatArray:
    """Return the catchment deficit [..] of local depths [.., class], mm."""
    lacking = local - soil.stored(local)
    total = (lacking * index.weight).sum(axis=-1)
    return 1000.0 * soil.poros * total / (index.weight.sum() if normalized else 1.0)


def root_wetness(local: FloatArray, root: float, soil: Retention) -> FloatArray:
    """Return the mean degree of saturation of the top `root` metres over local water tables [.., class]."""
    b, psi = soil.bee, soil.psis
    shallow = soil.stored(np.minimum(local, root)) / root + (1.0 - local / root)
    power = 1.0 - 1.0 / b
    upper = ((psi - local) / psi) ** power
    lower = ((psi - np.maximum(local - root, 0.0)) / psi) ** power
    deep = -(psi / root) * (b / (b - 1.0)) * (upper - lower)
    return np.where(local <= 0.0, 1.0, np.where(local < root, shallow, deep))


def baseflow_parameters(table: FloatArray, mean_index: float) -> tuple[float, float, float]:
    """Return bf1, bf2, bf3 from the deficits [150] at :data:`TABLE_DEPTHS`: D = bf1 (Z + bf2)^2 at 0 and 2.5 m."""
    first, second = np.sqrt(table[9]), np.sqrt(table[34])
    bf2 = 2.5 * first / (second - first)
    return float(table[9] / bf2**2), float(bf2), mean_index

"""Exchange of root zone and water table: tsa and tsb out of a soil's loss table (Ducharne et al. 2000)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from .topographic_index import IndexDistribution
from .water_profiles import Retention, deficits, local_depths, root_wetness

ROOT_ZONE = 1.1  # m, always
_FASTEST = 0.041  # an hour
_ANOMALY = 0.1  # of porosity
_DEPTHS = np.array([1.5, 2.0])  # m
TABLE_DEPTHS = np.linspace(1.0, 5.0, 81)
TABLE_ANOMALIES = np.linspace(-0.20, 0.20, 41)


@dataclass(frozen=True)
class LossTable:
    """How fast a root zone of a texture class gives its excess to the water table.

    Attributes
    ----------
    excess : array [81, 41]
        Root-zone excess (m) at water tables of 1 to 5 m and anomalies of -0.20 to 0.20.
    daily_loss : array [81, 41]
        Part of it that is gone after a day.
    """

    excess: FloatArray
    daily_loss: FloatArray

    @property
    def hourly_loss(self) -> FloatArray:
        """Part of the excess that is gone after an hour; 0 where the table's is not positive."""
        daily = np.where(self.daily_loss > 0.0, np.minimum(self.daily_loss, 1.0), 0.0)
        return 1.0 - (1.0 - daily) ** (1.0 / 24.0)


def exchange_parameters(
    index: IndexDistribution, soil: Retention, decay: float, table: LossTable
) -> tuple[float, float, float, float]:
    """Return tsa1, tsa2, tsb1, tsb2: the logarithm of the catchment's hourly loss as a line in its deficit.

    The first of each pair is for excess, the second for lack of water.
    """
    local = local_depths(index, decay, _DEPTHS)
    deficit = deficits(local, index, soil, normalized=False)
    content = root_wetness(local, ROOT_ZONE, soil) * soil.poros
    made = []
    for anomaly in (_ANOMALY * soil.poros, -_ANOMALY * soil.poros):
        bounded = np.where(content + anomaly > soil.poros, soil.poros - content, anomaly)
        bounded = np.where(content + anomaly < 0.0, content, bounded)
        mean = (_hourly(local, bounded, table) * index.weight).sum(axis=-1)
        slope = (np.log(mean[1]) - np.log(mean[0])) / (deficit[1] - deficit[0])
        made.append((float(np.log(mean[1]) - slope * deficit[1]), float(slope)))
    (tsa1, tsb1), (tsa2, tsb2) = made
    return tsa1, tsa2, tsb1, tsb2


def _hourly(local: FloatArray, bounded: FloatArray, table: LossTable) -> FloatArray:
    """Return the hourly loss at local water tables and root-zone anomalies [.., class]."""
    row = np.clip(((100.0 * local - 99.0) / 5.0).astype(np.intp), 0, TABLE_DEPTHS.size - 1)
    reached = table.excess[row] <= bounded[..., None]
    columns = np.arange(TABLE_ANOMALIES.size)
    column = np.where(reached, columns, 0).max(axis=-1)
    loss = np.minimum(table.hourly_loss[row, column], _FASTEST)
    return np.where(local < 1.0, _FASTEST, loss)

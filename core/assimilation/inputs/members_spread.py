"""What a file of members says of its own error: how far their means over the region lie apart."""

from __future__ import annotations

import numpy as np

from ...arrays import BoolArray, FloatArray
from .storage import StorageSeries

_FAR = 2.0  # of the error that is estimated over the spread, or the other way, from which on it is said


def region_spread(storage: StorageSeries, cells: BoolArray, shares: FloatArray, days: FloatArray) -> float | None:
    """Return the standard deviation (mm) between members of the region's mean; None for a single series.

    Parameters
    ----------
    storage : StorageSeries
        Members.
    cells : array [row, column] of bool
        Cells that carry load.
    shares : array [cell]
        Weights of the cells in the region's mean.
    days : array [epoch]
        Epochs; of each member the departure from its own mean over them counts, as the analysis is judged.
    """
    if not storage.members:
        return None
    inside = shares > 0
    means = np.stack([storage.at(float(day))[:, cells][:, inside] @ shares[inside] for day in days])
    means -= means.mean(axis=0)
    return float(np.sqrt(means.var(axis=1, ddof=1).mean()))


def spread_warning(spread_mm: float, error_mm: float) -> str | None:
    """Return what to say where the members lie much closer together, or further apart, than the data let them err."""
    if error_mm > _FAR * spread_mm:
        word = "closer together"
    elif spread_mm > _FAR * error_mm:
        word = "further apart"
    else:
        return None
    return (
        f"The members of INPUT lie {word} than they err: their means of the region have a standard deviation of "
        f"{spread_mm:.1f} mm, by the data their mean is wrong by {error_mm:.1f} mm. The analysis goes by the data; a "
        "METHOD that draws on the members' spread (enkf_3d, letkf) would go by the spread."
    )

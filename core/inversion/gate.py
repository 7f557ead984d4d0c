"""The information gate: whether the data can tell the region's mean at all.

With the sizes of the prior at their hyperpriors, never with those that relative data make likely: these would open it.
"""

from __future__ import annotations

import math

import numpy as np

from ..arrays import FloatArray
from .system import DataSystem

NOTHING_KNOWN = 0.97
"""Standard deviation of the mean after over before from which on the data tell nothing, as in the assimilation."""


def mean_ratio(prior_variance: float, loaded: FloatArray, total: FloatArray, free: FloatArray) -> float:
    """Return the standard deviation of the region's mean after the data over that before.

    Parameters
    ----------
    prior_variance : float
        w'C w of the mean's weights (mm2).
    loaded : array [datum]
        H C w.
    total : array [datum, datum]
        H C H' + R.
    free : array [datum, term]
        Free patterns.
    """
    system = DataSystem(total, free)
    if system.freedom <= 0:
        return 1.0
    explained = float(loaded @ system.project(loaded[:, np.newaxis])[:, 0])
    return math.sqrt(max(0.0, 1.0 - explained / prior_variance))

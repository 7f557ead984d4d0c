"""Tapering of sampled covariances with distance."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...arrays import FloatArray


class Localization(NamedTuple):
    """Weights 0 to 1 of the covariances that an ensemble samples.

    Attributes
    ----------
    states : array [state, observation]
        Of the covariance between a state and a predicted observation.
    observations : array [observation, observation]
        Of the covariance between two predicted observations. The error covariance of the observations is known, not
        sampled, and is never tapered.
    """

    states: FloatArray
    observations: FloatArray


def gaspari_cohn(distance: FloatArray, support: float) -> FloatArray:
    """Return the compactly supported fifth-order correlation function of Gaspari and Cohn.

    Parameters
    ----------
    distance : array [..]
        Zero or more, in the unit of `support`.
    support : float
        Distance from which on the weight is zero.

    Returns
    -------
    array [..]
        1 at distance 0, falling to 0 at `support`.

    Notes
    -----
    Gaspari, G., Cohn, S. E. (1999), Quarterly Journal of the Royal Meteorological Society 125, 723-757, eq. 4.10,
    with c = support / 2.

    Examples
    --------
    >>> import numpy as np
    >>> gaspari_cohn(np.array([0.0, 300.0, 600.0]), 600.0).round(4)
    array([1.    , 0.2083, 0.    ])
    """
    r = np.asarray(distance, dtype=np.float64) / (support / 2)
    inner = 1 + r**2 * (-5 / 3 + r * (5 / 8 + r * (1 / 2 - r / 4)))
    safe = np.maximum(r, 1.0)  # the outer branch divides by r
    outer = 4 - 5 * r + r**2 * (5 / 3 + r * (5 / 8 + r * (-1 / 2 + r / 12))) - 2 / (3 * safe)
    return np.where(r <= 1, inner, np.where(r < 2, np.maximum(outer, 0.0), 0.0))

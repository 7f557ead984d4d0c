"""Ranks of values, for measures that do not trust their size."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import MissingPackageError


def ranks(values: npt.ArrayLike) -> FloatArray:
    """Return the ranks (from 1) of values [month, ..] along the months; equal ones share their mean rank, NaN stays."""
    try:
        from scipy.stats import rankdata
    except ImportError:
        raise MissingPackageError("scipy") from None
    given = np.asarray(values, dtype=np.float64)
    flat = given.reshape(len(given), int(np.prod(given.shape[1:])))
    result = np.full(flat.shape, np.nan)
    for column in range(flat.shape[1]):
        finite = np.isfinite(flat[:, column])
        result[finite, column] = rankdata(flat[finite, column])
    return result.reshape(given.shape)

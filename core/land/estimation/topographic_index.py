"""Distribution of the topographic index over a catchment: a gamma distribution of three parameters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray

CLASSES = 1000
_LARGEST = 50.0
_LEAST_LOG_WEIGHT = -10.0


@dataclass(frozen=True)
class IndexDistribution:
    """Classes of the topographic index ln(upslope area per contour / slope), wettest first.

    Attributes
    ----------
    index, weight : array [class]
        Values from large to small, and their parts of the area, none of them 0.
    mean : float
        Mean index.
    skew : float
        Skewness as used, within its limits.
    spacing : float
        Of neighbouring values.
    """

    index: FloatArray
    weight: FloatArray
    mean: float
    skew: float
    spacing: float


def index_distribution(mean: float, std: float, skew: float) -> IndexDistribution:
    """Return the distribution of given mean, standard deviation and skewness.

    The skewness is limited to 0.005..1.9 or -1.6..-0.005; a negative one mirrors the distribution about the mean.
    """
    from scipy.special import gammaln

    skew = float(np.clip(skew, 0.005, 1.9) if skew >= 0 else np.clip(skew, -1.6, -0.005))
    eta = 4.0 / skew**2
    scale = np.sqrt(eta) / std
    origin = mean - eta / scale
    spacing = (_LARGEST - origin) / CLASSES
    index = (np.arange(1, CLASSES + 1) - 0.95) * spacing + origin
    shifted = index - origin
    log_weight = eta * np.log(scale) + (eta - 1.0) * np.log(shifted) - scale * shifted - gammaln(eta)
    weight = np.where(log_weight < _LEAST_LOG_WEIGHT, 0.0, np.exp(log_weight))
    weight /= weight.sum()
    if skew >= 0:
        index, weight = index[::-1], weight[::-1]
    else:
        index = 2.0 * mean - index
    kept = weight > 0
    index, weight = index[kept], weight[kept]
    return IndexDistribution(index, weight, float((weight * index).sum() / weight.sum()), skew, spacing)

"""Two priors, averaged as likely as the data make them: the season of the storage errs, or it is right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ..algebra.data_space import Solved
from ..priors.covariance import DataCovariance
from ..priors.season import Season
from ..priors.season_aware import Sizes
from .exact import ExactFilter

_ODDS = 3.0  # beforehand, that the season of a land model errs rather than not: most do, in size or in time
_UNLIKELY = 1e-3  # probability below which a prior is left out


@dataclass(frozen=True)
class Alternative:
    """A prior, the data solved with it, and its probability.

    Attributes
    ----------
    sizes : Sizes
        Of the prior and of errors.
    solved : Solved
        The data.
    weight : float
        Probability; those of all alternatives sum to 1.
    """

    sizes: Sizes
    solved: Solved
    weight: float


def season_alternatives(
    covariance: DataCovariance, sizes: Sizes, solved: Solved, probability: float | None = None
) -> tuple[Alternative, ...]:
    """Return the priors that the data leave possible: with a season that errs, with one that is right, or both.

    Beforehand a season that errs is three times as likely. Where the season is right, a factor on it that is learned
    from noisy data makes a season of its own error; the average is nearly free of it, and of no consequence where the
    season errs.

    Parameters
    ----------
    covariance : DataCovariance
        Of the data.
    sizes : Sizes
        Of the prior with a season that errs.
    solved : Solved
        The data with that prior.
    probability : float, optional
        That the season errs, where it is known from a run that is taken up.
    """
    if solved.values.size == 0 or not covariance.season or sizes.season_common == 0:
        return (Alternative(sizes, solved, 1.0),)
    if probability is not None and probability > 1 - _UNLIKELY:
        return (Alternative(sizes, solved, 1.0),)
    right = sizes.without_season()
    without = Solved.of(covariance.total(right), covariance.rows.values)
    if probability is None:
        gain = float(solved.log_likelihood[0] - without.log_likelihood[0])
        probability = float(1 / (1 + np.exp(-np.clip(gain, -500, 500)) / _ODDS))
    found = (Alternative(sizes, solved, probability), Alternative(right, without, 1 - probability))
    likely = [one for one in found if one.weight > _UNLIKELY]
    total = sum(one.weight for one in likely)
    return tuple(Alternative(one.sizes, one.solved, one.weight / total) for one in likely)


@dataclass(frozen=True)
class Average:
    """Storage by all alternatives.

    Attributes
    ----------
    change : array [day, cell]
        What the data change (mm).
    std : array [day, cell]
        Standard deviation (mm) of the departure from the mean over the days.
    region_variance : array [day]
        Of the region's mean (mm2).
    """

    change: FloatArray
    std: FloatArray
    region_variance: FloatArray


def averaged(
    covariance: DataCovariance,
    alternatives: tuple[Alternative, ...],
    places: FloatArray,
    season: Season | None,
    days: FloatArray,
    *,
    shares: FloatArray,
    smoother: bool,
) -> Average:
    """Return the mean over the alternatives; variances are those of each and what their means differ by.

    Parameters
    ----------
    covariance : DataCovariance
        Of the data.
    alternatives : tuple of Alternative
        Priors.
    places : array [cell, 3]
        Unit vectors to the cells.
    season : Season, optional
        Of the open loop.
    days : array [day]
        Epochs.
    shares : array [cell]
        Weights of the region's mean.
    smoother : bool
        Correct each day by later data, too.
    """
    changes: list[FloatArray] = []
    variance, region = np.zeros((days.size, places.shape[0])), np.zeros(days.size)
    for one in alternatives:
        exact = ExactFilter(covariance, one.sizes, one.solved, places, season)
        changes.append(exact.mean(days) if smoother else exact.filtered(days))
        variance += one.weight * exact.variance(days)
        region += one.weight * exact.mean_variance(days, shares)[1]
    change = sum((one.weight * each for one, each in zip(alternatives, changes)), np.zeros_like(changes[0]))
    for one, each in zip(alternatives, changes):
        departure = each - change
        departure = departure - departure.mean(axis=0)
        variance += one.weight * departure**2
        region += one.weight * (departure @ shares) ** 2
    return Average(change, np.sqrt(variance), region)

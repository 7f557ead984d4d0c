"""What is taken out of observed and predicted displacement, so that both are anomalies to the same epochs.

The constant of an interferometric series (its first date's noise and load) is unknown, and the model's mean level
is not better known. The mean over the epochs that a cell was observed at is therefore taken out of both; that of the
prediction is the open loop's ensemble mean, never a member's own: members differ in their level because the level is
uncertain, and that uncertainty must stay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ...dates import DAYS_PER_YEAR


@dataclass(frozen=True)
class Removed:
    """Mean and trend that were taken out, per point.

    Attributes
    ----------
    middle : array [point]
        Mean day of the epochs with an observation.
    observed, predicted : array [2, point]
        Mean (mm) and trend (mm a year; 0 unless asked for) over those epochs; NaN where they are too few.
    """

    middle: FloatArray
    observed: FloatArray
    predicted: FloatArray

    def observed_at(self, day: float) -> FloatArray:
        """Return what is taken out of the observations at `day`, [point]."""
        return self._at(self.observed, day)

    def predicted_at(self, day: float) -> FloatArray:
        """Return what is taken out of every member's prediction at `day`, [point]."""
        return self._at(self.predicted, day)

    def _at(self, terms: FloatArray, day: float) -> FloatArray:
        level: FloatArray = terms[0] + terms[1] * ((day - self.middle) / DAYS_PER_YEAR)
        return level


def common_level(days: FloatArray, observed: FloatArray, predicted: FloatArray, trend: bool) -> Removed:
    """Fit what is taken out, per point over the epochs with both values.

    Parameters
    ----------
    days : array [epoch]
        Days.
    observed : array [epoch, point]
        NaN where there is no observation.
    predicted : array [epoch, point]
        Of the open loop's ensemble mean.
    trend : bool
        Fit a line instead of a mean.
    """
    valid = np.isfinite(observed) & np.isfinite(predicted)
    count = valid.sum(axis=0)
    # An anomaly to itself (or two to a line) is zero whatever the ground did, and says nothing.
    enough = count >= (3 if trend else 2)
    divisor = np.where(enough, count, np.nan)
    middle = np.where(valid, days[:, np.newaxis], 0.0).sum(axis=0) / divisor
    years = np.where(valid, (days[:, np.newaxis] - middle) / DAYS_PER_YEAR, 0.0)
    terms = []
    for values in (observed, predicted):
        mean = np.where(valid, values, 0.0).sum(axis=0) / divisor
        slope = np.zeros_like(mean)
        if trend:
            spread = np.where(enough, (years**2).sum(axis=0), np.nan)
            slope = (years * np.where(valid, values - mean, 0.0)).sum(axis=0) / spread
        terms.append(np.stack([mean, slope]))
    return Removed(middle, terms[0], terms[1])

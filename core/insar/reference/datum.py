"""Whether interferograms are relative to the reference area before anything is subtracted.

Some stacks come with a reference of their own that stands where ours does, or with the phase of their still part at 0.
The mean phase of the area is then nothing but the noise of its few pixels, and to subtract it puts that noise into
every pixel of the frame: the network sums it to a walk in time that all pixels share, whatever is averaged afterwards
(3 x 3 pixels with 0.2 rad over 110 dates: 0.17 mm/yr of trend everywhere).
"""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ..solver.motion import motion_model
from ..solver.network import Network
from ..solver.network_solver import NetworkSolver

_LEAST_PIXELS = 4
"""Fewest pixels of the area for its noise to be known."""
_LEAST_PAIRS, _LEAST_DATES = 20, 10
"""With fewer the tests would pass whatever is there."""
_DEVIATIONS = 4.0
"""Standard deviations of a chi-squared sum by which it may exceed its expectation."""
_MOTION_LIMITS = {1: 15.14, 3: 21.11}
"""Chi-squared of trend, and of trend and season, that chance exceeds once in ten thousand (tables)."""


def already_relative(mean: FloatArray, variance: FloatArray, n_pixels: int, network: Network) -> bool:
    """Return whether the mean phase of the area is 0 in all pairs to within the noise of its pixels.

    Three tests must all pass: the sum of squares over pairs (constants of pairs would show), that of what closes all
    loops (motion and air of the area), and trend and season (slow motion hides in the noise of single pairs). Noise
    that neighbouring pixels share counts as signal, so that in doubt the area is subtracted as ever.

    Parameters
    ----------
    mean : array [pair]
        Mean phase over the area in rad.
    variance : array [pair]
        Of the mean, from the scatter of the pixels, in rad^2.
    n_pixels : int
        Of the area.
    network : Network
        Of these pairs.
    """
    n_pairs, expected = mean.size, float(np.mean(variance)) if mean.size else 0.0
    if n_pixels < _LEAST_PIXELS or n_pairs < _LEAST_PAIRS or not expected > 0:
        return False
    spread = np.sqrt(2.0 / n_pairs * (1.0 + 1.0 / (n_pixels - 1)))  # of the ratio of two estimates of one variance
    if np.mean(mean**2) / expected > 1.0 + _DEVIATIONS * spread:
        return False
    model = motion_model(network.dates_days, seasonal=True)
    found = NetworkSolver(network.pairs, network.dates_days).solve(mean[:, None], motion=model)
    rank = network.n_dates - 1 - int(found.n_gaps[0])
    if rank < _LEAST_DATES or found.motion is None:
        return False
    series = found.displacement[:, 0]
    closing = np.sum((series[network.pairs[:, 1]] - series[network.pairs[:, 0]]) ** 2) / expected
    if closing > rank + _DEVIATIONS * np.sqrt(2.0 * rank):
        return False
    n_terms = 3 if model.annual else 1
    theta, covariance = found.motion.coefficients[:n_terms, 0], found.motion.covariance[:n_terms, :n_terms, 0]
    return bool(theta @ np.linalg.solve(covariance, theta) < _MOTION_LIMITS[n_terms])

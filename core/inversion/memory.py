"""Storage that remembers: all epochs together, by a Kalman filter and smoother of the noise-free displacement.

Storage has the covariance C exp(-dt / memory) (space times time). The noise-free displacement of the data's points,
y = H x, has the same memory and the covariance K = H C H' at an epoch; filtering and smoothing y is exact, and storage
follows from it as C H' K^-1 y (Rauch, Tung and Striebel 1965; Sarkka 2013, chapters 4 and 8). The work is done in
coordinates z in which y = F z with z ~ N(0, 1), from the eigenvectors of K: dense frames have few that matter.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from .point_constants import Constants, constants_of
from .system import LOG_2_PI, DataSystem

_NEGLIGIBLE = 1e-13  # of the largest eigenvalue of K


@dataclass(frozen=True)
class Smoothed:
    """Coordinates z of every epoch given all data.

    Attributes
    ----------
    mean : array [epoch, coordinate]
        Given all epochs.
    covariance : array [epoch, coordinate, coordinate]
        Of the error.
    filtered : array [epoch, coordinate]
        Given the epochs so far.
    log_likelihood : float
        Of all epochs; with constants restricted to what these leave.
    constants : Constants, optional
        Of the points.
    """

    mean: FloatArray
    covariance: FloatArray
    filtered: FloatArray
    log_likelihood: float
    constants: Constants | None


@dataclass(frozen=True)
class Coordinates:
    """Coordinates of the noise-free displacement.

    Attributes
    ----------
    forward : array [datum, coordinate]
        F: y = F z.
    inverse : array [datum, coordinate]
        F (F'F)^-1: storage is C H' times this times z.
    """

    forward: FloatArray
    inverse: FloatArray

    @classmethod
    def of(cls, signal: FloatArray) -> Coordinates:
        """Return the coordinates of data of noise-free covariance `signal` [datum, datum].

        Parameters
        ----------
        signal : array [datum, datum]
            In mm2.

        Returns
        -------
        Coordinates
            Those whose variance is not negligible.
        """
        values, vectors = np.linalg.eigh((signal + signal.T) / 2)
        kept = values > _NEGLIGIBLE * max(float(values.max(initial=0.0)), 1e-300)
        root = np.sqrt(values[kept])
        return cls(vectors[:, kept] * root, vectors[:, kept] / root)


def smooth(
    coordinates: Coordinates,
    error: FloatArray,
    free: FloatArray | None,
    data: FloatArray,
    days: FloatArray,
    *,
    memory_days: float,
    constants: bool = False,
    backward: bool = True,
) -> Smoothed:
    """Filter and smooth all epochs.

    Parameters
    ----------
    coordinates : Coordinates
        Of the noise-free data.
    error : array [datum, datum]
        Covariance of the errors (mm2).
    free : array [datum, term], optional
        Patterns of unknown size at each epoch.
    data : array [datum, epoch]
        mm, NaN where missing.
    days : array [epoch]
        Ascending.
    memory_days : float
        Time after which the correlation has fallen to 1/e.
    constants : bool
        Find one free constant for each datum from all epochs.
    backward : bool
        Smooth, too; False where only the likelihood is wanted.
    """
    forward = coordinates.forward
    size, terms = forward.shape
    columns = 1 + (size if constants else 0)
    fade = np.concatenate([[0.0], np.exp(-np.diff(days) / memory_days)])
    mean, covariance = np.zeros((terms, columns)), np.eye(terms)
    means, covariances, predicted = [], [], []
    total, right, left = np.zeros((size, size)), np.zeros(size), np.zeros((size, size))
    likelihood, freedom = 0.0, 0
    for epoch in range(days.size):
        mean = fade[epoch] * mean
        covariance = fade[epoch] ** 2 * covariance + (1 - fade[epoch] ** 2) * np.eye(terms)
        predicted.append(covariance)
        used = np.isfinite(data[:, epoch])
        if used.any():
            part = forward[used]
            shared = covariance @ part.T
            patterns = None if free is None else free[used]
            system = DataSystem(part @ shared + error[np.ix_(used, used)], patterns)
            values = np.zeros((int(used.sum()), columns))
            values[:, 0] = data[used, epoch]
            if constants:
                values[:, 1:] = np.eye(size)[used]
                rest = np.eye(values.shape[0]) - system.free @ system.free.T
                left[np.ix_(used, used)] += rest
            innovation = values - part @ mean
            projected = system.project(innovation)
            squares = innovation.T @ projected
            likelihood -= 0.5 * (system.freedom * LOG_2_PI + system.log_determinant + float(squares[0, 0]))
            freedom += system.freedom
            total += squares[1:, 1:] if constants else 0.0
            right += squares[1:, 0] if constants else 0.0
            mean = mean + shared @ projected
            covariance = covariance - shared @ system.project(shared.T)
            covariance = (covariance + covariance.T) / 2
        means.append(mean)
        covariances.append(covariance)
    found = None
    if constants:
        found = constants_of((total + total.T) / 2, right, left)
        likelihood += 0.5 * float(right @ found.values)
        likelihood -= 0.5 * (found.log_determinant - found.rank * LOG_2_PI)
        means = [one[:, :1] - one[:, 1:] @ found.values[:, np.newaxis] for one in means]
    filtered = np.stack([one[:, 0] for one in means])
    smoothed, spread = filtered.copy(), np.stack(covariances)
    if backward:
        _smooth_back(smoothed, spread, predicted, fade)
    return Smoothed(smoothed, spread, filtered, likelihood, found)


def _smooth_back(mean: FloatArray, covariance: FloatArray, predicted: list[FloatArray], fade: FloatArray) -> None:
    """Change filtered means [epoch, coordinate] and covariances into smoothed ones, from the last epoch back."""
    for epoch in range(mean.shape[0] - 2, -1, -1):
        gain = fade[epoch + 1] * np.linalg.solve(predicted[epoch + 1], covariance[epoch]).T
        mean[epoch] += gain @ (mean[epoch + 1] - fade[epoch + 1] * mean[epoch])
        change = covariance[epoch + 1] - predicted[epoch + 1]
        covariance[epoch] += gain @ change @ gain.T

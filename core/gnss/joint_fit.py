"""Trend, seasons, jumps and post-seismic decay of a height series, fitted together in noise that wanders.

Daily heights are white noise about a level that water moves from day to day. The level is a random walk; how far it
walks against how much a day scatters is learned from the series by restricted likelihood. A jump is then worth what
its days say beyond the wandering: little over a gap, little at a station whose ground moves fast.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR

YEARS_FOR_SEASONS = 1.5
"""Shorter series do not tell a season from a trend [yr]."""

DECAY_DAYS = 30.0
"""Time scale of the logarithm of post-seismic motion [days]: of the order that GNSS after large earthquakes gives
(Bevis and Brown 2014, doi 10.1007/s00190-013-0685-5, use one year and find the fit insensitive to it; vertical
afterslip is faster)."""

_RATIOS = np.concatenate([[0.0], np.logspace(-5.0, 0.5, 23)])
"""Variance of a day's walk over that of a day's white noise: from none to a series that is nearly all walk."""

_STD_RANGE = (0.5, 4.0)
"""A day's formal error counts against the series' typical one within these factors: formal errors are not exact."""


@dataclass(frozen=True)
class Innovations:
    """Columns freed of what the days before let expect.

    Attributes
    ----------
    values : array [day - 1, column]
        Difference from the expectation, over its standard deviation (in units of the white noise).
    gains, variances : array [day - 1]
        Of the filter: how much of a difference the level follows, and the variance of a difference.
    """

    values: FloatArray
    gains: FloatArray
    variances: FloatArray


@dataclass(frozen=True)
class Fit:
    """A fit.

    Attributes
    ----------
    terms, std : array [term]
        Coefficients (mm, trend in mm/yr) and their standard errors.
    white_mm, walk_mm : float
        Standard deviation of a day's white noise, and of the level's walk in a day.
    residual : array [day]
        Heights less all terms, in mm.
    log_likelihood : float
        At the noise used, up to a constant.
    """

    terms: FloatArray
    std: FloatArray
    white_mm: float
    walk_mm: float
    residual: FloatArray
    log_likelihood: float


def design(days: FloatArray, steps: list[float], decays: list[float]) -> FloatArray:
    """Return the terms of a series [day, term]: constant, trend, seasons where it is long enough, jumps, decays.

    Parameters
    ----------
    days : array [day]
        Rising.
    steps, decays : list of float
        First days after a jump; days of earthquakes whose motion goes on.
    """
    years = (days - days[0]) / DAYS_PER_YEAR
    terms = [np.ones_like(years), years]
    if years[-1] >= YEARS_FOR_SEASONS:
        for harmonic in (1, 2):
            angle = 2 * np.pi * harmonic * years
            terms += [np.cos(angle), np.sin(angle)]
    jumps = [(days >= step).astype(float) for step in steps]
    return np.column_stack([*terms, *jumps, *(post_seismic(days, day) for day in decays)])


def post_seismic(days: FloatArray, day: float) -> FloatArray:
    """Return the logarithm of the time since an earthquake [day], 0 before it.

    Parameters
    ----------
    days : array [day]
        Days since 2000-01-01.
    day : float
        Of the earthquake.

    Returns
    -------
    array [day]
        log(1 + time over :data:`DECAY_DAYS`).
    """
    return np.asarray(np.log1p(np.maximum(days - day, 0.0) / DECAY_DAYS))


def noise_weights(std: FloatArray) -> FloatArray:
    """Return each day's variance of white noise, the typical one being 1 [day], from formal errors (NaN: unknown).

    Parameters
    ----------
    std : array [day]
        Formal errors, mm.

    Returns
    -------
    array [day]
        The typical day has 1.
    """
    known = std[np.isfinite(std) & (std > 0)]
    if known.size == 0:
        return np.ones(std.size)
    relative = np.where(np.isfinite(std) & (std > 0), std, np.median(known)) / np.median(known)
    return np.asarray(np.clip(relative, *_STD_RANGE) ** 2)


def innovations(days: FloatArray, columns: FloatArray, noise: FloatArray, ratio: float) -> Innovations:
    """Return `columns` [day, column] freed of what the days before let expect of a random walk in white noise.

    Parameters
    ----------
    days : array [day]
        Rising.
    noise : array [day]
        Variance of the white noise, relative.
    ratio : float
        Variance of the walk in a day over that of typical white noise.
    """
    n = days.size
    gaps = np.diff(days)
    gains, variances = np.empty(n - 1), np.empty(n - 1)
    spread = float(noise[0])  # of the level; nothing is known of it before the first day
    for k in range(1, n):
        ahead = spread + ratio * gaps[k - 1]
        variance = ahead + noise[k]
        gain = ahead / variance
        gains[k - 1], variances[k - 1] = gain, variance
        spread = (1.0 - gain) * ahead
    level = columns[0].copy()
    values = np.empty((n - 1, columns.shape[1]))
    for k in range(1, n):
        difference = columns[k] - level
        values[k - 1] = difference
        level += gains[k - 1] * difference
    return Innovations(values / np.sqrt(variances)[:, None], gains, variances)


def walk_ratio(days: FloatArray, up: FloatArray, terms: FloatArray, noise: FloatArray) -> float:
    """Return the ratio of walk to white noise of the largest restricted likelihood.

    Parameters
    ----------
    days, up : array [day]
        Heights in mm.
    terms : array [day, term]
        From :func:`design`.
    noise : array [day]
        From :func:`noise_weights`.
    """
    columns = np.column_stack([up, terms])
    n, n_terms = days.size - 1, terms.shape[1]
    if n <= n_terms + 1:
        return 0.0
    spreads = np.full(_RATIOS.size, float(noise[0]))
    levels = np.repeat(columns[:1], _RATIOS.size, axis=0)
    products = np.zeros((_RATIOS.size, columns.shape[1], columns.shape[1]))
    logs = np.zeros(_RATIOS.size)
    gaps = np.diff(days)
    for k in range(1, days.size):  # all ratios at once: one pass over the days
        ahead = spreads + _RATIOS * gaps[k - 1]
        variances = ahead + noise[k]
        gains = ahead / variances
        spreads = (1.0 - gains) * ahead
        differences = columns[k] - levels
        levels += gains[:, None] * differences
        logs += np.log(variances)
        products += differences[:, :, None] * differences[:, None, :] / variances[:, None, None]
    best, largest = 0.0, -np.inf
    for ratio, product, log in zip(_RATIOS, products, logs):
        # The constant is not seen by the differences (its column is 0 there): the pseudo-inverse leaves it out.
        within = product[2:, 2:]
        explained = product[0, 2:] @ np.linalg.lstsq(within, product[2:, 0], rcond=None)[0]
        left = max(float(product[0, 0] - explained), 1e-12)
        eigen = np.linalg.eigvalsh(within)
        eigen = eigen[eigen > 1e-12 * eigen.max()] if eigen.size else eigen
        degrees = n - eigen.size
        value = -0.5 * (degrees * np.log(left / degrees) + log + np.sum(np.log(eigen)))
        if value > largest:
            best, largest = float(ratio), float(value)
    return best


def fit(days: FloatArray, up: FloatArray, terms: FloatArray, noise: FloatArray, ratio: float) -> Fit:
    """Return the generalized least-squares fit of `terms` [day, term] to heights `up` [day].

    The first term must be the constant: it is chosen such that the median of the residual is 0.

    Parameters
    ----------
    days : array [day]
        Days since 2000-01-01, rising.
    up : array [day]
        Heights, mm.
    terms : array [day, term]
        The first is the constant.
    noise : array [day]
        From :func:`noise_weights`.
    ratio : float
        Variance of the walk per day over that of the white noise.

    Returns
    -------
    Fit
        Coefficients, their covariance and the residual.
    """
    freed = innovations(days, np.column_stack([up, terms[:, 1:]]), noise, ratio)
    target, matrix = freed.values[:, 0], freed.values[:, 1:]
    solution, _, rank, _ = np.linalg.lstsq(matrix, target, rcond=None)
    left = target - matrix @ solution
    degrees = max(target.size - int(rank), 1)
    variance = max(float(left @ left) / degrees, 1e-12)
    covariance = variance * np.linalg.pinv(matrix.T @ matrix)
    without = up - terms[:, 1:] @ solution
    constant = float(np.median(without))
    likelihood = -0.5 * (target.size * np.log(variance) + float(np.sum(np.log(freed.variances))))
    return Fit(
        terms=np.concatenate([[constant], solution]),
        std=np.concatenate([[np.sqrt(variance / target.size)], np.sqrt(np.maximum(np.diag(covariance), 0.0))]),
        white_mm=float(np.sqrt(variance)),
        walk_mm=float(np.sqrt(variance * ratio)),
        residual=without - constant,
        log_likelihood=likelihood,
    )


def level_shifts(
    days: FloatArray, residual: FloatArray, noise: FloatArray, ratio: float
) -> tuple[FloatArray, FloatArray]:
    """Return, for every day but the first, the best jump on it and its t value, all other days given.

    These are the auxiliary residuals of the level (Harvey and Koopman 1992, doi 10.1080/07350015.1992.10509913), from
    one pass backward.

    Parameters
    ----------
    days, residual : array [day]
        Heights less the fitted terms, in mm.
    noise, ratio
        As in :func:`innovations`.

    Returns
    -------
    size, t : array [day - 1]
        In mm; over the standard error, the noise being scaled by the residual itself.
    """
    freed = innovations(days, residual[:, None], noise, ratio)
    scaled = freed.values[:, 0]
    variance = max(float(np.mean(scaled**2)), 1e-12)
    sums, weights = np.empty(scaled.size), np.empty(scaled.size)
    total, weight = 0.0, 0.0
    for k in range(scaled.size - 1, -1, -1):
        left = 1.0 - freed.gains[k]
        total = scaled[k] / np.sqrt(freed.variances[k]) + left * total
        weight = 1.0 / freed.variances[k] + left * left * weight
        sums[k], weights[k] = total, weight
    return sums / weights, sums / np.sqrt(weights * variance)

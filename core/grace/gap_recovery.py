"""Months that GRACE lacks, from the analysis, with a test on months that GRACE has.

GRACE's anomaly is regressed on the analysis over their common months; what the regression leaves is carried into the
gap as far as it is correlated in time (regression kriging with an exponential covariance). The same is done with
months withheld, one by one and in runs, beside two predictors that need no analysis: the mean season, and straight
lines between neighbours. Only where the analysis beats those does it add anything.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from . import metrics, seasonal
from .months import calendar_window, gaps

MIN_MONTHS = 12
PREDICTORS = ("analysis", "season", "interpolation")
_MAX_CORRELATION = 0.95


@dataclass(frozen=True)
class Recovered:
    """Predicted months.

    Attributes
    ----------
    values, std : array [gap]
        Anomalies of GRACE and their standard deviation, mm.
    """

    values: FloatArray
    std: FloatArray


@dataclass(frozen=True)
class ValidationRow:
    """How well withheld months were predicted.

    Attributes
    ----------
    predictor : str
        ``analysis``, ``season`` or ``interpolation``.
    run : int
        Consecutive months withheld together.
    n : int
        Predictions.
    rmse_mm, r : float
        Against what GRACE measured.
    coverage : float
        Part of the months within two standard deviations (analysis only, else NaN).
    """

    predictor: str
    run: int
    n: int
    rmse_mm: float
    r: float
    coverage: float


def recover(
    months: npt.ArrayLike,
    grace: npt.ArrayLike,
    model: npt.ArrayLike,
    gap_months: npt.ArrayLike,
    gap_model: npt.ArrayLike,
) -> Recovered:
    """Predict GRACE in months that it lacks.

    Parameters
    ----------
    months : array [month]
        GRACE months that are there.
    grace, model : array [month]
        GRACE's anomaly and the analysis in them.
    gap_months : array [gap]
        GRACE months to predict.
    gap_model : array [gap]
        The analysis in them.
    """
    number, gap = np.asarray(months, dtype=np.float64), np.asarray(gap_months, dtype=np.float64)
    y, x = np.asarray(grace, dtype=np.float64), np.asarray(model, dtype=np.float64)
    around = x - x.mean()
    squares = float(around @ around)
    slope = float(around @ y) / squares if squares > 0 else 0.0
    left = y - y.mean() - slope * around
    freedom = max(y.size - 2, 1)
    variance = float(left @ left) / freedom
    rho = _memory(number, left)
    covariance = rho ** np.abs(number[:, None] - number)
    towards = rho ** np.abs(gap[:, None] - number)
    # A little noise on the diagonal: GRACE itself is no exact measurement.
    weights = np.linalg.solve(covariance + 0.1 * np.eye(number.size), towards.T).T
    ahead = np.asarray(gap_model, dtype=np.float64) - x.mean()
    values = y.mean() + slope * ahead + weights @ left
    unexplained = 1.1 - np.sum(weights * towards, axis=1)
    leverage = 1 / y.size + (ahead**2 / squares if squares > 0 else 0.0)
    return Recovered(values, np.sqrt(variance * (np.maximum(unexplained, 0.1) + leverage)))


def _memory(months: FloatArray, left: FloatArray) -> float:
    """Return the correlation of what the regression leaves with itself a month later, 0 to 0.95."""
    follows = np.diff(months) == 1
    if follows.sum() < metrics.MIN_SAMPLES:
        return 0.0
    r = float(metrics.correlation(left[:-1][follows], left[1:][follows]))
    return float(np.clip(r, 0.0, _MAX_CORRELATION)) if np.isfinite(r) else 0.0


def validate(
    months: npt.ArrayLike, days: npt.ArrayLike, grace: npt.ArrayLike, model: npt.ArrayLike, runs: tuple[int, ...] = (1,)
) -> tuple[ValidationRow, ...]:
    """Withhold months that GRACE has, predict them from the rest, and compare.

    Parameters
    ----------
    months : array [month]
        GRACE months.
    days : array [month]
        Middles of the solutions in days since 2000-01-01.
    grace, model : array [month]
        Series of the common months.
    runs : tuple of int
        How many consecutive months to withhold at a time.
    """
    number = np.asarray(months)
    t, y, x = (np.asarray(series, dtype=np.float64) for series in (days, grace, model))
    rows = []
    for run in runs:
        found: dict[str, list[FloatArray]] = {name: [] for name in PREDICTORS}
        truth, within = [], []
        for first in range(y.size - run + 1):
            out = np.arange(first, first + run)
            kept = np.setdiff1d(np.arange(y.size), out)
            if kept.size < MIN_MONTHS:
                continue
            predicted = recover(number[kept], y[kept], x[kept], number[out], x[out])
            found["analysis"].append(predicted.values)
            found["season"].append(_season(t[kept], y[kept], t[out]))
            found["interpolation"].append(np.interp(t[out], t[kept], y[kept]))
            truth.append(y[out])
            within.append(np.abs(predicted.values - y[out]) <= 2 * predicted.std)
        if not truth:
            continue
        measured = np.concatenate(truth)
        for name in PREDICTORS:
            guess = np.concatenate(found[name])
            coverage = float(np.mean(np.concatenate(within))) if name == "analysis" else float("nan")
            rmse, r = float(metrics.rmsd(guess, measured)), float(metrics.correlation(guess, measured))
            rows.append(ValidationRow(name, run, int(measured.size), rmse, r, coverage))
    return tuple(rows)


def _season(days: FloatArray, values: FloatArray, wanted: FloatArray) -> FloatArray:
    """Return mean and cycles of the series at other days; the trend stays out, it would run away in long gaps."""
    together = np.concatenate([days, wanted])
    padded = np.concatenate([values, np.full(wanted.size, np.nan)])
    fitted = seasonal.fit(together, padded)
    return np.asarray(fitted.mean + fitted.cycles[days.size :])


def missing_months(months: npt.ArrayLike) -> tuple[IntArray, FloatArray]:
    """Return the months between the first and the last that are not there, and their calendar days [gap, 2]."""
    absent = gaps(months)
    edges = np.array([calendar_window(month) for month in absent], dtype=np.float64).reshape(-1, 2)
    return np.array(absent, dtype=np.int64), edges

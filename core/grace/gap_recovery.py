"""Months that GRACE lacks, from the analysis, with a test on months that GRACE has.

GRACE's anomaly is regressed on the analysis over their common months; what the regression leaves is carried into the
gap as far as it is correlated in time (regression kriging with an exponential covariance). The same is done with
months withheld, one by one and in runs, beside three rivals that are given the same kriging where they can use it: the
open loop in the analysis' place, the mean season, and straight lines between neighbours. Only where the analysis beats
the season and the open loop beyond the error of the comparison does it recover anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..dates import DAYS_PER_YEAR
from . import intervals, metrics
from .months import calendar_window, gaps

MIN_MONTHS = 12
PREDICTORS = ("analysis", "open_loop", "season", "interpolation")
RIVALS = ("open_loop", "season")
_MAX_CORRELATION = 0.95
_WORDS = {"open_loop": "the open loop", "season": "the mean season"}


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
        ``analysis``, ``open_loop``, ``season`` or ``interpolation``.
    run : int
        Consecutive months withheld together.
    n : int
        Predictions.
    rmse_mm, r : float
        Against what GRACE measured.
    coverage : float
        Part of the months within two standard deviations (NaN for straight lines).
    skill, skill_low, skill_high : float
        Of the analysis against this predictor, 1 - RMSE / RMSE, with its 95 % interval; NaN for the analysis itself.
    """

    predictor: str
    run: int
    n: int
    rmse_mm: float
    r: float
    coverage: float
    skill: float = float("nan")
    skill_low: float = float("nan")
    skill_high: float = float("nan")


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
    ahead = np.asarray(gap_model, dtype=np.float64)
    return _regress_and_krige(number, y, _line(x, x), gap, _line(ahead, x))


def _line(values: FloatArray, about: FloatArray) -> FloatArray:
    """Return the terms of a regression on a series [month, 2]."""
    return np.stack([np.ones_like(values), values - about.mean()], axis=1)


def _cycles(days: FloatArray) -> FloatArray:
    """Return the terms of a season [month, 5]; a trend stays out, it would run away in long gaps."""
    angle = 2 * np.pi * days / DAYS_PER_YEAR
    waves = [np.cos(angle), np.sin(angle), np.cos(2 * angle), np.sin(2 * angle)]
    return np.stack([np.ones_like(days), *waves], axis=1)


def _regress_and_krige(
    number: FloatArray, y: FloatArray, terms: FloatArray, gap: FloatArray, gap_terms: FloatArray
) -> Recovered:
    """Return a regression's prediction and what its neighbours' rests add to it.

    Parameters
    ----------
    number, gap : array [month], array [gap]
        GRACE months.
    y : array [month]
        GRACE's anomaly.
    terms, gap_terms : array [month, term], array [gap, term]
        Of the regression.
    """
    coefficients, _, rank, _ = np.linalg.lstsq(terms, y, rcond=None)
    left = y - terms @ coefficients
    variance = float(left @ left) / max(y.size - int(rank), 1)
    rho = _memory(number, left)
    covariance = rho ** np.abs(number[:, None] - number)
    towards = rho ** np.abs(gap[:, None] - number)
    # A little noise on the diagonal: GRACE itself is no exact measurement.
    weights = np.linalg.solve(covariance + 0.1 * np.eye(number.size), towards.T).T
    values = gap_terms @ coefficients + weights @ left
    unexplained = 1.1 - np.sum(weights * towards, axis=1)
    leverage = np.einsum("gi,ij,gj->g", gap_terms, np.linalg.pinv(terms.T @ terms), gap_terms)
    return Recovered(values, np.sqrt(variance * (np.maximum(unexplained, 0.1) + leverage)))


def _memory(months: FloatArray, left: FloatArray) -> float:
    """Return the correlation of what the regression leaves with itself a month later, 0 to 0.95."""
    follows = np.diff(months) == 1
    if follows.sum() < metrics.MIN_SAMPLES:
        return 0.0
    r = float(metrics.correlation(left[:-1][follows], left[1:][follows]))
    return float(np.clip(r, 0.0, _MAX_CORRELATION)) if np.isfinite(r) else 0.0


def validate(
    months: npt.ArrayLike,
    days: npt.ArrayLike,
    grace: npt.ArrayLike,
    model: npt.ArrayLike,
    runs: tuple[int, ...] = (1,),
    *,
    open_loop: npt.ArrayLike | None = None,
) -> tuple[ValidationRow, ...]:
    """Withhold months that GRACE has, predict them from the rest, and compare.

    Parameters
    ----------
    months : array [month]
        GRACE months.
    days : array [month]
        Middles of the solutions in days since 2000-01-01.
    grace, model : array [month]
        Series of the common months: GRACE's anomaly and the analysis.
    runs : tuple of int
        How many consecutive months to withhold at a time.
    open_loop : array [month], optional
        The model without observations, as a rival.

    Returns
    -------
    tuple of ValidationRow
        One for each run and predictor.
    """
    number = np.asarray(months, dtype=np.float64)
    t, y, x = (np.asarray(series, dtype=np.float64) for series in (days, grace, model))
    without = None if open_loop is None else np.asarray(open_loop, dtype=np.float64)
    rows: list[ValidationRow] = []
    for run in runs:
        found: dict[str, list[FloatArray]] = {}
        spread: dict[str, list[FloatArray]] = {}
        places: list[IntArray] = []
        for first in range(y.size - run + 1):
            out = np.arange(first, first + run)
            kept = np.setdiff1d(np.arange(y.size), out)
            if kept.size < MIN_MONTHS:
                continue
            places.append(out)
            for name, made in _predictions(number, t, y, x, without, kept=kept, out=out).items():
                found.setdefault(name, []).append(made.values)
                spread.setdefault(name, []).append(made.std)
        if places:
            rows.extend(_rows_of(run, np.concatenate(places), number, y, found, spread=spread))
    return tuple(rows)


def _predictions(
    number: FloatArray,
    days: FloatArray,
    y: FloatArray,
    model: FloatArray,
    open_loop: FloatArray | None,
    *,
    kept: IntArray,
    out: IntArray,
) -> dict[str, Recovered]:
    """Return what every predictor makes of the months `out` from the months `kept`."""
    runs = {"analysis": model} if open_loop is None else {"analysis": model, "open_loop": open_loop}
    made = {name: recover(number[kept], y[kept], x[kept], number[out], x[out]) for name, x in runs.items()}
    terms = _cycles(days)
    made["season"] = _regress_and_krige(number[kept], y[kept], terms[kept], number[out], terms[out])
    lines = np.interp(days[out], days[kept], y[kept])
    made["interpolation"] = Recovered(lines, np.full(out.size, np.nan))
    return made


def _rows_of(
    run: int,
    places: IntArray,
    number: FloatArray,
    y: FloatArray,
    found: dict[str, list[FloatArray]],
    *,
    spread: dict[str, list[FloatArray]],
) -> list[ValidationRow]:
    """Return the rows of one run; skills are of each month's mean prediction, so that a month counts once."""
    measured = y[places]
    count = np.bincount(places, minlength=y.size)
    there = count > 0
    guesses = {name: np.concatenate(parts) for name, parts in found.items()}
    monthly = {
        name: (np.bincount(places, guess, y.size) / np.maximum(count, 1))[there] for name, guess in guesses.items()
    }
    rows = []
    for name, guess in guesses.items():
        std = np.concatenate(spread[name])
        within = np.abs(guess - measured) <= 2 * std
        coverage = float(np.mean(within)) if np.isfinite(std).all() else float("nan")
        rmse, r = float(metrics.rmsd(guess, measured)), float(metrics.correlation(guess, measured))
        row = ValidationRow(name, run, int(measured.size), rmse, r, coverage=coverage)
        if name != "analysis":
            gain = intervals.skill(monthly["analysis"], monthly[name], y[there], number[there])
            row = replace(row, skill=gain.value, skill_low=gain.low, skill_high=gain.high)
        rows.append(row)
    return rows


def verdict(rows: Sequence[ValidationRow]) -> str:
    """Return in a sentence whether the analysis recovers withheld months better than season and open loop.

    Parameters
    ----------
    rows : sequence of ValidationRow
        Of :func:`validate`.

    Returns
    -------
    str
        "recovers" only where it beats both beyond the error of the comparison, with single months withheld; '' where
        nothing was compared.
    """
    single = {row.predictor: row for row in rows if row.run == 1}
    if "analysis" not in single or not all(name in single for name in RIVALS):
        return ""
    beaten = [name for name in RIVALS if single[name].skill_low > 0]
    listed = ", ".join(f"{_WORDS[name]} {single[name].rmse_mm:.1f} mm" for name in RIVALS)
    start = (
        f"Withheld months of GRACE are predicted to {single['analysis'].rmse_mm:.1f} mm (root mean square) from the "
    )
    start += f"analysis; by {listed}. "
    if len(beaten) == len(RIVALS):
        return (
            start + "The analysis recovers months that GRACE lacks: it beats both beyond the error of the comparison."
        )
    better = [name for name in RIVALS if single[name].skill_high < 0]
    if better:
        who = " and ".join(_WORDS[name] for name in better).capitalize()
        return start + (
            f"{who} predict{'s' if len(better) == 1 else ''} them better than the analysis, beyond the error of the "
            "comparison: the analysis does not recover months that GRACE lacks."
        )
    others = " and ".join(_WORDS[name] for name in RIVALS if name not in beaten)
    return start + (
        f"It is not shown that the analysis adds to them: against {others} the difference is within the error of the "
        "comparison."
    )


def missing_months(months: npt.ArrayLike) -> tuple[IntArray, FloatArray]:
    """Return the months between the first and the last that are not there, and their calendar days [gap, 2]."""
    absent = gaps(months)
    edges = np.array([calendar_window(month) for month in absent], dtype=np.float64).reshape(-1, 2)
    return np.array(absent, dtype=np.int64), edges

"""Models of motion fitted to one series and drawn over it: a rate, an annual cycle, steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR, date_of, day_number, parse_date
from ..errors import InputError
from ..language import day_and_month, tr


@dataclass(frozen=True)
class FitOptions:
    """Which terms a model has besides its constant.

    Attributes
    ----------
    linear : bool
        A constant rate.
    annual : bool
        A sine and a cosine of one year.
    steps : tuple of float
        Days since 2000-01-01 from which on the series is offset.
    """

    linear: bool = True
    annual: bool = False
    steps: tuple[float, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where nothing but the constant is asked for."""
        return not (self.linear or self.annual or self.steps)


@dataclass(frozen=True)
class Fit:
    """A fitted model. Standard deviations are formal: they take the residuals as independent of one another.

    Attributes
    ----------
    fitted, residuals : array [time]
        Model and series minus model, in the series' unit; residuals are NaN where the series is.
    rate, rate_std : float
        Per year; NaN where the model has none.
    amplitude, amplitude_std : float
        Of the annual cycle; NaN where the model has none.
    maximum_day : float
        Day of the year (0 to 365.25) of the annual maximum.
    steps : tuple of (day, size, std)
        Of every step.
    rms : float
        Of the residuals.
    """

    fitted: FloatArray
    residuals: FloatArray
    rate: float
    rate_std: float
    amplitude: float
    amplitude_std: float
    maximum_day: float
    steps: tuple[tuple[float, float, float], ...]
    rms: float


def fit_series(days: FloatArray, values: FloatArray, options: FitOptions) -> Fit:
    """Fit a model to a series by least squares.

    Parameters
    ----------
    days : array [time]
        Days since 2000-01-01.
    values : array [time]
        NaN where missing.
    options : FitOptions
        Terms of the model.

    Raises
    ------
    InputError
        Where the series has too few values for the terms, or cannot tell them apart (a step before its first or
        after its last date, two steps between the same dates, a cycle from less than half a year).
    """
    there = np.isfinite(values)
    design = _design(days, options)
    n_terms = design.shape[1]
    if np.count_nonzero(there) <= n_terms:
        raise InputError(f"The series has {np.count_nonzero(there)} values: too few for a model of {n_terms} terms.")
    used = design[there]
    scale = np.linalg.norm(used, axis=0)
    if np.any(scale == 0) or np.linalg.cond(used / scale) > 1e6:
        raise InputError(
            "The series cannot tell the terms of the model apart: take away a step outside it or too close to "
            "another, or the annual cycle where the series is short."
        )
    coefficients, *_ = np.linalg.lstsq(used, values[there], rcond=None)
    fitted = design @ coefficients
    residuals = values - fitted
    freedom = np.count_nonzero(there) - n_terms
    variance = float(np.sum(residuals[there] ** 2)) / freedom
    covariance = variance * np.linalg.inv(used.T @ used)
    rms = float(np.sqrt(np.mean(residuals[there] ** 2)))
    return _fit(options, coefficients, covariance, fitted, residuals, rms=rms)


def _design(days: FloatArray, options: FitOptions) -> FloatArray:
    """Return the terms [time, term]: constant, rate (per year from the middle), sine, cosine, steps."""
    years = (days - np.mean(days)) / DAYS_PER_YEAR
    columns = [np.ones_like(years)]
    if options.linear:
        columns.append(years)
    if options.annual:
        # Angle from the start of the calendar year 2000: the maximum's day of the year follows from it.
        angle = 2 * np.pi * days / DAYS_PER_YEAR
        columns += [np.sin(angle), np.cos(angle)]
    columns += [(days >= step).astype(np.float64) for step in options.steps]
    return np.stack(columns, axis=1)


def _fit(
    options: FitOptions,
    coefficients: FloatArray,
    covariance: FloatArray,
    fitted: FloatArray,
    residuals: FloatArray,
    *,
    rms: float,
) -> Fit:
    std = np.sqrt(np.diag(covariance))
    rate = rate_std = amplitude = amplitude_std = maximum = np.nan
    at = 1
    if options.linear:
        rate, rate_std = coefficients[at], std[at]
        at += 1
    if options.annual:
        sine, cosine = coefficients[at : at + 2]
        amplitude = float(np.hypot(sine, cosine))
        gradient = np.array([sine, cosine]) / max(amplitude, 1e-300)
        amplitude_std = float(np.sqrt(gradient @ covariance[at : at + 2, at : at + 2] @ gradient))
        maximum = float(np.arctan2(sine, cosine) / (2 * np.pi) * DAYS_PER_YEAR % DAYS_PER_YEAR)
        at += 2
    steps = tuple(
        (day, float(coefficients[at + number]), float(std[at + number])) for number, day in enumerate(options.steps)
    )
    return Fit(
        fitted,
        residuals,
        float(rate),
        float(rate_std),
        amplitude,
        amplitude_std=float(amplitude_std),
        maximum_day=float(maximum),
        steps=steps,
        rms=rms,
    )


def in_words(fit: Fit, unit: str = "mm") -> str:
    """Return the fit as one line: rate, annual cycle, steps, residuals."""
    parts = []
    if np.isfinite(fit.rate):
        parts.append(tr("{rate:+.2f} ± {std:.2f} {unit}/yr").format(rate=fit.rate, std=fit.rate_std, unit=unit))
    if np.isfinite(fit.amplitude):
        text = tr("annual {size:.2f} ± {std:.2f} {unit}, highest on {day}")
        day = _day_of_year(fit.maximum_day)
        parts.append(text.format(size=fit.amplitude, std=fit.amplitude_std, unit=unit, day=day))
    text = tr("step {size:+.2f} ± {std:.2f} {unit} on {day}")
    parts += [text.format(size=size, std=std, unit=unit, day=f"{date_of(at):%Y-%m-%d}") for at, size, std in fit.steps]
    parts.append(tr("residuals {rms:.2f} {unit} RMS").format(rms=fit.rms, unit=unit))
    return ", ".join(parts)


def _day_of_year(day: float) -> str:
    date = date_of(min(day, 364.0))
    return day_and_month(date.month, date.day)


def step_days(texts: Sequence[str]) -> tuple[float, ...]:
    """Return the days of dates written as ``YYYY-MM-DD``.

    Raises
    ------
    InputError
        Where one is not a date.
    """
    return tuple(float(day_number(parse_date(text))) for text in texts if text.strip())

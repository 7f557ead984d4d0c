"""Maps of a fitted motion: velocity, amplitudes and phases of the periodic terms, and their errors."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...dates import DAYS_PER_YEAR
from ..solver.band import Float64
from ..solver.motion import MotionModel
from ..solver.motion_errors import UNDETERMINED

_PERIODS = (("annual", DAYS_PER_YEAR), ("semiannual", DAYS_PER_YEAR / 2))


def motion_maps(coefficients: Float64, covariance: Float64 | None, model: MotionModel) -> dict[str, Any]:
    """Return the maps [pixel] of a fitted motion by variable; NaN where a term is missing or not determined.

    Parameters
    ----------
    coefficients : array [term, pixel]
        Of the model's terms, in mm and mm per year.
    covariance : array [term, term, pixel] or None
        Of the coefficients; no standard deviations where None.
    model : MotionModel
        What was fitted.
    """
    if covariance is not None:
        known = np.stack([covariance[k, k] < UNDETERMINED for k in range(len(coefficients))])
        coefficients = np.where(known, coefficients, np.nan)
        covariance = np.where(known[:, None] & known[None, :], covariance, np.nan)
    found: dict[str, Any] = {"velocity": coefficients[0]}
    if covariance is not None:
        found["velocity_std"] = np.sqrt(covariance[0, 0])
    for name, period in _PERIODS:
        number = getattr(model, name)
        if not number:
            missing = np.full(coefficients.shape[1], np.nan)
            for kind in ("amplitude", "phase", "amplitude_std", "phase_std"):
                found[f"{name}_{kind}"] = missing
            continue
        cosine, sine = coefficients[number : number + 2]
        amplitude = np.hypot(cosine, sine)
        found[f"{name}_amplitude"] = amplitude
        found[f"{name}_phase"] = np.mod(np.arctan2(sine, cosine) / (2.0 * np.pi) * period, period)
        if covariance is not None:
            spread = covariance[number : number + 2, number : number + 2]
            found[f"{name}_amplitude_std"], found[f"{name}_phase_std"] = _polar_std(cosine, sine, spread, period)
    return found


def _polar_std(cosine: Float64, sine: Float64, covariance: Float64, period: float) -> tuple[Float64, Float64]:
    """Return the standard deviations of amplitude and phase (in days) from those of cosine and sine.

    Across the direction of the vector (cosine, sine) an error e lengthens it by e^2 / (2 A) and turns it by e / A.
    Where the amplitude A is not larger than its error, it is biased upwards by as much as the error across: that is
    counted as error, and the phase is as good as drawn by lot: period / sqrt(12).
    """
    amplitude = np.maximum(np.hypot(cosine, sine), 1e-12)
    c, s = cosine / amplitude, sine / amplitude
    along = c * c * covariance[0, 0] + 2.0 * c * s * covariance[0, 1] + s * s * covariance[1, 1]
    across = np.maximum(s * s * covariance[0, 0] - 2.0 * c * s * covariance[0, 1] + c * c * covariance[1, 1], 0.0)
    bias = across * across / (amplitude**2 + across + 1e-30)
    turn = np.sqrt(across) / amplitude * period / (2.0 * np.pi)
    return np.sqrt(np.maximum(along, 0.0) + bias), np.minimum(turn, period / np.sqrt(12.0))

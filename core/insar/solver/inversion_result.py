"""What the inversion of a block of pixels gives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray, IntArray
from .band import Float64
from .motion import MotionModel
from .motion_errors import MotionEstimate


@dataclass(frozen=True)
class Inversion:
    """Displacement series and what the inversion tells about them.

    Attributes
    ----------
    displacement : array [date, pixel]
        Relative to the first date, in the unit of the input. NaN at pixels without any interferogram, and with
        the gap model ``none`` at dates that are not connected with the first.
    velocity : array [pixel]
        Per year of 365.25 days: least squares over the dates, with an annual term where the gap model is
        ``seasonal`` and the dates span 1.5 years. NaN where the series does not determine it.
    residual_rms : array [pixel]
        Root mean square of the interferograms less the series' differences; NaN without any interferogram.
    n_gaps : int array [pixel]
        Connected parts of the pixel's network beyond the first; a date that no interferogram reaches is a part.
    n_interferograms : int array [pixel]
        Interferograms used.
    longest_gap, longest_part : array [pixel]
        Days of the longest run of steps between dates that the interferograms do not determine, and from the first
        to the last date of the longest connected part; NaN without any interferogram.
    temporal_coherence : array [pixel] or None
        Absolute value of the mean of exp(i residual phase), where asked for.
    displacement_std : array [date, pixel] or None
        Formal standard deviation relative to the first date, where asked for: from the weights, scaled by the
        residuals. NaN at dates not connected with the first, and where the interferograms are not redundant.
    motion : MotionEstimate or None
        Fitted motion with the errors of network and air, where a model was given.
    """

    displacement: FloatArray
    velocity: FloatArray
    residual_rms: FloatArray
    n_gaps: IntArray
    n_interferograms: IntArray
    longest_gap: FloatArray
    longest_part: FloatArray
    temporal_coherence: FloatArray | None = None
    displacement_std: FloatArray | None = None
    motion: MotionEstimate | None = None


def empty_inversion(
    n_dates: int, n_pixels: int, coherence: bool, date_std: bool, motion: MotionModel | None = None
) -> Inversion:
    """Return what holds at pixels without any interferogram."""

    def missing(*shape: int) -> Float64:
        return np.full(shape, np.nan)

    estimate = None
    if motion is not None:
        n_terms = motion.terms.shape[1]
        part = np.zeros((n_dates, n_pixels), dtype=np.uint16)
        coefficients, covariance = missing(n_terms, n_pixels), missing(n_terms, n_terms, n_pixels)
        estimate = MotionEstimate(
            coefficients, covariance, part, missing(n_pixels), missing(n_pixels), displacement_std=None
        )
    return Inversion(
        displacement=missing(n_dates, n_pixels),
        velocity=missing(n_pixels),
        residual_rms=missing(n_pixels),
        n_gaps=np.full(n_pixels, n_dates - 1),
        n_interferograms=np.zeros(n_pixels, dtype=np.int64),
        longest_gap=missing(n_pixels),
        longest_part=missing(n_pixels),
        temporal_coherence=missing(n_pixels) if coherence else None,
        displacement_std=missing(n_dates, n_pixels) if date_std else None,
        motion=estimate,
    )

"""What is found besides the maps, and how it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..geodesy import distance_km
from ..work.progress import Progress
from .data import InversionData
from .domain import Domain
from .options import StorageInversionOptions
from .resolution import SCALES_KM, Resolution
from .solution import Estimates, Fit

# Gain of the region's mean where the far field is left in, by the buffer in km (30 stations, a common season of
# 120 mm under an envelope of 1500 km; measured on a synthetic twin).
_GAIN_KM = (0.0, 111.0, 222.0, 333.0, 556.0)
_GAIN = (2.15, 1.74, 1.53, 1.39, 1.21)
_NARROW_KM = 200.0
REFUTED = 3.0
"""Standardized leave-one-out residual, root mean square, beyond which a station is refuted by its neighbours."""


@dataclass(frozen=True)
class Findings:
    """Figures of a run.

    Attributes
    ----------
    mean_ratio : float
        Standard deviation of the region's mean after the data over that before, at the hyperpriors.
    mean_known : bool
        Whether the data tell the mean.
    resolved_km : float
        Median over the region of the least resolved scale; NaN where less than half is resolved.
    verdict : str
        In words.
    far_field_removed, contains_grace : bool
        Whether BACKGROUND and GRACE were given.
    """

    mean_ratio: float
    mean_known: bool
    resolved_km: float
    verdict: str
    far_field_removed: bool
    contains_grace: bool


def resolved_scale(found: Resolution, domain: Domain) -> float:
    """Return the median over the region of the least scale resolved; NaN where it is resolved in less than half.

    Parameters
    ----------
    found : Resolution
        Of the inversion.
    domain : Domain
        Window and land.

    Returns
    -------
    float
        In km.
    """
    inside = domain.weights > 0
    values = np.where(np.isfinite(found.resolved_km[inside]), found.resolved_km[inside], np.inf)
    middle = float(np.median(values))
    return middle if np.isfinite(middle) else float("nan")


def verdict(
    made: Estimates,
    found: Resolution,
    domain: Domain,
    *,
    mean_known: bool,
    mean_ratio: float,
    yearly_gain: float | None,
    removed: Sequence[str],
) -> str:
    """Return what the data determine, in words.

    Parameters
    ----------
    made, found, domain : Estimates, Resolution, Domain
        Of the run.
    mean_known : bool
        Whether the data tell the region's mean.
    mean_ratio : float
        Standard deviation of the mean after over before, where the solution gives none.
    yearly_gain : float, optional
        Gain of squares of 300 km in the yearly amplitude.
    removed : sequence of str
        Loads that were subtracted.
    """
    words = []
    if mean_known:
        known = made.area_std[np.isfinite(made.area_std)]
        before = made.area_prior_std
        std = float(np.median(known)) if known.size else mean_ratio * before
        words.append(f"Your data determine the mean of the region to {std:.0f} mm ({before:.0f} before).")
    else:
        words.append(
            "Your data do not determine the mean of the region: the maps are contrasts, less their mean, and the "
            "mean's series is empty. A station, a tied frame or GRACE would tell it."
        )
    scale = resolved_scale(found, domain)
    if np.isfinite(scale):
        words.append(
            f"Differences within it are determined to more than half of their variance at scales above {scale:.0f} km "
            "here; below, the map is what the prior makes of little."
        )
    else:
        words.append(
            f"Differences within it are not determined to half of their variance at any scale up to "
            f"{SCALES_KM[-1]:.0f} km: the map's pattern is what the prior makes of little."
        )
    gain = float(found.checkerboard[SCALES_KM.index(300.0)] @ domain.weights)
    more = "" if yearly_gain is None else f", {yearly_gain:.0%} in the annual amplitude"
    words.append(f"Squares of 300 km come back with {gain:.0%} of their contrast in one epoch{more}.")
    words.append("The size of the cells is not the resolution.")
    loads = f"Loads taken out beforehand: {', '.join(removed)}." if removed else "No load was taken out beforehand."
    words.append(f"{loads} Air pressure left in the data passes for water (1 hPa for some 10 mm).")
    return " ".join(words)


def warn_before(
    data: InversionData, options: StorageInversionOptions, domain: Domain, far_field: bool, progress: Progress
) -> None:
    """Say what is known to go wrong with such input.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    options : StorageInversionOptions
        Choices.
    domain : Domain
        Window and land.
    far_field : bool
        Whether storage outside the window is known.
    progress : Progress
        Hears warnings.
    """
    if not far_field:
        gain = float(np.interp(options.buffer_km, _GAIN_KM, _GAIN))
        progress.warn(
            "BACKGROUND is missing: the load around the window stays in the displacement and passes for water inside. "
            f"With a BUFFER of {options.buffer_km:.0f} km and a season common to some 1500 km the region's mean comes "
            f"out about {gain:.1f} times too large, and no misfit shows it. Give storage around the window."
        )
    if options.buffer_km < _NARROW_KM:
        progress.warn(
            f"BUFFER is {options.buffer_km:.0f} km: below {_NARROW_KM:.0f} km the load just outside the data has no "
            "cells to be in, and the mean's error grows (11.8 mm at 0, 8.4 mm at 300 km in a synthetic twin)."
        )
    if far_field:
        _warn_of_sign(data, progress)
    if domain.land.all() and not far_field and options.buffer_km > 0:
        progress.warn("LAND is not given: every cell carries water. Near a coast give LAND, or BACKGROUND with land.")


def _warn_of_sign(data: InversionData, progress: Progress) -> None:
    """Warn where heights go against the displacement by the storage around, or are of another size."""
    heights = (data.values + data.outside)[: data.stations.stop]
    outside = np.where(np.isfinite(heights), data.outside[: data.stations.stop], np.nan)
    several = np.isfinite(heights).sum(axis=1) > 5
    if not several.any():
        return
    one, other = (x[several] - np.nanmean(x[several], axis=1, keepdims=True) for x in (heights, outside))
    seen = np.isfinite(one)
    x, y = other[seen], one[seen]
    if x.std() < 0.1:
        return
    slope, agreement = float(x @ y / (x @ x)), float(np.corrcoef(x, y)[0, 1])
    if agreement < -0.4:
        progress.warn(
            f"The heights go against the displacement by BACKGROUND's storage (slope {slope:.2f}, R {agreement:.2f}): "
            "check their sign. Up is positive: ground sinks under water."
        )
    elif agreement > 0.4 and not 0.05 <= slope <= 20:
        progress.warn(
            f"The heights are {slope:.2g} times the displacement by BACKGROUND's storage: check that they are in "
            "millimetres."
        )


def station_scores(data: InversionData, fit: Fit) -> FloatArray:
    """Return the root mean square of the standardized leave-one-out residuals [station]; NaN without any.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    fit : Fit
        Of the inversion.

    Returns
    -------
    array [station]
        About 1 where errors are stated rightly.
    """
    part = data.stations
    ratio = fit.residual[part] / fit.residual_std[part]
    known = np.isfinite(ratio)
    count = known.sum(axis=1)
    score: FloatArray = np.sqrt(np.where(known, ratio, 0.0) ** 2 @ np.ones(ratio.shape[1]) / np.maximum(count, 1))
    return np.where(count > 0, score, np.nan)


def warn_after(data: InversionData, fit: Fit, options: StorageInversionOptions, progress: Progress) -> None:
    """Say what the misfits show.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    fit : Fit
        Of the inversion.
    options : StorageInversionOptions
        Choices.
    progress : Progress
        Hears warnings.
    """
    if np.isfinite(fit.chi2):
        if fit.chi2 > 1.5:
            progress.warn(
                f"chi2 is {fit.chi2:.2f} (1 expected): the data differ by more than errors and prior explain. Errors "
                "are too small, or something other than water moves the ground; try ESTIMATE_ERRORS."
            )
        elif fit.chi2 < 0.8:
            progress.warn(
                f"chi2 is {fit.chi2:.2f} (1 expected): errors or the prior's size are too large, or errors that "
                "neighbours share are taken for independent; try ESTIMATE_ERRORS."
            )
    close = _neighbours(data, fit)
    if close is not None and close > 0.2:
        progress.warn(
            f"Leave-one-out residuals of neighbouring cells correlate by {close:.2f}: the frames' errors are shared "
            "in space, not independent. Give ERROR_CORRELATION_LENGTH (atmosphere: 50 to 100 km) and ESTIMATE_ERRORS; "
            "else a frame makes the map worse than the stations alone."
        )
    scores = station_scores(data, fit)
    names = data.names[data.stations]
    refuted = [f"{name} ({score:.1f})" for name, score in zip(names, scores) if score > REFUTED]
    if refuted:
        progress.warn(
            f"Stations that their neighbours refute (standardized leave-one-out beyond {REFUTED:g}): "
            f"{', '.join(refuted)}. An aquifer or an antenna may move them; leave them out by EXCLUDE_STATIONS."
        )


def _neighbours(data: InversionData, fit: Fit) -> float | None:
    """Return the correlation of the standardized leave-one-out residuals of frames' neighbouring cells."""
    count = data.rows.size
    if count < 10 or data.frames is None:
        return None
    ratio = fit.residual[:count] / fit.residual_std[:count]
    distance = distance_km(data.lon[:count], data.lat[:count], data.lon[:count], data.lat[:count])
    same = data.frames.number[:, np.newaxis] == data.frames.number
    reach = 1.2 * float(np.min(np.where(distance > 1.0, distance, np.inf)))
    first, second = np.nonzero(np.triu(same & (distance > 1.0) & (distance <= reach)))
    if first.size == 0:
        return None
    one, other = ratio[first], ratio[second]
    both = np.isfinite(one) & np.isfinite(other)
    if both.sum() < 20:
        return None
    x, y = one[both], other[both]
    return float((x * y).mean() / np.sqrt((x**2).mean() * (y**2).mean()))

"""The headline of a study in sentences: what was found and how sure that is, for reports and the guided run."""

from __future__ import annotations

import math
from datetime import date, timedelta

from ..language import day_and_month, tr
from .outcome import ANALYSIS, GRACE, INVERSION, STORAGE, Outcome


def found(outcome: Outcome) -> str:
    """Return what a study found, in a sentence.

    Parameters
    ----------
    outcome : Outcome
        Of the study.

    Returns
    -------
    str
        In the user's language.
    """
    if math.isnan(outcome.amplitude_mm):
        if outcome.kind == INVERSION and not outcome.corrected:
            return tr("Maps of how storage differs from place to place; the mean of the region is not known.")
        return tr("Series that are too short for a season or a trend (less than a year).")
    text = {
        ANALYSIS: tr("The mean water storage of the region rises and falls by {amplitude:.0f} mm about its mean each "
                     "year, highest around {peak}; its trend is {trend:+.0f} mm a year."),
        INVERSION: tr("By the ground's motion alone the mean water storage of the region rises and falls by "
                      "{amplitude:.0f} mm about its mean each year, highest around {peak}; its trend is "
                      "{trend:+.0f} mm a year."),
        STORAGE: tr("By the land model alone the mean water storage of the area rises and falls by {amplitude:.0f} mm "
                    "about its mean each year, highest around {peak}; its trend is {trend:+.0f} mm a year."),
    }.get(
        outcome.kind,
        tr("The ground rises and falls by {amplitude:.1f} mm about its mean each year, highest around {peak}; its "
           "trend is {trend:+.1f} mm a year."),
    )  # fmt: skip
    return text.format(amplitude=outcome.amplitude_mm, peak=_day_of_year(outcome.peak_day), trend=outcome.trend_mm_yr)


def how_sure(outcome: Outcome) -> str:
    """Return how sure that is, in sentences; '' where nothing says so.

    Parameters
    ----------
    outcome : Outcome
        Of the study.

    Returns
    -------
    str
        In the user's language.
    """
    if outcome.kind not in (ANALYSIS, INVERSION):
        return ""
    if not outcome.corrected:
        if outcome.kind == INVERSION:
            return ""
        return tr("The displacement could not correct the storage: what is shown is the storage as it was given.")
    parts = []
    if not math.isnan(outcome.after_mm):
        parts.append(
            tr("The error of the region's mean is expected to go from {before:.0f} to {after:.0f} mm.").format(
                before=outcome.before_mm, after=outcome.after_mm
            )
        )
    if outcome.evidence:
        parts.append(_of_evidence(outcome))
    if not math.isnan(outcome.grace_after_mm):
        parts.append(
            tr("Unbiased RMSD to GRACE: {before:.0f} mm before, {after:.0f} mm after.").format(
                before=outcome.grace_before_mm, after=outcome.grace_after_mm
            )
        )
    if not math.isnan(outcome.resolved_km):
        parts.append(tr("Differences are determined at scales above {:.0f} km.").format(outcome.resolved_km))
    return " ".join(parts)


def _of_evidence(outcome: Outcome) -> str:
    kind = (
        tr("withheld months of GRACE")
        if outcome.evidence == GRACE
        else tr("each of {} stations by all other data").format(outcome.n_stations)
    )
    text = (
        tr("The data helped: {kind}, misfit {misfit:.2f} of the one before; displacement without a signal reaches "
           "{placebo:.2f} at best.")
        if outcome.helped
        else tr("The gain is not shown: {kind}, misfit {misfit:.2f} of the one before; displacement without a signal "
                "reaches {placebo:.2f}.")
    )  # fmt: skip
    return text.format(kind=kind, misfit=outcome.misfit, placebo=outcome.best_placebo)


def _day_of_year(day: float) -> str:
    """Return a day of the year, such as 12 September, in the user's language."""
    there = date(2001, 1, 1) + timedelta(days=int(day) % 365)
    return day_and_month(there.month, there.day)

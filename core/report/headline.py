"""What a report says first: the result of its step in a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..findings.headline import found, how_sure
from ..findings.outcome import Outcome
from ..language import tr
from .page import Page


def add_outcome(page: Page, outcome: Outcome) -> None:
    """Begin with season and trend of what the step wrote, and with how sure they are."""
    page.headline({tr("Found"): found(outcome), tr("How sure"): how_sure(outcome)})


def add_velocities(page: Page, velocity: FloatArray) -> None:
    """Begin with how many pixels have a velocity and how fast they move.

    Parameters
    ----------
    page : Page
        To add to.
    velocity : array
        In mm/yr, NaN where there is none.
    """
    there = velocity[np.isfinite(velocity)]
    if there.size == 0:
        page.headline({tr("Found"): tr("No pixel has a velocity.")})
        return
    low, middle, high = (float(value) for value in np.percentile(there, (5.0, 50.0, 95.0)))
    text = tr(
        "{there} of {all} pixels have a velocity; nine of ten lie between {low:+.1f} and {high:+.1f} mm a year, "
        "half of them above {middle:+.1f}."
    )
    page.headline({tr("Found"): text.format(there=there.size, all=velocity.size, low=low, middle=middle, high=high)})


def add_pairs_left(page: Page, used: int, total: int, gaps: int) -> None:
    """Begin with how many interferograms are good enough, and whether they hang together."""
    text = tr("{used} of {total} interferograms are good enough to be used.").format(used=used, total=total)
    joined = (
        tr("They join all dates.")
        if not gaps
        else tr("Spans of time without any of them: {gaps}; a motion model must bridge these.").format(gaps=gaps)
    )
    page.headline({tr("Found"): text, tr("How sure"): joined if used else ""})


def add_agreement(page: Page, rows: Sequence[Any]) -> None:
    """Begin with correlation and unbiased RMSD of all months, before and after.

    Parameters
    ----------
    page : Page
        To add to.
    rows : sequence
        Of the comparison, with ``series``, ``period``, ``n_months``, ``r`` and ``ubrmsd_mm``.
    """
    whole = {row.series: row for row in rows if row.period == "all"}
    before, after = whole.get("open_loop"), whole.get("analysis")
    if before is None or after is None:
        return
    text = tr(
        "Unbiased RMSD to GRACE over {months} months: {before:.1f} mm for the open loop, {after:.1f} mm for the "
        "analysis; R {r_before:.2f} and {r_after:.2f}."
    )
    figures = {"before": before.ubrmsd_mm, "after": after.ubrmsd_mm, "r_before": before.r, "r_after": after.r}
    page.headline({tr("Found"): text.format(months=after.n_months, **figures)})

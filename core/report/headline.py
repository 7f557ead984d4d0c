"""What a report says first: the result of its step in a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..findings.headline import found, how_sure
from ..findings.outcome import Outcome
from ..insar.solver.network import Network
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


def add_network(page: Page, network: Network, coherence: FloatArray, coverage: FloatArray) -> None:
    """Begin with which dates interferograms join, and how good the median one is.

    Parameters
    ----------
    page : Page
        To add to.
    network : Network
        Of the stack.
    coherence, coverage : array [pair]
        Mean coherence and part of the pixels with a value; NaN where unknown.
    """
    if not network.n_pairs:
        return
    first, last = date_of(network.dates_days[0]), date_of(network.dates_days[-1])
    sentences = [
        tr("{pairs} interferograms join {dates} dates from {first} to {last}.").format(
            pairs=network.n_pairs, dates=network.n_dates, first=first, last=last
        )
    ]
    if np.isfinite(coherence).any() and np.isfinite(coverage).any():
        text = tr("In the median pair {coverage:.0%} of the pixels have a value; mean coherence is {coherence:.2f}.")
        middle = {"coverage": float(np.nanmedian(coverage)), "coherence": float(np.nanmedian(coherence))}
        sentences.append(text.format(**middle))
    parts = int(np.unique(network.parts()).size)
    joined = (
        tr("They join all dates.")
        if parts == 1
        else tr("They fall into {} groups of dates that nothing joins.").format(parts)
    )
    page.headline({tr("Found"): " ".join(sentences), tr("How sure"): joined})


def add_weather(page: Page, impossible: Sequence[str]) -> None:
    """Begin with the figures that are impossible at the place, by their names."""
    text = (
        tr("These figures are impossible at this place: {}.").format(", ".join(impossible))
        if impossible
        else tr("No figure is impossible at this place: the weather can be used.")
    )
    page.headline({tr("Found"): text})


def add_error(page: Page, likely_mm: float, balanced_mm: float) -> None:
    """Begin with the error that is most likely, and that at which innovations are as large as expected.

    Parameters
    ----------
    page : Page
        To add to.
    likely_mm, balanced_mm : float
        NaN where it lies outside what was tried.
    """
    sentences = []
    if np.isfinite(likely_mm):
        sentences.append(tr("An error of {:.1f} mm is the most likely.").format(likely_mm))
    if np.isfinite(balanced_mm):
        sentences.append(tr("With {:.1f} mm the innovations are as large as expected.").format(balanced_mm))
    page.headline({tr("Found"): " ".join(sentences) or tr("The error lies outside the range that was tried.")})


def add_response(page: Page, distance_km: FloatArray, vertical_mm: FloatArray, radius_km: float) -> None:
    """Begin with the motion at the centre and at the edge of a disk, and how far it reaches.

    Parameters
    ----------
    page : Page
        To add to.
    distance_km, vertical_mm : array [n]
        From the centre, ascending; up positive.
    radius_km : float
        Of the disk.
    """
    centre, edge = (float(np.interp(place, distance_km, vertical_mm)) for place in (0.0, radius_km))
    text = tr("One metre of water moves the ground by {centre:.2f} mm at the centre and {edge:.2f} mm at the edge.")
    sentences = [text.format(centre=centre, edge=edge)]
    beyond = np.flatnonzero(np.abs(vertical_mm) < 0.5 * abs(centre))
    if beyond.size:
        far = float(distance_km[beyond[0]])
        sentences.append(tr("Half of the centre's motion is left at {:.0f} km.").format(far))
    page.headline({tr("Found"): " ".join(sentences)})


def add_packages(page: Page, broken: Sequence[str]) -> None:
    """Begin with the packages that are missing or broken, by name."""
    text = (
        tr("Missing or broken: {}. The commands that install them stand below.").format(", ".join(broken))
        if broken
        else tr("Everything that Groundswell needs is there and works.")
    )
    page.headline({tr("Found"): text})


def add_columns(page: Page, count: int, bedrock_mm: FloatArray) -> None:
    """Begin with how many columns have parameters, and how deep their ground is.

    Parameters
    ----------
    page : Page
        To add to.
    count : int
        Columns.
    bedrock_mm : array [column]
        Depth of the rock.
    """
    text = tr("{count} columns have all parameters; rock lies {low:.1f} to {high:.1f} m deep.")
    low, high = float(np.min(bedrock_mm)) / 1000, float(np.max(bedrock_mm)) / 1000
    page.headline({tr("Found"): text.format(count=count, low=low, high=high)})

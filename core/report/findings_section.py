"""What the innovations say of the assumed errors and of the members' spread: the same for an analysis and a sweep."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assimilation.diagnostics.findings_output import StoredFindings
from ..assimilation.diagnostics.intervals import Estimate
from ..assimilation.diagnostics.run_diagnostics import Findings, GroupStatistics
from ..assimilation.diagnostics.spread_skill import SpreadSkill
from ..assimilation.diagnostics.variogram import Variogram
from ..charts import diagnostics, style
from ..language import tr
from .page import NOTHING, Page, plain_number

_FEW = 2.0  # times as uncertain: an interval wider than that tells nothing
_GROWS = 1.5
_SHARED = 0.3  # of the most likely error: a tenth of its variance


def add_findings(
    page: Page, findings: Findings | StoredFindings, days: FloatArray, pooled_std: FloatArray, synthetic: bool
) -> None:
    """Add reliability, likely errors, ranks and variogram.

    Parameters
    ----------
    page : Page
        To add to.
    findings : Findings or StoredFindings
        Of a run, or read from its file.
    days, pooled_std : array [time]
        Epochs, and the root mean square of their normalized innovations; empty where reliability over time is not
        to be shown.
    synthetic : bool
        Mark the data as synthetic.
    """
    page.heading(tr("Spread and assumed errors"))
    page.paragraph(_verdict(findings.reliability))
    if findings.spread_skill is not None and findings.spread_skill.count.size:
        _add_spread_skill(page, findings.spread_skill, days, pooled_std, synthetic)
    _add_groups(page, findings.groups)
    likely = findings.groups[0].likely_error.value if findings.groups else float("nan")
    _add_ranks_and_variogram(page, findings.ranks, findings.variogram, likely, synthetic)


def _verdict(reliability: Estimate) -> str:
    start = (
        f"The innovations have {_with_interval(reliability, 2)} times the variance that the members' spread and the "
        "assumed errors make one expect"
    )
    if not np.isfinite(reliability.low):
        return f"{start}; there are too few epochs for an interval."
    if reliability.is_one:
        return (
            f"{start}: 1 lies in the interval, so that nothing speaks against their size. Whether cells share errors "
            "is another matter, which the variogram tells."
        )
    way, other = ("too small", "raise") if reliability.value > 1 else ("too large", "lower")
    return (
        f"{start}: errors or spread are {way}. The table says by how much, were only one of them at fault. Unless the "
        f"spread-skill figure shows that the spread is to blame, {other} the assumed error, but share it out as the "
        "variogram says: an error that cells share must not be assumed for each of them alone."
    )


def _with_interval(estimate: Estimate, digits: int) -> str:
    value, low, high = (plain_number(number, digits) for number in estimate)
    return value if low == NOTHING else f"{value} ({low} to {high})"


def _add_spread_skill(
    page: Page, table: SpreadSkill, days: FloatArray, pooled_std: FloatArray, synthetic: bool
) -> None:
    with_time = np.isfinite(pooled_std).sum() > 4
    figure = style.new_figure(7.2 if with_time else 4.2, 3.0)
    axes = np.atleast_1d(figure.subplots(1, 2 if with_time else 1))
    diagnostics.draw_spread_skill(axes[0], table, synthetic)
    caption = (
        "Spread and skill: standard deviation of the innovations by the spread that the members' predictions have "
        "(bins of equally many). Points above the dashed line: errors or spread are too small there. Points that rise "
        "more steeply than the line: the spread is too small; points off by the same everywhere: the observations' "
        "errors are wrong."
    )
    if with_time:
        diagnostics.draw_reliability(axes[1], days, pooled_std, synthetic)
        caption = f"(a) {caption} (b) Reliability over time: found over expected variance of an epoch's "
        caption += "innovations, and the mean of some. A time at which 1 lies "
        caption += "outside the band has errors of its own: a bad reference, a strong atmosphere, an earthquake."
        diagnostics.letter(axes[0], "a")
        diagnostics.letter(axes[1], "b")
    page.figure(figure, caption)


def _add_groups(page: Page, groups: tuple[GroupStatistics, ...]) -> None:
    if not groups:
        return
    page.table(
        "Innovations by kind of observation. Mean and std: of the normalized innovations (0 and 1 are right). Most "
        "likely error: were the spread right; factor on the spread: were the error right (95 % intervals from the "
        "scatter of the epochs). Desroziers: by innovations and residuals; the gain of a one-dimensional filter is not "
        "the best one, which makes it approximate.",
        (
            "Observations",
            "Used",
            "Beyond 4",
            "Mean",
            "Std",
            "Error assumed (mm)",
            "most likely (mm)",
            "Desroziers (mm)",
            "Factor on spread",
        ),
        [
            (
                group.name,
                str(group.count),
                str(group.gross_errors),
                plain_number(group.mean, 2),
                plain_number(group.std, 2),
                plain_number(group.assumed_error, 1),
                _with_interval(group.likely_error, 1),
                plain_number(group.desroziers_error, 1),
                _spread_factor(group.spread_factor),
            )
            for group in groups
        ],
    )


def _spread_factor(factor: Estimate) -> str:
    """Return a factor with its interval; that it cannot be estimated where the interval is too wide."""
    if not np.isfinite(factor.low) or factor.high > _FEW * factor.low * _FEW:
        return "cannot be estimated"
    return _with_interval(factor, 2)


def _add_ranks_and_variogram(
    page: Page, ranks: FloatArray | IntArray, variogram: Variogram | None, likely_mm: float, synthetic: bool
) -> None:
    pairs = variogram is not None and variogram.pairs.size > 1
    if not ranks.sum():
        return
    figure = style.new_figure(7.2 if pairs else 4.2, 3.0)
    axes = np.atleast_1d(figure.subplots(1, 2 if pairs else 1))
    diagnostics.draw_ranks(axes[0], ranks, synthetic)
    caption = (
        "Ranks of the observations among the members' predictions, each with an observation's error. Even: right; high "
        "at both ends: errors or spread are too small; high in the middle: too large; high at one end: a bias."
    )
    if pairs and variogram is not None:
        diagnostics.draw_variogram(axes[1], variogram, synthetic)
        diagnostics.letter(axes[0], "a")
        diagnostics.letter(axes[1], "b")
        caption = f"(a) {caption} (b) Variogram of the innovations: half the mean squared difference of two cells by "
        caption += "their distance; size of the points: pairs. Expected: by the assumed errors "
        caption += "and the members' spread. What all cells share is not in it."
    page.figure(figure, caption)
    page.paragraph(ranks_in_words(ranks))
    if pairs and variogram is not None:
        page.paragraph(variogram_in_words(variogram, likely_mm))
        _add_variogram_table(page, variogram)


def ranks_in_words(ranks: FloatArray | IntArray) -> str:
    """Return what the rank histogram says."""
    share = ranks / max(1, ranks.sum()) * ranks.size
    third = max(1, share.size // 3)
    middle = float(np.mean(share[third:-third])) if share.size > 2 * third else float("nan")
    low, high = float(share[:third].mean()), float(share[-third:].mean())
    text = (
        f"Ranks: the lowest third holds {low:.2f}, the middle {middle:.2f}, the highest {high:.2f} times an even "
        f"share, the two ends {share[0]:.2f} and {share[-1]:.2f} times. "
    )
    if abs(high - low) > 0.5:
        return text + "The observations lie to one side of the members: model or observations are biased."
    if 0.5 * (share[0] + share[-1]) > _GROWS:
        return text + "The ends are too full: errors or spread are too small."
    if middle > 1.3:
        return text + "The middle is too full: errors or spread are too large."
    return text + "That is even enough."


def variogram_in_words(found: Variogram, likely_mm: float) -> str:
    """Return what the variogram says of the observations' errors, and what to set.

    Parameters
    ----------
    found : Variogram
        Of the innovations.
    likely_mm : float
        Most likely error of an observation in all; what of it is not in the variogram is shared by all cells.
    """
    own = found.nugget + found.sill
    parts = f"a part of {np.sqrt(found.nugget):.1f} mm of each cell's own"
    if np.isfinite(found.length_km):
        parts += f", one of {np.sqrt(found.sill):.1f} mm that is correlated over {found.length_km:.0f} km"
    shared = float(np.sqrt(max(likely_mm**2 - own, 0.0)))
    if shared > _SHARED * likely_mm:
        parts += f", and one of {shared:.1f} mm that all cells share (the most likely error less the others)"
    text = f"Variogram, the members' spread taken off: the observations' errors have {parts}. "
    if np.isfinite(found.length_km) and found.length_km > found.distance_km.max():
        return text + "The length is beyond the frame and uncertain."
    choices = f"OBSERVATION_ERROR {np.sqrt(own):.1f}"
    if np.isfinite(found.length_km):
        nugget = found.nugget / own
        choices += f", ERROR_CORRELATION_LENGTH {found.length_km:.0f}, ERROR_NUGGET {nugget:.2f}"
    if shared > _SHARED * likely_mm:
        choices += f", REFERENCE tied, TIE_ERROR {shared:.1f}"
    return f"{text}As options of enkf_3d or letkf: {choices}."


def _add_variogram_table(page: Page, found: Variogram) -> None:
    page.table(
        "Variogram: half the mean squared difference of two cells' innovations by their distance, and what members and "
        "assumed errors make of it.",
        ("Distance (km)", "Found (mm2)", "Members' spread (mm2)", "Assumed errors (mm2)", "Pairs"),
        [
            (f"{distance:.0f}", *(plain_number(value, 1) for value in values), f"{pairs:.0f}")
            for distance, *values, pairs in zip(
                found.distance_km, found.semivariance, found.of_forecast, found.assumed, found.pairs
            )
        ],
        fold=True,
    )

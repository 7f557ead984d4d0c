"""Are spread and errors right: spread and skill, reliability in time, ranks, variogram, increments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assimilation.diagnostics.intervals import ratio_of_epochs
from ..assimilation.diagnostics.spread_skill import SpreadSkill
from ..assimilation.diagnostics.variogram import Variogram
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BAND = "#d9d3e8"


def draw_spread_skill(ax: Axes, table: SpreadSkill, synthetic: bool = False) -> None:
    """Draw the innovations' standard deviation by the spread of the predictions, and what it should be.

    Parameters
    ----------
    ax : Axes
        To draw on.
    table : SpreadSkill
        Bins.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "Spread of the predictions (mm)", "Std of the innovations (mm)")
    x, observed = table.prediction_std, np.sqrt(table.observed)
    expected = ax.plot(x, np.sqrt(table.expected), color=style.FAINT, linestyle=(0, (5, 2)), linewidth=1.3)[0]
    expected.set_label("Expected")
    if x.size == 1:
        expected.set_marker("_")
        expected.set_markersize(14)
    below, above = (np.abs(np.sqrt(end) - observed) for end in (table.low, table.high))
    known = np.where(np.isfinite([below, above]), [below, above], 0.0)
    found = ax.errorbar(x, observed, yerr=known, fmt="o", color=style.PURPLE, markersize=4, linewidth=1.0, capsize=2.0)
    found.set_label("Found, with 95 % interval")
    top = float(np.nanmax(np.concatenate([observed + known[1], np.sqrt(table.expected)])))
    ax.set_ylim(0.0, 1.12 * top)
    low, high = float(x.min()), float(x.max())
    margin = max(0.06 * (high - low), 0.05 * high, 1e-3)
    ax.set_xlim(low - margin, high + margin)
    style.legend(ax, [expected, found])
    style.mark_synthetic(ax, synthetic)


def draw_reliability(ax: Axes, days: FloatArray, pooled_std: FloatArray, synthetic: bool = False) -> None:
    """Draw found over expected variance of the innovations, mean of some epochs around each, with its interval.

    Parameters
    ----------
    ax : Axes
        To draw on.
    days : array [time]
        Days since 2000-01-01.
    pooled_std : array [time]
        Root mean square of each epoch's normalized innovations; NaN where there were none.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "", "Found / expected variance (1)")
    seen = np.isfinite(pooled_std)
    squares, x = pooled_std[seen] ** 2, style.date_numbers(days[seen])
    half = max(2, squares.size // 12)
    running = np.array(
        [
            ratio_of_epochs(part, np.ones(part.size))
            for part in (squares[max(0, number - half) : number + half + 1] for number in range(squares.size))
        ]
    ).reshape(-1, 3)
    ax.axhline(1.0, color=style.FAINT, linestyle=(0, (5, 2)), linewidth=1.3)
    points = ax.plot(x, squares, ".", color=style.FAINT, markersize=3.5, label="Single")[0]
    band = ax.fill_between(x, running[:, 1], running[:, 2], color=_BAND, linewidth=0, label="95 % interval")
    line = ax.plot(x, running[:, 0], color=style.PURPLE, linewidth=1.5, label=f"{2 * half + 1} epochs")[0]
    high = np.concatenate([[2.0], np.percentile(squares, [95]), 1.05 * running[:, 0]])
    ax.set_ylim(0.0, 1.1 * float(np.nanmax(high)))
    style.date_axis(ax)
    style.legend(ax, [line, band, points])
    style.mark_synthetic(ax, synthetic)


def draw_ranks(ax: Axes, counts: FloatArray | IntArray, synthetic: bool = False) -> None:
    """Draw how often an observation has each rank among the members, in parts of an even share.

    Parameters
    ----------
    ax : Axes
        To draw on.
    counts : array [member + 1]
        Observations by rank.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "Members below the observation", "Observations (1 = even share)", grid="y")
    share = counts / max(float(counts.sum()), 1.0) * counts.size
    ax.bar(np.arange(counts.size), share, width=0.9, color=style.PURPLE, alpha=0.75)
    ax.axhline(1.0, color=style.INK, linestyle=(0, (5, 2)), linewidth=1.0)
    ax.set_xlim(-0.7, counts.size - 0.3)
    style.mark_synthetic(ax, synthetic)


def draw_variogram(ax: Axes, found: Variogram, synthetic: bool = False) -> None:
    """Draw the semivariance of the innovations by distance, what is expected of it, and the fit.

    Parameters
    ----------
    ax : Axes
        To draw on.
    found : Variogram
        Of the innovations.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "Distance of two cells (km)", "Semivariance (mm²)")
    x = found.distance_km
    size = 12.0 + 50.0 * found.pairs / found.pairs.max()
    points = ax.scatter(x, found.semivariance, s=size, color=style.PURPLE, zorder=3, label="Found")
    handles = [points]
    if np.isfinite(found.assumed).all():
        total = found.of_forecast + found.assumed
        handles.append(ax.plot(x, total, color=style.FAINT, linestyle=(0, (5, 2)), linewidth=1.3, label="Expected")[0])
    fitted = found.of_forecast + found.fitted(x)
    handles.append(ax.plot(x, fitted, color=style.ORANGE, linewidth=1.4, label="Fit")[0])
    handles.append(ax.plot(x, found.of_forecast, color=style.TEAL, linewidth=1.1, label="Spread's part")[0])
    ax.set_ylim(bottom=0.0)
    ax.set_xlim(left=0.0)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)


def draw_increments(
    ax: Axes, sum_ax: Axes, days: FloatArray, increments: FloatArray, half_width: float, *, synthetic: bool = False
) -> None:
    """Draw the increments of the area's storage, their mean, and their sum.

    Parameters
    ----------
    ax, sum_ax : Axes
        For the increments, and for their sum below.
    days : array [time]
        Days since 2000-01-01.
    increments : array [time]
        Mean over the observed cells (mm).
    half_width : float
        Half the 95 % interval of their mean (mm); NaN where it is not known.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "", "Increment (mm)")
    x, mean = style.date_numbers(days), float(increments.mean())
    ax.axhline(0.0, color=style.FAINT, linewidth=0.8)
    ax.vlines(x, 0.0, increments, color=style.TEAL, linewidth=1.6)
    interval = f" (95 %: ±{half_width:.2f})" if np.isfinite(half_width) else ""
    if interval:
        ax.axhspan(mean - half_width, mean + half_width, color=style.GAP, linewidth=0, zorder=0.1)
    label = f"Mean: {round(mean, 2) + 0.0:+.2f} mm an epoch{interval}".replace("-", "\N{MINUS SIGN}")
    line = ax.axhline(mean, color=style.ORANGE, linewidth=1.2, label=label)
    style.legend(ax, [line])
    style.dress(sum_ax, "", "Sum (mm)")
    sum_ax.axhline(0.0, color=style.FAINT, linewidth=0.8)
    sum_ax.plot(x, np.cumsum(increments), color=style.TEAL, linewidth=1.5)
    for one in (ax, sum_ax):
        style.date_axis(one)
    ax.tick_params(labelbottom=False)
    ax.xaxis.get_offset_text().set_visible(False)
    style.mark_synthetic(sum_ax, synthetic)


def letter(ax: Axes, text: str) -> None:
    """Write the letter of a panel into its upper left corner, below a legend that stands above the axes."""
    ax.text(0.015, 0.98, f"({text})", transform=ax.transAxes, ha="left", va="top", fontsize=style.FONT, color=style.INK)

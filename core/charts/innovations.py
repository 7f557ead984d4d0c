"""Normalized innovations of the filter (the paper's Fig. 8): over time, and by the assumed observation error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..arrays import FloatArray
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_innovations(
    ax: Axes, days: FloatArray, area_mean: FloatArray, pooled_std: FloatArray, synthetic: bool = False
) -> None:
    """Draw the sequence of normalized innovations with its mean and standard deviation.

    A filter with right errors has a pooled standard deviation of 1. The area mean of many cells whose errors differ
    has a smaller one, and says something about biases only: both are drawn, so that neither is taken for the other.

    Parameters
    ----------
    ax : Axes
        To draw on.
    days : array [time]
        Days since 2000-01-01.
    area_mean : array [time]
        Mean over the cells.
    pooled_std : array [time]
        Root mean square over the cells of an epoch.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "", "Normalized innovation (1)")
    x = style.date_numbers(days)
    mean, std = float(np.nanmean(area_mean)), float(np.nanstd(area_mean))
    ax.axhspan(-1.0, 1.0, color=style.GAP, linewidth=0, zorder=0.1)
    ax.axhline(0.0, color=style.FAINT, linewidth=0.8)
    bars = ax.vlines(x, 0.0, area_mean, color=style.PURPLE, linewidth=1.0, alpha=0.7)
    bars.set_label("_bars")
    points = ax.plot(x, area_mean, "o", color=style.PURPLE, markersize=3.0)[0]
    points.set_label(f"Area mean: {mean:+.2f} ± {std:.2f}")
    line = ax.axhline(mean, color=style.PURPLE, linewidth=1.0, linestyle=(0, (5, 2)))
    line.set_label("Mean of the area mean")
    pooled = ax.plot(x, pooled_std, color=style.ORANGE, linewidth=1.3, label=_pooled_label(pooled_std))[0]
    top = 1.15 * float(np.nanmax(np.abs(np.concatenate([area_mean, pooled_std, [1.0]]))))
    ax.set_ylim(-top, top)
    style.date_axis(ax)
    style.legend(ax, [points, line, pooled])
    style.mark_synthetic(ax, synthetic)


def draw_cell_innovations(ax: Axes, days: FloatArray, innovations: FloatArray) -> None:
    """Draw the normalized innovations of one cell; the band holds two thirds of them where the errors are right."""
    style.dress(ax, "", "Normalized\ninnovation (1)")
    ax.axhspan(-1.0, 1.0, color=style.GAP, linewidth=0, zorder=0.1)
    ax.axhline(0.0, color=style.FAINT, linewidth=0.8)
    x = style.date_numbers(days)
    ax.vlines(x, 0.0, innovations, color=style.PURPLE, linewidth=1.0, alpha=0.7)
    ax.plot(x, innovations, "o", color=style.PURPLE, markersize=2.6, linestyle="none")
    top = 1.1 * float(np.nanmax(np.abs(np.append(innovations, 1.5))))
    ax.set_ylim(-top, top)
    style.date_axis(ax)


def _pooled_label(pooled_std: FloatArray) -> str:
    return f"RMS over the cells: {float(np.sqrt(np.nanmean(pooled_std**2))):.2f} (1 is right)"


def draw_error_tuning(
    ax: Axes,
    errors_mm: FloatArray,
    mean: FloatArray,
    std: FloatArray,
    pooled_std: FloatArray,
    *,
    synthetic: bool = False,
) -> None:
    """Draw statistics of the normalized innovations for several assumed observation errors (Fig. 8 itself).

    Parameters
    ----------
    ax : Axes
        To draw on.
    errors_mm : array [run]
        Assumed standard deviation of the observations.
    mean, std : array [run]
        Over time, of the area mean.
    pooled_std : array [run]
        Over time and cells.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "Assumed observation error (mm)", "Normalized innovation (1)")
    ax.axhline(0.0, color=style.FAINT, linewidth=0.8)
    ax.axhline(1.0, color=style.FAINT, linewidth=0.8, linestyle=(0, (5, 2)))
    for values, colour, marker, label in (
        (mean, style.PURPLE, "o", "Mean of the area mean (0 is right)"),
        (std, style.BLUE, "s", "Standard deviation of the area mean"),
        (pooled_std, style.ORANGE, "^", "Pooled standard deviation (1 is right)"),
    ):
        ax.plot(errors_mm, values, color=colour, marker=marker, markersize=4.5, linewidth=1.2, label=label)
    style.legend(ax)
    style.mark_synthetic(ax, synthetic)

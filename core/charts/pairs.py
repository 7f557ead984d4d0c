"""Quality of the interferograms: coherence and coverage of each pair, closure of its loops, effect of GACOS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..arrays import BoolArray, FloatArray
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_pair_quality(
    ax: Axes,
    middle_days: FloatArray,
    coherence: FloatArray,
    coverage: FloatArray,
    rejected: BoolArray | None = None,
    synthetic: bool = False,
) -> None:
    """Draw mean coherence and valid part of each pair against the middle of its time span.

    Parameters
    ----------
    ax : Axes
        To draw on.
    middle_days : array [pair]
        Days since 2000-01-01.
    coherence, coverage : array [pair]
        0 to 1; NaN where unknown.
    rejected : bool array [pair], optional
        Pairs that are not used, ringed.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "", "Part of 1")
    x = style.date_numbers(middle_days)
    handles = [
        ax.plot(x, coverage, "s", color=style.ORANGE, markersize=3.0, alpha=0.75, label="Coverage (valid pixels)")[0],
        ax.plot(x, coherence, "o", color=style.BLUE, markersize=3.0, alpha=0.75, label="Mean coherence")[0],
    ]
    if rejected is not None and np.any(rejected):
        for values in (coherence, coverage):
            ring = ax.plot(
                x[rejected],
                values[rejected],
                "o",
                color=style.RED,
                markerfacecolor="none",
                markersize=7.0,
                markeredgewidth=1.1,
                label="Rejected",
            )[0]
        handles.append(ring)
    ax.set_ylim(0.0, 1.03)
    style.date_axis(ax)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)


def draw_closure(ax: Axes, loop_rms: FloatArray, rejected: BoolArray, synthetic: bool = False) -> None:
    """Draw how many pairs have which smallest loop-closure RMS (rad), rejected ones apart.

    Parameters
    ----------
    ax : Axes
        To draw on.
    loop_rms : array [pair]
        Smallest closure RMS among the pair's loops; NaN where it is in no loop.
    rejected : bool array [pair]
        Pairs that are not used.
    synthetic : bool
        Mark the data as synthetic.
    """
    known = np.isfinite(loop_rms)
    style.dress(ax, "Smallest closure RMS of a pair's loops (rad)", "Number of pairs", grid="y")
    top = float(np.max(loop_rms[known], initial=1.0))
    edges = np.linspace(0.0, top * 1.0001, 31)
    parts = [("Used", style.BLUE, known & ~rejected), ("Rejected", style.RED, known & rejected)]
    parts = [part for part in parts if np.any(part[2])]
    ax.hist(
        [loop_rms[part] for _, _, part in parts],
        bins=edges,
        stacked=True,
        color=[colour for _, colour, _ in parts],
        label=[f"{name}: {np.count_nonzero(part)}" for name, _, part in parts],
        rwidth=0.92,
    )
    ax.set_xlim(0.0, None)
    _whole_numbers(ax)
    handles = list(ax.get_legend_handles_labels()[0])
    if not known.all():
        from matplotlib.lines import Line2D

        handles.append(Line2D([], [], linestyle="none", label=f"in no loop: {np.count_nonzero(~known)}"))
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)


def draw_correction(ax: Axes, before: FloatArray, after: FloatArray, synthetic: bool = False) -> None:
    """Draw the phase's standard deviation (rad) of each pair after the GACOS correction against that before it."""
    style.dress(ax, "Before the correction (rad)", "After the correction (rad)")
    there = np.isfinite(before) & np.isfinite(after)
    better = there & (after < before)
    top = 1.05 * float(np.max(np.concatenate([before[there], after[there]]), initial=0.1))
    ax.plot([0, top], [0, top], color=style.FAINT, linewidth=0.8)
    worse = there & ~better
    for chosen, colour, marker, text in (
        (better, style.BLUE, "o", "smaller"),
        (worse, style.RED, "^", "larger"),
    ):
        label = f"{np.count_nonzero(chosen)} {text}"
        ax.plot(before[chosen], after[chosen], marker, color=colour, markersize=3.2, alpha=0.75, label=label)
    ax.set_xlim(0, top)
    ax.set_ylim(0, top)
    ax.set_aspect("equal")
    style.legend(ax)
    style.mark_synthetic(ax, synthetic)


def _whole_numbers(ax: Any) -> None:
    from matplotlib.ticker import MaxNLocator

    ax.yaxis.set_major_locator(MaxNLocator(integer=True))

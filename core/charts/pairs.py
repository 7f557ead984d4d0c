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
    *,
    synthetic: bool = False,
    limits: tuple[float | None, float | None] = (None, None),
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
    limits : (float, float)
        Least coherence and coverage, drawn as lines; None where there is none.
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
    for limit, colour in zip(limits, (style.BLUE, style.ORANGE)):
        if limit is not None:
            ax.axhline(limit, color=colour, linewidth=0.9, linestyle=(0, (4, 2)))
    ax.set_ylim(0.0, 1.03)
    style.date_axis(ax)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)


def draw_closure(
    ax: Axes, loop_rms: FloatArray, rejected: BoolArray, synthetic: bool = False, limit: float | None = None
) -> None:
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
    limit : float, optional
        From which on a loop does not close.
    """
    top = _top(loop_rms, limit)
    label = "Smallest closure of a pair's loops (rad)"
    draw_counts(
        ax, loop_rms, rejected, label, "Pairs", span=(0.0, top), limit=limit, unknown="in no loop", synthetic=synthetic
    )


def draw_loops(
    ax: Axes, closure: FloatArray, with_rejected: BoolArray, synthetic: bool = False, limit: float | None = None
) -> None:
    """Draw how many loops have which closure RMS (rad), those with a rejected pair apart.

    Parameters
    ----------
    ax : Axes
        To draw on.
    closure : array [loop]
        Root mean square over the pixels; NaN where a loop has none.
    with_rejected : bool array [loop]
        Loops with a pair that is not used.
    synthetic : bool
        Mark the data as synthetic.
    limit : float, optional
        From which on a loop does not close.
    """
    names = ("Of pairs used", "With a rejected one")
    span, label = (0.0, _top(closure, limit)), "Closure of a loop (rad)"
    draw_counts(
        ax,
        closure,
        with_rejected,
        label,
        "Loops",
        span=span,
        limit=limit,
        unknown="without pixels",
        names=names,
        synthetic=synthetic,
    )


def draw_counts(
    ax: Axes,
    values: FloatArray,
    rejected: BoolArray,
    x_label: str,
    y_label: str,
    *,
    span: tuple[float, float],
    limit: float | None = None,
    unknown: str = "unknown",
    names: tuple[str, str] = ("Used", "Rejected"),
    synthetic: bool = False,
) -> None:
    """Draw a histogram with what is rejected on top, and the limit of rejection.

    Parameters
    ----------
    ax : Axes
        To draw on.
    values : array [item]
        NaN where unknown.
    rejected : bool array [item]
        In the second colour.
    x_label, y_label : str
        Quantity and unit; what is counted.
    span : (low, high)
        Of the values shown.
    limit : float, optional
        Marked by a line.
    unknown : str
        What a missing value means, for the legend.
    names : (str, str)
        Of what is not rejected and what is, for the legend.
    synthetic : bool
        Mark the data as synthetic.
    """
    from matplotlib.lines import Line2D

    known = np.isfinite(values)
    style.dress(ax, x_label, f"Number of {y_label.lower()}", grid="y")
    parts = [(names[0], style.BLUE, known & ~rejected), (names[1], style.RED, known & rejected)]
    parts = [part for part in parts if np.any(part[2])]
    handles = []
    if parts:
        ax.hist(
            [values[part] for _, _, part in parts],
            bins=np.linspace(span[0], span[1] + 1e-4 * (span[1] - span[0]), 31),
            stacked=True,
            color=[colour for _, colour, _ in parts],
            label=[f"{name}: {np.count_nonzero(part)}" for name, _, part in parts],
            rwidth=0.92,
        )
        handles = list(ax.get_legend_handles_labels()[0])
    ax.set_xlim(*span)
    _whole_numbers(ax)
    if not known.all():
        handles.append(Line2D([], [], linestyle="none", label=f"{unknown}: {np.count_nonzero(~known)}"))
    if limit is not None and span[0] <= limit <= span[1]:
        line = ax.axvline(limit, color=style.INK, linewidth=0.9, linestyle=(0, (4, 2)), label=f"limit: {limit:g}")
        handles.append(line)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)


def draw_coherence_by_span(
    ax: Axes, span_days: FloatArray, coherence: FloatArray, rejected: BoolArray, synthetic: bool = False
) -> None:
    """Draw the mean coherence of each pair against the days between its two dates, rejected ones apart."""
    style.dress(ax, "Days between the two dates", "Mean coherence")
    for chosen, colour, marker, name in (
        (~rejected, style.BLUE, "o", "Used"),
        (rejected, style.RED, "^", "Rejected"),
    ):
        if chosen.any():
            ax.plot(span_days[chosen], coherence[chosen], marker, color=colour, markersize=3.0, alpha=0.7, label=name)
    ax.set_ylim(0.0, 1.0)
    ax.set_xlim(0.0, None)
    style.legend(ax)
    style.mark_synthetic(ax, synthetic)


def _top(values: FloatArray, limit: float | None) -> float:
    """Return the upper end of an axis from zero: the largest value, and the limit with some room."""
    return float(np.max(values[np.isfinite(values)], initial=1.05 * (limit or 1.0)))


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

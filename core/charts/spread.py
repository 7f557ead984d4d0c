"""The motion of many pixels over time at once, and the noise of each acquisition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..arrays import BoolArray, FloatArray
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PERCENTILES = (5.0, 25.0, 50.0, 75.0, 95.0)


def draw_spread(
    ax: Axes,
    days: FloatArray,
    percentiles: FloatArray,
    y_label: str,
    gaps: Sequence[tuple[float, float]] = (),
    *,
    synthetic: bool = False,
    of: str = "pixels",
) -> None:
    """Draw the median of many series with the bands that hold half and nine tenths of them.

    Parameters
    ----------
    ax : Axes
        To draw on.
    days : array [time]
        Days since 2000-01-01.
    percentiles : array [5, time]
        Those of :data:`PERCENTILES`; NaN where there is none.
    y_label : str
        Quantity and unit.
    gaps : sequence of (start, end)
        Spans, in days, to shade: no interferogram bridges them.
    synthetic : bool
        Mark the data as synthetic.
    of : str
        Whose series they are.
    """
    style.dress(ax, "", y_label)
    x = style.date_numbers(days)
    ax.axhline(0.0, color=style.FAINT, linewidth=0.8, zorder=0.5)
    shade_gaps(ax, gaps)
    low, lower, middle, upper, high = percentiles
    handles = [
        ax.plot(x, middle, color=style.BLUE, linewidth=1.5, marker="o", markersize=2.2, label=f"median of the {of}")[0],
        ax.fill_between(x, lower, upper, color=style.BLUE, alpha=0.30, linewidth=0, label="half of them"),
        ax.fill_between(x, low, high, color=style.BLUE, alpha=0.13, linewidth=0, label="nine tenths of them"),
    ]
    pad = 0.04 * max(float(x[-1] - x[0]), 1.0)
    ax.set_xlim(x[0] - pad, x[-1] + pad)  # dates that stay empty beyond a gap are on the axis, too
    if gaps:
        handles.append(_gap_patch(len(gaps)))
    style.date_axis(ax)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)


def draw_date_noise(
    ax: Axes, days: FloatArray, rms: FloatArray, common: FloatArray, noisy: BoolArray, *, synthetic: bool = False
) -> None:
    """Draw what the fitted motion leaves at every date: root mean square, and the part common to all pixels.

    Parameters
    ----------
    ax : Axes
        To draw on.
    days : array [time]
        Days since 2000-01-01.
    rms, common : array [time]
        Root mean square and mean over the pixels of the residuals, in mm.
    noisy : bool array [time]
        Dates that stand out.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "", "Residual of the fit (mm)", grid="y")
    x = style.date_numbers(days)
    width = 0.7 * float(np.median(np.diff(x))) if x.size > 1 else 5.0
    handles = []
    for chosen, colour, label in ((~noisy, style.BLUE, "RMS over the pixels"), (noisy, style.RED, "stands out")):
        if chosen.any():
            handles.append(ax.bar(x[chosen], rms[chosen], width, color=colour, linewidth=0, label=label))
    there = np.abs(common)
    handles.append(ax.plot(x, there, "_", color=style.ORANGE, markersize=5, markeredgewidth=1.6, label=_COMMON)[0])
    ax.set_ylim(0.0, None)
    ax.margins(0.02, 0.06)
    style.date_axis(ax)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)


_COMMON = "common to all pixels (absolute value)"


def shade_gaps(ax: Axes, gaps: Sequence[tuple[float, float]]) -> None:
    """Shade spans of time [(start, end) in days] that no interferogram bridges."""
    for start, end in gaps:
        left, right = style.date_numbers([start, end])
        ax.axvspan(left, right, color=style.GAP, linewidth=0, zorder=0.1)


def _gap_patch(count: int) -> object:
    from matplotlib.patches import Patch

    return Patch(facecolor=style.GAP, label=f"{count} gap{'s' if count > 1 else ''} in the network")

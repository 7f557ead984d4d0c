"""The baseline network of a stack (the paper's Fig. 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..insar.solver.network import Network
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_network(ax: Axes, network: Network, rejected: BoolArray | None = None, synthetic: bool = False) -> None:
    """Draw dates by time and perpendicular baseline, and the pairs between them.

    Spans of time that no pair that is used bridges are shaded: there the series hangs on the gap model. Dates of
    unconnected parts that interleave in time, which leave no such span, have different colours. Where no
    baseline is known, dates are spread over the height so that pairs can be distinguished; the axis says so.

    Parameters
    ----------
    ax : Axes
        To draw on.
    network : Network
        Dates and pairs.
    rejected : bool array [pair], optional
        Pairs that are not used.
    synthetic : bool
        Mark the data as synthetic.
    """
    from matplotlib.collections import LineCollection
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    out = np.zeros(network.n_pairs, dtype=bool) if rejected is None else np.asarray(rejected, dtype=bool)
    x = style.date_numbers(network.dates_days)
    y = network.date_baselines()
    known = np.isfinite(y)
    label = "Perpendicular baseline (m)"
    if not known.any():
        y = np.resize([0.0, 2.0, -1.0, 1.0, -2.0], y.size)
        label = "Baselines unknown:\ndates spread for view"
    style.dress(ax, "", label)
    ax.tick_params(left=bool(known.any()), labelleft=bool(known.any()))
    y = np.where(np.isfinite(y), y, 0.0)
    ends = np.stack([x[network.pairs], y[network.pairs]], axis=-1)
    for chosen, colour, width, dashes in ((~out, style.BLUE, 0.7, "solid"), (out, style.RED, 1.0, (0, (3, 1.5)))):
        ax.add_collection(
            LineCollection(list(ends[chosen]), colors=colour, linewidths=width, linestyles=[dashes], alpha=0.8)
        )
    used = network.subset(~out)
    gaps = gaps_of(used)
    n_parts = int(used.parts().max(initial=0)) + 1
    # Parts that interleave in time leave no gap to shade.
    interleaved = n_parts > len(gaps) + 1
    _draw_dates(ax, x, y, np.isin(network.dates_days, used.dates_days), used.parts() if interleaved else None)
    for start, end in gaps:
        left, right = style.date_numbers([start, end])
        ax.axvspan(left, right, color=style.GAP, linewidth=0, zorder=0.1)
    handles = [
        Line2D([], [], color=style.INK, marker="o", markersize=3.2, linestyle="none", label=f"{x.size} acquisitions"),
        Line2D([], [], color=style.BLUE, linewidth=1.2, label=f"{np.count_nonzero(~out)} interferograms used"),
    ]
    if out.any():
        text = f"{np.count_nonzero(out)} rejected"
        handles.append(Line2D([], [], color=style.RED, linewidth=1.2, linestyle=(0, (3, 1.5)), label=text))
    if gaps:
        text = f"{len(gaps)} gap{'s' if len(gaps) > 1 else ''} in the network"
        handles.append(Patch(facecolor=style.GAP, label=text))
    if interleaved:
        handles.append(Line2D([], [], linestyle="none", label=f"{n_parts} unconnected parts (colours)"))
    ax.margins(0.03, 0.08)
    ax.autoscale_view()
    style.date_axis(ax)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)


def _draw_dates(ax: Axes, x: FloatArray, y: FloatArray, there: BoolArray, parts: IntArray | None) -> None:
    """Draw the dates [date]: those in use (`there`) full, by their part [date in use] where given; lost ones hollow."""
    ax.plot(x[~there], y[~there], "o", color=style.RED, markersize=4.0, markerfacecolor="white", linestyle="none")
    if parts is None:
        parts = np.zeros(int(np.count_nonzero(there)), dtype=np.intp)
    colours = (style.INK, *style.CYCLE[1:])
    for number in np.unique(parts % len(colours)):
        chosen = np.flatnonzero(there)[parts % len(colours) == number]
        ax.plot(x[chosen], y[chosen], "o", color=colours[number], markersize=3.2, linestyle="none")


def gaps_of(network: Network) -> list[tuple[float, float]]:
    """Return start and end (days) of the spans between neighbouring dates that no pair bridges."""
    if network.n_pairs == 0:
        return []
    days = network.dates_days
    crossings = np.zeros(days.size, dtype=int)
    np.add.at(crossings, network.pairs[:, 0], 1)
    np.add.at(crossings, network.pairs[:, 1], -1)
    open_spans = np.flatnonzero(np.cumsum(crossings)[:-1] == 0)
    return [(float(days[number]), float(days[number + 1])) for number in open_spans]

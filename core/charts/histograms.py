"""How the pixels' values are distributed, and how many lie beyond a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..arrays import BoolArray, FloatArray
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BARS = 60
_TAIL = 0.2  # percent left out of the axis on either side


def share_beyond(values: FloatArray, low: float | None, high: float | None) -> float:
    """Return which part of the finite `values` lies below `low` or above `high`; NaN where there is none."""
    there = values[np.isfinite(values)]
    if not there.size:
        return float("nan")
    return float(np.mean(_beyond(there, low, high)))


def draw_distribution(
    ax: Axes,
    values: FloatArray,
    x_label: str,
    low: float | None = None,
    high: float | None = None,
    *,
    synthetic: bool = False,
    logarithmic: bool = False,
) -> None:
    """Draw the distribution of values, those beyond a limit in another colour, with their share.

    Parameters
    ----------
    ax : Axes
        To draw on.
    values : array
        One for each pixel; NaN is left out.
    x_label : str
        Quantity and unit.
    low, high : float, optional
        Limits of good values.
    synthetic : bool
        Mark the data as synthetic.
    logarithmic : bool
        Whether the scale of the shares is, for rare values; then all values are on the axis.
    """
    style.dress(ax, x_label, "Pixels (%)", grid="y")
    there = np.asarray(values, dtype=np.float64)
    there = there[np.isfinite(there)]
    if not there.size:
        ax.text(0.5, 0.5, "no data", transform=ax.transAxes, ha="center", fontsize=style.FONT, color=style.FAINT)
        return
    edges = _edges(there, low, high, 0.0 if logarithmic else _TAIL)
    out = _beyond(there, low, high)
    weight = 100.0 / there.size
    share = 100.0 * float(np.mean(out))
    limited = low is not None or high is not None
    for part, colour, words in ((~out, style.BLUE, "within"), (out, style.RED, "beyond")):
        label = f"{words} the limit: {_percent(100 - share if words == 'within' else share)}"
        counts = np.histogram(there[part], edges)[0] * weight
        if limited or words == "within":
            ax.bar(edges[:-1], counts, np.diff(edges), align="edge", color=colour, label=label, linewidth=0)
    for limit in (low, high):
        if limit is not None and edges[0] <= limit <= edges[-1]:
            ax.axvline(limit, color=style.INK, linewidth=0.9, linestyle=(0, (4, 2)))
    middle = float(np.median(there))
    ax.axvline(middle, color=style.ORANGE, linewidth=1.2, label=f"median {middle:.3g}".replace("-", "−"))
    ax.set_xlim(edges[0], edges[-1])
    ax.locator_params(axis="x", nbins=6)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:g}".replace("-", "−"))
    if logarithmic:
        ax.set_yscale("log")
        ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    handles, labels = ax.get_legend_handles_labels()
    style.legend(ax, [handle for handle, label in zip(handles, labels) if limited or not label.startswith("within")])
    style.mark_synthetic(ax, synthetic)


def draw_reference_share(
    ax: Axes, velocity: FloatArray, limit: float, shifts: FloatArray, synthetic: bool = False
) -> FloatArray:
    """Draw which part of the pixels moves faster than `limit` if the reference itself moves.

    Parameters
    ----------
    ax : Axes
        To draw on.
    velocity : array
        Relative to the reference, in mm/yr; NaN is left out.
    limit : float
        In mm/yr.
    shifts : array [shift]
        Velocities of the reference to try, ascending, in mm/yr.
    synthetic : bool
        Mark the data as synthetic.

    Returns
    -------
    array [shift]
        The parts, 0 to 1.
    """
    there = np.sort(velocity[np.isfinite(velocity)])
    inside = np.searchsorted(there, limit - shifts, "right") - np.searchsorted(there, -limit - shifts, "left")
    shares = 1.0 - inside / max(there.size, 1)
    style.dress(ax, "Velocity of the reference area (mm/yr)", f"Beyond ±{limit:g} mm/yr (%)")
    ax.plot(shifts, 100.0 * shares, color=style.BLUE, linewidth=1.6)
    here = float(np.interp(0.0, shifts, 100.0 * shares))
    ax.plot([0.0], [here], "o", color=style.INK, markersize=5, label=f"reference at rest: {_percent(here)}")
    if there.size:
        middle = -float(np.median(there))
        at = float(np.interp(middle, shifts, 100.0 * shares))
        if shifts[0] <= middle <= shifts[-1]:
            ax.plot([middle], [at], "D", color=style.ORANGE, markersize=5, label=f"median at rest: {_percent(at)}")
    ax.set_ylim(0.0, 103.0)
    ax.set_xlim(shifts[0], shifts[-1])
    style.legend(ax)
    style.mark_synthetic(ax, synthetic)
    return np.asarray(shares)


def _beyond(values: FloatArray, low: float | None, high: float | None) -> BoolArray:
    out = np.zeros(values.shape, dtype=bool)
    if low is not None:
        out |= values < low
    if high is not None:
        out |= values > high
    return out


def _edges(values: FloatArray, low: float | None, high: float | None, tail: float) -> FloatArray:
    """Return edges of bars, one of which lies on each limit (where two limits are symmetric about zero)."""
    first, last = (float(value) for value in np.percentile(values, [tail, 100.0 - tail]))
    limits = [limit for limit in (low, high) if limit is not None]
    span = last - first
    for limit in limits:
        # A limit just outside the values is shown, so that one sees how far they are from it.
        if first - 0.5 * span <= limit <= last + 0.5 * span:
            first, last = min(first, limit), max(last, limit)
    if not last > first:
        first, last = (max(0.0, first - 0.5) if first >= 0 else first - 0.5), last + 0.5
    width = (last - first) / _BARS
    if limits and limits[-1]:
        # The limit is a whole number of bars from zero.
        width = abs(limits[-1]) / max(1, round(abs(limits[-1]) / width))
    start = np.floor(first / width + 1e-9) - (first in limits)
    stop = max(np.ceil(last / width - 1e-9), start + 1) + (last in limits)
    return np.asarray(width * np.arange(start, stop + 1))


def _percent(value: float) -> str:
    if 0 < value < 0.1:
        return "< 0.1 %"
    if 99.9 < value < 100:
        return "> 99.9 %"
    return f"{value:.1f} %"

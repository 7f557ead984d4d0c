"""Series over time: displacement at points, storage of a region, and what is compared with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..arrays import FloatArray
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROLES = ("open_loop", "analysis", "grace", "recovered", "truth", "displacement", "other")
_COLOURS = {
    "open_loop": style.ORANGE,
    "analysis": style.BLUE,
    "grace": style.INK,
    "recovered": style.PLUM,
    "truth": "#8d8d8d",
    "displacement": style.BLUE,
}
_LONGEST_JOIN_DAYS = 10.0
"""GRACE solutions whose days lie further apart than this are not joined: months are missing between them."""
_SHORTEST_BREAK_DAYS = 75.0


@dataclass(frozen=True)
class Series:
    """One series to draw.

    Attributes
    ----------
    label : str
        For the legend.
    days : array [time]
        Days since 2000-01-01.
    values : array [time]
        In the unit of the axis; NaN where missing.
    role : str
        One of `ROLES`; decides colour and form.
    std : array [time], optional
        Standard deviation, drawn as a band of one to either side.
    windows : array [time, 2], optional
        Start and end (exclusive) of the days that each value stands for, drawn as a bar.
    colour : str, optional
        Instead of the role's.
    marker : str, optional
        Form of the points of a line, instead of a round one.
    """

    label: str
    days: FloatArray
    values: FloatArray
    role: str = "other"
    std: FloatArray | None = None
    windows: FloatArray | None = None
    colour: str | None = None
    marker: str | None = None


def in_distinct_colours(series: Sequence[Series]) -> list[Series]:
    """Return the series with a colour each: its own or its role's where no series before it has that one."""
    taken: set[str] = {str(one.colour) for one in series if one.colour}
    made = []
    for one in series:
        colour = one.colour
        if colour is None:
            free = [code for code in style.DISTINCT if code not in taken]
            wanted = _COLOURS.get(one.role)
            colour = wanted if wanted and wanted not in taken else (free or list(style.CYCLE))[0]
        taken.add(colour)
        made.append(replace(one, colour=colour))
    return made


def draw_series(
    ax: Axes,
    series: Sequence[Series],
    y_label: str,
    smooth: bool = False,
    synthetic: bool = False,
    *,
    zero_line: bool = True,
) -> list[Any]:
    """Draw series against time on one axis, no two in one colour.

    Parameters
    ----------
    ax : Axes
        To draw on.
    series : sequence of Series
        In the order of the legend.
    y_label : str
        Quantity and unit.
    smooth : bool
        Draw open loop, analysis and GRACE as Akima splines through the values (the paper's Fig. 9), not as polylines.
    synthetic : bool
        Mark the data as synthetic.
    zero_line : bool
        Draw the line of zero.

    Returns
    -------
    list
        What the legend shows, in the order of `series`.
    """
    style.dress(ax, "", y_label)
    handles = []
    for one in in_distinct_colours(series):
        colour = str(one.colour)
        if one.role == "recovered":
            handles.append(_draw_points(ax, one, colour))
        else:
            draw = _draw_windows if one.windows is not None else _draw_line
            handles.append(draw(ax, one, colour, smooth))
    if zero_line and series:
        ax.axhline(0.0, color=style.FAINT, linewidth=0.8, zorder=0.5)
    style.date_axis(ax)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)
    return handles


def draw_displacement(
    ax: Axes,
    series: Sequence[Series],
    vertical: bool,
    events: Sequence[tuple[float, str]] = (),
    synthetic: bool = False,
) -> list[Any]:
    """Draw displacement in mm at one or more points (the paper's Fig. 7); return what the legend shows.

    Parameters
    ----------
    ax : Axes
        To draw on.
    series : sequence of Series
        One for each point.
    vertical : bool
        True for vertical motion, up positive; False for the line of sight, positive towards the satellite.
    events : sequence of (day, text)
        Such as earthquakes, marked by a vertical line.
    synthetic : bool
        Mark the data as synthetic.
    """
    label = "Vertical displacement (mm)" if vertical else "Line-of-sight displacement (mm)"
    handles = draw_series(ax, series, label, synthetic=synthetic)
    for day, text in events:
        ax.axvline(style.date_numbers([day])[0], color=style.RED, linewidth=1.0, linestyle=(0, (4, 2)))
        ax.annotate(
            text,
            (style.date_numbers([day])[0], 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(3, -3),
            textcoords="offset points",
            fontsize=style.SMALL,
            color=style.RED,
            va="top",
        )
    return handles


def draw_storage(
    ax: Axes, series: Sequence[Series], smooth: bool = False, synthetic: bool = False, anomaly: bool = True
) -> list[Any]:
    """Draw storage in mm of water: open loop, analysis with its spread, GRACE with its windows (Figs. 9 and 10).

    Returns what the legend shows.
    """
    label = "Water storage anomaly (mm)" if anomaly else "Water storage (mm)"
    return draw_series(ax, series, label, smooth, synthetic, zero_line=anomaly)


def draw_fit(ax: Axes, days: FloatArray, fitted: FloatArray, label: str = "Model", colour: str = style.RED) -> Any:
    """Draw a fitted model over the series that it was fitted to; return what the legend shows of it."""
    return ax.plot(style.date_numbers(days), fitted, color=colour, linewidth=1.2, zorder=4, label=label)[0]


def draw_residuals(ax: Axes, days: FloatArray, residuals: FloatArray, unit: str = "mm") -> None:
    """Draw what a fitted model leaves, below the series."""
    style.dress(ax, "", f"Residual ({unit})")
    ax.axhline(0.0, color=style.FAINT, linewidth=0.8)
    ax.vlines(style.date_numbers(days), 0.0, residuals, color=style.RED, linewidth=1.0, alpha=0.7)
    ax.plot(style.date_numbers(days), residuals, "o", color=style.RED, markersize=2.4, linestyle="none")
    style.date_axis(ax)


def _draw_line(ax: Axes, one: Series, colour: str, smooth: bool) -> Any:
    there = np.isfinite(one.values)
    x = style.date_numbers(one.days)
    if one.std is not None:
        _draw_spread(ax, one, x, colour)
    is_dense = np.count_nonzero(there) > 200
    dashes = {"open_loop": (0, (5, 1.5)), "truth": (0, (1, 1))}.get(one.role, "solid")
    marker = "none" if is_dense or one.role in ("truth", "open_loop") else one.marker or "o"
    common = {"color": colour, "label": one.label, "zorder": 3.0 if one.role == "analysis" else 2.5}
    x, values = x[there], one.values[there]
    handle = None
    for part in np.split(np.arange(x.size), _breaks(x)):
        curve = spline(x[part], values[part]) if smooth else (x[part], values[part])
        style_of = {} if smooth else {"marker": marker, "markersize": 2.8}
        handle = ax.plot(*curve, linewidth=1.4, linestyle=dashes, **style_of, **common)[0]
    if smooth:
        ax.plot(x, values, linestyle="none", marker="o", markersize=2.2, color=colour, zorder=2.6)
    return handle


def _draw_points(ax: Axes, one: Series, colour: str) -> Any:
    """Draw values that were estimated one by one, hollow, with their standard deviations."""
    return ax.errorbar(
        style.date_numbers(one.days),
        one.values,
        yerr=one.std,
        fmt="D",
        color=colour,
        markerfacecolor="white",
        markersize=3.6,
        elinewidth=0.8,
        linestyle="none",
        label=one.label,
        zorder=3.4,
    )


def _draw_spread(ax: Axes, one: Series, x: Any, colour: str) -> None:
    """Draw one standard deviation to either side: a band; for the open loop its outline, so that both can be seen."""
    assert one.std is not None
    low, high = one.values - one.std, one.values + one.std
    for part in np.split(np.arange(x.size), _breaks(x)):
        if one.role == "open_loop":
            for edge in (low[part], high[part]):
                ax.plot(x[part], edge, color=colour, linewidth=0.7, alpha=0.7, linestyle=(0, (1, 1.5)), zorder=1.6)
        else:
            ax.fill_between(x[part], low[part], high[part], color=colour, alpha=0.18, linewidth=0, zorder=1.5)


def _breaks(x: FloatArray) -> Any:
    """Return the places [n] where a line is broken: before values that come after an unusually long gap."""
    if x.size < 3:
        return np.array([], dtype=int)
    steps = np.diff(x)
    return np.flatnonzero(steps > max(_SHORTEST_BREAK_DAYS, 3.0 * float(np.median(steps)))) + 1


def _draw_windows(ax: Axes, one: Series, colour: str, smooth: bool) -> Any:
    """Draw values that stand for a span of days: a bar over the span, a point in its middle."""
    from matplotlib.lines import Line2D

    assert one.windows is not None
    there = np.isfinite(one.values)
    values, windows = one.values[there], one.windows[there]
    start, end = style.date_numbers(windows[:, 0]), style.date_numbers(windows[:, 1])
    middle = 0.5 * (start + end)
    if one.std is not None:
        ax.errorbar(middle, values, yerr=one.std[there], fmt="none", ecolor=colour, elinewidth=0.8, alpha=0.6, zorder=3)
    ax.hlines(values, start, end, color=colour, linewidth=2.2, zorder=3.2)
    ax.plot(middle, values, linestyle="none", marker="o", markersize=4.2, color=colour, zorder=3.3)
    for part in _joined(windows):
        if part.size > 1:
            x, y = middle[part], values[part]
            if smooth:
                x, y = spline(x, y)
            ax.plot(x, y, color=colour, linewidth=0.9, alpha=0.7, zorder=3.1)
    return Line2D([], [], color=colour, marker="o", markersize=4.2, linewidth=2.2, label=one.label)


def _joined(windows: FloatArray) -> list[Any]:
    """Return the indices of runs of windows without a missing month between them."""
    if not len(windows):
        return []
    gaps = windows[1:, 0] - windows[:-1, 1] > _LONGEST_JOIN_DAYS
    return np.split(np.arange(len(windows)), np.flatnonzero(gaps) + 1)


def spline(x: FloatArray, y: FloatArray, per_interval: int = 8) -> tuple[FloatArray, FloatArray]:
    """Return an Akima spline through points [n], with `per_interval` samples between neighbours.

    Akima's curve follows its neighbours only: unlike a cubic spline it does not swing in a gap.
    """
    if x.size < 3:
        return x, y
    from scipy.interpolate import Akima1DInterpolator

    steps = np.linspace(0.0, 1.0, per_interval, endpoint=False)
    fine = np.append((x[:-1, None] + np.diff(x)[:, None] * steps).ravel(), x[-1])
    return fine, np.asarray(Akima1DInterpolator(x, y)(fine))

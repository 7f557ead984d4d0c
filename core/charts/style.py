"""The one look of all charts: sizes, colours, dates, legend, and the mark on synthetic data.

Everything is set on the axes themselves, never in matplotlib's global settings: reports are drawn in worker threads
while the dock draws in the main one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy.typing as npt

from ..dates import to_datetime64
from .ramps import RAMPS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

FONT = 9.0
SMALL = 8.0
INK = "#222222"
FAINT = "#6f6f6f"
GRID = "#e4e1dc"
GAP = "#ece9e4"
MISSING = "#e9e9e9"

BLUE = RAMPS["motion"][7]
RED = RAMPS["motion"][1]
TEAL = RAMPS["water"][7]
ORANGE = RAMPS["innovation"][1]
PURPLE = RAMPS["innovation"][7]
PLUM = RAMPS["amount"][5]

CYCLE = (BLUE, ORANGE, TEAL, PLUM, RAMPS["innovation"][6], RAMPS["water"][1], RAMPS["motion"][6], RAMPS["amount"][3])
"""Colours of series that have no meaning of their own; neighbours differ in lightness, too."""

DISTINCT = (BLUE, "#8c2bee", "#0da5a5", "#4c004c", "#d147d1", "#064706", "#b48c64", "#330da5", "#8f2459")
"""Colours of series that stand in one chart with those of open loop, GRACE and a fitted model.

Chosen by computer: of any two, and of any and `ORANGE`, `INK`, `RED`, the CIE 1976 colours lie at least 18 apart for
normal sight and for those who see no red, no green or no blue (Machado 2009)."""
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "<", ">")
"""Forms of the points of `DISTINCT`, one each: a second sign beside the colour."""


def new_figure(width: float = 7.2, height: float = 3.0) -> Figure:
    """Return an empty figure of `width` x `height` inches (7.2 is a page's two columns)."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained", facecolor="white")


_CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimHei",
)


def font_families(text: str) -> list[str]:
    """Return the fonts to write a text with: matplotlib's own has no Chinese, so a system's comes first for that."""
    own = "DejaVu Sans"
    if all(ord(letter) < 0x2E80 for letter in text):
        return [own]
    from matplotlib.font_manager import fontManager

    known = {font.name for font in fontManager.ttflist}
    return [*(name for name in _CHINESE_FONTS if name in known), own]


def can_write(text: str) -> bool:
    """Return whether some font of this system has the letters of a text, as far as Chinese is concerned."""
    return len(font_families(text)) > 1 or all(ord(letter) < 0x2E80 for letter in text)


def dress(ax: Axes, x_label: str = "", y_label: str = "", grid: str = "both") -> None:
    """Give axes the common look and their labels; `grid` is ``x``, ``y``, ``both`` or ``none``."""
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        ax.spines[side].set_color(FAINT)
        ax.spines[side].set_linewidth(0.8)
    ax.tick_params(labelsize=SMALL, labelcolor=INK, color=FAINT, length=3, width=0.8)
    ax.set_axisbelow(True)
    if grid != "none":
        ax.grid(True, axis=grid, color=GRID, linewidth=0.7)
    ax.set_xlabel(x_label, fontsize=FONT, color=INK)
    ax.set_ylabel(y_label, fontsize=FONT, color=INK)


def date_axis(ax: Axes) -> None:
    """Write the dates of the x axis briefly: the year once, months between."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=3, maxticks=9)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    ax.xaxis.get_offset_text().set_fontsize(SMALL)


def date_numbers(days: npt.ArrayLike) -> npt.NDArray[Any]:
    """Return day numbers since 2000-01-01 [..] as matplotlib's date numbers [..]."""
    from matplotlib.dates import date2num

    return date2num(to_datetime64(days))


def legend(ax: Axes, handles: Sequence[Any] | None = None) -> None:
    """Put the legend above the axes, where it covers no data, in as many columns as fit their width."""
    if handles is None:
        handles = ax.get_legend_handles_labels()[0]
    if not handles:
        return
    words = "".join(str(handle.get_label()) for handle in handles)
    ax.legend(
        handles=list(handles),
        loc="lower left",
        bbox_to_anchor=(0.0, 1.0),
        ncols=_columns_that_fit(ax, [str(handle.get_label()) for handle in handles]),
        frameon=False,
        prop={"size": SMALL, "family": font_families(words)},
        labelcolor=INK,
        borderaxespad=0.2,
        handlelength=1.8,
        columnspacing=1.4,
    )


def _columns_that_fit(ax: Axes, labels: Sequence[str]) -> int:
    # Before the layout is made, axes think themselves a tenth narrower than they become.
    width = 1.1 * 72.0 * ax.figure.get_figwidth() * ax.get_position().width
    handle = 3.6 * SMALL
    columns = len(labels)
    while columns > 1:
        widest = [max(len(label) for label in labels[start::columns]) for start in range(columns)]
        if sum(0.52 * SMALL * characters + handle for characters in widest) <= width:
            break
        columns -= 1
    return columns


def mark_synthetic(ax: Axes, synthetic: bool, inside: bool = False) -> None:
    """Write ``synthetic data`` where the data are made up: along the right edge, where it covers none of them.

    Parameters
    ----------
    ax : Axes
        Of the chart.
    synthetic : bool
        Whether the data are made up; without, nothing is written.
    inside : bool
        Write it into the lower right corner: for maps, which have a colour bar at the right edge.
    """
    if not synthetic:
        return
    ax.text(
        0.995 if inside else 1.004,
        0.015,
        "synthetic data",
        transform=ax.transAxes,
        ha="right" if inside else "left",
        va="bottom",
        rotation=0 if inside else 90,
        fontsize=SMALL,
        style="italic",
        color=FAINT,
        zorder=10,
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 1.0} if inside else None,
    )


def panel_letter(ax: Axes, letter: str, title: str) -> None:
    """Title a panel of a figure: ``(a) title``, flush left."""
    ax.set_title(f"({letter}) {title}", fontsize=FONT, color=INK, loc="left", pad=4)


def colour_map(name: str) -> Colormap:
    """Return one of `RAMPS` for matplotlib; missing values are a light grey."""
    from matplotlib.colors import LinearSegmentedColormap

    made = LinearSegmentedColormap.from_list(f"groundswell_{name}", RAMPS[name])
    return made.with_extremes(bad=MISSING)


def colour_bar(
    figure: Figure,
    image: Any,
    axes: Axes | Sequence[Axes],
    label: str,
    extend: str = "neither",
    *,
    beside: Axes | None = None,
) -> None:
    """Add a colour bar with its unit to the right of `axes`; as high as the axes `beside` where they are given."""
    if beside is None:
        bar = figure.colorbar(image, ax=axes, label=label, extend=extend, fraction=0.05, aspect=24, pad=0.02)
    else:
        bar = figure.colorbar(image, cax=beside.inset_axes((1.04, 0.0, 0.05, 1.0)), label=label, extend=extend)
    bar.ax.tick_params(labelsize=SMALL, labelcolor=INK, color=FAINT, length=3)
    bar.ax.yaxis.label.set_fontsize(FONT)
    bar.outline.set_linewidth(0.6)
    bar.outline.set_edgecolor(FAINT)

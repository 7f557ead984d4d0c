"""Taylor's diagram: correlation, ratio of deviations and unbiased difference of several series in one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_CORRELATIONS = (0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99)
_MARKERS = "osD^vP*X"


@dataclass(frozen=True)
class TaylorPoint:
    """One series against the reference.

    Attributes
    ----------
    label : str
        For the legend.
    r : float
        Correlation with the reference.
    ratio : float
        Standard deviation over that of the reference.
    colour : str, optional
        One of the cycle where None.
    """

    label: str
    r: float
    ratio: float
    colour: str | None = None


def draw_taylor(ax: Axes, points: Sequence[TaylorPoint], reference: str = "GRACE", synthetic: bool = False) -> None:
    """Draw Taylor's (2001) diagram, all in units of the reference's standard deviation.

    The distance from the origin is a series' ratio of deviations, its angle the correlation, and its distance from
    the reference the unbiased root-mean-square difference.

    Parameters
    ----------
    ax : Axes
        To draw on.
    points : sequence of TaylorPoint
        Those with undefined values are left out.
    reference : str
        Name of the reference, at distance 1 on the axis.
    synthetic : bool
        Mark the data as made up.
    """
    shown = [point for point in points if np.isfinite(point.r) and np.isfinite(point.ratio)]
    reach = 1.15 * max([1.3, *(point.ratio for point in shown)])
    least = min([0.0, *(point.r for point in shown)])
    widest = np.pi if least < 0 else np.pi / 2
    angle = np.linspace(0, widest, 181)
    for radius in np.arange(0.5, reach, 0.5):
        ax.plot(radius * np.cos(angle), radius * np.sin(angle), color=style.GRID, linewidth=0.8, zorder=1)
    ax.plot(np.cos(angle), np.sin(angle), color=style.FAINT, linewidth=0.8, linestyle=(0, (4, 3)), zorder=1)
    ax.plot(reach * np.cos(angle), reach * np.sin(angle), color=style.FAINT, linewidth=0.8, zorder=1)
    signs = (1, -1) if least < 0 else (1,)
    for value in [0.0, *(sign * r for sign in signs for r in _CORRELATIONS)]:
        x, y = value * reach, np.sqrt(1 - value**2) * reach
        ax.plot([0, x], [0, y], color=style.GRID, linewidth=0.6, zorder=1)
        ax.annotate(
            f"{value:g}", (x, y), (5 * value, 5 * np.sqrt(1 - value**2)), textcoords="offset points",
            fontsize=style.SMALL, color=style.FAINT, ha="left" if value > 0 else "right" if value < 0 else "center",
            va="center" if value else "bottom",
        )  # fmt: skip
    _draw_differences(ax, reach, widest)
    ax.plot(1, 0, marker="o", color=style.INK, markersize=7, linestyle="none", label=reference, clip_on=False, zorder=4)
    for number, point in enumerate(shown):
        ax.plot(
            point.ratio * point.r,
            point.ratio * np.sqrt(max(0.0, 1 - point.r**2)),
            marker=_MARKERS[number % len(_MARKERS)],
            color=point.colour or style.CYCLE[number % len(style.CYCLE)],
            markersize=7,
            linestyle="none",
            label=point.label,
            clip_on=False,
            zorder=5,
        )
    style.dress(ax, f"Standard deviation over that of {reference}", "", grid="none")
    if least < 0:
        ax.spines["left"].set_visible(False)
        ax.set_yticks([])
    ax.set_aspect("equal")
    ax.set_xlim(-reach if least < 0 else 0, reach)
    ax.set_ylim(0, reach)
    ax.legend(loc="upper left", bbox_to_anchor=(1.08, 1.0), frameon=False, fontsize=style.SMALL, labelcolor=style.INK)
    style.mark_synthetic(ax, synthetic)


def _draw_differences(ax: Axes, reach: float, widest: float) -> None:
    """Draw circles of equal unbiased difference around the reference, within the diagram."""
    turn = np.linspace(0, np.pi, 361)
    for radius in np.arange(0.5, reach + 1, 0.5):
        x, y = 1 + radius * np.cos(turn), radius * np.sin(turn)
        inside = (np.hypot(x, y) <= reach) & (x >= (-reach if widest > 2 else 0))
        ax.plot(
            np.where(inside, x, np.nan), np.where(inside, y, np.nan),
            color=style.TEAL, linewidth=0.6, alpha=0.6, linestyle=(0, (2, 2)), zorder=2,
        )  # fmt: skip

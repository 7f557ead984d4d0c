"""The ground under a disk of water (the paper's Fig. 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..arrays import FloatArray
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def response_figure(
    distance_km: FloatArray,
    vertical_mm: FloatArray,
    radius_km: float,
    spread_mm: tuple[FloatArray, FloatArray] | None = None,
) -> Figure:
    """Return the figure: (a) displacement against distance, (b) seen from above.

    Parameters
    ----------
    distance_km : array [n]
        From the centre of the disk, ascending.
    vertical_mm : array [n]
        Vertical displacement under one metre of water, up positive.
    radius_km : float
        Of the disk.
    spread_mm : two arrays [n], optional
        Lowest and highest displacement over Earth models, as a band.
    """
    figure = style.new_figure(7.2, 2.9)
    left, right = figure.subplots(1, 2, width_ratios=(1.35, 1.0))
    draw_profile(left, distance_km, vertical_mm, radius_km, spread_mm)
    style.panel_letter(left, "a", "Across the disk")
    image = draw_plan(right, distance_km, vertical_mm, radius_km)
    style.panel_letter(right, "b", "From above")
    style.colour_bar(figure, image, right, "Vertical displacement (mm)")
    return figure


def draw_profile(
    ax: Axes,
    distance_km: FloatArray,
    vertical_mm: FloatArray,
    radius_km: float,
    spread_mm: tuple[FloatArray, FloatArray] | None = None,
) -> None:
    """Draw displacement (mm) against signed distance from the centre (km), to four radii; edges dashed."""
    style.dress(ax, "Distance from the centre (km)", "Vertical displacement (mm)")
    reach = min(4.0 * radius_km, float(distance_km[-1]))
    inside = distance_km <= reach
    x = np.concatenate([-distance_km[inside][::-1], distance_km[inside]])
    y = np.concatenate([vertical_mm[inside][::-1], vertical_mm[inside]])
    for edge in (-radius_km, radius_km):
        ax.axvline(edge, color=style.FAINT, linewidth=1.0, linestyle=(0, (4, 2)))
    if spread_mm is not None:
        low, high = (np.concatenate([values[inside][::-1], values[inside]]) for values in spread_mm)
        ax.fill_between(x, low, high, color=style.BLUE, alpha=0.18, linewidth=0)
        lowest = min(float(low.min()), float(y.min()))
    else:
        lowest = float(y.min())
    ax.plot(x, y, color=style.BLUE, linewidth=1.6)
    ax.axhline(0.0, color=style.FAINT, linewidth=0.8)
    ax.plot([-radius_km, radius_km], [0, 0], color=style.TEAL, linewidth=4.0, solid_capstyle="butt")
    ax.text(
        0.0,
        0.03 * float(np.ptp(y)),
        f"1 m of water, radius {radius_km:g} km",
        ha="center",
        va="bottom",
        fontsize=style.SMALL,
        color=style.TEAL,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
    )
    ax.set_ylim(lowest - 0.05 * float(np.ptp(y)), 0.14 * float(np.ptp(y)))
    ax.set_xlim(-reach, reach)


def draw_plan(ax: Axes, distance_km: FloatArray, vertical_mm: FloatArray, radius_km: float) -> Any:
    """Draw displacement from above, to two and a half radii, with contours; return the image for a colour bar."""
    style.dress(ax, "East (km)", "North (km)", grid="none")
    reach = min(2.5 * radius_km, float(distance_km[-1]) / np.sqrt(2.0))
    side = np.linspace(-reach, reach, 241)
    away = np.hypot(*np.meshgrid(side, side))
    field = np.interp(away, distance_km, vertical_mm)
    image = ax.imshow(
        field,
        extent=(-reach, reach, -reach, reach),
        cmap=style.colour_map("amount").reversed(),
        vmax=0.0,
        interpolation="bilinear",
        origin="lower",
    )
    lines = ax.contour(side, side, field, levels=6, colors="white", linewidths=0.7, linestyles="solid")
    ax.clabel(lines, fontsize=6.5, fmt="%g")
    turn = np.linspace(0, 2 * np.pi, 181)
    ax.plot(radius_km * np.cos(turn), radius_km * np.sin(turn), color=style.INK, linewidth=1.0, linestyle=(0, (4, 2)))
    ax.set_aspect("equal")
    return image

"""Values along a line: distance against value, a line for each date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..dates import date_of
from ..extraction.profiles import Profile
from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_profile(ax: Axes, profile: Profile, label: str, current: int | None = None, synthetic: bool = False) -> None:
    """Draw a profile.

    Parameters
    ----------
    ax : Axes
        To draw on.
    profile : Profile
        Of one quantity.
    label : str
        Quantity and unit.
    current : int, optional
        Which of its dates the map shows: drawn heavier.
    synthetic : bool
        Mark the data as synthetic.
    """
    style.dress(ax, "Distance along the line (km)", label)
    ax.axhline(0.0, color=style.FAINT, linewidth=0.8, zorder=0.5)
    few = profile.distance_km.size <= 60
    handles = []
    for number, (day, values) in enumerate(zip(profile.days, profile.values)):
        heavy = number == current
        handles += ax.plot(
            profile.distance_km,
            values,
            color=style.DISTINCT[number % len(style.DISTINCT)],
            marker=style.MARKERS[number % len(style.MARKERS)] if few else "none",
            markersize=3.2,
            linewidth=2.4 if heavy else 1.2,
            zorder=3.0 if heavy else 2.5,
            label=date_of(day).isoformat(),
        )
    ax.set_xlim(0.0, float(np.max(profile.distance_km)) * 1.02)
    style.legend(ax, handles)
    style.mark_synthetic(ax, synthetic)

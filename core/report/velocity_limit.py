"""How many pixels a limit of the velocity leaves out, and how that depends on the reference area."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..charts import histograms, style
from .page import Page, plain_number

_SHIFTS = (-5.0, -2.0, -1.0, 0.0, 1.0, 2.0, 5.0)


def add_velocity_limit(page: Page, velocity: FloatArray, limit: float, words: str, synthetic: bool = False) -> None:
    """Add the distribution of the velocity and the part beyond a limit for several velocities of the reference.

    Parameters
    ----------
    page : Page
        To add to.
    velocity : array [pixel]
        Relative to the reference area, in mm/yr; NaN is left out.
    limit : float
        In mm/yr.
    words : str
        What the limit is.
    synthetic : bool
        Whether the data are made up.
    """
    velocity = velocity[np.isfinite(velocity)]
    if not velocity.size:
        return
    middle = float(np.median(velocity))
    most = max(2.0 * limit, min(1.3 * abs(middle), 20.0 * limit))
    figure = style.new_figure(7.2, 2.9)
    left, right = figure.subplots(1, 2)
    histograms.draw_distribution(left, velocity, "Velocity (mm/yr)", -limit, limit, synthetic=synthetic)
    histograms.draw_reference_share(right, velocity, limit, np.linspace(-most, most, 201), synthetic)
    share = 100.0 * histograms.share_beyond(velocity, -limit, limit)
    at_median = 100.0 * histograms.share_beyond(velocity - middle, -limit, limit)
    page.figure(
        figure,
        f"Left: velocity of {velocity.size} pixels; {share:.1f} % lie beyond ±{limit:g} mm/yr, {words}. Right: that "
        "part if the reference area itself moves.",
    )
    page.paragraph(
        f"The mask depends on the reference area. Relative to it {share:.1f} % of the pixels are beyond ±{limit:g} "
        f"mm/yr; relative to the median of all pixels, which moves at {plain_number(middle, 2)} mm/yr, it would be "
        f"{at_median:.1f} %. Choose a reference area that is known to be stable, or one whose motion a station has "
        "measured."
    )
    page.table(
        f"Pixels beyond ±{limit:g} mm/yr if the reference area moves (its velocity is added to that of every pixel).",
        ("Velocity of the reference (mm/yr)", "Pixels beyond", "Part (%)"),
        [
            (plain_number(shift, 0), n_beyond, plain_number(100.0 * n_beyond / velocity.size, 1))
            for shift in _SHIFTS
            for n_beyond in [int(np.count_nonzero(np.abs(velocity + shift) > limit))]
        ],
    )

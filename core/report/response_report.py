"""Report on the response of the ground to one disk of water."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..charts.load_response import response_figure
from ..language import tr
from .headline import add_response
from .page import Page, plain_number
from .provenance import add_versions

_RADII = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0)


def write_response_report(
    distance_km: FloatArray,
    vertical_mm: FloatArray,
    radius_km: float,
    earth_model: str,
    report: Path,
    *,
    spread_mm: tuple[FloatArray, FloatArray] | None = None,
) -> None:
    """Write figure and table of the vertical displacement under one metre of water.

    Parameters
    ----------
    distance_km : array [n]
        From the centre of the disk, ascending.
    vertical_mm : array [n]
        Up positive.
    radius_km : float
        Of the disk.
    earth_model : str
        Behind the load Love numbers.
    report : Path
        Of the page.
    spread_mm : two arrays [n], optional
        Lowest and highest displacement over Earth models.
    """
    distance, vertical = np.asarray(distance_km, np.float64), np.asarray(vertical_mm, np.float64)
    page = Page(
        tr("Load response of a disk"),
        tr(
            "Vertical displacement of the ground under one metre of water on a disk of {radius:g} km radius, on an "
            "elastic, layered Earth ({model}). Water presses the ground down; the response reaches far beyond the disk."
        ).format(radius=radius_km, model=earth_model),
    )
    add_response(page, distance, vertical, radius_km)
    page.figure(
        response_figure(distance, vertical, radius_km, spread_mm),
        f"Response to a uniform disk of 1 m of water, radius {radius_km:g} km: (a) across the disk, edges dashed; "
        "(b) from above."
        + (" The band is the range over Earth models with other crusts." if spread_mm is not None else ""),
    )
    places = [factor * radius_km for factor in _RADII if distance[0] <= factor * radius_km <= distance[-1]]
    titles = ["Distance (km)", "Distance (radii)", "Displacement (mm per m of water)"]
    columns = [vertical]
    if spread_mm is not None:
        titles += ["Lowest over crusts", "Highest over crusts"]
        columns += list(spread_mm)
    page.table(
        "Vertical displacement at some distances from the centre.",
        tuple(titles),
        [
            (
                f"{place:.4g}",
                f"{place / radius_km:g}",
                *(plain_number(np.interp(place, distance, column), 4) for column in columns),
            )
            for place in places
        ],
    )
    page.heading(tr("How it was made"))
    page.paragraph(
        "Farrell (1972) with the disk of Chen et al. (2022), eq. 4 to 6, including the factor of water density that "
        "eq. 4 omits."
    )
    add_versions(page)
    page.write(report)

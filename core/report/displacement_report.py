"""Report on the import of finished displacement."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..charts import maps, style
from ..charts.maps import limits_of
from ..charts.ramps import ramp_of
from ..dates import date_of
from ..files import netcdf
from ..files.handles import Dataset
from ..files.points import is_points, read_places
from ..language import tr
from .headline import add_velocities
from .inversion_report import removed_from_series
from .page import Page
from .provenance import add_provenance, is_synthetic
from .study_displacement import view_of

_MOST_POINTS = 20_000


def write_displacement_report(series: Path, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write what was imported, what it is relative to, and what was taken from it before.

    Parameters
    ----------
    series : Path
        Of the imported series or points (NetCDF).
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    with netcdf.open_dataset(series, needs=("velocity", "mask")) as dataset:
        page = Page(tr("Imported displacement"), f"{dataset.title}.", is_synthetic(dataset))
        page.warn(warnings)
        add_velocities(page, netcdf.read_float(dataset, "velocity"))
        page.heading(tr("Data"))
        _add_facts(page, dataset)
        removed = removed_from_series(dataset)
        if removed:
            page.table("What was taken from the series before it was imported.", ("Correction", "What"), removed)
        else:
            page.paragraph("The product does not say that anything was taken from it: no trend, tide or filter.")
        page.heading(tr("Velocity"))
        _add_map(page, dataset)
        add_provenance(page, dataset)
    page.write(report)


def _add_facts(page: Page, dataset: Dataset) -> None:
    days = netcdf.read_days(dataset)
    mask = np.asarray(netcdf.read(dataset, "mask"))
    steps = np.diff(days)
    area = netcdf.read_reference_area(dataset)
    what = "Points" if is_points(dataset) else "Pixels"
    page.facts(
        {
            "Product": str(getattr(dataset, "product", "")),
            "Dates": f"{days.size}, {date_of(days[0])} to {date_of(days[-1])}",
            "Median and longest step (days)": f"{np.median(steps):.0f}, {steps.max():.0f}",
            what: mask.size,
            f"{what} with a series": int(np.count_nonzero(mask)),
            "Wavelength (m)": float(getattr(dataset, "wavelength", np.nan)),
            "Line of sight from": str(getattr(dataset, "incidence_source", "")),
            "Relative to": str(getattr(dataset, "reference_kind", "")),
            "Reference, longitude (°)": f"{area.lon_min:.4f} to {area.lon_max:.4f}" if area else "",
            "Reference, latitude (°)": f"{area.lat_min:.4f} to {area.lat_max:.4f}" if area else "",
        }
    )


def _add_map(page: Page, dataset: Dataset) -> None:
    words = netcdf.attribute(dataset["velocity"], "long_name") or "velocity"
    title = f"{words[:1].upper()}{words[1:]} (mm/yr)"
    velocity = netcdf.read_float(dataset, "velocity")
    if not is_points(dataset):
        view = view_of(netcdf.read_grid(dataset))
        panel = maps.MapPanel("", velocity[view.index], view.grid, "velocity")
        page.figure(
            maps.map_figure([panel], title, 1, is_synthetic(dataset)), "Fitted to the series over its whole length."
        )
        return
    lon, lat = read_places(dataset)
    step = max(1, -(-lon.size // _MOST_POINTS))
    shown = velocity[::step]
    low, high = limits_of([shown], "velocity")
    figure = style.new_figure(6.4, 5.0)
    ax = figure.subplots()
    colours = style.colour_map(ramp_of("velocity").name)
    dots = ax.scatter(
        lon[::step], lat[::step], c=shown, s=3, cmap=colours, vmin=low, vmax=high, linewidths=0, rasterized=True
    )
    ax.set_xlabel("Longitude (°)")
    ax.set_ylabel("Latitude (°)")
    ax.set_aspect(1.0 / max(0.05, float(np.cos(np.radians(np.nanmean(lat))))))
    figure.colorbar(dots, ax=ax, label=title)
    part = "" if step == 1 else f" Every {step}th point is shown."
    page.figure(figure, f"Fitted to the series over their whole length.{part}")

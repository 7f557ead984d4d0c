"""Report on storage by inversion of displacement: what the data resolve, before any map."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..charts import maps, series, style
from ..dates import date_of
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..findings.outcome import outcome_of
from ..language import tr
from .headline import add_outcome
from .page import Page
from .provenance import add_provenance, attribute_rows, is_synthetic
from .storage_inversion_stations import add_components, add_station_map

_NINETY = 1.645  # standard deviations of a band that holds 90 %


def write_storage_inversion_report(
    path: Path, report: Path, warnings: Iterable[str] = (), table: Path | None = None
) -> None:
    """Write what the inversion of displacement found.

    Parameters
    ----------
    path : Path
        File that ``invertdisplacement`` wrote.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    table : Path, optional
        Its table of stations and frames.
    """
    with netcdf.open_dataset(path, needs=(TWS, "contrast_explained", "likelihood")) as dataset:
        synthetic = is_synthetic(dataset)
        days = netcdf.read_days(dataset)
        page = Page(tr("Storage by inversion of displacement"), str(dataset.verdict), synthetic)
        page.warn(warnings)
        add_outcome(page, outcome_of(inversion=path))
        _add_facts(page, dataset, days)
        _add_mean(page, dataset, days, synthetic)
        _add_maps(page, dataset, synthetic)
        _add_resolution(page, dataset, synthetic)
        _add_likelihood(page, dataset, synthetic)
        _add_misfits(page, dataset, days, synthetic, table)
        page.heading(tr("Options"))
        page.table("All options and figures of the run.", ("Name", "Value"), attribute_rows(dataset), fold=True)
        add_provenance(page, dataset)
    page.write(report)


def _add_facts(page: Page, dataset: Dataset, days: FloatArray) -> None:
    stations = len(dataset.dimensions["station"]) if "station" in dataset.dimensions else 0
    frames = len(dataset.dimensions["frame"]) if "frame" in dataset.dimensions else 0
    scale = float(dataset.resolved_scale_km)
    page.facts(
        {
            "Epochs": f"{days.size}, {date_of(float(days[0]))} to {date_of(float(days[-1]))}",
            "Stations": stations or "",
            "Frames": frames or "",
            "Degrees of freedom for signal": f"{float(dataset.dof):.1f}",
            "Resolved scale": f"{scale:.0f} km" if np.isfinite(scale) else "none up to 800 km",
            "Chi2 (1 expected)": f"{float(dataset.chi2):.2f}",
            "Mean after over before": f"{float(dataset.mean_ratio):.3f}",
            "Far field removed": "yes" if int(dataset.far_field_removed) else "no",
            "GRACE used as data": "yes" if int(dataset.contains_grace) else "no",
        }
    )


def _add_mean(page: Page, dataset: Dataset, days: FloatArray, synthetic: bool) -> None:
    page.heading(tr("Mean storage of the region"))
    mean, std = netcdf.read_float(dataset, "area_mean"), netcdf.read_float(dataset, "area_mean_std")
    if not np.isfinite(mean).any():
        page.paragraph("The data do not tell the mean of the region: its series is empty.")
        return
    figure = style.new_figure(7.2, 3.0)
    ax = figure.subplots()
    band = _NINETY * std if np.isfinite(std).any() else None
    one = series.Series("inversion", days, mean, "analysis", band)
    series.draw_series(ax, [one], "Storage (mm)", synthetic=synthetic)
    before = float(netcdf.read_float(dataset, "area_mean_prior_std")[0])
    words = (
        f"The band holds 90 %. Before the data the standard deviation was {before:.0f} mm." if band is not None else ""
    )
    page.figure(figure, f"Mean storage of the region about the mean of the epochs. {words}")


def _map(dataset: Dataset, name: str, title: str, index: Any = ..., quantity: str = "") -> maps.MapPanel:
    values = netcdf.read_float(dataset, name, index)
    return maps.MapPanel(title, values, netcdf.read_grid(dataset), quantity or name, _marks(dataset))


def _marks(dataset: Dataset) -> list[tuple[str, float, float]]:
    """Return the stations as marks; without names where they are many."""
    if "station_lon" not in dataset.variables:
        return []
    lon, lat = netcdf.read_float(dataset, "station_lon"), netcdf.read_float(dataset, "station_lat")
    return [("", float(x), float(y)) for x, y in zip(lon, lat)]


def _add_maps(page: Page, dataset: Dataset, synthetic: bool) -> None:
    page.heading(tr("Season and trend"))
    if "annual_amplitude" not in dataset.variables:
        page.paragraph("The epochs are fewer than six, or span less than a year: no season or trend is fitted.")
        return
    for name, label, words in (
        ("annual_amplitude", "Amplitude (mm)", "Amplitude of the yearly wave"),
        ("trend", "Trend (mm a year)", "Trend"),
    ):
        panels = [_map(dataset, name, words, quantity=TWS if name == "trend" else name)]
        figure = maps.map_figure(panels, label, synthetic=synthetic)
        page.figure(figure, f"{words} of the storage. Circles: stations.")
        if f"{name}_std" in dataset.variables:
            panels = [_map(dataset, f"{name}_std", "Standard deviation")]
            figure = maps.map_figure(panels, label.replace(words, "std"), synthetic=synthetic)
            page.figure(figure, f"Standard deviation of the same. {words} below twice this may as well be none.")
    panels = [_map(dataset, "annual_phase", "Phase")]
    figure = maps.map_figure(panels, "Day of the year", synthetic=synthetic)
    page.figure(figure, "Day of the year on which the yearly wave of storage is largest.")


def _add_resolution(page: Page, dataset: Dataset, synthetic: bool) -> None:
    page.heading(tr("What the data resolve"))
    scales = netcdf.read_float(dataset, "scale")
    region = netcdf.read_float(dataset, "region") > 0
    contrast = netcdf.read_float(dataset, "contrast_explained")
    gain = netcdf.read_float(dataset, "checkerboard_gain")
    figure = style.new_figure(7.2, 2.8)
    ax = figure.subplots()
    style.dress(ax, "Scale (km)", "Part (0 to 1)")
    lines = []
    for values, label, colour in (
        (contrast, "explained contrast, median", style.BLUE),
        (gain, "gain of squares, mean", style.RED),
    ):
        inside = [field[region & np.isfinite(field)] for field in values]
        middle = [np.median(x) if values is contrast else np.mean(x) for x in inside]
        lines += ax.plot(scales, middle, "o-", color=colour, label=label, markersize=4)
    ax.axhline(0.5, color=style.FAINT, linewidth=0.8)
    ax.set_ylim(0, 1)
    style.legend(ax, lines)
    style.mark_synthetic(ax, synthetic)
    noise = float(dataset.checkerboard_noise_mm)
    page.figure(
        figure,
        "What one epoch of data explains of the contrast between a Gaussian mean of this width and the region's mean, "
        "and how much of squares of this side comes back. Where explained contrast is below one half, the map is "
        f"mostly what the prior makes of it. The data's errors alone make {noise:.0f} mm in a cell.",
    )
    names = [(100.0, "100 km"), (200.0, "200 km"), (400.0, "400 km")]
    panels = [
        _map(dataset, "contrast_explained", text, int(np.flatnonzero(scales == scale)[0]), "correlation")
        for scale, text in names
    ]
    page.figure(
        maps.map_figure(panels, "Explained contrast", columns=3, synthetic=synthetic),
        "Explained contrast at three scales. Circles: stations.",
    )
    if np.isfinite(netcdf.read_float(dataset, "resolved_scale")).any():
        panels = [_map(dataset, "resolved_scale", "Resolved scale")]
        figure = maps.map_figure(panels, "km", synthetic=synthetic)
        page.figure(figure, "Least scale of which half of the contrast is explained; empty where none is.")


def _add_likelihood(page: Page, dataset: Dataset, synthetic: bool) -> None:
    page.heading(tr("Scales and sizes of the prior"))
    columns = ("length", "length_std", "length_common", "likelihood", "length_weight")
    values = [netcdf.read_float(dataset, name) for name in columns]
    rows = [
        (f"{length:.0f}", f"{std:.0f}", f"{common:.0f}", f"{likelihood:.1f}", f"{weight:.3f}")
        for length, std, common, likelihood, weight in zip(*values)
    ]
    head = ("Length (km)", "Size (mm)", "Common (mm)", "ln L", "Weight")
    page.table("Likelihood over lengths. Results are averaged with these weights.", head, rows)
    page.paragraph(
        "Length and size trade off, so that neighbours in this table hardly differ. Hyperpriors (log-normal): "
        "length 300 km x/ 1.8 (200 km for smoothness above 1/2), size 60 mm x/ 1.6, common 80 mm x/ 2.2."
    )
    kinds = [
        (name[5:].replace("_", " "), f"{float(dataset.getncattr(name)):.2f}")
        for name in dataset.ncattrs()
        if name.startswith("chi2_")
    ]
    page.table("Misfit by kind, 1 expected (a step of Helmert's variance components).", ("Kind", "chi2"), kinds)
    if "gcv" in dataset.variables:
        _add_curves(page, dataset, synthetic)


def _add_curves(page: Page, dataset: Dataset, synthetic: bool) -> None:
    smoothing, gcv = netcdf.read_float(dataset, "smoothing"), netcdf.read_float(dataset, "gcv")
    residual, rough = netcdf.read_float(dataset, "residual_norm"), netcdf.read_float(dataset, "roughness_norm")
    figure = style.new_figure(7.2, 2.8)
    left, right = figure.subplots(1, 2)
    style.dress(left, "Smoothing", "Pooled GCV")
    left.loglog(smoothing, gcv, color=style.BLUE)
    left.axvline(float(dataset.smoothing_chosen), color=style.RED, linewidth=0.8)
    style.dress(right, "Norm of residuals", "Norm of the Laplacian")
    right.loglog(residual, rough, color=style.BLUE)
    for value, colour in ((dataset.smoothing_chosen, style.RED), (dataset.smoothing_corner, style.INK)):
        place = int(np.argmin(np.abs(np.log(smoothing / float(value)))))
        right.plot(residual[place], rough[place], "o", color=colour, markersize=5)
    style.mark_synthetic(right, synthetic)
    page.figure(figure, "Cross-validation over all epochs, and the L-curve: chosen (red), and its corner (dark).")


def _add_misfits(page: Page, dataset: Dataset, days: FloatArray, synthetic: bool, table: Path | None) -> None:
    page.heading(tr("Each datum against all others"))
    if "station_leave_one_out_residual" in dataset.variables:
        residual = netcdf.read_float(dataset, "station_leave_one_out_residual")
        expected = netcdf.read_float(dataset, "station_leave_one_out_std")
        ratio = residual / expected
        figure = style.new_figure(7.2, 2.6)
        left, right = figure.subplots(1, 2)
        style.dress(left, "Standardized leave-one-out residual", "Number")
        left.hist(ratio[np.isfinite(ratio)], bins=np.linspace(-5, 5, 41), color=style.BLUE)
        style.dress(right, "", "Stations with data")
        right.plot(style.date_numbers(days), np.isfinite(residual).sum(axis=0), ".", color=style.BLUE, markersize=3)
        style.date_axis(right)
        style.mark_synthetic(right, synthetic)
        page.figure(
            figure, "Stations: residuals over their expected size (1 where all is as assumed), and data in time."
        )
        add_station_map(page, dataset, residual, expected, synthetic)
        add_components(page, dataset, days)
    if "frame_offset" in dataset.variables:
        offsets = netcdf.read_float(dataset, "frame_offset")
        if np.isfinite(offsets).any():
            figure = style.new_figure(7.2, 2.4)
            ax = figure.subplots()
            lines = [
                series.Series(f"frame {number + 1}", days, one)
                for number, one in enumerate(offsets)
                if np.isfinite(one).any()
            ]
            series.draw_series(ax, lines, "Offset (mm)", synthetic=synthetic)
            page.figure(figure, "Free offsets of the relative frames.")
    if table is None or not table.is_file():
        return
    with table.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    page.table("Stations and frames, each predicted by all others.", head, rows, fold=len(rows) > 12)

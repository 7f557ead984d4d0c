"""Storage in the report on a study: errors assumed, innovations, series, agreement with GRACE (Figs. 5, 8 to 11)."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..charts import innovations, series, style
from ..charts.load_response import response_figure
from ..errors import InputError
from ..files import attributes, netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..language import tr
from ..loading.love_numbers import SHIPPED
from ..loading.response import disk_response
from .analysis_report import add_information, add_innovations, storage_lines
from .area import AreaMeans, area_means
from .comparison_report import add_metric_maps, add_metrics_table, add_monthly_figure
from .increments_section import add_increments
from .page import Page
from .provenance import is_synthetic

_DISK_KM = {"M25": 14.0, "M36": 20.3, "M09": 5.1}
"""Radius of a disk with the area of a cell; 14 km is the paper's."""


def add_load(page: Page, earth_model: str, grid_name: str = "M25") -> None:
    """Add the response to one cell's water (Fig. 5)."""
    page.heading(tr("Load and displacement"))
    radius = _DISK_KM.get(grid_name, _DISK_KM["M25"])
    # Love numbers of a user's own files are not at hand here; near the disk crusts differ by some 15 %.
    shown = earth_model if earth_model in SHIPPED else "PREM"
    response = disk_response(1000.0 * radius, shown)
    page.figure(
        response_figure(response.distance_km, response.vertical_mm, radius),
        f"Vertical displacement of an elastic, layered Earth ({shown}) under 1 m of water on a disk of "
        f"{radius:g} km radius, about one cell: (a) across the disk, edges dashed; (b) from above.",
    )
    page.paragraph(
        "The displacement of a cell is the sum of the responses to the water of all cells, also of those far outside "
        "the study area."
    )


def add_errors(page: Page, analysis: Dataset, storage: Path | None) -> None:
    """Add what was assumed of the errors (the paper's Table I)."""
    rows = perturbation_rows(str(getattr(analysis, "perturbations", "")))
    if storage is not None and not rows:
        with netcdf.open_dataset(storage) as dataset:
            rows += perturbation_rows(str(getattr(dataset, "perturbations", "")))
    for name, title, unit in (
        ("prior_error_mm", "storage of a cell", "mm"),
        ("observation_error_mm", "vertical displacement of a cell", "mm"),
    ):
        if name in analysis.ncattrs() and not (rows and name == "prior_error_mm"):
            memory = analysis.error_memory_days if name == "prior_error_mm" else None
            length = analysis.prior_correlation_length_km if name == "prior_error_mm" else None
            length = getattr(analysis, "error_correlation_length_km", None) if length is None else length
            rows.append((title, unit, "additive", attributes.number(analysis, name), memory, length))
    if rows:
        page.table(
            "Errors assumed of model and observations (the paper's Table I).",
            ("Variable", "Unit", "Type", "Standard deviation", "Memory (days)", "Correlation length (km)"),
            rows,
        )


def perturbation_rows(text: str) -> list[tuple[object, ...]]:
    """Return a row for each perturbed variable out of the attribute ``perturbations`` of a land model's file."""
    try:
        fields = json.loads(text)["fields"]
    except (ValueError, KeyError, TypeError):
        return []
    units = {"catdef": "mm/h", "srfexc": "mm/h", "snow": "1/h", "Precip": "1", "SWdown": "1", "LWdown": "W m-2"}
    return [
        (
            one["variable"],
            units.get(one["variable"], ""),
            one["kind"],
            float(one["std"]),
            one["hours"] / 24.0,
            round(one["degrees"] * 111.2, 0),
        )
        for one in fields
    ]


def add_analysis(page: Page, analysis: Dataset, storage: Path | None, grace: Path | None) -> None:
    """Add errors, innovations and series of an analysis (Table I, Figs. 8 and 10)."""
    synthetic = is_synthetic(analysis)
    means = area_means(analysis)
    page.heading(tr("Assimilation"))
    add_information(page, analysis)
    add_errors(page, analysis, storage)
    add_innovations(page, analysis, means, synthetic)
    lines = storage_lines(means)
    text = ""
    if grace is not None:
        line = grace_mean(grace, analysis)
        if line is not None:
            lines.append(line)
            text = " Black: GRACE, mean of the same cells, bars over the days that a solution used."
    figure = style.new_figure(7.2, 3.2)
    series.draw_storage(figure.subplots(), lines, synthetic=synthetic)
    page.figure(
        figure,
        f"Mean water storage of the {means.n_cells} cells that had observations, all epochs, as anomalies. Dashed: "
        f"open loop; solid: analysis. Dotted and shaded: {means.band}.{text}",
    )
    _add_range(page, means)
    add_increments(page, analysis)


def _add_range(page: Page, means: AreaMeans) -> None:
    years = np.floor(2000.0 + means.days / 365.25).astype(int)
    rows = []
    for year in np.unique(years):
        chosen = years == year
        if np.ptp(means.days[chosen]) < 300:
            continue
        rows.append((str(year), *(float(np.ptp(one[chosen])) for one in (means.open_loop, means.analysis))))
    if rows:
        page.table(
            "Range of the mean storage within a calendar year (highest minus lowest epoch).",
            ("Year", "Open loop (mm)", "Analysis (mm)"),
            [(year, f"{open_loop:.0f}", f"{analysis:.0f}") for year, open_loop, analysis in rows],
        )


def grace_mean(path: Path, analysis: Dataset) -> series.Series | None:
    """Return GRACE's mean over the cells with observations, as anomaly; None where it does not have them all."""
    observed = netcdf.read_float(analysis, "n_observations") > 0
    target = netcdf.read_grid(analysis)
    with netcdf.open_dataset(path, needs=(TWS, "time")) as dataset:
        source = netcdf.read_grid(dataset)
        row, column = (target.y_max - source.y_max) / -target.dy, (target.x_min - source.x_min) / target.dx
        same_cells = abs(source.dx - target.dx) + abs(source.dy - target.dy) < 1e-6 * target.dx
        rows, columns = np.nonzero(observed)
        rows, columns = rows + round(row), columns + round(column)
        inside = (rows >= 0) & (rows < source.rows) & (columns >= 0) & (columns < source.columns)
        whole = max(abs(row - round(row)), abs(column - round(column))) < 1e-3
        if not (same_cells and whole and inside.all() and source.is_geographic == target.is_geographic):
            return None
        window = (Ellipsis, slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1))
        values = netcdf.read_float(dataset, TWS, window)[..., rows - rows.min(), columns - columns.min()]
        days = netcdf.read_days(dataset)
        windows = None
        if "time_bnds" in dataset.variables:
            windows = netcdf.read_days(dataset, "time_bnds", netcdf.attribute(dataset["time"], "units"))
    span = netcdf.read_days(analysis)
    common = (days >= span[0]) & (days <= span[-1])
    mean = _mean_of_rows(values)[common]
    if not np.isfinite(mean).any():
        return None
    mean = mean - np.nanmean(mean)
    return series.Series("GRACE", days[common], mean, "grace", windows=None if windows is None else windows[common])


def _mean_of_rows(values: FloatArray) -> FloatArray:
    """Return the mean over the last axis, NaN where all are missing."""
    there = np.isfinite(values)
    total = np.where(there, values, 0.0).sum(axis=-1)
    return np.where(there.any(axis=-1), total / np.maximum(there.sum(axis=-1), 1), np.nan)


def add_tuning(page: Page, table: Path, synthetic: bool) -> None:
    """Add the innovations by the assumed error of the observations (Fig. 8)."""
    rows = read_rows(table, ("observation_error_mm", "area_mean", "area_std", "pooled_std"))
    figure = style.new_figure(5.4, 3.0)
    innovations.draw_error_tuning(
        figure.subplots(),
        np.array([row.observation_error_mm for row in rows]),
        np.array([row.area_mean for row in rows]),
        np.array([row.area_std for row in rows]),
        np.array([row.pooled_std for row in rows]),
        synthetic=synthetic,
    )
    page.figure(figure, "Normalized innovations for several assumed errors of the observations.")


def add_comparison(page: Page, comparison: Dataset, table: Path | None) -> None:
    """Add the agreement with GRACE (Fig. 9, Table III, Fig. 11)."""
    synthetic = is_synthetic(comparison)
    page.heading(tr("Comparison with GRACE"))
    if "grace_tws" in comparison.variables:
        add_monthly_figure(page, comparison, synthetic)
    if table is not None:
        needed = ("n_months", "r", "ubrmsd_mm", "bias_mm", "rmsd_mm", "amplitude_ratio")
        add_metrics_table(page, read_rows(table, needed))
    add_metric_maps(page, comparison, synthetic)


def read_rows(path: Path, needed: Sequence[str]) -> list[Any]:
    """Return the rows of a CSV table as objects: numbers as floats, empty ones as NaN, the rest as text.

    Raises
    ------
    InputError
        Where the file cannot be read or lacks a column.
    """
    try:
        with Path(path).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} cannot be read as a table: {error}") from error
    missing = [name for name in needed if not rows or name not in rows[0]]
    if missing:
        raise InputError(f"{path} has no column {', '.join(missing)}: choose the table that the step wrote.")
    return [SimpleNamespace(**{key: _value(text) for key, text in row.items() if key}) for row in rows]


def _value(text: str | None) -> object:
    if not text:
        return np.nan
    try:
        return float(text)
    except ValueError:
        return text

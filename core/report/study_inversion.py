"""Storage by inversion of displacement in the page of a study: beside GRACE, open loop and analysis, on one axis."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..charts import series, style
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..grace.metrics import correlation, ubrmsd
from ..grid.ease2 import grid_of_cells
from ..language import tr
from .page import Page
from .provenance import is_synthetic

_NINETY = 1.645  # standard deviations of a band that holds 90 %
_FEWEST = 6


def add_inversion(page: Page, inversion: Dataset, analysis: Dataset | None, grace: Path | None) -> None:
    """Add the verdict, the region's mean by all that there is, and how each pair agrees.

    Parameters
    ----------
    page : Page
        To add to.
    inversion, analysis : netCDF4.Dataset
        Open files.
    grace : Path, optional
        GRACE storage.
    """
    page.heading(tr("Storage without a land model"))
    page.paragraph(str(inversion.verdict))
    days, mean = netcdf.read_days(inversion), netcdf.read_float(inversion, "area_mean")
    if not np.isfinite(mean).any():
        return
    std = netcdf.read_float(inversion, "area_mean_std")
    band = _NINETY * std if np.isfinite(std).any() else None
    lines = [series.Series("inversion (90 %)", days, mean, "other", band, colour=style.PLUM)]
    region = netcdf.read_float(inversion, "region")
    if analysis is not None:
        for label, role in (("open loop", "open_loop"), ("analysis", "analysis")):
            lines.append(_line(inversion, analysis, f"tws_{role}", region, label, role=role))
    if grace is not None:
        with netcdf.open_dataset(grace, needs=(TWS,)) as dataset:
            lines.append(_line(inversion, dataset, TWS, region, "GRACE", role="grace"))
    lines = [line for line in lines if np.isfinite(line.values).any()]
    figure = style.new_figure(7.2, 3.2)
    series.draw_series(figure.subplots(), lines, "Storage (mm)", synthetic=is_synthetic(inversion))
    page.figure(
        figure,
        "Mean storage of the inversion's region, about each one's own mean: inversion and assimilation use the same "
        "displacement, so that their agreement is no proof.",
    )
    rows = []
    for one, other in itertools.combinations(lines, 2):
        x, y = _together(one, other)
        if x.size >= _FEWEST:
            names = (one.label.partition(" (")[0], other.label.partition(" (")[0])
            rows.append((*names, x.size, f"{float(correlation(x, y)):.2f}", f"{float(ubrmsd(x, y)):.1f}"))
    if rows:
        page.table("How each pair of means agrees.", ("One", "Other", "Epochs", "R", "ubRMSD (mm)"), rows)


def _line(
    inversion: Dataset, dataset: Dataset, variable: str, region: FloatArray, label: str, *, role: str
) -> series.Series:
    """Return the mean of a variable over the region's cells that its file has at all times, about its own mean."""
    days = netcdf.read_days(dataset)
    nothing = series.Series(label, days, np.full(days.size, np.nan), role)
    whole, row, column = grid_of_cells(netcdf.read_grid(dataset))
    other, row0, column0 = grid_of_cells(netcdf.read_grid(inversion))
    if whole.name != other.name:
        return nothing
    field = netcdf.read_float(dataset, variable)
    part = np.zeros(field.shape[1:])
    rows, columns = np.nonzero(region > 0)
    there_row, there_column = rows + row0 - row, columns + column0 - column
    inside = (there_row >= 0) & (there_row < part.shape[0]) & (there_column >= 0) & (there_column < part.shape[1])
    part[there_row[inside], there_column[inside]] = region[rows[inside], columns[inside]]
    known = np.where(np.isfinite(field).all(axis=0), part, 0.0)
    if known.sum() < 0.5 * region.sum():  # less than half of the region: not its mean
        return nothing
    mean = np.einsum("tij,ij->t", np.where(known > 0, field, 0.0), known) / known.sum()
    return series.Series(label, days, mean - mean.mean(), role)


def _together(one: series.Series, other: series.Series) -> tuple[FloatArray, FloatArray]:
    """Return both at the epochs of the one with fewer, the other interpolated within its span."""
    few, many = (one, other) if one.days.size <= other.days.size else (other, one)
    known = np.isfinite(many.values)
    inside = np.isfinite(few.values) & (few.days >= many.days[known][0]) & (few.days <= many.days[known][-1])
    values = few.values[inside]
    return values, np.interp(few.days[inside], many.days[known], many.values[known])

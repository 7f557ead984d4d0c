"""Stations of an inversion in its report: where others refute them, the cells that carry water, what they share."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..charts import maps, style
from ..dates import DAYS_PER_YEAR
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..geodesy import transform_points
from .page import Page

_COMPONENTS = 3
_LEAST = 4  # stations and epochs below which components say nothing


def add_station_map(page: Page, dataset: Dataset, residual: FloatArray, std: FloatArray, synthetic: bool) -> None:
    """Draw the stations by how well all others predict them, on the cells that carry water.

    Parameters
    ----------
    page : Page
        To which the figure is added.
    dataset : netCDF4.Dataset
        Of the inversion.
    residual, std : array [station, epoch]
        Leave-one-out residuals and their expected size (mm).
    synthetic : bool
        Mark the figure.
    """
    with np.errstate(invalid="ignore"):
        score = np.sqrt(_mean((residual / std) ** 2))
    grid = netcdf.read_grid(dataset)
    lon, lat = netcdf.read_float(dataset, "station_lon"), netcdf.read_float(dataset, "station_lat")
    known = np.isfinite(score)
    if not known.any():
        return
    x, y = (lon, lat) if grid.is_geographic else transform_points(lon, lat, "EPSG:4326", grid.crs)
    water = np.isfinite(netcdf.read_float(dataset, TWS)).any(axis=0)
    region = np.where(water, netcdf.read_float(dataset, "region"), np.nan)
    figure = style.new_figure(5.6, 4.4)
    ax = figure.subplots()
    panel = maps.MapPanel("Cells that carry water, darker in the region", region, grid, "region")
    image = maps.draw_map(ax, panel, (0.0, 1.0))
    ax.set_xlim(grid.x_min, grid.x_min + grid.dx * grid.columns)
    ax.set_ylim(grid.y_max - grid.dy * grid.rows, grid.y_max)
    image.set(cmap="Greys", clim=(-0.4, 2.5))
    found = ax.scatter(
        x[known],
        y[known],
        c=score[known],
        s=34,
        cmap="RdYlBu_r",
        vmin=0.0,
        vmax=2.0,
        edgecolor=style.INK,
        linewidth=0.8,
    )
    bar = figure.colorbar(found, ax=ax, extend="max", shrink=0.8)
    bar.set_label("Standardized leave-one-out residual (rms)", fontsize=style.SMALL)
    bar.ax.tick_params(labelsize=style.SMALL)
    style.mark_synthetic(ax, synthetic)
    page.figure(
        figure,
        "Stations by how well all other data predict them: 1 where errors are as assumed, above 3 the others refute "
        "it. Grey: the cells of the window; white inside the frame: cells without water (sea).",
    )


def add_components(page: Page, dataset: Dataset, days: FloatArray) -> None:
    """Tell in words which part of the heights all stations move in alike: a view only, nothing is truncated.

    Parameters
    ----------
    page : Page
        To which the table is added.
    dataset : netCDF4.Dataset
        Of the inversion.
    days : array [epoch]
        Of the heights.
    """
    heights = netcdf.read_float(dataset, "station_observed_displacement")
    heights = heights[np.isfinite(heights).mean(axis=1) > 0.8]
    complete = np.isfinite(heights).all(axis=0)
    if heights.shape[0] < _LEAST or complete.sum() < _LEAST:
        return
    values = heights[:, complete]
    values = values - values.mean(axis=1, keepdims=True)
    vectors, sizes, series = np.linalg.svd(values, full_matrices=False)
    share = sizes**2 / (sizes**2).sum()
    angle = 2 * np.pi * days[complete] / DAYS_PER_YEAR
    waves = np.stack([np.cos(angle), np.sin(angle)])
    waves -= waves.mean(axis=1, keepdims=True)
    rows = []
    for number in range(min(_COMPONENTS, share.size)):
        fitted = np.linalg.lstsq(waves.T, series[number], rcond=None)[0] @ waves
        alike = max((vectors[:, number] > 0).mean(), (vectors[:, number] < 0).mean())
        yearly = float((fitted**2).sum() / max(float((series[number] ** 2).sum()), 1e-300))
        rows.append((str(number + 1), f"{share[number]:.0%}", f"{yearly:.0%}", f"{alike:.0%}"))
    page.table(
        f"Principal components of the heights of {heights.shape[0]} stations at {int(complete.sum())} epochs at which "
        "all have data: a view only, the solution uses all of the heights.",
        ("Component", "Of the variance", "Of that, a yearly wave", "Stations that move alike"),
        rows,
    )


def _mean(values: FloatArray) -> FloatArray:
    """Return the mean [station] over the epochs that are there; NaN where there are none."""
    known = np.isfinite(values)
    total: FloatArray = np.where(known, values, 0.0).sum(axis=1)
    return total / np.where(known.any(axis=1), known.sum(axis=1), np.nan)

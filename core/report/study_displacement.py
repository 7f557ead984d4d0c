"""Displacement in the report on a study: maps before and after the mask, velocity, series at points (Figs. 3, 6, 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..charts import maps, series, style
from ..dates import date_of
from ..files import attributes, netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT, VERTICAL_DISPLACEMENT
from ..files.raster import RasterGrid
from ..language import tr
from .page import Page, plain_number
from .provenance import is_synthetic

_MOST_PIXELS = 400
_SPAN_DAYS = (60.0, 120.0)
"""How far apart the two dates of the map may lie: a season, as in the paper's Fig. 3."""
_APART = 0.12
"""Least distance of the funnels shown, as a part of the map's longer side."""


@dataclass(frozen=True)
class View:
    """A map thinned to what a figure can show.

    Attributes
    ----------
    grid : RasterGrid
        Of every `step`-th pixel.
    step : int
        How much it was thinned.
    """

    grid: RasterGrid
    step: int

    @property
    def index(self) -> tuple[slice, slice]:
        """Rows and columns of the pixels that are shown."""
        return slice(None, None, self.step), slice(None, None, self.step)


def view_of(grid: RasterGrid, most_pixels: int = _MOST_PIXELS) -> View:
    """Return the view of a grid with at most so many pixels along its longer side."""
    step = max(1, -(-max(grid.shape) // most_pixels))
    thinned = replace(
        grid, dx=grid.dx * step, dy=grid.dy * step, columns=-(-grid.columns // step), rows=-(-grid.rows // step)
    )
    return View(thinned, step)


def add_displacement(page: Page, series_file: Path, gridded_file: Path | None) -> None:
    """Add the section on displacement.

    Parameters
    ----------
    page : Page
        To add to.
    series_file : Path
        Displacement series of the pixels.
    gridded_file : Path, optional
        Masked and downsampled series.
    """
    page.heading(tr("Displacement"))
    with netcdf.open_dataset(series_file, needs=("time",)) as dataset:
        name = DISPLACEMENT if DISPLACEMENT in dataset.variables else VERTICAL_DISPLACEMENT
        view = view_of(netcdf.read_grid(dataset))
        days = netcdf.read_days(dataset)
        velocity = netcdf.read_float(dataset, "velocity", view.index) if "velocity" in dataset.variables else None
        first, last = season(dataset, name, days, view)
        change = _change(dataset, name, first, last, view)
        _add_maps(page, dataset, (change, velocity), view, (days[first], days[last]), gridded_file=gridded_file)
        if velocity is not None and np.isfinite(velocity).any():
            _add_points(page, dataset, name, days, velocity, view=view)


def season(dataset: Dataset, name: str, days: FloatArray, view: View) -> tuple[int, int]:
    """Return the two dates, a season apart, between which the mean over the map changes most."""
    sparse = (view.index[0], view.index[1])
    means = np.array([_mean_or_nan(netcdf.read_float(dataset, name, (number, *sparse))) for number in range(days.size)])
    apart = days[None, :] - days[:, None]
    change = np.abs(means[None, :] - means[:, None])
    change[(apart < _SPAN_DAYS[0]) | (apart > _SPAN_DAYS[1]) | ~np.isfinite(change)] = -1.0
    if change.max() < 0:
        return 0, int(days.size - 1)
    first, last = np.unravel_index(int(np.argmax(change)), change.shape)
    return int(first), int(last)


def _mean_or_nan(field: FloatArray) -> float:
    there = np.isfinite(field)
    return float(field[there].mean()) if there.any() else np.nan


def _change(dataset: Dataset, name: str, first: int, last: int, view: View) -> FloatArray:
    fields = [netcdf.read_float(dataset, name, (number, *view.index)) for number in (first, last)]
    return fields[1] - fields[0]


def _add_maps(
    page: Page,
    dataset: Dataset,
    fields: tuple[FloatArray, FloatArray | None],
    view: View,
    span: tuple[float, float],
    *,
    gridded_file: Path | None,
) -> None:
    """Add the paper's Fig. 3: one season before and after the mask, and downsampled."""
    change, velocity = fields
    panels = [maps.MapPanel("All pixels", change, view.grid, DISPLACEMENT)]
    text = f"Displacement from {date_of(span[0]):%Y-%m-%d} to {date_of(span[1]):%Y-%m-%d}: (a) all pixels"
    limit, gridded = _gridded_change(gridded_file, span)
    if velocity is not None and limit is not None:
        kept = np.where(np.abs(velocity) <= limit, change, np.nan)
        panels.append(maps.MapPanel("After the mask", kept, view.grid, DISPLACEMENT))
        text += f", (b) without those faster than {limit:g} mm/yr"
    if gridded is not None:
        panels.append(gridded)
        text += f", ({'abc'[len(panels) - 1]}) mean of the cells of the EASE-Grid"
    if len(panels) == 1:
        text = text.replace("(a) ", "")
    thinned = f" Every {view.step}th pixel is shown." if view.step > 1 else ""
    unit = "vertical" if VERTICAL_DISPLACEMENT in dataset.variables else "line of sight"
    figure = maps.map_figure(panels, f"Displacement, {unit} (mm)", 3, is_synthetic(dataset))
    page.figure(figure, f"{text}.{thinned}")


def _gridded_change(path: Path | None, span: tuple[float, float]) -> tuple[float | None, maps.MapPanel | None]:
    """Return the limit of the mask and the downsampled map, as far as the file has them."""
    if path is None:
        return None, None
    with netcdf.open_dataset(path, needs=("time",)) as dataset:
        limit = attributes.number(dataset, "max_velocity") if "max_velocity" in dataset.ncattrs() else None
        days = netcdf.read_days(dataset)
        numbers = [int(np.argmin(np.abs(days - day))) for day in span]
        if DISPLACEMENT not in dataset.variables or np.any(np.abs(days[numbers] - span) > 0.5):
            return limit, None
        fields = [netcdf.read_float(dataset, DISPLACEMENT, number) for number in numbers]
        grid = netcdf.read_grid(dataset)
    return limit, maps.MapPanel("Downsampled", fields[1] - fields[0], grid, DISPLACEMENT)


def _add_points(page: Page, dataset: Dataset, name: str, days: FloatArray, velocity: FloatArray, *, view: View) -> None:
    """Add the velocity with places on it, and the series there (the paper's Figs. 6 and 7)."""
    there = np.isfinite(velocity)
    ordinary, funnels = diagonal_points(there), funnel_points(velocity)
    lon, lat = view.grid.lon_lat()
    letters = "ABCDE"
    places = [*ordinary, *funnels]
    marks = [(letters[number], float(lon[at]), float(lat[at])) for number, at in enumerate(places)]
    panel = maps.MapPanel("Velocity", velocity, view.grid, "velocity", marks)
    synthetic = is_synthetic(dataset)
    page.figure(
        maps.map_figure([panel], "Line-of-sight velocity (mm/yr)", 1, synthetic, 5.2),
        "Mean velocity in the line of sight, positive towards the satellite. A, B and C lie along the diagonal of the "
        "area; the others are the places that sink fastest.",
    )
    found = [_at(dataset, name, days, letters[number], at, view=view) for number, at in enumerate(places)]
    groups = [group for group in (found[: len(ordinary)], found[len(ordinary) :]) if group]
    figure = style.new_figure(7.2, 2.5 * len(groups))
    axes = figure.subplots(len(groups), 1, sharex=True, squeeze=False)[:, 0]
    for number, (ax, group) in enumerate(zip(axes, groups)):
        series.draw_displacement(ax, group, name == VERTICAL_DISPLACEMENT, synthetic=synthetic)
        ax.set_title(f"({'ab'[number]})", loc="right", fontsize=style.FONT)
    page.figure(figure, "Displacement at the places of the figure before: (a) along the diagonal, (b) in the funnels.")
    page.table(
        "Places of the two figures.",
        ("Place", "Longitude (°)", "Latitude (°)", "Velocity (mm/yr)"),
        [
            (mark[0], plain_number(mark[1], 4), plain_number(mark[2], 4), plain_number(velocity[at], 1))
            for mark, at in zip(marks, places)
        ],
    )


def _at(
    dataset: Dataset, name: str, days: FloatArray, letter: str, at: tuple[int, int], *, view: View
) -> series.Series:
    row, column = at[0] * view.step, at[1] * view.step
    return series.Series(letter, days, netcdf.read_float(dataset, name, (slice(None), row, column)))


def diagonal_points(there: BoolArray) -> list[tuple[int, int]]:
    """Return the pixels with data that lie nearest to a quarter, a half and three quarters of the diagonal."""
    rows, columns = np.nonzero(there)
    found: list[tuple[int, int]] = []
    for part in (0.25, 0.5, 0.75):
        distance = np.hypot(rows - part * (there.shape[0] - 1), columns - part * (there.shape[1] - 1))
        nearest = int(np.argmin(distance))
        at = (int(rows[nearest]), int(columns[nearest]))
        if at not in found:
            found.append(at)
    return found


def funnel_points(velocity: FloatArray, count: int = 2) -> list[tuple[int, int]]:
    """Return up to `count` pixels that sink fastest, far enough apart to be different places.

    A place counts only where it sinks faster than all but a hundredth of the pixels, and by more than twice the
    spread of the velocity.
    """
    left = np.where(np.isfinite(velocity), velocity, np.inf)
    finite = velocity[np.isfinite(velocity)]
    threshold = min(float(np.percentile(finite, 1)), float(np.median(finite) - 2 * np.std(finite)))
    rows, columns = np.indices(velocity.shape)
    found: list[tuple[int, int]] = []
    while len(found) < count and left.min() < threshold:
        at = np.unravel_index(int(np.argmin(left)), left.shape)
        found.append((int(at[0]), int(at[1])))
        near = np.hypot(rows - at[0], columns - at[1]) < _APART * max(velocity.shape)
        left[near] = np.inf
    return found

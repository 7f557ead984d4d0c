"""Maps of one value per cell, several of one quantity on a common scale (the paper's Figs. 3, 6 and 11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..arrays import FloatArray
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points
from . import style
from .outlines import outlines_on
from .ramps import ramp_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class MapPanel:
    """One map.

    Attributes
    ----------
    title : str
        Above the map.
    values : array [row, column]
        NaN where missing.
    grid : RasterGrid
        Where the cells lie.
    quantity : str
        Name of the variable, which decides the ramp.
    marks : sequence of (name, longitude, latitude)
        Places to mark.
    """

    title: str
    values: FloatArray
    grid: RasterGrid
    quantity: str
    marks: Sequence[tuple[str, float, float]] = ()


def limits_of(values: Sequence[FloatArray], quantity: str) -> tuple[float, float]:
    """Return a common range for fields of one quantity: 98 % of the values, symmetric about 0 where signed."""
    joined = np.concatenate([np.asarray(field, dtype=np.float64).ravel() for field in values])
    joined = joined[np.isfinite(joined)]
    if joined.size == 0:
        return (-1.0, 1.0) if ramp_of(quantity).signed else (0.0, 1.0)
    if ramp_of(quantity).signed:
        high = float(np.percentile(np.abs(joined), 98)) or 1.0
        return -high, high
    low, high = (float(number) for number in np.percentile(joined, [1, 99]))
    if quantity.startswith("correlation"):
        return min(low, 0.9), 1.0
    # Amounts count from zero, but not where that would leave all of them in the ramp's dark end.
    if ramp_of(quantity).name == "amount" and 0 <= low < 0.5 * high:
        low = 0.0
    return low, (high if high > low else low + 1.0)


def draw_map(ax: Axes, panel: MapPanel, limits: tuple[float, float]) -> Any:
    """Draw one map with degrees along its sides, and return the image for a colour bar."""
    from matplotlib.patheffects import withStroke

    grid = panel.grid
    style.dress(ax, "", "", grid="none")
    for side in ("top", "right"):
        ax.spines[side].set_visible(True)
        ax.spines[side].set_color(style.FAINT)
        ax.spines[side].set_linewidth(0.8)
    x_max, y_min = grid.x_min + grid.dx * grid.columns, grid.y_max - grid.dy * grid.rows
    image = ax.imshow(
        np.ma.masked_invalid(panel.values),
        extent=(grid.x_min, x_max, y_min, grid.y_max),
        cmap=style.colour_map(ramp_of(panel.quantity).name),
        vmin=limits[0],
        vmax=limits[1],
        interpolation="nearest",
        interpolation_stage="data",
    )
    _draw_outlines(ax, grid)
    _degrees(ax, grid)
    if grid.is_geographic:
        middle = 0.5 * (y_min + grid.y_max)
        ax.set_aspect(1.0 / np.cos(np.radians(middle)))
    for name, lon, lat in panel.marks:
        x, y = (lon, lat) if grid.is_geographic else transform_points(lon, lat, GEOGRAPHIC, grid.crs)
        ax.plot(x, y, "o", color=style.INK, markerfacecolor="white", markersize=5, markeredgewidth=1.2)
        ax.annotate(
            name,
            (float(x), float(y)),
            xytext=(5, 3),
            textcoords="offset points",
            fontsize=style.SMALL,
            color=style.INK,
            fontweight="bold",
            path_effects=[withStroke(linewidth=2.5, foreground="white")],
        )
    return image


def map_figure(
    panels: Sequence[MapPanel], label: str, columns: int = 2, synthetic: bool = False, width: float = 7.2
) -> Figure:
    """Return maps of one quantity side by side, lettered, on a common scale with one colour bar.

    Parameters
    ----------
    panels : sequence of MapPanel
        All of one quantity; must not be empty.
    label : str
        Quantity and unit for the colour bar.
    columns : int
        Maps in a row.
    synthetic : bool
        Mark the data as synthetic.
    width : float
        Of the figure, in inches.
    """
    columns = min(columns, len(panels))
    rows = -(-len(panels) // columns)
    figure = style.new_figure(width, _height(panels[0].grid, width, columns, rows))
    axes = list(figure.subplots(rows, columns, squeeze=False).ravel())
    for ax in axes[len(panels) :]:
        ax.set_visible(False)
    _fill(figure, axes, panels, label, synthetic, first_letter=0 if len(panels) > 1 else None)
    _settle(figure)
    return figure


def rows_figure(rows: Sequence[tuple[str, Sequence[MapPanel]]], synthetic: bool = False, width: float = 7.2) -> Figure:
    """Return rows of maps, each row of one quantity with its own scale and colour bar (the paper's Fig. 11).

    Parameters
    ----------
    rows : sequence of (label, panels)
        Quantity and unit for the colour bar, and the maps of the row; equally many in every row.
    synthetic : bool
        Mark the data as synthetic.
    width : float
        Of the figure, in inches.
    """
    columns = len(rows[0][1])
    figure = style.new_figure(width, _height(rows[0][1][0].grid, width, columns, len(rows)))
    axes = figure.subplots(len(rows), columns, squeeze=False)
    for number, (label, panels) in enumerate(rows):
        _fill(figure, list(axes[number]), panels, label, synthetic, first_letter=number * columns)
    _settle(figure)
    return figure


def _settle(figure: Figure) -> None:
    """Lay out three times before the figure is drawn, which is the fourth time.

    Maps keep their aspect, so the first layout changes their size after room was made for labels: degrees and the
    colour bar's label were cut by up to a tenth of an inch.
    """
    for _ in range(3):
        figure.draw_without_rendering()


def _fill(
    figure: Figure,
    axes: Sequence[Axes],
    panels: Sequence[MapPanel],
    label: str,
    synthetic: bool,
    *,
    first_letter: int | None,
) -> None:
    """Draw panels of one quantity on a common scale, with a colour bar."""
    values = [panel.values for panel in panels]
    limits = limits_of(values, panels[0].quantity)
    for number, (ax, panel) in enumerate(zip(axes, panels)):
        image = draw_map(ax, panel, limits)
        letter = "" if first_letter is None else f"({'abcdefghijkl'[first_letter + number]}) "
        ax.set_title(letter + panel.title, fontsize=style.FONT, color=style.INK, loc="left", pad=4)
        style.mark_synthetic(ax, synthetic, inside=True)
    last = axes[len(panels) - 1]
    in_a_row = all(ax.get_subplotspec().rowspan == last.get_subplotspec().rowspan for ax in axes[: len(panels)])
    style.colour_bar(figure, image, axes, label, _extend(values, limits), beside=last if in_a_row else None)


def _height(grid: RasterGrid, width: float, columns: int, rows: int) -> float:
    """Height in inches of a figure of maps: they leave 0.95 inches to the colour bar, 0.5 each to latitudes."""
    shrink = 1.0
    if grid.is_geographic:
        shrink = float(np.cos(np.radians(grid.y_max - 0.5 * grid.dy * grid.rows)))
    ratio = grid.dy * grid.rows / (grid.dx * grid.columns * shrink)
    return float(np.clip(rows * (((width - 0.95) / columns - 0.5) * ratio + 0.45), 1.5, 9.0))


def _extend(values: Sequence[FloatArray], limits: tuple[float, float]) -> str:
    low = any(np.any(field < limits[0]) for field in values)
    high = any(np.any(field > limits[1]) for field in values)
    return {(True, True): "both", (True, False): "min", (False, True): "max", (False, False): "neither"}[low, high]


def _draw_outlines(ax: Axes, grid: RasterGrid) -> None:
    """Draw coasts and borders over the cells: dark on a white edge, so that they are seen on every colour."""
    from matplotlib.patheffects import withStroke

    x, y = outlines_on(grid)
    if x.size == 0:
        return
    ax.plot(
        x,
        y,
        color=style.INK,
        linewidth=0.6,
        alpha=0.8,
        path_effects=[withStroke(linewidth=1.4, foreground="white", alpha=0.6)],
        scalex=False,
        scaley=False,
        label="_outlines",
    )


def _degrees(ax: Axes, grid: RasterGrid) -> None:
    """Label the sides in degrees, whatever the projection (cylindrical ones have straight meridians)."""
    lon, lat = _edge_degrees(grid)
    for axis, (low, high), letters in ((ax.xaxis, lon, "WE"), (ax.yaxis, lat, "SN")):
        ticks = _round_ticks(low, high)
        if axis is ax.xaxis:
            places = _project(grid, ticks, np.full(ticks.size, np.mean(lat)))[0]
        else:
            places = _project(grid, np.full(ticks.size, np.mean(lon)), ticks)[1]
        axis.set_ticks(list(places), [f"{abs(tick):g}°{letters[int(tick >= 0)]}" for tick in ticks])


def _edge_degrees(grid: RasterGrid) -> tuple[tuple[float, float], tuple[float, float]]:
    x = np.array([grid.x_min, grid.x_min + grid.dx * grid.columns])
    y = np.array([grid.y_max - grid.dy * grid.rows, grid.y_max])
    if not grid.is_geographic:
        x, y = transform_points(x, y, grid.crs, GEOGRAPHIC)
    return (float(x[0]), float(x[1])), (float(y[0]), float(y[1]))


def _project(grid: RasterGrid, lon: FloatArray, lat: FloatArray) -> tuple[FloatArray, FloatArray]:
    return (lon, lat) if grid.is_geographic else transform_points(lon, lat, GEOGRAPHIC, grid.crs)


def _round_ticks(low: float, high: float) -> FloatArray:
    """Return three to five round numbers between two longitudes or latitudes."""
    steps = np.array([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60])
    step = steps[min(int(np.searchsorted(steps, (high - low) / 4.0)), steps.size - 1)]
    return np.round(np.arange(np.ceil(low / step), np.floor(high / step) + 1) * step, 6)

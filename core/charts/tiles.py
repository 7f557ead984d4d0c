"""Small maps side by side, each of its own quantity with its own scale; pixels beyond a limit can be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..arrays import BoolArray
from . import maps, style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BEYOND = "#e0218a"
"""Colour of pixels beyond a limit: in none of the ramps."""
_YEAR = ("#3d4f9f", "#4f97b8", "#7fc0a0", "#dcd98a", "#e8a45a", "#c35f55", "#7f4a8c", "#3d4f9f")
"""From January round to January again."""


@dataclass(frozen=True)
class Tile:
    """One small map.

    Attributes
    ----------
    panel : MapPanel
        Title with unit, values, place.
    beyond : bool array [row, column], optional
        Pixels to mark.
    limits : (low, high), optional
        Of the scale; those that fit the values where None.
    cyclic : bool
        Whether the scale closes: the highest value is next to the lowest (a day of the year).
    whole : bool
        Whether the values are whole numbers (counts, days).
    """

    panel: maps.MapPanel
    beyond: BoolArray | None = None
    limits: tuple[float, float] | None = None
    cyclic: bool = False
    whole: bool = False


def tiles_figure(tiles: Sequence[Tile], columns: int = 3, synthetic: bool = False, width: float = 7.2) -> Figure:
    """Return small maps, lettered, each with its own colour bar.

    Parameters
    ----------
    tiles : sequence of Tile
        On one grid; must not be empty.
    columns : int
        Maps in a row.
    synthetic : bool
        Mark the data as synthetic.
    width : float
        Of the figure with all columns, in inches; with fewer maps it is narrower.
    """
    columns_used = min(columns, len(tiles))
    rows = -(-len(tiles) // columns_used)
    each = width / columns
    grid = tiles[0].panel.grid
    shrink = np.cos(np.radians(grid.y_max - 0.5 * grid.dy * grid.rows)) if grid.is_geographic else 1.0
    ratio = grid.dy * grid.rows / (grid.dx * grid.columns * shrink)
    height = float(np.clip(0.68 * each * ratio + 0.45, 1.2, 4.0))
    figure = style.new_figure(each * columns_used, rows * height)
    axes = figure.subplots(rows, columns_used, squeeze=False).ravel()
    for ax in axes[len(tiles) :]:
        ax.set_visible(False)
    for number, (ax, tile) in enumerate(zip(axes, tiles)):
        _draw(figure, ax, tile, f"({chr(ord('a') + number)})" if len(tiles) > 1 else "")
        style.mark_synthetic(ax, synthetic and number == len(tiles) - 1, inside=True)
        if number % columns_used:
            ax.tick_params(labelleft=False)
        if number + columns_used < len(tiles):
            ax.tick_params(labelbottom=False)
    return figure


def _draw(figure: Figure, ax: Any, tile: Tile, letter: str) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    values = np.asarray(tile.panel.values, dtype=np.float64)
    limits = tile.limits or maps.limits_of([values], tile.panel.quantity)
    there = values[np.isfinite(values)]
    if tile.limits is None and tile.whole and limits[1] - limits[0] < 2:
        limits = (np.floor(limits[0]), np.floor(limits[0]) + max(2.0, np.ceil(np.ptp(limits))))
    image = maps.draw_map(ax, tile.panel, limits)
    if tile.cyclic:
        from matplotlib.colors import LinearSegmentedColormap

        year = LinearSegmentedColormap.from_list("groundswell_year", _YEAR)
        image.set_cmap(year.with_extremes(bad=style.MISSING))
    if tile.beyond is not None and tile.beyond.any():
        from matplotlib.colors import ListedColormap

        over = np.ma.masked_equal(tile.beyond.astype(np.uint8), 0)
        ax.imshow(over, extent=image.get_extent(), cmap=ListedColormap([BEYOND]), interpolation="nearest")
        _restore_shape(ax, tile)
    ax.set_title(f"{letter} {tile.panel.title}".strip(), fontsize=style.SMALL, color=style.INK, loc="left", pad=3)
    ax.tick_params(labelsize=6.5)
    low, high = bool(np.any(there < limits[0])), bool(np.any(there > limits[1]))
    extend = {(True, True): "both", (True, False): "min", (False, True): "max", (False, False): "neither"}[low, high]
    bar = figure.colorbar(image, cax=ax.inset_axes((1.03, 0.0, 0.05, 1.0)), extend=extend)
    bar.locator = MaxNLocator(5, integer=tile.whole or tile.cyclic)
    bar.formatter = FuncFormatter(lambda value, _: f"{value:g}".replace("-", "−"))
    bar.update_ticks()
    bar.ax.tick_params(labelsize=6.5, labelcolor=style.INK, color=style.FAINT, length=2)
    bar.outline.set_linewidth(0.6)
    bar.outline.set_edgecolor(style.FAINT)


def _restore_shape(ax: Any, tile: Tile) -> None:
    """Give the axes the map's shape again, which the second image has reset."""
    grid = tile.panel.grid
    if grid.is_geographic:
        ax.set_aspect(1.0 / np.cos(np.radians(grid.y_max - 0.5 * grid.dy * grid.rows)))

"""Report on parameters of the land model: maps of what came out, and their ranges."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..arrays import FloatArray, IntArray
from ..charts import style
from ..land.estimation.soils import SOILS
from ..land.parameter_files import read_parameters
from ..land.tiles import Tiles
from ..language import tr
from .headline import add_columns
from .page import Page, plain_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Names of parameters, titles, units; classes by name instead of a unit.
_MAPS = (
    ("vegcls", "Vegetation", ""),
    ("soil", "Soil texture", ""),
    ("dpth", "Depth to bedrock", "mm"),
    ("bf3", "Mean topographic index", "ln m"),
    ("poros", "Porosity", "1"),
    ("lai", "Largest leaf area of a month", "1"),
)
_CLASSES = (
    "other",
    "evergreen",
    "deciduous",
    "needleleaf",
    "grass and crops",
    "shrubs",
    "tundra",
    "bare soil",
    "desert",
)

_TEXTURES = ("other", *(soil.name for soil in SOILS))

# One colour a class: neighbouring classes look unlike, what bears little is pale.
_COLOURS = (
    *("#bbbbbb", "#1b7837", "#5aae61", "#00441b", "#c7e67a", "#d8b365", "#80cdc1", "#f6e8c3", "#fee08b"),
    *("#8c510a", "#9970ab", "#4393c3", "#2166ac"),
)


def write_parameters_report(parameters: Path, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write the page of a parameter file.

    Parameters
    ----------
    parameters : Path
        NetCDF of :func:`~..land.estimation.rasters.estimate_from_rasters`.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    tiles = read_parameters(parameters)
    lon, lat = tiles.lon_lat
    page = Page(
        tr("Parameters of the land model"),
        tr("EASE-Grid 2.0 {grid}, {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N.").format(
            grid=tiles.ease_grid, west=lon.min(), east=lon.max(), south=lat.min(), north=lat.max()
        ),
        tiles.synthetic,
    )
    page.warn(warnings)
    add_columns(page, tiles.count, tiles.parameters.dpth)
    page.heading(tr("Maps"))
    _add_maps(page, tiles)
    page.heading(tr("Classes"))
    for kind, values, names in (
        ("vegetation class", tiles.parameters.vegcls.astype(int), _CLASSES),
        ("soil texture", _soil_of(tiles), _TEXTURES),
    ):
        rows = [(names[number], int((values == number).sum())) for number in np.unique(values)]
        page.table(f"Columns by {kind}.", ("Class", "Columns"), rows)
    page.heading(tr("Ranges"))
    known = {name: values for name, values in tiles.parameters.items() if values is not None}
    ranges = [
        (name, *(plain_number(float(np.quantile(values, part)), 4) for part in (0.0, 0.5, 1.0)))
        for name, values in known.items()
    ]
    page.table("All parameters.", ("Parameter", "Least", "Median", "Largest"), ranges, fold=True)
    page.write(report)


def _soil_of(tiles: Tiles) -> IntArray:
    """Return the number of each column's soil texture; 0 where its numbers are none of the twelve soils'."""
    p, made = tiles.parameters, np.zeros(tiles.count, dtype=int)
    for number, soil in enumerate(SOILS, start=1):
        made[np.isclose(p.bee, soil.bee, rtol=1e-3) & np.isclose(p.poros, soil.poros, rtol=1e-3)] = number
    return made


def _add_maps(page: Page, tiles: Tiles) -> None:
    figure = style.new_figure(9.0, 5.4)
    lon, lat = tiles.grid.lon_lat()
    half_x, half_y = (0.5 * abs(float(axis[-1] - axis[0])) / max(axis.size - 1, 1) for axis in (lon[0], lat[:, 0]))
    edges = (lon.min() - half_x, lon.max() + half_x, lat.min() - half_y, lat.max() + half_y)
    for number, (name, title, unit) in enumerate(_MAPS, start=1):
        values: FloatArray = _soil_of(tiles).astype(float) if name == "soil" else getattr(tiles.parameters, name)
        field = np.full(tiles.grid.shape, np.nan)
        field[tiles.row, tiles.column] = values.max(axis=0) if values.ndim == 2 else values
        ax = figure.add_subplot(2, 3, number)
        names = {"vegcls": _CLASSES, "soil": _TEXTURES}.get(name)
        if names is not None:
            _draw_classes(figure, ax, field, names, edges)
        else:
            image = ax.imshow(np.ma.masked_invalid(field), cmap="viridis", interpolation="nearest", extent=edges)
            figure.colorbar(image, ax=ax, shrink=0.8).ax.tick_params(labelsize=7)
        ax.set_title(f"{title} ({unit})" if unit else title, fontsize=8)
        ax.tick_params(labelsize=6)
        ax.locator_params(nbins=4)
        ax.set_aspect("auto")
    page.figure(figure, "Cells of the grid by longitude and latitude (degrees); white cells have no column.")


def _draw_classes(
    figure: Figure, ax: Axes, field: FloatArray, names: tuple[str, ...], edges: tuple[float, float, float, float]
) -> None:
    """Draw the classes that there are in colours of their own, with their names."""
    from matplotlib.colors import BoundaryNorm, ListedColormap

    there = np.unique(field[np.isfinite(field)]).astype(int)
    colours = [_COLOURS[number] for number in there]
    place = np.where(np.isfinite(field), np.searchsorted(there, np.nan_to_num(field)), np.nan)
    bounds = np.arange(there.size + 1) - 0.5
    image = ax.imshow(
        np.ma.masked_invalid(place),
        cmap=ListedColormap(colours),
        norm=BoundaryNorm(bounds, there.size),
        interpolation="nearest",
        extent=edges,
    )
    bar = figure.colorbar(image, ax=ax, shrink=0.8, ticks=np.arange(there.size))
    bar.ax.set_yticklabels([names[number] for number in there], fontsize=7)
    bar.ax.tick_params(length=0)

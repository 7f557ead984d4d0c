"""Report on parameters of the land model: maps of what came out, and their ranges."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..charts import style
from ..land.parameter_files import read_parameters
from ..land.tiles import Tiles
from .page import Page, plain_number

_MAPS = (
    ("vegcls", "Vegetation class", "1 to 8"),
    ("poros", "Porosity", "1"),
    ("dpth", "Depth to bedrock", "mm"),
    ("bf3", "Mean topographic index", "ln m"),
    ("ars1", "Saturated area (ars1)", "1/mm"),
    ("lai", "Largest leaf area of a month", "1"),
)
_CLASSES = ("", "evergreen", "deciduous", "needleleaf", "grass and crops", "shrubs", "tundra", "bare soil", "desert")


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
        "Parameters of the land model",
        f"{tiles.count} columns on the EASE-Grid 2.0 {tiles.ease_grid}, {lon.min():.2f} to {lon.max():.2f} E, "
        f"{lat.min():.2f} to {lat.max():.2f} N.",
        tiles.synthetic,
    )
    page.warn(warnings)
    page.heading("Maps")
    _add_maps(page, tiles)
    page.heading("Vegetation")
    classes = tiles.parameters.vegcls.astype(int)
    rows = [(_CLASSES[number], int((classes == number).sum())) for number in np.unique(classes)]
    page.table("Columns by vegetation class.", ("Class", "Columns"), rows)
    page.heading("Ranges")
    known = {name: values for name, values in tiles.parameters.items() if values is not None}
    ranges = [
        (name, *(plain_number(float(np.quantile(values, part)), 4) for part in (0.0, 0.5, 1.0)))
        for name, values in known.items()
    ]
    page.table("All parameters.", ("Parameter", "Least", "Median", "Largest"), ranges, fold=True)
    page.write(report)


def _add_maps(page: Page, tiles: Tiles) -> None:
    figure = style.new_figure(7.2, 4.6)
    for number, (name, title, unit) in enumerate(_MAPS, start=1):
        values: FloatArray = getattr(tiles.parameters, name)
        field = np.full(tiles.grid.shape, np.nan)
        field[tiles.row, tiles.column] = values.max(axis=0) if values.ndim == 2 else values
        ax = figure.add_subplot(2, 3, number)
        image = ax.imshow(np.ma.masked_invalid(field), cmap="viridis", interpolation="nearest")
        ax.set_title(f"{title} ({unit})", fontsize=8)
        ax.set_xticks([])
        ax.set_yticks([])
        bar = figure.colorbar(image, ax=ax, shrink=0.8)
        bar.ax.tick_params(labelsize=7)
    page.figure(figure, "Cells of the grid from north to south; white cells have no column.")

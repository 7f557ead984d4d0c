"""Report on masking and averaging: what the limit of the velocity leaves out, and what the cells hold."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..charts import maps, spread, style, tiles
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT, DISPLACEMENT_STD, VERTICAL_DISPLACEMENT
from ..files.points import is_points
from ..findings.outcome import outcome_of
from ..language import tr
from .headline import add_outcome
from .page import Page
from .provenance import add_provenance, is_synthetic
from .stack_facts import reference_mark
from .study_displacement import view_of
from .velocity_limit import add_velocity_limit


def write_gridding_report(gridded: Path, series: Path, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write which pixels the mask by velocity leaves out and how that depends on the reference, and what cells hold.

    Parameters
    ----------
    gridded : Path
        Of the gridded displacement (NetCDF).
    series : Path
        Of the series that it was made from.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    with netcdf.open_dataset(series, needs=("velocity",)) as pixels, netcdf.open_dataset(gridded) as cells:
        limit = float(cells.max_velocity)
        velocity = np.asarray(netcdf.read(pixels, "velocity"), dtype=np.float32)
        solved = np.isfinite(velocity)
        if "mask" in pixels.variables:
            solved &= np.asarray(netcdf.read(pixels, "mask")) > 0
        synthetic = is_synthetic(cells)
        page = Page(
            tr("Masked and averaged displacement"),
            tr(
                "Means over cells of the EASE-Grid 2.0 ({grid}), without pixels faster than {limit:g} mm/yr in the "
                "line of sight."
            ).format(grid=cells.ease_grid, limit=limit),
            synthetic,
        )
        page.warn(warnings)
        add_outcome(page, outcome_of(displacement=gridded))
        page.heading(tr("Mask"))
        _add_facts(page, cells, solved, velocity, limit)
        if not is_points(pixels):
            _add_masked_maps(page, pixels, solved, velocity, limit)
        add_velocity_limit(page, velocity[solved], limit, "the limit of the mask", synthetic)
        _add_cells(page, cells)
        add_provenance(page, cells)
    page.write(report)


def _add_facts(page: Page, cells: Dataset, solved: BoolArray, velocity: FloatArray, limit: float) -> None:
    n_solved = int(np.count_nonzero(solved))
    n_fast = int(np.count_nonzero(np.abs(velocity[solved]) > limit))
    area = netcdf.read_reference_area(cells)
    with_data = np.isfinite(netcdf.read_float(cells, _quantity(cells))).any(axis=0)
    page.facts(
        {
            "Pixels with a velocity": n_solved,
            "Left out as too fast": f"{n_fast} ({100.0 * n_fast / max(1, n_solved):.1f} %)",
            "Cells with data": f"{int(np.count_nonzero(with_data))} of {with_data.size}",
            "Least part of valid pixels": float(getattr(cells, "min_valid_fraction", np.nan)),
            "Reference, longitude (°)": f"{area.lon_min:.4f} to {area.lon_max:.4f}" if area else "",
            "Reference, latitude (°)": f"{area.lat_min:.4f} to {area.lat_max:.4f}" if area else "",
        }
    )


def _add_masked_maps(page: Page, pixels: Any, solved: BoolArray, velocity: FloatArray, limit: float) -> None:
    view = view_of(netcdf.read_grid(pixels))
    shown = np.where(solved, velocity, np.nan)[view.index]
    marks = reference_mark(pixels)
    panels = [
        maps.MapPanel("All pixels", shown, view.grid, "velocity", marks),
        maps.MapPanel("After the mask", np.where(np.abs(shown) <= limit, shown, np.nan), view.grid, "velocity"),
    ]
    thinned = f" Thinned by {view.step} in rows and columns." if view.step > 1 else ""
    page.figure(
        maps.map_figure(panels, "Velocity (mm/yr)", 2, is_synthetic(pixels)),
        f"Velocity in the line of sight, (a) of all pixels, (b) of those up to {limit:g} mm/yr; R is the "
        f"reference area.{thinned}",
    )


def _add_cells(page: Page, cells: Dataset) -> None:
    page.heading(tr("Cells"))
    name, grid = _quantity(cells), netcdf.read_grid(cells)
    values = netcdf.read_float(cells, name)
    there = np.isfinite(values).any(axis=0)
    fields = {}
    if "valid_fraction" in cells.variables:
        fields["Valid pixels (part of 1)"] = ("valid_fraction", netcdf.read_float(cells, "valid_fraction"))
    if "n_pixels" in cells.variables:
        fields["Pixels, mean over dates"] = ("n_pixels", netcdf.read_float(cells, "n_pixels").mean(axis=0))
    if DISPLACEMENT_STD in cells.variables:
        fields["Spread of pixels (mm)"] = (DISPLACEMENT_STD, _mean(netcdf.read_float(cells, DISPLACEMENT_STD)))
    if "error_std" in cells.variables:
        fields["Error of a date (mm)"] = ("error_std", netcdf.read_float(cells, "error_std"))
    if fields:
        found = [
            tiles.Tile(maps.MapPanel(title, np.where(there, field, np.nan), grid, quantity))
            for title, (quantity, field) in fields.items()
        ]
        page.figure(
            tiles.tiles_figure(found, 2 if len(found) == 4 else 3, is_synthetic(cells)),
            "What the means of the cells rest on: part of the frame's pixels in the cell that are used, their number, "
            "and their standard deviation (mean over the dates); and the error of a date's mean.",
        )
    percentiles = np.full((len(spread.PERCENTILES), values.shape[0]), np.nan)
    known = np.isfinite(values).any(axis=(1, 2))
    percentiles[:, known] = np.nanpercentile(values[known].reshape(int(known.sum()), -1), spread.PERCENTILES, axis=1)
    figure = style.new_figure(7.2, 2.8)
    words = "Vertical" if name == VERTICAL_DISPLACEMENT else "Line-of-sight"
    label = f"{words} displacement (mm)"
    days = netcdf.read_days(cells)
    spread.draw_spread(figure.subplots(), days, percentiles, label, synthetic=is_synthetic(cells), of="cells")
    page.figure(figure, f"{words} displacement of the {int(np.count_nonzero(there))} cells with data.")


def _quantity(cells: Dataset) -> str:
    return DISPLACEMENT if DISPLACEMENT in cells.variables else VERTICAL_DISPLACEMENT


def _mean(values: FloatArray) -> FloatArray:
    """Return the mean over the dates that are known [row, column]; NaN where none is."""
    known = np.isfinite(values)
    count = known.sum(axis=0)
    total = np.where(known, values, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)

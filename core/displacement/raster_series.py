"""Finished displacement on a grid to the file that the inversion of interferograms writes, window by window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import LOS_EAST, LOS_NORTH, LOS_UP
from ..files.netcdf import ReferenceArea
from ..files.outputs import check_room
from ..grid.reference_pixels import write_reference_pixels
from ..insar.frames.placement import Placement
from ..insar.solver.motion import MotionModel, motion_model
from ..work.progress import Progress, stop_if_cancelled
from .looks import layers_on_grid, looks_of_geometry, mean_up
from .motion_maps import maps_of
from .products.model import EAST, LINE_OF_SIGHT, LOOK, VERTICAL, Float32, RasterProduct
from .raster_reference import set_reference
from .raster_windows import SeriesOfWindows, Window, windows
from .series_variables import MAPS, add_maps, add_part, add_series, describe_quantity


@dataclass
class RasterSummary:
    """What was written.

    Attributes
    ----------
    n_dates, n_pixels, n_with_data : int
        Of the result.
    n_with_gaps : int
        Pixels whose series has parts that nothing connects.
    """

    n_dates: int = 0
    n_pixels: int = 0
    n_with_data: int = 0
    n_with_gaps: int = 0
    n_late: int = 0


def write_raster_series(
    product: RasterProduct,
    placement: Placement,
    dates: slice,
    dataset: Dataset,
    *,
    geometry: str,
    reference_point: tuple[float, float] | None,
    memory_mb: float,
    progress: Progress,
) -> RasterSummary:
    """Write a product to a new data set.

    Parameters
    ----------
    product : RasterProduct
        What to write.
    placement : Placement
        Of the result in the product's cells.
    dates : slice
        Dates of the product to write.
    dataset : netCDF4.Dataset
        Empty.
    geometry : str
        See :func:`~.looks.looks_of_geometry`; empty: the product's own.
    reference_point : (lon, lat) or None
        Displacement becomes relative to the cell there.
    memory_mb : float
        Bound for what is in memory together.
    progress : Progress
        Hears of progress and warnings.
    """
    grid = placement.grid
    series = SeriesOfWindows(product, placement, dates)
    area, pixels, words = set_reference(product, placement, series, reference_point, progress)
    cut = windows(placement, product.days.size, product.chunk, memory_mb)
    netcdf.write_grid(dataset, grid)
    netcdf.write_time(dataset, series.days)
    chunks = cut[0].rows.stop - cut[0].rows.start, cut[0].columns.stop - cut[0].columns.start
    add_series(dataset, product.quantity, ("y", "x"), chunks, product.compress)
    names = [name for name in MAPS if name != "n_gaps" or product.gaps is not None]
    add_maps(dataset, names, ("y", "x"), chunks)
    masked = _add_layers(dataset, product, placement, geometry)
    model = motion_model(series.days, seasonal=True)
    summary = RasterSummary(series.days.size, grid.rows * grid.columns)
    for number, window in enumerate(cut):
        stop_if_cancelled(progress)
        check_room(dataset.filepath())
        values = series.read(window)
        gaps = series.gaps(window)
        dataset[product.quantity][:, window.rows, window.columns] = values
        parts = series.parts(window)
        if parts is not None:
            add_part(dataset, chunks)[:, window.rows, window.columns] = parts
        _write_maps(dataset, names, window, values, model, gaps=gaps, masked=masked)
        there = np.isfinite(values).any(axis=0)
        summary.n_with_data += int(there.sum())
        summary.n_with_gaps += int((there & (gaps > 0)).sum())
        summary.n_late += int((there & np.isnan(values[0])).sum())
        progress.report((number + 1) / len(cut), "Writing the series")
    up = netcdf.read_float(dataset, LOS_UP) if LOS_UP in dataset.variables else None
    if area is not None and pixels is not None:
        inside: Any = (pixels.rows, pixels.columns)
        area = ReferenceArea(
            area.lon_min, area.lon_max, area.lat_min, area.lat_max, mean_up(up, inside), places=area.places
        )
        area.write(dataset)
        write_reference_pixels(dataset, pixels)
        dataset.reference_kind = words
    describe_quantity(dataset, product.quantity, words)
    return summary


def _write_maps(
    dataset: Dataset,
    names: list[str],
    window: Window,
    values: Float32,
    model: MotionModel,
    *,
    gaps: npt.NDArray[np.int32],
    masked: FloatArray | None,
) -> None:
    shape = values.shape[1:]
    found = {name: result.reshape(shape) for name, result in maps_of(values.reshape(len(values), -1), model).items()}
    found["n_gaps"] = gaps
    if masked is not None:
        found["mask"] = found["mask"] * (masked[window.rows, window.columns] > 0)
    for name in names:
        dataset[name][window.rows, window.columns] = found[name]


def _add_layers(dataset: Dataset, product: RasterProduct, placement: Placement, geometry: str) -> FloatArray | None:
    """Write look vectors and heights; return the product's own mask [row, column], where it has one."""
    masked: FloatArray | None = None
    if product.quantity != LINE_OF_SIGHT:
        straight = {LOS_EAST: float(product.quantity == EAST), LOS_NORTH: 0.0, LOS_UP: 1.0}
        straight[LOS_UP] = float(product.quantity == VERTICAL)
        for name in LOOK:
            _add_layer(dataset, name, np.full(placement.grid.shape, straight[name]))
    own = dict(product.layers)
    if geometry and product.quantity == LINE_OF_SIGHT:
        own = {name: read for name, read in own.items() if name not in LOOK}
        for name, values in looks_of_geometry(geometry, placement):
            if name not in own:
                _add_layer(dataset, name, values)
        dataset.incidence_source = "GEOMETRY"
    elif LOS_UP in own:
        dataset.incidence_source = "per pixel"
    for name, values in layers_on_grid(own, placement):
        if name == "mask":
            masked = values
        else:
            _add_layer(dataset, name, values)
    return masked


def _add_layer(dataset: Dataset, name: str, values: FloatArray) -> None:
    words = "height" if name == "height" else f"unit vector to the satellite: {name[4:]} component"
    netcdf.add_variable(dataset, name, ("y", "x"), "m" if name == "height" else "1", words)[:] = values

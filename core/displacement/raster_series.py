"""Finished displacement on a grid to the file that the inversion of interferograms writes, window by window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..dates import compact
from ..errors import InputError
from ..files import netcdf
from ..files.netcdf import ReferenceArea
from ..files.outputs import check_room
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points
from ..grid.reference_pixels import ReferencePixels, area_of, rectangle, write_reference_pixels
from ..insar.frames.placement import Placement, average
from ..insar.solver.motion import MotionModel, motion_model
from ..wording import number_of
from ..work.progress import Progress, stop_if_cancelled
from .looks import layers_on_grid, looks_of_geometry, mean_up
from .motion_maps import maps_of
from .products.model import EAST, LINE_OF_SIGHT, LOOK, VERTICAL, Float32, RasterProduct
from .series_variables import MAPS, add_maps, add_series, describe_quantity

_COPIES = 10
"""Arrays [date, pixel] of four bytes that are in memory together: read, chained (8), rebased, averaged, written."""
_SAMPLES, _SAMPLE_CELLS = 8, 32
"""The median is taken over at most 8 x 8 windows of 32 x 32 cells of the result, spread evenly."""
_LARGEST_REST_MM = 1.0


@dataclass(frozen=True)
class Window:
    """Cells of the result: `rows`, `columns`; and the product's own cells in them."""

    rows: slice
    columns: slice
    own_rows: slice
    own_columns: slice


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


def window_of(placement: Placement, rows: slice, columns: slice) -> Window:
    """Return the window of some rows and columns of the result."""
    looks = placement.looks
    return Window(
        rows,
        columns,
        slice(placement.row + rows.start * looks, placement.row + rows.stop * looks),
        slice(placement.column + columns.start * looks, placement.column + columns.stop * looks),
    )


def windows(placement: Placement, n_dates: int, chunk: tuple[int, int], memory_mb: float) -> list[Window]:
    """Cut the result into windows that fit in the memory, along the product's chunks as far as that goes.

    Parameters
    ----------
    placement : Placement
        Of the result.
    n_dates : int
        Of the product, all of which are read together.
    chunk : (int, int)
        Rows and columns of the product that are stored together.
    memory_mb : float
        In MiB.
    """
    grid, looks = placement.grid, placement.looks
    cells = max(1, int(memory_mb * 2**20 / (4.0 * _COPIES * n_dates * looks * looks)))
    tall = min(grid.rows, max(1, chunk[0] // looks))
    if cells >= tall * grid.columns:
        rows, columns = min(grid.rows, cells // grid.columns // tall * tall), grid.columns
    else:
        rows, columns = tall, max(1, cells // tall)
        wide = max(1, chunk[1] // looks)
        if columns > wide:
            columns -= columns % wide
        if cells < tall:
            rows = cells
    return [
        window_of(
            placement,
            slice(row, min(row + rows, grid.rows)),
            slice(column, min(column + columns, grid.columns)),
        )
        for row in range(0, grid.rows, rows)
        for column in range(0, grid.columns, columns)
    ]


class SeriesOfWindows:
    """Reads windows of a product as the result holds them: averaged, some dates, relative to a place and a date.

    Parameters
    ----------
    product : RasterProduct
        What is read.
    placement : Placement
        Of the result.
    dates : slice
        Dates of the product in the result.
    """

    def __init__(self, product: RasterProduct, placement: Placement, dates: slice) -> None:
        self._product, self._placement, self._dates = product, placement, dates
        self.days = product.days[dates]
        self.offsets = np.zeros(self.days.size)

    def read(self, window: Window) -> Float32:
        """Return [date, row, column] in mm of a window, relative to the place and each pixel's first date."""
        values = self._product.read(window.own_rows, window.own_columns)[self._dates]
        values -= first_values(values)
        looks = self._placement.looks
        if looks > 1:
            values = np.stack([average(one, looks) for one in values])
        values = values - self.offsets.astype(np.float32)[:, None, None]
        values -= first_values(values)
        return values

    def gaps(self, window: Window) -> npt.NDArray[np.int32]:
        """Return the gaps of the window that was read last: the most of the cells that went into a pixel."""
        shape = window.rows.stop - window.rows.start, window.columns.stop - window.columns.start
        if self._product.gaps is None:
            return np.zeros(shape, dtype=np.int32)
        looks = self._placement.looks
        blocks = self._product.gaps().reshape(shape[0], looks, shape[1], looks)
        return np.asarray(blocks.max(axis=(1, 3)), dtype=np.int32)


def first_values(values: Float32) -> Float32:
    """Return the value at the first date with one [1, row, column]; 0 where there is none."""
    if np.isfinite(values[0]).all():
        return values[:1].copy()
    first = np.isfinite(values).argmax(axis=0)
    return np.nan_to_num(np.take_along_axis(values, first[None], axis=0))


def write_raster_series(
    product: RasterProduct,
    placement: Placement,
    dates: slice,
    dataset: Any,
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
        Told of progress and warnings.
    """
    grid = placement.grid
    series = SeriesOfWindows(product, placement, dates)
    area, pixels, words = _reference(product, placement, series, reference_point, progress)
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
        _write_maps(dataset, names, window, values, model, gaps, masked)
        there = np.isfinite(values).any(axis=0)
        summary.n_with_data += int(there.sum())
        summary.n_with_gaps += int((there & (gaps > 0)).sum())
        summary.n_late += int((there & np.isnan(values[0])).sum())
        progress.report((number + 1) / len(cut), "Writing the series")
    up = netcdf.read_float(dataset, "los_up") if "los_up" in dataset.variables else None
    if area is not None and pixels is not None:
        inside: Any = (pixels.rows, pixels.columns)
        area = ReferenceArea(area.lon_min, area.lon_max, area.lat_min, area.lat_max, mean_up(up, inside), area.places)
        area.write(dataset)
        write_reference_pixels(dataset, pixels)
        dataset.reference_kind = words
    describe_quantity(dataset, product.quantity, words)
    return summary


def _write_maps(
    dataset: Any,
    names: list[str],
    window: Window,
    values: Float32,
    model: MotionModel,
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


def _add_layers(dataset: Any, product: RasterProduct, placement: Placement, geometry: str) -> FloatArray | None:
    """Write look vectors and heights; return the product's own mask [row, column], where it has one."""
    masked: FloatArray | None = None
    if product.quantity != LINE_OF_SIGHT:
        straight = {"los_east": float(product.quantity == EAST), "los_north": 0.0, "los_up": 1.0}
        straight["los_up"] = float(product.quantity == VERTICAL)
        for name in LOOK:
            _add_layer(dataset, name, np.full(placement.grid.shape, straight[name]))
    own = dict(product.layers)
    if geometry and product.quantity == LINE_OF_SIGHT:
        own = {name: read for name, read in own.items() if name not in LOOK}
        for name, values in looks_of_geometry(geometry, placement):
            if name not in own:
                _add_layer(dataset, name, values)
        dataset.incidence_source = "GEOMETRY"
    elif "los_up" in own:
        dataset.incidence_source = "per pixel"
    for name, values in layers_on_grid(own, placement):
        if name == "mask":
            masked = values
        else:
            _add_layer(dataset, name, values)
    return masked


def _add_layer(dataset: Any, name: str, values: FloatArray) -> None:
    words = "height" if name == "height" else f"unit vector to the satellite: {name[4:]} component"
    netcdf.add_variable(dataset, name, ("y", "x"), "m" if name == "height" else "1", words)[:] = values


def _reference(
    product: RasterProduct,
    placement: Placement,
    series: SeriesOfWindows,
    point: tuple[float, float] | None,
    progress: Progress,
) -> tuple[ReferenceArea | None, ReferencePixels | None, str]:
    """Set what is taken from every date; return the reference area on the grid of the result, and words for it."""
    grid, reference = placement.grid, product.reference
    if point is not None:
        row, column = cell_at(grid, point)
        window = window_of(placement, slice(row, row + 1), slice(column, column + 1))
        offsets = series.read(window)[:, 0, 0].astype(np.float64)
        missing = [compact(day) for day in series.days[~np.isfinite(offsets)]]
        if missing:
            raise InputError(
                f"REFERENCE_POINT {point[0]:g} E, {point[1]:g} N has no displacement at "
                f"{number_of(len(missing), 'date')} ({', '.join(missing[:3])}): choose a place with data at all dates."
            )
        series.offsets = offsets
        pixels = rectangle(row, row + 1, column, column + 1)
        return area_of(grid, pixels, math.nan), pixels, f"the cell at {point[0]:g} E, {point[1]:g} N"
    if reference.rows is not None and reference.columns is not None:
        return _own_reference(product, placement, series, reference.rows, reference.columns, progress=progress)
    if reference.median:
        series.offsets, n_pixels = _median(placement, series)
        pixels = rectangle(0, grid.rows, 0, grid.columns)
        words = f"the median of {n_pixels} good pixels spread over the frame, at every date"
        progress.warn(
            f"{product.kind} has no spatial reference: {words}, was taken away, and with it what the whole frame has "
            "in common. REFERENCE_POINT refers it to a place instead."
        )
        return area_of(grid, pixels, math.nan), pixels, words
    return None, None, "as in the product"


def cell_at(grid: RasterGrid, point: tuple[float, float]) -> tuple[int, int]:
    """Return row and column of the cell that holds a place in degrees.

    Raises
    ------
    InputError
        Where it lies outside.
    """
    x, y = point if grid.is_geographic else transform_points([point[0]], [point[1]], GEOGRAPHIC, grid.crs)
    rows, columns = grid.index(np.atleast_1d(x), np.atleast_1d(y))
    row, column = int(rows[0]), int(columns[0])
    if not (0 <= row < grid.rows and 0 <= column < grid.columns):
        raise InputError(f"REFERENCE_POINT {point[0]:g} E, {point[1]:g} N lies outside the product or EXTENT.")
    return row, column


def _own_reference(
    product: RasterProduct,
    placement: Placement,
    series: SeriesOfWindows,
    rows: slice,
    columns: slice,
    *,
    progress: Progress,
) -> tuple[ReferenceArea | None, ReferencePixels | None, str]:
    values = product.read(rows, columns)[slice_of(product, series)]
    values = values - first_values(values)
    there = np.isfinite(values).all(axis=0)
    if there.any():
        rest = values[:, there].astype(np.float64).mean(axis=1)
        if np.abs(rest).max() > _LARGEST_REST_MM:
            progress.warn(
                f"The displacement is up to {np.abs(rest).max():.1f} mm at the reference that {product.kind} names: it "
                "is taken away, so that the series is relative to that place."
            )
        series.offsets = rest
    looks, grid = placement.looks, placement.grid
    row, row_stop = (rows.start - placement.row) // looks, -(-(rows.stop - placement.row) // looks)
    column, column_stop = (columns.start - placement.column) // looks, -(-(columns.stop - placement.column) // looks)
    if row < 0 or column < 0 or row_stop > grid.rows or column_stop > grid.columns:
        progress.warn(f"The reference of {product.kind} lies outside EXTENT: the file names none.")
        return None, None, "a place outside the file"
    pixels = rectangle(row, row_stop, column, column_stop)
    return area_of(grid, pixels, math.nan), pixels, f"that of {product.kind}"


def slice_of(product: RasterProduct, series: SeriesOfWindows) -> slice:
    """Return the dates of the product that a series has."""
    start = int(np.searchsorted(product.days, series.days[0]))
    return slice(start, start + series.days.size)


def _median(placement: Placement, series: SeriesOfWindows) -> tuple[FloatArray, int]:
    """Return the median of good pixels at every date [date], and of how many: those with most dates."""
    most = 1
    kept: list[FloatArray] = []
    for window in _samples(placement):
        values = series.read(window).reshape(series.days.size, -1)
        count = np.isfinite(values).sum(axis=0)
        if count.max(initial=0) > most:
            most, kept = int(count.max()), []
        kept.append(values[:, count == most].astype(np.float64))
    good = np.concatenate(kept, axis=1) if kept else np.zeros((series.days.size, 0))
    if not good.shape[1]:
        raise InputError("The product has no good pixel: choose another EXTENT, or other dates.")
    with np.errstate(invalid="ignore"):
        median = np.median(good, axis=1) if np.isfinite(good).all() else np.nanmedian(good, axis=1)
    return np.nan_to_num(median), good.shape[1]


def _samples(placement: Placement) -> Iterator[Window]:
    grid = placement.grid

    def pieces(size: int) -> list[slice]:
        if size <= _SAMPLES * _SAMPLE_CELLS:
            return [slice(start, min(start + _SAMPLE_CELLS, size)) for start in range(0, size, _SAMPLE_CELLS)]
        starts = np.linspace(0, size - _SAMPLE_CELLS, _SAMPLES).astype(int)
        return [slice(int(start), int(start) + _SAMPLE_CELLS) for start in starts]

    for rows in pieces(grid.rows):
        for columns in pieces(grid.columns):
            yield window_of(placement, rows, columns)

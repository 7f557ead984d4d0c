"""What the series of a finished product are relative to."""

from __future__ import annotations

import math

import numpy as np

from ..arrays import FloatArray
from ..dates import compact
from ..errors import InputError
from ..files.netcdf import ReferenceArea
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points
from ..grid.reference_pixels import ReferencePixels, area_of, rectangle
from ..insar.frames.placement import Placement
from ..wording import number_of
from ..work.progress import Progress
from .frame_median import frame_median
from .products.model import RasterProduct
from .raster_windows import SeriesOfWindows, first_values, window_of

_LARGEST_REST_MM = 1.0


def set_reference(
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
        _take(product, series, offsets)
        pixels = rectangle(row, row + 1, column, column + 1)
        return area_of(grid, pixels, math.nan), pixels, f"the cell at {point[0]:g} E, {point[1]:g} N"
    if reference.rows is not None and reference.columns is not None:
        return _own_reference(product, placement, series, reference.rows, reference.columns, progress=progress)
    if reference.median:
        median = frame_median(placement, series)
        _take(product, series, median.offsets)
        pixels = rectangle(0, grid.rows, 0, grid.columns)
        words = f"the median of {median.words} spread over the frame, at every date"
        progress.warn(
            f"{product.kind} has no spatial reference: {words}, was taken away, and with it what the whole frame has "
            "in common, most of what water load does. Stations in Line of sight to vertical give it back (STATIONS); "
            "REFERENCE_POINT refers it to a place instead."
        )
        lost = [compact(day) for day in series.days[~np.isfinite(median.offsets)]]
        if lost:
            progress.warn(
                f"{number_of(len(lost), 'date')} ({', '.join(lost[:3])}) have no good pixel among those that the "
                "median is taken of, and are left out."
            )
        return area_of(grid, pixels, math.nan), pixels, words
    return None, None, "as in the product"


def _take(product: RasterProduct, series: SeriesOfWindows, offsets: FloatArray) -> None:
    """Take offsets [date] in mm from the series: before its parts are tied where the product can do that.

    Each granule of a chain has a constant of its own. Tied by a smooth motion before those are gone, a pixel's parts
    would lie by the constants' differences apart.
    """
    if product.refer is None:
        series.offsets = offsets
        return
    every = np.zeros(product.days.size)
    every[slice_of(product, series)] = offsets
    product.refer(np.nan_to_num(every))
    series.offsets = np.where(np.isfinite(offsets), 0.0, np.nan)


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

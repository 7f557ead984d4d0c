"""Windows of a finished product's grid as the result holds them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..insar.frames.placement import Placement, average
from .products.model import Float32, RasterProduct

_COPIES = 10
"""Arrays [date, pixel] of four bytes that are in memory together: read, chained (8), rebased, averaged, written."""


@dataclass(frozen=True)
class Window:
    """Cells of the result: `rows`, `columns`; and the product's own cells in them."""

    rows: slice
    columns: slice
    own_rows: slice
    own_columns: slice


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

    def parts(self, window: Window) -> npt.NDArray[np.uint16] | None:
        """Return the part of each date of the window that was read last; None where no pixel has several.

        Where cells that went into a pixel differ, it is the part of those with most gaps before.
        """
        if self._product.parts is None or self._product.gaps is None or not self._product.gaps().any():
            return None
        looks = self._placement.looks
        rows, columns = window.rows.stop - window.rows.start, window.columns.stop - window.columns.start
        blocks = self._product.parts()[self._dates].reshape(-1, rows, looks, columns, looks)
        return np.asarray(blocks.max(axis=(2, 4)), dtype=np.uint16)


def first_values(values: Float32) -> Float32:
    """Return the value at the first date with one [1, row, column]; 0 where there is none."""
    if np.isfinite(values[0]).all():
        return values[:1].copy()
    first = np.isfinite(values).argmax(axis=0)
    return np.nan_to_num(np.take_along_axis(values, first[None], axis=0))

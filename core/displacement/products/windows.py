"""Reading windows of series that are stored as [date, row, column]."""

from __future__ import annotations

import numpy as np

from ...files import netcdf
from ...files.contract import without_sentinels
from ...files.handles import Variable
from .model import Float32, ProductReference, ReadSeries


def window_reader(variable: Variable, factor: float) -> ReadSeries:
    """Return a function that reads a window of a variable [date, row, column] in mm."""
    netcdf_of = variable.group()

    def read(rows: slice, columns: slice) -> Float32:
        stored = netcdf.read(netcdf_of, variable.name, (slice(None), rows, columns))
        values = without_sentinels(stored.astype(np.float32))[0]
        values *= np.float32(factor)
        return values

    variable.set_var_chunk_cache(size=2**20)  # windows are whole chunks: nothing is read twice
    return read


def chunk_of(variable: Variable) -> tuple[int, int]:
    """Return how many rows and columns of a variable are stored together."""
    chunks = variable.chunking()
    return (1, int(variable.shape[-1])) if chunks in ("contiguous", None) else (int(chunks[-2]), int(chunks[-1]))


def data_where_not_always_zero(read: ReadSeries, reference: ProductReference | None) -> ReadSeries:
    """Return `read` with NaN where a pixel is 0 at all dates, which is how files without a fill value mark no data.

    The cells of the reference are 0 at all dates too, and remain.
    """

    def cleaned(rows: slice, columns: slice) -> Float32:
        values = read(rows, columns)
        empty = ~(np.isfinite(values) & (values != 0)).any(axis=0)
        if reference is not None and reference.rows is not None and reference.columns is not None:
            first, left = reference.rows.start - rows.start, reference.columns.start - columns.start
            last, right = reference.rows.stop - rows.start, reference.columns.stop - columns.start
            empty[max(0, first) : max(0, last), max(0, left) : max(0, right)] = False
        values[:, empty] = np.nan
        return values

    return cleaned

"""Taking something from a series that is in its file already: what all such corrections share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ...files import netcdf
from ...files.handles import Dataset
from ...files.names import DISPLACEMENT
from ...files.raster import RasterGrid
from ...grid.reference_pixels import ReferencePixels
from ...work.blocks import RowBlock, report_each, row_blocks
from ...work.progress import Progress
from ..solver.band import Float64
from ..stack.reading import chunk_rows

Fit = Callable[[Float64], dict[str, Any]]
"""Returns the maps of the fitted motion [.., pixel], by variable, of a series [date, pixel]."""


class Correction(Protocol):
    """Something to take from a series, block of rows by block of rows."""

    def residual(self, series: Float64, block: RowBlock) -> Float64:
        """Return what is left of the series [date, pixel] of some rows, relative to anything."""


@dataclass
class Size:
    """How large what was removed is, summed up block by block."""

    largest: float = 0.0
    squares: float = 0.0
    count: int = 0

    def add(self, values: Float64) -> None:
        """Take account of values in mm; missing ones count nothing."""
        there = values[np.isfinite(values)]
        self.largest = max(self.largest, float(np.abs(there).max(initial=0.0)))
        self.squares += float(np.dot(there, there))
        self.count += there.size

    def __str__(self) -> str:
        """Return largest value and root mean square in words."""
        rms = (self.squares / max(1, self.count)) ** 0.5
        return f"largest {self.largest:.3g} mm, RMS {rms:.3g} mm over frame and dates"


def series_blocks(grid: RasterGrid) -> list[RowBlock]:
    """Return blocks of rows that are chunks of the series file: some 32,000 pixels, each read and unpacked once.

    They do not depend on MEMORY, because sums over blocks must not.
    """
    return row_blocks(grid.rows, 1.0, 2.0**-20 * chunk_rows(*grid.shape))


def read_series(dataset: Dataset, rows: slice) -> Float64:
    """Return the displacement of some rows [date, pixel]."""
    variable = dataset.variables[DISPLACEMENT]
    variable.set_auto_mask(False)  # what is missing is NaN in the file: masks would be several copies more
    try:
        values = netcdf.read(dataset, DISPLACEMENT, (slice(None), rows))
    finally:
        variable.set_auto_mask(True)
    return values.reshape(len(values), -1).astype(np.float64)


def rewrite(
    dataset: Dataset,
    grid: RasterGrid,
    correction: Correction,
    reference: ReferencePixels,
    fit: Fit,
    *,
    progress: Progress,
) -> tuple[npt.NDArray[np.float32], Size, int]:
    """Put the corrected series in place of the series, relative to the reference area and the first date.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Series file that is being written.
    grid : RasterGrid
        Of the series.
    correction : Correction
        What to take away.
    reference : ReferencePixels
        The result is relative to their mean.
    fit : function
        Gives the maps of the fitted motion that are rewritten, too.
    progress : Progress
        Hears of progress.

    Returns
    -------
    velocity : array [row, column]
        Of the corrected series.
    size : Size
        Of the difference between the series.
    n_lost : int
        Pixels that had a series and have none now, because the correction is unknown there; they are masked.
    """
    blocks = series_blocks(grid)
    mean = _mean_over(dataset, correction, blocks, reference, grid.columns)
    velocity, size = np.full(grid.shape, np.nan, dtype=np.float32), Size()
    n_lost = 0
    for block in report_each(blocks, progress, "Correcting the series"):
        series = read_series(dataset, block.rows)
        values = correction.residual(series, block) - mean[:, None]
        values -= values[0].copy()
        displacement = values.astype(np.float32)
        size.add(series - displacement)
        found = {DISPLACEMENT: displacement, **fit(_determined(dataset, displacement, block))}
        lost = np.isnan(displacement).all(axis=0) & np.isfinite(series).any(axis=0)
        if lost.any():
            n_lost += int(np.count_nonzero(lost))
            found["mask"] = np.where(lost, 0, netcdf.read(dataset, "mask", block.rows).ravel())
        for name, result in found.items():
            if name in dataset.variables:
                dataset[name][..., block.rows, :] = result.reshape(*result.shape[:-1], block.size, grid.columns)
        velocity[block.rows] = found["velocity"].reshape(block.size, -1)
    return velocity, size, n_lost


def _mean_over(
    dataset: Dataset, correction: Correction, blocks: list[RowBlock], reference: ReferencePixels, columns: int
) -> Float64:
    """Return the mean of what is left over the reference pixels with most dates [date]; 0 where they have none.

    Without a model across gaps no pixel may have all of them.
    """
    most, total, count = 1, np.zeros(1), np.zeros(1, dtype=np.intp)
    for block in blocks:  # the area may be as large as the grid
        part = reference.within(block.start, block.stop)
        if part is None:
            continue
        rows = RowBlock(part.row, part.rows.stop)
        left = correction.residual(read_series(dataset, rows.rows), rows)
        values = part.of(left.reshape(len(left), rows.size, columns)[:, :, part.columns])
        there = np.isfinite(values)
        n_dates = there.sum(axis=0)
        if n_dates.max(initial=0) > most:
            most, total, count = int(n_dates.max()), np.zeros(1), np.zeros(1, dtype=np.intp)
        best = n_dates == most
        total = total + np.where(there, values, 0.0)[:, best].sum(axis=1)
        count = count + there[:, best].sum(axis=1)
    return np.asarray(total / np.maximum(1, count))


def _determined(dataset: Dataset, displacement: npt.NDArray[np.float32], block: RowBlock) -> Float64:
    """Return a series [date, pixel] of some rows, NaN at the dates that the gap model made up."""
    stored = netcdf.read(dataset, "determined", (slice(None), block.rows))
    known = np.ma.filled(stored, 0).reshape(displacement.shape) > 0
    return np.where(known, displacement, np.nan).astype(np.float64)

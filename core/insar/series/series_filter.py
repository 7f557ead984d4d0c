"""The spatio-temporal filter on a series file of any size.

In time a filter needs all dates of a pixel, in space all pixels of a date. So what is fast in time goes to a scratch
file by blocks of rows, is smoothed in space there date by date, and is taken from the series by blocks of rows: memory
holds a block or a few maps, never the series.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

import numpy as np
import numpy.typing as npt

from ...files import netcdf
from ...files.handles import Dataset
from ...files.outputs import check_room
from ...files.raster import RasterGrid
from ...work.blocks import RowBlock, report_each
from ...work.progress import PartOf, Progress
from ..solver.band import Float64
from .series_rewriting import read_series, series_blocks
from .spatiotemporal_filter import SpatialLowPass, default_width, high_pass

_PIXELS_TOGETHER = 4096  # fixed: a matrix product's last digits depend on its shape


@dataclass(frozen=True)
class Filter:
    """A spatio-temporal filter.

    Attributes
    ----------
    wanted : bool
        Whether to filter.
    days : float
        Width in time, a standard deviation; three mean intervals between the dates where 0.
    km : float
        Width in space, a standard deviation.
    """

    wanted: bool = False
    days: float = 0.0
    km: float = 2.0

    def width_days(self, days: Float64) -> float:
        """Return the width in time for a series at `days`."""
        return self.days or default_width(days)


class SeriesFilter:
    """Finds what is smooth in space but not in time over the whole grid.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Series file that is being written, with ``displacement`` and ``mask``: masked pixels do not reach others.
    grid : RasterGrid
        Of the series.
    days : array [date]
        Of the series.
    options : Filter
        Widths.
    scratch : file
        Open for reading and writing in binary; gets as large as the uncompressed series in float32.
    progress : Progress
        Hears of progress.
    """

    def __init__(
        self,
        dataset: Dataset,
        grid: RasterGrid,
        days: Float64,
        options: Filter,
        scratch: IO[bytes],
        *,
        progress: Progress,
    ) -> None:
        self._dataset, self._grid, self._n_dates, self._scratch = dataset, grid, days.size, scratch
        self._fast_part(days, options.width_days(days), PartOf(progress, 0.0, 0.4))
        self._smooth_part(options.km, PartOf(progress, 0.4, 1.0))

    def residual(self, series: Float64, block: RowBlock) -> Float64:
        """Return the series [date, pixel] of some rows less what is smooth in space but not in time."""
        left = np.empty_like(series)
        for date, values in enumerate(series):
            np.subtract(values, self._read(date, block).ravel(), out=left[date])
        return left

    def _fast_part(self, days: Float64, width_days: float, progress: Progress) -> None:
        for block in report_each(series_blocks(self._grid), progress, "Filtering in time"):
            fast = read_series(self._dataset, block.rows)
            for start in range(0, fast.shape[1], _PIXELS_TOGETHER):
                some = slice(start, start + _PIXELS_TOGETHER)
                fast[:, some] = high_pass(fast[:, some], days, width_days)
            check_room(self._dataset.filepath())
            for date in range(self._n_dates):
                self._write(date, block, fast[date])

    def _smooth_part(self, width_km: float, progress: Progress) -> None:
        low_pass = SpatialLowPass.of_grid(self._grid, width_km)
        used = np.asarray(netcdf.read(self._dataset, "mask")) > 0
        whole = RowBlock(0, self._grid.rows)
        for date in report_each(list(range(self._n_dates)), progress, "Filtering in space"):
            self._write(date, whole, low_pass.apply(self._read(date, whole).astype(np.float64), used))

    def _seek(self, date: int, block: RowBlock) -> None:
        self._scratch.seek(4 * self._grid.columns * (date * self._grid.rows + block.start))

    def _write(self, date: int, block: RowBlock, values: Float64) -> None:
        self._seek(date, block)
        self._scratch.write(values.astype(np.float32).tobytes())

    def _read(self, date: int, block: RowBlock) -> npt.NDArray[np.float32]:
        self._seek(date, block)
        content = self._scratch.read(4 * block.size * self._grid.columns)
        return np.frombuffer(content, dtype=np.float32).reshape(block.size, -1)

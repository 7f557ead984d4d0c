"""True vertical displacement: the mean of every cell's pixels at each date, and every pixel's velocity."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR
from ..files import netcdf
from ..files.names import VERTICAL_DISPLACEMENT
from ..files.raster import RasterGrid, write_geotiff
from ..grid.ease2 import Grid
from .area import study_cells


class DisplacementTruth:
    """Gathers the true displacement, date by date.

    Parameters
    ----------
    grid : RasterGrid
        Pixels.
    days : array [date]
        Acquisitions.
    """

    def __init__(self, grid: RasterGrid, days: FloatArray) -> None:
        self._grid, self._days, self._cells = grid, days, study_cells()
        row, column = Grid("M25").index(*grid.lon_lat())
        cell = (row - self._cells.row0) * self._cells.grid.columns + (column - self._cells.column0)
        self._cell, self._size = np.ravel(cell), self._cells.grid.rows * self._cells.grid.columns
        self._count = np.bincount(self._cell, minlength=self._size)
        self._series = np.full((days.size, self._size), np.nan)
        self._rate = trend_weights(days)
        self._velocity = np.zeros(grid.shape)

    def add(self, date: int, up_mm: FloatArray) -> None:
        """Add the motion [row, column] of one date (its position)."""
        total = np.bincount(self._cell, np.ravel(up_mm), minlength=self._size)
        self._series[date] = np.where(self._count > 0, total / np.maximum(self._count, 1), np.nan)
        self._velocity += self._rate[date] * up_mm

    def write(self, series: Path, velocity: Path, note: str) -> None:
        """Write the cells' series (NetCDF, mm since the first date) and the pixels' velocity (GeoTIFF, mm/yr)."""
        relative = self._series - self._series[0]
        cells = self._cells
        with netcdf.create(
            series, "True vertical displacement of a synthetic study area", "createexample", note
        ) as out:
            out.setncatts(
                {
                    "synthetic": np.int32(1),
                    "ease_grid": "M25",
                    "ease_row0": np.int32(cells.row0),
                    "ease_col0": np.int32(cells.column0),
                    "vertical_frame": "absolute",
                }
            )
            netcdf.write_grid(out, cells.grid)
            netcdf.write_time(out, self._days)
            long_name = "true vertical displacement since the first date, mean of the cell's pixels"
            variable = netcdf.add_variable(out, VERTICAL_DISPLACEMENT, ("time", "y", "x"), "mm", long_name)
            variable[:] = relative.reshape(self._days.size, *cells.grid.shape)
        tags = {"synthetic": "1", "units": "mm/yr"}
        write_geotiff(
            velocity,
            self._velocity.astype(np.float32),
            self._grid,
            description="true vertical velocity, mm/yr",
            metadata=tags,
        )


def trend_weights(days: FloatArray) -> FloatArray:
    """Return weights [date] whose sum with a series is its rate per year, fitted with the terms of a year.

    Below a year and a half the terms of the year cannot be separated from the rate, and the fit is a straight line.
    """
    years = (days - days[0]) / DAYS_PER_YEAR
    columns = [np.ones_like(years), years]
    if years[-1] >= 1.5:
        columns += [np.cos(2 * np.pi * years), np.sin(2 * np.pi * years)]
    return np.asarray(np.linalg.pinv(np.stack(columns, axis=1))[1])

"""The members before they have seen any observation: the open loop, epoch by epoch."""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Protocol

import numpy as np

from ...arrays import BoolArray, FloatArray
from ...files.raster import RasterGrid
from ...geodesy import EARTH_RADIUS
from ..errors.prior_errors import ErrorField, PriorErrors, additive, lognormal, relative_errors
from ..inputs.storage import StorageSeries
from ..options import AssimilationOptions


class Prior(Protocol):
    """Gives the open loop's members at epochs that follow each other in time.

    Attributes
    ----------
    errors : PriorErrors, optional
        What goes on from epoch to epoch; None where nothing does.
    """

    errors: PriorErrors | None

    def members(self, day: float) -> FloatArray:
        """Return the members [member, cell] at `day`."""


class StoredMembers:
    """The members that the file holds.

    Parameters
    ----------
    storage : StorageSeries
        Ensemble.
    cells : array [row, column] of bool
        Which cells are wanted.
    """

    def __init__(self, storage: StorageSeries, cells: BoolArray) -> None:
        self._storage, self._cells = storage, cells
        self.errors: PriorErrors | None = None

    def members(self, day: float) -> FloatArray:
        """Return the members [member, cell] at `day`."""
        return self._storage.at(day)[:, self._cells]


class DrawnMembers:
    """A single series and draws of the error model around it.

    Parameters
    ----------
    series : array [epoch, cell]
        The series at `days`.
    days : array [epoch]
        All epochs.
    errors : PriorErrors
        Of unit variance.
    options : AssimilationOptions
        Size and kind of the errors.

    Raises
    ------
    InputError
        Where errors are to be lognormal and storage is not positive.
    """

    def __init__(self, series: FloatArray, days: FloatArray, errors: PriorErrors, options: AssimilationOptions) -> None:
        self._series, self._std = series, options.prior_error_mm
        self.errors: PriorErrors | None = errors
        self._number = {float(day): number for number, day in enumerate(days)}
        self._relative = None
        if options.prior_error_model == "lognormal":
            self._relative = relative_errors(series.mean(axis=0), float(series.min()), self._std)

    def members(self, day: float) -> FloatArray:
        """Return the members [member, cell] at `day`."""
        assert self.errors is not None
        storage, errors = self._series[self._number[day]], self.errors.advance(day)
        if self._relative is None:
            return additive(storage, errors, self._std)
        return lognormal(storage, errors, self._relative)


def prior_errors(grid: RasterGrid, cells: BoolArray, options: AssimilationOptions, pool: Executor) -> PriorErrors:
    """Return the errors of a single series on the chosen cells [row, column] of its grid."""
    field = ErrorField.create(grid.shape, spacing_km(grid), options.prior_correlation_length_km)
    return PriorErrors(field, cells, options.members, options.seed, options.error_memory_days, pool=pool)


def spacing_km(grid: RasterGrid) -> tuple[float, float]:
    """Return the true distance of neighbouring rows and of neighbouring columns in the middle of an equal-area grid.

    Cells of equal area are flatter the further they are from the equator; on a window the middle stands for all.
    """
    row, column = grid.rows // 2, grid.columns // 2
    corner = grid.window(row, column, 2, 2)
    lon, lat = (np.radians(values) for values in corner.lon_lat())
    south_north = EARTH_RADIUS / 1e3 * float(abs(lat[0, 0] - lat[1, 0]))
    east_west = EARTH_RADIUS / 1e3 * float(abs(lon[0, 1] - lon[0, 0]) * np.cos(lat[0, 0]))
    return south_north, east_west

"""The modelled storage of a file, at the epochs of the observations."""

from __future__ import annotations

import numpy as np

from ...arrays import BoolArray, FloatArray
from ...errors import InputError
from ...files.handles import Dataset
from ...files.names import TWS
from ...files.netcdf import read_days, read_float, read_grid

VARIABLE = TWS


class StorageSeries:
    """Reads storage at any day between the first and the last of the file, linearly between its times.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open storage file; it stays open as long as this reads.

    Attributes
    ----------
    grid : RasterGrid
        Cells of the file.
    days : array [time]
        Times of the file, days since 2000-01-01.
    members : int
        Members in the file; 0 where it holds a single series.

    Raises
    ------
    InputError
        Where dimensions or times are not those of a storage file.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        if getattr(dataset, "from_displacement", 0):
            raise InputError(
                f"{dataset.filepath()} was made from displacement (Displacement to storage without a model): as the "
                "storage of an assimilation the same data would count twice. Give a land model's storage."
            )
        dimensions = dataset.variables[VARIABLE].dimensions
        if dimensions not in (("time", "y", "x"), ("member", "time", "y", "x")):
            raise InputError(
                f"{dataset.filepath()}: '{VARIABLE}' has the dimensions {', '.join(dimensions)}; time, y, x are needed "
                "(and member before them for an ensemble). Import the storage first."
            )
        self.grid = read_grid(dataset)
        self.days = read_days(dataset)
        self.members = len(dataset.dimensions["member"]) if dimensions[0] == "member" else 0
        if self.members == 1:
            raise InputError(
                f"{dataset.filepath()} holds one member, which has no spread: give two or more, or a single series "
                "without the dimension 'member'."
            )
        if self.days.size == 0 or not np.all(np.diff(self.days) > 0):
            raise InputError(f"{dataset.filepath()}: the times must increase from each to the next.")
        self._kept: dict[int, FloatArray] = {}

    def covers(self, days: FloatArray) -> BoolArray:
        """Return which of `days` [..] lie between the first and the last time of the file, both included."""
        inside: BoolArray = (days >= self.days[0]) & (days <= self.days[-1])
        return inside

    def at(self, day: float) -> FloatArray:
        """Return the storage [member, row, column] at a day that the file covers; one member for a single series."""
        later = int(np.searchsorted(self.days, day))
        if self.days[later] == day:
            return self._slice(later)
        part = (day - self.days[later - 1]) / (self.days[later] - self.days[later - 1])
        between: FloatArray = (1 - part) * self._slice(later - 1) + part * self._slice(later)
        return between

    def _slice(self, index: int) -> FloatArray:
        if index not in self._kept:
            # Epochs come in order: the two times around the last one are all that can be wanted again.
            self._kept = {number: values for number, values in self._kept.items() if number == index - 1}
            where = (slice(None), index) if self.members else (slice(index, index + 1),)
            self._kept[index] = read_float(self._dataset, VARIABLE, where)
        return self._kept[index]


def means_at(storage: StorageSeries, days: FloatArray) -> FloatArray:
    """Return the mean over the members [epoch, row, column] at `days` [epoch]; NaN where any member is."""
    means = np.empty((days.size, *storage.grid.shape))
    for number, day in enumerate(days):
        means[number] = storage.at(float(day)).mean(axis=0)
    return means

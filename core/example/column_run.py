"""Storage that is a run of the Catchment model: columns on a coarse net, and a smooth field between them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..files.raster import RasterGrid
from ..land.catchment import CatchmentModel, Forcing, Parameters, cold_start
from ..land.sun import months_around
from ..land.weather import Disaggregator, Timing, Values
from ..work.progress import Progress, stop_if_cancelled
from .ground_motion import spline_matrix
from .weather import STEP_HOURS, Weather

_START_TEMPERATURE_K, _START_MOISTURE = 287.0, 0.28


class ArrayWeather:
    """Weather in memory, as the land model's other sources give it.

    Parameters
    ----------
    weather : Weather
        At the columns [step, tile].
    """

    def __init__(self, weather: Weather) -> None:
        self._values = weather.values
        self.timing = Timing(float(weather.days[0]), STEP_HOURS / 24.0, weather.days.size)
        self.name, self.height, self.synthetic = "synthetic weather", 10.0, True
        self.notes: list[str] = []
        self.at_stamp: frozenset[str] = frozenset()

    def read(self, first: int, count: int) -> Values:
        """Return the variables of `count` steps from `first` on [step, tile]."""
        return {name: np.asarray(values[first : first + count]) for name, values in self._values.items()}


def run_columns(
    weather: Weather, lon: FloatArray, lat: FloatArray, parameters: Parameters, progress: Progress
) -> FloatArray:
    """Return the storage [day, tile] in mm, daily means, of columns at places [tile] in degrees."""
    source = ArrayWeather(weather)
    steps = Disaggregator(source, lon, lat)
    model = CatchmentModel(parameters)
    state = cold_start(parameters, _START_TEMPERATURE_K, _START_MOISTURE)
    n_days = source.timing.count * STEP_HOURS // 24
    storage = np.empty((n_days, parameters.tiles))
    for number in range(n_days):
        stop_if_cancelled(progress)
        day = source.timing.start + number
        values = steps.day(day)
        weight, month, following = months_around(day)
        total = np.zeros(parameters.tiles)
        count = values["coszen"].shape[0]
        for step in range(count):
            now = {name: array[step] for name, array in values.items()}
            state, fluxes = model.step(state, Forcing(w1=weight, mo1=month, mo2=following, **now), steps.dt)
            total += fluxes.tws
        storage[number] = total / count
        progress.report((number + 1) / n_days)
    return storage


class ColumnStorage:
    """Daily storage of columns on a geographic net, bicubic between them: same use as :class:`.StorageField`.

    Parameters
    ----------
    net : RasterGrid
        Its cells' centres are the columns.
    first_day : float
        Day number of the first value.
    storage : array [day, column]
        In mm.
    """

    def __init__(self, net: RasterGrid, first_day: float, storage: FloatArray) -> None:
        self._net, self._first_day, self._storage = net, first_day, storage

    def series(self, days: npt.ArrayLike) -> FloatArray:
        """Return the times' part [column, time] on whole days [time]."""
        position = np.asarray(np.floor(days), dtype=np.intp) - int(self._first_day)
        if position.min() < 0 or position.max() >= self._storage.shape[0]:
            raise ValueError("the columns were not run on all of these days")
        return np.asarray(self._storage[position].T)

    def patterns(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the places' part [column, point] at points [point] in degrees."""
        to_row = spline_matrix(self._net.y[::-1], np.ravel(np.asarray(lat, np.float64)))[:, ::-1]
        to_column = spline_matrix(self._net.x, np.ravel(np.asarray(lon, np.float64)))
        both = to_row[:, :, None] * to_column[:, None, :]
        return np.asarray(both.reshape(both.shape[0], -1).T)

    def values(self, days: npt.ArrayLike, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the storage [time, point] in mm."""
        return np.asarray(self.series(days).T @ self.patterns(lon, lat))

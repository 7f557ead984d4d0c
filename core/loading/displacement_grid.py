"""Products that are displacement already: grids of GFZ's ESMGFZ and of the International Mass Loading Service."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS, VERTICAL_DISPLACEMENT
from ..work.progress import Progress

_UP_NAMES = (
    "duv",
    "u_v",
    "up",
    "d_up",
    "dup",
    "u_up",
    "uplift",
    "disp_up",
    VERTICAL_DISPLACEMENT,
    "vertical",
    "du",
    "u",
)
"""Names (small letters) of upward displacement: ESMGFZ has ``duV``; tried in this order."""
_MILLIMETRES = {
    "mm": 1.0, "millimeter": 1.0, "millimetre": 1.0, "millimeters": 1.0, "millimetres": 1.0, "cm": 10.0, "m": 1000.0,
    "meter": 1000.0, "metre": 1000.0, "meters": 1000.0, "metres": 1000.0,
}  # fmt: skip
_TIMES = ("time", "valid_time", "epoch")
_LARGEST_MM = 500.0
"""No surface load moves the ground further: a larger value is in another unit or stands for none."""
_FULL_TURN = 360.0
_REACH_STEPS = 1.0


class DisplacementGrid:
    """Upward displacement on a grid of longitude and latitude along time, looked up between its nodes.

    Parameters
    ----------
    dataset
        Open file.

    Attributes
    ----------
    path : str
        Of the file.
    name : str
        Of the variable.
    days : array [time]
        Days since 2000-01-01.

    Raises
    ------
    InputError
        Where the displacement has no unit, or time or places are not regular.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.path = dataset.filepath()
        self._dataset = dataset
        self.name = displacement_variable(dataset) or ""
        variable = dataset.variables[self.name]
        unit = netcdf.attribute(variable, "units").lower().strip()
        if unit not in _MILLIMETRES:
            raise InputError(
                f"{self.path}: the displacement '{self.name}' is in '{unit or 'no unit'}'; mm, cm or m are known. "
                "Write the attribute 'units' into the file."
            )
        self._scale = _MILLIMETRES[unit]
        x_name, y_name = netcdf.coordinate_names(dataset)
        time = next((name for name in variable.dimensions if name.lower() in _TIMES), "")
        if variable.dimensions != (time, y_name, x_name):
            raise InputError(
                f"{self.path}: '{self.name}' must have the dimensions time, latitude, longitude; it has "
                f"{', '.join(variable.dimensions)}."
            )
        self.days = netcdf.read_days(dataset, time)
        self._lon, self._lat = netcdf.read_float(dataset, x_name), netcdf.read_float(dataset, y_name)
        for nodes, name in ((self._lon, x_name), (self._lat, y_name)):
            steps = np.diff(nodes)
            if nodes.size < 2 or np.any(np.abs(steps - steps[0]) > 1e-3 * np.abs(steps[0])):
                raise InputError(f"{self.path}: the coordinate '{name}' is not regularly spaced.")

    def at(self, days: FloatArray, lon: FloatArray, lat: FloatArray, progress: Progress) -> FloatArray:
        """Return the displacement [day, place] in mm, linear in time and bilinear in space.

        Parameters
        ----------
        days : array [day]
            Days since 2000-01-01.
        lon, lat : array [place]
            Geodetic degrees.
        progress : Progress
            Called after every date.

        Raises
        ------
        InputError
            Where the file does not reach over the days or the places, or has no value there.
        """
        lower, part = self._between(days)
        corners, weights = self._corners(lon, lat)
        fields: dict[int, FloatArray] = {}
        result = np.empty((days.size, lon.size))
        for k, (first, share) in enumerate(zip(lower, part)):
            for number in {int(first), min(int(first) + 1, self.days.size - 1)} - fields.keys():
                fields[number] = self._field(number, corners, weights)
            after = min(int(first) + 1, self.days.size - 1)
            result[k] = (1 - share) * fields[int(first)] + share * fields[after]
            fields = {number: field for number, field in fields.items() if number >= int(first)}
            progress.report((k + 1) / days.size, "Displacement by the product")
        return result

    def _between(self, days: FloatArray) -> tuple[IntArray, FloatArray]:
        own = self.days
        step = float(np.diff(own).max()) if own.size > 1 else 0.0
        if days.min() < own[0] - _REACH_STEPS * step or days.max() > own[-1] + _REACH_STEPS * step:
            raise InputError(
                f"{self.path} covers {date_of(own[0])} to {date_of(own[-1])}, but its displacement is needed from "
                f"{date_of(float(days.min()))} to {date_of(float(days.max()))}: join the files of all years."
            )
        lower = np.clip(np.searchsorted(own, days, side="right") - 1, 0, max(own.size - 2, 0))
        upper = np.minimum(lower + 1, own.size - 1)
        part = np.clip((days - own[lower]) / np.maximum(own[upper] - own[lower], 1e-9), 0.0, 1.0)
        return lower, part

    def _corners(self, lon: FloatArray, lat: FloatArray) -> tuple[tuple[IntArray, ...], FloatArray]:
        """Return rows and columns of the four nodes about each place, [4, place] each, and their weights."""
        dx, dy = float(self._lon[1] - self._lon[0]), float(self._lat[1] - self._lat[0])
        turns = abs(self._lon.size * dx) > _FULL_TURN - abs(dx) / 2
        x = ((lon - self._lon[0]) % _FULL_TURN) / dx if dx > 0 else (lon - self._lon[0]) / dx
        y = (lat - self._lat[0]) / dy
        column, row = np.floor(x).astype(int), np.clip(np.floor(y).astype(int), 0, self._lat.size - 2)
        inside = (y > -0.51) & (y < self._lat.size - 0.49)
        if not turns:
            inside &= (x >= 0) & (x <= self._lon.size - 1)
            column = np.clip(column, 0, self._lon.size - 2)
        if not inside.all():
            raise InputError(f"{self.path} does not reach over all places of the observations: give a larger grid.")
        along, across = x - column, np.clip(y - row, 0.0, 1.0)
        columns = np.stack([column, column + 1, column, column + 1]) % self._lon.size
        rows = np.stack([row, row, row + 1, row + 1])
        weights = np.stack([(1 - along) * (1 - across), along * (1 - across), (1 - along) * across, along * across])
        return (rows, columns), np.asarray(weights)

    def _field(self, number: int, corners: tuple[IntArray, ...], weights: FloatArray) -> FloatArray:
        values = self._scale * netcdf.read_float(self._dataset, self.name, number)[corners[0], corners[1]]
        used = np.where(weights > 1e-9, values, 0.0)
        if not np.all(np.isfinite(used)) or np.abs(used).max() > _LARGEST_MM:
            raise InputError(
                f"{self.path}: '{self.name}' has no value, or one beyond {_LARGEST_MM:g} mm, at some places of the "
                f"observations on {date_of(float(self.days[number]))}."
            )
        return np.asarray(np.sum(weights * used, axis=0))


def displacement_variable(dataset: Dataset) -> str | None:
    """Return the name of the upward displacement of a product on longitude and latitude, None where there is none."""
    names = {name.lower(): name for name, variable in dataset.variables.items() if variable.ndim == 3}
    if TWS in names:
        return None
    return next((names[name] for name in _UP_NAMES if name in names), None)


def is_displacement(path: Path) -> bool:
    """Return whether a file holds displacement instead of a load."""
    with netcdf.open_dataset(Path(path)) as dataset:
        return displacement_variable(dataset) is not None

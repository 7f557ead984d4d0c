"""The days of the months in gridded files: bounds of times, the table of solutions, or the file's name."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from .level2_header import days_of_solution
from .months import calendar_window, grace_month, known_solutions

_LAST_RESORT = "days since 2002-01-01"
_ROUNDING_DAYS = 1e-6


def windows_of(dataset: Dataset, name: str, warn: Callable[[str], None]) -> FloatArray:
    """Return first day and end (exclusive) of each solution in a file [month, 2], in days since 2000-01-01.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open file.
    name : str
        Of the file, for messages, and for its days where it has no times.
    warn : callable
        Called where the days are not in the file.

    Returns
    -------
    array [month, 2]
        From the bounds of its times; where there are none, from the table of solutions or the calendar month.

    Raises
    ------
    InputError
        Where neither the file nor its name says.
    """
    time_name = next((each for each in ("time", "Time", "TIME", "t") if each in dataset.variables), None)
    if time_name is None:
        return np.array([days_of_name(name)])
    time = dataset.variables[time_name]
    units = netcdf.attribute(time, "units")
    if not units:
        epoch = netcdf.attribute(dataset, "time_epoch")
        units = f"days since {epoch}" if epoch else _LAST_RESORT
    given = netcdf.attribute(time, "bounds") or "time_bounds"
    bounds = next((each for each in (given, "time_bounds", "time_bnds") if each in dataset.variables), None)
    if bounds is not None:
        days = netcdf.read_days(dataset, bounds, units)
        edges = days.T if days.ndim == 2 and days.shape[1] != 2 and days.shape[0] == 2 else days.reshape(-1, 2)
        return np.asarray(np.floor(edges + _ROUNDING_DAYS))
    middles = np.atleast_1d(netcdf.read_days(dataset, time_name, units))
    warn(
        f"{name} does not say which days its months used: they are taken from the table of CSR's and JPL's solutions, "
        "or the calendar month."
    )
    return np.array([_window_about(day) for day in middles])


def days_of_name(name: str) -> tuple[float, float]:
    """Return first day and the day after the last by a file's name.

    Raises
    ------
    InputError
        Where the name has no days.
    """
    start, end = days_of_solution("", "", name)
    return float(start), float(end)


def _window_about(middle: float) -> tuple[float, float]:
    """Days of the known solution whose middle this is, else of the calendar month that holds it."""
    if not np.isfinite(middle):
        raise InputError("A time of a month is missing: complete the file's times.")
    for solution in known_solutions():
        if abs((solution.start + solution.end) / 2 - middle) <= 0.5:
            return float(solution.start), float(solution.end)
    day = date_of(middle)
    start, end = calendar_window(grace_month(day.year, day.month))
    return float(start), float(end)

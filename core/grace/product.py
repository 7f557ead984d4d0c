"""What every GRACE product is to the import: solutions with their days, and storage on any EASE-Grid window."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import date_of, day_number
from ..errors import InputError
from ..files.raster import RasterGrid
from .months import find_solution, label, middle_months, month_numbers, repeated, short_solutions

Area = tuple[float, float, float, float]
"""lon_min, lon_max, lat_min, lat_max in degrees."""

GLOBE: Area = (-180.0, 180.0, -90.0, 90.0)
SANE_MM = 20_000.0
"""Storage anomalies beyond this are no anomalies: the ice sheets lost less than half of it since 2002."""


@dataclass(frozen=True)
class Solutions:
    """The monthly solutions of a product.

    Attributes
    ----------
    windows : array [month, 2]
        First day, and the day after the last, in days since 2000-01-01.
    months : array [month]
        GRACE months.
    unused : tuple of tuple of int
        Days between them that the solution left out, where the table of solutions or the file knows.
    """

    windows: FloatArray
    months: IntArray
    unused: tuple[tuple[int, ...], ...]

    @property
    def days_used(self) -> IntArray:
        """Number of days that each solution used [month]."""
        lengths = np.rint(self.windows[:, 1] - self.windows[:, 0]).astype(np.int64)
        return np.asarray(lengths - [len(days) for days in self.unused])

    def chosen(self, start: date | None, end: date | None) -> IntArray:
        """Return the indices of the solutions whose middle lies between two dates (inclusive), by time."""
        middles = self.windows.mean(axis=1)
        inside = np.ones(len(middles), dtype=bool)
        if start is not None:
            inside &= middles >= day_number(start)
        if end is not None:
            inside &= middles <= day_number(end) + 1
        order = np.argsort(middles, kind="stable")
        return np.asarray(order[inside[order]])


def make_solutions(
    windows: FloatArray,
    centre: str,
    source: str,
    unused: Sequence[tuple[int, ...] | None] | None = None,
    names: Sequence[str] | None = None,
) -> Solutions:
    """Return solutions with their labels, and unused days from the table where the file gives none.

    Parameters
    ----------
    windows : array [month, 2]
        Days since 2000-01-01.
    centre : str
        Whose days to prefer where the table has several: ``CSR``, ``JPL``.
    source : str
        Name of the file or folder, for messages.
    unused : sequence, optional
        Days left out as the files give them; None where one does not say.
    names : sequence of str, optional
        What each solution comes from, for messages.

    Returns
    -------
    Solutions
        In the order given. Solutions of days or weeks are labelled by the month of their middle, several alike.

    Raises
    ------
    InputError
        Where days cannot be read, or two solutions are of the same days.
    """
    if len(windows) == 0 or not np.all(np.isfinite(windows)) or np.any(windows[:, 1] <= windows[:, 0]):
        raise InputError(f"{source}: the first and last days of the solutions cannot be read: download it again.")
    short = short_solutions(windows)
    for first, second in repeated(windows):
        of_whom = f": {names[first]} and {names[second]}" if names is not None and names[first] != names[second] else ""
        day = date_of(windows[first, 0]).isoformat()
        what = day if short else label(int(middle_months(windows[first])[0]))
        raise InputError(
            f"{source}: {what} is there twice, with the same days{of_whom}. Take one of them out: a month counts once."
        )
    try:
        months = middle_months(windows) if short else month_numbers(windows, centre)
    except InputError as error:
        raise InputError(f"{source}: {error}") from None
    days = []
    for number, (start, end) in enumerate(windows):
        given = unused[number] if unused is not None else None
        if given is None:
            known = find_solution(start, end, centre)
            given = known.unused if known else ()
        days.append(tuple(day for day in given if start <= day < end))
    return Solutions(windows, months, tuple(days))


class Product(ABC):
    """A GRACE product that is open for reading.

    Attributes
    ----------
    name : str
        Such as ``CSR RL06 mascons``.
    baseline : str
        Months whose mean the values are anomalies of, in words.
    solutions : Solutions
        In the order of the product.
    area : tuple
        lon_min, lon_max, lat_min, lat_max that it covers.
    has_uncertainty : bool
        Whether :meth:`storage` gives one.
    has_leakage : bool
        Whether it gives the product's own estimate of what leaked in from around.
    attributes : dict
        To be handed on in the result.
    """

    name: str
    baseline: str
    solutions: Solutions
    area: Area
    has_uncertainty: bool
    has_leakage: bool = False
    attributes: dict[str, str | int | float]

    def mascons(self, target: RasterGrid) -> IntArray | None:
        """Return the number of the mascon that holds each cell of `target` [row, column]; None where there are none."""
        return None

    def with_values(self, indices: IntArray) -> tuple[IntArray, list[str]]:
        """Return the solutions `indices` that have a value anywhere, and the months of the others."""
        return indices, []

    @abstractmethod
    def storage(self, target: RasterGrid, indices: IntArray) -> Iterator[Month]:
        """Yield the solutions `indices` on the cells of `target`, one at a time."""


@dataclass(frozen=True)
class Month:
    """Storage of one solution.

    Attributes
    ----------
    tws : array [row, column]
        mm w.e.
    uncertainty : array [row, column], optional
        One standard deviation in mm.
    notes : tuple of str
        What the user should know.
    leakage : array [row, column], optional
        Storage in mm that leaked in from around, as the product estimates it; it is part of `tws`.
    """

    tws: FloatArray
    uncertainty: FloatArray | None = None
    notes: tuple[str, ...] = field(default=())
    leakage: FloatArray | None = None


def check_sane(values: FloatArray, month: int, source: str, unit: str) -> None:
    """Raise where storage [..] in mm cannot be an anomaly: a wrong unit or missing values that are not marked."""
    largest = np.nanmax(np.abs(values), initial=0.0)
    if largest > SANE_MM:
        raise InputError(
            f"{source}: storage of {largest / 1000:.4g} m in {label(month)} is no anomaly: the unit ({unit}) is wrong "
            "or missing values are not marked as such. Check the file's attributes."
        )

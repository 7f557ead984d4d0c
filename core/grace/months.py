"""GRACE months: the labels of monthly solutions, the days that they used, and the months that are missing.

A solution's label is the calendar month that holds its middle; where two solutions claim one label, one of them moves
to the free neighbour. The table ``data/solutions.csv`` holds the first and last day and the unused days of the
solutions of CSR and JPL; files seldom carry the latter.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..dates import date_of, day_number
from ..errors import InputError

_TABLE = Path(__file__).resolve().parent / "data" / "solutions.csv"
_TOLERANCE_DAYS = 1.0
LONGEST_SHORT_DAYS = 12
"""A solution of at most so many days is none of a month: the shortest official one spans 13."""
_SAME_SHARE = 0.75
"""Solutions that share more of the shorter one's days are the same month twice: official ones share up to 0.63."""


def grace_month(year: int, month: int) -> int:
    """Return the GRACE month: 12 (year - 2002) + month; April 2002 is 4."""
    return 12 * (year - 2002) + month


def label(month: int) -> str:
    """Return a GRACE month as ``2019-02``."""
    return f"{2002 + (month - 1) // 12}-{(month - 1) % 12 + 1:02d}"


def calendar_window(month: int) -> tuple[int, int]:
    """Return the first day of the calendar month, and of the next, in days since 2000-01-01."""
    first = date(2002 + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    following = date(2002 + month // 12, month % 12 + 1, 1)
    return day_number(first), day_number(following)


@dataclass(frozen=True)
class Solution:
    """One monthly solution of a processing centre.

    Attributes
    ----------
    centre : str
        ``CSR`` or ``JPL``.
    month : int
        GRACE month.
    start, end : int
        First day and the day after the last, in days since 2000-01-01.
    unused : tuple of int
        Days between them that were left out.
    """

    centre: str
    month: int
    start: int
    end: int
    unused: tuple[int, ...]


@functools.lru_cache(maxsize=1)
def known_solutions() -> tuple[Solution, ...]:
    """Return the shipped table of solutions in the order of centre and time."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(
            Solution(
                row["centre"],
                int(row["grace_month"]),
                day_number(date.fromisoformat(row["start"])),
                day_number(date.fromisoformat(row["end"])) + 1,
                _days_of(row["unused"]),
            )
            for row in rows
        )


def _days_of(text: str) -> tuple[int, ...]:
    """Return the days in a list of dates and ranges such as ``2019-02-08/2019-02-20 2019-03-01``."""
    days: list[int] = []
    for part in text.split():
        first, _, last = part.partition("/")
        begin, end = date.fromisoformat(first), date.fromisoformat(last or first)
        days.extend(day_number(begin + timedelta(days=step)) for step in range((end - begin).days + 1))
    return tuple(days)


def find_solution(start: float, end: float, centre: str = "") -> Solution | None:
    """Return the solution with these first day and end (exclusive), to one day; of `centre` where it has one."""
    near = [
        solution
        for solution in known_solutions()
        if abs(solution.start - start) <= _TOLERANCE_DAYS and abs(solution.end - end) <= _TOLERANCE_DAYS
    ]
    near.sort(key=lambda each: (each.centre != centre, abs(each.start - start) + abs(each.end - end)))
    return near[0] if near else None


def month_numbers(windows: npt.ArrayLike, centre: str = "") -> IntArray:
    """Return the GRACE month of each solution [window] from its days [window, 2] (start, end exclusive).

    Solutions in the shipped table have the label given there. The others are labelled by their middle; where that
    label is taken, the solution whose middle lies nearer to a free neighbouring month moves there.

    Raises
    ------
    InputError
        Where two solutions claim a month and no neighbour is free: the file holds a month twice.
    """
    edges = np.asarray(windows, dtype=np.float64).reshape(-1, 2)
    known = [find_solution(start, end, centre) for start, end in edges]
    numbers = [solution.month if solution else _middle_month(*edges[i]) for i, solution in enumerate(known)]
    fixed = [solution is not None for solution in known]
    return _separate(edges, numbers, fixed)


def short_solutions(windows: npt.ArrayLike) -> bool:
    """Return True where all solutions [window, 2] are of days or weeks, not of months."""
    edges = np.asarray(windows, dtype=np.float64).reshape(-1, 2)
    return bool(np.all(edges[:, 1] - edges[:, 0] <= LONGEST_SHORT_DAYS))


def middle_months(windows: npt.ArrayLike) -> IntArray:
    """Return the month that holds the middle of each solution [window, 2]; months may repeat."""
    return np.array([_middle_month(*window) for window in np.asarray(windows, dtype=np.float64).reshape(-1, 2)])


def repeated(windows: npt.ArrayLike) -> list[tuple[int, int]]:
    """Return pairs of places of solutions [window, 2] that are of the same days."""
    edges = np.asarray(windows, dtype=np.float64).reshape(-1, 2)
    order = np.argsort(edges.mean(axis=1), kind="stable")
    found = []
    for first, second in zip(order, order[1:]):
        shared = min(edges[first, 1], edges[second, 1]) - max(edges[first, 0], edges[second, 0])
        shorter = min(edges[first, 1] - edges[first, 0], edges[second, 1] - edges[second, 0])
        if shared > _SAME_SHARE * shorter:
            found.append((int(first), int(second)))
    return found


def _middle_month(start: float, end: float) -> int:
    # Half a day back: the middle of an even number of days lies on the edge of two days, and belongs to the first.
    middle = date_of((start + end - 1) / 2)
    return grace_month(middle.year, middle.month)


def _separate(edges: FloatArray, numbers: list[int], fixed: Sequence[bool]) -> IntArray:
    """Move solutions of the same label to the free month next to it, the nearest first."""
    middles = edges.mean(axis=1)
    for _ in range(len(numbers)):
        taken = set(numbers)
        doubles = sorted({n for n in numbers if numbers.count(n) > 1})
        if not doubles:
            return np.array(numbers, dtype=np.int64)
        month = doubles[0]
        moves = [
            (abs(middles[i] - sum(calendar_window(month + step)) / 2), i, step)
            for i in range(len(numbers))
            for step in (-1, 1)
            if numbers[i] == month and not fixed[i] and month + step not in taken
        ]
        if not moves:
            raise InputError(f"The month {label(month)} is there twice: leave one of its solutions out.")
        _, moved, step = min(moves)
        numbers[moved] += step
    raise InputError("The months of the solutions cannot be distinguished: check their start and end days.")


def gaps(numbers: npt.ArrayLike) -> list[int]:
    """Return the months between the first and the last of `numbers` [month] that have no solution."""
    have = np.unique(np.asarray(numbers, dtype=np.int64))
    if have.size == 0:
        return []
    return [int(month) for month in range(int(have[0]), int(have[-1]) + 1) if month not in set(have.tolist())]

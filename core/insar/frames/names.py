"""Pairs of dates in names: ``YYYYMMDD_YYYYMMDD`` or ``YYMMDD_YYMMDD``, the earlier or the later first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ...dates import with_compact_dates
from ...errors import InputError
from ...wording import number_of
from .pairs import PairFiles

PAIR = re.compile(r"(\d{8}|\d{6})_(\d{8}|\d{6})(?!\d)")
TWO_DATES = re.compile(r"(?<!\d)(\d{8}|\d{6})[_-](\d{8}|\d{6})(?!\d)")
_CENTURY = 80
"""Two digits of a year from this on are of the last century: there was no interferometer in orbit before 1978."""


@dataclass(frozen=True)
class PairDates:
    """The dates of a pair.

    Attributes
    ----------
    first, second : date
        Earlier and later.
    turned : bool
        Whether the name has the later first.
    """

    first: date
    second: date
    turned: bool = False

    @property
    def name(self) -> str:
        """``YYYYMMDD_YYYYMMDD``, the earlier first."""
        return f"{self.first:%Y%m%d}_{self.second:%Y%m%d}"


def parse_compact(text: str) -> date:
    """Return the date that ``YYYYMMDD`` or ``YYMMDD`` stands for.

    Raises
    ------
    InputError
        Where it is none.
    """
    if len(text) == 6:
        text = ("19" if int(text[:2]) >= _CENTURY else "20") + text
    try:
        return datetime.strptime(text, "%Y%m%d").date()
    except ValueError:
        raise InputError(f"'{text}' is not a date: write it as YYYYMMDD.") from None


def is_of_dates(match: re.Match[str]) -> bool:
    """Return whether what :data:`TWO_DATES` found are meant as dates: six digits must be a date, eight may be wrong."""
    if len(match[1]) != len(match[2]):
        return False
    if len(match[1]) == 8:
        return True
    return not isinstance(dates_of_pair(f"{match[1]}_{match[2]}"), str)


def dates_of_pair(name: str) -> PairDates | str:
    """Return the dates of ``YYYYMMDD_YYYYMMDD`` or ``YYMMDD_YYMMDD``, or what is wrong with them.

    Those of four-digit years may be parted: ``2019-03-05_2019-03-17``.
    """
    match = PAIR.fullmatch(with_compact_dates(name))
    if match is None or len(match[1]) != len(match[2]):
        return "its name is not YYYYMMDD_YYYYMMDD"
    try:
        first, second = parse_compact(match[1]), parse_compact(match[2])
    except InputError:
        return "its name does not hold two dates"
    if first == second:
        return "its two dates are equal"
    return PairDates(first, second) if first < second else PairDates(second, first, turned=True)


def remarks_of_turned(pairs: Iterable[PairFiles]) -> tuple[str, ...]:
    """Return what is said of pairs that are named with the later date first."""
    turned = [pair for pair in pairs if pair.turned]
    if not turned:
        return ()
    return (
        f"{number_of(len(turned), 'interferogram is', 'interferograms are')} named with the later date first: they are "
        "taken as from the first to the second date of their names, and their sign is turned.",
    )

"""Counts in sentences for the user."""

from __future__ import annotations

from typing import SupportsInt


def number_of(number: SupportsInt, one: str, many: str = "") -> str:
    """Return a number and what it counts: ``1 date``, ``3 dates``.

    Parameters
    ----------
    number : int
        How many.
    one, many : str
        What follows the number where it is 1, and where it is not (by default the same with an s).
    """
    return f"{int(number)} {one if int(number) == 1 else many or one + 's'}"


def part_of(number: SupportsInt, total: SupportsInt, nouns: str, one: str, many: str) -> str:
    """Return how many of some things, and the verb: ``1 of 12 dates has``, ``3 of 12 dates have``.

    Parameters
    ----------
    number, total : int
        How many, of how many.
    nouns : str
        What they are.
    one, many : str
        The verb where `number` is 1, and where it is not.
    """
    return f"{int(number)} of {int(total)} {nouns} {one if int(number) == 1 else many}"

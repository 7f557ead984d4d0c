"""Reading the fields of storage of many files, one at a time."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..files import netcdf
from .placing import Placement
from .product_terms import Recipe, Term
from .products import TOTAL
from .time_axis import Step, time_dimension

Fields = dict[str, FloatArray]


@dataclass(frozen=True)
class Group:
    """Fields that become one: a single one, or all those of a day.

    Attributes
    ----------
    day : float
        Days since 2000-01-01.
    steps : tuple of Step
        What is averaged.
    """

    day: float
    steps: tuple[Step, ...]


def groups_of(steps: list[Step], daily: bool) -> list[Group]:
    """Return fields in groups: each alone, or by calendar day, whose mean stands for noon."""
    if not daily:
        return [Group(step.day, (step,)) for step in steps]
    by_day: dict[int, list[Step]] = {}
    for step in steps:
        by_day.setdefault(int(np.floor(step.day)), []).append(step)
    return [Group(day + 0.5, tuple(members)) for day, members in by_day.items()]


class FieldReader:
    """Reads total and components in millimetres on the target's cells; keeps the last file open.

    Parameters
    ----------
    recipe : Recipe
        What to read.
    placement : Placement
        How it comes onto the cells.
    member_dimension : str
        Name of the files' member dimension; '' where they have none.
    """

    def __init__(self, recipe: Recipe, placement: Placement, member_dimension: str) -> None:
        self._terms, self._placement, self._member_dimension = recipe.terms, placement, member_dimension
        self._stack = ExitStack()
        self.undeclared: set[float] = set()
        self._opened: Path | None = None
        self._dataset: Any = None

    def __enter__(self) -> FieldReader:
        """Return the reader."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the file."""
        self._stack.close()

    def mean(self, group: Group, member: int) -> Fields:
        """Return the mean of a group's fields [row, column] by name."""
        total = self._read(group.steps[0], member)
        for step in group.steps[1:]:
            for name, values in self._read(step, member).items():
                total[name] = total[name] + values
        return {name: values / len(group.steps) for name, values in total.items()}

    def same(self, first: Step, second: Step) -> bool:
        """Return whether two fields have the same values (of the first member)."""
        one, other = self._read(first, 0), self._read(second, 0)
        return all(np.array_equal(values, other[name], equal_nan=True) for name, values in one.items())

    def _read(self, step: Step, member: int) -> Fields:
        if step.path != self._opened:
            self._stack.close()
            self._dataset = self._stack.enter_context(netcdf.open_dataset(step.path))
            self._opened = step.path
        others = {time_dimension(self._dataset): step.index, self._member_dimension: member}
        fields: Fields = {}
        for term in self._terms:
            values = self._values(term, others)
            for name in (TOTAL if term.in_total else "", term.component):
                if name:
                    fields[name] = fields[name] + values if name in fields else values
        return fields

    def _values(self, term: Term, others: dict[str, int]) -> FloatArray:
        others = {**others, **dict(term.at)}
        dimensions = self._dataset.variables[term.variable].dimensions
        values = self._placement.read(self._dataset, term.variable, others, self.undeclared)
        if "expver" in dimensions and len(self._dataset.dimensions["expver"]) == 2:
            # ERA5's recent months stand in a second version; each date has values in one of the two.
            later = self._placement.read(self._dataset, term.variable, {**others, "expver": 1}, self.undeclared)
            values = np.where(np.isfinite(values), values, later)
        return np.asarray(values * term.millimetres)

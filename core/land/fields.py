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
from ..files.handles import Dataset
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
    """Reads total and components in millimetres on the target's cells; keeps the last file (or the stores' files) open.

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
        self._opened: dict[Path, Any] = {}
        self._most = 1  # files open at once

    def __enter__(self) -> FieldReader:
        """Return the reader."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the files."""
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

    def _dataset_of(self, path: Path) -> Any:
        if path not in self._opened:
            if len(self._opened) >= self._most:
                self._stack.close()
                self._opened.clear()
            self._opened[path] = self._stack.enter_context(netcdf.open_dataset(path))
        return self._opened[path]

    def _place(self, term: Term, step: Step) -> tuple[Any, int]:
        """Return the open file that holds a term at a time, and its index there."""
        if not step.beside:
            return self._dataset_of(step.path), step.index
        self._most = max(self._most, 1 + len(step.beside))
        for one in (step, *step.beside):
            dataset = self._dataset_of(one.path)
            if term.variable in dataset.variables:
                break
        return dataset, one.index

    def _read(self, step: Step, member: int) -> Fields:
        fields: Fields = {}
        for term in self._terms:
            dataset, index = self._place(term, step)
            if term.variable not in dataset.variables:
                continue  # a single one of the stores' files, that is compared with its like
            others = {time_dimension(dataset): index, self._member_dimension: member}
            values = self._values(dataset, term, others)
            for name in (TOTAL if term.in_total else "", term.component):
                if name:
                    fields[name] = fields[name] + values if name in fields else values
        return fields

    def _values(self, dataset: Dataset, term: Term, others: dict[str, int]) -> FloatArray:
        others = {**others, **dict(term.at)}
        dimensions = dataset.variables[term.variable].dimensions
        values = self._placement.read(dataset, term.variable, others, self.undeclared)
        if "expver" in dimensions and len(dataset.dimensions["expver"]) == 2:
            # ERA5's recent months stand in a second version; each date has values in one of the two.
            later = self._placement.read(dataset, term.variable, {**others, "expver": 1}, self.undeclared)
            values = np.where(np.isfinite(values), values, later)
        return np.asarray(values * term.millimetres)

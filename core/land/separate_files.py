"""Land-model output with each store in files of its own, as AWRA, W3RA and subsets of ERA5-Land come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..files import netcdf
from .time_axis import Step

_SAME_DAYS = 1e-6


class Joined:
    """Files of different variables, seen as one: its attributes are those of the first.

    Parameters
    ----------
    datasets : sequence of netCDF4.Dataset
        Open files.
    """

    def __init__(self, datasets: Sequence[Any]) -> None:
        self._first = datasets[0]
        self.variables: dict[str, Any] = {}
        self.dimensions: dict[str, Any] = {}
        for dataset in reversed(datasets):
            self.variables.update(dataset.variables)
            self.dimensions.update(dataset.dimensions)

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the first file."""
        return getattr(self._first, name)


def by_content(files: list[Path]) -> list[list[Path]]:
    """Return the files in sets of the same variables; one set where they are not disjoint.

    Parameters
    ----------
    files : list of Path
        NetCDF files in the order of their names: of stores in files of their own the first and the last differ.
    """
    if len(files) < 2 or _fields(files[0]) == _fields(files[-1]):
        return [files]
    sets: dict[frozenset[str], list[Path]] = {}
    for path in files:
        sets.setdefault(_fields(path), []).append(path)
    names = [name for fields in sets for name in fields]
    if len(set(names)) < len(names) or frozenset() in sets:
        return [files]
    return list(sets.values())


def _fields(path: Path) -> frozenset[str]:
    """Return the names of a file's variables of time and place."""
    with netcdf.open_dataset(path) as dataset:
        return frozenset(
            name
            for name, variable in dataset.variables.items()
            if variable.ndim >= 3 and getattr(variable.dtype, "kind", "") in "fiu"
        )


def used_sets(sets: list[list[Path]], variables: set[str]) -> list[list[Path]]:
    """Return the sets that hold some of the variables; all files as one set where only one of them does."""
    used = [files for files in sets if len(sets) == 1 or _fields(files[0]) & variables]
    return used if len(used) > 1 else [[path for files in sets for path in files]]


@contextmanager
def joined(sets: list[list[Path]]) -> Iterator[Any]:
    """Open the first file of each set as one."""
    with ExitStack() as stack:
        opened = [stack.enter_context(netcdf.open_dataset(files[0])) for files in sets]
        yield opened[0] if len(opened) == 1 else Joined(opened)


def side_by_side(columns: list[list[Step]], files: list[list[Path]]) -> list[Step]:
    """Return the times of the first set, each with the fields of the others at it.

    Parameters
    ----------
    columns : list of list of Step
        Of each set, in the order of time, each time once.
    files : list of list of Path
        The sets, for messages.

    Raises
    ------
    InputError
        Where a set lacks a time of another.
    """
    first = columns[0]
    for number, other in enumerate(columns[1:], start=1):
        same = len(other) == len(first) and all(abs(one.day - two.day) <= _SAME_DAYS for one, two in zip(first, other))
        if not same:
            raise InputError(
                f"{files[0][0].name} and {files[number][0].name} hold stores of one model at different times "
                f"({len(first)} and {len(other)} of them): give files of the same period."
            )
    return [replace(steps[0], beside=tuple(steps[1:])) for steps in zip(*columns)]

"""Any file as one of the chain: dimensions in order, times in order, rows from the north, units of the contract.

What a step reads from a file goes through a view that presents variables as [member,] time, y, x, whatever the order
in which the file has them, values in the unit of their quantity, undeclared "missing" values as NaN, and times sorted.
Files that the steps write are what the view presents, and are handed through to the last bit.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import IntArray
from ..errors import InputError
from . import contract
from .handles import Attributed, Dataset, Variable
from .hdf5_lock import HDF5_LOCK, Guarded, Named, unguarded
from .times import days_of, in_order

MEMBER_NAMES = ("member", "ensemble", "realization", "number", "ens")
X_NAMES = ("x", "lon", "longitude", "easting", "cols", "column")
Y_NAMES = ("y", "lat", "latitude", "northing", "rows", "row")
MOST_VALUES = 10**9
"""On one axis: a header that says more is damaged, and nothing is allocated for it."""


def attribute(holder: Attributed, name: str) -> str:
    """Return an attribute whatever the case of its name (``Units`` in GRACE files); '' where absent."""
    for key in holder.ncattrs():
        if key.lower() == name.lower():
            return str(holder.getncattr(key))
    return ""


def check_sizes(dataset: Dataset, path: object) -> None:
    """See that no dimension of an open data set is larger than data can be.

    Raises
    ------
    InputError
        Where one is: its header is damaged.
    """
    for name, dimension in dataset.dimensions.items():
        if len(dimension) > MOST_VALUES:
            raise InputError(
                f"{path}: its dimension '{name}' has {len(dimension)} places: the file is damaged. Make it again."
            )


def check_packing(dataset: Dataset, path: object) -> None:
    """See that what packed values are multiplied by is a number: netCDF4 would leave them packed with a warning.

    Raises
    ------
    InputError
        Where it is none.
    """
    for name, variable in dataset.variables.items():
        for key in ("scale_factor", "add_offset"):
            if key not in variable.ncattrs():
                continue
            value = np.asarray(variable.getncattr(key))
            if value.size != 1 or value.dtype.kind not in "fiu" or not np.isfinite(value).all():
                raise InputError(f"{path}: '{name}' has the {key} '{value}', which is no number. Make the file again.")


class View(Guarded):
    """An open data set for reading, presented as one of the chain.

    Parameters
    ----------
    dataset : Guarded
        Open for reading.
    unit : str
        The parameter `UNIT`: of the known quantities whose file names none.
    warn : callable, optional
        Called with a sentence where something was put right.
    """

    def __init__(self, dataset: Dataset, unit: str = "", warn: Callable[[str], None] | None = None) -> None:
        super().__init__(unguarded(dataset))
        object.__setattr__(self, "unit", unit)
        object.__setattr__(self, "_warn", warn or _silent)
        object.__setattr__(self, "_said", set())
        with HDF5_LOCK:
            object.__setattr__(self, "_variables", self._present())

    @property
    def in_another_order(self) -> bool:
        """Whether dimensions or times are presented in another order or number than the file has them."""
        changed = (one for one in self._variables.values() if isinstance(one, (Presented, AtOneTime)))
        return any(one.in_another_order for one in changed)

    @property
    def dimensions(self) -> dict[str, Any]:
        """The dimensions by name; that of time is as long as its sorted times."""
        stored = self._guarded.dimensions
        found: dict[str, Any] = Named({name: Guarded(one) for name, one in stored.items()}, self._guarded)
        for variable in self._variables.values():
            if isinstance(variable, (Presented, AtOneTime)):
                found.update(variable.shortened())
        return found

    @property
    def variables(self) -> dict[str, Any]:
        """The variables by name, presented."""
        return Named(self._variables, self._guarded)

    def __getitem__(self, name: Any) -> Any:
        """Return a variable, or a group's."""
        return self._variables[name] if name in self._variables else super().__getitem__(name)

    def say(self, sentence: str) -> None:
        """Warn once."""
        if sentence not in self._said:
            self._said.add(sentence)
            self._warn(sentence)

    def _present(self) -> dict[str, Any]:
        stored = self._guarded.variables
        time = _time_of(stored)
        sequence = None if time is None else self._sequence(stored, time)
        names = {name: Guarded(variable) for name, variable in stored.items()}
        for name, variable in stored.items():
            quantity = contract.QUANTITIES.get(name)
            order = _axes(variable.dimensions, time)
            moved = order != tuple(range(len(order)))
            sorted_here = sequence is not None and time in variable.dimensions
            if not (moved or sorted_here or quantity is not None):
                continue
            where = f"{self._guarded.filepath()}: '{name}'"
            if variable.dtype == str:
                quantity = None
            names[name] = Presented(
                variable, self, where, order, (time or "", sequence) if sorted_here else None, quantity=quantity
            )
        if time is None and _is_single_time(stored):
            for name in ("time", *contract.SERIES & set(names)):
                names[name] = AtOneTime(names[name])
        return names

    def _sequence(self, stored: Any, time: str) -> IntArray | None:
        """Return the places of the times in order, None where they are in order as stored."""
        variable = stored.get(time)
        if variable is None or variable.ndim != 1 or np.dtype(variable.dtype).kind not in "fiu" or variable.size < 2:
            return None
        if not any(name in contract.QUANTITIES for name in stored):
            return None  # weather and the like: their readers join files before they look at the order
        units = attribute(variable, "units")
        if "since" not in units.lower():
            return None
        path = self._guarded.filepath()
        values = np.ma.filled(np.ma.asarray(variable[...]).astype(np.float64), np.nan)
        days = days_of(values, units, attribute(variable, "calendar"), f"{path}: '{time}'")
        if np.all(np.diff(days) > 0):
            return None
        order, repeated = in_order(days, path)
        if repeated.size:
            self._drop_repeated(stored, time, repeated, path)
        if not np.all(np.diff(order) > 0):
            self.say(f"The times of {path} are not in order: they were sorted.")
        return order

    def _drop_repeated(self, stored: Any, time: str, repeated: IntArray, path: str) -> None:
        for name, variable in stored.items():
            if time not in variable.dimensions or name == time or variable.dtype == str:
                continue
            axis = variable.dimensions.index(time)
            for again, first in repeated:
                one, other = (
                    np.ma.filled(np.ma.asarray(np.ma.asarray(variable[_at(axis, place)])).astype(np.float64), np.nan)
                    for place in (int(again), int(first))
                )
                if not np.array_equal(one, other, equal_nan=True):
                    raise InputError(
                        f"{path} holds a time twice with different values of '{name}' (places {first} and {again}): "
                        "keep one of them."
                    )
        count = repeated.shape[0]
        self.say(f"{count} time{'s' if count > 1 else ''} of {path} stood twice with the same values: once was kept.")


class Presented(Guarded):
    """A variable with its dimensions in order, its times sorted, in the unit of its quantity."""

    def __init__(
        self,
        variable: Variable,
        view: View,
        where: str,
        order: tuple[int, ...],
        sequence: tuple[str, IntArray | None] | None,
        *,
        quantity: contract.Quantity | None,
    ) -> None:
        super().__init__(variable)
        kept = {"_view": view, "_where": where, "_order": order, "_quantity": quantity}
        for name, value in kept.items():
            object.__setattr__(self, name, value)
        stored = variable.dimensions
        dimensions = tuple(stored[axis] for axis in order)
        sequences = {}
        if sequence is not None and sequence[1] is not None:
            sequences[dimensions.index(sequence[0])] = sequence[1]
        object.__setattr__(self, "_sequences", sequences)
        object.__setattr__(self, "dimensions", dimensions)
        sizes = [variable.shape[axis] for axis in order]
        for axis, places in sequences.items():
            sizes[axis] = places.size
        object.__setattr__(self, "shape", tuple(sizes))

    @property
    def units(self) -> str:
        """The unit of the presented values; '' where the file gives none to what is no quantity of the chain."""
        return attribute(self._guarded, "units") if self._quantity is None else str(self._quantity.unit)

    def getncattr(self, name: str) -> Any:
        """Return an attribute as it holds for the presented values."""
        if name.lower() == "units" and self._quantity is not None:
            return self._quantity.unit
        with HDF5_LOCK:
            return self._guarded.getncattr(name)

    @property
    def in_another_order(self) -> bool:
        """Whether dimensions or times are presented in another order or number than the file has them."""
        return bool(self._sequences) or self._order != tuple(range(len(self._order)))

    def _factor(self) -> float:
        said = attribute(self._guarded, "units")
        return contract.factor_of(self._quantity, said, self._view.unit, self._where)

    def shortened(self) -> dict[str, range]:
        """Return what stands for the dimensions that are presented in another order or length."""
        return {self.dimensions[axis]: range(places.size) for axis, places in self._sequences.items()}

    def __len__(self) -> int:
        """Return the length of the first presented axis."""
        return int(self.shape[0])

    def __getitem__(self, index: Any) -> Any:
        """Return the values at an index of the presented axes."""
        whole = _whole_index(index, len(self.shape))
        for axis, places in self._sequences.items():
            whole[axis] = places[whole[axis]]
        stored: list[Any] = [slice(None)] * len(whole)
        for presented, axis in enumerate(self._order):
            stored[axis] = whole[presented]
        values = super().__getitem__(tuple(stored))
        left = [axis for axis in self._order if not _is_number(stored[axis])]
        values = np.ma.transpose(values, np.argsort(np.argsort(left)).tolist()) if left != sorted(left) else values
        return values if self._quantity is None else self._converted(values)

    def __array__(self, dtype: npt.DTypeLike = None, copy: bool | None = None) -> npt.NDArray[Any]:
        """Return all values."""
        return np.asarray(self[...], dtype=dtype)

    def _converted(self, values: Any) -> Any:
        """Return values of the quantity: what is missing masked or NaN, in its unit."""
        factor = self._factor()
        declared = any(name in self._guarded.ncattrs() for name in ("_FillValue", "missing_value"))
        ours = declared and factor == 1.0 and self._guarded.dtype.kind == "f"
        if not ours:
            plain = np.ma.filled(np.ma.asarray(values).astype(np.float64), np.nan)
            plain, found = contract.without_sentinels(plain)
            if found:
                listed = ", ".join(f"{value:g}" for value in found[:3])
                self._view.say(f"{self._where} holds {listed} without declaring it as _FillValue: taken as missing.")
            values = plain * factor if factor != 1.0 else plain
            contract.check_range(values, self._quantity, self._where)
        return values


class AtOneTime(Guarded):
    """A variable of a file with a single time, presented with an axis of that time before y and x.

    Parameters
    ----------
    variable : Guarded
        Of [member,] y, x; or the time itself.
    """

    in_another_order = True

    def __init__(self, variable: Variable) -> None:
        super().__init__(unguarded(variable))
        dimensions = tuple(variable.dimensions)
        axis = max(len(dimensions) - 2, 0)
        kept = {"_variable": variable, "_axis": axis, "dimensions": (*dimensions[:axis], "time", *dimensions[axis:])}
        for name, value in kept.items():
            object.__setattr__(self, name, value)
        sizes = tuple(variable.shape)
        object.__setattr__(self, "shape", (*sizes[:axis], 1, *sizes[axis:]))

    @property
    def ndim(self) -> int:
        """Number of presented axes."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """Number of values."""
        return math.prod(self.shape)

    @property
    def units(self) -> str:
        """The unit of the presented values."""
        return str(self._variable.units)

    def chunking(self) -> str:
        """Return that there are no chunks of the presented axes."""
        return "contiguous"

    def getncattr(self, name: str) -> Any:
        """Return an attribute as it holds for the presented values."""
        return self._variable.getncattr(name)

    def shortened(self) -> dict[str, range]:
        """Return what stands for the dimension of time."""
        return {"time": range(1)}

    def __len__(self) -> int:
        """Return the length of the first presented axis."""
        return int(self.shape[0])

    def __getitem__(self, index: Any) -> Any:
        """Return the values at an index of the presented axes."""
        whole = _whole_index(index, len(self.shape))
        at = whole.pop(self._axis)
        values = np.ma.asarray(self._variable[tuple(whole)])
        before = sum(not _is_number(part) for part in whole[: self._axis])
        index = (*[slice(None)] * before, at)
        return np.ma.expand_dims(values, before)[index]

    def __array__(self, dtype: npt.DTypeLike = None, copy: bool | None = None) -> npt.NDArray[Any]:
        """Return all values."""
        return np.asarray(self[...], dtype=dtype)


def _is_single_time(stored: Any) -> bool:
    """Return whether the time of a file is one number, with no dimension."""
    return "time" in stored and stored["time"].ndim == 0 and " since " in attribute(stored["time"], "units").lower()


def _time_of(stored: Any) -> str | None:
    """Return the name of the dimension of time, None where there is none."""
    for name, variable in stored.items():
        if variable.dimensions == (name,) and (
            attribute(variable, "standard_name").lower() == "time" or attribute(variable, "axis").upper() == "T"
        ):
            return str(name)
    names = {dimension for variable in stored.values() for dimension in variable.dimensions}
    return next((name for name in names if name.lower() == "time"), None)


def _axes(dimensions: tuple[str, ...], time: str | None) -> tuple[int, ...]:
    """Return the stored axes in the order of presentation; as they are where there are not both y and x."""
    lower = [name.lower() for name in dimensions]
    rows = [axis for axis, name in enumerate(lower) if name in Y_NAMES]
    columns = [axis for axis, name in enumerate(lower) if name in X_NAMES]
    if len(rows) != 1 or len(columns) != 1:
        return tuple(range(len(dimensions)))
    times = [axis for axis, name in enumerate(dimensions) if name == time]
    members = [axis for axis, name in enumerate(lower) if name in MEMBER_NAMES]
    known = {*rows, *columns, *times, *members}
    others = [axis for axis in range(len(dimensions)) if axis not in known]
    return tuple([*members, *others, *times, *rows, *columns])


def _whole_index(index: Any, n_axes: int) -> list[Any]:
    """Return an index of every axis."""
    parts = list(index) if isinstance(index, tuple) else [index]
    for place, part in enumerate(parts):
        if part is Ellipsis:
            parts[place : place + 1] = [slice(None)] * (n_axes - len(parts) + 1)
            break
    return parts + [slice(None)] * (n_axes - len(parts))


def _is_number(part: Any) -> bool:
    return isinstance(part, (int, np.integer)) or (isinstance(part, np.ndarray) and part.ndim == 0)


def _at(axis: int, place: int) -> tuple[Any, ...]:
    return (*[slice(None)] * axis, place)


def _silent(sentence: str) -> None:
    """Say nothing: the caller has nobody to tell."""

"""Files of the chain as others would write them: other units, orders of dimensions and times, calendars, marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cftime
import netCDF4
import numpy as np

EPOCH = "days since 2000-01-01"


@dataclass(frozen=True)
class Variant:
    """How a copy of a file differs.

    Attributes
    ----------
    units : str or None
        Of the quantities that have the unit mm, which are converted by `factor`; None takes the attribute away.
    factor : float
        Of the copy's values.
    order : tuple of str
        Dimensions of the variables that have time, y and x; empty as they are.
    times : callable, optional
        Gives the places of the copy's times, of how many there are.
    calendar : str
        Of the copy's times; the dates stay.
    since : str
        Epoch of the copy's times.
    mark : float or None
        Stands undeclared for what is missing.
    without : tuple of str
        Attributes that no variable has.
    names : dict
        New names of dimensions and variables.
    """

    units: str | None = "mm"
    factor: float = 1.0
    order: tuple[str, ...] = ()
    times: Callable[[int], Sequence[int]] | None = None
    calendar: str = ""
    since: str = EPOCH
    mark: float | None = None
    without: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)


def write_variant(source: Path, target: Path, variant: Variant) -> Path:
    """Write a copy of a NetCDF file that holds the same in another way; return its path."""
    with netCDF4.Dataset(str(source)) as old, netCDF4.Dataset(str(target), "w") as new:
        old.set_auto_chartostring(False)
        new.setncatts({key: old.getncattr(key) for key in old.ncattrs()})
        count = len(old.dimensions["time"]) if "time" in old.dimensions else 0
        places = list(variant.times(count)) if variant.times and count else list(range(count))
        for name, dimension in old.dimensions.items():
            new.createDimension(variant.names.get(name, name), len(places) if name == "time" else len(dimension))
        for name, variable in old.variables.items():
            _copy(new, name, variable, variant, places)
    return target


def _copy(new: netCDF4.Dataset, name: str, variable: Any, variant: Variant, places: list[int]) -> None:
    values, dimensions = variable[...], variable.dimensions
    attributes = {key: variable.getncattr(key) for key in variable.ncattrs() if key not in variant.without}
    fill = attributes.pop("_FillValue", None)
    if "time" in dimensions:
        values = np.ma.take(values, places, axis=dimensions.index("time"))
    if name == "time":
        values = _times(np.asarray(values), attributes, variant)
    if attributes.get("units") == "mm" and {"y", "x"} <= set(dimensions):
        values = values * variant.factor
        if variant.units is None:
            attributes.pop("units")
        else:
            attributes["units"] = variant.units
        if variant.mark is not None:
            fill, values = None, np.where(np.ma.getmaskarray(values) | np.isnan(values), variant.mark, values)
        if variant.order and set(variant.order) == set(dimensions):
            values = np.transpose(values, [dimensions.index(one) for one in variant.order])
            dimensions = variant.order
    axes = tuple(variant.names.get(one, one) for one in dimensions)
    target = new.createVariable(variant.names.get(name, name), variable.dtype, axes, fill_value=fill)
    target.set_auto_chartostring(False)
    target.setncatts(attributes)
    target[...] = values


def _times(days: np.ndarray, attributes: dict[str, Any], variant: Variant) -> np.ndarray:
    """Return the same dates in a calendar and since an epoch; sets the attributes."""
    if not variant.calendar and variant.since == EPOCH:
        return days
    calendar = variant.calendar or "standard"
    dates = cftime.num2date(days, EPOCH, "standard")
    attributes.update(units=variant.since, calendar=calendar)
    attributes.pop("bounds", None)
    kind = {"noleap": cftime.DatetimeNoLeap, "360_day": cftime.Datetime360Day, "all_leap": cftime.DatetimeAllLeap,
            "julian": cftime.DatetimeJulian}.get(calendar, cftime.DatetimeGregorian)  # fmt: skip
    same = [kind(one.year, one.month, one.day, one.hour, one.minute, one.second) for one in dates]
    return np.asarray(cftime.date2num(same, variant.since, calendar), dtype=np.float64)

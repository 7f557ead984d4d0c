"""Variables of the series files that are made from finished products."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..files import netcdf
from ..files.handles import Dataset
from ..insar.series.series_writer import describe as describe_map
from .products.model import EAST, LINE_OF_SIGHT, VERTICAL

MAPS = ("velocity", "velocity_std", "annual_amplitude", "annual_phase", "n_gaps", "mask")
_WORDS = {
    LINE_OF_SIGHT: ("line-of-sight", "positive towards the satellite"),
    VERTICAL: ("vertical", "positive up"),
    EAST: ("eastward", "positive to the east"),
}


def add_series(
    dataset: Dataset, quantity: str, place: tuple[str, ...], chunks: tuple[int, ...], compress: bool = True
) -> Any:
    """Add the variable of displacement [time, ..place] and return it."""
    words, sign = _WORDS[quantity]
    n_dates = len(dataset.dimensions["time"])
    # Of points whole series lie together; maps of a date do where there are maps.
    sizes = (n_dates, *chunks) if len(place) == 1 else (1, *chunks)
    variable = netcdf.add_variable(
        dataset, quantity, ("time", *place), "mm", f"{words} displacement", chunks=sizes, compress=compress
    )
    variable.comment = sign
    return variable


def add_part(dataset: Dataset, chunks: tuple[int, ...]) -> Any:
    """Return the variable that says which connected part a date belongs to, adding it where it is not there yet."""
    if "part" not in dataset.variables:
        words = "number of the connected part that determines the displacement"
        variable = netcdf.add_variable(dataset, "part", ("time", "y", "x"), "1", words, dtype="u2", chunks=(1, *chunks))
        variable.comment = "from 0; nothing says the constant between two parts of a pixel"
    return dataset["part"]


def add_maps(dataset: Dataset, names: Iterable[str], place: tuple[str, ...], chunks: tuple[int, ...]) -> None:
    """Add maps of one value a pixel or point."""
    for name in names:
        units, dtype, words, comment = describe_map(name)
        fill = {"fill": None} if dtype == "u1" else {}
        variable = netcdf.add_variable(dataset, name, place, units, words, dtype=dtype, chunks=chunks, **fill)
        if comment:
            variable.comment = comment


def describe_quantity(dataset: Dataset, quantity: str, reference: str) -> None:
    """Say in words what the displacement and its velocity are relative to."""
    words, sign = _WORDS[quantity]
    dataset[quantity].comment = f"{sign}, relative to {reference} and the first date"
    if quantity != LINE_OF_SIGHT:
        dataset["velocity"].long_name = f"{words} velocity"
        dataset["velocity"].comment = sign

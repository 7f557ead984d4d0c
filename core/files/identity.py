"""What tells one input from another: a hash of its grid, times and values, kept by the states that go on from it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ..dates import date_of
from ..errors import InputError
from .netcdf import open_chain_file, read_days, read_float, read_grid

_PLACE_DIGITS = 6  # of a grid's edges: a micrometre, or 0.1 m in degrees
_SECONDS = 86400


def identity_of(path: Path, variable: str, until: float, unit: str = "") -> str:
    """Return the identity of a series: of its grid, and its times and values up to a day.

    A file that goes on from another one has the same.

    Parameters
    ----------
    path : Path
        File of the chain.
    variable : str
        Of [member,] time, y, x.
    until : float
        Last day that counts, days since 2000-01-01.
    unit : str
        The parameter `UNIT`.

    Returns
    -------
    str
        SHA-256 as hexadecimal digits.

    Raises
    ------
    InputError
        Where the file cannot be read.
    """
    found = hashlib.sha256()
    with open_chain_file(path, [variable], unit) as dataset:
        grid, days = read_grid(dataset), read_days(dataset)
        edges = np.round([grid.x_min, grid.y_max, grid.dx, grid.dy], _PLACE_DIGITS)
        _add(found, edges + 0.0, np.array(grid.shape))
        axis = dataset.variables[variable].dimensions.index("time")
        for number in np.flatnonzero(days <= until):
            values = read_float(dataset, variable, (*[slice(None)] * axis, int(number)))
            # Float32 as files hold them; every NaN is the same one, and -0 is 0.
            plain = np.where(np.isnan(values), np.nan, values + 0.0).astype("<f4")
            _add(found, np.array(np.round(days[number] * _SECONDS)).astype("<i8"), plain)
    return found.hexdigest()


def identity_of_arrays(arrays: Mapping[str, Any]) -> str:
    """Return the identity of named arrays of numbers; None is left out."""
    found = hashlib.sha256()
    for name in sorted(arrays):
        if arrays[name] is not None:
            found.update(name.encode())
            _add(found, np.asarray(arrays[name]).astype("<f8"))
    return found.hexdigest()


def check_identity(restart: Path, stored: str, path: Path, variable: str, until: float, *, unit: str = "") -> None:
    """See that a state goes on from the same series; states of before 2026-12 hold no identity.

    Parameters
    ----------
    restart : Path
        File of the state, for the message.
    stored : str
        Identity in it; '' where it has none.
    path, variable, until, unit
        As for :func:`identity_of`.

    Raises
    ------
    InputError
        Where it is of another one.
    """
    if stored and identity_of(path, variable, until, unit) != stored:
        raise InputError(
            f"RESTART: {restart} is of a run with another INPUT than {path}: grid, times or values until "
            f"{date_of(until)} differ. Give the INPUT of that run, or one that goes on from it."
        )


def _add(found: Any, *arrays: Any) -> None:
    for values in arrays:
        found.update(np.ascontiguousarray(values).tobytes())

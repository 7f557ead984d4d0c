"""Attributes of files as numbers, dates and choices: what they are, or a sentence that names file and attribute."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from .handles import Dataset


def number(dataset: Dataset, name: str) -> float:
    """Return an attribute as a number; NaN may be one.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open file.
    name : str
        Of the attribute.

    Raises
    ------
    InputError
        Where the file lacks it, or it is no single number.
    """
    values = numbers(dataset, name)
    if values.size != 1:
        raise _not(dataset, name, "a number")
    return float(values[0])


def whole_number(dataset: Dataset, name: str) -> int:
    """Return an attribute as a whole number.

    Raises
    ------
    InputError
        Where the file lacks it, or it is none.
    """
    value = number(dataset, name)
    if value != np.floor(value) or not abs(value) < 2**63:
        raise _not(dataset, name, "a whole number")
    # Straight from what is stored: a seed may have more digits than a float64.
    return int(np.atleast_1d(dataset.getncattr(name))[0])


def numbers(dataset: Dataset, name: str) -> FloatArray:
    """Return an attribute as numbers [..].

    Raises
    ------
    InputError
        Where the file lacks it, or it holds something else.
    """
    if name not in dataset.ncattrs():
        raise InputError(f"{path_of(dataset)} lacks the attribute '{name}': make the file again.")
    try:
        return np.atleast_1d(np.asarray(dataset.getncattr(name), dtype=np.float64)).ravel()
    except (TypeError, ValueError):
        raise _not(dataset, name, "a number") from None


def entries(dataset: Dataset, name: str) -> dict[str, Any]:
    """Return an attribute that holds names and values as JSON.

    Raises
    ------
    InputError
        Where the file lacks it, or it is no such text.
    """
    if name not in dataset.ncattrs():
        raise InputError(f"{path_of(dataset)} lacks the attribute '{name}': make the file again.")
    try:
        found = json.loads(str(dataset.getncattr(name)))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise _not(dataset, name, "a list of names and values")
    return found


def path_of(dataset: Dataset) -> str:
    """Return the file of a data set or variable, for messages."""
    try:
        holder = dataset if hasattr(dataset, "filepath") else dataset.group()
        return str(holder.filepath())
    except (AttributeError, RuntimeError, ValueError):
        return "The file"


def _not(dataset: Dataset, name: str, what: str) -> InputError:
    value = str(dataset.getncattr(name))[:60]
    return InputError(f"{path_of(dataset)}: its attribute '{name}' is '{value}', not {what}: make the file again.")

"""What a recipe of storage is made of: terms, and the variables that they are read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..files import netcdf
from ..files.handles import Dataset
from ..files.units import millimetres_per_unit

_SUFFIXES = ("_tavg", "_inst", "_acc", "")


@dataclass(frozen=True)
class Term:
    """One variable that is read.

    Attributes
    ----------
    variable : str
        Name in the file.
    component : str
        Name in our file; several terms may add up to one component; '' where it is only part of the total.
    millimetres : float
        Per unit of the variable.
    in_total : bool
        Whether it is a part of ``tws``.
    at : tuple of (str, int)
        Index along other dimensions, such as a soil layer's.
    """

    variable: str
    component: str
    millimetres: float
    in_total: bool
    at: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Recipe:
    """What a file is, and how its storage is put together.

    Attributes
    ----------
    product : str
        In words.
    terms : tuple of Term
        What to read.
    contains_grace : bool
        Whether GRACE has been assimilated into it.
    warnings : tuple of str
        What the user should know.
    monthly : str
        Whether the fields are monthly means that carry the first day of the month: ``yes`` (the name says so),
        ``maybe`` (then if they are a month apart), ``no``.
    is_ours : bool
        Whether it is a Groundswell storage file, whose history is handed on.
    """

    product: str
    terms: tuple[Term, ...]
    contains_grace: bool = False
    warnings: tuple[str, ...] = ()
    monthly: str = "no"
    is_ours: bool = False

    @property
    def variables(self) -> str:
        """Names of the variables that make up the total, for messages."""
        return ", ".join(term.variable for term in self.terms if term.in_total)


def found(dataset: Dataset, stem: str) -> str:
    """Return the variable `stem` with LIS's suffix for means or instants, or ''."""
    return next((stem + suffix for suffix in _SUFFIXES if stem + suffix in dataset.variables), "")


def term(dataset: Dataset, path: Path, name: str, component: str, in_total: bool = True, *, unit: str = "") -> Term:
    """Return the term of a variable whose unit stands in the file, or in `unit`."""
    said = netcdf.attribute(dataset.variables[name], "units")
    return Term(name, component, millimetres_per_unit(said if said.strip() else unit, f"{path}: '{name}'"), in_total)


def snow_and_canopy(dataset: Dataset, path: Path, in_total: bool) -> list[Term]:
    """Return the terms of snow and of water on the canopy, as far as the file has them."""
    names = [(found(dataset, "SWE"), "snow_water_equivalent"), (found(dataset, "CanopInt"), "canopy_storage")]
    return [term(dataset, path, name, component, in_total) for name, component in names if name]


def missing_parts(dataset: Dataset, parts: dict[str, str]) -> list[str]:
    """Return a warning of the stores that a file does not have."""
    missing = [words for stem, words in parts.items() if not found(dataset, stem)]
    return [f"The file has no {' and no '.join(missing)}: storage is without."] if missing else []


def is_monthly(path: Path) -> str:
    """Return whether the name of a NASA file says that it holds a month: ``yes``, ``no`` or ``maybe``."""
    if re.search(r"_M\.A\d{6}\.|\.tavgM_", path.name):
        return "yes"
    return "no" if re.search(r"_(D|3H|H)(_EP)?\.A\d{8}|\.tavg[13]_", path.name) else "maybe"

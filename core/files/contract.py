"""What the variables of the chain mean: unit, what stands for missing, and the range that is possible.

A file says these things in its own words, or does not say them. Here they are read once: a unit is converted, asked
for by the parameter `UNIT` where the file has none, and refused where it is another quantity's; a value that cannot be
one of the quantity is missing or refused, and never counted as a measurement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError
from . import units
from .names import (
    DISPLACEMENT,
    DISPLACEMENT_STD,
    EAST_DISPLACEMENT,
    TWS,
    TWS_ANALYSIS,
    TWS_ANALYSIS_STD,
    TWS_OPEN_LOOP,
    TWS_OPEN_LOOP_STD,
    VERTICAL_DISPLACEMENT,
)

SENTINELS = (-999.0, -9999.0, -99999.0, -999999.0, -32768.0, 32767.0, 1e20, -1e20, 1e30, -1e30)
"""Numbers that programs write for "missing" where nobody declares it, beside everything beyond 1e15."""
_BEYOND = 1e15  # no quantity of ours in any unit; NetCDF's default fill is 9.97e36, GDAL's -3.4e38


@dataclass(frozen=True)
class Quantity:
    """A quantity of the chain.

    Attributes
    ----------
    words : str
        What it is, for messages.
    unit : str
        Of the values that steps get.
    factor : callable
        Returns how many of `unit` one of a unit's text is, None where the text is no unit of the quantity.
    accepted : str
        Units that may stand in a file, for messages.
    largest : float
        No value of the quantity is larger in size (in `unit`).
    """

    words: str
    unit: str
    factor: Callable[[str], float | None]
    accepted: str
    largest: float


STORAGE = Quantity("water storage", "mm", units.millimetres_of_water, "mm, kg m-2, cm or m of water", 1e6)
"""mm of water. Larger than a kilometre of water is nothing on land."""
LENGTH = Quantity("displacement", "mm", units.millimetres_of_length, "mm, cm or m", 1e5)
"""mm. The ground moves by less than 100 m between two dates, volcanoes and glaciers included."""
RATE = Quantity("velocity", "mm/yr", units.millimetres_per_year, "mm/yr, cm/yr or m/yr", 1e6)
"""mm/yr; glaciers included."""

SERIES = frozenset(
    {TWS, TWS_OPEN_LOOP, TWS_ANALYSIS, TWS_OPEN_LOOP_STD, TWS_ANALYSIS_STD, "tws_std", "uncertainty"}
    | {"tws_open_loop_members", "tws_analysis_members", DISPLACEMENT, VERTICAL_DISPLACEMENT, EAST_DISPLACEMENT}
    | {DISPLACEMENT_STD, "reference_up", "determined", "part", "n_pixels"}
)
"""Variables along time: those of a file with a single time are presented with an axis of one time."""

QUANTITIES: dict[str, Quantity] = {
    **dict.fromkeys((TWS, TWS_OPEN_LOOP, TWS_ANALYSIS, "tws_open_loop_members", "tws_analysis_members"), STORAGE),
    **dict.fromkeys((TWS_OPEN_LOOP_STD, TWS_ANALYSIS_STD, "tws_std", "uncertainty"), STORAGE),
    **dict.fromkeys((DISPLACEMENT, VERTICAL_DISPLACEMENT, EAST_DISPLACEMENT, DISPLACEMENT_STD), LENGTH),
    **dict.fromkeys(("error_std", "noise_std", "air_std", "reference_up"), LENGTH),
    **dict.fromkeys(("velocity", "velocity_std"), RATE),
}
"""Variables whose meaning is fixed by their name in the files of the chain."""


def factor_of(quantity: Quantity, said: str, given: str, where: str) -> float:
    """Return the factor that turns a variable's values into the quantity's unit.

    Parameters
    ----------
    quantity : Quantity
        Of the variable.
    said : str
        Its attribute ``units``; '' where it has none.
    given : str
        The parameter `UNIT`; '' for "as the file says". It counts only where the file says nothing.
    where : str
        File and variable, for messages.

    Returns
    -------
    float
        Factor.

    Raises
    ------
    InputError
        Where neither knows the unit, or it is none of the quantity.
    """
    text = said.strip() or given.strip() + ("/yr" if quantity is RATE and given.strip() else "")
    if not text:
        raise InputError(
            f"{where} has no unit: say with UNIT what its values are ({quantity.accepted}), or set its attribute "
            "'units'."
        )
    factor = quantity.factor(text)
    if factor is None:
        source = "has the unit" if said.strip() else "is given the UNIT"
        raise InputError(
            f"{where} {source} '{text}', which is no unit of {quantity.words}: it is read in {quantity.accepted}. "
            "Choose another file or variable, or correct its attribute 'units'."
        )
    return factor


def without_sentinels(values: FloatArray) -> tuple[FloatArray, tuple[float, ...]]:
    """Return values with NaN in place of undeclared "missing" values, and which these were.

    Parameters
    ----------
    values : array [..]
        As stored, declared missing values already NaN.

    Returns
    -------
    values : array [..]
        As stored; the same array where nothing was found.
    found : tuple of float
        The undeclared values, each once.
    """
    limit = min(abs(value) for value in SENTINELS)
    with np.errstate(invalid="ignore"):
        suspicious = np.abs(values) >= limit
    if not suspicious.any():
        return values, ()
    candidates = np.unique(values[suspicious])
    found = tuple(float(one) for one in candidates if _is_sentinel(float(one)))
    if not found:
        return values, ()
    return np.where(np.isin(values, found), np.nan, values), found


def check_range(values: npt.NDArray[np.float64], quantity: Quantity, where: str) -> None:
    """See that values are possible.

    Parameters
    ----------
    values : array [..]
        In the quantity's unit; NaN is missing.
    quantity : Quantity
        Of the values.
    where : str
        File and variable, for messages.

    Raises
    ------
    InputError
        Where one is larger than the quantity can be.
    """
    with np.errstate(invalid="ignore"):
        beyond = np.abs(values) > quantity.largest
    if beyond.any():
        worst = float(values[beyond][0])
        raise InputError(
            f"{where} holds {worst:g} {quantity.unit}, which no {quantity.words} is: if it means 'missing', declare it "
            "as _FillValue; else correct the file or its unit."
        )


def _is_sentinel(value: float) -> bool:
    """Say whether a stored value stands for "missing": whole nines or ends of integer types, to the last digit."""
    return abs(value) >= _BEYOND or value in SENTINELS

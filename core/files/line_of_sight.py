"""Units and signs that line-of-sight data come in, and the parameters with which a user says them."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..errors import InputError
from .units import millimetres_of_length

AS_THE_FILE_SAYS = "file"
RADIANS = "rad"
UNITS = (AS_THE_FILE_SAYS, "mm", "cm", "m", RADIANS)
TOWARDS, AWAY = "towards", "away"
SIGNS = (AS_THE_FILE_SAYS, TOWARDS, AWAY)

_RADIANS = {"rad", "radian", "radians"}
_LENGTHS_MM = {1e-3: "um", 1.0: "mm", 10.0: "cm", 1000.0: "m"}
SHORTEST_M, LONGEST_M = 0.01, 2.0
"""Wavelengths in m of any radar that looks at the ground: Ka to P band."""


def unit_of(text: str) -> str | None:
    """Return which of :data:`UNITS` a unit in words is (``metres``, ``Radian``, ``m``); None where it is none."""
    words = text.strip().lower()
    if words in _RADIANS:
        return RADIANS
    return _LENGTHS_MM.get(millimetres_of_length(words) or math.nan)


def millimetres(unit: str, wavelength_m: float) -> float:
    """Return the line-of-sight length in mm of 1 in a unit of :data:`UNITS`; radians are of the two-way path."""
    if unit == RADIANS:
        return 1000.0 * wavelength_m / (4.0 * math.pi)
    return next(size for size, name in _LENGTHS_MM.items() if name == unit)


def check_choices(choices: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
    """Refuse values of parameters, each with its name, value and choices, that are none of their choices.

    Raises
    ------
    InputError
        Names the first.
    """
    for name, value, offered in choices:
        if value not in offered:
            raise InputError(f"{name} must be one of {', '.join(offered)}, not '{value}'.")


def check_wavelength(wavelength_m: float) -> None:
    """Refuse a wavelength in m that no such radar has; NaN stands for none.

    Raises
    ------
    InputError
        Names the limits.
    """
    if not math.isnan(wavelength_m) and not SHORTEST_M < wavelength_m < LONGEST_M:
        raise InputError(f"WAVELENGTH must lie between {SHORTEST_M} and {LONGEST_M} m, not {wavelength_m:g}.")

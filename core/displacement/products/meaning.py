"""What the numbers of a product mean: unit and sign, as the file says or as the user does."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from ...errors import InputError
from ...files.line_of_sight import (
    AS_THE_FILE_SAYS,
    RADIANS,
    SIGNS,
    TOWARDS,
    UNITS,
    check_choices,
    check_wavelength,
    millimetres,
    unit_of,
)

COMPONENTS = (AS_THE_FILE_SAYS, "line_of_sight", "vertical", "east")


@dataclass(frozen=True)
class Wanted:
    """What the user says of the numbers; :data:`AS_THE_FILE_SAYS` and NaN: nothing.

    Attributes
    ----------
    unit : str
        One of :data:`UNITS`.
    sign : str
        One of :data:`SIGNS`: what a positive number means in the line of sight. ``away``: the range increases.
    component : str
        One of :data:`COMPONENTS`.
    wavelength_m : float
        Of the radar, needed for ``rad``.
    """

    unit: str = AS_THE_FILE_SAYS
    sign: str = AS_THE_FILE_SAYS
    component: str = AS_THE_FILE_SAYS
    wavelength_m: float = math.nan

    def __post_init__(self) -> None:
        """Check the choices."""
        check_choices(
            (("UNIT", self.unit, UNITS), ("SIGN", self.sign, SIGNS), ("COMPONENT", self.component, COMPONENTS))
        )
        check_wavelength(self.wavelength_m)


def factor_to_mm(
    path: Path, stored_unit: str, wanted: Wanted, stored_sign: str = "", wavelength_m: float = math.nan
) -> float:
    """Return by what numbers are multiplied to be mm, positive towards the satellite.

    Parameters
    ----------
    path : Path
        For messages.
    stored_unit : str
        As the file says; empty where it does not.
    wanted : Wanted
        As the user says, which goes before the file.
    stored_sign : str
        :data:`TOWARDS` or :data:`AWAY`; empty where neither the file nor its format says.
    wavelength_m : float
        As the file says; NaN where it does not.

    Raises
    ------
    InputError
        Names the parameter for what neither says.
    """
    missing = []
    stated = stored_unit if wanted.unit == AS_THE_FILE_SAYS else wanted.unit
    unit = unit_of(stated)
    if not stated.strip():
        missing.append(f"the unit of its values (UNIT: {', '.join(UNITS[1:])})")
    elif unit is None:
        missing.append(f"a unit that is a length or an angle, but '{stored_unit}' (UNIT: {', '.join(UNITS[1:])})")
    sign = stored_sign if wanted.sign == AS_THE_FILE_SAYS else wanted.sign
    if not sign:
        missing.append("what its sign means (SIGN: towards or away from the satellite)")
    wavelength = wanted.wavelength_m if math.isfinite(wanted.wavelength_m) else wavelength_m
    if unit == RADIANS and not math.isfinite(wavelength):
        missing.append("the wavelength that turns radians into millimetres (WAVELENGTH, in m: 0.0555 for Sentinel-1)")
    if missing or unit is None:
        raise InputError(f"{path} does not say {' nor '.join(missing)}: give what is in brackets.")
    size = millimetres(unit, wavelength)
    return size if sign == TOWARDS else -size


def check_component(path: Path, quantity: str, wanted: Wanted, is_line_of_sight: bool) -> None:
    """Refuse a COMPONENT that contradicts a product which says what it holds.

    Raises
    ------
    InputError
        Where it does.
    """
    if wanted.component == AS_THE_FILE_SAYS:
        return
    if (wanted.component == "line_of_sight") != is_line_of_sight:
        raise InputError(f"COMPONENT is {wanted.component}, but {path} holds {quantity}: leave it to the file.")

"""What the numbers of a product mean: unit and sign, as the file says or as the user does."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from ...errors import InputError
from ...files.units import millimetres_of_length

AS_THE_FILE_SAYS = "file"
UNITS = (AS_THE_FILE_SAYS, "mm", "cm", "m", "rad")
TOWARDS, AWAY = "towards", "away"
SIGNS = (AS_THE_FILE_SAYS, TOWARDS, AWAY)
COMPONENTS = (AS_THE_FILE_SAYS, "line_of_sight", "vertical", "east")

_RADIANS = {"rad", "radian", "radians"}


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
        for name, value, choices in (
            ("UNIT", self.unit, UNITS),
            ("SIGN", self.sign, SIGNS),
            ("COMPONENT", self.component, COMPONENTS),
        ):
            if value not in choices:
                raise InputError(f"{name} must be one of {', '.join(choices)}, not '{value}'.")
        if self.wavelength_m <= 0:
            raise InputError(f"WAVELENGTH must be larger than 0 m, not {self.wavelength_m:g}.")


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
    unit = (stored_unit if wanted.unit == AS_THE_FILE_SAYS else wanted.unit).strip().lower()
    millimetres = millimetres_of_length(unit) if unit else None
    if not unit:
        missing.append(f"the unit of its values (UNIT: {', '.join(UNITS[1:])})")
    elif millimetres is None and unit not in _RADIANS:
        missing.append(f"a unit that is a length or an angle, but '{stored_unit}' (UNIT: {', '.join(UNITS[1:])})")
    sign = stored_sign if wanted.sign == AS_THE_FILE_SAYS else wanted.sign
    if not sign:
        missing.append("what its sign means (SIGN: towards or away from the satellite)")
    wavelength = wanted.wavelength_m if math.isfinite(wanted.wavelength_m) else wavelength_m
    if unit in _RADIANS and not math.isfinite(wavelength):
        missing.append("the wavelength that turns radians into millimetres (WAVELENGTH, in m: 0.0555 for Sentinel-1)")
    if missing:
        raise InputError(f"{path} does not say {' nor '.join(missing)}: give what is in brackets.")
    size = 1000.0 * wavelength / (4.0 * math.pi) if millimetres is None else millimetres
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

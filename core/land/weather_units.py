"""Units of weather: from a file's own to the model's."""

from __future__ import annotations

import re

from ..errors import InputError

SECONDS_PER_DAY = 86400.0
_UNITS: dict[str, dict[str, float]] = {
    "Psurf": {"pa": 1.0, "hpa": 100.0, "mb": 100.0, "mbar": 100.0, "millibar": 100.0, "kpa": 1000.0},
    "Qair": {"kgkg-1": 1.0, "kg/kg": 1.0, "1": 1.0, "gkg-1": 1e-3, "g/kg": 1e-3},
    "relative humidity": {"%": 0.01, "percent": 0.01, "1": 1.0},
    "Wind": {"ms-1": 1.0, "m/s": 1.0, "km/h": 1 / 3.6, "kmh-1": 1 / 3.6},
    "radiation": {"wm-2": 1.0, "w/m2": 1.0},
    "rate": {
        "kgm-2s-1": 1.0,
        "kg/m2/s": 1.0,
        "kg/m2s": 1.0,
        "kg/(m2s)": 1.0,
        "mms-1": 1.0,
        "mm/s": 1.0,
        "ms-1": 1000.0,
        "m/s": 1000.0,
        "mmh-1": 1 / 3600,
        "mm/h": 1 / 3600,
        "mmhr-1": 1 / 3600,
        "mm/hr": 1 / 3600,
        "mm/hour": 1 / 3600,
        "kgm-2h-1": 1 / 3600,
        "mmday-1": 1 / SECONDS_PER_DAY,
        "mm/day": 1 / SECONDS_PER_DAY,
        "mmd-1": 1 / SECONDS_PER_DAY,
        "mm/d": 1 / SECONDS_PER_DAY,
        "kgm-2d-1": 1 / SECONDS_PER_DAY,
        "kgm-2day-1": 1 / SECONDS_PER_DAY,
    },
}
# Per interval of the stamps: the factor is divided by its seconds.
_AMOUNTS: dict[str, dict[str, float]] = {
    "rate": {"m": 1000.0, "mofwaterequivalent": 1000.0, "mm": 1.0, "kgm-2": 1.0, "kg/m2": 1.0, "cm": 10.0},
    "radiation": {"jm-2": 1.0, "j/m2": 1.0, "mjm-2": 1e6, "kjm-2": 1e3, "whm-2": 3600.0},
}
_KIND = {"Rainf": "rate", "Rainf_C": "rate", "Snowf": "rate", "SWdown": "radiation", "LWdown": "radiation"}
_CELSIUS = {"c", "degc", "celsius", "degreescelsius", "degreesc", "degreecelsius", "°c"}
_KELVIN = {"k", "kelvin", "degk", "degreesk"}
_PER_HOURS = re.compile(r"mm(?:/|per)(\d+)h(?:r|rs|our|ours)?$|mm(\d+)h-1$")


def plain_unit(unit: str) -> str:
    """Return a unit without blanks, powers written one way, in lower case."""
    return re.sub(r"[\s_.·]|\*\*|\^", "", unit.lower()).replace("²", "2").replace("{", "").replace("}", "")


def to_model_unit(variable: str, unit: str, seconds: float, where: str) -> tuple[float, float]:
    """Return factor and summand that turn a file's values into the model's unit.

    Parameters
    ----------
    variable : str
        Of the model; the unit is of one of its parts, such as a component of the wind.
    unit : str
        In the file.
    seconds : float
        Length of the interval: of amounts (m, mm, J m-2).
    where : str
        File and variable, for messages.

    Returns
    -------
    tuple of float
        K, kg kg-1, Pa, kg m-2 s-1, W m-2 or m s-1 are value * factor + summand.

    Raises
    ------
    InputError
        Where there is no unit, or it is none of this variable.
    """
    plain = plain_unit(unit)
    if not plain:
        part = where.split("'")[-2] if "'" in where else variable
        raise InputError(
            f"{where} has no unit: say it by WEATHER_UNITS, such as {part}={_example(variable)}, or set its attribute "
            "'units'."
        )
    if variable == "Tair":
        if plain in _CELSIUS:
            return 1.0, 273.15
        if plain in _KELVIN:
            return 1.0, 0.0
    kind = _KIND.get(variable, variable)
    amount = _AMOUNTS.get(kind, {}).get(plain)
    if amount is not None:
        return amount / seconds, 0.0
    hours = _PER_HOURS.match(plain)
    if kind == "rate" and hours:
        return 1.0 / (3600.0 * float(hours.group(1) or hours.group(2))), 0.0
    scale = _UNITS.get(kind, {}).get(plain)
    if scale is None:
        raise InputError(
            f"{where} has the unit '{unit}', which is none of {variable}: correct its attribute 'units', or say the "
            "unit by WEATHER_UNITS."
        )
    return scale, 0.0


def _example(variable: str) -> str:
    examples = {
        "Tair": "K",
        "Qair": "kg kg-1",
        "Psurf": "Pa",
        "Wind": "m s-1",
        "relative humidity": "%",
        "rate": "mm/h",
        "radiation": "W m-2",
    }
    return examples[_KIND.get(variable, variable)]


def read_units(text: str) -> dict[str, str]:
    """Return the units that a user gives, ``variable=unit, variable=unit``, by variable.

    Raises
    ------
    InputError
        Where the text cannot be read so.
    """
    units: dict[str, str] = {}
    for part in (piece.strip() for piece in re.split(r"[,;]", text) if piece.strip()):
        name, sign, unit = (piece.strip() for piece in part.partition("="))
        if not (name and sign and unit):
            raise InputError(f"WEATHER_UNITS: '{part}' is not understood: write such as Rainf=mm/h, Tair=degC.")
        units[name] = unit
    return units

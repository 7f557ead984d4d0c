"""Units of lengths and of water storage, as land models, reanalyses and geodetic products write them."""

from __future__ import annotations

import re

from ..errors import InputError

# Water of 1000 kg m-3: a kilogram on a square metre is a millimetre.
_MILLIMETRES = {
    "mm": 1.0,
    "millimeter": 1.0,
    "millimeters": 1.0,
    "millimetre": 1.0,
    "millimetres": 1.0,
    "kgm-2": 1.0,
    "kg/m2": 1.0,
    "cm": 10.0,
    "centimeter": 10.0,
    "centimeters": 10.0,
    "centimetre": 10.0,
    "centimetres": 10.0,
    "dm": 100.0,
    "m": 1000.0,
    "meter": 1000.0,
    "meters": 1000.0,
    "metre": 1000.0,
    "metres": 1000.0,
    "gcm-2": 10.0,
}
_LENGTHS = {name: scale for name, scale in _MILLIMETRES.items() if "g" not in name} | {"µm": 1e-3, "um": 1e-3}
_VOLUMETRIC = {"m3m-3", "m3/m3", "1", "mm-1", "v/v"}
_WATER = re.compile(r"(of)?(liquid)?(water)(equivalent)?(thickness|height|depth)?|w\.?e\.?$|(of)?h2o|eqv\.?water|eq$")


def millimetres_per_unit(text: str, what: str) -> float:
    """Return how many millimetres of water one unit of storage is.

    Parameters
    ----------
    text : str
        Unit as in the file: ``mm``, ``kg m-2``, ``kg m**-2``, ``m of water equivalent``, ``cm w.e.`` ...
    what : str
        File and variable, for messages.

    Raises
    ------
    InputError
        Where it is no unit of storage.
    """
    plain = _plain(text)
    scale = _MILLIMETRES.get(plain)
    if scale is None:
        said = f"has the unit '{text}'" if text.strip() else "has no unit"
        raise InputError(
            f"{what} {said}: storage is read in mm, kg m-2, cm or m of water. Choose another VARIABLE, say the UNIT "
            "of one that has none, or set its attribute 'units'."
        )
    return scale


def millimetres_of_length(text: str) -> float | None:
    """Return how many millimetres one unit of length is (``m``, ``cm``, ``millimetres``); None where it is none."""
    return _LENGTHS.get(_plain(text))


def millimetres_of_water(text: str) -> float | None:
    """Return how many millimetres of water one unit of storage is; None where it is no unit of storage."""
    return _MILLIMETRES.get(_plain(text))


def millimetres_per_year(text: str) -> float | None:
    """Return how many mm a year one unit of velocity is (``mm/yr``, ``m year-1``, ``cm/a``); None where it is none."""
    length, separator, period = re.sub(r"[\s_]", "", text.strip().lower()).partition("/")
    if not separator:
        match = re.fullmatch(r"(.*?)(yr|year|a)\^?-1", length)
        if match is None:
            return None
        length, period = match[1], match[2]
    return _LENGTHS.get(length) if period in {"yr", "year", "years", "a", "y"} else None


def is_volumetric(text: str) -> bool:
    """Return True for a volume of water in a volume of soil (``m3 m-3``)."""
    return _plain(text) in _VOLUMETRIC


def _plain(text: str) -> str:
    """Return a unit without blanks, powers written one way and words about water left out."""
    plain = re.sub(r"[\s_]", "", text.strip().lower())
    plain = plain.replace("**", "").replace("^", "").replace("{", "").replace("}", "").replace("²", "2")
    return _WATER.sub("", plain)

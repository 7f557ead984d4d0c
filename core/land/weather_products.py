"""What the variables of weather products are called, what they mean and which units they come in.

GLDAS-2.1 and MERRA-2 are read after their documentation (no real granule with weather was at hand), ERA5 and ERA5-Land
after real downloads of the current layout.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from .catchment.constants import MOLAR_RATIO

Meaning = Literal["point", "mean", "accumulated"]


@dataclass(frozen=True)
class Field:
    """One variable of the model in a product.

    Attributes
    ----------
    names : tuple of str
        Variables of the file that make it; alternatives are fields of their own.
    meaning : str
        ``point`` at the stamp, ``mean`` of an interval, or ``accumulated`` since 00 UTC of the day.
    stamp : float
        Where in the interval of a mean the stamp lies: 0 its beginning, 1 its end.
    combine : callable, optional
        From the arrays of `names` to the variable, where there are several or they need more than their unit.
    """

    names: tuple[str, ...]
    meaning: Meaning
    stamp: float = 0.0
    combine: Callable[..., FloatArray] | None = None


@dataclass(frozen=True)
class Product:
    """A product.

    Attributes
    ----------
    name : str
        For reports.
    fields : dict
        Model variable -> alternatives, best first.
    optional : tuple of str
        Variables that may be absent.
    height : float
        Of temperature, humidity and wind above the ground, m.
    """

    name: str
    fields: dict[str, tuple[Field, ...]]
    optional: tuple[str, ...] = ("Rainf_C", "Snowf")
    height: float = 10.0


def humidity_of_dew_point(dew_point: FloatArray, pressure: FloatArray) -> FloatArray:
    """Return the specific humidity of air of a dew point (K) at a pressure (Pa), over water (IFS, Teten's formula)."""
    vapour = 611.21 * np.exp(17.502 * (dew_point - 273.16) / (dew_point - 32.19))
    return MOLAR_RATIO * vapour / (pressure - (1.0 - MOLAR_RATIO) * vapour)


def _speed(east: FloatArray, north: FloatArray) -> FloatArray:
    return np.hypot(east, north)


def _rain(total: FloatArray, snow: FloatArray) -> FloatArray:
    return np.maximum(total - snow, 0.0)


_PLAIN_NAMES = {
    "Tair": ("Tair",),
    "Qair": ("Qair",),
    "Psurf": ("Psurf",),
    "Rainf": ("Rainf", "Precip"),
    "Rainf_C": ("Rainf_C",),
    "Snowf": ("Snowf",),
    "LWdown": ("LWdown",),
    "SWdown": ("SWdown",),
    "Wind": ("Wind",),
}
PLAIN = Product(
    "plain",
    {name: tuple(Field((found,), "mean") for found in names) for name, names in _PLAIN_NAMES.items()},
)


def _mean(*names: str, stamp: float, combine: Callable[..., FloatArray] | None = None) -> Field:
    return Field(names, "mean", stamp, combine)


def _point(*names: str, combine: Callable[..., FloatArray] | None = None) -> Field:
    return Field(names, "point", 0.0, combine)


# "tavg: past 3-hour average": the stamp of a mean is its end.
GLDAS = Product(
    "GLDAS-2.1",
    {
        "Tair": (_point("Tair_f_inst"),),
        "Qair": (_point("Qair_f_inst"),),
        "Psurf": (_point("Psurf_f_inst"),),
        "Wind": (_point("Wind_f_inst"),),
        "Rainf": (_mean("Rainf_f_tavg", "Snowf_tavg", stamp=1.0, combine=_rain), _mean("Rainf_f_tavg", stamp=1.0)),
        "Snowf": (_mean("Snowf_tavg", stamp=1.0),),
        "SWdown": (_mean("SWdown_f_tavg", stamp=1.0),),
        "LWdown": (_mean("LWdown_f_tavg", stamp=1.0),),
    },
)
# Hourly means with stamps at half past.
MERRA2 = Product(
    "MERRA-2",
    {
        "Tair": (_mean("T2M", stamp=0.5), _mean("TLML", stamp=0.5)),
        "Qair": (_mean("QV2M", stamp=0.5), _mean("QLML", stamp=0.5)),
        "Psurf": (_mean("PS", stamp=0.5),),
        "Wind": (
            _mean("U10M", "V10M", stamp=0.5, combine=_speed),
            _mean("U2M", "V2M", stamp=0.5, combine=_speed),
            _mean("SPEEDLML", stamp=0.5),
        ),
        "Rainf": tuple(
            _mean(total, snow, stamp=0.5, combine=_rain)
            for total, snow in (("PRECTOTCORR", "PRECSNOCORR"), ("PRECTOTCORR", "PRECSNO"), ("PRECTOT", "PRECSNO"))
        ),
        "Snowf": (_mean("PRECSNOCORR", stamp=0.5), _mean("PRECSNO", stamp=0.5)),
        "Rainf_C": (_mean("PRECCUCORR", stamp=0.5), _mean("PRECCON", stamp=0.5)),
        "SWdown": (_mean("SWGDN", stamp=0.5),),
        "LWdown": (_mean("LWGAB", stamp=0.5),),
    },
)


def _era5(name: str, meaning: Meaning) -> Product:
    stamp = 1.0

    def total(rate: str, amount: str) -> tuple[Field, ...]:
        return _mean(rate, stamp=stamp), Field((amount,), meaning, stamp)

    rain = (
        _mean("mtpr", "msr", stamp=stamp, combine=_rain),
        Field(("tp", "sf"), meaning, stamp, _rain),
        _mean("mtpr", stamp=stamp),
        Field(("tp",), meaning, stamp),
    )
    return Product(
        name,
        {
            "Tair": (_point("t2m"),),
            "Qair": (_point("d2m", "sp", combine=humidity_of_dew_point),),
            "Psurf": (_point("sp"),),
            "Wind": (_point("u10", "v10", combine=_speed),),
            "Rainf": rain,
            "Snowf": total("msr", "sf"),
            "SWdown": total("msdwswrf", "ssrd"),
            "LWdown": total("msdwlwrf", "strd"),
        },
    )


# Half-hourly or daily precipitation alone, stamped at the beginning of its interval.
IMERG = Product("IMERG", {"Rainf": (_mean("precipitation", stamp=0.0), _mean("precipitationCal", stamp=0.0))})
ERA5_LAND = _era5("ERA5-Land", "accumulated")
ERA5 = _era5("ERA5", "mean")

_UNITS: dict[str, dict[str, float]] = {
    "Psurf": {"pa": 1.0, "hpa": 100.0, "mb": 100.0, "mbar": 100.0, "kpa": 1000.0},
    "Qair": {"kgkg-1": 1.0, "kg/kg": 1.0, "1": 1.0, "gkg-1": 1e-3, "g/kg": 1e-3},
    "Wind": {"ms-1": 1.0, "m/s": 1.0},
    "radiation": {"wm-2": 1.0, "w/m2": 1.0},
    "rate": {
        "kgm-2s-1": 1.0,
        "kg/m2/s": 1.0,
        "kg/m2s": 1.0,
        "mms-1": 1.0,
        "mm/s": 1.0,
        "mmh-1": 1 / 3600,
        "mm/h": 1 / 3600,
        "mmhr-1": 1 / 3600,
        "mm/hr": 1 / 3600,
        "mmday-1": 1 / 86400,
        "mm/day": 1 / 86400,
    },
}
_KIND = {"Rainf": "rate", "Rainf_C": "rate", "Snowf": "rate", "SWdown": "radiation", "LWdown": "radiation"}
_CELSIUS = {"c", "degc", "celsius", "degreescelsius", "degreesc", "°c"}


def to_model_unit(variable: str, unit: str, seconds: float, where: str) -> tuple[float, float]:
    """Return factor and summand that turn a file's values into the model's unit.

    Parameters
    ----------
    variable : str
        Of the model; the unit is of one of its parts, such as a component of the wind.
    unit : str
        In the file; '' is taken for the model's own.
    seconds : float
        Length of the interval: of amounts (m, mm, J m-2).
    where : str
        File and variable, for messages.

    Raises
    ------
    InputError
        Where the unit is none of this variable.
    """
    plain = re.sub(r"[\s_.]|\*\*|\^", "", unit.lower()).replace("²", "2").replace("{", "").replace("}", "")
    if not plain:
        return 1.0, 0.0
    if variable == "Tair":
        if plain in _CELSIUS:
            return 1.0, 273.15
        if plain in ("k", "kelvin", "degk"):
            return 1.0, 0.0
    kind = _KIND.get(variable, variable)
    if kind == "rate" and plain in ("m", "mofwaterequivalent"):
        return 1000.0 / seconds, 0.0
    if kind == "rate" and plain in ("mm", "kgm-2", "kg/m2"):
        return 1.0 / seconds, 0.0
    if kind == "radiation" and plain in ("jm-2", "j/m2"):
        return 1.0 / seconds, 0.0
    scale = _UNITS.get(kind, {}).get(plain)
    if scale is None:
        raise InputError(f"{where} has the unit '{unit}', which is none of {variable}: correct its attribute 'units'.")
    return scale, 0.0

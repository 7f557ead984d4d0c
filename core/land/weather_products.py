"""What the variables of weather products are called, and what they mean where their files do not say.

GLDAS-2.1 and MERRA-2 are read after their documentation (no real granule with weather was at hand), ERA5 and ERA5-Land
after real downloads of the current layout. The meaning is that of a variable in its product's documentation; what a
file says itself comes first (see :mod:`.weather_meaning`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..arrays import FloatArray
from .catchment.constants import MOLAR_RATIO

Meaning = Literal["point", "mean", "sum", "accumulated", "undecided"]
REQUIRED = ("Tair", "Qair", "Psurf", "Wind", "Rainf", "SWdown", "LWdown")
OPTIONAL = ("Snowf", "Rainf_C")


@dataclass(frozen=True)
class Field:
    """One variable of the model in a product.

    Attributes
    ----------
    names : tuple of str
        Variables of the file that make it; alternatives are fields of their own.
    meaning : str
        ``point`` at the stamp, ``mean`` or ``sum`` of an interval, ``accumulated`` since 00 UTC of the day, or
        ``undecided``: a sum or an accumulation, which only the values tell apart.
    stamp : float
        Where in the interval the stamp lies: 0 its beginning, 1 its end.
    combine : callable, optional
        From the arrays of `names` to the variable, where there are several or they need more than their unit.
    hours : float
        Length of the interval; 0 for the distance of the stamps.
    height : float
        Above the ground that the value holds for, m; 0 where it is the product's.
    """

    names: tuple[str, ...]
    meaning: Meaning
    stamp: float = 0.0
    combine: Callable[..., FloatArray] | None = None
    hours: float = 0.0
    height: float = 0.0


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
    says_intervals : bool
        Whether bounds and ``cell_methods`` in its files count before the meaning given here.
    """

    name: str
    fields: dict[str, tuple[Field, ...]]
    optional: tuple[str, ...] = OPTIONAL
    height: float = 10.0
    says_intervals: bool = False


def humidity_of_dew_point(dew_point: FloatArray, pressure: FloatArray) -> FloatArray:
    """Return the specific humidity of air of a dew point (K) at a pressure (Pa), over water (IFS, Teten's formula)."""
    vapour = 611.21 * np.exp(17.502 * (dew_point - 273.16) / (dew_point - 32.19))
    return MOLAR_RATIO * vapour / (pressure - (1.0 - MOLAR_RATIO) * vapour)


def humidity_of_relative(relative: FloatArray, temperature: FloatArray, pressure: FloatArray) -> FloatArray:
    """Return the specific humidity of air of a relative humidity (1, over water) at a temperature (K), and Pa."""
    saturated = 611.21 * np.exp(17.502 * (temperature - 273.16) / (temperature - 32.19))
    vapour = np.clip(relative, 0.0, 1.0) * saturated
    return MOLAR_RATIO * vapour / (pressure - (1.0 - MOLAR_RATIO) * vapour)


def _speed(east: FloatArray, north: FloatArray) -> FloatArray:
    return np.hypot(east, north)


def _rain(total: FloatArray, snow: FloatArray) -> FloatArray:
    return np.maximum(total - np.maximum(snow, 0.0), 0.0)


def _snow(total: FloatArray, snow: FloatArray) -> FloatArray:
    """Snow that a total holds: never more than it."""
    return np.minimum(np.maximum(snow, 0.0), np.maximum(total, 0.0))


def _share(snow: FloatArray, uncorrected: FloatArray) -> FloatArray:
    """Part of precipitation that is snow; none where there is no precipitation."""
    wet = uncorrected > 0.0
    return np.clip(np.where(wet, snow / np.where(wet, uncorrected, 1.0), 0.0), 0.0, 1.0)


def _shared_rain(total: FloatArray, snow: FloatArray, uncorrected: FloatArray) -> FloatArray:
    return total * (1.0 - _share(snow, uncorrected))


def _shared_snow(total: FloatArray, snow: FloatArray, uncorrected: FloatArray) -> FloatArray:
    return total * _share(snow, uncorrected)


def _sum(first: FloatArray, second: FloatArray) -> FloatArray:
    return first + second


_PLAIN_NAMES = {
    "Tair": ("Tair",),
    "Qair": ("Qair",),
    "Psurf": ("Psurf", "PSurf"),
    "Rainf": ("Rainf", "Precip"),
    "Rainf_C": ("Rainf_C",),
    "Snowf": ("Snowf",),
    "LWdown": ("LWdown",),
    "SWdown": ("SWdown",),
    "Wind": ("Wind",),
}
_PLAIN = {name: tuple(Field((found,), "mean") for found in names) for name, names in _PLAIN_NAMES.items()}
# NLDAS and LIS give the wind by its components.
_PLAIN["Wind"] += (Field(("Wind_E", "Wind_N"), "mean", 0.0, _speed),)
# ``Precip`` is rain and snow together.
_PLAIN["Rainf"] = (_PLAIN["Rainf"][0], Field(("Precip", "Snowf"), "mean", 0.0, _rain), _PLAIN["Rainf"][1])
PLAIN = Product("plain", _PLAIN, says_intervals=True)


def _mean(
    *names: str, stamp: float, combine: Callable[..., FloatArray] | None = None, hours: float = 0.0, height: float = 0.0
) -> Field:
    return Field(names, "mean", stamp, combine, hours, height=height)


def _point(*names: str, combine: Callable[..., FloatArray] | None = None) -> Field:
    return Field(names, "point", 0.0, combine)


# CF standard names and the names of CMIP and ISIMIP; precipitation there is rain and snow together.
CF_NAMES = {
    "air_temperature": "tas",
    "specific_humidity": "huss",
    "relative_humidity": "hurs",
    "surface_air_pressure": "ps",
    "precipitation_flux": "pr",
    "rainfall_flux": "prra",
    "snowfall_flux": "prsn",
    "surface_downwelling_shortwave_flux_in_air": "rsds",
    "surface_downwelling_longwave_flux_in_air": "rlds",
    "wind_speed": "sfcWind",
    "eastward_wind": "uas",
    "northward_wind": "vas",
    "dew_point_temperature": "tdps",
}
CF = Product(
    "CF",
    {
        "Tair": (_mean("tas", stamp=0.0),),
        "Qair": (
            _mean("huss", stamp=0.0),
            _mean("tdps", "ps", stamp=0.0, combine=humidity_of_dew_point),
            _mean("hurs", "tas", "ps", stamp=0.0, combine=humidity_of_relative),
        ),
        "Psurf": (_mean("ps", stamp=0.0),),
        "Wind": (_mean("sfcWind", stamp=0.0), _mean("uas", "vas", stamp=0.0, combine=_speed)),
        "Rainf": (
            _mean("prra", stamp=0.0),
            _mean("pr", "prsn", stamp=0.0, combine=_rain),
            _mean("pr", stamp=0.0),
        ),
        "Snowf": (_mean("pr", "prsn", stamp=0.0, combine=_snow), _mean("prsn", stamp=0.0)),
        "SWdown": (_mean("rsds", stamp=0.0),),
        "LWdown": (_mean("rlds", stamp=0.0),),
    },
    says_intervals=True,
)

# "tavg: past 3-hour average": the stamp of a mean is its end.
GLDAS = Product(
    "GLDAS-2.1",
    {
        "Tair": (_point("Tair_f_inst"),),
        "Qair": (_point("Qair_f_inst"),),
        "Psurf": (_point("Psurf_f_inst"),),
        "Wind": (_point("Wind_f_inst"),),
        "Rainf": (_mean("Rainf_f_tavg", "Snowf_tavg", stamp=1.0, combine=_rain), _mean("Rainf_f_tavg", stamp=1.0)),
        "Snowf": (_mean("Rainf_f_tavg", "Snowf_tavg", stamp=1.0, combine=_snow),),
        "SWdown": (_mean("SWdown_f_tavg", stamp=1.0),),
        "LWdown": (_mean("LWdown_f_tavg", stamp=1.0),),
    },
)


def _merra2_precipitation() -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """Return alternatives of rain and snow that keep the total whichever snow there is.

    PRECSNO and PRECTOT are the model's own, PRECTOTCORR is corrected by gauges: the share of snow is taken from the
    model's own two where both are there; with PRECSNO alone snow is at most the corrected total.
    """
    shared = ("PRECTOTCORR", "PRECSNO", "PRECTOT")
    # PRECTOTLAND and PRECSNOLAND (tavg1_2d_lnd) are what fell on the land model: corrected by gauges too.
    pairs = (
        ("PRECTOTCORR", "PRECSNOCORR"),
        ("PRECTOTCORR", "PRECSNO"),
        ("PRECTOTLAND", "PRECSNOLAND"),
        ("PRECTOT", "PRECSNO"),
    )
    rain = [_mean("PRECCUCORR", "PRECLSCORR", stamp=0.5, combine=_sum)]
    snow = [_mean("PRECSNOCORR", "PRECCUCORR", "PRECLSCORR", stamp=0.5, combine=lambda s, _c, _l: s)]
    for number, (total, part) in enumerate(pairs):
        if number == 1:
            rain.append(_mean(*shared, stamp=0.5, combine=_shared_rain))
            snow.append(_mean(*shared, stamp=0.5, combine=_shared_snow))
        rain.append(_mean(total, part, stamp=0.5, combine=_rain))
        snow.append(_mean(total, part, stamp=0.5, combine=_snow))
    rain += [_mean(total, stamp=0.5) for total in ("PRECTOTCORR", "PRECTOTLAND", "PRECTOT")]
    return tuple(rain), tuple(snow)


_MERRA2_RAIN, _MERRA2_SNOW = _merra2_precipitation()
# Hourly means with stamps at half past; the lowest level's (LML) height stands in HLML.
LOWEST_LEVEL = {"TLML", "QLML", "SPEEDLML", "ULML", "VLML"}
LOWEST_LEVEL_HEIGHT = "HLML"
MERRA2 = Product(
    "MERRA-2",
    {
        "Tair": (_mean("T2M", stamp=0.5), _mean("TLML", stamp=0.5)),
        "Qair": (_mean("QV2M", stamp=0.5), _mean("QLML", stamp=0.5)),
        "Psurf": (_mean("PS", stamp=0.5),),
        "Wind": (
            _mean("U10M", "V10M", stamp=0.5, combine=_speed),
            _mean("U2M", "V2M", stamp=0.5, combine=_speed, height=2.0),
            _mean("SPEEDLML", stamp=0.5),
            _mean("ULML", "VLML", stamp=0.5, combine=_speed),
        ),
        "Rainf": _MERRA2_RAIN,
        "Snowf": _MERRA2_SNOW,
        "Rainf_C": (_mean("PRECCUCORR", stamp=0.5), _mean("PRECCON", stamp=0.5)),
        "SWdown": (_mean("SWGDN", stamp=0.5),),
        "LWdown": (_mean("LWGAB", stamp=0.5),),
    },
)


def _ecmwf_flux(rates: tuple[str, ...], amount: str) -> tuple[Field, ...]:
    """Return alternatives: rates over the hour before the stamp, or an amount."""
    return (
        *(_mean(rate, stamp=1.0, hours=1.0) for rate in rates),
        Field((amount,), "undecided", 1.0, None, 1.0),
    )


def _ecmwf_precipitation() -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    rain: list[Field] = []
    snow: list[Field] = []
    for total, part in (("avg_tprate", "avg_tsrwe"), ("mtpr", "msr"), ("tp", "sf")):
        for fields, combine in ((rain, _rain), (snow, _snow)):
            meaning: Meaning = "undecided" if total == "tp" else "mean"
            fields.append(Field((total, part), meaning, 1.0, combine, 1.0))
    rain += _ecmwf_flux(("avg_tprate", "mtpr"), "tp")
    return tuple(rain), tuple(snow)


_ECMWF_RAIN, _ECMWF_SNOW = _ecmwf_precipitation()
_ECMWF = {
    "Tair": (_point("t2m"),),
    "Qair": (_point("d2m", "sp", combine=humidity_of_dew_point),),
    "Psurf": (_point("sp"),),
    "Wind": (_point("u10", "v10", combine=_speed), _point("si10")),
    "Rainf": _ECMWF_RAIN,
    "Snowf": _ECMWF_SNOW,
    "SWdown": _ecmwf_flux(("avg_sdswrf", "msdwswrf"), "ssrd"),
    "LWdown": _ecmwf_flux(("avg_sdlwrf", "msdwlwrf"), "strd"),
}
# ERA5 sums over the hour before the stamp, ERA5-Land from 00 UTC on: the attributes of the two are the same.
ERA5_LAND = Product("ERA5-Land", _ECMWF)
ERA5 = Product("ERA5", _ECMWF)

# Precipitation alone, stamped at the beginning of its interval: IMERG, CHIRPS and GPCP, MSWEP.
IMERG = Product(
    "IMERG",
    {"Rainf": (_mean("precipitation", stamp=0.0), _mean("precipitationCal", stamp=0.0))},
    says_intervals=True,
)
PRECIPITATION = Product(
    "precipitation",
    {
        "Rainf": tuple(
            _mean(name, stamp=0.0) for name in ("precip", "precipitation", "precipitationCal", "Precip", "Rainf", "pr")
        )
    },
    says_intervals=True,
)

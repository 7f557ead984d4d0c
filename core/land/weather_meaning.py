"""What each variable of weather files means: at a stamp, or the mean or sum of which interval.

In this order: a parameter of the run, the file's own attributes (``cell_methods``, ``GRIB_stepType``, bounds), the
product's documentation and, for sums of ECMWF's reanalyses, what the values show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset, Variable
from .weather_products import MERRA2, Field, Meaning, Product

ACCUMULATIONS = ("auto", "hour", "step", "day")
STAMPS = ("auto", "begin", "middle", "end")
_POSITION = {"begin": 0.0, "middle": 0.5, "end": 1.0}
_LONGEST_OFFSET = 14.0  # h, of a time zone


@dataclass(frozen=True)
class WeatherOptions:
    """What a user says of weather that its files do not.

    Attributes
    ----------
    accumulation : {"auto", "hour", "step", "day"}
        What an amount of ECMWF's reanalyses is: the sum of the hour before the stamp, of the time since the stamp
        before, or since 00 UTC of the day; as the values show where ``auto``.
    stamp : {"auto", "begin", "middle", "end"}
        Where in its interval the time of a mean lies; as the files or their product say where ``auto``.
    utc_offset : float, optional
        Hours that the weather's clock is ahead of UTC; as the files say where None.
    height : float
        Of temperature, humidity and wind above the ground, m; as the files say where 0.
    units : dict
        Variable of the file -> unit, where the file has none or a wrong one.

    Raises
    ------
    InputError
        Where a choice is none of those offered.
    """

    accumulation: str = "auto"
    stamp: str = "auto"
    utc_offset: float | None = None
    height: float = 0.0
    units: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check the choices."""
        for name, value, choices in (
            ("ACCUMULATION", self.accumulation, ACCUMULATIONS),
            ("STAMP", self.stamp, STAMPS),
        ):
            if value not in choices:
                raise InputError(f"{name}: '{value}' is not offered. Choose {', '.join(choices)}.")
        if self.utc_offset is not None and abs(self.utc_offset) > _LONGEST_OFFSET:
            raise InputError(f"UTC_OFFSET: {self.utc_offset:g} hours is no clock on Earth: give hours ahead of UTC.")
        if self.height < 0:
            raise InputError("WEATHER_HEIGHT: give metres above the ground, or 0 for what the files say.")


def meaning_of(chosen: Field, product: Product, variable: Variable, has_bounds: bool, options: WeatherOptions) -> Field:
    """Return a field of a product with what its file and the user say of its meaning.

    Parameters
    ----------
    chosen : Field
        As documented.
    product : Product
        That it belongs to.
    variable : netCDF4.Variable
        The first of its variables.
    has_bounds : bool
        Whether the file has bounds of its intervals.
    options : WeatherOptions
        What the user says.
    """
    made = chosen
    step_type = netcdf.attribute(variable, "GRIB_stepType").lower()
    if step_type == "instant":
        made = replace(made, meaning="point", stamp=0.0, hours=0.0)
    elif step_type == "avg" and made.meaning == "undecided":
        made = replace(made, meaning="mean")
    method = _time_method(netcdf.attribute(variable, "cell_methods"))
    if product.says_intervals or made.meaning == "undecided":
        if method == "point":
            made = replace(made, meaning="point", stamp=0.0, hours=0.0)
        elif method in ("mean", "sum") and (has_bounds or product.says_intervals):
            made = replace(made, meaning="sum" if method == "sum" else "mean")
    if made.meaning == "undecided" and options.accumulation != "auto":
        chosen_meaning: Meaning = "accumulated" if options.accumulation == "day" else "sum"
        hours = 1.0 if options.accumulation == "hour" else 0.0
        made = replace(made, meaning=chosen_meaning, hours=hours)
    if made.meaning in ("mean", "sum") and options.stamp != "auto":
        made = replace(made, stamp=_POSITION[options.stamp])
    return made


def _time_method(text: str) -> str:
    """Return the method of ``cell_methods`` along time; '' where it says none."""
    match = re.search(r"\btime\d?:\s*(\w+)", text)
    return match.group(1) if match else ""


def is_instant_merra2(product: Product, dataset: Dataset, path_name: str, on_the_hour: bool) -> bool:
    """Return whether a file of MERRA-2 holds values at moments (inst), by its short name, long name or file name."""
    if product is not MERRA2:
        return False
    for text in (netcdf.attribute(dataset, "ShortName"), netcdf.attribute(dataset, "LongName"), path_name):
        if re.search(r"M2I|\binst\d|\.inst\d|_inst\d", text):
            return True
        if re.search(r"M2T|\btavg|\.tavg|_tavg", text):
            return False
    return on_the_hour

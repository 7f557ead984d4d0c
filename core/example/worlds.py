"""Worlds: the ways in which the example's land model can be wrong, so that no default is tuned to one of them."""

from __future__ import annotations

from dataclasses import replace

from ..errors import InputError
from .land_model import LandModelParameters
from .presets import PRESETS, Preset
from .reference_station import StationParameters
from .storage_field import StorageParameters
from .study_area import Parameters
from .weather import RainErrorParameters

DEFAULT_WORLD = "large"
RIGHT_SEASON = ("right", "years", "trend", "rain")
"""Worlds in which the model's season is right: there is least to gain, and most to spoil."""

_RIGHT = LandModelParameters(
    range_factor=1.0,
    range_spread=0.0,
    lag_days=0.0,
    lag_spread_days=0.0,
    years_seen=1.0,
    slow_seen=1.0,
    weather_seen=1.0,
)

WORLDS: dict[str, Parameters] = {
    "large": Parameters(),
    "right": Parameters(land_model=_RIGHT),
    "small": Parameters(land_model=LandModelParameters(range_factor=0.7, lag_days=15.0)),
    "varied": Parameters(land_model=LandModelParameters(range_spread=0.3)),
    "years": Parameters(land_model=replace(_RIGHT, slow_error_std_mm=40.0)),
    "trend": Parameters(land_model=_RIGHT, storage=StorageParameters(trend_mm_per_year=-15.0)),
    "rain": Parameters(land_model=replace(_RIGHT, rain_lost=0.25)),
    "stations": Parameters(station=StationParameters(season_mm=1.5)),
    "ramp": Parameters(ramp_mm=3.0),
    "catchment": Parameters(rain_error=RainErrorParameters(factor=1.25)),
}
"""What users can choose: parameters by the name of the world."""


def world(name: str, preset: Preset) -> tuple[Preset, Parameters]:
    """Return the preset and the parameters of a world.

    Raises
    ------
    InputError
        Where there is no such world.
    """
    if name not in WORLDS:
        raise InputError(f"WORLD '{name}' is unknown: choose one of {', '.join(WORLDS)}.")
    return (PRESETS["catchment"] if name == "catchment" else preset), WORLDS[name]

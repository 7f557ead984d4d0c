"""Weather over the study box, every three hours, whose wet and dry spells are those of the true storage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..dates import DAYS_PER_YEAR
from ..files import netcdf
from ..files.raster import RasterGrid
from ..land.sun import mean_cosine
from .area import KM_PER_DEGREE, offsets_km
from .randomness import generator
from .smooth_fields import NodeBasis, autoregressive
from .spectral import SpectralFields
from .storage_field import StorageField

STEP_HOURS = 3
_STEPS = 24 // STEP_HOURS
_SOLAR_CONSTANT, _STEFAN_BOLTZMANN = 1361.0, 5.670374e-8
_MIDSUMMER = 205.0  # days after 1 January

VARIABLES = {
    "Tair": ("K", "air temperature"),
    "Qair": ("kg kg-1", "specific humidity"),
    "Psurf": ("Pa", "surface pressure"),
    "Rainf": ("kg m-2 s-1", "precipitation"),
    "Rainf_C": ("kg m-2 s-1", "convective precipitation"),
    "LWdown": ("W m-2", "downward long-wave radiation"),
    "SWdown": ("W m-2", "downward short-wave radiation"),
    "Wind": ("m s-1", "wind speed"),
}
"""Unit and meaning of every variable."""


@dataclass(frozen=True)
class WeatherParameters:
    """The climate of the box.

    Attributes
    ----------
    rain_mm_per_year, rain_gradient : float
        Mean precipitation in the middle, and part by which it grows towards the wet south-west.
    monsoon_share : float
        Part by which the rain of midsummer exceeds, and that of midwinter falls short of, the mean.
    wet_days : (float, float)
        Part of the days with rain in midwinter and in midsummer.
    local_share : float
        Part of the variance of daily rain that is not that of the regional spells.
    temperature_k, temperature_season_k : float
        Mean at 2000 m, and amplitude of the year.
    lapse_k_per_km : float
        Fall of temperature with height.
    temperature_std_k : float
        From day to day.
    day_range_k : (float, float)
        Half the difference of afternoon and dawn, on wet and dry days.
    humidity : (float, float)
        Relative, daily mean, on dry days of midwinter and midsummer; a wet day adds half of what is missing.
    wind_m_s : float
        Mean.
    """

    rain_mm_per_year: float = 1000.0
    rain_gradient: float = 0.3
    monsoon_share: float = 0.85
    wet_days: tuple[float, float] = (0.12, 0.65)
    local_share: float = 0.3
    temperature_k: float = 288.5
    temperature_season_k: float = 6.5
    lapse_k_per_km: float = 5.5
    temperature_std_k: float = 1.8
    day_range_k: tuple[float, float] = (3.5, 6.5)
    humidity: tuple[float, float] = (0.55, 0.75)
    wind_m_s: float = 2.3


@dataclass(frozen=True)
class RainErrorParameters:
    """What weather data get wrong about rain.

    Attributes
    ----------
    factor : float
        Their mean rain as a multiple of the true one.
    spread, length_km, memory_days : float
        Random part of that factor (of its logarithm): standard deviation, correlation length and memory.
    """

    factor: float = 1.1
    spread: float = 0.25
    length_km: float = 400.0
    memory_days: float = 30.0


@dataclass(frozen=True)
class Weather:
    """Weather on a grid.

    Attributes
    ----------
    days : array [step]
        Start of every step in days since 2000-01-01 (UTC).
    values : dict
        Name (see :data:`VARIABLES`) to array [step, point].
    """

    days: FloatArray
    values: dict[str, FloatArray]


def make_weather(
    storage: StorageField,
    grid: RasterGrid,
    first_day: float,
    last_day: float,
    seed: int,
    *,
    parameters: WeatherParameters,
) -> Weather:
    """Return the weather of the days from `first_day` to `last_day` (both included) at the points of `grid`."""
    p = parameters
    lon, lat = (part.ravel() for part in grid.lon_lat())
    days = np.arange(first_day, last_day + 1)
    season = 0.5 * (1 + np.cos(2 * np.pi * (days - _MIDSUMMER) / DAYS_PER_YEAR))[:, None]  # 0 midwinter, 1 midsummer
    east, north = offsets_km(lon, lat)
    height = np.clip(2200.0 + 3.5 * (0.7 * north - 0.7 * east), 300.0, 4500.0)
    rain = daily_rain(storage, grid, days, season, seed, p=p)
    wet = rain > 0
    steps = (first_day + np.arange(days.size * _STEPS) / _STEPS).astype(np.float64)
    sun = mean_cosine(steps, STEP_HOURS / 24.0, lon, lat)
    hour = (steps[:, None] + STEP_HOURS / 48.0) * 24.0 + lon / 15.0  # of the middle of the step, local
    mean, air = _temperature(days, season, wet, height, hour, seed=seed, p=p)
    dry = p.humidity[0] + (p.humidity[1] - p.humidity[0]) * season
    relative = np.where(wet, 1 - 0.5 * (1 - dry), dry)
    pressure = 101_325.0 * np.exp(-height / 8200.0)
    vapour = np.minimum(_each_step(relative * _saturation(mean)), 0.98 * _saturation(air))
    cloud = np.where(wet, 0.75, 0.15 + 0.25 * season)
    clear = _SOLAR_CONSTANT * (0.70 + 2.5e-5 * height) * sun
    emissivity = 1.24 * (vapour / 100.0 / air) ** (1 / 7) * (1 + 0.2 * _each_step(cloud) ** 2)
    falling = _each_step(rain) * _share_of_day(days.size, seed)[:, None] / (STEP_HOURS * 3600.0)
    convective = 0.2 + 0.5 * _each_step(np.broadcast_to(season, rain.shape))
    gusts = autoregressive(generator(seed, "wind"), days.size, 1, 2.0)
    wind = p.wind_m_s * np.exp(0.25 * gusts) * (1.15 - 0.3 * season)
    return Weather(
        steps,
        {
            "Tair": air,
            "Qair": 0.622 * vapour / (pressure - 0.378 * vapour),
            "Psurf": np.broadcast_to(pressure, air.shape),
            "Rainf": falling,
            "Rainf_C": convective * falling,
            "LWdown": np.minimum(emissivity, 1.0) * _STEFAN_BOLTZMANN * air**4,
            "SWdown": clear * (1 - 0.75 * _each_step(cloud)),
            "Wind": _each_step(np.broadcast_to(wind, rain.shape)) * (1 + 0.4 * np.cos(2 * np.pi * (hour - 15) / 24)),
        },
    )


def with_rain_error(
    weather: Weather, lon: FloatArray, lat: FloatArray, seed: int, parameters: RainErrorParameters
) -> Weather:
    """Return weather at points [point] in degrees with the rain that weather data would give."""
    p, basis = parameters, NodeBasis(parameters.length_km)
    n_days = weather.days.size // _STEPS
    nodes = autoregressive(generator(seed, "rain error"), n_days, basis.count, p.memory_days)
    factor = _each_step(p.factor * np.exp(p.spread * (nodes @ basis.weights(lon, lat)) - p.spread**2 / 2))
    wrong = {name: weather.values[name] * factor for name in ("Rainf", "Rainf_C")}
    return Weather(weather.days, {**weather.values, **wrong})


def daily_rain(
    storage: StorageField, grid: RasterGrid, days: FloatArray, season: FloatArray, seed: int, *, p: WeatherParameters
) -> FloatArray:
    """Return the rain [day, point] in mm.

    It rains where the day's step of the true wet and dry spells, a unit variable with the local weather's, is high
    enough; the amount is exponential, its mean the season's, more in years in which storage rises.
    """
    from scipy.special import ndtr

    lon, lat = grid.lon_lat()
    spells, years = (
        storage.spells(np.append(days[0] - 1, days), lon, lat),
        storage.years(np.append(days, days[-1] + 1), lon, lat),
    )
    memory = np.exp(-1.0 / storage.parameters.weather_memory_days)
    regional = (spells[1:] - memory * spells[:-1]) / (storage.parameters.weather_std_mm * np.sqrt(1 - memory**2))
    fields = SpectralFields(grid.rows, grid.columns, grid.dy * KM_PER_DEGREE, 2.5, 300.0)
    local = np.stack([fields.raw_field(generator(seed, "rain", int(day))).ravel() for day in days])
    unit = np.sqrt(1 - p.local_share) * regional + np.sqrt(p.local_share) * local / local.std()
    east, north = (part.ravel() for part in offsets_km(lon, lat))
    gradient = 1 + p.rain_gradient * np.tanh((-0.6 * east - 0.8 * north) / 700.0)
    daily_mean = p.rain_mm_per_year / DAYS_PER_YEAR * gradient
    rate = (
        daily_mean
        * (1 + p.monsoon_share * (2 * season - 1))
        * np.clip(1 + np.diff(years, axis=0) / daily_mean, 0.4, 1.6)
    )
    often = p.wet_days[0] + (p.wet_days[1] - p.wet_days[0]) * season
    part = (ndtr(unit) - (1 - often)) / often  # uniform on 0..1 where it rains
    return np.where(part > 0, -rate / often * np.log1p(-np.clip(part, 0, 1 - 1e-9)), 0.0)


def _temperature(
    days: FloatArray,
    season: FloatArray,
    wet: BoolArray,
    height: FloatArray,
    hour: FloatArray,
    *,
    seed: int,
    p: WeatherParameters,
) -> tuple[FloatArray, FloatArray]:
    """Return the mean of each day [day, point] and the air temperature [step, point] in K."""
    spells = p.temperature_std_k * autoregressive(generator(seed, "temperature"), days.size, 1, 4.0)
    year = p.temperature_season_k * (2 * season - 1)
    mean = p.temperature_k + year + spells - p.lapse_k_per_km * (height - 2000.0) / 1000.0 - np.where(wet, 1.0, 0.0)
    swing = np.where(wet, p.day_range_k[0], p.day_range_k[1])
    air = _each_step(mean) + _each_step(swing) * np.cos(2 * np.pi * (hour - 15.0) / 24.0)
    return mean, air


def _saturation(temperature_k: FloatArray) -> FloatArray:
    """Return the saturation vapour pressure over water in Pa (Bolton 1980, eq. 10)."""
    celsius = temperature_k - 273.15
    return np.asarray(611.2 * np.exp(17.67 * celsius / (celsius + 243.5)))


def _each_step(daily: FloatArray) -> FloatArray:
    return np.repeat(daily, _STEPS, axis=0)


def _share_of_day(n_days: int, seed: int) -> FloatArray:
    """Return the part [step] of a day's rain that falls in each step: two neighbouring steps, most in the evening."""
    rng = generator(seed, "showers")
    start = rng.choice(_STEPS - 1, n_days, p=np.array([0.1, 0.1, 0.15, 0.2, 0.2, 0.15, 0.1]))
    first = rng.uniform(0.3, 0.8, n_days)
    share = np.zeros((n_days, _STEPS))
    share[np.arange(n_days), start], share[np.arange(n_days), start + 1] = first, 1 - first
    return share.ravel()


def write_forcing(path: Path, weather: Weather, grid: RasterGrid, note: str) -> None:
    """Write the weather as forcing of a land surface model (docs/files.md)."""
    with netcdf.create(path, "Synthetic weather", "createexample", note) as dataset:
        dataset.synthetic = np.int32(1)
        dataset.RefH = 10.0
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, weather.days)
        for name, values in weather.values.items():
            units, long_name = VARIABLES[name]
            variable = netcdf.add_variable(
                dataset, name, ("time", "y", "x"), units, long_name, cell_methods="time: mean"
            )
            variable[:] = _coarse(values).reshape(weather.days.size, *grid.shape)


def _coarse(values: FloatArray) -> FloatArray:
    """Return float32 values rounded to 12 bits (one part in 8000), which compress to less than half."""
    bits = np.ascontiguousarray(values, dtype=np.float32).view(np.uint32)
    return ((bits + np.uint32(1 << 10)) & np.uint32(0xFFFFF800)).view(np.float32)

"""Weather compared with what is plausible: amounts, ratios that hold everywhere on Earth, and the sun's clock."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR, to_datetime64
from ..errors import InputError
from ..work.progress import Progress, stop_if_cancelled
from .sun import mean_cosine
from .weather import Values, WeatherSource, check, with_phase
from .weather_clock import clock_lag, offset_of_lag, sample_days

STEFAN_BOLTZMANN = 5.670374e-8  # W m-2 K-4
SOLAR_CONSTANT = 1361.0  # W m-2
FREEZING_K = 273.15
JUDGED_DAYS = 5  # fewer show neither a climate nor a clock
_SAMPLE_DAYS = 60
_LONGEST_STEP_HOURS = 6.2  # beyond it weather does not know the course of the day
_WARM_SNOW_K = 278.15
_FROST_K = 5.0  # below freezing, on the mean of the days: all that falls may be snow
_LEAST_LIGHT = 5.0  # W m-2, mean of the days: below it the zero of instruments at night is a part of all light
_STORM_MM_PER_DAY = 100.0  # mean of an area over a few days


@dataclass(frozen=True)
class Limit:
    """A figure's plausible range, and the wider one beyond which weather is refused.

    Attributes
    ----------
    label, unit : str
        In words.
    low, high : float
        Plausible.
    least, most : float
        Possible.
    cause : str
        What is likely wrong beyond the range, and what to do.
    always : bool
        Whether it is judged also where there are only a few days.
    """

    label: str
    unit: str
    low: float
    high: float
    least: float
    most: float
    cause: str
    always: bool = False


# Ranges of yearly means over land; the wettest place on Earth (Mawsynram) has 11,900 mm a year.
LIMITS: dict[str, Limit] = {
    "precipitation": Limit(
        "Precipitation", "mm/yr", 1.0, 6000.0, -1.0, most=15_000.0,
        cause="sums taken for rates, or for another interval than theirs: see ACCUMULATION and the unit",
    ),
    "snow_share": Limit(
        "Snow, part of precipitation", "1", 0.0, 0.9, -0.01, most=1.01,
        cause="the phase of precipitation",
    ),
    "warm_snow": Limit(
        "Snow that falls above 5 degC", "1", -0.01, 0.05, -0.01, most=0.5,
        cause="snowfall that is all precipitation, or "
        "temperature in another unit or at another time",
    ),
    "temperature": Limit(
        # Months of the coldest and hottest places with records: Dome A below 205 K, Death Valley 315 K.
        "Air temperature", "K", 243.0, 307.0, 195.0, most=320.0,
        cause="the unit of temperature",
    ),
    "humidity": Limit(
        "Relative humidity", "%", 8.0, 101.0, 1.0, most=125.0,
        cause="specific humidity (kg kg-1) and not a mixing ratio in g or "
        "a relative humidity",
    ),
    "pressure": Limit(
        "Air pressure", "hPa", 500.0, 1045.0, 300.0, most=1100.0,
        cause="the unit of pressure",
    ),
    "wind": Limit(
        "Wind", "m s-1", 0.3, 15.0, 0.01, most=40.0,
        cause="the unit of the wind, or one component taken for the speed",
    ),
    "long_wave": Limit(
        "Long wave", "W m-2", 110.0, 460.0, 60.0, most=520.0,
        cause="an amount of one hour divided by another time, or net for "
        "downward radiation: see ACCUMULATION", always=True,
    ),
    "emissivity": Limit(
        "Long wave against that of a black body of the air", "1", 0.5, 1.05, 0.35, most=1.3,
        cause="an amount of one hour divided "
        "by another time, or net for downward radiation: see ACCUMULATION", always=True,
    ),
    "short_wave": Limit(
        "Short wave", "W m-2", 20.0, 340.0, -1.0, most=420.0,
        cause="an amount divided by another time",
    ),
    "clearness": Limit(
        "Short wave against the sun without an atmosphere", "1", 0.12, 0.88, 0.02, most=1.1,
        cause="an amount divided by another "
        "time, or net for downward radiation: see ACCUMULATION",
    ),
    "below_horizon": Limit(
        "Short wave while the sun is below the horizon", "1", -0.01, 0.03, -0.01, most=0.15,
        cause="a clock that is not UTC: say "
        "UTC_OFFSET, or STAMP where the times are ends of intervals",
    ),
    "lag": Limit(
        "Short wave behind the sun", "min", -40.0, 45.0, -75.0, most=90.0,
        cause="a clock that is not UTC, or times that are the "
        "end of their interval: say UTC_OFFSET or STAMP",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """One figure of the report.

    Attributes
    ----------
    name : str
        Of :data:`LIMITS`.
    value : float
        NaN where the weather does not show it.
    verdict : str
        ``plausible``, ``unusual``, ``impossible`` or ``unknown``.
    text : str
        What is likely wrong; '' where nothing is.
    """

    name: str
    value: float
    verdict: str
    text: str = ""


@dataclass(frozen=True)
class WeatherReport:
    """What was found.

    Attributes
    ----------
    source : str
        File or folder.
    days : array
        Days that were looked at.
    step_hours : float
        Length of the weather's intervals.
    figures : tuple of Figure
        One for each limit.
    jumps : tuple of str
        Changes from one day to the next that weather does not make.
    cycle : dict
        Mean course of the day [interval] of short wave and of the sun without an atmosphere, W m-2.
    daily : dict
        Means over the columns by day, for the figures.
    notes : tuple of str
        How the files were understood.
    """

    source: str
    days: FloatArray
    step_hours: float
    figures: tuple[Figure, ...]
    jumps: tuple[str, ...] = ()
    cycle: dict[str, FloatArray] = field(default_factory=dict)
    daily: dict[str, FloatArray] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def impossible(self) -> tuple[Figure, ...]:
        """Figures that no weather has."""
        return tuple(figure for figure in self.figures if figure.verdict == "impossible")


def check_weather(
    source: WeatherSource, lon: FloatArray, lat: FloatArray, progress: Progress, every_day: bool = False
) -> WeatherReport:
    """Return a report on weather at columns.

    Parameters
    ----------
    source : WeatherSource
        Weather, its clock UTC.
    lon, lat : array [tile]
        Of the columns, degrees.
    progress : Progress
        To report to.
    every_day : bool
        Look at all days; else at 60, evenly spread.

    Raises
    ------
    InputError
        Where it has no whole day, or values are missing or in a wrong unit.
    """
    timing = source.timing
    days = sample_days(timing, 10**9 if every_day else _SAMPLE_DAYS)
    if not days.size:
        raise InputError(
            f"{source.name} does not cover a whole day (UTC): give at least one from midnight to midnight."
        )
    count = int(round(1.0 / timing.step))
    sums: dict[str, list[float]] = {}
    cycle = {"short_wave": np.zeros(count), "sun": np.zeros(count)}
    for number, day in enumerate(days):
        stop_if_cancelled(progress)
        first = timing.index(float(day))
        values = source.read(first, count)
        check(values, source.name, timing, first, lon, lat=lat)
        begin = timing.start + (first + np.arange(count)) * timing.step
        instant = "SWdown" in source.at_stamp
        sun = SOLAR_CONSTANT * mean_cosine(begin, 1e-6 if instant else timing.step, lon, lat)
        cycle["short_wave"] += values["SWdown"].mean(axis=1) / days.size
        cycle["sun"] += sun.mean(axis=1) / days.size
        for name, value in _of_day(with_phase(values), sun).items():
            sums.setdefault(name, []).append(value)
        progress.report((number + 1) / days.size, "Checking the weather")
    daily = {name: np.array(values) for name, values in sums.items()}
    values_of = _figures(daily)
    values_of["lag"] = clock_lag(source, lon, lat, sample_days(timing, _SAMPLE_DAYS))
    figures = tuple(_judged(name, values_of.get(name, np.nan), days.size, lon) for name in LIMITS)
    figures = tuple(_in_season(figure, daily) for figure in figures)
    jumps = _jumps(days, daily) if every_day else ()
    notes = tuple(source.notes)
    return WeatherReport(source.name, days, timing.step * 24.0, figures, jumps, cycle=cycle, daily=daily, notes=notes)


def refuse_impossible(report: WeatherReport, progress: Progress, stop: bool = True) -> None:
    """Warn of what is unusual, and stop at what no weather has.

    Raises
    ------
    InputError
        Where a figure is impossible and `stop` is set.
    """
    if report.step_hours > _LONGEST_STEP_HOURS:
        progress.warn(
            f"{report.source}: its values are {report.step_hours:g} h apart. Short wave follows the sun within them, "
            "but the course of the day of temperature, humidity, wind and rain is lost, which changes evaporation, "
            "snow melt and runoff: use weather of six hours or less if there is any."
        )
    for figure in report.figures:
        if figure.verdict == "unusual":
            progress.warn(f"{report.source}: {said(figure)}.")
    bad = "; ".join(said(figure) for figure in report.impossible)
    if bad and stop:
        raise InputError(
            f"{report.source}: this is no weather of the columns' place: {bad}. Run checkweather to see it; if the "
            "weather is right, set WEATHER_CHECK to warn."
        )
    if bad:
        progress.warn(f"{report.source}: {bad}.")


def said(figure: Figure) -> str:
    """Return a figure in words, with its likely cause."""
    limit = LIMITS[figure.name]
    unit = "" if limit.unit == "1" else f" {limit.unit}"
    text = f"{limit.label} is {figure.value:.3g}{unit} (plausible: {limit.low:g} to {limit.high:g})"
    return f"{text}; likely cause: {figure.text}" if figure.text else text


def _of_day(values: Values, sun: FloatArray) -> dict[str, float]:
    """Return sums and means of a day over intervals and columns."""
    temperature, pressure = values["Tair"], values["Psurf"]
    vapour = values["Qair"] * pressure / (0.622 + 0.378 * values["Qair"])
    celsius = temperature - FREEZING_K
    # Over water and ice after Magnus (coefficients of Alduchov and Eskridge 1996).
    water = 610.94 * np.exp(17.625 * celsius / (celsius + 243.04))
    ice = 611.21 * np.exp(22.587 * celsius / (celsius + 273.86))
    saturated = np.where(celsius >= 0.0, water, ice)
    snow, rain = values["Snowf"], values["Rainf"]
    light = values["SWdown"]
    return {
        "rain": float(rain.mean()) * 86400.0,
        "snow": float(snow.mean()) * 86400.0,
        "snow_warm": float(np.where(temperature > _WARM_SNOW_K, snow, 0.0).mean()) * 86400.0,
        "temperature": float(temperature.mean()),
        "humidity": float((vapour / saturated).mean()) * 100.0,
        "pressure": float(pressure.mean()) / 100.0,
        "wind": float(values["Wind"].mean()),
        "long_wave": float(values["LWdown"].mean()),
        "black_body": float((STEFAN_BOLTZMANN * temperature**4).mean()),
        "short_wave": float(light.mean()),
        "sun": float(sun.mean()),
        "dark": float(np.where(sun <= 0.0, light, 0.0).mean()),
    }


def _figures(daily: dict[str, FloatArray]) -> dict[str, float]:
    mean = {name: float(values.mean()) for name, values in daily.items()}
    precipitation = mean["rain"] + mean["snow"]
    return {
        "precipitation": precipitation * DAYS_PER_YEAR,
        "snow_share": mean["snow"] / precipitation if precipitation > 0 else np.nan,
        "warm_snow": mean["snow_warm"] / mean["snow"] if mean["snow"] > 0 else np.nan,
        "temperature": mean["temperature"],
        "humidity": mean["humidity"],
        "pressure": mean["pressure"],
        "wind": mean["wind"],
        "long_wave": mean["long_wave"],
        "emissivity": mean["long_wave"] / mean["black_body"],
        "short_wave": mean["short_wave"],
        # Where the sun hardly rises the ratio says nothing.
        "clearness": mean["short_wave"] / mean["sun"] if mean["sun"] > 20.0 else np.nan,
        "below_horizon": mean["dark"] / mean["short_wave"] if mean["short_wave"] > _LEAST_LIGHT else np.nan,
    }


def _judged(name: str, value: float, days: int, lon: FloatArray) -> Figure:
    limit = LIMITS[name]
    if not np.isfinite(value):
        return Figure(name, value, "unknown")
    if limit.low <= value <= limit.high:
        return Figure(name, value, "plausible")
    if days < JUDGED_DAYS and not limit.always:
        return Figure(name, value, "unknown", f"{days} days are too few to judge")
    cause, most = limit.cause, limit.most
    if name == "precipitation" and days < _SAMPLE_DAYS:
        # A few days may be dry, or those of a storm.
        if 0.0 <= value <= limit.most:
            return Figure(name, value, "plausible")
        most = _STORM_MM_PER_DAY * DAYS_PER_YEAR
    if name == "lag":
        offset = offset_of_lag(value, lon)
        if np.isfinite(offset) and abs(offset) >= 1.0:
            cause += f" (UTC_OFFSET={offset:g} would fit)"
    possible = limit.least <= value <= most
    return Figure(name, value, "unusual" if possible else "impossible", cause)


def _in_season(figure: Figure, daily: dict[str, FloatArray]) -> Figure:
    """Return a figure that is outside the range of a year as plausible where the season of these days explains it."""
    limit = LIMITS[figure.name]
    frost = float(daily["temperature"].mean()) < FREEZING_K - _FROST_K
    # Below this sun even a clear sky gives less than the range: the clearness judges it.
    dim = float(daily["sun"].mean()) * LIMITS["clearness"].low < limit.low
    explained = {
        "snow_share": frost and limit.high < figure.value <= limit.most,
        "short_wave": dim and 0.0 <= figure.value < limit.low,
    }
    return Figure(figure.name, figure.value, "plausible") if explained.get(figure.name) else figure


# Change of the mean over the columns from one day to the next that weather does not make: unit, size.
_JUMPS = {"pressure": (40.0, "hPa"), "temperature": (20.0, "K")}


def _jumps(days: FloatArray, daily: dict[str, FloatArray]) -> tuple[str, ...]:
    found = []
    for name, (size, unit) in _JUMPS.items():
        change = np.diff(daily[name])
        for at in np.flatnonzero((np.abs(change) > size) & (np.diff(days) == 1)):
            when = str(to_datetime64(days[at + 1]))[:10]
            found.append(f"{LIMITS[name].label} changes by {change[at]:+.1f} {unit} at {when}: do the files fit?")
    return tuple(found)

"""The true water storage: places times series, so that it is the same for every grid, date and window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR, day_number, parse_date
from .area import offsets_km
from .randomness import generator
from .smooth_fields import NodeBasis, autoregressive

_FIRST_DAY, _LAST_DAY = day_number(parse_date("2015-05-01")), day_number(parse_date("2021-05-01"))
_KNOTS = np.array([day_number(parse_date(f"{year}-10-01")) for year in range(2013, 2024)], dtype=np.float64)
_HARMONICS = 4


@dataclass(frozen=True)
class StorageParameters:
    """The terms of the true storage (mm of water, an anomaly about no particular level).

    Attributes
    ----------
    annual_range_mm : float
        From the lowest to the highest storage of the mean year, in the middle of the study box.
    range_gradient : float
        Part by which the range grows towards the wet south-west and shrinks towards the dry north-east.
    range_spread : float
        Random part of the range, as a fraction of it.
    range_length_km : float
        Correlation length of that part.
    peak_day : float
        Days after 1 January of the highest storage in the middle (early October).
    recession_skew : float
        Makes the dry season's recession slower than the monsoon's rise; 0 is a cosine.
    peak_lag_days_per_1000km : float
        The peak comes later towards the north-west.
    year_std_mm, year_length_km : float
        Anomalies from year to year.
    drought_mm, drought_start, drought_days : float, str, float
        Storage lost in the dry years 2019-2020: how much, since when, within which time.
    cycle_mm, cycle_years : float
        A slow swing: amplitude and period.
    slow_spread, slow_length_km : float
        Random part of these slow terms in space.
    weather_std_mm, weather_length_km, weather_memory_days : float
        Wet and dry spells: autoregressive in time, correlated in space.
    trend_mm_per_year : float
        Storage gained everywhere; negative where it falls.
    """

    annual_range_mm: float = 270.0
    range_gradient: float = 0.35
    range_spread: float = 0.08
    range_length_km: float = 500.0
    peak_day: float = 278.0
    recession_skew: float = 0.25
    peak_lag_days_per_1000km: float = 6.0
    year_std_mm: float = 28.0
    year_length_km: float = 800.0
    drought_mm: float = -40.0
    drought_start: str = "2018-12-01"
    drought_days: float = 550.0
    cycle_mm: float = 15.0
    cycle_years: float = 6.2
    slow_spread: float = 0.3
    slow_length_km: float = 800.0
    weather_std_mm: float = 22.0
    weather_length_km: float = 400.0
    weather_memory_days: float = 60.0
    trend_mm_per_year: float = 0.0


class Storage(Protocol):
    """Storage that can be asked for at any place and day."""

    def series(self, days: npt.ArrayLike) -> FloatArray:
        """Return the times' part [mode, time] on whole days [time] (days since 2000-01-01)."""

    def patterns(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the places' part [mode, point] at points [point] in degrees, in mm."""

    def values(self, days: npt.ArrayLike, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the storage [time, point] in mm."""


@dataclass(frozen=True)
class Season:
    """The mean year: range, day of the peak and shape; shared by the truth and the land model that gets it wrong.

    Attributes
    ----------
    parameters : StorageParameters
        Of the truth.
    seed : int
        Of the study area.
    """

    parameters: StorageParameters
    seed: int

    def range_mm(self, lon: FloatArray, lat: FloatArray) -> FloatArray:
        """Return the range of the mean year [point] in mm."""
        p = self.parameters
        east, north = offsets_km(lon, lat)
        basis = NodeBasis(p.range_length_km)
        nodes = generator(self.seed, "annual range").standard_normal(basis.count)
        gradient = p.range_gradient * np.tanh((-0.6 * east - 0.8 * north) / 700.0)
        return np.asarray(p.annual_range_mm * (1 + gradient + p.range_spread * (nodes @ basis.weights(lon, lat))))

    def lag_days(self, lon: FloatArray, lat: FloatArray) -> FloatArray:
        """Return by how much the peak is later than in the middle [point]."""
        east, north = offsets_km(lon, lat)
        return np.asarray(self.parameters.peak_lag_days_per_1000km * (0.7 * north - 0.7 * east) / 1000.0)

    def patterns(self, range_mm: FloatArray, lag_days: FloatArray) -> FloatArray:
        """Return the places' part [mode, point] for a range and lag at every point; see :meth:`series`."""
        angle = np.arange(1, _HARMONICS + 1)[:, None] * (2 * np.pi / DAYS_PER_YEAR) * lag_days
        return np.concatenate([range_mm * np.cos(angle), range_mm * np.sin(angle)])

    def series(self, days: FloatArray) -> FloatArray:
        """Return the times' part [mode, time]: harmonics of a year of range 1 that peaks on `peak_day`."""
        grid = 2 * np.pi * np.arange(4096) / 4096
        shape = 0.5 * np.cos(grid - self.parameters.recession_skew * (1 - np.cos(grid)))
        coefficients = 2 * np.fft.rfft(shape)[1 : _HARMONICS + 1] / grid.size
        turns = np.arange(1, _HARMONICS + 1)[:, None]
        angle = turns * (2 * np.pi / DAYS_PER_YEAR) * (np.asarray(days, np.float64) - self.parameters.peak_day)
        wave = coefficients[:, None] * np.exp(1j * angle)
        return np.concatenate([wave.real, wave.imag])


class StorageField:
    """The true storage, ``sum over modes of patterns [mode, point] * series [mode, time]``, day by day.

    Parameters
    ----------
    seed : int
        Of the study area.
    parameters : StorageParameters
        Of the field.
    """

    def __init__(self, seed: int, parameters: StorageParameters | None = None) -> None:
        self.parameters = p = parameters or StorageParameters()
        self.season = Season(p, seed)
        self._year, self._slow = NodeBasis(p.year_length_km), NodeBasis(p.slow_length_km)
        self._weather = NodeBasis(p.weather_length_km)
        self._slow_nodes = generator(seed, "slow storage").standard_normal(self._slow.count)
        knots = generator(seed, "year to year").standard_normal((_KNOTS.size, self._year.count))
        self._daily = np.concatenate(
            [
                _through_knots(p.year_std_mm * knots),
                _slow_series(p)[None],
                *_trend_series(p),
                p.weather_std_mm
                * autoregressive(
                    generator(seed, "weather"), all_days().size, self._weather.count, p.weather_memory_days
                ).T,
            ]
        )

    def patterns(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the places' part [mode, point] at points [point] in degrees, in mm."""
        east, north = np.ravel(np.asarray(lon, np.float64)), np.ravel(np.asarray(lat, np.float64))
        seasonal = self.season.patterns(self.season.range_mm(east, north), self.season.lag_days(east, north))
        return self.patterns_with(seasonal, east, north)

    def patterns_with(
        self,
        seasonal: FloatArray,
        lon: FloatArray,
        lat: FloatArray,
        year: float = 1.0,
        slow: float = 1.0,
        *,
        weather: float = 1.0,
        trend: float = 1.0,
    ) -> FloatArray:
        """Return the patterns [mode, point] for another mean year, and a part only of the other terms.

        Parameters
        ----------
        seasonal : array [mode, point]
            From :meth:`Season.patterns`.
        lon, lat : array [point]
            In degrees.
        year, slow, weather, trend : float
            Part that remains of the anomalies from year to year, of the drought and slow swing, of the spells, of the
            trend.
        """
        slow_pattern = 1.0 + self.parameters.slow_spread * (self._slow_nodes @ self._slow.weights(lon, lat))
        return np.concatenate(
            [
                seasonal,
                year * self._year.weights(lon, lat),
                slow * slow_pattern[None],
                *([np.full((1, lon.size), trend)] if self.parameters.trend_mm_per_year else []),
                weather * self._weather.weights(lon, lat),
            ]
        )

    def series(self, days: npt.ArrayLike) -> FloatArray:
        """Return the times' part [mode, time] on whole days [time] (days since 2000-01-01)."""
        days = np.asarray(days, np.float64)
        return np.concatenate([self.season.series(days), self._daily[:, position(days)]])

    def spells(self, days: npt.ArrayLike, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the wet and dry spells alone [time, point] in mm."""
        series = self._daily[-self._weather.count :, position(days)]
        return np.asarray(series.T @ self._weather.weights(lon, lat))

    def years(self, days: npt.ArrayLike, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the anomalies from year to year, the drought and the slow swing together [time, point] in mm."""
        east, north = np.ravel(np.asarray(lon, np.float64)), np.ravel(np.asarray(lat, np.float64))
        patterns = self.patterns_with(np.empty((0, east.size)), east, north, weather=0.0)
        return np.asarray(self._daily[:, position(days)].T @ patterns)

    def values(self, days: npt.ArrayLike, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the storage [time, point] in mm."""
        return np.asarray(self.series(days).T @ self.patterns(lon, lat))


def all_days() -> FloatArray:
    """Return the days [day] on which the example's storage is defined."""
    return np.arange(_FIRST_DAY, _LAST_DAY, dtype=np.float64)


def position(days: npt.ArrayLike) -> npt.NDArray[np.intp]:
    """Return where days [time] stand in :func:`all_days`."""
    found = np.asarray(np.floor(days), dtype=np.intp) - _FIRST_DAY
    if found.min() < 0 or found.max() >= _LAST_DAY - _FIRST_DAY:
        raise ValueError("the example's storage is defined from May 2015 to April 2021 only")
    return found


def _through_knots(values: FloatArray) -> FloatArray:
    """Return daily series [node, day] through one value a year [knot, node]."""
    from scipy.interpolate import CubicSpline

    return np.asarray(CubicSpline(_KNOTS, values)(all_days()).T)


def _trend_series(parameters: StorageParameters) -> list[FloatArray]:
    """Return the trend [1, day] in mm, in a list that is empty where there is none."""
    if parameters.trend_mm_per_year == 0:
        return []
    return [parameters.trend_mm_per_year * ((all_days() - _FIRST_DAY) / DAYS_PER_YEAR)[None]]


def _slow_series(parameters: StorageParameters) -> FloatArray:
    """Return the drought and the slow swing [day] in mm."""
    days = all_days()
    start = day_number(parse_date(parameters.drought_start))
    part = np.clip((days - start) / parameters.drought_days, 0.0, 1.0)
    swing = np.sin(2 * np.pi * (days - _FIRST_DAY) / (parameters.cycle_years * DAYS_PER_YEAR))
    return np.asarray(parameters.drought_mm * part**2 * (3 - 2 * part) + parameters.cycle_mm * swing)

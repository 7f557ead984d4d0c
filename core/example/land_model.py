"""Storage as a land surface model would have it: the true one, wrong in amplitude, in time and in what it knows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..dates import day_number, parse_date
from .randomness import generator
from .smooth_fields import NodeBasis, autoregressive
from .storage_field import StorageField, all_days, position


@dataclass(frozen=True)
class LandModelParameters:
    """What the land model gets wrong.

    Attributes
    ----------
    range_factor : float
        Its mean year's range as a multiple of the true one.
    range_spread : float
        Random part of that factor in space.
    lag_days, lag_spread_days : float
        Its peak comes later than the true one (earlier where negative): mean, and random part in space.
    length_km : float
        Correlation length of these errors.
    years_seen, slow_seen, weather_seen : float
        Part that it has of the anomalies from year to year, of the drought and slow swing (it has no groundwater
        below its soil), and of wet and dry spells.
    error_std_mm, error_length_km, error_memory_days : float
        Its own wet and dry spells, out of wrong rain.
    slow_error_std_mm, slow_error_length_km, slow_error_memory_days : float
        Wrong years of its own.
    rain_lost, rain_start, rain_days : float, str, float
        Part of the rain that its input lacks for some time.
    """

    range_factor: float = 1.5
    range_spread: float = 0.08
    lag_days: float = -6.0
    lag_spread_days: float = 4.0
    length_km: float = 500.0
    years_seen: float = 0.7
    slow_seen: float = 0.3
    weather_seen: float = 0.8
    error_std_mm: float = 15.0
    error_length_km: float = 400.0
    error_memory_days: float = 60.0
    slow_error_std_mm: float = 0.0
    slow_error_length_km: float = 800.0
    slow_error_memory_days: float = 400.0
    rain_lost: float = 0.0
    rain_start: str = "2016-06-01"
    rain_days: float = 183.0


class LandModel:
    """The land model's storage, ``sum over modes of patterns [mode, point] * series [mode, time]``.

    Parameters
    ----------
    truth : StorageField
        What it tries to be.
    seed : int
        Of the study area.
    parameters : LandModelParameters
        Of its errors.
    """

    def __init__(self, truth: StorageField, seed: int, parameters: LandModelParameters) -> None:
        self.parameters = p = parameters
        self._truth = truth
        self._basis, self._error_basis = NodeBasis(p.length_km), NodeBasis(p.error_length_km)
        rng = generator(seed, "land model")
        self._range_nodes, self._lag_nodes = rng.standard_normal((2, self._basis.count))
        self._error = p.error_std_mm * autoregressive(
            rng, all_days().size, self._error_basis.count, p.error_memory_days
        )
        self._slow_basis = NodeBasis(p.slow_error_length_km)
        self._slow_error = np.zeros((all_days().size, 0))
        if p.slow_error_std_mm > 0:
            own = generator(seed, "land model, years")
            self._slow_error = p.slow_error_std_mm * autoregressive(
                own, all_days().size, self._slow_basis.count, p.slow_error_memory_days
            )

    def series(self, days: npt.ArrayLike) -> FloatArray:
        """Return the times' part [mode, time] on whole days [time] (days since 2000-01-01)."""
        parts = [self._truth.series(days), self._error[position(days)].T]
        if self.parameters.slow_error_std_mm > 0:
            parts.append(self._slow_error[position(days)].T)
        if self.parameters.rain_lost > 0:
            parts.append(_deficit(self.parameters)[position(days)][None])
        return np.concatenate(parts)

    def patterns(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the places' part [mode, point] at points [point] in degrees, in mm."""
        p, season = self.parameters, self._truth.season
        east, north = np.ravel(np.asarray(lon, np.float64)), np.ravel(np.asarray(lat, np.float64))
        weights = self._basis.weights(east, north)
        range_mm = season.range_mm(east, north) * (p.range_factor + p.range_spread * (self._range_nodes @ weights))
        lag = season.lag_days(east, north) + p.lag_days + p.lag_spread_days * (self._lag_nodes @ weights)
        seen = self._truth.patterns_with(
            season.patterns(range_mm, lag), east, north, p.years_seen, p.slow_seen, weather=p.weather_seen, trend=0.0
        )
        parts = [seen, self._error_basis.weights(east, north)]
        if p.slow_error_std_mm > 0:
            parts.append(self._slow_basis.weights(east, north))
        if p.rain_lost > 0:
            parts.append(-season.range_mm(east, north)[None])
        return np.concatenate(parts)

    def values(self, days: npt.ArrayLike, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
        """Return the storage [time, point] in mm."""
        return np.asarray(self.series(days).T @ self.patterns(lon, lat))


_INPUT_OF_RANGE = 2.0  # rain of the wet half year over the range of storage: half of it runs off or evaporates
_RECESSION_DAYS = 120.0


def _deficit(parameters: LandModelParameters) -> FloatArray:
    """Return the water [day] that lost rain leaves missing, in ranges of the mean year; it recedes like storage."""
    days = all_days()
    since = days - day_number(parse_date(parameters.rain_start))
    rate = parameters.rain_lost * _INPUT_OF_RANGE / parameters.rain_days
    filled = rate * _RECESSION_DAYS * (1 - np.exp(-np.clip(since, 0, parameters.rain_days) / _RECESSION_DAYS))
    return np.asarray(filled * np.exp(-np.clip(since - parameters.rain_days, 0, None) / _RECESSION_DAYS))

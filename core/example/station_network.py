"""A wide GNSS network over the same true storage: what the inversion without a land model needs."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..loading.operator import LoadOperator
from .area import MIDDLE_LAT, MIDDLE_LON, EaseWindow
from .randomness import generator
from .reference_station import StationParameters, station_noise
from .storage_field import Storage

N_STATIONS = 30
_HALF_LON, _HALF_LAT = 4.0, 3.75
_LARGEST_PART = 0.18  # of the load domain, on each side of the middle: load around the network is known
_FIRST_NUMBER = 100  # of the stations' noise: others have the numbers below


def network_places(domain: EaseWindow, seed: int) -> dict[str, tuple[float, float]]:
    """Return longitude and latitude of the network's stations by name, at random about the middle of the box."""
    rng = generator(seed, "network")
    wide = min(_HALF_LON, _LARGEST_PART * float(np.ptp(domain.lon)))
    high = min(_HALF_LAT, _LARGEST_PART * float(np.ptp(domain.lat)))
    east, north = wide * (2 * rng.random(N_STATIONS) - 1), high * (2 * rng.random(N_STATIONS) - 1)
    lon, lat = np.round(MIDDLE_LON + east, 5), np.round(MIDDLE_LAT + north, 5)
    return {f"NET{number + 1:02d}": (float(lon[number]), float(lat[number])) for number in range(N_STATIONS)}


def network_heights(
    storage: Storage,
    domain: EaseWindow,
    days: FloatArray,
    places: dict[str, tuple[float, float]],
    parameters: StationParameters,
    *,
    seed: int,
) -> FloatArray:
    """Return heights [station, time] in mm: the load's motion at each place, and noise.

    Motion that is no load, subsidence and the earthquake's step, is taken out, as processing centres clean such series.

    Parameters
    ----------
    storage : Storage
        The true load.
    domain : EaseWindow
        Cells that carry it.
    days : array [time]
        Of the heights.
    places : dict
        Longitude and latitude by name.
    parameters : StationParameters
        Noise.
    seed : int
        Of the study area.
    """
    lon, lat = (np.array([place[k] for place in places.values()]) for k in (0, 1))
    cells = (domain.lon.ravel(), domain.lat.ravel(), domain.cell_radius)
    operator = LoadOperator(*cells, point_lon=lon, point_lat=lat)
    moved = np.asarray(operator.apply(storage.values(days, domain.lon, domain.lat).reshape(days.size, -1))).T
    noise = [station_noise(parameters, days, seed, _FIRST_NUMBER + number) for number in range(len(places))]
    return np.asarray(moved + np.stack(noise))

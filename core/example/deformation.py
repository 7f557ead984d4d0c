"""Motion of the ground that is no load: two subsiding towns and an earthquake."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR, day_number, parse_date
from .area import FIRST_DAY, offsets_km


@dataclass(frozen=True)
class Funnel:
    """Steady subsidence under a town: a Gaussian bowl.

    Attributes
    ----------
    name : str
        Of the town.
    lon, lat : float
        Of its deepest point in degrees.
    rate_mm_per_year : float
        There; negative is down.
    radius_km : float
        Standard deviation of the bowl.
    """

    name: str
    lon: float
    lat: float
    rate_mm_per_year: float
    radius_km: float


@dataclass(frozen=True)
class Earthquake:
    """A step in time: one lobe goes up, its neighbour down.

    Attributes
    ----------
    date : str
        First day after which the ground has moved.
    lobes : tuple of (lon, lat, vertical step in mm, radius in km)
        Gaussian in space.
    """

    date: str = "2016-05-18"
    lobes: tuple[tuple[float, float, float, float], ...] = ((99.60, 26.02, 14.0, 5.0), (99.53, 25.95, -9.0, 6.0))


@dataclass(frozen=True)
class DeformationParameters:
    """All motion that is no load.

    Attributes
    ----------
    funnels : tuple of Funnel
        Subsiding towns.
    earthquake : Earthquake
        The step.
    """

    funnels: tuple[Funnel, ...] = (
        Funnel("Binchuan", 100.57, 25.83, -21.0, 4.0),
        Funnel("Xiangyun", 100.55, 25.48, -28.0, 4.0),
    )
    earthquake: Earthquake = Earthquake()


def motion(parameters: DeformationParameters, day: float, lon: npt.ArrayLike, lat: npt.ArrayLike) -> FloatArray:
    """Return the vertical motion [..] in mm since the first acquisition of all presets."""
    total = np.zeros(np.shape(lon))
    years = (day - FIRST_DAY) / DAYS_PER_YEAR
    for funnel in parameters.funnels:
        total += funnel.rate_mm_per_year * years * _bowl(lon, lat, funnel.lon, funnel.lat, funnel.radius_km)
    if day >= day_number(parse_date(parameters.earthquake.date)):
        for lobe_lon, lobe_lat, step, radius in parameters.earthquake.lobes:
            total += step * _bowl(lon, lat, lobe_lon, lobe_lat, radius)
    return total


def _bowl(lon: npt.ArrayLike, lat: npt.ArrayLike, lon0: float, lat0: float, radius_km: float) -> FloatArray:
    east, north = offsets_km(lon, lat, lon0, lat0)
    return np.asarray(np.exp(-0.5 * (east**2 + north**2) / radius_km**2))

"""How uncertain filtered harmonics are: their scatter over the quiet ocean, where little happens but noise.

Formal errors of monthly fields are not calibrated, and say nothing of stripes and of what a filter leaves. Over the
open ocean, far from land, what is left of the fields after mean, trend and season is noise and errors of the ocean's
model (Wahr et al., 2006). Noise falls towards the poles, where orbits converge, and differs from month to month: it is
taken by latitude, and scaled by month.

References
----------
Wahr, J., S. Swenson, and I. Velicogna (2006), Accuracy of GRACE mass estimates, GRL 33, doi:10.1029/2005GL025305.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR
from .harmonics import Coefficients, synthesize

FORM = (
    "one standard deviation: scatter of the fields over the quiet ocean at the cell's latitude, trend and season taken "
    "off, scaled by month"
)
LEAST_MONTHS = 24
"""Fewer do not tell noise from season and trend."""
_BOXES = (
    # lon_min, lon_max, lat_min, lat_max: open ocean, 500 km and more from land of any size (by the map).
    (-150.0, -95.0, -58.0, -20.0),
    (-155.0, -105.0, -14.0, 8.0),
    (-170.0, -135.0, 28.0, 48.0),
    (155.0, 178.0, 24.0, 44.0),
    (-28.0, 2.0, -48.0, -8.0),
    (-50.0, -28.0, 18.0, 48.0),
    (62.0, 98.0, -48.0, -14.0),
)
_STEP_DEG = 4.0
_BAND_DEG = 8.0
_HIGHEST_LATITUDE = 56.0


@dataclass(frozen=True)
class OceanScatter:
    """Standard deviation of the fields.

    Attributes
    ----------
    latitude : array [band]
        Degrees away from the equator, rising.
    by_latitude : array [band]
        mm, of all months.
    by_month : array [month]
        Factor of each month, 1 on the whole.
    form : str
        What it is, in words.
    """

    latitude: FloatArray
    by_latitude: FloatArray
    by_month: FloatArray
    form: str = FORM

    def at(self, lat: FloatArray, month: int) -> FloatArray:
        """Return mm at latitudes [..] in a month; beyond the last band its value holds."""
        return np.asarray(np.interp(np.abs(lat), self.latitude, self.by_latitude) * self.by_month[month])


def ocean_scatter(anomalies: Coefficients, weights: FloatArray | None, days: FloatArray) -> OceanScatter | None:
    """Return the scatter of filtered fields over the quiet ocean.

    Parameters
    ----------
    anomalies : Coefficients
        [month, degree, order], filtered.
    weights : array [degree], optional
        What is left of the filter, by degree.
    days : array [month]
        Middles of the solutions in days since 2000-01-01.

    Returns
    -------
    OceanScatter or None
        None with fewer than :data:`LEAST_MONTHS` months.
    """
    if days.size < LEAST_MONTHS:
        return None
    lon = np.arange(-180.0, 180.0, _STEP_DEG)
    lat = np.arange(-_HIGHEST_LATITUDE, _HIGHEST_LATITUDE + 1, _STEP_DEG)
    x, y = np.meshgrid(lon, lat)
    ocean = np.zeros(x.shape, dtype=bool)
    for west, east, south, north in _BOXES:
        ocean |= (x >= west) & (x <= east) & (y >= south) & (y <= north)
    fields = synthesize(anomalies, lon, lat, weights=weights)[:, ocean]
    years = (days - days.mean()) / DAYS_PER_YEAR
    angle = 2 * np.pi * days / DAYS_PER_YEAR
    terms = np.stack(
        [np.ones_like(years), years, np.cos(angle), np.sin(angle), np.cos(2 * angle), np.sin(2 * angle)], axis=1
    )
    left = fields - terms @ np.linalg.lstsq(terms, fields, rcond=None)[0]
    left *= np.sqrt(days.size / (days.size - terms.shape[1]))
    distance = np.abs(y[ocean])
    bands = np.arange(_BAND_DEG / 2, _HIGHEST_LATITUDE, _BAND_DEG)
    inside = np.abs(distance[:, None] - bands) <= _BAND_DEG / 2
    square = np.mean(left**2, axis=0)
    by_latitude = np.sqrt(square @ inside / inside.sum(axis=0))
    relative = np.sqrt(np.mean(left**2 / np.interp(distance, bands, by_latitude) ** 2, axis=1))
    return OceanScatter(bands, by_latitude, relative)

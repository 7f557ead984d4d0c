"""Where an interferometric series is zero by definition, as the files' attributes tell it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from . import attributes
from .handles import Dataset

_NET = 3
_EDGES = ("lon_min", "lon_max", "lat_min", "lat_max", "los_up")
_PLACES = ("reference_place_lon", "reference_place_lat", "reference_place_weight")


@dataclass(frozen=True)
class ReferenceArea:
    """Where an interferometric series is zero by definition, and how it is seen from the satellite.

    Attributes
    ----------
    lon_min, lon_max, lat_min, lat_max : float
        Edges in degrees.
    los_up : float
        Mean upward component of the line-of-sight unit vector over it; NaN where unknown.
    places : tuple of (lon, lat, weight)
        Of an area that does not fill its edges: few places that stand for its parts, with weights that sum to 1.
        Empty: the area is the rectangle.
    """

    lon_min: float
    lon_max: float
    lat_min: float
    lat_max: float
    los_up: float
    places: tuple[tuple[float, float, float], ...] = ()

    def net(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return longitude, latitude and weight of places [place] by which a mean over the area is taken.

        Those of `places`; of a rectangle a net of 3 x 3 that lies evenly in it.
        """
        if self.places:
            lon, lat, weight = np.array(self.places, dtype=np.float64).T
            return lon, lat, weight
        part = (np.arange(_NET) + 0.5) / _NET
        east, north = np.meshgrid(
            self.lon_min + (self.lon_max - self.lon_min) * part, self.lat_min + (self.lat_max - self.lat_min) * part
        )
        return east.ravel(), north.ravel(), np.full(east.size, 1.0 / east.size)

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude of the centroid."""
        if not self.places:
            return (self.lon_min + self.lon_max) / 2, (self.lat_min + self.lat_max) / 2
        lon, lat, weight = self.net()
        return float(lon @ weight), float(lat @ weight)

    def write(self, dataset: Dataset) -> None:
        """Set the attributes ``reference_lon_min`` ... ``reference_los_up``, and ``reference_place_lon`` ... ."""
        dataset.setncatts({f"reference_{key}": getattr(self, key) for key in _EDGES})
        if self.places:
            dataset.setncatts(dict(zip(_PLACES, self.net())))
            return
        for name in _PLACES:  # of an area that the file had before
            if name in dataset.ncattrs():
                dataset.delncattr(name)


def read_reference_area(dataset: Dataset) -> ReferenceArea | None:
    """Return the reference area that a file's attributes name, or None."""
    names = [f"reference_{key}" for key in _EDGES]
    if any(name not in dataset.ncattrs() for name in names):
        return None
    places: tuple[tuple[float, float, float], ...] = ()
    if all(name in dataset.ncattrs() for name in _PLACES):
        columns = [attributes.numbers(dataset, name).tolist() for name in _PLACES]
        places = tuple(zip(*columns))
    lon_min, lon_max, lat_min, lat_max, los_up = (attributes.number(dataset, name) for name in names)
    return ReferenceArea(lon_min, lon_max, lat_min, lat_max, los_up, places=places)

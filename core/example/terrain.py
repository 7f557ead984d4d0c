"""The ground of the study box: relief, lakes, and how well it stays coherent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..files.raster import RasterGrid
from .area import KM_PER_DEGREE, REFERENCE_LAT, REFERENCE_LON, offsets_km
from .randomness import generator
from .spectral import SpectralFields

# Centre, half-lengths along and across in km, direction of the long axis in degrees east of north.
_LAKES = ((100.19, 25.80, 20.0, 3.5, -22.0), (99.95, 26.13, 6.0, 2.0, -10.0), (100.75, 26.52, 4.0, 3.0, 0.0))
_TOWNS = (
    (REFERENCE_LON, REFERENCE_LAT, 4.0),
    (100.57, 25.83, 5.0),
    (100.55, 25.48, 5.0),
    (99.95, 26.55, 3.0),
    (99.25, 25.12, 4.0),
    (100.30, 25.22, 3.0),
)


@dataclass(frozen=True)
class GroundParameters:
    """Relief and coherence.

    Attributes
    ----------
    mean_height_m, relief_m : float
        Mean and standard deviation of the height.
    rise_north_west_m_per_100km : float
        The box rises towards the north-west.
    coherence_start, coherence_spread : float
        Coherence of vegetated ground just after an acquisition: mean and standard deviation.
    coherence_memory_days : float
        Time in which it decays, median over the box.
    coherence_end, coherence_end_spread : float
        What is left after a long time: median, and standard deviation of its logarithm.
    wet_season_loss : float
        Part of the coherence that the wet season costs.
    """

    mean_height_m: float = 2200.0
    relief_m: float = 450.0
    rise_north_west_m_per_100km: float = 350.0
    coherence_start: float = 0.60
    coherence_spread: float = 0.12
    coherence_memory_days: float = 70.0
    coherence_end: float = 0.16
    coherence_end_spread: float = 0.25
    wet_season_loss: float = 0.25


@dataclass(frozen=True)
class Ground:
    """The ground on the pixels [row, column].

    Attributes
    ----------
    height : array
        In m.
    water : bool array
        True on lakes.
    coherence_start, coherence_end : array
        Coherence at once and after a long time.
    coherence_memory : array
        Time of its decay in days.
    """

    height: FloatArray
    water: BoolArray
    coherence_start: FloatArray
    coherence_end: FloatArray
    coherence_memory: FloatArray


def make_ground(grid: RasterGrid, seed: int, parameters: GroundParameters) -> Ground:
    """Return the ground of the study box on the pixels of `grid`."""
    p = parameters
    lon, lat = grid.lon_lat()
    east, north = offsets_km(lon, lat)
    rough = SpectralFields(grid.rows, grid.columns, grid.dy * KM_PER_DEGREE, 3.2, 120.0)
    height = p.mean_height_m + p.relief_m * rough.unit_field(generator(seed, "relief"))
    height = height + p.rise_north_west_m_per_100km * (0.7 * north - 0.7 * east) / 100.0
    water = np.zeros(grid.shape, dtype=bool)
    for lake in _LAKES:
        distance = _ellipse(lon, lat, lake)
        height = np.where(distance < 1, 1970.0, height)
        water |= distance < 1
    town = np.zeros(grid.shape)
    for town_lon, town_lat, radius in _TOWNS:
        away = np.hypot(*offsets_km(lon, lat, town_lon, town_lat))
        town = np.maximum(town, np.exp(-((away / radius) ** 4)))
    cover = SpectralFields(grid.rows, grid.columns, grid.dy * KM_PER_DEGREE, 2.4, 40.0)
    start = p.coherence_start + p.coherence_spread * cover.unit_field(generator(seed, "vegetation"))
    end = p.coherence_end * np.exp(p.coherence_end_spread * cover.unit_field(generator(seed, "vegetation", 2)))
    memory = p.coherence_memory_days * np.exp(0.5 * cover.unit_field(generator(seed, "vegetation", 1)))
    return Ground(
        height=np.clip(height, 900.0, 4500.0),
        water=water,
        coherence_start=np.clip(start * (1 - town) + 0.9 * town, 0.25, 0.95),
        coherence_end=end * (1 - town) + 0.6 * town,
        coherence_memory=memory * (1 - town) + 500.0 * town,
    )


def _ellipse(lon: FloatArray, lat: FloatArray, lake: tuple[float, float, float, float, float]) -> FloatArray:
    """Return the distance [..] from a lake's middle in units of its half-lengths; 1 on its shore."""
    lake_lon, lake_lat, along, across, turn = lake
    east, north = offsets_km(lon, lat, lake_lon, lake_lat)
    angle = np.radians(turn)
    length = north * np.cos(angle) + east * np.sin(angle)
    width = east * np.cos(angle) - north * np.sin(angle)
    return np.hypot(length / along, width / across)

"""Soil, slope and vegetation of the example's land-model columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..land.catchment import Parameters
from ..land.catchment.parameters import NAMES
from ..land.estimation.estimate import NEW_DECAY, OLD_DECAY, estimate_column
from ..land.parameter_files import write_parameters
from ..land.tiles import tiles_at
from .area import EaseWindow
from .randomness import generator
from .smooth_fields import NodeBasis

_SOIL_NAMES = NAMES[1:-3]  # all but class, leaf area, greenness and albedo


@dataclass(frozen=True)
class Ground:
    """What a column's parameters are estimated from.

    Attributes
    ----------
    soil_class : int
        Texture class of :data:`..land.estimation.soils.SOILS`, from 1.
    index_mean : float
        Of the topographic index; its standard deviation is 2 and its skew 1.
    depth_mm : float
        To bedrock.
    decay : float
        Of conductivity with depth, m-1.
    """

    soil_class: int
    index_mean: float
    depth_mm: float
    decay: float = OLD_DECAY


_GROUNDS = {
    "loam": Ground(6, 9.5, 2500.0),
    "sandy": Ground(3, 9.5, 2500.0),
    "clay": Ground(9, 9.5, 2500.0),
    "slope": Ground(9, 7.5, 2200.0, NEW_DECAY),
}
# fmt: off
# Class of the Mosaic scheme, leaf area and greenness of every month.
_PLANTS = {
    "fields": (4, (0.9, 0.8, 0.8, 0.9, 1.2, 2.0, 2.8, 3.2, 3.0, 2.2, 1.4, 1.0),
               (0.45, 0.40, 0.40, 0.42, 0.50, 0.65, 0.78, 0.82, 0.78, 0.68, 0.58, 0.50)),
    "forest": (2, (2.0, 1.8, 1.9, 2.3, 3.0, 3.8, 4.3, 4.5, 4.2, 3.6, 2.8, 2.3),
               (0.60, 0.58, 0.60, 0.66, 0.74, 0.82, 0.86, 0.86, 0.84, 0.78, 0.70, 0.64)),
}
# fmt: on
TRUE_SOILS, MODEL_SOILS = ("clay", "slope"), ("loam", "sandy")
"""What the ground is made of, and what the land model takes it for."""
_PATCH_KM = 150.0


def columns_at(lon: FloatArray, lat: FloatArray, soils: tuple[str, str], seed: int) -> Parameters:
    """Return the parameters of columns at places [tile]: patches of two soils, and of fields and forest.

    Parameters
    ----------
    lon, lat : array [tile]
        In degrees.
    soils : (str, str)
        :data:`TRUE_SOILS` or :data:`MODEL_SOILS`.
    seed : int
        Of the study area. The patches are the same for both.
    """
    basis = NodeBasis(_PATCH_KM)
    weights = basis.weights(lon, lat)
    patch, cover = (generator(seed, "columns", k).standard_normal(basis.count) @ weights > 0 for k in (0, 1))
    values = {
        name: np.where(patch, first, second)
        for name, first, second in zip(_SOIL_NAMES, _soil_values(soils[0]), _soil_values(soils[1]))
    }
    (first_class, *first_year), (second_class, *second_year) = _PLANTS["fields"], _PLANTS["forest"]
    lai, grn = (
        np.where(cover, np.array(first)[:, None], np.array(second)[:, None])
        for first, second in zip(first_year, second_year)
    )
    return Parameters(vegcls=np.where(cover, float(first_class), float(second_class)), lai=lai, grn=grn, **values)


def _soil_values(name: str) -> tuple[float, ...]:
    """Return the parameters of one of the grounds, in the order of the names."""
    ground = _GROUNDS[name]
    made = estimate_column(ground.soil_class, ground.index_mean, 2.0, 1.0, ground.depth_mm, gnu=ground.decay)
    return tuple(made[parameter] for parameter in _SOIL_NAMES)


def side_by_side(first: Parameters, second: Parameters) -> Parameters:
    """Return the columns of both, one after the other along the last dimension."""
    there = {name: value for name, value in first.items() if value is not None}
    return Parameters(
        **{name: np.concatenate([value, getattr(second, name)], axis=-1) for name, value in there.items()}
    )


def write_columns(path: Path, window: EaseWindow, seed: int) -> None:
    """Write what the land model takes the cells of a window for."""
    lon, lat = window.lon.ravel(), window.lat.ravel()
    columns = columns_at(lon, lat, MODEL_SOILS, seed)
    tiles = tiles_at(columns, lon, lat, np.ones(lon.size), "M25", source=str(path))
    write_parameters(path, tiles, "synthetic (createexample)", synthetic=True)

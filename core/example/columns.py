"""Soil, slope and vegetation of the example's land-model columns."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..land.catchment import Parameters
from ..land.catchment.parameters import NAMES
from ..land.parameter_files import write_parameters
from ..land.tiles import tiles_at
from .area import EaseWindow
from .randomness import generator
from .smooth_fields import NodeBasis

_SOIL_NAMES = NAMES[1:-3]  # all but class, leaf area, greenness and albedo
# Typical columns: what NASA LISF's parameter chain (Ducharne et al. 2000) gives for a texture, a mean topographic index
# and a depth to bedrock, to six digits.
# fmt: off
_SOILS = {
    # loam, index 9.5, 2.5 m
    "loam": (0.437, 5.96, -0.24, 3.57457e-4, 2.17, 0.339541, 2500.0, -1.97889e-3, 3.80003e-2, 1.04071e-4, 9.25528e-2,
             1.0, 9.25528e-2, 1.0, 6.93719e-2, 0.197508, 5.77955e-4, 0.520886, 21.0309, 1.11345, 9.49919, -2.92376,
             -3.1032, -2.84319e-3, -5.10756e-3, 1.78683e-2, 7.05818e-2),
    # sandy loam, index 9.5, 2.5 m
    "sandy": (0.419, 4.34, -0.16, 6.40508e-4, 2.17, 0.20664, 2500.0, -1.43513e-3, 2.42851e-2, 5.20568e-5, 6.23836e-2,
              1.0, 6.23836e-2, 1.0, 3.77659e-2, 0.13656, 2.91782e-4, 0.3725, 28.8563, 1.18072, 9.49919, -2.85924,
              -3.06771, -3.15508e-3, -4.38345e-3, 1.36295e-2, 5.35143e-2),
    # clay loam, index 9.5, 2.5 m
    "clay": (0.447, 8.34, -0.28, 2.08645e-4, 2.17, 0.470749, 2500.0, -2.7065e-3, 5.53447e-2, 2.0138e-4, 0.154212,
             1.0, 0.154212, 1.0, 7.26225e-2, 0.196965, 6.985e-4, 0.638888, 15.3718, 1.08218, 9.49919, -2.98371,
             -3.15382, -2.66667e-3, -6.66978e-3, 2.61824e-2, 5.82413e-2),
    # clay loam on slopes, index 7.5, 2.2 m, conductivity that falls off slowly
    "slope": (0.447, 8.34, -0.28, 2.00982e-5, 1.0, 0.470749, 2200.0, -2.23622e-3, 2.91215e-2, -3.25786e-5, 0.102696,
              1.0, 0.102696, 1.0, 0.115398, 0.34535, 1.33222e-3, 0.631794, 11.5365, 1.84026, 7.49944, -3.03249,
              -3.25434, -2.65581e-3, -4.71732e-3, 2.61824e-2, 5.82413e-2),
}
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
        for name, first, second in zip(_SOIL_NAMES, _SOILS[soils[0]], _SOILS[soils[1]])
    }
    (first_class, *first_year), (second_class, *second_year) = _PLANTS["fields"], _PLANTS["forest"]
    lai, grn = (
        np.where(cover, np.array(first)[:, None], np.array(second)[:, None])
        for first, second in zip(first_year, second_year)
    )
    return Parameters(vegcls=np.where(cover, float(first_class), float(second_class)), lai=lai, grn=grn, **values)


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
    tiles = tiles_at(columns, lon, lat, np.ones(lon.size), "M25", str(path))
    write_parameters(path, tiles, "synthetic (createexample)", synthetic=True)

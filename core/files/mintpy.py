"""What files of MintPy say: where their cells lie, and how these are seen."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from .handles import Dataset
from .names import LOS_EAST, LOS_NORTH, LOS_UP
from .raster import GEOGRAPHIC, RasterGrid

ReadLayer = Callable[[slice, slice], FloatArray]
"""Returns [row, column] of a window; NaN where missing."""


def geometry_layers(dataset: Dataset, shape: tuple[int, int]) -> dict[str, ReadLayer]:
    """Return the look vectors and heights of an open geometry file of MintPy that has the product's cells."""
    layers = layers_of(dataset)
    angle = dataset.variables.get("incidenceAngle")
    if angle is not None and angle.shape[-2:] != shape:
        raise InputError(
            f"{dataset.filepath()} has {angle.shape[-2]} x {angle.shape[-1]} cells, the series {shape[0]} x {shape[1]}"
            ": give the geometry file of the same grid as GEOMETRY."
        )
    return layers


def layers_of(holder: Any) -> dict[str, ReadLayer]:
    """Return functions for what a geometry file or group holds.

    ``azimuthAngle``: from the ground to the satellite, anti-clockwise from north.
    """
    found: dict[str, ReadLayer] = {}
    variables = holder.variables

    def angle(name: str, rows: slice, columns: slice) -> FloatArray:
        values = np.ma.filled(np.ma.asarray(variables[name][rows, columns]).astype(np.float64), np.nan)
        return np.where(np.isfinite(values), np.radians(values), np.nan)

    def incidence(rows: slice, columns: slice) -> FloatArray:
        values = angle("incidenceAngle", rows, columns)
        return np.where((values > 0) & (values < np.pi / 2), values, np.nan)  # 0 is no data

    if "incidenceAngle" in variables:
        found[LOS_UP] = lambda rows, columns: np.cos(incidence(rows, columns))
        if "azimuthAngle" in variables:
            found[LOS_EAST] = lambda rows, columns: (
                -np.sin(incidence(rows, columns)) * np.sin(angle("azimuthAngle", rows, columns))
            )
            found[LOS_NORTH] = lambda rows, columns: (
                np.sin(incidence(rows, columns)) * np.cos(angle("azimuthAngle", rows, columns))
            )
    if "height" in variables:
        found["height"] = lambda rows, columns: np.ma.filled(
            np.ma.asarray(variables["height"][rows, columns]).astype(np.float64), np.nan
        )
    return found


def grid_of_attributes(attributes: Mapping[str, str], shape: tuple[int, ...], path: Path) -> RasterGrid:
    """Return the grid that MintPy's attributes name; ``X_FIRST``, ``Y_FIRST`` are edges.

    Raises
    ------
    InputError
        Where there are none, as in radar coordinates.
    """
    numbers = [number_of_attribute(attributes, name) for name in ("X_FIRST", "Y_FIRST", "X_STEP", "Y_STEP")]
    if not all(map(math.isfinite, numbers)):
        raise InputError(
            f"{path} is in radar coordinates (it has no X_FIRST and Y_FIRST): geocode it with MintPy's geocode.py, and "
            "import the geo_ file."
        )
    x, y, dx, dy = numbers
    crs = GEOGRAPHIC
    degrees = attributes.get("X_UNIT", "degrees").lower().startswith("deg")
    if not degrees or attributes.get("EPSG", "4326").strip() not in ("", "4326"):
        code = attributes.get("EPSG", "").strip()
        if not code:
            raise InputError(f"{path}: X_UNIT is {attributes.get('X_UNIT')}, but there is no EPSG to say of which map.")
        crs = f"EPSG:{code}"
    if dx <= 0 or dy >= 0:
        raise InputError(f"{path}: X_STEP must be above and Y_STEP below 0, not {dx:g} and {dy:g}.")
    return RasterGrid(crs, x, y, dx, -dy, columns=shape[1], rows=shape[0])


def number_of_attribute(attributes: Mapping[str, str], name: str) -> float:
    """Return an attribute as a number; NaN where there is none."""
    try:
        return float(attributes[name])
    except (KeyError, ValueError):
        return math.nan

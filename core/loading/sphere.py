"""Places on the sphere, and the lattices of longitudes that let rows of cells be convolved."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..errors import InputError

_SAME = 1e-7
"""Degrees: closer coordinates belong to one row or column."""
_ON_LATTICE = 1e-8
"""Degrees that a longitude may be off its lattice (about a millimetre)."""


def places(lon: npt.ArrayLike, lat: npt.ArrayLike, what: str) -> tuple[FloatArray, FloatArray]:
    """Return longitudes and latitudes [place] in degrees, checked.

    Raises
    ------
    InputError
        Where they are not pairs, not finite or not on the sphere.
    """
    lon, lat = np.asarray(lon, np.float64).ravel(), np.asarray(lat, np.float64).ravel()
    if lon.size != lat.size or lon.size == 0:
        raise InputError(f"The {what} need one longitude and one latitude each: {lon.size} and {lat.size} were given.")
    if not (np.all(np.isfinite(lon)) and np.all(np.isfinite(lat))):
        raise InputError(f"Some longitudes or latitudes of the {what} are missing (NaN): leave those places out.")
    if np.abs(lat).max() > 90 or np.abs(lon).max() > 360:
        raise InputError(
            f"The {what} lie outside longitude -360..360 or latitude -90..90: give degrees, not projected coordinates."
        )
    return lon, lat


def half_chord_of_pairs(points: FloatArray, cells: FloatArray) -> FloatArray:
    """Return sin^2(theta / 2) [pair] between unit vectors [pair, 3]."""
    difference = points - cells
    return np.asarray(np.einsum("ij,ij->i", difference, difference) / 4)


@dataclass(frozen=True)
class Lattice:
    """Places in rows of constant latitude whose longitudes are whole steps apart.

    Attributes
    ----------
    latitudes : array [row]
        Degrees.
    first, step : float
        Longitude of column 0 and spacing, degrees.
    row, column : array [place]
        Of each place.
    columns : int
        How many, from column 0 to the last.
    around : int
        Columns of the full circle; 0 where the step does not divide it.
    """

    latitudes: FloatArray
    first: float
    step: float
    row: IntArray
    column: IntArray
    columns: int
    around: int


def find_lattice(lon: FloatArray, lat: FloatArray) -> Lattice | None:
    """Return the lattice that places [place] (degrees) lie on, or None where they lie on none."""
    latitudes, row = _groups(lat)
    start = _after_largest_gap(np.mod(lon, 360.0))
    offset = np.mod(lon - start + _SAME, 360.0) - _SAME
    columns, _ = _groups(offset)
    if columns.size < 2:
        return None
    step = float(np.diff(columns).min())
    # The mean spacing is exact where the least spacing carries rounding.
    step = float(columns[-1] - columns[0]) / round(float(columns[-1] - columns[0]) / step)
    column = np.rint((offset - columns[0]) / step).astype(np.intp)
    if np.abs(offset - columns[0] - column * step).max() > _ON_LATTICE:
        return None
    full = round(360.0 / step)
    around = full if abs(full * step - 360.0) < _ON_LATTICE else 0
    return Lattice(
        latitudes, start + float(columns[0]), step, row, column, columns=int(column.max()) + 1, around=around
    )


def columns_on(lattice: Lattice, lon: FloatArray) -> tuple[IntArray, float] | None:
    """Return columns [place] and one offset (degrees) by which `lon` [place] lies off the lattice's columns.

    Columns may be negative or beyond the lattice's own. None where the places do not share one offset.
    """
    middle = lattice.first + 0.5 * lattice.step * (lattice.columns - 1)
    distance = np.mod(lon - middle + 180.0, 360.0) - 180.0 + (middle - lattice.first)
    column = np.rint((distance - distance[0]) / lattice.step)
    if np.abs(distance - distance[0] - column * lattice.step).max() > _ON_LATTICE:
        return None
    base = round(float(distance[0]) / lattice.step)
    offset = float(distance[0]) - base * lattice.step
    if abs(offset) < _ON_LATTICE:
        offset = 0.0
    return (column + base).astype(np.intp), offset


def rows_of(lat: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return the different latitudes [row] and the row [place] of each place."""
    return _groups(lat)


def _groups(values: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return the distinct values (to rounding) in ascending order and the group of each."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    new = np.concatenate([[False], np.diff(ordered) > _SAME])
    group = np.empty(values.size, np.intp)
    group[order] = np.cumsum(new)
    first = np.concatenate([[0], np.flatnonzero(new)])
    return ordered[first], group


def _after_largest_gap(lon: FloatArray) -> float:
    """Return the longitude (0..360) with which the places begin, going east from their widest gap."""
    ordered = np.unique(lon)
    gaps = np.diff(np.concatenate([ordered, ordered[:1] + 360.0]))
    return float(ordered[(int(gaps.argmax()) + 1) % ordered.size])


def cap_half_chord(distance: float, radius: float) -> float:
    """Return sin^2(theta / 2) of a distance in m on a sphere of `radius` m."""
    return math.sin(min(distance / radius, math.pi) / 2) ** 2

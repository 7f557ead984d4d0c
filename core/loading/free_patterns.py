"""Patterns along which relative observations say nothing: an offset, or a plane that was taken out.

A displacement whose reference is unknown is known but for a constant; one that a plane was fitted to and taken out of,
but for a plane. What is predicted must lose the same before the two are compared, whether the prediction is a load's
(:mod:`.relative`) or that of a filter's members (:mod:`groundswell.core.assimilation`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray

_NEGLIGIBLE = 1e-9  # of the largest: points on a line do not tell the slope across it


def offset_and_plane(lon: FloatArray, lat: FloatArray) -> FloatArray:
    """Return a constant and slopes to the east and to the north as columns [point, 3], for points in degrees.

    A plane of longitude and latitude: processing software fits it in rows and columns of its geographic grid.
    """
    east = (lon - lon[0] + 180.0) % 360.0 - 180.0
    return np.stack([np.ones(lon.size), east - east.mean(), lat - lat.mean()], axis=1)


def offset_and_surface(lon: FloatArray, lat: FloatArray) -> FloatArray:
    """Return the columns of :func:`offset_and_plane` and their squares and product [point, 6]."""
    plane = offset_and_plane(lon, lat)
    scale = np.maximum(np.abs(plane[:, 1:]).max(axis=0), _NEGLIGIBLE)
    east, north = (plane[:, 1:] / scale).T
    return np.column_stack([plane[:, 0], east, north, east**2, north**2, east * north])


@dataclass(frozen=True)
class FreePatterns:
    """Linear space of patterns of unknown size.

    Attributes
    ----------
    columns : array [point, term]
        Patterns that span it.
    """

    columns: FloatArray

    def within(self, used: BoolArray) -> FloatArray | None:
        """Return patterns that are orthonormal over the used points, [used point, term]; None where there are none."""
        found = self._decomposed(used)
        return None if found is None else found[0]

    def take_out(self, values: FloatArray, used: BoolArray) -> FloatArray:
        """Return `values` [.., point] less the patterns that fit the used points best."""
        found = self._decomposed(used)
        if found is None:
            return values
        vectors, turned = found
        rest: FloatArray = values - (values[..., used] @ vectors) @ (self.columns @ turned).T
        return rest

    def take_out_adjoint(self, values: FloatArray, used: BoolArray) -> FloatArray:
        """Return the transpose of :meth:`take_out` times `values` [.., point]."""
        found = self._decomposed(used)
        if found is None:
            return values
        vectors, turned = found
        rest: FloatArray = values.copy()
        rest[..., used] -= (values @ (self.columns @ turned)) @ vectors.T
        return rest

    def _decomposed(self, used: BoolArray) -> tuple[FloatArray, FloatArray] | None:
        """Return orthonormal patterns over the used points, and what makes them of the columns, [term, kept term]."""
        columns = self.columns[used]
        if not columns.any():
            return None
        vectors, sizes, turned = np.linalg.svd(columns, full_matrices=False)
        kept = sizes > _NEGLIGIBLE * sizes[0]
        return vectors[:, kept], turned[kept].T / sizes[kept]


def without(patterns: FloatArray | None, values: FloatArray) -> FloatArray:
    """Return `values` [.., point] less their part along orthonormal patterns [point, term], if any."""
    if patterns is None:
        return values
    rest: FloatArray = values - (values @ patterns) @ patterns.T
    return rest

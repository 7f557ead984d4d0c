"""What a GRACE product went through, applied to a model: filters of harmonics, DDK, destriping, means of mascons.

Filters are linear. The region's mean of a filtered field is the field weighted by one map, which serves all months: the
region's own harmonics, through the transposed filter, on the cells (Swenson and Wahr, 2002). Coefficients of storage
are those of the potential times f_l, so that a filter of the potential acts as diag(f) F diag(1/f) on storage.

References
----------
Swenson, S., and J. Wahr (2002), Methods for inferring regional surface-mass anomalies from GRACE measurements of
time-variable gravity, JGR 107, doi:10.1029/2001JB000576.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..files import netcdf
from ..files.attributes import number
from ..files.handles import Dataset
from ..files.raster import RasterGrid
from . import filters
from .filters import DDK
from .footprint import kernel_weights
from .harmonics import Coefficients, degree_factors, legendre_by_order

MATRIX = "filter_matrix"
"""Variable with the blocks of a DDK filter, one after the other."""
_LOWEST = 2
_EARTH_AREA_M2 = 4 * np.pi * 6371007.181**2  # of the sphere with the ellipsoid's area, as in the equal-area grid
_COARSE_DEG = 2.0  # of the global grid on which is seen how far an operator reaches


@dataclass(frozen=True)
class RegionWeights:
    """What each cell weighs in the region's mean of the field as GRACE shows it.

    Attributes
    ----------
    weights : array [row, column]
        Of the cells of a window.
    inside : float
        Part of the operator (0..1) that lies in the window.
    """

    weights: FloatArray
    inside: float

    def gain(self, fraction: FloatArray) -> float:
        """Return the region's mean of a load of 1 that is confined to the region [row, column]."""
        return float(np.sum(self.weights * fraction))


@dataclass(frozen=True)
class Operator:
    """How a product shows a field.

    Attributes
    ----------
    words : str
        For reports and warnings.
    kind : str
        ``gaussian`` (a kernel of any degree), ``harmonic`` or ``mascon``.
    radius_km : float
        Of a Gaussian; 0 for none.
    max_degree : int
        Of harmonics.
    destriped : bool
        Decorrelated as by :func:`~.filters.destripe`.
    ddk : DDK, optional
        Decorrelation filter.
    is_the_products : bool
        False where the product's own operator is not known, and a Gaussian stands for it.
    """

    words: str
    kind: str
    radius_km: float = 0.0
    max_degree: int = 60
    destriped: bool = False
    ddk: DDK | None = None
    is_the_products: bool = True

    def region_weights(
        self, fraction: npt.ArrayLike, grid: RasterGrid, mascons: IntArray | None = None
    ) -> RegionWeights:
        """Return what each cell weighs.

        Parameters
        ----------
        fraction : array [row, column]
            Part of each cell in the region.
        grid : RasterGrid
            Window of an EASE-Grid 2.0.
        mascons : array [row, column], optional
            Mascon of each cell, for ``mascon``; negative where there is none.

        Returns
        -------
        RegionWeights
            On the cells of the grid.
        """
        part = np.asarray(fraction, dtype=np.float64)
        if self.kind == "mascon" and mascons is not None:
            return _mascon_weights(part, mascons)
        if self.kind == "harmonic":
            return self._harmonic_weights(part, grid)
        weights, inside = kernel_weights(part, grid, self.radius_km)
        return RegionWeights(weights, inside)

    def _harmonic_weights(self, fraction: FloatArray, grid: RasterGrid) -> RegionWeights:
        region = _region_harmonics(fraction, grid, self.max_degree)
        seen = self._transposed(region)
        lon, lat = grid.lon_lat()
        cell = 4 * np.pi * grid.dx * grid.dy / _EARTH_AREA_M2
        weights = _on_grid(seen, lon[0], lat[:, 0]) * cell / (4 * np.pi)
        x, y = np.arange(0.0, 360.0, _COARSE_DEG), np.arange(-90 + _COARSE_DEG / 2, 90.0, _COARSE_DEG)
        area = np.radians(_COARSE_DEG) ** 2 * np.cos(np.radians(y))[:, None]
        # Far tails of destriping and DDK change their sign and average out: squares say what they matter.
        everywhere = float(np.sum((_on_grid(seen, x, y) / (4 * np.pi)) ** 2 * area)) * cell
        return RegionWeights(weights, share_inside(weights, float(np.sum(weights**2)) / everywhere, 1.0))

    def _transposed(self, given: Coefficients) -> Coefficients:
        """Return coefficients of storage after the transposed filter."""
        weights = np.ones(self.max_degree + 1)
        if self.radius_km > 0:
            weights = filters.gaussian(self.radius_km, self.max_degree)
        c, s = given.c * weights[:, None], given.s * weights[:, None]
        if not self.destriped and self.ddk is None:
            return Coefficients(c, s)
        size = self.max_degree + 1
        unit = np.zeros((size, size, size))
        for degree in range(size):
            unit[degree, degree, : degree + 1] = 1.0
        # [degree in, degree out, order]: what the filter makes of each coefficient alone.
        columns = Coefficients(unit, unit.copy())
        columns = filters.destripe(columns) if self.ddk is None else self.ddk.apply(columns)
        factor = degree_factors(self.max_degree)
        c = np.einsum("iom,om->im", columns.c, c * factor[:, None]) / factor[:, None]
        s = np.einsum("iom,om->im", columns.s, s * factor[:, None]) / factor[:, None]
        return Coefficients(c, s)


def share_inside(weights: FloatArray, squares: float, whole: float) -> float:
    """Return what part of an operator lies inside, by its squares and by its sum, whichever is less.

    Parameters
    ----------
    weights : array [..]
        Inside.
    squares : float
        Part of the sum of squares that lies inside.
    whole : float
        Sum of all weights.
    """
    missing = abs(1.0 - float(weights.sum()) / whole)
    return max(0.0, min(1.0, squares, 1.0 - missing))


def operator_of(grace: Dataset, radius_km: float | None = None) -> Operator | None:
    """Return the operator of a product's file, by what it says of its filter.

    Parameters
    ----------
    grace : netCDF4.Dataset
        Open storage file of the GRACE import.
    radius_km : float, optional
        A Gaussian of this radius instead; 0 for none.

    Returns
    -------
    Operator or None
        None for none.
    """
    if radius_km is not None:
        if radius_km == 0:
            return None
        return Operator(f"Gaussian of {radius_km:g} km (FOOTPRINT)", "gaussian", radius_km)
    kind = netcdf.attribute(grace, "filter_kind")
    names = grace.ncattrs()
    radius = number(grace, "filter_radius_km") if "filter_radius_km" in names else 0.0
    degree = int(number(grace, "filter_max_degree")) if "filter_max_degree" in names else 60
    words = netcdf.attribute(grace, "filter") or kind
    if kind == "mascon" and "mascon" in grace.variables:
        return Operator("means of the product's mascons", "mascon")
    if kind.startswith("DDK") and MATRIX in grace.variables:
        return Operator(words, "harmonic", 0.0, degree, ddk=_read_matrix(grace, degree))
    if kind == "none" or (kind in ("gaussian", "destriped_gaussian") and radius > 0):
        return Operator(words, "harmonic", radius, degree, destriped=kind.startswith("destriped"))
    standing = "a Gaussian of 300 km, which stands for the product's own"
    return Operator(standing, "gaussian", 300.0, is_the_products=False)


def mascons_on(mascons: IntArray, own: RasterGrid, grid: RasterGrid) -> IntArray:
    """Return the mascon of each cell of a grid of the same projection as the product's.

    Parameters
    ----------
    mascons : array [row, column]
        Mascon of each cell of the product's grid.
    own : RasterGrid
        Grid of the product.
    grid : RasterGrid
        Of the model.

    Returns
    -------
    array [row, column]
        -1 where there is none.
    """
    row, column = own.index(*np.meshgrid(grid.x, grid.y))
    inside = (row >= 0) & (row < own.rows) & (column >= 0) & (column < own.columns)
    return np.where(inside, mascons[np.clip(row, 0, own.rows - 1), np.clip(column, 0, own.columns - 1)], -1)


def write_matrix(new: Dataset, ddk: DDK, degree: int) -> None:
    """Add the blocks of a DDK filter to a file, so that a model can be filtered alike.

    Parameters
    ----------
    new : netCDF4.Dataset
        Being written.
    ddk : DDK
        Filter.
    degree : int
        Where the series was cut.
    """
    blocks = ddk.blocks(degree)
    values = np.concatenate([block.ravel() for block in blocks])
    new.createDimension("filter_element", values.size)
    words = "blocks of the DDK filter: order 0, then cosine and sine of each order, degrees from 2 (or the order) on"
    netcdf.add_variable(new, MATRIX, ("filter_element",), "1", words, dtype="f8", fill=None)[:] = values


def _read_matrix(grace: Dataset, degree: int) -> DDK:
    values = netcdf.read_float(grace, MATRIX)
    blocks, at = [], 0
    for place in range(2 * degree + 1):
        size = degree + 1 - max(_LOWEST, (place + 1) // 2)
        blocks.append(values[at : at + size**2].reshape(size, size))
        at += size**2
    return DDK(blocks, _LOWEST, degree)


def _region_harmonics(fraction: FloatArray, grid: RasterGrid, degree: int) -> Coefficients:
    """Return 4 pi / A times the coefficients of the field that is 1 in a region: they give the region's mean."""
    rows = np.flatnonzero(fraction.any(axis=1))
    lon, lat = grid.lon_lat()
    angle = np.radians(lon[0])
    share = fraction[rows] / fraction.sum()
    c, s = np.zeros((2, degree + 1, degree + 1))
    for order, functions in enumerate(legendre_by_order(lat[rows, 0], degree)):
        c[order:, order] = functions @ (share @ np.cos(order * angle))
        s[order:, order] = functions @ (share @ np.sin(order * angle))
    return Coefficients(c, s)


def _on_grid(given: Coefficients, lon: FloatArray, lat: FloatArray) -> FloatArray:
    """Return the sum of the series [row, column]."""
    angle = np.radians(lon)
    result = np.zeros((lat.size, lon.size))
    for order, functions in enumerate(legendre_by_order(lat, given.max_degree)):
        result += np.outer(given.c[order:, order] @ functions, np.cos(order * angle))
        result += np.outer(given.s[order:, order] @ functions, np.sin(order * angle))
    return result


def _mascon_weights(fraction: FloatArray, mascons: IntArray) -> RegionWeights:
    """Return the weights of a mean over every mascon, each by its part of the region."""
    number_of, member = np.unique(mascons, return_inverse=True)
    member = np.ravel(member)
    known = number_of >= 0
    share = np.bincount(member, fraction.ravel(), number_of.size) / fraction.sum()
    cells = np.bincount(member, minlength=number_of.size)
    weights = np.where(known, share / cells, 0.0)[member].reshape(fraction.shape)
    return RegionWeights(np.asarray(weights), float(share[known].sum()))

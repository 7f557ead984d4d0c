"""GRACE's storage as data: means of the storage over its own footprint and days."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...dates import date_of
from ...errors import InputError
from ...files.handles import Dataset
from ...files.names import TWS
from ...files.netcdf import open_chain_file, read_days, read_float, read_grid
from ...files.raster import RasterGrid
from ...geodesy import distance_km, half_chord_squared, unit_vectors
from ...grace.operators import Operator, mascons_on, operator_of
from ..inputs.data_rows import Blocks

_HALF_WIDTH_KM = 180.0  # of mascons of 3 degrees, which is what they resolve
_STD_MM = 15.0  # of a month over one footprint, where the product gives none (Wiese et al. 2016)
_REACH_KM = 700.0  # from the displacement: farther footprints say little of it
_SPACING_DEG = 2.5  # of footprints: what they resolve, and less
_MOMENTS = (1 / 6, 1 / 2, 5 / 6)  # of a month, by which its mean is taken
_INSIDE = 0.8  # part of a footprint's weight that must lie on the storage's cells


@dataclass(frozen=True)
class GraceRows:
    """Footprints and months.

    Attributes
    ----------
    lon, lat : array [footprint]
        Middles in degrees.
    std : array [footprint]
        Standard deviation of a month (mm).
    values : array [month, footprint]
        Storage (mm).
    windows : array [month, 2]
        First day of each month and the day after its last.
    withheld : array [month] of bool
        Kept for the verdict.
    half_width_km : float
        Distance at which the footprint has fallen to one half.
    operator : Operator, optional
        What the product went through; None where its file does not say it, and a Gaussian of the half width stands
        for it.
    mascons : (array [row, column], RasterGrid), optional
        Mascon of each cell of the product's grid, for its operator.
    """

    lon: FloatArray
    lat: FloatArray
    std: FloatArray
    values: FloatArray
    windows: FloatArray
    withheld: BoolArray
    half_width_km: float
    operator: Operator | None = None
    mascons: tuple[IntArray, RasterGrid] | None = None

    def footprints(self, grid: RasterGrid, cells: BoolArray) -> FloatArray:
        """Return the weights [footprint, cell] of the cells [row, column] of a grid that carry load.

        The weights of the whole grid sum to 1: what lies outside is taken to be as what is inside, and cells without
        load (the sea) as no water.
        """
        lon, lat = grid.lon_lat()
        if self.operator is None:
            return self._kernel(lon[cells], lat[cells])
        numbers = None if self.mascons is None else mascons_on(*self.mascons, grid)
        place = np.argmin(
            half_chord_squared(unit_vectors(self.lon, self.lat), unit_vectors(lon.ravel(), lat.ravel())), 1
        )
        weights = np.empty((place.size, int(cells.sum())))
        for number, cell in enumerate(place):
            alone = np.zeros(lon.size)
            alone[cell] = 1.0
            seen = self.operator.region_weights(alone.reshape(lon.shape), grid, numbers).weights
            weights[number] = seen[cells] / seen.sum()
        return weights

    def _kernel(self, lon: FloatArray, lat: FloatArray) -> FloatArray:
        """Return the weights [footprint, cell] of a Gaussian on cells of equal area; each row sums to 1."""
        weight = np.exp(-np.log(2.0) * (distance_km(self.lon, self.lat, lon, lat) / self.half_width_km) ** 2)
        normalized: FloatArray = weight / weight.sum(axis=1, keepdims=True)
        return normalized

    def beside(self, blocks: Blocks) -> Blocks:
        """Return times with the months behind those that are there."""
        start, length = self.windows[:, :1], np.diff(self.windows, axis=1)
        moments = start + length * np.array(_MOMENTS)
        old = blocks.average.shape
        average = np.zeros((old[0] + len(moments), old[1] + moments.size))
        average[: old[0], : old[1]] = blocks.average
        for month in range(len(moments)):
            first = old[1] + month * len(_MOMENTS)
            average[old[0] + month, first : first + len(_MOMENTS)] = 1 / len(_MOMENTS)
        return Blocks(np.concatenate([blocks.days, moments.ravel()]), average)


def read_grace(
    path: Path,
    near: tuple[FloatArray, FloatArray],
    cells: tuple[FloatArray, FloatArray],
    span: tuple[float, float],
    withhold: int,
) -> GraceRows:
    """Read GRACE's storage about the data.

    Parameters
    ----------
    path : Path
        Written by ``importgrace``.
    near : (array, array) [point]
        Longitude and latitude of the displacement.
    cells : (array, array) [cell]
        Of the storage's cells.
    span : (float, float)
        First and last day of the storage.
    withhold : int
        Every so many months one is kept for the verdict; 0 for none.

    Raises
    ------
    InputError
        Where no month lies in the storage's time, or no footprint on its cells.
    """
    with open_chain_file(path, [TWS]) as dataset:
        windows = _windows(dataset, path)
        chosen = np.flatnonzero((windows[:, 0] >= span[0] - 1) & (windows[:, 1] <= span[1] + 1))
        if chosen.size == 0:
            raise InputError(
                f"GRACE: {path} has no month within the storage's time ({date_of(span[0])} to {date_of(span[1])}): it "
                f"has {date_of(windows[0, 0])} to {date_of(windows[-1, 1] - 1)}. Leave GRACE out, or import months "
                "of that time."
            )
        operator, half_width = _operator(dataset)
        mascons = None
        if operator is not None and operator.kind == "mascon":
            mascons = np.asarray(dataset["mascon"][:]), read_grid(dataset)
        rows, columns, lon, lat = _middles(dataset, near, cells, half_width)
        if rows.size == 0:
            raise InputError(f"GRACE: {path} and the storage have no area in common: import GRACE with another EXTENT.")
        values = read_float(dataset, TWS, (chosen,))[:, rows, columns]
        std = np.full(rows.size, _STD_MM)
        if "uncertainty" in dataset.variables:
            given = np.nanmedian(read_float(dataset, "uncertainty", (chosen,))[:, rows, columns], axis=0)
            std = np.where(given > 0, given, _STD_MM)
    withheld = np.zeros(chosen.size, dtype=bool)
    if withhold > 0:
        withheld[withhold - 1 :: withhold] = True
    return GraceRows(
        lon,
        lat,
        std,
        values,
        windows[chosen],
        withheld=withheld,
        half_width_km=half_width,
        operator=operator,
        mascons=mascons,
    )


def _windows(dataset: Dataset, path: Path) -> FloatArray:
    name = getattr(dataset.variables["time"], "bounds", "")
    if name in dataset.variables:
        return read_days(dataset, name, str(getattr(dataset.variables["time"], "units", "")))
    days = read_days(dataset)
    if days.size > 1 and np.median(np.diff(days)) < 20:
        raise InputError(f"GRACE: {path} is not monthly: give the file that 'Import GRACE' writes.")
    return np.stack([days - 15.0, days + 15.0], axis=1)


def _operator(dataset: Dataset) -> tuple[Operator | None, float]:
    """Return what the product went through, where its file says so, and the half width of its footprint (km)."""
    operator = operator_of(dataset)
    if operator is None or not operator.is_the_products:
        return None, _HALF_WIDTH_KM
    return operator, operator.radius_km if operator.radius_km > 0 else _HALF_WIDTH_KM


def _middles(
    dataset: Dataset, near: tuple[FloatArray, FloatArray], cells: tuple[FloatArray, FloatArray], half_width: float
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return rows, columns, longitude and latitude of footprints about the data, evenly spaced."""
    lon, lat = read_grid(dataset).lon_lat()
    step = max(_SPACING_DEG, half_width / 111.0)
    middle = float(np.median(near[0]))
    east = (lon - middle + 180.0) % 360.0 - 180.0
    grid_east, grid_north = np.meshgrid(
        np.arange(np.ceil(east.min() / step), np.floor(east.max() / step) + 1) * step,
        np.arange(np.ceil(lat.min() / step), np.floor(lat.max() / step) + 1) * step,
    )
    want_lon, want_lat = grid_east.ravel() + middle, grid_north.ravel()
    close = distance_km(want_lon, want_lat, *near).min(axis=1) < _REACH_KM
    want_lon, want_lat = want_lon[close], want_lat[close]
    place = np.argmin(
        half_chord_squared(unit_vectors(want_lon, want_lat), unit_vectors(lon.ravel(), lat.ravel())), axis=1
    )
    place = np.unique(place)
    found_lon, found_lat = lon.ravel()[place], lat.ravel()[place]
    inside = _inside(found_lon, found_lat, cells, half_width)
    place = place[inside]
    rows, columns = np.unravel_index(place, lon.shape)
    return rows, columns, lon.ravel()[place], lat.ravel()[place]


def _inside(lon: FloatArray, lat: FloatArray, cells: tuple[FloatArray, FloatArray], half_width: float) -> BoolArray:
    """Return which footprints [footprint] lie on the cells for the most part.

    Looked at on a ring of eight places at the half width, and in the middle.
    """
    angle = np.arange(8) * np.pi / 4
    north = half_width / 111.2 * np.sin(angle)
    good = np.zeros(lon.size)
    for up, turn in ((0.0, np.nan), *zip(north, angle)):
        right = 0.0 if np.isnan(turn) else half_width / 111.2 * np.cos(turn)
        shifted = lon + right / np.cos(np.radians(lat)), lat + up
        nearest = distance_km(*shifted, *cells).min(axis=1)
        good += nearest < 30.0
    inside: BoolArray = good / 9 >= _INSIDE
    return inside

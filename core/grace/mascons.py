"""GSFC's mascons in HDF5: cells of one arc-degree whose size in longitude grows towards the poles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import day_number
from ..errors import InputError
from ..files import netcdf
from ..files.raster import GEOGRAPHIC, RasterGrid
from ..geodesy import transform_points
from ..grid.regridding import LEAST_COVER
from .level2_header import release_words
from .product import Area, Month, Product, check_sane, make_solutions

NEEDED = ("mascon/lon_center", "mascon/lat_center", "mascon/lon_span", "mascon/lat_span", "solution/cmwe")
# Day 1 of the file is 2002-01-01; its NetCDF sibling counts from 2002-01-01 as day 0.
_DAY_ZERO = day_number(date(2001, 12, 31))
_CM = 10.0
_LAND = 80
_ROUNDING = 1e-9


class MasconProduct(Product):
    """Monthly storage of mascons, each a rectangle in longitude and latitude.

    Parameters
    ----------
    path : Path
        HDF5 file.
    stack : ExitStack
        Closes it.
    land_only : bool
        Leave mascons of the ocean out.
    """

    def __init__(self, path: Path, stack: ExitStack, land_only: bool = False) -> None:
        self._file = stack.enter_context(netcdf.open_dataset(path))
        self._source = path.name
        try:
            lon, lat, width, height = (self._flat(name) for name in NEEDED[:4])
            first, last = self._flat("time/ref_days_first"), self._flat("time/ref_days_last")
        except (KeyError, IndexError):
            raise InputError(f"{path.name} lacks a part of GSFC's layout: download it again.") from None
        self._west, self._east = lon - width / 2, lon + width / 2
        self._south, self._north = np.maximum(lat - height / 2, -90.0), np.minimum(lat + height / 2, 90.0)
        # First and last day are both inclusive.
        windows = np.stack([first + _DAY_ZERO, last + _DAY_ZERO + 1], axis=1)
        self.solutions = make_solutions(windows, "CSR", path.name)
        self.area: Area = (
            float(self._west.min()),
            float(self._east.max()),
            float(self._south.min()),
            float(self._north.max()),
        )
        self._land = self._flat("mascon/location") == _LAND if land_only else np.ones(lon.size, dtype=bool)
        self.name = "GSFC RL06 mascons"
        self.baseline = "2004.000 to 2009.999"
        self.has_uncertainty = "uncertainty" in self._file.groups
        match = re.search(r"rl(\d{2})(?=v|_|\b)", path.name.lower())
        self.attributes = {
            "centre": "GSFC",
            "release": release_words(match.group(1)) if match else "not said",
            "filter": "mascons (regularised by the product)",
            "filter_kind": "mascon",
            **dict.fromkeys(("gia_source", "degree_1_source", "c20_source"), "as the product has it"),
        }
        if self.has_uncertainty:
            self.attributes["uncertainty_form"] = "one standard deviation (the file's two halved): noise and leakage"

    def _flat(self, name: str) -> FloatArray:
        """Read a variable of a group as one row."""
        return np.ravel(self._read(name))

    def _read(self, name: str, index: Any = ...) -> FloatArray:
        group, _, variable = name.partition("/")
        return netcdf.read_float(self._file.groups[group], variable, index)

    def storage(self, target: RasterGrid, indices: IntArray) -> Iterator[Month]:
        """Yield solutions as area-weighted means of the mascons that a cell overlaps, by exact overlap."""
        cell, mascon, part = self._overlaps(target)
        used, mascon = np.unique(mascon, return_inverse=True)
        if used.size == 0:
            raise InputError(f"{self._source} has no mascon in the extent.")
        storage = self._read("solution/cmwe")[used] * _CM
        sigma = self._sigma(used) if self.has_uncertainty else None
        for index in indices:
            values = storage[:, index]
            check_sane(values, int(self.solutions.months[index]), self._source, "cm")
            tws = _means(values, cell, mascon, part, target)
            yield Month(tws, None if sigma is None else _means(sigma[:, index], cell, mascon, part, target))

    def mascons(self, target: RasterGrid) -> IntArray | None:
        """Return the mascon that covers most of each cell; -1 where there is none."""
        cell, mascon, part = self._overlaps(target)
        order = np.argsort(part, kind="stable")
        found = np.full(target.rows * target.columns, -1, dtype=np.int64)
        found[cell[order]] = mascon[order]
        return found.reshape(target.shape)

    def _sigma(self, used: IntArray) -> FloatArray:
        """Return one standard deviation in mm of noise and leakage together [mascon, month]."""
        noise = self._read("uncertainty/noise_2sigma")[used]
        leakage = self._read("uncertainty/leakage_2sigma")[used]
        return np.asarray(np.hypot(noise, leakage.reshape(len(used), -1)[:, :1]) / 2 * _CM)

    def _overlaps(self, target: RasterGrid) -> tuple[IntArray, IntArray, FloatArray]:
        """Return flat cell, mascon, and the part of the cell in the mascon, for all pairs that overlap."""
        per_degree = float(transform_points(1.0, 0.0, GEOGRAPHIC, target.crs)[0]) / target.dx
        x0 = target.x_min / target.dx
        zero = np.zeros(self._north.size)
        top = (target.y_max - transform_points(zero, self._north, GEOGRAPHIC, target.crs)[1]) / target.dy
        bottom = (target.y_max - transform_points(zero, self._south, GEOGRAPHIC, target.crs)[1]) / target.dy
        cells, mascons, parts = [], [], []
        for turn in (-720.0, -360.0, 0.0, 360.0):
            left, right = (self._west + turn) * per_degree - x0, (self._east + turn) * per_degree - x0
            meets = (right > 0) & (left < target.columns) & (bottom > 0) & (top < target.rows) & self._land
            for number in np.flatnonzero(meets):
                rows, down = _parts(top[number], bottom[number], target.rows)
                columns, across = _parts(left[number], right[number], target.columns)
                part = np.outer(down, across)
                cells.append((rows[:, None] * target.columns + columns).ravel())
                parts.append(part.ravel())
                mascons.append(np.full(part.size, number))
        if not cells:
            return np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0)
        return np.concatenate(cells), np.concatenate(mascons), np.concatenate(parts)


def _parts(start: float, stop: float, size: int) -> tuple[IntArray, FloatArray]:
    """Return the cells 0..size that the interval meets along one axis, and the part of each inside it."""
    first, last = max(int(np.floor(start)), 0), min(int(np.ceil(stop)), size)
    index = np.arange(first, last)
    part = np.minimum(index + 1, stop) - np.maximum(index, start)
    return index, np.where(part > _ROUNDING, part, 0.0)


def _means(values: FloatArray, cell: IntArray, mascon: IntArray, part: FloatArray, target: RasterGrid) -> FloatArray:
    """Return means over the cells [row, column]; NaN where mascons with data cover less than half of one."""
    given = values[mascon]
    valid = np.isfinite(given)
    size = target.rows * target.columns
    cover = np.bincount(cell[valid], part[valid], size)
    total = np.bincount(cell[valid], part[valid] * given[valid], size)
    enough = cover >= LEAST_COVER - 1e-6
    return np.where(enough, total / np.where(enough, cover, 1.0), np.nan).reshape(target.shape)

"""Storage outside the study area: a coarser field around it, without what the study area covers itself."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..dates import date_of
from ..errors import InputError
from ..files.raster import RasterGrid
from .cells import GridCells, grid_cells
from .load_file import LoadFile
from .love_numbers import LoveNumbers
from .operator import LoadOperator

_ROUNDING = 1e-6
_MOST_PIECES = 16


class Operator(Protocol):
    """Storage of cells to what it does at points."""

    def apply(self, storage: FloatArray) -> FloatArray:
        """Return what storage [.., cell] does [.., value]."""


OperatorOf = Callable[[GridCells, FloatArray, FloatArray, LoveNumbers], Operator]


class CoveredArea(Protocol):
    """What takes the background's place: cells of a grid that carry a load of their own."""

    path: Any
    members: int

    @property
    def grid(self) -> RasterGrid:
        """Return the cells' grid."""

    @property
    def loaded(self) -> BoolArray:
        """Return which cells [cell] carry it."""


class BackgroundLoad:
    """Displacement of points by the storage around the study area.

    Parameters
    ----------
    file : LoadFile
        Background: on any grid, at any times that reach over those asked for. With members it must have as many
        as the study area's storage.
    inner : CoveredArea
        Storage of the study area, whose cells replace the background's.
    lon, lat : array [point]
        Where the displacement is wanted, degrees on the authalic sphere.
    love_numbers : LoveNumbers
        Of the Earth.
    operator_of : callable, optional
        Makes an operator of (cells, lon, lat, love_numbers); that of vertical displacement where not given.
    """

    def __init__(
        self,
        file: LoadFile,
        inner: CoveredArea,
        lon: FloatArray,
        lat: FloatArray,
        love_numbers: LoveNumbers,
        *,
        operator_of: OperatorOf | None = None,
    ) -> None:
        operator_of = operator_of or LoadOperator.of_cells
        if file.members not in (0, inner.members):
            raise InputError(
                f"{file.path} has {file.members} members and {inner.path} {inner.members or 'none'}: "
                "give a background with the same members, or without members."
            )
        self._file = file
        cells, shape = grid_cells(file.grid), file.grid.shape
        outside = 1 - covered_part(cells, shape, grid_cells(inner.grid), inner.grid.shape, inner.loaded)
        self._whole = outside[file.loaded] > 1 - _ROUNDING
        number = np.flatnonzero(file.loaded)
        whole = cells.part(number[self._whole])
        self._operator = operator_of(whole, lon, lat, love_numbers) if whole.lon.size else None
        # Cells that the study area's edge cuts act with what is left of them.
        cut = file.loaded & (outside > _ROUNDING) & (outside <= 1 - _ROUNDING)
        parts, self._part_of, self._outside = _parts(file.grid, cut, inner)
        self._part_of = np.searchsorted(number, self._part_of)
        self._parts = operator_of(parts, lon, lat, love_numbers) if parts.lon.size else None

    def displacement(self, days: FloatArray, members: slice | None) -> FloatArray:
        """Return the vertical displacement [.., time, point] in mm, linear between the background's times.

        Raises
        ------
        InputError
            Where the background does not reach over the days, by more than one of its steps.
        """
        times, interpolate = between_times(self._file, days, "storage around the study area")
        ahead = () if not self._file.members else (members or slice(None),)
        storage = self._file.read((*ahead, times))
        moved = np.zeros(1)
        if self._operator is not None:
            moved = moved + self._operator.apply(storage[..., self._whole])
        if self._parts is not None:
            moved = moved + self._parts.apply(storage[..., self._part_of] * self._outside)
        return moved if moved.ndim == 1 else interpolate(moved)


def between_times(file: LoadFile, days: FloatArray, what: str) -> tuple[IntArray, Callable[[FloatArray], FloatArray]]:
    """Return the times (their numbers) of a file that enclose `days`, and what interpolates to `days`.

    The function takes values [.., those times, point] to [.., day, point]: linear in time, constant beyond
    the ends by one step of the file at most.

    Raises
    ------
    InputError
        Where the file does not reach over the days.
    """
    own = file.days
    step = float(np.diff(own).max()) if own.size > 1 else 366.0
    if days.min() < own[0] - step or days.max() > own[-1] + step:
        raise InputError(
            f"{file.path} covers {date_of(own[0])} to {date_of(own[-1])}, but {what} "
            f"is needed from {date_of(float(days.min()))} to {date_of(float(days.max()))}."
        )
    upper = np.clip(np.searchsorted(own, days), min(1, own.size - 1), own.size - 1)
    lower = np.maximum(upper - 1, 0)
    length = np.maximum(own[upper] - own[lower], 1e-9)
    part = np.clip((days - own[lower]) / length, 0, 1)[:, None]
    times, place = np.unique(np.concatenate([lower, upper]), return_inverse=True)
    low, high = place.ravel()[: days.size], place.ravel()[days.size :]

    def interpolate(values: FloatArray) -> FloatArray:
        return np.asarray(values[..., low, :] * (1 - part) + values[..., high, :] * part)

    return times, interpolate


def _parts(grid: RasterGrid, cut: BoolArray, inner: CoveredArea) -> tuple[GridCells, IntArray, FloatArray]:
    """Return small cells in place of those that are cut, the cell that each is a part of, and what of it is outside."""
    rows, columns = np.nonzero(cut.reshape(grid.shape))
    if rows.size == 0:
        return grid_cells(grid).part(np.zeros(0, np.intp)), np.zeros(0, np.intp), np.zeros(0)
    row, column = int(rows.min()), int(columns.min())
    window = grid.window(row, column, int(rows.max()) - row + 1, int(columns.max()) - column + 1)
    heights = [float(np.max(cells.north - cells.south)) for cells in (grid_cells(grid), grid_cells(inner.grid))]
    pieces = int(np.clip(math.ceil(2 * heights[0] / heights[1]), 2, _MOST_PIECES))
    fine = RasterGrid(
        grid.crs,
        window.x_min,
        window.y_max,
        grid.dx / pieces,
        grid.dy / pieces,
        columns=window.columns * pieces,
        rows=window.rows * pieces,
    )
    cells = grid_cells(fine)
    outside = 1 - covered_part(cells, fine.shape, grid_cells(inner.grid), inner.grid.shape, inner.loaded)
    fine_row, fine_column = np.divmod(np.arange(cells.lon.size), fine.columns)
    parent = (row + fine_row // pieces) * grid.columns + column + fine_column // pieces
    chosen = np.flatnonzero(cut[parent] & (outside > _ROUNDING))
    return cells.part(chosen), parent[chosen], outside[chosen]


def covered_part(
    outer: GridCells, outer_shape: tuple[int, int], inner: GridCells, inner_shape: tuple[int, int], loaded: BoolArray
) -> FloatArray:
    """Return the part (0 to 1) of each outer cell's area [cell] that loaded inner cells cover: exact overlap.

    Cells are rectangles of longitude and sine of the latitude, so that overlaps are products of both.
    """

    def rows(cells: GridCells, shape: tuple[int, int]) -> tuple[FloatArray, FloatArray]:
        first = slice(None, None, shape[1])
        return np.sin(np.radians(cells.south[first])), np.sin(np.radians(cells.north[first]))

    def columns(cells: GridCells, shape: tuple[int, int]) -> tuple[FloatArray, FloatArray]:
        first = slice(0, shape[1])
        return cells.lon[first] - cells.half_width[first], cells.lon[first] + cells.half_width[first]

    in_rows = _overlap(*rows(outer, outer_shape), *rows(inner, inner_shape))
    west, east = columns(inner, inner_shape)
    outer_columns = columns(outer, outer_shape)
    turns = (-720.0, -360.0, 0.0, 360.0, 720.0)
    in_columns = sum(_overlap(*outer_columns, west + turn, east + turn) for turn in turns)
    area = in_rows @ loaded.reshape(inner_shape).astype(np.float64) @ np.asarray(in_columns).T
    whole = np.sin(np.radians(outer.north)) - np.sin(np.radians(outer.south))
    return np.asarray(np.clip(area.ravel() / (2 * outer.half_width * whole), 0, 1))


def _overlap(low: FloatArray, high: FloatArray, other_low: FloatArray, other_high: FloatArray) -> FloatArray:
    """Return the common length [interval, other interval]."""
    common = np.minimum(high[:, None], other_high[None, :]) - np.maximum(low[:, None], other_low[None, :])
    return np.asarray(np.maximum(common, 0.0))

"""Rasters of interferograms that are no file of their own: arrays in HDF5 and NetCDF, masked or turned rasters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol, Union

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.raster import RasterGrid, grid_of, open_raster
from ...files.raster_values import read_band
from .lattice import offset_in, other_cells, upright_grid

Array = npt.NDArray[Any]


class Layer(Protocol):
    """A raster that is read by windows; 0 is no data."""

    @property
    def name(self) -> str:
        """For messages."""

    def grid(self) -> RasterGrid:
        """Return where its cells lie."""

    def read(self, rows: slice, columns: slice) -> Array:
        """Return a window [row, column]."""


Source = Union[Path, Layer]
"""A raster file, or a layer."""


def grid_of_source(source: Source) -> RasterGrid:
    """Return the grid of a raster or layer without reading its cells.

    Raises
    ------
    InputError
        Where it cannot be opened, is not geocoded, is rotated or not north-up.
    """
    return upright_grid(open_raster(source), source.name) if isinstance(source, Path) else source.grid()


class ArrayLayer:
    """An array in a file that netCDF4 opens.

    Parameters
    ----------
    path : Path
        File.
    variable : str
        Its array [.., y, x]; groups are separated by ``/``.
    grid : RasterGrid
        Of its cells.
    first : tuple of int
        Index of the dimensions before y and x.
    change : callable, optional
        Gives the values, in the unit of the stack and 0 where there are none, of those in the file and of others of
        `beside` for the same window.
    beside : mapping
        Further arrays of the same cells by a name of ours.
    """

    def __init__(
        self,
        path: Path,
        variable: str,
        grid: RasterGrid,
        first: tuple[int, ...] = (),
        change: Callable[[FloatArray, Mapping[str, Array]], FloatArray] | None = None,
        *,
        beside: Mapping[str, str] | None = None,
    ) -> None:
        self._path, self._variable, self._grid, self._first = path, variable, grid, first
        self._change, self._beside = change, dict(beside or {})

    @property
    def name(self) -> str:
        """Name of the file and of the array."""
        return f"{self._path.name}: {self._variable.rsplit('/', 1)[-1]}"

    def grid(self) -> RasterGrid:
        """Return the grid."""
        return self._grid

    def read(self, rows: slice, columns: slice) -> Array:
        """Return a window; 0 is no data."""
        with netcdf.open_dataset(self._path) as dataset:
            values = _window(dataset, self._variable, (*self._first, rows, columns))
            values = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
            if self._change is None:
                return values
            others = {
                name: _window(dataset, place, (*self._first, rows, columns)) for name, place in self._beside.items()
            }
        return np.asarray(self._change(values, others))


def _window(dataset: Dataset, variable: str, index: tuple[Any, ...]) -> Array:
    try:
        layer = dataset[variable]
        values = layer[index[-layer.ndim :]]
    except (RuntimeError, OSError, IndexError, KeyError) as error:
        raise InputError(f"{dataset.filepath()}: '{variable}' cannot be read ({error}): download it again.") from error
    fill = np.nan if layer.dtype.kind == "f" else 0
    return np.asarray(np.ma.filled(values, fill))


class FixedLayer:
    """A small raster in memory; NaN is no data.

    Parameters
    ----------
    values : array [row, column]
        All of it.
    grid : RasterGrid
        Of its cells.
    name : str
        For messages.
    """

    def __init__(self, values: FloatArray, grid: RasterGrid, name: str) -> None:
        self._values, self._grid, self.name = values, grid, name

    def grid(self) -> RasterGrid:
        """Return the grid."""
        return self._grid

    def read(self, rows: slice, columns: slice) -> Array:
        """Return a window."""
        return self._values[rows, columns]


class MaskedRaster:
    """A raster file whose cells count only where masks are above 0, of the sign turned where wanted.

    Parameters
    ----------
    path : Path
        Phase.
    masks : tuple of Path
        Of the same cells: 0 is water, or unreliable.
    turned : bool
        Whether the sign is turned.
    """

    def __init__(self, path: Path, masks: tuple[Path, ...] = (), turned: bool = False) -> None:
        self._path, self._masks, self._turned = path, masks, turned

    @property
    def name(self) -> str:
        """Name of the file."""
        return self._path.name

    def grid(self) -> RasterGrid:
        """Return the grid."""
        return upright_grid(open_raster(self._path), self._path.name)

    def read(self, rows: slice, columns: slice) -> Array:
        """Return a window; 0 is no data."""
        values = window_of_raster(self._path, rows, columns)
        for mask in self._masks:
            good = self._good(mask, rows, columns)
            values = np.where(good, values, 0).astype(values.dtype)
        return -values if self._turned else values

    def _good(self, mask: Path, rows: slice, columns: slice) -> npt.NDArray[np.bool_]:
        """Return where a mask that shares the cells, but perhaps not the extent, is above 0; True beyond it."""
        other = grid_of(open_raster(mask))
        offset = offset_in(self.grid(), other)
        if offset is None:
            raise InputError(f"{mask.name}: {other_cells(other, self.grid())}")
        good = np.ones((rows.stop - rows.start, columns.stop - columns.start), dtype=bool)
        row, column = rows.start + offset[0], columns.start + offset[1]
        top, left = max(row, 0), max(column, 0)
        bottom, right = min(row + good.shape[0], other.rows), min(column + good.shape[1], other.columns)
        if top < bottom and left < right:
            part = window_of_raster(mask, slice(top, bottom), slice(left, right)) > 0
            good[top - row : bottom - row, left - column : right - column] = part
        return good


def window_of_raster(path: Path, rows: slice, columns: slice, undeclared: set[float] | None = None) -> Array:
    """Return a window of a raster file's first band as it is meant, 0 where the file has no value.

    What stands for missing without being declared is added to `undeclared`.

    Raises
    ------
    InputError
        Where the file cannot be read, is cut off or holds no real numbers.
    """
    band = read_band(open_raster(path), path.name, rows, columns)
    if undeclared is not None:
        undeclared.update(band.undeclared)
    return band.filled(0)


def grid_of_centres(x: FloatArray, y: FloatArray, crs: str, where: str) -> RasterGrid:
    """Return the grid of cells with centres `x` [column] and `y` [row].

    Raises
    ------
    InputError
        Where the centres are not evenly spaced, or do not run to the east and to the south.
    """
    if x.size < 2 or y.size < 2:
        raise InputError(f"{where} has one row or column only.")
    dx, dy = (x[-1] - x[0]) / (x.size - 1), (y[0] - y[-1]) / (y.size - 1)
    if dx <= 0 or dy <= 0:
        raise InputError(f"{where}: its rows do not run from north to south and its columns from west to east.")
    for name, steps, step in (("x", np.diff(x), dx), ("y", -np.diff(y), dy)):
        if np.abs(steps - step).max() > 1e-3 * step:
            raise InputError(f"{where}: its {name} coordinates are not evenly spaced.")
    return RasterGrid(
        crs, float(x[0] - dx / 2), float(y[0] + dy / 2), float(dx), float(dy), columns=x.size, rows=y.size
    )

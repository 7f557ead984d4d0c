"""Values and grids of open files as plain arrays; what is damaged is a sentence that names the file."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError, MissingPartError
from .contract import without_sentinels
from .handles import Dataset
from .raster import RasterGrid


def read(dataset: Dataset, name: str, index: Any = ...) -> npt.NDArray[Any]:
    """Return numbers of a variable (or the part at `index`) in their own type; missing floats are NaN.

    Raises
    ------
    InputError
        Where the file is cut off or corrupt at that place, or the variable holds no numbers.
    """
    values = read_stored(dataset, name, index)
    if values.dtype.kind not in "biuf":
        raise InputError(f"{dataset.filepath()}: '{name}' holds no numbers. Choose another file.")
    return values


def read_stored(dataset: Dataset, name: str, index: Any = ...) -> npt.NDArray[Any]:
    """Return a variable (or the part at `index`) as it is, numbers or text; missing floats are NaN.

    Raises
    ------
    InputError
        Where the file is cut off or corrupt at that place.
    """
    try:
        values = dataset.variables[name][index]
    except MissingPartError:
        raise
    except (RuntimeError, OSError, IndexError) as error:
        raise InputError(
            f"{dataset.filepath()} is cut off or corrupt: '{name}' cannot be read ({error}). Make it again."
        ) from error
    if np.ma.isMaskedArray(values):
        values = values.filled(np.nan) if values.dtype.kind == "f" else values.filled()
    return np.asarray(values)


def read_float(dataset: Dataset, name: str, index: Any = ...) -> FloatArray:
    """Return a variable as float64, its missing values NaN whatever its type in the file.

    Raises
    ------
    InputError
        Where the file is cut off or corrupt at that place, or the variable holds no numbers.
    """
    try:
        values = dataset.variables[name][index]
    except MissingPartError:
        raise
    except (RuntimeError, OSError, IndexError) as error:
        raise InputError(
            f"{dataset.filepath()} is cut off or corrupt: '{name}' cannot be read ({error}). Make it again."
        ) from error
    try:
        return np.asarray(np.ma.filled(np.ma.asarray(values).astype(np.float64), np.nan))
    except (TypeError, ValueError):
        raise InputError(f"{dataset.filepath()}: '{name}' holds no numbers. Choose another file.") from None


def read_marked(dataset: Dataset, name: str, index: Any, undeclared: set[float]) -> FloatArray:
    """Return a variable as float64 whose undeclared "missing" values are NaN too; they are added to `undeclared`.

    Raises
    ------
    InputError
        As :func:`read_float`.
    """
    values, found = without_sentinels(read_float(dataset, name, index))
    undeclared.update(found)
    return values


def read_grid(dataset: Dataset) -> RasterGrid:
    """Return the grid of a file: ours, or any with regular one-dimensional coordinates.

    Raises
    ------
    InputError
        Where there are no such coordinates, they are not regular, or run from south to north.
    """
    x_name, y_name = coordinate_names(dataset)
    x, y = read_float(dataset, x_name), read_float(dataset, y_name)
    for name, values in ((x_name, x), (y_name, y)):
        if values.ndim != 1 or not values.size or not np.isfinite(values).all():
            raise InputError(
                f"{dataset.filepath()}: the coordinate '{name}' is no row of numbers. Choose another file, or make it "
                "again."
            )
        steps = np.diff(values)
        if values.size > 1 and np.ptp(steps) > 1e-3 * abs(steps).max():
            raise InputError(f"{dataset.filepath()}: the coordinate '{name}' is not regularly spaced.")
    dx, dy = _spacing(dataset, x, y)
    if dx <= 0 or dy <= 0:
        raise InputError(
            f"{dataset.filepath()}: rows must run from north to south and columns from west to east. "
            "Import the file with the import algorithm for its kind first."
        )
    return RasterGrid(crs_of(dataset), float(x[0] - dx / 2), float(y[0] + dy / 2), dx, dy, columns=x.size, rows=y.size)


def _spacing(dataset: Dataset, x: FloatArray, y: FloatArray) -> tuple[float, float]:
    """Cell sizes; from the GeoTransform where a side has one cell only."""
    mapping = dataset.variables.get("crs")
    stored = str(getattr(mapping, "GeoTransform", "")).split() if mapping is not None else []
    if len(stored) == 6:
        try:
            return float(stored[1]), -float(stored[5])
        except ValueError:
            raise InputError(
                f"{dataset.filepath()}: the attribute 'GeoTransform' of 'crs' is damaged. Make the file again."
            ) from None
    if x.size < 2 or y.size < 2:
        raise InputError(f"{dataset.filepath()}: one row or column only, and no cell size in the file.")
    return float((x[-1] - x[0]) / (x.size - 1)), float((y[0] - y[-1]) / (y.size - 1))


def coordinate_names(dataset: Dataset) -> tuple[str, str]:
    """Return the names of the x (or longitude) and y (or latitude) coordinate variables."""
    found = []
    for candidates in (("x", "lon", "longitude"), ("y", "lat", "latitude")):
        lower = {name.lower(): name for name in dataset.dimensions if name in dataset.variables}
        name = next((lower[candidate] for candidate in candidates if candidate in lower), None)
        if name is None and "point" in dataset.dimensions:
            raise InputError(
                f"{dataset.filepath()} holds points and no grid: average them over cells first (Mask and downsample)."
            )
        if name is None:
            raise InputError(f"{dataset.filepath()} has no {candidates[0]} (or {candidates[1]}) coordinate.")
        found.append(name)
    return found[0], found[1]


def crs_of(dataset: Dataset) -> str:
    """Return the reference system of a file; longitude and latitude where it names none."""
    for variable in dataset.variables.values():
        for key in ("crs_wkt", "spatial_ref"):
            if key in variable.ncattrs():
                return str(variable.getncattr(key))
    return "EPSG:4326"

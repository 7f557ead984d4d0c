"""The values of a raster's band as they are meant: scale, offset, declared and undeclared missing values."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray
from ..errors import InputError
from .contract import without_sentinels
from .handles import Dataset

_MOST_PIXELS = 4 * 10**9
"""Larger than any geocoded scene; a header that says more is damaged, and nothing is allocated for it."""


@dataclass(frozen=True)
class BandValues:
    """A window of a band.

    Attributes
    ----------
    values : array [row, column]
        In the file's own type, or float32 where the band has a scale or offset.
    missing : bool array [row, column]
        Where the file has no value: its nodata value, NaN, or what programs write for it undeclared.
    undeclared : tuple of float
        Stored values that were taken as missing without being declared so.
    """

    values: npt.NDArray[Any]
    missing: BoolArray
    undeclared: tuple[float, ...]

    def filled(self, value: float) -> npt.NDArray[Any]:
        """Return the values with one in place of what is missing, in their own type."""
        if not self.missing.any():
            return self.values
        return np.where(self.missing, np.asarray(value).astype(self.values.dtype), self.values)

    def as_float(self) -> npt.NDArray[np.float64]:
        """Return the values as float64, NaN where missing."""
        return np.where(self.missing, np.nan, self.values.astype(np.float64))


def read_band(
    dataset: Dataset, where: object, rows: slice | None = None, columns: slice | None = None, number: int = 1
) -> BandValues:
    """Return a band of an open GDAL data set, or a window of it.

    Parameters
    ----------
    dataset : gdal.Dataset
        Open for reading.
    where : Path or str
        File, for messages.
    rows, columns : slice, optional
        Of the window; all by default.
    number : int
        Of the band, from 1.

    Raises
    ------
    InputError
        Where the file is cut off or corrupt, holds no real numbers, or its scale is none.
    """
    band = dataset.GetRasterBand(number)
    rows, columns = rows or slice(0, dataset.RasterYSize), columns or slice(0, dataset.RasterXSize)
    height, width = rows.stop - rows.start, columns.stop - columns.start
    if not 0 < height * width < _MOST_PIXELS:
        raise InputError(f"{where} has {width} x {height} pixels: it is damaged. Get it again.")
    try:
        stored = band.ReadAsArray(columns.start, rows.start, width, height)
    except (RuntimeError, MemoryError, ValueError) as error:  # a damaged header may name any size
        raise InputError(f"{where} is cut off or corrupt: {error}") from error
    if stored is None or stored.dtype.kind not in "fiu":
        raise InputError(f"{where} holds no real numbers that can be read")
    missing = _declared(stored, band.GetNoDataValue())
    undeclared: tuple[float, ...] = ()
    if stored.dtype.itemsize > 1:  # bytes hold none of them
        marked, undeclared = without_sentinels(np.where(missing, 0, stored).astype(np.float64))
        if undeclared:
            missing |= np.isnan(marked)
    return BandValues(_scaled(stored, band, where), missing, undeclared)


def undeclared_words(found: tuple[float, ...]) -> str:
    """Return undeclared missing values as text."""
    return ", ".join(f"{value:g}" for value in found[:3])


def _declared(stored: npt.NDArray[Any], nodata: float | None) -> BoolArray:
    """Return where the nodata value or NaN stands; a nodata value that the type cannot hold stands nowhere."""
    missing: BoolArray = np.isnan(stored) if stored.dtype.kind == "f" else np.zeros(stored.shape, dtype=bool)
    if nodata is None or not math.isfinite(nodata):
        return missing
    if stored.dtype.kind in "iu":
        limits = np.iinfo(stored.dtype)
        if not (limits.min <= nodata <= limits.max and float(nodata).is_integer()):
            return missing
    elif abs(nodata) > np.finfo(stored.dtype).max:
        return missing
    return np.asarray(missing | (stored == np.asarray(nodata).astype(stored.dtype)))


def _scaled(stored: npt.NDArray[Any], band: Any, where: object) -> npt.NDArray[Any]:
    scale, offset = band.GetScale(), band.GetOffset()
    scale, offset = 1.0 if scale is None else scale, 0.0 if offset is None else offset
    if scale == 1.0 and offset == 0.0:
        return np.asarray(stored)
    if scale == 0.0 or not (math.isfinite(scale) and math.isfinite(offset)):
        raise InputError(
            f"{where} has the scale {scale:g} and the offset {offset:g}, which give no values: correct them."
        )
    with np.errstate(over="ignore", invalid="ignore"):
        return (stored.astype(np.float64) * scale + offset).astype(np.float32)

"""HDF5 files that other programs wrote: attributes as text, and texts of fixed length."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from .hdf5_lock import HDF5_LOCK
from .raster import gdal
from .trial import open_for_trial


def read_texts(path: Path, name: str) -> list[str]:
    """Return an array of texts of any shape, flattened; characters in an array of theirs are put together.

    netCDF takes HDF5's texts of fixed length for pointers, and reading them ends the process; GDAL knows both kinds.

    Parameters
    ----------
    path : Path
        HDF5 file.
    name : str
        Of the array; groups are separated by ``/``.

    Raises
    ------
    InputError
        Where there is no such array, or it holds no texts.
    """
    values = _read(path, name, texts=True)
    if values is None:
        raise InputError(f"{path}: the texts '{name}' cannot be read. GDAL needs its HDF5 driver.")
    if not isinstance(values, list):
        raise InputError(f"{path}: '{name}' holds no texts.")
    return [str(value).strip("\x00 ") for value in values]


def read_flags(path: Path, name: str) -> npt.NDArray[np.bool_] | None:
    """Return an array of yes and no, such as h5py makes of bool: an enumeration, which netCDF4 does not show.

    Parameters
    ----------
    path : Path
        HDF5 file.
    name : str
        Of the array; groups are separated by ``/``.

    Returns
    -------
    bool array or None
        None where there is no such array.
    """
    values = _read(path, name, texts=False)
    return None if values is None else np.asarray(values) != 0


def _read(path: Path, name: str, texts: bool) -> Any:
    """Return an array as GDAL reads it; None where it cannot."""
    module = gdal()
    try:
        open_for_trial(path, "arrays")
        with HDF5_LOCK:
            dataset = module.OpenEx(str(path), module.OF_MULTIDIM_RASTER, allowed_drivers=["HDF5"])
            group = dataset.GetRootGroup()
            *groups, last = name.strip("/").split("/")
            for part in groups:
                group = group.OpenGroup(part)
            array = group.OpenMDArray(last)
            values = array.Read() if texts else array.ReadAsArray()
            sizes = [dimension.GetSize() for dimension in array.GetDimensions()]
            del array, group, dataset
            return _joined(values, sizes) if texts and isinstance(values, list) else values
    except (RuntimeError, AttributeError):
        return None


def _joined(texts: list[Any], sizes: list[int]) -> list[Any]:
    """Return texts, those that are stored a character each (netCDF's own way) put together along the last dimension."""
    if len(sizes) < 2 or any(len(str(text)) > 1 for text in texts):
        return texts
    return ["".join(str(text) for text in texts[k : k + sizes[-1]]) for k in range(0, len(texts), sizes[-1])]


def text_attributes(holder: Any) -> dict[str, str]:
    """Return the attributes of an open data set, group or variable as texts, keys as they are."""
    found = {}
    for key in holder.ncattrs():
        value = holder.getncattr(key)
        found[key] = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
    return found

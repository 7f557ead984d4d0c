"""One lock around the HDF5 library: data sets whose every call waits until no other thread is in the library.

HDF5 and NetCDF are not safe to call from two threads, and netCDF4 gives up the interpreter's lock while it is in them.
A step that runs as a task of QGIS and the dock that reads a series at a click are two such threads: with the library
that comes with netCDF4 from PyPI the process ends. So data sets are handed out behind a guard that takes the lock for
each call and gives it back at once: a reader waits for a block at most, never for a step.
"""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import DamagedFileError, MissingPartError
from .handles import Attributed
from .hdf5_messages import keep_hdf5_quiet


class _Lock:
    """A lock that a thread may take again; whoever has it hears nothing of errors that HDF5 prints by itself."""

    def __init__(self) -> None:
        self._lock = threading.RLock()

    def __enter__(self) -> None:
        """Take the lock."""
        self._lock.acquire()
        keep_hdf5_quiet()

    def __exit__(self, *_: object) -> None:
        """Give the lock back."""
        self._lock.release()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock; return whether it was given."""
        return self._lock.acquire(blocking, timeout)

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()


HDF5_LOCK = _Lock()
"""Taken by whoever is inside HDF5, NetCDF or a driver of GDAL that uses them."""

_LIBRARIES = frozenset({"netCDF4", "osgeo"})
_HDF5_ENDINGS = frozenset({".nc", ".nc4", ".h5", ".he5", ".hdf", ".hdf5", ".cdf", ".grd"})


class Guarded:
    """A data set, variable, dimension or band of netCDF4 or GDAL behind the lock; used as the object itself would be.

    Parameters
    ----------
    guarded : object
        What it returns of its own kind is guarded too.
    """

    _guarded: Any

    def __init__(self, guarded: Any) -> None:
        object.__setattr__(self, "_guarded", guarded)

    def __getattr__(self, name: str) -> Any:
        """Return an attribute, itself guarded where it reaches into the library."""
        with HDF5_LOCK:
            try:
                return _guard(getattr(self._guarded, name), self._guarded)
            except AttributeError:
                raise _missing(self._guarded, "attribute", name) from None

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute."""
        with HDF5_LOCK:
            setattr(self._guarded, name, value)

    def __getitem__(self, index: Any) -> Any:
        """Return values, a variable or a part."""
        with HDF5_LOCK:
            try:
                return _guard(self._guarded[index])
            except (RuntimeError, IndexError, TypeError) as error:
                raise _unreadable(self._guarded, index, error) from error

    def __setitem__(self, index: Any, value: Any) -> None:
        """Write values."""
        with HDF5_LOCK:
            self._guarded[index] = value

    def __len__(self) -> int:
        """Return the length of a dimension or of a variable's first axis."""
        with HDF5_LOCK:
            return len(self._guarded)

    def __bool__(self) -> bool:
        """Return True: an open data set is there, however many variables it has."""
        return True

    def __array__(self, dtype: npt.DTypeLike = None, copy: bool | None = None) -> npt.NDArray[Any]:
        """Return all values."""
        with HDF5_LOCK:
            return np.asarray(self._guarded[...], dtype=dtype)

    def __repr__(self) -> str:
        """Return what the object says of itself."""
        with HDF5_LOCK:
            return repr(self._guarded)

    def __del__(self) -> None:
        """Close a data set with its last reference, behind the lock too."""
        with HDF5_LOCK:
            self.__dict__.pop("_guarded", None)

    def __enter__(self) -> Guarded:
        """Return the data set for a ``with`` block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the data set."""
        with HDF5_LOCK:
            self._guarded.__exit__(kind, error, trace)


def guarded(make: Any, *arguments: Any, **options: Any) -> Any:
    """Return what `make` (``netCDF4.Dataset``, ``gdal.Open``) opens, behind the lock.

    Parameters
    ----------
    make : callable
        Called with `arguments` and `options` inside the lock.

    Returns
    -------
    Guarded
        The data set.
    """
    with HDF5_LOCK:
        return Guarded(make(*arguments, **options))


def unguarded(data: Attributed) -> Any:
    """Return what `data` guards, for another guard that takes its place."""
    return data.__dict__["_guarded"]


def is_hdf5(path: Path | str) -> bool:
    """Return True where GDAL would read `path` through HDF5 or NetCDF, judged by its ending or its driver's prefix."""
    text = str(path)
    if text.partition(":")[0] in {"NETCDF", "HDF5", "HDF5Image", "BAG"}:
        return True
    return Path(text).suffix.lower() in _HDF5_ENDINGS


class _Method:
    """A bound method that is called behind the lock."""

    def __init__(self, method: Any) -> None:
        self._method = method

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        with HDF5_LOCK:
            try:
                return _guard(self._method(*arguments, **options))
            except AttributeError as error:
                if not str(error).startswith("NetCDF"):
                    raise
                raise _missing(self._method.__self__, "attribute", str(arguments[0])) from None


class Named(dict[str, Any]):
    """Variables or dimensions of a file by name; one that is asked for and not there is a fault of the file."""

    def __init__(self, entries: dict[str, Any], holder: Any) -> None:
        super().__init__(entries)
        self._holder = holder

    def __missing__(self, name: str) -> Any:
        """Raise MissingPartError."""
        raise _missing(self._holder, "variable", name)


def _missing(holder: Any, kind: str, name: str) -> MissingPartError:
    return MissingPartError(f"{_path_of(holder)} lacks the {kind} '{name}': choose another file, or make it again.")


def _unreadable(holder: Any, index: Any, error: Exception) -> Exception:
    """Return what to raise for an error of a library, or the error itself where it is of another kind."""
    if isinstance(error, RuntimeError) and str(error).startswith("NetCDF"):
        return DamagedFileError(f"{_path_of(holder)} is cut off or corrupt ({error}). Make it again.")
    if isinstance(error, TypeError) and "ufunc" in str(error):  # netCDF4 multiplies by an attribute that is text
        return DamagedFileError(f"{_path_of(holder)}: a scale_factor or add_offset is no number. Make it again.")
    if isinstance(index, str):
        return _missing(holder, "variable", index)
    return error


def _path_of(holder: Any) -> str:
    """Return the file of a data set or variable of netCDF4 as text."""
    try:
        return str((holder if hasattr(holder, "filepath") else holder.group()).filepath())
    except (AttributeError, RuntimeError, ValueError):
        return "The file"


def _guard(value: Any, holder: Any = None) -> Any:
    """Return a value as it may leave the lock: what can reach into the library again is guarded."""
    if isinstance(value, dict):
        return Named({name: _guard(item) for name, item in value.items()}, holder)
    if isinstance(value, (tuple, list)):
        return type(value)(map(_guard, value)) if any(map(_is_of_library, value)) else value
    if _is_of_library(value):
        return Guarded(value)
    if callable(value) and not isinstance(value, type):
        return _Method(value)
    return value


def _is_of_library(value: Any) -> bool:
    return type(value).__module__.partition(".")[0] in _LIBRARIES

"""HDF5's own messages kept off the standard error: it prints a stack of lines for each attribute that is not there.

The library that prints is off in the thread that loaded it and on in every other one, such as a task of QGIS: a study
printed 92,534 lines. What goes wrong comes as an exception all the same.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from typing import Any

_HOLDERS = ("netCDF4._netCDF4", "osgeo._gdal")
"""Compiled modules that bring HDF5 with them, maybe each its own."""
_DEFAULT_STACK = 0  # H5E_DEFAULT of H5Epublic.h
_of_thread = threading.local()
_switches: dict[str, Any] = {}


def keep_hdf5_quiet() -> None:
    """Switch HDF5's printing off in this thread, for each of its libraries that is loaded by now, once."""
    done: set[str] | None = getattr(_of_thread, "done", None)
    if done is None:
        done = _of_thread.done = set()
    if len(done) == len(_HOLDERS):
        return
    for module in _HOLDERS:
        if module not in done and module in sys.modules:
            done.add(module)
            switch = _switch_of(module)
            if switch is not None:
                switch(_DEFAULT_STACK, None, None)


def _switch_of(module: str) -> Any:
    """Return ``H5Eset_auto2`` of the HDF5 that a compiled module is linked with; None where it cannot be reached."""
    if module not in _switches:
        try:
            # What a module's libraries define is found in it (not on Windows, where they stay loud).
            switch = ctypes.CDLL(str(sys.modules[module].__file__)).H5Eset_auto2
            switch.argtypes = (ctypes.c_int64, ctypes.c_void_p, ctypes.c_void_p)
            switch.restype = ctypes.c_int
        except (OSError, AttributeError):
            switch = None
        _switches[module] = switch
    return _switches[module]

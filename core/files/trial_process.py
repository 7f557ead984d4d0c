"""What runs in the process that opens files first: it may die of a damaged one. Run by :mod:`.trial`.

Loaded by its path and without the package, so that it starts in a fraction of a second: nothing of ours is imported.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TextIO

READY = "ready\n"
"""The first line of the answers."""
CPU_SECONDS = 20.0
"""Seconds for one file: the largest headers of the chain open in less than one; a damaged one can turn in a circle."""
MOST_BYTES = 2 * 2**30
"""Bytes of address space beyond what Python and the libraries take: opening reads the header, never the values."""
IDLE_SECONDS = 60.0
"""Without a file the process ends, and gives back the memory of the libraries (about 60 MB)."""


def serve() -> None:
    """Answer each line (path and library, as JSON) with '' or the reason why the file does not open, as JSON.

    The process ends after a file that does not open: the library may be left in disorder.
    """
    answers = os.fdopen(os.dup(1), "w")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # what libraries print is no answer
    os.dup2(nowhere, 2)
    _limit_memory()
    answers.write(READY)
    answers.flush()
    for line in iter(lambda: _next_line(sys.stdin), ""):
        path, library = json.loads(line)
        _limit_time(CPU_SECONDS)
        try:
            _LIBRARIES[library](path)
            reason = ""
        except Exception as error:
            reason = str(getattr(error, "strerror", None) or error) or type(error).__name__
        _limit_time(0.0)
        answers.write(json.dumps(reason) + "\n")
        answers.flush()
        if reason:
            return


def _next_line(stream: TextIO) -> str:
    """Return the next line; the process ends where none comes for long."""
    timer = threading.Timer(IDLE_SECONDS, os._exit, (0,))
    timer.daemon = True
    timer.start()
    line = stream.readline()
    timer.cancel()
    return line


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # not on Windows
        import resource

        with open("/proc/self/statm") as pages:  # noqa: PTH123 (pathlib would be one import more)
            used = int(pages.read().split()[0]) * resource.getpagesize()
        # What the libraries take when they are imported is within the margin too.
        resource.setrlimit(resource.RLIMIT_AS, (used + MOST_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """End the process by a signal after so many seconds of processor time; 0: no longer."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _imported(package: str, module: str = "") -> Any:
    """Return a module; None where it cannot be loaded here: whoever opens the file in earnest has a sentence for it."""
    try:
        found = importlib.import_module(f"{package}.{module}" if module else package)
        if module == "gdal":
            found.UseExceptions()
        return found
    except Exception:
        return None


def _open_netcdf(path: str) -> None:
    netCDF4 = _imported("netCDF4")  # noqa: N806
    if netCDF4 is None:
        return
    dataset = netCDF4.Dataset(path)
    try:
        _look(dataset)
    finally:
        dataset.close()


def _look(group: Any) -> None:
    """Read attributes, shapes and storage of everything, as the readers do; not the values."""
    for holder in (group, *group.variables.values()):
        for name in holder.ncattrs():
            with suppress(Exception):  # the readers have sentences for those
                holder.getncattr(name)
    for variable in group.variables.values():
        with suppress(Exception):
            variable.shape, variable.chunking(), variable.filters()
    for inner in group.groups.values():
        _look(inner)


def _open_raster(path: str) -> None:
    gdal = _imported("osgeo", "gdal")
    if gdal is None:
        return
    dataset = gdal.Open(path)
    with suppress(Exception):
        dataset.GetGeoTransform(can_return_null=True)
        dataset.GetProjection(), dataset.GetMetadata(), dataset.GetSubDatasets()
        for number in range(min(dataset.RasterCount, 3)):
            dataset.GetRasterBand(number + 1).GetMetadata()


def _open_arrays(path: str) -> None:
    gdal = _imported("osgeo", "gdal")
    if gdal is None:
        return
    dataset = gdal.OpenEx(path, gdal.OF_MULTIDIM_RASTER, allowed_drivers=["HDF5"])
    with suppress(Exception):
        group = dataset.GetRootGroup()
        for name in group.GetMDArrayNames() or ():
            group.OpenMDArray(name)


def _open_vector(path: str) -> None:
    gdal = _imported("osgeo", "gdal")
    if gdal is None:
        return
    dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    with suppress(Exception):
        for number in range(dataset.GetLayerCount()):
            dataset.GetLayer(number).GetLayerDefn()


_LIBRARIES: dict[str, Callable[[str], None]] = {
    "netCDF4": _open_netcdf,
    "raster": _open_raster,
    "arrays": _open_arrays,
    "vector": _open_vector,
}

"""Reference systems and points in them, by pyproj in a thread of its own.

QGIS runs algorithms in threads that Python did not start. pyproj keeps its handle of PROJ by thread, and on such a
thread the handle is gone when it is needed again: pyproj 3.7 then takes the whole process with it. So every call goes
to one thread that Python started and that stays.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from .arrays import FloatArray

Result = TypeVar("Result")


@functools.lru_cache(maxsize=1)
def _own_thread(process: int) -> ThreadPoolExecutor:
    """Return the thread of a process; a copy of the process (fork) has none of its parent's threads."""
    return ThreadPoolExecutor(1, f"projections-{process}")


def _there(function: Callable[..., Result], *arguments: Any) -> Result:
    return _own_thread(os.getpid()).submit(function, *arguments).result()


@functools.lru_cache(maxsize=32)
def wkt_of(crs: str) -> str:
    """Return the well-known text (WKT 1, which every GDAL reads) of any name of a reference system."""

    def text() -> str:
        from pyproj import CRS

        return str(CRS.from_user_input(crs).to_wkt("WKT1_GDAL"))

    return _there(text)


@functools.lru_cache(maxsize=32)
def is_geographic(crs: str) -> bool:
    """Return True where the coordinates of a reference system are longitude and latitude."""

    def answer() -> bool:
        from pyproj import CRS

        return bool(CRS.from_user_input(crs).is_geographic)

    return _there(answer)


@functools.lru_cache(maxsize=32)
def name_of(crs: str) -> str:
    """Return the name of a reference system, such as ``WGS 84 / UTM zone 47N``."""

    def name() -> str:
        from pyproj import CRS

        return str(CRS.from_user_input(crs).name)

    return _there(name)


def cf_attributes(crs: str) -> dict[str, Any]:
    """Return the attributes of a CF grid mapping."""

    def attributes() -> dict[str, Any]:
        from pyproj import CRS

        return dict(CRS.from_user_input(crs).to_cf())

    return _there(attributes)


def transform_points(x: npt.ArrayLike, y: npt.ArrayLike, source: str, target: str) -> tuple[FloatArray, FloatArray]:
    """Return points [..] of reference system `source` in `target`; x is always east."""
    old_x, old_y = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))

    def points() -> tuple[Any, Any]:
        from pyproj import Transformer

        transformer = Transformer.from_crs(source, target, always_xy=True)
        if old_x.size == 1:
            # pyproj turns an array of one point into a number in a way that NumPy gives up.
            return transformer.transform(old_x.item(), old_y.item())
        return transformer.transform(old_x, old_y)

    new_x, new_y = _there(points)
    return np.asarray(new_x).reshape(old_x.shape), np.asarray(new_y).reshape(old_x.shape)

"""Finished displacement at points to a file of points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import LOS_UP
from ..files.netcdf import ReferenceArea
from ..files.outputs import check_room
from ..files.points import POINT, write_places
from ..geodesy import distance_km
from ..insar.frames.placement import Extent
from ..insar.solver.motion import motion_model
from ..wording import number_of
from ..work.progress import Progress, stop_if_cancelled
from .looks import looks_at_points
from .motion_maps import maps_of
from .products.model import EAST, LINE_OF_SIGHT, LOOK, VERTICAL, PointProduct
from .raster_windows import first_values
from .series_variables import MAPS, add_maps, add_series, describe_quantity

_BLOCK = 20_000
_CHUNK = 4096
_REACH_KM = 1.0
"""A point of reference farther from the place that was given than this is none."""
_HALF_SIDE_DEG = 5e-4
_WORDS = {
    "height": ("m", "height"),
    "temporal_coherence": ("1", "temporal coherence as in the product"),
    "rmse": ("mm", "root mean square of the residuals as in the product"),
}


@dataclass
class PointSummary:
    """What was written."""

    n_dates: int = 0
    n_points: int = 0
    n_with_data: int = 0
    n_late: int = 0


def write_point_series(
    product: PointProduct,
    dates: slice,
    dataset: Dataset,
    *,
    extent: Extent | None,
    geometry: str,
    reference_point: tuple[float, float] | None,
    progress: Progress,
) -> PointSummary:
    """Write a product to a new data set, block of points by block of points.

    Parameters
    ----------
    product : PointProduct
        What to write.
    dates : slice
        Dates of the product to write.
    dataset : netCDF4.Dataset
        Empty.
    extent : (lon_min, lon_max, lat_min, lat_max), optional
        Points outside are left out.
    geometry : str
        Incidence angle in degrees for all points, or a raster of look vectors; empty: the product's own.
    reference_point : (lon, lat), optional
        Displacement becomes relative to the nearest point.
    progress : Progress
        Hears of progress.
    """
    inside = _inside(product, extent)
    days = product.days[dates]
    columns = _columns(product, geometry)
    offsets, area = np.zeros(days.size), None
    if reference_point is not None:
        offsets, area = _reference(product, dates, reference_point, columns)
    netcdf.write_time(dataset, days)
    write_places(dataset, product.lon[inside], product.lat[inside], product.names[inside] if product.names.size else [])
    add_series(dataset, product.quantity, (POINT,), (_CHUNK,), product.compress)
    names = [name for name in MAPS if name != "n_gaps"]
    add_maps(dataset, names, (POINT,), (_CHUNK,))
    for name, values in columns.items():
        units, words = _WORDS.get(name, ("1", f"unit vector to the satellite: {name[4:]} component"))
        netcdf.add_variable(dataset, name, (POINT,), units, words, dtype="f4", chunks=(_CHUNK,))[:] = values[inside]
    summary = PointSummary(days.size, inside.size)
    model = motion_model(days, seasonal=True)
    step = _CHUNK * (_BLOCK // _CHUNK)
    for start in range(0, inside.size, step):
        stop_if_cancelled(progress)
        check_room(dataset.filepath())
        chosen = inside[start : start + step]
        read = product.read(slice(int(chosen[0]), int(chosen[-1]) + 1))[dates]
        values = read if read.shape[1] == chosen.size else read[:, chosen - chosen[0]]
        values -= offsets.astype(np.float32)[:, None]
        values -= first_values(values)
        part = slice(start, start + chosen.size)
        dataset[product.quantity][:, part] = values
        found = maps_of(values, model)
        for name in names:
            dataset[name][part] = found[name]
        there = found["mask"] > 0
        summary.n_with_data += int(there.sum())
        summary.n_late += int((there & np.isnan(values[0])).sum())
        progress.report(0.5 + 0.5 * (start + chosen.size) / inside.size, "Writing the points")
    words = "as in the product"
    if area is not None:
        area.write(dataset)
        words = f"the point nearest to {reference_point}"
    describe_quantity(dataset, product.quantity, words)
    return summary


def _inside(product: PointProduct, extent: Extent | None) -> Any:
    known = np.isfinite(product.lon) & np.isfinite(product.lat)
    if extent is not None:
        lon_min, lon_max, lat_min, lat_max = extent
        known &= (product.lat >= lat_min) & (product.lat <= lat_max)
        known &= np.mod(product.lon - lon_min, 360.0) <= lon_max - lon_min
    found = np.flatnonzero(known)
    if not found.size:
        raise InputError(
            f"No point lies in EXTENT: they cover {np.nanmin(product.lon):.3f}..{np.nanmax(product.lon):.3f} E, "
            f"{np.nanmin(product.lat):.3f}..{np.nanmax(product.lat):.3f} N."
        )
    return found


def _columns(product: PointProduct, geometry: str) -> dict[str, FloatArray]:
    columns = dict(product.columns)
    if LOS_UP in columns and np.nanmedian(columns[LOS_UP]) < 0:  # from the satellite to the ground
        columns.update({name: -columns[name] for name in LOOK if name in columns})
    if product.quantity != LINE_OF_SIGHT:
        straight = (float(product.quantity == EAST), 0.0, float(product.quantity == VERTICAL))
        columns.update({name: np.full(product.lon.size, value) for name, value in zip(LOOK, straight)})
    elif geometry:
        for name in LOOK:
            columns.pop(name, None)
        columns.update(looks_at_points(geometry, product.lon, product.lat))
    return columns


def _reference(
    product: PointProduct, dates: slice, place: tuple[float, float], columns: dict[str, FloatArray]
) -> tuple[FloatArray, ReferenceArea]:
    """Return the series of the point nearest to a place [date], and the point as a small area."""
    distance = distance_km(product.lon, product.lat, np.array([place[0]]), np.array([place[1]]))[:, 0]
    nearest = int(np.nanargmin(distance))
    if distance[nearest] > _REACH_KM:
        raise InputError(
            f"REFERENCE_POINT {place[0]:g} E, {place[1]:g} N: the nearest point is {distance[nearest]:.1f} km away. "
            "Choose a place at a point."
        )
    values = product.read(slice(nearest, nearest + 1))[dates, 0].astype(np.float64)
    if not np.isfinite(values).all():
        missing = number_of(int((~np.isfinite(values)).sum()), "date")
        raise InputError(f"REFERENCE_POINT: the nearest point has no value at {missing}: choose another place.")
    lon, lat = float(product.lon[nearest]), float(product.lat[nearest])
    up = float(columns[LOS_UP][nearest]) if LOS_UP in columns else math.nan
    half = _HALF_SIDE_DEG
    return values, ReferenceArea(lon - half, lon + half, lat - half, lat + half, up)

"""Layers of points with one field a date, read through OGR."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ..dates import day_number, parse_date
from ..errors import InputError
from .point_csv import PointFile
from .raster import gdal
from .recognition import LAYER, date_columns, layers_with_dates
from .trial import open_for_trial

_TOGETHER = 5000


def read_point_layer(path: Path, scratch: Path, name: str = "") -> tuple[PointFile, str]:
    """Read a layer of a vector file into a scratch file.

    Parameters
    ----------
    path : Path
        Anything that GDAL reads as vectors. A feature that is no point stands at its centroid.
    scratch : Path
        File to write.
    name : str
        Of the layer; empty: the one that has dates.

    Returns
    -------
    PointFile
        With the columns ``x`` and ``y`` from the geometries.
    str
        Reference system of these, as well-known text; empty where the file does not say.

    Raises
    ------
    InputError
        Where it cannot be read, or has no point.
    """
    module = gdal()
    names_of_layers = layers_with_dates(path)
    if not name and len(names_of_layers) > 1:
        raise InputError(
            f"{path} has several layers with dates ({', '.join(names_of_layers)}): give INPUT as "
            f"{path.name}{LAYER}{names_of_layers[0]}."
        )
    if name and name not in names_of_layers:
        raise InputError(f"{path} has no layer '{name}' with dates (it has: {', '.join(names_of_layers) or 'none'}).")
    try:
        open_for_trial(path, "vector")
        dataset = module.OpenEx(str(path), module.OF_VECTOR)
        layer = dataset.GetLayerByName(name or names_of_layers[0])
    except (RuntimeError, AttributeError) as error:
        raise InputError(f"{path} cannot be read as a layer: {error}.") from error
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(number).GetName() for number in range(definition.GetFieldCount())]
    dates = date_columns(names)
    others = [number for number in range(len(names)) if number not in dates]
    order = sorted(dates)
    texts: list[list[bytes]] = [[] for _ in range(len(others) + 2)]
    values: list[list[float]] = []
    with scratch.open("wb") as target:
        for feature in layer:
            place = _place(feature)
            if place is None:
                continue
            for number, column in zip(others, texts):
                column.append(_text(feature, number))
            for coordinate, column in zip(place, texts[-2:]):
                column.append(repr(coordinate).encode())
            values.append([feature.GetFieldAsDouble(n) if feature.IsFieldSetAndNotNull(n) else np.nan for n in order])
            if len(values) >= _TOGETHER:
                target.write(np.array(values, dtype=np.float32).tobytes())
                values.clear()
        if values:
            target.write(np.array(values, dtype=np.float32).tobytes())
    if not texts[-1]:
        raise InputError(f"{path} holds no point.")
    days = np.array([day_number(parse_date(dates[number])) for number in order], dtype=np.float64)
    system = layer.GetSpatialRef()
    table = PointFile(
        path, days, (*(names[number] for number in others), "x", "y"), [np.array(column) for column in texts], scratch
    )
    return _without_doubles(table), "" if system is None else str(system.ExportToWkt())


def _place(feature: Any) -> tuple[float, float] | None:
    geometry = feature.GetGeometryRef()
    if geometry is None or geometry.IsEmpty():
        return None
    point = geometry if geometry.GetPointCount() == 1 else geometry.Centroid()
    return point.GetX(), point.GetY()


def _text(feature: Any, number: int) -> bytes:
    return feature.GetFieldAsString(number).encode() if feature.IsFieldSetAndNotNull(number) else b""


def _without_doubles(table: PointFile) -> PointFile:
    """Return the table with the coordinates of the geometries, not fields of the same names."""
    kept = [
        number
        for number, name in enumerate(table.names)
        if number >= len(table.names) - 2 or name.lower() not in ("x", "y", "lon", "lat", "longitude", "latitude")
    ]
    return PointFile(
        table.path, table.days, tuple(table.names[n] for n in kept), [table.columns[n] for n in kept], table.scratch
    )

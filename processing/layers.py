"""Results on the map: styled layers, animated where they have dates.

Layers are built in the worker thread and handed to the project by the Processing context, which moves them to the
main thread; nothing here touches the project or the layer tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsMapLayer,
    QgsMeshDatasetIndex,
    QgsMeshLayer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ..core.dates import date_of, to_datetime64
from ..core.files import netcdf
from ..core.files.points import is_points
from ..core.files.raster import read_raster
from ..core.geodesy import wkt_of
from .input_files import FILE_PROPERTY
from .mesh_file import write_mesh
from .point_layers import points_layer
from .styling import Limits, limits_of, show_dataset, style_mesh, style_raster
from .translation import tr

NAME_PROPERTY = "groundswell/variable"
LARGEST_MESH = 40_000  # cells; a larger mesh takes QGIS many seconds to draw
DATED_RASTERS = 6
_LONGEST_SAMPLE = 24  # dates read to find the limits of a style


def load_series(context: QgsProcessingContext, path: Path, variables: Iterable[str]) -> None:
    """Add a layer for each of `variables` that the file has: animated cells, or dated rasters where it is large."""
    if context.project() is None:
        return
    with netcdf.open_dataset(path) as dataset:
        found = [name for name in variables if name in dataset.variables]
        if is_points(dataset):  # no grid to draw
            return
        small = [name for name in found if _is_small(dataset.variables[name])]
        cells = write_mesh(path, small) if small else None
        crs = QgsCoordinateReferenceSystem.fromWkt(wkt_of(netcdf.crs_of(dataset)))
        for name in found:
            variable = dataset.variables[name]
            title = _title(dataset, variable)
            step = max(1, -(-variable.shape[-3] // _LONGEST_SAMPLE))
            sample = netcdf.read(dataset, name, (..., slice(None, None, step), slice(None), slice(None)))
            limits = _with_unit(limits_of(sample, name), variable)
            if variable.ndim != 3:
                continue
            days = netcdf.read_days(dataset)
            fullest = step * int(np.argmax(_mean_size(sample)))
            mesh = None
            if cells is not None and name in small:
                mesh = _mesh(cells, crs, str(variable.long_name), title, looks=(name, limits))
            if mesh is None:
                _add_dated_rasters(context, path, name, title, days, limits=limits)
                continue
            show_dataset(mesh, fullest)
            facts = mesh.metadata()
            facts.setAbstract(tr("Without the temporal controller: {}").format(f"{date_of(days[fullest]):%Y-%m-%d}"))
            mesh.setMetadata(facts)
            _hand_over(context, mesh, path, name, QgsProcessingUtils.LayerHint.Mesh)


def load_maps(context: QgsProcessingContext, path: Path, variables: Iterable[str]) -> None:
    """Add a raster (or points) for each of `variables`, those of one quantity on a common scale."""
    if context.project() is None:
        return
    with netcdf.open_dataset(path) as dataset:
        if is_points(dataset):
            for name in [one for one in variables if one in dataset.variables]:
                _hand_over(context, points_layer(path, name, _title(dataset, dataset[name])), path, name)
            return
        found = {name: netcdf.read(dataset, name) for name in variables if name in dataset.variables}
        for name in found:
            quantity = name.partition("_")[0]
            alike = [values.ravel() for other, values in found.items() if other.startswith(quantity)]
            variable = dataset.variables[name]
            layer = _netcdf_raster(path, name, _title(dataset, variable))
            style_raster(layer, name, _with_unit(limits_of(np.concatenate(alike), name), variable))
            _hand_over(context, layer, path, name)


def load_raster(context: QgsProcessingContext, path: Path, quantity: str, title: str) -> None:
    """Style the raster of a destination parameter, where QGIS is going to load it."""
    if not context.willLoadLayerOnCompletion(str(path)):
        return
    values, _ = read_raster(path)
    details = context.layerToLoadOnCompletionDetails(str(path))
    unit = "mm/yr" if quantity == "velocity" else ""
    details.name, details.forceName = f"{title} ({unit})" if unit else title, True
    details.setPostProcessor(RasterStyler.create(quantity, replace(limits_of(values, quantity), unit=unit)))


class RasterStyler(QgsProcessingLayerPostProcessorInterface):
    """Gives a raster its style when QGIS has loaded it."""

    # QGIS keeps no reference of its own: without one the Python object would be gone by then.
    _alive: list[RasterStyler] = []

    @classmethod
    def create(cls, quantity: str, limits: Limits) -> RasterStyler:
        """Return a styler that lives until it has done its work."""
        styler = cls()
        styler.quantity, styler.limits = quantity, limits
        cls._alive.append(styler)
        return styler

    def postProcessLayer(self, layer: QgsMapLayer, context: Any, feedback: Any) -> None:  # noqa: N802
        """Style the layer."""
        if isinstance(layer, QgsRasterLayer):
            style_raster(layer, self.quantity, self.limits)
            layer.triggerRepaint()


def _title(dataset: Any, variable: Any) -> str:
    """Return what the legend says: quantity, unit, and that it is synthetic where it is."""
    unit = "" if variable.units == "1" else f" ({variable.units})"
    name = str(variable.long_name)
    text = f"{name[:1].upper()}{name[1:]}{unit}"
    return f"{text} - {tr('synthetic')}" if getattr(dataset, "synthetic", 0) else text


def _with_unit(limits: Limits, variable: Any) -> Limits:
    return limits if variable.units == "1" else replace(limits, unit=str(variable.units))


def _mean_size(sample: np.ndarray) -> np.ndarray:
    """Return the mean absolute value of each date [time]; 0 where all is missing."""
    size = np.abs(sample).reshape(len(sample), -1)
    there = np.isfinite(size)
    return np.where(there, size, 0.0).sum(axis=1) / np.maximum(there.sum(axis=1), 1)


def _is_small(variable: Any) -> bool:
    return variable.ndim == 3 and variable.shape[-1] * variable.shape[-2] <= LARGEST_MESH


def _mesh(
    path: Path, crs: QgsCoordinateReferenceSystem, group: str, title: str, *, looks: tuple[str, Limits]
) -> QgsMeshLayer | None:
    """Return an animated mesh with its looks (quantity, limits), or None where QGIS cannot make one of the file."""
    layer = QgsMeshLayer(str(path), title, "mdal")
    layer.setCrs(crs)
    number = _group_number(layer, group)
    if not layer.isValid() or number is None:
        return None
    style_mesh(layer, number, *looks)
    layer.temporalProperties().setIsActive(True)
    return layer


def _group_number(layer: QgsMeshLayer, name: str) -> int | None:
    for number in layer.datasetGroupsIndexes():
        if layer.datasetGroupMetadata(QgsMeshDatasetIndex(number)).name() == name:
            return int(number)
    return None


def _netcdf_raster(path: Path, name: str, title: str) -> QgsRasterLayer:
    return QgsRasterLayer(f'NETCDF:"{path}":{name}', title, "gdal")


def _add_dated_rasters(
    context: QgsProcessingContext, path: Path, name: str, title: str, days: np.ndarray, *, limits: Limits
) -> None:
    """Add a few dates, each as a band of the file with the time until the next one shown."""
    chosen = np.unique(np.linspace(0, days.size - 1, DATED_RASTERS).round().astype(int))
    times = to_datetime64(days).astype("datetime64[s]").tolist()
    for position, number in enumerate(chosen):
        layer = _netcdf_raster(path, name, f"{title} {times[number]:%Y-%m-%d}")
        if not layer.isValid():
            return
        last = position + 1 == chosen.size
        end = times[number] + timedelta(days=12) if last else times[chosen[position + 1]]
        style_raster(layer, name, limits, int(number) + 1)
        properties = layer.temporalProperties()
        properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        properties.setFixedTemporalRange(QgsDateTimeRange(_utc(times[number]), _utc(end), True, False))
        properties.setIsActive(True)
        _hand_over(context, layer, path, f"{name} {number}")


def _utc(moment: Any) -> QDateTime:
    return QDateTime.fromString(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), Qt.DateFormat.ISODate)


def _hand_over(
    context: QgsProcessingContext,
    layer: QgsMapLayer,
    path: Path,
    name: str,
    hint: Any = QgsProcessingUtils.LayerHint.UnknownType,
) -> None:
    """Give the layer to the context, which adds it to the project when the run has ended.

    The file and what it shows of it stay with the layer: a later run replaces it, and the dock finds its series.
    """
    layer.setCustomProperty(FILE_PROPERTY, str(path))
    layer.setCustomProperty(NAME_PROPERTY, name)
    details = QgsProcessingContext.LayerDetails(layer.name(), context.project(), "OUTPUT", hint)
    # The legend shall say quantity and unit, also where QGIS is set to name layers after their files.
    details.forceName = True
    context.temporaryLayerStore().addMapLayer(layer)
    context.addLayerToLoadOnCompletion(layer.id(), details)

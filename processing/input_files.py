"""Files as users name them in dialogs and scripts: a path, a loaded layer, or what GDAL and QGIS make of a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
)

from .mesh_file import SUFFIX

FILE_PROPERTY = "groundswell/file"
"""Custom property of a layer that was made from one of our files: the file's path."""

_QUOTED = re.compile(r'^(?:NETCDF|HDF5|GTiff|GPKG):"(.+?)"(?::.*)?$', re.IGNORECASE)
_PLAIN = re.compile(r"^(?:NETCDF|HDF5):(.+?)(?::[^:/\\]+|://\S+)$", re.IGNORECASE)


def takes_files(definition: QgsProcessingParameterDefinition) -> bool:
    """Return whether a parameter takes files or folders."""
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        return definition.layerType() == QgsProcessing.SourceType.TypeFile
    return isinstance(definition, QgsProcessingParameterFile)


def file_of(text: str) -> str:
    """Return the path in what QGIS or GDAL call a source: ``NETCDF:"f.nc":tws``, ``f.gpkg|layername=a``, ``file:///f``.

    The mesh that is written beside a series stands for the series.
    """
    found = text.strip()
    if found.lower().startswith("file://"):
        found = unquote(urlparse(found).path)
        found = found[1:] if re.match(r"^/[A-Za-z]:", found) else found  # of Windows: file:///C:/...
    match = _QUOTED.match(found) or _PLAIN.match(found)
    if match is not None:
        found = match[1]
    found = found.partition("|layer")[0]
    if found.endswith(SUFFIX):
        series = found[: -len(SUFFIX)] + ".nc"
        found = series if Path(series).is_file() else found
    return found


def layer_file(layer: QgsMapLayer) -> str:
    """Return the file that a layer shows; '' where it shows none of this machine."""
    own = str(layer.customProperty(FILE_PROPERTY) or "")
    for path in (own, file_of(layer.source())):
        if path and Path(path).exists():
            return path
    return ""


def with_files(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], project: QgsProject | None
) -> dict[str, Any]:
    """Return the parameters with a path wherever a file was named in another way, or by a layer of the project."""
    found = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        value = found.get(definition.name())
        if not value or not takes_files(definition):
            continue
        if isinstance(definition, QgsProcessingParameterMultipleLayers) and not isinstance(value, QgsMapLayer):
            many = value if isinstance(value, (list, tuple)) else str(value).split(";")
            found[definition.name()] = [_path(one, project) for one in many]
        else:
            found[definition.name()] = _path(value, project)
    return found


def _path(value: Any, project: QgsProject | None) -> Any:
    """Return the path that a value stands for; the value itself where it is neither text nor a layer."""
    if isinstance(value, QgsMapLayer):
        return layer_file(value) or value.source()
    if not isinstance(value, str):
        return value
    if project is not None and not Path(value).exists():
        layer = project.mapLayer(value) or next(iter(project.mapLayersByName(value)), None)
        if layer is not None:
            return layer_file(layer) or value
    return file_of(value)

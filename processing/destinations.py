"""Where an algorithm is going to write, looked at before it begins to work."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProperty,
)

from ..core.errors import InputError, OutputError

_LONGEST_NAME = 255  # bytes, of every file system in use
_ALSO = {".nc": {".nc4", ".cdf"}, ".csv": {".txt", ".tsv"}, ".html": {".htm"}, ".tif": {".tiff"}}
"""Other endings of the kinds of file that the algorithms write."""
_OTHER_KINDS = {
    ".nc", ".nc4", ".cdf", ".h5", ".csv", ".tsv", ".txt", ".html", ".htm", ".tif", ".tiff", ".vrt", ".png", ".jpg",
    ".pdf", ".json", ".geojson", ".gpkg", ".shp", ".kml", ".zip", ".xlsx",
}  # fmt: skip
"""Endings that say what a file is: one of another kind than what is written would mislead."""
_NO_FILE = ("", "None", "NULL", "TEMPORARY_OUTPUT")


def check_destinations(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """See that every output has a file of its own, that none is an input, and that all can be written.

    Raises
    ------
    InputError
        Where two parameters name the same file.
    OutputError
        Where a folder cannot be written in, a file's name is that of a folder, too long, or of another kind of file.
    """
    taken: dict[Path, str] = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if not parameters.get(name):
            continue
        files: list[str] = []
        if isinstance(definition, QgsProcessingParameterFile):
            files = [algorithm.parameterAsFile(parameters, name, context)]
        elif isinstance(definition, QgsProcessingParameterMultipleLayers):
            files = algorithm.parameterAsFileList(parameters, name, context)
        for path in map(Path, files):
            if path.is_file():
                taken[_absolute(path)] = name
    for definition in algorithm.destinationParameterDefinitions():
        name, path = definition.name(), _path_of(parameters.get(definition.name()))
        if path is None:
            continue
        other = taken.get(_absolute(path))
        if other is not None:
            raise InputError(f"{name} and {other} name the same file, {path}: give each a file of its own.")
        taken[_absolute(path)] = name
        _check_name(name, path)
        _check_folder(path)
        if isinstance(definition, QgsProcessingParameterFolderDestination):
            _check_is_folder(name, path)
        else:
            _check_file(name, path, _endings(definition))


def _path_of(value: Any) -> Path | None:
    """Return the file that the value of a destination stands for, or None where it is none or temporary."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    text = "" if value is None else str(value).strip()
    return None if text in _NO_FILE or text.startswith(("memory:", "ogr:", "postgres")) else Path(text)


def _absolute(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _check_folder(path: Path) -> None:
    folder = path.absolute().parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir():
        raise OutputError(f"Cannot write {path}: {folder} is a file, not a folder. Choose another place.")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"Cannot write {path}: you may not write in {folder}. Choose another place.")


def _check_name(name: str, path: Path) -> None:
    long = next((part for part in path.parts if len(os.fsencode(part)) > _LONGEST_NAME), "")
    if long:
        size = len(os.fsencode(long))
        raise OutputError(
            f"{name}: '{long[:40]}...' has {size} bytes, and a name can have {_LONGEST_NAME}: choose a shorter one."
        )


def _check_is_folder(name: str, path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise OutputError(f"{name}: {path} is a file, not a folder. Choose another place.")


def _check_file(name: str, path: Path, endings: set[str]) -> None:
    if path.is_dir():
        raise OutputError(f"{name}: {path} is a folder. Give the name of a file in it.")
    ending = path.suffix.lower()
    if endings and ending in _OTHER_KINDS - endings:
        kind = " or ".join(sorted(endings))
        raise OutputError(f"{name}: {path} ends in {ending}, but what is written is {kind}. Change the ending.")


def _endings(definition: QgsProcessingDestinationParameter) -> set[str]:
    """Return the endings of the kind of file that a destination takes; empty where QGIS sees to it."""
    if isinstance(definition, QgsProcessingParameterRasterDestination):
        found = {".tif"}  # whatever QGIS could write: the core writes GeoTIFF
    elif isinstance(definition, QgsProcessingParameterFileDestination):
        found = {ending.lower() for ending in re.findall(r"\*(\.\w+)", definition.fileFilter())}
    else:
        return set()
    return found.union(*(_ALSO.get(ending, set()) for ending in found))

"""Where an algorithm is going to write, looked at before it begins to work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProperty,
)

from ..core.errors import InputError, OutputError

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
        Where a folder cannot be written in.
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
        _check_folder(path)


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

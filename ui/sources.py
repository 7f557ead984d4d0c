"""Which Groundswell files the project's layers come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject

from ..core.errors import GroundswellError
from ..core.files import netcdf
from ..processing.layers import FILE_PROPERTY
from ..processing.translation import tr

_SUBDATASET = re.compile(r'^NETCDF:"?(.+?)"?:\w+$')


@dataclass(frozen=True)
class SeriesFile:
    """A file with series: where it lies and what it holds."""

    path: Path
    kind: str
    synthetic: bool

    @property
    def label(self) -> str:
        """What the list shows."""
        note = f", {tr('synthetic')}" if self.synthetic else ""
        return f"{self.path.name} ({kind_title(self.kind)}{note})"


def kind_title(kind: str) -> str:
    """Return the translated name of a kind of file."""
    return {
        "analysis": tr("analysis"),
        "grace": tr("GRACE"),
        "storage": tr("storage"),
        "vertical": tr("vertical displacement"),
        "displacement": tr("displacement"),
    }[kind]


def describe(path: Path) -> SeriesFile | None:
    """Return what a file holds, or None where it is not one of ours with series."""
    try:
        with netcdf.open_dataset(path) as dataset:
            names = dataset.variables.keys()
            synthetic = bool(getattr(dataset, "synthetic", 0))
    except GroundswellError:
        return None
    for kind, needed in (
        ("analysis", {"tws_analysis", "tws_open_loop", "time"}),
        ("grace", {"tws", "grace_month", "time"}),
        ("storage", {"tws", "time"}),
        ("vertical", {"vertical_displacement", "time"}),
        ("displacement", {"displacement", "time"}),
    ):
        if needed <= names:
            return SeriesFile(Path(path), kind, synthetic)
    return None


def path_of(layer: QgsMapLayer) -> Path | None:
    """Return the NetCDF file behind a layer, or None where there is none.

    The cells of a gridded series lie in a file beside the series: the layer says which series that is.
    """
    kept = layer.customProperty(FILE_PROPERTY)
    if kept and Path(kept).is_file():
        return Path(kept)
    source = layer.source().partition("|")[0]
    match = _SUBDATASET.match(source)
    path = Path(match.group(1) if match else source)
    return path if path.suffix in (".nc", ".nc4") and path.is_file() else None


def project_files() -> list[SeriesFile]:
    """Return the files with series behind the layers of the project, each once."""
    paths = [path_of(layer) for layer in QgsProject.instance().mapLayers().values()]
    found = (describe(path) for path in dict.fromkeys(paths) if path is not None)
    return [one for one in found if one is not None]

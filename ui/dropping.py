"""Files and folders that are dropped on the dock: what they are, and the step that takes them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QMimeData

from ..core.files.recognition import Recognised
from ..processing.translation import tr


def dropped_path(mime: QMimeData) -> Path | None:
    """Return the first file or folder of this machine among what is dragged, or None."""
    local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return next((path for path in local if path.exists()), None)


def title_of(found: Recognised) -> str:
    """Return in words what something is."""
    return {
        "stack": tr("an interferogram stack of Groundswell"),
        "series": tr("a displacement series of Groundswell"),
        "gridded": tr("gridded displacement of Groundswell"),
        "storage": tr("water storage of Groundswell"),
        "analysis": tr("an analysis of Groundswell"),
        "grace": tr("GRACE storage of Groundswell"),
        "stations": tr("GNSS stations of Groundswell"),
        "licsar": tr("interferograms in LiCSAR layout"),
        "hyp3": tr("interferograms of HyP3"),
        "nisar": tr("interferograms of NISAR"),
        "aria": tr("interferograms of ARIA"),
        "mintpy_stack": tr("interferograms of MintPy"),
        "pairs": tr("interferograms, a folder or raster a pair"),
        "opera": tr("displacement of OPERA DISP-S1"),
        "egms": tr("displacement of the European Ground Motion Service"),
        "mintpy": tr("a displacement series of MintPy"),
        "mintpy_several": tr("several displacement series of MintPy"),
        "mintpy_geometry": tr("look vectors of MintPy"),
        "licsbas": tr("a displacement series of LiCSBAS"),
        "dated_rasters": tr("rasters of displacement named by dates"),
        "point_table": tr("a table of displacement at points"),
        "point_layer": tr("a layer of displacement at points"),
        "gacos": tr("tropospheric delays of GACOS"),
        "gnss": tr("GNSS series"),
        "grace_grids": tr("GRACE storage"),
        "grace_harmonics": tr("GRACE harmonics"),
        "land_model": tr("water storage of a land model"),
        "weather": tr("weather"),
    }.get(found.kind, found.title)


def step_title(found: Recognised) -> str:
    """Return the title of the algorithm that takes it."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"groundswell:{found.step}")
    return found.step if algorithm is None else algorithm.displayName()


def sentence(path: Path, found: Recognised | None) -> str:
    """Say what a file or folder is and which step takes it."""
    if found is None:
        return tr("{}: nothing that Groundswell knows.").format(path.name)
    text = tr("{name}: {what}. The step that takes it: {step}.").format(
        name=path.name, what=title_of(found), step=step_title(found)
    )
    return f"{text} {found.note}".strip()


def open_step(found: Recognised) -> bool:
    """Open the dialog of the step with the file or folder filled in; return whether that was possible."""
    from qgis import processing

    make = getattr(processing, "createAlgorithmDialog", None)  # QGIS's Processing plugin puts it there
    dialog = None if make is None else make(f"groundswell:{found.step}", {found.parameter: str(found.path)})
    if dialog is None:
        return False
    dialog.show()
    return True

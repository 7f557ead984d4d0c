"""Runs inside a QGIS window: steps as tasks, the dock reading, a layer refreshing, all at once for a minute.

NetCDF files are then read and written by two threads of one process. With the HDF5 library that comes with netCDF4
from PyPI, which is not safe for threads, QGIS ends unless all calls wait for each other. Reads what to do from
``inputs.json`` in the folder GROUNDSWELL_WINDOW, and writes ``result.json`` there at the end: without it, QGIS died.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import time
import traceback
from contextlib import nullcontext
from pathlib import Path

import qgis.utils
from groundswell.core.files import hdf5_lock
from qgis.core import (
    QgsApplication,
    QgsPointXY,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

# On Linux the distribution's HDF5, which QGIS has loaded, would take the place of the wheel's own; elsewhere a wheel
# always has its own.
_flags = sys.getdlopenflags()
sys.setdlopenflags(os.RTLD_NOW | os.RTLD_DEEPBIND)
import netCDF4  # noqa: E402

sys.setdlopenflags(_flags)

FOLDER = Path(os.environ["GROUNDSWELL_WINDOW"])
INPUTS = json.loads((FOLDER / "inputs.json").read_text())
SEEN = {
    "netcdf4": netCDF4.__file__,
    "hdf5": netCDF4.__hdf5libversion__,
    "runs": 0,
    "failed": 0,
    "clicks": 0,
    "error": "",
}
_RUNNING: list[tuple[QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback]] = []
_END = time.monotonic() + float(INPUTS["seconds"])


# QGIS's own handler says only that it died.
faulthandler.enable((FOLDER / "crash.txt").open("w"))


def run_step() -> None:
    """Start a step as a task; the next starts when it has ended."""
    if time.monotonic() > _END:
        return
    number = SEEN["runs"] % len(INPUTS["runs"])
    name, parameters = INPUTS["runs"][number]
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"groundswell:{name}")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    _RUNNING[:] = [(task, context, feedback)]

    def ended(successful: bool, results: dict[str, object]) -> None:
        SEEN["runs"] += 1
        SEEN["failed"] += not successful
        QTimer.singleShot(0, run_step)

    task.executed.connect(ended)
    QgsApplication.taskManager().addTask(task)


def click() -> None:
    """Read the series at another place, and draw the layers again."""
    try:
        lon, lat = INPUTS["points"][SEEN["clicks"] % len(INPUTS["points"])]
        qgis.utils.plugins["groundswell"].dock.show_point(QgsPointXY(lon, lat))
        for layer in QgsProject.instance().mapLayers().values():
            layer.reload()
            layer.triggerRepaint()
        SEEN["clicks"] += 1
    except Exception:
        SEEN["error"] += traceback.format_exc()
    if time.monotonic() > _END and (not _RUNNING or SEEN["runs"]):
        QTimer.singleShot(3000, finish)
    else:
        QTimer.singleShot(20, click)


def start() -> None:
    """Open the dock and the layers, and begin."""
    if not INPUTS["lock"]:
        hdf5_lock.HDF5_LOCK = nullcontext()
    plugin = qgis.utils.plugins["groundswell"]
    plugin.action.setChecked(True)
    plugin.dock.set_files(INPUTS["file"], INPUTS["grace"])
    for name in INPUTS["layers"]:
        QgsProject.instance().addMapLayer(QgsRasterLayer(name, Path(name).stem, "gdal"))
    iface.mapCanvas().zoomToFullExtent()
    run_step()
    click()


def finish() -> None:
    """Write what was seen and close QGIS without a question."""
    (FOLDER / "result.json").write_text(json.dumps(SEEN, indent=1))
    QgsProject.instance().setDirty(False)
    os._exit(0)


QTimer.singleShot(2000, start)

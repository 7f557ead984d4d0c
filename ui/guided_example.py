"""The example of the guided run: made in the background, then filled in as a user would."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing.study import StudyInputs
from ..processing.translation import tr
from .study_runner import RunFeedback

AREA = "study_area"
STUDY = "study"
_OUTPUTS = {
    "frame": "FRAME",
    "gacos": "GACOS",
    "reference": "REFERENCE",
    "reference_series": "REFERENCE_SERIES",
    "storage": "STORAGE",
    "stations": "STATIONS",
    "grace": "GRACE",
    "region": "REGION",
}
"""Entries of a study, and the outputs of Create example study area that go there."""


class ExampleMaker(QObject):
    """Makes the example study area.

    Parameters
    ----------
    preset : str
        Its size.
    parent : QObject, optional
        Owner.
    """

    progressed = pyqtSignal(float)
    failed = pyqtSignal(str)
    made = pyqtSignal(object)
    """The inputs of a study of it."""

    def __init__(self, preset: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preset = preset
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._kept: tuple[Any, ...] = ()
        self._error = ""

    @property
    def running(self) -> bool:
        """True while the example is being made."""
        return self._task is not None

    def start(self, folder: Path) -> None:
        """Make the example in a new folder inside `folder`."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("groundswell:createexample")
        context, feedback = QgsProcessingContext(), RunFeedback()
        parameters = {"PRESET": self._preset, "OUTPUT": str(folder / AREA)}
        fits, problem = algorithm.checkParameterValues(parameters, context)
        if not fits:
            self.failed.emit(problem)
            return
        feedback.progressChanged.connect(self.progressed)
        feedback.failed.connect(self._note)
        self._task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        self._kept = context, feedback
        self._task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Stop."""
        if self._task is not None:
            self._kept[1].cancel()

    def _note(self, error: str) -> None:
        self._error = error

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        self._task = None
        if not successful:
            self.failed.emit(self._error or tr("The example could not be made; see the log messages of QGIS."))
            return
        given = {name: str(results[output]) for name, output in _OUTPUTS.items()}
        self.made.emit(StudyInputs(title=tr("Example (synthetic data)"), **given))


def place_for_example(folder: str) -> Path:
    """Return where the example goes: the folder that was given for the study, or a new temporary one."""
    return Path(folder) if folder else Path(tempfile.mkdtemp(prefix="groundswell_"))

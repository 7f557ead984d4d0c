"""Runs the steps of a study one after the other in the background, and puts their layers on the map."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing.study import Journal, Step, StudyInputs, plan
from ..processing.translation import tr


class RunFeedback(QgsProcessingFeedback):
    """Hands on what an algorithm says, from its thread to the window's."""

    said = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)

    def setProgressText(self, text: str) -> None:  # noqa: N802
        """Hand on what is being done."""
        self.said.emit(text)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        """Hand on a remark."""
        self.said.emit(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        """Hand on a warning."""
        self.said.emit(tr("Warning: {}").format(warning))

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        """Hand on an error."""
        self.failed.emit(error)


class StudyRunner(QObject):
    """Runs what is left of a study.

    Parameters
    ----------
    journal : Journal
        Of the study's folder.
    inputs : StudyInputs
        Of the study.
    parent : QObject, optional
        Owner.
    """

    started = pyqtSignal(int)
    progressed = pyqtSignal(int, float)
    said = pyqtSignal(str)
    done = pyqtSignal(int)
    stopped = pyqtSignal(int, str)
    finished = pyqtSignal()

    def __init__(self, journal: Journal, inputs: StudyInputs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal, self.inputs, self.folder = journal, inputs, journal.folder
        self.steps = plan(inputs, journal.folder)
        self._number = -1
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._context: QgsProcessingContext | None = None
        self._feedback: RunFeedback | None = None
        self._error = ""

    @property
    def running(self) -> bool:
        """True while a step is under way."""
        return self._task is not None

    @property
    def next_step(self) -> int:
        """Number of the first step that is still to be run; the number of steps where all are done."""
        return self._journal.first_open(self.steps)

    def start(self) -> None:
        """Run the first step that is not done; the others follow."""
        self._run(self.next_step)

    def cancel(self) -> None:
        """Stop the step that is running; those before it stay done."""
        if self._feedback is not None:
            self._feedback.cancel()

    def _run(self, number: int) -> None:
        if number == len(self.steps):
            self.finished.emit()
            return
        self._number, self._error = number, ""
        step = self.steps[number]
        algorithm = algorithm_of(step)
        self._context, self._feedback = QgsProcessingContext(), RunFeedback()
        self._context.setProject(QgsProject.instance())
        fits, problem = algorithm.checkParameterValues(step.parameters, self._context)
        if not fits:
            self.stopped.emit(number, problem)
            return
        self._feedback.said.connect(self.said)
        self._feedback.failed.connect(self._note_error)
        self._feedback.progressChanged.connect(self._progress)
        self._task = QgsProcessingAlgRunnerTask(algorithm, step.parameters, self._context, self._feedback)
        self._task.executed.connect(self._executed)
        self.started.emit(number)
        QgsApplication.taskManager().addTask(self._task)

    def _progress(self, percent: float) -> None:
        self.progressed.emit(self._number, percent)

    def _note_error(self, error: str) -> None:
        self._error = error

    def _executed(self, successful: bool, _results: object) -> None:
        number, step = self._number, self.steps[self._number]
        cancelled = self._feedback is not None and self._feedback.isCanceled()
        self._task = None
        if cancelled:
            self.stopped.emit(number, tr("Cancelled. The steps before are done; the study can be taken up here."))
            return
        if not successful:
            self.stopped.emit(number, self._error or tr("The step failed; see the log messages of QGIS."))
            return
        self._journal.record(step)
        if self._context is not None:
            add_layers(self._context)
        self.done.emit(number)
        # Whatever follows reads what was written just now.
        self._run(number + 1)


def algorithm_of(step: Step) -> QgsProcessingAlgorithm:
    """Return a fresh instance of a step's algorithm."""
    return QgsApplication.processingRegistry().createAlgorithmById(f"groundswell:{step.algorithm}")


def add_layers(context: QgsProcessingContext) -> None:
    """Put the layers that a run left in its context into the project."""
    for source, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(source, context, typeHint=details.layerTypeHint)
        if layer is None:
            continue
        details.setOutputLayerName(layer)
        taken: QgsMapLayer = context.temporaryLayerStore().takeMapLayer(layer)
        QgsProject.instance().addMapLayer(taken)
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(taken, context, QgsProcessingFeedback())

"""The page of the guided run that runs the steps, shows how far they are, and ends with the report."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.errors import GroundswellError
from ..core.findings.outcome import read_outcome
from ..processing.study import Journal, StudyInputs
from ..processing.translation import tr
from .guided_outcome import headline
from .study_runner import StudyRunner, algorithm_of


class RunPage(QWizardPage):
    """Runs the study's steps one after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runner: StudyRunner | None = None
        self.setTitle(tr("The chain"))
        self.setSubTitle(
            tr("Each step is an algorithm of the toolbox with its defaults; its results lie in the study's folder.")
        )
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("Step"), tr("State")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(tr("Steps of the study"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress of the step"))
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(tr("Messages"))
        self.run = QPushButton(tr("&Run"))
        self.stop = QPushButton(tr("Cance&l the step"))
        self.report = QPushButton(tr("&Open the report"))
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.headline = QLabel()
        self.headline.setWordWrap(True)
        self.headline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.headline.setAccessibleName(tr("What was found, how sure that is, what would help more"))
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button, slot in ((self.run, self.start), (self.stop, self.cancel), (self.report, self.open_report)):
            button.clicked.connect(lambda *_, slot=slot: slot())
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.headline)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.bar)
        layout.addWidget(self.log, 2)
        layout.addWidget(self.message)
        layout.addLayout(buttons)

    def prepare(self, folder: Path, inputs: StudyInputs) -> None:
        """List the steps of a study and which of them are done."""
        journal = Journal(folder)
        journal.save(inputs)
        runner = self.runner = StudyRunner(journal, inputs, self)
        runner.started.connect(self._started)
        runner.progressed.connect(self._progressed)
        runner.said.connect(self.log.appendPlainText)
        runner.done.connect(lambda number: self._state(number, tr("done")))
        runner.stopped.connect(self._stopped)
        runner.finished.connect(self._finished)
        self.list.clear()
        self.log.clear()
        self.message.setText("")
        first = runner.next_step
        for number, step in enumerate(runner.steps):
            item = QTreeWidgetItem([algorithm_of(step).displayName(), tr("done") if number < first else tr("to do")])
            self.list.addTopLevelItem(item)
        self.list.resizeColumnToContents(0)
        self._show_headline()
        self._enable()

    def _show_headline(self) -> None:
        """Say what was found, once all steps are done."""
        text = ""
        if self.runner is not None and self.isComplete():
            try:
                text = headline(read_outcome(self.runner.folder), self.runner.inputs).html()
            except GroundswellError as error:
                text = str(error)
        self.headline.setText(text)
        self.headline.setVisible(bool(text))

    def initializePage(self) -> None:  # noqa: N802
        """Take the study from the page before."""
        page = self.wizard().inputs_page
        try:
            self.prepare(Path(page.rows["folder"].value), page.inputs)
        except GroundswellError as error:
            self.message.setText(str(error))

    def cleanupPage(self) -> None:  # noqa: N802
        """Stop when the user goes back."""
        self.cancel()

    def isComplete(self) -> bool:  # noqa: N802
        """Return whether the study is done."""
        return self.runner is not None and not self.runner.running and self.runner.next_step == len(self.runner.steps)

    def start(self) -> None:
        """Run what is left."""
        if self.runner is not None and not self.runner.running:
            self.message.setText("")
            self.runner.start()
            self._enable()

    def cancel(self) -> None:
        """Cancel the step that is running."""
        if self.runner is not None:
            self.runner.cancel()

    def open_report(self) -> None:
        """Show the study's report in the browser."""
        if self.runner is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.runner.steps[-1].outputs[0])))

    def _started(self, number: int) -> None:
        self._state(number, tr("running"))
        self.log.appendPlainText(f"- {self.list.topLevelItem(number).text(0)}")
        self.bar.setValue(0)

    def _progressed(self, number: int, percent: float) -> None:
        self.bar.setValue(round(percent))

    def _stopped(self, number: int, reason: str) -> None:
        self._state(number, tr("stopped"))
        self.message.setText(reason)
        self.bar.setValue(0)
        self._enable()

    def _finished(self) -> None:
        self.bar.setValue(100)
        self.message.setText(tr("The study is done. Its maps are in the project, its report is in its folder."))
        self._show_headline()
        self._enable()

    def _state(self, number: int, text: str) -> None:
        item = self.list.topLevelItem(number)
        item.setText(1, text)
        self.list.setCurrentItem(item)
        self.list.scrollToItem(item)

    def _enable(self) -> None:
        running = self.runner is not None and self.runner.running
        whole = self.isComplete()
        self.run.setEnabled(not running and not whole)
        self.stop.setEnabled(running)
        self.report.setEnabled(whole)
        self.setCursor(Qt.CursorShape.BusyCursor if running else Qt.CursorShape.ArrowCursor)
        self.completeChanged.emit()

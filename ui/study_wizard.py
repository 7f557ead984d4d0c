"""The guided run: a study from folders of data to its report, step by step."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget, QWizard

from ..processing.translation import tr
from .study_inputs_page import InputsPage
from .study_run_page import RunPage


class StudyWizard(QWizard):
    """Asks for the data, runs the chain, ends with the report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("GroundswellStudy")
        self.setWindowTitle(tr("Groundswell: new study"))
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage, True)
        self.resize(820, 720)
        self.inputs_page, self.run_page = InputsPage(self), RunPage(self)
        self.addPage(self.inputs_page)
        self.addPage(self.run_page)

    def done(self, result: int) -> None:
        """Close; a step that is still running is cancelled first."""
        runner = self.run_page.runner
        if runner is not None and runner.running:
            runner.cancel()
            while runner.running:
                QCoreApplication.processEvents()
        super().done(result)

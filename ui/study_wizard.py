"""The guided run: a study from folders of data to its report, step by step."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QWidget, QWizard

from ..processing.addresses import help_page
from ..processing.translation import tr
from .study_inputs_page import InputsPage
from .study_run_page import RunPage


class StudyWizard(QWizard):
    """Asks for the data, runs the chain, ends with the report.

    Parameters
    ----------
    parent : QWidget, optional
        QGIS's window.
    canvas : QgsMapCanvas, optional
        On which places are picked.
    """

    def __init__(self, parent: QWidget | None = None, canvas: QgsMapCanvas | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("GroundswellStudy")
        self.setWindowTitle(tr("Groundswell: new study"))
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage, True)
        self.setOption(QWizard.WizardOption.HaveHelpButton, True)
        self.helpRequested.connect(lambda: QDesktopServices.openUrl(QUrl(help_page("study"))))
        self.resize(860, 760)
        self.inputs_page, self.run_page = InputsPage(self, canvas), RunPage(self)
        self.addPage(self.inputs_page)
        self.addPage(self.run_page)

    def done(self, result: int) -> None:
        """Close; a step that is still running is cancelled first."""
        self.inputs_page.stop_example()
        while self.inputs_page.making_example:
            QCoreApplication.processEvents()
        runner = self.run_page.runner
        if runner is not None and runner.running:
            runner.cancel()
            while runner.running:
                QCoreApplication.processEvents()
        super().done(result)

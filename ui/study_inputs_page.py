"""The page of the guided run that asks for a study's folder and data, and says what was found in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.errors import GroundswellError
from ..core.files.recognition import recognise
from ..core.findings.inputs import (
    Finding,
    delays_finding,
    frame_finding,
    grace_finding,
    parameters_finding,
    series_finding,
    stations_finding,
    storage_finding,
    weather_finding,
)
from ..processing.study import CATCHMENT, STORAGE_FILE, Journal, StudyInputs
from ..processing.translation import tr
from .dropping import sentence

GOOD, BAD = "#2b5d34", "#a11d2e"


class PathRow(QWidget):
    """A file or folder with a line that says what it holds.

    Parameters
    ----------
    label : str
        For screen readers.
    mode : QgsFileWidget.StorageMode
        File, folder, or either.
    find : callable
        Returns what a path holds.
    """

    def __init__(self, label: str, mode: QgsFileWidget.StorageMode, find: Callable[[Path], Finding] | None) -> None:
        super().__init__()
        self._find = find
        self.usable = True
        self.path = QgsFileWidget()
        self.path.setStorageMode(mode)
        self.path.setAccessibleName(label)
        self.path.lineEdit().setAccessibleName(label)
        self.finding = QLabel()
        self.finding.setWordWrap(True)
        self.finding.setAccessibleName(tr("What was found: {}").format(label))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self.path)
        layout.addWidget(self.finding)
        self.finding.hide()
        self.path.fileChanged.connect(self.look)

    @property
    def value(self) -> str:
        """The path; '' where there is none."""
        return str(self.path.filePath()).strip()

    def look(self, *_: object) -> None:
        """Say what the path holds."""
        found = Finding("")
        if self.value and self._find is not None:
            QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                found = self._find(Path(self.value))
            except GroundswellError as error:
                found = Finding(str(error), False)
            else:
                found = found if found.usable else Finding(f"{found.text} {self._what_it_is()}".strip(), False)
            finally:
                QgsApplication.restoreOverrideCursor()
        self.usable = found.usable
        self.finding.setText(found.text)
        self.finding.setStyleSheet(f"color: {GOOD if found.usable else BAD}")
        self.finding.setVisible(bool(found.text))

    def _what_it_is(self) -> str:
        """Say what a path that is of no use here holds, and which step takes it."""
        path = Path(self.value)
        try:
            found = recognise(path)
        except GroundswellError:
            return ""
        return "" if found is None else sentence(path, found)


class InputsPage(QWizardPage):
    """Asks for the study's folder and its data."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(tr("A study and its data"))
        self.setSubTitle(
            tr(
                "The study's folder and interferograms are compulsory. Without storage or a land model the study ends "
                "with displacement, without GRACE nothing is compared. An earlier study's folder is taken up."
            )
        )
        either, folder = QgsFileWidget.StorageMode.GetFile, QgsFileWidget.StorageMode.GetDirectory
        self.folder = PathRow(tr("Folder of the study"), folder, self._folder_finding)
        self.title_edit = QLineEdit()
        self.frame = PathRow(tr("Interferograms"), folder, frame_finding)
        self.gacos = PathRow(tr("GACOS delays"), folder, lambda path: delays_finding(path, Path(self.frame.value)))
        self.reference = QLineEdit()
        self.reference.setPlaceholderText(tr("longitude,latitude; empty: chosen automatically"))
        self.reference_series = PathRow(tr("Vertical series there"), either, series_finding)
        self.max_velocity = QDoubleSpinBox()
        self.max_velocity.setRange(0.0, 1e6)
        self.max_velocity.setValue(5.0)
        self.max_velocity.setSuffix(tr(" mm/yr"))
        self.prior = QComboBox()
        self.prior.addItem(tr("Storage from a file"), STORAGE_FILE)
        self.prior.addItem(tr("Catchment model, run with weather and parameters"), CATCHMENT)
        self.prior.setAccessibleName(tr("Water storage before the correction"))
        self.parameters = PathRow(tr("Parameters of the columns"), either, parameters_finding)
        self.weather = PathRow(tr("Weather"), either, lambda path: weather_finding(path, Path(self.parameters.value)))
        for row in (self.parameters, self.weather):
            row.path.lineEdit().setPlaceholderText(tr("needed for the Catchment model"))
        self.weather.path.lineEdit().setToolTip(tr("A file, or the path of a folder with weather files."))
        self.storage = PathRow(tr("Land-model storage"), either, storage_finding)
        self.stations = PathRow(tr("GNSS stations"), either, stations_finding)
        self.stations.path.lineEdit().setPlaceholderText(tr("from Import GNSS series; used beside the displacement"))
        self.grace = PathRow(tr("GRACE"), either, grace_finding)
        self.region = PathRow(tr("Region (polygons)"), either, None)
        self.periods = QLineEdit()
        self.periods.setPlaceholderText("2018-12-02..2019-12-31, 2020-01-01..2021-01-20")
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        form = self._form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, widget in (
            (tr("&Folder of the study"), self.folder),
            (tr("&Title"), self.title_edit),
            (tr("&Interferograms"), self.frame),
            (tr("G&ACOS delays"), self.gacos),
            (tr("&Reference place"), self.reference),
            (tr("&Vertical series there"), self.reference_series),
            (tr("Fastest &motion kept"), self.max_velocity),
            (tr("Storage to &correct"), self.prior),
            (tr("Parameters of the co&lumns"), self.parameters),
            (tr("&Weather"), self.weather),
            (tr("Land-model &storage"), self.storage),
            (tr("GNSS stati&ons"), self.stations),
            (tr("&GRACE"), self.grace),
            (tr("Regio&n (polygons)"), self.region),
            (tr("&Periods"), self.periods),
        ):
            form.addRow(label, widget)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        QVBoxLayout(self).addWidget(area)
        for row in (self.folder, self.frame, self.parameters, self.weather):
            row.path.fileChanged.connect(self.completeChanged)
        self.frame.path.fileChanged.connect(self.gacos.look)
        self.parameters.path.fileChanged.connect(self.weather.look)
        self.prior.currentIndexChanged.connect(self._show_prior)
        self._show_prior()

    def _show_prior(self, *_: object) -> None:
        """Show the rows that the chosen prior needs."""
        model = self.prior.currentData() == CATCHMENT
        for row in (self.parameters, self.weather):
            row.setVisible(model)
            self._form.labelForField(row).setVisible(model)
        label = tr("&Storage outside the columns") if model else tr("Land-model &storage")
        self._form.labelForField(self.storage).setText(label)
        self.completeChanged.emit()

    def isComplete(self) -> bool:  # noqa: N802
        """Return whether the study can begin."""
        needed = [self.folder, self.frame]
        if self.prior.currentData() == CATCHMENT:
            needed += [self.parameters, self.weather]
        return all(row.value and row.usable for row in needed)

    @property
    def inputs(self) -> StudyInputs:
        """What was given."""
        return StudyInputs(
            title=self.title_edit.text().strip(),
            frame=self.frame.value,
            gacos=self.gacos.value,
            reference=self.reference.text().strip(),
            reference_series=self.reference_series.value,
            max_velocity_mm_yr=self.max_velocity.value(),
            prior=self.prior.currentData(),
            storage=self.storage.value,
            weather=self.weather.value,
            parameters=self.parameters.value,
            stations=self.stations.value,
            grace=self.grace.value,
            region=self.region.value,
            periods=self.periods.text().strip(),
        )

    def show_inputs(self, inputs: StudyInputs) -> None:
        """Fill the page."""
        for widget, text in (
            (self.title_edit, inputs.title),
            (self.reference, inputs.reference),
            (self.periods, inputs.periods),
        ):
            widget.setText(text)
        for row, path in (
            (self.frame, inputs.frame),
            (self.gacos, inputs.gacos),
            (self.reference_series, inputs.reference_series),
            (self.parameters, inputs.parameters),
            (self.weather, inputs.weather),
            (self.storage, inputs.storage),
            (self.stations, inputs.stations),
            (self.grace, inputs.grace),
            (self.region, inputs.region),
        ):
            row.path.setFilePath(path)
        self.max_velocity.setValue(inputs.max_velocity_mm_yr)
        self.prior.setCurrentIndex(max(0, self.prior.findData(inputs.prior)))

    def _folder_finding(self, path: Path) -> Finding:
        """Say whether there is a study in the folder; fill the page with its inputs where nothing was given yet."""
        journal = Journal(path)
        if journal.inputs == StudyInputs():
            return Finding(tr("A new study."))
        if not self.frame.value:
            self.show_inputs(journal.inputs)
        return Finding(tr("A study that was begun before: it is taken up where it stopped."))

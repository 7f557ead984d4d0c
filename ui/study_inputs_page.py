"""The page of the guided run that asks for a study's folder and data, and says beside each what is missing or wrong."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.errors import GroundswellError
from ..core.findings.inputs import Finding
from ..processing.study import (
    CATCHMENT,
    DISPLACEMENT_ONLY,
    INTERFEROGRAMS,
    NO_MODEL,
    PRODUCT,
    STORAGE_FILE,
    Journal,
    StudyInputs,
)
from ..processing.study_check import FOLDER, Remark, advice, check_study, entries
from ..processing.translation import tr
from .guided_entries import make_rows, sections
from .guided_example import STUDY, ExampleMaker, place_for_example
from .guided_picks import MapPicks, write_area
from .guided_rows import PathRow, Row, TextRow, shade


class _Tall(QWidget):
    """Holds the form; as high as its text needs at its width, which a scroll area does not ask for itself."""

    def event(self, event: QEvent) -> bool:
        """Take the height after rows have come, gone or got other words, and after the width has changed."""
        done = bool(super().event(event))
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self.layout() is not None:
            self.setMinimumHeight(self.layout().totalHeightForWidth(self.width()))
        return done


class InputsPage(QWizardPage):
    """Asks for the study's folder and its data.

    Parameters
    ----------
    parent : QWidget, optional
        The wizard.
    canvas : QgsMapCanvas, optional
        On which places are picked.
    """

    def __init__(self, parent: QWidget | None = None, canvas: QgsMapCanvas | None = None) -> None:
        super().__init__(parent)
        self.setTitle(tr("A study and its data"))
        self.setSubTitle(
            tr(
                "What is missing or wrong stands below each entry; Next waits for it. Rest the pointer on an entry to "
                "read what it is for. The folder of an earlier study takes it up where it stopped."
            )
        )
        self.example_preset = "small"
        self._example: ExampleMaker | None = None
        self.remarks: dict[str, Remark] = {}
        self.rows: dict[str, Row] = make_rows(self._folder_finding)
        self.source, self.prior, self.max_velocity, self.grace_as_data = _choices()
        self._widgets: dict[str, QWidget] = {
            **self.rows,
            "source": self.source,
            "prior": self.prior,
            "max_velocity_mm_yr": self.max_velocity,
            "grace_as_data": self.grace_as_data,
        }
        self._order = [name for _, labels in sections() for name, _ in labels]
        self.load_example = QPushButton(tr("&Load the example"))
        self.bar = QProgressBar()
        self.summary = QLabel()
        self._lay_out()
        self._connect()
        if canvas is not None:
            self._offer_map(MapPicks(canvas, self.window()))
        self.check()

    def _lay_out(self) -> None:
        self.load_example.setToolTip(
            tr("Make a small study area with synthetic data and a known truth, and fill in everything below.")
        )
        self.load_example.setAutoDefault(False)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(tr("Progress of the example"))
        self.bar.hide()
        self.summary.setWordWrap(True)
        self.summary.setAccessibleName(tr("What is missing"))
        top = QHBoxLayout()
        top.addWidget(self.load_example)
        top.addWidget(self.bar, 1)
        top.addStretch()
        inside = _Tall()
        form = self._form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, labels in sections():
            form.addRow(QLabel(f"<b>{title}</b>"))
            for name, label in labels:
                form.addRow(label, self._widgets[name])
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(area)
        layout.addWidget(self.summary)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.changed.connect(self.check)
        self.source.currentIndexChanged.connect(self.check)
        self.prior.currentIndexChanged.connect(self.check)
        self.grace_as_data.toggled.connect(self.check)
        for name, depending in (("frame", "gacos"), ("parameters", "weather")):
            row = self.rows[depending]
            assert isinstance(row, PathRow)
            self.rows[name].changed.connect(row.look)
        self.load_example.clicked.connect(lambda *_: self.start_example())

    def _offer_map(self, picks: MapPicks) -> None:
        """Add the buttons that pick from the map."""
        place, region = self.rows["reference"], self.rows["region"]
        assert isinstance(place, TextRow)
        place.add_button(tr("Map"), tr("Pick the place on the map"), lambda: picks.pick_place(place.set))
        region.add_button(tr("Draw"), tr("Draw the region on the map"), lambda: picks.draw_area(self.take_area))

    # What the page says

    def check(self, *_: object) -> None:
        """Look at all entries at once: show those that the choices leave open, and what is missing or wrong."""
        inputs, folder = self.inputs, self._value("folder")
        shown = {*entries(inputs), "source", "prior"}
        for name, widget in self._widgets.items():
            widget.setVisible(name in shown)
            self._form.labelForField(widget).setVisible(name in shown)
        self._form.labelForField(self.rows["storage"]).setText(
            tr("&Storage outside the columns") if inputs.prior == CATCHMENT else tr("Land-model &storage")
        )
        found = {name: row.found for name, row in self.rows.items() if isinstance(row, PathRow)}
        self.remarks = check_study(inputs, folder, found)
        for name, row in self.rows.items():
            remark = self.remarks.get(name)
            text = found[name].text if name in found else ""
            row.say(text if remark is None else remark.text, remark is None)
        self._sum_up(inputs)
        self.completeChanged.emit()

    def _sum_up(self, inputs: StudyInputs) -> None:
        blocking = [name for name in self._order if name in self.remarks and self.remarks[name].blocks]
        if blocking:
            labels = [self._label(name) for name in blocking]
            text = tr("Still missing or wrong: {}.").format(", ".join(labels))
        else:
            text = " ".join([tr("Everything that the study needs is there."), *advice(inputs)])
        extra = self.remarks.get("grace_as_data")  # a box has no line of its own
        self.summary.setText(text if extra is None else f"{text} {extra.text}")
        self.summary.setStyleSheet(f"color: {shade(self, not blocking)}")

    def _label(self, name: str) -> str:
        text = str(self._form.labelForField(self._widgets[name]).text())
        return re.sub(r"\(&\w\)", "", text).replace("&", "")  # Chinese labels have their key in brackets

    def isComplete(self) -> bool:  # noqa: N802
        """Return whether the study can begin."""
        making = self._example is not None and self._example.running
        return not making and not any(remark.blocks for remark in self.remarks.values())

    def _value(self, name: str) -> str:
        row = self.rows[name]
        return row.value if isinstance(row, (PathRow, TextRow)) else ""

    @property
    def inputs(self) -> StudyInputs:
        """What was given."""
        texts = {name: self._value(name) for name in self.rows if name != FOLDER}
        return StudyInputs(
            **texts,
            source=self.source.currentData(),
            max_velocity_mm_yr=self.max_velocity.value(),
            prior=self.prior.currentData(),
            grace_as_data=self.grace_as_data.isChecked(),
        )

    def show_inputs(self, inputs: StudyInputs) -> None:
        """Fill the page."""
        self.source.setCurrentIndex(max(0, self.source.findData(inputs.source)))
        self.prior.setCurrentIndex(max(0, self.prior.findData(inputs.prior)))
        self.max_velocity.setValue(inputs.max_velocity_mm_yr)
        self.grace_as_data.setChecked(inputs.grace_as_data)
        for name, row in self.rows.items():
            if name != FOLDER and isinstance(row, (PathRow, TextRow)):
                row.set(getattr(inputs, name))

    def _folder_finding(self, path: Path) -> Finding:
        """Say whether there is a study in the folder; fill the page with its inputs where nothing was given yet."""
        journal = Journal(path)
        if journal.inputs == StudyInputs():
            return Finding(tr("A new study."))
        if not self._value("frame") and not self._value("product"):
            self.show_inputs(journal.inputs)
        return Finding(tr("A study that was begun before: it is taken up where it stopped."))

    # The example, and the map

    def start_example(self) -> None:
        """Make the example study area in the study's folder, or in a temporary one, and fill the page with it."""
        if self._example is not None and self._example.running:
            return
        folder = place_for_example(self._value("folder"))
        maker = self._example = ExampleMaker(self.example_preset, self)
        maker.progressed.connect(lambda percent: self.bar.setValue(round(percent)))
        maker.failed.connect(self._example_failed)
        maker.made.connect(lambda inputs: self._example_made(folder, inputs))
        self.bar.setValue(0)
        self.bar.show()
        self.load_example.setEnabled(False)
        maker.start(folder)
        self.completeChanged.emit()

    def stop_example(self) -> None:
        """Stop making the example."""
        if self._example is not None:
            self._example.cancel()

    @property
    def making_example(self) -> bool:
        """Whether the example is being made."""
        return self._example is not None and self._example.running

    def _example_made(self, folder: Path, inputs: StudyInputs) -> None:
        self._example_ended()
        self.show_inputs(inputs)
        row = self.rows["folder"]
        assert isinstance(row, PathRow)
        row.set(str(folder / STUDY))

    def _example_failed(self, text: str) -> None:
        self._example_ended()
        self.summary.setText(text)
        self.summary.setStyleSheet(f"color: {shade(self, False)}")

    def _example_ended(self) -> None:
        self.bar.hide()
        self.load_example.setEnabled(True)
        self.completeChanged.emit()

    def take_area(self, corners: list[tuple[float, float]]) -> None:
        """Take a polygon that was drawn on the map as the region."""
        path = place_for_example(self._value("folder")) / "region.geojson"
        row = self.rows["region"]
        assert isinstance(row, PathRow)
        try:
            write_area(path, corners)
        except GroundswellError as error:
            row.say(str(error), False)
            return
        row.set("")  # the same name may hold another polygon now
        row.set(str(path))


def _choices() -> tuple[QComboBox, QComboBox, QDoubleSpinBox, QCheckBox]:
    """Return the entries that are no text: source, what is corrected, the fastest motion kept, GRACE as data."""
    source, prior, velocity, as_data = QComboBox(), QComboBox(), QDoubleSpinBox(), QCheckBox()
    source.addItem(tr("Interferograms, inverted here"), INTERFEROGRAMS)
    source.addItem(tr("A finished product (OPERA, EGMS, MintPy, LiCSBAS, ...)"), PRODUCT)
    source.setAccessibleName(tr("Where the displacement comes from"))
    source.setToolTip(tr("Folders of interferograms, or displacement that somebody has made already."))
    prior.addItem(tr("Storage from a file"), STORAGE_FILE)
    prior.addItem(tr("Catchment model, run with weather and parameters"), CATCHMENT)
    prior.addItem(tr("No model: storage from displacement and stations alone"), NO_MODEL)
    prior.addItem(tr("Nothing: the study ends with displacement"), DISPLACEMENT_ONLY)
    prior.setAccessibleName(tr("Water storage before the correction"))
    prior.setToolTip(tr("What the displacement corrects. A land model gives the details that the ground cannot tell."))
    velocity.setRange(0.0, 1e6)
    velocity.setValue(5.0)
    velocity.setSuffix(tr(" mm/yr"))
    velocity.setAccessibleName(tr("Fastest motion kept"))
    velocity.setToolTip(
        tr("Pixels that move faster in the line of sight are left out: wells, landslides and faults are no water load.")
    )
    as_data.setText(tr("Use it as data, too, not for comparison only"))
    as_data.setToolTip(
        tr("Every fourth month is left out to judge by. The comparison with GRACE is then no independent one.")
    )
    for widget in (source, prior, velocity, as_data):
        widget.setWhatsThis(widget.toolTip())
    return source, prior, velocity, as_data

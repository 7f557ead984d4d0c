"""The widgets of the dock and how they lie; no logic but theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing.translation import tr
from .canvas import ChartCanvas
from .picture import Picture
from .sources import SeriesFile


class DockWidgets(QWidget):
    """File lists, buttons, message and chart."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files: list[SeriesFile] = []
        self.file = _list(tr("File"), tr("Groundswell file whose series are shown"))
        self.grace = _list(tr("GRACE"), tr("GRACE storage to draw on the same axis"))
        self.pick = _button(tr("Pick"), tr("Show the series of the place that you click on the map (Alt+P)"))
        self.pick.setCheckable(True)
        self.pick.setShortcut(QKeySequence("Alt+P"))
        self.browse = _button(tr("Open..."), tr("Open a file that is not in the project"))
        self.export = _button(tr("Export"), tr("Save the series as a table, or the chart as a picture"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export)
        self.save_table = QAction(tr("Series as CSV..."), menu)
        self.save_chart = QAction(tr("Chart as PNG, SVG or PDF..."), menu)
        menu.addActions([self.save_table, self.save_chart])
        self.export.setMenu(menu)
        self.export.setEnabled(False)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.setAccessibleName(tr("Message"))
        self.chart = ChartCanvas(self)
        self.chart.setAccessibleName(tr("Chart of the series"))
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for name, widget in ((tr("File"), self.file), (tr("GRACE"), self.grace)):
            label = QLabel(f"{name}:")
            label.setBuddy(widget)
            row.addWidget(label)
            row.addWidget(widget, 2)
        for button in (self.browse, self.pick, self.export):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.chart, 1)

    def list_files(self, files: Sequence[SeriesFile]) -> None:
        """Offer these files; keep the choice where it is still among them, else take the most telling one."""
        before, before_grace = self.chosen_file(), self.chosen_grace()
        new_grace = [one.path for one in files if one.kind == "grace" and one not in self._files]
        self._files = list(files)
        self.file.clear()
        self.grace.clear()
        self.grace.addItem(tr("none"), "")
        for one in files:
            self.file.addItem(one.label, str(one.path))
            if one.kind == "grace":
                self.grace.addItem(one.label, str(one.path))
        order = ("analysis", "vertical", "displacement", "storage", "grace")
        ranked = sorted(files, key=lambda one: order.index(one.kind))
        self.choose(
            before.path if before else (ranked[0].path if ranked else None),
            before_grace.path if before_grace else (new_grace[0] if new_grace else None),
        )

    def choose(self, file: Path | None, grace: Path | None) -> None:
        """Select a file, and GRACE where given."""
        for box, path in ((self.file, file), (self.grace, grace)):
            number = box.findData(str(path)) if path is not None else -1
            if number >= 0:
                box.setCurrentIndex(number)

    def chosen_file(self) -> SeriesFile | None:
        """Return the file that is selected."""
        return self._chosen(self.file)

    def chosen_grace(self) -> SeriesFile | None:
        """Return the GRACE file that is selected, or None."""
        return self._chosen(self.grace)

    def _chosen(self, box: QComboBox) -> SeriesFile | None:
        return next((one for one in self._files if str(one.path) == box.currentData()), None)

    def say(self, text: str) -> None:
        """Show a message, or hide the line."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def show_picture(self, picture: Picture | None) -> None:
        """Draw a picture, or clear the chart."""
        self.export.setEnabled(picture is not None)
        self.chart.figure.clear()
        if picture is not None:
            axes = self.chart.figure.add_subplot()
            picture.draw(axes)
            axes.set_title(picture.title, loc="right", fontsize=8, color="#6f6f6f")
            self.chart.setAccessibleDescription(", ".join(one.label for one in picture.series))
        self.chart.draw_idle()


def _list(name: str, tip: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setAccessibleDescription(tip)
    return button

"""The widgets of the dock and how they lie; no logic but theirs."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import QSize, Qt
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

from ..core.charts.style import font_families
from ..processing.translation import tr
from .canvas import ChartCanvas, ZoomToolbar
from .picture import Picture
from .sources import SeriesFile

_RANK = ("analysis", "vertical", "displacement", "storage", "grace")


class DockWidgets(QWidget):
    """File lists, buttons, message and chart."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files: list[SeriesFile] = []
        self.file = _list(tr("File"), tr("Groundswell file whose series are shown"))
        self.grace = _list(tr("GRACE"), tr("GRACE storage to draw on the same axis"))
        self.browse = _button(tr("Open..."), tr("Open a file that is not in the project (Alt+O)"), "Alt+O")
        self._make_buttons()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.setAccessibleName(tr("Message"))
        self.chart = ChartCanvas(self)
        self.chart.setAccessibleName(tr("Chart of the series"))
        self.zoom = ZoomToolbar(self.chart, self)
        self.zoom.setIconSize(QSize(16, 16))
        self._lay_out()

    def _make_buttons(self) -> None:
        self.pick = _button(tr("Point"), tr("Click on the map to see the series there (Alt+P)"), "Alt+P", True)
        self.area = _button(
            tr("Area"),
            tr("Draw a polygon on the map to see its mean: click its corners, end with a right click (Alt+A)"),
            "Alt+A",
            True,
        )
        self.reference = _button(
            tr("Reference"),
            tr("Click on the map to see displacement relative to that place; press again to undo (Alt+R)"),
            "Alt+R",
            True,
        )
        self.hold = _button(tr("Hold"), tr("Keep this series in the chart to compare others with it (Alt+H)"), "Alt+H")
        self.clear = _button(tr("Clear"), tr("Drop the held series (Alt+C)"), "Alt+C")
        self.innovations = _button(
            tr("Innovations"), tr("Draw the normalized innovations of an analysis below (Alt+I)"), "Alt+I", True
        )
        self.report = _button(tr("Report"), tr("Open the report that lies beside the file (Alt+T)"), "Alt+T")
        self.model = _button(tr("Model"), tr("Fit a model to the series and draw its residuals"))
        menu = _menu(self.model)
        self.linear, self.annual = QAction(tr("Rate"), menu), QAction(tr("Annual cycle"), menu)
        for action in (self.linear, self.annual):
            action.setCheckable(True)
        self.steps = QAction(tr("Steps..."), menu)
        menu.addActions([self.linear, self.annual, self.steps])
        self.export = _button(tr("Export"), tr("Save the series as a table, or the chart as a picture"))
        menu = _menu(self.export)
        self.save_table = QAction(tr("Series as CSV..."), menu)
        self.save_chart = QAction(tr("Chart as PNG, SVG or PDF..."), menu)
        menu.addActions([self.save_table, self.save_chart])
        self.page = _button(tr("Page"), tr("Make a page to print with map, chart and legend (Alt+G)"), "Alt+G")
        for button in (self.hold, self.export, self.page, self.report):
            button.setEnabled(False)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """All buttons in their order."""
        return (
            self.pick,
            self.area,
            self.reference,
            self.hold,
            self.clear,
            self.model,
            self.innovations,
            self.report,
            self.page,
            self.export,
        )

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        for name, widget in ((tr("File"), self.file), (tr("GRACE"), self.grace)):
            label = QLabel(f"{name}:")
            label.setBuddy(widget)
            files.addWidget(label)
            files.addWidget(widget, 2)
        files.addWidget(self.browse)
        tools = QHBoxLayout()
        for button in self.buttons:
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(3)
        for part in (files, tools):
            column.addLayout(part)
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
        best = min(files, key=lambda one: _RANK.index(one.kind), default=None)
        self.choose(
            before.path if before else (best.path if best else None),
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
        for button in (self.hold, self.export, self.page):
            button.setEnabled(picture is not None)
        axes = self.chart.fresh_axes(picture.panels if picture is not None else ())
        if picture is not None:
            picture.draw(axes)
            fonts = font_families(picture.title)
            axes[0].set_title(picture.title, loc="right", fontsize=8, color="#6f6f6f", fontfamily=fonts)
            for ax in axes:
                # The dock is low: a long label in one line would reach over its panel.
                ax.set_ylabel(textwrap.fill(ax.get_ylabel(), 16), fontsize=8)
            self.chart.setToolTip(picture.band)
            self.chart.setAccessibleDescription(", ".join(one.label for one in picture.series))
        self.zoom.update()
        self.chart.draw_idle()


def _list(name: str, tip: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _button(text: str, tip: str, shortcut: str = "", checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setAccessibleDescription(tip)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if shortcut:
        button.setShortcut(QKeySequence(shortcut))
    return button


def _menu(button: QToolButton) -> QMenu:
    menu = QMenu(button)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    return menu

"""The widgets of the dock and how they lie; no logic but theirs."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

from matplotlib.axes import Axes
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.charts.fits import FitOptions
from ..core.charts.style import font_families
from ..processing.translation import tr
from .canvas import ChartCanvas, ZoomToolbar
from .kept import KeptList
from .picture import Picture
from .place import Place
from .profile import ProfilePicture
from .sources import SeriesFile

_CHART_SHARE = 0.9  # of the figure's width, at least, lies between the axis' labels and the right side
_RANK = ("analysis", "vertical", "displacement", "storage", "grace")


class DockWidgets(QWidget):
    """File lists, buttons, message, chart and the list of kept series.

    Parameters
    ----------
    parent : QWidget
        The dock.
    settings : callable
        Returns the model and reference that a kept series may be given.
    """

    def __init__(self, parent: QWidget, settings: Callable[[], tuple[FitOptions, Place | None]]) -> None:
        super().__init__(parent)
        self._files: list[SeriesFile] = []
        self.file = _list(tr("File"), tr("Groundswell file whose series are shown"))
        self.grace = _list(tr("GRACE"), tr("GRACE storage to draw on the same axis"))
        self.browse = _button(tr("Open..."), tr("Open a file that is not in the project (Alt+O)"), "Alt+O")
        self.kept = KeptList(self, settings)
        self._make_buttons()
        self.file.currentIndexChanged.connect(self._offer_innovations)
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
        self.line = _button(
            tr("Profile"),
            tr("Draw a line on the map to see the values along it: click its corners, end with a right click (Alt+L)"),
            "Alt+L",
            True,
        )
        menu = QMenu(self.line)
        self.line.setMenu(menu)
        self.line.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.dates = QAction(tr("Dates of the profile..."), menu)
        menu.addAction(self.dates)
        self.reference = _button(
            tr("Reference"),
            tr("Click on the map to see displacement relative to that place; press again to undo (Alt+R)"),
            "Alt+R",
            True,
        )
        self.hold = _button(tr("Hold"), tr("Keep this series in the chart to compare others with it (Alt+H)"), "Alt+H")
        self.clear = _button(tr("Clear"), tr("Drop the kept series (Alt+C)"), "Alt+C")
        self.also = _button(tr("More files"), tr("Draw the series of further files at the same place"))
        _menu(self.also)
        self.also.menu().setToolTipsVisible(True)
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
        self.save_film = QAction(tr("Map over time as GIF or MP4..."), menu)
        menu.addActions([self.save_table, self.save_chart, self.save_film])
        self.page = _button(tr("Page"), tr("Make a page to print with map, chart and legend (Alt+G)"), "Alt+G")
        for button in (self.hold, self.page, self.report):
            button.setEnabled(False)
        self._allow_export(False)

    def _allow_export(self, allowed: bool) -> None:
        """Series and chart need a chart; the film needs only the map."""
        for action in (self.save_table, self.save_chart):
            action.setEnabled(allowed)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """All buttons in their order."""
        return (
            self.pick,
            self.area,
            self.line,
            self.reference,
            self.hold,
            self.clear,
            self.also,
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
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.chart)
        split.addWidget(self.kept)
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)

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
        self._list_more()
        best = min(files, key=lambda one: _RANK.index(one.kind), default=None)
        self.choose(
            before.path if before else (best.path if best else None),
            before_grace.path if before_grace else (new_grace[0] if new_grace else None),
        )

    def _list_more(self) -> None:
        """Offer every file to be drawn with the chosen one; those that are ticked stay so."""
        before, menu = {one.path for one in self.chosen_more()}, self.also.menu()
        menu.clear()
        for one in self._files:
            action = menu.addAction(one.label)
            action.setCheckable(True)
            action.setChecked(one.path in before)
            action.setData(str(one.path))
            action.setToolTip(str(one.path))
        self.also.setEnabled(len(self._files) > 1)

    def chosen_more(self) -> tuple[SeriesFile, ...]:
        """Return the further files that are ticked."""
        ticked = {action.data() for action in self.also.menu().actions() if action.isChecked()}
        return tuple(one for one in self._files if str(one.path) in ticked)

    def tick_more(self, paths: Sequence[Path]) -> None:
        """Tick these further files and no others."""
        for action in self.also.menu().actions():
            action.setChecked(Path(action.data()) in paths)

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

    def _offer_innovations(self, *_: int) -> None:
        """Only an analysis has innovations."""
        file = self.chosen_file()
        self.innovations.setEnabled(file is None or file.kind == "analysis")

    def _chosen(self, box: QComboBox) -> SeriesFile | None:
        return next((one for one in self._files if str(one.path) == box.currentData()), None)

    def say(self, text: str) -> None:
        """Show a message, or hide the line."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _entitle(self, ax: Axes, title: str) -> None:
        """Write file and place beside the legend; the place alone, or nothing, where the legend leaves no room."""
        legend = ax.get_legend()
        renderer = self.chart.get_renderer()
        taken = 0.0 if legend is None else legend.get_window_extent(renderer).width
        room = _CHART_SHARE * self.chart.figure.bbox.width - taken
        for text in (title, title.partition("  ")[2]):
            fonts = font_families(text)
            written = ax.set_title(text, loc="right", fontsize=8, color="#6f6f6f", fontfamily=fonts)
            if written.get_window_extent(renderer).width <= room:
                return
        written.set_text("")

    def show_picture(self, picture: Picture | ProfilePicture | None) -> list[Axes]:
        """Draw a picture, or clear the chart; return its axes."""
        series = isinstance(picture, Picture)
        self.hold.setEnabled(series)
        self.page.setEnabled(picture is not None)
        self._allow_export(picture is not None)
        axes = self.chart.fresh_axes(picture.panels if picture is not None else ())
        if picture is not None:
            picture.draw(axes)
            self._entitle(axes[0], picture.title)
            for ax in axes:
                # The dock is low: a long label in one line would reach over its panel.
                ax.set_ylabel(textwrap.fill(ax.get_ylabel(), 16), fontsize=8)
            self.chart.setToolTip(picture.band)
            self.chart.setAccessibleDescription(", ".join(one.label for one in picture.series) or picture.title)
        self.chart.lay_out()
        self.chart.take_colours()
        self.zoom.update()
        self.chart.draw_idle()
        return axes


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

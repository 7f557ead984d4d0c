"""Rows of the guided run: an entry, and below it what was found there, what is missing or what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ..core.errors import GroundswellError
from ..core.files.recognition import recognise
from ..core.findings.inputs import Finding
from ..processing.input_files import file_of
from ..processing.translation import tr
from .dropping import sentence
from .parameter_widgets import layers_button

_GOOD, _BAD = ("#2b5d34", "#8fd6a0"), ("#a11d2e", "#ff9ea8")
"""On a light and on a dark ground, each with a contrast of more than 4.5."""
_DARK = 128  # lightness of a window below which its theme is dark


def shade(widget: QWidget, good: bool) -> str:
    """Return the colour of a remark that can be read in the widget's theme."""
    dark = widget.palette().color(widget.backgroundRole()).lightness() < _DARK
    return (_GOOD if good else _BAD)[dark]


class Row(QWidget):
    """An entry with a line of remarks.

    Parameters
    ----------
    label : str
        For screen readers.
    text : str
        What the entry is for: its tool tip and its help.
    """

    changed = pyqtSignal()

    def __init__(self, label: str, text: str) -> None:
        super().__init__()
        self.line = QHBoxLayout()
        self.line.setContentsMargins(0, 0, 0, 0)
        self.finding = QLabel()
        self.finding.setWordWrap(True)
        self.finding.setAccessibleName(tr("What was found: {}").format(label))
        self.finding.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addLayout(self.line)
        layout.addWidget(self.finding)
        self.setToolTip(text)
        self.setWhatsThis(text)

    def say(self, text: str, good: bool) -> None:
        """Show a remark, or none where the text is empty."""
        self.finding.setText(text)
        self.finding.setStyleSheet(f"color: {shade(self, good)}")
        self.finding.setVisible(bool(text))

    def add_button(self, text: str, tip: str, slot: Callable[[], Any]) -> QToolButton:
        """Add a button at the end of the line."""
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda *_: slot())
        self.line.addWidget(button)
        return button


class TextRow(Row):
    """An entry of text."""

    def __init__(self, label: str, text: str, placeholder: str = "") -> None:
        super().__init__(label, text)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label)
        self.edit.textChanged.connect(self.changed)
        self.line.addWidget(self.edit)

    @property
    def value(self) -> str:
        """The text without blanks around it."""
        return str(self.edit.text()).strip()

    def set(self, value: str) -> None:
        """Fill the entry."""
        self.edit.setText(value)


class PathRow(Row):
    """A file or folder, chosen by either kind of dialog, by a loaded layer, or written.

    Parameters
    ----------
    label, text : str
        As in :class:`Row`.
    find : callable
        Returns what a path holds.
    folder, file : bool
        Whether a folder and whether a file can be given.
    layers : set of str, optional
        Endings of files that loaded layers show; none where no layer can be taken.
    placeholder : str
        Shown while the entry is empty.
    new : bool
        Whether the path may be one that is still to be made.
    """

    def __init__(
        self,
        label: str,
        text: str,
        find: Callable[[Path], Finding] | None,
        *,
        folder: bool = True,
        file: bool = True,
        layers: set[str] | None = None,
        placeholder: str = "",
        new: bool = False,
    ) -> None:
        super().__init__(label, text)
        self._find, self._label, self._new = find, label, new
        self.found = Finding("")
        self.path = QgsFileWidget()
        modes = QgsFileWidget.StorageMode
        self.path.setStorageMode(modes.GetFile if file else modes.GetDirectory)
        self.path.setDialogTitle(label)
        self.path.setAccessibleName(label)
        self.path.lineEdit().setAccessibleName(label)
        self.path.lineEdit().setPlaceholderText(placeholder)
        self.line.addWidget(self.path)
        if folder and file:
            self.add_button(tr("Folder"), tr("Choose a folder instead of a file"), self._choose_folder)
        if layers is not None:
            button = layers_button(self, layers)
            button.menu().triggered.connect(lambda action: self.set(action.data()))
            self.line.addWidget(button)
        self.path.fileChanged.connect(self.look)

    @property
    def value(self) -> str:
        """The path; '' where there is none."""
        return file_of(str(self.path.filePath()))

    @property
    def usable(self) -> bool:
        """Whether the study can use what the path holds."""
        return self.found.usable

    def set(self, value: str) -> None:
        """Fill the entry."""
        self.path.setFilePath(value)

    def look(self, *_: object) -> None:
        """Look at what the path holds."""
        self.found = Finding("")
        if self.value and self._find is not None:
            QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self.found = self._look(Path(self.value), self._find)
            finally:
                QgsApplication.restoreOverrideCursor()
        self.say(self.found.text, self.found.usable)
        self.changed.emit()

    def _look(self, path: Path, find: Callable[[Path], Finding]) -> Finding:
        if not path.exists() and not self._new:
            return Finding(tr("There is no such file or folder."), False)
        try:
            found = find(path)
        except GroundswellError as error:
            found = Finding(str(error), False)
        return found if found.usable else Finding(f"{found.text} {what_it_is(path)}".strip(), False)

    def _choose_folder(self) -> None:
        begin = self.value if Path(self.value).is_dir() else str(Path(self.value).parent)
        chosen = QFileDialog.getExistingDirectory(self, self._label, begin)
        if chosen:
            self.set(chosen)


def what_it_is(path: Path) -> str:
    """Say what a path that is of no use here holds, and which step takes it."""
    try:
        found = recognise(path)
    except GroundswellError:
        return ""
    return "" if found is None else sentence(path, found)

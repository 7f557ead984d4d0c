"""The list of kept series: what was kept, by which name and colour, with which settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from ..core.charts.fits import FitOptions
from ..core.charts.style import DISTINCT, MARKERS
from ..processing.translation import tr
from .place import Place
from .sources import SeriesFile

_LEAST_WIDTH = 150  # pixels
_LETTERS_SHOWN = 36
LETTERS = "ABCDEFGH"


@dataclass(frozen=True)
class Kept:
    """A series that stays in the chart.

    Attributes
    ----------
    name : str
        In the legend; the user may change it.
    file : SeriesFile
        Whose series.
    place : Place
        Where.
    number : int
        From 0 on: its letter, colour and form.
    fit : FitOptions
        Model that is fitted to it; empty for none.
    reference : Place or None
        Displacement is relative to this place.
    shown : bool
        Whether it is drawn.
    """

    name: str
    file: SeriesFile
    place: Place
    number: int
    fit: FitOptions = field(default_factory=lambda: FitOptions(linear=False))
    reference: Place | None = None
    shown: bool = True

    @property
    def colour(self) -> str:
        """Colour of its line and of its ring on the map."""
        return DISTINCT[1 + self.number]

    @property
    def marker(self) -> str:
        """Form of its points."""
        return MARKERS[1 + self.number]


class KeptList(QTreeWidget):
    """Shows the kept series; emits `changed` when one was renamed, hidden, shown, removed or set otherwise.

    Parameters
    ----------
    parent : QWidget
        That holds the list.
    settings : callable
        Returns the model and reference of the dock, which a kept series may be given.
    """

    changed = pyqtSignal()
    settings_wanted = pyqtSignal(object)
    export_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget, settings: Callable[[], tuple[FitOptions, Place | None]]) -> None:
        super().__init__(parent)
        self._settings, self._kept, self._filling = settings, [], False
        self.setHeaderLabels([tr("Kept series"), tr("File")])
        self.setRootIsDecorated(False)
        self.setAccessibleName(tr("Kept series"))
        self.setToolTip(tr("F2 renames, Del removes, a right click has more; ticked series are drawn"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._add_actions()
        self.itemChanged.connect(self._edited)
        self.setVisible(False)

    def _add_actions(self) -> None:
        self.actions_by_name: dict[str, QAction] = {}
        for name, text, slot, keys in (
            ("rename", tr("Rename"), self._rename, ""),
            ("remove", tr("Remove"), self.remove_chosen, "Del"),
            ("take", tr("Use its model and reference"), self._take_settings, ""),
            ("give", tr("Give it the dock's model and reference"), self._give_settings, ""),
            ("save", tr("Export the selected as CSV..."), lambda: self.export_wanted.emit(self.chosen()), ""),
            ("save_all", tr("Export all as CSV..."), lambda: self.export_wanted.emit(self.kept), ""),
        ):
            action = QAction(text, self)
            if keys:
                action.setShortcut(keys)
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda *_, slot=slot: slot())
            self.addAction(action)
            self.actions_by_name[name] = action

    @property
    def kept(self) -> tuple[Kept, ...]:
        """All, in their order."""
        return tuple(self._kept)

    def menu(self) -> QMenu:
        """Return a menu of what can be done, for a button."""
        menu = QMenu(self)
        menu.addActions(list(self.actions_by_name.values()))
        return menu

    def free_number(self) -> int | None:
        """Return the first number that no kept series has, or None where all are taken."""
        taken = {one.number for one in self._kept}
        return next((number for number in range(len(LETTERS)) if number not in taken), None)

    def keep(self, one: Kept) -> None:
        """Add a series."""
        self.set_kept((*self._kept, one))

    def set_kept(self, kept: tuple[Kept, ...]) -> None:
        """Show these and no others."""
        self._kept = list(kept)
        self._filling = True
        self.clear()
        for one in self._kept:
            item = QTreeWidgetItem([one.name, one.file.path.name])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if one.shown else Qt.CheckState.Unchecked)
            square = QPixmap(12, 12)
            square.fill(QColor(one.colour))
            item.setIcon(0, QIcon(square))
            item.setToolTip(0, f"{one.file.path}\n{one.place.name}")
            self.addTopLevelItem(item)
        self.resizeColumnToContents(0)
        # Wide enough for a place's name, so that it is not cut; a longer name of the user's own is scrolled to.
        widest = _LETTERS_SHOWN * self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(max(_LEAST_WIDTH, min(self.columnWidth(0) + 2 * self.frameWidth(), widest)))
        self.setVisible(bool(self._kept))
        self._filling = False
        self.changed.emit()

    def chosen(self) -> tuple[Kept, ...]:
        """Return those that are selected; where none is, the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._kept[row] for row in rows)

    def remove_chosen(self) -> None:
        """Drop those that are selected."""
        chosen = self.chosen()
        self.set_kept(tuple(one for one in self._kept if one not in chosen))

    def _rename(self) -> None:
        if self.currentItem() is not None:
            self.editItem(self.currentItem(), 0)

    def _take_settings(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.settings_wanted.emit(chosen[0])

    def _give_settings(self) -> None:
        chosen, (fit, reference) = self.chosen(), self._settings()
        self.set_kept(tuple(replace(one, fit=fit, reference=reference) if one in chosen else one for one in self._kept))

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling:
            return
        row = self.indexOfTopLevelItem(item)
        before = self._kept[row]
        shown = item.checkState(0) == Qt.CheckState.Checked
        self._kept[row] = replace(before, name=item.text(0).strip() or before.name, shown=shown)
        self._filling = True
        item.setText(0, self._kept[row].name)
        item.setText(1, before.file.path.name)  # the file's name is not for the user to write
        self._filling = False
        self.changed.emit()

"""A matplotlib figure in a Qt widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg, NavigationToolbar2QT
from matplotlib.figure import Figure
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QWidget

from ..core.charts.theme import adapt
from .theme import colours_of, ink_of

_LEFT, _RIGHT, _TOP, _LOW, _LOW_LABEL = 0.92, 0.25, 0.3, 0.28, 0.48  # inches around the panels
_BETWEEN = 0.25  # of a panel's mean height between panels


class ChartCanvas(FigureCanvasQTAgg):
    """Shows one chart of `core.charts`, drawn anew for each place, in the colours of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.figure = Figure(figsize=(8, 3))
        super().__init__(self.figure)
        self.setParent(parent)
        self.setPalette(QPalette())  # the window's own; matplotlib's canvas has a white one in any theme
        self.setMinimumHeight(160)
        self.take_colours()
        self.is_zooming = False
        """Whether a mouse on the chart zooms or pans it."""

    def fresh_axes(self, heights: Sequence[float] = ()) -> list[Axes]:
        """Return empty axes one above the other, of relative `heights`, on a common axis of time."""
        for ax in list(self.figure.axes):  # clearing them first, as `clear` does, takes longer than drawing the lines
            self.figure.delaxes(ax)
        if not heights:
            self.take_colours()
            return []
        axes = self.figure.subplots(len(heights), 1, sharex=True, height_ratios=heights, squeeze=False)
        return list(axes[:, 0])

    def lay_out(self) -> None:
        """Give the panels the room that their labels leave.

        Margins are as wide as the dock's labels, wrapped to three lines, and values of six letters need; to measure
        them at each click would take half of its time.
        """
        axes = self.figure.axes
        if not axes:
            return
        width, height = (float(side) for side in self.figure.get_size_inches())
        low = _LOW_LABEL if axes[-1].get_xlabel() else _LOW
        self.figure.subplots_adjust(
            left=min(_LEFT / width, 0.4),
            right=1.0 - min(_RIGHT / width, 0.1),
            bottom=min(low / height, 0.4),
            top=1.0 - min(_TOP / height, 0.3),
            hspace=_BETWEEN,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the margins."""
        super().resizeEvent(event)
        self.lay_out()

    def take_colours(self) -> None:
        """Give the finished chart the window's colours."""
        self.figure.set_facecolor("white")  # paper, also where it has had other colours before
        adapt(self.figure, *colours_of(self))


class ZoomToolbar(NavigationToolbar2QT):
    """Zoom, pan and back to the whole chart; saving is in the dock's own menu."""

    toolitems = tuple(item for item in NavigationToolbar2QT.toolitems if item[0] in ("Home", "Pan", "Zoom"))

    def __init__(self, canvas: ChartCanvas, parent: QWidget) -> None:
        super().__init__(canvas, parent, coordinates=False)
        self.take_colours()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the window's theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.take_colours()

    def take_colours(self) -> None:
        """Draw the icons, which are black, in the colour of the window's text: a dark theme hides black ones."""
        ink = QColor(ink_of(self))
        for action in self.actions():
            sizes = action.icon().availableSizes()
            if not sizes:
                continue
            picture = QPixmap(action.icon().pixmap(max(sizes, key=lambda size: size.width())))
            painter = QPainter(picture)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(picture.rect(), ink)
            painter.end()
            action.setIcon(QIcon(picture))

    def pan(self, *arguments: Any) -> None:
        """Pan with the mouse, or leave off."""
        super().pan(*arguments)
        self.canvas.is_zooming = bool(self.mode)

    def zoom(self, *arguments: Any) -> None:
        """Zoom with the mouse, or leave off."""
        super().zoom(*arguments)
        self.canvas.is_zooming = bool(self.mode)

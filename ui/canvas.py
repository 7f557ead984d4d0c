"""A matplotlib figure in a Qt widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg, NavigationToolbar2QT
from matplotlib.figure import Figure
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from qgis.PyQt.QtWidgets import QWidget

from ..core.charts.theme import adapt
from .theme import colours_of, ink_of


class ChartCanvas(FigureCanvasQTAgg):
    """Shows one chart of `core.charts`, drawn anew for each place, in the colours of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.figure = Figure(figsize=(8, 3), layout="constrained")
        super().__init__(self.figure)
        self.setParent(parent)
        self.setPalette(QPalette())  # the window's own; matplotlib's canvas has a white one in any theme
        self.setMinimumHeight(160)
        self.take_colours()
        self.is_zooming = False
        """Whether a mouse on the chart zooms or pans it."""

    def fresh_axes(self, heights: Sequence[float] = ()) -> list[Axes]:
        """Return empty axes one above the other, of relative `heights`, on a common axis of time."""
        self.figure.clear()
        if not heights:
            self.take_colours()
            return []
        axes = self.figure.subplots(len(heights), 1, sharex=True, height_ratios=heights, squeeze=False)
        return list(axes[:, 0])

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

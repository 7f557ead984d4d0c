"""A matplotlib figure in a Qt widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg, NavigationToolbar2QT
from matplotlib.figure import Figure
from qgis.PyQt.QtWidgets import QWidget

from ..core.charts.theme import adapt
from .theme import colours_of


class ChartCanvas(FigureCanvasQTAgg):
    """Shows one chart of `core.charts`, drawn anew for each place, in the colours of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.figure = Figure(figsize=(8, 3), layout="constrained")
        super().__init__(self.figure)
        self.setParent(parent)
        self.setMinimumHeight(160)
        self.is_zooming = False
        """Whether a mouse on the chart zooms or pans it."""

    def fresh_axes(self, heights: Sequence[float] = ()) -> list[Axes]:
        """Return empty axes one above the other, of relative `heights`, on a common axis of time."""
        self.figure.clear()
        self.figure.set_facecolor("white")
        if not heights:
            self.take_colours()
            return []
        axes = self.figure.subplots(len(heights), 1, sharex=True, height_ratios=heights, squeeze=False)
        return list(axes[:, 0])

    def take_colours(self) -> None:
        """Give the finished chart the window's colours."""
        adapt(self.figure, *colours_of(self))


class ZoomToolbar(NavigationToolbar2QT):
    """Zoom, pan and back to the whole chart; saving is in the dock's own menu."""

    toolitems = tuple(item for item in NavigationToolbar2QT.toolitems if item[0] in ("Home", "Pan", "Zoom"))

    def __init__(self, canvas: ChartCanvas, parent: QWidget) -> None:
        super().__init__(canvas, parent, coordinates=False)

    def pan(self, *arguments: Any) -> None:
        """Pan with the mouse, or leave off."""
        super().pan(*arguments)
        self.canvas.is_zooming = bool(self.mode)

    def zoom(self, *arguments: Any) -> None:
        """Zoom with the mouse, or leave off."""
        super().zoom(*arguments)
        self.canvas.is_zooming = bool(self.mode)

"""A matplotlib figure in a Qt widget."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg, NavigationToolbar2QT
from matplotlib.figure import Figure
from qgis.PyQt.QtWidgets import QWidget


class ChartCanvas(FigureCanvasQTAgg):
    """Shows one chart of `core.charts`, drawn anew for each place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.figure = Figure(figsize=(8, 3), layout="constrained")
        super().__init__(self.figure)
        self.setParent(parent)
        self.setMinimumHeight(160)

    def fresh_axes(self, heights: Sequence[float] = ()) -> list[Axes]:
        """Return empty axes one above the other, of relative `heights`, on a common axis of time."""
        self.figure.clear()
        if not heights:
            return []
        axes = self.figure.subplots(len(heights), 1, sharex=True, height_ratios=heights, squeeze=False)
        return list(axes[:, 0])


class ZoomToolbar(NavigationToolbar2QT):
    """Zoom, pan and back to the whole chart; saving is in the dock's own menu."""

    toolitems = tuple(item for item in NavigationToolbar2QT.toolitems if item[0] in ("Home", "Pan", "Zoom"))

    def __init__(self, canvas: ChartCanvas, parent: QWidget) -> None:
        super().__init__(canvas, parent, coordinates=False)

"""A matplotlib figure in a Qt widget."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from qgis.PyQt.QtWidgets import QWidget


class ChartCanvas(FigureCanvasQTAgg):
    """Shows one chart of `core.charts`, drawn anew for each point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.figure = Figure(figsize=(8, 3), layout="constrained")
        super().__init__(self.figure)
        self.setParent(parent)
        self.setMinimumHeight(160)

    def fresh_axes(self) -> Axes:
        """Return empty axes."""
        self.figure.clear()
        return self.figure.add_subplot()

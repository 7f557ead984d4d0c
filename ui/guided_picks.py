"""Places and areas of the guided run that are picked on the map: the window steps aside and comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..core.files.outputs import write_text
from ..processing.translation import tr
from .map_tools import AreaTool, PointTool

COLOUR = "#b2283a"


class MapPicks(QObject):
    """Lends the map to a tool until something was picked or another tool was taken.

    Parameters
    ----------
    canvas : QgsMapCanvas
        To pick on.
    window : QWidget
        Hidden meanwhile.
    """

    def __init__(self, canvas: QgsMapCanvas, window: QWidget) -> None:
        super().__init__(window)
        self._canvas, self._window = canvas, window
        self._tool: QgsMapTool | None = None
        self._before: QgsMapTool | None = None

    def pick_place(self, take: Callable[[str], Any]) -> None:
        """Hand ``lon,lat`` of the next click to `take`."""
        tool = PointTool(self._canvas)
        tool.picked.connect(lambda place: self._end(lambda: take(f"{place.x():.5f},{place.y():.5f}")))
        self._begin(tool)

    def draw_area(self, take: Callable[[list[tuple[float, float]]], Any]) -> None:
        """Hand the corners of the next polygon, longitude and latitude, to `take`."""
        tool = AreaTool(self._canvas, COLOUR)
        tool.drawn.connect(lambda corners: self._end(lambda: take(corners)))
        self._begin(tool)

    def _begin(self, tool: QgsMapTool) -> None:
        self._tool, self._before = tool, self._canvas.mapTool()
        tool.refused.connect(self._refuse)
        tool.deactivated.connect(self._left)
        self._canvas.setMapTool(tool)
        self._window.hide()

    def _refuse(self, text: str) -> None:
        self._end(lambda: QMessageBox.warning(self._window, "Groundswell", text))

    def _left(self) -> None:
        """Show the window again: the user has taken another tool."""
        self._before = None
        self._end()

    def _end(self, then: Callable[[], Any] | None = None) -> None:
        """Give the map back and show the window again."""
        tool, self._tool = self._tool, None
        if tool is None:
            return
        if isinstance(tool, AreaTool):
            tool.clear()
            tool.remove()
        self._canvas.unsetMapTool(tool)
        if self._before is not None:
            self._canvas.setMapTool(self._before)
        tool.deleteLater()
        self._window.show()
        self._window.raise_()
        if then is not None:
            then()


def write_area(path: Path, corners: list[tuple[float, float]]) -> None:
    """Write a polygon as GeoJSON.

    Parameters
    ----------
    path : Path
        Of the file.
    corners : list of (longitude, latitude)
        In order, the first not repeated.

    Raises
    ------
    OutputError
        Where it cannot be written.
    """
    ring = [list(corner) for corner in (*corners, corners[0])]
    feature = {
        "type": "Feature",
        "properties": {"name": tr("drawn on the map")},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    write_text(path, json.dumps({"type": "FeatureCollection", "features": [feature]}) + "\n")

"""Picking places on the map: the tools answer in longitude and latitude, markers show what was picked."""

from __future__ import annotations

import math
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsMapToolEmitPoint, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..processing.translation import tr

WGS84 = "EPSG:4326"


def to_lon_lat(canvas: QgsMapCanvas, point: QgsPointXY) -> QgsPointXY:
    """Return a point of the map in longitude and latitude."""
    map_crs = canvas.mapSettings().destinationCrs()
    return _transform(map_crs, QgsCoordinateReferenceSystem(WGS84)).transform(point)


def to_map(canvas: QgsMapCanvas, lon_lat: QgsPointXY) -> QgsPointXY:
    """Return a point given by longitude and latitude in the map's reference system."""
    map_crs = canvas.mapSettings().destinationCrs()
    return _transform(QgsCoordinateReferenceSystem(WGS84), map_crs).transform(lon_lat)


def place_of(canvas: QgsMapCanvas, point: QgsPointXY) -> QgsPointXY | None:
    """Return a point of the map in longitude and latitude; None where it is none, as on a map without CRS in metres."""
    try:
        place = to_lon_lat(canvas, point)
    except QgsCsException:
        return None
    return place if _on_earth(place) else None


def _on_earth(place: QgsPointXY) -> bool:
    return math.isfinite(place.x()) and abs(place.x()) <= 360.0 and abs(place.y()) <= 90.0


def nowhere() -> str:
    """Return what to say of a click that is no place on Earth."""
    return tr(
        "This is no place on Earth in the map's reference system. Set the project's reference system (lower right of "
        "the window) and click again."
    )


def _before_another_project() -> Any:
    """Return the signal of a project that is being left; before QGIS 3.32 only of one that has been."""
    project = QgsProject.instance()
    return getattr(project, "aboutToBeCleared", project.cleared)


def _transform(source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(source, target, QgsProject.instance())


class PointTool(QgsMapToolEmitPoint):
    """Emits `picked` with longitude and latitude of every click, `refused` with a sentence where that is no place."""

    picked = pyqtSignal(QgsPointXY)
    refused = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.canvasClicked.connect(self._clicked)

    def _clicked(self, point: QgsPointXY, button: Qt.MouseButton) -> None:
        if button != Qt.MouseButton.LeftButton:
            return
        place = place_of(self._canvas, point)
        if place is None:
            self.refused.emit(nowhere())
        else:
            self.picked.emit(place)


class AreaTool(QgsMapTool):
    """Draws a polygon: left click adds a corner, right click or Enter ends it, Escape begins anew.

    Emits `drawn` with the corners, a list of (longitude, latitude), and `refused` with a sentence where one of them is
    no place.
    """

    drawn = pyqtSignal(list)
    refused = pyqtSignal(str)
    _shape = QgsWkbTypes.GeometryType.PolygonGeometry
    _fewest = 3

    def __init__(self, canvas: QgsMapCanvas, colour: str) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._corners: list[QgsPointXY] = []
        self._band = QgsRubberBand(canvas, self._shape)
        line, fill = QColor(colour), QColor(colour)
        fill.setAlpha(40)
        self._band.setStrokeColor(line)
        self._band.setFillColor(fill)
        self._band.setWidth(2)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Add a corner, or end the polygon."""
        if event.button() == Qt.MouseButton.RightButton:
            self._end()
            return
        if not self._corners:
            self._band.reset(self._shape)
        self._corners.append(self.toMapCoordinates(event.pos()))
        self._band.addPoint(self._corners[-1])

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Let the polygon follow the pointer."""
        if self._corners:
            self._band.movePoint(self.toMapCoordinates(event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """End or drop the polygon."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()

    def _end(self) -> None:
        corners, self._corners = self._corners, []
        if len(corners) < self._fewest:
            self.clear()
            return
        places = [place_of(self._canvas, corner) for corner in corners]
        if None in places:
            self.clear()
            self.refused.emit(nowhere())
            return
        self.drawn.emit([(place.x(), place.y()) for place in places])

    def clear(self) -> None:
        """Take the polygon off the map."""
        self._corners = []
        self._band.reset(self._shape)

    def remove(self) -> None:
        """Take the polygon's drawing off the canvas for good."""
        self._canvas.scene().removeItem(self._band)


class LineTool(AreaTool):
    """Draws a line in the same way; two corners are enough."""

    _shape = QgsWkbTypes.GeometryType.LineGeometry
    _fewest = 2


class PlaceMarker:
    """A ring on the map at the place whose series is shown.

    Parameters
    ----------
    canvas : QgsMapCanvas
        To draw on.
    colour : str
        As ``#rrggbb``.
    square : bool
        A square instead of a ring.
    """

    def __init__(self, canvas: QgsMapCanvas, colour: str, square: bool = False) -> None:
        self._canvas, self._place = canvas, QgsPointXY()
        self._marker = QgsVertexMarker(canvas)
        icons = QgsVertexMarker.IconType
        self._marker.setIconType(icons.ICON_BOX if square else icons.ICON_CIRCLE)
        self._marker.setColor(QColor(colour))
        self._marker.setFillColor(QColor(255, 255, 255, 120))
        self._marker.setIconSize(12)
        self._marker.setPenWidth(3)
        self._marker.hide()
        canvas.destinationCrsChanged.connect(self._place_again)
        # A place of one project means nothing in the next, and its reference system changes while it is being read.
        _before_another_project().connect(self.hide)

    def show_at(self, lon_lat: QgsPointXY) -> None:
        """Put the ring at a place."""
        self._place = QgsPointXY(lon_lat)
        self._place_again()

    def hide(self) -> None:
        """Take the ring off the map until the next place."""
        self._place = QgsPointXY()
        self._marker.hide()

    def _place_again(self) -> None:
        self._marker.hide()
        if self._place.isEmpty() or not _on_earth(self._place):
            return
        try:
            centre = to_map(self._canvas, self._place)
        except QgsCsException:  # a place that this projection cannot show
            return
        if math.isfinite(centre.x()) and math.isfinite(centre.y()):
            self._marker.setCenter(centre)
            self._marker.show()

    def remove(self) -> None:
        """Take the ring off the map."""
        self._canvas.destinationCrsChanged.disconnect(self._place_again)
        _before_another_project().disconnect(self.hide)
        self._canvas.scene().removeItem(self._marker)

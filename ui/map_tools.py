"""Picking a place on the map: the tool answers in longitude and latitude, the marker shows what was picked."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapToolEmitPoint, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

WGS84 = "EPSG:4326"


def to_lon_lat(canvas: QgsMapCanvas, point: QgsPointXY) -> QgsPointXY:
    """Return a point of the map in longitude and latitude."""
    map_crs = canvas.mapSettings().destinationCrs()
    return _transform(map_crs, QgsCoordinateReferenceSystem(WGS84)).transform(point)


def to_map(canvas: QgsMapCanvas, lon_lat: QgsPointXY) -> QgsPointXY:
    """Return a point given by longitude and latitude in the map's reference system."""
    map_crs = canvas.mapSettings().destinationCrs()
    return _transform(QgsCoordinateReferenceSystem(WGS84), map_crs).transform(lon_lat)


def _transform(source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(source, target, QgsProject.instance())


class PointTool(QgsMapToolEmitPoint):
    """Emits `picked` with longitude and latitude of every click."""

    picked = pyqtSignal(QgsPointXY)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.canvasClicked.connect(self._clicked)

    def _clicked(self, point: QgsPointXY, button: Qt.MouseButton) -> None:
        if button == Qt.MouseButton.LeftButton:
            self.picked.emit(to_lon_lat(self._canvas, point))


class PlaceMarker:
    """A ring on the map at the place whose series is shown.

    Parameters
    ----------
    canvas : QgsMapCanvas
        To draw on.
    colour : str
        As ``#rrggbb``.
    """

    def __init__(self, canvas: QgsMapCanvas, colour: str) -> None:
        self._canvas, self._place = canvas, QgsPointXY()
        self._marker = QgsVertexMarker(canvas)
        self._marker.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
        self._marker.setColor(QColor(colour))
        self._marker.setFillColor(QColor(255, 255, 255, 120))
        self._marker.setIconSize(12)
        self._marker.setPenWidth(3)
        self._marker.hide()
        canvas.destinationCrsChanged.connect(self._place_again)

    def show_at(self, lon_lat: QgsPointXY) -> None:
        """Put the ring at a place."""
        self._place = QgsPointXY(lon_lat)
        self._place_again()

    def _place_again(self) -> None:
        if self._place.isEmpty():
            return
        try:
            self._marker.setCenter(to_map(self._canvas, self._place))
        except QgsCsException:  # a place that this projection cannot show
            self._marker.hide()
            return
        self._marker.show()

    def remove(self) -> None:
        """Take the ring off the map."""
        self._canvas.destinationCrsChanged.disconnect(self._place_again)
        self._canvas.scene().removeItem(self._marker)

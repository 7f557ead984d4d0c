"""Places picked on the map: none where the map's reference system has none, and no marker in the next project."""

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt


def crs(name=""):
    return QgsCoordinateReferenceSystem(name) if name else QgsCoordinateReferenceSystem()


def marker_of(canvas):
    from groundswell.ui.map_tools import PlaceMarker

    canvas.resize(200, 200)
    return PlaceMarker(canvas, "#b2283a")


def test_a_click_in_a_project_without_crs_is_no_place_and_leaves_no_marker(qgis_app, qgis_new_project, tmp_path):
    from groundswell.ui.map_tools import PointTool

    project = QgsProject.instance()
    project.setCrs(crs("EPSG:32648"))
    assert project.write(str(tmp_path / "metres.qgz"))
    project.clear()
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(crs())
    tool, said, picked = PointTool(canvas), [], []
    tool.refused.connect(said.append)
    tool.picked.connect(picked.append)
    tool.canvasClicked.emit(QgsPointXY(500_000, 2_800_000), Qt.MouseButton.LeftButton)
    assert picked == []
    assert "reference system" in said[0]
    # A marker that was put at such a place, and the project that is opened then with a system in metres.
    marker = marker_of(canvas)
    marker.show_at(QgsPointXY(500_000, 2_800_000))
    assert not marker._marker.isVisible()
    marker.show_at(QgsPointXY(100.0, 25.0))
    assert project.read(str(tmp_path / "metres.qgz"))
    canvas.setDestinationCrs(project.crs())
    assert not marker._marker.isVisible()
    assert marker._place.isEmpty()
    marker.show_at(QgsPointXY(105.0, 25.0))
    assert abs(marker._marker.center().x() - 500_000) < 1.0  # of the zone's middle meridian
    marker.remove()


def test_an_area_with_a_corner_beyond_the_earth_is_refused(qgis_app, qgis_new_project):
    from groundswell.ui.map_tools import AreaTool

    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(crs("EPSG:4326"))
    tool, said, drawn = AreaTool(canvas, "#b2283a"), [], []
    tool.refused.connect(said.append)
    tool.drawn.connect(drawn.append)
    tool._corners = [QgsPointXY(0, 0), QgsPointXY(1, 0), QgsPointXY(1, 95)]
    tool._end()
    assert drawn == []
    assert len(said) == 1
    tool._corners = [QgsPointXY(0, 0), QgsPointXY(1, 0), QgsPointXY(1, 1)]
    tool._end()
    assert drawn == [[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]]

"""The dock's behaviour, without a window: what it draws where, what it says where it cannot."""

import csv
import re

import numpy as np
import pytest
from groundswell.core.files import netcdf
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.geodesy import transform_points
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutExporter,
    QgsMeshLayer,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog

CELLS = RasterGrid("EPSG:6933", 9538000.0, 3210000.0, 25025.0, 25025.0, 6, 5)
FRAME = RasterGrid("EPSG:4326", 99.0, 26.0, 0.05, 0.05, 30, 20)
DAYS = 6909.0 + 12.0 * np.arange(30)
CENTRE = QgsPointXY(*(float(v) for v in transform_points(CELLS.x[2], CELLS.y[2], "EPSG:6933", GEOGRAPHIC)))


def season(shape, amplitude=100.0):
    return amplitude * np.sin(2 * np.pi * DAYS / 365.25)[:, None, None] * np.ones(shape)


def write(path, grid, variables, days=DAYS, bounds=None, synthetic=0, **more):
    with netcdf.create(path, path.stem, "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days, bounds)
        for name, values in variables.items():
            netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name)[:] = values
        for name, values in more.items():
            netcdf.add_variable(dataset, name, ("time",), "1", name, dtype="i4", fill=None)[:] = values
        dataset.synthetic = np.int32(synthetic)
    return path


@pytest.fixture
def analysis(tmp_path):
    values = season(CELLS.shape)
    values[:, 0, 0] = np.nan
    names = ("tws_open_loop", "tws_analysis", "tws_open_loop_std", "tws_analysis_std", "normalized_innovation")
    shift = {"tws_open_loop": 1.5 * values + 700.0, "tws_analysis": values + 680.0}
    variables = {name: shift.get(name, np.full(CELLS.shape, 20.0)) for name in names}
    return write(tmp_path / "analysis.nc", CELLS, variables, synthetic=1)


@pytest.fixture
def grace(tmp_path):
    start = 6905.0 + 30.0 * np.arange(12)
    tws = np.sin(2 * np.pi * (start + 15) / 365.25)[:, None, None] * 90.0 * np.ones(CELLS.shape)
    return write(
        tmp_path / "grace.nc", CELLS, {"tws": tws}, start + 15, np.stack([start, start + 30], 1), grace_month=range(12)
    )


@pytest.fixture
def displacement(tmp_path):
    values = season(FRAME.shape, 5.0)
    values[:, :5] = np.nan
    return write(tmp_path / "displacement.nc", FRAME, {"displacement": values})


@pytest.fixture
def dock(qgis_iface, qgis_new_project):
    from groundswell.ui.dock import SeriesDock

    made = SeriesDock(qgis_iface)
    yield made
    made.release()
    made.deleteLater()


def test_open_loop_analysis_and_grace_stand_on_one_axis(dock, analysis, grace):
    dock.set_files(str(analysis), str(grace))
    dock.show_point(CENTRE)
    shown = dock.described()
    assert shown["series"] == ["Open loop", "Analysis", "GRACE"]
    assert shown["unit"] == "mm"
    assert shown["message"] == ""
    axes = dock._widgets.chart.figure.axes[0]
    assert axes.get_ylabel().split() == ["Water", "storage", "anomaly", "(mm)"]
    assert "synthetic data" in [text.get_text() for text in axes.texts]
    for one in dock.picture.series:
        # Means over the common time are taken off, so that series of any baseline lie on one another.
        assert abs(np.mean(one.values)) < 15
        assert one.std is not None or one.windows is not None


def test_displacement_is_shown_with_its_own_unit_and_without_grace(dock, displacement, grace):
    dock.set_files(str(displacement), str(grace))
    dock.show_point(QgsPointXY(99.525, 25.225))
    assert dock.described()["series"] == ["Displacement"]
    np.testing.assert_allclose(dock.picture.series[0].values, season((1, 1), 5.0)[:, 0, 0], rtol=1e-6)
    assert "Line-of-sight" in dock._widgets.chart.figure.axes[0].get_ylabel()


def test_places_without_data_and_outside_are_said_in_words(dock, displacement):
    dock.set_files(str(displacement))
    dock.show_point(QgsPointXY(99.5, 25.9))
    assert dock.described()["series"] == []
    assert "no data" in dock.described()["message"]
    dock.show_point(QgsPointXY(120.0, 0.0))
    assert re.search("outside .*displacement.nc", dock.described()["message"])
    assert not dock._widgets.save_table.isEnabled()


def test_the_projects_files_are_listed_and_leave_with_their_layers(dock, analysis, displacement):
    layer = QgsMeshLayer(str(analysis), "analysis", "mdal")
    QgsProject.instance().addMapLayer(layer)
    box = dock._widgets.file
    assert [box.itemText(number) for number in range(box.count())] == ["analysis.nc (analysis, synthetic)"]
    QgsProject.instance().removeMapLayer(layer.id())
    assert box.count() == 0
    assert "Load a result" in dock.described()["message"]


def test_clicks_are_taken_in_any_projection(dock, displacement, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    dock.set_files(str(displacement))
    x, y = transform_points(99.525, 25.225, GEOGRAPHIC, "EPSG:3857")
    dock._point_tool.canvasClicked.emit(QgsPointXY(float(x), float(y)), Qt.MouseButton.LeftButton)
    assert dock.described()["title"] == "displacement.nc  25.2250°N 99.5250°E"


def test_series_and_chart_are_saved(dock, analysis, tmp_path, monkeypatch):
    dock.set_files(str(analysis))
    dock.show_point(CENTRE)
    for name, save in (
        ("out.csv", dock._exports.save_table),
        ("out.png", dock._exports.save_chart),
        ("out.svg", dock._exports.save_chart),
    ):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        save()
        assert (tmp_path / name).stat().st_size > 1000
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))
    assert len(rows) == 2 * DAYS.size
    assert rows[0]["date"] == "2018-12-01"
    assert float(rows[0]["std_mm"]) == 20.0
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.csv" / "x.csv"), ""))
    dock._exports.save_table()
    assert "Cannot write" in dock.described()["message"]


def test_a_file_that_is_none_of_ours_is_refused(dock, tmp_path, monkeypatch):
    other = tmp_path / "other.nc"
    with netcdf.create(other, "other", "test") as dataset:
        netcdf.write_grid(dataset, CELLS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    dock._browse()
    assert "other.nc is not a file with series" in dock.described()["message"]


def test_every_control_has_a_name_for_screen_readers(dock):
    widgets = dock._widgets
    controls = (widgets.file, widgets.grace, widgets.browse, *widgets.buttons)
    for control in (*controls, widgets.chart, widgets.message):
        assert control.accessibleName()
    for control in controls:
        assert control.toolTip()
    shortcuts = [button.shortcut().toString() for button in widgets.buttons if not button.menu()]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)


def place(column, row=4):
    return QgsPointXY(float(FRAME.x[column]), float(FRAME.y[row]))


@pytest.fixture
def moving(tmp_path):
    """Displacement that rises by a different rate in every column, with a step in 2019-06."""
    years = (DAYS - DAYS[0]) / 365.25
    values = years[:, None, None] * np.arange(FRAME.columns)[None, None] * np.ones((1, FRAME.rows, 1))
    values += 8.0 * (DAYS >= 7091)[:, None, None]
    return write(tmp_path / "moving.nc", FRAME, {"displacement": values, "displacement_std": np.ones(values.shape)})


def test_kept_series_stay_and_are_cleared(dock, moving):
    dock.set_files(str(moving))
    dock.show_point(place(10))
    dock.hold()
    dock.show_point(place(20))
    labels = dock.described()["series"]
    assert labels[0] == "Displacement"
    assert labels[1].startswith("A: 25.7750°N 99.5250°E")
    first, kept = dock.picture.series
    np.testing.assert_allclose(first.values - kept.values, 10 * (DAYS - DAYS[0]) / 365.25, atol=1e-5)
    dock.clear_kept()
    assert dock.described()["series"] == ["Displacement"]


def test_kept_series_of_another_quantity_are_left_out_and_that_is_said(dock, moving, analysis):
    dock.set_files(str(moving))
    dock.show_point(place(10))
    dock.hold()
    dock.set_files(str(analysis))
    dock.show_point(CENTRE)
    assert dock.described()["series"] == ["Open loop", "Analysis"]
    assert "another quantity" in dock.described()["message"]


def test_displacement_relative_to_a_place_on_the_map(dock, moving):
    dock.set_files(str(moving))
    dock.show_point(place(12))
    dock.set_reference(place(2))
    (shown,) = dock.picture.series
    np.testing.assert_allclose(shown.values, 10 * (DAYS - DAYS[0]) / 365.25, atol=1e-5)
    assert shown.std is None
    assert "Relative to 25.7750°N 99.1250°E" in dock.described()["message"]
    dock._widgets.reference.click()
    assert dock.picture.series[0].std is not None
    assert "Relative" not in dock.described()["message"]
    assert not dock._widgets.reference.isChecked()


def test_the_mean_of_an_area(dock, moving):
    dock.set_files(str(moving))
    left, right = FRAME.x_min + 0.05 * 4, FRAME.x_min + 0.05 * 7
    dock.show_area([(left, 25.8), (right, 25.8), (right, 25.6), (left, 25.6)])
    (shown,) = dock.picture.series
    expected = 5 * (DAYS - DAYS[0]) / 365.25 + 8.0 * (DAYS >= 7091)
    np.testing.assert_allclose(shown.values, expected, atol=1e-5)
    assert "area around" in dock.described()["title"]


def test_models_are_fitted_with_their_residuals_below(dock, moving, monkeypatch):
    dock.set_files(str(moving))
    dock.show_point(place(10))
    dock._widgets.linear.setChecked(True)
    assert dock.described()["panels"] == 2
    assert "mm/yr" in dock.described()["message"]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("2019-06-01", True))
    dock._ask_steps()
    assert "+10.00 ± 0.00 mm/yr, step +8.00 ± 0.00 mm on 2019-06-01" in dock.described()["message"]
    assert [one.label for one in dock.picture.table()] == ["Displacement", "Model", "Residual"]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("yesterday", True))
    dock._ask_steps()
    assert "not a date" in dock.described()["message"]
    dock.set_model(False, False)
    assert dock.described()["panels"] == 1


def test_innovations_stand_below_on_the_same_axis_of_time(dock, analysis):
    dock.set_files(str(analysis))
    dock.show_point(CENTRE)
    dock._widgets.innovations.click()
    assert dock.described()["panels"] == 2
    top, below = dock._widgets.chart.figure.axes
    assert top.get_shared_x_axes().joined(top, below)
    assert "(1)" in below.get_ylabel()


def test_tools_take_turns_and_are_put_down_with_the_dock(dock, qgis_iface):
    canvas, widgets = qgis_iface.mapCanvas(), dock._widgets
    widgets.pick.click()
    assert canvas.mapTool() is dock._point_tool
    widgets.area.click()
    assert canvas.mapTool() is dock._area_tool
    assert widgets.area.isChecked()
    assert not widgets.pick.isChecked()
    dock._shown(False)
    assert canvas.mapTool() not in (dock._point_tool, dock._area_tool)


def test_a_changed_file_is_read_again(dock, moving):
    dock.set_files(str(moving))
    dock.show_point(place(10))
    before = dock.picture.series[0].values[-1]
    with netcdf.append(moving) as dataset:
        dataset["displacement"][:] = dataset["displacement"][:] + 100.0
    dock.show_point(place(10))
    assert dock.picture.series[0].values[-1] == pytest.approx(before + 100.0, abs=1e-3)


def test_the_report_beside_the_file_is_offered(dock, moving):
    dock.set_files(str(moving))
    assert not dock._widgets.report.isEnabled()
    moving.with_suffix(".html").write_text("<p>report")
    dock.set_files(str(moving))
    assert dock._widgets.report.isEnabled()


def test_a_page_with_map_chart_and_legend(dock, analysis, qgis_iface, monkeypatch, tmp_path):
    layer = QgsMeshLayer(str(analysis), "Water storage of the analysis (mm)", "mdal")
    QgsProject.instance().addMapLayer(layer)
    canvas = qgis_iface.mapCanvas()
    canvas.setLayers([layer])
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    opened = []
    monkeypatch.setattr(qgis_iface, "openLayoutDesigner", opened.append, raising=False)
    dock.set_files(str(analysis))
    dock.show_point(CENTRE)
    dock._widgets.page.click()
    dock._widgets.page.click()
    assert [layout.name() for layout in opened] == ["Groundswell 1", "Groundswell 2"]
    page = opened[0]
    assert page.itemById("title").text().startswith("analysis.nc")
    assert "Synthetic" in page.itemById("note").text()
    assert page.itemById("map").extent().contains(canvas.extent().center())
    assert page.itemById("map").layers() == [layer]
    assert len(page.itemById("legend").model().rootGroup().findLayers()) == 1
    assert page.itemById("chart").picturePath().startswith("base64:")
    target = tmp_path / "page.pdf"
    exporter = QgsLayoutExporter(page)
    assert exporter.exportToPdf(str(target), QgsLayoutExporter.PdfExportSettings()) == 0
    assert target.stat().st_size > 20_000
    # Kept in the project file without any other file.
    assert str(tmp_path) not in page.itemById("chart").picturePath()


def test_the_current_layer_chooses_the_file(dock, analysis, displacement, qgis_iface):
    layers = [QgsMeshLayer(str(path), path.stem, "mdal") for path in (analysis, displacement)]
    QgsProject.instance().addMapLayers(layers)
    for layer in layers[::-1] + layers:
        qgis_iface.currentLayerChanged.emit(layer)
        assert str(dock._widgets.chosen_file().path) == layer.source()
    qgis_iface.currentLayerChanged.emit(QgsVectorLayer("Point", "points", "memory"))
    assert dock._widgets.chosen_file().path == displacement
    dock.show_point(QgsPointXY(99.525, 25.225))
    assert dock.described()["series"] == ["Displacement"]
    qgis_iface.currentLayerChanged.emit(layers[0])
    assert dock.described()["series"] == ["Open loop", "Analysis"]


def test_innovations_are_offered_for_an_analysis_alone(dock, analysis, displacement):
    dock.set_files(str(displacement))
    assert not dock._widgets.innovations.isEnabled()
    dock.set_files(str(analysis))
    assert dock._widgets.innovations.isEnabled()


def test_the_title_gives_way_to_a_long_legend(dock, analysis):
    dock.set_files(str(analysis))
    dock.show_point(CENTRE)
    axes = dock._widgets.chart.figure.axes[0]
    assert axes.get_title(loc="right") == dock.described()["title"]
    for _ in range(6):
        dock.hold()
    axes = dock._widgets.chart.figure.axes[0]
    renderer = dock._widgets.chart.get_renderer()
    legend = axes.get_legend().get_window_extent(renderer)
    room = dock._widgets.chart.figure.bbox.width - legend.width
    assert axes.get_title(loc="right") != dock.described()["title"]
    assert axes.title.get_window_extent(renderer).width <= max(room, 0.0)


@pytest.mark.parametrize("size", [(700, 260), (1600, 420)])
def test_labels_lie_within_the_chart_at_any_size(dock, analysis, size):
    dock.set_files(str(analysis))
    dock.set_model(True, True)
    dock.show_point(CENTRE)
    chart = dock._widgets.chart
    chart.resize(*size)
    chart.lay_out()
    chart.figure.axes[0].set_ylim(-12000, 9000)  # values of six letters, sign and all
    renderer = chart.get_renderer()
    page = chart.figure.bbox
    for axes in chart.figure.axes:
        box = axes.get_tightbbox(renderer)
        assert box.x0 >= page.x0
        assert box.x1 <= page.x1
        assert box.y0 >= page.y0
        assert box.y1 <= page.y1

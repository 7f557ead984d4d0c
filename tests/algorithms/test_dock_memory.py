"""Profiles, kept series and films of the dock, and what a project takes up again."""

import csv

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from qgis.core import QgsDateTimeRange, QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog

FRAME = RasterGrid("EPSG:4326", 99.0, 26.0, 0.05, 0.05, 30, 20)
DAYS = 6909.0 + 12.0 * np.arange(30)
YEARS = (DAYS - DAYS[0]) / 365.25


def write(path, rate):
    """Every column rises by `rate` times its number, in mm/yr."""
    with netcdf.create(path, path.stem, "test") as dataset:
        netcdf.write_grid(dataset, FRAME)
        netcdf.write_time(dataset, DAYS)
        values = rate * YEARS[:, None, None] * np.arange(FRAME.columns) * np.ones((1, FRAME.rows, 1))
        netcdf.add_variable(dataset, "displacement", ("time", "y", "x"), "mm", "displacement")[:] = values
        dataset.synthetic = np.int32(0)
    return path


@pytest.fixture
def moving(tmp_path):
    return write(tmp_path / "moving.nc", 1.0)


@pytest.fixture
def other(tmp_path):
    return write(tmp_path / "other.nc", 3.0)


@pytest.fixture
def dock(qgis_iface, qgis_new_project):
    from groundswell.ui.dock import SeriesDock

    made = SeriesDock(qgis_iface)
    yield made
    made.release()
    made.deleteLater()


def place(column, row=4):
    return QgsPointXY(FRAME.x_min + 0.05 * (column + 0.5), FRAME.y_max - 0.05 * (row + 0.5))


def along(row=4):
    return [(place(2, row).x(), place(2, row).y()), (place(25, row).x(), place(25, row).y())]


def test_a_profile_has_the_values_along_its_line_at_the_dates_asked_for(dock, moving, monkeypatch):
    dock.set_files(str(moving))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("2018-12-01; 2019-11-13", True))
    dock._ask_dates()
    dock.show_line(along())
    profile = dock.picture.profile
    assert profile.values.shape[0] == 2
    # Columns 2 to 25 of a motion that is their number times the years gone.
    years = (profile.days - DAYS[0]) / 365.25
    np.testing.assert_allclose(np.nanmax(profile.values, axis=1), 25 * years, atol=0.6)
    np.testing.assert_allclose(np.nanmin(profile.values, axis=1), 2 * years, atol=0.6)
    assert "25.7750°N 99.1250°E - 25.7750°N 100.2750°E" in dock.described()["title"]
    assert not dock._widgets.hold.isEnabled()
    dock.show_point(place(10))
    assert dock.described()["series"] == ["Displacement"]


def test_a_line_beside_the_data_is_said_in_words(dock, moving):
    dock.set_files(str(moving))
    dock.show_line([(120.0, 0.0), (121.0, 0.0)])
    assert dock.picture is None
    assert "moving.nc" in dock.described()["message"]


def test_kept_series_are_renamed_hidden_given_a_model_removed_and_exported(dock, moving, tmp_path, monkeypatch):
    dock.set_files(str(moving))
    for column in (5, 10, 15):
        dock.show_point(place(column))
        dock.hold()
    kept = dock._widgets.kept
    assert len({one.colour for one in kept.kept}) == 3
    kept.topLevelItem(1).setText(0, "Valley")
    assert [one.name for one in kept.kept][1] == "Valley"
    assert "Valley" in " ".join(dock.described()["series"])
    kept.topLevelItem(1).setText(0, "  ")
    assert [one.name for one in kept.kept][1] == "Valley"
    kept.topLevelItem(0).setSelected(True)
    dock.set_model(True, False)
    kept.actions_by_name["give"].trigger()
    assert [one.fit.linear for one in kept.kept] == [True, False, False]
    path = tmp_path / "kept.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    kept.actions_by_name["save_all"].trigger()
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    # Three series; the first has a model, with its residuals.
    assert len({row["series"] for row in rows}) == 5
    valley = [float(row["value_mm"]) for row in rows if row["series"] == "Valley"]
    np.testing.assert_allclose(valley, 10 * YEARS, atol=1e-3)
    kept.topLevelItem(2).setSelected(True)
    before = len(kept.chosen())
    kept.remove_chosen()
    assert len(kept.kept) == 3 - before
    assert kept.free_number() is not None


def test_a_ninth_series_is_refused_in_words(dock, moving):
    dock.set_files(str(moving))
    dock.show_point(place(2))
    for _ in range(9):
        dock.hold()
    assert len(dock._widgets.kept.kept) == 8
    assert "Eight series are kept" in dock.described()["message"]


def test_several_files_stand_on_one_axis_in_colours_of_their_own(dock, moving, other):
    dock.set_files(str(other))
    dock.set_files(str(moving))
    dock._widgets.tick_more([other])
    dock.show_point(place(10))
    first, second = dock.picture.series
    np.testing.assert_allclose(second.values - second.values[0], 3 * (first.values - first.values[0]), atol=1e-4)
    lines = [line for line in dock._widgets.chart.figure.axes[0].lines if len(line.get_xdata()) >= DAYS.size]
    assert len({str(line.get_color()) for line in lines}) == 2


def test_a_project_takes_up_what_the_dock_showed(dock, moving, other, tmp_path, qgis_iface):
    from groundswell.ui.dock import SeriesDock

    dock.set_files(str(other))
    dock.set_files(str(moving))
    dock._widgets.tick_more([other])
    dock.show_point(place(10))
    dock.hold()
    dock.show_point(place(20))
    dock.set_reference(place(3))
    dock.set_model(True, True, (7100.0,))
    before = dock.described()
    values = [one.values for one in dock.picture.series]
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert dock.described()["series"] == []
    assert dock._widgets.kept.kept == ()
    assert project.read(str(tmp_path / "saved.qgz"))
    assert dock.described() == before
    for one, expected in zip(dock.picture.series, values):
        np.testing.assert_array_equal(one.values, expected)
    # A dock that is opened later takes it up, too.
    later = SeriesDock(qgis_iface)
    try:
        assert later.described() == before
    finally:
        later.release()
        later.deleteLater()


def test_a_project_takes_up_a_profile_and_does_without_files_that_are_gone(dock, moving, other, tmp_path):
    dock.set_files(str(moving))
    dock.show_line(along())
    title = dock.described()["title"]
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "saved.qgz"))
    assert dock.described()["title"] == title
    project.clear()
    moving.unlink()
    assert project.read(str(tmp_path / "saved.qgz"))
    assert dock.described()["series"] == []


def test_a_state_that_cannot_be_read_is_left_alone(dock):
    from groundswell.ui import project_state

    for text in ("{", "[]", '{"kept": [{}]}', "7"):
        QgsProject.instance().writeEntry("Groundswell", "/dock", text)
        assert project_state.restore() is None
        dock.take_up()


def _days(*dates):
    moments = [QDateTime(QDate(*date), QTime(0, 0)) for date in dates]
    return [QgsDateTimeRange(one, one.addDays(1)) for one in moments]


def test_a_film_has_a_frame_for_every_date_and_fails_whole(qgis_iface, qgis_new_project, tmp_path, moving):
    from groundswell.ui.film import save_film
    from PIL import Image

    canvas = qgis_iface.mapCanvas()
    dates = _days((2018, 12, 1), (2019, 1, 1), (2019, 2, 1))
    canvas.setLayers([])
    with pytest.raises(InputError, match="shows no layer with dates"):
        save_film(canvas, dates, tmp_path / "empty.gif")
    layer = QgsRasterLayer(f'NETCDF:"{moving}":displacement', "moving")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    canvas.setLayers([layer])
    canvas.setExtent(layer.extent())
    with pytest.raises(InputError, match="a film is a GIF or MP4"):
        save_film(canvas, dates, tmp_path / "film.avi")
    asked = []
    assert save_film(canvas, dates, tmp_path / "film.gif", "moving.nc", lambda part: asked.append(part) or True) == 3
    with Image.open(tmp_path / "film.gif") as film:
        assert film.n_frames == 3  # the dates below the map differ
        assert film.size[0] == 800
    assert asked == pytest.approx([0, 1 / 3, 2 / 3])
    assert sorted(path.name for path in tmp_path.glob("*.gif")) == ["film.gif"]


def test_a_dark_window_has_a_dark_chart_and_icons_that_are_seen(qgis_iface, qgis_new_project):
    from groundswell.core.charts.theme import LINE_CONTRAST, contrast
    from groundswell.ui.dock import SeriesDock
    from qgis.PyQt.QtGui import QColor, QPalette

    dock = SeriesDock(qgis_iface)
    dark = QPalette()
    for role, colour in (("Window", "#323232"), ("Base", "#1e1e1e"), ("WindowText", "#a6a6a6"), ("Text", "#d0d0d0")):
        dark.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    try:
        dock._widgets.setPalette(dark)
        dock._widgets.zoom.take_colours()
        dock._widgets.chart.take_colours()
        dock._widgets.chart.take_colours()  # a second time changes nothing
        assert QColor.fromRgbF(*dock._widgets.chart.figure.get_facecolor()).name() == "#1e1e1e"
        icons = [action.icon() for action in dock._widgets.zoom.actions() if not action.icon().isNull()]
        assert len(icons) == 3
        for icon in icons:
            picture = icon.pixmap(16, 16).toImage()
            places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
            solid = [picture.pixelColor(*place) for place in places if picture.pixelColor(*place).alpha() > 200]
            assert solid
            assert all(contrast(colour.name(), "#323232") >= LINE_CONTRAST for colour in solid)
    finally:
        dock.release()
        dock.deleteLater()

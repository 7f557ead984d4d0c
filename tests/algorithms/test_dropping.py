"""What is dropped on the dock or given to the guided run is recognised, and the step that takes it is named."""

import numpy as np
import pytest
from groundswell.core.files import netcdf
from groundswell.core.files.recognition import recognise
from product_files import UTM, write_dated, write_egms, write_granule, write_mintpy
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent

DAYS = np.array([7000.0, 7012.0, 7024.0])
DATES = ["20190302", "20190314", "20190326"]


@pytest.fixture
def dock(qgis_iface, qgis_new_project, provider, monkeypatch):
    from groundswell.ui import dock as module

    made = module.SeriesDock(qgis_iface)
    made.opened = []
    monkeypatch.setattr(
        module, "open_step", lambda found: made.opened.append((found.step, found.parameter, found.path))
    )
    yield made
    made.release()
    made.deleteLater()


def drop(widget, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(5, 5)
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, mime, buttons, keys)
    enter.setAccepted(False)
    widget.dragEnterEvent(enter)
    assert enter.isAccepted()
    widget.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, mime, buttons, keys))


def test_a_folder_of_granules_opens_the_import(dock, tmp_path):
    write_granule(tmp_path / "granules", "20200101", "20200113", np.zeros(UTM.shape))
    drop(dock, tmp_path / "granules")
    assert dock.opened == [("importdisplacement", "INPUT", tmp_path / "granules")]
    assert "OPERA DISP-S1" in dock.described()["message"]
    assert "Import displacement" in dock.described()["message"]


def test_our_own_series_is_shown_and_strangers_are_named(dock, tmp_path, chain):
    drop(dock, chain.series)
    assert dock.opened == []
    assert dock._widgets.chosen_file().path == chain.series
    (tmp_path / "letter.txt").write_text("Dear reader,\n")
    drop(dock, tmp_path / "letter.txt")
    assert dock.described()["message"] == "letter.txt: nothing that Groundswell knows."


def test_the_guided_run_says_which_step_takes_it(provider, tmp_path):
    from groundswell.ui.study_wizard import StudyWizard

    write_granule(tmp_path / "granules", "20200101", "20200113", np.zeros(UTM.shape))
    wizard = StudyWizard()
    row = wizard.inputs_page.rows["frame"]
    row.path.setFilePath(str(tmp_path / "granules"))
    assert not row.usable
    assert "Import displacement" in row.finding.text()
    wizard.deleteLater()


def test_everything_that_is_brought_is_recognised(tmp_path, chain, reference):
    write_mintpy(tmp_path / "timeseries.h5", DAYS, np.ones((3, *UTM.shape)))
    write_dated(tmp_path / "rasters", DATES, np.ones((3, *UTM.shape)))
    write_egms(tmp_path / "tile.csv", ["a"], [4321050.0], [3210050.0], DATES, np.ones((1, 3)))
    (tmp_path / "points.csv").write_text("id,lon,lat,D20190302,D20190314\n1,100,25,0,1\n")
    (tmp_path / "heights.csv").write_text("date,up_mm\n2019-01-01,1\n")
    (tmp_path / "LHAS.tenv3").write_text("")
    licsbas = reference / "insar" / "mexico_cropA"
    for path, kind, step in (
        (tmp_path / "timeseries.h5", "mintpy", "importdisplacement"),
        (tmp_path / "rasters", "dated_rasters", "importdisplacement"),
        (tmp_path / "tile.csv", "egms", "importdisplacement"),
        (tmp_path / "points.csv", "point_table", "importdisplacement"),
        (licsbas / "peer_licsbas2", "licsbas", "importdisplacement"),
        (licsbas, "licsar", "importinterferograms"),
        (licsbas / "GEOC", "pairs", "importinterferograms"),
        (tmp_path / "heights.csv", "gnss", "importgnss"),
        (tmp_path / "LHAS.tenv3", "gnss", "importgnss"),
        (chain.frame, "licsar", "importinterferograms"),
        (chain.area.gacos, "gacos", "importinterferograms"),
        (chain.stack, "stack", "checkinterferograms"),
        (chain.series, "series", "maskdownsample"),
        (chain.gridded, "gridded", "lostovertical"),
        (chain.vertical, "gridded", "assimilate"),
        (chain.storage, "storage", "assimilate"),
        (chain.grace, "grace", "comparegrace"),
        (chain.analysis, "analysis", "comparegrace"),
    ):
        found = recognise(path)
        assert found is not None, path
        assert (found.kind, found.step) == (kind, step), path


def test_points_show_their_series_in_the_dock(dock, tmp_path):
    from groundswell.core.displacement.importing import import_displacement
    from qgis.core import QgsPointXY

    rows = [f"{n},{100 + 0.01 * n},25.0,{','.join(str(n * k) for k in range(3))}" for n in range(4)]
    (tmp_path / "points.csv").write_text("\n".join([f"id,lon,lat,{','.join(DATES)}", *rows]))
    import_displacement(tmp_path / "points.csv", tmp_path / "points.nc")
    dock.show_point(QgsPointXY(100.02, 25.0))
    drop(dock, tmp_path / "points.nc")
    np.testing.assert_allclose(dock.picture.series[0].values, [0.0, 2.0, 4.0], atol=1e-5)
    with netcdf.open_dataset(tmp_path / "points.nc") as dataset:
        assert recognise(dataset.filepath()).title == "displacement at points of Groundswell"

"""The guided run's first page: every entry is checked at once, Next waits for what is missing or wrong."""

from __future__ import annotations

import json

import pytest
from groundswell.processing.study import (
    CATCHMENT,
    DISPLACEMENT_ONLY,
    INTERFEROGRAMS,
    NO_MODEL,
    PRODUCT,
    STORAGE_FILE,
    Journal,
    StudyInputs,
    plan,
)
from groundswell.processing.study_check import advice, check_study, entries, read_place
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas


@pytest.fixture
def page(provider, qgis_new_project):
    from groundswell.ui.study_wizard import StudyWizard

    canvas = QgsMapCanvas()
    wizard = StudyWizard(None, canvas)
    wizard.inputs_page.canvas = canvas
    yield wizard.inputs_page
    wizard.deleteLater()


@pytest.fixture
def whole(chain, tmp_path):
    """What a study of the example is given."""
    return StudyInputs(
        frame=str(chain.frame),
        gacos=str(chain.area.gacos),
        reference=f"{chain.area.reference_lon},{chain.area.reference_lat}",
        reference_series=str(chain.area.reference_series),
        storage=str(chain.area.land_model),
        stations=str(chain.area.stations),
        grace=str(chain.area.grace),
        region=str(chain.area.region),
    )


def shown(page, name):
    """Return whether a row and its label would be seen in an open window."""
    row = page.rows[name]
    return not row.isHidden() and not page._form.labelForField(row).isHidden()


def choose(box, code):
    box.setCurrentIndex(box.findData(code))


def said(page, name):
    return page.rows[name].finding.text()


def test_an_empty_page_says_what_is_missing_beside_each_entry(page):
    assert not page.isComplete()
    assert [name for name in page.rows if said(page, name)] == ["folder", "frame", "storage"]
    assert "Folder of the study" in page.summary.text()
    for name, row in page.rows.items():
        assert len(row.toolTip()) > 20, name
        assert row.whatsThis() == row.toolTip()
    for widget in (page.source, page.prior, page.max_velocity, page.grace_as_data):
        assert len(widget.toolTip()) > 20


def test_a_whole_study_goes_on_and_each_fault_stops_it(page, whole, tmp_path):
    page.rows["folder"].set(str(tmp_path / "study"))
    page.show_inputs(whole)
    assert page.isComplete(), page.remarks
    assert page.summary.text().startswith("Everything")
    lon, lat = whole.reference.split(",")
    empty, points = tmp_path / "empty.txt", tmp_path / "points.geojson"
    empty.touch()
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [100, 25]}}
    points.write_text(json.dumps({"type": "FeatureCollection", "features": [point]}))
    for name, value, words in (
        ("reference", f"{lat},{lon}", "Longitude comes first"),
        ("reference", "somewhere", "Write longitude and latitude"),
        ("reference", "10,50", "outside the frame"),
        ("region", str(tmp_path / "gone.gpkg"), "no such file"),
        ("region", str(points), "holds no polygon"),
        ("periods", "2019-13-01..2020-01-01", "is not a date"),
        ("periods", "2020-01-01..2019-01-01", "ends before it begins"),
        ("periods", "1990-01-01..1991-01-01", "covers no time of GRACE"),
        ("stations", str(empty), ""),
        ("grace", whole.frame, ""),
        ("storage", "", "Needed"),
        ("frame", str(tmp_path), ""),
    ):
        row = page.rows[name]
        row.set(value)
        assert not page.isComplete(), (name, value)
        assert words in said(page, name), (name, said(page, name))
        row.set(getattr(whole, name))
        assert page.isComplete(), (name, page.remarks)


def test_the_catchment_model_asks_for_weather_and_parameters(page, chain, whole, tmp_path):
    page.rows["folder"].set(str(tmp_path / "study"))
    page.show_inputs(whole)
    assert not shown(page, "weather")
    assert not shown(page, "parameters")
    choose(page.prior, CATCHMENT)
    assert shown(page, "weather")
    assert shown(page, "parameters")
    assert "outside" in page._form.labelForField(page.rows["storage"]).text()
    assert not page.isComplete()
    page.rows["weather"].set(str(chain.area.forcing))
    assert not page.isComplete()  # the weather cannot be placed without the columns
    page.rows["parameters"].set(str(chain.area.columns))
    assert "columns on the EASE-Grid 2.0 M25" in said(page, "parameters")
    assert "every 3 hours" in said(page, "weather")
    assert page.isComplete(), page.remarks
    page.grace_as_data.setChecked(True)
    assert not page.isComplete()
    choose(page.prior, STORAGE_FILE)
    assert not shown(page, "weather")
    assert page.isComplete()


def test_what_was_given_comes_back_from_the_studys_folder(page, chain, tmp_path):
    given = StudyInputs(
        frame=str(chain.frame),
        prior=CATCHMENT,
        parameters=str(chain.area.columns),
        weather=str(chain.area.forcing),
        stations="stations.nc",
        grace_as_data=True,
    )
    Journal(tmp_path).save(given)
    assert json.loads((tmp_path / "study.json").read_text())["inputs"]["prior"] == CATCHMENT
    page.rows["folder"].set(str(tmp_path))
    assert page.inputs == given
    assert shown(page, "weather")
    assert "no such file" in said(page, "stations")


def test_a_table_of_stations_is_taken_and_imported_first(page, chain, whole, tmp_path):
    page.rows["stations"].set(str(chain.area.stations))
    assert page.rows["stations"].usable
    assert "cut off" not in said(page, "stations")
    steps = plan(whole, tmp_path)
    made = next(step for step in steps if step.algorithm == "importgnss")
    assert made.parameters["INPUT"] == [str(chain.area.stations)]
    used = next(step for step in steps if step.algorithm == "assimilate")
    assert used.parameters["STATIONS"] == made.parameters["OUTPUT"]


def test_a_folder_of_storage_files_can_be_given(page, chain, tmp_path, monkeypatch):
    from groundswell.ui import guided_rows

    (tmp_path / "gldas").mkdir()
    (tmp_path / "gldas" / "a.nc").symlink_to(chain.area.land_model)
    chosen = str(tmp_path / "gldas")
    monkeypatch.setattr(guided_rows.QFileDialog, "getExistingDirectory", lambda *_: chosen)
    row = page.rows["storage"]
    row._choose_folder()
    assert row.value == chosen
    assert row.usable, said(page, "storage")
    step = next(one for one in plan(StudyInputs(storage=chosen), tmp_path) if one.algorithm == "importstorage")
    assert step.parameters["FOLDER"] == chosen


def test_place_and_region_are_picked_on_the_map(page, tmp_path):
    from groundswell.ui.guided_picks import MapPicks
    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
    from qgis.PyQt.QtCore import Qt

    canvas, window = page.canvas, page.wizard()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    window.show()
    picks = MapPicks(canvas, window)
    picks.pick_place(page.rows["reference"].set)
    assert not window.isVisible()
    canvas.mapTool().canvasClicked.emit(QgsPointXY(100.25, 25.5), Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert page.rows["reference"].value == "100.25000,25.50000"
    page.rows["folder"].set(str(tmp_path / "study"))
    (tmp_path / "study").mkdir()
    picks.draw_area(page.take_area)
    canvas.mapTool().drawn.emit([(99.0, 25.0), (101.0, 25.0), (101.0, 26.0)])
    assert window.isVisible()
    assert "99.00 to 101.00 E" in said(page, "region")
    layer = QgsVectorLayer(page.rows["region"].value, "Region", "ogr")
    assert layer.featureCount() == 1
    QgsProject.instance().addMapLayer(layer)
    picks.pick_place(page.rows["reference"].set)
    canvas.unsetMapTool(canvas.mapTool())  # the user takes another tool: the window comes back
    assert window.isVisible()
    window.hide()


def test_relative_displacement_is_never_taken_as_absolute(whole, tmp_path):
    bare = StudyInputs(frame=whole.frame, storage=whole.storage)
    used = next(step for step in plan(bare, tmp_path) if step.algorithm == "assimilate")
    # By default the assimilation reads from its files what they are relative to.
    assert not {"METHOD", "REFERENCE"} & set(used.parameters)
    assert "relative" in advice(bare)[0]
    assert not any("relative" in text for text in advice(whole))
    for prior in (NO_MODEL, CATCHMENT):
        alone = StudyInputs(frame=whole.frame, prior=prior, parameters="p", weather="w")
        assert "relative" in check_study(alone, str(tmp_path), {})["stations"].text
        steps = {step.algorithm: step for step in plan(alone, tmp_path)}
        if prior == NO_MODEL:
            assert steps["invertdisplacement"].parameters["REFERENCE"] == "unknown"
        else:
            assert not {"METHOD", "REFERENCE"} & set(steps["assimilate"].parameters)


def test_members_of_a_file_are_corrected_as_the_best_estimate_chooses(chain, whole, tmp_path):
    from groundswell.core.files import netcdf
    from groundswell.core.files.raster import RasterGrid

    members = tmp_path / "members.nc"
    with netcdf.create(members, "Storage", "test") as dataset:
        netcdf.write_grid(dataset, RasterGrid("EPSG:4326", 99.0, 26.0, 0.25, 0.25, 2, 2))
        netcdf.write_time(dataset, [0.0, 1.0])
        dataset.createDimension("member", 2)
        netcdf.add_variable(dataset, "tws", ("time", "member", "y", "x"), "mm", "storage")[:] = 1.0
    for series in ("", whole.reference_series):
        inputs = StudyInputs(frame=whole.frame, storage=str(members), reference_series=series)
        used = next(step for step in plan(inputs, tmp_path) if step.algorithm == "assimilate")
        assert not {"METHOD", "REFERENCE"} & set(used.parameters)


@pytest.mark.parametrize(
    ("source", "prior", "as_data"),
    [
        (INTERFEROGRAMS, CATCHMENT, False),
        (INTERFEROGRAMS, STORAGE_FILE, False),
        (INTERFEROGRAMS, STORAGE_FILE, True),
        (INTERFEROGRAMS, NO_MODEL, True),
        (INTERFEROGRAMS, DISPLACEMENT_ONLY, False),
        (PRODUCT, STORAGE_FILE, False),
        (PRODUCT, NO_MODEL, False),
    ],
)
@pytest.mark.parametrize("product", ["OPERA", "EGMS_L3_E32N34_100km_U.csv"])
def test_the_algorithms_take_what_the_plan_gives_them(
    provider, chain, whole, tmp_path, source, prior, as_data, product
):
    from dataclasses import replace

    from groundswell.ui.study_runner import algorithm_of

    inputs = replace(
        whole,
        source=source,
        product=str(tmp_path / product),
        prior=prior,
        grace_as_data=as_data,
        parameters=str(chain.area.columns),
        weather=str(chain.area.forcing),
    )
    registry = QgsApplication.processingRegistry()
    steps = plan(inputs, tmp_path)
    written = set()
    for step in steps:
        known = {one.name() for one in registry.algorithmById(f"groundswell:{step.algorithm}").parameterDefinitions()}
        assert set(step.parameters) <= known
        fits, problem = algorithm_of(step).checkParameterValues(step.parameters, QgsProcessingContext())
        assert fits, (step.algorithm, problem)
        for value in step.parameters.values():  # every file in the study's folder comes from a step before
            if str(value).startswith(str(tmp_path)) and str(value).endswith(".nc"):
                assert value in written or value in map(str, step.outputs), (step.algorithm, value)
        written |= set(map(str, step.outputs))
    names = [step.algorithm for step in steps]
    assert names[-1] == "studyreport"
    assert ("importdisplacement" in names) == (source == PRODUCT)
    assert ("lostovertical" in names) == (source == INTERFEROGRAMS or product == "OPERA")
    assert ("invertdisplacement" in names) == (prior == NO_MODEL)
    assert any("GRACE" in step.parameters for step in steps if step.algorithm != "studyreport") == (
        as_data or prior in (STORAGE_FILE, CATCHMENT)
    )
    assert {"frame", "product"} & set(entries(inputs)) == {"frame" if source == INTERFEROGRAMS else "product"}


@pytest.mark.parametrize(("text", "place"), [("100.2, 25.5", (100.2, 25.5)), ("-70;-20", (-70.0, -20.0))])
def test_places_are_read(text, place):
    assert read_place(text) == place


def test_remarks_of_many_lines_are_shown_whole(page, whole, tmp_path):
    wizard = page.wizard()
    wizard.show()
    page.rows["folder"].set(str(tmp_path / "study"))
    for letters in (200, 600):
        page.rows["frame"].say("word " * (letters // 5), True)
        for _ in range(5):  # the layouts ask each other for their heights
            QgsApplication.processEvents()
        text = page.rows["frame"].finding
        assert text.isVisible()
        assert text.height() >= text.heightForWidth(text.width()) > 2 * text.fontMetrics().height()
    wizard.close()

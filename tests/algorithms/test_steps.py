"""Every algorithm runs in QGIS on the tiny example, hands over what it declares, and brings styled layers."""

import csv

import numpy as np
import pytest
from groundswell.core.example import presets
from groundswell.core.files import netcdf
from qgis.core import (
    QgsColorRampShader,
    QgsFeature,
    QgsGeometry,
    QgsMeshLayer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)


def layers_of(context):
    return {layer.name(): layer for layer in context.temporaryLayerStore().mapLayers().values()}


def rows_of(table):
    with table.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def same(first, second, variables):
    with netcdf.open_dataset(first) as a, netcdf.open_dataset(second) as b:
        for name in variables:
            np.testing.assert_array_equal(netcdf.read_stored(a, name), netcdf.read_stored(b, name))


def test_create_example(run, tmp_path, monkeypatch):
    monkeypatch.setitem(presets.PRESETS, "tiny", presets.TINY)
    outputs, feedback, _ = run("createexample", {"PRESET": "tiny", "SEED": 3, "OUTPUT": str(tmp_path / "area")})
    for name in ("FRAME", "GACOS", "REFERENCE_SERIES", "STATIONS", "STORAGE", "GRACE", "REGION", "TRUTH"):
        assert (tmp_path / "area") in (tmp_path / outputs[name]).parents, name
    assert len(outputs["REFERENCE"].split(",")) == 2
    assert feedback.progress[-1] == pytest.approx(100)


def test_import_check_and_invert(run, chain, tmp_path):
    stack, checked, series = (str(tmp_path / f"{name}.nc") for name in ("stack", "checked", "series"))
    report = tmp_path / "import.html"
    outputs, _, _ = run(
        "importinterferograms",
        {"INPUT": str(chain.frame), "CORRECTIONS": str(chain.area.gacos), "OUTPUT": stack, "REPORT": str(report)},
    )
    assert outputs["N_SKIPPED"] > 0  # the example has broken pairs
    assert "<svg" in report.read_text() or "data:image/png" in report.read_text()
    place = f"{chain.area.reference_lon},{chain.area.reference_lat} [EPSG:4326]"
    run(
        "checkinterferograms",
        {"INPUT": stack, "REFERENCE": place, "OUTPUT": checked, "REPORT": str(tmp_path / "c.html")},
    )
    velocity = str(tmp_path / "velocity.tif")
    run("invertinterferograms", {"INPUT": checked, "OUTPUT": series, "VELOCITY": velocity, "WORKERS": 1, "MEMORY": 16})
    same(series, chain.series, ["displacement", "velocity", "residual_rms", "temporal_coherence"])
    assert QgsRasterLayer(velocity).isValid()


def test_mask_and_vertical_bring_an_animated_layer(run, chain, tmp_path):
    gridded, vertical = str(tmp_path / "gridded.nc"), str(tmp_path / "vertical.nc")
    outputs, _, _ = run("maskdownsample", {"INPUT": str(chain.series), "MAX_VELOCITY": 200, "OUTPUT": gridded})
    assert outputs["N_CELLS"] > 20
    same(gridded, chain.gridded, ["displacement", "n_pixels"])
    _, _, context = run(
        "lostovertical",
        {"INPUT": gridded, "REFERENCE_SERIES": str(chain.area.reference_series), "OUTPUT": vertical},
        load=True,
    )
    same(vertical, chain.vertical, ["vertical_displacement"])
    layer = next(layer for layer in layers_of(context).values() if isinstance(layer, QgsMeshLayer))
    assert "(mm)" in layer.name()
    assert "synthetic" in layer.name()
    assert layer.temporalProperties().isActive()
    settings = layer.rendererSettings()
    scalar = settings.scalarSettings(settings.activeScalarDatasetGroup())
    assert scalar.classificationMinimum() == -scalar.classificationMaximum() < 0
    assert scalar.colorRampShader().colorRampType() == QgsColorRampShader.Type.Interpolated
    assert scalar.colorRampShader().sourceColorRamp() is not None


def test_assimilate_and_compare(run, chain, tmp_path):
    analysis, maps, table = str(tmp_path / "analysis.nc"), str(tmp_path / "maps.nc"), tmp_path / "table.csv"
    outputs, _, context = run(
        "assimilate",
        {
            "INPUT": str(chain.storage),
            "OBSERVATIONS": str(chain.vertical),
            "METHOD": "paper",
            "OUTPUT": analysis,
            "REPORT": str(tmp_path / "analysis.html"),
            "WORKERS": 1,
        },
        load=True,
    )
    assert outputs["N_EPOCHS"] > 5
    same(analysis, chain.analysis, ["tws_analysis", "tws_open_loop", "normalized_innovation"])
    assert len(layers_of(context)) == 3
    outputs, _, context = run(
        "comparegrace",
        {
            "INPUT": analysis,
            "GRACE": str(chain.grace),
            "REGION": str(chain.area.region),
            "PERIODS": "2018-12-01..2019-12-31",
            "OUTPUT": maps,
            "TABLE": str(table),
            "REPORT": str(tmp_path / "comparison.html"),
        },
        load=True,
    )
    rows = rows_of(table)
    assert {row["series"] for row in rows} >= {"open_loop", "analysis"}
    assert len({row["period"] for row in rows}) == 2
    maps = [layer for layer in layers_of(context).values() if isinstance(layer, QgsRasterLayer)]
    assert len(maps) == 3
    assert all("synthetic" in layer.name() for layer in maps)


def test_storage_and_grace(run, chain, tmp_path):
    storage, grace = str(tmp_path / "storage.nc"), str(tmp_path / "grace.nc")
    assert run("importstorage", {"INPUT": str(chain.area.land_model), "OUTPUT": storage})[0]["N_TIMES"] > 10
    assert run("importgrace", {"INPUT": str(chain.area.grace), "OUTPUT": grace})[0]["N_MONTHS"] > 0
    same(storage, chain.storage, ["tws"])
    same(grace, chain.grace, ["tws"])


def test_load_response_and_forward_model(run, chain, tmp_path):
    outputs, _, _ = run(
        "loadresponse", {"OUTPUT": str(tmp_path / "response.csv"), "REPORT": str(tmp_path / "response.html")}
    )
    # The paper's Fig. 5: 14 km, one metre of water. The values are those of the specification, to its digits.
    assert outputs["CENTER"] == pytest.approx(-2.686, abs=1e-3)
    assert outputs["EDGE"] == pytest.approx(-1.503, abs=1e-3)
    run("forwardmodel", {"INPUT": str(chain.storage), "OUTPUT": str(tmp_path / "forward.nc")})
    with netcdf.open_dataset(tmp_path / "forward.nc") as dataset:
        assert np.isfinite(netcdf.read_float(dataset, "vertical_displacement")).all()


def test_series_at_points_of_a_layer(run, chain, tmp_path):
    points = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "points", "memory")
    feature = QgsFeature(points.fields())
    feature.setAttributes(["A"])
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(100.0, 25.7)))
    points.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(points)
    made = str(tmp_path / "points.gpkg")
    outputs, _, _ = run(
        "extractseries",
        {"INPUT": str(chain.analysis), "POINTS": points.id(), "OUTPUT": str(tmp_path / "s.csv"), "LAYER": made},
        load=True,
    )
    rows = rows_of(tmp_path / "s.csv")
    assert {"point", "date", "variable", "value", "std"} <= set(rows[0])
    assert {row["point"] for row in rows} == {"A"}
    assert {"tws_analysis", "tws_open_loop"} <= {row["variable"] for row in rows}
    layer = QgsVectorLayer(outputs["LAYER"], "made")
    dated = [field.name() for field in layer.fields() if field.name().startswith("D20")]
    assert len(dated) == len({row["date"] for row in rows if row["variable"] == "tws_analysis"})
    QgsProject.instance().removeMapLayer(points.id())


def test_series_at_coordinates(run, chain, tmp_path):
    outputs, _, _ = run(
        "extractseries",
        {"INPUT": str(chain.series), "POINTS": "100.0,25.7; 100.2,25.8", "OUTPUT": str(tmp_path / "s.csv")},
    )
    rows = rows_of(tmp_path / "s.csv")
    assert len({row["point"] for row in rows}) == 2


def test_check_environment(run, tmp_path):
    outputs, _, _ = run("checkenvironment", {"REPORT": str(tmp_path / "environment.html")})
    assert outputs["N_MISSING"] == 0
    assert "netCDF4" in (tmp_path / "environment.html").read_text()

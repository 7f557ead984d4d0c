"""Displacement to storage without a model, through Processing."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from groundswell.core.example.storage_twin import TwinOptions, make_twin
from groundswell.core.files import netcdf
from qgis.core import QgsProcessingException


@pytest.fixture(scope="module")
def twin(tmp_path_factory):
    folder = tmp_path_factory.mktemp("twin")
    return make_twin(folder, TwinOptions(stations=12, epochs=13, cell_deg=1.0, length_km=400.0))


def test_stations_become_storage_with_a_report(run, twin, tmp_path):
    files = {
        name: str(tmp_path / f"out.{end}") for name, end in (("OUTPUT", "nc"), ("TABLE", "csv"), ("REPORT", "html"))
    }
    given = {"STATIONS": str(twin.stations), "BACKGROUND": str(twin.storage), "GRID": "M36", "LOAD_LAYERS": False}
    outputs, feedback, _ = run("invertdisplacement", {**given, **files})
    assert 0 < outputs["DOF"] < 12
    assert 0 < outputs["MEAN_RATIO"] < 0.97
    for name in ("CHI2", "ABIC", "LENGTH_KM", "STD_MM", "COMMON_MM", "RESOLVED_SCALE_KM"):
        assert type(outputs[name]) is float  # of NumPy's numbers QGIS makes empty ones
    with netcdf.open_dataset(tmp_path / "out.nc") as dataset:
        assert (dataset.from_displacement, dataset.contains_grace, dataset.far_field_removed) == (1, 0, 1)
        assert dataset.mean_known == 1
        assert dataset.verdict.startswith("Your data determine the mean of the region to ")
        tws, std = netcdf.read_float(dataset, "tws"), netcdf.read_float(dataset, "tws_std")
        region = netcdf.read_float(dataset, "region")
        truth = twin.at(netcdf.read_float(dataset, "lon"), netcdf.read_float(dataset, "lat"))
        mean, said = netcdf.read_float(dataset, "area_mean"), netcdf.read_float(dataset, "area_mean_std")
        assert (std <= netcdf.read_float(dataset, "tws_prior_std") * (1 + 1e-6)).all()
    inside = region > 0
    error = (tws - truth)[:, inside]
    assert np.sqrt((error**2).mean()) < 0.6 * np.sqrt((truth[:, inside] ** 2).mean())
    assert 0.75 < (np.abs(error) < 1.645 * std[:, inside]).mean() <= 1
    off = mean - (truth * region).sum(axis=(1, 2)) / region.sum()
    assert np.sqrt((off**2).mean()) < 2 * said.mean()
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == [f"T{number:03d}" for number in range(12)]
    report = (tmp_path / "out.html").read_text(encoding="utf-8")
    for words in ("Your data determine the mean", "Stations by how well all other", "Principal components of the heig"):
        assert words in report
    assert not any("BACKGROUND is missing" in text for text in feedback.said)
    page = tmp_path / "study.html"
    run("studyreport", {"INVERSION": files["OUTPUT"], "REPORT": str(page)})
    assert "Storage without a land model" in page.read_text(encoding="utf-8")


def test_a_missing_background_is_warned_of(run, twin, tmp_path):
    given = {"STATIONS": str(twin.stations), "GRID": "M36", "PRIOR_CORRELATION_LENGTH": 300.0, "LOAD_LAYERS": False}
    _, feedback, _ = run("invertdisplacement", {**given, "OUTPUT": str(tmp_path / "out.nc")})
    assert any("BACKGROUND is missing" in text and "1.4 times too large" in text for text in feedback.said)


def test_nothing_to_invert_is_said(run, tmp_path):
    with pytest.raises(QgsProcessingException, match="There is nothing to invert: give OBSERVATIONS"):
        run("invertdisplacement", {"OUTPUT": str(tmp_path / "out.nc")})

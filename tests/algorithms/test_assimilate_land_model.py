"""Assimilation that cycles with the land model, as QGIS runs it."""

from __future__ import annotations

import json

import numpy as np
import pytest
from groundswell.core.files import netcdf
from groundswell.core.files.stations import Stations, write_stations
from groundswell.core.grid.ease2 import Grid
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException

LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
    "vegcls": 4, "lai": [2.0] * 12, "grn": [0.7] * 12,
}  # fmt: skip
START = 6726.0  # 2018-06-01
EPOCHS = START + np.array([1.0, 2.0, 3.0])


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """Return three days of a station's weather, two columns and three epochs of displacement."""
    folder, grid = tmp_path_factory.mktemp("land"), Grid("M25")
    header = "time,Tair,Qair,Psurf,Rainf,Snowf,LWdown,SWdown,Wind"
    rows = [
        f"2018-06-{1 + hour // 24:02d}T{hour % 24:02d}:00,{290 + hour % 24 / 4},0.009,82000,0.00005,0,340,250,2"
        for hour in range(72)
    ]
    (folder / "weather.csv").write_text("\n".join([header, *rows]))
    lon, lat = grid.center(np.array([160, 160]), np.array([1079, 1080]))
    columns = [{**LOAM, "lon": float(x), "lat": float(y)} for x, y in zip(lon, lat)]
    (folder / "columns.json").write_text(json.dumps(columns))
    with netcdf.create(folder / "up.nc", "displacement", "test") as dataset:
        netcdf.write_grid(dataset, grid.window(160, 1079, 1, 2))
        netcdf.write_time(dataset, EPOCHS)
        variable = netcdf.add_variable(dataset, "vertical_displacement", ("time", "y", "x"), "mm", "up")
        variable[:] = np.array([[[0.3, 0.2]], [[0.0, 0.1]], [[-0.3, -0.3]]])
    return {
        "FORCING": str(folder / "weather.csv"), "PARAMETERS": str(folder / "columns.json"),
        "OBSERVATIONS": str(folder / "up.nc"), "PERTURBATION_CHANGES": "catdef.std=2", "SPIN_UP_YEARS": 1,
        "MEMBERS": 4, "OBSERVATION_ERROR": 0.1, "WORKERS": 1,
    }  # fmt: skip


def test_cycle_with_the_land_model_in_two_parts(run, inputs, tmp_path):
    first = {"END": "2018-06-02", "SAVE_RESTART": str(tmp_path / "state.nc"), "OUTPUT": str(tmp_path / "1.nc")}
    one, feedback, _ = run("assimilate", {**inputs, **first, "REPORT": str(tmp_path / "r.html")})
    assert any("degrees of freedom for signal" in text for text in feedback.said)
    assert any("Running the land model, analysis" in text for text in feedback.said)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Catchment deficit" in page
    assert "Requested less applied" in page
    two, _, _ = run("assimilate", {**inputs, "RESTART": one["SAVE_RESTART"], "OUTPUT": str(tmp_path / "2.nc")})
    assert (one["N_EPOCHS"], two["N_EPOCHS"]) == (1, 2)
    with netcdf.open_dataset(tmp_path / "2.nc") as dataset:
        assert dataset.disaggregation == "ensemble"
        assert np.abs(netcdf.read(dataset, "increment_applied")).max() > 1


def test_cancel_leaves_nothing(run, inputs, tmp_path):
    given = {**inputs, "OUTPUT": str(tmp_path / "a.nc")}
    with pytest.raises(QgsProcessingException, match="Cancelled: nothing was written"):
        run("assimilate", given, cancel_at="Running the land model, analysis")
    assert not (tmp_path / "a.nc").exists()


@pytest.mark.parametrize(
    ("left_out", "message"),
    [
        (("FORCING",), "FORCING and PARAMETERS go together"),
        (("FORCING", "PARAMETERS"), "Give INPUT (storage)"),
        (("OBSERVATIONS",), "Give OBSERVATIONS (displacement), STATIONS (GNSS), or both"),
    ],
)
def test_storage_or_land_model(provider, inputs, left_out, message, tmp_path):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("groundswell:assimilate")
    given = {name: value for name, value in inputs.items() if name not in left_out}
    fits, said = algorithm.checkParameterValues({**given, "OUTPUT": str(tmp_path / "a.nc")}, QgsProcessingContext())
    assert not fits
    assert message in said


def test_members_without_spread_are_refused(run, inputs, tmp_path):
    with pytest.raises(QgsProcessingException, match="without spread"):
        run("assimilate", {**inputs, "PERTURBATIONS": "none", "OUTPUT": str(tmp_path / "a.nc")})


def test_stations_alone(run, inputs, tmp_path):
    lon, lat = Grid("M25").center(np.array([160, 160]), np.array([1079, 1080]))
    up = np.array([[0.4, 0.0, -0.4], [0.3, 0.1, -0.4]])
    with netcdf.create(tmp_path / "stations.nc", "stations", "test") as dataset:
        write_stations(dataset, Stations(("AAAA", "BBBB"), lon, lat, EPOCHS, up, np.full(up.shape, 0.1)))
    given = {name: value for name, value in inputs.items() if name != "OBSERVATIONS"}
    choices = {"STATIONS": str(tmp_path / "stations.nc"), "STATION_ERROR": 0.1, "METHOD": "enkf_3d"}
    files = {"OUTPUT": str(tmp_path / "a.nc"), "REPORT": str(tmp_path / "r.html")}
    results, _, _ = run("assimilate", {**given, **choices, **files})
    assert results["N_EPOCHS"] == 3
    assert (tmp_path / "r.html").stat().st_size > 5_000
    with netcdf.open_dataset(tmp_path / "a.nc") as dataset:
        assert np.isfinite(netcdf.read(dataset, "station_innovation")).all()
        assert np.abs(netcdf.read(dataset, "increment_applied")).max() > 1


def test_sweep_of_the_error_with_land_model_and_stations(run, inputs, provider, tmp_path):
    lon, lat = Grid("M25").center(np.array([160]), np.array([1079]))
    up = np.array([[0.3, 0.0, -0.3]])
    with netcdf.create(tmp_path / "stations.nc", "stations", "test") as dataset:
        write_stations(dataset, Stations(("AAAA",), lon, lat, EPOCHS, up, np.full(up.shape, 0.1)))
    given = {name: value for name, value in inputs.items() if name != "OBSERVATION_ERROR"}
    choices = {"STATIONS": str(tmp_path / "stations.nc"), "METHOD": "letkf", "ERRORS": "0.05, 0.1, 0.2"}
    files = {"TABLE": str(tmp_path / "t.csv"), "REPORT": str(tmp_path / "r.html")}
    outputs, feedback, _ = run("tuneobservationerror", {**given, **choices, **files})
    assert any("Running the land model, open loop" in text for text in feedback.said)
    assert not any("Running the land model, analysis" in text for text in feedback.said)
    assert len((tmp_path / "t.csv").read_text().splitlines()) == 4
    assert "stations" in (tmp_path / "r.html").read_text(encoding="utf-8")
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("groundswell:tuneobservationerror")
    fits, said = algorithm.checkParameterValues({"TABLE": str(tmp_path / "t.csv")}, QgsProcessingContext())
    assert not fits
    assert "Give INPUT (storage)" in said

"""Assimilation and the choice of the observation error, as QGIS runs them."""

from __future__ import annotations

import json

import numpy as np
import pytest
from groundswell.core.files import netcdf
from groundswell.core.grid.ease2 import Grid
from qgis.core import QgsProcessingException

DAYS = np.arange(6500.0, 6800.0, 12.0)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    folder, grid, rng = tmp_path_factory.mktemp("assimilation"), Grid("M25"), np.random.default_rng(0)
    season = 100 * np.sin(2 * np.pi * DAYS / 365.25)[:, None, None]
    values = {
        "tws": (grid.window(160, 1070, 8, 8), season + np.zeros((DAYS.size, 8, 8))),
        "vertical_displacement": (grid.window(162, 1072, 4, 4), rng.normal(0, 4, (DAYS.size, 4, 4)) - 0.02 * season),
    }
    for name, (window, field) in values.items():
        with netcdf.create(folder / f"{name}.nc", name, "test") as dataset:
            netcdf.write_grid(dataset, window)
            netcdf.write_time(dataset, DAYS)
            netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name)[:] = field
    return {"INPUT": str(folder / "tws.nc"), "OBSERVATIONS": str(folder / "vertical_displacement.nc"), "MEMBERS": 8}


@pytest.mark.parametrize("method", ["enkf_1d", "enkf_3d"])
def test_assimilate_with_everything_it_offers(run, inputs, tmp_path, method):
    choices = {
        "METHOD": method, "WINDOW": "enks", "REFERENCE": "tied", "ERROR_CORRELATION_LENGTH": 50, "LOCALIZATION": 300,
        "OBSERVATION_ERROR": 4, "INFLATION": 1.02, "EXCLUDED_PERIODS": "2017-11-01..2017-12-01", "REMOVE_TREND": True,
    }  # fmt: skip
    outputs, feedback, _ = run(
        "assimilate", {**inputs, **choices, "OUTPUT": str(tmp_path / "a.nc"), "REPORT": str(tmp_path / "r.html")}
    )
    assert outputs["N_EPOCHS"] == DAYS.size
    assert 0.6 < outputs["INNOVATION_STD"] < 1.6
    assert any("degrees of freedom for signal" in text for text in feedback.said)
    with netcdf.open_dataset(tmp_path / "a.nc") as dataset:
        assert (dataset.method, dataset.reference, dataset.window) == (method, "tied", "enks")
    assert (tmp_path / "r.html").stat().st_size > 10_000


def test_assimilate_in_two_parts(run, inputs, tmp_path):
    first = {"END": "2017-12-31", "SAVE_RESTART": str(tmp_path / "state.nc"), "OUTPUT": str(tmp_path / "1.nc")}
    one, _, _ = run("assimilate", {**inputs, **first})
    two, _, _ = run("assimilate", {**inputs, "RESTART": one["SAVE_RESTART"], "OUTPUT": str(tmp_path / "2.nc")})
    assert one["N_EPOCHS"] + two["N_EPOCHS"] == DAYS.size
    assert "SAVE_RESTART" not in two


def test_tune_observation_error(run, inputs, tmp_path):
    outputs, _, _ = run(
        "tuneobservationerror",
        {**inputs, "ERRORS": "2, 4, 6", "TABLE": str(tmp_path / "t.csv"), "REPORT": str(tmp_path / "r.html")},
    )
    assert outputs["BEST_ERROR"] == pytest.approx(4, abs=0.7)
    assert len((tmp_path / "t.csv").read_text().splitlines()) == 4
    with pytest.raises(QgsProcessingException, match="ERRORS"):
        run("tuneobservationerror", {**inputs, "ERRORS": "nine", "TABLE": str(tmp_path / "t.csv")})


def test_assimilate_several_frames(run, inputs, tmp_path):
    grid, rng = Grid("M25"), np.random.default_rng(1)
    more = []
    for name, row, shift in (("one", 160, 5), ("two", 164, 7)):
        more.append(str(tmp_path / f"{name}.nc"))
        with netcdf.create(more[-1], name, "test") as dataset:
            netcdf.write_grid(dataset, grid.window(row, 1072, 3, 4))
            netcdf.write_time(dataset, DAYS[:-1] + shift)
            values = netcdf.add_variable(dataset, "vertical_displacement", ("time", "y", "x"), "mm", name)
            values[:] = rng.normal(0, 4, (DAYS.size - 1, 3, 4))
    choices = {**inputs, "METHOD": "enkf_3d", "OBSERVATION_ERROR": 4, "MORE_OBSERVATIONS": more}
    outputs, _, _ = run("assimilate", {**choices, "MORE_REFERENCES": "tied unknown", "OUTPUT": str(tmp_path / "a.nc")})
    assert outputs["N_EPOCHS"] == 3 * DAYS.size - 2
    with netcdf.open_dataset(tmp_path / "a.nc") as dataset:
        facts = json.loads(dataset.frames)
    assert [(fact["frame"], fact["reference"]) for fact in facts] == [
        ("one", "tied"),
        ("two", "unknown"),
        ("vertical_displacement", "absolute"),
    ]
    with pytest.raises(QgsProcessingException, match="MORE_REFERENCES has 1 word, MORE_OBSERVATIONS 2 files"):
        run("assimilate", {**choices, "MORE_REFERENCES": "tied", "OUTPUT": str(tmp_path / "b.nc")})
    with pytest.raises(QgsProcessingException, match="given twice"):
        run("assimilate", {**choices, "MORE_OBSERVATIONS": [inputs["OBSERVATIONS"]], "OUTPUT": str(tmp_path / "b.nc")})
    with pytest.raises(QgsProcessingException, match="OUTPUT and MORE_OBSERVATIONS name the same file"):
        run("assimilate", {**choices, "OUTPUT": more[1]})

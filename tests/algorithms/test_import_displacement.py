"""Finished displacement through QGIS, with defaults, to gridded vertical displacement."""

import numpy as np
import pytest
from groundswell.core.files import netcdf
from product_files import UTM, truth, write_dated, write_egms, write_granule, write_looks

DATES = ["20200101", "20200301", "20200701", "20210101", "20210701"]


def test_granules_through_to_vertical(run, tmp_path):
    days = np.array([0.0, 60.0, 182.0, 366.0, 547.0])
    values = truth(days, *UTM.shape)
    for second in range(1, len(DATES)):
        first = 0 if second <= 2 else 2
        write_granule(tmp_path / "granules", DATES[first], DATES[second], (values[second] - values[first]) / 1000.0)
    looks = write_looks(tmp_path / "los_enu.tif", UTM, (-0.6, 0.0, 0.8))
    parameters = {
        "INPUT": str(tmp_path / "granules"),
        "GEOMETRY": str(looks),
        "OUTPUT": str(tmp_path / "series.nc"),
        "REPORT": str(tmp_path / "report.html"),
    }
    results, feedback, _ = run("importdisplacement", parameters)
    assert (results["PRODUCT"], results["N_DATES"]) == ("OPERA DISP-S1", len(DATES))
    assert any("no spatial reference" in text for text in feedback.said)
    assert "no spatial reference" in (tmp_path / "report.html").read_text(encoding="utf-8")
    run("maskdownsample", {"INPUT": str(tmp_path / "series.nc"), "OUTPUT": str(tmp_path / "cells.nc")})
    run("lostovertical", {"INPUT": str(tmp_path / "cells.nc"), "OUTPUT": str(tmp_path / "vertical.nc")})
    with netcdf.open_dataset(tmp_path / "vertical.nc") as dataset, netcdf.open_dataset(tmp_path / "cells.nc") as cells:
        up, los = (
            netcdf.read_float(one, name) for one, name in ((dataset, "vertical_displacement"), (cells, "displacement"))
        )
        np.testing.assert_allclose(up, los / 0.8, rtol=1e-5, atol=1e-6)
        assert np.isfinite(up).any()
        assert dataset.product == "OPERA DISP-S1"


def test_points_through_to_cells_and_series(run, tmp_path):
    easting, northing = 4_321_000.0 + 137.0 * np.arange(30), np.full(30, 3_210_000.0)
    values = np.round(np.outer(np.linspace(1, 2, 30), [0.0, 1.0, 3.0, 2.0, 4.0]), 1)
    name = "EGMS_L2b_088_0282_IW2_VV_2019_2023_1.csv"
    write_egms(tmp_path / name, [f"p{n}" for n in range(30)], easting, northing, DATES, values, look=(-0.6, 0.0, 0.8))
    parameters = {
        "INPUT": str(tmp_path / name),
        "OUTPUT": str(tmp_path / "points.nc"),
        "REPORT": str(tmp_path / "r.html"),
    }
    results, _, _ = run("importdisplacement", parameters, load=True)
    assert results["N_PLACES"] == 30
    run("lostovertical", {"INPUT": parameters["OUTPUT"], "OUTPUT": str(tmp_path / "up.nc")}, load=True)
    with netcdf.open_dataset(tmp_path / "up.nc") as dataset:
        place = f"{float(dataset['lon'][3])},{float(dataset['lat'][3])}"
        expected = float(netcdf.read_float(dataset, "vertical_displacement")[2, 3])
    extracted = {"INPUT": str(tmp_path / "up.nc"), "COORDINATES": place, "OUTPUT": str(tmp_path / "series.csv")}
    run("extractseries", extracted, load=True)
    assert f"2020-07-01,vertical_displacement,{expected:.7g}" in (tmp_path / "series.csv").read_text(encoding="utf-8")
    cells = {
        "INPUT": str(tmp_path / "points.nc"),
        "OUTPUT": str(tmp_path / "cells.nc"),
        "REPORT": str(tmp_path / "c.html"),
    }
    run("maskdownsample", cells)
    with netcdf.open_dataset(tmp_path / "cells.nc") as dataset:
        assert int(netcdf.read(dataset, "n_pixels")[0].sum()) == 30
        assert np.nanmax(netcdf.read_float(dataset, "displacement")) == pytest.approx(6.0, abs=2.1)


def test_what_is_not_said_is_refused_by_the_parameter(run, tmp_path):
    write_dated(tmp_path / "rasters", DATES, np.ones((5, *UTM.shape)) * np.arange(5)[:, None, None])
    parameters = {"INPUT": str(tmp_path / "rasters"), "OUTPUT": str(tmp_path / "series.nc")}
    with pytest.raises(Exception, match=r"UNIT.*SIGN"):
        run("importdisplacement", parameters)
    run("importdisplacement", {**parameters, "UNIT": "cm", "SIGN": "away", "GEOMETRY": "33"})
    with netcdf.open_dataset(tmp_path / "series.nc") as dataset:
        assert float(netcdf.read_float(dataset, "displacement")[2, 3, 3]) == -20.0

"""GNSS stations and land-model files through the toolbox: files, folders, tables, layers."""

import csv
from datetime import date, timedelta

import numpy as np
import pytest
from groundswell.core.files import netcdf
from qgis.core import QgsProcessingException, QgsVectorLayer

HEADER = (
    "site YYMMMDD yyyy.yyyy __MJD week d reflon _e0 _e _n0 _n _u0 _u _ant sig_e sig_n sig_u c_en c_eu c_nu lat lon h"
)


@pytest.fixture
def stations(tmp_path):
    """A folder with a tenv3 series of 500 days with a listed jump of the antenna, and a table of a second station."""
    folder = tmp_path / "gnss"
    folder.mkdir()
    rng = np.random.default_rng(1)
    up = rng.normal(0, 0.004, 500) + 0.030 * (np.arange(500) >= 250)
    lines = [HEADER]
    for k, value in enumerate(up):
        day = date(2018, 1, 1) + timedelta(days=k)
        lines.append(
            f"KMIN {day.strftime('%y%b%d').upper()} 2018.0 {58119 + k} 1982 1 102.8 -237 -0.4 2770712 0.8 1986 "
            f"{value:.6f} 0.0000 0.0015 0.0014 0.006 0 0 0 25.03 -257.2 1986.0"
        )
    (folder / "KMIN.tenv3").write_text("\n".join(lines) + "\n")
    (folder / "steps.txt").write_text("KMIN  18SEP08  1  Antenna_Code_Changed\n")
    rows = [f"DALI,100.2,25.6,{date(2018, 1, 1) + timedelta(days=12 * k)},{k % 5}" for k in range(40)]
    (folder / "dali.csv").write_text("station,lon,lat,date,up_mm\n" + "\n".join(rows) + "\n")
    return folder


def test_stations_from_a_folder(run, stations, tmp_path):
    outputs, feedback, _ = run(
        "importgnss",
        {
            "INPUT": [str(stations)],
            "STATION": "KMIN",
            "MEAN_DAYS": 12,
            "OUTPUT": str(tmp_path / "points.nc"),
            "SERIES": str(tmp_path / "up.csv"),
            "LAYER": str(tmp_path / "points.gpkg"),
        },
    )
    assert outputs["N_STATIONS"] == 2
    assert any("KMIN: a jump of +" in text and "2018-09-08" in text for text in feedback.said)
    with netcdf.open_dataset(tmp_path / "points.nc") as dataset:
        assert dataset["up"].dimensions == ("station", "time")
        up = netcdf.read(dataset, "up")
    # Means of 12 days of noise of 4 mm, and the jump known to 1.5 mm.
    assert np.nanstd(up[1]) < 3
    rows = list(csv.DictReader((tmp_path / "up.csv").read_text().splitlines()))
    assert set(rows[0]) == {"date", "up_mm"}
    assert len(rows) == np.isfinite(up[1]).sum()
    layer = QgsVectorLayer(outputs["LAYER"], "stations")
    by_name = {feature["station"]: feature for feature in layer.getFeatures()}
    assert by_name["KMIN"]["n_steps"] == 1
    place = by_name["KMIN"].geometry().asPoint()
    assert (place.x(), place.y()) == pytest.approx((102.8, 25.03))
    assert by_name["DALI"]["first"] == "2018-01-01"


def test_one_file_needs_no_station(run, stations, tmp_path):
    outputs, _, _ = run(
        "importgnss",
        {
            "INPUT": str(stations / "dali.csv"),
            "OUTPUT": str(tmp_path / "points.nc"),
            "SERIES": str(tmp_path / "up.csv"),
        },
    )
    assert outputs["N_STATIONS"] == 1
    assert len((tmp_path / "up.csv").read_text().splitlines()) == 41


def test_station_that_is_not_there(run, stations, tmp_path):
    with pytest.raises(QgsProcessingException, match="no station 'XXXX'"):
        run(
            "importgnss",
            {
                "INPUT": [str(stations / "KMIN.tenv3")],
                "STATION": "XXXX",
                "OUTPUT": str(tmp_path / "points.nc"),
                "SERIES": str(tmp_path / "up.csv"),
            },
        )
    with pytest.raises(QgsProcessingException, match="holds no GNSS series"):
        run("importgnss", {"INPUT": str(tmp_path / "gnss" / "steps.txt"), "OUTPUT": str(tmp_path / "p.nc")})


def write_model(path, day):
    with netcdf.netcdf4().Dataset(str(path), "w") as dataset:
        for name, values in (
            ("time", [day]),
            ("lat", np.arange(22.125, 29, 0.25)),
            ("lon", np.arange(97.125, 104, 0.25)),
        ):
            dataset.createDimension(name, len(values))
            dataset.createVariable(name, "f8", (name,))[:] = values
        dataset["time"].units = "days since 2018-01-01"
        variable = dataset.createVariable("TWS", "f4", ("time", "lat", "lon"))
        variable.units = "mm"
        variable[:] = 500 + day


@pytest.mark.parametrize("parameter", ["INPUT", "FOLDER"])
def test_storage_from_a_folder(run, tmp_path, parameter):
    folder = tmp_path / "model"
    folder.mkdir()
    for day in (2, 0, 1):
        write_model(folder / f"part{2 - day}.nc4", float(day))
    outputs, _, _ = run("importstorage", {parameter: str(folder), "OUTPUT": str(tmp_path / "storage.nc")})
    assert outputs["N_TIMES"] == 3
    with netcdf.open_dataset(tmp_path / "storage.nc") as dataset:
        assert netcdf.read(dataset, "tws")[:, 5, 5].tolist() == [500, 501, 502]


def test_storage_needs_a_source(provider, tmp_path):
    from qgis.core import QgsProcessingContext

    algorithm = provider.algorithm("importstorage").create()
    fits, problem = algorithm.checkParameterValues({"OUTPUT": str(tmp_path / "a.nc")}, QgsProcessingContext())
    assert not fits
    assert "FOLDER" in problem


def test_several_times_a_day_make_one_field(run, tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    for number, day in enumerate((0.25, 0.5, 1.25)):
        write_model(folder / f"part{number}.nc4", day)
    storage = str(tmp_path / "storage.nc")
    run("importstorage", {"FOLDER": str(folder), "OUTPUT": storage})
    outputs, _, _ = run(
        "extractseries",
        {
            "INPUT": storage,
            "POINTS": "100,25.5",
            "OUTPUT": str(tmp_path / "s.csv"),
            "LAYER": str(tmp_path / "points.gpkg"),
        },
    )
    (feature,) = QgsVectorLayer(outputs["LAYER"], "points").getFeatures()
    assert (feature["D20180101"], feature["D20180102"]) == (500.25, 501.25)
    rows = list(csv.DictReader((tmp_path / "s.csv").read_text().splitlines()))
    assert [row["date"] for row in rows] == ["2018-01-01T06:00", "2018-01-01T12:00", "2018-01-02T06:00"]

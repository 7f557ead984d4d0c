"""The land model from QGIS: results, progress, cancel, errors that say what to do."""

import json

import pytest
from qgis.core import QgsProcessingException

LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
    "vegcls": 4, "lai": [2.0] * 12, "grn": [0.7] * 12, "lon": 100.0,
}  # fmt: skip


@pytest.fixture
def station(tmp_path):
    """Return the parameters of a run of two columns over three days of a station's weather."""
    header = "time,Tair,Qair,Psurf,Rainf,Snowf,LWdown,SWdown,Wind"
    rows = [
        f"2018-06-{1 + hour // 24:02d}T{hour % 24:02d}:00,{290 + hour % 24 / 4},0.009,82000,0.00005,0,340,250,2"
        for hour in range(72)
    ]
    (tmp_path / "weather.csv").write_text("\n".join([header, *rows]))
    columns = [{**LOAM, "lat": 25.6}, {**LOAM, "lat": 25.9, "vegcls": 2}]
    (tmp_path / "columns.json").write_text(json.dumps(columns))
    return {
        "FORCING": str(tmp_path / "weather.csv"),
        "PARAMETERS": str(tmp_path / "columns.json"),
        "MEMBERS": 3,
        "SPIN_UP_YEARS": 1,
        "WORKERS": 1,
        "OUTPUT": str(tmp_path / "storage.nc"),
        "REPORT": str(tmp_path / "report.html"),
        "RESTART": str(tmp_path / "restart.nc"),
    }


def test_ensemble_from_a_stations_weather(run, station, tmp_path):
    results, feedback, _ = run("runcatchment", station)
    assert (results["N_DAYS"], results["N_TILES"]) == (3, 2)
    assert results["WATER_RESIDUAL"] < 1e-6
    assert (tmp_path / "restart.nc").is_file()
    assert "Root zone" in (tmp_path / "report.html").read_text()
    assert feedback.progress[-1] == 100
    assert len(set(feedback.progress)) > 4
    assert any("spin-up" in text for text in feedback.said)


def test_cancel_leaves_nothing(run, station, tmp_path):
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("runcatchment", station, cancel_at="Running the land model")
    assert not (tmp_path / "storage.nc").exists()
    assert not (tmp_path / "restart.nc").exists()


def test_errors_say_what_to_do(run, station):
    with pytest.raises(QgsProcessingException, match="single run choose PERTURBATIONS none"):
        run("runcatchment", {**station, "MEMBERS": 1})
    with pytest.raises(QgsProcessingException, match="VARIABLE.KEY=NUMBER"):
        run("runcatchment", {**station, "PERTURBATION_CHANGES": "rain=2"})


def test_weather_is_checked_alone(run, station, tmp_path):
    """Three days with the sun shining by night: too few days to refuse a run, and said."""
    given = {name: station[name] for name in ("FORCING", "PARAMETERS")}
    table, report = tmp_path / "figures.csv", tmp_path / "weather.html"
    results, _, _ = run("checkweather", {**given, "TABLE": str(table), "REPORT": str(report)})
    # 0.00005 kg m-2 s-1 are 4.32 mm a day.
    assert results["PRECIPITATION_MM"] == pytest.approx(4.32 * 365.25, rel=1e-6)
    assert results["N_IMPOSSIBLE"] == 0
    lines = table.read_text().splitlines()
    assert lines[0].startswith("Figure,Value,Unit")
    assert any(line.startswith("Long wave,340") for line in lines)
    assert "3 days are too few to judge" in report.read_text()
    with pytest.raises(QgsProcessingException, match="give PARAMETERS"):
        run("checkweather", {"FORCING": station["FORCING"]})


def test_equilibrium_is_kept_and_given_back(run, station, tmp_path):
    first, _, _ = run("runcatchment", {**station, "EQUILIBRIUM": str(tmp_path / "steady.nc")})
    assert first["EQUILIBRIUM"] == str(tmp_path / "steady.nc")
    again = {**station, "EQUILIBRIUM_INPUT": str(tmp_path / "steady.nc"), "OUTPUT": str(tmp_path / "again.nc")}
    results, feedback, _ = run("runcatchment", {**again, "MEMBERS": 4})
    assert results["SPIN_UP_DRIFT"] == first["SPIN_UP_DRIFT"]
    assert not any(text.startswith("Spin-up,") for text in feedback.said)
    with pytest.raises(QgsProcessingException, match="EQUILIBRIUM_INPUT.*another VARIANT"):
        run("runcatchment", {**again, "VARIANT": "lis"})

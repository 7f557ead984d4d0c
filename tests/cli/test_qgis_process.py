"""The command line as a user types it: the whole chain, real interferograms, and an error.

Each call of ``qgis_process`` costs some ten seconds of start-up, so there are few.
"""

import csv
import subprocess
import warnings
from pathlib import Path

import groundswell.api
import numpy as np
import pytest
from groundswell.core.files import netcdf

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Return a function that runs an algorithm by ``qgis_process`` in a profile of its own."""
    profile = tmp_path_factory.mktemp("profile")

    def qgis_process(algorithm, parameters):
        arguments = [f"{key}={value}" for key, value in parameters.items()]
        command = [str(ROOT / "tools" / "qgis_process.sh"), "run", f"groundswell:{algorithm}", "--", *arguments]
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            timeout=280,
            stdin=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin", "HOME": str(profile), "GROUNDSWELL_PROFILE": str(profile)},
        )

    return qgis_process


def test_the_whole_chain(run, chain, tmp_path):
    done = run(
        "los_to_tws",
        {
            "FRAME": chain.frame,
            "GACOS": chain.area.gacos,
            "REFERENCE": f"{chain.area.reference_lon},{chain.area.reference_lat} [EPSG:4326]",
            "REFERENCE_SERIES": chain.area.reference_series,
            "STORAGE": chain.area.land_model,
            "GRACE": chain.area.grace,
            "REGION": chain.area.region,
            "MAX_VELOCITY": 200,
            "invertinterferograms:Displacement series": tmp_path / "displacement.nc",
            "lostovertical:Vertical displacement": tmp_path / "vertical.nc",
            "assimilate:Analysis": tmp_path / "analysis.nc",
            "assimilate:Analysis report": tmp_path / "analysis.html",
            "comparegrace:Maps": tmp_path / "comparison.nc",
            "comparegrace:Table": tmp_path / "comparison.csv",
            "comparegrace:Comparison report": tmp_path / "comparison.html",
        },
    )
    assert done.returncode == 0, done.stdout + done.stderr
    # The same step through the core, with the same defaults, gives the same analysis to the last bit.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", groundswell.api.GroundswellWarning)
        groundswell.assimilate(chain.storage, tmp_path / "core.nc", chain.vertical)
    with netcdf.open_dataset(tmp_path / "analysis.nc") as made, netcdf.open_dataset(tmp_path / "core.nc") as expected:
        for name in ("tws_open_loop", "tws_analysis", "normalized_innovation"):
            np.testing.assert_array_equal(netcdf.read_stored(made, name), netcdf.read_stored(expected, name))
    with (tmp_path / "comparison.csv").open() as table:
        rows = list(csv.DictReader(table))
    assert {row["series"] for row in rows} >= {"open_loop", "analysis"}
    assert all(np.isfinite(float(row["ubrmsd_mm"])) for row in rows)
    assert "synthetic" in (tmp_path / "analysis.html").read_text().lower()


def test_real_interferograms_to_vertical_displacement(run, reference, tmp_path):
    """Mexico City, LiCSAR layout: import to gridded vertical displacement, with subsidence where the city sinks."""
    done = run(
        "displacement",
        {
            "FRAME": reference / "insar" / "mexico_cropA",
            "MAX_VELOCITY": 1000,
            "invertinterferograms:Displacement series": tmp_path / "displacement.nc",
            "invertinterferograms:Velocity": tmp_path / "velocity.tif",
            "lostovertical:Vertical displacement": tmp_path / "vertical.nc",
        },
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with netcdf.open_dataset(tmp_path / "displacement.nc") as dataset:
        velocity = netcdf.read_float(dataset, "velocity")
    assert np.nanmin(velocity) < -150  # the city sinks by decimetres a year
    with netcdf.open_dataset(tmp_path / "vertical.nc") as dataset:
        vertical = netcdf.read_float(dataset, "vertical_displacement")
        assert dataset.ease_grid == "M25"
    assert np.nanmin(vertical) < -1.0


def test_an_error_says_what_to_do_and_returns_1(run, tmp_path):
    (tmp_path / "empty").mkdir()
    output = tmp_path / "stack.nc"
    done = run("importinterferograms", {"INPUT": tmp_path / "empty", "OUTPUT": output})
    assert done.returncode == 1
    assert str(tmp_path / "empty") in done.stderr
    assert "no interferogram" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "empty"]

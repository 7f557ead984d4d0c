"""The plugin in a real QGIS window on a virtual screen."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def window(tmp_path_factory, chain):
    """Open the window once on the example's results and return what the driver saw."""
    if shutil.which("xvfb-run") is None or shutil.which("qgis") is None:
        message = "needs qgis and xvfb-run: sudo apt install qgis xvfb"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    folder = tmp_path_factory.mktemp("window")
    runs = [
        (
            "comparegrace",
            {
                "INPUT": str(chain.analysis),
                "GRACE": str(chain.grace),
                "OUTPUT": str(folder / "comparison.nc"),
                "TABLE": str(folder / "comparison.csv"),
            },
        ),
        ("lostovertical", {"INPUT": str(chain.gridded), "OUTPUT": str(folder / "vertical.nc")}),
    ]
    inputs = {
        "runs": runs,
        "point": [100.0, 25.7],
        "file": str(chain.analysis),
        "grace": str(chain.grace),
        "study": {
            "folder": str(folder / "study"),
            "preset": "tiny",
            "title": "A study made by clicking",
            "max_velocity": 200.0,
        },
    }
    (folder / "inputs.json").write_text(json.dumps(inputs))
    done = subprocess.run(
        [str(ROOT / "tools" / "qgis_window.sh"), str(folder), str(ROOT / "tests" / "gui" / "driver.py")],
        capture_output=True,
        text=True,
        check=False,
        timeout=320,
        stdin=subprocess.DEVNULL,
    )
    (folder / "stderr.txt").write_text(done.stderr)
    result = folder / "result.json"
    assert result.exists(), done.stdout + done.stderr
    seen = json.loads(result.read_text())
    sys.stderr.write(seen["error"])
    seen["folder"] = folder
    return seen


def test_it_loads_and_unloads_without_error(window):
    assert window["loaded"]
    assert window["error"] == ""
    assert window["left"] == []


def test_the_toolbox_shows_the_groups_in_the_order_of_the_chain(window):
    assert [title[0] for title in window["groups"]] == list("123456789")


def test_layers_come_in_one_group_in_reading_order_and_once(window):
    (group, layers), *others = window["tree"]
    assert group == "Groundswell"
    assert others == []
    assert [name.partition(" (")[0] for name in layers[:1]] == ["Vertical displacement"]
    assert len(set(layers)) == len(layers) > 2
    assert window["tree_again"] == window["tree"]


def test_the_temporal_controller_has_the_dates_of_the_series(window):
    assert window["dates"] > 5


def test_series_arrive_as_animated_layers_with_symmetric_limits_and_units(window):
    layer = next(layer for layer in window["layers"] if layer["name"].startswith("Vertical displacement"))
    assert layer["valid"]
    assert layer["temporal"]
    assert "(mm)" in layer["name"]
    assert layer["range"][0] == -layer["range"][1] < 0


def test_maps_of_one_quantity_share_a_scale(window):
    maps = [layer for layer in window["layers"] if "(mm)" in layer["name"] and "RMSD" in layer["name"]]
    assert len(maps) == 2
    assert maps[0]["range"] == maps[1]["range"]


def test_the_dock_shows_open_loop_analysis_and_grace(window):
    assert {"Open loop", "Analysis", "GRACE"} <= set(window["dock"]["series"])
    assert window["dock"]["unit"] == "mm"
    assert (window["folder"] / "dock.png").stat().st_size > 10_000


def test_a_guided_run_waits_for_what_is_missing_and_loads_the_example(window):
    assert not window["empty"]["next"]
    assert "Interferograms" in window["empty"]["said"]
    assert window["loaded_example"]["next"]
    found = window["loaded_example"]["found"]
    assert "interferograms of" in found["frame"]
    assert "imported first" in found["stations"]


def test_a_guided_run_goes_from_the_example_to_the_headline(window):
    study = window["study"]
    assert study["complete"], study
    assert set(study["states"]) == {"done"}
    assert len(study["states"]) == 11
    assert any(name.startswith("Terrestrial water storage") or "analysis" in name for name in study["layers"])
    assert re.search(r"rises and falls by \d+ mm", study["headline"])
    assert re.search(r"from \d+ to \d+ mm", study["headline"])
    assert "What would help more" in study["headline"]
    report = (window["folder"] / "study" / "study" / "report.html").read_text()
    assert "A study made by clicking" in report


def test_nothing_of_hdf5_is_printed(window):
    assert "HDF5" not in (window["folder"] / "stderr.txt").read_text()

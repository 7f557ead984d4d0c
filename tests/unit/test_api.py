"""The scripting interface, and the gallery that shows it: every script runs and says what it should."""

import re
import runpy
import subprocess
import sys
import textwrap
import warnings
from pathlib import Path

import groundswell
import numpy as np
import pytest
from groundswell import api
from groundswell.core.errors import GroundswellError
from groundswell.core.files import netcdf

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "docs" / "gallery").glob("*.py"))


def run_script(name, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", api.GroundswellWarning)
        runpy.run_path(str(ROOT / "docs" / "gallery" / f"{name}.py"))
    assert (folder / f"{name}.png").stat().st_size > 5000
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", capsys.readouterr().out)]


def test_a_disk_sinks_as_the_reference_says(tmp_path, monkeypatch, capsys):
    numbers = run_script("disk_load", tmp_path, monkeypatch, capsys)
    # Centre of the 14 km disk: -2.6864 mm per metre (PREM, CE; the figure of the loading spec).
    assert numbers[3] == pytest.approx(-2.69, abs=0.01)


def test_filters_come_to_the_exact_mean(tmp_path, monkeypatch, capsys):
    """The sampling error of a mean of N members falls with its root: 1000 members are within 8 mm of 60."""
    numbers = run_script("three_filters", tmp_path, monkeypatch, capsys)
    assert numbers[0::2] == [24, 24, 24, 1000, 1000, 1000]
    assert max(numbers[7::2]) < 8
    assert min(numbers[1:6:2]) > max(numbers[7::2])


def test_a_frame_becomes_a_velocity(tmp_path, monkeypatch, capsys):
    pixels, median = run_script("frame_to_velocity", tmp_path, monkeypatch, capsys)
    assert pixels > 1000
    assert abs(median) < 60


def test_grace_over_a_region(tmp_path, monkeypatch, capsys):
    months, amplitude = run_script("grace_region", tmp_path, monkeypatch, capsys)
    assert months >= 3
    assert 10 < amplitude < 400


def test_stations_find_the_water(tmp_path, monkeypatch, capsys):
    error, signal = run_script("stations_to_storage", tmp_path, monkeypatch, capsys)
    assert error < 0.75 * signal


def test_every_script_of_the_gallery_is_run_here():
    source = Path(__file__).read_text(encoding="utf-8")
    assert [path.stem for path in SCRIPTS if f'"{path.stem}"' not in source] == []


def test_the_functions_are_offered_by_the_package():
    assert set(api.__all__) == groundswell.FUNCTIONS
    for name in api.__all__:
        assert getattr(groundswell, name) is getattr(api, name)
    with pytest.raises(AttributeError, match="nonsense"):
        groundswell.nonsense  # noqa: B018


def test_the_package_loads_nothing_before_it_is_used():
    script = textwrap.dedent(
        f"""
        import importlib.util, sys
        spec = importlib.util.spec_from_file_location(
            "groundswell", r"{ROOT}/__init__.py", submodule_search_locations=[r"{ROOT}"])
        package = sys.modules["groundswell"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(package)
        hasattr(package, "qCleanupResources")  # QGIS asks for it while it walks over the loaded modules
        print(*[name for name in sys.modules if name.startswith("groundswell.")])
        package.assimilate
        print(*sorted({{"scipy", "matplotlib", "netCDF4", "osgeo", "qgis"}} & set(sys.modules)))
        """
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_example_is_of_the_world_that_is_asked_for(tmp_path):
    spread = {}
    for world in ("right", "large"):
        area = groundswell.create_example(tmp_path / world, "tiny", seed=3, world=world)
        groundswell.import_storage(area.land_model, tmp_path / f"{world}.nc")
        storage = groundswell.read_series(tmp_path / f"{world}.nc", "tws").values
        spread[world] = np.nanmean(storage, axis=(1, 2)).std()
    # the season of the land model is right in the one world and far too large in the other
    assert spread["large"] > 1.3 * spread["right"]


def test_an_unknown_option_is_an_error_that_lists_the_known(tmp_path):
    with pytest.raises(TypeError, match="max_speed: no such option; there are max_velocity_mm_yr, grid"):
        groundswell.mask_downsample(tmp_path / "a.nc", tmp_path / "b.nc", max_speed=3)


def test_options_kept_in_groups_are_given_by_their_own_names(tmp_path):
    table = tmp_path / "points.csv"
    table.write_text("id,lon,lat,D20200101,D20200113,D20200125\na,10,50,0,-1,-2\nb,10.1,50,0,-1,-2\n")
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        groundswell.import_displacement(table, tmp_path / "out.nc", unit="cm", sign="away", component="line_of_sight")
    assert not [str(one.message) for one in seen if "what its numbers mean" in str(one.message)]
    with netcdf.open_dataset(tmp_path / "out.nc") as dataset:
        # 1 cm towards the satellite a date; what is away is negative in the line of sight
        np.testing.assert_allclose(netcdf.read_float(dataset, "displacement"), [[0, 0], [10, 10], [20, 20]], atol=1e-4)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        groundswell.import_displacement(table, tmp_path / "out.nc", unit="cm", sign="away")
    assert any("are taken as line of sight. COMPONENT says otherwise" in str(one.message) for one in seen)
    with pytest.raises(TypeError, match="sing: no such option; there are .*multilook.* unit, sign"):
        groundswell.import_displacement(table, tmp_path / "out.nc", sing="away")


def test_a_series_is_read_as_arrays(chain):
    made = groundswell.read_series(chain.storage, "tws")
    assert made.values.shape == (made.dates.size, *made.lon.shape)
    assert made.unit == "mm"
    assert np.all(np.diff(made.dates) > np.timedelta64(0))


def test_warnings_of_a_run_are_warnings_of_python(chain, tmp_path):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        groundswell.los_to_vertical(chain.gridded, tmp_path / "vertical.nc")
    kinds = {str(one.message)[:24]: one.category for one in seen}
    assert kinds["Without REFERENCE_SERIES"] is api.GroundswellWarning


def test_one_track_given_twice_is_no_pair_of_tracks(chain, tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", api.GroundswellWarning)
        with pytest.raises(GroundswellError, match="Both tracks look from nearly the same side"):
            groundswell.decompose_los(chain.series, chain.series, tmp_path / "parts.nc")
    assert not (tmp_path / "parts.nc").exists()


def test_displacement_without_data_is_refused(tmp_path):
    with pytest.raises(GroundswellError, match="nothing to invert"):
        groundswell.invert_displacement(tmp_path / "storage.nc")

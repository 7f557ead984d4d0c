"""The state that spin-up found, kept and given back."""

import shutil

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.land.parameter_files import read_parameters, write_parameters
from groundswell.core.land.run import CatchmentOptions, run_catchment
from groundswell.core.work.progress import SilentProgress

from .test_catchment_run import START, some_tiles, write_weather


@pytest.fixture(scope="module")
def area(tmp_path_factory):
    """Return a folder with columns, weather, and the equilibrium of two loops through it."""
    folder = tmp_path_factory.mktemp("area")
    tiles = some_tiles()
    write_parameters(folder / "parameters.nc", tiles, "test", synthetic=True)
    write_weather(folder / "weather.nc", grid=tiles.grid)
    run(folder, "first", equilibrium_output=folder / "steady.nc")
    return folder


def run(folder, name, progress=None, equilibrium_output=None, **changes):
    wanted = {"members": 3, "spin_up_years": 2, "perturbations": "none", "workers": 1, **changes}
    output = folder / f"{name}.nc"
    made = run_catchment(
        folder / "weather.nc",
        folder / "parameters.nc",
        output,
        CatchmentOptions(**wanted),
        progress or SilentProgress(),
        equilibrium_output=equilibrium_output,
    )
    with netcdf.open_dataset(output) as dataset:
        return made, netcdf.read_float(dataset, "tws")


def test_a_run_from_its_equilibrium_is_the_run_that_found_it(area):
    with netcdf.open_dataset(area / "first.nc") as dataset:
        first = netcdf.read_float(dataset, "tws")
    progress = SilentProgress()
    made, again = run(area, "again", progress, equilibrium=area / "steady.nc")
    np.testing.assert_array_equal(again, first)
    assert made.spin_up_loops == 2
    assert any("are not 2 years of spin-up" in text for text in progress.warnings)  # what it is, is said again
    _, members = run(area, "members", equilibrium=area / "steady.nc", perturbations="paper")
    assert members.shape[0] == 3  # other perturbations and members may begin with it


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"variant": "lis"}, "another VARIANT"),
        ({"start": "2018-01-02"}, r"another first day \(2018-01-01"),
        ({"restart": "steady.nc"}, "give one of them"),
    ],
)
def test_other_runs_are_refused(area, change, words):
    from datetime import date

    change = {**change}
    if "start" in change:
        change["start"] = date.fromisoformat(change["start"])
    if "restart" in change:
        change["restart"] = area / "steady.nc"
    with pytest.raises(InputError, match=words):
        run(area, "other", equilibrium=area / "steady.nc", **change)


def test_other_columns_and_weather_are_refused(area, tmp_path):
    for name in ("parameters.nc", "weather.nc", "steady.nc"):
        shutil.copy(area / name, tmp_path / name)
    tiles = read_parameters(tmp_path / "parameters.nc")

    def warmer(values):
        values["Tair"] += 0.5

    write_weather(tmp_path / "weather.nc", grid=tiles.grid, change=warmer, start=START)
    with pytest.raises(InputError, match="another FORCING in the year of spin-up"):
        run(tmp_path, "other", equilibrium=tmp_path / "steady.nc")
    shutil.copy(area / "weather.nc", tmp_path / "weather.nc")
    tiles.parameters.poros[0] += 0.01
    write_parameters(tmp_path / "parameters.nc", tiles, "test", synthetic=True)
    with pytest.raises(InputError, match=r"another PARAMETERS \(values\)"):
        run(tmp_path, "other", equilibrium=tmp_path / "steady.nc")
    write_like_a_restart(tmp_path / "steady.nc")
    with pytest.raises(InputError, match="is no equilibrium"):
        run(tmp_path, "other", equilibrium=tmp_path / "steady.nc")


def write_like_a_restart(path):
    import netCDF4

    with netCDF4.Dataset(path, "a") as dataset:
        dataset.delncattr("weather_identity")

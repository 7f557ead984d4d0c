"""Files are whole or absent, carry their grid and time, and say what is wrong with them."""

from types import SimpleNamespace

import numpy as np
import pytest
from groundswell.core import dates
from groundswell.core.errors import InputError, MissingPackageError, OutputError, install_command
from groundswell.core.files import netcdf, outputs, raster

GRID = raster.RasterGrid("EPSG:6933", 9_000_000.0, 3_000_000.0, 25_025.26, 25_025.26, 5, 4)


def write(path, days=(0.0, 12.5)):
    with netcdf.create(path, "test", "teststep", "A=1") as dataset:
        netcdf.write_grid(dataset, GRID)
        netcdf.write_time(dataset, days)
        variable = netcdf.add_variable(dataset, "tws", ("time", "y", "x"), "mm", "storage")
        variable[:] = np.arange(len(days) * 20, dtype="f4").reshape(len(days), 4, 5)
        variable[0, 0, 0] = np.nan


def test_grid_time_and_values_survive_the_file(tmp_path):
    path = tmp_path / "a.nc"
    write(path)
    with netcdf.open_dataset(path, ["tws"]) as dataset:
        assert netcdf.read_grid(dataset).matches(GRID)
        assert netcdf.read_days(dataset) == pytest.approx([0.0, 12.5])
        values = netcdf.read(dataset, "tws")
    assert np.isnan(values[0, 0, 0])
    assert values[1, 3, 4] == 39
    assert [p.name for p in tmp_path.iterdir()] == ["a.nc"]


def test_gdal_places_the_file_where_we_do(tmp_path):
    path = tmp_path / "a.nc"
    write(path)
    dataset = raster.gdal().Open(f'NETCDF:"{path}":tws')
    assert dataset.GetGeoTransform() == pytest.approx(GRID.geotransform)
    assert dataset.GetRasterBand(2).ReadAsArray()[3, 4] == 39


def test_failure_leaves_the_older_file(tmp_path):
    path = tmp_path / "a.nc"
    write(path)
    before = path.read_bytes()
    with pytest.raises(ValueError, match="boom"), netcdf.create(path, "t", "s"):
        raise ValueError("boom")
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.nc"]


def test_unwritable_folder_is_named(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("x")
    with pytest.raises(OutputError, match="Cannot write"), outputs.whole_file(blocker / "a.nc"):
        pass


def test_cut_file_is_named(tmp_path):
    path = tmp_path / "a.nc"
    write(path, days=np.arange(2000.0))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match=r"a\.nc"), netcdf.open_dataset(path) as dataset:
        netcdf.read(dataset, "tws")


def test_missing_variable_is_named(tmp_path):
    path = tmp_path / "a.nc"
    write(path)
    with pytest.raises(InputError, match="no variable displacement"), netcdf.open_dataset(path, ["displacement"]):
        pass


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ("days since 2002-01-01T00:00:00Z", 731 + 107.0),
        ("hours since 1900-01-01 00:00:00.0", -36524 + 107 / 24),
        ("minutes since 2000-01-01", 107 / 1440),
    ],
)
def test_time_units_of_others(tmp_path, units, expected):
    path = tmp_path / "a.nc"
    with netcdf.create(path, "t", "s") as dataset:
        dataset.createDimension("time", 1)
        variable = dataset.createVariable("time", "f4", ("time",))
        variable[:] = 107
        variable.setncattr("Units", units)
    with netcdf.open_dataset(path) as dataset:
        assert netcdf.read_days(dataset)[0] == pytest.approx(expected, abs=1e-9)


def test_dates():
    assert dates.day_number(dates.parse_date("20000102")) == 1
    assert dates.compact(dates.day_number(dates.parse_date("2016-05-18T10:00:00"))) == "20160518"
    assert str(dates.to_datetime64([0.5])[0]) == "2000-01-01T12:00:00"
    with pytest.raises(InputError, match="not a date"):
        dates.parse_date("2016-13-01")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_missing_package_says_how_to_install(platform):
    assert "netcdf" in install_command("netCDF4", platform).lower()
    assert "apt" in install_command("netCDF4", "linux")
    assert "netCDF4" in str(MissingPackageError("netCDF4"))


def test_geotiff(tmp_path):
    path = tmp_path / "v.tif"
    values = np.arange(20, dtype="f4").reshape(4, 5)
    raster.write_geotiff(path, values, GRID, description="velocity")
    again, grid = raster.read_raster(path)
    assert grid.matches(GRID)
    assert (again == values).all()


def test_a_file_is_given_up_while_the_disk_still_has_room_to_close_it(tmp_path, monkeypatch):
    """The library cannot close a file on a full disk and crashes the process at its end."""
    monkeypatch.setattr(outputs.shutil, "disk_usage", lambda folder: SimpleNamespace(free=outputs.SPARE_BYTES - 1))
    with (
        pytest.raises(OutputError, match=r"Cannot write .*a\.nc.*free on the disk"),
        netcdf.create(tmp_path / "a.nc", "title", "test"),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_names_are_text_of_fixed_length(tmp_path):
    names = ["displacement", "\u5927\u7406", ""]
    with netcdf.create(tmp_path / "names.nc", "names", "test") as dataset:
        dataset.createDimension("group", len(names))
        netcdf.add_names(dataset, "group_name", "group", names, "kind of observations")
    with netcdf.open_dataset(tmp_path / "names.nc") as dataset:
        assert dataset["group_name"].dtype == "S1"  # no variable length, which layers in QGIS do not bear
        assert [str(name) for name in dataset["group_name"][:]] == names

"""Files of the chain that others wrote: units, dimensions, times, missing values as the chain has them, or refused."""

import numpy as np
import pytest
from groundswell.core.dates import date_of
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.times import days_of

VALUES = np.arange(24.0).reshape(4, 2, 3) * 10  # [time, y, x], mm
DAYS = [0.0, 12.0, 24.0, 36.0]


def write(
    path, values=VALUES, dimensions=("time", "y", "x"), name="tws", units="mm", days=DAYS, fill=None, calendar=""
):
    sizes = dict(zip(dimensions, np.shape(values)))
    with netcdf.netcdf4().Dataset(str(path), "w") as dataset:
        for dimension, size in sizes.items():
            dataset.createDimension(dimension, size)
        time = dataset.createVariable("time", "f8", ("time",))
        time.units = "days since 2000-01-01"
        time[:] = days
        for axis, step in (("y", -0.25), ("x", 0.25)):
            dataset.createVariable(axis, "f8", (axis,))[:] = 30 + step * np.arange(sizes[axis])
        variable = dataset.createVariable(name, "f4", dimensions, fill_value=fill)
        if units:
            variable.units = units
        variable[:] = values
    return path


def read(path, name="tws", index=..., **options):
    warnings = []
    with netcdf.open_chain_file(path, [name], warn=warnings.append, **options) as dataset:
        return netcdf.read_float(dataset, name, index), netcdf.read_days(dataset), warnings


@pytest.mark.parametrize(
    ("units", "scale"),
    [("mm", 1), ("cm", 10), ("m", 1000), ("kg m-2", 1), ("m of water equivalent", 1000), ("Centimeters", 10)],
)
def test_storage_is_millimetres_whatever_the_files_unit(tmp_path, units, scale):
    values, _, warnings = read(write(tmp_path / "a.nc", VALUES / scale, units=units))
    np.testing.assert_allclose(values, VALUES, rtol=1e-6)  # of float32
    assert warnings == []


@pytest.mark.parametrize("units", ["mm/day", "kg m-2 s-1", "mm s-1", "K", "percent", "m3 m-3"])
def test_what_is_no_storage_is_refused(tmp_path, units):
    with pytest.raises(InputError, match=f"{units}.*no unit of water storage"):
        read(write(tmp_path / "a.nc", units=units))


@pytest.mark.parametrize("name", ["displacement", "vertical_displacement", "displacement_std"])
def test_displacement_is_millimetres_and_water_is_none(tmp_path, name):
    np.testing.assert_allclose(read(write(tmp_path / "a.nc", VALUES / 1000, name=name, units="m"), name)[0], VALUES)
    with pytest.raises(InputError, match="kg m-2.*no unit of displacement"):
        read(write(tmp_path / "b.nc", name=name, units="kg m-2"), name)


def test_a_unit_that_nobody_knows_is_asked_for(tmp_path):
    path = write(tmp_path / "a.nc", VALUES / 10, units="")
    with pytest.raises(InputError, match=r"a\.nc: 'tws' has no unit: say with UNIT"):
        read(path)
    np.testing.assert_allclose(read(path, unit="cm")[0], VALUES, rtol=1e-6)
    # What the file says counts.
    np.testing.assert_allclose(read(write(tmp_path / "b.nc"), unit="cm")[0], VALUES)


@pytest.mark.parametrize("order", [("time", "x", "y"), ("y", "x", "time"), ("x", "time", "y")])
def test_dimensions_are_known_by_name(tmp_path, order):
    axes = [("time", "y", "x").index(name) for name in order]
    path = write(tmp_path / "a.nc", VALUES.transpose(axes), order)
    np.testing.assert_array_equal(read(path)[0], VALUES)
    for index in (1, (slice(1, 3), 0), (slice(None), slice(0, 1), [0, 2]), (2, 1, 2), (np.array([3, 1]),)):
        np.testing.assert_array_equal(read(path, index=index)[0], VALUES[index])
    with netcdf.open_chain_file(path) as dataset:
        assert dataset.variables["tws"].dimensions == ("time", "y", "x")
        assert dataset.variables["tws"].shape == VALUES.shape


def test_members_come_first(tmp_path):
    values = np.stack([VALUES, VALUES + 1], axis=-1)
    found = read(write(tmp_path / "a.nc", values, ("time", "y", "x", "member")))[0]
    np.testing.assert_array_equal(found, np.stack([VALUES, VALUES + 1]))


@pytest.mark.parametrize("order", [[3, 2, 1, 0], [2, 0, 3, 1]])
def test_times_are_sorted_and_it_is_said(tmp_path, order):
    path = write(tmp_path / "a.nc", VALUES[order], days=np.array(DAYS)[order])
    values, days, warnings = read(path)
    np.testing.assert_array_equal(days, DAYS)
    np.testing.assert_array_equal(values, VALUES)
    assert len(warnings) == 1
    assert "not in order" in warnings[0]
    np.testing.assert_array_equal(read(path, index=(slice(1, 3), 0))[0], VALUES[1:3, 0])


def test_a_time_that_stands_twice(tmp_path):
    twice = np.concatenate([VALUES, VALUES[1:2]])
    values, days, warnings = read(write(tmp_path / "a.nc", twice, days=[*DAYS, DAYS[1]]))
    np.testing.assert_array_equal(days, DAYS)
    np.testing.assert_array_equal(values, VALUES)
    assert any("stood twice" in warning for warning in warnings)
    with netcdf.open_chain_file(tmp_path / "a.nc") as dataset:
        assert len(dataset.dimensions["time"]) == 4
    with pytest.raises(InputError, match="twice with different values of 'tws'"):
        read(write(tmp_path / "b.nc", np.concatenate([VALUES, VALUES[2:3]]), days=[*DAYS, DAYS[1]]))


@pytest.mark.parametrize("number", [-9999.0, -999.0, 1e20, 1e30, 32767.0, 9.969209968386869e36])
def test_undeclared_missing_values_are_missing_and_it_is_said(tmp_path, number):
    values = VALUES.copy()
    values[1, 0, 1] = number
    found, _, warnings = read(write(tmp_path / "a.nc", values, fill=False))
    assert np.isnan(found[1, 0, 1])
    assert np.count_nonzero(np.isnan(found)) == 1
    assert any("taken as missing" in warning for warning in warnings) == (number < 9e36)  # netCDF4 knows its own


def test_what_cannot_be_is_refused(tmp_path):
    values = VALUES.copy()
    values[0, 0, 0] = 3e9
    with pytest.raises(InputError, match="3e.09 mm, which no water storage is"):
        read(write(tmp_path / "a.nc", values, fill=False))


def test_what_the_chain_writes_is_handed_through_to_the_last_bit(chain):
    for path, name in ((chain.series, "displacement"), (chain.storage, "tws"), (chain.analysis, "tws_analysis")):
        with netcdf.open_dataset(path) as stored, netcdf.open_chain_file(path) as presented:
            expected = np.ma.filled(stored.variables[name][...], np.nan)
            np.testing.assert_array_equal(np.ma.filled(presented.variables[name][...], np.nan), expected)
            assert presented.variables[name].dtype == stored.variables[name].dtype


@pytest.mark.parametrize(
    ("calendar", "day", "date"),
    [
        ("standard", 6954.0, "2019-01-15"),
        ("noleap", 19 * 365 + 14.0, "2019-01-15"),
        ("365_day", 19 * 365 + 59.0, "2019-03-01"),
        ("360_day", 19 * 360 + 14.0, "2019-01-15"),
        ("360_day", 19 * 360 + 59.0, "2019-02-28"),
        ("360_day", 20 * 360 + 59.0, "2020-02-29"),
        ("360_day", 100 * 360 + 59.0, "2100-02-28"),
        ("all_leap", 19 * 366 + 14.0, "2019-01-15"),
        ("366_day", 19 * 366 + 59.0, "2019-02-28"),
        ("julian", 6954.0, "2019-01-15"),
    ],
)
def test_calendars(calendar, day, date):
    """15 January is 15 January in every calendar; days that ours does not have are its month's last."""
    assert str(date_of(float(days_of(np.array([day]), "days since 2000-01-01", calendar, "x")[0]))) == date


@pytest.mark.parametrize(
    ("units", "value", "date"),
    [
        ("months since 1901-01-01", 1416.0, "2019-01-01"),
        ("months since 2000-01-15 00:00:00", 228.0, "2019-01-15"),
        ("months since 2019-01-01", 1.5, "2019-02-15"),
        ("hours since 1900-01-01", 1043472.0, "2019-01-15"),
    ],
)
def test_units_of_time(units, value, date):
    assert str(date_of(float(days_of(np.array([value]), units, "standard", "x")[0]))) == date


def test_times_that_cannot_be_are_refused():
    for units, calendar in (("days since yesterday", ""), ("days since 2000-01-01", "mayan"), ("months since now", "")):
        with pytest.raises(InputError):
            days_of(np.array([1.0]), units, calendar, "a.nc: 'time'")


@pytest.mark.parametrize("name", ["tws", "displacement"])
def test_a_single_time_without_a_dimension_is_a_series_of_one(tmp_path, name):
    path = tmp_path / "a.nc"
    with netcdf.netcdf4().Dataset(str(path), "w") as dataset:
        for axis, values in (("y", [31.0, 30.75]), ("x", [100.0, 100.25, 100.5])):
            dataset.createDimension(axis, len(values))
            dataset.createVariable(axis, "f8", (axis,))[:] = values
        time = dataset.createVariable("time", "f8", ())
        time.units = "days since 2019-01-15"
        time[...] = 3.0
        variable = dataset.createVariable(name, "f4", ("x", "y"))
        variable.units = "cm"
        variable[:] = VALUES[0].T / 10
        dataset.createVariable("height", "f4", ("y", "x"))[:] = 1.0
    with netcdf.open_chain_file(path) as dataset:
        assert dataset.variables[name].dimensions == ("time", "y", "x")
        assert dataset.variables[name].shape == (1, 2, 3)
        assert len(dataset.dimensions["time"]) == 1
        assert dataset.variables["height"].dimensions == ("y", "x")
        assert [str(date_of(day)) for day in netcdf.read_days(dataset)] == ["2019-01-18"]
        for index in (..., 0, (slice(None), 1), (0, slice(0, 1), 2), ([0], slice(None), slice(1, 3))):
            found = netcdf.read_float(dataset, name, index)
            np.testing.assert_allclose(found, VALUES[:1][index], rtol=1e-6)  # of float32
            assert found.shape == VALUES[:1][index].shape

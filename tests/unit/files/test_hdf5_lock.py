"""Every call of a data set waits until no other thread is in HDF5."""

import threading
import time

import numpy as np
import pytest
from groundswell.core.files import netcdf, raster
from groundswell.core.files.hdf5_lock import HDF5_LOCK, Guarded, is_hdf5


@pytest.fixture
def path(tmp_path):
    with netcdf.create(tmp_path / "made.nc", "made", "test") as dataset:
        netcdf.write_grid(dataset, raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.25, 0.25, 4, 3))
        netcdf.add_variable(dataset, "tws", ("y", "x"), "mm", "storage")[:] = np.arange(12.0).reshape(3, 4)
    return tmp_path / "made.nc"


def waits_for_the_lock(action):
    """Return whether `action` in another thread ends only when this thread gives the lock up."""
    thread = threading.Thread(target=action)
    with HDF5_LOCK:
        thread.start()
        thread.join(0.2)
        waited = thread.is_alive()
    thread.join(10)
    assert not thread.is_alive()
    return waited


ACTIONS = {
    "values": lambda dataset: dataset.variables["tws"][:],
    "part": lambda dataset: dataset["tws"][0],
    "attribute": lambda dataset: dataset.title,
    "attributes of a variable": lambda dataset: dataset.variables["tws"].ncattrs(),
    "dimension": lambda dataset: len(dataset.dimensions["x"]),
    "array": lambda dataset: np.asarray(dataset.variables["tws"]),
}


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_reading_waits(path, name):
    with netcdf.open_dataset(path) as dataset:
        assert waits_for_the_lock(lambda: ACTIONS[name](dataset))


def test_opening_and_writing_wait(path, tmp_path):
    def opened():
        with netcdf.open_dataset(path):
            pass

    assert waits_for_the_lock(opened)
    with netcdf.create(tmp_path / "other.nc", "other", "test") as dataset:
        dataset.createDimension("x", 3)
        variable = netcdf.add_variable(dataset, "tws", ("x",), "mm", "storage")
        assert waits_for_the_lock(lambda: variable.__setitem__(slice(None), [1.0, 2.0, 3.0]))
        assert waits_for_the_lock(lambda: setattr(variable, "note", "x"))
    with netcdf.open_dataset(tmp_path / "other.nc") as dataset:
        np.testing.assert_array_equal(netcdf.read(dataset, "tws"), [1, 2, 3])
        assert dataset.variables["tws"].note == "x"


def test_rasters_in_netcdf_wait_and_others_do_not(path, tmp_path):
    opened = raster.open_raster(path)
    band = opened.GetRasterBand(1)
    assert isinstance(band, Guarded)
    assert waits_for_the_lock(band.ReadAsArray)
    grid = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.25, 0.25, 4, 3)
    raster.write_geotiff(tmp_path / "plain.tif", np.zeros((3, 4), np.float32), grid)
    plain = raster.open_raster(tmp_path / "plain.tif")
    assert not waits_for_the_lock(plain.ReadAsArray)


def test_what_gdal_reads_through_hdf5():
    assert is_hdf5('NETCDF:"a.tif":tws')
    assert is_hdf5("/folder/unwrapped.H5")
    assert not is_hdf5("/folder/velocity.tif")


def test_the_lock_is_given_back_between_calls(path):
    """A reader waits for a call, not for a step: another thread gets in while a file stays open."""
    with netcdf.open_dataset(path) as dataset:
        dataset.variables["tws"][:]
        read = []
        thread = threading.Thread(target=lambda: read.append(dataset.title))
        thread.start()
        thread.join(10)
        assert read == ["made"]


def test_two_threads_read_and_write_at_once(path, tmp_path):
    end = time.monotonic() + 1.0
    failed = []

    def reads():
        while time.monotonic() < end:
            with netcdf.open_dataset(path) as dataset:
                if netcdf.read(dataset, "tws").sum() != 66.0:
                    failed.append("another sum")

    def writes(name):
        while time.monotonic() < end:
            with netcdf.create(tmp_path / name, "made", "test") as dataset:
                dataset.createDimension("x", 5000)
                netcdf.add_variable(dataset, "tws", ("x",), "mm", "storage")[:] = np.arange(5000.0)

    threads = [threading.Thread(target=reads), threading.Thread(target=reads)]
    threads += [threading.Thread(target=writes, args=(f"{number}.nc",)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failed == []
    with netcdf.open_dataset(tmp_path / "1.nc") as dataset:
        assert netcdf.read(dataset, "tws")[-1] == 4999.0

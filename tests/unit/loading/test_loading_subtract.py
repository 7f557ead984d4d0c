"""Observations less the displacement by a load."""

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.netcdf import ReferenceArea
from groundswell.core.files.raster import RasterGrid
from groundswell.core.loading.cells import authalic_latitude, grid_cells
from groundswell.core.loading.forward import ForwardOptions
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.loading.subtract import subtract_load

AIR = RasterGrid("EPSG:4326", 95.0, 30.0, 1.0, 1.0, 10, 9)
SCENE = RasterGrid("EPSG:6933", 9.6e6, 3.2e6, 25025.26, 25025.26, 4, 3)
AREA = ReferenceArea(100.0, 100.05, 25.0, 25.05, 0.8)
DAYS = np.array([6000.25, 6003.0, 6010.5])


def air(path, members=False):
    rng = np.random.default_rng(0)
    pressure = 900 + 10 * rng.standard_normal((2, 13, *AIR.shape) if members else (13, *AIR.shape))
    with netcdf.create(path, "Air", "test") as out:
        netcdf.write_grid(out, AIR)
        netcdf.write_time(out, 5999.0 + np.arange(13))
        dims = ("time", "y", "x")
        if members:
            out.createDimension("member", 2)
            dims = ("member", *dims)
        netcdf.add_variable(out, "sp", dims, "hPa", "surface pressure", dtype="f8")[:] = pressure
    return pressure


def observe(path, values, frame, area=AREA):
    with netcdf.create(path, "Observations", "lostovertical") as out:
        area.write(out)
        out.vertical_frame = frame
        netcdf.write_grid(out, SCENE)
        netcdf.write_time(out, DAYS)
        variable = netcdf.add_variable(out, "vertical_displacement", ("time", "y", "x"), "mm", "up", dtype="f8")
        variable[:] = values
        netcdf.add_variable(out, "n_pixels", ("time", "y", "x"), "1", "pixels", dtype="i4")[:] = 7
    return path


@pytest.mark.parametrize("frame", ["relative to the reference area", "absolute by REFERENCE_SERIES"])
def test_what_the_air_does_is_taken_away(tmp_path, frame):
    pressure = air(tmp_path / "air.nc")
    water = 1e5 / 9820.25 * (pressure - pressure.mean(axis=0))
    at_dates = np.stack([0.75 * water[1] + 0.25 * water[2], water[4], 0.5 * (water[11] + water[12])]).reshape(3, -1)
    scene, part = grid_cells(SCENE), (np.arange(3) + 0.5) / 3 * 0.05
    net = np.meshgrid(100.0 + part, 25.0 + part)
    lon = np.concatenate([scene.lon, net[0].ravel()])
    lat = np.concatenate([scene.lat, authalic_latitude(net[1].ravel())])
    up = LoadOperator.of_cells(grid_cells(AIR), lon, lat).apply(at_dates)
    if frame.startswith("relative"):
        up = up - up[:, 12:].mean(axis=1, keepdims=True)
    up = (up - up[0])[:, :12].reshape(3, *SCENE.shape)
    signal = np.random.default_rng(1).standard_normal((3, *SCENE.shape))
    signal[1, 0, 0] = np.nan
    path = observe(tmp_path / "observed.nc", signal + up, frame)
    subtract_load(path, tmp_path / "air.nc", tmp_path / "rest.nc", ForwardOptions())
    assert np.abs(up).max() > 0.05
    with netcdf.open_dataset(tmp_path / "rest.nc") as source:
        # The net of the reference area is even in geodetic or in authalic latitude: a metre apart.
        got = netcdf.read_float(source, "vertical_displacement")
        assert got == pytest.approx(signal, abs=1e-5, nan_ok=True)
        assert np.all(netcdf.read(source, "n_pixels") == 7)
        assert source.subtracted_load == "air.nc"
        assert source.history.count("\n") == 1


def test_loads_that_do_not_fit(tmp_path):
    path = observe(tmp_path / "observed.nc", np.zeros((3, *SCENE.shape)), "absolute")
    air(tmp_path / "members.nc", members=True)
    with pytest.raises(InputError, match="has members"):
        subtract_load(path, tmp_path / "members.nc", tmp_path / "rest.nc")
    air(tmp_path / "air.nc")
    with netcdf.append(tmp_path / "air.nc") as out:
        out.variables["time"][:] = 100.0 + np.arange(13)
    with pytest.raises(InputError, match="the load is needed from"):
        subtract_load(path, tmp_path / "air.nc", tmp_path / "rest.nc")
    assert not (tmp_path / "rest.nc").exists()


def test_a_whole_frame_must_be_downsampled_first(tmp_path, monkeypatch):
    monkeypatch.setattr("groundswell.core.loading.subtract._MOST_CELLS", 11)
    path = observe(tmp_path / "observed.nc", np.zeros((3, *SCENE.shape)), "absolute")
    air(tmp_path / "air.nc")
    with pytest.raises(InputError, match="Mask and downsample"):
        subtract_load(path, tmp_path / "air.nc", tmp_path / "rest.nc")

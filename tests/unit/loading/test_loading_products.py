"""Loads and displacement from the files of centres: air and sea, coasts, ramps, products; motion sideways."""

import json

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.netcdf import ReferenceArea
from groundswell.core.files.raster import RasterGrid
from groundswell.core.geodesy import EARTH_RADIUS
from groundswell.core.loading.cells import GridCells, authalic_latitude, grid_cells
from groundswell.core.loading.disk import horizontal_response
from groundswell.core.loading.forward import ForwardOptions, forward_model
from groundswell.core.loading.horizontal import HorizontalOperator
from groundswell.core.loading.load_file import LoadFile, open_load
from groundswell.core.loading.love_numbers import load
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.loading.subtract import subtract_load
from groundswell.core.work.progress import SilentProgress

AIR = RasterGrid("EPSG:4326", 95.0, 30.0, 1.0, 1.0, 10, 10)
SCENE = RasterGrid("EPSG:4326", 99.0, 26.0, 0.4, 0.4, 5, 4)
MM_PER_HPA = 1e5 / 9820.25
"""Of water that weighs as 1 hPa of air."""


def write(path, variables, grid=AIR, days=(6000.0, 6001.0), time="time"):
    """Write variables (name -> (values [time, y, x] or [y, x], unit, long name)) as products have them."""
    with netcdf.create(path, "Product", "test") as out:
        netcdf.write_grid(out, grid)
        if time == "time":
            netcdf.write_time(out, days)
        else:
            out.createDimension(time, len(days))
            variable = out.createVariable(time, "f8", (time,))
            variable.units = "hours since 1900-01-01"
            variable[:] = 24.0 * (np.array(days) + 36524)
        for name, (values, unit, words) in variables.items():
            dims = (time, "y", "x")[-values.ndim :]
            netcdf.add_variable(out, name, dims, unit, words, dtype="f8")[:] = values
    return path


def water(path, progress=None, land=None, coast=None):
    """Return the water [time, y, x] that weighs like the load of a file, and where its coast comes from."""
    with open_load(path, "", SilentProgress()) as dataset:
        load = LoadFile(dataset, progress or SilentProgress(), land, coast)
        values = np.zeros((load.days.size, load.loaded.size))
        values[:, load.loaded] = load.read((slice(None),))
        return values.reshape(-1, *load.grid.shape), load.land_from


@pytest.fixture
def high():
    """A high of 10 hPa after a day without, in Pa; its middle lies on the coast."""
    lon, lat = AIR.lon_lat()
    cap = np.hypot(lon - 100.0, lat - 25.0) < 4.0
    return np.stack([np.zeros(AIR.shape), np.where(cap, 1000.0, 0.0)]) + 90_000.0


@pytest.fixture
def west():
    """Land in the west, sea in the east."""
    lon, _ = AIR.lon_lat()
    return (lon < 100.0).astype(float)


def test_the_sea_gives_way_under_the_air(tmp_path, high, west):
    """At the coast half of a high moves the ground; without a coast all of it, with a warning."""
    up = []
    for name, more in (("a.nc", {}), ("b.nc", {"lsm": (west, "1", "land")})):
        path = write(tmp_path / name, {"sp": (high, "Pa", "surface pressure"), **more})
        progress = SilentProgress()
        options = ForwardOptions(cells="equal_area_disk")
        forward_model(path, tmp_path / "up.nc", options, progress)
        with netcdf.open_dataset(tmp_path / "up.nc") as source:
            up.append(netcdf.read_float(source, "vertical_displacement"))
            told = source.inverted_barometer
        assert any("inverted barometer" in text and "LAND" in text for text in progress.warnings) == (not more)
        assert told == ("over sea by the file's own mask" if more else "not applied")
    at_coast = np.s_[1, 4:6, 4:6]
    assert np.mean(up[1][at_coast]) == pytest.approx(np.mean(up[0][at_coast]) / 2, rel=0.01)


def test_water_that_weighs_like_the_air(tmp_path, high, west):
    path = write(tmp_path / "b.nc", {"sp": (high, "Pa", "surface pressure"), "lsm": (0.5 * west, "1", "land")})
    expected = (high - high.mean(axis=0)) * 0.5 * west / 100 * MM_PER_HPA
    assert water(path)[0] == pytest.approx(expected, rel=1e-5)


def test_land_by_polygons_or_another_file(tmp_path, high, west):
    path = write(tmp_path / "a.nc", {"sp": (high, "Pa", "surface pressure")})
    square = {"type": "Polygon", "coordinates": [[[90, 0], [100, 0], [100, 50], [90, 50], [90, 0]]]}
    feature = {"type": "Feature", "properties": {}, "geometry": square}
    land = tmp_path / "land.geojson"
    land.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    by_polygon, told = water(path, land=land)
    by_mask, _ = water(path, land=write(tmp_path / "mask.nc", {"land_sea_mask": (west, "1", "land")}))
    assert by_polygon == pytest.approx(by_mask)
    sea = write(tmp_path / "frocean.nc", {"FROCEAN": (1.0 - west, "1", "part of sea, as MERRA-2 has it")})
    assert water(path, land=sea)[0] == pytest.approx(by_mask)
    assert np.abs(by_mask).max() > 40
    assert told == "land.geojson"
    assert water(path, coast=land)[0] == pytest.approx(by_mask)
    with pytest.raises(InputError, match="has no land-sea mask"):
        water(path, land=write(tmp_path / "other.nc", {"x1": (west, "1", "")}))
    with pytest.raises(InputError, match="from 0 to 100"):
        water(path, land=write(tmp_path / "percent.nc", {"lsm": (100 * west, "%", "land")}))
    with pytest.raises(InputError, match="holds no land"):
        water(path, land=write(tmp_path / "sea.nc", {"lsm": (0 * west, "1", "land")}))


def test_the_mean_over_all_sea_of_a_globe(tmp_path):
    """A grid of the whole globe: the sea floor feels the mean of the air over all sea."""
    globe = RasterGrid("EPSG:4326", -180.0, 90.0, 20.0, 20.0, 18, 9)
    lon, lat = globe.lon_lat()
    land = (lon < 0).astype(float)
    pressure = 1e5 + np.stack([np.zeros(globe.shape), np.where(lon > 0, 200.0 + lon, 50.0)])
    path = write(tmp_path / "g.nc", {"sp": (pressure, "Pa", "air"), "lsm": (land, "1", "land")}, globe)
    got, _ = water(path)
    anomaly = (pressure - pressure.mean(axis=0)) / 100 * MM_PER_HPA
    assert got[:, land > 0] == pytest.approx(anomaly[:, land > 0], rel=1e-5)
    # The sea is the eastern half: its mean by area is that over its longitudes.
    mean = anomaly[:, 0, 9:].mean(axis=1)
    assert got[:, land == 0] == pytest.approx(np.broadcast_to(mean[:, None], (2, 81)), rel=1e-5)


def test_era5_has_several_pressures_and_its_own_time(tmp_path, high, west):
    other = high + 5000.0
    variables = {"sp": (high, "Pa", "Surface pressure"), "msl": (other * 1.1, "Pa", "Mean sea level pressure")}
    path = write(tmp_path / "era5.nc", {**variables, "lsm": (west, "(0 - 1)", "land")}, time="valid_time")
    plain = write(tmp_path / "plain.nc", {"sp": (high, "Pa", ""), "lsm": (west, "1", "land")})
    assert water(path)[0] == pytest.approx(water(plain)[0])
    with open_load(path, "", SilentProgress()) as dataset:
        assert LoadFile(dataset, SilentProgress()).days.tolist() == [6000.0, 6001.0]
    progress = SilentProgress()
    water(write(tmp_path / "msl.nc", {"msl": (high, "Pa", ""), "lsm": (west, "1", "land")}), progress)
    assert any("over mountains" in text for text in progress.warnings)
    with pytest.raises(InputError, match="not one pressure"):
        water(write(tmp_path / "two.nc", {"a": (high, "Pa", ""), "b": (high, "Pa", "")}))


@pytest.mark.parametrize(("unit", "size"), [("Pa", 100.0), ("hPa", 1.0), ("m", MM_PER_HPA / 1000)])
def test_pressure_at_the_bottom_of_the_sea(tmp_path, high, unit, size):
    """It is a load where the sea is: no barometer is inverted."""
    values = (high - 90_000.0) / 100 * size
    path = write(tmp_path / "obp.nc", {"obp": (values, unit, "ocean bottom pressure")})
    progress = SilentProgress()
    got, told = water(path, progress)
    assert told == ""
    assert not any("inverted" in text for text in progress.warnings)
    assert got == pytest.approx((high - high.mean(axis=0)) / 100 * MM_PER_HPA, rel=1e-5)


def observe(path, values, **attributes):
    with netcdf.create(path, "Observations", "lostovertical") as out:
        ReferenceArea(99.5, 99.55, 25.0, 25.05, 0.8).write(out)
        out.vertical_frame = "relative to the reference area"
        out.setncatts(attributes)
        netcdf.write_grid(out, SCENE)
        netcdf.write_time(out, (6000.0, 6001.0))
        netcdf.add_variable(out, "vertical_displacement", ("time", "y", "x"), "mm", "up", dtype="f8")[:] = values
    return path


def rest(path, product, progress=None):
    subtract_load(path, product, path.with_suffix(".rest.nc"), None, progress or SilentProgress())
    with netcdf.open_dataset(path.with_suffix(".rest.nc")) as source:
        return netcdf.read_float(source, "vertical_displacement")


@pytest.mark.parametrize(("ramp", "looks"), [("none", True), ("bilinear", False), ("quadratic", True)])
def test_what_was_taken_out_is_taken_out_of_the_prediction(tmp_path, ramp, looks):
    """As the chain does: along the line of sight the ramp, fitted to pixels, then the reference area; then upwards."""
    big = RasterGrid("EPSG:4326", 88.0, 36.0, 2.0, 2.0, 10, 10)
    water = np.stack([np.zeros(big.shape), np.where(big.lon_lat()[0] < 98.0, 3000.0, 0.0)])
    product = write(tmp_path / "w.nc", {"tws": (water, "mm", "water")}, big)
    lon, lat = (np.append(part, place) for part, place in zip(SCENE.lon_lat(), (99.525, 25.025)))  # and the reference
    x, y = (lon - lon[:-1].mean()) / np.ptp(lon), (lat - lat[:-1].mean()) / np.ptp(lat)
    terms = {"none": [], "bilinear": [x**0, x, y], "quadratic": [x**0, x, y, x * x, y * y, x * y]}[ramp]
    look = 0.75 + 0.1 * x if looks else np.ones(lon.size)
    count = np.where(x[:-1] > 0.3, 5, 100)
    los = LoadOperator.of_cells(grid_cells(big), lon, authalic_latitude(lat)).apply(water.reshape(2, -1)) * look
    if terms:
        design, root = np.stack(terms, axis=1), np.sqrt(count)
        fit = np.linalg.lstsq(design[:-1] * root[:, None], (los[:, :-1] * root).T, rcond=None)[0]
        los -= (design @ fit).T
    up = ((los - los[:, -1:]) / look)[:, :-1].reshape(2, *SCENE.shape)
    path = observe(tmp_path / "o.nc", up, ramp_removed=ramp, incidence="per pixel")
    with netcdf.append(path) as out:
        out.reference_los_up = look[-1]
        netcdf.add_variable(out, "los_up", ("y", "x"), "1", "look", dtype="f8")[:] = look[:-1].reshape(SCENE.shape)
        numbers = netcdf.add_variable(out, "n_pixels", ("time", "y", "x"), "1", "pixels", dtype="i4")
        numbers[:] = np.broadcast_to(count.reshape(SCENE.shape), up.shape)
    assert np.abs(up).max() > 0.1
    # The reference area is seen through a net of places, whose mean is not quite what its middle does.
    assert np.abs(rest(path, product)).max() < 1e-3


def test_a_ramp_and_a_tie(tmp_path):
    """Tied at the reference after a ramp was taken out: the reference's own motion is in the observations again."""
    lon, lat = SCENE.lon_lat()
    slope = np.stack([0.0 * lon, 0.5 * (lon - 99.0) + 0.25 * (lat - 25.0)])
    nodes = AIR.lon_lat()
    field = np.stack([0.0 * nodes[0], 0.5 * (nodes[0] - 99.0) + 0.25 * (nodes[1] - 25.0)])
    product = write(tmp_path / "d.nc", {"duV": (field, "mm", "")})
    path = observe(tmp_path / "o.nc", np.zeros_like(slope), ramp_removed="bilinear")
    with netcdf.append(path) as out:
        out.vertical_frame = "absolute by REFERENCE_SERIES"
    # A plane leaves nothing but what the reference area (99.525, 25.025) does.
    assert rest(path, product)[1] == pytest.approx(-(0.5 * 0.525 + 0.25 * 0.025), abs=1e-6)


def test_a_ramp_of_unknown_order_is_reported(tmp_path):
    product = write(tmp_path / "w.nc", {"tws": (np.zeros((2, *AIR.shape)), "mm", "water")})
    progress = SilentProgress()
    rest(observe(tmp_path / "o.nc", np.zeros((2, *SCENE.shape)), ramp_removed="a ramp (MintPy)"), product, progress)
    assert any("whose order is not said" in text for text in progress.warnings)


@pytest.mark.parametrize(("unit", "size"), [("m", 1e-3), ("mm", 1.0)])
@pytest.mark.parametrize("name", ["duV", "U"])
def test_products_of_displacement(tmp_path, unit, size, name):
    """GFZ's layout (duV, duNS, duEW in m, 0.5 degrees): linear fields come through exactly."""
    lon, lat = AIR.lon_lat()
    up = np.stack([0.1 * lon + 0.2 * lat, 0.3 * lon - 0.1 * lat])
    others = {other: (np.full_like(up, 9.0), unit, "") for other in ("duNS", "duEW")}
    product = write(tmp_path / "d.nc", {name: (size * up, unit, "vertical"), **others}, AIR, (5999.0, 6003.0))
    x, y = SCENE.lon_lat()

    def at(day):
        part = (day - 5999.0) / 4.0
        return (1 - part) * (0.1 * (x - 99.525) + 0.2 * (y - 25.025)) + part * (0.3 * (x - 99.525) - 0.1 * (y - 25.025))

    moved = np.stack([at(6000.0), at(6001.0)])
    path = observe(tmp_path / "o.nc", 3.0 + moved - moved[0])
    assert rest(path, product) == pytest.approx(3.0, abs=1e-6)
    with pytest.raises(InputError, match="OBSERVATIONS"):
        forward_model(product, tmp_path / "up.nc")


def test_products_of_displacement_that_do_not_fit(tmp_path):
    path = observe(tmp_path / "o.nc", np.zeros((2, *SCENE.shape)))
    zeros = np.zeros((2, *AIR.shape))
    with pytest.raises(InputError, match="in 'no unit'"):
        rest(path, write(tmp_path / "a.nc", {"duV": (zeros, "", "")}))
    with pytest.raises(InputError, match="join the files of all years"):
        rest(path, write(tmp_path / "b.nc", {"duV": (zeros, "m", "")}, AIR, (10.0, 11.0)))
    with pytest.raises(InputError, match="does not reach over all places"):
        rest(path, write(tmp_path / "c.nc", {"duV": (zeros, "m", "")}, RasterGrid("EPSG:4326", 0, 9, 1, 1, 10, 10)))
    with pytest.raises(InputError, match="beyond 500 mm"):
        rest(path, write(tmp_path / "d.nc", {"duV": (zeros + 9.99, "m", "")}))


def test_motion_sideways_of_one_cell():
    """A disk draws the ground in: towards it, as much as the series of one disk says."""
    numbers = load("PREM")
    cells = GridCells(
        np.array([100.0]), np.array([0.0]), np.array([-0.1]), np.array([0.1]), np.array([0.1]), np.array([12_000.0])
    )
    radius = 12_000.0
    away = np.array([0.05, 0.1, 0.3, 1.0, 5.0])
    lon = np.concatenate([100.0 + away, np.full(5, 100.0)])
    lat = np.concatenate([np.zeros(5), away])
    east, north = np.split(HorizontalOperator(cells, lon, lat, numbers).apply(np.array([1000.0])), 2)
    expected = horizontal_response(np.radians(away) * EARTH_RADIUS, radius, numbers)
    assert expected[1] < 0
    # Tables: 0.2 % of the largest.
    assert east[:5] == pytest.approx(expected, abs=2e-3 * np.abs(expected).max())
    assert north[5:] == pytest.approx(expected, abs=2e-3 * np.abs(expected).max())
    assert np.abs(north[:5]).max() < 1e-9
    assert np.abs(east[5:]).max() < 1e-9


def test_horizontal_motion_in_the_file(tmp_path):
    lon, _ = AIR.lon_lat()
    water = np.where(np.abs(lon - 100.0) < 2, 100.0, 0.0)[None]
    path = write(tmp_path / "w.nc", {"tws": (water, "mm", "water")}, AIR, (6000.0,))
    points = (("west", 96.0, 25.0), ("east", 104.0, 25.0))
    forward_model(path, tmp_path / "h.nc", ForwardOptions(horizontal=True, points=points), SilentProgress())
    with netcdf.open_dataset(tmp_path / "h.nc") as source:
        east = netcdf.read_float(source, "east_displacement")[0]
        assert source.variables["north_displacement"].units == "mm"
    # Both sides are drawn to the load between them, alike.
    assert east[0] > 0.1
    assert east[1] == pytest.approx(-east[0], rel=1e-3)

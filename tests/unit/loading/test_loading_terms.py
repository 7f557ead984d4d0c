"""Loads beside the storage of the study area: a background, lakes, pressure; displacement at points."""

import json
import math

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.grid.regions import Polygons
from groundswell.core.loading import love_numbers, polygons
from groundswell.core.loading.background import covered_part
from groundswell.core.loading.cells import authalic_latitude, cell_area, grid_cells
from groundswell.core.loading.earth_choice import Earth
from groundswell.core.loading.forward import ForwardOptions, edge_distance, forward_model
from groundswell.core.loading.lakes import lake_response, read_levels
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.work.progress import SilentProgress

CELL = 25_025.26
WHOLE = RasterGrid("EPSG:6933", 9.0e6, 3.3e6, CELL, CELL, 24, 20)
INNER = WHOLE.window(8, 12, 4, 4)


def write(path, values, grid, days=None, name="tws", units="mm"):
    days = 6000.5 + np.arange(values.shape[-3]) if days is None else days
    with netcdf.create(path, "Load", "test") as out:
        netcdf.write_grid(out, grid)
        netcdf.write_time(out, days)
        dims = ("time", "y", "x")
        if values.ndim == 4:
            out.createDimension("member", values.shape[0])
            dims = ("member", *dims)
        netcdf.add_variable(out, name, dims, units, "load", dtype="f8")[:] = values
    return path


def read(path):
    with netcdf.open_dataset(path, ("vertical_displacement",)) as source:
        return netcdf.read_float(source, "vertical_displacement")


@pytest.fixture
def fields():
    return 100 + 40 * np.random.default_rng(5).standard_normal((3, 2, *WHOLE.shape))


def test_study_area_in_a_background_of_the_same_cells_is_the_whole(tmp_path, fields):
    inner, whole = fields[..., 8:12, 12:16], fields
    path = write(tmp_path / "inner.nc", inner, INNER)
    around = write(tmp_path / "whole.nc", whole, WHOLE)
    progress = SilentProgress()
    forward_model(path, tmp_path / "nested.nc", ForwardOptions(background=around), progress)
    forward_model(around, tmp_path / "all.nc")
    expected = read(tmp_path / "all.nc")[..., 8:12, 12:16]
    assert read(tmp_path / "nested.nc") == pytest.approx(expected, rel=1e-6)
    # The edge that counts is the background's.
    assert any("km from the middle" in warning and "50 km" not in warning for warning in progress.warnings)


def test_a_coarse_even_background_of_longitude_and_latitude(tmp_path):
    """Even storage: what is cut out of the coarse cells is what the study area puts in."""
    coarse = RasterGrid("EPSG:4326", 80.0, 40.0, 1.0, 1.0, 30, 25)
    path = write(tmp_path / "inner.nc", np.full((1, *INNER.shape), 100.0), INNER)
    around = write(tmp_path / "around.nc", np.full((1, *coarse.shape), 100.0), coarse)
    forward_model(path, tmp_path / "nested.nc", ForwardOptions(background=around))
    inner = grid_cells(INNER)
    expected = LoadOperator.of_cells(grid_cells(coarse), inner.lon, inner.lat).apply(np.full(coarse.rows * 30, 100.0))
    # Coarse cells that are cut come in pieces of half a study cell, some of which are cut once more.
    assert read(tmp_path / "nested.nc").ravel() == pytest.approx(expected, rel=1e-2)


def test_overlap_of_grids_is_exact():
    coarse = RasterGrid("EPSG:4326", 0.0, 60.0, 3.0, 2.0, 120, 30)
    outer, inner = grid_cells(coarse), grid_cells(INNER)
    part = covered_part(outer, coarse.shape, inner, INNER.shape, np.ones(16, bool))
    assert np.sum(part * cell_area(outer)) == pytest.approx(np.sum(cell_area(inner)), rel=1e-9)
    assert part.max() <= 1
    # Longitudes that differ by a turn are the same.
    other = grid_cells(RasterGrid("EPSG:4326", -180.0, 60.0, 3.0, 2.0, 120, 30))
    same = covered_part(other, coarse.shape, inner, INNER.shape, np.ones(16, bool))
    assert np.sort(same)[-9:] == pytest.approx(np.sort(part)[-9:])
    itself = covered_part(inner, INNER.shape, inner, INNER.shape, np.arange(16) % 3 > 0)
    assert itself == pytest.approx((np.arange(16) % 3 > 0).astype(float), abs=1e-9)


def test_background_is_linear_in_time_and_must_reach(tmp_path, fields):
    path = write(tmp_path / "inner.nc", np.zeros((3, *INNER.shape)), INNER, np.array([10.0, 15.0, 20.0]))
    two = fields[0]
    forward_model(
        path, tmp_path / "d.nc", ForwardOptions(background=write(tmp_path / "b.nc", two, WHOLE, [10.0, 20.0]))
    )
    first, middle, last = read(tmp_path / "d.nc")
    assert middle == pytest.approx((first + last) / 2, rel=1e-5)
    assert not np.allclose(first, last)
    short = write(tmp_path / "short.nc", two, WHOLE, [-30.0, -25.0])
    with pytest.raises(InputError, match="is needed from"):
        forward_model(path, tmp_path / "e.nc", ForwardOptions(background=short))
    members = write(tmp_path / "members.nc", fields, WHOLE, [10.0, 20.0])
    with pytest.raises(InputError, match="same members"):
        forward_model(path, tmp_path / "e.nc", ForwardOptions(background=members))


def test_distance_of_edges():
    inner = grid_cells(RasterGrid("EPSG:4326", 99.0, 26.0, 1.0, 1.0, 2, 2))
    world = grid_cells(RasterGrid("EPSG:4326", -180.0, 90.0, 10.0, 10.0, 36, 18))
    assert edge_distance(inner, world) == math.inf
    box = grid_cells(RasterGrid("EPSG:4326", 90.0, 45.0, 5.0, 5.0, 8, 6))
    # 10 degrees east of its western edge, along the sphere.
    assert edge_distance(inner, box) == pytest.approx(math.radians(10) * 6.371e6 * math.cos(math.radians(25)), rel=5e-3)
    away = grid_cells(RasterGrid("EPSG:4326", 10.0, 45.0, 5.0, 5.0, 8, 6))
    assert edge_distance(inner, away) == 0


def test_points_instead_of_the_grid(tmp_path, fields):
    path = write(tmp_path / "s.nc", fields[0], WHOLE)
    lon, lat = WHOLE.lon_lat()
    points = (("A", float(lon[3, 4]), float(lat[3, 4])), ("B", 95.123, 24.5))
    forward_model(path, tmp_path / "points.nc", ForwardOptions(points=points))
    forward_model(path, tmp_path / "grid.nc")
    got = read(tmp_path / "points.nc")
    assert got.shape == (2, 2)
    assert got[:, 0] == pytest.approx(read(tmp_path / "grid.nc")[:, 3, 4], rel=1e-6)
    with netcdf.open_dataset(tmp_path / "points.nc") as source:
        assert list(source.variables["station_name"][:]) == ["A", "B"]
        assert source.variables["lat"][1] == 24.5
        assert "x" not in source.dimensions
    with pytest.raises(InputError, match="degrees"):
        forward_model(path, tmp_path / "e.nc", ForwardOptions(points=(("X", 5e5, 2e6),)))
    with pytest.raises(InputError, match="outside the grid of the storage: Lhasa"):
        forward_model(path, tmp_path / "e.nc", ForwardOptions(points=(*points, ("Lhasa", 91.1, 29.7))))


def test_paper_mode_and_equal_disks(tmp_path, fields):
    path = write(tmp_path / "s.nc", fields[0], WHOLE)
    cells = grid_cells(WHOLE)
    for shape, radius in (("paper_disk", 14e3), ("equal_area_disk", cells.radius)):
        options = ForwardOptions(cells=shape, cutoff_km=300.0)
        progress = SilentProgress()
        forward_model(path, tmp_path / "d.nc", options, progress)
        operator = LoadOperator(cells.lon, cells.lat, radius, cutoff=300e3)
        expected = operator.apply(fields[0].reshape(2, -1)).reshape(fields[0].shape)
        assert read(tmp_path / "d.nc") == pytest.approx(expected, rel=1e-6)
        assert any("loses" in warning for warning in progress.warnings)
    with pytest.raises(InputError, match="CELLS"):
        ForwardOptions(cells="square")


def test_another_earth(tmp_path, fields):
    path = write(tmp_path / "s.nc", fields[0][:, :4, :4], WHOLE.window(0, 0, 4, 4))
    forward_model(path, tmp_path / "d.nc", ForwardOptions(earth=Earth("ak135")))
    cells = grid_cells(WHOLE.window(0, 0, 4, 4))
    expected = LoadOperator.of_cells(cells, love_numbers=love_numbers.load("ak135"))
    values = fields[0][:, :4, :4]
    assert read(tmp_path / "d.nc") == pytest.approx(expected.apply(values.reshape(2, 16)).reshape(2, 4, 4), rel=1e-6)


@pytest.mark.parametrize("upwards", [False, True])
def test_pressure_is_water_of_the_same_weight(tmp_path, upwards):
    """10 hPa about the mean weigh as 101.83 mm of water at g = 9.82025; the mean itself is taken away."""
    rng = np.random.default_rng(2)
    anomaly = rng.standard_normal((4, 8, 9))
    anomaly -= anomaly.mean(axis=0)
    grid = RasterGrid("EPSG:4326", 95.0, 30.0, 0.5, 0.5, 9, 8)
    pressure = 900.0 + 10 * anomaly
    path = write(tmp_path / "p.nc", pressure, grid, name="sp", units="hPa")
    if upwards:
        with netcdf.append(path) as out:
            out.variables["y"][:] = out.variables["y"][:][::-1]
            out.variables["sp"][:] = out.variables["sp"][:][:, ::-1]
    forward_model(path, tmp_path / "d.nc")
    water = write(tmp_path / "w.nc", 1e6 / (9.82025 * 1000.0) * anomaly, grid)
    forward_model(water, tmp_path / "e.nc")
    assert read(tmp_path / "d.nc") == pytest.approx(read(tmp_path / "e.nc"), rel=1e-5, abs=1e-6)
    both = write(tmp_path / "none.nc", anomaly, grid, name="wind", units="m s-1")
    with pytest.raises(InputError, match="not one pressure"):
        forward_model(both, tmp_path / "f.nc")


def _lake_file(path, ring):
    shape = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {}, "geometry": shape}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


def test_a_lake_moves_the_ground_with_its_level(tmp_path):
    ring = [[100.1, 25.6], [100.3, 25.6], [100.3, 25.95], [100.1, 25.95], [100.1, 25.6]]
    lake = _lake_file(tmp_path / "lake.geojson", ring)
    levels = tmp_path / "levels.csv"
    levels.write_text("date,level_m\n2016-06-01,1965.0\n2016-06-05,1967.0\n")
    days = np.array([5996.0, 5998.0, 6000.0])  # 1, 3 and 5 June 2016
    grid = RasterGrid("EPSG:4326", 95.0, 30.0, 1.0, 1.0, 8, 8)
    path = write(tmp_path / "s.nc", np.zeros((3, 8, 8)), grid, days)
    points = (("shore", 100.2, 25.7), ("near", 100.5, 25.5), ("far", 96.0, 23.0))
    options = ForwardOptions(lakes=lake, lake_levels=levels, points=points)
    forward_model(path, tmp_path / "d.nc", options)
    first, middle, last = read(tmp_path / "d.nc")
    assert middle == pytest.approx(np.zeros(3), abs=1e-9)
    assert first == pytest.approx(-last)
    lon, lat = np.array(ring).T
    at = np.array([point[1:] for point in points])
    expected = polygons.polygon_response(
        [(lon, authalic_latitude(lat))], at[:, 0], authalic_latitude(at[:, 1]), love_numbers.load()
    )
    # Parallels and great circles differ by 20 m here.
    assert last == pytest.approx(expected, rel=2e-3)
    with pytest.raises(InputError, match="LAKE_LEVELS"):
        ForwardOptions(lakes=lake)
    levels.write_text("date,level_m\n2010-06-01,1965.0\n2010-06-05,1967.0\n")
    with pytest.raises(InputError, match="water levels from 2010-06-01"):
        forward_model(path, tmp_path / "e.nc", options)


def test_rings_near_and_far_and_holes():
    """The tiers of the lake's response against the polygon's, and an island."""
    numbers = love_numbers.load()
    turn = np.linspace(0, 2 * np.pi, 61)
    outer = np.stack([100 + 0.2 * np.cos(turn), 25 + 0.2 * np.sin(turn)], axis=1)
    island = np.stack([100 + 0.05 * np.cos(turn), 25 + 0.05 * np.sin(turn)], axis=1)[::-1]
    lon, lat = np.array([100.0, 100.1, 100.4, 101.0, 102.0, 110.0, -60.0]), np.array([25.0, 25.1, 25, 25, 26, 30, -20])
    got = lake_response(Polygons((outer, island), "test"), lon, lat, numbers)
    rings = [(ring[:, 0], authalic_latitude(ring[:, 1])) for ring in (outer, island)]
    expected = polygons.polygon_response(rings, lon[:-1], lat[:-1], numbers)
    assert got[:-1] == pytest.approx(expected, rel=1e-4)
    assert np.isfinite(got[-1])


def test_bad_levels(tmp_path):
    path = tmp_path / "levels.csv"
    for text, match in (
        ("date,level_m\n2016-06-01\n2016-06-02,1\n", "line 2"),
        ("2016-06-01,1\n2016-13-02,1\n", "line 2"),
        ("date,level_m\n2016-06-01,1\n", "two water levels"),
        ("2016-06-01,1\n2016-06-02,nan\n", "two water levels"),
        ("2016-06-01,1\n2016-06-01,2\n", "twice"),
    ):
        path.write_text(text)
        with pytest.raises(InputError, match=match):
            read_levels(path)
    with pytest.raises(InputError, match="does not exist"):
        read_levels(tmp_path / "none.csv")


@pytest.mark.parametrize(
    "text",
    [
        "2018-12-31,1965.3\n2019-01-10,1966.3 # flood\n",
        "datetime;water_level (m);error\n2018-12-31 10:41;1965,3;0,02\n2019-01-10 10:41;1966,3;0,03\n",
        "# a service\ndate error height_cm\n2018-12-31 1 196530\n2019-01-10 1 196630\n2019-01-20 1 9999.99\n",
    ],
)
def test_levels_as_others_write_them(tmp_path, text):
    (tmp_path / "l.csv").write_text(text)
    days, level = read_levels(tmp_path / "l.csv")
    assert np.diff(days) == pytest.approx([10.0])
    assert level == pytest.approx([1965.3, 1966.3])

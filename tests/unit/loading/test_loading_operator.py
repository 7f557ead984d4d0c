"""The load operator: against the direct sum, its adjoint, its three ways, what it refuses."""

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files.raster import RasterGrid
from groundswell.core.geodesy import EARTH_RADIUS
from groundswell.core.loading import disk, love_numbers
from groundswell.core.loading.cells import grid_cells
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.loading.sphere import find_lattice

RADIUS = 14_119.0
CELL = 25_025.26


def ease_window(rows, columns, y_max=3.2e6, x_min=9.0e6):
    grid = RasterGrid("EPSG:6933", x_min, y_max, CELL, CELL, columns, rows)
    lon, lat = grid.lon_lat()
    return lon.ravel(), lat.ravel()


def direct(cell_lon, cell_lat, radius, point_lon, point_lat, storage, cutoff=np.inf):
    """Sum the exact response of every cell, distances by the haversine."""
    p, c = np.radians(point_lat)[:, None], np.radians(cell_lat)[None, :]
    d = np.radians(np.subtract.outer(point_lon, cell_lon))
    square = np.sin((p - c) / 2) ** 2 + np.cos(p) * np.cos(c) * np.sin(d / 2) ** 2
    distance = 2 * EARTH_RADIUS * np.arcsin(np.sqrt(np.minimum(square, 1)))
    numbers = love_numbers.load()
    radius = np.broadcast_to(radius, cell_lon.shape)
    kernel = np.empty_like(distance)
    for value in np.unique(radius):
        chosen = radius == value
        kernel[:, chosen] = disk.vertical_response(distance[:, chosen], float(value), numbers)
    kernel[distance > cutoff] = 0
    return (1e-3 * storage) @ kernel.T


@pytest.fixture
def rng():
    return np.random.default_rng(4)


def test_small_window_against_the_direct_sum(rng):
    lon, lat = ease_window(9, 11)
    storage = 100 * rng.standard_normal((2, 3, lon.size))
    got = LoadOperator(lon, lat, RADIUS).apply(storage)
    assert got.shape == storage.shape
    assert np.max(np.abs(got - direct(lon, lat, RADIUS, lon, lat, storage))) < 1e-7


@pytest.mark.parametrize("shift", [0.0, 0.07])
def test_rows_against_the_direct_sum(rng, shift):
    """A load domain of 45 x 60 cells: row transforms, also for points between the columns."""
    lon, lat = ease_window(45, 60)
    operator = LoadOperator(lon, lat, RADIUS, lon + shift, lat)
    assert operator._rows is not None
    storage = 100 * rng.standard_normal((3, lon.size))
    got = operator.apply(storage)
    some = rng.choice(lon.size, 10, replace=False)
    expected = direct(lon, lat, RADIUS, lon[some] + shift, lat[some], storage)
    assert np.max(np.abs(got[:, some] - expected)) < 1e-6
    y = rng.standard_normal((3, lon.size))
    assert np.vdot(got, y) == pytest.approx(np.vdot(storage, operator.adjoint(y)), rel=1e-12)


def test_a_part_of_the_cells_in_any_order_and_across_the_date_line(rng):
    lon, lat = ease_window(50, 60, x_min=17_367_530.44 - 30 * CELL)
    lon = np.mod(lon + 180, 360) - 180
    assert lon.min() < -179 < 179 < lon.max()
    keep = rng.permutation(lon.size)[:2400]
    lon, lat = lon[keep], lat[keep]
    operator = LoadOperator(lon, lat, RADIUS)
    assert operator._rows is not None
    storage = 100 * rng.standard_normal((2, lon.size))
    expected = direct(lon, lat, RADIUS, lon[:10], lat[:10], storage)
    assert np.max(np.abs(operator.apply(storage)[:, :10] - expected)) < 1e-6


def test_cells_of_longitude_and_latitude_around_the_globe(rng):
    """Rows of different radius around the full circle."""
    lon, lat = (a.ravel() for a in np.meshgrid(np.arange(0.0, 360, 3), np.arange(61.5, -50, -3)))
    area = np.radians(3) * 2 * np.cos(np.radians(lat)) * np.sin(np.radians(1.5))
    radius = 2 * EARTH_RADIUS * np.arcsin(np.sqrt(area / (4 * np.pi)))
    operator = LoadOperator(lon, lat, radius)
    assert operator._rows is not None
    storage = 100 * rng.standard_normal((2, lon.size))
    some = rng.choice(lon.size, 10, replace=False)
    expected = direct(lon, lat, radius, lon[some], lat[some], storage)
    assert np.max(np.abs(operator.apply(storage)[:, some] - expected)) < 1e-6


def test_scattered_points_by_matrix_and_without_one(rng, monkeypatch):
    lon, lat = ease_window(12, 10)
    lon, lat = lon + rng.uniform(-0.05, 0.05, lon.size), lat + rng.uniform(-0.05, 0.05, lon.size)
    points = rng.uniform((lon.min() - 3, lat.min() - 3), (lon.max() + 3, lat.max() + 3), (70, 2)).T
    storage = 100 * rng.standard_normal((4, lon.size))
    with_matrix = LoadOperator(lon, lat, RADIUS, *points)
    expected = direct(lon, lat, RADIUS, *points, storage)
    assert np.max(np.abs(with_matrix.apply(storage) - expected)) < 1e-7
    monkeypatch.setattr("groundswell.core.loading.operator._SMALL_MATRIX", 0)
    monkeypatch.setattr("groundswell.core.loading.operator._LARGE_MATRIX", 0)
    monkeypatch.setattr("groundswell.core.loading.operator._PAIRS_AT_ONCE", 1000)
    without = LoadOperator(lon, lat, RADIUS, *points)
    assert without._matrix is without._rows is without._tree is None
    assert without.apply(storage) == pytest.approx(with_matrix.apply(storage), rel=1e-12)
    assert without.matrix() == pytest.approx(with_matrix.matrix(), rel=1e-14)
    y = rng.standard_normal((4, 70))
    for operator in (with_matrix, without):
        assert np.vdot(operator.apply(storage), y) == pytest.approx(np.vdot(storage, operator.adjoint(y)), rel=1e-12)


@pytest.mark.parametrize("exact", [False, True])
def test_scattered_points_with_far_cells_in_blocks(rng, monkeypatch, exact):
    """Some cells of 120 x 100 (3000 km), a large-scale load with noise: 2e-3 of the largest displacement."""
    monkeypatch.setattr("groundswell.core.loading.operator._LARGE_MATRIX", 0)
    monkeypatch.setattr("groundswell.core.loading.operator._SMALL_MATRIX", 0)
    window = grid_cells(RasterGrid("EPSG:6933", 9.0e6, 4.5e6, CELL, CELL, 120, 100))
    window = window.part(np.flatnonzero(rng.random(window.lon.size) < 0.8))
    points = rng.uniform((window.lon.min(), window.lat.min()), (window.lon.max(), window.lat.max()), (40, 2)).T
    shapes = {"cell_shapes": window} if exact else {}
    operator = LoadOperator(window.lon, window.lat, window.radius, *points, **shapes)
    assert operator._tree is not None
    storage = 100 * rng.standard_normal((2, window.lon.size))
    storage[1] += 200 * np.sin(np.radians(9 * window.lon)) * np.cos(np.radians(11 * window.lat))
    expected = 1e-3 * storage @ operator.matrix().T
    assert np.max(np.abs(operator.apply(storage) - expected)) < 2e-3 * np.max(np.abs(expected[1]))
    y = rng.standard_normal((2, 40))
    assert np.vdot(operator.apply(storage), y) == pytest.approx(np.vdot(storage, operator.adjoint(y)), rel=1e-11)
    cut = LoadOperator(window.lon, window.lat, window.radius, *points, cutoff=200e3, **shapes)
    assert cut.apply(storage) == pytest.approx(1e-3 * storage @ cut.matrix().T, abs=1e-9)


def test_blocks_of_cells_that_differ_in_size(rng, monkeypatch):
    monkeypatch.setattr("groundswell.core.loading.operator._LARGE_MATRIX", 0)
    monkeypatch.setattr("groundswell.core.loading.operator._SMALL_MATRIX", 0)
    window = grid_cells(RasterGrid("EPSG:4326", 80.0, 60.0, 0.5, 0.5, 80, 70))
    points = rng.uniform((85.0, 30.0), (115.0, 55.0), (20, 2)).T
    operator = LoadOperator.of_cells(window, *points)
    assert operator._tree is not None
    storage = 100 + 50 * rng.standard_normal((2, window.lon.size))
    expected = 1e-3 * storage @ operator.matrix().T
    assert np.max(np.abs(operator.apply(storage) / expected - 1)) < 2e-3
    y = rng.standard_normal((2, 20))
    assert np.vdot(operator.apply(storage), y) == pytest.approx(np.vdot(storage, operator.adjoint(y)), rel=1e-11)


def test_one_metre_on_one_cell_is_the_disk(rng):
    lon, lat = ease_window(45, 60)
    storage = np.zeros(lon.size)
    storage[1000] = 1000.0
    got = LoadOperator(lon, lat, 14e3).apply(storage)
    assert got[1000] == pytest.approx(-2.68645, abs=6e-6)
    assert np.all(got < 0)


def test_reciprocity_of_equal_disks():
    """Equal disks: what one does to the other's centre is what the other does to it."""
    lon, lat = ease_window(8, 8)
    matrix = LoadOperator(lon, lat, RADIUS).matrix()
    assert np.allclose(matrix, matrix.T, rtol=0, atol=1e-12)


def test_cutoff_loses_what_lies_beyond_it(rng):
    lon, lat = ease_window(45, 60)
    storage = 100 + 10 * rng.standard_normal((2, lon.size))
    cut = LoadOperator(lon, lat, RADIUS, cutoff=300e3)
    assert cut._rows is not None
    middle = np.array([45 * 30 + 15, 60 * 20 + 20])
    expected = direct(lon, lat, RADIUS, lon[middle], lat[middle], storage, 300e3)
    assert np.max(np.abs(cut.apply(storage)[:, middle] - expected)) < 1e-6
    assert np.all(np.abs(cut.apply(storage)) < np.abs(LoadOperator(lon, lat, RADIUS).apply(storage)))


def test_frames_and_degree_zero_reach_the_operator():
    lon, lat = ease_window(4, 4)
    storage = np.full(lon.size, 100.0)
    numbers = love_numbers.load()
    ce, cm = (LoadOperator(lon, lat, RADIUS, love_numbers=numbers.in_frame(f)).apply(storage) for f in ("CE", "CM"))
    kept = LoadOperator(lon, lat, RADIUS, keep_degree_zero=True).apply(storage)
    assert np.all(cm < ce)
    # Degree 0 of a 14.119 km disk: K h_0 (1 - cos alpha) / 2 everywhere.
    zero = 544.1274 * numbers.h[0] * np.sin(RADIUS / EARTH_RADIUS / 2) ** 2
    assert kept - ce == pytest.approx(np.full(lon.size, 0.1 * 16 * zero), rel=1e-6)


def test_no_lattice_is_found_where_there_is_none(rng):
    lon, lat = rng.uniform(90, 100, 40), rng.uniform(20, 30, 40)
    assert find_lattice(lon, lat) is None
    assert find_lattice(np.array([5.0, 5.0]), np.array([1.0, 2.0])) is None


def test_bad_input_is_refused():
    lon, lat = ease_window(4, 5)
    operator = LoadOperator(lon, lat, RADIUS)
    storage = np.ones((2, 20))
    storage[1, 3] = np.nan
    with pytest.raises(InputError, match="missing values"):
        operator.apply(storage)
    with pytest.raises(InputError, match="last dimension"):
        operator.apply(np.ones((20, 2)))
    with pytest.raises(InputError, match="radius"):
        LoadOperator(lon, lat, -1.0)
    with pytest.raises(InputError, match="one for each"):
        LoadOperator(lon, lat, [1e3, 2e3])
    with pytest.raises(InputError, match="degrees"):
        LoadOperator(lon * 1e5, lat, RADIUS)
    with pytest.raises(InputError, match="both"):
        LoadOperator(lon, lat, RADIUS, point_lon=lon)
    with pytest.raises(InputError, match="cut-off"):
        LoadOperator(lon, lat, RADIUS, cutoff=0.0)
    with pytest.raises(InputError, match="NaN"):
        LoadOperator(np.where(lon > lon[0], lon, np.nan), lat, RADIUS)

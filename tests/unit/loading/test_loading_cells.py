"""Exact polygons and cells: by the disk, by splitting, by brute force, by the spec's table of disk errors."""

import math

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files.raster import RasterGrid
from groundswell.core.geodesy import EARTH_RADIUS, half_chord_squared, transform_points, unit_vectors
from groundswell.core.loading import cells, disk, love_numbers, polygons
from groundswell.core.loading.kernel import DiskKernels
from groundswell.core.loading.operator import LoadOperator
from scipy.integrate import quad

CELL = 25_025.2600081
KM = np.degrees(1e3 / EARTH_RADIUS)


@pytest.fixture(scope="module")
def prem():
    return love_numbers.load("PREM")


def ease_cells(lat, rows=17, columns=17):
    """Return EASE-Grid 2.0 M25-sized cells around a latitude, and the number of the middle one."""
    x, y = transform_points(np.array([100.0]), np.array([lat]), "EPSG:4326", "EPSG:6933")
    grid = RasterGrid(
        "EPSG:6933", float(x[0]) - columns / 2 * CELL, float(y[0]) + rows / 2 * CELL, CELL, CELL, columns, rows
    )
    return cells.grid_cells(grid), rows // 2 * columns + columns // 2


def circle(lon, lat, alpha, corners):
    """Corners of a regular polygon with the area of a disk (small: plane)."""
    alpha = alpha * math.sqrt(2 * math.pi / corners / math.sin(2 * math.pi / corners))
    turn = 2 * np.pi * np.arange(corners) / corners
    phi = math.radians(lat)
    north = np.arcsin(math.sin(phi) * math.cos(alpha) + math.cos(phi) * math.sin(alpha) * np.cos(turn))
    east = np.arctan2(np.sin(turn) * math.sin(alpha) * math.cos(phi), math.cos(alpha) - math.sin(phi) * np.sin(north))
    return lon + np.degrees(east), np.degrees(north)


def test_center_uplift_is_the_disks(prem):
    radius = np.array([1e3, 14e3, 3e5, 1e7, 1.9e7])
    expected = [float(disk.vertical_response(0.0, value, prem)) for value in radius]
    assert polygons.center_uplift(radius / EARTH_RADIUS, prem) == pytest.approx(expected, rel=1e-11, abs=1e-11)
    table = polygons.CenterUplift(prem)
    psi = np.geomspace(1e-7, 3.1, 500)
    assert np.max(np.abs(table.at(psi) - polygons.center_uplift(psi, prem))) < 1e-6
    assert table.at(psi[:300]) == pytest.approx(polygons.center_uplift(psi[:300], prem), rel=1e-7)


def test_polygon_of_many_corners_is_the_disk(prem):
    km = np.array([0.0, 5.0, 13.0, 20.0, 50.0, 300.0, 3000.0])
    ring = circle(100.0, 25.0, 14e3 / EARTH_RADIUS, 512)
    got = polygons.polygon_response([ring], np.full(km.size, 100.0), 25 + km * KM, prem)
    assert got == pytest.approx(disk.vertical_response(1e3 * km, 14e3, prem), rel=1e-8)


def test_rings_turn_either_way_and_holes_are_holes(prem):
    lon, lat = np.array([99.0, 99.13, 99.4]), np.array([25.0, 25.05, 25.2])
    outer, inner = circle(99.0, 25.0, 0.004, 40), circle(99.0, 25.02, 0.002, 40)
    whole, part = (polygons.polygon_response([ring], lon, lat, prem) for ring in (outer, inner))
    backwards = polygons.polygon_response([(outer[0][::-1], outer[1][::-1])], lon, lat, prem)
    assert backwards == pytest.approx(whole, rel=1e-12)
    for hole in (inner, (inner[0][::-1], inner[1][::-1])):
        ring = polygons.polygon_response([outer, hole], lon, lat, prem)
        assert ring == pytest.approx(whole - part, rel=1e-10)
    # A closed ring repeats its first corner.
    closed = tuple(np.append(values, values[0]) for values in outer)
    assert polygons.polygon_response([closed], lon, lat, prem) == pytest.approx(whole, rel=1e-12)


def test_two_halves_make_the_whole_even_on_the_line_between_them(prem):
    whole = ([100.0, 100.4, 100.4, 100.0], [25.0, 25.0, 25.3, 25.3])
    # The line follows a meridian, which is a great circle; the parallels are great circles here, so cut them there.
    south, north = (_on_great_circle(100.0, lat, 100.4, lat, 100.2) for lat in (25.0, 25.3))
    west = ([100.0, 100.2, 100.2, 100.0], [25.0, south, north, 25.3])
    east = ([100.2, 100.4, 100.4, 100.2], [south, 25.0, 25.3, north])
    lon, lat = np.array([100.2, 100.2, 100.0, 100.2 + 1e-9, 100.1]), np.array([25.1, south, 25.0, 25.2, 25.2])
    halves = polygons.polygon_response([west], lon, lat, prem) + polygons.polygon_response([east], lon, lat, prem)
    assert halves == pytest.approx(polygons.polygon_response([whole], lon, lat, prem), rel=1e-7)


def _on_great_circle(lon1, lat1, lon2, lat2, lon):
    a, b, c = (math.radians(x) for x in (lon1, lon2, lon))
    tangent = math.tan(math.radians(lat1)) * math.sin(b - c) + math.tan(math.radians(lat2)) * math.sin(c - a)
    return math.degrees(math.atan2(tangent, math.sin(b - a)))


def test_area_of_rings():
    ring = unit_vectors(np.array([0.0, 90.0, 0.0]), np.array([0.0, 0.0, 90.0]))
    assert polygons.signed_area(ring) == pytest.approx(math.pi / 2)
    assert polygons.signed_area(ring[::-1]) == pytest.approx(-math.pi / 2)


def test_unusable_polygons_are_refused(prem):
    with pytest.raises(InputError, match="three corners"):
        polygons.polygon_response([([0.0, 1.0], [0.0, 1.0])], 0.0, 0.0, prem)
    with pytest.raises(InputError, match="60 degrees"):
        polygons.polygon_response([([0.0, 1.0, 1.0], [0.0, 0.0, 1.0])], 90.0, 0.0, prem)


def test_authalic_latitude_keeps_areas():
    """The zone from the equator to a parallel of WGS84, integrated on the ellipsoid, is that on the sphere."""
    a, e2 = 6378137.0, 0.00669437999014

    def ring(phi):
        return math.cos(phi) * (1 - e2) / (1 - e2 * math.sin(phi) ** 2) ** 2

    total = quad(ring, 0, math.pi / 2)[0]
    for latitude in (10.0, 25.6, 45.0, 80.0):
        expected = math.degrees(math.asin(quad(ring, 0, math.radians(latitude))[0] / total))
        assert cells.authalic_latitude(latitude) == pytest.approx(expected, abs=1e-10)
        assert cells.authalic_latitude(-latitude) == pytest.approx(-expected, abs=1e-10)
    assert cells.authalic_latitude([90.0, 0.0]) == pytest.approx([90.0, 0.0])
    assert 2 * math.pi * a**2 * total * 2 == pytest.approx(4 * math.pi * 6371007.181**2, rel=1e-9)


def test_cells_of_grids_have_their_areas():
    ease, _ = ease_cells(25.6)
    assert cells.cell_area(ease) == pytest.approx(np.full(289, CELL**2), rel=1e-8)
    assert np.ptp(ease.radius) == 0
    assert ease.radius[0] == pytest.approx(CELL / math.sqrt(math.pi), rel=2e-6)
    whole = cells.grid_cells(RasterGrid("EPSG:4326", -180.0, 90.0, 2.0, 2.0, 180, 90))
    assert np.sum(cells.cell_area(whole)) == pytest.approx(4 * math.pi * 6371007.181**2, rel=1e-12)
    assert np.sum(np.sin(whole.radius / EARTH_RADIUS / 2) ** 2) == pytest.approx(1.0, rel=1e-12)
    assert whole.lat[0] == pytest.approx(float(cells.authalic_latitude(89.0)))
    with pytest.raises(InputError, match="parallels"):
        cells.grid_cells(RasterGrid("EPSG:32647", 4e5, 2.9e6, 1e4, 1e4, 5, 5))


def test_a_grid_beyond_the_date_line():
    ease = cells.grid_cells(RasterGrid("EPSG:6933", 17_367_530.44 - 2.5 * CELL, 3e6, CELL, CELL, 5, 2))
    assert np.all(np.diff(ease.lon[:5]) == pytest.approx(np.diff(ease.lon[:2])[0]))


# Spec, section 3: equal-area disk against the exact rectangle, own cell / east / north neighbour and 17 x 17 block, %.
TABLE = {
    25.6: (0.6, -0.5, 3.9, 0.2),
    45.0: (2.0, 17.0, -6.0, 0.9),
    60.0: (10.7, 92.0, -9.0, 8.4),
    70.0: (29.0, 178.0, -9.0, 25.5),
}


@pytest.mark.parametrize("lat", TABLE)
def test_errors_of_the_disk(prem, lat):
    own, east, north, block = TABLE[lat]
    window, middle = ease_cells(lat)
    exact = cells.ExactCells(window, prem)
    number = np.arange(289)
    values = exact.response(number, np.full(289, window.lat[middle]), window.lon[middle] - window.lon)
    at = unit_vectors(window.lon, window.lat)
    round_cells = DiskKernels(prem).of_radii([window.radius[0]])[0].at(half_chord_squared(at[[middle]], at))[0]
    error = 100 * (round_cells / values - 1)
    assert error[middle] == pytest.approx(own, abs=0.3)
    assert error[middle + 1] == pytest.approx(east, abs=0.6)
    assert (error[middle - 17] + error[middle + 17]) / 2 == pytest.approx(north, abs=0.15)
    assert 100 * (round_cells.sum() / values.sum() - 1) == pytest.approx(block, abs=0.15)


def test_exact_cell_by_brute_force(prem):
    """A cell cut into 120 x 120 small disks, for a point outside it and one of its neighbours."""
    window, middle = ease_cells(60.0)
    exact = cells.ExactCells(window, prem)
    count = 120
    part = (np.arange(count) + 0.5) / count
    lon = window.lon[middle] + window.half_width[middle] * (2 * part - 1)
    low, high = np.sin(np.radians([window.south[middle], window.north[middle]]))
    lat = np.degrees(np.arcsin(low + (high - low) * part))
    small = DiskKernels(prem).of_radii([window.radius[middle] / count])[0]
    tiles = unit_vectors(*(a.ravel() for a in np.meshgrid(lon, lat)))
    for east, north in ((0.2, 0.1), (0.0, 0.3), (0.5, -0.4)):
        point = unit_vectors(np.array([window.lon[middle] + east]), np.array([window.lat[middle] + north]))
        expected = float(small.at(half_chord_squared(point, tiles)).sum())
        got = exact.response(np.array([middle]), np.array([window.lat[middle] + north]), np.array([east]))[0]
        assert got == pytest.approx(expected, rel=5e-5)  # the tiles are disks, too


def test_cells_in_pieces_keep_parallels(prem):
    """Four pieces of great circles with their mean latitude corrected against forty without need of it."""
    window, middle = ease_cells(50.0)
    exact = cells.ExactCells(window, prem)
    number = np.array([middle, middle + 1, middle - 17, middle + 18])
    pair = (number, np.full(4, window.lat[middle]), window.lon[middle] - window.lon[number])
    assert exact.response(*pair) == pytest.approx(exact._rectangles(*pair, 40, 30), rel=2e-7)


def test_operator_of_cells_in_rows_and_by_matrix(prem):
    """A block of 40 x 50 cells: rows, single points, and every near pair against the polygon itself."""
    window, _ = ease_cells(40.0, 40, 50)
    rng = np.random.default_rng(3)
    storage = 100 * rng.standard_normal((2, window.lon.size))
    rows = LoadOperator.of_cells(window, love_numbers=prem)
    assert rows._rows is not None
    some = rng.choice(window.lon.size, 30, replace=False)
    single = LoadOperator.of_cells(window, window.lon[some], window.lat[some], prem)
    assert single._matrix is not None
    assert np.max(np.abs(rows.apply(storage)[:, some] - single.apply(storage))) < 1e-6
    y = rng.standard_normal(storage.shape)
    assert np.vdot(rows.apply(storage), y) == pytest.approx(np.vdot(storage, rows.adjoint(y)), rel=1e-12)
    cell = some[4]
    edges = np.linspace(-1, 1, 9) * window.half_width[cell] + window.lon[cell]
    ring = (
        np.concatenate([edges, edges[::-1]]),
        np.concatenate([np.full(9, window.south[cell]), np.full(9, window.north[cell])]),
    )
    expected = polygons.polygon_response([ring], window.lon[cell], window.lat[cell], prem)
    assert single.matrix()[4, cell] == pytest.approx(expected[0], rel=2e-5)
    with pytest.raises(InputError, match="shapes"):
        LoadOperator(window.lon[:5], window.lat[:5], 1e4, cell_shapes=window)


def test_loads_of_the_whole_globe(prem):
    """An even load does nothing (degree 0 is dropped); sin(latitude) is degree 1: u = K h_1 / 3 sin(latitude)."""
    globe = cells.grid_cells(RasterGrid("EPSG:4326", -180.0, 90.0, 4.0, 4.0, 90, 45))
    sine = np.sin(np.radians(globe.lat))
    even, first = LoadOperator.of_cells(globe, love_numbers=prem).apply(
        np.stack([np.full(sine.size, 1000.0), 1e3 * sine])
    )
    expected = 544.1274 * prem.h[1] / 3 * sine
    # Of the -20 mm of an even load's own neighbourhood, and of 52 mm: what cells of four degrees leave.
    assert np.max(np.abs(even)) < 0.2
    assert np.max(np.abs(first - expected)) < 2e-3 * np.max(np.abs(expected))


def test_degree_zero_of_exact_cells(prem):
    window, middle = ease_cells(30.0, 5, 5)
    without, kept = (
        LoadOperator(window.lon, window.lat, window.radius, keep_degree_zero=keep, cell_shapes=window).matrix()
        for keep in (False, True)
    )
    zero = 544.1274 * prem.h[0] * math.sin(window.radius[0] / EARTH_RADIUS / 2) ** 2
    assert kept - without == pytest.approx(np.full((25, 25), zero), rel=1e-5)

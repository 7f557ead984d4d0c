"""The mean of an area: exact parts of cells, missing values left out, any projection."""

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.extraction.areas import points_in_ring, read_area
from groundswell.core.files import netcdf
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.geodesy import transform_points

GRID = RasterGrid("EPSG:4326", 100.0, 26.0, 0.1, 0.1, 10, 8)
EASE = RasterGrid("EPSG:6933", 9538000.0, 3210000.0, 25025.0, 25025.0, 6, 5)


def write(path, grid, values, name="displacement", dimensions=("time", "y", "x")):
    with netcdf.create(path, "series", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, 6900.0 + np.arange(values.shape[-3]))
        if "member" in dimensions:
            dataset.createDimension("member", values.shape[0])
        netcdf.add_variable(dataset, name, dimensions, "mm", "motion")[:] = values
    return path


@pytest.fixture
def field():
    return np.random.default_rng(2).normal(0, 5, (3, *GRID.shape)).astype("f4").astype("f8")


def test_whole_cells_give_their_mean_whichever_way_round(tmp_path, field):
    path = write(tmp_path / "a.nc", GRID, field)
    ring = [(100.2, 25.8), (100.5, 25.8), (100.5, 25.6), (100.2, 25.6)]
    for corners in (ring, ring[::-1], [*ring, ring[0]]):
        (series,), n_cells = read_area(path, corners, ("displacement", "absent"))
        np.testing.assert_allclose(series.values, field[:, 2:4, 2:5].mean(axis=(1, 2)), rtol=1e-9)
        assert n_cells == 6
    assert series.units == "mm"
    assert series.std is None


def test_cells_count_by_their_part_inside(tmp_path, field):
    path = write(tmp_path / "a.nc", GRID, field)
    # A quarter of column 2 and all of column 3, in row 2 only.
    (series,), n_cells = read_area(
        path, [(100.275, 25.8), (100.4, 25.8), (100.4, 25.7), (100.275, 25.7)], ("displacement",)
    )
    np.testing.assert_allclose(series.values, (0.25 * field[:, 2, 2] + field[:, 2, 3]) / 1.25, rtol=1e-9)
    assert n_cells == 2


def test_missing_values_are_left_out(tmp_path, field):
    field[0, 2, 2] = np.nan
    field[1, 2, 2:4] = np.nan
    path = write(tmp_path / "a.nc", GRID, field)
    (series,), n_cells = read_area(
        path, [(100.2, 25.8), (100.4, 25.8), (100.4, 25.7), (100.2, 25.7)], ("displacement",)
    )
    np.testing.assert_allclose(series.values, [field[0, 2, 3], np.nan, field[2, 2, 2:4].mean()], rtol=1e-9)
    assert n_cells == 2


def test_areas_on_the_ease_grid_are_given_in_degrees_and_members_averaged(tmp_path):
    values = np.random.default_rng(3).normal(0, 50, (4, 2, *EASE.shape)).astype("f4").astype("f8")
    path = write(tmp_path / "a.nc", EASE, values, "tws", ("member", "time", "y", "x"))
    x, y = EASE.x_min + EASE.dx * np.array([1, 3]), EASE.y_max - EASE.dy * np.array([1, 3])
    lon, lat = transform_points(x, y, "EPSG:6933", GEOGRAPHIC)
    ring = [(lon[0], lat[0]), (lon[1], lat[0]), (lon[1], lat[1]), (lon[0], lat[1])]
    (series,), _ = read_area(path, ring, ("tws",))
    # The projection's series are good to millimetres in cells of 25 km: parts of cells to 1e-6.
    np.testing.assert_allclose(series.values, values[:, :, 1:3, 1:3].mean(axis=(0, 2, 3)), atol=1e-3)


def test_areas_half_outside_use_what_is_inside(tmp_path, field):
    path = write(tmp_path / "a.nc", GRID, field)
    (series,), n_cells = read_area(path, [(99.0, 27.0), (100.2, 27.0), (100.2, 25.9), (99.0, 25.9)], ("displacement",))
    np.testing.assert_allclose(series.values, field[:, 0, :2].mean(axis=1), rtol=1e-6)
    assert n_cells == 2


@pytest.mark.parametrize(
    ("ring", "match"),
    [
        ([(100.0, 25.0), (101.0, 25.5)], "three corners"),
        ([(100.0, 25.0), (100.5, 25.5), (101.0, 26.0)], "one line"),
        ([(10.0, 5.0), (11.0, 5.0), (11.0, 6.0)], "outside"),
    ],
)
def test_what_is_no_area_is_said(tmp_path, field, ring, match):
    path = write(tmp_path / "a.nc", GRID, field)
    with pytest.raises(InputError, match=match):
        read_area(path, ring, ("displacement",))


def test_points_in_a_ring_of_slanted_edges_are_those_on_the_left_of_each():
    rng = np.random.default_rng(5)
    lon, lat = 100 + rng.uniform(0, 4, 5000), 20 + rng.uniform(0, 3, 5000)
    ring = np.array([(100.3, 20.2), (103.8, 20.9), (103.1, 22.7), (101.2, 22.4), (100.3, 20.2)])  # convex
    left = np.ones(lon.size, dtype=bool)
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        left &= (x1 - x0) * (lat - y0) - (y1 - y0) * (lon - x0) > 0
    assert 1000 < left.sum() < 4000
    np.testing.assert_array_equal(points_in_ring(lon, lat, ring), left)
    np.testing.assert_array_equal(points_in_ring(lon - 360, lat, ring[::-1]), left)
    # A notch: the same ring with one corner pulled in loses what lies beyond its two new edges.
    notched = np.insert(ring, 2, (102.0, 21.5), axis=0)
    cut = points_in_ring(lon, lat, ring) & ~points_in_ring(lon, lat, notched)
    triangle = points_in_ring(lon, lat, np.array([ring[1], ring[2], notched[2], ring[1]]))
    np.testing.assert_array_equal(cut, triangle)

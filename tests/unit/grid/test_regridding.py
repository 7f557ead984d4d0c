"""Regridding conserves mass, keeps constants, leaves gaps out and does not care where the longitudes start."""

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.geodesy import transform_points
from groundswell.core.grid.ease2 import Grid
from groundswell.core.grid.regridding import Regridder
from pyproj import Geod

M25, M36 = Grid("M25"), Grid("M36")


def lonlat(west, north, step, columns, rows, step_lat=None):
    return RasterGrid(GEOGRAPHIC, west, north, step, step_lat or step, columns, rows)


def cell_areas(grid):
    """Ellipsoidal areas of latitude-longitude cells, by an independent route: the geodesic library's polygons."""
    geod = Geod(ellps="WGS84")
    areas = []
    for row in range(grid.rows):
        north, south = np.clip([grid.y_max - row * grid.dy, grid.y_max - (row + 1) * grid.dy], -90, 90)
        # Parallels are no geodesics: follow them in small steps.
        lon = np.linspace(0, grid.dx, 200)
        ring_lon = np.concatenate([lon, lon[::-1]])
        ring_lat = np.concatenate([np.full(lon.size, south), np.full(lon.size, north)])
        areas.append(abs(geod.polygon_area_perimeter(ring_lon, ring_lat)[0]))
    return np.array(areas)


def test_mass_is_conserved_over_the_globe():
    """A field that vanishes beyond the grid's last row has the same mass on both grids."""
    source = lonlat(-180, 90, 2.5, 144, 72)
    rng = np.random.default_rng(1)
    values = rng.normal(100, 30, source.shape)
    values[[0, 1, 2, -3, -2, -1]] = 0  # beyond 82.5 degrees
    out = Regridder(source, M25.window(0, 0, M25.rows, M25.columns)).apply(values)
    mass_in = (values.sum(axis=1) * cell_areas(source)).sum()
    mass_out = out.sum() * M25.cell_size**2
    # The grid is 0.6 mm narrower than the globe is round, and the polygons follow the parallels to 1e-9.
    assert mass_out == pytest.approx(mass_in, rel=1e-7)


def test_constants_stay_constant():
    source = lonlat(90, 35, 0.25, 80, 80)
    out = Regridder(source, M25.window(*M25.covering(92, 108, 18, 33))).apply(np.full((3, 80, 80), 7.25))
    assert out == pytest.approx(7.25, rel=1e-14)


def test_field_linear_in_the_axes_is_exact_to_the_source_cells():
    """Means of a finely sampled field that is linear in x and y are its values at the cells' centres."""
    source = lonlat(97, 29, 0.01, 700, 700)
    target = M25.window(*M25.covering(98, 103, 23, 28))
    lon, lat = source.lon_lat()
    x, y = transform_points(lon, lat, GEOGRAPHIC, target.crs)
    field = 3e-5 * x - 2e-5 * y
    out = Regridder(source, target).apply(field)
    xt, yt = np.meshgrid(target.x, target.y)
    # The source is constant within its cells of 1 km: one that an edge cuts has 1/25 of the weight and lies up to
    # 0.5 km off, 0.02 x 250 m x 5e-5 per metre.
    assert out == pytest.approx(3e-5 * xt - 2e-5 * yt, abs=3e-4)


def test_weights_are_the_overlaps_of_sampled_points():
    """The exact overlap against counting points: a target cell cut by four source cells."""
    source = lonlat(99.0, 26.0, 1.0, 2, 2)
    row, column = (int(v) for v in M36.index(100.0, 25.0))
    target = M36.window(row, column, 1, 1)
    n = 1000
    x = target.x_min + (np.arange(n) + 0.5) / n * target.dx
    y = target.y_max - (np.arange(n) + 0.5) / n * target.dy
    lon, lat = transform_points(*np.meshgrid(x, y), target.crs, GEOGRAPHIC)
    field = np.array([[1.0, 10.0], [100.0, 1000.0]])
    sampled = field[(26.0 - lat).astype(int), (lon - 99.0).astype(int)].mean()
    # Counting is good to one sample's width of 1/1000 a side.
    assert Regridder(source, target).apply(field)[0, 0] == pytest.approx(sampled, abs=1.0)


@pytest.mark.parametrize("west", [-180.0, 0.0, -180.3125, -0.125])
def test_start_of_the_longitudes_does_not_matter(west):
    step = 0.625
    source = lonlat(west, 90.25, step, 576, 361, 0.5)
    target = M25.window(*M25.covering(-5, 12, 40, 50))
    fine = lonlat(-6, 51, step / 5, 200, 120, 0.1)

    def field(lon, lat):
        return np.cos(np.radians(lon)) * 50 + np.sin(np.radians(2 * lat)) * 20

    out = Regridder(source, target).apply(field(*source.lon_lat()))
    exact = Regridder(fine, target).apply(field(*fine.lon_lat()))
    # Cell means of a smooth field against cells of 0.6 degrees: a few hundredths of the gradient.
    assert out == pytest.approx(exact, abs=0.3)
    whole = Regridder(source, target)
    rows, runs = whole.source_window
    cut = np.concatenate([field(*source.lon_lat())[rows, run] for run in runs], axis=1)
    assert cut.shape == whole.window_shape
    assert np.array_equal(whole.apply(cut), out)


def test_both_turns_of_longitude_agree_to_the_last_digit():
    target = M25.window(*M25.covering(-20, 20, -10, 10))
    rng = np.random.default_rng(2)
    values = rng.normal(size=(180, 360))
    west = Regridder(lonlat(-180, 90, 1, 360, 180), target).apply(values)
    east = Regridder(lonlat(0, 90, 1, 360, 180), target).apply(np.roll(values, 180, axis=1))
    assert west == pytest.approx(east, rel=1e-12)


def test_over_the_date_line():
    target = M25.window(*M25.covering(176, 184, -20, -14))
    source = lonlat(-180, 90, 0.5, 720, 360)
    lon, lat = source.lon_lat()
    out = Regridder(source, target).apply(np.cos(np.radians(lon)) + 0 * lat)
    expected = np.cos(np.radians(target.lon_lat()[0]))
    assert out == pytest.approx(expected, abs=1e-4)
    region = lonlat(174, -10, 0.5, 24, 24)  # 174..186
    again = Regridder(region, target).apply(np.cos(np.radians(region.lon_lat()[0])))
    assert again == pytest.approx(out, rel=1e-12)


def test_a_repeated_last_column_counts_once():
    source = lonlat(-0.5, 90.5, 1, 361, 181)
    values = np.ones((181, 361))
    values[:, 0] = values[:, -1] = 5.0
    target = M25.window(*M25.covering(-3, 3, -2, 2))
    plain = Regridder(lonlat(-0.5, 90.5, 1, 360, 181), target).apply(values[:, :-1])
    assert np.array_equal(Regridder(source, target).apply(values), plain)


def test_gaps_are_left_out_and_half_a_cell_is_needed():
    row, column = (int(v) for v in M36.index(100.0, 25.0))
    target = M36.window(row, column, 1, 1)
    west = float(M36.center(row, column - 0.5)[0])
    width = float(M36.center(row, column + 0.5)[0]) - west
    north, south = float(M36.center(row - 0.5, column)[1]), float(M36.center(row + 0.5, column)[1])
    # Ten columns of a tenth of the cell each.
    source = lonlat(west, north, width / 10, 10, 1, north - south)
    values = np.arange(10.0)[None]
    out = Regridder(source, target).apply(values)
    assert out[0, 0] == pytest.approx(4.5)
    values[0, :5] = np.nan
    assert Regridder(source, target).apply(values)[0, 0] == pytest.approx(7.0)
    values[0, 5] = np.nan
    assert np.isnan(Regridder(source, target).apply(values)[0, 0])


def test_target_beyond_a_regional_source_is_missing():
    source = lonlat(99, 27, 0.25, 8, 8)
    target = M25.window(*M25.covering(98, 102, 24, 28))
    out = Regridder(source, target).apply(np.ones(source.shape))
    lon, lat = target.lon_lat()
    inside = (lon > 99.2) & (lon < 100.8) & (lat > 25.2) & (lat < 26.8)
    assert (out[inside] == 1).all()
    reach = Regridder(source, target).reach
    assert reach[inside] == pytest.approx(1.0)
    assert (np.isnan(out) == (reach < 0.5)).all()
    outside = (lon < 98.8) | (lon > 101.2) | (lat < 24.8) | (lat > 27.2)
    assert np.isnan(out[outside]).all()


def test_grids_that_do_not_fit():
    target = M25.window(*M25.covering(98, 102, 24, 28))
    with pytest.raises(InputError, match="latitudes do not reach"):
        Regridder(lonlat(98, 10, 1, 4, 4), target)
    with pytest.raises(InputError, match="longitudes do not reach"):
        Regridder(lonlat(10, 28, 1, 4, 4), target)
    with pytest.raises(InputError, match="longitude and latitude"):
        Regridder(target, target)
    with pytest.raises(InputError, match="beyond the poles"):
        Regridder(lonlat(98, 500, 1, 4, 480), target)
    with pytest.raises(InputError, match="more than one turn"):
        Regridder(lonlat(0, 90, 1, 400, 180), target)
    with pytest.raises(ValueError, match="source window"):
        Regridder(lonlat(97, 29, 1, 8, 8), target).apply(np.zeros((3, 3)))

"""A product's own filter on a model: the transposed filter, DDK from the product's file, means of mascons."""

import netCDF4
import numpy as np
import pytest
from groundswell.core.files import netcdf
from groundswell.core.grace import ddk_files, filters
from groundswell.core.grace.comparison_footprint import _gain_factor
from groundswell.core.grace.harmonics import Coefficients, degree_factors, synthesize
from groundswell.core.grace.operators import Operator, operator_of, write_matrix
from groundswell.core.grid.ease2 import Grid

DEGREE = 24


@pytest.fixture(scope="module")
def normals(reference):
    return ddk_files.read_ddk_normals(reference / "grace/ddk/ddk_normals.npz")


@pytest.fixture(scope="module")
def world():
    whole = Grid("M36")
    grid = whole.window(0, 0, whole.rows, whole.columns)
    lon, lat = grid.lon_lat()
    region = ((np.abs(lon - 100) < 9) & (np.abs(lat - 25) < 7)).astype(float)
    return grid, lon[0], lat[:, 0], region


@pytest.mark.parametrize("name", ["none", "gaussian", "destriped", "DDK3"])
def test_a_regions_mean_of_the_filtered_field_is_the_weighted_field(world, normals, name):
    """Filter the potential and put it on cells, or weigh the unfiltered cells: the same mean."""
    grid, lon, lat, region = world
    rng = np.random.default_rng(1)
    c, s = (np.tril(rng.normal(size=(DEGREE + 1, DEGREE + 1))) for _ in range(2))
    c[0] = s[0] = 0.0
    s[:, 0] = 0.0
    factors = degree_factors(DEGREE)[:, None]
    potential = Coefficients(100 * c / factors, 100 * s / factors)  # storage of 100 mm in each coefficient
    plain = synthesize(potential, lon, lat)
    ddk = filters.DDK.from_normals(normals, 3, DEGREE) if name == "DDK3" else None
    radius = 400.0 if name == "gaussian" else 0.0
    weights = filters.gaussian(radius, DEGREE) if radius else None
    filtered = potential
    if name == "destriped":
        filtered = filters.destripe(potential)
    if ddk is not None:
        filtered = ddk.apply(potential)
    expected = (synthesize(filtered, lon, lat, weights=weights) * region).sum() / region.sum()
    operator = Operator(name, "harmonic", radius, DEGREE, destriped=name == "destriped", ddk=ddk)
    found = operator.region_weights(region, grid)
    # The grid lacks the caps beyond 85 degrees, 0.4 % of the sphere.
    assert np.sum(found.weights * plain) == pytest.approx(expected, abs=0.01 * np.abs(plain).std())
    assert found.weights.sum() == pytest.approx(1.0, abs=5e-3)
    assert found.inside == pytest.approx(1.0, abs=0.02)
    assert 0 < found.gain(region) < 1


def test_the_gain_of_ddk_and_gaussian_is_that_of_the_reference(reference):
    """The box 97-104 E, 22-29 N of the reference: 0.53 after 300 km, 0.64 after DDK3, 0.75 after DDK5."""
    whole = Grid("M25")
    grid = whole.window(*whole.covering(96.0, 105.0, 21.0, 30.0))
    lon, lat = grid.lon_lat()
    box = ((lon > 97) & (lon < 104) & (lat > 22) & (lat < 29)).astype(float)
    normals = ddk_files.read_ddk_normals(reference / "grace/ddk/ddk_normals.npz")
    for operator, expected in (
        (Operator("", "harmonic", 300.0, 60), 0.53),
        (Operator("", "harmonic", 0.0, 60, ddk=filters.DDK.from_normals(normals, 3, 60)), 0.64),
        (Operator("", "harmonic", 0.0, 60, ddk=filters.DDK.from_normals(normals, 5, 60)), 0.75),
    ):
        # Whole cells of 25 km stand for the box: 2 % of its size.
        assert operator.region_weights(box, grid).gain(box) == pytest.approx(expected, abs=0.015)


def grace_file(path, ddk=None, mascon=False, **attributes):
    with netcdf.create(path, "GRACE storage", "importgrace") as new:
        netcdf.write_grid(new, Grid("M25").window(150, 1070, 4, 6))
        if ddk is not None:
            write_matrix(new, ddk, DEGREE)
        if mascon:
            netcdf.add_variable(new, "mascon", ("y", "x"), "1", "mascon", dtype="i4")[:] = 1
        new.setncatts(attributes)
    return path


def test_the_operator_is_what_the_products_file_says(tmp_path, normals):
    ddk = filters.DDK.from_normals(normals, 3, DEGREE)
    cases = (
        (
            {"filter_kind": "gaussian", "filter_radius_km": 250.0, "filter_max_degree": 40},
            ("harmonic", 250.0, 40, False),
        ),
        ({"filter_kind": "destriped_gaussian", "filter_radius_km": 300.0}, ("harmonic", 300.0, 60, True)),
        ({"filter_kind": "none", "filter_max_degree": 60}, ("harmonic", 0.0, 60, False)),
        ({"filter_kind": "DDK3", "filter_max_degree": DEGREE, "ddk": ddk}, ("harmonic", 0.0, DEGREE, False)),
        ({"filter_kind": "mascon", "mascon": True}, ("mascon", 0.0, 60, False)),
        ({"filter_kind": "VDK3"}, ("gaussian", 300.0, 60, False)),
    )
    for said, expected in cases:
        with netcdf.open_chain_file(grace_file(tmp_path / "grace.nc", **said)) as grace:
            found = operator_of(grace)
            assert (found.kind, found.radius_km, found.max_degree, found.destriped) == expected
            assert found.is_the_products == (said["filter_kind"] != "VDK3")
            if found.ddk is not None:
                for ours, theirs in zip(found.ddk.blocks(DEGREE), ddk.blocks(DEGREE)):
                    np.testing.assert_array_equal(ours, theirs)
            assert operator_of(grace, 0.0) is None
            assert operator_of(grace, 500.0).radius_km == 500.0
    with netCDF4.Dataset(tmp_path / "grace.nc") as file:
        assert file.filter_kind == "VDK3"


def test_mascons_are_weighted_by_their_part_of_the_region():
    mascons = np.array([[1, 1, 2, 2], [1, 1, 2, -1]])
    region = np.array([[1.0, 0.0, 1.0, 1.0], [0.0, 0.0, 0.0, 0.0]])
    found = Operator("", "mascon").region_weights(region, Grid("M25").window(150, 1070, 2, 4), mascons)
    np.testing.assert_allclose(found.weights, [[1 / 12, 1 / 12, 2 / 9, 2 / 9], [1 / 12, 1 / 12, 2 / 9, 0.0]])
    assert found.inside == pytest.approx(1.0)
    # A load in the region alone: a quarter of mascon 1, two thirds of mascon 2.
    assert found.gain(region) == pytest.approx(1 / 3 * 1 / 4 + 2 / 3 * 2 / 3)


def test_gain_factors_bring_the_seen_run_back():
    seen = np.array([1.0, -2.0, 3.0, -2.0])
    found = _gain_factor("open_loop", 2 * seen, seen)
    assert found == {"gain_factor_open_loop": pytest.approx(2.0), "gain_factor_open_loop_std": pytest.approx(0.0)}
    rest = np.array([1.0, 1.0, 1.0, 2.0])  # at right angles to it: 1 - 2 + 3 - 4 = -2, over 18
    found = _gain_factor("analysis", 2 * seen + rest, seen)
    assert found["gain_factor_analysis"] == pytest.approx(2 - 2 / 18)
    assert found["gain_factor_analysis_std"] == pytest.approx(np.sqrt((7 - 4 / 18) / 3 / 18))

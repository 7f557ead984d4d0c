"""The projection of relative observations."""

import numpy as np
import pytest
from groundswell.core.assimilation.errors.observation_error import observation_error
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.errors import InputError
from groundswell.core.files.raster import RasterGrid
from groundswell.core.files.reference_area import ReferenceArea
from groundswell.core.loading.cells import grid_cells
from groundswell.core.loading.free_patterns import without
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.loading.relative import RelativeProjection

AREA = ReferenceArea(99.9, 99.95, 25.0, 25.04, 0.8)


@pytest.fixture
def points():
    lon, lat = np.meshgrid(np.linspace(99, 101, 6), np.linspace(24, 26, 5))
    return lon.ravel(), lat.ravel()


@pytest.mark.parametrize("reference", [None, AREA])
@pytest.mark.parametrize("first_date", [None, 0, 2])
@pytest.mark.parametrize("ramp", ["none", "plane"])
@pytest.mark.parametrize("looks", [False, True])
def test_adjoint(points, reference, first_date, ramp, looks):
    rng = np.random.default_rng(0)
    look = rng.uniform(0.7, 0.9, points[0].size) if looks else None
    projection = RelativeProjection(*points, reference, first_date, ramp, look=look)
    x = rng.standard_normal((2, 4, projection.lon.size))
    y = rng.standard_normal((2, 4, projection.n_points))
    for valid in (None, rng.random((4, projection.n_points)) < 0.7):
        got = np.vdot(projection.apply(x, valid), y)
        assert got == pytest.approx(np.vdot(x, projection.adjoint(y, valid)), rel=1e-11)


def test_reference_and_first_date_are_zero(points):
    rng = np.random.default_rng(1)
    projection = RelativeProjection(*points, AREA)
    x = rng.standard_normal((4, projection.lon.size)) + 7
    got = projection.apply(x)
    assert np.all(got[0] == 0)
    mean = x[:, -9:].mean(axis=1)
    assert got == pytest.approx((x[:, :-9] - mean[:, None]) - (x[0, :-9] - mean[0]))
    assert np.all((projection.lon[-9:] > 99.9) & (projection.lon[-9:] < 99.95))


def test_a_plane_is_invisible_after_deramping_and_so_is_an_offset(points):
    lon, lat = points
    projection = RelativeProjection(lon, lat, None, None, "plane")
    plane = 3 + 2 * (lon - 100) - (lat - 25)
    valid = np.ones((1, lon.size), bool)
    valid[0, ::3] = False
    for mask in (None, valid):
        assert projection.apply(plane[None], mask) == pytest.approx(np.zeros((1, lon.size)), abs=1e-12)
    bump = np.exp(-((lon - 100) ** 2) - (lat - 25) ** 2)
    once = projection.apply(bump[None])
    assert projection.apply(once) == pytest.approx(once)
    assert np.ptp(once) > 0.5


@pytest.mark.parametrize("deramped", [False, True])
def test_assimilation_takes_out_what_the_projection_does(points, deramped):
    """Of displacement relative to an area, a filter that does not know the offset (and the plane) sees what is left."""
    lon, lat = points
    rng = np.random.default_rng(5)
    used = rng.random(lon.size) < 0.8
    options = AssimilationOptions(reference="unknown", deramped=deramped)
    patterns = observation_error(lon, lat, options).patterns(used)
    projection = RelativeProjection(lon, lat, AREA, None, "plane" if deramped else "none")
    absolute = rng.standard_normal((1, projection.lon.size))
    relative = projection.apply(absolute, used[None])[0, used]
    np.testing.assert_allclose(without(patterns, relative), without(patterns, absolute[0, :-9][used]), atol=1e-13)
    assert np.ptp(without(patterns, relative) - relative) < 1e-13  # the reference area's mean, and nothing else


def test_relative_observations_hardly_see_a_large_even_load():
    """Spec, section 3: monsoon Asia under 0.1 m moves Dali by 5.5 mm (land alone), 0.005 mm rms less a plane."""
    asia = grid_cells(RasterGrid("EPSG:4326", 70.0, 33.0, 0.5, 0.5, 104, 50))
    scene = np.meshgrid(np.linspace(98.9, 101.1, 7), np.linspace(24.7, 26.7, 7))
    projection = RelativeProjection(scene[0].ravel(), scene[1].ravel(), None, None, "plane")
    operator = LoadOperator.of_cells(asia, projection.lon, projection.lat)
    up = operator.apply(np.full(asia.lon.size, 100.0))[None]
    assert -7 < up.mean() < -5.5
    assert np.ptp(up) < 0.2
    assert np.sqrt(np.mean(projection.apply(up) ** 2)) < 0.01


def test_bad_input(points):
    with pytest.raises(InputError, match="RAMP"):
        RelativeProjection(*points, ramp="bilinear")
    with pytest.raises(InputError, match="date, place"):
        RelativeProjection(*points).apply(np.zeros((3, 4)))

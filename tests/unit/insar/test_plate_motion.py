"""Rigid plates: another program's rotations, published velocities, properties of a rotation."""

import numpy as np
import pytest
from groundswell.core.files import raster
from groundswell.core.geodesy import earth_fixed, east_north_up, pixel_size
from groundswell.core.insar.known_motion.plate_motion import ORIGIN_RATE_BIAS, PLATES, ROTATIONS, plate_velocity
from pyproj import Geod, Transformer

PLACES = np.array([[12.88, 49.14], [100.2, 25.9], [-99.1, 19.4], [149.0, -35.4], [0.0, 0.0], [-70.0, -89.0]])


@pytest.mark.parametrize("plate", sorted(ROTATIONS))
def test_rotations_of_proj(plate):
    """PROJ turns positions by rates in arc seconds a year; ten years of it, less where it began."""
    rates = " ".join(f"+dr{axis}={value / 1000}" for axis, value in zip("xyz", ROTATIONS[plate]))
    shift = " ".join(f"+d{axis}={value / 1000}" for axis, value in zip("xyz", ORIGIN_RATE_BIAS))
    helmert = f"+proj=helmert {shift} {rates} +t_epoch=2010 +convention=position_vector"
    transformer = Transformer.from_pipeline(helmert)
    start = earth_fixed(*PLACES.T)
    end = np.stack(transformer.transform(*start.T, np.full(len(PLACES), 2020.0))[:3], axis=-1)
    east, north, _ = east_north_up((end - start) * 100.0, *PLACES.T)
    found = plate_velocity(plate, *PLACES.T)
    # PROJ's linear rotation is exact; positions of 6e6 m carry 1e-9 m, a hundred times that in mm/yr.
    np.testing.assert_allclose(found, [east, north], atol=1e-6)


def test_earth_fixed_is_the_ellipsoid():
    transformer = Transformer.from_crs("EPSG:7912", "EPSG:7789", always_xy=True)
    expected = np.stack(transformer.transform(*PLACES.T, np.zeros(len(PLACES))), axis=-1)
    np.testing.assert_allclose(earth_fixed(*PLACES.T), expected, atol=1e-6)


def test_published_velocities():
    # Wettzell (laser station 7827) in the ITRF: -15.5, 17.2, 11.2 mm/yr along X, Y, Z; its height does not change.
    position = np.array([4075530.9955, 931781.927, 4801620.007])
    lon, lat = np.degrees(np.arctan2(position[1], position[0])), 49.1445
    east, north, _ = east_north_up(np.array([-15.5, 17.2, 11.2]), lon, lat)
    # Sites keep to a rigid plate within some 0.3 mm/yr, and this one's components are rounded and vary by 1 mm/yr.
    np.testing.assert_allclose(plate_velocity("eurasia", lon, lat), (east, north), atol=1.5)
    # Speeds of the paper's poles, in degrees per million years (table 1).
    speeds = {"amur": 0.281, "antarctica": 0.220, "arabia": 0.509, "australia": 0.627, "caribbean": 0.447,
              "eurasia": 0.255, "india": 0.511, "nazca": 0.629, "north_america": 0.187, "nubia": 0.258,
              "pacific": 0.672, "south_america": 0.115, "somalia": 0.313}  # fmt: skip
    assert set(speeds) == set(ROTATIONS) == set(PLATES) - {"none"}
    for plate, rotation in ROTATIONS.items():
        assert np.linalg.norm(rotation) / 3.6 == pytest.approx(speeds[plate], abs=0.0011), plate


def test_a_rotation_neither_stretches_nor_moves_its_pole():
    omega = np.array(ROTATIONS["pacific"])
    pole_lon = np.degrees(np.arctan2(omega[1], omega[0]))
    geocentric = np.degrees(np.arctan2(omega[2], np.hypot(omega[0], omega[1])))
    pole_lat = np.degrees(np.arctan(np.tan(np.radians(geocentric)) / (1 - 1 / 298.257222101) ** 2))
    bias = east_north_up(np.array(ORIGIN_RATE_BIAS), pole_lon, pole_lat)
    np.testing.assert_allclose(plate_velocity("pacific", pole_lon, pole_lat), bias[:2], atol=1e-6)
    # A circle about the pole away: the speed is that of the distance from the axis.
    speed = np.hypot(*(a - b for a, b in zip(plate_velocity("india", 80.0, 0.0), east_north_up(
        np.array(ORIGIN_RATE_BIAS), 80.0, 0.0))))  # fmt: skip
    axis = np.array(ROTATIONS["india"])
    position = earth_fixed(80.0, 0.0)
    full = np.linalg.norm(np.cross(axis, position)) * np.pi / 648e6 * 1000
    assert speed == pytest.approx(full, rel=1e-5)  # at the equator the ellipsoid's normal is the radius


def test_pixel_size_is_that_on_the_ellipsoid():
    grid = raster.RasterGrid("EPSG:4326", 100.0, 61.0, 0.01, 0.02, 5, 40)
    width, height = pixel_size(grid)
    geod = Geod(ellps="GRS80")
    for row in (0, 39):
        assert width[row] == pytest.approx(geod.inv(100.0, grid.y[row], 100.01, grid.y[row])[2], rel=1e-6)
    assert height == pytest.approx(geod.inv(100.0, 60.59, 100.0, 60.61)[2], rel=1e-6)
    metres = raster.RasterGrid("EPSG:32647", 500000.0, 3e6, 40.0, 80.0, 5, 4)
    np.testing.assert_array_equal(pixel_size(metres)[0], 40.0)
    assert pixel_size(metres)[1] == 80.0

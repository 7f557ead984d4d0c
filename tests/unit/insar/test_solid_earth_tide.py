"""Sun, Moon and the tide of the solid Earth: the IERS program's test cases, JPL's positions, properties."""

import numpy as np
import pytest
from groundswell.core.dates import day_number, parse_date
from groundswell.core.geodesy import earth_fixed, east_north_up
from groundswell.core.insar.known_motion.ephemeris import moon_position, sidereal_angle, sun_position, terrestrial_time
from groundswell.core.insar.known_motion.solid_earth_tide import solid_earth_tide, tide_displacement

# DEHANTTIDEINEL of the IERS Conventions, its header's and its distribution's cases: station, Sun, Moon (m), UTC,
# displacement (m).
IERS_CASES = [
    (
        (4075578.385, 931852.890, 4801570.154), (137859926952.015, 54228127881.4350, 23509422341.6960),
        (-179996231.920342, -312468450.131567, -169288918.592160), "2009-04-13", 0.0,
        (0.07700420357108125891, 0.06304056321824967613, 0.05516568152597246810),
    ),
    (
        (1112189.660, -4842955.026, 3985352.284), (-54537460436.2357, 130244288385.279, 56463429031.5996),
        (300396716.912, 243238281.451, 120548075.939), "2012-07-13", 0.0,
        (-0.02036831479592075833, 0.05658254776225972449, -0.07597679676871742227),
    ),
    (
        (1112200.5696, -4842957.8511, 3985345.9122), (100210282451.6279, 103055630398.3160, 56855096480.4475),
        (369817604.4348, 1897917.5258, 120804980.8284), "2015-07-15", 0.0,
        (0.00509570869172363845, 0.0828663025983528700, -0.0636634925404189617),
    ),
    (
        (2587384.1007872052, -1043033.5652423096, 5716564.3449383173),
        (-40911673203.204002, 135847503359.17343, 54660205331.259735),
        (202952994.54523405, -319652979.70541549, -135514223.45872557), "2019-07-18", 17952 / 86400,
        (-0.05560417990980600500, 0.02320056584074919900, -0.12297592439382479000),
    ),
]  # fmt: skip

# JPL's DE421 by jplephem 2.24, turned into the Earth's frame by ERFA 2.0 (IAU 2006/2000A, UT1 = UTC): m.
JPL = [
    (
        5114.450046064139, (128150365885.96278, 43800573701.99763, -57441901070.15392),
        (321832738.81219727, 105793298.1194245, -112936902.519334),
    ),
    (
        7412.88605933213, (-111550565216.69745, -96524606041.93063, 28338855028.197876),
        (-382427657.1181566, 70272867.64848034, -104703542.48558694),
    ),
    (
        9799.021298924075, (-141319158898.6255, 29373556944.91555, -35239555981.92857),
        (236938735.405123, 220189358.9636498, 169935373.19396695),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("station", "sun", "moon", "day", "hours", "expected"), IERS_CASES)
def test_iers_program(station, sun, moon, day, hours, expected):
    days = np.array([day_number(parse_date(day)) + hours])
    found = tide_displacement(np.array([station]), days, np.array([sun]), np.array([moon]))
    # Its 64-bit reals: the time of day of the last case is a rounded fraction of a day.
    np.testing.assert_allclose(found[0, 0], expected, rtol=0, atol=1e-12)


def test_sun_and_moon_against_jpl():
    days = np.array([case[0] for case in JPL])
    for position, number, angle, distance in ((sun_position, 1, 0.011, 1.3e7), (moon_position, 2, 0.021, 3e4)):
        found, expected = position(days), np.array([case[number] for case in JPL])
        far, right = np.linalg.norm(found, axis=1), np.linalg.norm(expected, axis=1)
        between = np.degrees(np.arccos(np.einsum("ij,ij->i", found, expected) / far / right))
        assert np.all(between < angle)  # the largest of 3,000 moments, see ephemeris.py
        np.testing.assert_allclose(far, right, rtol=0, atol=distance)


def test_moon_of_meeus_example():
    # Example 47.a: 1992-04-12 0 h TD: longitude 133.162655, latitude -3.229126 degrees, 368409.7 km.
    target = day_number(parse_date("1992-04-12")) - (26 + 32.184) / 86400
    t = terrestrial_time(target)
    position = moon_position(target)
    angle, tilt = np.radians(sidereal_angle(target)), np.radians(23.4392911 - 0.0130042 * t)
    x = np.cos(angle) * position[0] - np.sin(angle) * position[1]
    y = np.sin(angle) * position[0] + np.cos(angle) * position[1]
    y, z = np.cos(tilt) * y + np.sin(tilt) * position[2], np.cos(tilt) * position[2] - np.sin(tilt) * y
    assert np.linalg.norm(position) == pytest.approx(368409.7e3, abs=2e4)  # terms below 4 km are left out
    assert np.degrees(np.arctan2(y, x)) == pytest.approx(133.162655, abs=0.01)
    assert np.degrees(np.arctan2(z, np.hypot(x, y))) == pytest.approx(-3.229126, abs=0.01)


def test_leap_seconds():
    days = [day_number(parse_date(day)) for day in ("2016-12-31", "2017-01-01", "2025-06-01", "1985-01-01")]
    seconds = terrestrial_time(days) * 36525 * 86400 - (np.array(days) - 0.5) * 86400
    np.testing.assert_allclose(seconds, [68.184, 69.184, 69.184, 57.184], atol=1e-4)


def test_size_period_and_symmetry():
    hours = day_number(parse_date("2018-03-17")) + np.arange(0, 30, 0.125)  # new moon: Sun and Moon pull together
    places = earth_fixed([100.0, 100.0, 10.0], [0.0, 89.999, 26.0])
    tide = solid_earth_tide(places, hours)
    up = east_north_up(tide, [100.0, 100.0, 10.0], [0.0, 89.999, 26.0])[2]
    assert 0.3 < np.ptp(up[:, 0]) < 0.7  # the equator rises and falls by decimetres
    assert np.ptp(up[:, 1]) < 0.15  # the pole sees no daily and half-daily tide
    spectrum = np.abs(np.fft.rfft(up[:, 0] - up[:, 0].mean()))
    assert np.argmax(spectrum) in (57, 58)  # 30 days hold 57.98 half lunar days and 60 half solar days
    # The tide at a place is that of its position alone.
    np.testing.assert_allclose(solid_earth_tide(places[1:2], hours)[:, 0], tide[:, 1], rtol=0, atol=1e-15)

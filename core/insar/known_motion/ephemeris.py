"""Where the Sun and the Moon stand, seen from the turning Earth: series short enough to read, good enough for tides.

Sun: the elliptic orbit of Meeus (Astronomical Algorithms, 2nd ed., ch. 25). Moon: the largest terms of ELP2000-82 as
Meeus lists them (ch. 47). Both refer to the mean equinox of date, and mean sidereal time turns them into the Earth's
frame; nutation and polar motion are left out. Against JPL's DE421 with precession and nutation of IAU 2006/2000A, at
3,000 moments of 2014 to 2026, the Sun is off by at most 0.010 degrees and 12,000 km, the Moon by 0.020 degrees and
28 km. That is 0.11 mm of a tide of 363 mm, and 0.008 mm of the 26 mm between two places 330 km apart, which is what
interferograms see.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...dates import day_number, parse_date
from ..solver.band import Float64

DAYS_PER_CENTURY = 36525.0
_NOON = 0.5  # J2000 is noon of 2000-01-01
_ASTRONOMICAL_UNIT = 149_597_870_700.0
_MOON_MEAN_DISTANCE = 385_000_560.0
_TT_LESS_TAI = 32.184

_LEAP_SECONDS = (
    ("1990-01-01", 25), ("1991-01-01", 26), ("1992-07-01", 27), ("1993-07-01", 28), ("1994-07-01", 29),
    ("1996-01-01", 30), ("1997-07-01", 31), ("1999-01-01", 32), ("2006-01-01", 33), ("2009-01-01", 34),
    ("2012-07-01", 35), ("2015-07-01", 36), ("2017-01-01", 37),
)  # fmt: skip
"""TAI less UTC in s from a date on (IERS Bulletin C)."""

# Multiples of D, M, M', F; sine of the longitude in 1e-6 degrees, cosine of the distance in m (Meeus, table 47.A).
_LONGITUDE_AND_DISTANCE = np.array([
    [0, 0, 1, 0, 6288774, -20905355], [2, 0, -1, 0, 1274027, -3699111], [2, 0, 0, 0, 658314, -2955968],
    [0, 0, 2, 0, 213618, -569925], [0, 1, 0, 0, -185116, 48888], [0, 0, 0, 2, -114332, -3149],
    [2, 0, -2, 0, 58793, 246158], [2, -1, -1, 0, 57066, -152138], [2, 0, 1, 0, 53322, -170733],
    [2, -1, 0, 0, 45758, -204586], [0, 1, -1, 0, -40923, -129620], [1, 0, 0, 0, -34720, 108743],
    [0, 1, 1, 0, -30383, 104755], [2, 0, 0, -2, 15327, 10321], [0, 0, 1, 2, -12528, 0],
    [0, 0, 1, -2, 10980, 79661], [4, 0, -1, 0, 10675, -34782], [0, 0, 3, 0, 10034, -23210],
    [4, 0, -2, 0, 8548, -21636], [2, 1, -1, 0, -7888, 24208], [2, 1, 0, 0, -6766, 30824],
    [1, 0, -1, 0, -5163, -8379], [1, 1, 0, 0, 4987, -16675], [2, -1, 1, 0, 4036, -12831],
    [2, 0, 2, 0, 3994, -10445], [4, 0, 0, 0, 3861, -11650], [2, 0, -3, 0, 3665, 14403],
    [0, 1, -2, 0, -2689, -7003], [2, 0, -1, 2, -2602, 0], [2, -1, -2, 0, 2390, 10056],
    [1, 0, 1, 0, -2348, 6322], [2, -2, 0, 0, 2236, -9884], [0, 1, 2, 0, -2120, 5751],
    [0, 2, 0, 0, -2069, 0], [2, -2, -1, 0, 2048, -4950], [2, 0, -1, -2, 0, 8752],
], dtype=np.float64)  # fmt: skip
# The same multiples; sine of the latitude in 1e-6 degrees (table 47.B).
_LATITUDE = np.array([
    [0, 0, 0, 1, 5128122], [0, 0, 1, 1, 280602], [0, 0, 1, -1, 277693], [2, 0, 0, -1, 173237],
    [2, 0, -1, 1, 55413], [2, 0, -1, -1, 46271], [2, 0, 0, 1, 32573], [0, 0, 2, 1, 17198],
    [2, 0, 1, -1, 9266], [0, 0, 2, -1, 8822], [2, -1, 0, -1, 8216], [2, 0, -2, -1, 4324],
    [2, 0, 1, 1, 4200], [2, 1, 0, -1, -3359], [2, -1, -1, 1, 2463], [2, -1, 0, 1, 2211],
    [2, -1, -1, -1, 2065],
], dtype=np.float64)  # fmt: skip


def terrestrial_time(utc_days: npt.ArrayLike) -> Float64:
    """Return Julian centuries of terrestrial time since J2000 [..].

    Parameters
    ----------
    utc_days : array [..]
        Days of UTC since 2000-01-01 00:00, with their fraction; from 1990 on.
    """
    days = np.asarray(utc_days, dtype=np.float64)
    starts = [day_number(parse_date(text)) for text, _ in _LEAP_SECONDS]
    leap = np.array([seconds for _, seconds in _LEAP_SECONDS], dtype=np.float64)
    number = np.maximum(np.searchsorted(starts, days, side="right") - 1, 0)
    return np.asarray((days - _NOON + (leap[number] + _TT_LESS_TAI) / 86400.0) / DAYS_PER_CENTURY)


def sidereal_angle(utc_days: npt.ArrayLike) -> Float64:
    """Return Greenwich mean sidereal time in degrees [..] (Meeus, eq. 12.4), UTC taken as UT1 (0.9 s at most)."""
    days = np.asarray(utc_days, dtype=np.float64) - _NOON
    centuries = days / DAYS_PER_CENTURY
    angle = 280.46061837 + 360.98564736629 * days + 0.000387933 * centuries**2 - centuries**3 / 38_710_000.0
    return np.asarray(np.mod(angle, 360.0))


def sun_position(utc_days: npt.ArrayLike) -> Float64:
    """Return the Sun's position in the Earth-fixed frame in m [.., 3]."""
    t = terrestrial_time(utc_days)
    anomaly = np.radians(357.52911 + (35999.05029 - 0.0001537 * t) * t)
    eccentricity = 0.016708634 - (0.000042037 + 0.0000001267 * t) * t
    centre = (
        (1.914602 - (0.004817 + 0.000014 * t) * t) * np.sin(anomaly)
        + (0.019993 - 0.000101 * t) * np.sin(2.0 * anomaly)
        + 0.000289 * np.sin(3.0 * anomaly)
    )
    longitude = np.radians(280.46646 + (36000.76983 + 0.0003032 * t) * t + centre)
    true_anomaly = anomaly + np.radians(centre)
    distance = 1.000001018 * (1.0 - eccentricity**2) / (1.0 + eccentricity * np.cos(true_anomaly))
    return _earth_fixed(longitude, np.zeros_like(longitude), distance * _ASTRONOMICAL_UNIT, t, utc_days)


def moon_position(utc_days: npt.ArrayLike) -> Float64:
    """Return the Moon's position in the Earth-fixed frame in m [.., 3]."""
    t = terrestrial_time(utc_days)
    mean_longitude = np.radians(218.3164477 + (481267.88123421 - 0.0015786 * t) * t)
    elongation = np.radians(297.8501921 + (445267.1114034 - 0.0018819 * t) * t)
    sun_anomaly = np.radians(357.5291092 + (35999.0502909 - 0.0001536 * t) * t)
    moon_anomaly = np.radians(134.9633964 + (477198.8675055 + 0.0087414 * t) * t)
    node_distance = np.radians(93.2720950 + (483202.0175233 - 0.0036539 * t) * t)
    arguments = np.stack([elongation, sun_anomaly, moon_anomaly, node_distance])
    shrinking = 1.0 - (0.002516 + 0.0000074 * t) * t  # of the Earth's orbit's eccentricity, for terms with M

    def series(table: Float64, column: int, function: np.ufunc) -> Float64:
        angle = np.tensordot(table[:, :4], arguments, axes=1)
        factor = table[:, column].reshape(-1, *[1] * t.ndim) * shrinking ** np.abs(table[:, 1]).reshape(
            -1, *[1] * t.ndim
        )
        return np.asarray(np.sum(factor * function(angle), axis=0))

    venus = np.radians(119.75 + 131.849 * t)
    micro_longitude = series(_LONGITUDE_AND_DISTANCE, 4, np.sin)
    micro_longitude += 3958.0 * np.sin(venus) + 1962.0 * np.sin(mean_longitude - node_distance)
    micro_latitude = series(_LATITUDE, 4, np.sin) - 2235.0 * np.sin(mean_longitude)
    longitude = mean_longitude + np.radians(micro_longitude * 1e-6)
    distance = _MOON_MEAN_DISTANCE + series(_LONGITUDE_AND_DISTANCE, 5, np.cos)
    return _earth_fixed(longitude, np.radians(micro_latitude * 1e-6), distance, t, utc_days)


def _earth_fixed(
    longitude: Float64, latitude: Float64, distance: Float64, centuries: Float64, utc_days: npt.ArrayLike
) -> Float64:
    """Turn ecliptic coordinates of date (rad, m) about the obliquity and sidereal time."""
    obliquity = np.radians(23.4392911 - 0.0130042 * centuries)
    x = np.cos(latitude) * np.cos(longitude)
    y, z = np.cos(latitude) * np.sin(longitude), np.sin(latitude)
    y, z = np.cos(obliquity) * y - np.sin(obliquity) * z, np.sin(obliquity) * y + np.cos(obliquity) * z
    angle = np.radians(sidereal_angle(utc_days))
    x, y = np.cos(angle) * x + np.sin(angle) * y, np.cos(angle) * y - np.sin(angle) * x
    return np.asarray(distance[..., None] * np.stack([x, y, z], axis=-1))

"""The tide of the solid Earth: how the Sun and the Moon move the ground.

IERS Conventions (2010), section 7.1.1: Love and Shida numbers of degree 2 (with their dependence on latitude) and 3,
their imaginary parts and l(1) in the diurnal and semi-diurnal bands (step 1), and the corrections for the dependence
on frequency in the diurnal and long-period bands (step 2, tables 7.3a and 7.3b, with the small terms that the
Conventions' own program has besides). The permanent tide is not taken away: it is the same at all times.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..solver.band import Float64
from .ephemeris import moon_position, sun_position, terrestrial_time

_EARTH_RADIUS = 6_378_136.6
_SUN_MASS, _MOON_MASS = 332_946.0482, 0.012_300_037_1  # in masses of the Earth
_H2, _L2, _H2_LATITUDE, _L2_LATITUDE = 0.6078, 0.0847, -0.0006, 0.0002
_H3, _L3 = 0.292, 0.015
_IMAGINARY_DIURNAL, _IMAGINARY_SEMIDIURNAL = (-0.0025, -0.0007), (-0.0022, -0.0007)
_L1_DIURNAL, _L1_SEMIDIURNAL = 0.0012, 0.0024

# Multiples of s, h, p, N', ps beside one tau; radial and transverse, in phase and out of phase, in mm (table 7.3a).
_DIURNAL = np.array([
    [-3, 0, 2, 0, 0, -0.01, 0, 0, 0], [-3, 2, 0, 0, 0, -0.01, 0, 0, 0], [-2, 0, 1, -1, 0, -0.02, 0, 0, 0],
    [-2, 0, 1, 0, 0, -0.08, 0, -0.01, 0.01], [-2, 2, -1, 0, 0, -0.02, 0, 0, 0], [-1, 0, 0, -1, 0, -0.10, 0, 0, 0],
    [-1, 0, 0, 0, 0, -0.51, 0, -0.02, 0.03], [-1, 2, 0, 0, 0, 0.01, 0, 0, 0], [0, -2, 1, 0, 0, 0.01, 0, 0, 0],
    [0, 0, -1, 0, 0, 0.02, 0, 0, 0], [0, 0, 1, 0, 0, 0.06, 0, 0, 0], [0, 0, 1, 1, 0, 0.01, 0, 0, 0],
    [0, 2, -1, 0, 0, 0.01, 0, 0, 0], [1, -3, 0, 0, 1, -0.06, 0, 0, 0], [1, -2, 0, -1, 0, 0.01, 0, 0, 0],
    [1, -2, 0, 0, 0, -1.23, -0.07, 0.06, 0.01], [1, -1, 0, 0, -1, 0.02, 0, 0, 0], [1, -1, 0, 0, 1, 0.04, 0, 0, 0],
    [1, 0, 0, -1, 0, -0.22, 0.01, 0.01, 0], [1, 0, 0, 0, 0, 12.00, -0.80, -0.67, -0.03],
    [1, 0, 0, 1, 0, 1.73, -0.12, -0.10, 0], [1, 0, 0, 2, 0, -0.04, 0, 0, 0], [1, 1, 0, 0, -1, -0.50, -0.01, 0.03, 0],
    [1, 1, 0, 0, 1, 0.01, 0, 0, 0], [0, 1, 0, 1, -1, -0.01, 0, 0, 0], [1, 2, -2, 0, 0, -0.01, 0, 0, 0],
    [1, 2, 0, 0, 0, -0.11, 0.01, 0.01, 0], [2, -2, 1, 0, 0, -0.01, 0, 0, 0], [2, 0, -1, 0, 0, -0.02, 0, 0, 0],
])  # fmt: skip
# The same without tau; radial in phase, out of phase, transverse in phase, out of phase (table 7.3b).
_LONG_PERIOD = np.array([
    [0, 0, 0, 1, 0, 0.47, 0.16, 0.23, 0.07], [0, 2, 0, 0, 0, -0.20, -0.11, -0.12, -0.05],
    [1, 0, -1, 0, 0, -0.11, -0.09, -0.08, -0.04], [2, 0, 0, 0, 0, -0.13, -0.15, -0.11, -0.07],
    [2, 0, 0, 1, 0, -0.05, -0.06, -0.05, -0.03],
])  # fmt: skip


def solid_earth_tide(places: npt.ArrayLike, utc_days: npt.ArrayLike) -> Float64:
    """Return the displacement of the ground by the tide in m, Earth-fixed [date, place, 3].

    Parameters
    ----------
    places : array [place, 3]
        Earth-fixed positions in m.
    utc_days : array [date]
        Days of UTC since 2000-01-01 00:00, with the time of day as fraction.
    """
    days = np.asarray(utc_days, dtype=np.float64)
    return tide_displacement(places, days, sun_position(days), moon_position(days))


def tide_displacement(places: npt.ArrayLike, utc_days: Float64, sun: Float64, moon: Float64) -> Float64:
    """Return the displacement as :func:`solid_earth_tide` for given positions of Sun and Moon in m [date, 3]."""
    position = np.asarray(places, dtype=np.float64)
    radius = np.linalg.norm(position, axis=-1)
    up = position / radius[:, None]
    sin_lat, cos_lat = up[:, 2], np.hypot(up[:, 0], up[:, 1])
    longitude = np.arctan2(up[:, 1], up[:, 0])
    north = np.stack([-sin_lat * np.cos(longitude), -sin_lat * np.sin(longitude), cos_lat], axis=-1)
    east = np.stack([-np.sin(longitude), np.cos(longitude), np.zeros_like(longitude)], axis=-1)
    total = np.zeros((len(utc_days), *position.shape))
    local = [np.zeros((len(utc_days), len(position))) for _ in range(3)]  # up, north, east
    for body, mass in ((sun, _SUN_MASS), (moon, _MOON_MASS)):
        total += _in_phase(up, sin_lat, body, mass)
        for part, more in zip(local, _out_of_phase(sin_lat, cos_lat, longitude, body, mass)):
            part += more
    for step in (_diurnal(sin_lat, cos_lat, longitude, utc_days), _long_period(sin_lat, cos_lat, utc_days)):
        for part, more in zip(local, step):
            part += more
    for part, direction in zip(local, (up, north, east)):
        total += part[..., None] * direction
    return total


def _strength(body: Float64, mass: float) -> tuple[Float64, Float64, Float64]:
    """Return the body's direction [date, 3], and its tide of degree 2 and of degree 3 in m [date]."""
    distance = np.linalg.norm(body, axis=-1)
    degree2 = mass * _EARTH_RADIUS * (_EARTH_RADIUS / distance) ** 3
    return body / distance[:, None], degree2, degree2 * _EARTH_RADIUS / distance


def _in_phase(up: Float64, sin_lat: Float64, body: Float64, mass: float) -> Float64:
    """Displacement by the real Love and Shida numbers [date, place, 3] (eqs. 7.5 and 7.6)."""
    towards, degree2, degree3 = _strength(body, mass)
    zonal = (3.0 * sin_lat**2 - 1.0) / 2.0
    h2, l2 = _H2 + _H2_LATITUDE * zonal, _L2 + _L2_LATITUDE * zonal
    cosine = towards @ up.T
    across = towards[:, None, :] - cosine[..., None] * up
    radial2, radial3 = h2 * (1.5 * cosine**2 - 0.5), _H3 * (2.5 * cosine**3 - 1.5 * cosine)
    across2, across3 = 3.0 * l2 * cosine, _L3 * (7.5 * cosine**2 - 1.5)
    radial = degree2[:, None] * radial2 + degree3[:, None] * radial3
    transverse = degree2[:, None] * across2 + degree3[:, None] * across3
    return np.asarray(radial[..., None] * up + transverse[..., None] * across)


def _out_of_phase(
    sin_lat: Float64, cos_lat: Float64, longitude: Float64, body: Float64, mass: float
) -> tuple[Float64, Float64, Float64]:
    """Displacement upward, northward, eastward [date, place] by imaginary parts and l(1) (eqs. 7.8 to 7.11)."""
    towards, degree2, _ = _strength(body, mass)
    sine, cosine = towards[:, 2:], np.hypot(towards[:, :1], towards[:, 1:2])
    hour = longitude - np.arctan2(towards[:, 1:2], towards[:, :1])
    sin2_lat, cos2_lat = 2.0 * sin_lat * cos_lat, cos_lat**2 - sin_lat**2
    day, half = degree2[:, None] * 2.0 * sine * cosine, degree2[:, None] * cosine**2
    h, l = _IMAGINARY_DIURNAL  # noqa: E741 (h and l are the names of Love and Shida numbers)
    up = -0.75 * h * day * sin2_lat * np.sin(hour)
    north = -1.5 * l * day * cos2_lat * np.sin(hour) - 1.5 * _L1_DIURNAL * day * sin_lat**2 * np.cos(hour)
    east = -1.5 * l * day * sin_lat * np.cos(hour) + 1.5 * _L1_DIURNAL * day * sin_lat * cos2_lat * np.sin(hour)
    h, l = _IMAGINARY_SEMIDIURNAL  # noqa: E741
    up = up - 0.75 * h * half * cos_lat**2 * np.sin(2.0 * hour)
    north = north + 0.75 * l * half * sin2_lat * np.sin(2.0 * hour)
    north = north - 0.75 * _L1_SEMIDIURNAL * half * sin2_lat * np.cos(2.0 * hour)
    east = east - 1.5 * l * half * cos_lat * np.cos(2.0 * hour)
    east = east - 0.75 * _L1_SEMIDIURNAL * half * sin_lat * sin2_lat * np.sin(2.0 * hour)
    return up, north, east


def _arguments(utc_days: Float64) -> tuple[Float64, Float64]:
    """Return lunar time tau [date] and s, h, p, N', ps [5, date], in degrees (polynomials of the IERS program)."""
    t = terrestrial_time(utc_days)
    moon = np.polyval([0.00000185139, -0.0014663889, 481267.88194, 218.31664563], t)
    sidereal = np.polyval([-0.0000000258, 0.00038793, 36000.7700536, 280.4606184], t)
    tau = 15.0 * 24.0 * np.mod(utc_days, 1.0) + sidereal - moon
    precession = np.polyval([0.000000007, 0.000000021, 0.000308889, 1.396971278, 0.0], t)
    sun = np.polyval([-0.00000000654, 0.000000020, 0.00030322222, 36000.7697489, 280.46645], t)
    perigee = np.polyval([0.00000005263, -0.0000124991, -0.01032172222, 4069.01363525, 83.35324312], t)
    node = np.polyval([0.00000001650, -0.00000213944, -0.00207561111, 1934.13626197, 234.95544499], t)
    perihelion = np.polyval([-0.00000000334, -0.00000001778, 0.00045688889, 1.71945766667, 282.93734098], t)
    return tau, np.stack([moon + precession, sun, perigee, node, perihelion])


def _diurnal(
    sin_lat: Float64, cos_lat: Float64, longitude: Float64, utc_days: Float64
) -> tuple[Float64, Float64, Float64]:
    """Corrections in m upward, northward, eastward [date, place] (eq. 7.12)."""
    tau, others = _arguments(utc_days)
    angle = np.radians(tau[:, None] + (_DIURNAL[:, :5] @ others).T)[:, None, :] + longitude[:, None]
    radial_in, radial_out, across_in, across_out = _DIURNAL[:, 5:].T / 1000.0
    sine, cosine = np.sin(angle), np.cos(angle)
    up = 2.0 * sin_lat * cos_lat * (sine @ radial_in + cosine @ radial_out)
    north = (cos_lat**2 - sin_lat**2) * (sine @ across_in + cosine @ across_out)
    east = sin_lat * (cosine @ across_in - sine @ across_out)
    return up, north, east


def _long_period(sin_lat: Float64, cos_lat: Float64, utc_days: Float64) -> tuple[Float64, Float64, Float64]:
    """Corrections in m upward, northward, eastward [date, place] (eq. 7.13)."""
    _, others = _arguments(utc_days)
    angle = np.radians(_LONG_PERIOD[:, :5] @ others).T
    radial_in, radial_out, across_in, across_out = _LONG_PERIOD[:, 5:].T / 1000.0
    radial = np.cos(angle) @ radial_in + np.sin(angle) @ radial_out
    across = np.cos(angle) @ across_in + np.sin(angle) @ across_out
    up = radial[:, None] * (3.0 * sin_lat**2 - 1.0) / 2.0
    north = across[:, None] * 2.0 * sin_lat * cos_lat
    return up, north, np.zeros_like(up)

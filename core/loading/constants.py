"""The constants of the loading problem, in one place and consistent with each other.

Displacement is proportional to ``4 pi G a / g``: mixing constants of different origin shifts every
displacement by up to 0.25 %. Here ``g = GM / a**2`` with the mean radius.
"""

from __future__ import annotations

import math

from ..geodesy import EARTH_RADIUS

AUTHALIC_RADIUS = 6_371_007.181
"""Radius of the sphere with the area of the WGS84 ellipsoid, m: turns areas into angles."""

GRAVITATIONAL_CONSTANT = 6.6743e-11
"""G, m3 kg-1 s-2 (CODATA 2018)."""

GRAVITY = 9.82025
"""g = GM / a**2 at the mean radius, m s-2."""

WATER_DENSITY = 1000.0
"""Density of the water that "water equivalent" means, kg m-3."""

MM_PER_METRE_OF_WATER = 1e3 * 4 * math.pi * GRAVITATIONAL_CONSTANT * EARTH_RADIUS / GRAVITY * WATER_DENSITY
"""Factor 4 pi G a rho_w / g: millimetres of displacement per metre of water and unit of the Love-number series."""

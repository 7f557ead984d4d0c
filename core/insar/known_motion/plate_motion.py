"""The horizontal motion of tectonic plates as rigid rotations.

ITRF2020-PMM (Altamimi et al. 2023, doi:10.1029/2023GL106373): table 1, rotation poles, and table 2, the origin rate
bias, which is to be added to horizontal velocities and not to vertical ones. A rigid plate hardly deforms, but it moves
under a line of sight whose incidence and azimuth change over the frame: some mm/yr from edge to edge (Stephenson et al.
2022, doi:10.1029/2022GL099835).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...geodesy import earth_fixed, east_north_up
from ..solver.band import Float64

NO_PLATE = "none"
ROTATIONS = {
    "amur": (-0.131, -0.551, 0.837),
    "antarctica": (-0.269, -0.312, 0.678),
    "arabia": (1.129, -0.146, 1.438),
    "australia": (1.487, 1.175, 1.223),
    "caribbean": (0.207, -1.422, 0.726),
    "eurasia": (-0.085, -0.519, 0.753),
    "india": (1.137, 0.013, 1.444),
    "nazca": (-0.327, -1.561, 1.605),
    "north_america": (0.045, -0.666, -0.098),
    "nubia": (0.090, -0.585, 0.717),
    "pacific": (-0.404, 1.021, -2.154),
    "south_america": (-0.261, -0.282, -0.157),
    "somalia": (-0.081, -0.719, 0.864),
}
"""Cartesian components of each plate's rotation in milliarcseconds a year."""
PLATES = (NO_PLATE, *ROTATIONS)
ORIGIN_RATE_BIAS = (0.37, 0.35, 0.74)
"""mm/yr, Earth-fixed."""

_RADIANS_PER_MAS = np.pi / 648_000_000.0


def plate_velocity(plate: str, lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Float64, Float64]:
    """Return the eastward and northward velocity in mm/yr [..] of places in degrees [..] on a plate.

    ``v = omega x r`` on the ellipsoid, with the origin rate bias; its vertical part is left out.

    Parameters
    ----------
    plate : str
        Name in :data:`ROTATIONS`.
    lon, lat : array [..]
        Places.
    """
    omega = np.asarray(ROTATIONS[plate]) * _RADIANS_PER_MAS
    velocity = np.cross(omega, earth_fixed(lon, lat)) * 1000.0 + np.asarray(ORIGIN_RATE_BIAS)
    east, north, _ = east_north_up(velocity, lon, lat)
    return east, north

"""The response of the ground to one disk of water, as a table (the paper's Fig. 5)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..outputs import write_text
from .constants import EARTH_RADIUS
from .disk import vertical_response
from .love_numbers import load


@dataclass(frozen=True)
class DiskResponse:
    """Displacement under a disk of one metre of water.

    Attributes
    ----------
    distance_km : array [n]
        From the centre of the disk along the surface, ascending from 0 to the antipode; the edge is among them.
    vertical_mm : array [n]
        Vertical displacement, up positive.
    center_mm, edge_mm : float
        At the centre and at the edge.
    """

    distance_km: FloatArray
    vertical_mm: FloatArray
    center_mm: float
    edge_mm: float


def disk_response(radius_m: float, earth_model: str = "PREM") -> DiskResponse:
    """Return the response to a disk of `radius_m` (m) on an Earth model, in the CE frame, degree 0 dropped.

    Raises
    ------
    InputError
        Where the radius is not that of a disk on the Earth or the Earth model is unknown.
    """
    if not 0 < radius_m < math.pi * EARTH_RADIUS:
        raise InputError(
            f"The radius of the disk must be more than 0 and less than {math.pi * EARTH_RADIUS / 1e3:.0f} km; "
            f"it is {radius_m / 1e3:g} km."
        )
    distance = table_distances(radius_m)
    vertical = vertical_response(distance, radius_m, load(earth_model))
    edge = int(np.searchsorted(distance, radius_m))
    return DiskResponse(distance / 1e3, vertical, float(vertical[0]), float(vertical[edge]))


def write_response_csv(response: DiskResponse, path: Path) -> None:
    """Write the table: columns ``distance_km``, ``vertical_mm``."""
    lines = ["distance_km,vertical_mm"]
    lines += [f"{d:.9g},{u:.9g}" for d, u in zip(response.distance_km, response.vertical_mm)]
    write_text(path, "\n".join(lines) + "\n")


def table_distances(radius_m: float) -> FloatArray:
    """Return distances (m): even across the disk and to three radii, then each 2 % further, to the antipode."""
    end = math.pi * EARTH_RADIUS
    near = radius_m * np.arange(0, 3.0001, 1 / 64)
    steps = math.ceil(max(0.0, math.log(end / near[-1])) / math.log(1.02))
    far = near[-1] * (end / near[-1]) ** (np.arange(1, steps + 1) / steps) if steps else np.empty(0)
    distance = np.concatenate([near[near < end], far[far < end], [end]])
    return np.unique(distance)

"""The response of the ground to one disk of water, as a table (the paper's Fig. 5)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files.outputs import write_text
from ..geodesy import EARTH_RADIUS
from .disk import horizontal_response, vertical_response
from .love_numbers import SHIPPED, LoveNumbers, load

COLUMNS = ("distance_km", "vertical_mm", "horizontal_mm", "vertical_low_mm", "vertical_high_mm")


@dataclass(frozen=True)
class DiskResponse:
    """Displacement under a disk of one metre of water.

    Attributes
    ----------
    distance_km : array [n]
        From the centre of the disk along the surface, ascending from 0 to the antipode; the edge is among them.
    vertical_mm, horizontal_mm : array [n]
        Displacement, up and away from the centre positive.
    low_mm, high_mm : array [n]
        Range of the vertical displacement over the shipped Earth models: what the crust may change.
    center_mm, edge_mm : float
        Vertical displacement at the centre and at the edge.
    """

    distance_km: FloatArray
    vertical_mm: FloatArray
    horizontal_mm: FloatArray
    low_mm: FloatArray
    high_mm: FloatArray
    center_mm: float
    edge_mm: float


def disk_response(
    radius_m: float,
    earth_model: str = "PREM",
    love_numbers: LoveNumbers | None = None,
    frame: str = "CE",
    keep_degree_zero: bool = False,
    *,
    compensated: bool = False,
) -> DiskResponse:
    """Return the response to a disk of one metre of water.

    Parameters
    ----------
    radius_m : float
        Of the disk, m.
    earth_model : str
        One of the shipped models, where `love_numbers` is not given.
    love_numbers : LoveNumbers, optional
        Of another Earth.
    frame : str
        Origin of degree 1: CE, CM, CF, CH or CL.
    keep_degree_zero, compensated : bool
        As in :func:`.disk.vertical_response`.

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
    numbers = (load(earth_model) if love_numbers is None else love_numbers).in_frame(frame)
    distance = table_distances(radius_m)

    def vertical(earth: LoveNumbers) -> FloatArray:
        return vertical_response(distance, radius_m, earth, keep_degree_zero, compensated)

    chosen = vertical(numbers)
    spread = np.stack([chosen, *(vertical(load(name).in_frame(frame)) for name in SHIPPED)])
    edge = int(np.searchsorted(distance, radius_m))
    return DiskResponse(
        distance / 1e3,
        chosen,
        horizontal_response(distance, radius_m, numbers, compensated),
        spread.min(axis=0),
        spread.max(axis=0),
        center_mm=float(chosen[0]),
        edge_mm=float(chosen[edge]),
    )


def write_response_csv(response: DiskResponse, path: Path) -> None:
    """Write the table with the columns of :data:`COLUMNS`."""
    columns = (
        response.distance_km,
        response.vertical_mm,
        response.horizontal_mm,
        response.low_mm,
        response.high_mm,
    )
    lines = [",".join(COLUMNS)]
    lines += [",".join(f"{value:.9g}" for value in row) for row in zip(*columns)]
    write_text(path, "\n".join(lines) + "\n")


def table_distances(radius_m: float) -> FloatArray:
    """Return distances (m): even across the disk and to three radii, then each 2 % further, to the antipode."""
    end = math.pi * EARTH_RADIUS
    near = radius_m * np.arange(0, 3.0001, 1 / 64)
    steps = math.ceil(max(0.0, math.log(end / near[-1])) / math.log(1.02))
    far = near[-1] * (end / near[-1]) ** (np.arange(1, steps + 1) / steps) if steps else np.empty(0)
    distance = np.concatenate([near[near < end], far[far < end], [end]])
    return np.unique(distance)

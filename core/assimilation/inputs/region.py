"""The region whose mean is judged: polygons that the user gives, or the hull of the data."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...grid.regions import cell_fractions, read_polygons
from ..inputs.data_rows import GRACE
from .gathered import Gathered


def region_shares(gathered: Gathered, region: Path | None) -> FloatArray:
    """Return the weights [cell] of the cells in the region's mean; their sum is 1.

    Raises
    ------
    InputError
        Where the region has no cell with storage.
    """
    from scipy import spatial

    if region is not None:
        fractions: FloatArray = cell_fractions(read_polygons(region), gathered.grid)[gathered.cells]
        if not fractions.sum() > 0:
            raise InputError(f"REGION: {region} holds no cell of the storage: choose polygons of the study area.")
        return fractions / fractions.sum()
    displacement = gathered.kind != GRACE
    shares = np.zeros(gathered.places.shape[0])
    shares[gathered.of_cell[displacement]] = 1.0
    middle = gathered.point_places[displacement].mean(axis=0)
    middle /= np.linalg.norm(middle)
    east = np.cross([0.0, 0.0, 1.0], middle)
    east /= np.linalg.norm(east)
    plane = np.stack([east, np.cross(middle, east)], axis=1)
    corners = np.unique(gathered.point_places[displacement] @ plane, axis=0)
    # Three places of a line, or less, span no area: the cells that hold them are the region then.
    if corners.shape[0] >= 3 and np.linalg.matrix_rank(corners - corners[0], tol=1e-4) == 2:
        facing = gathered.places @ middle > 0
        inside = spatial.Delaunay(corners).find_simplex(gathered.places @ plane) >= 0
        shares[inside & facing] = 1.0
    return shares / shares.sum()

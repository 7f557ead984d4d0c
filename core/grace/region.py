"""The region whose mean is compared: exact parts of cells, and what GRACE can tell about one of that size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files.raster import RasterGrid
from ..grid.ease2 import Grid
from ..grid.regions import cell_fractions, read_polygons

# Thresholds in km2: Vishwakarma et al. (2018); advice of GFZ's GravIS; CSR's guidance on mascons.
UNRESOLVED_KM2 = 63_000.0
DOUBTFUL_KM2 = 100_000.0
COARSE_KM2 = 200_000.0
_WHOLE = 0.995


@dataclass(frozen=True)
class Region:
    """Weights of the cells in the region's mean.

    Attributes
    ----------
    fraction : array [row, column]
        Part of each cell in the region.
    area_km2 : float
        Of the region inside the grid.
    covered : float
        Part of the whole region (0..1) that lies inside the grid.
    """

    fraction: FloatArray
    area_km2: float
    covered: float

    def without(self, cells: BoolArray) -> Region:
        """Return the region less some cells [row, column] that have no values."""
        kept = np.where(cells, 0.0, self.fraction)
        share = float(kept.sum() / self.fraction.sum())
        return Region(kept, self.area_km2 * share, self.covered * share)


def region_of_polygons(path: Path, grid: RasterGrid, name: str) -> Region:
    """Return the region inside a layer's polygons.

    Parameters
    ----------
    path : Path
        Vector file.
    grid : RasterGrid
        Window of the EASE-Grid 2.0 `name`.
    name : str
        ``M25``, ``M36`` or ``M09``.

    Raises
    ------
    InputError
        Where no part of the polygons lies inside the grid.
    """
    polygons = read_polygons(path)
    cell = grid.dx * grid.dy / 1e6
    try:
        fraction = cell_fractions(polygons, grid)
    except InputError as error:
        raise InputError(f"REGION: {error}") from None
    lon = np.concatenate([ring[:, 0] for ring in polygons.rings])
    lat = np.concatenate([ring[:, 1] for ring in polygons.rings])
    whole = Grid(name)
    around = whole.window(*whole.covering(lon.min(), lon.max(), lat.min(), lat.max()))
    everything = float(cell_fractions(polygons, around).sum())
    inside = float(fraction.sum())
    return Region(fraction, inside * cell, min(1.0, inside / everything))


def region_of_cells(chosen: BoolArray, grid: RasterGrid) -> Region:
    """Return the region of whole cells `chosen` [row, column]."""
    fraction = chosen.astype(np.float64)
    return Region(fraction, float(fraction.sum()) * grid.dx * grid.dy / 1e6, 1.0)


def warnings_about(region: Region, gain: float, operator: str = "Gaussian of 300 km") -> list[str]:
    """Return what the user should know about the region: too small for GRACE, or only partly in the data.

    Parameters
    ----------
    region : Region
        Of the comparison.
    gain : float
        What a load of 1 in the region alone leaves in its mean after what the product went through.
    operator : str
        What that is, in words.

    Returns
    -------
    list of str
        Sentences; none for a large region that is wholly inside.
    """
    found = []
    size = f"The region has {region.area_km2:,.0f} km2. ".replace(",", " ")
    kept = (
        f"After what the product went through ({operator}), {gain:.0%} of a load that is confined to it would be seen."
    )
    if region.area_km2 < UNRESOLVED_KM2:
        found.append(
            size + "GRACE cannot resolve it (below 63 000 km2): its value there is mostly that of the surroundings. "
            f"{kept} Compare over a larger region too."
        )
    elif region.area_km2 < DOUBTFUL_KM2:
        found.append(size + f"Below 100 000 km2 GRACE resolves a region poorly. {kept} Compare over a larger one too.")
    elif region.area_km2 < COARSE_KM2:
        found.append(size + f"Note that GRACE's mascons are recommended for regions above 200 000 km2. {kept}")
    if region.covered < _WHOLE:
        found.append(
            f"Only {region.covered:.0%} of the region lies where both analysis and GRACE have cells: "
            "the means are of that part."
        )
    return found

"""Places of weather that is looked at without columns of the land model: cells spread over what its files cover."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from ..files import netcdf
from ..files.raster import RasterGrid
from ..grid.ease2 import Grid, grid_of_cells
from ..grid.lonlat import lonlat_file
from .containers import ARCHIVES, GRIB_SUFFIXES, SUFFIXES, unpacked
from .time_axis import files_in
from .weather_catalogue import content

_PLACES = 5  # along each side


@dataclass(frozen=True)
class Places:
    """Cells of the EASE-Grid 2.0 at which weather is read.

    Attributes
    ----------
    grid : RasterGrid
        Window that holds them.
    ease_grid : str
        M25, M36 or M09.
    row0, column0 : int
        First cell of the window in the global grid.
    row, column : int array [place]
        In the window.
    """

    grid: RasterGrid
    ease_grid: str
    row0: int
    column0: int
    row: IntArray
    column: IntArray

    @property
    def count(self) -> int:
        """Number of places."""
        return int(self.row.size)

    @property
    def lon_lat(self) -> tuple[FloatArray, FloatArray]:
        """Longitude and latitude, degrees, each [place]."""
        return Grid(self.ease_grid).center(self.row0 + self.row, self.column0 + self.column)


def places_of_weather(path: Path, ease_grid: str = "M25") -> Places:
    """Return cells spread over what weather files cover, five along each side at most.

    Parameters
    ----------
    path : Path
        File or folder.
    ease_grid : str
        For files in longitude and latitude.

    Raises
    ------
    InputError
        Where the files do not say where they lie.
    """
    refusal = f"{path} does not say where it lies: give PARAMETERS, whose columns do."
    if path.suffix.lower() in (".csv", ".txt"):
        raise InputError(refusal)
    with ExitStack() as stack:
        files = [*unpacked(files_in([path], (*SUFFIXES, *GRIB_SUFFIXES, *ARCHIVES)), stack)]
        with netcdf.open_dataset(files[0]) as opened:
            dataset = content(opened)
            if "x" in dataset.variables and "y" in dataset.variables and "crs" in dataset.variables:
                source = netcdf.read_grid(dataset)
                if not source.is_geographic:
                    whole, row0, column0 = grid_of_cells(source)
                    return _spread(source, whole.name, row0, column0)
            try:
                grid = lonlat_file(dataset).grid
            except InputError as error:
                raise InputError(f"{refusal} ({error})") from error
    south = grid.y_max - grid.rows * grid.dy
    # Cells at the rim of the files are covered in part only.
    inner = (grid.x_min + grid.dx, grid.x_min + (grid.columns - 1) * grid.dx, south + grid.dy, grid.y_max - grid.dy)
    whole = Grid(ease_grid)
    window = whole.window(*whole.covering(inner[0], inner[1], max(inner[2], -60.0), min(inner[3], 80.0)))
    row0, column0 = whole.first_cell(window)
    return _spread(window, ease_grid, row0, column0)


def _spread(window: RasterGrid, ease_grid: str, row0: int, column0: int) -> Places:
    rows, columns = (
        np.unique(np.linspace(0, size - 1, min(size, _PLACES)).round().astype(np.intp)) for size in window.shape
    )
    row, column = (part.ravel() for part in np.meshgrid(rows, columns, indexing="ij"))
    return Places(window, ease_grid, row0, column0, row, column=column)


def with_data(places: Places, finite: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Places:
    """Return the places with data: those over sea or lake have none in land products."""
    return Places(
        places.grid, places.ease_grid, places.row0, places.column0, places.row[finite], column=places.column[finite]
    )

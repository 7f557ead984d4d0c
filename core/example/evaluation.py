"""How far open loop and analysis are from the example's true storage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .. import netcdf
from ..arrays import FloatArray
from ..errors import InputError
from ..grace.metrics import correlation, ubrmsd
from ..grid.regions import cell_fractions, read_polygons
from ..raster import RasterGrid

SERIES = {"open_loop": "tws_open_loop", "analysis": "tws_analysis"}


@dataclass(frozen=True)
class TruthRow:
    """One series against the truth.

    Attributes
    ----------
    series : str
        ``open_loop`` or ``analysis``.
    r, ubrmsd_mm : float
        Correlation and unbiased root-mean-square difference of the region's mean.
    cell_ubrmsd_mm : float
        Mean over the region's cells of each cell's own ubRMSD.
    """

    series: str
    r: float
    ubrmsd_mm: float
    cell_ubrmsd_mm: float


def compare_with_truth(analysis: Path, truth: Path, region: Path) -> list[TruthRow]:
    """Return how far open loop and analysis are from the truth over the epochs of the analysis.

    Parameters
    ----------
    analysis : Path
        From the assimilation.
    truth : Path
        Storage file of the example.
    region : Path
        Polygons of the study area.

    Raises
    ------
    InputError
        Where the truth lies on another grid or lacks the epochs.
    """
    with netcdf.open_dataset(truth, ["tws"]) as dataset:
        grid, days = netcdf.read_grid(dataset), netcdf.read_days(dataset)
        values = netcdf.read_float(dataset, "tws")
    with netcdf.open_dataset(analysis, SERIES.values()) as dataset:
        window = _window(grid, netcdf.read_grid(dataset))
        epochs = netcdf.read_days(dataset)
        index = (slice(None), *window)
        estimates = {name: netcdf.read_float(dataset, variable, index) for name, variable in SERIES.items()}
    position = np.minimum(np.searchsorted(days, epochs), days.size - 1)
    if np.any(days[position] != epochs) or next(iter(estimates.values())).shape[1:] != grid.shape:
        raise InputError(f"{truth} is not the truth of {analysis}: its grid or its epochs differ.")
    weights = cell_fractions(read_polygons(region), grid)
    return [_row(name, estimate, values[position], weights) for name, estimate in estimates.items()]


def _window(inner: RasterGrid, outer: RasterGrid) -> tuple[slice, slice]:
    """Return the rows and columns of `outer` that `inner` holds; fewer than it has where it is not inside."""
    row = round((outer.y_max - inner.y_max) / outer.dy)
    column = round((inner.x_min - outer.x_min) / outer.dx)
    return slice(max(row, 0), row + inner.rows), slice(max(column, 0), column + inner.columns)


def _row(name: str, estimate: FloatArray, truth: FloatArray, weights: FloatArray) -> TruthRow:
    inside = weights > 0
    share = weights[inside] / weights[inside].sum()
    mean, true_mean = estimate[:, inside] @ share, truth[:, inside] @ share
    cells = np.array([ubrmsd(a, b) for a, b in zip(estimate[:, inside].T, truth[:, inside].T)])
    return TruthRow(name, float(correlation(mean, true_mean)), float(ubrmsd(mean, true_mean)), float(cells @ share))

"""How far open loop and analysis are from the example's true storage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.names import TWS, TWS_ANALYSIS, TWS_OPEN_LOOP
from ..files.raster import RasterGrid
from ..grace.metrics import correlation, ubrmsd
from ..grid.regions import cell_fractions, read_polygons

SERIES = {"open_loop": TWS_OPEN_LOOP, "analysis": TWS_ANALYSIS}


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
    """Return how far open loop and analysis are from the truth over the epochs of the analysis, where both are.

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
    with netcdf.open_dataset(truth, [TWS]) as dataset:
        outer, days = netcdf.read_grid(dataset), netcdf.read_days(dataset)
        values = netcdf.read_float(dataset, TWS)
    with netcdf.open_dataset(analysis, SERIES.values()) as dataset:
        inner, epochs = netcdf.read_grid(dataset), netcdf.read_days(dataset)
        of_truth, of_analysis = _common(outer, inner)
        estimates = {
            name: netcdf.read_float(dataset, variable, (slice(None), *of_analysis)) for name, variable in SERIES.items()
        }
    position = np.minimum(np.searchsorted(days, epochs), days.size - 1)
    rows, columns = of_truth
    there = values[:, rows, columns][position]
    if np.any(days[position] != epochs) or there.size == 0:
        raise InputError(f"{truth} is not the truth of {analysis}: its grid or its epochs differ.")
    grid = outer.window(rows.start, columns.start, *there.shape[1:])
    weights = cell_fractions(read_polygons(region), grid)
    return [_row(name, estimate, there, weights) for name, estimate in estimates.items()]


def _common(outer: RasterGrid, inner: RasterGrid) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Return rows and columns, of each of two grids, that both hold; empty where there are none."""
    row = round((outer.y_max - inner.y_max) / outer.dy)
    column = round((inner.x_min - outer.x_min) / outer.dx)
    of_outer, of_inner = [], []
    for start, many, most in ((row, inner.rows, outer.rows), (column, inner.columns, outer.columns)):
        first, last = max(start, 0), max(min(start + many, most), max(start, 0))
        of_outer.append(slice(first, last))
        of_inner.append(slice(first - start, last - start))
    return (of_outer[0], of_outer[1]), (of_inner[0], of_inner[1])


def _row(name: str, estimate: FloatArray, truth: FloatArray, weights: FloatArray) -> TruthRow:
    inside = weights > 0
    share = weights[inside] / weights[inside].sum()
    mean, true_mean = estimate[:, inside] @ share, truth[:, inside] @ share
    cells = np.array([ubrmsd(a, b) for a, b in zip(estimate[:, inside].T, truth[:, inside].T)])
    return TruthRow(name, float(correlation(mean, true_mean)), float(ubrmsd(mean, true_mean)), float(cells @ share))

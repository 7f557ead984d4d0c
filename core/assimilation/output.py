"""The analysis file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..netcdf import add_variable, write_grid, write_time
from ..outputs import check_room
from ..raster import RasterGrid

_SERIES = {
    "tws_open_loop": ("mm", "terrestrial water storage, open loop (ensemble mean)"),
    "tws_analysis": ("mm", "terrestrial water storage, analysis (ensemble mean)"),
    "tws_open_loop_std": ("mm", "standard deviation of the open loop's members"),
    "tws_analysis_std": ("mm", "standard deviation of the analysis' members"),
    "innovation": ("mm", "observed less predicted vertical displacement before the analysis"),
    "normalized_innovation": ("1", "innovation over its expected standard deviation"),
    "gain": ("1", "gain of a cell's storage to its own displacement (mm w.e. per mm)"),
    "observation_error": ("mm", "assumed standard deviation of the vertical displacement"),
    "predicted_displacement": ("mm", "vertical displacement by the open loop, anomaly to the common epochs"),
    "observed_displacement": ("mm", "observed vertical displacement, anomaly to the common epochs"),
}
_PER_EPOCH = {
    "area_mean_normalized_innovation": "mean of the normalized innovation over the observed cells",
    "pooled_normalized_innovation_std": "root mean square of the normalized innovation over the observed cells",
}
_MEMBERS = ("tws_open_loop_members", "tws_analysis_members")


class AnalysisFile:
    """Writes the analysis epoch by epoch.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        New and empty.
    grid : RasterGrid
        Of the storage.
    cells : array [row, column] of bool
        Cells with storage; the others are missing.
    days : array [epoch]
        Epochs.
    members : int
        To be written; 0 for none.
    """

    def __init__(self, dataset: Any, grid: RasterGrid, cells: BoolArray, days: FloatArray, members: int = 0) -> None:
        self._dataset, self._cells = dataset, cells
        write_grid(dataset, grid)
        write_time(dataset, days)
        chunks = (1, *grid.shape)
        for name, (units, long_name) in _SERIES.items():
            add_variable(dataset, name, ("time", "y", "x"), units, long_name, chunks=chunks)
        for name, long_name in _PER_EPOCH.items():
            add_variable(dataset, name, ("time",), "1", long_name, "f8")
        add_variable(dataset, "n_observations", ("y", "x"), "1", "observations that the analysis used", "i4", fill=None)
        if members:
            dataset.createDimension("member", members)
            for name in _MEMBERS:
                text = name.replace("tws_", "").replace("_", " ")
                add_variable(
                    dataset,
                    name,
                    ("member", "time", "y", "x"),
                    "mm",
                    f"terrestrial water storage, {text}",
                    chunks=(1, *chunks),
                )

    def write_epoch(self, epoch: int, values: Mapping[str, FloatArray]) -> None:
        """Write series by name, each [cell] (or [member, cell] for members)."""
        for name, series in values.items():
            place = (slice(None), epoch) if series.ndim == 2 else (epoch,)
            check_room(self._dataset.filepath())
            self._dataset.variables[name][place] = self._on_grid(series)

    def write_per_epoch(self, name: str, values: FloatArray) -> None:
        """Write one value an epoch, [epoch]."""
        self._dataset.variables[name][:] = values

    def write_counts(self, points: IntArray, counts: IntArray) -> None:
        """Write how many observations were used at the cells `points` [point]."""
        whole = np.zeros(int(self._cells.sum()), dtype=np.int32)
        whole[points] = counts
        grid = np.zeros(self._cells.shape, dtype=np.int32)
        grid[self._cells] = whole
        self._dataset.variables["n_observations"][:] = grid

    def _on_grid(self, series: FloatArray) -> FloatArray:
        grid = np.full((*series.shape[:-1], *self._cells.shape), np.nan, dtype=np.float32)
        grid[..., self._cells] = series
        return grid


def on_cells(values: FloatArray, points: IntArray, cells: int) -> FloatArray:
    """Return values [point] at their cells [cell], NaN elsewhere."""
    whole = np.full(cells, np.nan)
    whole[points] = values
    return whole

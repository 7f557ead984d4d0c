"""Area means of an analysis over the cells that had observations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS_ANALYSIS, TWS_OPEN_LOOP


@dataclass(frozen=True)
class AreaMeans:
    """Means over the observed cells, all [time], in mm.

    Attributes
    ----------
    days : array [time]
        Days since 2000-01-01.
    open_loop, analysis : array [time]
        Storage.
    open_loop_std, analysis_std : array [time]
        Spread, as `band` says.
    observed, predicted : array [time] or None
        Vertical displacement, where the file has it.
    n_cells : int
        How many cells.
    band : str
        What the spread is, in words.
    """

    days: FloatArray
    open_loop: FloatArray
    analysis: FloatArray
    open_loop_std: FloatArray
    analysis_std: FloatArray
    observed: FloatArray | None
    predicted: FloatArray | None
    n_cells: int
    band: str


def area_means(dataset: Dataset) -> AreaMeans:
    """Return the means over the cells with observations.

    Cells of the EASE-Grid have equal areas: the plain mean is the area mean. Where the file holds the members, the
    spread is that of the area mean itself; else only the mean of the cells' spreads is known, which is larger.

    Raises
    ------
    InputError
        Where no cell had an observation.
    """
    chosen = netcdf.read_float(dataset, "n_observations") > 0
    if not chosen.any():
        raise InputError(f"{dataset.filepath()}: no cell had an observation; there is nothing to report.")
    has_members = "tws_analysis_members" in dataset.variables
    spreads = []
    for name in ("open_loop", "analysis"):
        if has_members:
            members = netcdf.read_float(dataset, f"tws_{name}_members")[..., chosen]
            spreads.append(np.nanmean(members, axis=-1).std(axis=0, ddof=1))
        else:
            spreads.append(_mean(dataset, f"tws_{name}_std", chosen))
    band = "one standard deviation of the ensemble's area mean" if has_members else _CELL_BAND
    there = {"observed_displacement", "predicted_displacement"} <= dataset.variables.keys()
    return AreaMeans(
        netcdf.read_days(dataset),
        _mean(dataset, TWS_OPEN_LOOP, chosen),
        _mean(dataset, TWS_ANALYSIS, chosen),
        spreads[0],
        spreads[1],
        observed=_mean(dataset, "observed_displacement", chosen) if there else None,
        predicted=_mean(dataset, "predicted_displacement", chosen) if there else None,
        n_cells=int(np.count_nonzero(chosen)),
        band=band,
    )


_CELL_BAND = "one standard deviation of a single cell (mean over the cells; the area mean is better known)"


def _mean(dataset: Dataset, name: str, chosen: BoolArray) -> FloatArray:
    values = netcdf.read_float(dataset, name)[:, chosen]
    there = np.isfinite(values)
    count = there.sum(axis=1)
    total = np.where(there, values, 0.0).sum(axis=1)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def window_around(chosen: BoolArray) -> tuple[slice, slice]:
    """Return the rows and columns of the smallest window that holds the chosen cells [row, column].

    Where no cell is chosen, the window is all of them.
    """
    if not chosen.any():
        return slice(0, chosen.shape[0]), slice(0, chosen.shape[1])
    rows, columns = np.flatnonzero(chosen.any(axis=1)), np.flatnonzero(chosen.any(axis=0))
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)

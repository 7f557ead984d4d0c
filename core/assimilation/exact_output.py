"""The file of the best estimate: the same variables as every analysis, and the verdict as attributes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..files.handles import Dataset
from ..files.names import TWS_ANALYSIS, TWS_ANALYSIS_STD, TWS_OPEN_LOOP, TWS_OPEN_LOOP_STD
from ..files.netcdf import add_names, add_variable, create, extend_history, open_dataset, write_grid, write_time
from ..files.outputs import check_room
from .diagnostics.verdict import Verdict
from .inputs.data_rows import GRACE, STATION
from .inputs.gathered import Gathered

_SERIES = {
    TWS_OPEN_LOOP: "terrestrial water storage, open loop",
    TWS_ANALYSIS: "terrestrial water storage, analysis",
    TWS_OPEN_LOOP_STD: "standard deviation of the open loop's departure from its mean over the epochs",
    TWS_ANALYSIS_STD: "standard deviation of the analysis' departure from its mean over the epochs",
}
_OF_POINTS = {
    "observed_displacement": ("mm", "observed vertical displacement, about its mean"),
    "predicted_displacement": ("mm", "vertical displacement by the open loop, about its mean"),
    "innovation": ("mm", "observed less predicted vertical displacement"),
    "normalized_innovation": ("1", "innovation over its expected standard deviation"),
    "analysis_residual": ("mm", "observed less predicted vertical displacement after the analysis"),
}
_REGION = {
    "region_open_loop": "mean storage of the region, open loop",
    "region_analysis": "mean storage of the region, analysis",
    "region_open_loop_std": "standard deviation of the region's mean, open loop, of its departure from its mean",
    "region_analysis_std": "standard deviation of the region's mean, analysis, of its departure from its mean",
}


@dataclass(frozen=True)
class Estimate:
    """The analysis.

    Attributes
    ----------
    open_loop, change : array [epoch, cell]
        Storage, and what the data change (mm).
    open_loop_std, analysis_std : array [epoch, cell]
        Standard deviations (mm).
    region_std : (array, array) [epoch]
        Of the region's mean, before and after.
    shares : array [cell]
        Weights of the region's mean.
    predicted_change : array [block, point]
        Displacement by the change (mm).
    expected_std : array [point]
        Expected standard deviation of an innovation (mm).
    values : array [block, point]
        Innovations that were used; NaN elsewhere.
    """

    open_loop: FloatArray
    change: FloatArray
    open_loop_std: FloatArray
    analysis_std: FloatArray
    region_std: tuple[FloatArray, FloatArray]
    shares: FloatArray
    predicted_change: FloatArray
    expected_std: FloatArray
    values: FloatArray


def write_estimate(
    path: Path,
    gathered: Gathered,
    estimate: Estimate,
    verdict: Verdict,
    facts: dict[str, Any],
    *,
    sources: Sequence[Path],
    warnings: Iterable[str] = (),
    first: int = 0,
) -> int:
    """Write an analysis file from the `first` epoch on, whole or not at all; return how many observed cells it has."""
    described = str(facts.get("options", ""))
    with create(path, "Terrestrial water storage: open loop and analysis", "assimilate", described) as dataset:
        write_grid(dataset, gathered.grid)
        write_time(dataset, gathered.days[first:])
        _write_storage(dataset, gathered, estimate, first)
        count = _write_points(dataset, gathered, estimate, first)
        verdict.write(dataset)
        dataset.setncatts({**facts, "warnings": "\n".join(warnings)})
        for source in sources:
            if source.suffix in (".nc", ".nc4"):
                with open_dataset(source) as other:
                    extend_history(dataset, other)
    return count


def _write_storage(dataset: Dataset, gathered: Gathered, estimate: Estimate, first: int) -> None:
    analysis = estimate.open_loop + estimate.change
    series = (estimate.open_loop, analysis, estimate.open_loop_std, estimate.analysis_std)
    shape = (1, *gathered.grid.shape)
    for (name, text), values in zip(_SERIES.items(), series):
        variable = add_variable(dataset, name, ("time", "y", "x"), "mm", text, chunks=shape)
        for epoch, one in enumerate(values[first:]):
            check_room(dataset.filepath())
            variable[epoch] = _on_grid(gathered, one)
    means = (estimate.open_loop @ estimate.shares, analysis @ estimate.shares)
    for (name, text), value in zip(_REGION.items(), (*means, *estimate.region_std)):
        add_variable(dataset, name, ("time",), "mm", text, dtype="f8")[:] = value[first:]
    text = "weight of the cell in the region's mean"
    add_variable(dataset, "region_share", ("y", "x"), "1", text)[:] = _on_grid(gathered, estimate.shares)


def _on_grid(gathered: Gathered, values: FloatArray) -> FloatArray:
    grid = np.full(gathered.cells.shape, np.nan, dtype=np.float32)
    grid[gathered.cells] = values
    return grid


def _write_points(dataset: Dataset, gathered: Gathered, estimate: Estimate, first: int) -> int:
    """Write what was observed at cells and stations; return how many cells had data."""
    count = gathered.days.size
    values = estimate.values[:count]
    known = np.isfinite(values)
    predicted = np.where(known, gathered.predicted[:count], np.nan)
    number = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, predicted, 0.0).sum(axis=0) / number
    with np.errstate(invalid="ignore"):
        predicted = predicted - mean
        of_points = {
            "observed_displacement": values + predicted,
            "predicted_displacement": predicted,
            "innovation": values,
            "normalized_innovation": values / estimate.expected_std,
            "analysis_residual": values - estimate.predicted_change[:count],
        }
    of_points = {name: series[first:] for name, series in of_points.items()}
    known = known[first:]
    frames = np.flatnonzero(gathered.kind >= 0)
    stations = np.flatnonzero(gathered.kind == STATION)
    _write_cells(dataset, gathered, of_points, frames)
    if stations.size:
        dataset.createDimension("station", stations.size)
        names = [gathered.names[point] for point in stations]
        add_names(dataset, "station_name", "station", names, "name of the station")
        for name, place, units in (("lon", gathered.lon, "degrees_east"), ("lat", gathered.lat, "degrees_north")):
            variable = add_variable(
                dataset, f"station_{name}", ("station",), units, f"{name} of the station", dtype="f8"
            )
            variable[:] = place[stations]
        for name, (units, text) in _OF_POINTS.items():
            variable = add_variable(dataset, f"station_{name}", ("time", "station"), units, f"{text}, at the stations")
            variable[:] = of_points[name][:, stations]
    displacement = gathered.kind != GRACE
    number = np.zeros(gathered.places.shape[0], dtype=np.int64)
    np.add.at(number, gathered.of_cell[displacement], known[:, displacement].sum(axis=0))
    grid = np.zeros(gathered.cells.shape, dtype=np.int32)
    grid[gathered.cells] = number
    text = "observations that the analysis used"
    add_variable(dataset, "n_observations", ("y", "x"), "1", text, dtype="i4", fill=None)[:] = grid
    return int((number > 0).sum())


def _write_cells(dataset: Dataset, gathered: Gathered, of_points: dict[str, FloatArray], frames: IntArray) -> None:
    """Write the means over the frames that see a cell."""
    shape = (1, *gathered.grid.shape)
    cells, place = np.unique(gathered.of_cell[frames], return_inverse=True)
    for name, (units, text) in _OF_POINTS.items():
        variable = add_variable(dataset, name, ("time", "y", "x"), units, text, chunks=shape)
        for epoch, values in enumerate(of_points[name][:, frames]):
            whole = np.full(gathered.places.shape[0], np.nan)
            there = np.isfinite(values)
            number = np.bincount(place[there], minlength=cells.size)
            total = np.bincount(place[there], values[there], minlength=cells.size)
            whole[cells] = total / np.where(number > 0, number, np.nan)
            variable[epoch] = _on_grid(gathered, whole)

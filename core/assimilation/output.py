"""The analysis file."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np

from ..arrays import FloatArray, IntArray
from ..files.handles import Dataset
from ..files.names import TWS_ANALYSIS, TWS_ANALYSIS_STD, TWS_OPEN_LOOP, TWS_OPEN_LOOP_STD
from ..files.netcdf import add_names, add_variable, write_grid, write_time
from ..files.outputs import check_room
from .diagnostics.innovation_record import InnovationRecord
from .inputs.collocation import Problem
from .inputs.observations import StationPoints

_SERIES = {
    TWS_OPEN_LOOP: ("mm", "terrestrial water storage, open loop (ensemble mean)"),
    TWS_ANALYSIS: ("mm", "terrestrial water storage, analysis (ensemble mean)"),
    TWS_OPEN_LOOP_STD: ("mm", "standard deviation of the open loop's members"),
    TWS_ANALYSIS_STD: ("mm", "standard deviation of the analysis' members"),
    "innovation": ("mm", "observed less predicted vertical displacement before the analysis"),
    "normalized_innovation": ("1", "innovation over its expected standard deviation"),
    "gain": ("1", "gain of a cell's storage to its own displacement (mm w.e. per mm)"),
    "observation_error": ("mm", "assumed standard deviation of the vertical displacement"),
    "predicted_displacement": ("mm", "vertical displacement by the open loop, anomaly to the common epochs"),
    "observed_displacement": ("mm", "observed vertical displacement, anomaly to the common epochs"),
    "analysis_residual": ("mm", "observed less predicted vertical displacement after the analysis"),
    "predicted_displacement_std": ("mm", "standard deviation of the members' predictions before the analysis"),
    "gross_error": ("1", "1 where the normalized innovation is beyond 4"),
    "increment_applied": ("mm", "change of storage by the analysis, mean of the members"),
    "water_budget_residual": ("mm", "water that is not accounted for since the epoch before"),
}
_OF_STATIONS = (
    "innovation",
    "normalized_innovation",
    "observation_error",
    "predicted_displacement",
    "observed_displacement",
)
_PER_EPOCH = {
    "area_mean_normalized_innovation": "mean of the normalized innovation over the observed cells",
    "pooled_normalized_innovation_std": "root mean square of the normalized innovation over the observed cells",
}
_COUNTS = {
    "n_observations": "observations that the analysis used",
    "n_gross_errors": "observations whose normalized innovation is beyond 4",
}
_MEMBERS = ("tws_open_loop_members", "tws_analysis_members")


class AnalysisFile:
    """Writes the analysis epoch by epoch.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        New and empty.
    problem : Problem
        Grid, cells with storage (the others are missing), and points.
    days : array [epoch]
        Epochs.
    members : int
        To be written; 0 for none.
    """

    def __init__(self, dataset: Dataset, problem: Problem, days: FloatArray, members: int = 0) -> None:
        self._dataset, self._problem, self._cells = dataset, problem, problem.cells
        gridded = problem.points[: problem.n_gridded]
        self._overlap = np.unique(gridded).size < gridded.size
        grid = problem.grid
        write_grid(dataset, grid)
        write_time(dataset, days)
        if problem.stations is not None:
            self._add_stations(problem.stations)
        chunks = (1, *grid.shape)
        for name, (units, long_name) in _SERIES.items():
            add_variable(dataset, name, ("time", "y", "x"), units, long_name, chunks=chunks)
        for name, long_name in _PER_EPOCH.items():
            add_variable(dataset, name, ("time",), "1", long_name, dtype="f8")
        for name, long_name in _COUNTS.items():
            add_variable(dataset, name, ("y", "x"), "1", long_name, dtype="i4", fill=None)
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

    def write_points(self, epoch: int, values: Mapping[str, FloatArray]) -> None:
        """Write series of the points by name, each [point]: at the cells, and those of stations beside."""
        problem, gridded = self._problem, self._problem.n_gridded
        cells, size = problem.points[:gridded], problem.lon.size
        of_frames = {name: series[:gridded] for name, series in values.items()}
        if self._overlap:
            cells, of_frames = mean_of_frames(cells, of_frames)
        self.write_epoch(epoch, {name: on_cells(series, cells, size) for name, series in of_frames.items()})
        if problem.stations is not None:
            for name in _OF_STATIONS:
                self._dataset.variables[f"station_{name}"][epoch] = values[name][gridded:]

    def write_record(self, record: InnovationRecord) -> None:
        """Write what a run's innovations say of each cell, each epoch, and each of several frames."""
        self._write_counts("n_observations", record.used)
        self._write_counts("n_gross_errors", record.gross_at)
        self.write_frames(record)
        self.write_per_epoch("area_mean_normalized_innovation", record.area_mean)
        self.write_per_epoch("pooled_normalized_innovation_std", record.pooled_std)

    def _write_counts(self, name: str, counts: IntArray) -> None:
        """Write how many observations of the points [point] there are in each cell, its stations' among them."""
        whole = np.zeros(self._problem.lon.size, dtype=np.int32)
        np.add.at(whole, self._problem.points, counts)
        grid = np.zeros(self._cells.shape, dtype=np.int32)
        grid[self._cells] = whole
        self._dataset.variables[name][:] = grid

    def write_frames(self, record: InnovationRecord) -> None:
        """Write what each of several frames gave, as JSON."""
        facts = frame_facts(self._problem, record)
        if facts:
            self._dataset.frames = facts

    def _add_stations(self, stations: StationPoints) -> None:
        dataset = self._dataset
        dataset.createDimension("station", len(stations.names))
        add_names(dataset, "station_name", "station", stations.names, "name of the station")
        for name, values, units in (("lon", stations.lon, "degrees_east"), ("lat", stations.lat, "degrees_north")):
            add_variable(dataset, f"station_{name}", ("station",), units, f"{name} of the station", dtype="f8")[:] = (
                values
            )
        for name in _OF_STATIONS:
            units, long_name = _SERIES[name]
            add_variable(dataset, f"station_{name}", ("time", "station"), units, f"{long_name}, at the stations")

    def _on_grid(self, series: FloatArray) -> FloatArray:
        grid = np.full((*series.shape[:-1], *self._cells.shape), np.nan, dtype=np.float32)
        grid[..., self._cells] = series
        return grid


def mean_of_frames(points: IntArray, values: Mapping[str, FloatArray]) -> tuple[IntArray, dict[str, FloatArray]]:
    """Return what the frames [point] say of each observed cell on a day, and the cells.

    The mean of the frames that see the cell, weighted by their errors, or of all where none does; ``gain`` is their
    sum (that of displacement on which the frames agree), ``observation_error`` that of the mean, ``gross_error`` 1
    where one of them is.
    """
    cells, place = np.unique(points, return_inverse=True)
    place = np.ravel(place)
    std = values["observation_error"]
    seen = np.isfinite(std)
    some = np.bincount(place[seen], minlength=cells.size) > 0
    weights = np.where(some[place], 0.0, 1.0)
    weights[seen] = std[seen] ** -2.0

    def mean(series: FloatArray) -> FloatArray:
        known = np.where(np.isfinite(series), weights, 0.0)
        total = np.bincount(place, known)
        return np.bincount(place, known * np.where(known > 0, series, 0.0)) / np.where(total > 0, total, np.nan)

    means = {name: mean(series) for name, series in values.items()}
    means["observation_error"] = np.where(some, 1 / np.sqrt(np.bincount(place, weights)), np.nan)
    for name in ("gain", "gross_error"):
        if name in values:
            known = np.isfinite(values[name])
            total = np.bincount(place, np.where(known, values[name], 0.0))
            means[name] = np.where(np.bincount(place[known], minlength=cells.size) > 0, total, np.nan)
    if "gross_error" in means:
        means["gross_error"] = np.minimum(means["gross_error"], 1.0)
    return cells, means


def frame_facts(problem: Problem, record: InnovationRecord) -> str:
    """Return what each of several frames gave to a run as JSON; empty for a single one.

    Parameters
    ----------
    problem : Problem
        With the frames.
    record : InnovationRecord
        With a group of points for each frame.
    """
    if problem.frames is None or len(problem.frames.every) == 1:
        return ""
    facts = []
    for number, frame in enumerate(problem.frames.every):
        count, squares = record.count[number], float(record.square[number].sum())
        std = round(float(np.sqrt(squares / count.sum())), 4) if count.any() else None
        facts.append(
            {
                "frame": frame.name,
                "reference": frame.reference,
                "station": frame.station,
                "cells": int((record.used[record.groups[number]] > 0).sum()),
                "epochs": int((count > 0).sum()),
                "observations": int(count.sum()),
                "normalized_innovation_rms": std,
            }
        )
    return json.dumps(facts)


def on_cells(values: FloatArray, points: IntArray, cells: int) -> FloatArray:
    """Return values [point] at their cells [cell], NaN elsewhere."""
    whole = np.full(cells, np.nan)
    whole[points] = values
    return whole

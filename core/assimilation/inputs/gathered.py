"""All data of a run beside its open loop: frames, stations, those of reference areas, and GRACE."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...files.raster import RasterGrid
from ...geodesy import unit_vectors
from ...loading.cells import authalic_latitude, grid_cells
from ...loading.operator import LoadOperator
from ...work.progress import Progress
from ..frames import Frame
from ..options import AssimilationOptions
from .collocation import Problem, bring_together, point_places
from .data_rows import GRACE, STATION, Blocks
from .grace_rows import GraceRows
from .observations import Observations
from .reference_stations import ReferenceStation
from .storage import StorageSeries, means_at


@dataclass(frozen=True)
class Gathered:
    """Data and open loop.

    Attributes
    ----------
    grid : RasterGrid
        Of the storage.
    cells : array [row, column] of bool
        Which of its cells carry load.
    places : array [cell, 3]
        Unit vectors to them.
    storage_days, storage : array [time], [time, cell]
        The open loop at its own times (mm).
    days : array [epoch]
        Epochs of the output: those of the displacement.
    blocks : Blocks
        Times of the data: the epochs, then GRACE's months.
    kind : array [point] of int
        Number of the frame, `STATION` or `GRACE`.
    lon, lat, point_places : array [point], [point], [point, 3]
        Where the points are.
    of_cell : array [point] of int
        Cell of each point; -1 for GRACE.
    names : tuple of str [point]
        Of stations; of the frame elsewhere.
    std : array [point]
        Formal standard deviation of stations and GRACE (mm).
    operator : array [point, cell]
        Displacement (mm) by a millimetre of water; weights of GRACE's footprints.
    observed, predicted : array [block, point]
        Data and what the open loop says of them (mm).
    frames : tuple of Frame
        Of the displacement.
    tied : array [frame] of bool
        Frames whose tie has no station of its own among the points.
    withheld : array [block] of bool
        GRACE's months that are kept for the verdict.
    first_sizes : dict
        Sizes of the frames' errors by name with which their estimate begins, where the files state them.
    """

    grid: RasterGrid
    cells: BoolArray
    places: FloatArray
    storage_days: FloatArray
    storage: FloatArray
    days: FloatArray
    blocks: Blocks
    kind: IntArray
    lon: FloatArray
    lat: FloatArray
    point_places: FloatArray
    of_cell: IntArray
    names: tuple[str, ...]
    std: FloatArray
    operator: FloatArray
    observed: FloatArray
    predicted: FloatArray
    frames: tuple[Frame, ...]
    tied: BoolArray
    withheld: BoolArray
    first_sizes: dict[str, float] = field(default_factory=dict)

    def open_loop(self, days: FloatArray) -> FloatArray:
        """Return the open loop's storage [day, cell] at days that it covers."""
        return interpolated(self.storage_days, self.storage, days)


def interpolated(times: FloatArray, series: FloatArray, days: FloatArray) -> FloatArray:
    """Return series [time, cell] at `days` [day], linearly between the times; the ends' values beyond them."""
    days = np.clip(days, times[0], times[-1])
    if times.size == 1:
        return np.repeat(series, days.size, axis=0)
    later = np.clip(np.searchsorted(times, days), 1, times.size - 1)
    part = ((days - times[later - 1]) / (times[later] - times[later - 1]))[:, np.newaxis]
    between: FloatArray = (1 - part) * series[later - 1] + part * series[later]
    return between


def gather(
    storage: StorageSeries,
    observations: Observations,
    names: tuple[Path, Path],
    options: AssimilationOptions,
    progress: Progress,
    *,
    references: tuple[ReferenceStation | None, ...] = (),
    grace: GraceRows | None = None,
) -> Gathered:
    """Bring storage and data together.

    Parameters
    ----------
    storage : StorageSeries
        A single series.
    observations : Observations
        Frames and stations.
    names : (Path, Path)
        Files of both, for messages.
    options : AssimilationOptions
        Choices.
    progress : Progress
        Hears of what is left out.
    references : tuple of ReferenceStation or None [frame]
        Series that the frames were tied by, where their files hold them.
    grace : GraceRows, optional
        GRACE's storage.

    Raises
    ------
    InputError
        Where the files do not fit each other.
    """
    problem = bring_together(storage, observations, names, progress)
    every = means_at(storage, storage.days)[:, problem.cells]
    lon, lat = point_places(problem)
    kind = np.full(problem.points.size, STATION, dtype=np.intp)
    of_frames = problem.of_frames(options)
    kind[: problem.n_gridded] = of_frames.number
    std = np.zeros(kind.size)
    own = problem.station_std()
    if own is not None:
        std[problem.n_gridded :] = own
    labels = [of_frames.every[number].name for number in of_frames.number]
    labels += list(problem.stations.names) if problem.stations else []
    found = _Points(lon, lat, kind, std, problem.points, observed=problem.observed, names=tuple(labels))
    relative = [frame.reference == "unknown" or frame.relative for frame in of_frames.every]
    tied = ~np.array(relative, dtype=bool)
    found, tied = _with_references(found, tied, references, problem)
    return _gathered(problem, found, storage.days, every, (of_frames.every, tied), rest=(options, grace))


@dataclass(frozen=True)
class _Points:
    """Points of displacement; latitudes are authalic."""

    lon: FloatArray
    lat: FloatArray
    kind: IntArray
    std: FloatArray
    of_cell: IntArray
    observed: FloatArray
    names: tuple[str, ...]


def _with_references(
    points: _Points, tied: BoolArray, references: tuple[ReferenceStation | None, ...], problem: Problem
) -> tuple[_Points, BoolArray]:
    """Add the stations that tie frames, once each; a frame with such a station has a free offset instead of a tie."""
    for number, reference in enumerate(references):
        if reference is None or not tied[number]:
            continue
        if reference.tied_by:
            # The stations that gave the frame its constants are data themselves: they count once, as stations.
            names = {name for name, kind in zip(points.names, points.kind) if kind == STATION}
            tied[number] = not names & set(reference.tied_by)
            continue
        lon, lat = reference.lon, float(authalic_latitude(np.array([reference.lat]))[0])
        there = unit_vectors(np.array([lon]), np.array([lat])) @ unit_vectors(points.lon, points.lat).T
        same = (points.kind == STATION) & (there[0] > reference.nearest_cosine)
        if same.any():
            tied[number] = False
            continue
        if reference.days is None:
            continue
        heights = reference.at(problem.days)
        centres = unit_vectors(problem.lon, authalic_latitude(problem.lat))
        cell = int(np.argmax(centres @ unit_vectors(np.array([lon]), np.array([lat]))[0]))
        points = _Points(
            np.append(points.lon, lon),
            np.append(points.lat, lat),
            np.append(points.kind, STATION),
            np.append(points.std, reference.std),
            np.append(points.of_cell, cell),
            observed=np.column_stack([points.observed, heights]),
            names=(*points.names, reference.name),
        )
        tied[number] = False
    return points, tied


def _gathered(
    problem: Problem,
    points: _Points,
    times: FloatArray,
    storage: FloatArray,
    frames: tuple[tuple[Frame, ...], BoolArray],
    *,
    rest: tuple[AssimilationOptions, GraceRows | None],
) -> Gathered:
    options, grace = rest
    cells = grid_cells(problem.grid).part(np.ravel(problem.cells))
    operator = LoadOperator.of_cells(cells, points.lon, points.lat, options.earth.numbers()).matrix() / 1000.0
    count = problem.days.size
    blocks = Blocks(problem.days, np.eye(count))
    observed, withheld = points.observed, np.zeros(count, dtype=bool)
    lon, lat, kind, std, of_cell, names = (
        points.lon,
        points.lat,
        points.kind,
        points.std,
        points.of_cell,
        points.names,
    )
    if grace is not None:
        blocks = grace.beside(blocks)
        months = grace.values.shape[0]
        whole = np.full((count + months, kind.size + grace.lon.size), np.nan)
        whole[:count, : kind.size], whole[count:, kind.size :] = observed, grace.values
        observed, withheld = whole, np.append(withheld, grace.withheld)
        operator = np.concatenate(
            [operator, grace.footprints(problem.grid, np.reshape(problem.cells, problem.grid.shape))]
        )
        more = np.full(grace.lon.size, GRACE)
        kind, of_cell = np.append(kind, more), np.append(of_cell, np.full(grace.lon.size, -1))
        std, names = np.append(std, grace.std), (*names, *("GRACE",) * grace.lon.size)
        lon, lat = np.append(lon, grace.lon), np.append(lat, grace.lat)
    predicted = blocks.average @ (interpolated(times, storage, blocks.days) @ operator.T)
    return Gathered(
        problem.grid,
        problem.cells,
        unit_vectors(cells.lon, cells.lat),
        times,
        storage,
        days=problem.days,
        blocks=blocks,
        kind=kind,
        lon=lon,
        lat=lat,
        point_places=unit_vectors(lon, lat),
        of_cell=of_cell,
        names=names,
        std=std,
        operator=operator,
        observed=observed,
        predicted=predicted,
        frames=frames[0],
        tied=frames[1],
        withheld=withheld,
    )

"""Storage and observations brought together: common epochs, cells that carry load, cells that are observed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...dates import date_of
from ...errors import InputError
from ...files.raster import RasterGrid
from ...loading.cells import authalic_latitude, grid_cells
from ...loading.earth_choice import Earth
from ...loading.operator import LoadOperator
from ...work.progress import Progress
from ..errors.observation_error import UNKNOWN_OFFSET_MM, ObservationError, observation_error
from ..errors.shared_cells import SharedCells
from ..frames import Frames
from ..options import AssimilationOptions
from .observations import Observations, StationPoints
from .storage import StorageSeries, means_at


@dataclass(frozen=True)
class Problem:
    """What the filter works on.

    Attributes
    ----------
    grid : RasterGrid
        Of the storage.
    cells : array [row, column] of bool
        Cells with storage at every epoch: they carry the load.
    lon, lat : array [cell]
        Their centres in degrees.
    days : array [epoch]
        Epochs.
    series : array [epoch, cell]
        Storage, or its mean over the members (mm).
    points : array [point] of int
        Which of the cells are observed; a cell that several frames see is a point of each.
    observed : array [epoch, point]
        Vertical displacement (mm); NaN where there is none.
    stations : StationPoints, optional
        The last points, where they are stations; `points` has their own cells.
    frames : Frames, optional
        Of the other points; None for a single frame of the run's REFERENCE.
    """

    grid: RasterGrid
    cells: BoolArray
    lon: FloatArray
    lat: FloatArray
    days: FloatArray
    series: FloatArray
    points: IntArray
    observed: FloatArray
    stations: StationPoints | None = None
    frames: Frames | None = None

    @property
    def n_gridded(self) -> int:
        """Number of points that are cells; the stations come behind them."""
        return self.points.size - (len(self.stations.names) if self.stations else 0)

    def of_frames(self, options: AssimilationOptions) -> Frames:
        """Return the frames of the gridded points."""
        return self.frames or Frames.single(options, self.n_gridded)

    def errors(self, options: AssimilationOptions, chosen: IntArray | None = None) -> ObservationError:
        """Return the errors that a user has chosen, of the `chosen` points (all)."""
        every = np.arange(self.points.size) if chosen is None else chosen
        cells = self.points[every]
        frames = self.of_frames(options).part(every[every < self.n_gridded])
        return observation_error(self.lon[cells], self.lat[cells], options, self.station_std(chosen), frames)

    def n_cells_of(self, points: BoolArray) -> int:
        """Return in how many different cells the given points [point] lie."""
        return int(np.unique(self.points[points]).size)

    def station_std(self, chosen: IntArray | None = None) -> FloatArray | None:
        """Return the errors [station] (mm) of the stations among the `chosen` points (all); None without stations."""
        if self.stations is None:
            return None
        every = np.arange(self.points.size) if chosen is None else chosen
        std: FloatArray = self.stations.std[every[every >= self.n_gridded] - self.n_gridded]
        return std


def bring_together(
    storage: StorageSeries, observations: Observations, names: tuple[Path, Path], progress: Progress
) -> Problem:
    """Find common epochs and cells.

    Parameters
    ----------
    storage, observations
        As read; the observations lie within the storage's grid.
    names : (Path, Path)
        Files of both, for messages.
    progress : Progress
        Hears of epochs and cells that are left out.

    Raises
    ------
    InputError
        Where no epoch is covered by the storage, or no observed cell has storage.
    """
    chosen = _common_epochs(storage, observations, names, progress)
    check_frames(observations, chosen, str(names[0]), progress)
    means = means_at(storage, chosen.days)
    cells: BoolArray = np.isfinite(means).all(axis=0)
    gappy = np.isfinite(means).any(axis=0) & ~cells
    if gappy.any():
        progress.warn(
            f"{names[0]}: {gappy.sum()} cells have storage at some epochs only; they are left out altogether, because "
            "a load that comes and goes would look like water."
        )
    number = np.cumsum(cells).reshape(cells.shape) - 1
    seen = np.isfinite(chosen.values).any(axis=0)
    if not seen.any():
        raise InputError(
            f"{names[1]} has no displacement at the epochs that {names[0]} covers (and that EXCLUDED_PERIODS leaves): "
            "import storage for more of its time."
        )
    usable = seen & cells[chosen.rows, chosen.columns]
    if not usable.any():
        raise InputError(
            f"None of the observed cells of {names[1]} has storage in {names[0]} at every epoch: choose storage that "
            "covers them."
        )
    if usable.sum() < seen.sum():
        progress.warn(f"{seen.sum() - usable.sum()} observed cells have no storage and are left out.")
    lon, lat = storage.grid.lon_lat()
    return Problem(
        storage.grid,
        cells,
        lon[cells],
        lat[cells],
        chosen.days,
        series=means[:, cells],
        points=number[chosen.rows[usable], chosen.columns[usable]],
        observed=chosen.values[:, usable],
        stations=usable_stations(chosen, usable),
        frames=usable_frames(chosen, usable),
    )


def usable_stations(observations: Observations, usable: BoolArray) -> StationPoints | None:
    """Return the stations among the usable [point] points; None where there are none."""
    if observations.stations is None:
        return None
    chosen = usable[-len(observations.stations.names) :]
    return observations.stations.part(chosen) if chosen.any() else None


def shared_cells(problem: Problem, options: AssimilationOptions, chosen: IntArray | None = None) -> SharedCells | None:
    """Return the `chosen` (all) gridded points by cells where a cell has several of them; None where none has.

    Raises
    ------
    InputError
        Where two frames in a cell have the same error.
    """
    every = np.arange(problem.n_gridded) if chosen is None else chosen[chosen < problem.n_gridded]
    points = problem.points[every]
    if np.unique(points).size == points.size:
        return None
    frames = problem.of_frames(options).part(every)
    return SharedCells.of(points, frames, frames.in_one_cell(options, UNKNOWN_OFFSET_MM))


def usable_frames(observations: Observations, usable: BoolArray) -> Frames | None:
    """Return the frames of the usable [point] points; None where the points are stations."""
    frames = observations.frames
    return None if frames is None else frames.part(usable[: frames.number.size])


def check_frames(every: Observations, chosen: Observations, source: str, progress: Progress) -> None:
    """Hold that each frame has epochs among the chosen ones; warn of those that have too few.

    Raises
    ------
    InputError
        Where a frame has epochs, but none that the source of storage, for messages, covers.
    """
    if every.frames is None or len(every.frames.every) == 1:
        return
    for number, frame in enumerate(every.frames.every):
        points = np.flatnonzero(every.frames.number == number)
        epochs = np.isfinite(chosen.values[:, points]).sum(axis=0).max(initial=0)
        if epochs > 1:
            continue
        if epochs == 1:
            progress.warn(f"No cell of the frame {frame.name} is observed at two epochs: it has no anomalies to use.")
            continue
        if np.isfinite(every.values[:, points]).any():
            raise InputError(
                f"{source} covers no epoch of the frame {frame.name}: leave its file out, or give both of one time."
            )
        progress.warn(f"All epochs of the frame {frame.name} lie in EXCLUDED_PERIODS: it is not used.")


def _common_epochs(
    storage: StorageSeries, observations: Observations, names: tuple[Path, Path], progress: Progress
) -> Observations:
    inside = storage.covers(observations.days)
    dropped = observations.days[~inside]
    span = f"{date_of(storage.days[0])} to {date_of(storage.days[-1])}"
    if not inside.any():
        raise InputError(
            f"{names[0]} ({span}) covers no epoch of {names[1]} ({date_of(observations.days[0])} to "
            f"{date_of(observations.days[-1])}): import storage for the same time."
        )
    if dropped.size:
        progress.warn(
            f"{dropped.size} of {inside.size} epochs lie outside the storage's time ({span}) and are left out: "
            f"{date_of(dropped[0])}" + (f" to {date_of(dropped[-1])}." if dropped.size > 1 else ".")
        )
    return observations.at(inside)


def load_operator(problem: Problem, earth: Earth) -> LoadOperator:
    """Return what turns storage [.., cell] of all cells into displacement [.., point], as the forward model does it."""
    cells = grid_cells(problem.grid).part(np.ravel(problem.cells))
    return LoadOperator.of_cells(cells, *point_places(problem), earth.numbers())


def point_places(problem: Problem) -> tuple[FloatArray, FloatArray]:
    """Return longitude and authalic latitude [point] of the points: centres of cells, and the places of stations."""
    cells = grid_cells(problem.grid).part(np.ravel(problem.cells))
    lon, lat = cells.lon[problem.points], cells.lat[problem.points]
    if problem.stations is not None:
        lon[problem.n_gridded :] = problem.stations.lon
        lat[problem.n_gridded :] = authalic_latitude(problem.stations.lat)
    return lon, lat

"""The filter that a user has chosen, for the cells and points of a problem."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..geodesy import distance_km
from .errors.observation_error import ObservationError
from .errors.perturbations import seasonal_biases
from .filter.epochs import Cycle, Inflation, Operator
from .filter.schemes import LocalTransform, OneDimensional, OpenLoop, Scheme, ThreeDimensional, error_root, localization
from .information import gate
from .information.expected import Information
from .inputs.collocation import Problem, shared_cells
from .options import AssimilationOptions


def build_cycle(
    problem: Problem, predict: Operator, options: AssimilationOptions, information: Information
) -> tuple[Cycle, IntArray]:
    """Return the filter, and which of the problem's cells it corrects.

    Displacement of unknown reference that tells nothing of the storage is not used; its innovations are still found.

    Parameters
    ----------
    problem : Problem
        Cells and points.
    predict : callable
        Displacement of the points from storage of all cells.
    options : AssimilationOptions
        Choices.
    information : Information
        What is expected of the observations.
    """
    scheme, error, cells = choose_scheme(problem, options, information)
    cycle = Cycle(
        scheme,
        predict,
        cells,
        error,
        options.error_memory_days,
        inflation=Inflation(options.inflation, options.relaxation),
        lag_days=options.lag_days if options.window == "enks" else 0.0,
        pairs=neighbours(problem),
        equal_days=options.window == "two_step_equal",
        seasonal_bias=biases_of(options),
    )
    return cycle, cells


def biases_of(options: AssimilationOptions) -> FloatArray | None:
    """Return the members' seasonal biases [member, 2] of the observations, or None where there are to be none."""
    if options.seasonal_bias_mm == 0:
        return None
    return seasonal_biases(options.seed, options.members, options.seasonal_bias_mm)


def choose_scheme(
    problem: Problem, options: AssimilationOptions, information: Information
) -> tuple[Scheme, ObservationError, IntArray]:
    """Return the way to correct members, the observations' errors, and which of the problem's cells are corrected."""
    error, frames = problem.errors(options), problem.of_frames(options)
    scheme: Scheme
    cells = np.unique(problem.points)
    shared = shared_cells(problem, options)
    if gate.is_left_out(information, frames):
        scheme = OpenLoop()
    elif options.method in ("enkf_1d", "ensrf_1d"):
        scheme = OneDimensional(error.single_std, options.seed, options.method == "enkf_1d", shared)
    else:
        cells, distance = cells_in_reach(problem, options.localization_km)
        scheme = _together(problem, error, cells, distance, options)
    return scheme, error, cells


def neighbours(problem: Problem) -> IntArray:
    """Return the pairs of points [pair, 2] of one frame whose cells share an edge."""
    of_frame = np.zeros(problem.n_gridded, dtype=np.intp) if problem.frames is None else problem.frames.number
    pairs = []
    for frame in np.unique(of_frame):
        inside = np.flatnonzero(of_frame == frame)
        number = np.full(problem.lon.size, -1, dtype=np.intp)
        number[problem.points[inside]] = inside
        grid = np.full(problem.cells.shape, -1, dtype=np.intp)
        grid[problem.cells] = number
        for one, other in ((grid[:, :-1], grid[:, 1:]), (grid[:-1], grid[1:])):
            pairs.append(np.stack([one.ravel(), other.ravel()], axis=1))
    every = np.concatenate(pairs) if pairs else np.zeros((0, 2), dtype=np.intp)
    return every[(every >= 0).all(axis=1)]


def cells_in_reach(problem: Problem, support_km: float) -> tuple[IntArray, FloatArray]:
    """Return the cells that have a point within `support_km` (0: all), and their distances to all points in km."""
    lon, lat = problem.lon[problem.points], problem.lat[problem.points]
    distance = distance_km(problem.lon, problem.lat, lon, lat)
    if support_km == 0:
        return np.arange(problem.lon.size), distance
    cells = np.flatnonzero(distance.min(axis=1) < support_km)
    return cells, distance[cells]


def _together(
    problem: Problem, error: ObservationError, cells: IntArray, distance: FloatArray, options: AssimilationOptions
) -> Scheme:
    lon, lat = problem.lon[problem.points], problem.lat[problem.points]
    if options.method == "enkf_3d":
        taper = localization(distance, distance_km(lon, lat, lon, lat), options.localization_km)
        own = np.searchsorted(cells, problem.points)
        return ThreeDimensional(error, error_root(error), options.seed, own, taper)
    taper = localization(distance, np.zeros((0, 0)), options.localization_km)
    return LocalTransform(error, None if taper is None else taper.states)

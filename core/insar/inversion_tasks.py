"""The tasks that an inversion consists of: reading blocks, cutting them up, solving the pieces."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray, IntArray
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT, DISPLACEMENT_STD
from ..files.raster import RasterGrid
from ..work.blocks import RowBlock
from ..work.progress import Progress, stop_if_cancelled
from .checks.noise_indices import pairs_without_loop
from .known_motion.maps import KnownMotion, combine
from .series.motion_maps import motion_maps
from .series.series_writer import SeriesBlock, dtype_of
from .solver.band import Float64
from .solver.bootstrap import bootstrap_std
from .solver.dense import MAX_BAND_WIDTH
from .solver.motion import MotionModel, fit_motion
from .solver.motion_errors import UNDETERMINED
from .solver.network import Network
from .solver.network_solver import Inversion, NetworkSolver
from .solver.pixel_block import Workspace
from .stack.reading import COHERENCE_SCALE, read_coherence_counts, read_phase

TASK_PIXELS = 4096
TASK_PIXELS_DENSE = 512
"""Pixels that are solved as one task: some hundredths of a second, so that a cancelled step ends soon."""
HIDDEN = ("part", "coefficients", "covariance")
"""Results besides the variables of the file: parts, and the first terms of the motion with their covariance."""
MANY_TASKS = 32
"""Together they take longer than it takes to start processes."""


@dataclass(frozen=True)
class Plan:
    """What all blocks share."""

    network: Network
    numbers: IntArray  # of the used pairs in the stack
    solver: NetworkSolver
    motion: MotionModel
    step_names: tuple[str, ...]
    bootstrap: Float64  # weights [sample, date]
    names: tuple[str, ...]  # variables to write
    offsets: Float64
    scale: float
    weight_table: Float64 | None
    stand_in: npt.NDArray[np.uint8] | None  # counts for pairs without coherence
    loops: IntArray  # of the pairs in use [loop, 3], for the noise indices
    histories: Float64 | None = None  # of the known motion [term, date]
    bias_lengths: IntArray | None = None  # number of the phase bias's map [pair], -1 for none


@dataclass(frozen=True)
class Task:
    """Some pixels to invert: plain arrays, so that it can be sent to another process."""

    phase: npt.NDArray[np.float32]
    counts: npt.NDArray[np.uint8] | None
    plan: Plan
    maps: Float64 | None = None  # of the known motion [term, pixel]


class Tasks:
    """Reads the stack block by block and cuts each into tasks."""

    def __init__(
        self,
        stack: Dataset,
        grid: RasterGrid,
        plan: Plan,
        blocks: list[RowBlock],
        progress: Progress,
        *,
        known: KnownMotion | None = None,
    ) -> None:
        self._stack, self._columns, self._plan = stack, grid.columns, plan
        self._blocks, self._progress, self._known = blocks, progress, known
        self.n_without_look = 0  # pixels with data, but without the line of sight that the known motion needs
        self._pixels = TASK_PIXELS if plan.solver.band.width <= MAX_BAND_WIDTH else TASK_PIXELS_DENSE
        self._needs_coherence = plan.weight_table is not None or "mean_coherence" in plan.names
        n_pairs = plan.numbers.size
        self._pairs: Any = plan.numbers if n_pairs < len(stack.dimensions["pair"]) else slice(None)

    def per_block(self, block: RowBlock) -> int:
        """Return how many tasks a block gives."""
        return -(-block.size * self._columns // self._pixels)

    @property
    def many(self) -> bool:
        """Whether there are so many tasks that it pays to start processes for them."""
        return sum(map(self.per_block, self._blocks)) >= MANY_TASKS

    def each(self) -> Iterator[Task]:
        """Yield all tasks in order."""
        for block in self._blocks:
            stop_if_cancelled(self._progress)
            phase, counts = self._read(block)
            maps = None if self._known is None else self._known.maps(block.rows)
            if maps is not None:
                lacking = np.isnan(maps[0])
                self.n_without_look += int(np.count_nonzero(np.isfinite(phase[:, lacking]).any(axis=0)))
            for start in range(0, phase.shape[1], self._pixels):
                stop_if_cancelled(self._progress)
                part = slice(start, start + self._pixels)
                yield Task(
                    phase[:, part],
                    None if counts is None else counts[:, part],
                    self._plan,
                    None if maps is None else maps[:, part],
                )

    def _read(self, block: RowBlock) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8] | None]:
        n_pairs, stand_in = self._plan.numbers.size, self._plan.stand_in
        phase = read_phase(self._stack, block.rows, self._pairs).reshape(n_pairs, -1)
        if self._plan.bias_lengths is not None:
            bias = netcdf.read_float(self._stack, "phase_bias", (slice(None), block.rows))
            bias = np.nan_to_num(bias.reshape(len(bias), -1)).astype(np.float32)
            for pair, length in enumerate(self._plan.bias_lengths):
                if length >= 0:
                    phase[pair] -= bias[length]
        if not self._needs_coherence:
            return phase, None
        counts = read_coherence_counts(self._stack, block.rows, self._pairs).reshape(n_pairs, -1)
        if stand_in is not None:
            for number in np.flatnonzero(stand_in):
                counts[number] = stand_in[number]
        return phase, counts


def together(results: Iterator[SeriesBlock], n_tasks: int) -> SeriesBlock:
    """Return the next tasks' results as one block."""
    parts = list(islice(results, n_tasks))
    return {name: np.concatenate([part[name] for part in parts], axis=-1) for name in parts[0]}


def invert_block(task: Task) -> SeriesBlock:
    """Invert the pixels of a task; the pixels are independent of each other and of how they are put together."""
    plan = task.plan
    solver, workspace = _kept_solver(plan.solver)
    inversion = solver.solve(
        task.phase,
        None if plan.weight_table is None else task.counts,
        plan.weight_table,
        plan.offsets,
        plan.scale,
        radians=1.0 / abs(plan.scale),
        date_std=DISPLACEMENT_STD in plan.names,
        workspace=workspace,
        known=None if task.maps is None or plan.histories is None else combine(plan.histories, task.maps),
        motion=plan.motion,
    )
    found = {**_of_inversion(inversion), **_of_estimate(inversion, plan)}
    if "velocity_std_bootstrap" in plan.names:
        found["velocity_std_bootstrap"] = bootstrap_std(inversion.displacement, plan.bootstrap)
    if task.counts is not None and "mean_coherence" in plan.names:
        there = np.isfinite(task.phase)
        found["mean_coherence"] = _mean_coherence(task.counts, there)
        found["n_without_loop"] = pairs_without_loop(there, plan.loops)
    result = {name: np.asarray(found[name], dtype=dtype_of(name)) for name in plan.names}
    return {**result, **{name: found[name] for name in HIDDEN if name in found}}


_kept = threading.local()


def _kept_solver(solver: NetworkSolver) -> tuple[NetworkSolver, Workspace]:
    """Return the solver and buffers of this thread, kept from task to task (each brings a copy from far)."""
    if getattr(_kept, "key", None) != solver.key:
        _kept.key, _kept.solver, _kept.workspace = solver.key, solver, solver.workspace()
    return _kept.solver, _kept.workspace


def _mean_coherence(counts: npt.NDArray[np.uint8], there: BoolArray) -> Float64:
    """Return the mean over the pairs with data and coherence [pixel]; NaN where there is none."""
    n = np.count_nonzero(there & (counts > 0), axis=0)
    total = np.where(there, counts, np.uint8(0)).sum(axis=0, dtype=np.int64)
    return np.where(n > 0, total / np.maximum(n, 1) * COHERENCE_SCALE, np.nan)


def _of_inversion(inversion: Inversion) -> dict[str, Any]:
    return {
        DISPLACEMENT: inversion.displacement,
        DISPLACEMENT_STD: inversion.displacement_std,
        "residual_rms": inversion.residual_rms,
        "temporal_coherence": inversion.temporal_coherence,
        "n_interferograms": inversion.n_interferograms,
        "n_gaps": np.where(inversion.n_interferograms > 0, inversion.n_gaps, -999),
        "longest_gap": inversion.longest_gap,
        "longest_part": inversion.longest_part,
        "mask": np.isfinite(inversion.displacement[1:]).any(axis=0),
    }


def _of_estimate(inversion: Inversion, plan: Plan) -> dict[str, Any]:
    """Return the maps of the fitted motion with their errors, and what the estimate by neighbours needs."""
    estimate = inversion.motion
    if estimate is None:
        raise ValueError("the inversion has no motion")
    found = motion_maps(estimate.coefficients, estimate.covariance, plan.motion)
    steps = range(plan.motion.steps, len(estimate.coefficients))
    for name, k in zip(plan.step_names, steps):
        known = estimate.covariance[k, k] < UNDETERMINED
        found[name] = np.where(known, estimate.coefficients[k], np.nan)
    part = estimate.part
    found["determined"] = part > 0
    found["part"] = part
    found["noise_std"], found["air_std"] = estimate.noise_std, estimate.air_std
    found["coefficients"] = estimate.coefficients[:3].astype(np.float32)
    found["covariance"] = estimate.covariance[:3, :3].reshape(-1, part.shape[1]).astype(np.float32)
    return found


def of_motion(displacement: FloatArray, plan: Plan) -> dict[str, Any]:
    """Return everything that the fitted motion of a series [date, pixel] gives, by variable."""
    motion = fit_motion(displacement, plan.motion)
    found = motion_maps(motion.coefficients, None, plan.motion)
    found["velocity_std"] = motion.velocity_std
    if "velocity_std_bootstrap" in plan.names:
        found["velocity_std_bootstrap"] = bootstrap_std(displacement, plan.bootstrap)
    found.update(zip(plan.step_names, motion.coefficients[plan.motion.steps :]))
    return found

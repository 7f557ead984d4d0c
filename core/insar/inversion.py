"""Step: an interferogram stack to displacement series, block by block."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import netcdf
from ..arrays import IntArray
from ..blocks import RowBlock, executor, map_in_order, row_blocks, workers_of
from ..dates import DAYS_PER_YEAR, compact, day_number
from ..errors import InputError
from ..progress import PartOf, Progress, SilentProgress, stop_if_cancelled
from ..raster import RasterGrid, write_geotiff
from .band import Float64
from .bootstrap import bootstrap_std, bootstrap_weights
from .dense import MAX_BAND_WIDTH
from .motion import MotionModel, cycle, fit_motion, motion_model
from .network import Network
from .network_solver import GAP_MODELS, Inversion, NetworkSolver
from .pixel_block import Workspace
from .referencing import Reference, find_reference
from .series_writer import SeriesBlock, SeriesWriter, dtype_of
from .stack import (
    NEEDED,
    chunk_rows,
    millimetres_per_radian,
    read_coherence_counts,
    read_network,
    read_phase,
    read_rejected,
    read_wavelength,
)
from .weighting import WEIGHTINGS, count_weights, stand_in_counts

_TASK_PIXELS = 4096
_TASK_PIXELS_DENSE = 512
"""Pixels that are solved as one task: some hundredths of a second, so that a cancelled step ends soon."""
_BLOCK_PIXELS = 40_000
"""Pixels that are read together at most, for the same reason."""


@dataclass(frozen=True)
class InversionOptions:
    """How a stack is inverted.

    Attributes
    ----------
    weighting : str
        ``coherence``: by the phase variance that coherence implies; ``uniform``: all pairs alike.
    gap_model : str
        ``linear``, ``seasonal`` or ``none``, see :func:`~.network_inversion.invert`.
    memory_mb : float
        Bound for the blocks under way together, in MiB. Does not change the result.
    workers : int
        Threads; the number of processors where 0. Does not change the result.
    scheduler : str
        Address of a Dask scheduler; empty: threads of this process.
    steps : tuple of date
        Dates from which on the displacement is another (earthquakes): terms of the fitted motion and of the model
        across gaps.
    semiannual : bool
        Whether the fitted motion has a semi-annual term beside the annual one.
    date_std : bool
        Whether to write the formal standard deviation of every date.
    bootstrap : int
        Samples for the bootstrap of the velocity's standard deviation; 0 for none.
    """

    weighting: str = "coherence"
    gap_model: str = "linear"
    memory_mb: float = 1024
    workers: int = 0
    scheduler: str = ""
    steps: tuple[date, ...] = ()
    semiannual: bool = False
    date_std: bool = False
    bootstrap: int = 0


@dataclass(frozen=True)
class InversionSummary:
    """What an inversion did.

    Attributes
    ----------
    n_dates, n_pairs : int
        Used.
    n_pixels, n_solved : int
        Of the grid; with a result.
    n_with_gaps : int
        Solved pixels whose network falls into parts.
    """

    n_dates: int
    n_pairs: int
    n_pixels: int
    n_solved: int
    n_with_gaps: int


def invert_stack(
    stack_path: Path,
    output_path: Path,
    velocity_path: Path | None = None,
    options: InversionOptions | None = None,
    progress: Progress | None = None,
) -> InversionSummary:
    """Write the displacement series of a stack, and its velocity as GeoTIFF where asked for.

    Every interferogram is referenced to its mean over the reference area of the check; a stack that has not been
    checked gets one automatically, with a warning. Rejected pairs and pairs without data at the reference are left
    out. The stack is read once, in blocks of rows.

    Parameters
    ----------
    stack_path : Path
        From the check or the import.
    output_path : Path
        Series file to write.
    velocity_path : Path, optional
        GeoTIFF to write.
    options : InversionOptions
        How to invert.
    progress : Progress, optional
        Told of progress and warnings.

    Raises
    ------
    InputError
        Where the stack or an option cannot be used.
    """
    options, progress = options or InversionOptions(), progress or SilentProgress()
    _check(options)
    with netcdf.open_dataset(Path(stack_path), NEEDED) as stack:
        network, grid = read_network(stack), netcdf.read_grid(stack)
        used = ~read_rejected(stack)
        if not used.any():
            raise InputError(f"{stack_path}: every interferogram is rejected: check it again with wider limits.")
        reference = find_reference(stack, network, grid, used, PartOf(progress, 0.0, 0.2))
        plan = _plan(stack, network, reference, options, progress)
        parameters = _parameters(stack_path, options)
        title = f"Line-of-sight displacement of frame {getattr(stack, 'frame', 'unknown')}"
        with netcdf.create(Path(output_path), title, "invertinterferograms", parameters) as dataset:
            writer = SeriesWriter(dataset, grid, plan.network.dates_days, plan.names)
            maps = _run(stack, grid, plan, writer, options, PartOf(progress, 0.2, 0.98))
            writer.hand_on(stack, reference.n_loop_errors)
            reference.area.write(dataset)
            dataset.setncatts({"gap_model": options.gap_model, "weighting": options.weighting})
            if velocity_path is not None:
                write_geotiff(Path(velocity_path), maps.velocity, grid, description="line-of-sight velocity, mm/yr")
    summary = InversionSummary(
        plan.network.n_dates, plan.network.n_pairs, maps.n_solved.size, int(maps.n_solved.sum()), int(maps.gaps.sum())
    )
    _tell(summary, plan, options, progress)
    progress.report(1.0)
    return summary


def _check(options: InversionOptions) -> None:
    if options.weighting not in WEIGHTINGS:
        raise InputError(f"WEIGHTING must be one of {', '.join(WEIGHTINGS)}, not '{options.weighting}'.")
    if options.gap_model not in GAP_MODELS:
        raise InputError(f"GAP_MODEL must be one of {', '.join(GAP_MODELS)}, not '{options.gap_model}'.")
    if not options.memory_mb > 0:
        raise InputError(f"MEMORY must be larger than 0 MB, not {options.memory_mb}.")
    if options.workers < 0:
        raise InputError(f"WORKERS must be 0 (all processors) or more, not {options.workers}.")
    if options.bootstrap < 0 or options.bootstrap == 1:
        raise InputError(f"BOOTSTRAP must be 0 (none) or at least 2 samples, not {options.bootstrap}.")


def _parameters(stack_path: Path, options: InversionOptions) -> str:
    """Return what the result depends on: not MEMORY, WORKERS and SCHEDULER, which do not change it."""
    named: list[tuple[str, object]] = [
        ("INPUT", stack_path),
        ("WEIGHTING", options.weighting),
        ("GAP_MODEL", options.gap_model),
        ("STEPS", " ".join(map(str, options.steps))),
        ("SEMIANNUAL", options.semiannual),
        ("DATE_STD", options.date_std),
        ("BOOTSTRAP", options.bootstrap),
    ]
    return ", ".join(f"{name}={value}" for name, value in named if value)


@dataclass(frozen=True)
class _Plan:
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


def _plan(stack: Any, network: Network, reference: Reference, options: InversionOptions, progress: Progress) -> _Plan:
    usable = reference.usable
    chosen = network.subset(usable)
    weighted = options.weighting == "coherence"
    days = chosen.dates_days
    steps = tuple(sorted(float(day_number(day)) for day in set(options.steps)))
    motion = motion_model(days, seasonal=True, semiannual=options.semiannual, steps=steps)
    step_names = tuple(f"step_{compact(day)}" for day in steps)
    return _Plan(
        network=chosen,
        numbers=np.flatnonzero(usable),
        solver=NetworkSolver(chosen.pairs, days, options.gap_model, steps),
        motion=motion,
        step_names=step_names,
        bootstrap=bootstrap_weights(motion, options.bootstrap) if options.bootstrap else np.empty((0, days.size)),
        names=_variables(options, step_names),
        offsets=np.asarray(reference.phase[usable], dtype=np.float64),
        scale=millimetres_per_radian(read_wavelength(stack)),
        weight_table=count_weights() if weighted else None,
        stand_in=stand_in_counts(stack, network, usable, progress)[usable] if weighted else None,
    )


def _variables(options: InversionOptions, step_names: tuple[str, ...]) -> tuple[str, ...]:
    names = ["displacement"]
    if options.date_std:
        names.append("displacement_std")
    names += ["velocity", "velocity_std"]
    if options.bootstrap:
        names.append("velocity_std_bootstrap")
    names += ["annual_amplitude", "annual_phase"]
    if options.semiannual:
        names += ["semiannual_amplitude", "semiannual_phase"]
    names += [*step_names, "residual_rms", "temporal_coherence", "n_interferograms", "n_gaps"]
    return (*names, "longest_gap", "longest_part", "mask")


@dataclass
class _Maps:
    """What is kept of the whole grid [row, column]."""

    velocity: npt.NDArray[np.float32]
    n_solved: npt.NDArray[np.bool_]
    gaps: npt.NDArray[np.bool_]


def _run(
    stack: Any, grid: RasterGrid, plan: _Plan, writer: SeriesWriter, options: InversionOptions, progress: Progress
) -> _Maps:
    """Invert and write all blocks in order."""
    blocks = _blocks(grid, plan, options.memory_mb)
    tasks = _Tasks(stack, grid, plan, blocks, progress)
    maps = _Maps(np.full(grid.shape, np.nan, "f4"), np.zeros(grid.shape, bool), np.zeros(grid.shape, bool))
    with executor(options.workers, options.scheduler) as pool:
        results = map_in_order(invert_block, tasks.each(), pool, workers_of(pool, options.workers) + 1)
        for number, block in enumerate(blocks):
            result = _together(results, tasks.per_block(block))
            stop_if_cancelled(progress)
            writer.write(block, result)
            solved = result["mask"] > 0
            maps.velocity[block.rows] = result["velocity"].reshape(block.size, -1)
            maps.n_solved[block.rows] = solved.reshape(block.size, -1)
            maps.gaps[block.rows] = (solved & (result["n_gaps"] > 0)).reshape(block.size, -1)
            progress.report((number + 1) / len(blocks), "Inverting")
    return maps


def _blocks(grid: RasterGrid, plan: _Plan, memory_mb: float) -> list[RowBlock]:
    """Blocks of rows: within the memory, whole chunks of the stack where they fit, and not long to read.

    Three of them are in memory: one being read, the one before it in work, the one before that being written.
    """
    n_series = sum(name in ("displacement", "displacement_std") for name in plan.names)
    per_pixel = 5.0 * plan.network.n_pairs + 4.0 * n_series * plan.network.n_dates + 64.0
    memory_mb = min(memory_mb / 3, _BLOCK_PIXELS * per_pixel / 2**20)
    return row_blocks(grid.rows, per_pixel * grid.columns, memory_mb, chunk_rows(*grid.shape))


@dataclass(frozen=True)
class _Task:
    """Some pixels to invert: plain arrays, so that it can be sent to another process."""

    phase: npt.NDArray[np.float32]
    counts: npt.NDArray[np.uint8] | None
    plan: _Plan


class _Tasks:
    """Reads the stack block by block and cuts each into tasks."""

    def __init__(self, stack: Any, grid: RasterGrid, plan: _Plan, blocks: list[RowBlock], progress: Progress) -> None:
        self._stack, self._columns, self._plan, self._blocks, self._progress = (
            stack,
            grid.columns,
            plan,
            blocks,
            progress,
        )
        self._pixels = _TASK_PIXELS if plan.solver.band.width <= MAX_BAND_WIDTH else _TASK_PIXELS_DENSE
        n_pairs = plan.numbers.size
        self._pairs: Any = plan.numbers if n_pairs < len(stack.dimensions["pair"]) else slice(None)

    def per_block(self, block: RowBlock) -> int:
        """Return how many tasks a block gives."""
        return -(-block.size * self._columns // self._pixels)

    def each(self) -> Iterator[_Task]:
        """Yield all tasks in order."""
        for block in self._blocks:
            stop_if_cancelled(self._progress)
            phase, counts = self._read(block)
            for start in range(0, phase.shape[1], self._pixels):
                stop_if_cancelled(self._progress)
                part = slice(start, start + self._pixels)
                yield _Task(phase[:, part], None if counts is None else counts[:, part], self._plan)

    def _read(self, block: RowBlock) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8] | None]:
        n_pairs, stand_in = self._plan.numbers.size, self._plan.stand_in
        phase = read_phase(self._stack, block.rows, self._pairs).reshape(n_pairs, -1)
        if stand_in is None:
            return phase, None
        counts = read_coherence_counts(self._stack, block.rows, self._pairs).reshape(n_pairs, -1)
        for number in np.flatnonzero(stand_in):
            counts[number] = stand_in[number]
        return phase, counts


def _together(results: Iterator[SeriesBlock], n_tasks: int) -> SeriesBlock:
    """Return the next tasks' results as one block."""
    parts = list(islice(results, n_tasks))
    return {name: np.concatenate([part[name] for part in parts], axis=-1) for name in parts[0]}


def invert_block(task: _Task) -> SeriesBlock:
    """Invert the pixels of a task; the pixels are independent of each other and of how they are put together."""
    plan = task.plan
    inversion = plan.solver.solve(
        task.phase,
        task.counts,
        plan.weight_table,
        plan.offsets,
        plan.scale,
        radians=1.0 / abs(plan.scale),
        date_std="displacement_std" in plan.names,
        workspace=_workspace(plan.solver),
    )
    found = {**_of_inversion(inversion), **_of_motion(inversion, plan)}
    return {name: np.asarray(found[name], dtype=dtype_of(name)) for name in plan.names}


_kept = threading.local()


def _workspace(solver: NetworkSolver) -> Workspace:
    """Return the buffers of this thread, kept from task to task."""
    if getattr(_kept, "solver", None) is not solver:
        _kept.solver, _kept.workspace = solver, solver.workspace()
    workspace: Workspace = _kept.workspace
    return workspace


def _of_inversion(inversion: Inversion) -> dict[str, Any]:
    return {
        "displacement": inversion.displacement,
        "displacement_std": inversion.displacement_std,
        "residual_rms": inversion.residual_rms,
        "temporal_coherence": inversion.temporal_coherence,
        "n_interferograms": inversion.n_interferograms,
        "n_gaps": np.where(inversion.n_interferograms > 0, inversion.n_gaps, -999),
        "longest_gap": inversion.longest_gap,
        "longest_part": inversion.longest_part,
        "mask": np.isfinite(inversion.displacement[1:]).any(axis=0),
    }


def _of_motion(inversion: Inversion, plan: _Plan) -> dict[str, Any]:
    motion = fit_motion(inversion.displacement, plan.motion)
    annual = cycle(motion, plan.motion.annual, DAYS_PER_YEAR)
    semiannual = cycle(motion, plan.motion.semiannual, DAYS_PER_YEAR / 2)
    found: dict[str, Any] = {
        "velocity": motion.velocity,
        "velocity_std": motion.velocity_std,
        "annual_amplitude": annual[0],
        "annual_phase": annual[1],
        "semiannual_amplitude": semiannual[0],
        "semiannual_phase": semiannual[1],
    }
    if "velocity_std_bootstrap" in plan.names:
        found["velocity_std_bootstrap"] = bootstrap_std(inversion.displacement, plan.bootstrap)
    found.update(zip(plan.step_names, motion.coefficients[plan.motion.steps :]))
    return found


def _tell(summary: InversionSummary, plan: _Plan, options: InversionOptions, progress: Progress) -> None:
    """Warn of what an expert would want to know."""
    n_parts = int(plan.network.parts().max()) + 1
    if n_parts > 1:
        how = "stay empty after the first" if options.gap_model == "none" else f"are tied by {options.gap_model} motion"
        progress.warn(f"The network in use falls into {n_parts} parts that no interferogram connects; they {how}.")
    if not summary.n_solved:
        progress.warn("No pixel could be solved: no interferogram in use has data besides the reference.")

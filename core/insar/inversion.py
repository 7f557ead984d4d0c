"""Step: an interferogram stack to displacement series, block by block."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..dates import compact, day_number
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT, DISPLACEMENT_STD
from ..files.raster import RasterGrid, write_geotiff
from ..grid.reference_pixels import write_reference_pixels
from ..wording import number_of
from ..work.blocks import RowBlock, executor, map_in_order, row_blocks, workers_of
from ..work.progress import PartOf, Progress, SilentProgress, stop_if_cancelled
from .checks.noise_indices import tell_of_mask, write_noise_mask
from .checks.referencing import Reference, find_reference
from .inversion_findings import tell_of_invented, tell_of_network
from .inversion_tasks import Plan, Tasks, invert_block, of_motion, together
from .known_motion.maps import KnownMotion, known_motion
from .known_motion.plate_motion import NO_PLATE, PLATES
from .series.height_errors import HeightErrorRemover, baselines_of
from .series.seasons import Seasons
from .series.series_corrections import filter_series, remove_height_error, remove_trend
from .series.series_filter import Filter
from .series.series_writer import SeriesWriter
from .series.trends import RAMPS, Trend
from .solver.bootstrap import bootstrap_weights
from .solver.motion import motion_model
from .solver.network import Network, triplets
from .solver.network_solver import GAP_MODELS, NetworkSolver
from .stack.reading import (
    COHERENCE,
    NEEDED,
    chunk_rows,
    millimetres_per_radian,
    read_network,
    read_rejected,
    read_wavelength,
)
from .weighting import WEIGHTINGS, count_weights, has_coherence, pair_variance, stand_in_counts

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
        Processes, or threads where there is little to do or processes cannot start; the number of processors where 0.
        Does not change the result.
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
    trend : Trend
        What to remove date by date (:mod:`~.trends`): a ramp, a term proportional to height. Nothing by default: it
        takes the signal of regional loads away too.
    noise_mask : bool
        Whether to mask pixels by LiCSBAS's nine noise indices (:mod:`~.noise_indices`).
    plate_motion : str
        Plate whose motion is taken away (:mod:`~.plate_motion`), or ``none``.
    solid_earth_tides : bool
        Whether to take away the tide of the solid Earth (:mod:`~.solid_earth_tide`).
    filter : Filter
        Spatio-temporal filter (:mod:`~.spatiotemporal_filter`), after all else. Not by default, as the trend.
    correct_phase_bias : bool
        Whether to take the phase bias that the check found (:mod:`~.phase_bias`) from short interferograms.
    dem_error : bool
        Whether to take away what follows the perpendicular baselines of the dates (:mod:`~.height_errors`).
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
    noise_mask: bool = False
    trend: Trend = field(default_factory=Trend)
    plate_motion: str = NO_PLATE
    solid_earth_tides: bool = False
    filter: Filter = field(default_factory=Filter)
    correct_phase_bias: bool = False
    dem_error: bool = False


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
        Hears of progress and warnings.

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
        if options.noise_mask and COHERENCE not in stack.variables:
            raise InputError(f"{stack_path} has no coherence, which NOISE_MASK needs: switch it off.")
        if options.correct_phase_bias and "phase_bias" not in stack.variables:
            raise InputError(
                f"{stack_path} has no phase bias, which CORRECT_PHASE_BIAS needs: check the stack again. Where "
                "it finds none, the loops of the network do not tell (they need sides of two lengths)."
            )
        if not used.any():
            raise InputError(f"{stack_path}: every interferogram is rejected: check it again with wider limits.")
        reference = find_reference(stack, network, grid, used, PartOf(progress, 0.0, 0.2))
        baselines = baselines_of(network.subset(reference.usable), str(stack_path)) if options.dem_error else None
        plan, known = _plan(stack, network, grid, reference, options, progress=progress)
        parameters = _parameters(stack_path, options)
        title = f"Line-of-sight displacement of frame {getattr(stack, 'frame', 'unknown')}"
        with netcdf.create(Path(output_path), title, "invertinterferograms", parameters) as dataset:
            writer = SeriesWriter(dataset, grid, plan.network.dates_days, plan.names)
            maps = _run(stack, grid, plan, known, writer, options=options, progress=PartOf(progress, 0.2, 0.8))
            maps.velocity = maps.seasons.share(dataset, maps.velocity, progress)
            writer.hand_on(stack, reference.n_loop_errors)
            if known is not None:
                known.describe(dataset)
            part, folder = PartOf(progress, 0.8, 1.0), Path(output_path).parent
            _correct(
                dataset, grid, plan, reference, maps, baselines=baselines, folder=folder, options=options, progress=part
            )
            reference.area.write(dataset)
            write_reference_pixels(dataset, reference.pixels)
            dataset.setncatts(
                {
                    "gap_model": options.gap_model,
                    "weighting": "coherence" if plan.weight_table is not None else "uniform",
                }
            )
            dataset.interferograms = " ".join(plan.network.names)
            if velocity_path is not None:
                write_geotiff(Path(velocity_path), maps.velocity, grid, description="line-of-sight velocity, mm/yr")
    summary = InversionSummary(
        plan.network.n_dates, plan.network.n_pairs, maps.solved.size, int(maps.solved.sum()), int(maps.gaps.sum())
    )
    tell_of_network(plan.network, summary.n_solved, options.gap_model, progress)
    tell_of_invented(maps.n_invented, maps.n_dates, options.gap_model, progress)
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
    if options.trend.ramp not in RAMPS:
        raise InputError(f"RAMP must be one of {', '.join(RAMPS)}, not '{options.trend.ramp}'.")
    if options.bootstrap < 0 or options.bootstrap == 1:
        raise InputError(f"BOOTSTRAP must be 0 (none) or at least 2 samples, not {options.bootstrap}.")
    if options.plate_motion not in PLATES:
        raise InputError(f"PLATE_MOTION must be one of {', '.join(PLATES)}, not '{options.plate_motion}'.")
    if not 0 <= options.filter.days < np.inf:
        raise InputError(f"FILTER_DAYS must be 0 (three mean intervals) or more, not {options.filter.days}.")
    if not 0 < options.filter.km < np.inf:
        raise InputError(f"FILTER_KM must be larger than 0, not {options.filter.km}.")


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
        ("NOISE_MASK", options.noise_mask),
        ("RAMP", options.trend.ramp if options.trend.ramp != "none" else ""),
        ("HEIGHT_TREND", options.trend.height),
        ("PLATE_MOTION", options.plate_motion if options.plate_motion != NO_PLATE else ""),
        ("SOLID_EARTH_TIDES", options.solid_earth_tides),
        ("CORRECT_PHASE_BIAS", options.correct_phase_bias),
        ("DEM_ERROR", options.dem_error),
        ("FILTER", options.filter.wanted),
        ("FILTER_DAYS", options.filter.days if options.filter.wanted else 0),
        ("FILTER_KM", options.filter.km if options.filter.wanted else 0),
    ]
    return ", ".join(f"{name}={value}" for name, value in named if value)


def _plan(
    stack: Dataset,
    network: Network,
    grid: RasterGrid,
    reference: Reference,
    options: InversionOptions,
    *,
    progress: Progress,
) -> tuple[Plan, KnownMotion | None]:
    usable = reference.usable
    chosen = network.subset(usable)
    weighted = options.weighting == "coherence"
    if weighted and not has_coherence(stack, usable):
        progress.warn("No interferogram in use has coherence: all weigh alike, as with WEIGHTING uniform.")
        weighted = False
    days = chosen.dates_days
    steps = tuple(sorted(float(day_number(day)) for day in set(options.steps)))
    motion = motion_model(days, seasonal=True, semiannual=options.semiannual, steps=steps)
    step_names = tuple(f"step_{compact(day)}" for day in steps)
    known = known_motion(stack, grid, days, options.plate_motion, options.solid_earth_tides, reference=reference.steady)
    variance = pair_variance(stack, usable, reference.steady.n_pixels)
    plan = Plan(
        network=chosen,
        numbers=np.flatnonzero(usable),
        solver=NetworkSolver(chosen.pairs, days, options.gap_model, steps, pair_variance=variance),
        motion=motion,
        step_names=step_names,
        bootstrap=bootstrap_weights(motion, options.bootstrap) if options.bootstrap else np.empty((0, days.size)),
        names=_variables(options, step_names),
        offsets=np.asarray(reference.phase[usable], dtype=np.float64),
        scale=millimetres_per_radian(read_wavelength(stack)),
        weight_table=count_weights() if weighted else None,
        stand_in=stand_in_counts(stack, network, usable, progress)[usable] if weighted else None,
        loops=triplets(chosen.pairs),
        histories=None if known is None else known.histories,
        bias_lengths=_bias_lengths(stack, chosen) if options.correct_phase_bias else None,
    )
    return plan, known


def _bias_lengths(stack: Dataset, network: Network) -> npt.NDArray[np.int64]:
    """Return which of the stack's bias maps is that of each pair [pair]; -1 where none is."""
    lengths = netcdf.read_float(stack, "bias_length")
    days = np.rint(network.secondary_days - network.reference_days)
    same = days[:, None] == lengths
    return np.where(same.any(axis=1), same.argmax(axis=1), -1)


def _variables(options: InversionOptions, step_names: tuple[str, ...]) -> tuple[str, ...]:
    names = [DISPLACEMENT, DISPLACEMENT_STD] if options.date_std else [DISPLACEMENT]
    names += ["determined", "velocity", "velocity_std"]
    if options.bootstrap:
        names.append("velocity_std_bootstrap")
    names += ["annual_amplitude", "annual_phase", "annual_amplitude_std", "annual_phase_std"]
    if options.noise_mask:
        names += ["mean_coherence", "n_without_loop"]
    if options.semiannual:
        names += ["semiannual_amplitude", "semiannual_phase"]
        names += ["semiannual_amplitude_std", "semiannual_phase_std"]
    names += [*step_names, "noise_std", "air_std", "residual_rms", "temporal_coherence"]
    names += ["n_interferograms", "n_gaps"]
    return (*names, "longest_gap", "longest_part", "mask")


@dataclass
class _Maps:
    """What is kept of the whole grid [row, column]."""

    velocity: npt.NDArray[np.float32]
    solved: npt.NDArray[np.bool_]
    gaps: npt.NDArray[np.bool_]
    seasons: Seasons
    n_dates: int = 0  # with a value, of all pixels
    n_invented: int = 0  # of these, those that no interferogram determines


def _run(
    stack: Dataset,
    grid: RasterGrid,
    plan: Plan,
    known: KnownMotion | None,
    writer: SeriesWriter,
    *,
    options: InversionOptions,
    progress: Progress,
) -> _Maps:
    """Invert and write all blocks in order."""
    blocks = _blocks(grid, plan, options.memory_mb)
    tasks = Tasks(stack, grid, plan, blocks, progress, known=known)
    nothing = np.zeros(grid.shape, bool)
    maps = _Maps(np.full(grid.shape, np.nan, "f4"), nothing, nothing.copy(), Seasons(grid, plan.motion))
    with executor(options.workers, options.scheduler, processes=tasks.many) as pool:
        results = map_in_order(invert_block, tasks.each(), pool, workers_of(pool, options.workers) + 1)
        for number, block in enumerate(blocks):
            result = together(results, tasks.per_block(block))
            writer.write(block, result)
            solved = result["mask"] > 0
            maps.velocity[block.rows] = result["velocity"].reshape(block.size, -1)
            maps.solved[block.rows] = solved.reshape(block.size, -1)
            maps.gaps[block.rows] = (solved & (result["n_gaps"] > 0)).reshape(block.size, -1)
            maps.seasons.add(block, result)
            there = np.isfinite(result[DISPLACEMENT])
            maps.n_dates += int(np.count_nonzero(there))
            maps.n_invented += int(np.count_nonzero(there & (result["part"] == 0)))
            progress.report((number + 1) / len(blocks), "Inverting")
            stop_if_cancelled(progress)
    if tasks.n_without_look:
        progress.warn(
            f"{number_of(tasks.n_without_look, 'pixel has', 'pixels have')} interferograms, but no line of sight, "
            "without which plate motion and tides cannot be removed, and so no result."
        )
    return maps


def _blocks(grid: RasterGrid, plan: Plan, memory_mb: float) -> list[RowBlock]:
    """Blocks of rows: within the memory, whole chunks of the stack where they fit, and not long to read.

    Three of them are in memory: one being read, the one before it in work, the one before that being written.
    """
    n_series = sum(name in (DISPLACEMENT, DISPLACEMENT_STD) for name in plan.names)
    per_pixel = 5.0 * plan.network.n_pairs + 4.0 * n_series * plan.network.n_dates + 64.0
    per_pixel += 8.0 * (0 if plan.histories is None else len(plan.histories))
    memory_mb = min(memory_mb / 3, _BLOCK_PIXELS * per_pixel / 2**20)
    return row_blocks(grid.rows, per_pixel * grid.columns, memory_mb, chunk_rows(*grid.shape))


def _correct(
    dataset: Dataset,
    grid: RasterGrid,
    plan: Plan,
    reference: Reference,
    maps: _Maps,
    *,
    baselines: npt.NDArray[np.float64] | None,
    folder: Path,
    options: InversionOptions,
    progress: Progress,
) -> None:
    """Take from the series what is wanted: errors of heights, then trend, masked pixels, what the filter finds."""
    fit, pixels = partial(of_motion, plan=plan), reference.steady
    if baselines is not None:
        remover = HeightErrorRemover(dataset, grid, plan.motion, baselines)
        part = PartOf(progress, 0.0, 0.1)
        maps.velocity = remove_height_error(dataset, grid, remover, pixels, fit, progress=part)
    if options.trend.wanted:
        maps.velocity = remove_trend(dataset, grid, options.trend, pixels, fit, progress=PartOf(progress, 0.0, 0.25))
        maps.solved = netcdf.read(dataset, "mask") > 0
    if options.noise_mask:
        results = write_noise_mask(dataset, read_wavelength(dataset), PartOf(progress, 0.25, 0.5))
        n_kept = int(np.count_nonzero(netcdf.read(dataset, "mask")))
        tell_of_mask(results, int(maps.solved.sum()), n_kept, progress)
    if options.filter.wanted:
        part, days, chosen = PartOf(progress, 0.5, 1.0), plan.network.dates_days, options.filter
        maps.velocity = filter_series(dataset, grid, days, chosen, pixels, fit=fit, folder=folder, progress=part)

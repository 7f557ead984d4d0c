"""Step: flag bad interferograms by coherence, coverage and loop closure, and choose the reference area."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.netcdf import ReferenceArea
from ..files.outputs import whole_file
from ..files.raster import RasterGrid
from ..grid.reference_pixels import ReferencePixels, area_of, write_reference_pixels
from ..wording import number_of, part_of
from ..work.progress import PartOf, Progress, SilentProgress
from .checks.closure import LoopSums, pairs_without_good_loop
from .checks.coherent_pixels import incoherent_pixels, sums_without
from .checks.phase_bias import estimate_bias
from .checks.referencing import REFERENCE_SIZE_KM, choose_reference, describe_reference, mean_los_up
from .checks.repairing import correct_in_file, remove_in_file
from .checks.survey import PhaseBlocks, Survey, quality_of, survey
from .checks.verdict import BY_HAND, Verdict, needed_pairs
from .checks.writing import write_bias, write_pairs, write_pixels
from .reference.choice import pixels_at, pixels_in_polygons
from .reference.reference_phase import MIN_REFERENCE_FRACTION, ReferencePhase, reference_phase
from .solver.network import Network, losses, triplets
from .stack.reading import COHERENCE, NEEDED, has_own_constants, read_network

_TURN = 2.0 * np.pi


@dataclass(frozen=True)
class CheckOptions:
    """Limits of the check (LiCSBAS's) and the reference area.

    Attributes
    ----------
    min_coherence : float
        Pairs with a lower mean coherence are rejected.
    min_valid_fraction : float
        Pairs with data on a smaller part of the pixels are rejected.
    max_loop_rms_rad : float
        A loop whose closure has this root mean square or more does not close.
    reference : (lon, lat) or (lon_min, lon_max, lat_min, lat_max), optional
        Of the reference area in degrees; chosen automatically where None.
    reference_size_km : float
        Length of its sides where it is not given as a box.
    keep, reject : tuple of str
        Pairs (``YYYYMMDD_YYYYMMDD``) to use or not to use whatever the checks say.
    reference_polygons : Path, optional
        Vector file: the pixels whose centres lie in its polygons are the reference area, unless `reference` is given.
    correct_turns : bool
        Whether to take whole turns off single pixels where the loops leave no doubt
        (:func:`~.unwrapping.correct_turns`), before the loops are judged.
    remove_unclosed : bool
        Whether to set pairs to missing at pixels where none of their loops closes
        (:func:`~.unwrapping.remove_unclosed`), after they are judged.
    """

    min_coherence: float = 0.05
    min_valid_fraction: float = 0.3
    max_loop_rms_rad: float = 1.5
    reference: tuple[float, ...] | None = None
    reference_size_km: float = REFERENCE_SIZE_KM
    keep: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    reference_polygons: Path | None = None
    correct_turns: bool = False
    remove_unclosed: bool = False


@dataclass(frozen=True)
class CheckSummary:
    """What a check found.

    Attributes
    ----------
    n_pairs, n_rejected : int
        In the stack; rejected.
    rejected : tuple of (str, str)
        Rejected pairs and why.
    n_loops, n_failed_loops : int
        Loops of three pairs with common pixels; those that do not close.
    pairs_without_loop : tuple of str
        Pairs in use that are in no loop and so cannot be judged by closure.
    lost_dates : tuple of str
        Dates (``YYYYMMDD``) that no pair in use reaches.
    cuts : tuple of str
        Where the rejections cut the network, as spans of dates.
    reference : ReferenceArea
        Chosen or given.
    warnings : tuple of str
        As given to the progress.
    """

    n_pairs: int
    n_rejected: int
    rejected: tuple[tuple[str, str], ...]
    n_loops: int
    n_failed_loops: int
    pairs_without_loop: tuple[str, ...]
    lost_dates: tuple[str, ...]
    cuts: tuple[str, ...]
    reference: ReferenceArea
    warnings: tuple[str, ...]


def check_interferograms(
    stack: Path,
    output: Path,
    options: CheckOptions | None = None,
    progress: Progress | None = None,
) -> CheckSummary:
    """Write the stack again with flags on bad interferograms and with the reference area.

    Loops of three pairs must close: the sum of their phases is zero but for noise and unwrapping errors. First every
    loop is judged after the whole turns next to its median are taken away; a pair that is in loops, but in none that
    closes, is rejected. Then the reference area is chosen from what is left (or taken as given), pairs without data
    in it are rejected, and the loops are judged once more relative to it. The data themselves stay as they are.

    Parameters
    ----------
    stack : Path
        From the import.
    output : Path
        Stack to write; may be the same file.
    options : CheckOptions
        Limits and reference.
    progress : Progress, optional
        Hears of progress and warnings.

    Raises
    ------
    InputError
        Where a parameter does not fit the stack, or every interferogram would be rejected.

    References
    ----------
    The closure test follows Morishita et al. (2020), Remote Sensing 12, 424 (LiCSBAS).
    """
    options, progress = options or CheckOptions(), progress or SilentProgress()
    _check_limits(options)
    with netcdf.open_dataset(Path(stack), (*NEEDED, COHERENCE)) as dataset:
        network, grid = read_network(dataset), netcdf.read_grid(dataset)
    verdict = Verdict(network, options.keep, options.reject)
    given = _given(grid, options, progress)
    with whole_file(Path(output)) as temporary:
        shutil.copyfile(stack, temporary)
        with netcdf.append(temporary) as dataset:
            summary = _check_stack(dataset, network, grid, verdict, options, given=given, progress=progress)
            _extend_history(dataset, stack, options)
    for warning in summary.warnings:
        progress.warn(warning)
    progress.report(1.0)
    return summary


def _check_limits(options: CheckOptions) -> None:
    for name, value in (("MIN_COHERENCE", options.min_coherence), ("MIN_VALID_FRACTION", options.min_valid_fraction)):
        if not 0 <= value <= 1:
            raise InputError(f"{name} must lie between 0 and 1, not {value}.")
    if not options.max_loop_rms_rad > 0:
        raise InputError(f"MAX_LOOP_RMS must be larger than 0 rad, not {options.max_loop_rms_rad}.")
    if not options.reference_size_km > 0:
        raise InputError(f"The size of the reference area must be larger than 0 km, not {options.reference_size_km}.")


def _given(grid: RasterGrid, options: CheckOptions, progress: Progress) -> ReferencePixels | None:
    """Return the reference area that the user gives: a wrong one must not cost a pass over the data."""
    if options.reference is not None:
        return pixels_at(grid, options.reference, options.reference_size_km)
    if options.reference_polygons is not None:
        return pixels_in_polygons(grid, options.reference_polygons, progress)
    return None


def _check_stack(
    dataset: Dataset,
    network: Network,
    grid: RasterGrid,
    verdict: Verdict,
    options: CheckOptions,
    *,
    given: ReferencePixels | None,
    progress: Progress,
) -> CheckSummary:
    """Judge, write the result into the file, and sum up."""
    blocks = PhaseBlocks(dataset, grid, network.n_pairs)
    sums = LoopSums(triplets(network.pairs), has_own_constants(dataset))
    found = survey(blocks, sums, PartOf(progress, 0.0, 0.35))
    kept = _judge_pairs(verdict, network, found, options)
    turns = sums.constants()
    repaired: list[str] = []
    if options.correct_turns:
        # First of all: a pair need not be rejected for errors that can be mended.
        counted = verdict.used[sums.loops].all(axis=1)
        part = PartOf(progress, 0.35, 0.4)
        sums, repaired = correct_in_file(dataset, blocks, sums.loops, turns, counted, progress=part)
        turns = sums.constants()
    sums, incoherent = _judges(blocks, sums, found, verdict, options, progress=PartOf(progress, 0.4, 0.5))
    if incoherent is not None:
        turns = sums.constants()
    failed = _judge_loops(verdict, sums, turns, options, "")
    quality = quality_of(
        blocks, network, found, sums.loops, turns, used=verdict.used, progress=PartOf(progress, 0.5, 0.65)
    )
    part, size_km = PartOf(progress, 0.65, 0.7), options.reference_size_km
    if given is None:
        pixels, phase = choose_reference(dataset, network, grid, quality, verdict.used, size_km=size_km, progress=part)
    else:
        pixels, phase = given, reference_phase(dataset, given, network, verdict.used, part)
    warnings = kept + _refer(phase, verdict, given is None)
    first, second, third = sums.loops.T
    offset = phase.mean[first] + phase.mean[second] - phase.mean[third]
    _judge_loops(verdict, sums, offset, options, " relative to the reference area")
    if options.remove_unclosed:
        counted = verdict.used[sums.loops].all(axis=1) & np.isfinite(offset)
        part = PartOf(progress, 0.7, 0.8)
        repaired += remove_in_file(dataset, blocks, sums.loops[counted], offset[counted], verdict.used, progress=part)
    part = PartOf(progress, 0.8, 0.92)
    final = quality_of(blocks, network, found, sums.loops, offset, used=verdict.used, progress=part, with_phase=False)
    part, n_reference = PartOf(progress, 0.92, 0.98), phase.steady.n_pixels
    bias = estimate_bias(blocks, network, sums.loops, offset, verdict.used, progress=part, n_reference=n_reference)
    area = area_of(grid, pixels, mean_los_up(dataset, phase.steady))
    write_pairs(dataset, verdict, found, sums, turns)
    write_pixels(dataset, final, incoherent)
    if bias is not None:
        warnings += write_bias(dataset, bias)
    dataset.setncatts(
        {
            "min_coherence": options.min_coherence,
            "min_valid_fraction": options.min_valid_fraction,
            "max_loop_rms": options.max_loop_rms_rad,
        }
    )
    area.write(dataset)
    write_reference_pixels(dataset, pixels)
    warnings += describe_reference(dataset, phase) + _warnings_of_judges(incoherent, sums, turns)
    summary = _summary(network, verdict, sums, failed, area)
    return replace(summary, warnings=(*summary.warnings, *warnings, *repaired))


def _judges(
    blocks: PhaseBlocks,
    sums: LoopSums,
    found: Survey,
    verdict: Verdict,
    options: CheckOptions,
    *,
    progress: Progress,
) -> tuple[LoopSums, BoolArray | None]:
    """Return the loops' sums over the pixels that may judge, and those that may not, where loops fail at all."""
    counted, turns = verdict.used[sums.loops].all(axis=1), sums.constants()
    if not np.any(sums.rms(turns)[counted] >= options.max_loop_rms_rad):
        return sums, None
    bad = incoherent_pixels(blocks, sums, found.coherence, turns, counted, progress=PartOf(progress, 0.0, 0.5))
    if not bad.any():
        return sums, None
    return sums_without(blocks, sums, bad, PartOf(progress, 0.5, 1.0)), bad


def _warnings_of_judges(incoherent: BoolArray | None, sums: LoopSums, constants: FloatArray) -> list[str]:
    warnings = []
    if incoherent is not None:
        warnings.append(
            f"{number_of(int(incoherent.sum()), 'pixel closes', 'pixels close')} hardly any loop (noise that was left "
            "in the products): they have no say about interferograms, and are left out of cell means."
        )
    own = np.abs(constants - _TURN * np.rint(constants / _TURN)) > 1e-6
    if own.any():
        warnings.append(
            f"{part_of(int(own.sum()), own.size, 'loops', 'misses', 'miss')} closure by a constant: each "
            "interferogram's phase has a constant of its own (as HyP3's has), which the reference area takes away. "
            "Loops are judged by what differs from it."
        )
    return warnings


def _judge_pairs(verdict: Verdict, network: Network, found: Survey, options: CheckOptions) -> list[str]:
    """Reject pairs of low coherence or coverage, and return the warnings."""
    coherence, fraction = found.mean_coherence, found.valid_fraction
    low = coherence < options.min_coherence  # False where there is no coherence to judge by
    verdict.reject(low, [f"mean coherence {value:.3f} is below {options.min_coherence:g}" for value in coherence])
    small = fraction < options.min_valid_fraction
    needed = needed_pairs(network, verdict.used, small)
    verdict.reject(
        small & ~needed, [f"coverage {value:.3f} is below {options.min_valid_fraction:g}" for value in fraction]
    )
    if verdict.used.any():
        n_kept = int(np.count_nonzero(verdict.used & small & needed))
        if not n_kept:
            return []
        return [
            f"{number_of(n_kept, 'interferogram has', 'interferograms have')} data on less than MIN_VALID_FRACTION, "
            f"{options.min_valid_fraction:g}, of the pixels, but dates hang on them (snow?): they are kept."
        ]
    if not fraction.any():
        raise InputError("No interferogram of the stack has any data: look at the files that were imported.")
    n_by_hand = sum(reason == BY_HAND for reason in verdict.reasons)
    raise InputError(
        f"Every one of the {fraction.size} interferograms would be rejected ({n_by_hand} by REJECT, "
        f"{np.count_nonzero(low)} by coherence, {np.count_nonzero(small)} by coverage): lower MIN_COHERENCE or "
        "MIN_VALID_FRACTION, name fewer in REJECT, or choose a smaller EXTENT in the import."
    )


def _judge_loops(verdict: Verdict, sums: LoopSums, offset: FloatArray, options: CheckOptions, where: str) -> BoolArray:
    """Reject the pairs whose loops all fail, and return which loops fail [loop] (of all loops).

    Loops through a pair that is rejected already say nothing about the others, nor do loops without common pixels.
    """
    rms = sums.rms(offset)
    failed = rms >= options.max_loop_rms_rad
    counted = verdict.used[sums.loops].all(axis=1) & ~np.isnan(rms)
    bad = pairs_without_good_loop(sums.loops[counted], failed[counted], verdict.used.size)
    verdict.reject(bad, [f"no loop through it closes{where}"] * bad.size)
    if not verdict.used.any():
        advice = "choose another REFERENCE, or none" if where else "choose an EXTENT of better coherence in the import"
        raise InputError(
            f"No loop of interferograms closes to {options.max_loop_rms_rad:g} rad{where}, so every one would be "
            f"rejected: raise MAX_LOOP_RMS, or {advice}."
        )
    return np.asarray(failed)


def _refer(phase: ReferencePhase, verdict: Verdict, automatic: bool) -> list[str]:
    """Reject pairs without data in the reference area, and return the warnings of that."""
    lost = verdict.used & ~phase.usable
    verdict.reject(
        phase.fraction < MIN_REFERENCE_FRACTION,
        [
            f"data in {value:.0%} of the reference area only" if value else "no data in the reference area"
            for value in phase.fraction
        ],
        force=True,
    )
    if not verdict.used.any():
        raise InputError("No interferogram has data in the reference area: choose another REFERENCE, or none.")
    if not lost.any():
        return []
    how = "the area was chosen for the most data" if automatic else "another REFERENCE, or none, may keep them"
    return [
        f"{part_of(np.count_nonzero(lost), lost.size, 'interferograms', 'has', 'have')} data on less than "
        f"{MIN_REFERENCE_FRACTION:.0%} of the reference area. Such pairs are rejected, even where KEEP names them, "
        f"since nothing ties them to the others: {how}."
    ]


def _extend_history(dataset: Dataset, stack: Path, options: CheckOptions) -> None:
    named: list[tuple[str, object]] = [("INPUT", stack), ("REFERENCE", options.reference)]
    named += [("REFERENCE_AREA", options.reference_polygons if options.reference is None else None)]
    named += [("MIN_COHERENCE", options.min_coherence), ("MIN_VALID_FRACTION", options.min_valid_fraction)]
    named += [("MAX_LOOP_RMS", options.max_loop_rms_rad)]
    named += [("CORRECT_TURNS", options.correct_turns or None), ("REMOVE_UNCLOSED", options.remove_unclosed or None)]
    named += [("KEEP", " ".join(options.keep) or None), ("REJECT", " ".join(options.reject) or None)]
    parameters = ", ".join(f"{name}={value}" for name, value in named if value is not None)
    older = getattr(dataset, "history", "")
    dataset.history = netcdf.history_line("checkinterferograms", parameters) + (f"\n{older}" if older else "")


def _summary(
    network: Network, verdict: Verdict, sums: LoopSums, failed: BoolArray, area: ReferenceArea
) -> CheckSummary:
    used, names = verdict.used, network.names
    rejected = tuple((name, reason) for name, reason in zip(names, verdict.reasons) if reason)
    there = sums.count > 0
    in_loop = np.zeros(used.size, dtype=bool)
    in_loop[sums.loops[there].ravel()] = True
    alone = tuple(names[number] for number in np.flatnonzero(used & ~in_loop))
    lost, cuts = losses(network, used)
    warnings = []
    if rejected:
        listed = "; ".join(f"{name}: {reason}" for name, reason in rejected[:10])
        more = f"; and {len(rejected) - 10} more" if len(rejected) > 10 else ""
        part = part_of(len(rejected), len(names), "interferograms", "is", "are")
        warnings.append(f"{part} rejected: {listed}{more}")
    if lost:
        warnings.append(f"The rejections remove {number_of(len(lost), 'date')} from the network: {', '.join(lost)}.")
    if cuts:
        warnings.append(
            f"The rejections cut the network ({'; '.join(cuts)}): GAP_MODEL will bridge it. KEEP pairs across the cut "
            "to avoid that."
        )
    if alone and not there.any():
        warnings.append("The interferograms form no loop of three: unwrapping errors cannot be found by closure.")
    elif alone:
        part = number_of(len(alone), "of the interferograms in use is", "of the interferograms in use are")
        warnings.append(f"{part} in no loop and cannot be judged by closure, such as {alone[0]}.")
    return CheckSummary(
        n_pairs=len(names),
        n_rejected=len(rejected),
        rejected=rejected,
        n_loops=int(there.sum()),
        n_failed_loops=int((failed & there).sum()),
        pairs_without_loop=alone,
        lost_dates=tuple(lost),
        cuts=tuple(cuts),
        reference=area,
        warnings=tuple(warnings),
    )

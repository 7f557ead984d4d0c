"""Step: a frame folder of interferograms to one stack file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from .. import netcdf
from ..blocks import executor, map_in_order
from ..errors import InputError
from ..progress import PartOf, Progress, SilentProgress, stop_if_cancelled
from ..raster import RasterGrid
from .gacos import MIN_COVERAGE, Corrected, Delays, find_delays, remove_delay
from .geometry import read_geometry
from .licsar import Frame, PairFiles, find_frame
from .metadata import read_baselines, read_metadata
from .network import network_of
from .pair_reading import PairRasters, read_header, read_pair
from .placement import Extent, Float32, Placement, mismatch, place
from .stack_writer import StackWriter

_READERS = 2
MISSING_CORRECTIONS = ("mean", "keep", "drop")


@dataclass(frozen=True)
class ImportOptions:
    """What to take from a frame.

    Attributes
    ----------
    corrections : Path, optional
        Folder of GACOS delays.
    extent : (lon_min, lon_max, lat_min, lat_max), optional
        In degrees; the whole frame where None.
    start, end : date, optional
        Both dates of a pair must lie between them (inclusive).
    multilook : int
        Pixels to average in each direction; a block needs half of them.
    min_coherence : float
        Pairs with a lower mean coherence are left out.
    missing_corrections : str
        What becomes of pairs that lack the delay of a date: ``mean`` takes the mean delay of all dates in its place,
        so that loops with corrected pairs still close; ``keep`` leaves them uncorrected; ``drop`` leaves them out.
    """

    corrections: Path | None = None
    extent: Extent | None = None
    start: date | None = None
    end: date | None = None
    multilook: int = 1
    min_coherence: float = 0.05
    missing_corrections: str = "mean"


@dataclass(frozen=True)
class ImportSummary:
    """What an import did.

    Attributes
    ----------
    n_pairs, n_dates : int
        In the stack.
    skipped : tuple of (str, str)
        Pairs left out and why.
    grid : RasterGrid
        Of the stack.
    frame : str
        Its identifier.
    incidence_source : str
        ``per pixel``, ``centre range``, ``metadata`` or ``unknown``.
    n_corrected : int
        Pairs whose delay was removed.
    mean_std_before, mean_std_after : float
        Mean of these pairs' standard deviations in rad before and after; NaN where none was corrected.
    missing_corrections : tuple of date
        Dates without a usable delay.
    warnings : tuple of str
        As given to the progress.
    """

    n_pairs: int
    n_dates: int
    skipped: tuple[tuple[str, str], ...]
    grid: RasterGrid
    frame: str
    incidence_source: str
    n_corrected: int
    mean_std_before: float
    mean_std_after: float
    missing_corrections: tuple[date, ...]
    warnings: tuple[str, ...]


class _Notes:
    """Gathers warnings and the pairs left out, and tells the progress."""

    def __init__(self, progress: Progress) -> None:
        self.warnings: list[str] = []
        self.skipped: list[tuple[str, str]] = []
        self._progress = progress

    def warn(self, message: str) -> None:
        self.warnings.append(message)
        self._progress.warn(message)


def import_interferograms(
    frame_folder: Path,
    output: Path,
    options: ImportOptions | None = None,
    progress: Progress | None = None,
) -> ImportSummary:
    """Read a frame's interferograms, remove tropospheric delays, and write the stack.

    Every raster's window is read once, pair by pair; a few pairs are in memory at a time. Entries that are broken,
    incomplete or of another size are left out and listed with the reason.

    Parameters
    ----------
    frame_folder : Path
        LiCSBAS's layout (``GEOC/``), the portal's (``interferograms/``, ``metadata/``), the pairs' parent, or
        products of HyP3 clipped to a common grid.
    output : Path
        Stack file to write.
    options : ImportOptions
        What to take.
    progress : Progress, optional
        Told of progress and warnings.

    Raises
    ------
    InputError
        Where no pair is left, or a parameter does not fit the frame.
    """
    options, progress = options or ImportOptions(), progress or SilentProgress()
    _check(options)
    notes = _Notes(progress)
    frame = find_frame(Path(frame_folder))
    notes.skipped += frame.skipped
    pairs, grid = _with_readable_headers(_in_period(frame, options), PartOf(progress, 0.0, 0.1), notes)
    if grid is None:
        raise _nothing_left(frame_folder, notes.skipped)
    placement = place(grid, options.extent, options.multilook)
    metadata = read_metadata(frame.metadata)
    geometry = read_geometry(frame, metadata, placement)
    for warning in geometry.warnings:
        notes.warn(warning)
    delays, corrections = None, None
    if options.corrections is not None:
        delays = Delays(find_delays(options.corrections), placement, geometry.up, metadata.wavelength)
        corrections = _Corrections(delays, pairs, options.missing_corrections, notes)
    baselines = read_baselines(frame.baselines)
    title = f"Interferograms of frame {frame.name}"
    with netcdf.create(Path(output), title, "importinterferograms", _parameters(frame_folder, options)) as dataset:
        writer = StackWriter(dataset, placement.grid)
        for pair, rasters in _read_all(pairs, placement, options, PartOf(progress, 0.1, 0.95), notes):
            baseline = pair.baseline
            if not math.isfinite(baseline):
                baseline = baselines.get(pair.secondary, math.nan) - baselines.get(pair.reference, math.nan)
            _add(writer, pair, rasters, baseline, corrections, options, notes)
        if not writer.pairs:
            raise _nothing_left(frame_folder, notes.skipped)
        writer.finish(frame, metadata, geometry, sorted(notes.skipped))
    _tell(writer, delays, bool(baselines) or any(math.isfinite(p.baseline) for p in pairs), options, notes)
    progress.report(1.0)
    return _summary(writer, placement.grid, frame.name, geometry.source, delays, notes)


def _check(options: ImportOptions) -> None:
    if options.multilook < 1:
        raise InputError(f"MULTILOOK must be 1 or more, not {options.multilook}.")
    if not 0 <= options.min_coherence <= 1:
        raise InputError(f"MIN_COHERENCE must lie between 0 and 1, not {options.min_coherence}.")
    if options.missing_corrections not in MISSING_CORRECTIONS:
        raise InputError(
            f"MISSING_CORRECTIONS must be one of {', '.join(MISSING_CORRECTIONS)}, not '{options.missing_corrections}'."
        )


def _parameters(folder: Path, options: ImportOptions) -> str:
    named: list[tuple[str, object]] = [
        ("INPUT", folder),
        ("CORRECTIONS", options.corrections),
        ("EXTENT", options.extent),
    ]
    named += [("START", options.start), ("END", options.end), ("MULTILOOK", options.multilook)]
    named += [("MIN_COHERENCE", options.min_coherence), ("MISSING_CORRECTIONS", options.missing_corrections)]
    return ", ".join(f"{name}={value}" for name, value in named if value is not None)


def _in_period(frame: Frame, options: ImportOptions) -> list[PairFiles]:
    start, end = options.start or date.min, options.end or date.max
    chosen = [pair for pair in frame.pairs if start <= pair.reference and pair.secondary <= end]
    if frame.pairs and not chosen:
        first, last = min(p.reference for p in frame.pairs), max(p.secondary for p in frame.pairs)
        raise InputError(
            f"No interferogram has both of its dates between START {options.start or first} and END "
            f"{options.end or last}; the frame's dates run from {first} to {last}. Choose a longer period."
        )
    return chosen


def _with_readable_headers(
    pairs: list[PairFiles], progress: Progress, notes: _Notes
) -> tuple[list[PairFiles], RasterGrid | None]:
    """Return the pairs on the grid that most of them share, and that grid."""
    found: list[tuple[PairFiles, RasterGrid]] = []
    grids: list[tuple[RasterGrid, list[PairFiles]]] = []
    for number, pair in enumerate(pairs):
        stop_if_cancelled(progress)
        try:
            grid = read_header(pair.unwrapped)
        except InputError as error:
            notes.skipped.append((pair.name, str(error)))
            continue
        found.append((pair, grid))
        members = next((members for known, members in grids if known.matches(grid)), None)
        if members is None:
            grids.append((grid, [pair]))
        else:
            members.append(pair)
        progress.report((number + 1) / len(pairs), "Looking at the files")
    if not grids:
        return [], None
    frame, members = max(grids, key=lambda entry: len(entry[1]))  # the first of equals
    chosen = {pair.name for pair in members}
    for pair, grid in found:
        if pair.name not in chosen:
            notes.skipped.append((pair.name, f"{pair.unwrapped.name}: {mismatch(grid, frame)}"))
    return [pair for pair, _ in found if pair.name in chosen], frame


def _read_all(
    pairs: list[PairFiles], placement: Placement, options: ImportOptions, progress: Progress, notes: _Notes
) -> Iterator[tuple[PairFiles, PairRasters]]:
    """Yield the pairs that can be read and are coherent enough, in order; a few are decoded ahead."""

    def read(pair: PairFiles) -> PairRasters | str:
        try:
            return read_pair(pair, placement, options.min_coherence)
        except InputError as error:
            return str(error)

    def until_cancelled() -> Iterator[PairFiles]:
        for pair in pairs:
            stop_if_cancelled(progress)
            yield pair

    with executor(_READERS) as pool:
        for number, result in enumerate(map_in_order(read, until_cancelled(), pool, _READERS)):
            stop_if_cancelled(progress)
            if isinstance(result, str):
                notes.skipped.append((pairs[number].name, result))
            else:
                yield pairs[number], result
            progress.report((number + 1) / len(pairs), f"Reading {pairs[number].name}")


class _Corrections:
    """Removes delays from pairs, with the mean delay for dates without their own where that is wanted."""

    def __init__(self, delays: Delays, pairs: list[PairFiles], choice: str, notes: _Notes) -> None:
        self._delays, self._choice, self._notes = delays, choice, notes
        self._days = {day for pair in pairs for day in (pair.reference, pair.secondary)}
        self._mean: Float32 | None = None
        self._has_mean = False

    def of(self, pair: PairFiles, phase: Float32) -> tuple[Corrected, bool] | None:
        """Return the corrected pair and whether both dates have delays of their own; None where it stays as it is."""
        own = [self._delays.at(day) for day in (pair.reference, pair.secondary)]
        complete = all(delay is not None for delay in own)
        if not complete and (self._choice != "mean" or all(delay is None for delay in own)):
            return None  # two dates without a delay have the same mean, which drops out
        reference, secondary = (self._average() if delay is None else delay for delay in own)
        if reference is None or secondary is None:
            return None
        corrected = remove_delay(phase, reference, secondary)
        if corrected.coverage < MIN_COVERAGE:
            self._notes.warn(
                f"{pair.name}: the GACOS delays cover only {corrected.coverage:.0%} of its pixels; it is left as it "
                "is. Download delays for the whole area."
            )
            return None
        return corrected, complete

    def _average(self) -> Float32 | None:
        if not self._has_mean:
            self._mean, self._has_mean = self._delays.mean(self._days), True
        return self._mean


def _add(
    writer: StackWriter,
    pair: PairFiles,
    rasters: PairRasters,
    baseline: float,
    corrections: _Corrections | None,
    options: ImportOptions,
    notes: _Notes,
) -> None:
    """Write a pair, less its delay where there is one."""
    found = None if corrections is None else corrections.of(pair, rasters.phase)
    if corrections is not None and found is None and options.missing_corrections == "drop":
        notes.skipped.append((pair.name, "a date has no usable GACOS delay (MISSING_CORRECTIONS is drop)"))
        return
    if found is None:
        writer.add(pair, rasters.phase, rasters.coherence, baseline, None)
        return
    corrected, complete = found
    deviations = corrected.std_before, corrected.std_after
    writer.add(pair, corrected.phase, rasters.coherence, baseline, deviations, complete)


def _tell(
    writer: StackWriter, delays: Delays | None, has_baselines: bool, options: ImportOptions, notes: _Notes
) -> None:
    """Warn of everything that an expert would want to know before going on."""
    if notes.skipped:
        shown = "; ".join(f"{name}: {reason}" for name, reason in sorted(notes.skipped)[:10])
        more = f"; and {len(notes.skipped) - 10} more" if len(notes.skipped) > 10 else ""
        notes.warn(f"{len(notes.skipped)} entries were left out: {shown}{more}")
    bare = [pair.name for pair in writer.pairs if pair.coherence is None]
    if bare:
        notes.warn(f"{len(bare)} of {len(writer.pairs)} interferograms have no coherence file, such as {bare[0]}.")
    if not has_baselines:
        notes.warn("The frame has no usable baselines file: perpendicular baselines are unknown.")
    network = network_of(
        [p.reference.toordinal() for p in writer.pairs], [p.secondary.toordinal() for p in writer.pairs]
    )
    n_parts = int(network.parts().max()) + 1
    if n_parts > 1:
        notes.warn(
            f"The network falls into {n_parts} parts that no interferogram connects: GAP_MODEL will bridge them."
        )
    if delays is not None:
        _tell_of_delays(writer, delays, options, notes)


def _tell_of_delays(writer: StackWriter, delays: Delays, options: ImportOptions, notes: _Notes) -> None:
    if delays.unusable:
        what = {
            "mean": "corrected with the mean delay of the other dates in its place",
            "keep": "kept without correction, and do not close loops with corrected pairs",
            "drop": "left out",
        }[options.missing_corrections]
        listed = ", ".join(f"{day} ({why})" for day, why in sorted(delays.unusable.items()))
        notes.warn(f"{len(delays.unusable)} dates have no usable GACOS delay; their pairs were {what}: {listed}.")
    corrected = writer.corrected
    if not corrected.any():
        notes.warn("GACOS delays were applied to no interferogram: do their dates fit the frame's?")
        return
    before, after = writer.deviations[corrected].T
    worse = int(np.count_nonzero(after > before))
    if 2 * worse > before.size:
        notes.warn(
            f"GACOS raises the standard deviation of {worse} of {before.size} interferograms "
            f"(mean {before.mean():.2f} to {after.mean():.2f} rad): compare with an import without CORRECTIONS."
        )


def _nothing_left(folder: Path, skipped: list[tuple[str, str]]) -> InputError:
    first = "; ".join(f"{name}: {reason}" for name, reason in sorted(skipped)[:3])
    return InputError(
        f"None of the {len(skipped)} interferograms in {folder} could be read or used ({first}). "
        "Download them again or choose another folder."
    )


def _summary(
    writer: StackWriter, grid: RasterGrid, frame: str, source: str, delays: Delays | None, notes: _Notes
) -> ImportSummary:
    corrected = writer.corrected
    means = writer.deviations[corrected].mean(axis=0) if corrected.any() else (math.nan, math.nan)
    dates = {day for pair in writer.pairs for day in (pair.reference, pair.secondary)}
    return ImportSummary(
        n_pairs=len(writer.pairs),
        n_dates=len(dates),
        skipped=tuple(sorted(notes.skipped)),
        grid=grid,
        frame=frame,
        incidence_source=source,
        n_corrected=int(np.count_nonzero(corrected)),
        mean_std_before=float(means[0]),
        mean_std_after=float(means[1]),
        missing_corrections=tuple(sorted(delays.unusable)) if delays is not None else (),
        warnings=tuple(notes.warnings),
    )

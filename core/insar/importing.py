"""Step: a frame folder of interferograms to one stack file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..files import netcdf
from ..files.raster import RasterGrid
from ..files.raster_values import undeclared_words
from ..wording import number_of
from ..work.blocks import executor, map_in_order
from ..work.progress import PartOf, Progress, SilentProgress, stop_if_cancelled
from .delays.acceptance import CorrectionRefused, accept_stack, dates_to_refuse, mixture, refusal
from .delays.corrections import Corrections
from .delays.gacos import Delays, find_delays, model_of
from .frames.finding import find_any_frame
from .frames.frame_grid import common_grid, readable, shared_grid
from .frames.geometry import Geometry, read_geometry
from .frames.metadata import FrameMetadata, read_baselines, read_metadata
from .frames.pair_reading import PairRasters, read_pair
from .frames.pairs import Frame, PairFiles
from .frames.placement import Placement, place
from .frames.sensor import meaning_of
from .import_findings import findings
from .import_options import MISSING_CORRECTIONS as MISSING_CORRECTIONS
from .import_options import ImportOptions as ImportOptions
from .import_options import ImportSummary as ImportSummary
from .import_options import check_options, parameters_of
from .stack.writing import StackWriter

_READERS = 2


class _Notes:
    """Gathers warnings and the pairs left out, and tells the progress."""

    def __init__(self, progress: Progress) -> None:
        self.warnings: list[str] = []
        self.skipped: list[tuple[str, str]] = []
        self._progress = progress

    def warn(self, message: str) -> None:
        if message not in self.warnings:  # where the frame is read twice
            self.warnings.append(message)
            self._progress.warn(message)

    def skip(self, name: str, reason: str) -> None:
        self.skipped.append((name, reason))


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
        products of HyP3.
    output : Path
        Stack file to write.
    options : ImportOptions
        What to take.
    progress : Progress, optional
        Hears of progress and warnings.

    Raises
    ------
    InputError
        Where no pair is left, or a parameter does not fit the frame.
    """
    options, progress = options or ImportOptions(), progress or SilentProgress()
    check_options(options)
    notes = _Notes(progress)
    frame = find_any_frame(Path(frame_folder), options.subtract_ionosphere)
    notes.skipped += frame.skipped
    for remark in frame.remarks:
        notes.warn(remark)
    pairs, grid = _with_grid(frame, options, PartOf(progress, 0.0, 0.1), notes)
    if grid is None:
        raise _nothing_left(frame_folder, notes.skipped)
    placement = place(grid, options.extent, options.multilook, frame.partial)
    metadata = read_metadata(frame.metadata)
    meaning = meaning_of(Path(frame_folder), frame, pairs, metadata, options.said)
    metadata = replace(metadata, wavelength=meaning.wavelength)
    for remark in meaning.remarks:
        notes.warn(remark)
    geometry = read_geometry(frame, metadata, placement)
    for warning in geometry.warnings:
        notes.warn(warning)
    delays, corrections = None, None
    if options.corrections is not None:
        files = find_delays(options.corrections, {day for pair in pairs for day in (pair.reference, pair.secondary)})
        if model_of(files) != "GACOS":
            notes.warn("The delays are ERA5's (icams), because GACOS has none or fewer of the frame's dates.")
        delays = Delays(files, placement, geometry.up, metadata.wavelength)
        corrections = _corrections(delays, pairs, options, notes)
    source = _Source(Path(frame_folder), frame, pairs, placement, metadata, geometry=geometry, factor=meaning.factor)
    before = len(notes.skipped)
    try:
        writer = _write(source, output, corrections, options, progress, notes=notes)
    except CorrectionRefused as refused:
        # What was read is gone, and adding the delays again would lose pixels and digits: read once more.
        notes.warn(str(refused))
        del notes.skipped[before:]
        if refused.dates is None or delays is None:
            delays, corrections = None, None
        else:
            delays.refused = refused.dates
            corrections = _corrections(delays, pairs, options, notes)
        writer = _write(source, output, corrections, options, progress, notes=notes, refused=str(refused))
    if options.corrections is None and options.accept_corrections != "always":
        notes.warn("ACCEPT_CORRECTIONS says nothing without CORRECTIONS: no delay was removed.")
    for remark in delays.remarks if delays is not None else []:
        notes.warn(remark)
    for sentence in frame.after() if frame.after else []:
        notes.warn(sentence)
    for sentence in findings(writer, geometry, corrections, notes.skipped):
        notes.warn(sentence)
    progress.report(1.0)
    return _summary(writer, placement.grid, frame.name, geometry.source, delays, notes=notes)


def _corrections(delays: Delays, pairs: list[PairFiles], options: ImportOptions, notes: _Notes) -> Corrections:
    return Corrections(delays, pairs, options.missing_corrections, options.accept_corrections, notes.warn)


@dataclass(frozen=True)
class _Source:
    """What is read."""

    folder: Path
    frame: Frame
    pairs: list[PairFiles]
    placement: Placement
    metadata: FrameMetadata
    geometry: Geometry
    factor: float


def _write(
    source: _Source,
    output: Path,
    corrections: Corrections | None,
    options: ImportOptions,
    progress: Progress,
    *,
    notes: _Notes,
    refused: str = "",
) -> StackWriter:
    """Read and write all pairs; `refused` says which corrections were tried and are not kept.

    Raises CorrectionRefused where the stack is better without (some of) its corrections.
    """
    baselines = read_baselines(source.frame.baselines)
    title = f"Interferograms of frame {source.frame.name}"
    with netcdf.create(Path(output), title, "importinterferograms", parameters_of(source.folder, options)) as dataset:
        writer = StackWriter(dataset, source.placement.grid)
        for pair, rasters in _read_all(source, options, PartOf(progress, 0.1, 0.95), notes):
            baseline = pair.baseline
            if not math.isfinite(baseline):
                baseline = baselines.get(pair.secondary, math.nan) - baselines.get(pair.reference, math.nan)
            _add(writer, pair, rasters, baseline, corrections, options=options, notes=notes)
        if not writer.pairs:
            raise _nothing_left(source.folder, notes.skipped)
        verdict = refused or _verdict(writer, corrections, options, notes)
        if verdict:
            dataset.correction_verdict = verdict
            progress.report(0.95, verdict)
        writer.finish(source.frame, source.metadata, source.geometry, sorted(notes.skipped))
    return writer


def _verdict(writer: StackWriter, corrections: Corrections | None, options: ImportOptions, notes: _Notes) -> str:
    """Return what is said of corrections that are kept; CorrectionRefused where some are not."""
    if corrections is None or options.accept_corrections == "always":
        return ""
    if options.accept_corrections == "stack":
        return accept_stack(writer.deviations)
    if options.accept_corrections == "interferogram":
        dates = [(pair.reference, pair.secondary) for pair in writer.pairs]
        words = mixture(dates, np.isfinite(writer.deviations).all(axis=1), corrections.n_refused)
        if corrections.n_refused:
            notes.warn(words)
        return words
    dates_refused = dates_to_refuse(corrections.choices)
    verdict = refusal(corrections.choices, dates_refused)
    if dates_refused:
        all_of_them = all(day in dates_refused for pair in corrections.choices for day in pair)
        raise CorrectionRefused(verdict, None if all_of_them else dates_refused)
    return verdict


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


def _with_grid(
    frame: Frame, options: ImportOptions, progress: Progress, notes: _Notes
) -> tuple[list[PairFiles], RasterGrid | None]:
    """Return the pairs that fit together, and the grid of the frame."""
    found = readable(_in_period(frame, options), progress, notes.skip)
    if not found:
        return [], None
    if frame.partial:
        return common_grid(found, options.hyp3_area, notes.skip, notes.warn)
    return shared_grid(found, notes.skip)


def _read_all(
    source: _Source, options: ImportOptions, progress: Progress, notes: _Notes
) -> Iterator[tuple[PairFiles, PairRasters]]:
    """Yield the pairs that can be read and are coherent enough, in order; a few are decoded ahead."""
    pairs = source.pairs

    def read(pair: PairFiles) -> PairRasters | str:
        try:
            return read_pair(pair, source.placement, options.min_coherence, source.factor)
        except InputError as error:
            return str(error)

    def until_cancelled() -> Iterator[PairFiles]:
        for pair in pairs:
            stop_if_cancelled(progress)
            yield pair

    marked: list[str] = []
    others: dict[str, list[str]] = {}
    undeclared: set[float] = set()
    with executor(_READERS) as pool:
        for number, result in enumerate(map_in_order(read, until_cancelled(), pool, _READERS)):
            stop_if_cancelled(progress)
            if isinstance(result, str):
                notes.skipped.append((pairs[number].name, result))
            else:
                marked += [pairs[number].name] * bool(result.undeclared)
                undeclared.update(result.undeclared)
                if result.note:
                    others.setdefault(result.note, []).append(pairs[number].name)
                yield pairs[number], result
            progress.report((number + 1) / len(pairs), f"Reading {pairs[number].name}")
    for note, names in others.items():
        notes.warn(f"The coherence of {number_of(len(names), 'interferogram')} ({names[0]}, ...) {note}.")
    if marked:
        listed = undeclared_words(tuple(sorted(undeclared)))
        notes.warn(
            f"The phase of {number_of(len(marked), 'interferogram')} ({marked[0]}, ...) holds {listed} without "
            "declaring it as nodata value: taken as missing."
        )


def _add(
    writer: StackWriter,
    pair: PairFiles,
    rasters: PairRasters,
    baseline: float,
    corrections: Corrections | None,
    *,
    options: ImportOptions,
    notes: _Notes,
) -> None:
    """Write a pair, less its delay where there is one."""
    outcome = None if corrections is None else corrections.of(pair, rasters.phase)
    if outcome is not None and not outcome.usable and options.missing_corrections == "drop":
        notes.skip(pair.name, "a date has no usable delay (MISSING_CORRECTIONS is drop)")
        return
    if outcome is None or outcome.corrected is None:
        writer.add(pair, rasters.phase, rasters.coherence, baseline, None)
        return
    corrected = outcome.corrected
    deviations = corrected.std_before, corrected.std_after
    writer.add(pair, corrected.phase, rasters.coherence, baseline, deviations, corrected=outcome.complete)


def _nothing_left(folder: Path, skipped: list[tuple[str, str]]) -> InputError:
    first = "; ".join(f"{name}: {reason}" for name, reason in sorted(skipped)[:3])
    return InputError(
        f"None of the {len(skipped)} interferograms in {folder} could be read or used ({first}). "
        "Download them again, choose another folder, or lower MIN_COHERENCE where that left them out."
    )


def _summary(
    writer: StackWriter, grid: RasterGrid, frame: str, source: str, delays: Delays | None, *, notes: _Notes
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

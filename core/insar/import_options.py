"""What to take from a frame, and what an import did."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..errors import InputError
from ..files.line_of_sight import AS_THE_FILE_SAYS
from ..files.raster import RasterGrid
from .delays.acceptance import ACCEPT_CORRECTIONS
from .frames.frame_grid import HYP3_AREAS
from .frames.placement import Extent
from .frames.sensor import Said

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
    accept_corrections : str
        Which delays are removed. ``always``: all; ``stack``: all or none, where the mean of the pairs' standard
        deviations falls; ``interferogram``: of pairs whose standard deviation falls, so that some loops no longer
        close; ``date``: of dates whose pairs get better by it (:func:`~.acceptance.dates_to_refuse`), the mean delay
        standing in for the others.
    hyp3_area : str
        Of products of HyP3, whose extents differ: ``overlap``, what all of them cover, or ``union``, all that any of
        them covers, missing where a product does not reach.
    subtract_ionosphere : bool
        Whether the ionosphere's phase screen that NISAR's products carry is subtracted.
    said : Said
        Wavelength, unit and sign, for what the files do not say.
    """

    corrections: Path | None = None
    extent: Extent | None = None
    start: date | None = None
    end: date | None = None
    multilook: int = 1
    min_coherence: float = 0.05
    missing_corrections: str = "mean"
    accept_corrections: str = "always"
    hyp3_area: str = "overlap"
    subtract_ionosphere: bool = True
    said: Said = field(default_factory=Said)


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


def check_options(options: ImportOptions) -> None:
    """Raise InputError where an option is none of those that there are."""
    if options.multilook < 1:
        raise InputError(f"MULTILOOK must be 1 or more, not {options.multilook}.")
    if not 0 <= options.min_coherence <= 1:
        raise InputError(f"MIN_COHERENCE must lie between 0 and 1, not {options.min_coherence}.")
    for name, value, choices in (
        ("MISSING_CORRECTIONS", options.missing_corrections, MISSING_CORRECTIONS),
        ("ACCEPT_CORRECTIONS", options.accept_corrections, ACCEPT_CORRECTIONS),
        ("HYP3_AREA", options.hyp3_area, HYP3_AREAS),
    ):
        if value not in choices:
            raise InputError(f"{name} must be one of {', '.join(choices)}, not '{value}'.")


def parameters_of(folder: Path, options: ImportOptions) -> str:
    """Return the options as they stand in the history of a stack."""
    named: list[tuple[str, object]] = [
        ("INPUT", folder),
        ("CORRECTIONS", options.corrections),
        ("EXTENT", options.extent),
    ]
    named += [("START", options.start), ("END", options.end), ("MULTILOOK", options.multilook)]
    named += [("MIN_COHERENCE", options.min_coherence), ("MISSING_CORRECTIONS", options.missing_corrections)]
    if options.accept_corrections != "always":
        named.append(("ACCEPT_CORRECTIONS", options.accept_corrections))
    if not math.isnan(options.said.wavelength_m):
        named.append(("WAVELENGTH", options.said.wavelength_m))
    named += [
        (name, value)
        for name, value in (("UNIT", options.said.unit), ("SIGN", options.said.sign))
        if value != AS_THE_FILE_SAYS
    ]
    if options.hyp3_area != "overlap":
        named.append(("HYP3_AREA", options.hyp3_area))
    return ", ".join(f"{name}={value}" for name, value in named if value is not None)

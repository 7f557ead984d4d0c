"""What a folder of interferograms holds: pairs with their files, and what is known of the frame."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .layers import Source


@dataclass(frozen=True)
class PairFiles:
    """The files of one interferogram.

    Attributes
    ----------
    name : str
        ``YYYYMMDD_YYYYMMDD``.
    reference, secondary : date
        Earlier and later date.
    unwrapped : Path or Layer
        Unwrapped phase.
    coherence : Path, Layer or None
        Coherence, where there is a file for it.
    baseline : float
        Perpendicular baseline in m where the pair's own files name it, else NaN.
    turned : bool
        Whether the files are from the later to the earlier date, and `unwrapped` turns their sign.
    """

    name: str
    reference: date
    secondary: date
    unwrapped: Source
    coherence: Source | None
    baseline: float = math.nan
    turned: bool = False


@dataclass(frozen=True)
class Frame:
    """What a frame folder holds.

    Attributes
    ----------
    name : str
        Frame identifier such as ``099A_06414_131313``, or the folder's name.
    pairs : tuple of PairFiles
        By date; whether their rasters can be read is not known yet.
    skipped : tuple of (str, str)
        Entries that are no usable pair, and why.
    geometry : tuple of dict
        Sets of rasters among ``E``, ``N``, ``U``, ``hgt``, ``lv_theta``, ``lv_phi``; the first goes before the others,
        which cover other parts of the frame.
    partial : bool
        Whether each raster may cover a part of the frame only.
    metadata, baselines : Path or None
        ``metadata.txt`` and ``baselines``.
    heading, acquisition_time, incidence : float
        In degrees, in seconds since 00:00 UTC, and in degrees at the centre by orbit and slant range, where the pairs'
        own files name them, else NaN.
    wavelength : float
        In m, where the pairs' own files name it, else NaN.
    remarks : tuple of str
        What the user should know.
    after : function or None
        Returns what the user should know once all pairs have been read.
    """

    name: str
    pairs: tuple[PairFiles, ...]
    skipped: tuple[tuple[str, str], ...]
    geometry: tuple[dict[str, Source], ...] = ()
    partial: bool = False
    metadata: Path | None = None
    baselines: Path | None = None
    heading: float = math.nan
    acquisition_time: float = math.nan
    incidence: float = math.nan
    wavelength: float = math.nan
    remarks: tuple[str, ...] = ()
    after: Callable[[], list[str]] | None = None

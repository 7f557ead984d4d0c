"""One series of monthly fields: of one centre and release, each month once, none of them filtered unlike the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from .harmonics import Coefficients
from .level2 import Level2, read_text
from .level2_header import TO_ZERO_TIDE
from .months import LONGEST_SHORT_DAYS

_C20_NEAR = 1.5e-9
"""C20 of the Earth varies by some 3e-10; tide systems lie 4.2e-9 apart."""
_C20_ZERO_TIDE = -4.8416948e-4
"""C20, zero-tide (IERS Conventions 2010, table 6.2)."""


@dataclass(frozen=True)
class SeriesFacts:
    """What is common to the files of a series.

    Attributes
    ----------
    centre : str
        Processing centre.
    release : str
        Such as ``RL06, RL06.2``: of GRACE and of GRACE-FO; '' where the files do not say.
    tide_systems : str
        As the files have them, before they were brought to zero-tide.
    applied_filter : str
        A filter that all went through before; '' for none.
    daily : bool
        Solutions of days or weeks, not of months.
    """

    centre: str
    release: str
    tide_systems: str
    applied_filter: str
    daily: bool


def check_series(files: Sequence[Level2], folder: str, warn: Callable[[str], None]) -> SeriesFacts:
    """See that files are one series, and return what they have in common.

    Parameters
    ----------
    files : sequence of Level2
        In the order of time.
    folder : str
        For messages.
    warn : callable
        Called with what the user should know.

    Returns
    -------
    SeriesFacts
        Of all of them.

    Raises
    ------
    InputError
        Where centres, releases, filters or lengths differ.
    """
    _same(files, folder, "processing centre", [each.centre for each in files])
    releases = [each.header.release for each in files]
    _same(files, folder, "release", [release.partition(".")[0] for release in releases])
    for mission in sorted({each.header.mission for each in files}):
        some = [each for each in files if each.header.mission == mission]
        _same(some, folder, "release", [each.header.release for each in some])
    _same(files, folder, "filter", [each.header.applied_filter or "none" for each in files])
    spans = np.array([each.end - each.start for each in files])
    daily = spans <= LONGEST_SHORT_DAYS
    if daily.any() and not daily.all():
        _same(files, folder, "length", ["days" if short else "a month" for short in daily])
    unscaled = [each.source for each in files if not each.scaled]
    if unscaled:
        warn(
            f"{_listed(unscaled)} give no GM and radius: those of the GRACE standards (3.986004415e14 m3/s2, "
            "6378136.3 m) are taken."
        )
    named = ", ".join(sorted({release for release in releases if release}))
    systems = ", ".join(sorted({each.header.tide_system or "not said" for each in files}))
    return SeriesFacts(files[0].centre, named, systems, files[0].header.applied_filter, bool(daily.all()))


def _same(files: Sequence[Level2], folder: str, what: str, values: Sequence[str]) -> None:
    """Refuse files that differ in something, with one of each by name."""
    counts = Counter(values)
    if len(counts) <= 1:
        return
    parts = []
    for value, count in counts.most_common():
        example = files[values.index(value)].source
        parts.append(f"{value or 'not said'} ({count} file{'s' if count > 1 else ''}, such as {example})")
    raise InputError(
        f"{folder} holds solutions that differ in their {what}: {'; '.join(parts)}. Months of different kinds are no "
        "series: put each kind in a folder of its own."
    )


def to_one_convention(files: Sequence[Level2], degree: int, folder: str, warn: Callable[[str], None]) -> Coefficients:
    """Return the coefficients [month, degree, order] zero-tide and without degree 0.

    Degree 0 is the Earth's mass, which does not change: files have 1, 0 or nothing there, and a difference in their GM
    would count as a layer of water. A file that does not say its tide system has the one that its C20 tells: the
    systems lie 4.2e-9 apart, ten times more than C20 varies.

    Parameters
    ----------
    files : sequence of Level2
        Of one series.
    degree : int
        Where to cut.
    folder : str
        For messages.
    warn : callable
        Called with what was reconciled.

    Returns
    -------
    Coefficients
        Scaled to the standard GM and radius.

    Raises
    ------
    InputError
        Where some files say their tide system, and that of others cannot be known.
    """
    both = [each.coefficients.truncated(degree) for each in files]
    c, s = np.array([each.c for each in both]), np.array([each.s for each in both])
    c[:, 0, 0] = 0.0
    systems = [each.header.tide_system or _system_by_value(c[index, 2, 0]) for index, each in enumerate(files)]
    unsaid = [each.source for each in files if not each.header.tide_system]
    if "" in systems and set(systems) != {""}:
        raise InputError(
            f"{files[systems.index('')].source} does not say its tide system, and others in {folder} do: their C20 "
            "cannot be compared. Take it out, or complete its header (tide_system)."
        )
    if unsaid and "" not in systems:
        warn(f"{_listed(unsaid)} do not say their tide system: by their C20 it is {_listed(sorted(set(systems)))}.")
    elif unsaid:
        warn(f"{_listed(unsaid)} do not say their tide system: C20 is taken as it is, the same in all files.")
    shift: FloatArray = np.array([TO_ZERO_TIDE.get(system, 0.0) for system in systems])
    if len(set(systems)) > 1:
        # Degree 2 in storage is 0.084 mm of water per 1e-12 of C20 (Wahr et al., 1998), times P20 of the place.
        warn(
            f"{folder}: the files have different tide systems ({_listed(sorted(set(systems)))}). All were brought to "
            "zero-tide; without that, months would differ by some 350 mm times P20 of the latitude."
        )
    c[:, 2, 0] += shift
    return Coefficients(c, s)


def tide_shift(note: Path, c20: FloatArray) -> float:
    """Return what makes C20 of a technical note zero-tide, by what the note says or else by its values [month].

    Parameters
    ----------
    note : Path
        TN-14.
    c20 : array [month]
        Its values, NaN where it has none.

    Returns
    -------
    float
        To be added; 0 where the note neither says nor tells its tide system.
    """
    said = re.search(r"C20 is (zero|mean)[ -]tide|C20 is (tide)[ -]free", read_text(note, 8192), re.I)
    if said:
        return TO_ZERO_TIDE[f"{said.group(1).lower()}_tide" if said.group(1) else "tide_free"]
    values = c20[np.isfinite(c20)]
    return TO_ZERO_TIDE.get(_system_by_value(float(values.mean())) if values.size else "", 0.0)


def _system_by_value(c20: float) -> str:
    """Return the tide system in which a C20 is that of the Earth; '' where in none."""
    for system, shift in TO_ZERO_TIDE.items():
        if abs(c20 + shift - _C20_ZERO_TIDE) < _C20_NEAR:
            return system
    return ""


def _listed(names: Sequence[str]) -> str:
    """Return at most three names, and how many more there are."""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more

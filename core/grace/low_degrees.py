"""Degree 1, C20 and C30 of the technical notes: which note belongs to a series, and what months without a line lack."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..dates import date_of
from .harmonics import Coefficients, degree_factors
from .level2 import read_text
from .level2_folder import tide_shift
from .level2_header import release_words
from .months import label
from .technical_notes import LowDegrees, note_kind, read_c20_c30, read_degree_1

LAST_MONTH_OF_TWO_ACCELEROMETERS = 176  # August 2016: C30 is sound up to there
_ENOUGH_TO_LEVEL = 12
"""Common months from which a solution's own C20 is made level with the note's."""


@dataclass(frozen=True)
class Note:
    """What a technical note says of itself.

    Attributes
    ----------
    path : Path
        Of the file.
    kind : str
        ``TN-13`` or ``TN-14``.
    centre, release : str
        Of the solutions that a TN-13 was made with; '' where unsaid, and of TN-14, which is of laser ranging.
    created : datetime
        When it was made; the year 1 where it does not say.
    """

    path: Path
    kind: str
    centre: str
    release: str
    created: datetime


def read_note(path: Path) -> Note | None:
    """Return what a file says of itself, None where it is no technical note 13 or 14."""
    kind = note_kind(path)
    if not kind:
        return None
    head = read_text(path, 8192)
    centre = release = ""
    if kind == "TN-13":
        named = re.search(r"(?<![A-Za-z])(CSR|JPL|GFZ)(?![A-Za-z])", path.name.upper())
        centre = named.group(1) if named else ""
        said = re.search(r"RL\s*(\d{2}(?:\.?\d{1,2})?)\s+solutions", head) or re.search(r"RL([\d.]+\d)", path.name)
        release = release_words(said.group(1)) if said else ""
    stamp = re.search(r"(?:Created/updated|Date created:)\s*(\d{1,2})[- ]([A-Za-z]{3})[- ](\d{4})", head)
    created = datetime.min
    if stamp:
        created = datetime.strptime(" ".join(stamp.groups()), "%d %b %Y")
    return Note(path, kind, centre, release, created)


_CENTRES_OF_TN_13 = ("CSR", "JPL", "GFZ")


def choose_degree_1(candidates: Sequence[Path], centre: str, release: str) -> tuple[Path | None, list[str]]:
    """Return the TN-13 of a series among the files of its folder, and what the user should know.

    Parameters
    ----------
    candidates : sequence of Path
        Files of the folder.
    centre, release : str
        Of the series: ``CSR`` and ``RL06, RL06.2``.

    Returns
    -------
    path : Path or None
        That of the centre, of the series' newest release, or the nearest to it; None where there is none.
    words : list of str
        Why one that is there is not taken, or is of another release.
    """
    notes = [note for note in map(read_note, candidates) if note is not None and note.kind == "TN-13"]
    own = [note for note in notes if note.centre == centre]
    if not own:
        others = ", ".join(f"{note.path.name} ({note.centre or 'centre not said'})" for note in notes)
        if not others:
            return None, []
        what = (
            "Give the right one as DEGREE_1."
            if centre in _CENTRES_OF_TN_13
            else f"None is made for {centre}: DEGREE_1 takes another centre's, to some 5 mm."
        )
        return None, [
            f"No TN-13 in the folder is of {centre}: {others} not taken, because degree 1 belongs to the solutions "
            f"that it was made with. {what}"
        ]
    wanted = sorted(release.split(", "), key=_number)[-1] if release else ""
    best = min(own, key=lambda note: (abs(_number(note.release) - _number(wanted)), -note.created.toordinal()))
    words = []
    if wanted and best.release and best.release != wanted:
        words.append(f"{best.path.name} is of {best.release}, the solutions of {release}: no nearer TN-13 is there.")
    return best.path, words


def choose_c20_c30(candidates: Sequence[Path]) -> tuple[Path | None, list[str]]:
    """Return the newest TN-14 among files by the date in it, and a word where there are several."""
    notes = [note for note in map(read_note, candidates) if note is not None and note.kind == "TN-14"]
    if not notes:
        return None, []
    best = max(notes, key=lambda note: (note.created, note.path.name))
    others = [note.path.name for note in notes if note is not best]
    words = [f"Of the TN-14 files the newest is taken, {best.path.name}; not {', '.join(others)}."] if others else []
    return best.path, words


def check_given(path: Path, centre: str, release: str) -> list[str]:
    """Return a word where a TN-13 that was chosen by hand is of another centre or release than the series."""
    note = read_note(path)
    if note is None or note.kind != "TN-13":
        return []
    if note.centre and note.centre != centre:
        return [
            f"DEGREE_1: {path.name} is of {note.centre}, the solutions are of {centre}: degree 1 belongs to the "
            "solutions that it was made with. Months may be off by some 5 mm."
        ]
    if note.release and release and note.release not in release.split(", "):
        return [f"DEGREE_1: {path.name} is of {note.release}, the solutions are of {release}: some 3 mm of difference."]
    return []


def _number(release: str) -> float:
    found = re.search(r"(\d+)(?:\.(\d+))?", release)
    return float(found.group(1)) + int(found.group(2) or 0) / 100 if found else 0.0


@dataclass
class Replaced:
    """Coefficients with the notes' low degrees.

    Attributes
    ----------
    coefficients : Coefficients
        [month, degree, order]; degree 1 of months without a line is NaN until the baseline is known.
    attributes : dict
        For the file: what degree 1, C20 and C30 are from.
    words : list of str
        What the user should know.
    """

    coefficients: Coefficients
    attributes: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)


def replace_low_degrees(
    full: Coefficients, months: IntArray, windows: FloatArray, degree_1: Path | None, c20_c30: Path | None
) -> Replaced:
    """Put degree 1, C20 and C30 of the technical notes in place of the solutions' own.

    Parameters
    ----------
    full : Coefficients
        [month, degree, order], zero-tide.
    months : array [month]
        GRACE months.
    windows : array [month, 2]
        Days of the solutions.
    degree_1, c20_c30 : Path, optional
        TN-13 and TN-14.

    Returns
    -------
    Replaced
        A month without a line keeps its own C20 (made level with the note's over the months that have both) and C30,
        and has no anomaly of degree 1; it is named, with what that is worth in mm.
    """
    done = Replaced(Coefficients(full.c.copy(), full.s.copy()))
    _put_degree_1(done, months, windows, degree_1)
    _put_c20_c30(done, months, windows, c20_c30)
    return done


def _put_degree_1(done: Replaced, months: IntArray, windows: FloatArray, path: Path | None) -> None:
    c, s = done.coefficients.c, done.coefficients.s
    if path is None:
        # CNES gives a degree 1 of its own; others have zeros or no lines there.
        own = bool(np.ptp(c[:, 1, :2], axis=0).any() or np.ptp(s[:, 1, 1]) > 0)
        left = "the solutions' own degree 1 is kept" if own else "storage lacks degree 1, the motion of the geocentre"
        done.words.append(f"No TN-13 (DEGREE_1) is given: {left}.")
        done.attributes["degree_1_source"] = "the solutions" if own else "none"
        return
    lines = _lines(read_degree_1(path), windows, 3)
    there = np.isfinite(lines).all(axis=1)
    filled = np.where(there[:, None], lines, np.nanmean(lines[there], axis=0) if there.any() else 0.0)
    c[:, 1, 0], c[:, 1, 1], s[:, 1, 1] = filled.T
    done.attributes["degree_1_source"] = path.name
    size = degree_factors(1)[1] * np.sqrt(np.sum(np.nanvar(lines[there], axis=0))) if there.sum() > 1 else np.nan
    _name_missing(
        done, "degree 1", ~there, months, windows, size=size, kept="its mean over the others stands there", path=path
    )


def _put_c20_c30(done: Replaced, months: IntArray, windows: FloatArray, path: Path | None) -> None:
    c = done.coefficients.c
    if path is None:
        done.words.append("No TN-14 (C20_C30) is given: GRACE's own C20 and C30 are kept, which are poor.")
        done.attributes.update(c20_source="the solutions", c30_source="the solutions")
        return
    note = read_c20_c30(path)
    lines = _lines(note, windows, 2)
    c20 = lines[:, 0] + tide_shift(path, lines[:, 0])
    there = np.isfinite(c20)
    difference = c20 - c[:, 2, 0]
    offset = float(np.mean(difference[there])) if there.sum() >= _ENOUGH_TO_LEVEL else 0.0
    c[:, 2, 0] = np.where(there, c20, c[:, 2, 0] + offset)
    done.attributes["c20_source"] = path.name
    size = degree_factors(2)[2] * np.std(difference[there]) if there.sum() > 1 else np.nan
    kept = "the solution's own is kept there" + (", made level with the note's" if offset else "")
    _name_missing(done, "C20", ~there, months, windows, size=size, kept=kept, path=path)
    if c.shape[-1] <= 3:
        return
    late = np.asarray(months > LAST_MONTH_OF_TWO_ACCELEROMETERS)
    there = np.isfinite(lines[:, 1])
    difference = (lines[:, 1] - c[:, 3, 0])[late & there]
    c[:, 3, 0] = np.where(late & there, lines[:, 1], c[:, 3, 0])
    done.attributes["c30_source"] = f"{path.name}, from 2016-09 on"
    size = degree_factors(3)[3] * float(np.std(difference)) if difference.size > 1 else np.nan
    _name_missing(
        done, "C30", late & ~there, months, windows, size=size, kept="the solution's own is kept there", path=path
    )


def _lines(note: LowDegrees, windows: FloatArray, size: int) -> FloatArray:
    """Return the note's line of each solution [month, k]; NaN where it has none."""
    found = np.full((len(windows), size), np.nan)
    for index, (start, end) in enumerate(windows):
        line = note.match(start, end)
        if line is not None:
            found[index] = line
    return found


def _name_missing(
    done: Replaced,
    what: str,
    missing: BoolArray,
    months: IntArray,
    windows: FloatArray,
    *,
    size: float,
    kept: str,
    path: Path,
) -> None:
    """Name the months without a line, and what that is worth in mm over the globe."""
    if not missing.any():
        return
    names = [label(int(month)) for month in months[missing]]
    listed = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
    last = windows[~missing, 1].max(initial=-np.inf)
    ends = ""
    if np.isfinite(last) and windows[missing, 0].min() >= last - 1:
        ends = f" It ends with {date_of(last - 1)}: a newer one is needed."
    worth = (
        f" That is worth about {size:.0f} mm (root mean square over the globe) in each." if np.isfinite(size) else ""
    )
    done.words.append(f"The technical note {path.name} has no {what} for {listed}: {kept}.{worth}{ends}")

"""Load Love numbers that others computed, in the layouts in circulation.

Four layouts are distinguished by their titles and by what the numbers do:

- LoadDef: ``n | h | nl | nk | ...`` below a page of text;
- gravity-toolkit's Wang et al. (2012): ``n h l k nl nk``;
- gravity-toolkit's Han and Wahr (1995): ``l h k l`` (the degree is called l, and k stands before l);
- REAR, diskload, Gegout: ``n h l k``, with or without comments, exponents written with D.

What a column holds follows from elasticity where titles are missing: h and k are negative, l is
positive, n l and n k tend to constants. The frame follows from degree 1.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from .disk import SUMMED_DEGREES
from .love_numbers import LoveNumbers

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eEdD][-+]?\d+)?$")
_TITLES = ("h", "l", "k", "nl", "nk")
_FRAME_TOLERANCE = 2e-4


def read_love_numbers(path: Path, frame: str = "") -> LoveNumbers:
    """Read a table of load Love numbers.

    Parameters
    ----------
    path : Path
        Text file: one line for each degree, without gaps, from degree 0 or 1.
    frame : str
        Origin of degree 1, where the table's own numbers do not tell; '' to find out.

    Returns
    -------
    LoveNumbers
        In the frame of the table. Degree 0 is 0 where the table begins with 1.

    Raises
    ------
    InputError
        Where the file is no such table, stops short, is in an unknown frame or has wrong signs.
    """
    path = Path(path)
    rows, titles = _parse(path)
    n = rows[:, 0]
    if n[0] not in (0, 1) or not np.array_equal(n, n[0] + np.arange(n.size)):
        raise InputError(
            f"{path}: the degrees do not run 0, 1, 2, ... (or 1, 2, ...) without a gap in the first column."
        )
    if n[-1] < SUMMED_DEGREES:
        raise InputError(
            f"{path} stops at degree {int(n[-1])}: the response to a load needs {SUMMED_DEGREES} degrees or more. "
            "Choose a table that goes further."
        )
    h, l, k = _columns(path, rows, titles)  # noqa: E741
    if n[0] == 1:
        h, l, k = (np.concatenate([[0.0], values]) for values in (h, l, k))  # noqa: E741
    _check_signs(path, h, l, k)
    return LoveNumbers(np.arange(h.size), h, l, k, frame or _find_frame(path, h[1], l[1], k[1]))


def _parse(path: Path) -> tuple[FloatArray, list[str]]:
    """Return the rows of numbers and the titles in the last line above them that has any."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    rows: list[list[float]] = []
    titles: list[str] = []
    for line in text.splitlines():
        words = line.replace(",", " ").replace("|", " ").replace("#", " ").split()
        if len(words) >= 4 and words[0].isdigit() and sum(map(_is_number, words)) >= 4:
            rows.append([_value(word) for word in words])
        elif not rows and len(words) >= 4 and sum(word.lower() in _TITLES for word in words[1:]) >= 3:
            titles = [word.lower() for word in words]
    # A line of constants in the text above is not part of the table.
    widths = [len(row) for row in rows]
    width = max(set(widths), key=widths.count) if widths else 0
    table = [row for row in rows if len(row) == width]
    if len(table) < 3:
        raise InputError(
            f"{path} holds no table of load Love numbers: lines of degree, h, l and k (LoadDef, gravity-toolkit and "
            "REAR layouts) are understood."
        )
    return np.array(table), titles if len(titles) >= 4 else []


def _is_number(word: str) -> bool:
    return _NUMBER.match(word) is not None or word.lower() == "nan"


def _value(word: str) -> float:
    return float(re.sub("[dD]", "e", word)) if _is_number(word) and word.lower() != "nan" else np.nan


def _columns(path: Path, rows: FloatArray, titles: list[str]) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return h, l and k, wherever and in whatever form they stand."""
    if titles:
        at = {
            name: titles.index(name, 1)
            for name in _TITLES
            if name in titles[1:] and titles.index(name, 1) < rows.shape[1]
        }
    else:
        # By sign at degree 2 and beyond: h is first and negative, k negative, l positive.
        later = rows[rows[:, 0] >= 2]
        second_is_l = np.median(later[:, 2]) > np.median(later[:, 3])
        at = {"h": 1, "l": 2 if second_is_l else 3, "k": 3 if second_is_l else 2}
    if "h" not in at or not {"l", "nl"} & set(at) or not {"k", "nk"} & set(at):
        raise InputError(f"{path}: the titles name no columns h, l (or nl) and k (or nk).")
    degree = np.maximum(rows[:, 0], 1)
    result = [rows[:, at["h"]]]
    for name in ("l", "k"):
        values = rows[:, at[name]] if name in at else rows[:, at[f"n{name}"]] / degree
        # n l and n k tend to constants near 2 and -3, l and k themselves to zero.
        if name in at and abs(values[-1]) * degree[-1] > 100:
            values = values / degree
        result.append(values)
    if not all(np.all(np.isfinite(values)) for values in result):
        raise InputError(f"{path}: some Love numbers are missing or not numbers.")
    return result[0], result[1], result[2]


def _check_signs(path: Path, h: FloatArray, l: FloatArray, k: FloatArray) -> None:  # noqa: E741
    if np.any(h[2:] >= 0) or np.median(k[2:]) >= 0 or np.median(l[2:]) <= 0:
        raise InputError(
            f"{path}: the signs are not those of load Love numbers. A load pushes the ground down and pulls it in, so "
            "from degree 2 on h and k are negative and l is positive (and k without the load's own potential, 1)."
        )
    if not 1 < abs(h[-1]) < 500:
        raise InputError(
            f"{path}: h tends to {h[-1]:.3g}, but a load Love number tends to about -6. Tidal Love numbers, or h "
            "divided by something, cannot be used."
        )


def _find_frame(path: Path, h1: float, l1: float, k1: float) -> str:
    """Return the frame that degree 1 is in: a shift of the origin by alpha makes k_1 = -alpha."""
    h, l = h1 - k1, l1 - k1  # noqa: E741 (in the CE frame)
    origins = {"CE": 0.0, "CM": 1.0, "CF": (h + 2 * l) / 3, "CH": h, "CL": l}
    frame = min(origins, key=lambda name: abs(-k1 - origins[name]))
    # The solid Earth's own degree 1 is within a few per cent of PREM's on every model.
    if abs(-k1 - origins[frame]) > _FRAME_TOLERANCE or abs(h + 0.286) > 0.03 or abs(l - 0.104) > 0.02:
        raise InputError(
            f"{path} is in an unknown frame: its degree 1 (h {h1:.4g}, l {l1:.4g}, k {k1:.4g}) is none of CE (k = 0), "
            "CM (k = -1), CF (h + 2 l = 0), CH (h = 0) and CL (l = 0)."
        )
    return frame

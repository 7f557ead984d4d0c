"""Rates of Stokes coefficients by glacial isostatic adjustment: files of several layouts, and their removal."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR
from ..errors import InputError
from .harmonics import Coefficients
from .level2 import read_text

_KEYS = ("gfc", "gfct", "trnd", "dot", "GRCOF2")


def read_gia(path: Path, max_degree: int) -> Coefficients:
    """Return rates of Stokes coefficients per year.

    Read are lines of degree, order, C, S with blanks or commas between them, and those of ICGEM with a key before
    (``gfc``, or ``trnd`` where the file has both).

    Parameters
    ----------
    path : Path
        Text file, gzipped or not.
    max_degree : int
        Higher degrees are dropped.

    Returns
    -------
    Coefficients
        [degree, order], per year.

    Raises
    ------
    InputError
        Where there are no such lines.
    """
    keyed: dict[str, list[tuple[int, int, float, float]]] = {}
    for line in read_text(path).splitlines():
        words = line.replace(",", " ").replace(";", " ").split()
        key = words.pop(0) if words and words[0] in _KEYS else ""
        try:
            degree, order = int(words[0]), int(words[1])
            values = (float(word.replace("D", "E").replace("d", "e")) for word in words[2:4])
            c_rate, s_rate = values
        except (ValueError, IndexError):
            continue
        if 0 <= order <= degree:
            keyed.setdefault(key, []).append((degree, order, c_rate, s_rate))
    rows = keyed.get("trnd") or keyed.get("dot") or next(iter(keyed.values()), [])
    if not rows:
        raise InputError(f"{path.name} holds no rates: lines of degree, order, C, S per year are needed.")
    c, s = np.zeros((2, max_degree + 1, max_degree + 1))
    for degree, order, c_rate, s_rate in rows:
        if degree <= max_degree:
            c[degree, order], s[degree, order] = c_rate, s_rate
    return Coefficients(c, s)


def without_gia(full: Coefficients, middles: FloatArray, rates: Coefficients, free_degree_1: bool) -> Coefficients:
    """Return coefficients less the rates times the time in years.

    Parameters
    ----------
    full : Coefficients
        [month, degree, order].
    middles : array [month]
        Days since 2000-01-01.
    rates : Coefficients
        [degree, order] per year.
    free_degree_1 : bool
        Degree 1 is free of it already, as that of TN-13 is.

    Returns
    -------
    Coefficients
        [month, degree, order].
    """
    years = (middles / DAYS_PER_YEAR)[:, None, None]
    c, s = full.c - rates.c * years, full.s - rates.s * years
    if free_degree_1:
        c[:, :2], s[:, :2] = full.c[:, :2], full.s[:, :2]
    return Coefficients(c, s)

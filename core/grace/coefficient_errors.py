"""Errors of Level-2 coefficients as their files state them, carried through the filter to storage by latitude.

Formal errors of monthly fields come out too small; calibrated and empirical ones do not. Correlations between
coefficients are in no file, so those of stripes are not known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from .filters import DDK
from .harmonics import Coefficients, degree_factors, legendre_by_order
from .level2 import read_text
from .level2_header import real

_KEYS = ("gfc", "gfct", "GRCOF2")
_C_SIGMA, _S_SIGMA = 5, 6
_STEP_DEG = 1.0
REALISTIC = ("calibrated", "empirical")
"""Kinds of stated errors that are taken before the scatter over the ocean."""


@dataclass(frozen=True)
class StatedErrors:
    """Standard deviation of storage by the errors of coefficients.

    Attributes
    ----------
    latitude : array [lat]
        Degrees, rising.
    by_month : array [month, lat]
        mm, the mean square along the parallel.
    form : str
        What they are, in words.
    """

    latitude: FloatArray
    by_month: FloatArray
    form: str

    def at(self, lat: FloatArray, month: int) -> FloatArray:
        """Return mm at latitudes [..] in a month."""
        return np.asarray(np.interp(lat, self.latitude, self.by_month[month]))


def stated_errors(
    paths: Sequence[Path],
    kind: str,
    degree: int,
    weights: FloatArray | None,
    ddk: DDK | None,
    *,
    destriped: bool,
    replaced: Sequence[int],
) -> StatedErrors | None:
    """Return the errors that all files state, through the filter.

    Parameters
    ----------
    paths : sequence of Path
        Level-2 files, in the order of the solutions.
    kind : str
        ``formal``, ``calibrated`` or ``empirical``, as the files say.
    degree : int
        Where the series is cut.
    weights : array [degree], optional
        Of a Gaussian.
    ddk : DDK, optional
        The filter's matrix, where it is one.
    destriped : bool
        Whether the fields were, for the words: the errors are carried past it.
    replaced : sequence of int
        Degrees whose zonal coefficient is from a technical note: its error in the file is not that of the storage.

    Returns
    -------
    StatedErrors or None
        None where a file states none.
    """
    found = [_read(path, degree) for path in paths]
    known = [each for each in found if each is not None]
    if len(known) < len(found) or not known:
        return None
    c, s = np.array([each.c for each in known]), np.array([each.s for each in known])
    c[:, :2], s[:, :2] = 0.0, 0.0
    c[:, list(replaced), 0] = 0.0
    lat = np.arange(-90.0, 90.0 + _STEP_DEG / 2, _STEP_DEG)
    square = _square(Coefficients(c, s), lat, weights, ddk)
    through = " without destriping" if destriped else ""
    words = f"one standard deviation: {kind} errors of the files' coefficients through the filter{through}, by latitude"
    return StatedErrors(lat, np.sqrt(square), words)


def _square(sigma: Coefficients, lat: FloatArray, weights: FloatArray | None, ddk: DDK | None) -> FloatArray:
    """Return variances in mm2 [month, lat] of storage from standard deviations [month, degree, order]."""
    degree = sigma.max_degree
    factors = degree_factors(degree)
    if weights is not None:
        factors = factors * weights[: degree + 1]
    blocks = None if ddk is None else ddk.blocks(degree)
    total = np.zeros((len(sigma.c), lat.size))
    for order, functions in enumerate(legendre_by_order(lat, degree)):
        plain = factors[order:, None] * functions
        share = 1.0 if order == 0 else 0.5  # mean of cos2 or sin2 along the parallel
        for part, values in enumerate((sigma.c, sigma.s)[: 1 if order == 0 else 2]):
            seen = plain
            if blocks is not None:
                block = blocks[0 if order == 0 else 2 * order - 1 + part]
                seen = plain.copy()
                seen[-len(block) :] = block.T @ plain[-len(block) :]
            total += share * values[:, order:, order] ** 2 @ seen**2
    return total


def _read(path: Path, degree: int) -> Coefficients | None:
    """Return the standard deviations in a file; None where it has none above degree 2."""
    c, s = np.zeros((2, degree + 1, degree + 1))
    for line in read_text(path).splitlines():
        words = line.split()
        if len(words) <= _S_SIGMA or words[0] not in _KEYS:
            continue
        try:
            row, column = int(words[1]), int(words[2])
            if column <= row <= degree:
                c[row, column], s[row, column] = real(words[_C_SIGMA]), real(words[_S_SIGMA])
        except ValueError:
            return None
    there = np.isfinite(c).all() and np.isfinite(s).all() and bool((c[3:, 0] > 0).all())
    return Coefficients(np.abs(c), np.abs(s)) if there and degree > 2 else None

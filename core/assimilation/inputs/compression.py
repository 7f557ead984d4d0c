"""Leading combinations of the data: what the rest could tell is less than rounding of the likelihood."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from .data_rows import DataRows

_FEW = 12  # points of one kind that are not combined


def compressed(
    rows: DataRows, signal: FloatArray, error: FloatArray, loss: float, whole: tuple[int, ...] = ()
) -> DataRows:
    """Return leading combinations of the data of each time and kind.

    Parameters
    ----------
    rows : DataRows
        One datum a point.
    signal, error : array [point, point]
        Covariances of the points' data at one time, by storage and by errors.
    loss : float
        What all that is left out may change the log-likelihood by, 1/2 sum ln(1 + eigenvalue).
    whole : tuple of int
        Kinds of points whose data stay as they are.
    """
    parts: list[tuple[DataRows, FloatArray | None]] = []
    budget = loss / max(1, np.unique(rows.block).size)
    modes: dict[bytes, FloatArray] = {}
    order = np.lexsort((rows.point, rows.block, rows.source))
    source, block = rows.source[order], rows.block[order]
    starts = np.flatnonzero(np.r_[True, (np.diff(source) != 0) | (np.diff(block) != 0)])
    for number, chosen in enumerate(np.split(order, starts[1:])):
        some = rows.part(chosen)
        if chosen.size <= _FEW or source[starts[number]] in whole:
            parts.append((some, None))
            continue
        key = some.point.tobytes()
        if key not in modes:
            modes[key] = _leading(signal[np.ix_(some.point, some.point)], error[np.ix_(some.point, some.point)], budget)
        parts.append((some, modes[key]))
    return _combined(parts)


def _leading(signal: FloatArray, error: FloatArray, budget: float) -> FloatArray:
    """Return rows [mode, datum] of the eigenvectors of the signal against the error that matter."""
    from scipy import linalg

    values, vectors = linalg.eigh(signal, error, check_finite=False)
    lost = np.cumsum(0.5 * np.log1p(np.maximum(values, 0.0)))
    kept = lost > budget
    kept[-1] = True
    leading: FloatArray = vectors[:, kept].T
    return leading


def _combined(parts: list[tuple[DataRows, FloatArray | None]]) -> DataRows:
    block, source, point, weights, values = [], [], [], [], []
    for some, modes in parts:
        count = some.size if modes is None else modes.shape[0]
        block.append(np.full(count, some.block[0]))
        source.append(np.full(count, some.source[0]))
        point.append(some.point if modes is None else np.full(count, -1))
        weights.append(some.weights if modes is None else modes @ some.weights)
        values.append(some.values if modes is None else modes @ some.values)
    return DataRows(
        np.concatenate(block),
        np.concatenate(weights),
        np.concatenate(values),
        np.concatenate(source),
        np.concatenate(point),
    )

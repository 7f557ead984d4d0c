"""Errors of frames from their contrasts: what cells of one epoch differ by, beyond what storage explains."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ..priors.covariance import DataCovariance
from ..priors.season_aware import SPREAD, Sizes

_MOST = 150  # cells of all frames that are looked at; the cube of their number is the work
_ESTIMATED = ("frame_own_mm", "frame_air_mm", "frame_length_km", "frame_plane_mm")
_EVALUATIONS = 150


def same_time(covariance: DataCovariance, sizes: Sizes) -> tuple[FloatArray, FloatArray]:
    """Return the covariances [point, point] of data of one time by storage and by errors."""
    count = covariance.points.count
    signal, error = np.zeros((count, count)), np.zeros((count, count))
    for term in covariance.terms(sizes):
        if term.place is None:
            continue
        size = getattr(sizes, term.size) if term.size else 1.0
        part = size**2 * term.place
        if term.size in ("fast_mm", "slow_mm", "season_local_mm"):
            signal += part
        else:
            error += part
    if covariance.season:
        # A season's terms have a mean square of one half.
        common = covariance.points.seasonal.sum(axis=2)
        modes = covariance.season_modes(sizes.season_length_km)
        for number in range(common.shape[0]):
            signal += 0.5 * sizes.season_common**2 * np.outer(common[number], common[number])
            signal += 0.5 * sizes.season_field**2 * modes[number] @ modes[number].T
    error += 1e-6 * np.eye(count)
    return signal, error


def frame_errors(covariance: DataCovariance, sizes: Sizes, values: FloatArray) -> Sizes:
    """Return sizes with the frames' errors that make their contrasts most likely.

    Parameters
    ----------
    covariance : DataCovariance
        Of the data.
    sizes : Sizes
        What is believed of them.
    values : array [block, point]
        Observed less predicted; NaN where there is none.
    """
    from scipy import linalg, optimize

    frames = np.flatnonzero(covariance.points.kind >= 0)
    if frames.size < 3:
        return sizes
    chosen = frames[:: -(-frames.size // _MOST)]
    data = values[:, chosen]
    complete = np.isfinite(data)
    # Cells that are mostly there, epochs that have them all.
    usual = complete.mean(axis=0) > 0.5
    chosen, data, complete = chosen[usual], data[:, usual], complete[:, usual]
    epochs = complete.all(axis=1)
    if chosen.size < 3 or epochs.sum() < 10:
        return sizes
    data = data[epochs] - data[epochs].mean(axis=0)
    kind = covariance.points.kind[chosen]
    contrasts = linalg.block_diag(*(linalg.null_space(np.ones((1, (kind == k).sum()))).T for k in np.unique(kind)))
    empirical = (data @ contrasts.T).T @ (data @ contrasts.T) / epochs.sum()
    middle = sizes.logarithms(_ESTIMATED)
    precision = np.log([SPREAD[name] for name in _ESTIMATED]) ** -2.0
    signal = same_time(covariance, sizes)[0][np.ix_(chosen, chosen)]

    def height(place: FloatArray) -> float:
        error = _of_frames(covariance, sizes.changed(_ESTIMATED, place))[np.ix_(chosen, chosen)]
        factor = linalg.cho_factor(contrasts @ (signal + error) @ contrasts.T, lower=True, check_finite=False)
        fit = np.trace(linalg.cho_solve(factor, empirical, check_finite=False))
        determinant = 2 * np.log(np.diagonal(factor[0])).sum()
        return float(0.5 * epochs.sum() * (determinant + fit) + 0.5 * precision @ (place - middle) ** 2)

    options = {"maxfev": _EVALUATIONS, "xatol": 0.02, "fatol": 0.1}
    found = optimize.minimize(height, middle, method="Nelder-Mead", options=options)
    return sizes.changed(_ESTIMATED, found.x)


def _of_frames(covariance: DataCovariance, sizes: Sizes) -> FloatArray:
    total = np.zeros((covariance.points.count,) * 2)
    for term in covariance.frame_terms(sizes):
        if term.place is not None and term.size in _ESTIMATED:
            total += getattr(sizes, term.size) ** 2 * term.place
    return total

"""Least-squares collocation of storage from displacement, with dense matrices.

Storage x of an epoch has the prior N(0, C); the data are d = H x + Z a + e with errors e of covariance R and free
patterns Z of unknown size a. Mean and covariance given the data are

    x = C H' P d,    C - C H' P H C,

with P as in :mod:`.system` (Tarantola 2005, section 3.2; Rasmussen and Williams 2006, section 2.2).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from .system import DataSystem

_ASYMMETRIC = 1e-5  # of the largest value: more than single precision rounds a covariance by


@dataclass(frozen=True)
class Solution:
    """Storage given the data.

    Attributes
    ----------
    mean : array [cell, epoch]
        Storage (mm); NaN at epochs whose data say nothing.
    covariance : array [cell, cell]
        Of its error where all data are present (mm2).
    log_likelihood : array [epoch]
        Restricted to what the free patterns leave; 0 without data.
    resolution : array [cell]
        Diagonal of the averaging kernels A = C H' P H where all data are present; its sum is the number of degrees of
        freedom for signal.
    leave_one_out_residual, leave_one_out_variance : array [datum, epoch]
        Datum less what the others of its epoch predict (mm), and the variance of that difference (mm2); NaN where the
        datum is missing or free patterns take it up.
    chi2 : array [epoch]
        d'P d over the number of data less free patterns, expected 1; NaN where nothing is left.
    free : array [term, epoch]
        Sizes of the free patterns.
    """

    mean: FloatArray
    covariance: FloatArray
    log_likelihood: FloatArray
    resolution: FloatArray
    leave_one_out_residual: FloatArray
    leave_one_out_variance: FloatArray
    chi2: FloatArray
    free: FloatArray


def solve(
    operator: npt.ArrayLike,
    error_covariance: npt.ArrayLike,
    free_patterns: npt.ArrayLike | None,
    prior_covariance: npt.ArrayLike,
    data: npt.ArrayLike,
) -> Solution:
    """Return the storage of cells given data at some epochs.

    Parameters
    ----------
    operator : array [datum, cell]
        mm of the datum per mm of water.
    error_covariance : array [datum, datum]
        mm2, without free patterns.
    free_patterns : array [datum, term]
        Patterns of unknown size; no columns, or None, where there are none.
    prior_covariance : array [cell, cell]
        mm2.
    data : array [datum, epoch]
        mm; NaN where missing. A missing datum leaves the equations of its epoch.

    Returns
    -------
    Solution
        With mean, covariance, likelihood, resolution and leave-one-out.

    Raises
    ------
    InputError
        Where shapes do not fit, values are no numbers, a covariance is not symmetric, or that of the data is not
        positive definite.

    Examples
    --------
    One cell of prior variance 4, seen directly with an error of variance 1: four fifths of the datum are believed.

    >>> made = solve([[1.0]], [[1.0]], None, [[4.0]], [[10.0]])
    >>> float(made.mean[0, 0].round(6)), float(made.covariance[0, 0].round(6)), float(made.resolution[0].round(6))
    (8.0, 0.8, 0.8)
    """
    h, r, z, c, d = _arrays(operator, error_covariance, free_patterns, prior_covariance, data)
    _check(h, r, z, c, d)
    c = (c + c.T) / 2
    loaded = c @ h.T
    signal = h @ loaded
    total = (signal + signal.T) / 2 + (r + r.T) / 2
    whole = DataSystem(total, z)
    gain = loaded @ whole.matrix()
    covariance = c - gain @ loaded.T
    size = (d.shape[1],)
    mean, loo = np.full((c.shape[0], *size), np.nan), np.full(d.shape, np.nan)
    loo_variance, chi2, likelihood = np.full(d.shape, np.nan), np.full(size, np.nan), np.zeros(size)
    sizes = np.full((z.shape[1], *size), np.nan)
    for used, epochs in epochs_by_data(np.isfinite(d)):
        if not used.any():
            continue
        system = whole if used.all() else DataSystem(total[np.ix_(used, used)], z[used])
        values = d[np.ix_(used, epochs)]
        projected = system.project(values)
        residual, variance = system.leave_one_out(projected)
        loo[np.ix_(used, epochs)] = residual
        loo_variance[np.ix_(used, epochs)] = variance[:, np.newaxis]
        likelihood[epochs] = system.log_likelihood(values)
        sizes[:, epochs] = system.pattern_sizes(values, z[used])
        if system.freedom > 0:
            mean[:, epochs] = loaded[:, used] @ projected
            chi2[epochs] = (values * projected).sum(axis=0) / system.freedom
    return Solution(
        mean,
        (covariance + covariance.T) / 2,
        likelihood,
        np.asarray((gain * h.T).sum(axis=1)),
        loo,
        leave_one_out_variance=loo_variance,
        chi2=chi2,
        free=sizes,
    )


def _arrays(
    operator: npt.ArrayLike,
    error_covariance: npt.ArrayLike,
    free_patterns: npt.ArrayLike | None,
    prior_covariance: npt.ArrayLike,
    data: npt.ArrayLike,
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return the five arrays of a problem in double precision."""
    h, r, c = (np.asarray(array, np.float64) for array in (operator, error_covariance, prior_covariance))
    # A masked datum is a missing one, not the number below the mask.
    d = np.ma.filled(np.ma.asarray(data, np.float64), np.nan)
    d = d[:, np.newaxis] if d.ndim == 1 else d
    z = np.zeros((len(h) if h.ndim else 0, 0)) if free_patterns is None else np.asarray(free_patterns, np.float64)
    z = z[:, np.newaxis] if z.ndim == 1 else z
    return h, r, z, c, d


def epochs_by_data(present: BoolArray) -> list[tuple[BoolArray, npt.NDArray[np.intp]]]:
    """Return which data are used [datum], with the epochs that have just these, for each group of epochs.

    In the order of the groups' first epochs, so that nothing depends on how groups are found.

    Parameters
    ----------
    present : bool array [datum, epoch]
        True where there is a value.

    Returns
    -------
    list of (bool array [datum], int array [epoch])
        Every epoch is in one group.
    """
    groups: dict[bytes, list[int]] = {}
    for epoch in range(present.shape[1]):
        groups.setdefault(present[:, epoch].tobytes(), []).append(epoch)
    return [(present[:, epochs[0]].copy(), np.array(epochs, dtype=np.intp)) for epochs in groups.values()]


def explained_contrast(prior: float, posterior: float) -> float:
    """Return which part of the variance of a combination of cells the data explain, 0 to 1: 1 - posterior / prior.

    Parameters
    ----------
    prior, posterior : float
        Variances, mm2.

    Returns
    -------
    float
        NaN without a prior variance.
    """
    return 1.0 - posterior / prior if prior > 0 else float("nan")


def _check(h: FloatArray, r: FloatArray, z: FloatArray, c: FloatArray, d: FloatArray) -> None:
    n, cells = h.shape if h.ndim == 2 else (-1, -1)
    wanted = {
        "operator [datum, cell]": (h, (n, cells)),
        "error_covariance [datum, datum]": (r, (n, n)),
        "free_patterns [datum, term]": (z, (n, z.shape[-1] if z.ndim else 0)),
        "prior_covariance [cell, cell]": (c, (cells, cells)),
        "data [datum, epoch]": (d, (n, d.shape[-1] if d.ndim else 0)),
    }
    if h.ndim != 2:
        raise InputError(f"operator [datum, cell] has the shape {h.shape}; it needs two dimensions.")
    for name, (array, shape) in wanted.items():
        if array.shape != shape:
            raise InputError(f"{name} has the shape {array.shape}; {shape} is needed for this operator.")
        if array is not d and not np.all(np.isfinite(array)):
            raise InputError(f"{name} has values that are no numbers (NaN or infinite).")
    if np.isinf(d).any():
        raise InputError("data [datum, epoch] has infinite values: missing data are NaN.")
    for name in ("error_covariance [datum, datum]", "prior_covariance [cell, cell]"):
        array = wanted[name][0]
        if array.size and np.abs(array - array.T).max() > _ASYMMETRIC * np.abs(array).max():
            raise InputError(f"{name} is not symmetric: it is no covariance.")
        if array.size and np.diag(array).min() < 0:
            raise InputError(f"{name} has variances below 0 on its diagonal: it is no covariance.")

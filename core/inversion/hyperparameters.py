"""Size and scales of the prior, and sizes of the errors, by restricted marginal likelihood (ABIC).

For each of some lengths the other hyperparameters are found by a simplex under weak hyperpriors; results are averaged
over the lengths with the weights that likelihood and hyperprior give them. Length and size trade off, so that one
length alone would be taken for better known than it is (Akaike 1980; Yabuki and Matsu'ura 1992).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import MissingPackageError
from ..work.progress import Progress, stop_if_cancelled
from .collocation import epochs_by_data
from .covariance import Prior, RowKernel
from .data import InversionData
from .data_errors import DataErrors
from .domain import Domain
from .options import StorageInversionOptions
from .point_constants import EpochGroup, find_constants, log_likelihood
from .system import LOG_2_PI, DataSystem

LENGTHS_KM = np.geomspace(60.0, 900.0, 8)
# Hyperpriors, log-normal: middle, and the factor of one standard deviation.
STD_MM, COMMON_MM, LENGTH_KM, ROUGH_LENGTH_KM = (60.0, 1.6), (80.0, 2.2), (200.0, 1.8), (300.0, 1.8)
FACTOR = (1.0, 2.0)
FACTOR_BOUNDS = (0.25, 4.0)
NEGLIGIBLE_WEIGHT = 0.02

_MOST_STATIONS = 800
_MOST_DATA = 400  # thinned data are enough for the hyperparameters
_MOST_WORK = 4e8  # cubes of the numbers of data in all groups of epochs: half a second a likelihood
_CELLS = (1500, 6000)  # from which on cells are merged 2 x 2 and 3 x 3
_RESTARTS = 4
_TOLERANCE = 0.02  # of the logarithms


@dataclass(frozen=True)
class Hyper:
    """Hyperparameters at one length.

    Attributes
    ----------
    prior : Prior
        Of storage.
    factors : array [kind]
        On the errors' standard deviations.
    log_likelihood, log_posterior : float
        Restricted likelihood, and with the hyperpriors.
    weight : float
        Among the lengths; they sum up to 1.
    """

    prior: Prior
    factors: FloatArray
    log_likelihood: float
    log_posterior: float
    weight: float = 1.0


def centre(options: StorageInversionOptions) -> Prior:
    """Return the prior at the middle of the hyperpriors, with what the user chose.

    Parameters
    ----------
    options : StorageInversionOptions
        Choices.

    Returns
    -------
    Prior
        In mm and km.
    """
    length = ROUGH_LENGTH_KM[0] if options.smoothness == 0.5 else LENGTH_KM[0]
    return Prior(
        options.prior_error_mm or STD_MM[0],
        options.prior_length_km or length,
        options.common_error_mm or COMMON_MM[0],
        options.smoothness,
    )


class Evidence:
    """Likelihood of hyperparameters.

    Parameters
    ----------
    data : InversionData
        Thinned where they are many: frames by cells, epochs by groups with the same data.
    domain : Domain
        Cells, which are merged 2 x 2 or 3 x 3 where they are many.
    constants : bool
        One free constant for each datum.
    """

    def __init__(self, data: InversionData, domain: Domain, constants: bool) -> None:
        chosen = _thinned(data)
        self.chosen: IntArray = chosen
        self.errors: DataErrors = data.errors.thinned(chosen)
        self._free, self._constants = data.free[chosen], constants
        self._values, self._groups = _fewer_epochs(data.values[chosen], constants)
        n_cells = int(domain.land.sum())
        merge = 1 + sum(n_cells > limit for limit in _CELLS)
        part = data.operator if chosen.size == data.n_data else data.operator[chosen]
        fields, latitude = merged(part, domain.row_latitudes, merge)
        self._fields = fields.astype(np.float64)
        self._kernel = RowKernel(latitude, domain.step * merge, fields.shape[2])
        self._flat = self._fields.sum(axis=(1, 2))

    def signal(self, length_km: float, smoothness: float) -> Callable[[float, float], FloatArray]:
        """Return what makes H C H' [datum, datum] of the sizes s and c at a length."""
        unit = Prior(1.0, length_km, 0.0, smoothness)
        covaried = self._kernel.apply(self._kernel.spectrum(unit.of_chord), self._fields)
        size = self._fields.shape[0]
        shape = covaried.reshape(size, -1) @ self._fields.reshape(size, -1).T
        shape = (shape + shape.T) / 2
        common = np.outer(self._flat, self._flat)
        return lambda std, level: std**2 * shape + level**2 * common

    def log_likelihood(self, signal: FloatArray, factors: FloatArray | None = None) -> float:
        """Return the restricted log-likelihood of all epochs for a noise-free covariance [datum, datum]."""
        total = signal + self.errors.covariance(factors)
        groups = []
        for used, epochs in self._groups:
            place = np.ix_(used, used)
            groups.append(EpochGroup(DataSystem(total[place], self._free[used]), used, epochs))
        if not self._constants:
            return log_likelihood(groups, self._values, None)
        if len(groups) == 1:
            return _complete(groups[0], self._values)
        return log_likelihood(groups, self._values, find_constants(groups, self._values))


def _complete(group: EpochGroup, values: FloatArray) -> float:
    """Return the likelihood with constants where all epochs have the same data: one epoch less, about the mean."""
    rest = values[np.ix_(group.used, group.epochs)]
    rest = rest - rest.mean(axis=1, keepdims=True)
    count = group.epochs.size - 1
    system = group.system
    return -0.5 * (count * (system.freedom * LOG_2_PI + system.log_determinant) + float(system.square(rest).sum()))


def estimate(
    evidence: Evidence, options: StorageInversionOptions, common_fixed: bool, progress: Progress
) -> list[Hyper]:
    """Return the hyperparameters at each length, with weights.

    Parameters
    ----------
    evidence : Evidence
        Of the data.
    options : StorageInversionOptions
        What is chosen is not estimated.
    common_fixed : bool
        Keep the common error at its hyperprior: the data cannot tell the mean.
    progress : Progress
        Of the caller.
    """
    lengths = LENGTHS_KM if options.prior_length_km is None else np.array([options.prior_length_km])
    start: FloatArray | None = None
    found = []
    for number, length in enumerate(lengths):
        stop_if_cancelled(progress)
        hyper, start = _at_length(evidence, float(length), options, common_fixed, start)
        found.append(hyper)
        progress.report(0.25 + 0.25 * (number + 1) / lengths.size, "Likelihood of the prior's scales")
    best = max(hyper.log_posterior for hyper in found)
    weights = np.array([math.exp(hyper.log_posterior - best) for hyper in found])
    weights /= weights.sum()
    return [
        Hyper(h.prior, h.factors, h.log_likelihood, h.log_posterior, float(weight)) for h, weight in zip(found, weights)
    ]


def _at_length(
    evidence: Evidence, length: float, options: StorageInversionOptions, common_fixed: bool, start: FloatArray | None
) -> tuple[Hyper, FloatArray]:
    """Return the hyperparameters of highest posterior at a length, and where the simplex ended."""
    middle = centre(options)
    n_kinds = len(evidence.errors.kinds)
    used = sorted({*evidence.errors.own_kind.tolist(), *(k for k in evidence.errors.shared_kind.tolist() if k >= 0)})
    kinds = used if options.estimate_errors else []
    signal = evidence.signal(length, options.smoothness)
    free = [options.prior_error_mm is None, options.common_error_mm is None and not common_fixed]
    widths = [math.log(width) for width, one in zip((STD_MM[1], COMMON_MM[1]), free) if one]
    widths += [math.log(FACTOR[1])] * len(kinds)
    width = np.array(widths)

    def unpack(x: FloatArray) -> tuple[float, float, FloatArray]:
        values = iter(np.exp(x).tolist())  # Python's numbers: QGIS shows NumPy's as empty
        std = middle.std_mm * (next(values) if free[0] else 1.0)
        common = middle.common_mm * (next(values) if free[1] else 1.0)
        factors = np.ones(n_kinds)
        factors[kinds] = np.clip(list(values), *FACTOR_BOUNDS)
        return std, common, factors

    def likelihood(x: FloatArray) -> float:
        std, common, factors = unpack(x)
        return evidence.log_likelihood(signal(std, common), factors)

    def cost(x: FloatArray) -> float:
        if np.abs(x).max(initial=0.0) > 6:  # a factor of 400: no size of storage
            return 1e30
        return -likelihood(x) + 0.5 * float(((x / width) ** 2).sum())

    x = np.zeros(width.size) if start is None else start
    if width.size:
        x = _minimum(cost, x)
    scale = ROUGH_LENGTH_KM if options.smoothness == 0.5 else LENGTH_KM
    of_length = 0.5 * (math.log(length / scale[0]) / math.log(scale[1])) ** 2
    std, common, factors = unpack(x)
    prior = Prior(std, length, common, options.smoothness)
    return Hyper(prior, factors, likelihood(x), -cost(x) - of_length), x


def _minimum(cost: Callable[[FloatArray], float], start: FloatArray) -> FloatArray:
    try:
        from scipy.optimize import minimize
    except ImportError:
        raise MissingPackageError("scipy") from None
    x, value = start, math.inf
    # A simplex of several dimensions may collapse above the bottom: it is set up anew until that helps no more.
    for _ in range(1 if start.size < 3 else _RESTARTS):
        simplex = np.concatenate([[x], x + 0.4 * np.eye(x.size)])
        options = {"xatol": _TOLERANCE, "fatol": _TOLERANCE, "maxfev": 60 * x.size, "initial_simplex": simplex}
        found = minimize(cost, x, method="Nelder-Mead", options=options)
        gained, x, value = value - float(found.fun), np.asarray(found.x), float(found.fun)
        if gained < 0.1:
            break
    return x


def merged(fields: FloatArray, latitude: FloatArray, merge: int) -> tuple[FloatArray, FloatArray]:
    """Return sums over `merge` x `merge` cells [field, row, column], and the latitudes of the merged rows.

    Parameters
    ----------
    fields : array [field, row, column]
        On the window.
    latitude : array [row]
        Of the rows, in degrees.
    merge : int
        Cells to a side.

    Returns
    -------
    (array [field, row, column], array [row])
        Smaller by `merge` in both directions.
    """
    if merge == 1:
        return fields, latitude
    rows, columns = (-(-size // merge) for size in fields.shape[1:])
    sums = np.zeros((fields.shape[0], rows, columns), fields.dtype)
    for up in range(merge):
        for across in range(merge):
            part = fields[:, up::merge, across::merge]
            sums[:, : part.shape[1], : part.shape[2]] += part
    step = latitude[-1] - latitude[-2] if latitude.size > 1 else 0.0
    longer = np.concatenate([latitude, latitude[-1] + step * np.arange(1, rows * merge - latitude.size + 1)])
    return sums, longer.reshape(rows, merge).mean(axis=1)


def _thinned(data: InversionData) -> IntArray:
    """Return stations and rows of GRACE, evenly chosen where they are many, and every so manieth cell of the frames."""
    cells = data.rows.size
    others = np.arange(cells, data.n_data)
    if others.size > _MOST_STATIONS:
        others = others[np.unique(np.linspace(0, others.size - 1, _MOST_STATIONS).astype(int))]
    share = max(1, -(-cells // max(1, _MOST_DATA - others.size)))
    return np.concatenate([np.arange(0, cells, share), others])


def _fewer_epochs(values: FloatArray, constants: bool) -> tuple[FloatArray, list[tuple[BoolArray, IntArray]]]:
    """Return values and groups of epochs with the same data, evenly chosen where they are many."""
    seen = np.isfinite(values).any(axis=0)
    groups: list[tuple[BoolArray, IntArray]] = [
        (used, epochs) for used, epochs in epochs_by_data(np.isfinite(values)) if seen[epochs[0]]
    ]
    work = np.cumsum([float(used.sum()) ** 3 * (3 if constants else 1) for used, _ in groups])
    if work.size and work[-1] > _MOST_WORK:
        count = max(2, int(len(groups) * _MOST_WORK / work[-1]))
        groups = [groups[k] for k in np.unique(np.linspace(0, len(groups) - 1, count).astype(int))]
    return values, groups

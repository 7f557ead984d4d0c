"""95 % intervals of R, ubRMSD and skill that hold the truth as often as they say, for short seasonal series too.

A month is no independent sample: storage and its errors last, and both have a season, which repeats and is no chance
at all. So a series is a season (a mean, or a mean and an annual cycle) and a first-order autoregressive rest. How
strongly the rest lasts cannot be known well from 13 or 26 months. A bank of simulated rests of every memory, sampled in
the very months of the series, tells which memories give a lag-1 correlation like the one found, and how far the
standard deviation of such a series lies from that of its process (approximate Bayesian computation, Beaumont et al.,
2002).

R and skill are ratios of standard deviations too: with u and v the two series over their standard deviations, u + v and
u - v are uncorrelated, and R = tanh(log(sd(u + v) / sd(u - v))), which is Fisher's z (Pitman, 1939). That they are so
by construction takes from each what it shares with the other by chance (a part of its season, for instance): simulated
rests lose it likewise. Where it is not clear whether a season is there, the interval is that of both answers.

References
----------
Pitman, E. J. G. (1939), A note on normal correlation, Biometrika 31. Beaumont, M. A., et al. (2002), Approximate
Bayesian computation in population genetics, Genetics 162.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from . import metrics
from .significance import CONFIDENCE, Interval

MIN_MONTHS = 8
"""With fewer there is no interval: the memory of a series cannot be estimated at all."""
_SIMULATIONS, _ACCEPTED = 6000, 400
_LEAST_MEMORY, _LARGEST_MEMORY = -0.3, 0.97
_SURE, _UNLIKELY = 0.0025, 0.4  # p of a season by chance: below it is taken as there, above as not there
_WIDER_SKILL, _WIDER_UBRMSD = 1.3, 0.3
"""Intervals of skill and ubRMSD are 1 + 1.3 / sqrt(n) and 1 + 0.3 / sqrt(n) times wider in log with n months, without
which they hold the truth too seldom where few months have errors that last (make bench-grace)."""
_SEED = 20261201
_MONTHS_PER_YEAR = 12.0
_MEAN, _ANNUAL, _SEASONAL = 0, 1, 2
_TAIL = 100 * (1 - CONFIDENCE) / 2


@dataclass(frozen=True)
class _Draws:
    """What could be behind a series.

    Attributes
    ----------
    sample : array [draw, month]
        The series as it could have come out.
    beside : array [draw, month]
        The same, uncorrelated with the series beside it as the one in question is.
    variance : array [draw]
        Of the process that its rest is of.
    season : array [draw, month]
        The season behind it.
    """

    sample: FloatArray
    beside: FloatArray
    variance: FloatArray
    season: FloatArray

    @property
    def total(self) -> FloatArray:
        """Variance of process and season [draw]."""
        return np.asarray(self.variance + np.mean(self.season**2, axis=1))


@dataclass(frozen=True)
class _Seen:
    """Simulated rests as they look beside another series.

    Attributes
    ----------
    way : array [month]
        The other series, of length 1.
    taken : array [simulation]
        How much of it each lost.
    lag, left : dict of array [simulation]
        Lag-1 correlation and variance after mean or season were taken off, by kind of season.
    """

    way: FloatArray
    taken: FloatArray
    lag: dict[int, FloatArray]
    left: dict[int, FloatArray]


class _Bank:
    """Simulated rests in the months of a series.

    Parameters
    ----------
    months : array [month]
        GRACE months, rising.
    """

    def __init__(self, months: IntArray) -> None:
        rng = np.random.default_rng(_SEED)
        place = months - months[0]
        # Jeffreys' prior of a first-order autoregression, 1 / sqrt(1 - memory^2), between the two ends.
        memory = np.sin(rng.uniform(np.arcsin(_LEAST_MEMORY), np.arcsin(_LARGEST_MEMORY), _SIMULATIONS))
        self._follows = np.diff(months) == 1
        self._rests = _autoregressive(rng, memory, int(place[-1]) + 1)[:, place]
        self._bases = {kind: _basis(place.astype(np.float64), kind) for kind in (_MEAN, _ANNUAL, _SEASONAL)}
        self._after = {kind: self._rests - (self._rests @ basis) @ basis.T for kind, basis in self._bases.items()}
        self._squares = {kind: np.sum(rest * rest, axis=1) for kind, rest in self._after.items()}
        self._products = {kind: self._next(rest, rest) for kind, rest in self._after.items()}
        self._plain = self.seen_beside(np.zeros(months.size), 0.0)

    def seen_beside(self, other: FloatArray, share: float) -> _Seen:
        """Return the simulations as they look beside another series.

        Parameters
        ----------
        other : array [month]
            Series that the one in question is uncorrelated with by construction; zeros for none.
        share : float
            What part of what they have in common by chance this takes from the one in question.
        """
        centred = other - other.mean()
        length = float(np.linalg.norm(centred))
        way = centred / length if length > 0 else centred
        taken = share * (self._rests @ way)
        lag, left = {}, {}
        for kind, basis in self._bases.items():
            # Of rest - taken * part, without making it: what is left has squares and products in closed form.
            part, rest = way - basis @ (basis.T @ way), self._after[kind]
            squares = self._squares[kind] - 2 * taken * (rest @ part) + taken**2 * (part @ part)
            crossed = rest[:, 1:] @ (part[:-1] * self._follows) + rest[:, :-1] @ (part[1:] * self._follows)
            products = self._products[kind] - taken * crossed + taken**2 * self._next(part, part)
            lag[kind] = np.where(squares > 0, products / np.where(squares > 0, squares, 1.0), 0.0)
            left[kind] = np.maximum(squares, 0.0) / way.size
        return _Seen(way, taken, lag, left)

    def _next(self, first: FloatArray, second: FloatArray) -> FloatArray:
        return np.asarray(np.sum(first[..., 1:] * second[..., :-1] * self._follows, axis=-1))

    def _lag_one(self, rest: FloatArray) -> FloatArray:
        squares = np.sum(rest * rest, axis=-1)
        products = self._next(rest, rest)
        return np.asarray(np.where(squares > 0, products / np.where(squares > 0, squares, 1.0), 0.0))

    def _alike(self, rest: FloatArray, kind: int, seen: _Seen) -> IntArray:
        """Return the simulations whose rest has a lag-1 correlation like the one given."""
        distance = np.abs(seen.lag[kind] - self._lag_one(rest))
        return np.argpartition(distance, _ACCEPTED)[:_ACCEPTED]

    def kinds(self, series: FloatArray, seen: _Seen | None = None) -> tuple[int, ...]:
        """Return whether a series has an annual cycle: yes, no, or both where the data do not decide."""
        seen = self._plain if seen is None else seen
        left = {}
        for kind in (_MEAN, _ANNUAL):
            basis = self._bases[kind]
            rest = series - basis @ (basis.T @ series)
            left[kind] = rest
        whole = float(left[_MEAN] @ left[_MEAN])
        if whole == 0:
            return (_MEAN,)
        share = 1 - float(left[_ANNUAL] @ left[_ANNUAL]) / whole
        alike = self._alike(left[_ANNUAL], _ANNUAL, seen)
        by_chance = float(np.mean(1 - seen.left[_ANNUAL][alike] / seen.left[_MEAN][alike] >= share))
        if by_chance < _SURE:
            return (_ANNUAL,)
        return (_MEAN,) if by_chance > _UNLIKELY else (_MEAN, _ANNUAL)

    def draws(self, series: FloatArray, kind: int, seen: _Seen | None = None) -> _Draws:
        """Return what could be behind a series that has a season or not."""
        seen = self._plain if seen is None else seen
        basis = self._bases[kind]
        fitted = basis @ (basis.T @ series)
        rest = series - fitted
        chosen = self._alike(rest, kind, seen)
        variance = float(rest @ rest) / rest.size / seen.left[kind][chosen]
        noise = self._rests[chosen] * np.sqrt(variance)[:, None]
        beside = noise - np.outer(seen.taken[chosen] * np.sqrt(variance), seen.way)
        if kind == _MEAN:
            return _Draws(noise, beside, variance, np.zeros_like(noise))
        by_noise = (beside @ basis) @ basis.T
        season = (fitted - fitted.mean()) - (by_noise - by_noise.mean(axis=1, keepdims=True))
        return _Draws(noise + season, beside + season, variance, season)


@functools.lru_cache(maxsize=3)
def _bank(months: tuple[int, ...]) -> _Bank:
    return _Bank(np.array(months, dtype=np.int64))


def _autoregressive(rng: np.random.Generator, memory: FloatArray, size: int) -> FloatArray:
    """Return series [series, month] of variance 1 with a correlation `memory` [series] from month to month."""
    shocks = rng.standard_normal((memory.size, size))
    fresh = np.sqrt(1 - memory**2)
    for month in range(1, size):
        shocks[:, month] = memory * shocks[:, month - 1] + fresh * shocks[:, month]
    return shocks


def _basis(months: FloatArray, kind: int) -> FloatArray:
    """Return orthonormal columns [month, term] of the mean, the annual cycle, or trend and both cycles."""
    angle = 2 * np.pi * months / _MONTHS_PER_YEAR
    columns = [np.ones_like(months)]
    if kind >= _ANNUAL:
        columns += [np.cos(angle), np.sin(angle)]
    if kind == _SEASONAL:
        columns += [months - months.mean(), np.cos(2 * angle), np.sin(2 * angle)]
    return np.asarray(np.linalg.qr(np.stack(columns, axis=1))[0])


def _ready(series: tuple[npt.ArrayLike, ...], months: npt.ArrayLike) -> tuple[list[FloatArray], IntArray] | None:
    """Return the series in the months that all have; None where these are too few."""
    given = [np.asarray(each, dtype=np.float64) for each in series]
    there = np.isfinite(given).all(axis=0)
    number = np.asarray(months, dtype=np.int64)[there]
    if number.size < MIN_MONTHS:
        return None
    order = np.argsort(number, kind="stable")
    if np.any(np.diff(number[order]) <= 0):
        return None
    return [each[there][order] for each in given], number[order]


def _ends(values: list[FloatArray]) -> tuple[float, float]:
    """Return the lowest and highest percentile of several answers."""
    ends = np.array([np.percentile(each, [_TAIL, 100 - _TAIL]) for each in values])
    return float(ends[:, 0].min()), float(ends[:, 1].max())


def ubrmsd_interval(estimate: npt.ArrayLike, reference: npt.ArrayLike, months: npt.ArrayLike) -> Interval:
    """Return ubRMSD with its 95 % interval, from the memory and season of the difference itself.

    Parameters
    ----------
    estimate, reference : array [month]
        Series; NaN = missing.
    months : array [month]
        GRACE months.

    Returns
    -------
    Interval
        In the unit of the series; without ends where there are fewer than :data:`MIN_MONTHS` months.
    """
    value = float(metrics.ubrmsd(estimate, reference))
    ready = _ready((estimate, reference), months)
    if ready is None or not np.isfinite(value):
        return Interval(value, np.nan, np.nan)
    if value == 0:
        return Interval(0.0, 0.0, 0.0)
    (x, y), number = ready
    bank, difference = _bank(tuple(number.tolist())), x - y
    found = []
    for kind in bank.kinds(difference):
        draws = bank.draws(difference, kind)
        found.append(0.5 * np.log(draws.total) - np.log(draws.sample.std(axis=1)))
    low, high = (end * (1 + _WIDER_UBRMSD / np.sqrt(number.size)) for end in _ends(found))
    return Interval(value, float(value * np.exp(low)), float(value * np.exp(high)))


def correlation_interval(estimate: npt.ArrayLike, reference: npt.ArrayLike, months: npt.ArrayLike) -> Interval:
    """Return R with its 95 % interval (see the module).

    Parameters
    ----------
    estimate, reference : array [month]
        Series; NaN = missing.
    months : array [month]
        GRACE months.

    Returns
    -------
    Interval
        Without ends where there are fewer than :data:`MIN_MONTHS` months.
    """
    return _r_interval(estimate, reference, months, None)


def deseasonalised_interval(estimate: npt.ArrayLike, reference: npt.ArrayLike, months: npt.ArrayLike) -> Interval:
    """Return R of two series after trend, annual and semi-annual cycle were taken off each, with its 95 % interval.

    Parameters
    ----------
    estimate, reference : array [month]
        Series as they are; NaN = missing.
    months : array [month]
        GRACE months.

    Returns
    -------
    Interval
        Undefined where there are fewer than :data:`MIN_MONTHS` months.
    """
    ready = _ready((estimate, reference), months)
    if ready is None:
        return Interval(np.nan, np.nan, np.nan)
    (x, y), number = ready
    basis = _basis(number.astype(np.float64), _SEASONAL)
    return _r_interval(x - basis @ (basis.T @ x), y - basis @ (basis.T @ y), number, _SEASONAL)


def _r_interval(estimate: npt.ArrayLike, reference: npt.ArrayLike, months: npt.ArrayLike, kind: int | None) -> Interval:
    """Return R with its interval; `kind`: what was taken off both series already, None for nothing."""
    r = float(metrics.correlation(estimate, reference))
    ready = _ready((estimate, reference), months)
    if ready is None or not np.isfinite(r):
        return Interval(r, np.nan, np.nan)
    if abs(r) >= 1 - 1e-12:
        return Interval(r, r, r)
    bank = _bank(tuple(ready[1].tolist()))
    total, difference = _sum_and_difference(*ready[0])
    logs = []
    for series, seen in zip((total, difference), _beside(bank, total, difference)):
        kinds = bank.kinds(series, seen) if kind is None else (kind,)
        logs.append([_log_ratio(bank, series, each, seen, kind) for each in kinds])
    found = [first - np.roll(second, 7) for first in logs[0] for second in logs[1]]
    low, high = _ends([np.concatenate(found)])
    return Interval(r, float(np.tanh(low)), float(np.tanh(high)))


def _beside(bank: _Bank, total: FloatArray, difference: FloatArray) -> tuple[_Seen, _Seen]:
    """Return the simulations as sum and difference look: uncorrelated by construction, the smaller by more."""
    first, second = float(total @ total), float(difference @ difference)
    return (
        bank.seen_beside(difference, second / (first + second)),
        bank.seen_beside(total, first / (first + second)),
    )


def _log_ratio(bank: _Bank, series: FloatArray, kind: int, seen: _Seen, removed: int | None) -> FloatArray:
    """Return draws of the logarithm of the standard deviation behind a series."""
    draws = bank.draws(series, kind, seen)
    if removed is not None:
        return np.asarray(0.5 * np.log(draws.variance))
    return np.asarray(np.log(series.std()) + 0.5 * np.log(draws.total) - np.log(draws.beside.std(axis=1)))


def _sum_and_difference(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    u, v = (x - x.mean()) / x.std(), (y - y.mean()) / y.std()
    return u + v, u - v


def skill(
    estimate: npt.ArrayLike, open_loop: npt.ArrayLike, reference: npt.ArrayLike, months: npt.ArrayLike
) -> Interval:
    """Return 1 - ubRMSD / ubRMSD of the open loop with its 95 % interval, from the errors of both together.

    Parameters
    ----------
    estimate, open_loop, reference : array [month]
        Series; NaN = missing.
    months : array [month]
        GRACE months.

    Returns
    -------
    Interval
        What both errors share does not widen it. Undefined where the open loop has no error.
    """
    ready = _ready((estimate, open_loop, reference), months)
    first, second = (np.asarray(each, dtype=np.float64) - np.asarray(reference) for each in (estimate, open_loop))
    there = np.isfinite(first) & np.isfinite(second)
    if there.sum() < metrics.MIN_SAMPLES or second[there].std() == 0:
        return Interval(np.nan, np.nan, np.nan)
    value = 1 - float(first[there].std() / second[there].std())
    if ready is None:
        return Interval(value, np.nan, np.nan)
    (x, z, y), number = ready
    total, difference = _sum_and_difference(x - y, z - y) if (x - y).std() > 0 else (z - y, z - y)
    if (x - y).std() == 0 or difference.std() < 1e-12:
        return Interval(value, value, value)
    bank = _bank(tuple(number.tolist()))
    of_sum, of_difference = _beside(bank, total, difference)
    found = []
    for first_kind in bank.kinds(total, of_sum):
        for second_kind in bank.kinds(difference, of_difference):
            a = bank.draws(total, first_kind, of_sum)
            found.append(_log_quotient(a, bank.draws(difference, second_kind, of_difference)))
    low, high = (end * (1 + _WIDER_SKILL / np.sqrt(number.size)) for end in _ends(found))
    ratio = 1 - value
    return Interval(value, float(1 - ratio * np.exp(-low)), float(1 - ratio * np.exp(-high))).sorted()


def _log_quotient(total: _Draws, difference: _Draws) -> FloatArray:
    """Return draws of how far log(sd1 / sd2) of two errors lies from that of their processes."""
    other, season, variance = (
        np.roll(each, 7, axis=0) for each in (difference.sample, difference.season, difference.variance)
    )
    noise = total.variance + variance
    sample = np.log((total.sample + other).std(axis=1)) - np.log((total.sample - other).std(axis=1))
    first = noise + np.mean((total.season + season) ** 2, axis=1)
    second = noise + np.mean((total.season - season) ** 2, axis=1)
    return np.asarray(sample - 0.5 * np.log(first / second))

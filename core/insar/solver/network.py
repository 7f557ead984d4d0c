"""The network that interferograms (pairs of dates) form: loops, connected parts, what a choice of pairs leaves."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray, IntArray
from ...dates import compact


@dataclass(frozen=True)
class Network:
    """Pairs of acquisitions.

    Attributes
    ----------
    dates_days : array [date]
        Dates that occur in a pair, ascending, in days since 2000-01-01.
    pairs : array [pair, 2]
        Index into `dates_days` of the earlier and the later date of every pair.
    reference_days, secondary_days : array [pair]
        The same as days since 2000-01-01.
    baselines : array [pair]
        Perpendicular baseline in m; NaN where unknown.
    """

    dates_days: FloatArray
    pairs: IntArray
    reference_days: FloatArray
    secondary_days: FloatArray
    baselines: FloatArray

    @property
    def n_pairs(self) -> int:
        """How many pairs."""
        return len(self.pairs)

    @property
    def n_dates(self) -> int:
        """How many dates."""
        return int(self.dates_days.size)

    @property
    def names(self) -> list[str]:
        """``YYYYMMDD_YYYYMMDD`` of every pair."""
        return [f"{compact(a)}_{compact(b)}" for a, b in zip(self.reference_days, self.secondary_days)]

    def subset(self, keep: npt.ArrayLike) -> Network:
        """Return the network of the pairs where `keep` [pair] is True; dates without a pair drop out."""
        chosen = np.asarray(keep, dtype=bool)
        return network_of(self.reference_days[chosen], self.secondary_days[chosen], self.baselines[chosen])

    def parts(self) -> IntArray:
        """Return the connected part that each date belongs to [date], numbered by its first date from 0."""
        return connected_parts(self.pairs, self.n_dates)

    def walk_variance(self) -> float:
        """Return the mean variance of a date's displacement for interferograms that err on their own by 1.

        About the mean of the date's connected part: the trace of the normal matrix' pseudo-inverse over the number of
        dates.

        Examples
        --------
        Two dates of one interferogram lie half of its error from their mean.

        >>> round(network_of([0.0], [12.0]).walk_variance(), 6)
        0.25
        """
        normal = np.zeros((self.n_dates, self.n_dates))
        first, second = self.pairs.T
        for one, other, sign in ((first, first, 1), (second, second, 1), (first, second, -1), (second, first, -1)):
            np.add.at(normal, (one, other), sign)
        return float(np.trace(np.linalg.pinv(normal, hermitian=True)) / self.n_dates)

    def date_baselines(self) -> FloatArray:
        """Return each date's perpendicular baseline in m [date], 0 at the first date with any.

        Least squares over the pairs whose baseline is known; NaN for dates that none of them reaches. In every
        connected part of these pairs the first date is at 0.
        """
        known = np.isfinite(self.baselines)
        result = np.full(self.n_dates, np.nan)
        pairs = self.pairs[known]
        if not len(pairs):
            return result
        design = np.zeros((len(pairs), self.n_dates))
        rows = np.arange(len(pairs))
        design[rows, pairs[:, 1]] = 1.0
        design[rows, pairs[:, 0]] = -1.0
        solution = np.linalg.lstsq(design, self.baselines[known], rcond=None)[0]
        labels = connected_parts(pairs, self.n_dates)
        for label in np.unique(labels[pairs.ravel()]):
            members = labels == label
            result[members] = solution[members] - solution[members][0]
        return result


def network_of(
    reference_days: npt.ArrayLike, secondary_days: npt.ArrayLike, baselines: npt.ArrayLike | None = None
) -> Network:
    """Return the network of pairs given by their two dates [pair] and perpendicular baselines [pair] in m."""
    first = np.asarray(reference_days, dtype=np.float64)
    second = np.asarray(secondary_days, dtype=np.float64)
    dates, index = np.unique(np.concatenate([first, second]), return_inverse=True)
    pairs = index.reshape(2, -1).T.astype(np.intp)
    known = np.full(first.size, np.nan) if baselines is None else np.asarray(baselines, dtype=np.float64)
    return Network(dates, pairs, first, second, known)


def connected_parts(pairs: IntArray, n_dates: int) -> IntArray:
    """Return the number of the connected part [date], counted by first date from 0, of `pairs` [pair, 2]."""
    parent = list(range(n_dates))

    def root(date: int) -> int:
        while parent[date] != date:
            parent[date] = parent[parent[date]]
            date = parent[date]
        return date

    for first, second in np.asarray(pairs).tolist():
        a, b = root(first), root(second)
        parent[max(a, b)] = min(a, b)
    roots = np.array([root(date) for date in range(n_dates)], dtype=np.intp)
    return np.asarray(np.unique(roots, return_inverse=True)[1].reshape(-1), dtype=np.intp)


def triplets(pairs: IntArray) -> IntArray:
    """Return all loops of three pairs [loop, 3]: indices of the pairs 1-2, 2-3 and 1-3.

    The phase of such a loop, ``phase[12] + phase[23] - phase[13]``, vanishes but for noise, multilooking effects
    and unwrapping errors. Loops are in the order of their dates. A pair that occurs twice is in loops twice.
    """
    index: dict[tuple[int, int], list[int]] = {}
    for number, (first, second) in enumerate(np.asarray(pairs).tolist()):
        index.setdefault((first, second), []).append(number)
    later: dict[int, list[int]] = {}
    for first, second in sorted(index):
        later.setdefault(first, []).append(second)
    loops = [
        loop
        for first in sorted(later)
        for second in later[first]
        for third in later.get(second, [])
        for loop in product(index[first, second], index[second, third], index.get((first, third), []))
    ]
    return np.array(loops, dtype=np.intp).reshape(-1, 3)


def losses(network: Network, used: BoolArray) -> tuple[list[str], list[str]]:
    """Return what is lost when only the pairs where `used` [pair] is True remain.

    Returns
    -------
    dates : list of str
        ``YYYYMMDD`` of dates that no remaining pair reaches.
    cuts : list of str
        For every new cut, ``YYYYMMDD-YYYYMMDD | YYYYMMDD-YYYYMMDD``: first and last date of the connected part
        before it and of the one after it. Cuts that the whole network has already are not listed.
    """
    remaining = network.subset(used)
    dates = [compact(day) for day in network.dates_days if day not in set(remaining.dates_days.tolist())]
    before = dict(zip(network.dates_days.tolist(), network.parts().tolist()))
    now = remaining.parts()
    spans = []
    for label in range(int(now.max(initial=-1)) + 1):
        days = remaining.dates_days[now == label]
        spans.append((before[float(days[0])], f"{compact(days[0])}-{compact(days[-1])}"))
    cuts: list[str] = []
    for number, (part, span) in enumerate(spans):
        earlier = [other for whole, other in spans[:number] if whole == part]
        if earlier:
            cuts.append(f"{earlier[-1]} | {span}")
    return dates, cuts

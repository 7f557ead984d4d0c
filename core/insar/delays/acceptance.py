"""Which tropospheric corrections are kept: all or none, pair by pair, or date by date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np
import numpy.typing as npt

from ...wording import number_of
from ..frames.placement import Float32
from ..solver.band import Float64
from ..solver.network import network_of, triplets

ACCEPT_CORRECTIONS = ("always", "stack", "interferogram", "date")

Choices = dict[tuple[date, date], Float64]
"""Standard deviation of each pair in rad [2, 2]: with the mean delay (0) or the own one (1) of its two dates."""


class CorrectionRefused(Exception):
    """The stack is better without some of its corrections; the message says which and by how much.

    Parameters
    ----------
    message : str
        For the user.
    dates : frozenset of date, optional
        Whose delays are not kept; None: no correction at all.
    """

    def __init__(self, message: str, dates: frozenset[date] | None = None) -> None:
        super().__init__(message)
        self.dates = dates


def accept_stack(deviations: Float64) -> str:
    """Return a sentence on the corrections of a whole stack that make it better.

    Parameters
    ----------
    deviations : array [pair, 2]
        Standard deviation in rad before and after; NaN for pairs that were not corrected.

    Raises
    ------
    CorrectionRefused
        Where the mean of the standard deviations does not fall.
    """
    deviations = deviations[np.isfinite(deviations).all(axis=1)]
    if not len(deviations):
        return ""
    before, after = deviations.mean(axis=0)
    worse = np.count_nonzero(deviations[:, 1] > deviations[:, 0])
    figures = (
        f"the mean standard deviation of {number_of(len(deviations), 'interferogram')} goes from {before:.2f} to "
        f"{after:.2f} rad, and rises in {worse} of them"
    )
    if not after < before:
        raise CorrectionRefused(f"The tropospheric correction is not kept (ACCEPT_CORRECTIONS is stack): {figures}.")
    return f"The tropospheric correction is kept (ACCEPT_CORRECTIONS is stack): {figures}."


def mixture(dates: list[tuple[date, date]], corrected: npt.NDArray[np.bool_], refused: int) -> str:
    """Return what it costs that some pairs are corrected and others are not.

    Parameters
    ----------
    dates : list of (date, date)
        Of the stack's pairs.
    corrected : bool array [pair]
        Whose delay was removed.
    refused : int
        Pairs whose standard deviation the correction does not lower.
    """
    days = np.array([[first.toordinal(), second.toordinal()] for first, second in dates], dtype=np.float64)
    loops = triplets(network_of(days[:, 0], days[:, 1]).pairs)
    n_corrected = corrected[loops].sum(axis=1)
    mixed = np.count_nonzero((n_corrected > 0) & (n_corrected < 3))
    if not refused:
        return (
            f"The tropospheric correction is kept for all {np.count_nonzero(corrected)} interferograms that have one, "
            "because it lowers the standard deviation of each (ACCEPT_CORRECTIONS is interferogram)."
        )
    return (
        f"The tropospheric correction is kept for {np.count_nonzero(corrected)} of {len(dates)} interferograms and not "
        f"for {refused}, whose standard deviation it does not lower (ACCEPT_CORRECTIONS is interferogram). {mixed} of "
        f"{len(loops)} loops have corrected and uncorrected sides and do not close: the check takes that for "
        "unwrapping errors, and the series gets it as noise. ACCEPT_CORRECTIONS = date keeps loops closed."
    )


def deviations_of_choices(phase: Float32, delays: tuple[Float32, Float32], mean: Float32) -> Float64:
    """Return the standard deviation of a pair in rad [2, 2] with the mean (0) or the own delay (1) of its dates.

    Parameters
    ----------
    phase : array [row, column]
        In rad.
    delays : (array, array)
        Of the first and the second date in rad.
    mean : array [row, column]
        Mean delay of all dates.
    """
    there = np.isfinite(phase) & np.isfinite(delays[0]) & np.isfinite(delays[1]) & np.isfinite(mean)
    own = [delay[there] for delay in delays]
    other = mean[there]
    result = np.full((2, 2), np.nan)
    if not there.any():
        return result
    for first in (0, 1):
        for second in (0, 1):
            delay = (own[1] if second else other) - (own[0] if first else other)
            result[first, second] = np.std(phase[there] - delay, dtype=np.float64)
    return result


def dates_to_refuse(choices: Choices) -> frozenset[date]:
    """Return the dates for which the mean delay serves better than their own.

    The sum of the pairs' standard deviations is the smaller, the better the choice. From all dates with their own
    delay, the one that lowers the sum most is changed, until none lowers it; the same from none, and the better of
    the two ends counts. Each date keeps or loses its delay in all of its pairs, so loops stay closed.
    """
    pairs = [pair for pair in sorted(choices) if np.isfinite(choices[pair]).all()]
    dates = sorted({day for pair in pairs for day in pair})
    if not dates:
        return frozenset()
    number = {day: index for index, day in enumerate(dates)}
    index = np.array([[number[first], number[second]] for first, second in pairs])
    table = np.array([choices[pair] for pair in pairs])
    ends = [_descend(np.full(len(dates), own), index, table) for own in (1, 0)]
    own = min(ends, key=lambda labels: _total(labels, index, table))  # the first where both are as good
    return frozenset(day for day, keep in zip(dates, own) if not keep)


def _total(own: npt.NDArray[np.intp], index: npt.NDArray[np.intp], table: Float64) -> float:
    return float(table[np.arange(len(table)), own[index[:, 0]], own[index[:, 1]]].sum())


def _descend(own: npt.NDArray[np.intp], index: npt.NDArray[np.intp], table: Float64) -> npt.NDArray[np.intp]:
    """Return the labels (1: own delay) [date] after all changes of single dates that lower the sum."""
    own, pair = own.copy(), np.arange(len(table))
    first, second = index.T
    for _ in range(10 * own.size):
        now = table[pair, own[first], own[second]]
        gain = np.bincount(first, table[pair, 1 - own[first], own[second]] - now, own.size)
        gain += np.bincount(second, table[pair, own[first], 1 - own[second]] - now, own.size)
        best = int(np.argmin(gain))
        if gain[best] >= -1e-9 * now.sum():
            break
        own[best] = 1 - own[best]
    return own


def refusal(choices: Choices, refused: Iterable[date]) -> str:
    """Return what the choice by date came to."""
    refused = sorted(refused)
    pairs = [pair for pair in sorted(choices) if np.isfinite(choices[pair]).all()]
    if not pairs:
        return ""
    table = np.array([choices[pair] for pair in pairs])
    own = np.array([[day not in refused for day in pair] for pair in pairs], dtype=np.intp)
    kept = table[np.arange(len(pairs)), own[:, 0], own[:, 1]]
    days = {day for pair in pairs for day in pair}
    figures = (
        f"the mean standard deviation of {number_of(len(pairs), 'interferogram')} is {table[:, 0, 0].mean():.2f} rad "
        f"without delays, {table[:, 1, 1].mean():.2f} with all and {kept.mean():.2f} with those that are kept"
    )
    if len(refused) == len(days):
        return f"The tropospheric delay of no date is kept (ACCEPT_CORRECTIONS is date): {figures}."
    if not refused:
        return f"No tropospheric delay is left out (ACCEPT_CORRECTIONS is date): {figures}."
    listed = ", ".join(f"{day}" for day in refused[:20]) + (f" and {len(refused) - 20} more" if refused[20:] else "")
    return (
        f"The tropospheric delays of {len(refused)} of {len(days)} dates are not kept (ACCEPT_CORRECTIONS is date); "
        f"the mean delay of the others stands in for them, so that loops close: {listed}. With this, {figures}."
    )

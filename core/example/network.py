"""Which acquisitions are paired, and what is wrong with some of the files, as with real ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import DAYS_PER_YEAR, compact
from .presets import Preset
from .randomness import generator
from .view import MASTER

DAMAGES = ("zero-byte phase", "truncated phase", "missing coherence", "missing phase", "odd size")


@dataclass(frozen=True)
class PairPlan:
    """The interferograms of an example.

    Attributes
    ----------
    pairs : int array [pair, 2]
        Positions of the earlier and later date.
    names : tuple of str
        ``YYYYMMDD_YYYYMMDD``.
    damage : dict
        Damaged pairs (by position) and how, one of :data:`DAMAGES`.
    unwrapping_errors : tuple of int
        Positions of the pairs with a patch off by a whole turn.
    missing_delays, partial_delays : tuple of int
        Positions of the dates without GACOS file, and with one that covers a part of the frame.
    baselines : array [date]
        Perpendicular baseline in m relative to the master.
    """

    pairs: IntArray
    names: tuple[str, ...]
    damage: dict[int, str]
    unwrapping_errors: tuple[int, ...]
    missing_delays: tuple[int, ...]
    partial_delays: tuple[int, ...]
    baselines: FloatArray


def plan_pairs(preset: Preset, days: FloatArray, seed: int) -> PairPlan:
    """Return the pairs of the acquisitions on `days` [date], sorted by dates.

    Each date is paired with the next two and, as far as the number of pairs allows, with the third; a few pairs span
    a year. Across a date whose delay is flawed there are pairs enough to close a loop without it. Damaged files and
    unwrapping errors are dealt to pairs that the network can spare: not to those of neighbouring dates, nor to those
    across a date whose delay is flawed.
    """
    rng = generator(seed, "network")
    count = days.size
    flawed = _flawed_dates(rng, days, preset.n_missing_delays + preset.n_partial_delays)
    pairs = [(i, i + lag) for lag in (1, 2) for i in range(count - lag)]
    pairs += [(date - 1, date + 2) for date in flawed] + _year_pairs(days, preset.n_year_pairs)
    thirds = [(i, i + 3) for i in range(count - 3) if i + 1 not in flawed]
    chosen = rng.choice(len(thirds), preset.n_pairs - len(pairs), replace=False)
    array = np.array(sorted(pairs + [thirds[k] for k in chosen]), dtype=np.intp)
    bridges = np.any([(array[:, 0] < date) & (date < array[:, 1]) for date in flawed], axis=0)
    spare = rng.permutation(np.flatnonzero((np.diff(array, axis=1).ravel() > 1) & ~bridges))
    n_damaged = preset.n_broken * len(DAMAGES)
    damage = {int(pair): DAMAGES[k % len(DAMAGES)] for k, pair in enumerate(spare[:n_damaged])}
    errors = spare[n_damaged : n_damaged + preset.n_unwrapping_errors]
    baselines = np.round(60.0 * generator(seed, "baselines").standard_normal(count), 1)
    baselines[[compact(day) == MASTER for day in days]] = 0.0
    return PairPlan(
        pairs=array,
        names=tuple(f"{compact(days[i])}_{compact(days[j])}" for i, j in array),
        damage=damage,
        unwrapping_errors=tuple(sorted(int(pair) for pair in errors)),
        missing_delays=tuple(sorted(flawed[: preset.n_missing_delays])),
        partial_delays=tuple(sorted(flawed[preset.n_missing_delays :])),
        baselines=baselines,
    )


def _flawed_dates(rng: np.random.Generator, days: FloatArray, count: int) -> list[int]:
    """Return dates whose delay is missing or partial: no two in a row, and where the series is densest.

    Without its delay a date may be lost to the series; its neighbours then lie two cycles apart, not more.
    """
    spacing = np.maximum(days[1:-1] - days[:-2], days[2:] - days[1:-1])
    chosen: list[int] = []
    dense = 1 + np.flatnonzero(spacing == spacing.min())
    for date in rng.permutation(dense[dense + 2 < days.size]):
        if len(chosen) < count and all(abs(int(date) - other) > 2 for other in chosen):
            chosen.append(int(date))
    return chosen


def _year_pairs(days: FloatArray, count: int) -> list[tuple[int, int]]:
    """Return pairs of about a year, two with each first date so that they close loops, in dry March."""
    found: list[tuple[int, int]] = []
    march = [i for i in range(days.size) if 60 <= days[i] % DAYS_PER_YEAR <= 84]
    for first in march:
        later = int(np.argmin(np.abs(days - days[first] - DAYS_PER_YEAR)))
        if days[later] - days[first] > 330 and later + 1 < days.size:
            found += [(first, later), (first, later + 1)]
    step = max(1, len(found) // 2 // max(1, count // 2))
    chosen = [pair for k in range(0, len(found), 2 * step) for pair in found[k : k + 2]]
    return chosen[:count]

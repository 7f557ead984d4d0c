"""How often 95 % intervals of R, ubRMSD and skill hold the truth: tools/grace_coverage.py [trials].

Series of 13, 26 and 120 months, of first-order autoregressive rests with and without a shared or unlike annual cycle,
errors of unlike persistence and size, and months that are missing;
the truth is that of the processes. With 300 trials a coverage of 95 % comes out within 2.5 % in 95 of 100 cases.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import numpy as np

MONTHS = (13, 26, 120)
TRIALS = 300
_OWN, _SHARED = 0.6, 0.4  # standard deviation of a run's own error and of what both share, over GRACE's rest of 1


@dataclass(frozen=True)
class Case:
    """A kind of series.

    Attributes
    ----------
    name : str
        In the table.
    run, grace : float
        Amplitude of the annual cycle.
    rest, error : float
        Correlation from month to month of GRACE's rest and of the errors.
    other : float, optional
        Of the open loop's own error, where that is another.
    size : float
        Of all errors, times those of the other cases.
    gaps : bool
        A fifth of the months is missing.
    """

    name: str
    run: float
    grace: float
    rest: float
    error: float
    other: float | None = None
    size: float = 1.0
    gaps: bool = False


CASES = (
    Case("no season, errors 0.3", 0.0, 0.0, 0.3, 0.3),
    Case("no season, errors 0.6", 0.0, 0.0, 0.6, 0.6),
    Case("no season, errors 0.3, signal 0.8", 0.0, 0.0, 0.8, 0.3),
    Case("season, errors 0.5", 3.0, 3.0, 0.3, 0.5),
    Case("unlike seasons, errors 0.5", 4.0, 3.0, 0.3, 0.5),
    Case("season, errors 0.8", 3.0, 3.0, 0.5, 0.8),
    Case("season, errors 0.9", 3.0, 3.0, 0.3, 0.9),
    Case("season, errors 0.8 and 0.3", 3.0, 3.0, 0.5, 0.8, other=0.3),
    Case("twice the season, errors 0.5", 4.0, 2.0, 0.4, 0.5),
    Case("season, errors 0.6, gaps", 3.0, 3.0, 0.4, 0.6, gaps=True),
    Case("small season, errors 0.7 and large", 1.5, 1.5, 0.4, 0.7, size=2.5),
)


def lasting(rng: np.random.Generator, memory: float, size: int) -> np.ndarray:
    """Return a series of variance 1."""
    values = rng.normal(size=size)
    for month in range(1, size):
        values[month] = memory * values[month - 1] + np.sqrt(1 - memory**2) * values[month]
    return values


def coverage(case: Case, size: int, trials: int) -> list[float]:
    """Return how often the truth lies in the interval of ubRMSD, R, R without season, and skill."""
    from groundswell.core.grace import intervals

    rng = np.random.default_rng(size)
    months = np.arange(size)
    if case.gaps:
        months = np.sort(np.random.default_rng(0).choice(size * 5 // 4, size, replace=False))
    span, own, common = int(months[-1]) + 1, case.size * _OWN, case.size * _SHARED
    error = own**2 + common**2
    signal, run = 1 + case.grace**2 / 2, 1 + error + case.run**2 / 2
    truths = (
        np.sqrt(error + (case.run - case.grace) ** 2 / 2),
        (1 + case.run * case.grace / 2) / np.sqrt(signal * run),
        1 / np.sqrt(1 + error),
        0.0,
    )
    hits = np.zeros(len(truths))
    for _ in range(trials):
        wave = np.cos(2 * np.pi * (months - rng.uniform(0, 12)) / 12)
        memories = case.error, case.error if case.other is None else case.other
        rest, shared = (lasting(rng, memory, span)[months] for memory in (case.rest, case.error))
        grace = case.grace * wave + rest
        first, second = (
            case.run * wave + rest + common * shared + own * lasting(rng, memory, span)[months] for memory in memories
        )
        found = (
            intervals.ubrmsd_interval(first, grace, months),
            intervals.correlation_interval(first, grace, months),
            intervals.deseasonalised_interval(first, grace, months),
            intervals.skill(first, second, grace, months),
        )
        hits += [each.low <= truth <= each.high for each, truth in zip(found, truths)]
    return [float(each) for each in hits / trials]


def print_table(trials: int = TRIALS) -> None:
    """Print the coverage of every case."""
    start = time.process_time()
    print(f"Coverage of 95 % intervals, {trials} trials each")
    print(f"{'months':>6}  {'case':36}{'ubRMSD':>8}{'R':>8}{'R, no season':>14}{'skill':>8}")
    for size in MONTHS:
        for case in CASES:
            first, second, third, fourth = coverage(case, size, trials)
            print(f"{size:6d}  {case.name:36}{first:8.1%}{second:8.1%}{third:14.1%}{fourth:8.1%}", flush=True)
    print(f"{time.process_time() - start:.0f} CPU seconds")


if __name__ == "__main__":
    from checkout import import_groundswell

    import_groundswell()
    print_table(int(sys.argv[1]) if len(sys.argv) > 1 else TRIALS)

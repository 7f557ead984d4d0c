"""Removing delays from the pairs of a stack, and whether the stack is better for it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .band import Float64
from .gacos import MIN_COVERAGE, Corrected, Delays, remove_delay
from .licsar import PairFiles
from .placement import Float32

ACCEPT_CORRECTIONS = ("always", "stack")


class CorrectionRefused(Exception):
    """The stack is better without its corrections; the message says by how much."""


def accept(deviations: Float64) -> str:
    """Return a sentence on the corrections of a whole stack that make it better.

    All or none: interferograms corrected one by one would no longer close their loops with the others.

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
        f"the mean standard deviation of {len(deviations)} interferograms goes from {before:.2f} to {after:.2f} rad, "
        f"and rises in {worse} of them"
    )
    if not after < before:
        raise CorrectionRefused(f"The GACOS correction is not kept (ACCEPT_CORRECTIONS is stack): {figures}.")
    return f"The GACOS correction is kept (ACCEPT_CORRECTIONS is stack): {figures}."


def effect(delays: Delays, deviations: Float64, missing: str) -> list[str]:
    """Return what the user should know of the correction.

    Parameters
    ----------
    delays : Delays
        After all pairs were read.
    deviations : array [pair, 2]
        Standard deviation in rad before and after, of the pairs whose dates both have a delay of their own.
    missing : str
        What became of the other pairs.
    """
    told = []
    if delays.unusable:
        what = {
            "mean": "corrected with the mean delay of the other dates in its place",
            "keep": "kept without correction, and do not close loops with corrected pairs",
            "drop": "left out",
        }[missing]
        listed = ", ".join(f"{day} ({why})" for day, why in sorted(delays.unusable.items()))
        told.append(f"{len(delays.unusable)} dates have no usable GACOS delay; their pairs were {what}: {listed}.")
    if not len(deviations):
        told.append("GACOS delays were applied to no interferogram: do their dates fit the frame's?")
        return told
    before, after = deviations.T
    worse = int(np.count_nonzero(after > before))
    if 2 * worse > before.size:
        told.append(
            f"GACOS raises the standard deviation of {worse} of {before.size} interferograms "
            f"(mean {before.mean():.2f} to {after.mean():.2f} rad): compare with an import without CORRECTIONS."
        )
    return told


class Corrections:
    """Removes delays from pairs, with the mean delay for dates without their own where that is wanted.

    Parameters
    ----------
    delays : Delays
        Of the dates.
    pairs : list of PairFiles
        All pairs that are read.
    choice : str
        What becomes of pairs that lack a delay, see :class:`~.importing.ImportOptions`.
    warn : function
        Takes a sentence for the user.
    """

    def __init__(self, delays: Delays, pairs: list[PairFiles], choice: str, warn: Callable[[str], None]) -> None:
        self._delays, self._choice, self._warn = delays, choice, warn
        self._days = {day for pair in pairs for day in (pair.reference, pair.secondary)}
        self._mean: Float32 | None = None
        self._has_mean = False

    def of(self, pair: PairFiles, phase: Float32) -> tuple[Corrected, bool] | None:
        """Return the corrected pair and whether both dates have delays of their own; None where it stays as it is."""
        own = [self._delays.at(day) for day in (pair.reference, pair.secondary)]
        complete = all(delay is not None for delay in own)
        if not complete and (self._choice != "mean" or all(delay is None for delay in own)):
            return None  # two dates without a delay have the same mean, which drops out
        reference, secondary = (self._average() if delay is None else delay for delay in own)
        if reference is None or secondary is None:
            return None
        corrected = remove_delay(phase, reference, secondary)
        if corrected.coverage < MIN_COVERAGE:
            self._warn(
                f"{pair.name}: the GACOS delays cover only {corrected.coverage:.0%} of its pixels; it is left as it "
                "is. Download delays for the whole area."
            )
            return None
        return corrected, complete

    def _average(self) -> Float32 | None:
        if not self._has_mean:
            self._mean, self._has_mean = self._delays.mean(self._days), True
        return self._mean

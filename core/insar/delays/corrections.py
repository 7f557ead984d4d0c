"""Removing delays from the pairs of a stack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...wording import number_of
from ..frames.licsar import PairFiles
from ..frames.placement import Float32
from ..solver.band import Float64
from .acceptance import Choices, deviations_of_choices
from .gacos import MIN_COVERAGE, Corrected, Delays, remove_delay

_NEARLY_ALL = 0.99


@dataclass(frozen=True)
class Outcome:
    """What became of a pair.

    Attributes
    ----------
    corrected : Corrected or None
        The pair less its delay; None where it stays as it is.
    complete : bool
        Whether both dates have delays of their own.
    usable : bool
        False where a delay is missing and nothing stands in for it.
    """

    corrected: Corrected | None
    complete: bool = False
    usable: bool = False


class Corrections:
    """Removes delays from pairs, with the mean delay for dates without their own where that is wanted.

    Parameters
    ----------
    delays : Delays
        Of the dates.
    pairs : list of PairFiles
        All pairs that are read.
    missing : str
        What becomes of pairs that lack a delay, see :class:`~.importing.ImportOptions`.
    accept : str
        Which corrections are kept, as there.
    warn : function
        Takes a sentence for the user.

    Attributes
    ----------
    n_refused : int
        Pairs that the correction does not make better, where that is asked pair by pair.
    choices : dict
        Where it is asked date by date, for :func:`~.acceptance.dates_to_refuse`.
    """

    def __init__(
        self, delays: Delays, pairs: list[PairFiles], missing: str, accept: str, warn: Callable[[str], None]
    ) -> None:
        self._delays, self._missing, self._accept, self._warn = delays, missing, accept, warn
        self._days = {day for pair in pairs for day in (pair.reference, pair.secondary)}
        self._mean: Float32 | None = None
        self._has_mean = False
        self._coverage: list[float] = []
        self.n_refused = 0
        self.choices: Choices = {}

    def of(self, pair: PairFiles, phase: Float32) -> Outcome:
        """Return the pair less its delay, and whether there was one."""
        days = pair.reference, pair.secondary
        own = [self._delays.at(day) for day in days]
        complete = all(delay is not None for delay in own)
        lacking = [day for day, delay in zip(days, own) if delay is None and day not in self._delays.refused]
        if lacking and self._missing != "mean":
            return Outcome(None)
        if all(delay is None for delay in own):
            return Outcome(None, usable=not lacking)  # the mean delay of both dates drops out
        reference, secondary = (self._average() if delay is None else delay for delay in own)
        if reference is None or secondary is None:
            return Outcome(None)
        corrected = remove_delay(phase, reference, secondary)
        if corrected.coverage < MIN_COVERAGE:
            self._warn(
                f"{pair.name}: the delays cover only {corrected.coverage:.0%} of its pixels; it is left as it "
                "is. Download delays for the whole area."
            )
            return Outcome(None)
        if self._accept == "interferogram" and not corrected.std_after < corrected.std_before:
            self.n_refused += 1
            return Outcome(None, usable=True)
        average = self._average() if self._accept == "date" and not self._delays.refused else None
        if average is not None:
            self.choices[days] = deviations_of_choices(phase, (reference, secondary), average)
        self._coverage.append(corrected.coverage)
        return Outcome(corrected, complete, True)

    def effect(self, deviations: Float64) -> list[str]:
        """Return what the user should know of the correction, after all pairs were read.

        Parameters
        ----------
        deviations : array [pair, 2]
            Standard deviation in rad before and after, of the pairs whose dates both have a delay of their own.
        """
        warnings, unusable = [], self._delays.unusable
        if unusable and not self._coverage and not self.n_refused:
            reasons = sorted(set(unusable.values()))
            return [
                f"CORRECTIONS: no interferogram was corrected, because no delay is usable ({reasons[0]}"
                f"{'; ...' if len(reasons) > 1 else ''}). Choose the delays of this frame's area and dates, or none."
            ]
        if unusable:
            what = {
                "mean": "corrected with the mean delay of the other dates in its place",
                "keep": "kept without correction, and do not close loops with corrected pairs",
                "drop": "left out",
            }[self._missing]
            listed = ", ".join(f"{day} ({why})" for day, why in sorted(unusable.items()))
            n_dates = number_of(len(unusable), "date has", "dates have")
            warnings.append(f"{n_dates} no usable delay; the pairs were {what}: {listed}.")
        short = [part for part in self._coverage if part < _NEARLY_ALL]
        if short:
            warnings.append(
                f"Tropospheric delays cover a part of the pixels of {number_of(len(short), 'interferogram')} (at least "
                f"{min(short):.0%}, {np.median(short):.0%} in the median); what they do not cover is missing there."
            )
        if not len(deviations):
            if not self.n_refused:
                warnings.append("Tropospheric delays were applied to no interferogram: do their dates fit the frame's?")
            return warnings
        before, after = deviations.T
        worse = int(np.count_nonzero(after > before))
        if 2 * worse > before.size:
            warnings.append(
                f"The tropospheric correction raises the standard deviation of {worse} of {before.size} interferograms "
                f"(mean {before.mean():.2f} to {after.mean():.2f} rad): compare with an import without CORRECTIONS."
            )
        return warnings

    def _average(self) -> Float32 | None:
        if not self._has_mean:
            self._mean, self._has_mean = self._delays.mean(self._days), True
        return self._mean

"""Whether the water of a run adds up, and how much of it the analysis puts in or takes out.

Storage from a file with increments that fade: what the analysis holds beyond the open loop is what is left of the epoch
before plus the increment. The land model: storage changes by precipitation less evaporation and runoff, by what the
perturbations of its states add, and by the increments. What remains is round-off, or water that somebody lost.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray


class FadingBudget:
    """Budget of increments that fade, epoch after epoch, means of the members.

    Parameters
    ----------
    memory_days : float
        Time after which an increment has faded to 1/e.
    day : float, optional
        Last epoch of a run that is taken up.
    increment : array [cell], optional
        Its analysis less open loop (mm).
    """

    def __init__(self, memory_days: float, day: float | None = None, increment: FloatArray | None = None) -> None:
        self._memory, self._day, self._increment = memory_days, day, increment
        self._later: FloatArray | None = None

    def close(
        self, day: float, increment: FloatArray, change: FloatArray, later: FloatArray | None = None
    ) -> tuple[FloatArray, FloatArray]:
        """Return the water [cell] that the analysis put in at an epoch, and the residual of the budget (mm).

        Parameters
        ----------
        day : float
            Of the epoch.
        increment : array [cell]
            Analysis less open loop.
        change : array [cell]
            By the epoch's own observations.
        later : array [cell], optional
            By those of later epochs (a smoother).
        """
        put_in = change if later is None else change + later
        left: FloatArray | float = 0.0
        if self._increment is not None and self._day is not None:
            fade = float(np.exp(-(day - self._day) / self._memory))
            left = fade * self._increment
            if self._later is not None:
                put_in = put_in - fade * self._later
        self._day, self._increment, self._later = day, increment, later
        residual: FloatArray = increment - left - put_in
        return put_in, residual


FLUXES = ("precipitation", "evaporation", "runoff", "baseflow")
"""Terms of :class:`LandBudget`: mm between two epochs; runoff includes the baseflow."""


@dataclass
class LandBudget:
    """Water of an ensemble of the land model between two epochs.

    Attributes
    ----------
    start : array [member, cell]
        Storage at its beginning (mm).
    gained : array [member, cell]
        Precipitation less evaporation and runoff since then, by the model's fluxes.
    perturbed : array [member, cell]
        Water that the perturbations of the states added.
    increments : array [member, cell]
        Applied.
    fluxes : dict of array [cell]
        `FLUXES`, means of the members.
    """

    start: FloatArray
    gained: FloatArray
    perturbed: FloatArray
    increments: FloatArray
    fluxes: dict[str, FloatArray]

    @classmethod
    def begin(cls, storage: FloatArray) -> LandBudget:
        """Return the budget at an epoch's storage [member, cell]."""
        cells = storage.shape[1]
        gained, perturbed, increments = np.zeros((3, *storage.shape))
        return cls(storage, gained, perturbed, increments, {name: np.zeros(cells) for name in FLUXES})

    def residual(self, storage: FloatArray) -> FloatArray:
        """Return the largest residual of the members [cell] (mm, with its sign) at the epoch's storage [member, cell].

        Storage gained less what fluxes, perturbations and increments account for.
        """
        left = storage - self.start - self.gained - self.perturbed - self.increments
        largest = np.abs(left).argmax(axis=0)
        residual: FloatArray = left[largest, np.arange(left.shape[1])]
        return residual

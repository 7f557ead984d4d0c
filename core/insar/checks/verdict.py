"""Which interferograms a check rejects, and why."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...arrays import BoolArray
from ...errors import InputError
from ..solver.network import Network

BY_HAND = "rejected by hand"


class Verdict:
    """Which pairs are rejected, and why; pairs that the user keeps are rejected only by force."""

    def __init__(self, network: Network, keep: Sequence[str], reject: Sequence[str]) -> None:
        names = network.names
        for parameter, chosen in (("KEEP", keep), ("REJECT", reject)):
            unknown = [name for name in chosen if name not in names]
            if unknown:
                raise InputError(
                    f"{parameter}: the stack has no interferogram {', '.join(unknown)}; names look like {names[0]}."
                )
        both = sorted(set(keep) & set(reject))
        if both:
            raise InputError(f"KEEP and REJECT both name {', '.join(both)}: decide for one.")
        self._protected = np.array([name in keep for name in names])
        self.reasons = ["" for _ in names]
        for number, name in enumerate(names):
            if name in reject:
                self.reasons[number] = BY_HAND

    @property
    def used(self) -> BoolArray:
        """True for pairs not rejected [pair]."""
        return np.array([not reason for reason in self.reasons])

    def reject(self, where: BoolArray, reasons: list[str], force: bool = False) -> None:
        """Reject the pairs `where` [pair] is True, each with its reason; the first reason stays."""
        for number in np.flatnonzero(where & (force | ~self._protected)):
            self.reasons[number] = self.reasons[number] or reasons[number]


def needed_pairs(network: Network, used: BoolArray, small: BoolArray) -> BoolArray:
    """Return which pairs of small coverage reach a date that would be lost without all of them [pair].

    Whole seasons in which most of a frame has no data must not be lost to the pixels that have them.
    """
    others = network.pairs[used & ~small]
    reached = np.zeros(network.n_dates, dtype=bool)
    reached[others.ravel()] = True
    return np.asarray(small & ~reached[network.pairs].all(axis=1) & bool(reached.any()))

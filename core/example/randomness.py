"""Random numbers that depend on the seed and on what they are for, not on the order of the work."""

from __future__ import annotations

import zlib

import numpy as np


def generator(seed: int, purpose: str, number: int = 0) -> np.random.Generator:
    """Return a generator for one purpose (such as one date's turbulence) of one study area.

    Parameters
    ----------
    seed : int
        Of the study area, not negative.
    purpose : str
        Names the stream of numbers.
    number : int
        Counts things of the same purpose: a date, a pair.
    """
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(purpose.encode()), number])))

"""Spin-up: one unperturbed run through the same year until its storage comes back to where it was."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..work.progress import PartOf, Progress
from .catchment import State, cold_start
from .land_run import LandRun
from .tiles import Tiles

STEADY_MM = 1.0
_YEAR = 365
_FIRST_WETNESS = 0.6  # of porosity


@dataclass(frozen=True)
class SpinUp:
    """Result of a spin-up.

    Attributes
    ----------
    state : State
        At the beginning of the run, [1, tile].
    loops : int
        Times that the year was run through.
    drift_mm : float
        Largest change of a column's storage from the beginning of the last loop to its end.
    """

    state: State
    loops: int
    drift_mm: float

    @property
    def steady(self) -> bool:
        """Whether the storage changed by less than a millimetre in a year."""
        return self.drift_mm < STEADY_MM


def first_state(tiles: Tiles, temperature: float) -> State:
    """Return a state to spin up from: moist soil at one temperature (K), no snow, [1, tile]."""
    warm = max(temperature, 273.16)
    return cold_start(tiles.parameters, warm, _FIRST_WETNESS * tiles.parameters.poros, members=(1,))


def spin_up(run: LandRun, state: State, days: FloatArray, most: int, pool: Executor, progress: Progress) -> SpinUp:
    """Return the state after looping through the first year of `days` until it is steady, `most` times at most.

    Parameters
    ----------
    run : LandRun
        Without perturbations.
    state : State
        To begin with, [1, tile].
    days : array
        Days of the run; its first 365 are looped, or all where there are fewer.
    most : int
        Largest number of loops; 0 for none.
    pool, progress
        As for the run.
    """
    year = days[:_YEAR]
    drift, loops = np.nan, 0
    while loops < most and not drift < STEADY_MM:
        before = state.tws(run.tiles.parameters)
        part = PartOf(progress, loops / most, (loops + 1) / most)
        for day in run.run(state, year, pool, part, f"Spin-up, year {loops + 1} of at most {most}"):
            last = day.result.state
        state = last
        loops += 1
        drift = float(np.abs(state.tws(run.tiles.parameters) - before).max())
    return SpinUp(state, loops, drift)

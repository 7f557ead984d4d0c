"""Spin-up: the state that a year of weather brings back to itself, sought from several starting depths at once."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..work.progress import PartOf, Progress
from .catchment import STATE_NAMES, State, cold_start
from .land_run import LandRun
from .tiles import Tiles

STEADY_MM = 1.0
YEAR = 365  # days
_SHORTEST_YEAR = 360  # days of weather that count as a year
_FIRST_WETNESS = 0.6  # of porosity
# Starting deficits as parts of the largest one, closer where the water table is near the surface.
_DEPTHS = (0.03, 0.12, 0.28, 0.48, 0.70, 0.93)
# The first loop takes every third day: a rough equilibrium at a third of the price, which the next loops refine.
_EVERY = 3
# Every third day brings a third of the snow, and soil and ground that are not used to it: the year's last days, run
# from the rough equilibrium, mend all but the deficit.
_HALF = 180  # days
# The second loop is a whole year from deficits about the rough equilibrium: in units of a distance, mm and part of it.
_APART_MM, _APART = 10.0, 0.08
_ABOUT = (-6.0, -3.0, -1.0, 0.0, 1.0, 3.0, 6.0)
_LARGEST_SLOPE = 0.98  # of the year's map, beyond which a Newton step would leap


@dataclass(frozen=True)
class SpinUp:
    """Result of a spin-up.

    Attributes
    ----------
    state : State
        At the beginning of the run, [1, tile].
    loops : int
        Times that the weather was run through, the one from several depths included.
    drift_mm : float
        Largest change of a column's storage from the beginning of the last loop to its end.
    days : int
        Days of weather in a loop.
    depths : int
        Starting depths of the first loop, side by side; 1 for none.
    """

    state: State
    loops: int
    drift_mm: float
    days: int = YEAR
    depths: int = 1

    @property
    def steady(self) -> bool:
        """Whether the storage changed by less than a millimetre in the last loop."""
        return self.drift_mm < STEADY_MM

    @property
    def whole_year(self) -> bool:
        """Whether a loop was a year of weather: only then is its fixed point an equilibrium."""
        return self.days >= _SHORTEST_YEAR


def first_state(tiles: Tiles, temperature: float) -> State:
    """Return a state to spin up from: moist soil at one temperature (K), no snow, [1, tile]."""
    warm = max(temperature, 273.16)
    return cold_start(tiles.parameters, warm, _FIRST_WETNESS * tiles.parameters.poros, members=(1,))


def spin_up(run: LandRun, state: State, days: FloatArray, most: int, pool: Executor, *, progress: Progress) -> SpinUp:
    """Return the state that the first year of `days` brings back to itself, after `most` loops at most.

    With a year of weather and at least two loops, the first one runs every third day of it from six starting deficits
    side by side; about where the deficit at its end equals that at its beginning, by linear interpolation, every
    column runs the year's last half, which gives it the snow of that time, and begins the second, a whole year from
    seven deficits, which says the same more closely. Whole years follow, each from a Newton step with the slope found
    there, until no column's storage changes by 1 mm.

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
    year = days[:YEAR]
    drift, loops, depths = np.nan, 0, 1
    slope = np.zeros_like(state.catdef)
    if most > 1 and year.size >= _SHORTEST_YEAR:
        depths = len(_DEPTHS)
        part = PartOf(progress, 0.0, 0.5 / most)
        deficits = np.array(_DEPTHS)[:, None] * run.tiles.parameters.cdcr2
        message = f"Spin-up, a year from {depths} starting depths"
        state, slope = _fixed_point(run, _from_depths(state, deficits), year[::_EVERY], pool, part, message=message)
        # The map of a whole year is that of its third, three times.
        slope, loops = slope**_EVERY, 1
    if loops and most > 2:
        part = PartOf(progress, 0.5 / most, 1 / most)
        used = _loop(run, state, year[-_HALF:], pool, part, message="Spin-up, the year's last half")
        apart = np.maximum(_APART * state.catdef, _APART_MM) * np.array(_ABOUT)[:, None]
        start = replace(_repeated(used, len(_ABOUT)), catdef=_within(state.catdef + apart, run.tiles))
        part = PartOf(progress, 1 / most, 2 / most)
        message = f"Spin-up, a year from {len(_ABOUT)} depths about the equilibrium"
        state, slope = _fixed_point(run, start, year, pool, part, message=message)
        loops = 2
    while loops < most and not drift < STEADY_MM:
        before, deficit = state.tws(run.tiles.parameters), state.catdef
        part = PartOf(progress, loops / most, (loops + 1) / most)
        words = "year" if year.size >= _SHORTEST_YEAR else f"{year.size} days"
        end = _loop(run, state, year, pool, part, message=f"Spin-up, {words} {loops + 1} of at most {most}")
        loops += 1
        drift = float(np.abs(end.tws(run.tiles.parameters) - before).max())
        state = end
        if not drift < STEADY_MM and loops < most:
            # The deficit moved by g from D: the fixed point of a line of this slope lies at D + g / (1 - slope).
            beyond = (end.catdef - deficit) * slope / (1.0 - slope)
            state = replace(end, catdef=_within(end.catdef + beyond, run.tiles))
    return SpinUp(state, loops, drift, int(year.size), depths)


def _loop(run: LandRun, state: State, year: FloatArray, pool: Executor, part: Progress, *, message: str) -> State:
    for day in run.run(state, year, pool, part, message):
        state = day.result.state
    return state


def _repeated(state: State, count: int) -> State:
    return State(**{name: np.repeat(value, count, axis=0) for name, value in state.as_dict().items()})


def _from_depths(state: State, deficits: FloatArray) -> State:
    """Return a state [1, tile] at several deficits [depth, tile], the rest of the soil in equilibrium with them."""
    none = np.zeros_like(deficits)
    return replace(_repeated(state, deficits.shape[0]), catdef=deficits, rzexc=none, srfexc=none)


def _fixed_point(
    run: LandRun, start: State, days: FloatArray, pool: Executor, part: Progress, *, message: str
) -> tuple[State, FloatArray]:
    """Return the state [1, tile] whose deficit the days bring back, and the slope of their map there."""
    end = _loop(run, start, days, pool, part, message=message)
    lower, weight, slope = crossing(start.catdef, end.catdef)
    tiles = np.arange(start.catdef.shape[1])

    def between(values: FloatArray) -> FloatArray:
        low, high = values[lower, tiles], values[lower + 1, tiles]
        return np.asarray((low + weight * (high - low))[None])

    made = State(**{name: between(getattr(end, name)) for name in STATE_NAMES})
    # Where nothing crosses, a Newton step goes on from the nearest depth.
    change = made.catdef - between(start.catdef)
    return replace(made, catdef=_within(made.catdef + change * slope / (1.0 - slope), run.tiles)), slope[None]


def crossing(start: FloatArray, end: FloatArray) -> tuple[IntArray, FloatArray, FloatArray]:
    """Return where a map of several starting values gives them back, by linear interpolation.

    Parameters
    ----------
    start, end : array [depth, column]
        Rising starting values, and what became of them.

    Returns
    -------
    lower : int array [column]
        Depth below the crossing.
    weight : array [column]
        Of the depth above it, 0 to 1; the nearest end where nothing crosses.
    slope : array [column]
        Of the map between the two, 0 to 0.98.
    """
    change = end - start
    falls = (change[:-1] >= 0.0) & (change[1:] < 0.0)
    some = falls.any(axis=0)
    columns = np.arange(start.shape[1])
    # Without a crossing all depths fill up, or all drain: the wettest or the driest is nearest.
    last = np.where(change[0] < 0.0, 0, start.shape[0] - 2)
    lower = np.where(some, falls.argmax(axis=0), last)
    below, above = change[lower, columns], change[lower + 1, columns]
    weight = np.where(some, below / np.where(some, below - above, 1.0), np.where(change[0] < 0.0, 0.0, 1.0))
    run = start[lower + 1, columns] - start[lower, columns]
    slope = (end[lower + 1, columns] - end[lower, columns]) / np.where(run > 0.0, run, 1.0)
    return lower, weight, np.clip(slope, 0.0, _LARGEST_SLOPE)


def _within(deficit: FloatArray, tiles: Tiles) -> FloatArray:
    return np.minimum(np.maximum(deficit, 1.0), tiles.parameters.cdcr2)

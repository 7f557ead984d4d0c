"""One variable of the model in weather files: its times, its intervals, and what its amounts are sums of."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray
from ..dates import to_datetime64
from ..errors import InputError
from .accumulation import Evidence
from .weather_catalogue import HOURS_PER_DAY, SAME, Distinct, Entry, distinct
from .weather_meaning import WeatherOptions
from .weather_products import Field, Meaning
from .weather_units import SECONDS_PER_DAY

_WINDOW_DAYS = 10
# Changes below these say nothing of amounts: mm, J m-2.
_LEAST_CHANGE = {"SWdown": 5000.0, "LWdown": 5000.0}
_LEAST_RAIN = 0.02
_LONG_WAVE = (60.0, 560.0)  # W m-2, mean over some days, from the Antarctic plateau to the humid tropics
_ONE_DAY = 0.99


@dataclass
class Series:
    """A variable of the model in the files.

    Attributes
    ----------
    field : Field
        Which variables of the file make it, and what they mean.
    known_as : tuple of str
        Names of these variables in the product.
    stamps : array
        Days since 2000-01-01.
    entries : list of list of Entry
        For each of the file's variables, its place at each stamp.
    distinct : list of Distinct
        How repeated times were settled.
    use_bounds : bool
        Whether the intervals are those of the file's bounds.
    spacing, start, stop : float
        Length of its slots, beginning of the first and end of the last, days.
    offset : int
        Number of the stamp that the first slot belongs to.
    length : float
        Of the part of a slot that a mean or sum is of, days.
    evidence : Evidence
        What the values have shown of amounts.
    """

    field: Field
    known_as: tuple[str, ...]
    stamps: FloatArray
    entries: list[list[Entry]]
    distinct: list[Distinct]
    use_bounds: bool = False
    spacing: float = 0.0
    start: float = 0.0
    stop: float = 0.0
    offset: int = 0
    length: float = 0.0
    evidence: Evidence = dataclasses.field(default_factory=Evidence)

    @property
    def overlaps(self) -> list[int]:
        """Which of the variables have times more than once."""
        return [number for number, one in enumerate(self.distinct) if one.final or one.pairs]

    @property
    def sampled(self) -> bool:
        """Whether the values are of a part of their slots only, such as one hour in three."""
        return self.field.meaning in ("mean", "sum") and self.length < self.spacing - SAME

    @property
    def seconds(self) -> float:
        """Seconds that an amount falls in."""
        return (self.spacing if self.field.meaning == "accumulated" else self.length) * SECONDS_PER_DAY

    @property
    def count(self) -> int:
        """Number of slots."""
        return int(round((self.stop - self.start) / self.spacing))

    def run(self, number: int, position: int, stop: int) -> int:
        """Return how many stamps from `position` on lie one after the other in one file, at most to `stop`."""
        entries = self.entries[number]
        first = entries[position]
        run = 1
        while position + run < stop:
            following = entries[position + run]
            if following.path != first.path or following.index != first.index + run:
                break
            run += 1
        return run

    def find_spacing(self, name: str, source: str) -> None:
        """Set the distance of the stamps.

        Raises
        ------
        InputError
            Where there is one time only, or a gap.
        """
        if self.stamps.size < 2:
            raise InputError(f"{source}: '{name}' has one time only: weather needs at least a day.")
        steps = np.diff(self.stamps)
        step = float(np.median(steps))
        gap = np.flatnonzero(np.abs(steps - step) > SAME * 10)
        if gap.size:
            before, after = (str(to_datetime64(self.stamps[gap[0] + shift]))[:16] for shift in (0, 1))
            raise InputError(
                f"{source}: '{name}' has a gap between {before} and {after}: fill it or cut the weather there."
            )
        self.spacing = (float(self.stamps[-1]) - float(self.stamps[0])) / (self.stamps.size - 1)
        per_day = 1.0 / self.spacing
        if abs(per_day - round(per_day)) < 1e-3:
            self.spacing = 1.0 / round(per_day)

    def find_intervals(self, name: str, source: str) -> None:
        """Set the slots: equal intervals without gaps, one for each stamp."""
        if not self.spacing:
            self.find_spacing(name, source)
        meaning, first = self.field.meaning, float(self.stamps[0])
        self.length, self.offset = self.spacing, 0
        if meaning == "point":
            self.start = first
        elif meaning == "accumulated":
            self.start = first - self.spacing
            # An accumulation's first interval needs the stamp before, unless it begins the day.
            if abs((self.start + SAME) % 1.0) > 2 * SAME:
                self.start, self.offset = first, 1
        else:
            begin, end = self._bounds(first)
            self.length = end - begin
            if abs(self.length - self.spacing) < 10 * SAME:
                self.length = self.spacing
            self.start = end - self.spacing
        self.stop = self.start + (self.stamps.size - self.offset) * self.spacing

    def _bounds(self, first: float) -> tuple[float, float]:
        entry = self.entries[0][0]
        if self.use_bounds:
            return entry.begin, entry.end
        length = self.field.hours / HOURS_PER_DAY or self.spacing
        length = min(length, self.spacing)
        begin = first - self.field.stamp * length
        return begin, begin + length


def series_of(name: str, made: Field, known_as: tuple[str, ...], entries: Sequence[list[Entry]], source: str) -> Series:
    """Return a variable of the model, each time once.

    Raises
    ------
    InputError
        Where the variables that make it have different times.
    """
    single = [distinct(one) for one in entries]
    stamps = np.array([entry.stamp for entry in single[0].kept])
    for part, other in zip(made.names[1:], single[1:]):
        same = len(other.kept) == stamps.size and np.allclose([e.stamp for e in other.kept], stamps, atol=SAME)
        if not same:
            raise InputError(f"{source}: '{part}' and '{made.names[0]}' have different times.")
    return Series(made, known_as, stamps, [one.kept for one in single], single)


Amounts = Callable[[str, Series, int, int], FloatArray]


def decide_amounts(
    series: dict[str, Series], amounts: Amounts, options: WeatherOptions, source: str, notes: list[str]
) -> None:
    """Set what the amounts of ECMWF's reanalyses mean: by their values, or refuse.

    Parameters
    ----------
    series : dict
        Of the model's variables; those that are ``undecided`` are changed.
    amounts : callable
        Returns amounts [stamp, tile] as they stand: of a variable's name, its series, first stamp and number.
    options : WeatherOptions
        Of the user.
    source : str
        For messages.
    notes : list of str
        Gets what was found.

    Raises
    ------
    InputError
        Where neither files nor values nor the user say it.
    """
    undecided = {name: one for name, one in series.items() if one.field.meaning == "undecided"}
    if not undecided:
        return
    verdicts: dict[str, str] = {}
    for name, one in undecided.items():
        one.find_spacing(name, source)
        verdicts[name] = _verdict(name, one, amounts)
    for name, one in undecided.items():
        verdict = verdicts[name]
        if verdict == "undecided" and one.spacing < _ONE_DAY:
            # Variables of one file come from one request; what one of them shows holds for the others.
            paths = {entry.path for entry in one.entries[0]}
            kin = {verdicts[k] for k, other in undecided.items() if {e.path for e in other.entries[0]} & paths}
            verdict = next(iter(kin - {"undecided"})) if len(kin - {"undecided"}) == 1 else verdict
        if verdict == "undecided":
            raise InputError(
                f"{source}: whether '{one.field.names[0]}' is the sum of an hour (ERA5) or runs up since 00 UTC "
                f"(ERA5-Land) is not in the file, and its {one.stamps.size} values, "
                f"{one.spacing * HOURS_PER_DAY:g} h apart, do not show it: say it by ACCUMULATION (hour, step or day)."
            )
        verdicts[name] = verdict
    for name, one in undecided.items():
        hours = 1.0
        if verdicts[name] == "sum" and _is_of_step(undecided, verdicts, amounts):
            hours = 0.0
        meaning: Meaning = "accumulated" if verdicts[name] == "accumulated" else "sum"
        one.field = replace(one.field, meaning=meaning, hours=hours)
    notes += _said(undecided, verdicts, source)


def _verdict(name: str, series: Series, amounts: Amounts) -> str:
    """Return what the values of one variable show, looked at a few days at a time until they do."""
    if series.spacing > _ONE_DAY:
        return "undecided"
    window = max(2, round(_WINDOW_DAYS / series.spacing))
    least = _LEAST_CHANGE.get(name, _LEAST_RAIN)
    largest = 0.0
    for first in range(0, series.stamps.size, window):
        # One stamp of overlap, so that no change between windows is missed.
        start = max(first - 1, 0)
        count = min(window + first - start, series.stamps.size - start)
        one = replace(series, field=replace(series.field, names=series.field.names[:1], combine=None))
        values = amounts(name, one, start, count)
        largest = max(largest, float(np.nanmax(values, initial=0.0)))
        series.evidence.add(series.stamps[start : start + count], values, least)
        if series.evidence.verdict != "undecided":
            return series.evidence.verdict
    # Where nothing falls the two meanings are the same.
    return "sum" if largest < least else "undecided"


def _is_of_step(undecided: dict[str, Series], verdicts: dict[str, str], amounts: Amounts) -> bool:
    """Return whether long wave shows that sums are of the whole time since the stamp before, not of one hour."""
    one = undecided.get("LWdown")
    if one is None or verdicts["LWdown"] != "sum" or one.spacing * HOURS_PER_DAY < 1.5:
        return False
    mean = float(np.nanmean(amounts("LWdown", one, 0, min(one.stamps.size, round(_WINDOW_DAYS / one.spacing)))))
    low, high = _LONG_WAVE
    by_hour = mean / (SECONDS_PER_DAY / HOURS_PER_DAY)
    by_step = mean / (one.spacing * SECONDS_PER_DAY)
    return not low <= by_hour <= high and low <= by_step <= high


def _said(undecided: dict[str, Series], verdicts: dict[str, str], source: str) -> list[str]:
    notes = []
    running = [one.field.names[0] for name, one in undecided.items() if verdicts[name] == "accumulated"]
    if running:
        days = max(one.evidence.days for one in undecided.values())
        notes.append(
            f"{source}: {', '.join(running)} run up since 00 UTC (ERA5-Land): over {days} days their values rise "
            "through the day and fall after 00 UTC. They were turned into rates."
        )
    hourly = [one for name, one in undecided.items() if verdicts[name] == "sum" and one.length == 0.0]
    sampled = [one.field.names[0] for one in hourly if one.field.hours and one.spacing * HOURS_PER_DAY > 1.5]
    if sampled:
        spacing = hourly[0].spacing * HOURS_PER_DAY
        notes.append(
            f"{source}: {', '.join(sampled)} are sums of the one hour before each stamp (ERA5), of which there is one "
            f"in {spacing:g} h: that hour stands for the whole interval. If they are sums of {spacing:g} h, say "
            "ACCUMULATION=step."
        )
    return notes

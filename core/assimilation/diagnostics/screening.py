"""What is left out before the solution: gross values, and stations that contradict all others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...dates import date_of
from ..algebra.data_space import Solved
from ..priors.covariance import DataCovariance
from .withheld import Withheld, stations_left_out, without_station

_GROSS = 8.0  # robust standard deviations of its kind
_GROSS_MM = 30.0  # below which no value is gross: a flood or an earthquake's edge may reach it
_WILD = 3.0  # scatter of a frame's cells at an epoch over the usual one: summer air has 1.7 times that of the year
_WILD_MM = 5.0  # below which no epoch is wild
_FEWEST_CELLS, _FEWEST_EPOCHS = 6, 10  # for the scatter of an epoch, and for what is usual
_LEAST_STATIONS = 4
_CONTRADICTS = 4.0  # times the median misfit of all stations
_FAR_OFF = 4.0  # mean square of a station's misfit over the expected one
_WORSE = 0.9  # misfit over that of the open loop, above which all others do not foretell a station
_STEP = 0.5  # part of a station's misfit that a single jump explains
_MOST_LISTED = 3


@dataclass(frozen=True)
class Screened:
    """Values of which some are left out.

    Attributes
    ----------
    values : array [block, point]
        NaN where left out.
    warnings : tuple of str
        What was left out.
    count : int
        How many values.
    """

    values: FloatArray
    warnings: tuple[str, ...]
    count: int


def screen(values: FloatArray, kind: IntArray, names: tuple[str, ...], days: FloatArray) -> Screened:
    """Leave out values that are far from all others of their kind.

    Parameters
    ----------
    values : array [block, point]
        Observed less predicted.
    kind : array [point] of int
        Kinds of the points.
    names : tuple of str [point]
        Of stations and frames.
    days : array [block]
        Of the values.
    """
    before = np.isfinite(values).sum()
    with np.errstate(invalid="ignore"):
        departure = values - np.nanmedian(values, axis=0)
        gross = np.zeros(values.shape, dtype=bool)
        for one in np.unique(kind):
            inside = kind == one
            known = np.abs(departure[:, inside])
            scale = 1.4826 * np.nanmedian(known)
            gross[:, inside] = known > max(_GROSS * scale, _GROSS_MM)
    warnings = []
    for number in np.unique(kind[kind >= 0]):
        inside = kind == number
        wild = _wild_epochs(np.where(gross, np.nan, departure)[:, inside])
        if wild.any():
            gross[np.ix_(wild, inside)] = False
            values = np.where(np.outer(wild, inside), np.nan, values)
            warnings.append(_of_wild(names[int(np.argmax(inside))], days[wild]))
    if not gross.any():
        return Screened(values, tuple(warnings), int(before - np.isfinite(values).sum()))
    for name in dict.fromkeys(names[point] for point in np.flatnonzero(gross.any(axis=0))):
        of_name = np.array([other == name for other in names])
        epochs = np.flatnonzero(gross[:, of_name].any(axis=1))
        count = int(gross[:, of_name].sum())
        dates = ", ".join(f"{date_of(days[epoch])}" for epoch in epochs[:_MOST_LISTED])
        more = f" and {epochs.size - _MOST_LISTED} more" if epochs.size > _MOST_LISTED else ""
        largest = float(np.nanmax(np.abs(departure[:, of_name])[gross[:, of_name]]))
        warnings.append(
            f"{name}: {count} gross values (up to {largest:.0f} mm from the usual) on {dates}{more} are left out: "
            "unwrapping errors, fill values or jumps. Look at them in the input."
        )
    values = np.where(gross, np.nan, values)
    return Screened(values, tuple(warnings), int(before - np.isfinite(values).sum()))


def _wild_epochs(departure: FloatArray) -> BoolArray:
    """Return at which epochs the cells of a frame [epoch, cell] differ by far more than at others.

    What cells have in common says nothing here: it is a tie's error, or water.
    """
    number = np.isfinite(departure).sum(axis=1)
    enough = number >= _FEWEST_CELLS
    wild = np.zeros(number.size, dtype=bool)
    if enough.sum() < _FEWEST_EPOCHS:
        return wild
    scatter = np.nanstd(departure[enough], axis=1)
    wild[enough] = scatter > max(_WILD * float(np.median(scatter)), _WILD_MM)
    return wild


def _of_wild(name: str, days: FloatArray) -> str:
    """Return what to say of epochs that are left out of a frame."""
    dates = ", ".join(f"{date_of(day)}" for day in days[:_MOST_LISTED])
    more = f" and {days.size - _MOST_LISTED} more" if days.size > _MOST_LISTED else ""
    return (
        f"{name}: the cells differ more than {_WILD:g} times as much as usual on {dates}{more}; these epochs "
        "of the frame are left out: an unwrapping error, or stormy air. Look at them in the input."
    )


def contradicting_stations(
    covariance: DataCovariance, solved: Solved, inverse: FloatArray, days: FloatArray
) -> list[tuple[str, str]]:
    """Return names of stations that contradict all others and why, the worst first; empty below four stations.

    One after the other: a station that is wrong draws its neighbours' predictions to itself. What the others depart
    by is looked at without it.
    """
    contradicting: list[tuple[str, str]] = []
    found = stations_left_out(covariance, solved, inverse)
    while len(found.names) >= _LEAST_STATIONS:
        worst = int(np.argmax(found.normalized))
        if found.normalized[worst] < _FAR_OFF:
            break
        covariance, solved, inverse = without_station(found.names[worst], covariance, solved, inverse)
        others = stations_left_out(covariance, solved, inverse)
        if found.normalized[worst] < _CONTRADICTS * float(np.median(others.normalized)):
            break
        contradicting.append((found.names[worst], _why(found, worst, days)))
        found = others
    return contradicting


def _why(found: Withheld, number: int, days: FloatArray) -> str:
    """Return in words how a station contradicts all others."""
    step = _step(days[found.times[number]], found.residuals[number])
    if step is not None:
        day, size = step
        return f"it jumps by {size:+.0f} mm about {date_of(day)} against all others (antenna or earthquake)"
    if found.analysis[number, 0] > _WORSE * found.open_loop[number]:
        return "it moves otherwise than all others foretell (an aquifer below it? sign or unit of its heights?)"
    times = np.sqrt(found.normalized[number])
    return f"its heights depart from what all others foretell {times:.1f} times as far as expected"


def _step(days: FloatArray, residuals: FloatArray) -> tuple[float, float] | None:
    """Return day and size (mm) of the jump that explains most of the residuals [time]; None where none does."""
    count = residuals.size
    if count < 12:
        return None
    total = np.square(residuals - residuals.mean()).sum()
    places = np.arange(4, count - 4)
    sums = np.cumsum(residuals)
    before = sums[places - 1] / places
    after = (sums[-1] - sums[places - 1]) / (count - places)
    explained = places * (count - places) / count * (after - before) ** 2
    best = int(np.argmax(explained))
    if explained[best] < _STEP * total or abs(after[best] - before[best]) < 5.0:
        return None
    return float(days[places[best]]), float(after[best] - before[best])


def finite_points(values: FloatArray) -> BoolArray:
    """Return which points [point] have values [block, point] at two times or more."""
    there: BoolArray = np.isfinite(values).sum(axis=0) > 1
    return there

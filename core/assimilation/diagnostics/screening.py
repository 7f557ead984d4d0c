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
    with np.errstate(invalid="ignore"):
        departure = values - np.nanmedian(values, axis=0)
        gross = np.zeros(values.shape, dtype=bool)
        for one in np.unique(kind):
            inside = kind == one
            known = np.abs(departure[:, inside])
            scale = 1.4826 * np.nanmedian(known)
            gross[:, inside] = known > max(_GROSS * scale, _GROSS_MM)
    if not gross.any():
        return Screened(values, (), 0)
    warnings = []
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
    return Screened(np.where(gross, np.nan, values), tuple(warnings), int(gross.sum()))


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

"""Other storage beside open loop and analysis: an inversion of displacement, another model, whatever has ``tws``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..work.progress import Progress
from .comparison_input import Cells, Months, region_in, weighted_series
from .windows import average_used_days

_WHOLE = 0.995
_LONGEST_GAP = 45.0  # days
BEYOND = 2.0
MOST_BEYOND = 0.1
"""Part of the months in which the difference may be beyond two standard deviations."""


@dataclass(frozen=True)
class OtherStorage:
    """The region's mean by another file of storage.

    Attributes
    ----------
    name : str
        Of the file.
    values : array [month]
        Anomaly over the months that it has; NaN elsewhere.
    std : array [month]
        Standard deviation of the mean, or an upper bound of it (the cells' mean); NaN where the file has none.
    contains_grace, from_displacement : bool
        What went into it.
    """

    name: str
    values: FloatArray
    std: FloatArray
    contains_grace: bool
    from_displacement: bool


def read_other_storage(
    paths: Sequence[Path],
    cells: Cells,
    months: Months,
    fraction: FloatArray,
    max_gap_days: float,
    *,
    progress: Progress,
    warnings: list[str],
    unit: str = "",
) -> tuple[OtherStorage, ...]:
    """Return the storage of other files in the region; one that cannot be compared is named and left out.

    Parameters
    ----------
    paths : sequence of Path
        OTHER_STORAGE.
    cells, months : Cells, Months
        Of the comparison.
    fraction : array [row, column]
        The region.
    max_gap_days : float
        A month in which a file has a longer gap is left out of it.
    progress : Progress
        Of the caller.
    warnings : list of str
        Taken on.
    unit : str
        The parameter `UNIT`.
    """
    found: list[OtherStorage] = []
    for path in paths:
        try:
            with netcdf.open_chain_file(Path(path), [TWS, "time"], unit, warnings.append) as dataset:
                other = _read(
                    dataset,
                    Path(path),
                    cells,
                    months,
                    fraction,
                    max_gap_days=max_gap_days,
                    progress=progress,
                    warnings=warnings,
                )
        except InputError as error:
            warnings.append(f"OTHER_STORAGE: {Path(path).name} is left out: {error}".rstrip(".") + ".")
            continue
        if other.contains_grace:
            warnings.append(
                f"OTHER_STORAGE: {other.name} was made with GRACE as data: its agreement with GRACE says nothing."
            )
        found.append(other)
    return tuple(found)


def _read(
    dataset: Dataset,
    path: Path,
    cells: Cells,
    months: Months,
    fraction: FloatArray,
    *,
    max_gap_days: float,
    progress: Progress,
    warnings: list[str],
) -> OtherStorage:
    if dataset.variables[TWS].dimensions != ("time", "y", "x"):
        raise InputError("its 'tws' must have the dimensions time, y, x")
    part, row, column = region_in(netcdf.read_grid(dataset), cells, fraction)
    days = netcdf.read_days(dataset)
    known = _known(dataset, part, row, column)
    if not known.any():
        raise InputError("it has no values in the region")
    series = {}
    for name in (TWS, "tws_std"):
        if name in dataset.variables:
            series[name] = _series(dataset, name, part, (row, column), known, progress=progress)
    share = float(part.sum() / fraction.sum())
    if share < _WHOLE:
        warnings.append(f"OTHER_STORAGE: {path.name} covers only {share:.0%} of the region.")
    # A monthly inversion has one epoch a month: its own step is no gap.
    step = float(np.median(np.diff(days))) if days.size > 1 else 0.0
    gap = max(max_gap_days, min(1.2 * step, _LONGEST_GAP))
    values, std = (
        average_used_days(days[known], series[name], months.windows, months.unused, gap)
        if name in series
        else np.full(len(months.number), np.nan)
        for name in (TWS, "tws_std")
    )
    if not np.isfinite(values).any():
        raise InputError("it has no month in common")
    values = values - np.nanmean(values)
    made = {name: bool(getattr(dataset, name, 0)) for name in ("contains_grace", "from_displacement")}
    return OtherStorage(path.stem, values, std, made["contains_grace"], made["from_displacement"])


def _known(dataset: Dataset, part: FloatArray, row: int, column: int) -> BoolArray:
    """Return which times [time] have values in the region: an inversion has epochs without data."""
    place = np.argwhere(part > 0)
    top, left = place[len(place) // 2]
    return np.isfinite(netcdf.read_float(dataset, TWS, (slice(None), row + int(top), column + int(left))))


def _series(
    dataset: Dataset, name: str, part: FloatArray, first: tuple[int, int], known: BoolArray, *, progress: Progress
) -> FloatArray:
    """Return the weighted mean [known time] of a variable."""
    if known.all():
        return weighted_series(dataset, name, part, *first, progress=progress)[0]
    window = (slice(first[0], first[0] + part.shape[0]), slice(first[1], first[1] + part.shape[1]))
    field = netcdf.read_float(dataset, name, (slice(None), *window))[known]
    there = np.where(np.isfinite(field).all(axis=0), part, 0.0)
    mean: FloatArray = np.einsum("tij,ij->t", np.where(there > 0, field, 0.0), there) / there.sum()
    return mean


def consistency(
    analysis: FloatArray, analysis_std: FloatArray, other: FloatArray, other_std: FloatArray
) -> tuple[float, int]:
    """Return in which part of the months two means differ by more than two standard deviations, and how many months.

    Parameters
    ----------
    analysis, other : array [month]
        Anomalies.
    analysis_std, other_std : array [month]
        Of their errors, or upper bounds: cells' standard deviations make the test a mild one.
    """
    both = np.isfinite(analysis) & np.isfinite(other) & np.isfinite(analysis_std) & np.isfinite(other_std)
    if not both.any():
        return float("nan"), 0
    difference = analysis[both] - other[both]
    difference = difference - difference.mean()
    ratio = difference / np.hypot(analysis_std[both], other_std[both])
    return float((np.abs(ratio) > BEYOND).mean()), int(both.sum())


def consistency_in_words(name: str, share: float, months: int) -> str:
    """Return what the test says; agreement is no proof where both come from the same displacement."""
    if months == 0:
        return f"{name} has no standard deviations: its consistency with the analysis is not tested."
    if share > MOST_BEYOND:
        return (
            f"Analysis and {name} differ by more than {BEYOND:g} of their common standard deviation in {share:.0%} of "
            f"{months} months (5 % expected, more than {MOST_BEYOND:.0%} is too much): one of the error models is "
            "wrong."
        )
    return (
        f"Analysis and {name} agree within their errors in {1 - share:.0%} of {months} months. That is no proof where "
        "both use the same displacement."
    )

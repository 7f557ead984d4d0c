"""Both runs as GRACE's product shows them: its operator on their fields, leakage, and what a gain factor would be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..files import netcdf
from ..files.handles import Dataset
from ..work.progress import Progress
from . import filters, leakage
from .comparison_input import SERIES, Cells, Months, weighted_series
from .operators import Operator, RegionWeights
from .windows import average_used_days

SMOOTHED = "_smoothed"
LEAST_INSIDE = 0.9
_STANDARD_KM, _STANDARD_DEGREE = 300.0, 60


@dataclass(frozen=True)
class SeenRuns:
    """What a comparison learns of GRACE's footprint.

    Attributes
    ----------
    means : dict of array [month]
        Anomalies of the region's mean of both runs through the operator; empty where the domain is too narrow.
    gain : float
        What a load of 1 that is confined to the region leaves in its mean.
    standard_gain : float
        The same after a Gaussian of 300 km and degree 60.
    words : str
        The operator's.
    attributes : dict
        Gain factors of the runs, for the file.
    warnings : list of str
        What the user should know.
    """

    means: dict[str, FloatArray]
    gain: float
    standard_gain: float
    words: str
    attributes: dict[str, str | float] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def see_runs(
    analysis: Dataset,
    grace: Dataset,
    cells: Cells,
    months: Months,
    fraction: FloatArray,
    *,
    operator: Operator | None,
    max_gap_days: float,
    plain: dict[str, FloatArray],
    progress: Progress,
) -> SeenRuns:
    """Put both runs through the operator of GRACE's product.

    Parameters
    ----------
    analysis, grace : netCDF4.Dataset
        Open files.
    cells, months
        Of the comparison.
    fraction : array [row, column]
        Of the common cells in the region.
    operator : Operator, optional
        Of the product; None for none.
    max_gap_days : float
        See :func:`~.windows.average_used_days`.
    plain : dict of array [month]
        The region's means of the runs as they are, anomalies.
    progress : Progress
        Of the caller.

    Returns
    -------
    SeenRuns
        Means, gain and gain factors.
    """
    standard = leakage.gain(fraction, cells.grid, filters.gaussian(_STANDARD_KM, _STANDARD_DEGREE))
    if operator is None:
        return SeenRuns({}, standard, standard, f"Gaussian of {_STANDARD_KM:g} km")
    grid = netcdf.read_grid(analysis)
    row, column = cells.first["analysis"]
    window = (slice(row, row + cells.grid.rows), slice(column, column + cells.grid.columns))
    whole = np.zeros(grid.shape)
    whole[window] = fraction
    seen = operator.region_weights(whole, grid, _mascons(grace, cells, grid.shape, window, operator))
    gain = standard if operator.kind == "gaussian" else seen.gain(whole)
    result = SeenRuns({}, gain, standard, operator.words)
    if not operator.is_the_products:
        result.warnings.append(
            "GRACE's file does not say by which filter it was made, or the filter cannot be repeated: a Gaussian of "
            "300 km stands for it where both runs are compared as GRACE sees them."
        )
    missing = _add_means(result, analysis, months, seen, max_gap_days=max_gap_days, progress=progress)
    if missing and operator.destriped:
        plain_operator = replace(operator, destriped=False)
        seen = plain_operator.region_weights(whole, grid)
        if not _add_means(result, analysis, months, seen, max_gap_days=max_gap_days, progress=progress):
            missing = ""
            result.warnings.append(
                "Both runs are compared as GRACE sees them without its destriping, which reaches farther than the "
                "analysis has cells."
            )
    if missing:
        result.warnings.append(missing)
    for name in SERIES:
        if name + SMOOTHED in result.means:
            result.attributes.update(_gain_factor(name, plain[name], result.means[name + SMOOTHED]))
    return result


def _mascons(
    grace: Dataset, cells: Cells, shape: tuple[int, int], window: tuple[slice, slice], operator: Operator
) -> IntArray | None:
    """Return the mascon of each cell of the analysis; -1 where the GRACE file has no cell."""
    if operator.kind != "mascon":
        return None
    numbers = np.full(shape, -1, dtype=np.int64)
    numbers[window] = netcdf.read(grace, "mascon", cells.window("grace"))
    return numbers


def _add_means(
    result: SeenRuns,
    analysis: Dataset,
    months: Months,
    seen: RegionWeights,
    *,
    max_gap_days: float,
    progress: Progress,
) -> str:
    """Add the means of both runs; where the analysis does not reach far enough, none, and return why."""
    days = netcdf.read_days(analysis)
    found = {}
    for name, variable in SERIES.items():
        series, there = weighted_series(analysis, variable, seen.weights, 0, 0, progress=progress)
        if seen.inside * there < LEAST_INSIDE:
            return (
                f"Both runs cannot be smoothed to GRACE's footprint ({result.words}): only {seen.inside * there:.0%} "
                "of it lies where the analysis has cells. A larger load domain would mend that."
            )
        means = average_used_days(days, series, months.windows, months.unused, max_gap_days)
        found[name + SMOOTHED] = np.asarray(means - means.mean())
    result.means.update(found)
    return ""


def _gain_factor(name: str, plain: FloatArray, seen: FloatArray) -> dict[str, str | float]:
    """Return the factor that brings a run as GRACE sees it back to the run, and its standard error.

    Least squares through zero of anomalies (Landerer and Swenson, 2012, eq. 3); the error from the residuals.
    """
    squares = float(seen @ seen)
    if squares == 0 or seen.size < 3:
        return {}
    factor = float(seen @ plain) / squares
    rest = plain - factor * seen
    error = float(np.sqrt(rest @ rest / (seen.size - 1) / squares))
    return {f"gain_factor_{name}": factor, f"gain_factor_{name}_std": error}

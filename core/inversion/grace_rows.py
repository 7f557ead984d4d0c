"""Storage by GRACE as data at its own scale: means of its field over blocks, as the product's own operator sees them.

What a product went through (its Gaussian, DDK, destriping, its mascons) is applied to the storage that is sought; where
the file does not say it, a Gaussian of FOOTPRINT stands for it.

A month's value stands for each epoch of the displacement in that month, with its variance times their number, so that
the month is counted once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..dates import date_of
from ..errors import InputError
from ..files.handles import Dataset
from ..files.names import TWS
from ..files.netcdf import open_chain_file, read_days, read_float, read_grid
from ..geodesy import transform_points
from ..grace.operators import Operator, mascons_on, operator_of
from ..work.progress import Progress
from .data_errors import DataErrors, grace_errors
from .domain import Domain
from .options import StorageInversionOptions

_COVERED = 0.9  # part of the window's land on which GRACE must have values
_INSIDE = 0.6  # part of an operator that must lie in the window: lobes of destriping reach far
_WARNED = 0.9  # part below which the rest is warned of
_STD_MM = 15.0  # of a month under one footprint, where neither user nor product gives one (Wiese et al. 2016)
_OFTEN = 2.5  # epochs in a month from which on the step warns of it
_HALF_MONTH = 16.0  # days from the middle of a month to its ends, and half a day


@dataclass(frozen=True)
class GraceRows:
    """Means under footprints.

    Attributes
    ----------
    lon, lat : array [row]
        Centres, degrees.
    weights : array [row, row of cells, column]
        Of the cells.
    values : array [row, epoch]
        mm of water, about the mean of the epochs used; NaN where there is no month.
    errors : DataErrors
        Of the rows.
    """

    lon: FloatArray
    lat: FloatArray
    weights: FloatArray
    values: FloatArray
    errors: DataErrors


def grace_rows(
    path: Path, domain: Domain, days: FloatArray, options: StorageInversionOptions, progress: Progress
) -> GraceRows:
    """Read GRACE under footprints that tile the window.

    Parameters
    ----------
    path : Path
        From `importgrace`.
    domain : Domain
        Window and land.
    days : array [epoch]
        Days since 2000-01-01.
    options : StorageInversionOptions
        Choices.
    progress : Progress
        Hears warnings, and is asked whether to stop.

    Returns
    -------
    GraceRows
        Data, operator and error covariance.

    Raises
    ------
    InputError
        Where GRACE does not cover the window in space, or no epoch in time.
    """
    grid = domain.grid
    with open_chain_file(path, (TWS,), options.unit, progress.warn) as dataset:
        own, months, field = read_grid(dataset), read_days(dataset), read_float(dataset, TWS)
        formal = _uncertainty(dataset) if options.grace_error_mm is None else None
        operator = _operator(dataset, options.footprint_km)
        mascons = mascons_on(np.asarray(dataset["mascon"][:]), own, grid) if operator.kind == "mascon" else None
        smoothed = operator.is_the_products and operator.kind != "mascon"
    if field.ndim != 3:
        raise InputError(f"GRACE {path}: 'tws' must have the dimensions time, y, x. Import it with Import GRACE.")
    lon, lat = grid.lon_lat()
    x, y = (lon, lat) if own.is_geographic else transform_points(lon, lat, "EPSG:4326", own.crs)
    row, column = own.index(x, y)
    there = (row >= 0) & (row < own.rows) & (column >= 0) & (column < own.columns)
    if there[domain.land].mean() < _COVERED:
        raise InputError(
            f"GRACE {path} leaves {1 - there[domain.land].mean():.0%} of the window's land outside (more than 10 %): "
            "import GRACE for a larger area, or choose a smaller BUFFER."
        )
    values = np.full((months.size, *grid.shape), np.nan)
    values[:, there] = field[:, row[there], column[there]]
    error = np.full(grid.shape, options.grace_error_mm or _STD_MM)
    if formal is not None:
        error[there] = formal[row[there], column[there]]
    size = max(1, round(1000 * options.footprint_km / grid.dx))
    found = [
        _footprint(block, operator, domain, mascons, values, error=error, smoothed=smoothed)
        for block in _blocks(domain, size)
    ]
    kept = [one for one in found if one is not None]
    if not kept:
        raise InputError(
            f"GRACE: no footprint of {options.footprint_km:g} km lies within the window. Choose a larger BUFFER (300 "
            "km or more) or a smaller FOOTPRINT."
        )
    series, count = _at_epochs(np.stack([one.values for one in kept]), months, days, path)
    places = np.array([one.place for one in kept])
    outside = np.array([one.outside for one in kept])
    if np.median(outside) > 1 - _WARNED:
        progress.warn(
            f"GRACE: {np.median(outside):.0%} of what the product ({operator.words}) mixes into a value lies outside "
            "the window. It is taken to do what the inside does, with an error of its own. A larger BUFFER holds more."
        )
    if count > _OFTEN:
        progress.warn(
            f"GRACE: a month stands for {count:.0f} epochs of the displacement on average, with {np.sqrt(count):.1f} "
            "times its error at each, so that it counts once. That makes GRACE's part vague, and the prior's estimated "
            "sizes too small. Means of the heights over GRACE's months (Import GNSS with EPOCHS) use it in full."
        )
    std = np.hypot(np.array([one.std_mm for one in kept]) * np.sqrt(count), outside * np.nanstd(series, axis=1))
    errors = grace_errors(places[:, 0], places[:, 1], std, options)
    return GraceRows(places[:, 0], places[:, 1], np.stack([one.weights for one in kept]), series, errors)


@dataclass(frozen=True)
class _Footprint:
    """A block of the window as GRACE sees it: centre (degrees), weights on land, values [month], std, part outside."""

    place: tuple[float, float]
    weights: FloatArray
    values: FloatArray
    std_mm: float
    outside: float


def _blocks(domain: Domain, size: int) -> Iterator[BoolArray]:
    """Yield blocks [row, column] of `size` x `size` cells that are land at least by half."""
    grid = domain.grid
    for top in range(0, grid.rows, size):
        for left in range(0, grid.columns, size):
            block = np.zeros(grid.shape, dtype=bool)
            block[top : top + size, left : left + size] = domain.land[top : top + size, left : left + size]
            if block.sum() >= 0.5 * size * size:
                yield block


def _footprint(
    block: BoolArray,
    operator: Operator,
    domain: Domain,
    mascons: IntArray | None,
    values: FloatArray,
    *,
    error: FloatArray,
    smoothed: bool,
) -> _Footprint | None:
    """Return how GRACE sees the mean of a block; None where too much of it lies outside the window or in the sea."""
    seen = operator.region_weights(block.astype(np.float64), domain.grid, mascons)
    # What little of the operator lies outside the window is taken to see what the inside does.
    weights = np.where(domain.land, seen.weights / seen.weights.sum(), 0.0)
    if seen.inside < _INSIDE or weights.sum() < 0.5:
        return None
    lon, lat = domain.grid.lon_lat()
    # A field smoothed on the sphere mixes the sea's nothing into the mean; values of land alone do not.
    whole = 1.0 if smoothed else weights.sum()
    known = error[block][np.isfinite(error[block])]
    first = float(lon[block][0])  # from which the others are counted: a block may lie across 180 degrees
    middle = first + float(((lon[block] - first + 180.0) % 360.0 - 180.0).mean())
    return _Footprint(
        (middle, float(lat[block].mean())),
        weights / whole,
        np.nanmean(values[:, block], axis=1),
        std_mm=float(known.mean()) if known.size else _STD_MM,
        outside=1.0 - seen.inside,
    )


def _uncertainty(grace: Dataset) -> FloatArray | None:
    """Return the product's own standard deviation of a month [row, column] (mm); None where its file has none."""
    if "uncertainty" not in grace.variables:
        return None
    given = read_float(grace, "uncertainty")
    found: FloatArray = given if given.ndim == 2 else np.ma.median(np.ma.masked_invalid(given), axis=0).filled(np.nan)
    return np.where(found > 0, found, _STD_MM)


def _operator(grace: Dataset, footprint_km: float) -> Operator:
    """Return what the product went through; a Gaussian of FOOTPRINT where its file does not say it."""
    own = operator_of(grace)
    if own is not None and own.is_the_products:
        return own
    return Operator(f"Gaussian of {footprint_km:g} km (FOOTPRINT)", "gaussian", footprint_km, is_the_products=False)


def _at_epochs(series: FloatArray, months: FloatArray, days: FloatArray, path: Path) -> tuple[FloatArray, float]:
    """Return the months' values at the epochs in them, and how many epochs a month has."""
    values = np.full((series.shape[0], days.size), np.nan)
    nearest = np.argmin(np.abs(days[:, np.newaxis] - months), axis=1)
    near = np.abs(days - months[nearest]) <= _HALF_MONTH
    if not near.any():
        raise InputError(
            f"GRACE {path} ({date_of(float(months[0]))} to {date_of(float(months[-1]))}) has no month in which there "
            f"is displacement ({date_of(float(days[0]))} to {date_of(float(days[-1]))})."
        )
    values[:, near] = series[:, nearest[near]]
    count = float(np.bincount(nearest[near])[np.unique(nearest[near])].mean())
    return values - np.nanmean(values, axis=1, keepdims=True), count

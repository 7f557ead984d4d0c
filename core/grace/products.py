"""Other GRACE products beside the one that is compared: their region's mean, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError, MissingPackageError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from .comparison_input import Cells, Months, intersect_numbers, read_months, region_in
from .grid_files import LEAKAGE

_WHOLE = 0.995
_LEAST_PRODUCTS, _LEAST_COMMON = 3, 12


@dataclass(frozen=True)
class OtherProduct:
    """The region's mean by another product.

    Attributes
    ----------
    name : str
        Of the product.
    values : array [month]
        Anomaly, made level with the compared product over the months that both have; NaN where it has none.
    """

    name: str
    values: FloatArray


def read_others(
    paths: Sequence[Path], cells: Cells, months: Months, fraction: FloatArray, grace: FloatArray, *, warnings: list[str]
) -> tuple[OtherProduct, ...]:
    """Return the other products; one that cannot be compared is named and left out.

    Parameters
    ----------
    paths : sequence of Path
        Storage files of the GRACE import.
    cells, months
        Of the comparison.
    fraction : array [row, column]
        The region.
    grace : array [month]
        The compared product's anomaly.
    warnings : list of str
        Taken on.
    """
    found: list[OtherProduct] = []
    for path in paths:
        try:
            with netcdf.open_chain_file(Path(path), [TWS, "time"], warn=warnings.append) as dataset:
                other = _read(dataset, cells, months, fraction, grace, warnings=warnings)
        except InputError as error:
            warnings.append(f"{Path(path).name} is left out of the comparison of products: {error}.".replace("..", "."))
            continue
        count = sum(each.name.partition(" #")[0] == other.name for each in found)
        found.append(OtherProduct(f"{other.name} #{count + 1}", other.values) if count else other)
    return tuple(found)


def _read(
    dataset: Dataset, cells: Cells, months: Months, fraction: FloatArray, grace: FloatArray, *, warnings: list[str]
) -> OtherProduct:
    name = netcdf.attribute(dataset, "product") or Path(dataset.filepath()).stem
    # In a legend there is room for the filter only: "DDK3", not "DDK3 (applied by the product), degree 60".
    filtered = netcdf.attribute(dataset, "filter").partition(" (")[0].partition(",")[0]
    name += f" ({filtered})" if filtered and filtered not in name and filtered != "as the product has it" else ""
    part, row, column = region_in(netcdf.read_grid(dataset), cells, fraction)
    _, numbers, _ = read_months(dataset)
    ours, theirs = intersect_numbers(months.number, numbers)
    if ours.size == 0:
        raise InputError("it has no month in common")
    window = slice(row, row + part.shape[0]), slice(column, column + part.shape[1])
    fields = np.stack([netcdf.read_float(dataset, TWS, (int(step), *window)) for step in theirs])
    weights = np.where(np.isfinite(fields).all(axis=0), part, 0.0)
    share = float(weights.sum() / fraction.sum())
    if share == 0:
        raise InputError("it has no cell of the region in all months")
    if share < _WHOLE:
        warnings.append(f"{name} covers only {share:.0%} of the region.")
    values = np.full(len(months.number), np.nan)
    inside: BoolArray = weights > 0
    values[ours] = fields[:, inside] @ weights[inside] / weights.sum()
    values[ours] += grace[ours].mean() - values[ours].mean()
    return OtherProduct(name, values)


def spread(grace: FloatArray, others: Sequence[OtherProduct]) -> FloatArray:
    """Return the standard deviation (population form) of all products in each month; NaN where there is but one."""
    together = np.stack([grace, *(each.values for each in others)])
    count = np.isfinite(together).sum(axis=0)
    result = np.full(grace.shape, np.nan)
    several = count > 1
    result[several] = np.nanstd(together[:, several], axis=0)
    return result


def three_cornered_hat(series: FloatArray) -> FloatArray:
    """Return the standard deviation of each product's error, from their differences alone.

    The variance of a difference is the sum of two errors' variances where errors have nothing in common: with three
    products or more they follow, by least squares without negative ones (Premoli and Tavella, 1993, for the
    uncorrelated case). Products of one satellite share errors, which this cannot see: a lower bound.

    Parameters
    ----------
    series : array [product, month]
        Anomalies; NaN = missing.

    Returns
    -------
    array [product]
        NaN where there are fewer than three products or twelve common months.
    """
    there = np.isfinite(series).all(axis=0)
    count = len(series)
    if count < _LEAST_PRODUCTS or there.sum() < _LEAST_COMMON:
        return np.full(count, np.nan)
    try:
        from scipy.optimize import nnls
    except ImportError:
        raise MissingPackageError("scipy") from None
    pairs = [(i, j) for i in range(count) for j in range(i)]
    design = np.zeros((len(pairs), count))
    for row, pair in enumerate(pairs):
        design[row, list(pair)] = 1.0
    variances = [np.var(series[i, there] - series[j, there], ddof=1) for i, j in pairs]
    return np.asarray(np.sqrt(nnls(design, np.array(variances))[0]))


def region_leakage(grace: Dataset, cells: Cells, months: Months, fraction: FloatArray) -> FloatArray | None:
    """Return the anomaly of what leaked into the region's mean [month], as the product estimates it, in mm, or None.

    Months without an estimate are NaN.
    """
    if LEAKAGE not in grace.variables:
        return None
    window = cells.window("grace")
    inside = fraction > 0
    result = np.full(len(months.index), np.nan)
    for step, index in enumerate(months.index):
        leaked = netcdf.read_float(grace, LEAKAGE, (int(index), *window))[inside]
        there = np.isfinite(leaked)
        if fraction[inside][there].sum() >= _WHOLE * fraction[inside].sum():
            result[step] = np.average(leaked[there], weights=fraction[inside][there])
    if not np.isfinite(result).any():
        return None
    return np.asarray(result - np.nanmean(result))


def region_uncertainty(grace: Dataset, cells: Cells, months: Months, fraction: FloatArray) -> FloatArray | None:
    """Return one standard deviation of the region's mean [month] by the product's own uncertainty, or None.

    The uncertainty is one of mascons, not of cells: sqrt(sum_k (sigma_k A_k)^2) / sum_k A_k over the mascons k that the
    region touches, each with its area in it (the rule of JPL's notebooks). Where a product has no mascons its
    cells' errors count as common to all.
    """
    if "uncertainty" not in grace.variables:
        return None
    window = cells.window("grace")
    inside = fraction > 0
    area = fraction[inside]
    if "mascon" in grace.variables:
        mascon = netcdf.read(grace, "mascon", window)[inside]
    else:
        mascon = np.zeros(area.size, dtype=np.int64)
    _, member = np.unique(mascon, return_inverse=True)
    member = np.ravel(member)
    result = np.full(len(months.index), np.nan)
    for step, index in enumerate(months.index):
        sigma = netcdf.read_float(grace, "uncertainty", (int(index), *window))[inside]
        each = np.bincount(member, np.where(np.isfinite(sigma), sigma, 0.0) * area)
        result[step] = np.sqrt(np.sum(each**2)) / area.sum()
    return result

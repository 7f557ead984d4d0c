"""The file that a comparison writes: maps of R and ubRMSD, the region's monthly means, and recovered months."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..files import netcdf
from ..files.handles import Dataset
from .comparison_footprint import SMOOTHED, SeenRuns
from .comparison_input import SERIES, Cells, Months
from .gap_recovery import Recovered, ValidationRow, verdict
from .products import OtherProduct, three_cornered_hat
from .region import Region

TITLES = {"grace": "GRACE", "open_loop": "open loop", "analysis": "analysis"}


@dataclass(frozen=True)
class GapFill:
    """Months without GRACE and what the analysis makes of them.

    Attributes
    ----------
    months : array [gap]
        GRACE months.
    windows : array [gap, 2]
        Their calendar days.
    recovered : Recovered
        Predictions.
    validation : tuple of ValidationRow
        The same with months that GRACE has.
    """

    months: IntArray
    windows: FloatArray
    recovered: Recovered
    validation: tuple[ValidationRow, ...]


@dataclass(frozen=True)
class Findings:
    """Everything that a comparison found out, for writing.

    Attributes
    ----------
    maps : dict of array [row, column]
        By the names of their variables.
    means : dict of array [month]
        Their region's means (and those of the smoothed runs), as anomalies.
    region : Region
        Weights.
    uncertainty : array [month], optional
        Standard deviation of GRACE's mean by its own uncertainty.
    run_std : dict of array [month]
        Standard deviation of a run's mean by its own uncertainty, as if its cells' errors were common to all.
    leakage : array [month], optional
        What leaked into GRACE's mean from around, as the product estimates it, as anomalies.
    others : tuple of OtherProduct
        Other products.
    product_spread : array [month]
        Standard deviation among the products.
    gap_fill : GapFill, optional
        Recovered months.
    seen : SeenRuns
        Both runs as GRACE's product shows them, and what leaks.
    """

    maps: dict[str, FloatArray]
    means: dict[str, FloatArray]
    region: Region
    uncertainty: FloatArray | None
    run_std: dict[str, FloatArray]
    leakage: FloatArray | None
    others: Sequence[OtherProduct]
    product_spread: FloatArray
    gap_fill: GapFill | None
    seen: SeenRuns


def write_comparison(new: Dataset, cells: Cells, months: Months, found: Findings) -> None:
    """Fill a new data set."""
    netcdf.write_grid(new, cells.grid)
    netcdf.write_time(new, months.windows.mean(axis=1), months.windows)
    numbers = netcdf.add_variable(
        new, "grace_month", ("time",), "1", "GRACE month: 12 (year - 2002) + month", dtype="i4", fill=None
    )
    numbers[:] = months.number
    for name in SERIES:
        for prefix, unit, words in (
            ("correlation", "1", "correlation R with GRACE"),
            ("ubrmsd", "mm", "unbiased RMSD from GRACE"),
        ):
            variable = f"{prefix}_{name}"
            netcdf.add_variable(new, variable, ("y", "x"), unit, f"{words}, {TITLES[name]}")[:] = found.maps[variable]
    part = netcdf.add_variable(new, "region_fraction", ("y", "x"), "1", "part of the cell in the region's mean")
    part[:] = found.region.fraction
    for name, series in found.means.items():
        base = name[: -len(SMOOTHED)] if name.endswith(SMOOTHED) else name
        title = TITLES[base] + (", smoothed as GRACE is" if base != name else "")
        words = f"mean storage of the region, {title}, anomaly to its mean over these months"
        netcdf.add_variable(new, f"{name}_tws", ("time",), "mm", words)[:] = series
    if found.uncertainty is not None:
        words = "standard deviation of GRACE's mean by the product's uncertainty"
        netcdf.add_variable(new, "grace_std", ("time",), "mm", words)[:] = found.uncertainty
    for name, series in found.run_std.items():
        words = f"standard deviation of the region's mean, {TITLES[name]}, as if its cells' errors were common to all"
        netcdf.add_variable(new, f"{name}_std", ("time",), "mm", words)[:] = series
    if found.leakage is not None:
        words = "what leaked into GRACE's mean from around, by the product's own estimate, anomaly: part of grace_tws"
        netcdf.add_variable(new, "grace_leakage", ("time",), "mm", words)[:] = found.leakage
    if found.others:
        _write_products(new, found)
    if found.gap_fill is not None and found.gap_fill.months.size:
        _write_gap_fill(new, found.gap_fill)
    new.setncatts(
        {
            "region_area_km2": found.region.area_km2,
            "region_covered": found.region.covered,
            "leakage_gain": found.seen.gain,
            "leakage_gain_gaussian_300km": found.seen.standard_gain,
            "footprint": found.seen.words,
            **found.seen.attributes,
        }
    )


def _write_products(new: Dataset, found: Findings) -> None:
    """Write the other products and the spread of all."""
    new.createDimension("product", len(found.others))
    netcdf.add_names(new, "product_name", "product", [other.name for other in found.others], "GRACE product")
    words = "mean storage of the region by other products, level with GRACE over the months that both have"
    netcdf.add_variable(new, "product_tws", ("product", "time"), "mm", words)[:] = np.stack(
        [each.values for each in found.others]
    )
    errors = three_cornered_hat(np.stack([found.means["grace"], *(each.values for each in found.others)]))
    if np.isfinite(errors).all():
        words = "standard deviation of the product's error by the three-cornered hat: without what all share"
        netcdf.add_variable(new, "product_error_std", ("product",), "mm", words)[:] = errors[1:]
        new.grace_error_std_three_cornered_hat = float(errors[0])
    words = "standard deviation of GRACE's products (population form)"
    netcdf.add_variable(new, "product_spread", ("time",), "mm", words)[:] = found.product_spread


def _write_gap_fill(new: Dataset, filled: GapFill) -> None:
    """Write the recovered months on an axis of their own, and how withheld months were predicted."""
    new.createDimension("gap", filled.months.size)
    time = netcdf.add_day_variable(new, "gap_time", ("gap",), "middle of a month that GRACE lacks")
    time[:] = filled.windows.mean(axis=1)
    netcdf.add_variable(new, "gap_month", ("gap",), "1", "GRACE month", dtype="i4", fill=None)[:] = filled.months
    words = "GRACE's anomaly, recovered from the analysis"
    netcdf.add_variable(new, "recovered_tws", ("gap",), "mm", words)[:] = filled.recovered.values
    netcdf.add_variable(new, "recovered_std", ("gap",), "mm", f"{words}: standard deviation")[:] = filled.recovered.std
    rows = [
        {key: None if isinstance(value, float) and np.isnan(value) else value for key, value in asdict(row).items()}
        for row in filled.validation
    ]
    new.recovery_validation = json.dumps(rows)
    new.recovery_verdict = verdict(filled.validation)

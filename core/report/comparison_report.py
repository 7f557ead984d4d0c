"""Report on the comparison of open loop and analysis with GRACE."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..charts import maps, series, style, taylor
from ..files import netcdf
from ..files.handles import Dataset
from ..language import tr
from .area import window_around
from .headline import add_agreement
from .page import NOTHING, Page, plain_number
from .provenance import add_provenance, is_synthetic

TITLES = {
    "open_loop": "Open loop",
    "analysis": "Analysis",
    "open_loop_smoothed": "Open loop, as GRACE sees it",
    "analysis_smoothed": "Analysis, as GRACE sees it",
}
COLOURS = {"open_loop": style.ORANGE, "analysis": style.BLUE}
MAIN = ("analysis", "open_loop")


_BIAS_SHOWN_MM = 0.05  # what is not 0.0 with one digit


def write_comparison_report(comparison: Path, rows: Sequence[Any], report: Path, warnings: Iterable[str] = ()) -> None:
    """Write series, table and maps of the comparison.

    Parameters
    ----------
    comparison : Path
        Of the maps (NetCDF) that the comparison wrote.
    rows : sequence
        Objects with ``series``, ``period``, ``n_months``, ``r``, ``ubrmsd_mm``, ``bias_mm``, ``rmsd_mm`` and
        ``amplitude_ratio``.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    with netcdf.open_dataset(comparison, needs=("correlation_analysis", "ubrmsd_analysis")) as dataset:
        synthetic = is_synthetic(dataset)
        months = len(dataset.dimensions["time"]) if "time" in dataset.dimensions else 0
        page = Page(
            tr("Comparison with GRACE"),
            f"Storage with and without observations against {months} monthly solutions of GRACE, each averaged over "
            "the very days that the solution used.",
            synthetic,
        )
        page.warn(warnings)
        add_agreement(page, rows)
        page.heading(tr("Region"))
        if "grace_tws" in dataset.variables:
            add_monthly_figure(page, dataset, synthetic)
        add_metrics_table(page, rows)
        if getattr(dataset, "what_the_months_show", ""):
            page.paragraph(str(dataset.what_the_months_show))
        add_gain_factors(page, dataset)
        add_taylor_figure(page, rows, synthetic)
        if "product_tws" in dataset.variables:
            add_products_figure(page, dataset, synthetic)
        if "recovery_validation" in dataset.ncattrs():
            add_recovery_table(page, str(dataset.recovery_validation), str(getattr(dataset, "recovery_verdict", "")))
        add_methods(page, dataset)
        page.heading(tr("Cell by cell"))
        add_metric_maps(page, dataset, synthetic)
        add_provenance(page, dataset)
    page.write(report)


def add_monthly_figure(page: Page, dataset: Dataset, synthetic: bool) -> None:
    """Add the monthly means of the region (the paper's Fig. 9)."""
    days = netcdf.read_days(dataset)
    windows = None
    if "time_bnds" in dataset.variables:
        windows = netcdf.read_days(dataset, "time_bnds", str(dataset["time"].units))
        days = windows.mean(axis=1)
    lines = [
        series.Series(TITLES[name], days, netcdf.read_float(dataset, f"{name}_tws"), name, _read_std(dataset, name))
        for name in MAIN[::-1]
    ]
    grace = netcdf.read_float(dataset, "grace_tws")
    std = _read_std(dataset, "grace")
    lines.append(series.Series("GRACE", days, grace, "grace", std, windows=windows))
    text = ""
    if std is not None or any(f"{name}_std" in dataset.variables for name in MAIN):
        text = (
            " Bands and upright bars: one standard deviation by each file's own uncertainty, as if the errors of a "
            "run's cells were common to all: an upper bound."
        )
    if "recovered_tws" in dataset.variables and dataset["recovered_tws"].size:
        gaps, recovered = netcdf.read_days(dataset, "gap_time"), netcdf.read_float(dataset, "recovered_tws")
        std = netcdf.read_float(dataset, "recovered_std")
        lines.append(series.Series("GRACE, recovered", gaps, recovered, "recovered", std))
        text += (
            " Hollow: months that GRACE lacks, recovered from the analysis by a regression on the months they share, "
            "with one standard deviation."
        )
    figure = style.new_figure(7.2, 3.2)
    series.draw_storage(figure.subplots(), lines, smooth=True, synthetic=synthetic)
    page.figure(
        figure,
        "Mean water storage of the region in the months of GRACE, as anomaly to the mean of the common months. Black "
        "bars: the days that a GRACE solution used. Curves: Akima splines through the monthly values."
        f"{text}",
    )


def _read_std(dataset: Dataset, name: str) -> FloatArray | None:
    """Return the standard deviation of a series [time], None where the file has none."""
    return netcdf.read_float(dataset, f"{name}_std") if f"{name}_std" in dataset.variables else None


def add_metrics_table(page: Page, rows: Sequence[Any]) -> None:
    """Add the table of R and ubRMSD (the paper's Table III), with 95 % intervals where the rows have them."""
    # Anomalies have no bias over all months; those of a period may.
    biased = any(abs(row.bias_mm) >= _BIAS_SHOWN_MM for row in rows)
    page.table(
        "Agreement of the region's mean with GRACE. In brackets: 95 % confidence intervals, from how long the errors "
        "last and from their season. R without season: of what is left after trend, annual and semi-annual cycle; a "
        "season that both share makes R high by itself. ubRMSD: root-mean-square difference after each series' own "
        "mean was taken off (population form). Skill: 1 − ubRMSD / ubRMSD of the open loop. As GRACE sees it: after "
        "what GRACE's product went through.",
        (
            "Series",
            "Period",
            "Months",
            "R without season",
            "R",
            "ubRMSD (mm)",
            *(("Bias (mm)",) if biased else ()),
            "Skill",
        ),
        [
            (
                TITLES.get(row.series, row.series),
                _period(row.period),
                int(row.n_months),
                _with_interval(row, "r_deseasonalised", 2),
                _with_interval(row, "r", 3),
                _with_interval(row, "ubrmsd", 1, "_mm"),
                *((plain_number(row.bias_mm, 1),) if biased else ()),
                _with_interval(row, "skill", 2),
            )
            for row in rows
        ],
    )
    if all(hasattr(row, "annual_amplitude_mm") for row in rows):
        _add_season_table(page, rows)


def _add_season_table(page: Page, rows: Sequence[Any]) -> None:
    page.table(
        "Season and trend of the same series, and of GRACE in the same months.",
        (
            "Series",
            "Period",
            "Standard deviation over GRACE's",
            "Annual amplitude (mm)",
            "Highest on day",
            "Trend (mm/yr)",
            "GRACE: amplitude (mm)",
            "Highest on day",
            "Trend (mm/yr)",
        ),
        [
            (
                TITLES.get(row.series, row.series),
                _period(row.period),
                plain_number(row.amplitude_ratio, 2),
                plain_number(row.annual_amplitude_mm, 1),
                plain_number(row.annual_day, 0),
                plain_number(row.trend_mm_per_year, 1),
                plain_number(row.grace_annual_amplitude_mm, 1),
                plain_number(row.grace_annual_day, 0),
                plain_number(row.grace_trend_mm_per_year, 1),
            )
            for row in rows
        ],
        fold=True,
    )


def add_gain_factors(page: Page, dataset: Dataset) -> None:
    """Add what GRACE's product shows of the region, and what would bring it back by either run."""
    names = dataset.ncattrs()
    if "leakage_gain" not in names or "footprint" not in names:
        return
    words = (
        f"Of a load that is confined to the region, {float(dataset.leakage_gain):.0%} would be left in its mean after "
        f"what GRACE's product went through ({dataset.footprint})."
    )
    factors = [
        f"{float(dataset.getncattr(f'gain_factor_{name}')):.2f} ± "
        f"{float(dataset.getncattr(f'gain_factor_{name}_std')):.2f} by the {TITLES[name].lower()}"
        for name in MAIN[::-1]
        if f"gain_factor_{name}" in names
    ]
    if factors:
        words += (
            f" The factor that brings the region's anomaly as GRACE sees it back to the whole is {', '.join(factors)} "
            "(least squares of monthly anomalies, with its standard error); it is not applied to GRACE."
        )
    page.paragraph(words)


def add_taylor_figure(page: Page, rows: Sequence[Any], synthetic: bool) -> None:
    """Add Taylor's diagram of the whole time."""
    points = [
        taylor.TaylorPoint(TITLES.get(row.series, row.series), row.r, row.amplitude_ratio, COLOURS.get(row.series))
        for row in rows
        if row.period == rows[0].period
    ]
    if not any(np.isfinite(point.r) for point in points):
        return
    figure = style.new_figure(7.0, 3.6)
    taylor.draw_taylor(figure.subplots(), points, synthetic=synthetic)
    page.figure(
        figure,
        "Taylor's diagram of all months. Distance from the origin: standard deviation over that of GRACE; angle: "
        "correlation (numbers on the outer arc); distance from GRACE's point: ubRMSD over GRACE's standard deviation "
        "(dotted circles, every 0.5).",
    )


def add_products_figure(page: Page, dataset: Dataset, synthetic: bool) -> None:
    """Add the region's mean by every GRACE product, with the spread of all as a band."""
    days = netcdf.read_days(dataset, "time_bnds", str(dataset["time"].units)).mean(axis=1)
    names = [str(name) for name in dataset["product_name"][:]]
    others = netcdf.read_float(dataset, "product_tws")
    grace = netcdf.read_float(dataset, "grace_tws")
    mean = np.nanmean(np.vstack([grace[None], others]), axis=0)
    lines = [series.Series("Mean and spread", days, mean, "other", netcdf.read_float(dataset, "product_spread"))]
    compared = str(dataset.product) if "product" in dataset.ncattrs() else "compared"
    lines.append(series.Series(f"GRACE: {compared}", days, grace, "grace"))
    lines += [series.Series(name, days, values) for name, values in zip(names, others)]
    if "product_error_std" in dataset.variables:
        errors = [float(dataset.grace_error_std_three_cornered_hat), *netcdf.read_float(dataset, "product_error_std")]
        page.table(
            "Standard deviation of each product's error, from the differences of all (three-cornered hat). Products "
            "of one satellite share errors, which this cannot see: a lower bound.",
            ("Product", "Error (mm)"),
            [(name, plain_number(value, 1)) for name, value in zip([compared, *names], errors)],
        )
    figure = style.new_figure(7.2, 3.2)
    series.draw_storage(figure.subplots(), lines, synthetic=synthetic)
    page.figure(
        figure,
        "The region's mean by several GRACE products, level with one another over their common months. Band: one "
        "standard deviation among the products. Where open loop and analysis differ by less, GRACE cannot tell them "
        "apart.",
    )


def add_recovery_table(page: Page, stored: str, verdict: str = "") -> None:
    """Add how well months that GRACE has were predicted when they were withheld."""
    names = {
        "analysis": "Analysis",
        "open_loop": "Open loop",
        "season": "Mean season",
        "interpolation": "Straight lines between neighbours",
    }
    rows = json.loads(stored)
    if not rows:
        return
    page.table(
        "Months that GRACE has, withheld and predicted from the rest: how far recovered months can be trusted. Within: "
        "part of the months within two of the standard deviations given for them. Analysis, open loop and season carry "
        "the rests of their neighbours alike. Skill: of the analysis against each, with its 95 % interval.",
        ("Predictor", "Months withheld at a time", "Predictions", "RMSE (mm)", "R", "Within", "Skill against it"),
        [
            (
                names[row["predictor"]],
                row["run"],
                row["n"],
                plain_number(row["rmse_mm"], 1),
                plain_number(np.nan if row["r"] is None else row["r"], 3),
                NOTHING if row["coverage"] is None else f"{row['coverage']:.0%}",
                _skill_against(row),
            )
            for row in rows
        ],
    )
    if verdict:
        page.paragraph(verdict)


def _skill_against(row: dict[str, Any]) -> str:
    """Return the skill of the analysis against a predictor with its interval."""
    ends = [row.get(key) for key in ("skill", "skill_low", "skill_high")]
    if any(value is None for value in ends):
        return NOTHING
    return "{} [{},\u00a0{}]".format(*(plain_number(float(value), 2) for value in ends if value is not None))


METHOD_WORDS = {
    "product": "Product",
    "centre": "Processing centre",
    "release": "Release",
    "filter": "Filter",
    "tide_system": "Tide system",
    "degree_1_source": "Degree 1",
    "c20_source": "C20",
    "c30_source": "C30",
    "gia_source": "Glacial isostatic adjustment",
    "anomaly_baseline": "Anomalies to",
    "convention": "From potential to mass",
    "latitudes": "Latitudes",
    "scale_factors_applied": "Scale factors applied (1: yes)",
    "uncertainty_form": "Uncertainty",
    "water_density": "Density of water",
    "footprint": "Both runs as GRACE sees them",
}


def add_methods(page: Page, dataset: Dataset) -> None:
    """Add the table of how GRACE's storage was made."""
    rows = [(words, str(dataset.getncattr(key))) for key, words in METHOD_WORDS.items() if key in dataset.ncattrs()]
    if rows:
        page.table("How GRACE's storage was made, as its file says.", ("Step", "What was done"), rows)


def _period(text: str) -> str:
    """Return a period whose dates are not broken over lines."""
    return text.replace("..", " to ").replace("-", "\u2011")


def _with_interval(row: Any, name: str, digits: int, unit: str = "") -> str:
    value = plain_number(getattr(row, f"{name}{unit}", np.nan), digits)
    ends = [plain_number(getattr(row, f"{name}_{end}{unit}", np.nan), digits) for end in ("low", "high")]
    return value if NOTHING in (value, *ends) else f"{value} [{ends[0]},\u00a0{ends[1]}]"


def add_metric_maps(page: Page, dataset: Dataset, synthetic: bool) -> None:
    """Add the maps of R and ubRMSD (the paper's Fig. 11)."""
    grid = netcdf.read_grid(dataset)
    shown = []
    fields = {
        name: netcdf.read_float(dataset, name)
        for name in ("correlation_analysis", "correlation_open_loop", "ubrmsd_analysis", "ubrmsd_open_loop")
    }
    there = np.any([np.isfinite(values) for values in fields.values()], axis=0)
    if not there.any():
        page.paragraph("No cell has enough months for a map.")
        return
    if "region_fraction" in dataset.variables:
        there &= _with_rim(netcdf.read_float(dataset, "region_fraction") > 0)
    window = window_around(there)
    rows, columns = window
    part = grid.window(rows.start, columns.start, rows.stop - rows.start, columns.stop - columns.start)
    for quantity, symbol, unit in (("correlation", "R", "1"), ("ubrmsd", "ubRMSD", "mm")):
        panels = [
            maps.MapPanel(
                f"{symbol}, {TITLES[name].lower()}",
                fields[f"{quantity}_{name}"][window],
                part,
                quantity,
            )
            for name in MAIN
        ]
        shown.append((f"{symbol} ({unit})", panels))
    page.figure(
        maps.rows_figure(shown, synthetic),
        "Correlation R and ubRMSD of every cell against GRACE: (a, b) R of analysis and open loop, (c, d) ubRMSD of "
        "analysis and open loop; the two maps of a row share their scale. Shown are the region and a rim of two cells.",
    )


def _with_rim(chosen: BoolArray, width: int = 2) -> BoolArray:
    """Return the cells that lie within the rectangle around the chosen ones and `width` cells more."""
    rows, columns = window_around(chosen)
    result = np.zeros_like(chosen)
    result[max(0, rows.start - width) : rows.stop + width, max(0, columns.start - width) : columns.stop + width] = True
    return result

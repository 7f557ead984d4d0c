"""Report on an analysis: storage with and without observations, and whether the errors were assumed rightly."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..assimilation.diagnostics.findings_output import read_findings
from ..charts import innovations, maps, series, style
from ..dates import date_of
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS_ANALYSIS, TWS_ANALYSIS_STD, TWS_OPEN_LOOP
from ..findings.outcome import outcome_of
from ..language import tr
from .analysis_summary import add_gross_errors, add_summary
from .area import AreaMeans, area_means, window_around
from .findings_section import add_findings
from .headline import add_outcome
from .increments_section import add_increments
from .page import Page, plain_number
from .provenance import add_provenance, attribute_rows, is_synthetic
from .verdict_section import add_verdict


def write_analysis_report(analysis: Path, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write series, innovations and maps of an analysis.

    Parameters
    ----------
    analysis : Path
        Of the file that the assimilation wrote.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    with netcdf.open_dataset(analysis, needs=(TWS_OPEN_LOOP, TWS_ANALYSIS, "n_observations")) as dataset:
        means = area_means(dataset)
        synthetic = is_synthetic(dataset)
        page = Page(
            tr("Assimilation of displacement"),
            f"Water storage of {means.n_cells} cells that had observations, at {means.days.size} epochs from "
            f"{date_of(means.days[0]):%Y-%m-%d} to {date_of(means.days[-1]):%Y-%m-%d}.",
            synthetic,
        )
        page.warn(warnings)
        add_outcome(page, outcome_of(analysis))
        add_verdict(page, dataset)
        add_information(page, dataset)
        findings = read_findings(dataset)
        if findings is not None:
            add_summary(page, dataset, findings)
        _add_series(page, means, synthetic)
        add_innovations(page, dataset, means, synthetic)
        add_gross_errors(page, dataset)
        if findings is not None and findings.ranks.sum():
            pooled = netcdf.read_float(dataset, "pooled_normalized_innovation_std")
            add_findings(page, findings, means.days, pooled, synthetic)
        add_increments(page, dataset, synthetic)
        _add_maps(page, dataset, synthetic)
        page.heading(tr("Options"))
        page.table("All options of the run.", ("Name", "Value"), attribute_rows(dataset), fold=True)
        add_provenance(page, dataset)
    page.write(report)


def add_information(page: Page, dataset: Dataset) -> None:
    """Say what the observations could be expected to tell before the run, where the file says it."""
    text = str(getattr(dataset, "information", ""))
    if text:
        page.paragraph(text)


def storage_lines(means: AreaMeans) -> list[series.Series]:
    """Return open loop and analysis as anomalies to their own mean, with their spread."""
    return [
        series.Series("Open loop", means.days, _anomaly(means.open_loop), "open_loop", means.open_loop_std),
        series.Series("Analysis", means.days, _anomaly(means.analysis), "analysis", means.analysis_std),
    ]


def _anomaly(values: FloatArray) -> FloatArray:
    return values - np.nanmean(values)


def _add_series(page: Page, means: AreaMeans, synthetic: bool) -> None:
    page.heading(tr("Water storage"))
    figure = style.new_figure(7.2, 3.2)
    series.draw_storage(figure.subplots(), storage_lines(means), synthetic=synthetic)
    page.figure(
        figure,
        "Mean water storage of the cells that had observations, as anomaly to each series' own mean. Dashed: the model "
        f"alone (open loop); solid: with displacement assimilated. Dotted and shaded: {means.band}.",
    )
    change = means.analysis - means.open_loop
    page.facts(
        {
            "Range of the open loop (mm)": round(float(np.ptp(means.open_loop)), 1),
            "Range of the analysis (mm)": round(float(np.ptp(means.analysis)), 1),
            "Mean correction (mm)": plain_number(np.mean(change), 1),
            "RMS of the correction (mm)": round(float(np.sqrt(np.mean(change**2))), 1),
            "Mean spread, open loop (mm)": round(float(np.mean(means.open_loop_std)), 1),
            "Mean spread, analysis (mm)": round(float(np.mean(means.analysis_std)), 1),
        }
    )
    if means.observed is not None and means.predicted is not None and np.isfinite(means.observed).any():
        figure = style.new_figure(7.2, 2.8)
        lines = [
            series.Series("Predicted by the open loop", means.days, means.predicted, "open_loop"),
            series.Series("Observed", means.days, means.observed, colour=style.PLUM),
        ]
        series.draw_series(figure.subplots(), lines, "Vertical displacement (mm)", synthetic=synthetic)
        page.figure(
            figure,
            "Vertical displacement, observed and predicted from the open loop's storage, mean of the cells that had "
            "observations, as anomalies. A season of another size or phase is what the analysis corrects; jumps from "
            "epoch to epoch are errors that all cells share (reference, atmosphere).",
        )


def add_innovations(page: Page, dataset: Dataset, means: AreaMeans, synthetic: bool) -> None:
    """Add the sequence of normalized innovations and what it says (the paper's Fig. 8)."""
    needed = ("area_mean_normalized_innovation", "pooled_normalized_innovation_std")
    if any(name not in dataset.variables for name in needed):
        return
    mean, pooled = (netcdf.read_float(dataset, name) for name in needed)
    if not (np.isfinite(mean).any() and np.isfinite(pooled).any()):
        return
    page.heading(tr("Normalized innovations"))
    figure = style.new_figure(7.2, 2.8)
    innovations.draw_innovations(figure.subplots(), means.days, mean, pooled, synthetic)
    page.figure(
        figure,
        "Observation minus prediction, divided by the standard deviation that the filter expects of it. Points: mean "
        "over the cells of an epoch; line: root mean square over its cells. Shaded: plus and minus one.",
    )
    total = float(getattr(dataset, "normalized_innovation_pooled_std", np.sqrt(np.nanmean(pooled**2))))
    page.paragraph(
        f"Over all cells and epochs the standard deviation is {total:.2f}; {_judgement(total)} The mean of the area "
        f"mean is {plain_number(np.nanmean(mean), 2)} and its standard deviation over time {np.nanstd(mean):.2f}: the "
        "paper's Fig. 8 shows these two. The area mean averages over cells, so its standard deviation is below 1 even "
        "where the errors are right."
    )


def _judgement(total: float) -> str:
    if total > 1.2:
        return "above 1, observations and model differ by more than the assumed errors allow."
    if total < 0.8:
        return "below 1, the assumed errors are larger than the differences ask for."
    return "close to 1, as it is where the assumed errors are right."


def _add_maps(page: Page, dataset: Dataset, synthetic: bool) -> None:
    grid = netcdf.read_grid(dataset)
    observed = netcdf.read_float(dataset, "n_observations")
    rows, columns = window_around(observed > 0)
    part = grid.window(rows.start, columns.start, rows.stop - rows.start, columns.stop - columns.start)
    index = (slice(None), rows, columns)
    change = netcdf.read_float(dataset, TWS_ANALYSIS, index) - netcdf.read_float(dataset, TWS_OPEN_LOOP, index)
    spread = [netcdf.read_float(dataset, f"tws_{name}_std", index) for name in ("open_loop", "analysis")]
    page.heading(tr("Where the observations count"))
    rms = np.sqrt(np.mean(change**2, axis=0))
    page.figure(
        maps.map_figure([maps.MapPanel("Correction", rms, part, "amount")], "RMS (mm)", 1, synthetic, 4.2),
        "Root mean square over time of the correction that the observations made to the storage of each cell; light "
        "where they say little.",
    )
    panels = [
        maps.MapPanel(title, np.mean(values, axis=0), part, TWS_ANALYSIS_STD)
        for title, values in zip(("Open loop", "Analysis"), spread)
    ]
    page.figure(
        maps.map_figure(panels, "Standard deviation (mm)", 2, synthetic),
        "Standard deviation of the ensemble, mean over time: what the observations took off it is what they added, if "
        "their errors are as assumed.",
    )

"""Report on the choice of the observation error (the paper's Fig. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..assimilation.tuning import TuningResult
from ..charts import innovations, style
from ..language import tr
from .findings_section import add_findings
from .headline import add_error
from .page import Page, plain_number
from .provenance import add_versions


def write_tuning_report(result: TuningResult, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write the statistics of the innovations by the assumed error, with what they speak for.

    Parameters
    ----------
    result : TuningResult
        Of the runs.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    rows = result.rows
    of_what = "the stations' heights" if result.of_stations else "the vertical displacement of a cell"
    members = (
        " The members are those of the land model's open loop, corrected by increments that fade with the error memory."
        if result.land_model
        else ""
    )
    page = Page(
        tr("Observation error"),
        f"The filter was run {len(rows)} times with the same members and draws, assuming errors of {of_what} from "
        f"{rows[0].observation_error_mm:g} to {rows[-1].observation_error_mm:g} mm.{members}",
        result.synthetic,
    )
    page.warn((*warnings, *result.warnings()))
    add_error(page, result.likely_error_mm, result.best_error_mm)
    _add_sweep(page, result)
    page.heading(tr("The run nearest to it"))
    page.paragraph(
        f"What follows is of the run with {result.nearest_mm:g} mm, whose innovations are nearest to what is expected."
    )
    nothing = np.zeros(0)
    add_findings(page, result.findings, nothing, nothing, result.synthetic)
    page.heading(tr("How it was made"))
    page.paragraph(
        "Chen et al. (2022), section III.B, eq. 9 and Fig. 8; Desroziers et al. (2005). The likelihood takes each "
        "innovation alone."
    )
    add_versions(page)
    page.write(report)


def _add_sweep(page: Page, result: TuningResult) -> None:
    rows = result.rows
    page.heading(tr("Normalized innovations"))
    figure = style.new_figure(7.2, 3.2)
    innovations.draw_error_tuning(
        figure.subplots(),
        np.array([row.observation_error_mm for row in rows]),
        np.array([row.area_mean for row in rows]),
        np.array([row.area_std for row in rows]),
        np.array([row.pooled_std for row in rows]),
        synthetic=result.synthetic,
    )
    page.figure(
        figure,
        "Mean and standard deviation of the normalized innovations by the assumed error: of the area mean as in the "
        "paper's Fig. 8, and pooled over all cells and epochs.",
    )
    page.facts(
        {
            "Error at which the pooled standard deviation is 1 (mm)": _or_outside(result.best_error_mm),
            "Most likely error (mm)": plain_number(result.likely_error_mm, 1),
        }
    )
    page.table(
        "Statistics by the assumed error. Area: mean over the cells of each epoch. Most likely: were the "
        "members' spread of that run right.",
        (
            "Error (mm)",
            "Pooled mean",
            "Pooled std",
            "Area mean",
            "Area std",
            "expected",
            "Log-likelihood",
            "Desroziers (mm)",
            "Most likely (mm)",
        ),
        [
            (
                f"{row.observation_error_mm:g}",
                *(
                    plain_number(value, 2)
                    for value in (row.pooled_mean, row.pooled_std, row.area_mean, row.area_std, row.expected_area_std)
                ),
                plain_number(row.log_likelihood, 1),
                plain_number(row.desroziers_error_mm, 1),
                plain_number(row.likely_error_mm, 1),
            )
            for row in rows
        ],
    )


def _or_outside(error: float) -> str:
    return "outside the errors tried" if np.isnan(error) else plain_number(error, 1)

"""Report on the choice of the observation error (the paper's Fig. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..assimilation.tuning import TuningResult
from ..charts import innovations, style
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
    page = Page(
        "Observation error",
        f"The filter was run {len(rows)} times with the same members and draws, assuming errors of the vertical "
        f"displacement of a cell from {rows[0].observation_error_mm:g} to {rows[-1].observation_error_mm:g} mm.",
        result.synthetic,
    )
    page.warn(warnings)
    if result.coherent:
        page.warn(
            [
                "The innovations of the cells move together more than the assumed errors allow: the observations have "
                "errors common to many cells, or the model errs regionally by more than assumed. An error that suits "
                "single cells is then too small for their mean."
            ]
        )
    _add_sweep(page, result)
    _add_correlation(page, result)
    page.heading("Ranks")
    share = result.ranks / max(1, result.ranks.sum()) * result.ranks.size
    page.paragraph(
        "Where spread and errors are right, an observation lies between any two neighbouring members (with the "
        f"observation's error) equally often. Here the ends hold {share[0]:.2f} and {share[-1]:.2f} times, the middle "
        f"third {np.mean(share[share.size // 3 : -(share.size // 3)]):.2f} times their part: ends above 1 speak for "
        "errors or a spread that are too small, ends below 1 for ones that are too large."
    )
    page.heading("How it was made")
    page.paragraph(
        "Chen et al. (2022), section III.B, eq. 9 and Fig. 8; Desroziers et al. (2005). The likelihood takes each "
        "innovation alone."
    )
    add_versions(page)
    page.write(report)


def _add_sweep(page: Page, result: TuningResult) -> None:
    rows = result.rows
    page.heading("Normalized innovations")
    figure = style.new_figure(7.2, 3.2)
    innovations.draw_error_tuning(
        figure.subplots(),
        np.array([row.observation_error_mm for row in rows]),
        np.array([row.area_mean for row in rows]),
        np.array([row.area_std for row in rows]),
        np.array([row.pooled_std for row in rows]),
        result.synthetic,
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
        "Statistics by the assumed error. Area: mean over the cells of each epoch.",
        (
            "Error (mm)",
            "Pooled mean",
            "Pooled std",
            "Area mean",
            "Area std",
            "expected",
            "Log-likelihood",
            "Desroziers",
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
            )
            for row in rows
        ],
    )


def _or_outside(error: float) -> str:
    return "outside the errors tried" if np.isnan(error) else plain_number(error, 1)


def _add_correlation(page: Page, result: TuningResult) -> None:
    fit = result.variogram
    page.heading("Correlation of the innovations")
    if np.isnan(fit.length_km):
        page.paragraph(
            "The differences between two cells' innovations do not grow with their distance: the errors of the cells "
            "are independent, or common to all of them."
        )
    else:
        page.paragraph(
            f"The variogram of the innovations of an epoch rises from {np.sqrt(fit.nugget):.1f} mm (the cells' own "
            f"part) by another {np.sqrt(fit.sill):.1f} mm over a length of {fit.length_km:.0f} km. What the cells "
            "share beyond the frame is not in it; the forecast's own error is."
        )
    page.table(
        "Half the mean squared difference of two cells' innovations, by their distance.",
        ("Distance (km)", "Semivariance (mm2)", "Pairs"),
        [
            (f"{distance:.0f}", plain_number(value, 1), str(pairs))
            for distance, value, pairs in zip(fit.distance_km, fit.semivariance, fit.pairs)
        ],
        fold=True,
    )

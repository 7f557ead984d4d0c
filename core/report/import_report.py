"""Report on the import of interferograms."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..charts import maps, style, tiles
from ..charts import pairs as pairs_chart
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import LOS_UP
from ..language import tr
from ..wording import number_of
from .headline import add_network
from .page import Page, plain_number
from .provenance import add_provenance
from .stack_facts import (
    StackFacts,
    add_frame_table,
    add_network_figure,
    add_quality_figure,
    per_pair,
    pixels,
    read_facts,
)
from .study_displacement import view_of


def write_import_report(stack: Path, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write what was imported, what was left out and why, and what the GACOS correction did.

    Parameters
    ----------
    stack : Path
        Of the imported stack (NetCDF).
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    with netcdf.open_dataset(stack) as dataset:
        facts = read_facts(dataset)
        page = Page(
            tr("Imported interferograms"),
            tr("{pairs} interferograms between {dates} acquisitions.").format(
                pairs=facts.network.n_pairs, dates=facts.network.n_dates
            ),
            facts.synthetic,
        )
        page.warn(warnings)
        add_network(page, facts.network, facts.coherence, facts.coverage)
        page.heading(tr("Data"))
        add_frame_table(page, dataset, facts)
        page.facts(
            {
                "Pixels": pixels(dataset),
                "Wavelength (m)": float(getattr(dataset, "wavelength", np.nan)),
                "Heading (°)": float(getattr(dataset, "heading", np.nan)),
                "Time of day (UTC)": _clock(float(getattr(dataset, "acquisition_time", np.nan))),
                "Line of sight from": str(getattr(dataset, "incidence_source", "")),
                "Incidence in the metadata (°)": float(getattr(dataset, "metadata_incidence_angle", np.nan)),
            }
        )
        _add_geometry(page, dataset, facts)
        page.heading(tr("Network"))
        add_network_figure(page, facts)
        page.heading(tr("Coherence and coverage"))
        add_quality_figure(page, facts)
        _add_correction(page, dataset, facts)
        _add_skipped(page, dataset)
        _add_pairs(page, dataset, facts)
        add_provenance(page, dataset)
    page.write(report)


def _add_geometry(page: Page, dataset: Dataset, facts: StackFacts) -> None:
    """Add maps of the incidence angle and of the height, where the frame has them."""
    view = view_of(netcdf.read_grid(dataset))
    found = []
    if LOS_UP in dataset.variables:
        up = netcdf.read_float(dataset, LOS_UP, view.index)
        incidence = np.degrees(np.arccos(np.clip(up, -1.0, 1.0)))
        found.append(tiles.Tile(maps.MapPanel("Incidence angle (°)", incidence, view.grid, "incidence")))
    if "height" in dataset.variables:
        height = netcdf.read_float(dataset, "height", view.index)
        found.append(tiles.Tile(maps.MapPanel("Height (m)", height, view.grid, "height")))
    if found:
        page.figure(
            tiles.tiles_figure(found, 2, facts.synthetic, 6.4),
            "Geometry of the frame. The vertical motion is that in the line of sight over the cosine of the incidence "
            "angle.",
        )


def _clock(seconds: float) -> str:
    """Return seconds of the day as ``11:23:53``."""
    if not np.isfinite(seconds):
        return "unknown"
    minutes, second = divmod(round(seconds), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}"


def _add_correction(page: Page, dataset: Dataset, facts: StackFacts) -> None:
    before, after = per_pair(dataset, "phase_std_before"), per_pair(dataset, "phase_std_after")
    there = np.isfinite(before) & np.isfinite(after)
    page.heading(tr("Tropospheric correction"))
    verdict = str(getattr(dataset, "correction_verdict", ""))
    if verdict:
        page.paragraph(verdict)
    if verdict and not there.any():
        return
    if not there.any():
        page.paragraph(
            "No interferogram was corrected for the delay of the troposphere. Over mountains its seasonal part is as "
            "large as the motion that water causes: give a folder with GACOS delays if you can."
        )
        return
    figure = style.new_figure(4.2, 3.8)
    pairs_chart.draw_correction(figure.subplots(), before, after, facts.synthetic)
    ratio = float(np.median(after[there] / before[there]))
    page.figure(
        figure,
        "Standard deviation of the phase over the frame, after against before the tropospheric correction, for "
        f"{number_of(np.count_nonzero(there), 'interferogram')}. Below the line the correction helped; the median "
        f"ratio is {ratio:.2f}.",
    )


def _add_pairs(page: Page, dataset: Dataset, facts: StackFacts) -> None:
    """Add the table of all interferograms, folded."""
    network = facts.network
    before, after = per_pair(dataset, "phase_std_before"), per_pair(dataset, "phase_std_after")
    corrected = per_pair(dataset, "gacos_corrected")
    with np.errstate(divide="ignore", invalid="ignore"):
        change = 100.0 * (after / before - 1.0)
    page.heading(tr("All interferograms"))
    page.table(
        f"{number_of(network.n_pairs, 'interferogram')}; standard deviation of the phase before and after the "
        "correction.",
        (
            "Interferogram",
            "Days",
            "Baseline (m)",
            "Mean coherence",
            "Coverage",
            "Before (rad)",
            "After (rad)",
            "Change (%)",
            "Corrected",
        ),
        [
            (
                name,
                round(float(network.secondary_days[number] - network.reference_days[number])),
                plain_number(network.baselines[number], 0),
                plain_number(facts.coherence[number], 3),
                plain_number(facts.coverage[number], 3),
                plain_number(before[number], 2),
                plain_number(after[number], 2),
                plain_number(change[number], 0),
                "yes" if corrected[number] > 0 else "in part" if np.isfinite(after[number]) else "no",
            )
            for number, name in enumerate(network.names)
        ],
        fold=True,
    )


def _add_skipped(page: Page, dataset: Dataset) -> None:
    skipped = json.loads(str(getattr(dataset, "skipped", "")) or "[]")
    if not skipped:
        return
    page.heading(tr("Left out"))
    page.table(
        f"{number_of(len(skipped), 'interferogram that was', 'interferograms that were')} not imported.",
        ("Interferogram", "Reason"),
        [(one["pair"], one["reason"]) for one in skipped],
        fold=len(skipped) > 30,
    )

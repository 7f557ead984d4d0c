"""Report on the check of a stack."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..charts.network import gaps_of
from ..files import attributes, netcdf
from ..files.handles import Dataset
from ..language import tr
from .check_closure import add_closure, add_pixels
from .check_pairs import add_all_pairs, add_rejected
from .headline import add_pairs_left
from .page import Page
from .provenance import add_provenance
from .stack_facts import add_frame_table, add_network_figure, add_quality_figure, limit_of, read_facts


def write_check_report(stack: Path, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write which interferograms were rejected and why, how the loops close, and where the reference area lies.

    Parameters
    ----------
    stack : Path
        Of the checked stack (NetCDF).
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    with netcdf.open_dataset(stack, needs=("rejected",)) as dataset:
        facts = read_facts(dataset)
        n_rejected = int(np.count_nonzero(facts.rejected))
        page = Page(
            tr("Checked interferograms"),
            tr("{rejected} of {pairs} interferograms were rejected.").format(
                rejected=n_rejected, pairs=facts.network.n_pairs
            ),
            facts.synthetic,
        )
        page.warn(warnings)
        left = facts.network.subset(~facts.rejected)
        add_pairs_left(page, left.n_pairs, facts.network.n_pairs, len(gaps_of(left)))
        page.heading(tr("Network"))
        add_frame_table(page, dataset, facts)
        add_network_figure(page, facts)
        page.heading(tr("Coherence and coverage"))
        add_quality_figure(page, facts, (limit_of(dataset, "min_coherence"), limit_of(dataset, "min_valid_fraction")))
        add_closure(page, dataset, facts)
        add_pixels(page, dataset, facts)
        _add_reference(page, dataset)
        add_rejected(page, dataset, facts)
        add_all_pairs(page, dataset, facts)
        add_provenance(page, dataset)
    page.write(report)


def _add_reference(page: Page, dataset: Dataset) -> None:
    area = netcdf.read_reference_area(dataset)
    if area is None:
        return
    page.heading(tr("Reference area"))
    page.paragraph(
        "All displacement is relative to this area, and so is the velocity by which pixels are masked later. If it "
        "moves itself, everything else seems to move against it: a vertical series measured there (GNSS) restores the "
        "absolute motion in the step Line of sight to vertical."
    )
    facts: dict[str, object] = {
        "Longitude (°)": f"{area.lon_min:.4f} to {area.lon_max:.4f}",
        "Latitude (°)": f"{area.lat_min:.4f} to {area.lat_max:.4f}",
        "Upward part of the line of sight": round(area.los_up, 4),
    }
    if "reference_n_pixels" in dataset.ncattrs():
        facts["Pixels (of these used)"] = f"{dataset.reference_n_pixels} ({dataset.reference_n_pixels_used})"
        facts["Values there"] = f"{dataset.reference_filled:.1%}"
        facts["Scatter of the pixels in an interferogram (mm)"] = round(
            attributes.number(dataset, "reference_scatter"), 1
        )
        facts["Scatter of the pixels' velocities (mm/yr)"] = round(
            attributes.number(dataset, "reference_velocity_scatter"), 1
        )
    page.facts(facts)

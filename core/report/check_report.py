"""Report on the check of a stack."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from .. import netcdf
from ..charts import maps, style
from ..charts import pairs as pairs_chart
from .page import Page
from .provenance import add_provenance
from .stack_facts import StackFacts, add_frame_table, add_network_figure, add_quality_figure, per_pair, read_facts

_MOST_PIXELS = 500


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
            "Checked interferograms",
            f"{n_rejected} of {facts.network.n_pairs} interferograms in {Path(stack).name} were rejected.",
            facts.synthetic,
        )
        page.warn(warnings)
        page.heading("Network")
        add_frame_table(page, dataset, facts)
        add_network_figure(page, facts)
        page.heading("Quality")
        add_quality_figure(page, facts)
        _add_closure(page, dataset, facts)
        _add_maps(page, dataset, facts)
        _add_reference(page, dataset)
        _add_rejected(page, dataset, facts)
        add_provenance(page, dataset)
    page.write(report)


def _add_closure(page: Page, dataset: Any, facts: StackFacts) -> None:
    loop_rms = per_pair(dataset, "loop_rms")
    if not np.isfinite(loop_rms).any():
        page.paragraph("The network has no loop of three interferograms: unwrapping errors could not be looked for.")
        return
    figure = style.new_figure(7.2, 2.6)
    pairs_chart.draw_closure(figure.subplots(), loop_rms, facts.rejected, facts.synthetic)
    page.figure(
        figure,
        "Closure of the loops of three interferograms, which must vanish but for noise: for each interferogram the "
        "smallest root mean square among its loops. One whose loops all fail holds an unwrapping error.",
    )


def _add_maps(page: Page, dataset: Any, facts: StackFacts) -> None:
    grid = netcdf.read_grid(dataset)
    step = max(1, -(-max(grid.shape) // _MOST_PIXELS))
    part = (slice(None, None, step), slice(None, None, step))
    coarse = type(grid)(
        grid.crs,
        grid.x_min,
        grid.y_max,
        grid.dx * step,
        grid.dy * step,
        -(-grid.columns // step),
        -(-grid.rows // step),
    )
    marks = []
    area = netcdf.read_reference_area(dataset)
    if area is not None:
        marks = [("reference", *area.centre)]
    for name, title, label, text in (
        ("n_valid_pairs", "Interferograms with data", "Number", "How many interferograms have data at each pixel"),
        ("n_loop_errors", "Failed loops", "Number", "How many loops fail at each pixel"),
    ):
        if name not in dataset.variables:
            continue
        values = netcdf.read_float(dataset, name, part)
        panel = maps.MapPanel(title, values, coarse, name, marks)
        every = f" (every {step}th pixel is shown)" if step > 1 else ""
        page.figure(maps.map_figure([panel], label, 1, facts.synthetic, 5.2), f"{text}{every}.")


def _add_reference(page: Page, dataset: Any) -> None:
    area = netcdf.read_reference_area(dataset)
    if area is None:
        return
    page.heading("Reference area")
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
        facts["Scatter of the pixels in an interferogram (mm)"] = round(float(dataset.reference_scatter), 1)
        facts["Scatter of the pixels' velocities (mm/yr)"] = round(float(dataset.reference_velocity_scatter), 1)
    page.facts(facts)


def _add_rejected(page: Page, dataset: Any, facts: StackFacts) -> None:
    numbers = np.flatnonzero(facts.rejected)
    if not numbers.size:
        return
    page.heading("Rejected")
    reasons = (
        dataset["rejection_reason"][:] if "rejection_reason" in dataset.variables else [""] * facts.network.n_pairs
    )
    loop_rms = per_pair(dataset, "loop_rms")
    names = facts.network.names
    page.table(
        "Interferograms that are not used.",
        ("Interferogram", "Reason", "Mean coherence", "Coverage", "Loop closure (rad)"),
        [
            (
                names[number],
                str(reasons[number]),
                round(float(facts.coherence[number]), 3),
                round(float(facts.coverage[number]), 3),
                round(float(loop_rms[number]), 2),
            )
            for number in numbers
        ],
        fold=numbers.size > 40,
    )

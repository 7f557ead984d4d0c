"""Report on a displacement series: what was inverted, how well, and how the ground moves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..dates import DAYS_PER_YEAR, date_of
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT
from ..language import tr
from .headline import add_velocities
from .inversion_masks import add_noise_indices
from .inversion_motion import add_motion_maps, add_time_series, add_velocity
from .inversion_quality import add_gaps, add_quality
from .page import Page
from .provenance import add_provenance
from .series_facts import SeriesFacts, read_series_facts
from .stack_facts import add_network_figure, pixels
from .velocity_limit import add_velocity_limit

MASK_MM_YR = 5.0
"""Default limit of the step that masks fast pixels."""
_REMOVED = "_removed"
_HARMLESS = ("plate motion", "solid earth tide")
"""Corrections that take nothing of a load's motion."""


def write_inversion_report(series: Path, report: Path, warnings: Iterable[str] = (), stack: Path | None = None) -> None:
    """Write how a displacement series came about, how good it is and what moves.

    Maps are thinned and the displacement is read in a sample of bands of rows: a whole frame takes a few seconds and
    the memory of a few maps.

    Parameters
    ----------
    series : Path
        Of the displacement series (NetCDF), in the line of sight.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    stack : Path, optional
        From which it was inverted: gives baselines and the pairs that were left out to the figure of the network.
    """
    with netcdf.open_dataset(series, needs=(DISPLACEMENT, "velocity", "time")) as dataset:
        facts = read_series_facts(dataset, stack)
        n_pixels, n_solved = facts.solved.size, int(np.count_nonzero(facts.solved))
        page = Page(
            tr("Displacement series"),
            tr(
                "Line-of-sight displacement at {dates} dates for {solved} of {pixels} pixels, positive towards the "
                "satellite, relative to the reference area and to the first date."
            ).format(dates=facts.days.size, solved=n_solved, pixels=n_pixels),
            facts.synthetic,
        )
        page.warn(warnings)
        add_velocities(page, np.where(facts.solved, facts.velocity, np.nan))
        page.heading(tr("Data"))
        _add_facts(page, dataset, facts)
        if facts.network is not None:
            page.heading(tr("Network"))
            add_network_figure(page, facts.network)
        if n_solved:
            add_velocity(page, dataset, facts)
            words = "the default limit of the step that masks motion too fast for water"
            add_velocity_limit(page, facts.velocity[facts.kept], MASK_MM_YR, words, facts.synthetic)
            add_time_series(page, dataset, facts)
            add_quality(page, dataset, facts)
            add_gaps(page, dataset, facts)
            add_noise_indices(page, dataset, facts)
            add_motion_maps(page, dataset, facts)
        else:
            page.paragraph("No pixel is solved: there is nothing to show.")
        add_provenance(page, dataset)
    page.write(report)


def _add_facts(page: Page, dataset: Dataset, facts: SeriesFacts) -> None:
    """Add frame, dates, and how the series was made."""
    days = facts.days
    interferograms: object = None
    if facts.network is not None:
        used = int(np.count_nonzero(~facts.network.rejected))
        whole = facts.network.network.n_pairs
        interferograms = used if used == whole else f"{used} of {whole}"
    n_solved, n_kept = int(np.count_nonzero(facts.solved)), int(np.count_nonzero(facts.kept))
    area = netcdf.read_reference_area(dataset)
    page.table(
        "Frame, period and number of data.",
        ("Frame", "Start", "End", "Period (years)", "Dates", "Interferograms", "Median interval (days)"),
        [
            (
                str(getattr(dataset, "frame", "")) or "unnamed",
                f"{date_of(days[0]):%Y-%m-%d}",
                f"{date_of(days[-1]):%Y-%m-%d}",
                round(float(days[-1] - days[0]) / DAYS_PER_YEAR, 2),
                int(days.size),
                interferograms,
                float(np.median(np.diff(days))) if days.size > 1 else None,
            )
        ],
    )
    page.facts(
        {
            "Pixels": pixels(dataset),
            "Solved": f"{n_solved} ({100 * n_solved / facts.solved.size:.1f} %)",
            "Kept by the noise indices": f"{n_kept} ({100 * n_kept / max(1, n_solved):.1f} % of them)"
            if "noise_mask" in dataset.variables
            else "",
            "Weights": str(getattr(dataset, "weighting", "")),
            "Gaps tied by": str(getattr(dataset, "gap_model", "")),
            "Steps": ", ".join(f"{date_of(step):%Y-%m-%d}" for step in facts.steps),
            "Wavelength (m)": float(getattr(dataset, "wavelength", np.nan)),
            "Heading (°)": float(getattr(dataset, "heading", np.nan)),
            "Reference, longitude (°)": f"{area.lon_min:.4f} to {area.lon_max:.4f}" if area else "",
            "Reference, latitude (°)": f"{area.lat_min:.4f} to {area.lat_max:.4f}" if area else "",
        }
    )
    _add_removed(page, dataset)


def _add_removed(page: Page, dataset: Dataset) -> None:
    removed = removed_from_series(dataset)
    if not removed:
        page.paragraph("No trend, tide, plate motion or filter was taken from the series.")
        return
    page.table("What was taken from the series.", ("Correction", "What"), removed)
    if any(name not in _HARMLESS for name, _ in removed):
        page.paragraph(
            "A trend or filter takes the motion that a regional load causes, too: do not go on to water storage with "
            "this series."
        )


def removed_from_series(dataset: Dataset) -> list[tuple[str, str]]:
    """Return what the attributes ``..._removed`` say was taken from the series: name and words of each."""
    found = {}
    for attribute in dataset.ncattrs():
        if not attribute.endswith(_REMOVED):
            continue
        value = str(dataset.getncattr(attribute))
        name = attribute[: -len(_REMOVED)].replace("_", " ")
        if value.lower() not in ("", "0", "0.0", "none", "no", "false"):
            found[name] = "yes" if value.lower() in ("1", "yes", "true") else value
    if "trend" in found:  # says what these two do, in words
        found = {name: words for name, words in found.items() if name not in ("ramp", "height trend")}
    return list(found.items())

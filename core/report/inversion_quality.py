"""How good a displacement series is, in its report: maps and distributions of quality, gaps of the pixels."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray
from ..charts import histograms, maps, style, tiles
from ..files import netcdf
from ..files.handles import Dataset
from ..language import tr
from .page import Page, plain_number
from .series_facts import SeriesFacts, median_of

_MAPS = (
    ("temporal_coherence", "Temporal coherence"),
    ("residual_rms", "Residual RMS (mm)"),
    ("velocity_std", "Velocity std (mm/yr)"),
    ("velocity_std_bootstrap", "Std by bootstrap (mm/yr)"),
    ("air_std", "Air, error of a date (mm)"),
    ("noise_std", "Noise of a pair (mm)"),
    ("phase_bias_velocity", "Velocity by phase bias (mm/yr)"),
    ("n_interferograms", "Interferograms used"),
    ("n_loop_errors", "Failed loops"),
    ("n_gaps", "Gaps"),
    ("longest_gap", "Longest gap (days)"),
    ("longest_part", "Longest part (days)"),
)
_DISTRIBUTIONS = (
    ("temporal_coherence", "Temporal coherence"),
    ("residual_rms", "Residual RMS (mm)"),
    ("velocity_std", "Velocity std (mm/yr)"),
)
_MOST_GAP_ROWS = 8
_WHOLE = ("longest_gap", "longest_part")


def tile_of(panel: maps.MapPanel, beyond: BoolArray | None = None) -> tiles.Tile:
    """Return the small map of an index of quality, with the scale that fits it."""
    name = panel.quantity
    limits = None
    if name == "temporal_coherence" and np.isfinite(panel.values).any():
        limits = (min(0.9, float(np.nanpercentile(panel.values, 1))), 1.0)
    return tiles.Tile(panel, beyond, limits, whole=name.startswith("n_") or name in _WHOLE)


def add_quality(page: Page, dataset: Dataset, facts: SeriesFacts) -> None:
    """Add maps and distributions of what tells good pixels from bad ones."""
    page.heading(tr("Quality"))
    view, solved = facts.view, facts.solved[facts.view.index]
    found = []
    for name, title in _MAPS:
        if name in dataset.variables:
            values = np.where(solved, netcdf.read_float(dataset, name, view.index), np.nan)
            found.append(tile_of(maps.MapPanel(title, values, view.grid, name)))
    if found:
        page.figure(
            tiles.tiles_figure(found, 3, facts.synthetic),
            "Quality of every pixel. Temporal coherence: how well the interferograms agree with the series (1: fully). "
            "Gaps: parts of the pixel's network beyond the first, which only the gap model ties to it.",
        )
    there = [(name, label) for name, label in _DISTRIBUTIONS if name in dataset.variables]
    if not there:
        return
    figure = style.new_figure(7.2, 2.5)
    medians = []
    for number, (ax, (name, label)) in enumerate(zip(figure.subplots(1, len(there), squeeze=False)[0], there)):
        values = netcdf.read_float(dataset, name)[facts.solved]
        histograms.draw_distribution(ax, values, label, synthetic=facts.synthetic)
        if number:
            ax.set_ylabel("")
        if np.isfinite(values).any():
            medians.append(f"{label[:1].lower()}{label[1:]} {median_of(values):.3g}")
    page.figure(figure, f"Distribution over all solved pixels; medians: {', '.join(medians)}.")


def add_gaps(page: Page, dataset: Dataset, facts: SeriesFacts) -> None:
    """Add how many pixels have how many gaps."""
    if "n_gaps" not in dataset.variables:
        return
    n_gaps = netcdf.read_float(dataset, "n_gaps")[facts.solved].astype(int)
    longest = None
    if "longest_gap" in dataset.variables:
        longest = netcdf.read_float(dataset, "longest_gap")[facts.solved]
    counts = np.bincount(np.clip(n_gaps, 0, None))
    numbers = [int(number) for number in np.flatnonzero(counts)]
    if len(numbers) > _MOST_GAP_ROWS:
        numbers = numbers[: _MOST_GAP_ROWS - 1]
    groups = [(str(number), n_gaps == number) for number in numbers]
    more = n_gaps > numbers[-1]
    if more.any():
        groups.append((f"more than {numbers[-1]}", more))
    model = str(getattr(dataset, "gap_model", ""))
    tied = {
        "none": "Dates after a gap stay empty.",
        "": "The parts are tied by the gap model.",
    }.get(model, f"The parts are tied by {model} motion: their offset is a guess, not a measurement.")
    page.table(
        f"Solved pixels by the number of gaps in their network. {tied}",
        ("Gaps", "Pixels", "Part (%)", "Median longest gap (days)"),
        [
            (
                words,
                int(np.count_nonzero(chosen)),
                plain_number(100.0 * np.mean(chosen), 1),
                plain_number(median_of(longest[chosen]), 0) if longest is not None else None,
            )
            for words, chosen in groups
        ],
    )

"""The interferograms one by one, in the report on the check of a stack: the rejected ones, and all."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..charts import maps, tiles
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT
from ..insar.stack.reading import PHASE, millimetres_per_radian, read_wavelength
from ..language import tr
from ..wording import number_of
from .page import Page, plain_number
from .stack_facts import StackFacts, per_pair
from .study_displacement import view_of

_MOST_SHOWN = 9
_MOST_PIXELS = 150


def add_rejected(page: Page, dataset: Dataset, facts: StackFacts) -> None:
    """Add the interferograms that are not used, with the reasons, and pictures of the worst."""
    numbers = np.flatnonzero(facts.rejected)
    if not numbers.size:
        return
    page.heading(tr("Rejected"))
    reasons = _reasons(dataset, facts)
    loop_rms = per_pair(dataset, "loop_rms")
    names = facts.network.names
    page.table(
        "Interferograms that are not used.",
        ("Interferogram", "Reason", "Mean coherence", "Coverage", "Loop closure (rad)"),
        [
            (
                names[number],
                reasons[number],
                plain_number(facts.coherence[number], 3),
                plain_number(facts.coverage[number], 3),
                plain_number(loop_rms[number], 2),
            )
            for number in numbers
        ],
        fold=numbers.size > 40,
    )
    _add_pictures(page, dataset, facts, numbers)


def _add_pictures(page: Page, dataset: Dataset, facts: StackFacts, numbers: Any) -> None:
    """Draw the rejected interferograms, those of the worst closure first."""
    if PHASE not in dataset.variables:
        return
    loop_rms = np.nan_to_num(per_pair(dataset, "loop_rms")[numbers])
    shown = numbers[np.argsort(-loop_rms, kind="stable")[:_MOST_SHOWN]]
    view = view_of(netcdf.read_grid(dataset), _MOST_PIXELS)
    scale = millimetres_per_radian(read_wavelength(dataset))
    found = []
    for number in shown:
        values = scale * netcdf.read_float(dataset, PHASE, (int(number), *view.index))
        if np.isfinite(values).any():
            values = values - np.nanmedian(values)
        found.append(tiles.Tile(maps.MapPanel(facts.network.names[number], values, view.grid, DISPLACEMENT)))
    turn = abs(scale) * 2.0 * np.pi
    page.figure(
        tiles.tiles_figure(found, 3, facts.synthetic),
        f"{'The worst of the rejected' if shown.size < numbers.size else 'Rejected'} interferograms as motion towards "
        f"the satellite in mm, less the median. A sharp edge of {turn:.0f} mm is an unwrapping error of one turn.",
    )


def add_all_pairs(page: Page, dataset: Dataset, facts: StackFacts) -> None:
    """Add the table of all interferograms, folded."""
    network = facts.network
    reasons, loop_rms, n_loops = _reasons(dataset, facts), per_pair(dataset, "loop_rms"), per_pair(dataset, "n_loops")
    page.heading(tr("All interferograms"))
    page.table(
        f"{number_of(network.n_pairs, 'interferogram')}.",
        (
            "Interferogram",
            "Days",
            "Baseline (m)",
            "Mean coherence",
            "Coverage",
            "Loops",
            "Smallest closure (rad)",
            "Used",
        ),
        [
            (
                name,
                int(round(network.secondary_days[number] - network.reference_days[number])),
                plain_number(network.baselines[number], 0),
                plain_number(facts.coherence[number], 3),
                plain_number(facts.coverage[number], 3),
                plain_number(n_loops[number], 0),
                plain_number(loop_rms[number], 2),
                "yes" if not facts.rejected[number] else f"no: {reasons[number]}" if reasons[number] else "no",
            )
            for number, name in enumerate(network.names)
        ],
        fold=True,
    )


def _reasons(dataset: Dataset, facts: StackFacts) -> list[str]:
    if "rejection_reason" not in dataset.variables:
        return [""] * facts.network.n_pairs
    return [str(reason) for reason in dataset["rejection_reason"][:]]

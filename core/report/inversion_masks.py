"""What each noise index removes, in the report on a displacement series."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..charts import maps, tiles
from ..files import netcdf
from ..files.handles import Dataset
from ..insar.checks.noise_indices import NoiseIndex, noise_indices
from ..language import tr
from .inversion_quality import tile_of
from .page import Page, plain_number
from .series_facts import SeriesFacts

_WORDS = {
    "mean_coherence": ("Mean coherence", ""),
    "n_interferograms": ("Interferograms", ""),
    "velocity_std": ("Velocity std", "mm/yr"),
    "velocity_std_bootstrap": ("Velocity std", "mm/yr"),
    "longest_part": ("Longest part", "days"),
    "n_gaps": ("Gaps", ""),
    "spatiotemporal_consistency": ("Consistency", "mm"),
    "n_without_loop": ("Without loop", ""),
    "n_loop_errors": ("Failed loops", ""),
    "residual_rms": ("Residual RMS", "mm"),
}
_MEANING = {
    "mean_coherence": "Mean coherence of the interferograms used",
    "n_interferograms": "Interferograms used",
    "velocity_std": "Standard deviation of the velocity (formal)",
    "velocity_std_bootstrap": "Standard deviation of the velocity (bootstrap)",
    "longest_part": "Span of the longest connected part",
    "n_gaps": "Gaps in the network",
    "spatiotemporal_consistency": "Consistency with the neighbours",
    "n_without_loop": "Interferograms in no loop",
    "n_loop_errors": "Loops that fail",
    "residual_rms": "Residuals of the interferograms (RMS)",
}


def add_noise_indices(page: Page, dataset: Dataset, facts: SeriesFacts) -> None:
    """Add the table of the noise indices and a map of each; nothing where the series was not masked by them."""
    table = json.loads(str(getattr(dataset, "noise_mask_table", "")) or "[]")
    if not table:
        return
    page.heading(tr("Noise indices"))
    n_solved, n_kept = int(np.count_nonzero(facts.solved)), int(np.count_nonzero(facts.kept))
    n_masked = n_solved - n_kept
    page.paragraph(
        f"The indices mask {n_masked} of {n_solved} solved pixels ({100.0 * n_masked / max(1, n_solved):.1f} %); "
        f"{n_kept} are kept. The standard deviation of the velocity, the residuals and the failed loops hold the noise "
        "of the reference area, too: another one masks other pixels."
    )
    rules = _rules(dataset, facts)
    rows = []
    for row in table:
        name, n_bad = row["index"], int(row["n_bad"])
        rows.append(
            (
                _MEANING.get(name, name.replace("_", " ")),
                _limit_in_words(name, float(row["limit"]), rules),
                n_bad,
                plain_number(100.0 * n_bad / max(1, n_solved), 1),
                int(row["n_bad_alone"]),
                "yes" if row["applied"] else "no: it would mask every pixel",
            )
        )
    page.table(
        "What each noise index of LiCSBAS masks among the solved pixels, and what it masks alone.",
        ("Index", "Good", "Pixels beyond", "Part (%)", "By it alone", "Applied"),
        rows,
    )
    _add_maps(page, dataset, facts, table, rules)


def _rules(dataset: Dataset, facts: SeriesFacts) -> dict[str, NoiseIndex]:
    """Return the indices by name; only the side of their limit is used, the limits are those of the table."""
    found = {}
    for std in ("velocity_std", "velocity_std_bootstrap"):
        for index in noise_indices(facts.days.size, float(getattr(dataset, "wavelength", 0.0)), std):
            found[index.name] = index
    return found


def _limit_in_words(name: str, limit: float, rules: dict[str, NoiseIndex]) -> str:
    unit = _WORDS.get(name, ("", ""))[1]
    sign = "≥" if name in rules and rules[name].smallest else "≤"
    return f"{sign} {limit:g} {unit}".strip()


def _add_maps(
    page: Page, dataset: Dataset, facts: SeriesFacts, table: list[dict[str, Any]], rules: dict[str, NoiseIndex]
) -> None:
    view, solved = facts.view, facts.solved[facts.view.index]
    count: FloatArray = np.where(solved, 0.0, np.nan)
    found = []
    for row in table:
        name = row["index"]
        if name not in dataset.variables or name not in rules:
            continue
        values = np.where(solved, netcdf.read_float(dataset, name, view.index), np.nan)
        beyond = NoiseIndex(name, float(row["limit"]), rules[name].smallest).bad(values) & solved
        if row["applied"]:
            count = count + beyond
        title = f"{_WORDS.get(name, (name, ''))[0]} {_limit_in_words(name, float(row['limit']), rules)}"
        title += "" if row["applied"] else ", off"
        found.append(tile_of(maps.MapPanel(title, values, view.grid, name), beyond if row["applied"] else None))
    found.append(tile_of(maps.MapPanel("Indices that mask", count, view.grid, "n_indices")))
    page.figure(
        tiles.tiles_figure(found, 3, facts.synthetic),
        "The noise indices with their limits; pixels beyond are pink. The last map counts the indices that mask a "
        "pixel: 0 is kept. An index that is off would mask every pixel and is not applied.",
    )

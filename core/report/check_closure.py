"""How the loops close, in the report on the check of a stack: loops, pairs, pixels."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..charts import histograms, maps, style, tiles
from ..charts import pairs as pairs_chart
from ..files import netcdf
from ..files.handles import Dataset
from ..insar.solver.network import triplets
from ..language import tr
from .page import Page, plain_number
from .stack_facts import StackFacts, limit_of, per_pair, reference_mark
from .study_displacement import view_of

_MOST_FAILED = 5
"""Failed loops that LiCSBAS accepts at a pixel."""


def add_closure(page: Page, dataset: Dataset, facts: StackFacts) -> None:
    """Add histograms of the closure of loops and of the smallest of every pair."""
    page.heading(tr("Loop closure"))
    loop_rms = per_pair(dataset, "loop_rms")
    if not np.isfinite(loop_rms).any():
        page.paragraph("The network has no loop of three interferograms: unwrapping errors could not be looked for.")
        return
    limit = limit_of(dataset, "max_loop_rms")
    loops = triplets(facts.network.pairs)
    closure: FloatArray = np.empty(0)
    if "loop_closure_rms" in dataset.variables and len(loops) == len(dataset.dimensions["loop"]):
        closure = netcdf.read_float(dataset, "loop_closure_rms")
    figure = style.new_figure(7.2, 2.7)
    axes = figure.subplots(1, 2 if closure.size else 1, squeeze=False)[0]
    if closure.size:
        with_rejected = facts.rejected[loops].any(axis=1)
        pairs_chart.draw_loops(axes[0], closure, with_rejected, facts.synthetic, limit)
    pairs_chart.draw_closure(axes[-1], loop_rms, facts.rejected, facts.synthetic, limit)
    text = "for each interferogram the smallest root mean square among its loops. One whose loops all fail holds an "
    text += "unwrapping error."
    if closure.size:
        text = f"left, the root mean square of every loop over its pixels; right, {text}"
    page.figure(figure, f"Closure of the loops of three interferograms, which must vanish but for noise: {text}")
    if closure.size and limit is not None:
        n_loops, n_failed = int(np.isfinite(closure).sum()), int(np.count_nonzero(closure >= limit))
        page.paragraph(
            f"{n_failed} of {n_loops} loops ({100.0 * n_failed / max(1, n_loops):.1f} %) miss closure by {limit:g} rad "
            "or more."
        )


def add_pixels(page: Page, dataset: Dataset, facts: StackFacts) -> None:
    """Add what the loops show at the pixels: maps, the distribution of the share of failed loops, and a table."""
    if "n_valid_pairs" not in dataset.variables:
        return
    page.heading(tr("Pixels"))
    view = view_of(netcdf.read_grid(dataset))
    n_valid = netcdf.read(dataset, "n_valid_pairs")
    any_data = n_valid > 0
    found = {"n_valid_pairs": n_valid[view.index].astype(np.float64)}
    share = n_errors = None
    if "n_loop_errors" in dataset.variables:
        n_errors = netcdf.read(dataset, "n_loop_errors")
        found["n_loop_errors"] = n_errors[view.index].astype(np.float64)
        if "n_pixel_loops" in dataset.variables:
            n_loops = netcdf.read(dataset, "n_pixel_loops")
            share = np.full(n_loops.shape, np.nan, dtype=np.float32)
            np.divide(100.0 * n_errors, n_loops, out=share, where=n_loops > 0, casting="same_kind")
            found["share"] = share[view.index].astype(np.float64)
    for name in ("mean_loop_closure", "phase_bias_velocity"):
        if name in dataset.variables:
            found[name] = netcdf.read_float(dataset, name)[view.index]
    shown = any_data[view.index]
    _add_maps(page, dataset, facts, {name: np.where(shown, values, np.nan) for name, values in found.items()})
    if share is not None and n_errors is not None:
        _add_share(page, facts, share, n_errors[any_data])


def _add_maps(page: Page, dataset: Dataset, facts: StackFacts, fields: dict[str, FloatArray]) -> None:
    view = view_of(netcdf.read_grid(dataset))
    titles = {
        "n_valid_pairs": "Interferograms with data",
        "n_loop_errors": "Failed loops",
        "share": "Failed loops (% of all)",
        "mean_loop_closure": "Mean closure, short loops (rad)",
        "phase_bias_velocity": "Velocity by phase bias (mm/yr)",
    }
    found = [
        tiles.Tile(
            maps.MapPanel(titles[name], values, view.grid, name, reference_mark(dataset)), whole=name.startswith("n_")
        )
        for name, values in fields.items()
    ]
    thinned = f" Thinned by {view.step} in rows and columns." if view.step > 1 else ""
    page.figure(
        tiles.tiles_figure(found, 3, facts.synthetic),
        "How many interferograms in use have data at each pixel, and how many of its loops (and which part of them) "
        f"miss closure by more than half a turn relative to the reference area (R).{thinned}"
        + bool("mean_loop_closure" in fields)
        * " The mean closure of the shortest loops should be 0: where it is not, short interferograms are biased, and "
        "the velocity with them.",
    )


def _add_share(page: Page, facts: StackFacts, share: FloatArray, n_errors: FloatArray) -> None:
    n_pixels, n_some = n_errors.size, int(np.count_nonzero(share > 0))
    n_looped = int(np.isfinite(share).sum())
    if not n_some:
        page.paragraph(f"At none of the {n_looped} pixels that are in a loop does any of their loops fail.")
        return
    figure = style.new_figure(7.2, 2.5)
    label = "Failed loops of a pixel (% of its loops)"
    histograms.draw_distribution(figure.subplots(), share, label, synthetic=facts.synthetic, logarithmic=True)
    page.figure(
        figure,
        f"Share of the loops that fail at a pixel, for {n_looped} pixels that are in a loop; at "
        f"{n_some} of them any loop fails. The scale is logarithmic.",
    )
    groups = [
        ("0", n_errors == 0),
        (f"1 to {_MOST_FAILED}", (n_errors > 0) & (n_errors <= _MOST_FAILED)),
        (f"more than {_MOST_FAILED}", n_errors > _MOST_FAILED),
    ]
    page.table(
        f"Pixels with data by the number of failed loops. LiCSBAS masks those with more than {_MOST_FAILED}.",
        ("Failed loops", "Pixels", "Part (%)"),
        [
            (words, int(np.count_nonzero(chosen)), plain_number(100.0 * np.count_nonzero(chosen) / max(1, n_pixels), 1))
            for words, chosen in groups
        ],
    )

"""What the reports on a stack share: its facts, its network and the quality of its pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..charts import network as network_chart
from ..charts import pairs as pairs_chart
from ..charts import style
from ..dates import DAYS_PER_YEAR, date_of
from ..files import attributes, netcdf
from ..files.handles import Dataset
from ..files.names import LOS_UP
from ..insar.solver.network import Network
from ..insar.stack.reading import read_network, read_rejected
from .page import Page
from .provenance import is_synthetic


@dataclass(frozen=True)
class StackFacts:
    """What a report needs of a stack besides its maps.

    Attributes
    ----------
    network : Network
        Dates and pairs.
    rejected : bool array [pair]
        Not to be used; all False before the check.
    coherence, coverage : array [pair]
        Mean coherence and valid fraction.
    synthetic : bool
        Whether the data are made up.
    """

    network: Network
    rejected: BoolArray
    coherence: FloatArray
    coverage: FloatArray
    synthetic: bool


def read_facts(dataset: Dataset) -> StackFacts:
    """Return the facts of an open stack."""
    return StackFacts(
        read_network(dataset),
        read_rejected(dataset),
        per_pair(dataset, "mean_coherence"),
        per_pair(dataset, "valid_fraction"),
        is_synthetic(dataset),
    )


def per_pair(dataset: Dataset, name: str) -> FloatArray:
    """Return a variable [pair] as floats; NaN where the file has none."""
    if name not in dataset.variables:
        return np.full(len(dataset.dimensions["pair"]), np.nan)
    return netcdf.read_float(dataset, name)


def add_frame_table(page: Page, dataset: Dataset, facts: StackFacts) -> None:
    """Add the table of the frame: period, numbers, geometry (the paper's Table II)."""
    days = facts.network.dates_days
    steps = np.diff(days)
    incidence = np.nan
    if LOS_UP in dataset.variables:
        incidence = float(np.degrees(np.arccos(np.nanmean(netcdf.read_float(dataset, LOS_UP)))))
    page.table(
        "Frame, period and number of data.",
        (
            "Frame",
            "Start",
            "End",
            "Period (years)",
            "Images",
            "Interferograms",
            "Median interval (days)",
            "Mean incidence angle (°)",
        ),
        [
            (
                str(getattr(dataset, "frame", "")) or "unnamed",
                f"{date_of(days[0]):%Y-%m-%d}",
                f"{date_of(days[-1]):%Y-%m-%d}",
                round(float(days[-1] - days[0]) / DAYS_PER_YEAR, 2),
                facts.network.n_dates,
                facts.network.n_pairs,
                float(np.median(steps)) if steps.size else None,
                round(incidence, 3),
            )
        ],
    )


def pixels(dataset: Dataset) -> str:
    """Return number and size of a file's pixels in words."""
    grid = netcdf.read_grid(dataset)
    unit, digits = ("°", 4) if grid.is_geographic else (" m", 0)
    return f"{grid.columns} × {grid.rows} of {grid.dx:.{digits}f}{unit}"


def add_network_figure(page: Page, facts: StackFacts) -> None:
    """Add the baseline network."""
    figure = style.new_figure(7.2, 3.2)
    network_chart.draw_network(figure.subplots(), facts.network, facts.rejected, facts.synthetic)
    known = bool(np.isfinite(facts.network.baselines).any())
    text = "Perpendicular baselines of the acquisitions against time" if known else "Acquisitions in time"
    text += "; a line is an interferogram."
    if facts.rejected.any():
        text += " Dashed red: rejected."
    used = facts.network.subset(~facts.rejected)
    gaps = network_chart.gaps_of(used)
    if gaps:
        spans = "; ".join(f"{date_of(start):%Y-%m-%d} to {date_of(end):%Y-%m-%d}" for start, end in gaps[:5])
        more = "" if len(gaps) <= 5 else f" and {len(gaps) - 5} more"
        text += f" Shaded: no interferogram spans these times, the series hangs on the gap model there ({spans}{more})."
    n_parts = int(used.parts().max(initial=0)) + 1
    if n_parts > len(gaps) + 1:
        text += (
            f" The network in use falls into {n_parts} parts that no interferogram connects, some of them interleaved "
            "in time; their dates have different colours."
        )
    alone = used.dates_days[np.bincount(used.pairs.ravel(), minlength=used.n_dates) == 1]
    if alone.size:
        listed = ", ".join(f"{date_of(day):%Y-%m-%d}" for day in alone[:8]) + (" ..." if alone.size > 8 else "")
        text += f" In one interferogram only, and so without any control: {listed}."
    page.figure(figure, text)


def reference_mark(dataset: Dataset) -> list[tuple[str, float, float]]:
    """Return the mark ``R`` of the reference area for a map, or none where the file names no area."""
    area = netcdf.read_reference_area(dataset)
    return [] if area is None else [("R", *area.centre)]


def limit_of(dataset: Dataset, name: str) -> float | None:
    """Return a limit of the check from the attributes of a stack; None where it has not been checked."""
    return attributes.number(dataset, name) if name in dataset.ncattrs() else None


def add_quality_figure(page: Page, facts: StackFacts, limits: tuple[float | None, float | None] = (None, None)) -> None:
    """Add coherence and coverage of each pair; `limits` are the least of both that were accepted."""
    network, rejected = facts.network, facts.rejected
    middle = 0.5 * (network.reference_days + network.secondary_days)
    figure = style.new_figure(7.2, 5.2)
    places = figure.add_gridspec(2, 3)
    upper = figure.add_subplot(places[0, :])
    pairs_chart.draw_pair_quality(
        upper, middle, facts.coherence, facts.coverage, rejected, synthetic=facts.synthetic, limits=limits
    )
    left, centre, right = (figure.add_subplot(places[1, column]) for column in range(3))
    span = network.secondary_days - network.reference_days
    pairs_chart.draw_coherence_by_span(left, span, facts.coherence, rejected)
    for ax, values, label, limit in (
        (centre, facts.coherence, "Mean coherence", limits[0]),
        (right, facts.coverage, "Coverage", limits[1]),
    ):
        pairs_chart.draw_counts(ax, values, rejected, label, "Pairs", span=(0.0, 1.0), limit=limit)
    dashed = " Dashed: least value accepted." if any(limit is not None for limit in limits) else ""
    page.figure(
        figure,
        "Mean coherence and coverage (part of the frame's pixels that have data) of each interferogram: at the middle "
        f"of its time span, against its length, and how often each value occurs.{dashed}",
    )

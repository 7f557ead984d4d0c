"""What the report on a displacement series reads from its file, besides the displacement."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..charts.network import gaps_of
from ..dates import day_number, parse_date
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..insar.solver.network import Network, network_of
from ..insar.stack.reading import read_network, read_rejected
from .provenance import is_synthetic
from .stack_facts import StackFacts
from .study_displacement import View, view_of

_STEP = "step_"
_CACHE_BYTES = 2**20
"""For every variable: each is read once, and the library would keep all of a frame's maps, 300 MB."""


@dataclass(frozen=True)
class SeriesFacts:
    """What the sections of the report share.

    Attributes
    ----------
    days : array [time]
        Days since 2000-01-01.
    view : View
        How maps are thinned.
    velocity : array [row, column]
        In mm/yr, of all pixels.
    solved, kept : bool array [row, column]
        Pixels with a velocity; those of them that are not masked.
    steps : tuple of float
        Days of the steps of the fitted motion.
    network : StackFacts or None
        The pairs, those not used as rejected; None where the file does not name them.
    synthetic : bool
        Whether the data are made up.
    """

    days: FloatArray
    view: View
    velocity: FloatArray
    solved: BoolArray
    kept: BoolArray
    steps: tuple[float, ...]
    network: StackFacts | None
    synthetic: bool

    @property
    def gaps(self) -> list[tuple[float, float]]:
        """Spans of time that no interferogram in use bridges."""
        return [] if self.network is None else gaps_of(self.network.network.subset(~self.network.rejected))


def median_of(values: FloatArray) -> float:
    """Return the median of the finite values; NaN where there is none."""
    there = values[np.isfinite(values)]
    return float(np.median(there)) if there.size else float("nan")


def read_series_facts(dataset: Dataset, stack: Path | None) -> SeriesFacts:
    """Return the facts of an open series file; `stack` is the file that it was inverted from, where known."""
    for variable in dataset.variables.values():
        if variable.ndim > 1 and variable.chunking() != "contiguous":
            variable.set_var_chunk_cache(size=_CACHE_BYTES)
    velocity = netcdf.read_float(dataset, "velocity")
    solved = np.isfinite(velocity)
    kept = solved
    if "mask" in dataset.variables:
        kept = solved & (np.asarray(netcdf.read(dataset, "mask")) > 0)
    steps = tuple(
        float(day_number(parse_date(name[len(_STEP) :], name)))
        for name in dataset.variables
        if name.startswith(_STEP) and name[len(_STEP) :].isdigit()
    )
    return SeriesFacts(
        netcdf.read_days(dataset),
        view_of(netcdf.read_grid(dataset)),
        velocity,
        solved,
        kept,
        steps=steps,
        network=_network(dataset, stack),
        synthetic=is_synthetic(dataset),
    )


def _network(dataset: Dataset, stack: Path | None) -> StackFacts | None:
    """Return the network in use; with baselines and the pairs left out where the stack can be read."""
    names = str(getattr(dataset, "interferograms", "")).split()
    whole, used = _of_stack(stack, names)
    if whole is None and names:
        ends = np.array([[day_number(parse_date(day, "interferograms")) for day in name.split("_")] for name in names])
        whole, used = network_of(ends[:, 0], ends[:, 1]), np.ones(len(names), dtype=bool)
    if whole is None:
        return None
    unknown = np.full(whole.n_pairs, np.nan)
    return StackFacts(whole, ~used, unknown, unknown, is_synthetic(dataset))


def _of_stack(stack: Path | None, names: list[str]) -> tuple[Network | None, BoolArray]:
    """Return the stack's network and which of its pairs are used [pair]; None where it cannot be read or is another."""
    nothing = None, np.zeros(0, dtype=bool)
    if stack is None:
        return nothing
    try:
        with netcdf.open_dataset(stack, needs=("reference_date", "secondary_date")) as dataset:
            network, rejected = read_network(dataset), read_rejected(dataset)
    except InputError:
        return nothing
    used = np.isin(network.names, names) if names else ~rejected
    return nothing if names and int(used.sum()) != len(names) else (network, used)

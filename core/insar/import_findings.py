"""What the user should know of an imported stack before going on."""

from __future__ import annotations

import numpy as np

from ..wording import number_of, part_of
from .delays.corrections import Corrections
from .frames.geometry import PER_PIXEL, Geometry
from .solver.network import network_of
from .stack.writing import StackWriter

_SHOWN = 10


def findings(
    writer: StackWriter, geometry: Geometry, corrections: Corrections | None, skipped: list[tuple[str, str]]
) -> list[str]:
    """Return sentences on what was left out, on coherence, baselines, network, line of sight and delays.

    Parameters
    ----------
    writer : StackWriter
        After all pairs were added.
    geometry : Geometry
        Of the stack.
    corrections : Corrections, optional
        That were applied.
    skipped : list of (str, str)
        Pairs left out and why.
    """
    warnings, pairs = [], writer.pairs
    if skipped:
        shown = "; ".join(f"{name}: {reason}" for name, reason in sorted(skipped)[:_SHOWN])
        more = f"; and {len(skipped) - _SHOWN} more" if len(skipped) > _SHOWN else ""
        warnings.append(f"{number_of(len(skipped), 'entry was', 'entries were')} left out: {shown}{more}")
    bare = [pair.name for pair in pairs if pair.coherence is None]
    if bare:
        warnings.append(
            f"{part_of(len(bare), len(pairs), 'interferograms', 'has', 'have')} no coherence file, such as {bare[0]}."
        )
    unknown = [pair.name for pair, baseline in zip(pairs, writer.baselines) if np.isnan(baseline)]
    if len(unknown) == len(pairs):
        warnings.append("The frame has no usable baselines file: perpendicular baselines are unknown.")
    elif unknown:
        part = part_of(len(unknown), len(pairs), "interferograms", "has", "have")
        warnings.append(f"{part} no perpendicular baseline, such as {unknown[0]}.")
    network = network_of([p.reference.toordinal() for p in pairs], [p.secondary.toordinal() for p in pairs])
    n_parts = int(network.parts().max()) + 1
    if n_parts > 1:
        warnings.append(
            f"The network falls into {n_parts} parts that no interferogram connects: GAP_MODEL will bridge them."
        )
    blind = np.count_nonzero((writer.n_valid > 0) & np.isnan(geometry.up))
    if blind and geometry.source == PER_PIXEL:
        warnings.append(
            f"{part_of(blind, np.count_nonzero(writer.n_valid), 'pixels with phase', 'has', 'have')} no line of sight "
            "in the frame's rasters: the displacement there can stay in the line of sight only."
        )
    if corrections is not None:
        warnings += corrections.effect(writer.deviations[writer.corrected])
    return warnings

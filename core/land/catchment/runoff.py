"""Surface runoff and infiltration (Koster et al. 2000)."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose
from .areas import Areas
from .options import ModelOptions


def surface_runoff(
    water: FloatArray, srfexc: FloatArray, areas: Areas, options: ModelOptions
) -> tuple[FloatArray, FloatArray]:
    """Return the water that runs off and the surface excess after the rest has gone in, mm.

    What falls on the saturated area runs off, and from the others a part that grows as their surface layer fills; what
    the layer has no room for runs off, too.

    Parameters
    ----------
    water : array
        Reaching the ground in the step, mm.
    srfexc : array
        Surface excess, mm.
    areas : Areas
        Of the step's beginning.
    options : ModelOptions
        Of the model.
    """
    part = areas.ar1
    if options.partial_runoff:
        filled = np.maximum(srfexc, 0.0) / (areas.srfmx + 1e-20)
        square = filled * filled
        part = part + areas.ar2 * square + areas.ar4 * (square * square)
    run = water * part
    room = areas.srfmx - srfexc
    run = choose(water - run > room, water - room, run)
    run = np.minimum(run, water)
    return run, srfexc + (water - run)

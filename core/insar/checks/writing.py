"""Writing what a check found into the stack: per pair, per loop and per pixel."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...arrays import BoolArray, FloatArray
from ...files import netcdf
from ...files.handles import Dataset
from ...files.names import PHASE_NOISE
from ..reference.choice import Quality
from ..stack.reading import millimetres_per_radian, read_wavelength
from .closure import LoopSums, smallest_per_pair
from .phase_bias import MIN_SHARE, MIN_VELOCITY_MM_YR, PhaseBias
from .survey import Survey
from .verdict import Verdict


def write_pairs(dataset: Dataset, verdict: Verdict, found: Survey, sums: LoopSums, turns: FloatArray) -> None:
    """Write what is known per pair; `turns` [loop] in rad were taken from the closures."""
    rms, n_pairs = sums.rms(turns), verdict.used.size
    there = sums.loops[sums.count > 0]
    used = verdict.used
    _set(dataset, "rejected", ("pair",), "u1", "1 where the interferogram must not be used")[:] = (~used).astype("u1")
    if "rejection_reason" not in dataset.variables:
        dataset.createVariable("rejection_reason", str, ("pair",)).long_name = "why the interferogram is rejected"
    dataset["rejection_reason"][:] = np.array(verdict.reasons, dtype=object)
    smallest = _set(dataset, "loop_rms", ("pair",), "f4", "smallest closure of the loops of the pair", units="rad")
    smallest[:] = smallest_per_pair(sums.loops, rms, n_pairs)
    if len(sums.loops):
        if "loop" not in dataset.dimensions:
            dataset.createDimension("loop", len(sums.loops))
        words = "closure of the loop less the whole turns next to its median, root mean square"
        _set(dataset, "loop_closure_rms", ("loop",), "f4", words, units="rad")[:] = rms
    counts = np.bincount(there.ravel(), minlength=n_pairs) if there.size else np.zeros(n_pairs)
    _set(dataset, "n_loops", ("pair",), "i4", "loops of three pairs through the pair")[:] = counts.astype("i4")
    _set(dataset, "mean_coherence", ("pair",), "f4", "mean coherence where any pair has data")[:] = found.mean_coherence
    words = "noise of a pixel by which neighbours differ, standard deviation"
    _set(dataset, PHASE_NOISE, ("pair",), "f4", words, units="rad")[:] = found.noise
    _set(dataset, "valid_fraction", ("pair",), "f4", "part of the pixels that have data in any pair")[:] = (
        found.valid_fraction
    )


def write_pixels(dataset: Dataset, quality: Quality, incoherent: BoolArray | None) -> None:
    """Write what is known per pixel of the loops of pairs in use, and which pixels had no say [row, column]."""
    for name, values, words in (
        ("n_loop_errors", quality.n_errors, "loops that miss closure by more than half a turn"),
        ("n_valid_pairs", quality.n_pairs, "interferograms in use that have data"),
        ("n_pixel_loops", quality.n_loops, "loops of interferograms in use that have data"),
    ):
        _set(dataset, name, ("y", "x"), "i4", words)[:] = values
    if incoherent is not None or "incoherent" in dataset.variables:
        words = "1 where the pixel's loops do not close: it has no say about interferograms, nor in cell means"
        values = np.zeros(quality.n_pairs.shape, "u1") if incoherent is None else incoherent.astype("u1")
        _set(dataset, "incoherent", ("y", "x"), "u1", words)[:] = values


def write_bias(dataset: Dataset, bias: PhaseBias) -> list[str]:
    """Write the phase bias, and return the warnings of it."""
    if "bias_length" not in dataset.dimensions:
        dataset.createDimension("bias_length", bias.lengths.size)
    words = "time from the earlier to the later acquisition"
    _set(dataset, "bias_length", ("bias_length",), "f8", words, units="day")[:] = bias.lengths
    words = "bias of interferograms of a length; the longest is taken as free of it"
    _set(dataset, "phase_bias", ("bias_length", "y", "x"), "f4", words, units="rad")[:] = bias.bias
    words = "mean closure of the shortest loops relative to the reference area"
    _set(dataset, "mean_loop_closure", ("y", "x"), "f4", words, units="rad")[:] = bias.mean_closure
    velocity = bias.velocity * millimetres_per_radian(read_wavelength(dataset))
    words = "velocity that phase bias of short interferograms adds"
    _set(dataset, "phase_bias_velocity", ("y", "x"), "f4", words, units="mm/yr")[:] = velocity
    known = np.isfinite(velocity)
    large = known & bias.significant & (np.abs(np.nan_to_num(velocity)) > MIN_VELOCITY_MM_YR)
    share = np.count_nonzero(large) / max(1, np.count_nonzero(known))
    if share < MIN_SHARE:
        return []
    typical = float(np.median(velocity[large]))
    closure = float(np.median(bias.mean_closure[large]))
    return [
        f"Short interferograms do not add up to longer ones on {share:.0%} of the pixels (mean closure {closure:+.2f} "
        f"rad): phase bias, which adds {typical:+.1f} mm/yr to the velocity there (median). Invert with longer pairs "
        "only, or with CORRECT_PHASE_BIAS; 'phase_bias_velocity' in the file is the map."
    ]


def _set(dataset: Dataset, name: str, dimensions: tuple[str, ...], dtype: str, words: str, *, units: str = "1") -> Any:
    """Return the variable, which a stack that was checked before has already."""
    if name in dataset.variables:
        return dataset.variables[name]
    fill = {} if dtype == "f4" else {"fill": None}
    return netcdf.add_variable(dataset, name, dimensions, units, words, dtype=dtype, **fill)

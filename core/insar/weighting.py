"""Weights of interferograms from their coherence, and their variance by how neighbouring pixels differ."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import PHASE_NOISE
from ..wording import number_of
from ..work.progress import Progress
from .solver.band import Float64
from .solver.network import Network
from .stack.reading import COHERENCE, COHERENCE_SCALE, millimetres_per_radian, read_wavelength

WEIGHTINGS = ("coherence", "uniform")
_LEAST, _MOST = 0.01, 0.99


def weight_of_coherence(coherence: npt.ArrayLike) -> Float64:
    """Return the inverse phase variance (1/rad^2, of one look) that a coherence [..] of 0 to 1 implies.

    ``2 c^2 / (1 - c^2)`` with c between 0.01 and 0.99: the Cramer-Rao bound (Rodriguez and Martin 1992), with
    LiCSBAS's limits.
    """
    c = np.clip(np.asarray(coherence, dtype=np.float64), _LEAST, _MOST)
    return np.asarray(2.0 * c**2 / (1.0 - c**2))


def count_weights() -> Float64:
    """Return the weights [256] of a stack's coherence counts; 0 (none) has the least weight."""
    return weight_of_coherence(np.arange(256) * COHERENCE_SCALE)


def has_coherence(dataset: Dataset, used: npt.NDArray[np.bool_]) -> bool:
    """Return whether any pair in use [pair] has coherence."""
    if COHERENCE not in dataset.variables or "mean_coherence" not in dataset.variables:
        return False
    return bool(np.any(used & np.isfinite(netcdf.read_float(dataset, "mean_coherence"))))


def stand_in_counts(dataset: Dataset, network: Network, used: npt.NDArray[np.bool_], progress: Progress) -> Any:
    """Return the coherence counts [pair] for the pairs in use that have no coherence at all; 0 for the others.

    They get the median of the others' means, so that they count like an average interferogram.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open stack.
    network : Network
        Of all its pairs.
    used : bool array [pair]
        Pairs in use.
    progress : Progress
        Warned where there are such pairs.

    """
    means = netcdf.read_float(dataset, "mean_coherence")
    without = used & np.isnan(means)
    counts = np.zeros(used.size, dtype=np.uint8)
    if without.any():
        typical = float(np.median(means[used & ~without]))
        counts[without] = max(1, round(typical / COHERENCE_SCALE))
        names = [network.names[number] for number in np.flatnonzero(without)]
        progress.warn(
            f"{number_of(len(names), 'interferogram has', 'interferograms have')} no coherence, such as {names[0]}; "
            f"the median of the others, {typical:.2f}, gives the weight."
        )
    return counts


def pair_variance(dataset: Dataset, used: npt.NDArray[np.bool_], n_reference: int) -> Float64 | None:
    """Return the variance of a pixel's displacement in each pair in use, by how neighbouring pixels differ.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open stack; of an older check it has no such measure.
    used : bool array [pair]
        Pairs in use.
    n_reference : int
        Pixels of the reference area, whose mean has noise of its own.

    Returns
    -------
    array [pair in use] or None
        In mm2; None where it is not known.
    """
    if PHASE_NOISE not in dataset.variables:
        return None
    noise = netcdf.read_float(dataset, PHASE_NOISE)[used] * millimetres_per_radian(read_wavelength(dataset))
    known = np.isfinite(noise)
    if not known.any():
        return None
    return np.asarray(np.where(known, noise, noise[known].mean()) ** 2 * (1.0 + 1.0 / n_reference))

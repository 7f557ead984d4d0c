"""The interferogram stack file: its names, its chunks, and reading it by row blocks."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ..frames.pair_reading import COHERENCE_SCALE as COHERENCE_SCALE
from ..solver.network import Network, network_of

PHASE = "unwrapped_phase"
COHERENCE = "coherence"
WHOLE_TURNS, OWN_CONSTANTS = "whole turns", "own"
NEEDED = (PHASE, "reference_date", "secondary_date")

_CHUNK_VALUES = 32768


def chunk_rows(rows: int, columns: int) -> int:
    """Return the rows of a chunk: one pair, whole rows, about 128 kB, so that pairs and row blocks both read well."""
    return max(1, min(rows, _CHUNK_VALUES // max(columns, 1)))


def millimetres_per_radian(wavelength: float) -> float:
    """Return the line-of-sight displacement in mm, positive towards the satellite, of one radian of phase.

    ``d = -wavelength / (4 pi) * phase``: LiCSAR's and GAMMA's phase is positive where the range increases.
    """
    return -wavelength / (4.0 * np.pi) * 1000.0


def read_network(dataset: Dataset) -> Network:
    """Return the network of an open stack.

    Raises
    ------
    InputError
        Where there is no pair, or a pair's dates are missing, equal or in the wrong order.
    """
    first = netcdf.read_days(dataset, "reference_date")
    second = netcdf.read_days(dataset, "secondary_date")
    if first.size == 0:
        raise InputError(f"{dataset.filepath()} holds no interferogram: import the frame again.")
    if not np.all(second > first):
        number = int(np.flatnonzero(~(second > first))[0])
        raise InputError(
            f"{dataset.filepath()}: the dates of interferogram {number + 1} are missing, equal or in the wrong order "
            "(a network needs at least two different dates). Import the frame again."
        )
    baselines = None
    if "perpendicular_baseline" in dataset.variables:
        baselines = netcdf.read_float(dataset, "perpendicular_baseline")
    return network_of(first, second, baselines)


def read_wavelength(dataset: Dataset) -> float:
    """Return the radar wavelength in m.

    Raises
    ------
    InputError
        Where the file does not name a positive one.
    """
    value = float(getattr(dataset, "wavelength", np.nan))
    if not value > 0:
        raise InputError(f"{dataset.filepath()} has no attribute 'wavelength' (m): import the frame again.")
    return value


def has_own_constants(dataset: Dataset) -> bool:
    """Return whether each pair's phase has any constant of its own; LiCSAR's are whole turns."""
    return str(getattr(dataset, "phase_constants", WHOLE_TURNS)) == OWN_CONSTANTS


def read_rejected(dataset: Dataset) -> BoolArray:
    """Return which pairs the check rejected [pair]; none where the stack has not been checked."""
    n_pairs = len(dataset.dimensions["pair"])
    if "rejected" not in dataset.variables:
        return np.zeros(n_pairs, dtype=bool)
    return np.asarray(netcdf.read(dataset, "rejected")) != 0


def read_phase(
    dataset: Dataset, rows: slice, pairs: Any = slice(None), columns: slice = slice(None)
) -> npt.NDArray[np.float32]:
    """Return the unwrapped phase [pair, row, column] in rad, NaN where there is none.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open stack.
    rows : slice
        Rows to read.
    pairs : slice, int array or bool array
        Pairs to read; all of them by default.
    columns : slice
        Columns to read; all of them by default.
    """
    values = _read_raw(dataset, PHASE, (pairs, rows, columns))
    return np.asarray(values, dtype=np.float32)


def read_coherence_counts(dataset: Dataset, rows: slice, pairs: Any = slice(None)) -> npt.NDArray[np.uint8]:
    """Return the coherence [pair, row, column] times 255, as stored; 0 where there is none."""
    return np.asarray(_read_raw(dataset, COHERENCE, (pairs, rows)), dtype=np.uint8)


def _read_raw(dataset: Dataset, name: str, index: Any) -> npt.NDArray[Any]:
    """Values as stored: neither scaled nor masked, which would copy the block several times."""
    variable = dataset.variables[name]
    if np.dtype(variable.dtype).kind not in "fiu":
        raise InputError(f"{dataset.filepath()}: '{name}' holds no numbers: make the stack again.")
    variable.set_auto_maskandscale(False)
    try:
        return netcdf.read(dataset, name, index)
    finally:
        variable.set_auto_maskandscale(True)

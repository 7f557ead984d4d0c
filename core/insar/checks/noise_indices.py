"""LiCSBAS's noise indices: which pixels of a series are too poor, and which index says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray, IntArray
from ...dates import DAYS_PER_YEAR
from ...files import netcdf
from ...files.handles import Dataset
from ...files.names import DISPLACEMENT
from ...work.blocks import report_each, row_blocks
from ...work.progress import Progress
from ..solver.band import Float64

_LONG_WAVELENGTH = 0.2  # m: longer is L-band
_BLOCK_MB = 128.0


@dataclass(frozen=True)
class NoiseIndex:
    """One limit.

    Attributes
    ----------
    name : str
        Variable of the series file.
    limit : float
        Of values in the variable's unit.
    smallest : bool
        True where the limit is the smallest good value, False where it is the largest.
    """

    name: str
    limit: float
    smallest: bool = False

    def bad(self, values: FloatArray) -> BoolArray:
        """Return where values [..] are beyond the limit or missing."""
        with np.errstate(invalid="ignore"):
            good = values >= self.limit if self.smallest else values <= self.limit
        return np.asarray(~good)


@dataclass(frozen=True)
class IndexResult:
    """What one index did.

    Attributes
    ----------
    index : str
        Name of the variable.
    limit : float
        That was asked for.
    applied : bool
        False where it was dropped because it would have masked every pixel.
    n_bad, n_bad_alone : int
        Pixels beyond the limit; those that no other index masks.
    """

    index: str
    limit: float
    applied: bool
    n_bad: int
    n_bad_alone: int


def noise_indices(n_dates: int, wavelength: float, velocity_std: str) -> list[NoiseIndex]:
    """Return the nine indices with the limits of LiCSBAS's step 15 (Morishita et al. 2020, table 2).

    Parameters
    ----------
    n_dates : int
        Of the network.
    wavelength : float
        In m; the limits in mm are twice as large for L-band, as in LiCSBAS.
    velocity_std : str
        Variable that holds the standard deviation of the velocity.
    """
    millimetres = 2.0 if wavelength > _LONG_WAVELENGTH else 1.0
    return [
        NoiseIndex("mean_coherence", 0.05, smallest=True),
        NoiseIndex("n_interferograms", int(1.5 * n_dates), smallest=True),
        NoiseIndex(velocity_std, 100.0),
        NoiseIndex("longest_part", DAYS_PER_YEAR, smallest=True),
        NoiseIndex("n_gaps", 10),
        NoiseIndex("spatiotemporal_consistency", 5.0 * millimetres),
        NoiseIndex("n_without_loop", 50),
        NoiseIndex("n_loop_errors", 5),
        NoiseIndex("residual_rms", 2.0 * millimetres),
    ]


def pairs_without_loop(there: BoolArray, loops: IntArray) -> IntArray:
    """Return how many pairs with data are in no loop whose three pairs have data [pixel].

    Parameters
    ----------
    there : bool array [pair, pixel]
        Where there is data.
    loops : int array [loop, 3]
        Numbers of the pairs of every loop.
    """
    closed = np.zeros_like(there)
    for first, second, third in loops:
        whole = there[first] & there[second] & there[third]
        for pair in (first, second, third):
            closed[pair] |= whole
    return np.asarray(np.count_nonzero(there & ~closed, axis=0))


def consistency(displacement: FloatArray) -> Float64:
    """Return the spatio-temporal consistency [row, column]: the smaller, the better (Hanssen et al. 2008).

    Root mean square of the double differences in time (date to next date) and space (pixel to neighbour), the
    smallest among the eight neighbours; NaN where no neighbour has a series.

    Parameters
    ----------
    displacement : array [date, row, column]
        NaN where missing.
    """
    steps = np.diff(displacement, axis=0)
    best = np.full(displacement.shape[1:], np.inf)
    here, there = slice(None, -1), slice(1, None)
    every = slice(None)
    for first, second in (
        ((every, here), (every, there)),
        ((here, every), (there, every)),
        ((here, here), (there, there)),
        ((here, there), (there, here)),
    ):
        double = steps[(every,) + first] - steps[(every,) + second]
        rms = np.sqrt(np.mean(double * double, axis=0))
        rms = np.where(np.isnan(rms), np.inf, rms)
        for side in (first, second):
            best[side] = np.minimum(best[side], rms)
    return np.where(np.isinf(best), np.nan, best)


def write_noise_mask(dataset: Dataset, wavelength: float, progress: Progress) -> list[IndexResult]:
    """Add the consistency and ``noise_mask`` to a series file that is being written, and set ``mask`` by it.

    An index that alone would mask every solved pixel is dropped. The table of what each index masks is in the
    attribute ``noise_mask_table``.
    """
    shape = len(dataset.dimensions["y"]), len(dataset.dimensions["x"])
    name = "spatiotemporal_consistency"
    words = "root mean square of double differences in time and space, smallest of eight neighbours"
    variable = netcdf.add_variable(dataset, name, ("y", "x"), "mm", words)
    variable[:] = _consistency_of_file(dataset, progress)
    bootstrap = "velocity_std_bootstrap"
    std = bootstrap if bootstrap in dataset.variables else "velocity_std"
    indices = noise_indices(len(dataset.dimensions["time"]), wavelength, std)
    solved = np.asarray(netcdf.read(dataset, "mask")) > 0

    def read(index: str) -> FloatArray:
        return netcdf.read_float(dataset, index) if index in dataset.variables else np.zeros(shape)

    results, keep = apply_indices(indices, read, solved)
    words = "1 where no noise index is beyond its limit"
    netcdf.add_variable(dataset, "noise_mask", ("y", "x"), "1", words, dtype="u1", fill=None)[:] = keep.astype(np.uint8)
    dataset["mask"][:] = keep.astype(np.uint8)
    dataset["mask"].long_name = "1 where the pixel is solved and no noise index is beyond its limit"
    dataset.noise_mask_table = json.dumps([asdict(result) for result in results])
    return results


def apply_indices(
    indices: list[NoiseIndex], read: Callable[[str], FloatArray], solved: BoolArray
) -> tuple[list[IndexResult], BoolArray]:
    """Return what each index did, and which pixels are kept [row, column].

    Parameters
    ----------
    indices : list of NoiseIndex
        With their limits.
    read : function
        Returns the values [row, column] of an index by its name.
    solved : bool array [row, column]
        Pixels with a series.
    """
    n_solved = int(np.count_nonzero(solved))
    bad, applied = [], []
    n_masking = np.zeros(solved.shape, dtype=np.int16)
    for index in indices:
        beyond = index.bad(read(index.name)) & solved
        use = bool(np.count_nonzero(beyond) < n_solved) or not n_solved
        bad.append(beyond)
        applied.append(use)
        n_masking += beyond & use
    results = [
        IndexResult(
            index.name,
            float(index.limit),
            use,
            int(np.count_nonzero(beyond)),
            int(np.count_nonzero(beyond & (n_masking == 1))) if use else 0,
        )
        for index, beyond, use in zip(indices, bad, applied)
    ]
    return results, np.asarray(solved & (n_masking == 0))


def tell_of_mask(results: list[IndexResult], n_solved: int, n_kept: int, progress: Progress) -> None:
    """Warn of what the indices did to `n_solved` pixels, of which `n_kept` are left."""
    dropped = [result.index for result in results if not result.applied]
    if dropped:
        progress.warn(
            f"The limit of {', '.join(dropped)} would mask every pixel by itself, so it was not applied: the series is "
            "too short or too poor for it."
        )
    listed = "; ".join(
        f"{result.index} {result.n_bad} ({result.n_bad_alone} alone)" for result in results if result.applied
    )
    progress.warn(f"The noise indices mask {n_solved - n_kept} of {n_solved} pixels: {listed}.")
    if n_solved and not n_kept:
        progress.warn("The noise indices together mask every pixel: run without NOISE_MASK and look at each of them.")


def _consistency_of_file(dataset: Dataset, progress: Progress) -> npt.NDArray[np.float32]:
    n_dates = len(dataset.dimensions["time"])
    rows, columns = len(dataset.dimensions["y"]), len(dataset.dimensions["x"])
    result = np.full((rows, columns), np.nan, dtype=np.float32)
    for block in report_each(row_blocks(rows, 40.0 * n_dates * columns, _BLOCK_MB), progress, "Comparing neighbours"):
        first, last = max(0, block.start - 1), min(rows, block.stop + 1)
        displacement = netcdf.read_float(dataset, DISPLACEMENT, (slice(None), slice(first, last)))
        found = consistency(displacement)
        result[block.rows] = found[block.start - first : block.stop - first]
    return result

"""The mean phase of every interferogram over the reference area, whatever pixels of it are missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray
from ...files.handles import Dataset
from ...grid.reference_pixels import ReferencePixels
from ...work.blocks import report_each, row_blocks
from ...work.progress import PartOf, Progress, stop_if_cancelled
from ..solver.dense import MAX_BAND_WIDTH
from ..solver.network import Network
from ..solver.network_solver import NetworkSolver
from ..stack.reading import chunk_rows, read_phase
from .datum import already_relative

MIN_REFERENCE_FRACTION = 0.25
"""Part of the reference area's pixels that an interferogram must have."""

_STEADY = 0.5
_BLOCK_MB = 16.0
_KEEP_BYTES = 64 * 2**20
_MOST_PIXELS = 1024
_MOST_PIXELS_DENSE = 256
_ROUNDS = 20
_SETTLED_RAD = 1e-3


@dataclass(frozen=True)
class ReferencePhase:
    """What the interferograms have at the reference area.

    Attributes
    ----------
    mean : array [pair]
        Mean phase in rad; NaN where a pair has no data there.
    fraction : array [pair]
        Part of the area's steady pixels that a pair has.
    usable : bool array [pair]
        Pairs in use with data on enough of them.
    pixels, steady : ReferencePixels
        The area; those of its pixels with data in at least half as many pairs as the best of them.
    scatter_rad : float
        Standard deviation of the pixels about their mean, median over the usable pairs; NaN where there is none.
    rate_scatter_rad_day : float
        Standard deviation of the pixels' rates of phase; NaN where unknown.
    rate_noise_rad_day : float
        What it would be if the scatter were independent noise.
    already : bool
        Whether the interferograms are relative to the area as they come (:mod:`~.datum`): the mean of usable pairs is
        then 0, since what the pixels have besides is their noise.
    """

    mean: FloatArray
    fraction: FloatArray
    usable: BoolArray
    pixels: ReferencePixels
    steady: ReferencePixels
    scatter_rad: float
    rate_scatter_rad_day: float
    rate_noise_rad_day: float
    already: bool = False

    @property
    def filled(self) -> float:
        """Mean part of the steady pixels that usable pairs have."""
        return float(self.fraction[self.usable].mean()) if self.usable.any() else 0.0


def reference_phase(
    dataset: Dataset, pixels: ReferencePixels, network: Network, used: BoolArray, progress: Progress
) -> ReferencePhase:
    """Return the mean phase of all pairs over the reference area.

    Where pixels of the area are missing in some pairs, a mean over those that are there would jump with them, as soon
    as the pixels move differently or lie under different air. So what is missing is filled in from the pixel's own
    series relative to the area, and the mean is over the same pixels in all pairs. Pixels with few data (water in a
    polygon) are left out altogether.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open stack.
    pixels : ReferencePixels
        The area.
    network : Network
        Of the stack.
    used : bool array [pair]
        Pairs in use.
    progress : Progress
        Hears of progress: the area may be as large as the frame.
    """
    area = _AreaPhase(dataset, pixels, network.n_pairs)
    counts = [np.count_nonzero(np.isfinite(phase[used]), axis=0) for phase in area.each(PartOf(progress, 0.0, 0.4))]
    most = max((int(count.max(initial=0)) for count in counts), default=0)
    steady = [(count >= _STEADY * most) & (count > 0) for count in counts]
    n_steady = sum(int(np.count_nonzero(chosen)) for chosen in steady)
    step = max(1, -(-n_steady // _MOST_PIXELS))
    count, total, squares = np.zeros(network.n_pairs), np.zeros(network.n_pairs), np.zeros(network.n_pairs)
    samples, passed = [], 0
    for phase, chosen in zip(area.each(PartOf(progress, 0.4, 0.8)), steady):
        values = phase[:, chosen].astype(np.float64)
        there = np.isfinite(values)
        count += np.count_nonzero(there, axis=1)
        clean = np.where(there, values, 0.0)
        total += clean.sum(axis=1)
        squares += np.einsum("ij,ij->i", clean, clean)
        samples.append(values[:, -passed % step :: step])
        passed += values.shape[1]
    with np.errstate(invalid="ignore"):
        mean = np.where(count > 0, total / np.maximum(count, 1), np.nan)
        std = np.sqrt(np.maximum(squares / np.maximum(count, 1) - mean**2, 0.0))
    fraction = count / max(1, n_steady)
    usable = used & (fraction >= MIN_REFERENCE_FRACTION)
    scatter = float(np.median(std[usable])) if usable.any() else float("nan")
    rate_scatter = rate_noise = float("nan")
    already = False
    if usable.any():
        sample = np.concatenate(samples, axis=1)[usable]
        chosen_network = network.subset(usable)
        if np.any(fraction[usable] < 1):
            mean[usable] += _of_missing(sample, chosen_network, PartOf(progress, 0.8, 1.0))
        rate_scatter = _rate_scatter(sample - mean[usable, None], chosen_network)
        variance = std[usable] ** 2 / np.maximum(count[usable] - 1, 1)
        already = already_relative(mean[usable], variance, n_steady, chosen_network)
        if already:
            mean[usable] = 0.0
        span = chosen_network.secondary_days - chosen_network.reference_days
        rate_noise = scatter / float(np.sqrt(span @ span))
    inside = pixels.inside.copy()
    inside[inside] = np.concatenate(steady)
    of_steady = ReferencePixels(pixels.row, pixels.column, inside)
    return ReferencePhase(
        mean,
        fraction,
        usable,
        pixels,
        of_steady,
        scatter_rad=scatter,
        rate_scatter_rad_day=rate_scatter,
        rate_noise_rad_day=rate_noise,
        already=already,
    )


class _AreaPhase:
    """The phase of the area's pixels by blocks of rows, as often as wanted; that of a small area is kept."""

    def __init__(self, dataset: Dataset, pixels: ReferencePixels, n_pairs: int) -> None:
        self._dataset, self._pixels = dataset, pixels
        bytes_per_row = 4.0 * n_pairs * pixels.inside.shape[1]
        grid_shape = len(dataset.dimensions["y"]), len(dataset.dimensions["x"])
        self._blocks = row_blocks(pixels.inside.shape[0], bytes_per_row, _BLOCK_MB, chunk_rows(*grid_shape))
        self._keep = 4 * n_pairs * pixels.n_pixels <= _KEEP_BYTES
        self._kept: list[npt.NDArray[np.float32]] = []

    def each(self, progress: Progress) -> Iterator[npt.NDArray[np.float32]]:
        """Yield the phase [pair, pixel] of block after block."""
        if self._kept:
            yield from self._kept
            return
        for block in report_each(self._blocks, progress, "Reading the reference area"):
            first = self._pixels.row
            part = self._pixels.within(first + block.start, first + block.stop)
            if part is None:
                continue
            phase = part.of(read_phase(self._dataset, part.rows, columns=part.columns))
            if self._keep:
                self._kept.append(phase)
            yield phase


def _of_missing(sample: FloatArray, network: Network, progress: Progress) -> FloatArray:
    """Return by how much the mean over all pixels differs from that over the ones that are there [pair], in rad.

    Every pixel's phase relative to the mean is inverted for its series, the missing phases are taken from the series,
    and the mean is taken anew, until it settles.

    Parameters
    ----------
    sample : array [pair, pixel]
        In rad; NaN where missing.
    network : Network
        Of these pairs.
    progress : Progress
        Hears of progress.
    """
    solver = NetworkSolver(network.pairs, network.dates_days, "linear")
    sample = sample[:, np.isfinite(sample).any(axis=0)]
    if solver.band.width > MAX_BAND_WIDTH:  # every pixel costs a factorisation of its own
        sample = sample[:, :: -(-sample.shape[1] // _MOST_PIXELS_DENSE)]
    there = np.isfinite(sample)
    known = there.any(axis=1)
    plain = np.where(there, sample, 0.0).sum(axis=1) / np.maximum(there.sum(axis=1), 1)
    mean = plain
    for number in range(_ROUNDS):
        stop_if_cancelled(progress)
        series = solver.solve(sample - mean[:, None]).displacement
        series = series - series.mean(axis=1, keepdims=True)
        fitted = series[network.pairs[:, 1]] - series[network.pairs[:, 0]]
        better = np.where(there, sample, mean[:, None] + fitted).mean(axis=1)
        change = float(np.abs(better - mean).max())
        mean = better
        if change < _SETTLED_RAD:
            break
        progress.report((number + 1) / _ROUNDS, "Filling in the reference area")
    return np.where(known, mean - plain, 0.0)


def _rate_scatter(relative: FloatArray, network: Network) -> float:
    """Return the standard deviation of the pixels' rates in rad per day, from phase [pair, pixel] less its mean."""
    span = network.secondary_days - network.reference_days
    there = np.isfinite(relative)
    weight = span**2 @ there
    rate = (span @ np.where(there, relative, 0.0))[weight > 0] / weight[weight > 0]
    return float(np.std(rate)) if rate.size > 1 else 0.0

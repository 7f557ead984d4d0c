"""Solving one network of interferograms for any number of blocks of pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray, IntArray
from ...errors import InputError
from .band import LEAST_PIXELS, Band, Float64, at_least, band_of
from .dense import MAX_BAND_WIDTH, dense_covariances, dense_parts, dense_solve
from .elimination import covariances, factorise, parts, substitute
from .gaps import bridge, spans, unconnected
from .inversion_result import Inversion as Inversion
from .inversion_result import empty_inversion
from .motion import MotionModel, fit_motion, motion_model, velocity_weights
from .motion_errors import NetworkErrors, Solve, estimate_motion
from .pixel_block import PIXELS_TOGETHER, PixelBlock, Source, Workspace, count_true

GAP_MODELS = ("linear", "seasonal", "none")

_GAPS_TOGETHER = 512  # the bridge has many arrays: more pixels would not fit in the cache
_LARGEST_RATIO = 1e4  # with values of 100 mm, rounding then stays below 1e-10 mm


@dataclass(frozen=True)
class _Solved:
    """Least squares of a block: the series, 0 at the first date of each part.

    Attributes
    ----------
    first : int array [date, pixel] or None
        First date of the part of each date; None where no pixel has a gap.
    n_parts : int array [pixel]
        Parts of the network.
    covariances : function
        Returns variances, and covariances with the date before, [date, pixel or 1] for observations of variance
        1 / weight.
    solve : function
        Returns their covariance times an array [date, pixel], which it destroys.
    """

    series: Float64
    first: npt.NDArray[np.int32] | None
    n_parts: IntArray
    covariances: Callable[[], tuple[Float64, Float64]]
    solve: Solve


class NetworkSolver:
    """The inversion of one network, for as many blocks of pixels as there are.

    Parameters
    ----------
    pairs, days, gap_model
        As for :func:`~.network_inversion.invert`.
    steps : tuple of float
        Days from which on the displacement is another, for the model across gaps.
    pair_variance : array [pair], optional
        Variance of an interferogram's pixel (of the displacement's unit), by which errors are stated where the
        interferograms are not redundant and so leave no residual.
    """

    def __init__(
        self,
        pairs: npt.ArrayLike,
        days: npt.ArrayLike,
        gap_model: str = "linear",
        steps: tuple[float, ...] = (),
        *,
        pair_variance: Float64 | None = None,
    ) -> None:
        if gap_model not in GAP_MODELS:
            raise InputError(f"GAP_MODEL must be one of {', '.join(GAP_MODELS)}, not '{gap_model}'.")
        when = np.asarray(days, dtype=np.float64)
        if when.ndim != 1 or when.size < 2 or not np.all(np.diff(when) > 0):
            raise InputError("The network needs at least two dates, and they must ascend.")
        self.band: Band = band_of(pairs, when.size)
        self.gap_model, self._pair_variance = gap_model, pair_variance
        self.key = uuid4().hex  # the same in copies that reach other processes
        self.model: MotionModel = motion_model(when, seasonal=gap_model == "seasonal", steps=steps)
        self._velocity_weights = velocity_weights(self.model)[:, None]
        self._shared: tuple[Float64, Float64, npt.NDArray[np.int32]] | None = None

    def workspace(self, n_pixels: int = PIXELS_TOGETHER) -> Workspace:
        """Return buffers for calls with `n_pixels` pixels."""
        return Workspace(self.band, min(n_pixels, PIXELS_TOGETHER) + LEAST_PIXELS)

    def solve(
        self,
        values: FloatArray,
        weights: npt.ArrayLike | None = None,
        weight_table: Float64 | None = None,
        offsets: Float64 | None = None,
        scale: float = 1.0,
        *,
        radians: float | None = None,
        date_std: bool = False,
        workspace: Workspace | None = None,
        known: Float64 | None = None,
        motion: MotionModel | None = None,
    ) -> Inversion:
        """Invert a block of pixels.

        Parameters
        ----------
        values : array [pair, pixel]
            Displacement, or anything that ``(values - offsets) * scale`` turns into it.
        weights : array [pair, pixel], optional
            Inverse variances, or indices of `weight_table`.
        weight_table : array, optional
            Inverse variances that `weights` stand for.
        offsets : array [pair], optional
            To take from `values` (the reference).
        scale : float
            Factor from `values` to displacement.
        radians : float, optional
            Phase of one unit of displacement, for the temporal coherence; not computed where None.
        date_std : bool
            Whether to compute the standard deviation of every date.
        workspace : Workspace, optional
            Of :meth:`workspace`, where many blocks follow each other in one thread.
        known : array [date, pixel], optional
            Motion, 0 at the first date, to take from the displacement before parts are tied: the same as taking its
            differences from `values`, and the residuals do not change.
        motion : MotionModel, optional
            To fit to the determined dates, with the errors of network and air; `displacement_std` is then that of
            :class:`~.motion_errors.MotionEstimate`.
        """
        n_pairs = self.band.earlier.size
        if values.ndim != 2 or len(values) != n_pairs:
            raise InputError(f"DISPLACEMENT must have the shape ({n_pairs} pairs, pixels), not {values.shape}.")
        given = None if weights is None else np.asarray(weights)
        if given is not None and given.shape != values.shape:
            raise InputError(f"WEIGHTS must have the shape of the displacement, {values.shape}, not {given.shape}.")
        n_pixels = values.shape[1]
        result = empty_inversion(self.band.n_dates, n_pixels, radians is not None, date_std, motion)
        if not n_pixels:
            return result
        source = Source(values, given, weight_table, offsets, scale, known=known)
        workspace = workspace or self.workspace(n_pixels)
        for start in range(0, n_pixels, PIXELS_TOGETHER):
            pixels = slice(start, min(start + PIXELS_TOGETHER, n_pixels))
            self._solve_chunk(source, pixels, workspace, result, radians=radians, motion=motion)
        return result

    def _solve_chunk(
        self,
        source: Source,
        pixels: slice,
        workspace: Workspace,
        result: Inversion,
        *,
        radians: float | None,
        motion: MotionModel | None,
    ) -> None:
        """Solve adjacent pixels, in groups where that saves work."""
        chunk = source.part(pixels)
        for chosen, complete in _groups(chunk, workspace):
            part: Source = chunk
            where: slice | IntArray = pixels
            if chosen is not None:
                part, where = chunk.part(chosen), pixels.start + chosen
                part.there(workspace)
            block = PixelBlock(part, self.band, workspace, complete)
            self._solve_block(block, part.known, result, where, radians=radians, motion=motion)

    def _solve_block(
        self,
        block: PixelBlock,
        known: Float64 | None,
        result: Inversion,
        pixels: slice | IntArray,
        *,
        radians: float | None,
        motion: MotionModel | None,
    ) -> None:
        """Solve some pixels and put what comes out into the result."""
        solved = self._least_squares(block)
        count = count_true(block.there)
        keep = result.displacement_std is not None or result.temporal_coherence is not None or motion is not None
        residual, squares = block.residual(solved.series, keep)
        unit = self._unit_variance(block, solved, residual, count) if keep else None
        if result.displacement_std is not None and motion is None and unit is not None:
            result.displacement_std[:, pixels] = _date_std(solved, unit, count)
        if result.temporal_coherence is not None and radians is not None:
            result.temporal_coherence[pixels] = _temporal_coherence(residual, count, radians)
        if known is not None:
            np.subtract(solved.series, known, out=solved.series)
        if motion is not None and unit is not None:
            self._estimate(block, solved, motion, unit, count, result=result, pixels=pixels)
        series = self._across_gaps(solved)
        gap, part = self._spans(solved)
        rms = np.sqrt(squares / np.maximum(count, 1))
        if not count.all():
            for values in (series, gap, part, rms):
                values[..., count == 0] = np.nan
        result.displacement[:, pixels] = series
        result.velocity[pixels] = self._velocity(series)
        result.residual_rms[pixels] = rms
        result.n_gaps[pixels] = solved.n_parts - 1
        result.n_interferograms[pixels] = count
        result.longest_gap[pixels], result.longest_part[pixels] = gap, part

    def _least_squares(self, block: PixelBlock) -> _Solved:
        band, rhs = self.band, block.right_hand_side()
        if block.complete:
            factor, inverse, first = self._shared_factor()
            n_parts = np.full(block.n_pixels, np.count_nonzero(inverse == 0))
            spread = np.repeat(first, block.n_pixels, axis=1) if n_parts[0] > 1 else None
            series = substitute(factor, inverse, rhs)
            return _Solved(series, spread, n_parts, lambda: covariances(factor, inverse), _by(factor, inverse))
        if band.width > MAX_BAND_WIDTH:
            whole = dense_parts(band, block.there)
            n_parts = np.count_nonzero(whole == np.arange(band.n_dates)[:, None], axis=0)
            series = dense_solve(band, block.weights, rhs, whole)
            weights = block.weights
            return _Solved(
                series,
                whole,
                n_parts,
                lambda: dense_covariances(band, weights, whole),
                lambda other: dense_solve(band, weights, other, whole),
            )
        factor = block.conductance()
        inverse = factorise(factor)
        series = substitute(factor, inverse, rhs)
        if not block.uniform:
            _refine(block, band, factor, inverse, series)
        n_parts = np.count_nonzero(inverse == 0, axis=0)
        at_gaps = self._parts_at_gaps(factor, np.flatnonzero(n_parts > 1))
        return _Solved(series, at_gaps, n_parts, lambda: covariances(factor, inverse), _by(factor, inverse))

    def _parts_at_gaps(self, factor: Float64, gaps: IntArray) -> npt.NDArray[np.int32] | None:
        n_dates, _, n_pixels = factor.shape
        if not gaps.size:
            return None
        if gaps.size == n_pixels:
            return parts(factor)
        first = np.zeros((n_dates, n_pixels), dtype=np.int32)
        first[:, gaps] = parts(np.take(factor, gaps, axis=2))
        return first

    def _shared_factor(self) -> tuple[Float64, Float64, npt.NDArray[np.int32]]:
        """Factor, inverse pivots and parts of the network with nothing missing, last axis of length 1."""
        if self._shared is None:
            band = self.band
            flow = np.zeros((band.n_dates, band.width, LEAST_PIXELS))
            factor = band.scatter(np.ones((band.earlier.size, LEAST_PIXELS)), flow)
            inverse = factorise(factor)
            first = parts(factor)
            self._shared = factor[:, :, :1].copy(), inverse[:, :1].copy(), first[:, :1].copy()
        return self._shared

    def _across_gaps(self, solved: _Solved) -> Float64:
        """Return the series with its parts tied, or the unconnected dates missing."""
        series, first = solved.series, solved.first
        if first is None:
            return series
        gaps = np.flatnonzero(solved.n_parts > 1)
        if self.gap_model == "none":
            series[unconnected(first)] = np.nan
            return series
        for start in range(0, gaps.size, _GAPS_TOGETHER):
            some = gaps[start : start + _GAPS_TOGETHER]
            tied = bridge(at_least(series[:, some]), at_least(first[:, some]), self.model)
            series[:, some] = tied[:, : some.size]
        return series

    def _spans(self, solved: _Solved) -> tuple[Float64, Float64]:
        """Return days of the longest gap and of the longest part [pixel]."""
        days, n_pixels = self.model.days, solved.n_parts.size
        gap, part = np.zeros(n_pixels), np.full(n_pixels, days[-1] - days[0])
        gaps = np.flatnonzero(solved.n_parts > 1)
        if solved.first is not None and gaps.size:
            gap[gaps], part[gaps] = spans(solved.first[:, gaps], days)
        return gap, part

    def _unit_variance(self, block: PixelBlock, solved: _Solved, residual: Float64, count: IntArray) -> Float64:
        """Return the variance of an observation of weight 1 [pixel].

        Where the observations are not redundant, by how neighbours differ; NaN where that is not known.
        """
        weighted = residual if block.complete else residual * block.weights
        squares = np.add.reduce(residual * weighted, axis=0)
        freedom = count - (self.band.n_dates - solved.n_parts)
        unit = np.where(freedom > 0, squares / np.maximum(freedom, 1), np.nan)
        lacking = np.flatnonzero((freedom <= 0) & (count > 0))
        if self._pair_variance is None or not lacking.size:
            return unit
        there = block.there[:, lacking]
        inverse = there if block.complete else np.divide(1.0, block.weights[:, lacking], where=there, out=there * 0.0)
        # Together the pairs then err as much as their neighbours say, however their weights share it out.
        total = np.add.reduce(np.where(there, self._pair_variance[:, None], 0.0), axis=0)
        unit[lacking] = total / np.add.reduce(inverse, axis=0, dtype=np.float64)
        return unit

    def _estimate(
        self,
        block: PixelBlock,
        solved: _Solved,
        model: MotionModel,
        unit: Float64,
        count: IntArray,
        *,
        result: Inversion,
        pixels: slice | IntArray,
    ) -> None:
        """Fit the motion with its errors, and put it into the result."""
        variance, neighbour = solved.covariances()
        errors = NetworkErrors(unit, variance, neighbour, solved.solve, block.complete)
        weight = np.ones(block.n_pixels)
        if not block.complete:
            weight = np.add.reduce(block.weights, axis=0) / np.maximum(count, 1)
        found = estimate_motion(
            solved.series, solved.first, model, errors, weight, date_std=result.displacement_std is not None
        )
        if result.motion is None:
            return
        there = count > 0
        if found.displacement_std is not None and result.displacement_std is not None:
            result.displacement_std[:, pixels] = found.displacement_std
        for name in ("coefficients", "covariance", "noise_std", "air_std"):
            getattr(result.motion, name)[..., pixels] = np.where(there, getattr(found, name), np.nan)
        part = found.part
        if self.gap_model == "none" and solved.first is not None:  # what lies beyond a gap stays empty
            part = np.where(unconnected(solved.first), 0, part)
        result.motion.part[:, pixels] = np.where(there, part, 0)

    def _velocity(self, series: Float64) -> Float64:
        velocity = np.add.reduce(series * self._velocity_weights, axis=0)
        partial = np.isnan(velocity)
        if partial.any():
            velocity[partial] = fit_motion(series[:, partial], self.model).velocity
        return np.asarray(velocity)


def _by(factor: Float64, inverse: Float64) -> Solve:
    return lambda rhs: substitute(factor, inverse, rhs)


def _date_std(solved: _Solved, unit: Float64, count: IntArray) -> Float64:
    """Return the standard deviation of every date relative to the first [date, pixel]."""
    std = np.sqrt(solved.covariances()[0] * unit)
    if solved.first is not None:
        std[unconnected(solved.first)] = np.nan
    std[0] = np.where(count > 0, 0.0, np.nan)
    return np.asarray(std)


def _groups(chunk: Source, workspace: Workspace) -> list[tuple[IntArray | None, bool]]:
    """Return the pixels with data of a chunk in groups, each with whether nothing is missing and all weighs alike.

    None stands for the chunk as it is. Copying pixels into groups of their own costs more than solving a few pixels
    in vain, so it is done only where a quarter of the chunk gains by it.
    """
    there = chunk.there(workspace)
    n_pairs, n_pixels = there.shape
    count = count_true(there)
    empty = count == 0
    complete = count == n_pairs if chunk.weights is None else np.zeros(n_pixels, dtype=bool)
    if 4 * np.count_nonzero(complete) < n_pixels:
        complete[:] = False
    rest = ~complete
    if 4 * np.count_nonzero(empty) >= n_pixels:
        rest &= ~empty
    groups: list[tuple[IntArray | None, bool]] = []
    for chosen, shared in ((complete, True), (rest, False)):
        if chosen.all() and n_pixels >= LEAST_PIXELS:
            groups.append((None, shared))
        elif chosen.any():
            groups.append((_padded(np.flatnonzero(chosen)), shared))
    return groups


def _padded(pixels: IntArray) -> IntArray:
    """Repeat the last pixel up to the least number."""
    lacking = LEAST_PIXELS - pixels.size
    return np.concatenate([pixels, np.full(lacking, pixels[-1])]) if lacking > 0 else pixels


def _refine(block: PixelBlock, band: Band, factor: Float64, inverse: Float64, series: Float64) -> None:
    """Solve once more for the residuals at pixels whose weights differ very much; in place.

    Weighted sums round in proportion to the largest weight, and a date that hangs on small weights alone feels that
    in proportion to its inverse pivot.
    """
    ratio = np.maximum.reduce(inverse, axis=0) * np.maximum.reduce(block.weights, axis=0)
    pixels = np.flatnonzero(ratio > _LARGEST_RATIO)
    if not pixels.size:
        return
    solution = np.take(series, pixels, axis=1)
    rhs = np.zeros_like(solution)
    weights, values = np.take(block.weights, pixels, axis=1), np.take(block.values, pixels, axis=1)
    for value, weight, (earlier, later) in zip(values, weights, band.sides):
        flow = weight * (value - (solution[later] - solution[earlier]))
        rhs[earlier] -= flow
        rhs[later] += flow
    correction = substitute(np.take(factor, pixels, axis=2), np.take(inverse, pixels, axis=1), rhs)
    series[:, pixels] = solution + correction


def _temporal_coherence(residual: Float64, count: IntArray, radians: float) -> Float64:
    """Return the absolute mean of exp(i residual phase) over the pairs that are there [pixel]."""
    phase = (residual * radians).astype(np.float32)
    # Missing pairs have residual 0, so a cosine of 1.
    cosine = np.add.reduce(np.cos(phase), axis=0, dtype=np.float64) - (len(residual) - count)
    sine = np.add.reduce(np.sin(phase), axis=0, dtype=np.float64)
    return np.where(count > 0, np.hypot(cosine, sine) / np.maximum(count, 1), np.nan)

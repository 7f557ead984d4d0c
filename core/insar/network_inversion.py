"""Inversion of a network of interferograms for displacement series: the pure part, arrays to arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from .band import LEAST_PIXELS, Band, Float64, at_least, band_of
from .dense import MAX_BAND_WIDTH, dense_parts, dense_solve
from .elimination import factorise, parts, substitute
from .gaps import bridge, unconnected
from .motion import MotionModel, fit_motion, motion_model, velocity_weights
from .pixel_block import PIXELS_TOGETHER, PixelBlock, Source, Workspace, count_true

GAP_MODELS = ("linear", "seasonal", "none")


@dataclass(frozen=True)
class Inversion:
    """Displacement series and what the inversion tells about them.

    Attributes
    ----------
    displacement : array [date, pixel]
        Relative to the first date, in the unit of the input. NaN at pixels without any interferogram, and with
        the gap model ``none`` at dates that are not connected with the first.
    velocity : array [pixel]
        Per year of 365.25 days: least squares over the dates, with an annual term where the gap model is
        ``seasonal`` and the dates span 1.5 years. NaN where the series does not determine it.
    residual_rms : array [pixel]
        Root mean square of the interferograms less the series' differences; NaN without any interferogram.
    n_gaps : int array [pixel]
        Connected parts of the pixel's network beyond the first; a date that no interferogram reaches is a part.
    n_interferograms : int array [pixel]
        Interferograms used.
    temporal_coherence : array [pixel] or None
        Absolute value of the mean of exp(i residual phase), where asked for.
    """

    displacement: FloatArray
    velocity: FloatArray
    residual_rms: FloatArray
    n_gaps: IntArray
    n_interferograms: IntArray
    temporal_coherence: FloatArray | None = None


def invert(
    displacement: npt.ArrayLike,
    pairs: npt.ArrayLike,
    days: npt.ArrayLike,
    weights: npt.ArrayLike | None = None,
    gap_model: str = "linear",
) -> Inversion:
    """Invert interferograms for displacement at every date by (weighted) least squares, pixel by pixel.

    Solves ``min sum_k w_k (x[late_k] - x[early_k] - d_k)^2`` with ``x[0] = 0``. Where a pixel's interferograms fall
    into parts that nothing connects, the data leave a constant open for each; `gap_model` decides:

    - ``linear``: the constants for which all dates together fit a constant velocity best: the limit of the NSBAS
      constraint (Lopez-Quiroz et al. 2009) for a vanishing weight.
    - ``seasonal``: the same with an annual sine and cosine, at pixels where a part spans 1.5 years and the parts
      together determine all terms; the others as ``linear``.
    - ``none``: dates not connected with the first date stay NaN.

    With ``linear`` and ``seasonal`` a date that no interferogram of the pixel reaches is a part of its own and gets
    the model's value; `n_gaps` counts such dates too.

    Parameters
    ----------
    displacement : array [pair, pixel]
        Displacement from the first to the second date of each pair, in mm or any unit; NaN is missing. float32 is
        enough; the arithmetic is in float64.
    pairs : int array [pair, 2]
        Indices of the dates of each pair. A pair with the later date first counts with the opposite sign.
    days : array [date]
        Days since 2000-01-01 (any common epoch but for the phase of the season), ascending.
    weights : array [pair, pixel], optional
        Inverse variances; a pair is missing where its weight is not positive. All alike where None.
    gap_model : str
        ``linear``, ``seasonal`` or ``none``.

    Returns
    -------
    Inversion
        Of which the result of a pixel depends on that pixel alone, to the last bit.

    Raises
    ------
    InputError
        Where shapes do not fit, dates do not ascend, or a pair does not join two of them.

    References
    ----------
    Berardino et al. (2002), IEEE TGRS 40, 2375 (SBAS); Lopez-Quiroz et al. (2009), J. Appl. Geophys. 69, 1 (NSBAS).
    """
    return NetworkSolver(pairs, days, gap_model).solve(np.asarray(displacement), weights)


class NetworkSolver:
    """The inversion of one network, for as many blocks of pixels as there are.

    Parameters
    ----------
    pairs, days, gap_model
        As for :func:`invert`.
    """

    def __init__(self, pairs: npt.ArrayLike, days: npt.ArrayLike, gap_model: str = "linear") -> None:
        if gap_model not in GAP_MODELS:
            raise InputError(f"GAP_MODEL must be one of {', '.join(GAP_MODELS)}, not '{gap_model}'.")
        when = np.asarray(days, dtype=np.float64)
        if when.ndim != 1 or when.size < 2 or not np.all(np.diff(when) > 0):
            raise InputError("The network needs at least two dates, and they must ascend.")
        self.band: Band = band_of(pairs, when.size)
        self.gap_model = gap_model
        self.model: MotionModel = motion_model(when, seasonal=gap_model == "seasonal")
        self._velocity_weights = velocity_weights(self.model)[:, None]
        self._shared: tuple[Float64, Float64, npt.NDArray[np.int32]] | None = None

    def solve(
        self,
        values: FloatArray,
        weights: npt.ArrayLike | None = None,
        weight_table: Float64 | None = None,
        offsets: Float64 | None = None,
        scale: float = 1.0,
        radians: float | None = None,
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
        """
        n_pairs = self.band.earlier.size
        if values.ndim != 2 or len(values) != n_pairs:
            raise InputError(f"DISPLACEMENT must have the shape ({n_pairs} pairs, pixels), not {values.shape}.")
        given = None if weights is None else np.asarray(weights)
        if given is not None and given.shape != values.shape:
            raise InputError(f"WEIGHTS must have the shape of the displacement, {values.shape}, not {given.shape}.")
        n_pixels = values.shape[1]
        result = _empty(self.band.n_dates, n_pixels, radians is not None)
        if not n_pixels:
            return result
        source = Source(values, given, weight_table, offsets, scale)
        workspace = Workspace(self.band, min(n_pixels, PIXELS_TOGETHER) + LEAST_PIXELS)
        for start in range(0, n_pixels, PIXELS_TOGETHER):
            chunk = source.part(slice(start, min(start + PIXELS_TOGETHER, n_pixels)))
            for pixels, complete in _groups(chunk, workspace):
                part: Source = chunk
                where: slice | IntArray = slice(start, start + chunk.values.shape[1])
                if pixels is not None:
                    part, where = chunk.part(pixels), start + pixels
                    part.there(workspace)
                self._solve_block(PixelBlock(part, self.band, workspace, complete), result, where, radians)
        return result

    def _solve_block(
        self, block: PixelBlock, result: Inversion, pixels: slice | IntArray, radians: float | None
    ) -> None:
        """Solve some pixels and put what comes out into the result."""
        series, first, n_parts = self._least_squares(block)
        count = count_true(block.there)
        rms, coherence = _misfit(block, series, count, radians)
        series = self._across_gaps(series, first, n_parts)
        if not count.all():
            series[:, count == 0] = np.nan
            rms[count == 0] = np.nan
        result.displacement[:, pixels] = series
        result.velocity[pixels] = self._velocity(series)
        result.residual_rms[pixels] = rms
        result.n_gaps[pixels] = n_parts - 1
        result.n_interferograms[pixels] = count
        if result.temporal_coherence is not None and coherence is not None:
            result.temporal_coherence[pixels] = coherence

    def _least_squares(self, block: PixelBlock) -> tuple[Float64, npt.NDArray[np.int32] | None, IntArray]:
        """Return the series, 0 at the first date of each part; the parts where there are gaps; how many [pixel]."""
        band, rhs = self.band, block.right_hand_side()
        if block.complete:
            factor, inverse, first = self._shared_factor()
            n_parts = np.full(block.n_pixels, np.count_nonzero(inverse == 0))
            spread = np.repeat(first, block.n_pixels, axis=1) if n_parts[0] > 1 else None
            return substitute(factor, inverse, rhs), spread, n_parts
        if band.width > MAX_BAND_WIDTH:
            whole = dense_parts(band, block.there)
            n_parts = np.count_nonzero(whole == np.arange(band.n_dates)[:, None], axis=0)
            return dense_solve(band, block.weights, rhs, whole), whole, n_parts
        factor = block.conductance()
        inverse = factorise(factor)
        series = substitute(factor, inverse, rhs)
        n_parts = np.count_nonzero(inverse == 0, axis=0)
        gaps = np.flatnonzero(n_parts > 1)
        if not gaps.size:
            return series, None, n_parts
        if gaps.size == block.n_pixels:
            return series, parts(factor), n_parts
        first = np.zeros((band.n_dates, block.n_pixels), dtype=np.int32)
        first[:, gaps] = parts(np.take(factor, gaps, axis=2))
        return series, first, n_parts

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

    def _across_gaps(self, series: Float64, first: npt.NDArray[np.int32] | None, n_parts: IntArray) -> Float64:
        """Return the series with its parts tied, or the unconnected dates missing."""
        if first is None:
            return series
        gaps = np.flatnonzero(n_parts > 1)
        if self.gap_model == "none":
            series[unconnected(first)] = np.nan
        elif gaps.size:
            tied = bridge(at_least(series[:, gaps]), at_least(first[:, gaps]), self.model)
            series[:, gaps] = tied[:, : gaps.size]
        return series

    def _velocity(self, series: Float64) -> Float64:
        velocity = np.add.reduce(series * self._velocity_weights, axis=0)
        partial = np.isnan(velocity)
        if partial.any():
            velocity[partial] = fit_motion(series[:, partial], self.model).velocity
        return np.asarray(velocity)


def _empty(n_dates: int, n_pixels: int, coherence: bool) -> Inversion:
    """Return what holds at pixels without any interferogram."""
    return Inversion(
        np.full((n_dates, n_pixels), np.nan),
        np.full(n_pixels, np.nan),
        np.full(n_pixels, np.nan),
        np.full(n_pixels, n_dates - 1),
        np.zeros(n_pixels, dtype=np.int64),
        np.full(n_pixels, np.nan) if coherence else None,
    )


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


def _misfit(
    block: PixelBlock, series: Float64, count: IntArray, radians: float | None
) -> tuple[Float64, FloatArray | None]:
    """Return the residuals' root mean square, and the temporal coherence where `radians` is given [pixel]."""
    residual, squares = block.residual(series)
    n = np.maximum(count, 1)
    rms = np.sqrt(squares / n)
    if radians is None:
        return rms, None
    phase = (residual * radians).astype(np.float32)
    # Missing pairs have residual 0, so a cosine of 1.
    cosine = np.add.reduce(np.cos(phase), axis=0, dtype=np.float64) - (len(residual) - count)
    sine = np.add.reduce(np.sin(phase), axis=0, dtype=np.float64)
    return rms, np.where(count > 0, np.hypot(cosine, sine) / n, np.nan)

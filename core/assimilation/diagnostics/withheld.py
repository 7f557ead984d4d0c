"""The verdict by data that were left out: each station by all others, months of GRACE by all else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ..algebra.data_space import Solved, left_out, without
from ..inputs.data_rows import GRACE, STATION
from ..priors.covariance import DataCovariance


@dataclass(frozen=True)
class Withheld:
    """How well data that were left out are predicted.

    Attributes
    ----------
    names : tuple of str [left out]
        Stations, or ``GRACE``.
    open_loop : array [left out]
        Root mean square of datum less open loop (mm; of GRACE in units of its leading footprint).
    analysis : array [left out, column]
        The same of the analysis without it, by the data and by placebos.
    normalized : array [left out]
        Mean square of the residuals over their expected variance; 1 where errors are right.
    residuals : tuple of array [left out] of array [time]
        Of the data.
    times : tuple of array [left out] of int
        Their blocks.
    innovations : tuple of array [left out] of array [time]
        Residuals whitened by their covariance, time after time: independent with variance 1 where errors are right.
        (Residuals themselves persist, as the errors of the storage around do.)
    """

    names: tuple[str, ...]
    open_loop: FloatArray
    analysis: FloatArray
    normalized: FloatArray
    residuals: tuple[FloatArray, ...]
    times: tuple[IntArray, ...]
    innovations: tuple[FloatArray, ...] = ()

    @property
    def ratio(self) -> FloatArray:
        """Root mean square of analysis over open loop [column], all that was left out together."""
        if not self.names:
            return np.full(self.analysis.shape[1], np.nan)
        together: FloatArray = np.sqrt((self.analysis**2).mean(axis=0) / np.mean(self.open_loop**2))
        return together


def stations_left_out(covariance: DataCovariance, solved: Solved, inverse: FloatArray) -> Withheld:
    """Return how well each station is predicted by all other data."""
    rows = covariance.rows
    stations = [point for point in np.unique(rows.point[rows.source == STATION]) if point >= 0]
    chosen = [np.flatnonzero((rows.point == point) & (rows.source == STATION)) for point in stations]
    names = tuple(covariance.points.names[point] for point in stations)
    return _withheld(names, chosen, covariance, solved, inverse)


def without_station(
    name: str, covariance: DataCovariance, solved: Solved, inverse: FloatArray
) -> tuple[DataCovariance, Solved, FloatArray]:
    """Return covariance, solution (its weights and values only) and K^-1 of the data without a station's."""
    rows = covariance.rows
    of_name = np.array([point >= 0 and covariance.points.names[point] == name for point in rows.point])
    chosen = np.flatnonzero(of_name & (rows.source == STATION))
    reduced = without(inverse, chosen)
    kept = np.setdiff1d(np.arange(rows.size), chosen)
    values = solved.values[kept]
    left = Solved(np.zeros((0, 0)), values, reduced @ values)
    return covariance.with_rows(rows.part(kept)), left, reduced


def months_left_out(covariance: DataCovariance, solved: Solved, inverse: FloatArray, withheld: BoolArray) -> Withheld:
    """Return how well the `withheld` [block] months of GRACE are predicted by all other data."""
    rows = covariance.rows
    chosen = np.flatnonzero((rows.source == GRACE) & withheld[rows.block])
    some = [chosen] if chosen.size else []
    return _withheld(("GRACE",) if some else (), some, covariance, solved, inverse)


def _withheld(
    names: tuple[str, ...],
    parts: Sequence[IntArray],
    covariance: DataCovariance,
    solved: Solved,
    inverse: FloatArray,
) -> Withheld:
    columns = solved.values.shape[1]
    open_loop, analysis, normalized = [], [], []
    residuals, times, innovations = [], [], []
    for chosen in parts:
        residual, spread = left_out(inverse, solved.weights, chosen)
        data = solved.values[chosen]
        predicted = data - residual
        misfit = data[:, :1] - predicted
        leading = _leading(covariance, chosen)
        block = covariance.rows.block[chosen]
        open_loop.append(_rms(data[leading, :1])[0])
        analysis.append(_rms(misfit[leading]))
        white = _whitened(spread, residual[:, 0])
        normalized.append(float(white @ white) / chosen.size)
        innovations.append(white)
        residuals.append(residual[leading, 0])
        times.append(block[leading])
    return Withheld(
        names,
        np.array(open_loop),
        np.array(analysis).reshape(len(parts), columns),
        np.array(normalized),
        tuple(residuals),
        times=tuple(times),
        innovations=tuple(innovations),
    )


def _whitened(covariance: FloatArray, values: FloatArray) -> FloatArray:
    """Return L^-1 values [time], covariance = L L': each value less what those before it foretell, over its std."""
    from scipy import linalg

    white: FloatArray = linalg.solve_triangular(np.linalg.cholesky(covariance), values, lower=True)
    return white


def _leading(covariance: DataCovariance, chosen: IntArray) -> BoolArray:
    """Return which of the data are looked at: all of one point; of combinations the last, best known of each time."""
    block = covariance.rows.block[chosen]
    last = np.append(block[1:] != block[:-1], True)
    return np.asarray(last)


def _rms(values: FloatArray) -> FloatArray:
    """Return the root mean square [column] of values [datum, column] about their mean."""
    spread: FloatArray = np.sqrt(np.mean((values - values.mean(axis=0)) ** 2, axis=0))
    return spread

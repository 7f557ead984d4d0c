"""A sample of a displacement series' pixels, read in bands of rows, and what it says of the dates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray
from ..charts.spread import PERCENTILES
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT
from ..insar.solver.motion import motion_model

_MOST_VALUES = 25_000_000
"""Values that are read at most (unpacking them takes most of a report's time)."""
_MOST_PIXELS = 20_000
_BAND_ROWS = 64
_NOISY = 3.0
"""A date stands out where its residuals exceed the dates' median by this many robust standard deviations..."""
_LEAST_EXCESS = 0.25
"""... and by this part of the median: many pixels of even noise would let trifles stand out."""
_ROBUST = 1.4826  # standard deviation of a normal distribution over its median absolute deviation


@dataclass(frozen=True)
class SeriesSample:
    """What the sample says of every date.

    Attributes
    ----------
    percentiles : array [percentile, time]
        Of the displacement in mm; NaN at dates without any value.
    rms, common : array [time]
        Root mean square and mean over the pixels, in mm, of what the fitted motion leaves; empty where there are too
        few dates for a fit, or no pixel has all of them.
    noisy : bool array [time]
        Dates whose residuals stand out.
    n_pixels, n_fitted : int
        In the sample; with values at all dates.
    """

    percentiles: FloatArray
    rms: FloatArray
    common: FloatArray
    noisy: BoolArray
    n_pixels: int
    n_fitted: int


def read_sample(
    dataset: Dataset, days: FloatArray, kept: BoolArray, steps: tuple[float, ...] = (), semiannual: bool = False
) -> SeriesSample:
    """Read and judge a sample of the series.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open series file.
    days : array [time]
        Days since 2000-01-01.
    kept : bool array [row, column]
        Pixels to draw from.
    steps : tuple of float
        Days of the steps of the fitted motion.
    semiannual : bool
        Whether the fitted motion has a semi-annual term.
    """
    values = _read(dataset, kept)
    percentiles = np.full((len(PERCENTILES), days.size), np.nan)
    known = np.isfinite(values).any(axis=1)
    if values.shape[1]:
        percentiles[:, known] = np.nanpercentile(values[known], PERCENTILES, axis=1)
    complete = values[:, np.isfinite(values).all(axis=0)].astype(np.float64)
    model = motion_model(days, seasonal=True, semiannual=semiannual, steps=steps)
    rms, common, noisy = _noise(complete, np.column_stack([np.ones(days.size), model.terms]))
    return SeriesSample(percentiles, rms, common, noisy, values.shape[1], n_fitted=complete.shape[1])


def _noise(series: FloatArray, design: FloatArray) -> tuple[FloatArray, FloatArray, BoolArray]:
    """Return what a fit leaves of `series` [time, pixel], root mean square and mean by date, and what stands out.

    The second fit is without the dates that stand out after the first, which would bend it towards them.
    """
    n_dates, n_terms = design.shape
    if not series.shape[1] or n_dates <= n_terms:
        return np.empty(0), np.empty(0), np.zeros(0, dtype=bool)
    fitted = np.ones(n_dates, dtype=bool)
    for _ in range(2):
        coefficients = np.linalg.lstsq(design[fitted], series[fitted], rcond=None)[0]
        residuals = series - design @ coefficients
        rms = np.sqrt(np.mean(residuals**2, axis=1))
        noisy = _stands_out(rms)
        if np.count_nonzero(~noisy) <= 2 * n_terms:
            break
        fitted = ~noisy
    return rms, residuals.mean(axis=1), noisy


def _stands_out(rms: FloatArray) -> BoolArray:
    middle = float(np.median(rms))
    deviation = _ROBUST * float(np.median(np.abs(rms - middle)))
    return np.asarray(rms > middle + max(_NOISY * deviation, _LEAST_EXCESS * middle))


def _read(dataset: Dataset, kept: BoolArray) -> npt.NDArray[np.float32]:
    """Return the series [time, pixel] of pixels drawn from evenly spaced bands of rows."""
    variable = dataset[DISPLACEMENT]
    n_times, rows, columns = variable.shape
    chunks = variable.chunking()
    band = min(rows, _BAND_ROWS if chunks == "contiguous" else max(1, int(chunks[1])))
    starts = np.array([start for start in range(0, rows, band) if kept[start : start + band].any()], dtype=int)
    most = max(4, _MOST_VALUES // max(1, n_times * band * columns))
    if starts.size > most:
        starts = starts[np.linspace(0, starts.size - 1, most).round().astype(int)]
    total = sum(int(np.count_nonzero(kept[start : start + band])) for start in starts)
    # Drawn, not every nth: steps that divide the columns would see some of them only.
    draw = np.random.default_rng(0)
    parts = []
    for start in starts:
        chosen = np.flatnonzero(kept[start : start + band].ravel())
        if total > _MOST_PIXELS:
            chosen = np.sort(draw.choice(chosen, -(-chosen.size * _MOST_PIXELS // total), replace=False))
        values = netcdf.read(dataset, DISPLACEMENT, (slice(None), slice(start, start + band)))
        parts.append(values.reshape(n_times, -1)[:, chosen].astype(np.float32))
    return np.concatenate(parts, axis=1) if parts else np.empty((n_times, 0), dtype=np.float32)

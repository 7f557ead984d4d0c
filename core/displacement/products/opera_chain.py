"""Displacement since moving reference dates to one series: chaining granules date by date."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray
from ...errors import InputError
from ...insar.solver.gaps import bridge
from ...insar.solver.motion import motion_model

GAP_MODELS = ("linear", "seasonal", "none")
_PIXELS_TOGETHER = 4096  # the bridge has many arrays


@dataclass(frozen=True)
class Chain:
    """How granules, each from its own reference date to a later date, form a series.

    Attributes
    ----------
    days : array [date]
        All dates, ascending, days since 2000-01-01.
    pairs : int array [granule, 2]
        Reference and secondary date of each granule, as indices, in the order of reference, then secondary date.
    gap_model : str
        ``linear``, ``seasonal``: parts of a pixel's series that nothing connects are tied by such a motion, as by
        :func:`~.network_inversion.invert`; ``none``: only the first part is kept.
    """

    days: FloatArray
    pairs: npt.NDArray[np.intp]
    gap_model: str = "linear"

    def __post_init__(self) -> None:
        """Check the gap model and the order of the pairs."""
        if self.gap_model not in GAP_MODELS:
            raise InputError(f"GAP_MODEL must be one of {', '.join(GAP_MODELS)}, not '{self.gap_model}'.")
        if not (self.pairs[:, 0] < self.pairs[:, 1]).all():
            raise ValueError("a granule's secondary date must be later than its reference date")

    def series(self, values: FloatArray) -> tuple[FloatArray, npt.NDArray[np.int32], npt.NDArray[np.uint16]]:
        """Return the series [date, pixel], the number of parts beyond the first [pixel], and the part of each date.

        Parts are counted from 0 in the order of their first dates.

        The value at a reference date is that of the granule whose secondary date it is. Where that granule, or the
        pixel in it, is missing, a new part begins whose offset is unknown. A date without a value is NaN.

        Parameters
        ----------
        values : array [granule, pixel]
            NaN where missing.
        """
        n_dates, n_pixels = self.days.size, values.shape[1]
        series = np.full((n_dates, n_pixels), np.nan)
        part = np.repeat(np.arange(n_dates, dtype=np.int32)[:, None], n_pixels, axis=1)
        starts = np.zeros(n_pixels, dtype=np.int32)
        for reference in np.unique(self.pairs[:, 0]):
            members = np.flatnonzero(self.pairs[:, 0] == reference)
            begins = np.isnan(series[reference]) & np.isfinite(values[members]).any(axis=0)
            series[reference, begins] = 0.0
            starts += begins
            for member in members:
                secondary = self.pairs[member, 1]
                reached = series[reference] + values[member]
                new = np.isfinite(reached) & np.isnan(series[secondary])
                series[secondary, new] = reached[new]
                part[secondary, new] = part[reference, new]
        n_gaps = np.maximum(starts - 1, 0)
        broken = np.flatnonzero(n_gaps)
        numbers = np.zeros(series.shape, dtype=np.uint16)
        for start in range(0, broken.size, _PIXELS_TOGETHER):
            chosen = broken[start : start + _PIXELS_TOGETHER]
            numbers[:, chosen] = _numbers(part[:, chosen], np.isfinite(series[:, chosen]))
            series[:, chosen] = self._tied(series[:, chosen], part[:, chosen])
        return series, n_gaps.astype(np.int32), numbers

    def _tied(self, series: FloatArray, part: npt.NDArray[np.int32]) -> FloatArray:
        there = np.isfinite(series)
        if self.gap_model == "none":
            first = np.take_along_axis(part, there.argmax(axis=0)[None], axis=0)
            return np.where(part == first, series, np.nan)
        # Relative to the first date of its part, as the bridge wants it; a date without a value is a part of its own.
        own = np.where(there, series, 0.0) - np.take_along_axis(np.where(there, series, 0.0), part.astype(np.intp), 0)
        model = motion_model(self.days, seasonal=self.gap_model == "seasonal")
        return np.where(there, bridge(own, part, model), np.nan)


def _numbers(part: npt.NDArray[np.int32], there: BoolArray) -> npt.NDArray[np.uint16]:
    """Return the number of each date's part [date, pixel], from 0; 0 where there is no value.

    Parameters
    ----------
    part : int array [date, pixel]
        First date of the part of each date.
    there : bool array [date, pixel]
        Dates with a value.
    """
    begins = np.zeros(part.shape, dtype=np.int32)
    dates, pixels = np.nonzero(there)
    begins[part[dates, pixels], pixels] = 1
    rank = np.take_along_axis(np.cumsum(begins, axis=0) - 1, part.astype(np.intp), axis=0)
    return np.where(there, rank, 0).astype(np.uint16)

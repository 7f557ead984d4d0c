"""Everything that is known of the displacement, on one list."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assimilation.frames import Frames
from .data_errors import DataErrors


@dataclass(frozen=True)
class InversionData:
    """Everything that is known of the displacement.

    Attributes
    ----------
    days : array [epoch]
        Days since 2000-01-01.
    values : array [datum, epoch]
        mm, less the displacement by the load around the window; NaN where missing.
    outside : array [datum, epoch]
        That displacement (mm).
    lon, lat : array [datum]
        Degrees, geodetic.
    names : tuple of str [datum]
        Of stations, frames' cells and rows of GRACE.
    operator : array [datum, row, column]
        mm per mm of water; 0 at sea.
    free : array [datum, term]
        Free patterns.
    errors : DataErrors
        Of all data.
    frames : Frames, optional
        Of the first data.
    stations : slice
        Which data are stations; frames' cells are before, GRACE behind them.
    rows, columns : array [cell of a frame]
        Where the frames' points lie in the window.
    """

    days: FloatArray
    values: FloatArray
    outside: FloatArray
    lon: FloatArray
    lat: FloatArray
    names: tuple[str, ...]
    operator: FloatArray
    free: FloatArray
    errors: DataErrors
    frames: Frames | None
    stations: slice
    rows: IntArray
    columns: IntArray
    synthetic: bool

    @property
    def n_data(self) -> int:
        """Number of data."""
        return len(self.names)

    def without(self, dropped: BoolArray) -> InversionData:
        """Return the data with all values of the `dropped` [datum] ones missing.

        Parameters
        ----------
        dropped : bool array [datum]
            Those to leave out.

        Returns
        -------
        InversionData
            The same sizes.
        """
        values = self.values.copy()
        values[dropped] = np.nan
        return replace(self, values=values)

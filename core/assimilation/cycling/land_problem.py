"""Cells, points and members of the land model, as the filter wants them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ..errors.prior_errors import PriorErrors
from ..inputs.collocation import Problem, usable_frames, usable_stations
from ..inputs.observations import Observations
from ..priors.land_model import Land


class RecordedMembers:
    """The open loop's members at the epochs, as the land model ran through them.

    Parameters
    ----------
    days : array [epoch]
        Epochs.
    members : array [epoch, member, cell]
        Storage (mm).
    """

    def __init__(self, days: FloatArray, members: FloatArray) -> None:
        self._number = {float(day): number for number, day in enumerate(days)}
        self._members = members
        self.errors: PriorErrors | None = None

    def members(self, day: float) -> FloatArray:
        """Return the members [member, cell] at `day`."""
        return np.asarray(self._members[self._number[day]])


def problem_of(land: Land, every: Observations, chosen: Observations, means: FloatArray, path: Path) -> Problem:
    """Return cells and points; the points are those of all epochs in the file, so that a restart has the same."""
    inside = land.cells.inside
    number = np.cumsum(inside).reshape(inside.shape) - 1
    usable = np.isfinite(every.values).any(axis=0) & inside[every.rows, every.columns]
    if not usable.any():
        raise InputError(f"None of the observed cells of {path} has a column in PARAMETERS: choose parameters that do.")
    lon, lat = land.tiles.grid.lon_lat()
    return Problem(
        grid=land.tiles.grid,
        cells=inside,
        lon=lon[inside],
        lat=lat[inside],
        days=chosen.days,
        series=means,
        points=number[chosen.rows[usable], chosen.columns[usable]],
        observed=chosen.values[:, usable],
        stations=usable_stations(every, usable),
        frames=usable_frames(every, usable),
    )

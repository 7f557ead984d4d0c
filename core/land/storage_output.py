"""The storage file of a land model run (see docs/files.md)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from .ensemble_day import COMPONENTS, FLUXES, DayResult
from .tiles import Tiles

_LONG_NAMES = {
    "catchment_deficit": "water missing from saturation, mean of the members",
    "root_zone_excess": "root-zone water beyond equilibrium, mean of the members",
    "surface_excess": "surface water beyond equilibrium, mean of the members",
    "snow_water_equivalent": "water in snow, mean of the members",
    "canopy_storage": "water on leaves, mean of the members",
    "soil_moisture": "root-zone water, mean of the members",
    "groundwater": "water below the root zone, mean of the members",
    "precipitation": "rain and snow of the day, mean of the members",
    "evaporation": "evaporation of the day, mean of the members",
    "runoff": "surface runoff and baseflow of the day, mean of the members",
    "baseflow": "baseflow of the day, mean of the members",
}


class StorageWriter:
    """Writes the days of a run.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        New file.
    tiles : Tiles
        Columns.
    days : array
        Beginnings of the days.
    members : int
        Members; 0 for a single run.
    remove_shift : bool
        Take the ensemble mean's shift against the unperturbed run off the members.
    """

    def __init__(self, dataset: Dataset, tiles: Tiles, days: FloatArray, members: int, remove_shift: bool) -> None:
        self._tiles, self._members, self._remove = tiles, members, remove_shift
        self._shift = 0.0
        self._count = 0
        netcdf.write_grid(dataset, tiles.grid)
        netcdf.write_time(dataset, days, np.stack([days, days + 1.0], axis=1))
        dataset.ease_grid, dataset.ease_row0, dataset.ease_col0 = tiles.ease_grid, tiles.row0, tiles.column0
        shape = ("time", "y", "x")
        lead = ("member", *shape) if members else shape
        if members:
            dataset.createDimension("member", members)
        chunks = (1, 32, *tiles.grid.shape) if members else (32, *tiles.grid.shape)
        self._tws = netcdf.add_variable(
            dataset, TWS, lead, "mm", "terrestrial water storage, mean of the day", chunks=chunks
        )
        names = (*COMPONENTS, *FLUXES, *(("tws_unperturbed",) if members else ()))
        self._others = {
            name: netcdf.add_variable(
                dataset,
                name,
                shape,
                "mm",
                _LONG_NAMES.get(name, "terrestrial water storage of the unperturbed run, mean of the day"),
                chunks=(32, *tiles.grid.shape),
            )
            for name in names
        }

    def write(self, index: int, day: DayResult) -> None:
        """Write the day number `index`."""
        to_grid = self._tiles.to_grid
        if self._members:
            members, control = day.tws[:-1], day.tws[-1]
            shift = members.mean(axis=0) - control
            self._shift += float(np.average(shift, weights=self._tiles.fraction))
            self._count += 1
            self._tws[:, index] = to_grid(members - shift if self._remove else members)
            self._others["tws_unperturbed"][index] = to_grid(control)
        else:
            self._tws[index] = to_grid(day.tws[0])
        for name, values in {**day.components, **day.fluxes}.items():
            self._others[name][index] = to_grid(values)

    @property
    def mean_shift(self) -> float:
        """Mean over days and columns of the ensemble mean less the unperturbed run, mm; 0 without members."""
        return self._shift / max(self._count, 1)


@contextmanager
def storage_file(
    path: Path, tiles: Tiles, days: FloatArray, members: int, remove_shift: bool, *, parameters: str, source: str
) -> Iterator[tuple[Any, StorageWriter]]:
    """Give a new data set and its writer; arguments as :class:`StorageWriter` and :func:`~..netcdf.create`."""
    title = "Terrestrial water storage of the Catchment land model"
    with netcdf.create(path, title, "runcatchment", parameters, source) as dataset:
        yield dataset, StorageWriter(dataset, tiles, days, members, remove_shift)

"""Restart files: everything that a run needs to go on as if it had never stopped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..errors import InputError
from ..files import attributes, netcdf
from ..files.identity import identity_of_arrays
from .catchment import STATE_NAMES, State
from .perturbations import PerturbationSettings
from .tiles import Tiles


@dataclass(frozen=True)
class Restart:
    """State of a run between two days.

    Attributes
    ----------
    day : float
        At whose beginning the state holds, days since 2000-01-01.
    state : State
        [row, tile].
    moment : int, optional
        Of the random fields.
    fields : array [field, member, tile]
        Random fields, uncorrelated among variables.
    seed, members : int
        Of the run.
    perturbations : str
        Its settings as JSON.
    """

    day: float
    state: State
    moment: int | None
    fields: FloatArray
    seed: int
    members: int
    perturbations: str


def write_restart(path: Path, restart: Restart, tiles: Tiles) -> None:
    """Write a restart file, float64 throughout."""
    with netcdf.create(path, "Restart of a Catchment land model run", "runcatchment") as dataset:
        rows, count = restart.state.catdef.shape
        dataset.createDimension("row", rows)
        dataset.createDimension("tile", count)
        dataset.day, dataset.seed, dataset.members = restart.day, restart.seed, restart.members
        dataset.perturbations = restart.perturbations
        dataset.ease_grid = tiles.ease_grid
        dataset.parameters_identity = identity_of_arrays(dict(tiles.parameters.items()))
        for name, values in (("grid_row", tiles.row0 + tiles.row), ("grid_column", tiles.column0 + tiles.column)):
            variable = netcdf.add_variable(dataset, name, ("tile",), "1", f"{name} of the column", dtype="i4")
            variable[:] = values
        for name in STATE_NAMES:
            variable = netcdf.add_variable(
                dataset, name, ("row", "tile"), "1", f"Catchment model state {name}", dtype="f8"
            )
            variable[:] = getattr(restart.state, name)
        if restart.fields.size:
            dataset.createDimension("field", restart.fields.shape[0])
            dataset.createDimension("member", restart.fields.shape[1])
            dataset.moment = np.int64(restart.moment or 0)
            shape = ("field", "member", "tile")
            netcdf.add_variable(dataset, "random_field", shape, "1", "random fields", dtype="f8")[:] = restart.fields


def read_restart(path: Path, tiles: Tiles, settings: PerturbationSettings, members: int, seed: int) -> Restart:
    """Return a restart for a run that goes on in the same way.

    Raises
    ------
    InputError
        Where the file is of other columns, members or perturbations.
    """
    with netcdf.open_dataset(path, needs=(*STATE_NAMES, "grid_row", "grid_column")) as dataset:
        row, column = netcdf.read(dataset, "grid_row"), netcdf.read(dataset, "grid_column")
        same = row.size == tiles.count and (row == tiles.row0 + tiles.row).all()
        if not same or not (column == tiles.column0 + tiles.column).all() or dataset.ease_grid != tiles.ease_grid:
            raise InputError(f"{path} is a restart of other columns than those of PARAMETERS.")
        identity = str(getattr(dataset, "parameters_identity", ""))
        if identity and identity != identity_of_arrays(dict(tiles.parameters.items())):
            raise InputError(f"{path} is of a run with other PARAMETERS of the same columns: give the same ones.")
        values = {name: netcdf.read_float(dataset, name) for name in STATE_NAMES}
        shape = values["catdef"].shape
        other = [name for name, one in values.items() if one.shape != shape]
        if other or len(shape) != 2 or shape[1] != tiles.count:
            raise InputError(f"{path} is damaged: {', '.join(other or ['catdef'])} is not of its rows and columns.")
        state = State.from_mapping(values)
        stored = (
            attributes.whole_number(dataset, "members"),
            attributes.whole_number(dataset, "seed"),
            str(dataset.perturbations),
        )
        wanted = members, seed, settings.described()
        if stored != wanted:
            raise InputError(
                f"{path} was written by a run of {stored[0]} members, seed {stored[1]} and perturbations {stored[2]}: "
                "use the same MEMBERS, SEED and PERTURBATIONS to go on with it."
            )
        is_random = "random_field" in dataset.variables
        drawn = netcdf.read_float(dataset, "random_field") if is_random else np.zeros((0, 0, 0))
        if is_random and drawn.shape[1:] != (members, tiles.count):
            raise InputError(
                f"{path} is damaged: its random fields are not of {members} members and {tiles.count} columns."
            )
        moment = attributes.whole_number(dataset, "moment") if "moment" in dataset.ncattrs() else None
        return Restart(
            attributes.number(dataset, "day"),
            state,
            moment,
            drawn,
            stored[1],
            members=stored[0],
            perturbations=stored[2],
        )


def check_continuity(restart: Restart, first_day: float, last_day: float, path: Path) -> None:
    """Raise InputError where the weather does not go on from the restart's day."""
    if not first_day - 1e-6 <= restart.day <= last_day + 1e-6:
        raise InputError(
            f"{path} stops at the beginning of {date_of(restart.day)}, but FORCING covers whole days from "
            f"{date_of(first_day)} to {date_of(last_day - 0.5)}: give weather that goes on from there."
        )

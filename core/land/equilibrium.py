"""The state that spin-up has found, kept in a file and given back to runs with the same columns and weather."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..errors import InputError
from ..files import attributes, netcdf
from ..files.identity import identity_of_arrays
from .catchment import STATE_NAMES, State
from .spin_up import YEAR, SpinUp
from .tiles import Tiles
from .weather import Disaggregator

_LOOKED_AT = 13  # days of the year, evenly spread, whose weather tells one weather from another


def weather_identity(weather: Disaggregator, days: FloatArray) -> str:
    """Return what tells the weather of the spin-up from another: thirteen of its days at the columns, and its steps.

    Parameters
    ----------
    weather : Disaggregator
        In the model's steps.
    days : array
        That spin-up loops through: those from the run's beginning; its first year counts.
    """
    year = days[:YEAR]
    chosen = year[np.unique(np.linspace(0, year.size - 1, min(_LOOKED_AT, year.size)).round().astype(int))]
    arrays = {
        # Single precision: what files hold.
        f"{number} {name}": values.astype("<f4")
        for number, day in enumerate(chosen)
        for name, values in weather.day(float(day)).items()
    }
    return identity_of_arrays({**arrays, "days": year, "dt": np.array(weather.dt)})


def write_equilibrium(path: Path, spun: SpinUp, tiles: Tiles, variant: str, day: float, *, weather: str) -> None:
    """Write the state at the end of spin-up.

    Parameters
    ----------
    path : Path
        File.
    spun : SpinUp
        Result.
    tiles : Tiles
        Columns.
    variant : str
        Of the model.
    day : float
        At whose beginning the state holds.
    weather : str
        Of :func:`weather_identity`.
    """
    with netcdf.create(path, "Equilibrium of Catchment land model columns", "runcatchment") as dataset:
        dataset.createDimension("tile", tiles.count)
        dataset.setncatts(
            {
                "day": day,
                "ease_grid": tiles.ease_grid,
                "model_variant": variant,
                "parameters_identity": identity_of_arrays(dict(tiles.parameters.items())),
                "weather_identity": weather,
                "spin_up_loops": spun.loops,
                "spin_up_drift_mm": spun.drift_mm,
                "spin_up_days_of_weather": spun.days,
                "spin_up_starting_depths": spun.depths,
            }
        )
        for name, values in (("grid_row", tiles.row0 + tiles.row), ("grid_column", tiles.column0 + tiles.column)):
            netcdf.add_variable(dataset, name, ("tile",), "1", f"{name} of the column", dtype="i4")[:] = values
        for name in STATE_NAMES:
            variable = netcdf.add_variable(dataset, name, ("tile",), "1", f"Catchment model state {name}", dtype="f8")
            variable[:] = getattr(spun.state, name)[0]


def read_equilibrium(path: Path, tiles: Tiles, variant: str, day: float, weather: str) -> SpinUp:
    """Return the state of an earlier run's spin-up.

    Parameters
    ----------
    path : Path
        File of :func:`write_equilibrium`.
    tiles, variant, day, weather
        Of this run, as there.

    Raises
    ------
    InputError
        Where it is of other columns, another weather, version of the model or first day.
    """
    with netcdf.open_dataset(path, needs=(*STATE_NAMES, "grid_row", "grid_column")) as dataset:
        if "weather_identity" not in dataset.ncattrs():
            raise InputError(f"EQUILIBRIUM_INPUT: {path} is no equilibrium (restart files go to INITIAL).")
        row, column = netcdf.read(dataset, "grid_row"), netcdf.read(dataset, "grid_column")
        places = row.size == tiles.count and bool((row == tiles.row0 + tiles.row).all())
        same = {
            "PARAMETERS (columns)": places
            and bool((column == tiles.column0 + tiles.column).all())
            and str(dataset.ease_grid) == tiles.ease_grid,
            "PARAMETERS (values)": str(dataset.parameters_identity)
            == identity_of_arrays(dict(tiles.parameters.items())),
            "VARIANT": str(dataset.model_variant) == variant,
            f"first day ({date_of(attributes.number(dataset, 'day'))}, see START)": abs(
                attributes.number(dataset, "day") - day
            )
            < 1e-6,
            "FORCING in the year of spin-up": str(dataset.weather_identity) == weather,
        }
        other = [name for name, equal in same.items() if not equal]
        if other:
            raise InputError(
                f"EQUILIBRIUM_INPUT: {path} is of a run with another {', '.join(other)}: leave it empty, so that "
                "this run finds its own, or give the inputs of that run."
            )
        values = {name: netcdf.read_float(dataset, name)[None] for name in STATE_NAMES}
        loops, depths, length = (
            attributes.whole_number(dataset, f"spin_up_{name}")
            for name in ("loops", "starting_depths", "days_of_weather")
        )
        drift = attributes.number(dataset, "spin_up_drift_mm")
    if any(not np.isfinite(one).all() for one in values.values()):
        raise InputError(f"EQUILIBRIUM_INPUT: {path} is damaged: its state has missing values.")
    return SpinUp(State.from_mapping(values), loops, drift, length, depths=depths)

"""Taking up a run with the land model: both ensembles' states, the random fields, levels and epoch in one file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...files import attributes
from ...files.handles import Dataset
from ...files.identity import identity_of_arrays
from ...files.netcdf import add_variable, create, open_dataset, read, read_float
from ...land.catchment import STATE_NAMES, State
from ...land.tiles import Tiles
from ..information.expected import Information
from ..inputs.anomalies import Removed
from ..priors.land_ensemble import Mark
from ..restart import check_choices

_RUNS = ("open_loop", "analysis")
_LEVELS = ("removed_observed", "removed_predicted", "removed_middle")


@dataclass(frozen=True)
class ModelRestart:
    """State of a run with the land model after its last epoch.

    Attributes
    ----------
    day : float
        Of the last epoch.
    open_loop, analysis : Mark
        Both ensembles at the same midnight, with the same random fields.
    removed : Removed
        Levels of the anomalies.
    information : Information
        What was expected of the observations; it decides whether they are used.
    options : str
        Choices of the run in one line.
    background_errors : array [member, cell], optional
        Of the load outside, of unit variance.
    background_correction : array [member, point], optional
        What the analyses have added to the displacement by these errors (mm).
    """

    day: float
    open_loop: Mark
    analysis: Mark
    removed: Removed
    information: Information
    options: str
    background_errors: FloatArray | None = None
    background_correction: FloatArray | None = None


def is_model_restart(path: Path) -> bool:
    """Return whether a file is such a state, and not one that ``runcatchment`` wrote."""
    with open_dataset(path) as dataset:
        return "analysis_catdef" in dataset.variables


def write_model_restart(path: Path, restart: ModelRestart, tiles: Tiles) -> None:
    """Write the state, float64 throughout, whole or not at all."""
    title = "State of an assimilation with the land model, to take it up again"
    with create(path, title, "assimilate", restart.options) as dataset:
        rows, count = restart.analysis.state.catdef.shape
        fields = restart.analysis.fields
        dataset.setncatts(
            {
                "day": restart.day,
                "midnight": restart.analysis.midnight,
                "moment": np.int64(restart.analysis.moment or 0),
                "options": restart.options,
                "information": json.dumps(asdict(restart.information)),
                "ease_grid": tiles.ease_grid,
                "parameters_identity": identity_of_arrays(dict(tiles.parameters.items())),
            }
        )
        sizes = {"row": rows, "tile": count, "term": 2, "point": restart.removed.middle.size}
        for name, size in {**sizes, "field": fields.shape[0], "member": fields.shape[1]}.items():
            dataset.createDimension(name, size)
        for name, values in _places(tiles).items():
            add_variable(dataset, name, ("tile",), "1", f"{name} of the column", dtype="i4")[:] = values
        for kind, mark in zip(_RUNS, (restart.open_loop, restart.analysis)):
            for name in STATE_NAMES:
                long_name = f"Catchment model state {name}, {kind.replace('_', ' ')}"
                variable = add_variable(dataset, f"{kind}_{name}", ("row", "tile"), "1", long_name, dtype="f8")
                variable[:] = getattr(mark.state, name)
        variable = add_variable(dataset, "random_field", ("field", "member", "tile"), "1", "random fields", dtype="f8")
        variable[:] = fields
        if restart.background_errors is not None:
            dataset.createDimension("background_cell", restart.background_errors.shape[1])
            along, text = ("member", "background_cell"), "errors of the load outside"
            add_variable(dataset, "background_errors", along, "1", text, dtype="f8")[:] = restart.background_errors
        if restart.background_correction is not None:
            along, text = ("member", "point"), "corrections of the displacement by the load outside"
            variable = add_variable(dataset, "background_correction", along, "mm", text, dtype="f8")
            variable[:] = restart.background_correction
        for name, values in _levels(restart.removed).items():
            shape, units = (("term", "point"), "mm") if values.ndim == 2 else (("point",), "days")
            add_variable(dataset, name, shape, units, name.replace("_", " "), dtype="f8")[:] = values


def read_model_restart(path: Path, tiles: Tiles, options: str) -> ModelRestart:
    """Read the state.

    Raises
    ------
    InputError
        Where it is of other columns, or of a run with other choices.
    """
    with open_dataset(path, (*_LEVELS, "random_field", "grid_row", "grid_column")) as dataset:
        made_with = str(dataset.options)
        check_choices(path, made_with, options)
        _check_places(dataset, tiles, path)
        fields = np.ascontiguousarray(read_float(dataset, "random_field"))
        midnight, moment = attributes.number(dataset, "midnight"), attributes.whole_number(dataset, "moment")
        marks = [Mark(midnight, _state(dataset, kind), moment, fields) for kind in _RUNS]
        observed, predicted, middle = (read_float(dataset, name) for name in _LEVELS)
        information = Information(**attributes.entries(dataset, "information"))
        outside = {
            name: read_float(dataset, name)
            for name in ("background_errors", "background_correction")
            if name in dataset.variables
        }
        removed = Removed(middle, observed, predicted)
        day = attributes.number(dataset, "day")
        return ModelRestart(day, marks[0], marks[1], removed, information, options=made_with, **outside)


def _places(tiles: Tiles) -> dict[str, Any]:
    return {"grid_row": tiles.row0 + tiles.row, "grid_column": tiles.column0 + tiles.column}


def _check_places(dataset: Dataset, tiles: Tiles, path: Path) -> None:
    same = str(dataset.ease_grid) == tiles.ease_grid
    for name, wanted in _places(tiles).items():
        same = same and np.array_equal(read(dataset, name), wanted)
    stored = str(getattr(dataset, "parameters_identity", ""))
    if stored and stored != identity_of_arrays(dict(tiles.parameters.items())):
        raise InputError(f"RESTART: {path} is of a run with other PARAMETERS of the same columns: give the same ones.")
    if not same:
        raise InputError(f"RESTART: {path} is of other columns than those of PARAMETERS: give the same parameters.")


def _state(dataset: Dataset, kind: str) -> State:
    return State.from_mapping({name: read_float(dataset, f"{kind}_{name}") for name in STATE_NAMES})


def _levels(removed: Removed) -> dict[str, Any]:
    return dict(zip(_LEVELS, (removed.observed, removed.predicted, removed.middle)))

"""Taking up a run where it ended: the increments, the model's errors and the removed levels in one file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import attributes
from ..files.netcdf import add_variable, create, open_dataset, read_float
from .inputs.anomalies import Removed

_NEEDED = ("increment", "removed_observed", "removed_predicted", "removed_middle")


@dataclass(frozen=True)
class Restart:
    """State of a run after its last epoch; random draws need none, as they depend on seed and epoch only.

    Attributes
    ----------
    day : float
        Of the last epoch.
    increment : array [member, corrected cell]
        Analysis less open loop (mm).
    errors : array [member, cell], optional
        Of the error model, where members are drawn.
    removed : Removed
        Levels of the anomalies; the run that goes on must not fit them anew.
    options : str
        Choices of the run in one line.
    identity : str
        Of the storage that it corrects, up to `day`: :func:`~groundswell.core.files.identity.identity_of`.
    """

    day: float
    increment: FloatArray
    errors: FloatArray | None
    removed: Removed
    options: str
    identity: str = ""


def write_restart(path: Path, restart: Restart) -> None:
    """Write the state, whole or not at all."""
    with create(path, "State of an assimilation, to take it up again", "assimilate", restart.options) as dataset:
        members, corrected = restart.increment.shape
        for name, size in (("member", members), ("corrected_cell", corrected), ("term", 2)):
            dataset.createDimension(name, size)
        dataset.createDimension("point", restart.removed.middle.size)
        dataset.day = restart.day
        dataset.options, dataset.input_identity = restart.options, restart.identity
        variables = {
            "increment": (("member", "corrected_cell"), "mm", restart.increment),
            "removed_observed": (("term", "point"), "mm", restart.removed.observed),
            "removed_predicted": (("term", "point"), "mm", restart.removed.predicted),
            "removed_middle": (("point",), "days", restart.removed.middle),
        }
        if restart.errors is not None:
            dataset.createDimension("cell", restart.errors.shape[1])
            variables["prior_errors"] = (("member", "cell"), "1", restart.errors)
        for name, (dimensions, units, values) in variables.items():
            add_variable(dataset, name, dimensions, units, name.replace("_", " "), dtype="f8")[:] = values


def read_restart(path: Path, options: str) -> Restart:
    """Read the state of a run with the given choices in one line.

    Raises
    ------
    InputError
        Where the file holds none, or one of a run with other choices.
    """
    with open_dataset(path, _NEEDED) as dataset:
        values = {name: read_float(dataset, name) for name in _NEEDED}
        errors = read_float(dataset, "prior_errors") if "prior_errors" in dataset.variables else None
        made_with, day = str(dataset.options), attributes.number(dataset, "day")
        identity = str(getattr(dataset, "input_identity", ""))
    check_choices(path, made_with, options)
    removed = Removed(values["removed_middle"], values["removed_observed"], values["removed_predicted"])
    return Restart(day, np.ascontiguousarray(values["increment"]), errors, removed, made_with, identity=identity)


def check_choices(path: Path, made_with: str, chosen: str) -> None:
    """Raise InputError where a state was made with other choices (``name=value``, separated by semicolons)."""
    if made_with != chosen:
        theirs, ours = (
            dict(part.split("=", 1) for part in _parts(text) if "=" in part) for text in (made_with, chosen)
        )
        differing = sorted(name for name in {*theirs, *ours} if theirs.get(name) != ours.get(name))
        raise InputError(
            f"RESTART: {path} is of a run with other choices ({', '.join(differing)}): choose the same, or start anew."
        )


def _parts(text: str) -> list[str]:
    return text.split("; ")

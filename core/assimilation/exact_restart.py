"""Taking up a best estimate where it ended: the sizes that were found, the season and what was left out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..files import attributes
from ..files.handles import Dataset
from ..files.netcdf import add_variable, create, open_dataset, read_float
from .priors.season import Season
from .priors.season_aware import Sizes
from .restart import check_choices


@dataclass(frozen=True)
class ExactRestart:
    """State of a run; the data themselves are read again.

    Attributes
    ----------
    day : float
        Of the last epoch.
    sizes : Sizes
        Of prior and errors.
    season : Season, optional
        Of the open loop.
    excluded : tuple of str
        Stations that were left out.
    options : str
        Choices of the run in one line.
    identity : str
        Of the open loop up to `day`: :func:`~groundswell.core.files.identity.identity_of`.
    season_errs : float, optional
        Probability that the season errs, as the data of the run made it.
    """

    day: float
    sizes: Sizes
    season: Season | None
    excluded: tuple[str, ...]
    options: str
    identity: str = ""
    season_errs: float | None = None


def write_exact_restart(path: Path, restart: ExactRestart) -> None:
    """Write the state, whole or not at all."""
    with create(path, "State of a best estimate, to take it up again", "assimilate", restart.options) as dataset:
        dataset.setncatts(
            {
                "day": restart.day,
                "options": restart.options,
                "input_identity": restart.identity,
                "sizes": json.dumps(vars(restart.sizes)),
                "season_errs_probability": 1.0 if restart.season_errs is None else restart.season_errs,
                "excluded_stations": json.dumps(list(restart.excluded)),
            }
        )
        if restart.season is not None:
            terms = restart.season.terms
            dataset.createDimension("term", terms.shape[0])
            dataset.createDimension("cell", terms.shape[1])
            text = "season of the open loop"
            add_variable(dataset, "season", ("term", "cell"), "mm", text, dtype="f8")[:] = terms


def read_exact_restart(path: Path, options: str) -> ExactRestart:
    """Read the state of a run with the given choices in one line.

    Raises
    ------
    InputError
        Where the file holds none, or one of a run with other choices.
    """
    with open_dataset(path) as dataset:
        if "sizes" not in dataset.ncattrs():
            raise InputError(
                f"RESTART: {path} is not the state of a best estimate (METHOD auto or exact): give the SAVE_RESTART of "
                "such a run, or choose the METHOD that it was made with."
            )
        made_with = str(dataset.options)
        season = Season(read_float(dataset, "season")) if "season" in dataset.variables else None
        sizes = _sizes(dataset, path)
        excluded = _names(dataset, path)
        day, identity = attributes.number(dataset, "day"), str(getattr(dataset, "input_identity", ""))
        # States of before 2026-12 have none: the season was taken to err then.
        errs = (
            attributes.number(dataset, "season_errs_probability")
            if hasattr(dataset, "season_errs_probability")
            else 1.0
        )
    check_choices(path, made_with, options)
    return ExactRestart(day, sizes, season, excluded, made_with, identity=identity, season_errs=errs)


def _sizes(dataset: Dataset, path: Path) -> Sizes:
    found = attributes.entries(dataset, "sizes")
    try:
        return Sizes(**found)
    except TypeError:
        raise InputError(f"RESTART: {path} is damaged ('sizes'): start anew.") from None


def _names(dataset: Dataset, path: Path) -> tuple[str, ...]:
    try:
        found = json.loads(str(dataset.excluded_stations))
    except ValueError:
        found = None
    if not isinstance(found, list):
        raise InputError(f"RESTART: {path} is damaged ('excluded_stations'): start anew.")
    return tuple(str(name) for name in found)

"""What is looked at before any datum is used: gross values, names to leave out, and the season of each kind of data."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from .diagnostics.placebo import with_placebos
from .diagnostics.screening import finite_points, screen
from .exact_options import BestOptions
from .exact_restart import ExactRestart
from .information.data_model import DataModel
from .information.season_check import SeasonCheck, check_season
from .inputs.data_rows import GRACE, STATION, DataRows
from .inputs.gathered import Gathered
from .options import AssimilationOptions
from .priors.covariance import DataCovariance
from .priors.season import Season, covers_a_year
from .priors.season_aware import Sizes

_LEAST_TIMES = 12  # for a season check
_LOSS_OF_CHECK = 3.0  # of ln L


def prepared_data(
    gathered: Gathered,
    best: BestOptions,
    options: AssimilationOptions,
    say: Callable[[str], None],
    state: ExactRestart | None,
) -> tuple[DataModel, tuple[SeasonCheck, ...]]:
    """Return the data without what is gross, excluded or fails the season check, and the checks.

    Parameters
    ----------
    gathered : Gathered
        Files brought together.
    best, options : BestOptions, AssimilationOptions
        Choices.
    say : callable
        Hears warnings.
    state : ExactRestart, optional
        Of a run that is taken up: its season is kept.

    Raises
    ------
    InputError
        Where a station to be left out is not there, or nothing is left.
    """
    observed = gathered.observed
    names = [name for name in best.excluded if name not in gathered.names]
    if names:
        raise InputError(f"EXCLUDE_STATIONS: there is no station {', '.join(names)} among the data.")
    excluded = np.array(
        [kind == STATION and name in best.excluded for kind, name in zip(gathered.kind, gathered.names)]
    )
    observed = np.where(excluded, np.nan, observed)
    screened = screen(observed - gathered.predicted, gathered.kind, gathered.names, gathered.blocks.middle)
    for message in screened.warnings:
        say(message)
    observed = np.where(np.isfinite(screened.values), observed, np.nan)
    displacement = gathered.kind != GRACE
    values = with_placebos(observed, gathered.predicted, displacement, options.seed)
    if not finite_points(values[..., 0]).any():
        raise InputError("No datum is left at two times or more: choose data that cover more of the storage's time.")
    fixed = best.fixed_sizes(any(frame.deramped for frame in gathered.frames))
    stated = dict(gathered.first_sizes)
    if "frame_plane_mm" in stated:  # the formal error of planes leaves out the air over the stations
        stated["frame_plane_mm"] = max(stated["frame_plane_mm"], Sizes().frame_plane_mm)
    sizes = Sizes().changed_to(**{**stated, **fixed})
    season = Season.of(gathered.storage_days, gathered.storage) if state is None else state.season
    if state is None and not covers_a_year(gathered.blocks.middle[np.isfinite(observed).any(axis=1)]):
        season = None
    if np.isfinite(observed).any(axis=0).sum() == 1:
        say(
            "The data are those of a single station: no other can confirm it, and what moves it besides water goes "
            "into the storage of the whole region. A second station, a frame or GRACE would be a check."
        )
    model = DataModel.of(gathered, values, sizes, season, tuple(fixed))
    if model.season is None:
        say(
            "The storage or the epochs span less than a year: the season cannot be separated from other errors, and is "
            "taken as the model has it."
        )
    model = model.with_frame_errors()
    checks = _checks(model, observed)
    for check, points in checks:
        if check.cause:
            say(check.warning(best.use_suspect))
            if not best.use_suspect:
                model = model.without_points(points)
    return model, tuple(check for check, _ in checks)


def _checks(model: DataModel, observed: FloatArray) -> list[tuple[SeasonCheck, BoolArray]]:
    """Return the season check of each kind of data, with its points."""
    if model.season is None:
        return []
    gathered, found = model.gathered, []
    # A tied frame is judged with its tie, also where its station stands beside it.
    relative = np.array([frame.relative or frame.reference == "unknown" for frame in gathered.frames], dtype=bool)
    covariance = model.covariance(free=relative)
    kinds = [(f"the frame {frame.name}".rstrip(), number) for number, frame in enumerate(gathered.frames)]
    kinds += [("the stations", STATION), ("GRACE", GRACE)]
    for name, kind in kinds:
        points = gathered.kind == kind
        if kind == STATION:
            single, points = _single_stations(model, covariance, points, observed)
            found += single
        check = _check(name, model, covariance, points, observed)
        if check is not None:
            found.append((check, points))
    return found


def _check(
    name: str, model: DataModel, covariance: DataCovariance, points: BoolArray, observed: FloatArray
) -> SeasonCheck | None:
    """Return the season check of some points; None where they have too few times."""
    gathered = model.gathered
    values = np.where(points[:, np.newaxis], model.values, np.nan)
    if np.isfinite(values[..., 0]).any(axis=1).sum() < _LEAST_TIMES:
        return None
    of_points = model.leading(covariance.with_rows(DataRows.of(values, model.points.kind)), _LOSS_OF_CHECK)
    return check_season(name, of_points, model.sizes, observed[:, points], gathered.predicted[:, points])


def _single_stations(
    model: DataModel, covariance: DataCovariance, points: BoolArray, observed: FloatArray
) -> tuple[list[tuple[SeasonCheck, BoolArray]], BoolArray]:
    """Return the checks of single stations whose season is mistimed where most are not, and the other stations.

    How large a single season is does not judge a station: the storage may be smooth, and mountains are not. What
    contradicts all others is left out later.
    """
    failing = []
    for point in np.flatnonzero(points):
        one = np.zeros_like(points)
        one[point] = True
        check = _check(f"the station {model.points.names[point]}", model, covariance, one, observed)
        if check is not None and check.mistimed:
            failing.append((check, one))
    if 2 * len(failing) >= points.sum():
        return [], points
    rest = points.copy()
    for _, one in failing:
        rest &= ~one
    return failing, rest

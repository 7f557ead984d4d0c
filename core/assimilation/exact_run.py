"""The best estimate: exact filter and smoother, errors from the data, and what withheld data say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files.identity import check_identity, identity_of
from ..files.netcdf import open_chain_file
from ..work.progress import Progress, stop_if_cancelled
from .algebra.data_space import Solved
from .diagnostics.placebo import COLUMNS
from .diagnostics.screening import contradicting_stations
from .diagnostics.verdict import Verdict
from .diagnostics.withheld import Withheld, months_left_out, stations_left_out
from .exact_checks import prepared_data
from .exact_options import BestOptions
from .exact_output import Estimate, write_estimate
from .exact_reading import read_all
from .exact_restart import ExactRestart, read_exact_restart, write_exact_restart
from .filter.averaging import Alternative, averaged, season_alternatives
from .filter.exact import ExactFilter
from .information.data_model import DataModel
from .information.season_check import SeasonCheck
from .inputs.data_rows import STATION
from .inputs.grace_rows import GraceRows
from .inputs.members_spread import region_spread, spread_warning
from .inputs.region import region_shares
from .inputs.storage import VARIABLE, StorageSeries
from .options import AssimilationOptions
from .preparation import Sources
from .priors.covariance import DataCovariance

_CANNOT = 0.97  # of the region's standard deviation after over before: the gate
_ROUNDS = 3  # of leaving out stations: with the errors that are believed, then with those that are estimated


@dataclass(frozen=True)
class BestResult:
    """Sums of a run.

    Attributes
    ----------
    n_epochs, n_cells, n_observations : int
        Epochs, cells with data of their own, data used.
    pooled_innovation_std : float
        Root mean square of the data over their expected standard deviation.
    verdict : Verdict
        What the run found of itself.
    """

    n_epochs: int
    n_cells: int
    n_observations: int
    pooled_innovation_std: float
    verdict: Verdict


def best_estimate(
    storage_path: Path,
    sources: Sources,
    output_path: Path,
    options: AssimilationOptions,
    best: BestOptions,
    *,
    progress: Progress,
    restart: Path | None = None,
    save_restart: Path | None = None,
) -> BestResult:
    """Correct a storage series, or the mean of members, by all data, as well as they allow.

    Parameters
    ----------
    storage_path : Path
        Storage on an EASE-Grid 2.0 window that covers the data.
    sources : Sources
        Displacement and stations.
    output_path : Path
        Analysis; written whole or not at all.
    options : AssimilationOptions
        Choices that all methods share: periods, Earth model, seed.
    best : BestOptions
        Choices of the best estimate.
    progress : Progress
        Hears how far the run is, and of warnings.
    restart : Path, optional
        State of a run to take up: epochs up to its last are not written again, its sizes and season are kept.
    save_restart : Path, optional
        Where to write the state after the last epoch.

    Raises
    ------
    InputError
        Where the files do not fit each other.
    Cancelled
        Where the user cancels; nothing is written then.
    """
    warnings: list[str] = []

    def warn(message: str) -> None:
        if message not in warnings:
            warnings.append(message)
            progress.warn(message)

    chosen = best
    state = read_exact_restart(restart, _described(options, best)) if restart else None
    if restart and state is not None:
        check_identity(restart, state.identity, storage_path, VARIABLE, state.day, unit=options.unit)
        best = replace(best, sizes=vars(state.sizes), exclude_stations=", ".join(state.excluded))
    progress.report(0.0, "Reading")
    with open_chain_file(storage_path, [VARIABLE], options.unit, progress.warn) as dataset:
        gathered, synthetic = read_all(dataset, storage_path, sources, options, best, progress=progress)
        shares = region_shares(gathered, best.region)
        spread = region_spread(StorageSeries(dataset), gathered.cells, shares, gathered.days)
    progress.report(0.1, "Checking the data")
    model, checks = prepared_data(gathered, best, options, warn, state)
    stop_if_cancelled(progress)
    progress.report(0.2, "Estimating errors from the data")
    model, solution = _settled(model, best, warn, progress)
    progress.report(0.6, "Filtering")
    possible = _possible(model, solution, state)
    estimate, expected, open_loop_only = _estimate(model, solution, possible, shares, smoother=best.smoother)
    verdict = _verdict(model, solution, checks, expected, open_loop_only, possible=possible)
    for message in (*verdict.warnings(), *_of_members(spread, expected, open_loop_only, options)):
        warn(message)
    if open_loop_only:
        warn(verdict.headline())
    progress.report(0.9, verdict.headline())
    described = _described(options, chosen)
    facts = {
        "synthetic": np.int32(synthetic),
        "method": "exact",
        "window": "smoother" if best.smoother else "filter",
        "contains_grace": np.int32(best.grace is not None),
        "season_known": np.int32(model.season is not None),
        "season_errs_probability": _errs(possible),
        "options": described,
        "earth_model": options.earth.title,
        **({} if spread is None else {"members_region_std": spread}),
    }
    paths = [storage_path, *sources.paths, *([best.grace] if best.grace else [])]
    first = 0 if state is None else int(np.searchsorted(gathered.days, state.day, side="right"))
    if first == gathered.days.size:
        raise InputError("No epoch is left between the end of the run to be taken up and END.")
    cells = write_estimate(
        output_path, gathered, estimate, verdict, facts, sources=paths, warnings=warnings, first=first
    )
    used = int(np.isfinite(model.values[..., 0]).sum())
    if save_restart:
        unused = tuple(
            name
            for point, name in enumerate(model.points.names)
            if model.points.kind[point] == STATION and not np.isfinite(model.values[:, point, 0]).any()
        )
        day = float(gathered.days[-1])
        identity = identity_of(storage_path, VARIABLE, day, options.unit)
        last = ExactRestart(
            day, model.sizes, model.season, unused, described, identity=identity, season_errs=_errs(possible)
        )
        write_exact_restart(save_restart, last)
    return BestResult(gathered.days.size - first, cells, used, float(np.sqrt(verdict.reliability)), verdict)


def _of_members(
    spread: float | None, expected: tuple[float, float], open_loop_only: bool, options: AssimilationOptions
) -> list[str]:
    """Return what must be said of a file of members, and of members that were asked for."""
    said = [] if spread is None or open_loop_only else [spread_warning(spread, expected[0])]
    if options.save_members:
        said.append(
            "SAVE_MEMBERS: the best estimate has no members; OUTPUT holds its mean and standard deviation. Choose "
            "METHOD enkf_3d or letkf where members are wanted."
        )
    return [message for message in said if message]


def _described(options: AssimilationOptions, best: BestOptions) -> str:
    grace = best.grace.name if best.grace else "none"
    sizes = "; ".join(f"{name}={value}" for name, value in sorted(best.sizes.items()))
    return (
        f"METHOD=exact; WINDOW={'smoother' if best.smoother else 'filter'}; REFERENCE={best.reference}; GRACE={grace}; "
        f"WITHHOLD={best.withhold}; EXCLUDE_STATIONS={best.exclude_stations or 'none'}; "
        f"USE_SUSPECT={best.use_suspect}; EARTH_MODEL={options.earth.title}; SEED={options.seed}"
        + (f"; {sizes}" if sizes else "")
    )


def _settled(
    model: DataModel, best: BestOptions, warn: object, progress: Progress
) -> tuple[DataModel, tuple[DataCovariance, Solved, FloatArray] | None]:
    """Estimate sizes and solve, leaving out stations that contradict all others."""
    say = warn
    assert callable(say)
    for number in range(_ROUNDS):
        stop_if_cancelled(progress)
        if not np.isfinite(model.values[..., 0]).any():
            say("No data are left: the analysis is the open loop.")
            return model, None
        # First with the errors that are believed: what is wrong must not widen the errors of all.
        if number > 0:
            model, _sizes = model.estimated()
        elif not best.excludes_by_itself:
            continue
        covariance, solved = model.solved()
        inverse = solved.inverse()
        if not best.excludes_by_itself:
            break
        worst = contradicting_stations(covariance, solved, inverse, model.gathered.blocks.middle)
        if not worst and number > 0:
            break
        for name, why in worst:
            say(f"Station {name} is left out: {why}. EXCLUDE_STATIONS names what to leave out instead.")
        names = {name for name, _ in worst}
        model = model.without_points(np.array([name in names for name in model.points.names]))
    else:
        covariance, solved = model.solved()
        inverse = solved.inverse()
    return model, (covariance, solved, inverse)


def _possible(
    model: DataModel,
    solution: tuple[DataCovariance, Solved, FloatArray] | None,
    state: ExactRestart | None,
) -> tuple[Alternative, ...]:
    """Return the priors that the data leave possible."""
    if solution is None:
        nothing = Solved.of(np.zeros((0, 0)), np.zeros((0, len(COLUMNS))))
        return (Alternative(model.sizes, nothing, 1.0),)
    return season_alternatives(solution[0], model.sizes, solution[1], None if state is None else state.season_errs)


def _errs(possible: tuple[Alternative, ...]) -> float:
    """Return the probability that the season errs."""
    return float(sum(one.weight for one in possible if one.sizes.season_common > 0))


def _estimate(
    model: DataModel,
    solution: tuple[DataCovariance, Solved, FloatArray] | None,
    possible: tuple[Alternative, ...],
    shares: FloatArray,
    *,
    smoother: bool,
) -> tuple[Estimate, tuple[float, float], bool]:
    """Return the analysis, the expected errors of the region's mean, and whether nothing was corrected.

    Whether the data can tell anything (the gate) is asked of the prior; what they gained, of what they changed.
    """
    gathered = model.gathered
    days = gathered.days
    open_loop = gathered.open_loop(days)
    if solution is None:
        covariance, solved = model.covariance(np.full_like(model.values, np.nan)), possible[0].solved
    else:
        covariance, solved, _ = solution
    exact = ExactFilter(covariance, model.sizes, solved, gathered.places, model.season)
    before, after = exact.mean_variance(days, shares)
    expected = float(np.sqrt(before.mean())), float(np.sqrt(after.mean()))
    open_loop_only = expected[1] > _CANNOT * expected[0]
    prior_std = np.sqrt(exact.prior_variance(days))
    if open_loop_only:
        change, std, after = np.zeros_like(open_loop), prior_std, before
    else:
        found = averaged(covariance, possible, gathered.places, model.season, days, shares=shares, smoother=smoother)
        change, std, after = found.change, found.std, found.region_variance
        expected = _found(change @ shares, after)
    at_times = np.full(model.values.shape[:2], 0.0)
    at_times[: days.size] = change @ gathered.operator.T
    values = model.values[..., 0]
    known = np.isfinite(values)
    residual_mean = np.where(known, at_times, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    estimate = Estimate(
        open_loop,
        change,
        prior_std,
        std,
        (np.sqrt(before), np.sqrt(after)),
        shares=shares,
        predicted_change=at_times - residual_mean,
        expected_std=_expected_std(model),
        values=values,
    )
    return estimate, expected, open_loop_only


def _found(change: FloatArray, after: FloatArray) -> tuple[float, float]:
    """Return the standard deviations (mm) of a mean's error before and after, given what the data changed.

    The error before is what the data took away and what they leave: where the open loop was right already, they change
    little, and little is gained, however far the prior lets it err.
    """
    left = float(after.mean())
    return float(np.sqrt(np.var(change) + left)), float(np.sqrt(left))


def _expected_std(model: DataModel) -> FloatArray:
    """Return the expected standard deviation [point] of an innovation (mm)."""
    from .information.frame_errors import same_time

    signal, error = same_time(model.covariance(), model.sizes)
    variance = np.diagonal(signal) + np.diagonal(error)
    free = np.zeros(variance.size, dtype=bool)
    frames = model.points.kind >= 0
    free[frames] = model.free[model.points.kind[frames]]
    # An offset of unknown size is no part of what an innovation is judged by.
    std: FloatArray = np.sqrt(np.where(free, variance - 1e6, variance))
    return std


def _verdict(
    model: DataModel,
    solution: tuple[DataCovariance, Solved, FloatArray] | None,
    checks: tuple[SeasonCheck, ...],
    expected: tuple[float, float],
    open_loop_only: bool,
    *,
    possible: tuple[Alternative, ...],
) -> Verdict:
    nothing = Withheld((), np.zeros(0), np.zeros((0, len(COLUMNS))), np.zeros(0), (), times=())
    if solution is None:
        unknown = np.full(len(COLUMNS), np.nan)
        return Verdict(
            checks,
            nothing,
            nothing,
            *expected,
            reliability=1.0,
            persistence=float("nan"),
            log_likelihood=unknown,
            sizes=model.sizes,
            unused=True,
        )
    covariance, solved, inverse = solution
    likeliest = max(possible, key=lambda one: one.weight)
    if likeliest.solved is not solved:
        solved, inverse = likeliest.solved, likeliest.solved.inverse()
    stations = stations_left_out(covariance, solved, inverse)
    months = months_left_out(covariance, solved, inverse, model.gathered.withheld)
    reliability = float(solved.values[:, 0] @ solved.weights[:, 0]) / solved.values.shape[0]
    return Verdict(
        checks,
        stations,
        months,
        *expected,
        reliability=reliability,
        persistence=_persistence(stations),
        log_likelihood=solved.log_likelihood,
        sizes=model.sizes,
        unused=open_loop_only,
    )


def _persistence(stations: Withheld) -> float:
    """Return how left-out stations' innovations correlate with those before: 0 where errors are right."""
    products = squares = 0.0
    for white in stations.innovations:
        products += float(white[1:] @ white[:-1])
        squares += float(white @ white)
    return products / squares if squares > 0 else float("nan")


__all__ = ["BestResult", "GraceRows", "best_estimate"]

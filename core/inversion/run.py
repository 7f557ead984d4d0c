"""Displacement to storage without a model: the step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..work.progress import PartOf, Progress, SilentProgress
from .classic import Classic, classic
from .data import InversionData
from .domain import Domain
from .findings import REFUTED, Findings, resolved_scale, station_scores, verdict, warn_after, warn_before
from .gate import NOTHING_KNOWN, mean_ratio
from .hyperparameters import Evidence, Hyper, centre, estimate
from .inputs import read_data
from .maps import CellCovariance
from .options import InversionInputs, StorageInversionOptions
from .output import Result, write_result
from .resolution import Resolution, checkerboards, resolution
from .seasons import seasons
from .solution import EachEpoch, estimates
from .system import DataSystem
from .table import write_table
from .time_modes import estimates_in_time, likeliest_memory

_YEARLY_SIDE_KM = 300.0


@dataclass(frozen=True)
class InversionResult:
    """Figures that the step returns.

    Attributes
    ----------
    freedom, chi2, abic, length_km, std_mm, common_mm, resolved_km, mean_ratio : float
        Degrees of freedom for signal, chi2, ABIC, the likeliest prior, the resolved scale, and the standard deviation
        of the mean after the data over that before.
    """

    freedom: float
    chi2: float
    abic: float
    length_km: float
    std_mm: float
    common_mm: float
    resolved_km: float
    mean_ratio: float


def invert_displacement(
    inputs: InversionInputs,
    output: Path,
    options: StorageInversionOptions | None = None,
    progress: Progress | None = None,
    table: Path | None = None,
) -> InversionResult:
    """Write the storage that displacement tells of.

    Parameters
    ----------
    inputs : InversionInputs
        Files.
    output : Path
        NetCDF file of storage, resolution, misfits and findings.
    options : StorageInversionOptions, optional
        Choices.
    progress : Progress, optional
        Of the caller.
    table : Path, optional
        CSV file, one row for each station and frame.

    Raises
    ------
    InputError
        Where an input cannot be used.
    """
    options, progress = options or StorageInversionOptions(), progress or SilentProgress()
    data, domain = read_data(inputs, options, progress)
    warn_before(data, options, domain, inputs.background is not None, progress)
    result = solve_displacement(data, domain, options, inputs, progress)
    write_result(output, result, options, inputs, progress)
    if table is not None:
        write_table(table, result)
    best, found = result.best, result.findings
    prior = best.prior
    return InversionResult(
        result.freedom,
        result.fit.chi2,
        result.abic,
        prior.length_km,
        prior.std_mm,
        common_mm=prior.common_mm,
        resolved_km=found.resolved_km,
        mean_ratio=found.mean_ratio,
    )


def solve_displacement(
    data: InversionData,
    domain: Domain,
    options: StorageInversionOptions,
    inputs: InversionInputs,
    progress: Progress,
) -> Result:
    """Return the storage and what is found of it, of data that are read.

    Parameters
    ----------
    data : InversionData
        All data with errors, operators and free patterns.
    domain : Domain
        Window and land.
    options : StorageInversionOptions
        Choices.
    inputs : InversionInputs
        Paths, for land, region and GRACE.
    progress : Progress
        Hears warnings and how far the work is.

    Returns
    -------
    Result
        All that is written.
    """
    constants = int(np.isfinite(data.values).any(axis=0).sum()) > 1
    covariance = CellCovariance(domain, data.operator, options.workers)
    evidence = Evidence(data, domain, constants)
    middle = centre(options)
    ratio = _gate(data, domain, covariance, evidence, options)
    known = ratio <= NOTHING_KNOWN
    if not known:
        progress.warn(
            "The data cannot tell the mean storage of the region: its standard deviation goes down to "
            f"{ratio:.3f} of that before only. The common error stays at {middle.common_mm:.0f} mm, maps are "
            "contrasts less their mean. Stations, REFERENCE tied, or GRACE would tell it."
        )
    hypers = estimate(evidence, options, not known, progress)
    data, hypers, dropped = _without_refuted(
        data, domain, covariance, hypers, options, constants=constants, progress=progress
    )
    best = max(hypers, key=lambda hyper: hyper.weight)
    each = EachEpoch(data, covariance, best, constants)
    fit = each.fit()
    memory = None
    made, old = None, None
    if options.method == "laplacian":
        old = classic(data, domain, covariance.land_operator, options.smoothing, constants)
        before = float(covariance.of_mean(best.prior) @ domain.weights) ** 0.5
        made, fit = (
            replace(old.estimates, area_prior_std=before),
            replace(fit, predicted=old.predicted, constants=old.constants),
        )
    elif options.time == "each":
        made = estimates(data, domain, covariance, hypers, constants, mean_known=known, made=each, progress=progress)
    else:
        if options.time == "smooth":
            if data.days.size < 2:
                raise InputError("TIME smooth needs two or more epochs; the data have one. Choose TIME each.")
            memory = options.memory_days or likeliest_memory(data, each.loaded.signal, each.error, constants)
        made = estimates_in_time(
            data, domain, covariance, hypers, constants, mean_known=known, memory_days=memory, progress=progress
        )
    if not known:
        nothing = np.full(made.area_mean.shape, np.nan)
        made = replace(made, area_mean=nothing, area_std=nothing)
    complete = _complete(data)
    system = DataSystem((each.loaded.signal + each.error)[np.ix_(complete, complete)], data.free[complete])
    found, yearly = _resolution(data, domain, covariance, each, system, complete=complete, progress=progress)
    warn_after(data, fit, options, progress)
    wave = seasons(data.days, made.mean, made.std, memory)
    removed = [] if inputs.background is None else ["storage around the window"]
    words = _classic_verdict(old) if old is not None else ""
    words += verdict(
        made,
        found,
        domain,
        mean_known=known,
        mean_ratio=ratio,
        yearly_gain=yearly if wave else None,
        removed=removed,
    )
    n_hyper = sum(value is None for value in (options.prior_length_km, options.prior_error_mm)) + (
        known and options.common_error_mm is None
    )
    n_hyper += len(data.errors.kinds) if options.estimate_errors else 0
    findings = Findings(
        ratio,
        known,
        resolved_scale(found, domain),
        words,
        inputs.background is not None,
        contains_grace=inputs.grace is not None,
    )
    freedom = found.freedom if old is None else old.freedom
    abic = -2 * best.log_likelihood + 2 * n_hyper
    return Result(
        data,
        domain,
        made,
        fit,
        found,
        seasons=wave,
        hypers=tuple(hypers),
        best=best,
        findings=findings,
        memory_days=memory,
        freedom=freedom,
        abic=abic,
        dropped=dropped,
        classic=old,
    )


def _gate(
    data: InversionData,
    domain: Domain,
    covariance: CellCovariance,
    evidence: Evidence,
    options: StorageInversionOptions,
) -> float:
    """Return the standard deviation of the region's mean after the data over that before, at the hyperpriors."""
    middle = centre(options)
    covaried = covariance.of_mean(middle)
    seen = np.isfinite(data.values[evidence.chosen]).any(axis=1)
    chosen = evidence.chosen[seen]
    place = np.ix_(seen, seen)
    total = (evidence.signal(middle.length_km, middle.smoothness)(middle.std_mm, middle.common_mm))[place]
    total = total + evidence.errors.covariance()[place]
    loaded = covariance.predicted(covaried[:, np.newaxis])[chosen, 0].astype(np.float64)
    return mean_ratio(float(covaried @ domain.weights), loaded, total, data.free[chosen])


def _without_refuted(
    data: InversionData,
    domain: Domain,
    covariance: CellCovariance,
    hypers: list[Hyper],
    options: StorageInversionOptions,
    *,
    constants: bool,
    progress: Progress,
) -> tuple[InversionData, list[Hyper], tuple[str, ...]]:
    """Leave out the stations that their neighbours refute, the worst first, where EXCLUDE_STATIONS is ``auto``."""
    dropped: list[str] = []
    if "auto" not in options.exclude_stations:
        return data, hypers, ()
    names = data.names[data.stations]
    while True:
        best = max(hypers, key=lambda hyper: hyper.weight)
        scores = station_scores(data, EachEpoch(data, covariance, best, constants).fit())
        if not np.nanmax(scores, initial=0.0) > REFUTED or len(dropped) >= len(names) // 3:
            break
        worst = int(np.nanargmax(scores))
        dropped.append(f"{names[worst]} ({scores[worst]:.1f})")
        mask = np.zeros(data.n_data, dtype=bool)
        mask[data.stations.start + worst] = True
        data = data.without(mask)
        hypers = estimate(Evidence(data, domain, constants), options, False, PartOf(progress, 0.4, 0.5))
    if dropped:
        progress.warn(
            f"Left out, because their neighbours refute them (standardized leave-one-out): {', '.join(dropped)}."
        )
    return data, hypers, tuple(dropped)


def _complete(data: InversionData) -> BoolArray:
    """Return which data [datum] are present at half of the epochs that have any, or else at all that have any."""
    seen = np.isfinite(data.values)
    share = seen.sum(axis=1) / max(int(seen.any(axis=0).sum()), 1)
    often = share >= 0.5
    chosen: BoolArray = often if often.any() else share > 0
    return chosen


def _resolution(
    data: InversionData,
    domain: Domain,
    covariance: CellCovariance,
    each: EachEpoch,
    system: DataSystem,
    *,
    complete: BoolArray,
    progress: Progress,
) -> tuple[Resolution, float]:
    """Return the resolution of an epoch with the complete data, and the gain of squares in a yearly amplitude."""
    place = np.ix_(complete, complete)
    part, loaded = covariance, each.loaded
    if not complete.all():  # else they would be copied: hundreds of megabytes
        part = CellCovariance(domain, data.operator[complete], covariance.workers)
        loaded = replace(loaded, values=loaded.values[complete], signal=loaded.signal[place])
    found = resolution(domain, part, loaded, system, each.error[place], progress=progress)
    # Errors of T epochs leave sqrt(2 / T) of one epoch's in the amplitude of a yearly wave.
    shorter = each.error[place] * 2.0 / max(data.days.size, 2)
    yearly = DataSystem(loaded.signal + shorter, data.free[complete])
    boards = checkerboards(domain, _YEARLY_SIDE_KM)
    seen = yearly.project(part.predicted(boards.T).astype(np.float64))
    maps: FloatArray = loaded.values.T.astype(np.float64) @ seen
    return found, float(((maps.T * boards).mean(axis=0)) @ domain.weights)


def _classic_verdict(old: Classic) -> str:
    return (
        f"The maps are the classic Laplacian solution (smoothing {old.smoothing:.3g}, {old.freedom:.1f} degrees of "
        "freedom), which gives no standard deviations; what follows is that of the covariance-based solution of the "
        "same data. "
    )

"""The filters on the twin, and the exact bounds of each set-up."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from twin import BASIN, EPOCHS, INTERVAL, MODEL_MEMORY, SIDE, Plane, Twin, block, monthly_regional, observe, ubrmsd

SUPPORT_KM = 1200.0
STD_MM, TIE_MM = 9.0, 3.0


@dataclass(frozen=True)
class Case:
    """One set-up.

    Attributes
    ----------
    name : str
        For the table.
    method : str
        ``1d``, ``3d`` or ``letkf``.
    noise_km : float
        Length of the observations' errors; 0 for white.
    assumed_km : float, optional
        What the filter takes it for; the truth where None.
    assumed_mm : float
        Standard deviation that the filter takes the errors for; they have 9 mm, or `noise_mm` where frames are given.
    noise_mm : float
        Of frames, in truth and in the filter.
    unknown : bool
        The frame's reference is unknown.
    tie_mm : float
        Standard deviation of the frame's tie, in truth and in the filter; 0 for an absolute frame.
    window : int
        Cells along a side of the observed square.
    frames : tuple of str
        References of one or two frames of 10 x 10 cells instead of the square, each with the whole basin in it; the
        second, of another track, is observed at every second epoch. ``tied`` has an error of 3 mm in truth, too.
    spread : float, optional
        Of the members' spells; the twin's own where None.
    gated : bool
        Leave observations that tell nothing unused, as the plugin does.
    regional, cell, highest : float
        Largest mean ratio over the seeds, of the region and of cells, and largest regional ratio of any seed.
    warns : bool, optional
        Whether the warning of common errors must, or must not, fire in every seed.
    """

    name: str
    method: str
    noise_km: float = 0.0
    assumed_km: float | None = None
    assumed_mm: float = STD_MM
    noise_mm: float = STD_MM
    unknown: bool = False
    tie_mm: float = 0.0
    window: int = 20
    frames: tuple[str, ...] = ()
    spread: float | None = None
    gated: bool = True
    regional: float = np.inf
    cell: float = np.inf
    highest: float = np.inf
    warns: bool | None = None


CASES = (
    Case("1-D, white, as in the paper", "1d", regional=0.85, warns=False),
    Case("1-D, members' spells as the truth's", "1d", spread=0.2),
    Case("3-D, white", "3d", regional=0.50, cell=0.70, warns=False),
    Case("LETKF, white", "letkf", regional=0.50, cell=0.70, warns=False),
    Case("3-D, 50 km, right R", "3d", 50.0, regional=0.90, highest=1.0, warns=False),
    Case("3-D, 50 km, right R, tie 3 mm", "3d", 50.0, tie_mm=3.0),
    Case("3-D, 50 km, diagonal R", "3d", 50.0, 0.0, warns=True),
    Case("1-D, 50 km, diagonal R", "1d", 50.0, 0.0, warns=True),
    Case("unknown reference, 50 km, 1 frame", "3d", 50.0, unknown=True, window=10),
    Case("the same, used nevertheless", "3d", 50.0, unknown=True, window=10, gated=False),
    Case("two frames, both unknown", "3d", 50.0, unknown=True, frames=("unknown", "unknown")),
    Case("the same, used nevertheless", "3d", 50.0, unknown=True, frames=("unknown", "unknown"), gated=False),
    Case("one frame, tie 3 mm", "3d", 50.0, frames=("tied",)),
    Case("the same and one of unknown reference", "3d", 50.0, frames=("tied", "unknown")),
    Case("two frames, ties 3 mm", "3d", 50.0, frames=("tied", "tied")),
    Case("one frame, white 3 mm, tie 3 mm", "3d", noise_mm=3.0, frames=("tied",)),
    Case("the same and one of unknown reference", "3d", noise_mm=3.0, frames=("tied", "unknown")),
)


@dataclass(frozen=True)
class Outcome:
    """Figures of one case and seed: errors without and with observations, and what the innovations say."""

    regional: tuple[float, float]
    cell: tuple[float, float]
    pooled_std: float
    area_std: float
    coherent: bool
    gate_fired: bool


def run_case(plane: Plane, twin: Twin, case: Case, seed: int) -> Outcome:
    """Filter the twin's epochs."""
    from groundswell.core.assimilation.diagnostics.innovation_record import InnovationRecord
    from groundswell.core.assimilation.filter.epochs import Cycle
    from groundswell.core.assimilation.filter.schemes import OpenLoop
    from groundswell.core.assimilation.inputs.anomalies import common_level

    points, frame = points_of(case)
    observed = observed_by(plane, twin, case, seed)
    error = assumed_error(plane, case, points)
    scheme, cells = scheme_of(plane, case, points, error, seed)
    open_loop, operator = twin.members.mean(axis=1), plane.operator[points]
    information = expected(plane, case, *error_of(open_loop - twin.truth))
    if case.unknown and case.gated and information.tells_nothing:
        scheme, cells = OpenLoop(), np.unique(points)
    beside = (np.abs(plane.distance[np.ix_(points, points)] - 25.0) < 1e-6) & (frame[:, None] == frame)
    pairs = np.argwhere(np.triu(beside))
    cycle = Cycle(scheme, lambda storage: storage @ operator.T, cells, error, MODEL_MEMORY, pairs=pairs)
    level = common_level(twin.days, observed, open_loop @ operator.T, False)
    record, analysis = InnovationRecord(EPOCHS, points.size), open_loop.copy()
    for epoch, day in enumerate(twin.days):
        anomaly = observed[epoch] - level.observed_at(day)
        step = cycle.step(day, twin.members[epoch], level.predicted_at(day), anomaly)
        record.keep(epoch, step.innovations)
        analysis[epoch, cells] = cycle.finished()[0].states.mean(axis=0)
    truth, basin, statistics = monthly_regional(twin.truth), block(BASIN), record.statistics()
    regional, cell = (
        tuple(ubrmsd(measure(series), reference) for series in (open_loop, analysis))
        for measure, reference in ((monthly_regional, truth), (lambda series: series[:, basin], twin.truth[:, basin]))
    )
    return Outcome(
        regional, cell, statistics.pooled_std, statistics.area_std, statistics.coherent, not information.constrains
    )


def points_of(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """Return the observed cells, and the frame that each is of."""
    if not case.frames:
        points = block(case.window)
        return points, np.zeros(points.size, dtype=int)
    rows, columns = np.divmod(block(10), SIDE)
    # The first frame lies two cells to the west of the middle, the second two to the east and one to the south.
    parts = [(rows + south) * SIDE + columns + east for south, east in ((0, -2), (1, 2))[: len(case.frames)]]
    return np.concatenate(parts), np.repeat(np.arange(len(parts)), rows.size)


def observed_by(plane: Plane, twin: Twin, case: Case, seed: int) -> np.ndarray:
    """Return the displacement [epoch, point] that is observed."""
    points, frame = points_of(case)
    if not case.frames:
        observed = observe(plane, twin, points, seed, STD_MM, case.noise_km)
        if case.tie_mm:
            observed = observed + case.tie_mm * np.random.default_rng([seed, 8]).standard_normal((EPOCHS, 1))
        return observed
    parts = []
    for number, reference in enumerate(case.frames):
        part = observe(plane, twin, points[frame == number], seed + 1000 * number, case.noise_mm, case.noise_km)
        size = TIE_MM if reference == "tied" else 30.0
        part += size * np.random.default_rng([seed, 8, number]).standard_normal((EPOCHS, 1))
        if number:
            part[1::2] = np.nan
        parts.append(part)
    return np.concatenate(parts, axis=1)


def error_of_frames(plane: Plane, case: Case):  # noqa: ANN201 (imported late)
    """Return the errors of frames: each has its own air, its own tie, and its own offset where it is unknown."""
    from groundswell.core.assimilation.errors.observation_error import ObservationError

    points, frame = points_of(case)
    tied = np.array([reference == "tied" for reference in case.frames])[frame]
    distance = plane.distance[np.ix_(points, points)]
    covariance = case.noise_mm**2 * (np.exp(-distance / case.noise_km) if case.noise_km else distance == 0)
    covariance = np.where(frame[:, None] == frame, covariance + TIE_MM**2 * tied, 0.0)
    free = [frame == number for number, reference in enumerate(case.frames) if reference == "unknown"]
    return ObservationError(
        np.diag(covariance).copy(), covariance, np.stack(free, axis=1).astype(float) if free else None
    )


def assumed_error(plane: Plane, case: Case, points: np.ndarray):  # noqa: ANN201 (imported late)
    """Return the errors that the filter assumes."""
    from groundswell.core.assimilation.errors.observation_error import ObservationError

    if case.frames:
        return error_of_frames(plane, case)
    length = case.noise_km if case.assumed_km is None else case.assumed_km
    variances = np.full(points.size, case.assumed_mm**2 + case.tie_mm**2)
    covariance = None
    if length or case.tie_mm:
        distance = plane.distance[np.ix_(points, points)]
        covariance = case.assumed_mm**2 * (np.exp(-distance / length) if length else np.eye(points.size))
        covariance += case.tie_mm**2
    return ObservationError(variances, covariance, np.ones((points.size, 1)) if case.unknown else None)


def scheme_of(plane: Plane, case: Case, points: np.ndarray, error, seed: int):  # noqa: ANN001, ANN201
    """Return the scheme, and which cells it corrects."""
    from groundswell.core.assimilation.filter import schemes

    if case.method == "1d":
        return schemes.OneDimensional(error.single_std, seed, True), points
    cells = np.flatnonzero(plane.distance[:, points].min(axis=1) < SUPPORT_KM)
    between = plane.distance[np.ix_(points, points)]
    taper = schemes.localization(plane.distance[np.ix_(cells, points)], between, SUPPORT_KM)
    if case.method == "letkf":
        return schemes.LocalTransform(error, taper.states), cells
    own = np.searchsorted(cells, points)
    return schemes.ThreeDimensional(error, schemes.error_root(error), seed, own, taper), cells


def error_of(difference: np.ndarray) -> tuple[float, float]:
    """Return standard deviation (mm) and length (km) of exponential errors like `difference` [epoch, cell].

    The length is the one with which the basin's mean is as much smaller than its cells as it is.
    """
    anomalies = (difference - difference.mean(axis=0))[:, block(BASIN)]
    cell, regional = np.sqrt(np.mean(anomalies**2)), np.sqrt(np.mean(anomalies.mean(axis=1) ** 2))
    side = np.arange(BASIN)
    rows, columns = (part.ravel() for part in np.meshgrid(side, side))
    distance = 25.0 * np.hypot(rows[:, None] - rows, columns[:, None] - columns)
    lengths = np.geomspace(50.0, 20_000.0, 400)
    ratios = np.sqrt([np.exp(-distance / length).mean() for length in lengths])
    return float(cell), float(np.interp(regional / cell, ratios, lengths))


def expected(plane: Plane, case: Case, std: float, length: float):  # noqa: ANN201
    """Return what the exact filter would make of the case, with storage errors of `std` mm over `length` km."""
    from groundswell.core.assimilation.information.expected import (
        expected_information,
        information_at_epochs,
        quantities_of,
    )

    # Every second point of a large window, each for two: their mean has half the variance.
    share = 1 if case.window <= 10 or case.frames else 2
    points, frame = (part[::share] for part in points_of(case))
    key = ("quantities", case.window, case.frames, round(length, 3))
    if key not in plane.kept:
        storage = np.exp(-plane.distance / length)
        operator = plane.operator[points]
        loaded = operator @ storage
        weights = np.isin(points, block(BASIN)) / np.bincount(points)[points]
        plane.kept[key] = quantities_of(
            loaded @ operator.T,
            loaded[:, points].T,
            storage[np.ix_(points, points)],
            weights / weights.sum(),
            share * operator[:, points],
        )
    unit = plane.kept[key]
    known = replace(unit, covariance=std**2 * unit.covariance)
    true_case = replace(case, assumed_km=None, assumed_mm=STD_MM)
    fade = float(np.exp(-INTERVAL / MODEL_MEMORY))
    truly, wrongly = (assumed_error(plane, one, points) for one in (true_case, case))
    same = case.assumed_km is None and case.assumed_mm == STD_MM
    if case.frames:
        gains = [known.joint_gain(_full(truly, 1), frame <= last) for last in (0, 1)]
        steps = [(gains[1 - epoch % 2], fade) for epoch in range(EPOCHS)]
        return information_at_epochs(known, steps, _full(truly, 1))
    if case.method == "1d":
        gain, share = known.single_gain(wrongly.single_std), 1
    else:
        gain = known.joint_gain(_full(wrongly, share))
    return expected_information(known, gain, _full(truly, share), fade, None if same else _full(wrongly, share))


def _full(error, share: int) -> np.ndarray:  # noqa: ANN001
    everything = np.ones(error.variances.size, dtype=bool)
    matrix = error.matrix(everything)
    if error.covariance is None:
        matrix = matrix / share
    return matrix if error.free is None else matrix + 1e6 * error.free @ error.free.T

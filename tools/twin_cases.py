"""The filters on the twin, and the exact bounds of each set-up."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from twin import BASIN, EPOCHS, INTERVAL, MODEL_MEMORY, Plane, Twin, block, monthly_regional, observe, ubrmsd

SUPPORT_KM = 1200.0
STD_MM = 9.0


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
        Standard deviation that the filter takes the errors for; they have 9 mm.
    unknown : bool
        The frame's reference is unknown.
    tie_mm : float
        Standard deviation of the frame's tie, in truth and in the filter; 0 for an absolute frame.
    window : int
        Cells along a side of the observed square.
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
    unknown: bool = False
    tie_mm: float = 0.0
    window: int = 20
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
)


@dataclass(frozen=True)
class Outcome:
    """Of one case and seed: errors without and with observations, and what the innovations say."""

    regional: tuple[float, float]
    cell: tuple[float, float]
    pooled_std: float
    area_std: float
    coherent: bool
    gate_fired: bool


def run_case(plane: Plane, twin: Twin, case: Case, seed: int) -> Outcome:
    """Filter the twin's epochs."""
    from groundswell.core.assimilation.anomalies import common_level
    from groundswell.core.assimilation.cycle import Cycle
    from groundswell.core.assimilation.diagnostics import InnovationRecord
    from groundswell.core.assimilation.schemes import OpenLoop

    points = block(case.window)
    observed = observe(plane, twin, points, seed, STD_MM, case.noise_km)
    if case.tie_mm:
        observed = observed + case.tie_mm * np.random.default_rng([seed, 8]).standard_normal((EPOCHS, 1))
    error = assumed_error(plane, case, points)
    scheme, cells = scheme_of(plane, case, points, error, seed)
    open_loop, operator = twin.members.mean(axis=1), plane.operator[points]
    information = expected(plane, case, *error_of(open_loop - twin.truth))
    if case.unknown and case.gated and information.tells_nothing:
        scheme, cells = OpenLoop(), points
    pairs = np.argwhere(np.triu(np.abs(plane.distance[np.ix_(points, points)] - 25.0) < 1e-6))
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


def assumed_error(plane: Plane, case: Case, points: np.ndarray):  # noqa: ANN201 (imported late)
    """Return the errors that the filter assumes."""
    from groundswell.core.assimilation.observation_error import ObservationError

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
    from groundswell.core.assimilation import schemes

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
    from groundswell.core.assimilation.information import expected_information, quantities_of

    points = block(case.window)[:: 1 if case.window <= 10 else 2]
    # Every second point of a large window, each for two: their mean has half the variance.
    share = 1 if case.window <= 10 else 2
    key = ("quantities", case.window, round(length, 3))
    if key not in plane.kept:
        storage = np.exp(-plane.distance / length)
        operator = plane.operator[points]
        loaded = operator @ storage
        weights = np.isin(points, block(BASIN)).astype(float)
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
    return matrix + (1e6 if error.free is not None else 0.0)

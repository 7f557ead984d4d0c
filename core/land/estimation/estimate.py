"""All soil and topography parameters of columns (Ducharne et al. 2000; NASA's boundary-condition chain)."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import FloatArray, IntArray
from ...errors import InputError
from ...work.progress import Progress, stop_if_cancelled
from .area_fits import UNSOLVED, AreaParameters, fit_areas
from .rational_fits import decreases
from .root_exchange import LossTable, exchange_parameters
from .soils import CONDUCTIVITY_DEPTH, SOILS, soil_of
from .topographic_index import index_distribution
from .water_profiles import Retention, baseflow_parameters
from .wetness_classes import WetnessCurves, wetness_curves

ROOT_ZONE = 1.1  # m, of the estimation; the model's own is 1.0
DEEPEST_FIT_MM = 8000.0  # mm; to this depth all soils' curves, which end at 10 m, can be fitted
_SHALLOWEST_FIT = 4.0  # m
OLD_DECAY, NEW_DECAY = 2.17, 1.0  # m-1, of conductivity with depth in NASA's older and newer data sets
ESTIMATED = (
    *("bee", "psis", "poros", "cond", "gnu", "wpwet", "dpth", "ars1", "ars2", "ars3"),
    *("ara1", "ara2", "ara3", "ara4", "arw1", "arw2", "arw3", "arw4", "bf1", "bf2", "bf3"),
    *("tsa1", "tsa2", "tsb1", "tsb2", "atau", "btau"),
)


@dataclass(frozen=True)
class Catchments:
    """What parameters are estimated from, each [tile].

    Attributes
    ----------
    soil_class : array
        Texture class, 1 (sand) to 12 (clay).
    index_mean, index_std, index_skew : array
        Moments of the topographic index.
    depth_mm : array
        To bedrock.
    """

    soil_class: FloatArray
    index_mean: FloatArray
    index_std: FloatArray
    index_skew: FloatArray
    depth_mm: FloatArray


@functools.lru_cache(maxsize=1)
def _tables() -> tuple[LossTable, ...]:
    with np.load(Path(__file__).parent / "data" / "loss_tables.npz") as stored:
        excess, loss = stored["excess"].astype(np.float64), stored["daily_loss"].astype(np.float64)
    return tuple(LossTable(excess[number], loss[number]) for number in range(len(SOILS)))


def estimate_column(
    soil_class: float,
    index_mean: float,
    index_std: float,
    index_skew: float,
    depth_mm: float,
    *,
    gnu: float = OLD_DECAY,
    table: LossTable | None = None,
) -> dict[str, float]:
    """Return the parameters of one column by name.

    Parameters
    ----------
    soil_class : float
        Texture class, 1 to 12.
    index_mean, index_std, index_skew : float
        Moments of the topographic index.
    depth_mm : float
        To bedrock.
    gnu : float
        Decay of conductivity with depth, m-1.
    table : LossTable, optional
        Of the soil; the shipped one where None.

    Returns
    -------
    dict
        Names of :data:`ESTIMATED`; ars or arw are 9999 where no fit will do.
    """
    soil = soil_of(soil_class)
    retention = Retention(soil.bee, soil.psis, soil.poros)
    index = index_distribution(index_mean, index_std, index_skew)
    depth = max(1.0, depth_mm / 1000.0)
    cdcr1 = 1000.0 * soil.poros * (depth - float(retention.stored(np.array(depth))))
    cdcr2 = (1.0 - soil.wpwet) * soil.poros * 1000.0 * depth
    curves = wetness_curves(index, retention, gnu, min(ROOT_ZONE, 0.75 * depth), cdcr1)
    areas = fit_areas(curves, index.skew, depth_mm, cdcr1, cdcr2, wpwet=soil.wpwet)
    if depth_mm > DEEPEST_FIT_MM and UNSOLVED in (areas.ars[0], areas.arw[0]):
        areas = _areas_of_deep(curves, retention, index.skew, soil.wpwet, (cdcr1, cdcr2))
    baseflow = baseflow_parameters(curves.deficit, index.mean)
    table = _tables()[int(soil_class) - 1] if table is None else table
    exchange = exchange_parameters(index, retention, gnu, table)
    surface = soil.conductivity * np.exp(CONDUCTIVITY_DEPTH * gnu)
    values = (
        *(soil.bee, soil.psis, soil.poros, surface, gnu, soil.wpwet, depth_mm),
        *(*areas.ars, *areas.ara, *areas.arw, *baseflow, *exchange, soil.atau, soil.btau),
    )
    return {name: float(value) for name, value in zip(ESTIMATED, values)}


def _areas_of_deep(
    curves: WetnessCurves, soil: Retention, skew: float, wpwet: float, deficits: tuple[float, float]
) -> AreaParameters:
    """Return the areas' parameters of a column whose bedrock lies deeper than the water table's curves reach.

    The curves end at 10 m. Fits to the part above 8 m serve deeper columns where they go on falling to the column's own
    deficits; otherwise they stay unsolved.
    """
    for depth in np.arange(DEEPEST_FIT_MM / 1000.0, _SHALLOWEST_FIT, -0.5):
        cdcr1 = 1000.0 * soil.poros * (depth - float(soil.stored(np.array(depth))))
        cdcr2 = (1.0 - wpwet) * soil.poros * 1000.0 * depth
        areas = fit_areas(curves, skew, depth * 1000.0, cdcr1, cdcr2, wpwet=wpwet)
        if UNSOLVED in (areas.ars[0], areas.arw[0]):
            continue
        driest = decreases(areas.arw[:3], deficits[0], areas.arw[3], 1e-9)
        if driest and decreases(areas.ars, deficits[1]):
            return areas
    unsolved = (UNSOLVED,) * 3
    return AreaParameters(unsolved, areas.ara, (*unsolved, curves.asymptote))


def estimate_columns(catchments: Catchments, progress: Progress, gnu: float = OLD_DECAY) -> dict[str, FloatArray]:
    """Return the parameters of columns, each [tile].

    A column without a solution takes the areas' parameters of the one with the same soil whose depth and topographic
    index are nearest.

    Parameters
    ----------
    catchments : Catchments
        Of the columns.
    progress : Progress
        To report to.
    gnu : float
        Decay of conductivity with depth, m-1.
    """
    count = catchments.soil_class.size
    rows = []
    for tile in range(count):
        stop_if_cancelled(progress)
        soil, mean, std, skew, depth = (float(values[tile]) for values in vars(catchments).values())
        rows.append(estimate_column(soil, mean, std, skew, depth, gnu=gnu))
        progress.report((tile + 1) / count, "Estimating parameters")
    made = {name: np.array([row[name] for row in rows]) for name in ESTIMATED}
    unsolved = np.flatnonzero((made["ars1"] == UNSOLVED) | (made["arw1"] == UNSOLVED))
    for tile in unsolved:
        donor = _donor(int(tile), unsolved, catchments)
        if donor is not None:
            for name in ESTIMATED:
                if name.startswith(("ars", "ara", "arw")):
                    made[name][tile] = made[name][donor]
    left = [tile for tile in unsolved if UNSOLVED in (made["ars1"][tile], made["arw1"][tile])]
    if left:
        soil, depth = catchments.soil_class[left[0]], catchments.depth_mm[left[0]]
        raise InputError(
            f"{len(left)} columns have no solution for their areas, such as soil class {soil:g} with bedrock at "
            f"{depth:.0f} mm, and no other column of their soil has one: give another depth or soil there."
        )
    if unsolved.size:
        progress.warn(f"{unsolved.size} columns took the areas' parameters of a neighbour: no fit would do.")
    return made


def _donor(tile: int, unsolved: IntArray, catchments: Catchments) -> int | None:
    same = catchments.soil_class == catchments.soil_class[tile]
    same[unsolved] = False
    if not same.any():
        return None
    distance = (
        np.abs(np.log(catchments.depth_mm / catchments.depth_mm[tile]))
        + np.abs(catchments.index_mean - catchments.index_mean[tile])
        + np.abs(catchments.index_std - catchments.index_std[tile])
        + np.abs(catchments.index_skew - catchments.index_skew[tile])
    )
    return int(np.argmin(np.where(same, distance, np.inf)))

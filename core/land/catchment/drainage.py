"""Vertical exchange of water: surface layer, root zone, water table (Ducharne et al. 2000, eq. 15-17), and baseflow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose
from .elementwise import clipped
from .options import ModelOptions
from .parameters import Parameters

_DRY_GUARD = 0.01  # degree of saturation above wilting below which the root zone gives up less
_TURN = 0.01  # root-zone excess, relative to its capacity, at which exchange changes its law


@dataclass(frozen=True)
class Drained:
    """Stores after the exchange, mm.

    Attributes
    ----------
    capac, catdef, rzexc, srfexc : array
        Stores.
    spill : array
        What the full catchment could not hold.
    """

    capac: FloatArray
    catdef: FloatArray
    rzexc: FloatArray
    srfexc: FloatArray
    spill: FloatArray


def drain(
    capac: FloatArray,
    capacity: FloatArray,
    catdef: FloatArray,
    rzexc: FloatArray,
    srfexc: FloatArray,
    *,
    rzeq: FloatArray,
    ar1: FloatArray,
    parameters: Parameters,
    options: ModelOptions,
    dt: float,
) -> Drained:
    """Return the stores after a step of exchange.

    Parameters
    ----------
    capac, capacity : array
        Canopy's store and capacity, mm: what is above it drips into the root zone.
    catdef, rzexc, srfexc, rzeq : array
        Deficit, excesses and equilibrium of the root zone, mm.
    ar1 : array
        Saturated area.
    parameters, options, dt
        Of the columns, of the model, and the step (s).
    """
    p = parameters
    flow = _surface_to_root(rzexc + rzeq, srfexc, ar1, p, options, dt=dt)
    rzexc = rzexc + flow
    srfexc = srfexc - flow
    deep = _root_to_table(rzexc, catdef, p, dt)
    catdef = catdef - deep
    rzexc = rzexc - deep
    drip = np.maximum(capac - capacity, 0.0)
    rzexc = rzexc + drip
    above = np.maximum(rzeq + rzexc - p.vgwmax, 0.0)
    rzexc = choose(above > 0.0, p.vgwmax - rzeq, rzexc)
    catdef = catdef - above
    spill = np.maximum(-catdef, 0.0)
    return Drained(np.minimum(capac, capacity), np.maximum(catdef, 0.0), rzexc, srfexc, spill)


def _surface_to_root(
    root: FloatArray, srfexc: FloatArray, ar1: FloatArray, p: Parameters, options: ModelOptions, *, dt: float
) -> FloatArray:
    """Return the flow from the surface layer down into the root zone of water content `root`, mm."""
    some = ar1 != 1.0
    unsaturated = (root - ar1 * p.vgwmax) / choose(some, 1.0 - ar1, 1.0) * (p.poros / p.vgwmax)
    unsaturated = choose(some, unsaturated, p.poros)
    unsaturated = choose(unsaturated == 0.0, 1e-4, unsaturated)
    rising = srfexc < 0.0
    slope = choose(rising, p.btau * p.poros / unsaturated, p.btau)
    wetness = np.maximum(0.001, unsaturated + srfexc / (1000.0 * slope))
    duration = np.maximum(3600.0 * p.atau / (wetness * wetness * wetness), dt)
    flow = srfexc * dt / duration
    margin = unsaturated / p.poros - p.wpwet
    upward = options.upward_flow * clipped(margin / _DRY_GUARD, 0.0, 1.0)
    return choose(rising, flow * upward, flow)


def _root_to_table(rzexc: FloatArray, catdef: FloatArray, p: Parameters, dt: float) -> FloatArray:
    """Return the flow from the root zone to the water table, mm: rzexc exp(tsa + tsb catdef) an hour."""
    relative = clipped(rzexc / p.vgwmax, -_TURN, _TURN)
    weight = (relative + _TURN) / (2.0 * _TURN)
    a = p.tsa2 + weight * (p.tsa1 - p.tsa2)
    b = p.tsb2 + weight * (p.tsb1 - p.tsb2)
    flow = rzexc * np.exp(a + b * catdef) * (dt / 3600.0)
    return choose(catdef - flow > p.cdcr2, catdef - p.cdcr2, flow)


def baseflow(catdef: FloatArray, frozen: FloatArray, parameters: Parameters, options: ModelOptions) -> FloatArray:
    """Return the baseflow, kg m-2 s-1: K0 exp(-bf3 - nu z) / nu of the water table's depth z (Beven and Kirkby 1979).

    Frozen ground gives less; none once the water table is at bedrock.
    """
    p = parameters
    depth = np.sqrt(1e-20 + catdef / p.bf1) - p.bf2
    flow = (1.0 - frozen) * p.cond * np.exp(-p.bf3 - p.gnu * depth) / p.gnu
    flow = choose(catdef >= p.cdcr1, 0.0, flow)
    if options.baseflow_ceiling == "conductivity":
        return 1000.0 * np.minimum(p.cond, flow)
    ceiling = p.cond if options.baseflow_ceiling == "unscaled" else 1000.0 * p.cond
    return np.minimum(ceiling, 1000.0 * flow)

"""Where evaporated water is taken from: leaves, surface layer, root zone, saturated ground (Koster et al. 2000)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose
from .areas import Areas
from .parameters import Parameters


@dataclass(frozen=True)
class Withdrawal:
    """Stores after evaporation and what came from where, mm.

    Attributes
    ----------
    capac, catdef, rzexc, srfexc : array
        Stores after it.
    interception, soil, vegetation : array
        Evaporated from leaves, from the surface layer and through plants.
    """

    capac: FloatArray
    catdef: FloatArray
    rzexc: FloatArray
    srfexc: FloatArray
    interception: FloatArray
    soil: FloatArray
    vegetation: FloatArray


def available_root_water(rzexc: FloatArray, rzeq: FloatArray, parameters: Parameters) -> FloatArray:
    """Return the root zone's water above the wilting point, mm."""
    return np.maximum(0.0, rzexc + rzeq - parameters.wpwet * parameters.vgwmax)


def ceiling(
    capac: FloatArray, rzexc: FloatArray, srfexc: FloatArray, srfmn: FloatArray, rzeq: FloatArray, *, p: Parameters
) -> FloatArray:
    """Return all water that can evaporate, mm."""
    return capac + available_root_water(rzexc, rzeq, p) + (srfexc - srfmn)


def interception_share(
    evaporation: FloatArray,
    parts: FloatArray,
    canopy: FloatArray,
    soil: FloatArray,
    wet_leaves: FloatArray,
    *,
    aerodynamic: FloatArray,
) -> FloatArray:
    """Return the share of evaporation that comes off leaves; outside 0..1 where the zones' fluxes differ in sign.

    Parameters
    ----------
    evaporation, parts, canopy, soil, aerodynamic : array [3, ..]
        Flux of the zones, their areas, and their resistances.
    wet_leaves : array
        Wet part of the leaves.
    """
    both = canopy * soil / (canopy + soil + 1e-20)
    off_leaves = wet_leaves * (aerodynamic + both) / (aerodynamic + wet_leaves * both)
    flux = parts * evaporation
    leaves = off_leaves * flux
    return (leaves[0] + leaves[1] + leaves[2]) / (flux[0] + flux[1] + flux[2] + 1e-20)


def limit_interception(
    free: FloatArray, share: FloatArray, capac: FloatArray, dt: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return evaporation without snow and the leaves' share of it, no more than leaves hold, and what was cut off.

    Parameters
    ----------
    free, share : array
        Evaporation, kg m-2 s-1, and the leaves' share.
    capac : array
        Canopy's store, mm.
    dt : float
        Step, s.

    Returns
    -------
    free, share, cut : array
        Evaporation and share after it; what was cut off, kg m-2 s-1.
    """
    wanted = share * free * dt
    over = wanted > capac
    cut = choose(over, (wanted - capac) / dt, 0.0)
    free = free - cut
    return free, choose(over, capac / ((free + 1e-20) * dt), share), cut


def withdraw(
    free: FloatArray,
    share: FloatArray,
    capac: FloatArray,
    catdef: FloatArray,
    rzexc: FloatArray,
    *,
    srfexc: FloatArray,
    rzeq: FloatArray,
    areas: Areas,
    canopy: FloatArray,
    soil: FloatArray,
    parameters: Parameters,
    dt: float,
) -> Withdrawal:
    """Take the evaporation `free` (kg m-2 s-1, `share` of it off leaves) out of the stores; dew goes onto leaves.

    `canopy` and `soil` are the zones' resistances [3, ..], which tell how evaporation divides.
    """
    a1, a2, a4 = areas.ar1, areas.ar2, areas.ar4
    conductance = 1.0 / canopy + 1.0 / soil
    saturated = a1 * conductance[0]
    from_saturated = saturated / (saturated + (a2 * conductance[1] + a4 * conductance[2]))
    total = free * dt
    off_leaves = share * total
    ground = total - off_leaves
    beyond = np.maximum(off_leaves - capac, 0.0)
    ground = ground + beyond
    off_leaves = off_leaves - beyond
    root = available_root_water(rzexc, rzeq, parameters)
    surface = srfexc - areas.srfmn
    lack = np.maximum(ground - (root + surface), 0.0)
    off_leaves = choose(lack > 0.0, np.minimum(capac, off_leaves + lack), off_leaves)
    ground = choose(lack > 0.0, root + surface, ground)
    part = canopy / (canopy + soil + 1e-20)
    from_soil = np.minimum(surface, ground * (a1 * part[0] + a2 * part[1] + a4 * part[2]))
    through = ground - from_soil
    short = through > root
    through = choose(short, root, through)
    from_soil = choose(short, ground - root, from_soil)
    dew = free < 0.0
    off_leaves = choose(dew, np.minimum(0.0, total), off_leaves)
    from_soil = choose(dew, 0.0, from_soil)
    through = choose(dew, 0.0, through)
    direct = choose(catdef < parameters.cdcr1, from_saturated, 0.0)
    return Withdrawal(
        np.maximum(0.0, capac - off_leaves),
        catdef + (from_soil + through) * direct,
        rzexc - through * (1.0 - direct),
        srfexc - from_soil * (1.0 - direct),
        off_leaves,
        soil=from_soil,
        vegetation=through,
    )

"""The stores' bounds, and the soil moisture that follows from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from .areas import Areas, partition
from .parameters import Parameters
from .root_zone import WetnessDistribution, distribution, equilibrium_storage

_LEAST_DEFICIT = 1.0  # mm


@dataclass(frozen=True)
class SoilMoisture:
    """Stores within their bounds, and what they hold.

    Attributes
    ----------
    catdef, rzexc, srfexc : array
        Stores, mm.
    areas : Areas
        At these stores.
    created : array
        Water that the bounds added (negative: took away), mm.
    sfmc, rzmc, prmc : array
        Water content of surface layer, root zone and column, m3 m-3.
    spread, rzeq : WetnessDistribution, array
        Of the root zone at the deficit, and its water in equilibrium with it, mm.
    """

    catdef: FloatArray
    rzexc: FloatArray
    srfexc: FloatArray
    areas: Areas
    created: FloatArray
    sfmc: FloatArray
    rzmc: FloatArray
    prmc: FloatArray
    spread: WetnessDistribution
    rzeq: FloatArray


def bounded(catdef: FloatArray, rzexc: FloatArray, srfexc: FloatArray, parameters: Parameters) -> SoilMoisture:
    """Return the stores (mm) brought within their bounds.

    Deficit from 1 mm to its largest; root zone from wilting point to saturation; surface excess as its areas allow.
    The change of the deficit that the original makes in the last of these and then drops is part of `created`.
    """
    p = parameters
    before = rzexc - catdef + srfexc
    catdef = np.maximum(_LEAST_DEFICIT, np.minimum(p.cdcr2, catdef))
    spread = distribution(catdef, p)
    rzeq = equilibrium_storage(catdef, spread, p)
    rzexc = np.maximum(p.wpwet * p.vgwmax - rzeq, np.minimum(p.vgwmax - rzeq, rzexc))
    made = partition(catdef, rzexc, srfexc, spread, p)
    areas, srfexc = made.areas, made.srfexc
    excess = rzexc + srfexc
    return SoilMoisture(
        catdef,
        rzexc,
        srfexc,
        areas,
        (excess - catdef) - before,
        sfmc=p.poros * (areas.ar1 + areas.swsrf2 * areas.ar2 + areas.swsrf4 * areas.ar4),
        rzmc=(rzeq + excess) * p.poros / p.vgwmax,
        prmc=(p.column_storage - catdef + excess) * p.poros / p.column_storage,
        spread=spread,
        rzeq=rzeq,
    )

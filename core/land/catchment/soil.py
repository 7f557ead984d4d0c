"""What a step needs to know of the soil at its beginning: equilibrium of the root zone, and areas."""

from __future__ import annotations

from dataclasses import dataclass

from ...arrays import FloatArray
from ..recording.choice import zeros_like
from .areas import Partition, partition
from .bounds import SoilMoisture
from .parameters import Parameters
from .root_zone import distribution, equilibrium_storage


@dataclass(frozen=True)
class Soil:
    """Equilibrium and areas at a step's beginning: root-zone water in equilibrium (mm), areas and bounded stores."""

    rzeq: FloatArray
    split: Partition


def soil_at(catdef: FloatArray, rzexc: FloatArray, srfexc: FloatArray, parameters: Parameters) -> Soil:
    """Return equilibrium and areas at given stores, mm."""
    spread = distribution(catdef, parameters)
    rzeq = equilibrium_storage(catdef, spread, parameters)
    return Soil(rzeq, partition(catdef, rzexc, srfexc, spread, parameters))


def soil_after(last: SoilMoisture) -> Soil:
    """Return equilibrium and areas at the stores that a step left: within bounds, nothing moves and nothing spills."""
    return Soil(last.rzeq, Partition(last.areas, last.srfexc, last.catdef, zeros_like(last.catdef)))

"""The Catchment land surface model, one process a module."""

from .model import CatchmentModel
from .options import REFERENCE, VARIANTS, ModelOptions
from .parameters import Parameters
from .state import FLUX_NAMES, STATE_NAMES, Fluxes, Forcing, State, cold_start

__all__ = [
    "FLUX_NAMES",
    "REFERENCE",
    "STATE_NAMES",
    "VARIANTS",
    "CatchmentModel",
    "Fluxes",
    "Forcing",
    "ModelOptions",
    "Parameters",
    "State",
    "cold_start",
]

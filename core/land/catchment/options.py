"""Where versions of the Catchment model differ, as one record of options with named presets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ceiling = Literal["conductivity", "unscaled", "millimetres"]


@dataclass(frozen=True)
class ModelOptions:
    """Options of the model; the defaults are LISF's Fortuna 2.5 with GEOS's humidity derivative, closing its budget.

    Attributes
    ----------
    humidity_derivative : bool
        Pass the derivative of saturation humidity to the energy balance, as GEOS does. LIS as shipped passes zero.
    full_cover_snow : float
        Snow water at which snow covers all, mm.
    surface_heat_capacity : float
        J m-2 K-1, of all classes but broadleaf evergreen.
    stress_range, stress_power : float
        Wetness above wilting, relative to the whole range, at which plants do without stress; power of the stress.
    wilting_resistance, saturated_resistance : float
        Soil surface resistance, s m-1.
    upward_flow : float
        Factor on flow from the root zone up to the surface layer.
    baseflow_ceiling : str
        ``conductivity``: K0 before the conversion to mm s-1; ``unscaled``: K0 against mm s-1 (Icarus);
        ``millimetres``: 1000 K0.
    partial_runoff : bool
        Runoff also from the unsaturated and the wilting area, as their surface layer fills.
    closing : bool
        Keep all water: the original divides a rare spill by the step twice and so loses nearly all of it. The exactness
        tests switch this off.
    """

    humidity_derivative: bool = True
    full_cover_snow: float = 26.0
    surface_heat_capacity: float = 200.0
    stress_range: float = 0.333
    stress_power: float = 2.0
    wilting_resistance: float = 500.0
    saturated_resistance: float = 25.0
    upward_flow: float = 1.0
    baseflow_ceiling: Ceiling = "conductivity"
    partial_runoff: bool = True
    closing: bool = True


REFERENCE = ModelOptions(closing=False)
VARIANTS: dict[str, ModelOptions] = {
    "fortuna": ModelOptions(),
    "lis": ModelOptions(humidity_derivative=False, closing=False),
    "icarus": ModelOptions(stress_power=1.0, baseflow_ceiling="unscaled", partial_runoff=False),
    "v24_c05": ModelOptions(
        full_cover_snow=13.0,
        surface_heat_capacity=70000.0,
        stress_range=1.0,
        wilting_resistance=2000.0,
        upward_flow=0.01,
        baseflow_ceiling="millimetres",
        partial_runoff=False,
    ),
    "nrv7_2": ModelOptions(
        full_cover_snow=13.0,
        surface_heat_capacity=70000.0,
        stress_power=1.0,
        upward_flow=0.04,
        baseflow_ceiling="millimetres",
        partial_runoff=False,
    ),
}

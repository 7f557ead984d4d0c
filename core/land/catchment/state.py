"""State, weather and fluxes of the Catchment model: records of arrays [.., tile], named as in the reference files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import stacked
from .constants import FREEZING, GROUND_LAYERS
from .parameters import Parameters

ZONES = ("1", "2", "4")
SNOW_LAYERS = ("1", "2", "3")
_COLD_START_HUMIDITY = 0.002  # kg kg-1
_COLD_START_POROSITY = 0.45


@dataclass(frozen=True)
class State:
    """Everything that the model carries from step to step.

    Attributes
    ----------
    tc1, tc2, tc4 : array
        Temperature of the saturated, unsaturated and wilting zone's surface, K.
    qa1, qa2, qa4 : array
        Humidity of the zones' canopy air, kg kg-1.
    capac, catdef, rzexc, srfexc : array
        Water on leaves, catchment deficit, root-zone excess, surface excess, mm.
    ght1, ght2, ght3, ght4, ght5, ght6 : array
        Heat content of the ground layers, J m-2; 0 for water at 0 C.
    wesn1, wesn2, wesn3 : array
        Water of the snow layers, mm of the whole area.
    htsn1, htsn2, htsn3 : array
        Heat content of the snow layers, J m-2 of the whole area; 0 for water at 0 C.
    sndz1, sndz2, sndz3 : array
        Thickness of the snow layers, m of the covered area.
    """

    tc1: FloatArray
    tc2: FloatArray
    tc4: FloatArray
    qa1: FloatArray
    qa2: FloatArray
    qa4: FloatArray
    capac: FloatArray
    catdef: FloatArray
    rzexc: FloatArray
    srfexc: FloatArray
    ght1: FloatArray
    ght2: FloatArray
    ght3: FloatArray
    ght4: FloatArray
    ght5: FloatArray
    ght6: FloatArray
    wesn1: FloatArray
    wesn2: FloatArray
    wesn3: FloatArray
    htsn1: FloatArray
    htsn2: FloatArray
    htsn3: FloatArray
    sndz1: FloatArray
    sndz2: FloatArray
    sndz3: FloatArray

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> State:
        """Return the state kept under the fields' names in a mapping."""
        return cls(**{name: np.asarray(values[name], dtype=np.float64) for name in STATE_NAMES})

    def as_dict(self) -> dict[str, FloatArray]:
        """Return the arrays by name."""
        return {name: getattr(self, name) for name in STATE_NAMES}

    def stacked(self, prefix: str) -> FloatArray:
        """Return the zones or layers of ``tc``, ``qa``, ``ght``, ``wesn``, ``htsn`` or ``sndz`` as one array."""
        return stacked(*(getattr(self, name) for name in GROUPS[prefix]))

    @property
    def snow_water(self) -> FloatArray:
        """Water of all snow layers, mm."""
        return self.wesn1 + self.wesn2 + self.wesn3

    def tws(self, parameters: Parameters) -> FloatArray:
        """Return the terrestrial water storage of the column, mm."""
        soil = parameters.column_storage - self.catdef + self.rzexc + self.srfexc
        return soil + self.capac + self.snow_water


STATE_NAMES = tuple(field.name for field in fields(State))
GROUPS = {
    prefix: tuple(name for name in STATE_NAMES if name.startswith(prefix))
    for prefix in ("tc", "qa", "ght", "wesn", "htsn", "sndz")
}


def cold_start(
    parameters: Parameters, temperature: float, moisture: FloatArray | float, members: tuple[int, ...] = ()
) -> State:
    """Return a state without snow at one temperature and soil moisture, to spin up from.

    Parameters
    ----------
    parameters : Parameters
        Of the tiles.
    temperature : float
        Of surface and ground, K.
    moisture : float or array [tile]
        Water content of the soil, m3 m-3.
    members : tuple of int
        Leading dimensions.
    """
    shape = (*members, parameters.tiles)
    values = {name: np.zeros(shape) for name in STATE_NAMES}
    for name in GROUPS["tc"]:
        values[name] = np.full(shape, float(temperature))
    for name in GROUPS["qa"]:
        values[name] = np.full(shape, _COLD_START_HUMIDITY)
    deficit = np.maximum(parameters.poros - moisture, 0.05) * parameters.dzpr
    values["catdef"] = np.broadcast_to(deficit, shape).copy()
    for name, thickness in zip(GROUPS["ght"], GROUND_LAYERS):
        rock = 2.4e6 * (1.0 - _COLD_START_POROSITY) * thickness
        water = 0.5 * _COLD_START_POROSITY * thickness * 4.185e6
        values[name] = np.full(shape, (temperature - FREEZING) * (rock + water))
    return State(**values)


@dataclass(frozen=True)
class Forcing:
    """Weather of one step: arrays [.., tile] or numbers, named as in the reference files.

    Attributes
    ----------
    Tair, Qair, Psurf, Wind : array
        K, kg kg-1, Pa and m s-1 at the height `RefH` (m).
    Rainf, Snowf, Rainf_C : array
        All rain, snow, and the convective part of the rain, kg m-2 s-1.
    LWdown, SWdown : array
        W m-2.
    coszen : array
        Cosine of the sun's zenith angle.
    w1, mo1, mo2 : float and int
        Weight of month `mo1` (1 to 12) against `mo2` in leaf area, greenness and albedo.
    swnetf, swnets : array, optional
        Net short wave of the snow-free and the snow-covered part, W m-2; from the albedo where None.
    PARdir, PARdif : array, optional
        Direct and diffuse photosynthetically active radiation, W m-2; a quarter of `SWdown` each where None.
    """

    Tair: FloatArray
    Qair: FloatArray
    Psurf: FloatArray
    Rainf: FloatArray
    Snowf: FloatArray
    LWdown: FloatArray
    SWdown: FloatArray
    Wind: FloatArray
    coszen: FloatArray
    w1: float
    mo1: int
    mo2: int
    Rainf_C: FloatArray | float = 0.0
    RefH: FloatArray | float = 10.0
    swnetf: FloatArray | None = None
    swnets: FloatArray | None = None
    PARdir: FloatArray | None = None
    PARdif: FloatArray | None = None

    def monthly(self, values: FloatArray) -> FloatArray:
        """Return values [12, ..] at the time of the step."""
        return self.w1 * values[int(self.mo1) - 1] + (1.0 - self.w1) * values[int(self.mo2) - 1]


@dataclass(frozen=True)
class Fluxes:
    """What one step gave off, and what the columns are like after it; names as in the reference files.

    Attributes
    ----------
    tws : array
        Terrestrial water storage, mm.
    ar1, ar2, asnow : array
        Saturated and unsaturated area, and area under snow.
    sfmc, rzmc, prmc : array
        Water content of surface layer, root zone and column, m3 m-3.
    tsurf, tpsn1 : array
        Mean surface temperature, and that of the snow's surface (`tsurf` where there is none), K.
    tp1, tp2, tp3, tp4, tp5, tp6 : array
        Temperatures of the ground layers, deg C.
    shflux, lhflux, ghflux : array
        Sensible and latent heat upwards, heat into the ground, W m-2.
    evap : array
        kg m-2 s-1.
    eint, esoi, eveg, esno : array
        Latent heat of evaporation off leaves, soil, through plants and off snow, W m-2.
    runoff, runsrf, bflow, qinfil, snmelt : array
        All runoff, its surface part and its baseflow, infiltration, outflow of the snow, kg m-2 s-1.
    lwup, swup, swland : array
        Upward long and short wave, net short wave, W m-2.
    rzeq : array
        Root-zone water in equilibrium, mm.
    lai, green : array
        Leaf area index and greenness of the step.
    ra1, ra2, ra4, ras : array
        Aerodynamic resistance of the zones and of snow, s m-1.
    uuu : array
        Wind at the canopy's top, m s-1.
    swnetf, swnets : array
        Net short wave of the snow-free and the snow-covered part, W m-2.
    water_residual : array
        Change of storage less what came and went, mm of the step.
    energy_residual : array
        What came less what went and what was stored, W m-2.
    """

    tws: FloatArray
    ar1: FloatArray
    ar2: FloatArray
    asnow: FloatArray
    sfmc: FloatArray
    rzmc: FloatArray
    prmc: FloatArray
    tsurf: FloatArray
    tpsn1: FloatArray
    tp1: FloatArray
    tp2: FloatArray
    tp3: FloatArray
    tp4: FloatArray
    tp5: FloatArray
    tp6: FloatArray
    shflux: FloatArray
    lhflux: FloatArray
    ghflux: FloatArray
    evap: FloatArray
    eint: FloatArray
    esoi: FloatArray
    eveg: FloatArray
    esno: FloatArray
    runoff: FloatArray
    runsrf: FloatArray
    bflow: FloatArray
    qinfil: FloatArray
    snmelt: FloatArray
    lwup: FloatArray
    swup: FloatArray
    swland: FloatArray
    rzeq: FloatArray
    lai: FloatArray
    green: FloatArray
    ra1: FloatArray
    ra2: FloatArray
    ra4: FloatArray
    ras: FloatArray
    uuu: FloatArray
    swnetf: FloatArray
    swnets: FloatArray
    water_residual: FloatArray
    energy_residual: FloatArray


FLUX_NAMES = tuple(field.name for field in fields(Fluxes))

"""What the halves of a step hand on, and what a step gives: state and fluxes."""

from __future__ import annotations

from dataclasses import dataclass

from ...arrays import FloatArray
from ..recording.choice import choose
from .areas import Areas, Partition
from .bounds import SoilMoisture
from .budget import energy_residual, water_residual
from .constants import FREEZING, SUBLIMATION_HEAT, VAPORIZATION_HEAT
from .evaporation import Withdrawal
from .ground_heat import GroundProfile
from .parameters import Parameters
from .snow_cover import CoveredStep
from .state import GROUPS, Fluxes, Forcing, State
from .surroundings import Surroundings
from .zones import ZoneStep


@dataclass(frozen=True)
class Advanced:
    """What a step gives: state, mean fluxes, stores within bounds, and the ground's temperature and frozen part."""

    state: State
    fluxes: Fluxes
    moisture: SoilMoisture
    ground: tuple[FloatArray, FloatArray]


@dataclass(frozen=True)
class Start:
    """What the first half of a step hands to the second."""

    state: State
    forcing: Forcing
    around: Surroundings
    split: Partition
    rzeq: FloatArray
    temperature: FloatArray
    profile: GroundProfile
    zones: ZoneStep
    covered: CoveredStep
    capacity: FloatArray


@dataclass(frozen=True)
class Ground:
    """Heat content, temperature (deg C) and frozen part of the ground after a step, each [6, ..], and its mean."""

    heat: FloatArray
    temperature: FloatArray
    ice: FloatArray
    frozen: FloatArray


@dataclass(frozen=True)
class Water:
    """Result of the second half: stores, fluxes, and the energy that corrections took."""

    capac: FloatArray
    moisture: SoilMoisture
    withdrawal: Withdrawal
    soil: FloatArray
    vegetation: FloatArray
    cut: FloatArray
    created: FloatArray
    free: FloatArray
    surface: FloatArray
    base: FloatArray
    total: FloatArray
    infiltration: FloatArray
    rzeq: FloatArray


def moving_areas(start: Start, new: Areas) -> FloatArray:
    """Return the heat that areas gain as they grow into others, J m-2."""
    old, temperature = start.split.areas, start.covered.temperature
    change = (
        (new.ar1 - old.ar1) * temperature[0]
        + (new.ar2 - old.ar2) * temperature[1]
        + (new.ar4 - old.ar4) * temperature[2]
    )
    return start.capacity * change


def fluxes_of(
    start: Start,
    ground: Ground,
    water: Water,
    state: State,
    corrected: tuple[FloatArray, FloatArray, FloatArray],
    *,
    parameters: Parameters,
    dt: float,
) -> Fluxes:
    """Return the mean fluxes of a step; `corrected`: evaporation, latent and sensible heat."""
    around, covered, areas, f = start.around, start.covered, water.moisture.areas, start.forcing
    evaporation, latent, sensible = corrected
    a = around.cover
    net = (1.0 - a) * around.net_free + a * around.net_snow
    temperature = covered.temperature
    bare = areas.ar1 * temperature[0] + areas.ar2 * temperature[1] + areas.ar4 * temperature[2]
    snow_top = FREEZING + covered.top_temperature
    surface = (1.0 - a) * bare + a * snow_top
    to_heat = VAPORIZATION_HEAT / dt
    tws = state.tws(parameters)
    gained = tws - start.state.tws(parameters)
    saturated, unsaturated = _reported_areas(areas)
    layers = {f"tp{layer + 1}": ground.temperature[layer] for layer in range(6)}
    aerodynamic = start.zones.aerodynamic
    return Fluxes(
        tws=tws,
        ar1=saturated,
        ar2=unsaturated,
        asnow=covered.cover,
        sfmc=water.moisture.sfmc,
        rzmc=water.moisture.rzmc,
        prmc=water.moisture.prmc,
        tsurf=surface,
        tpsn1=choose(a == 0.0, surface, snow_top),
        **layers,
        shflux=sensible,
        lhflux=latent,
        ghflux=covered.ground,
        evap=evaporation,
        eint=water.withdrawal.interception * to_heat,
        esoi=water.soil * to_heat,
        eveg=water.vegetation * to_heat,
        esno=covered.sublimation * SUBLIMATION_HEAT,
        runoff=water.total,
        runsrf=water.surface,
        bflow=water.base,
        qinfil=water.infiltration,
        snmelt=covered.outflow,
        lwup=covered.emission,
        swup=f.SWdown - net,
        swland=net,
        rzeq=water.rzeq,
        lai=around.lai,
        green=around.greenness,
        ra1=aerodynamic[0],
        ra2=aerodynamic[1],
        ra4=aerodynamic[2],
        ras=start.zones.snow.fluxes.resistance,
        uuu=around.top_wind,
        swnetf=around.net_free,
        swnets=around.net_snow,
        water_residual=water_residual(gained, f, evaporation, water.total, dt),
        energy_residual=energy_residual(
            start.state,
            state,
            start.split.areas,
            areas,
            f,
            net_short_wave=net,
            covered=covered,
            latent=latent,
            sensible=sensible,
            capacity=start.capacity,
            dt=dt,
        ),
    )


def _reported_areas(areas: Areas) -> tuple[FloatArray, FloatArray]:
    """Return the saturated and unsaturated area, together at most 1."""
    over = areas.ar1 + areas.ar2 > 1.0
    larger = areas.ar1 >= areas.ar2
    return (
        choose(over & ~larger, 1.0 - areas.ar2, areas.ar1),
        choose(over & larger, 1.0 - areas.ar1, areas.ar2),
    )


def state_of(start: Start, ground: Ground, water: Water) -> State:
    """Return the state that the halves of a step have come to."""
    values = {
        "capac": water.capac,
        "catdef": water.moisture.catdef,
        "rzexc": water.moisture.rzexc,
        "srfexc": water.moisture.srfexc,
    }
    covered = start.covered
    stacks = {
        "tc": covered.temperature,
        "qa": start.zones.humidity,
        "ght": ground.heat,
        "wesn": covered.water,
        "htsn": covered.heat,
        "sndz": covered.depth,
    }
    for prefix, stack in stacks.items():
        values.update(zip(GROUPS[prefix], stack))
    return State(**values)

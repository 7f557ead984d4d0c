"""The Catchment land surface model: one step of all its processes, in the order of the original.

Koster et al. (2000), Ducharne et al. (2000); an independent implementation from the published equations, verified
against numbers of NASA LISF's Fortuna 2.5.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from .areas import Areas, Partition, partition
from .bounds import SoilMoisture, bounded
from .budget import energy_residual, water_residual
from .constants import FREEZING, SUBLIMATION_HEAT, VAPORIZATION_HEAT
from .drainage import baseflow, drain
from .elementwise import stacked
from .evaporation import Withdrawal, ceiling, interception_share, limit_interception, withdraw
from .ground_heat import GroundProfile, diffuse, frozen_part, ground_profile, surface_ground_flux, temperature_and_ice
from .interception import intercept
from .options import ModelOptions
from .parameters import Parameters
from .root_zone import distribution, equilibrium_storage
from .runoff import surface_runoff
from .snow_cover import CoveredStep, add_snow
from .state import GROUPS, Fluxes, Forcing, State
from .surroundings import Surroundings, surroundings
from .zones import ZoneStep, solve_zones

_NEARLY_DRY_LEAVES = 1e-10  # mm


@dataclass(frozen=True)
class _Start:
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
class _Ground:
    heat: FloatArray
    temperature: FloatArray
    frozen: FloatArray


@dataclass(frozen=True)
class _Water:
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


class CatchmentModel:
    """The model of columns with given parameters.

    Parameters
    ----------
    parameters : Parameters
        Of the tiles, [tile].
    options : ModelOptions
        Which version of the model.

    Examples
    --------
    ::

        model = CatchmentModel(parameters)
        state = cold_start(parameters, temperature=283.0, moisture=0.3)
        for weather in year:
            state, fluxes = model.step(state, weather, 1800.0)
    """

    def __init__(self, parameters: Parameters, options: ModelOptions | None = None) -> None:
        self.parameters = parameters
        self.options = ModelOptions() if options is None else options
        self._capacity = parameters.heat_capacity(self.options.surface_heat_capacity)
        self._last: SoilMoisture | None = None

    def step(self, state: State, forcing: Forcing, dt: float) -> tuple[State, Fluxes]:
        """Return the state after a step and the step's mean fluxes.

        Parameters
        ----------
        state : State
            Arrays [.., tile]; leading dimensions (members) are free.
        forcing : Forcing
            Weather of the step, in arrays that broadcast to the state's.
        dt : float
            Step, s: 900 to 1800; infiltration depends on it.
        """
        with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
            start = self._surface(state, forcing, dt)
            ground = self._ground(start, dt)
            water = self._water(start, ground, dt)
            return self._result(start, ground, water, dt)

    def _surface(self, state: State, forcing: Forcing, dt: float) -> _Start:
        """Energy: the zones, the snow, and both together."""
        p, options = self.parameters, self.options
        around = surroundings(state, forcing, p, options)
        rzeq, split = self._soil_at(state)
        largest = ceiling(state.capac, state.rzexc, split.srfexc, split.areas.srfmn, rzeq, p=p) / dt
        profile = ground_profile(state.stacked("ght"), split.catdef, p.poros, p.bf1, p.bf2)
        flux = surface_ground_flux(profile, state.tc1, state.tc2, state.tc4)
        temperature = state.stacked("tc")
        zones = solve_zones(
            temperature,
            state.stacked("qa"),
            split.areas,
            flux,
            largest,
            around=around,
            forcing=forcing,
            parameters=p,
            options=options,
            dt=dt,
        )
        covered = add_snow(
            state,
            temperature,
            split.areas,
            flux,
            zones,
            around=around,
            forcing=forcing,
            capacity=self._capacity,
            options=options,
            dt=dt,
        )
        return _Start(
            state,
            forcing,
            around,
            split,
            rzeq,
            temperature=temperature,
            profile=profile,
            zones=zones,
            covered=covered,
            capacity=self._capacity,
        )

    def _soil_at(self, state: State) -> tuple[FloatArray, Partition]:
        """Return equilibrium storage and areas at a state; those of the last step's end where nothing has changed."""
        last = self._last
        if last is not None and (
            state.catdef is last.catdef and state.rzexc is last.rzexc and state.srfexc is last.srfexc
        ):
            # The stores are within their bounds already: nothing moves and nothing spills.
            return last.rzeq, Partition(last.areas, last.srfexc, last.catdef, np.zeros_like(last.catdef))
        spread = distribution(state.catdef, self.parameters)
        rzeq = equilibrium_storage(state.catdef, spread, self.parameters)
        return rzeq, partition(state.catdef, state.rzexc, state.srfexc, spread, self.parameters)

    def _ground(self, start: _Start, dt: float) -> _Ground:
        heat = diffuse(start.state.stacked("ght"), start.profile, start.covered.ground, dt)
        temperature, ice = temperature_and_ice(heat, self.parameters.poros)
        return _Ground(heat, temperature, frozen_part(ice, start.profile.water_table))

    def _water(self, start: _Start, ground: _Ground, dt: float) -> _Water:
        """Water: evaporation out of the stores, drainage, rain, runoff, bounds."""
        p, options = self.parameters, self.options
        areas, zones, f, around = start.split.areas, start.zones, start.forcing, start.around
        parts = stacked(areas.ar1, areas.ar2, areas.ar4)
        resistance = zones.resistance
        share = interception_share(
            zones.balance.evaporation,
            parts,
            resistance.canopy,
            resistance.soil,
            around.wet_leaves,
            aerodynamic=zones.aerodynamic,
        )
        free, share, cut = limit_interception(start.covered.free_evaporation, share, start.state.capac, dt)
        taken = withdraw(
            free,
            share,
            start.state.capac,
            start.split.catdef,
            start.state.rzexc,
            srfexc=start.split.srfexc,
            rzeq=start.rzeq,
            areas=areas,
            canopy=resistance.canopy,
            soil=resistance.soil,
            parameters=p,
            dt=dt,
        )
        drained = drain(
            taken.capac,
            around.leaf_capacity,
            taken.catdef,
            taken.rzexc,
            taken.srfexc,
            rzeq=start.rzeq,
            ar1=areas.ar1,
            parameters=p,
            options=options,
            dt=dt,
        )
        base = baseflow(drained.catdef, ground.frozen, p, options)
        catdef = drained.catdef + base * dt
        bare = 1.0 - around.cover
        convective = np.asarray(f.Rainf_C)
        large_scale = (f.Rainf - convective) * bare * dt + start.covered.outflow * dt
        capac, through = intercept(drained.capac, around.leaf_capacity, large_scale, convective * bare * dt)
        run, srfexc = surface_runoff(through, drained.srfexc, areas, options)
        surface = self._runoff_rate(start.split.spill, drained.spill + run, dt)
        rzeq = equilibrium_storage(catdef, distribution(catdef, p), p)
        half = 0.5 * (start.rzeq - rzeq)
        catdef = catdef + half
        surface = surface + np.maximum(-catdef, 0.0) / dt
        moisture = bounded(np.maximum(catdef, 0.0), drained.rzexc + half, srfexc, p)
        self._last = moisture
        return self._close(
            taken,
            moisture,
            capac,
            cut,
            free,
            surface=surface,
            base=base,
            infiltration=(through - run) / dt,
            rzeq=rzeq,
            dt=dt,
        )

    def _runoff_rate(self, first_spill: FloatArray, rest: FloatArray, dt: float) -> FloatArray:
        """Return runoff as a rate; the original divides the first spill by the step twice."""
        if self.options.closing:
            return (first_spill + rest) / dt
        return (first_spill / dt + rest) / dt

    def _close(
        self,
        taken: Withdrawal,
        moisture: SoilMoisture,
        capac: FloatArray,
        cut: FloatArray,
        free: FloatArray,
        *,
        surface: FloatArray,
        base: FloatArray,
        infiltration: FloatArray,
        rzeq: FloatArray,
        dt: float,
    ) -> _Water:
        """Give water that the bounds took away to runoff, and take what they added from evaporation."""
        created = np.maximum(moisture.created, 0.0)
        surface = surface + np.maximum(-moisture.created, 0.0) / dt
        of_plants = taken.vegetation / (taken.vegetation + taken.soil + 1e-20)
        dry = capac < _NEARLY_DRY_LEAVES
        total = surface + base + np.where(dry, capac / dt, 0.0)
        return _Water(
            np.where(dry, 0.0, capac),
            moisture,
            taken,
            taken.soil - created * (1.0 - of_plants),
            taken.vegetation - created * of_plants,
            cut=cut,
            created=created / dt,
            free=free,
            surface=surface,
            base=base,
            total=total,
            infiltration=infiltration,
            rzeq=rzeq,
        )

    def _result(self, start: _Start, ground: _Ground, water: _Water, dt: float) -> tuple[State, Fluxes]:
        state = _state(start, ground, water)
        evaporation = water.free + start.covered.sublimation - water.created
        lost = VAPORIZATION_HEAT * (water.cut + water.created)
        moved = self._moving_areas(start, water.moisture.areas)
        sensible = start.covered.sensible + lost - moved / dt
        latent = start.covered.latent - lost
        fluxes = self._fluxes(start, ground, water, state, (evaporation, latent, sensible), dt=dt)
        return state, fluxes

    def _moving_areas(self, start: _Start, new: Areas) -> FloatArray:
        """Return the heat that areas gain as they grow into others, J m-2."""
        old, temperature = start.split.areas, start.covered.temperature
        change = (
            (new.ar1 - old.ar1) * temperature[0]
            + (new.ar2 - old.ar2) * temperature[1]
            + (new.ar4 - old.ar4) * temperature[2]
        )
        return self._capacity * change

    def _fluxes(
        self,
        start: _Start,
        ground: _Ground,
        water: _Water,
        state: State,
        corrected: tuple[FloatArray, FloatArray, FloatArray],
        *,
        dt: float,
    ) -> Fluxes:
        around, covered, areas, f = start.around, start.covered, water.moisture.areas, start.forcing
        evaporation, latent, sensible = corrected
        a = around.cover
        net = (1.0 - a) * around.net_free + a * around.net_snow
        temperature = covered.temperature
        bare = areas.ar1 * temperature[0] + areas.ar2 * temperature[1] + areas.ar4 * temperature[2]
        snow_top = FREEZING + covered.top_temperature
        surface = (1.0 - a) * bare + a * snow_top
        to_heat = VAPORIZATION_HEAT / dt
        tws = state.tws(self.parameters)
        gained = tws - start.state.tws(self.parameters)
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
            tpsn1=np.where(a == 0.0, surface, snow_top),
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
                capacity=self._capacity,
                dt=dt,
            ),
        )


def _reported_areas(areas: Areas) -> tuple[FloatArray, FloatArray]:
    """Return the saturated and unsaturated area, together at most 1."""
    over = areas.ar1 + areas.ar2 > 1.0
    larger = areas.ar1 >= areas.ar2
    return (
        np.where(over & ~larger, 1.0 - areas.ar2, areas.ar1),
        np.where(over & larger, 1.0 - areas.ar1, areas.ar2),
    )


def _state(start: _Start, ground: _Ground, water: _Water) -> State:
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

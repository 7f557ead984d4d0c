"""The Catchment land surface model: one step of all its processes, in the order of the original.

Koster et al. (2000), Ducharne et al. (2000); an independent implementation from the published equations, verified
against numbers of NASA LISF's Fortuna 2.5.
"""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ..recording.choice import choose, stacked
from .bounds import SoilMoisture, bounded
from .constants import VAPORIZATION_HEAT
from .drainage import baseflow, drain
from .evaporation import Withdrawal, ceiling, interception_share, limit_interception, withdraw
from .ground_heat import diffuse, frozen_part, ground_profile, surface_ground_flux, temperature_and_ice
from .interception import intercept
from .options import ModelOptions
from .parameters import Parameters
from .root_zone import distribution, equilibrium_storage
from .runoff import surface_runoff
from .snow_cover import add_snow
from .soil import Soil, soil_after, soil_at
from .state import Fluxes, Forcing, State
from .step_result import Advanced, Ground, Start, Water, fluxes_of, moving_areas, state_of
from .surroundings import Season, season_of, surroundings
from .zones import solve_zones

_NEARLY_DRY_LEAVES = 1e-10  # mm


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
            last = self._last
            if last is not None and (
                state.catdef is last.catdef and state.rzexc is last.rzexc and state.srfexc is last.srfexc
            ):
                soil = soil_after(last)
            else:
                soil = soil_at(state.catdef, state.rzexc, state.srfexc, self.parameters)
            ground = temperature_and_ice(state.stacked("ght"), self.parameters.poros)
            made = self.advance(state, soil, ground, forcing, season_of(forcing, self.parameters), dt=dt)
            self._last = made.moisture
            return made.state, made.fluxes

    def advance(
        self,
        state: State,
        soil: Soil,
        ground: tuple[FloatArray, FloatArray],
        forcing: Forcing,
        season: Season,
        *,
        dt: float,
    ) -> Advanced:
        """Return a step from a state whose equilibrium and areas are known; on arrays or on their stand-ins.

        Parameters
        ----------
        state, soil : State, Soil
            At the beginning.
        ground : pair of array [6, ..]
            Temperature (deg C) and frozen part of the ground at the beginning.
        forcing, season, dt
            Weather and vegetation of the step, and its length (s).
        """
        start = self._surface(state, soil, ground, forcing, season, dt=dt)
        warmed = self._ground(start, dt)
        water = self._water(start, warmed, dt)
        return self._result(start, warmed, water, dt)

    def _surface(
        self,
        state: State,
        soil: Soil,
        ground: tuple[FloatArray, FloatArray],
        forcing: Forcing,
        season: Season,
        *,
        dt: float,
    ) -> Start:
        """Energy: the zones, the snow, and both together."""
        p, options = self.parameters, self.options
        around = surroundings(state, forcing, season, p, options)
        rzeq, split = soil.rzeq, soil.split
        largest = ceiling(state.capac, state.rzexc, split.srfexc, split.areas.srfmn, rzeq, p=p) / dt
        profile = ground_profile(*ground, split.catdef, p.poros, p.bf1, bf2=p.bf2)
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
        return Start(
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

    def _ground(self, start: Start, dt: float) -> Ground:
        heat = diffuse(start.state.stacked("ght"), start.profile, start.covered.ground, dt)
        temperature, ice = temperature_and_ice(heat, self.parameters.poros)
        return Ground(heat, temperature, ice, frozen_part(ice, start.profile.water_table))

    def _water(self, start: Start, ground: Ground, dt: float) -> Water:
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
        convective = f.Rainf_C
        large_scale = (f.Rainf - convective) * bare * dt + start.covered.outflow * dt
        capac, through = intercept(drained.capac, around.leaf_capacity, large_scale, convective * bare * dt)
        run, srfexc = surface_runoff(through, drained.srfexc, areas, options)
        surface = self._runoff_rate(start.split.spill, drained.spill + run, dt)
        rzeq = equilibrium_storage(catdef, distribution(catdef, p), p)
        half = 0.5 * (start.rzeq - rzeq)
        catdef = catdef + half
        surface = surface + np.maximum(-catdef, 0.0) / dt
        moisture = bounded(np.maximum(catdef, 0.0), drained.rzexc + half, srfexc, p)
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
    ) -> Water:
        """Give water that the bounds took away to runoff, and take what they added from evaporation."""
        created = np.maximum(moisture.created, 0.0)
        surface = surface + np.maximum(-moisture.created, 0.0) / dt
        of_plants = taken.vegetation / (taken.vegetation + taken.soil + 1e-20)
        dry = capac < _NEARLY_DRY_LEAVES
        total = surface + base + choose(dry, capac / dt, 0.0)
        return Water(
            choose(dry, 0.0, capac),
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

    def _result(self, start: Start, ground: Ground, water: Water, dt: float) -> Advanced:
        state = state_of(start, ground, water)
        evaporation = water.free + start.covered.sublimation - water.created
        lost = VAPORIZATION_HEAT * (water.cut + water.created)
        moved = moving_areas(start, water.moisture.areas)
        sensible = start.covered.sensible + lost - moved / dt
        latent = start.covered.latent - lost
        fluxes = fluxes_of(
            start, ground, water, state, (evaporation, latent, sensible), parameters=self.parameters, dt=dt
        )
        return Advanced(state, fluxes, water.moisture, (ground.temperature, ground.ice))

"""A day of an ensemble of columns: the unit of work that goes to a thread or to another machine."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray
from .catchment import CatchmentModel, Fluxes, Forcing, ModelOptions, Parameters, State
from .catchment.state import GROUPS
from .perturbations import FORCING_NAMES, PerturbationSettings, perturbation
from .weather import Values

COMPONENTS = (
    "catchment_deficit",
    "root_zone_excess",
    "surface_excess",
    "snow_water_equivalent",
    "canopy_storage",
    "soil_moisture",
    "groundwater",
)
FLUXES = ("precipitation", "evaporation", "runoff", "baseflow")


@dataclass(frozen=True)
class DayInput:
    """Everything that a day of some columns needs.

    Attributes
    ----------
    parameters : Parameters
        Of the columns.
    options : ModelOptions
        Of the model.
    state : State
        [row, tile]: the members, and the unperturbed run as the last row where there are perturbations.
    weather : dict
        [step, tile], with ``coszen``.
    months : tuple
        For each step weight, first and second month.
    height : float or array [tile]
        Of the weather, m.
    dt : float
        Step, s.
    settings : PerturbationSettings
        Perturbations.
    fields : array [moment, field, member, tile], optional
        Standard normal fields that bracket the steps; None without perturbations.
    positions : array [step]
        Where the steps' middles lie among the moments.
    """

    parameters: Parameters
    options: ModelOptions
    state: State
    weather: Values
    months: tuple[tuple[float, int, int], ...]
    height: float | FloatArray
    dt: float
    settings: PerturbationSettings
    fields: FloatArray | None
    positions: FloatArray


@dataclass(frozen=True)
class DayResult:
    """What a day gave.

    Attributes
    ----------
    state : State
        At its end.
    tws : array [row, tile]
        Mean storage of the day, mm.
    components : dict of array [tile]
        Mean of the day and of the members, mm.
    fluxes : dict of array [tile]
        Sum of the day, mean of the members, mm.
    gained, perturbed : array [row, tile]
        Precipitation less evaporation and runoff of the day, and the water that the perturbations of the states added,
        mm: together the change of storage.
    water_residual : float
        Largest of a step, mm.
    energy_residual, snow_energy_residual : float
        Largest of a step without snow, and mean absolute one of steps with snow, W m-2.
    """

    state: State
    tws: FloatArray
    components: Values
    fluxes: Values
    gained: FloatArray
    perturbed: FloatArray
    water_residual: float
    energy_residual: float
    snow_energy_residual: float


def run_day(day: DayInput) -> DayResult:
    """Return the columns after a day."""
    model = CatchmentModel(day.parameters, day.options)
    state, steps = day.state, len(day.months)
    tws, gained, perturbed = np.zeros((3, *state.catdef.shape))
    tiles = state.catdef.shape[-1]
    components = {name: np.zeros(tiles) for name in COMPONENTS}
    sums = {name: np.zeros(tiles) for name in FLUXES}
    water = free_energy = snow_energy = 0.0
    snowy = 0
    for step in range(steps):
        forcing = _perturbed_weather(day, step)
        had_snow = state.snow_water > 0.0
        state, fluxes = model.step(state, forcing, day.dt)
        water = max(water, float(np.abs(fluxes.water_residual).max()))
        residual = np.abs(fluxes.energy_residual)
        white = had_snow | (state.snow_water > 0.0)
        free_energy = max(free_energy, float(np.where(white, 0.0, residual).max()))
        snow_energy += float(np.where(white, residual, 0.0).sum())
        snowy += int(white.sum())
        gained += (forcing.Rainf + forcing.Snowf - fluxes.evap - fluxes.runoff) * day.dt
        state = _perturbed_state(day, state, step)
        storage = state.tws(day.parameters)
        perturbed += storage - fluxes.tws
        tws += storage
        _add_components(components, state, fluxes, day)
        _add_fluxes(sums, forcing, fluxes, day)
    return DayResult(
        state,
        tws / steps,
        {name: value / steps for name, value in components.items()},
        sums,
        gained,
        perturbed=perturbed,
        water_residual=water,
        energy_residual=free_energy,
        snow_energy_residual=snow_energy / max(snowy, 1),
    )


def _fields_at(day: DayInput, step: int) -> dict[str, FloatArray]:
    """Return the standard fields [member, tile] by variable, linear between moments."""
    if day.fields is None:
        return {}
    position = day.positions[step]
    lower = min(int(position), day.fields.shape[0] - 2)
    weight = position - lower
    between = day.fields[lower] * (1.0 - weight) + day.fields[lower + 1] * weight
    return {field.variable: between[number] for number, field in enumerate(day.settings.fields)}


def _with_control(values: FloatArray, neutral: float) -> FloatArray:
    """Append the unperturbed run to perturbations [member, tile]."""
    return np.concatenate([values, np.full((1, values.shape[1]), neutral)])


def _perturbed_weather(day: DayInput, step: int) -> Forcing:
    values = {name: array[step] for name, array in day.weather.items()}
    standard = _fields_at(day, step)
    known = {field.variable: field for field in day.settings.fields if field.variable in FORCING_NAMES}
    for variable, field in known.items():
        change = perturbation(field, standard[variable])
        factor = field.kind == "lognormal"
        change = _with_control(change, 1.0 if factor else 0.0)
        for name in ("Rainf", "Rainf_C", "Snowf") if variable == "Precip" else (variable,):
            values[name] = np.maximum(values[name] * change if factor else values[name] + change, 0.0)
        if variable == "SWdown":
            # No brighter than the top of the atmosphere, unless the weather itself is.
            sunlight = np.maximum(1361.0 * values["coszen"], day.weather["SWdown"][step])
            values["SWdown"] = np.minimum(values["SWdown"], sunlight)
    weight, first, second = day.months[step]
    return Forcing(**values, w1=weight, mo1=first, mo2=second, RefH=day.height)


def _perturbed_state(day: DayInput, state: State, step: int) -> State:
    standard = _fields_at(day, step)
    hours = day.dt / 3600.0
    changed: dict[str, FloatArray] = {}
    for field in day.settings.fields:
        if field.variable in FORCING_NAMES or day.fields is None:
            continue
        change = perturbation(field, standard[field.variable], hours)
        change = _with_control(change, 1.0 if field.kind == "lognormal" else 0.0)
        names = (*GROUPS["wesn"], *GROUPS["htsn"], *GROUPS["sndz"]) if field.variable == "snow" else (field.variable,)
        for name in names:
            old = getattr(state, name)
            changed[name] = old * change if field.kind == "lognormal" else old + change
    return replace(state, **changed) if changed else state


def _members(values: FloatArray, day: DayInput) -> FloatArray:
    """Return the mean over the members, without the unperturbed run, [tile]."""
    own = values[:-1] if day.fields is not None else values
    return own.mean(axis=0)


def _add_components(total: Values, state: State, fluxes: Fluxes, day: DayInput) -> None:
    p = day.parameters
    root = fluxes.rzmc * p.dzrz
    column = p.column_storage - state.catdef + state.rzexc + state.srfexc
    parts = (state.catdef, state.rzexc, state.srfexc, state.snow_water, state.capac, root, column - root)
    for name, values in zip(COMPONENTS, parts):
        total[name] += _members(values, day)


def _add_fluxes(total: Values, forcing: Forcing, fluxes: Fluxes, day: DayInput) -> None:
    shape = fluxes.evap.shape
    rates = (forcing.Rainf + forcing.Snowf, fluxes.evap, fluxes.runoff, fluxes.bflow)
    for name, rate in zip(FLUXES, rates):
        total[name] += _members(np.broadcast_to(rate, shape), day) * day.dt

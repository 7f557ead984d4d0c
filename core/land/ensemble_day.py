"""A day of an ensemble of columns: the unit of work that goes to a thread or to another machine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..files.names import TWS
from .catchment import ModelOptions, Parameters, State
from .catchment.stepper import Stepper
from .perturbations import FORCING_NAMES, Perturbation, PerturbationSettings, perturbation
from .steppers import StepperKey, borrowed
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
_WANTED = (TWS, "evap", "runoff", "bflow", "rzmc")
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
    steps, weather = len(day.months), _day_weather(day)
    shapes = {name: values.shape[1:] for name, values in weather.items()}
    key = StepperKey(day.parameters, day.options, day.state.catdef.shape, shapes, day.height, dt=day.dt, steps=steps)
    with borrowed(key, _WANTED) as stepper, np.errstate(all="ignore"):
        stepper.load(day.state)
        stepper.begin_day(weather, day.months)
        perturbed = np.zeros(day.state.catdef.shape)
        for step in range(steps):
            stepper.advance(step)
            if day.fields is not None:
                _perturb_state(day, stepper, step, perturbed)
            stepper.add_up()
        return _result(day, stepper, weather, perturbed)


def _result(day: DayInput, stepper: Stepper, weather: Values, perturbed: FloatArray) -> DayResult:
    """Return means and sums of a day from what the steps have added up."""
    p, sums, steps = day.parameters, stepper.sums, len(day.months)
    snow = sums["wesn"][0] + sums["wesn"][1] + sums["wesn"][2]
    root = sums["rzmc"] * p.dzrz
    column = p.column_storage * steps - sums["catdef"] + sums["rzexc"] + sums["srfexc"]
    parts = (sums["catdef"], sums["rzexc"], sums["srfexc"], snow, sums["capac"], root, column - root)
    precipitation = (weather["Rainf"] + weather["Snowf"]).sum(axis=0)
    shape = sums["evap"].shape
    rates = np.broadcast_to(precipitation, shape), sums["evap"], sums["runoff"], sums["bflow"]
    return DayResult(
        state=stepper.state(),
        tws=(column + sums["capac"] + snow) / steps,
        components={name: _members(values, day) / steps for name, values in zip(COMPONENTS, parts)},
        fluxes={name: _members(values, day) * day.dt for name, values in zip(FLUXES, rates)},
        gained=(precipitation - sums["evap"] - sums["runoff"]) * day.dt,
        perturbed=perturbed,
        water_residual=float(stepper.largest["water_amount"].max()),
        energy_residual=float(stepper.largest["energy_amount"].max()),
        snow_energy_residual=float(sums["snow_energy_amount"].sum()) / max(float(sums["snowy"].sum()), 1.0),
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


def _day_weather(day: DayInput) -> Values:
    """Return the weather of all steps, [step, tile], or [step, row, tile] where members differ."""
    known = {field.variable: field for field in day.settings.fields if field.variable in FORCING_NAMES}
    if day.fields is None or not known:
        return day.weather
    steps = [_perturbed_weather(day, step, known) for step in range(len(day.months))]
    changed = {name: np.stack([one[name] for one in steps]) for name in steps[0]}
    return {**day.weather, **changed}


def _perturbed_weather(day: DayInput, step: int, known: dict[str, Perturbation]) -> Values:
    """Return the perturbed variables of a step, [row, tile]."""
    standard = _fields_at(day, step)
    values: Values = {}
    for variable, field in known.items():
        change = perturbation(field, standard[variable])
        factor = field.kind == "lognormal"
        change = _with_control(change, 1.0 if factor else 0.0)
        for name in ("Rainf", "Rainf_C", "Snowf") if variable == "Precip" else (variable,):
            if name in day.weather:
                given = day.weather[name][step]
                values[name] = np.maximum(given * change if factor else given + change, 0.0)
        if variable == "SWdown":
            # No brighter than the top of the atmosphere, unless the weather itself is.
            sunlight = np.maximum(1361.0 * day.weather["coszen"][step], day.weather["SWdown"][step])
            values["SWdown"] = np.minimum(values["SWdown"], sunlight)
    return values


def _perturb_state(day: DayInput, stepper: Stepper, step: int, perturbed: FloatArray) -> None:
    """Change the stores by their perturbations, and add the water that they bring to `perturbed` [row, tile]."""
    standard = _fields_at(day, step)
    hours = day.dt / 3600.0
    changed = set()
    for field in day.settings.fields:
        if field.variable in FORCING_NAMES:
            continue
        change = perturbation(field, standard[field.variable], hours)
        change = _with_control(change, 1.0 if field.kind == "lognormal" else 0.0)
        for name in ("wesn", "htsn", "sndz") if field.variable == "snow" else (field.variable,):
            store = stepper.buffers[name]
            np.multiply(store, change, store) if field.kind == "lognormal" else np.add(store, change, store)
            changed.add(name)
    if changed & {"catdef", "rzexc", "srfexc"}:
        stepper.renew_soil()
    if changed:
        b = stepper.buffers
        soil = day.parameters.column_storage - b["catdef"] + b["rzexc"] + b["srfexc"]
        perturbed += soil + b["capac"] + (b["wesn"][0] + b["wesn"][1] + b["wesn"][2]) - stepper.fluxes[TWS]


def _members(values: FloatArray, day: DayInput) -> FloatArray:
    """Return the mean over the members, without the unperturbed run, [tile]."""
    own = values[:-1] if day.fields is not None else values
    return own.mean(axis=0)

"""The recorded step gives the numbers of the step that is evaluated as it is written, bit for bit."""

from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.land.catchment import (
    STATE_NAMES,
    CatchmentModel,
    Forcing,
    ModelOptions,
    Parameters,
    State,
    cold_start,
)
from groundswell.core.land.catchment.state import GROUPS
from groundswell.core.land.catchment.stepper import Stepper

DT = 1800.0
STEPS = 8
WANTED = ("tws", "evap", "runoff", "bflow", "rzmc", "tsurf", "lhflux", "ar1")
LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
}  # fmt: skip


def columns(count):
    depth = np.linspace(900, 5000, count)
    # Some columns are nearly bare all year: a branch in which weather and state meet.
    leaves = [[0.1 + n % 5 + 0.01 * month for month in range(12)] for n in range(count)]
    return Parameters.from_records(
        {**LOAM, "vegcls": 1 + n % 8, "dpth": depth[n], "lai": leaves[n], "grn": [0.6] * 12} for n in range(count)
    )


def any_state(parameters, rows, snow):
    """Columns from wet to dry, cold to warm, with and without snow on them."""
    rng = np.random.default_rng(7)
    values = cold_start(parameters, 274.0, 0.28, members=(rows,)).as_dict()
    shape = values["catdef"].shape
    values["catdef"] = parameters.cdcr2 * rng.uniform(0.0, 1.0, shape)
    values["rzexc"], values["srfexc"] = rng.normal(0.0, 20.0, shape), rng.normal(0.0, 4.0, shape)
    values["capac"] = rng.uniform(0.0, 1.2, shape)
    for name in GROUPS["tc"]:
        values[name] = rng.uniform(255.0, 310.0, shape)
    for name in GROUPS["qa"]:
        values[name] = rng.uniform(0.0005, 0.02, shape)
    for name in GROUPS["ght"]:
        values[name] = rng.normal(0.0, 1.0, shape) * 1e7
    if snow:
        water = np.where(rng.uniform(size=shape) < snow, rng.uniform(0.0, 15.0, shape), 0.0)
        for layer in range(3):
            values[GROUPS["wesn"][layer]] = water
            values[GROUPS["htsn"][layer]] = -water * rng.uniform(3.0e5, 3.6e5, shape)
            values[GROUPS["sndz"][layer]] = water / 200.0 / np.maximum(np.minimum(3.0 * water / 26.0, 1.0), 1e-3)
    return State(**values)


def some_weather(parameters, rows, members_differ):
    rng = np.random.default_rng(8)
    one = (STEPS, parameters.tiles)
    many = (STEPS, rows, parameters.tiles) if members_differ else one
    wet = rng.uniform(size=many) < 0.4
    cold = rng.uniform(size=many) < 0.5
    rain = np.where(wet, rng.lognormal(-8.0, 1.0, many), 0.0)
    return {
        "Tair": rng.uniform(262.0, 303.0, one),
        "Qair": rng.uniform(0.001, 0.012, one),
        "Psurf": rng.uniform(8e4, 1e5, one),
        "Rainf": np.where(cold, 0.0, rain),
        "Rainf_C": np.where(cold, 0.0, 0.4 * rain),
        "Snowf": np.where(cold, rain, 0.0),
        "LWdown": rng.uniform(200.0, 400.0, one),
        "SWdown": np.maximum(rng.normal(200.0, 300.0, many), 0.0),
        "Wind": rng.uniform(0.2, 9.0, one),
        "coszen": rng.uniform(-0.5, 1.0, one),
    }


MONTHS = tuple((0.3 + 0.05 * step, 3, 4) for step in range(STEPS))


def stepped(parameters, options, state, weather):
    shapes = {name: values.shape[1:] for name, values in weather.items()}
    stepper = Stepper(parameters, options, state.catdef.shape, shapes, 10.0, dt=DT, wanted=WANTED, steps=STEPS)
    with np.errstate(all="ignore"):
        stepper.load(state)
        stepper.begin_day(weather, MONTHS)
        for step in range(STEPS):
            stepper.advance(step)
            stepper.add_up()
    return stepper


# On no column, half, nearly all and few: large blocks step those with snow only where they are few.
@pytest.mark.parametrize("snow", [0.0, 0.5, 0.9, 0.03])
@pytest.mark.parametrize(
    ("rows", "tiles", "members_differ"), [(1, 45, False), (6, 20, False), (3, 16, True), (5, 300, True)]
)
def test_recorded_steps_are_the_steps(rows, tiles, members_differ, snow):
    parameters, options = columns(tiles), ModelOptions()
    state, weather = any_state(parameters, rows, snow), some_weather(parameters, rows, members_differ)
    stepper = stepped(parameters, options, state, weather)
    model, largest = CatchmentModel(parameters, options), 0.0
    sums = dict.fromkeys(WANTED, 0.0)
    for step, (weight, first, second) in enumerate(MONTHS):
        now = {name: values[step] for name, values in weather.items()}
        state, fluxes = model.step(state, Forcing(**now, w1=weight, mo1=first, mo2=second), DT)
        sums = {name: total + getattr(fluxes, name) for name, total in sums.items()}
        largest = np.maximum(largest, np.abs(fluxes.water_residual))
    found = stepper.state()
    for name in STATE_NAMES:
        np.testing.assert_array_equal(getattr(found, name), getattr(state, name), err_msg=name)
    for name in WANTED:
        np.testing.assert_array_equal(stepper.sums[name], sums[name], err_msg=name)
    np.testing.assert_array_equal(stepper.largest["water_amount"], largest)


def test_a_column_does_not_know_of_others():
    parameters = columns(300)
    state, weather = any_state(parameters, 4, 0.5), some_weather(parameters, 4, False)
    whole = stepped(parameters, ModelOptions(), state, weather).state()
    some = slice(37, 70)
    part = State(**{name: value[:, some] for name, value in state.as_dict().items()})
    dry = {name: values[:, some] for name, values in weather.items()}
    alone = stepped(parameters.take(some), ModelOptions(), part, dry).state()
    for name in STATE_NAMES:
        np.testing.assert_array_equal(getattr(alone, name), getattr(whole, name)[:, some], err_msg=name)


def test_stores_changed_from_outside_are_seen():
    parameters = columns(20)
    state, weather = any_state(parameters, 2, 0.0), some_weather(parameters, 2, False)
    stepper = stepped(parameters, ModelOptions(), state, weather)
    before = stepper.state()
    stepper.buffers["catdef"] *= 1.1
    changed = replace(before, catdef=before.catdef * 1.1)
    with np.errstate(all="ignore"):
        stepper.renew_soil()
        stepper.advance(0)
    now = {name: values[0] for name, values in weather.items()}
    weight, first, second = MONTHS[0]
    expected, _ = CatchmentModel(parameters).step(changed, Forcing(**now, w1=weight, mo1=first, mo2=second), DT)
    np.testing.assert_array_equal(stepper.state().rzexc, expected.rzexc)

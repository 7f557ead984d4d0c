"""The Catchment model step by step and free-running against the recorded trajectories, and its budgets.

The whole recorded year at Bondville (17,520 steps) is run by ``tools/bench_catchment.py``; here two months of it.
"""

import json
from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.land.catchment import (
    FLUX_NAMES,
    REFERENCE,
    STATE_NAMES,
    VARIANTS,
    CatchmentModel,
    Forcing,
    ModelOptions,
    Parameters,
    State,
    cold_start,
)
from groundswell.core.land.catchment.state import GROUPS

WEATHER = ("coszen", "Tair", "Qair", "Psurf", "Rainf_C", "Rainf", "Snowf", "LWdown", "SWdown", "Wind", "w1")
STEPS = [
    ("bondville", "bondville_steps_0_1920_r8_dqs1.nc", True),
    ("bondville", "bondville_steps_7900_9340_r8_dqs1.nc", False),
    ("itmtn", "itmtn_steps_600_2040_r8_dqs1.nc", True),
]
STORES = ("capac", "catdef", "rzexc", "srfexc", "wesn1", "wesn2", "wesn3")


class Site:
    """Parameters and weather of one of the reference's sites."""

    def __init__(self, folder, name):
        self.parameters = Parameters.from_records(json.loads((folder / f"{name}_params.json").read_text()))
        with netcdf.open_dataset(folder / f"{name}_forcing.nc") as dataset:
            self.weather = {key: np.asarray(dataset[key][:], float) for key in (*WEATHER, "mo1", "mo2")}
            self.height, self.dt = float(dataset.RefH), float(dataset.dt)
        with netcdf.open_dataset(folder / f"{name}_swnet.nc") as dataset:
            self.net = {key: np.asarray(dataset[key][:], float) for key in ("swnetf", "swnets")}

    def step(self, index, net=None):
        """Return the weather of one step, or of several within one pair of months as a leading dimension."""
        several = np.ndim(index) > 0
        part = {key: values[index][:, None] if several else values[index] for key, values in self.weather.items()}
        months = {key: int(np.ravel(part.pop(key))[0]) for key in ("mo1", "mo2")}
        net = {key: values[index] for key, values in self.net.items()} if net is None else net
        return Forcing(**part, **months, **net, RefH=self.height)

    def months(self, index):
        """Yield the steps `index` in groups of one pair of months."""
        pairs = self.weather["mo1"][index] * 100 + self.weather["mo2"][index]
        for pair in np.unique(pairs):
            yield np.flatnonzero(pairs == pair)


@pytest.fixture(scope="module")
def folder(reference):
    return reference / "catchment"


@pytest.fixture(scope="module")
def bondville(folder):
    return Site(folder, "bondville")


@pytest.fixture(scope="module")
def itmtn(folder):
    return Site(folder, "itmtn")


def recorded(folder, name):
    with netcdf.open_dataset(folder / name) as dataset:
        return {key: np.asarray(dataset[key][:], float) for key in dataset.variables}, int(dataset.first_step)


@pytest.mark.reference
@pytest.mark.parametrize(("site", "name", "snowy"), STEPS)
def test_one_step_from_every_recorded_state(folder, request, site, name, snowy):
    """All 25 states, storage to 1e-6 mm and temperature to 1e-6 K; snow may decide a tie in 1 of 10,000 columns."""
    place = request.getfixturevalue(site)
    values, first = recorded(folder, name)
    before = {key: np.concatenate([values[f"init_{key}"][None], values[key][:-1]]) for key in STATE_NAMES}
    steps = np.arange(first, first + values["tws"].shape[0])
    model = CatchmentModel(place.parameters, REFERENCE)
    wrong = np.zeros(values["tws"].shape, dtype=bool)
    for rows in place.months(steps):
        net = {key: values[key][rows] for key in ("swnetf", "swnets")}
        weather = place.step(steps[rows], net)
        state, fluxes = model.step(State.from_mapping({k: v[rows] for k, v in before.items()}), weather, place.dt)
        for key in (*STORES, *GROUPS["tc"]):
            wrong[rows] |= np.abs(getattr(state, key) - values[key][rows]) > 1e-6
        wrong[rows] |= np.abs(fluxes.tws - values["tws"][rows]) > 1e-6
        made = {**vars(fluxes), **state.as_dict()}
        for key in (*GROUPS["qa"], *GROUPS["ght"], *GROUPS["htsn"], *GROUPS["sndz"], *FLUX_NAMES):
            if key in values:
                scale = np.abs(values[key]).max()
                wrong[rows] |= np.abs(made[key] - values[key][rows]) > 1e-9 * scale
    assert wrong.sum() <= (wrong.size // 10_000 if snowy else 0)


@pytest.mark.reference
def test_free_run_of_weeks_with_snow(folder, bondville):
    """From the recorded initial state, all tiles, with snow: 0.1 mm of storage, 0.5 mm of snow every day."""
    days, per_day = 36, 48
    values, _ = recorded_days(folder)
    model = CatchmentModel(bondville.parameters, REFERENCE)
    state = State.from_mapping({key: values[f"init_{key}"] for key in STATE_NAMES})
    for day in range(days):
        for step in range(day * per_day, (day + 1) * per_day):
            state, fluxes = model.step(state, bondville.step(step), bondville.dt)
        np.testing.assert_allclose(fluxes.tws, values["end_tws"][day], atol=0.1)
        snow = sum(values[f"end_wesn{layer}"][day] for layer in (1, 2, 3))
        np.testing.assert_allclose(state.snow_water, snow, atol=0.5)
    assert values["end_wesn1"][:days].max() > 1.0


def recorded_days(folder):
    with netcdf.open_dataset(folder / "bondville_daily_r8_dqs1.nc") as dataset:
        return {key: np.asarray(dataset[key][:], float) for key in dataset.variables}, dataset.variant


@pytest.mark.reference
def test_closing_form_keeps_water_and_energy(folder, bondville):
    """Water to 1e-6 mm a step for every member and tile; energy to 1e-6 W m-2 where there is no snow."""
    values, first = recorded(folder, STEPS[1][1])
    model = CatchmentModel(bondville.parameters)
    start = {key: np.repeat(values[f"init_{key}"][None], 3, axis=0) for key in STATE_NAMES}
    start["catdef"] = start["catdef"] * np.array([0.2, 1.0, 1.6])[:, None]
    state = State.from_mapping(start)
    for step in range(first, first + 300):
        weather = bondville.step(step)
        weather = replace(weather, Rainf=weather.Rainf * 3.0)
        state, fluxes = model.step(state, weather, bondville.dt)
        assert np.abs(fluxes.water_residual).max() < 1e-6
        assert np.abs(fluxes.energy_residual).max() < 1e-6


@pytest.mark.reference
def test_closing_form_differs_only_by_what_the_original_loses(bondville):
    """A full catchment that drains back spills: the original loses all but 1/1800 of the spill."""
    p = bondville.parameters
    wet = replace(cold_start(p, 290.0, 0.3), catdef=np.full(p.tiles, 1.0), srfexc=np.full(p.tiles, 15.0))
    weather = bondville.step(8000)
    closed, exact = (
        CatchmentModel(p).step(wet, weather, 1800.0),
        CatchmentModel(p, REFERENCE).step(wet, weather, 1800.0),
    )
    for name in STATE_NAMES:
        np.testing.assert_array_equal(getattr(closed[0], name), getattr(exact[0], name))
    assert np.abs(closed[1].water_residual).max() < 1e-9
    lost = -exact[1].water_residual
    assert lost.max() > 1.0
    np.testing.assert_allclose(lost, (closed[1].runoff - exact[1].runoff) * 1800.0, atol=1e-9)


@pytest.mark.reference
def test_water_closes_with_snow_and_its_energy_residual_is_reported(folder, itmtn):
    values, first = recorded(folder, STEPS[2][1])
    model = CatchmentModel(itmtn.parameters)
    state = State.from_mapping({key: values[key][0] for key in STATE_NAMES})
    residual = []
    for step in range(first + 1, first + 301):
        state, fluxes = model.step(state, itmtn.step(step), itmtn.dt)
        assert np.abs(fluxes.water_residual).max() < 1e-6
        residual.append(np.abs(fluxes.energy_residual))
    assert np.count_nonzero(residual) > 1000
    # The original resets layers and limits the ground under snow: its median residual is below 1 W m-2.
    assert 0 < np.median(residual) < 1.0


@pytest.mark.reference
def test_members_do_not_see_each_other(bondville):
    p, weather = bondville.parameters, bondville.step(700)
    one = cold_start(p, 270.0, 0.3)
    two = cold_start(p, 270.0, 0.3, members=(2,))
    model = CatchmentModel(p)
    alone, _ = model.step(one, weather, 1800.0)
    beside, _ = model.step(replace(two, catdef=two.catdef * np.array([[1.0], [1.3]])), weather, 1800.0)
    for name in STATE_NAMES:
        np.testing.assert_array_equal(getattr(beside, name)[0], getattr(alone, name))
    half = CatchmentModel(p.take(slice(3, 9)))
    part = State.from_mapping({name: value[3:9] for name, value in one.as_dict().items()})
    weather = replace(weather, swnetf=weather.swnetf[3:9], swnets=weather.swnets[3:9])
    stepped, _ = half.step(part, weather, 1800.0)
    for name in STATE_NAMES:
        np.testing.assert_array_equal(getattr(stepped, name), getattr(alone, name)[3:9])


def columns(count=6, **changes):
    """Return parameters of loam columns, one a vegetation class, without reference files."""
    loam = {
        "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
        "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
        "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
        "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
    }  # fmt: skip
    loam.update({"lai": [2.0] * 12, "grn": [0.7] * 12}, **changes)
    return Parameters.from_records([{**loam, "vegcls": 1 + number % 8} for number in range(count)])


def weather(**changes):
    usual = {
        "Tair": 295.0, "Qair": 0.008, "Psurf": 90000.0, "Rainf": 0.0, "Snowf": 0.0, "LWdown": 330.0, "SWdown": 600.0,
        "Wind": 3.0, "coszen": 0.7, "w1": 1.0, "mo1": 6, "mo2": 7,
    }  # fmt: skip
    return Forcing(**{**usual, **changes})


def extremes(p):
    """Return states at and beyond the edges of what the recorded ones reach."""
    usual = cold_start(p, 293.0, 0.3)
    full = np.ones(p.tiles)
    yield usual
    yield replace(usual, catdef=p.cdcr2 * 1.05)
    yield replace(usual, catdef=p.cdcr2 - 5.0, rzexc=-full * 30)
    yield replace(usual, catdef=p.cdcr1 * 0.9, rzexc=-full * 200)
    yield replace(usual, catdef=full * 0.0, rzexc=full * 60, srfexc=full * 20)
    yield replace(usual, catdef=-full * 4.0)
    yield replace(usual, srfexc=-full * 30, capac=full * 3)
    yield replace(usual, **{name: -full * 5e7 for name in GROUPS["ght"]}, tc1=full * 250, tc2=full * 250)
    yield replace(usual, qa1=full * 0.05, qa2=full * 1e-6)


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_state_or_weather_breaks_the_budget(variant):
    """Branches that no reference number exercises: finite, within bounds, and closed to 1e-6 in every variant."""
    p = columns(8)
    model = CatchmentModel(p, replace(VARIANTS[variant], closing=True))
    for state in extremes(p):
        for air in (
            weather(),
            weather(SWdown=0.0, coszen=-0.3, Tair=250.0, Qair=1e-4),
            weather(Rainf=0.02, Rainf_C=0.01),
            weather(Wind=0.0, Qair=0.03, Tair=310.0),
        ):
            after, fluxes = model.step(state, air, 1800.0)
            for name, value in (*after.as_dict().items(), *vars(fluxes).items()):
                assert np.isfinite(value).all(), name
            assert np.abs(fluxes.water_residual).max() < 1e-6
            assert np.abs(fluxes.energy_residual).max() < 1e-6
            assert ((after.catdef >= 1.0) & (after.catdef <= p.cdcr2)).all()
            assert (after.capac >= 0.0).all()
            again, _ = model.step(after, air, 1800.0)
            assert np.isfinite(again.catdef).all()


def test_leaf_area_of_zero_is_bare_ground():
    p = columns(8, lai=[0.0] * 12)
    after, fluxes = CatchmentModel(p).step(cold_start(p, 293.0, 0.3), weather(), 1800.0)
    assert np.isfinite(after.tc2).all()
    np.testing.assert_allclose(fluxes.lai, 0.001)


def test_albedo_turns_short_wave_back():
    p = columns(8, albedo=[0.2] * 12)
    _, fluxes = CatchmentModel(p).step(cold_start(p, 293.0, 0.3), weather(), 1800.0)
    np.testing.assert_allclose(fluxes.swland, 480.0)
    snowy = replace(
        cold_start(p, 265.0, 0.3),
        **{name: np.full(8, 20.0) for name in GROUPS["wesn"]},
        **{name: np.full(8, -20.0 * 3.4e5) for name in GROUPS["htsn"]},
        **{name: np.full(8, 0.1) for name in GROUPS["sndz"]},
    )
    _, white = CatchmentModel(p).step(snowy, weather(Tair=262.0, Qair=1e-3), 1800.0)
    assert (white.swland < 480.0).all()
    assert white.swland[6] == pytest.approx(600 * (1 - 0.5 * (0.7 + 0.5 - 2 * 0.0006 * 50)), rel=0.05)


def test_humidity_derivative_steadies_the_temperature():
    """Without it the balance overshoots: the change of temperature in one step is larger."""
    p = columns(8)
    start, air = cold_start(p, 285.0, 0.35), weather()
    proper, _ = CatchmentModel(p).step(start, air, 1800.0)
    without, _ = CatchmentModel(p, VARIANTS["lis"]).step(start, air, 1800.0)
    assert (without.tc1 >= proper.tc1).all()
    assert (without.tc1[3:] > proper.tc1[3:] + 0.1).all()


def test_storage_is_the_sum_of_its_parts():
    p = columns(3)
    state = replace(cold_start(p, 290.0, 0.3), capac=np.full(3, 0.5), wesn2=np.full(3, 7.0), rzexc=np.full(3, -2.0))
    np.testing.assert_allclose(state.tws(p), p.poros * p.dzpr - state.catdef - 2.0 + 0.5 + 7.0)


def test_cold_start_of_the_specification():
    p = columns(1)
    state = cold_start(p, 283.0, 0.30)
    assert state.catdef[0] == pytest.approx((0.437 - 0.30) * 2500)
    assert state.ght1[0] == pytest.approx(9.84 * (2.4e6 * 0.55 * 0.0988 + 0.5 * 0.45 * 0.0988 * 4.185e6))
    assert cold_start(p, 283.0, 0.43).catdef[0] == pytest.approx(0.05 * 2500)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("vegcls", 10.0, "lakes"),
        ("poros", 45.0, "0.05 and 0.95"),
        ("psis", 0.24, "negative"),
        ("ars1", 9999.0, "'ars1' is 9999"),
        ("lai", [2.0] * 11 + [np.nan], "'lai' is missing in month 12"),
    ],
)
def test_parameters_out_of_range_are_named(name, value, words):
    record = {key: (v.T[0] if v.ndim == 2 else v[0]) for key, v in columns(1).items() if v is not None}
    with pytest.raises(InputError, match=words):
        Parameters.from_records([{**record, name: value}]).check("tiles.csv")


def test_missing_parameter_is_named():
    record = {key: (v.T[0] if v.ndim == 2 else v[0]) for key, v in columns(1).items() if v is not None}
    del record["bf2"]
    with pytest.raises(InputError, match="'bf2' is missing for tile 1"):
        Parameters.from_records([record])


def test_months_may_come_tile_by_tile():
    by_month = columns(3, lai=[0.5 + month for month in range(12)])
    by_tile = replace(by_month, lai=by_month.lai.T)
    np.testing.assert_array_equal(by_tile.lai, by_month.lai)
    assert by_tile.lai.shape == (12, 3)


def test_default_is_the_closing_form():
    assert CatchmentModel(columns(1)).options == ModelOptions() == VARIANTS["fortuna"]
    assert ModelOptions().closing
    assert not REFERENCE.closing

"""What makes an ensemble: perturbations, random fields, increments; and the sun and the months that steps follow."""

from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.land.catchment import Parameters, cold_start
from groundswell.core.land.catchment.increments import Increments, add_increments, storage_change
from groundswell.core.land.catchment.state import GROUPS
from groundswell.core.land.perturbations import PRESETS, Perturbation, perturbation
from groundswell.core.land.random_fields import Cells, EnsembleFields
from groundswell.core.land.sun import cosine_of_zenith, mean_cosine, months_around

LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
    "vegcls": 4, "lai": [2.0] * 12, "grn": [0.7] * 12,
}  # fmt: skip


def columns(count=5):
    """Return columns of loam of growing depth."""
    return Parameters.from_records([{**LOAM, "dpth": 1500.0 + 250.0 * number} for number in range(count)])


# The sun and the months


def test_sun_stands_where_it_should():
    # Noon at Greenwich on 2000-03-20, at the equinox: the sun is over the equator, give or take the equation of time.
    assert cosine_of_zenith(np.array(79.5), np.array(0.0), np.array(0.0)) == pytest.approx(1.0, abs=2e-3)
    # Midsummer noon at 50 N: 90 - 50 + 23.44 degrees high.
    noon = cosine_of_zenith(np.array(172.5), np.array(0.0), np.array(50.0))
    assert np.degrees(np.arcsin(noon)) == pytest.approx(63.44, abs=0.3)
    assert cosine_of_zenith(np.array(172.0), np.array(0.0), np.array(50.0)) < 0
    # East sees the sun earlier.
    assert cosine_of_zenith(np.array(79.25), np.array(90.0), np.array(0.0)) > 0.99


def test_mean_sun_agrees_with_the_references_sun(reference):
    """The recorded cosine at Bondville (40.01 N, 88.37 W), of half hours that end at their stamps, to 0.02."""
    with netcdf.open_dataset(reference / "catchment" / "bondville_forcing.nc") as dataset:
        recorded = np.asarray(dataset["coszen"][: 48 * 40])
    start = -730.0 + (np.arange(recorded.size) + 12) / 48  # the first half hour ends at 1998-01-01T06:30
    ours = mean_cosine(start, 1 / 48, np.array([-88.37]), np.array([40.01]))[:, 0]
    assert np.abs(ours - recorded).max() < 0.02


def test_months_are_linear_between_their_middles():
    assert months_around(15.5) == (1.0, 1, 2)
    weight, first, second = months_around(0.0)
    assert (first, second) == (12, 1)
    assert weight == pytest.approx(0.5, abs=0.01)
    assert months_around(366 + 15.4)[1] == 12


# Perturbations


def test_presets_are_the_specifications():
    paper = {field.variable: field for field in PRESETS["paper"].fields}
    assert paper["catdef"] == Perturbation("catdef", "additive", 0.15, 24.0, 0.0)
    assert paper["snow"] == Perturbation("snow", "lognormal", 0.0012, 24.0, 0.0)
    geos = {field.variable: field.std for field in PRESETS["geos"].fields}
    assert geos == {"Precip": 0.5, "SWdown": 0.3, "LWdown": 20.0, "catdef": 0.24, "srfexc": 0.16}
    changed = PRESETS["geos"].changed("catdef.std=0.3; Precip.hours = 48")
    assert [field.std for field in changed.fields if field.variable == "catdef"] == [0.3]
    with pytest.raises(InputError, match="VARIABLE.KEY=NUMBER"):
        PRESETS["paper"].changed("Precip.std=1")
    triangle = (("Precip", "SWdown", 0.9), ("Precip", "LWdown", 0.9), ("SWdown", "LWdown", -0.9))
    contradiction = replace(PRESETS["geos"], correlations=triangle)
    with pytest.raises(InputError, match="contradict"):
        contradiction.correlation_matrix()


def fields_of(settings, members=24, seed=3, cells=None, moments=400):
    cells = cells or Cells((4, 5), np.repeat(np.arange(4), 5), np.tile(np.arange(5), 4), 0.2, 0.26)
    random = EnsembleFields(settings, seed, members, cells)
    return np.stack([random.at(moment) for moment in range(moments)])


def test_fields_have_their_statistics():
    """Unit variance, AR(1) memory, correlation among variables and in space; zero mean over the members exactly."""
    drawn = fields_of(PRESETS["geos"])
    assert np.abs(drawn.mean(axis=2)).max() < 1e-12
    # 400 moments of memory 8 steps, 24 members, 20 cells: 2 % of sampling error, taken three times.
    np.testing.assert_allclose(drawn.var(axis=(0, 2, 3)), 1.0, atol=0.06)
    for number, field in enumerate(PRESETS["geos"].fields):
        later = (drawn[1:, number] * drawn[:-1, number]).mean()
        assert later == pytest.approx(np.exp(-3 / field.hours), abs=0.06)
    for first, second, expected in ((0, 1, -0.8), (0, 2, 0.5), (1, 2, -0.5), (0, 3, 0.0)):
        assert (drawn[:, first] * drawn[:, second]).mean() == pytest.approx(expected, abs=0.06)
    neighbours = (drawn[:, 0, :, :-1] * drawn[:, 0, :, 1:])[..., [0, 1, 2, 3]].mean()
    assert neighbours == pytest.approx(np.exp(-0.5 * (0.26 / 0.5) ** 2), abs=0.06)


def test_fields_depend_on_the_seed_only():
    np.testing.assert_array_equal(fields_of(PRESETS["paper"], moments=3), fields_of(PRESETS["paper"], moments=3))
    assert (fields_of(PRESETS["paper"], moments=3) != fields_of(PRESETS["paper"], seed=4, moments=3)).all()


def test_lognormal_factors_have_mean_one():
    normal = np.random.default_rng(1).standard_normal(200_000)
    factor = perturbation(Perturbation("Precip", "lognormal", 0.5, 24.0, 0.0, clip=6.0), normal)
    assert factor.mean() == pytest.approx(1.0, abs=0.005)
    assert factor.std() == pytest.approx(0.5, abs=0.01)
    clipped = perturbation(Perturbation("LWdown", "additive", 20.0, 24.0, 0.0), normal)
    assert np.abs(clipped).max() == 50.0


# Increments


def test_increments_within_bounds_are_done_exactly():
    p = columns()
    state = cold_start(p, 285.0, 0.3)
    wanted = Increments(catdef=-12.0, rzexc=1.5, srfexc=0.2)
    made = add_increments(state, wanted, p)
    np.testing.assert_allclose(made.state.tws(p) - state.tws(p), storage_change(wanted))
    for name in ("catdef", "rzexc", "srfexc", "snow"):
        np.testing.assert_allclose(getattr(made.clipped, name), 0.0, atol=1e-12)


def test_increments_beyond_bounds_say_what_was_clipped():
    p = columns()
    state = cold_start(p, 285.0, 0.3)
    made = add_increments(state, Increments(catdef=-1e4, srfexc=500.0), p)
    np.testing.assert_allclose(made.state.catdef, 1.0)
    assert (made.clipped.catdef < 0).all()
    assert (made.clipped.srfexc > 400).all()
    done = made.state.tws(p) - state.tws(p)
    asked = storage_change(Increments(catdef=-1e4, srfexc=500.0))
    np.testing.assert_allclose(done, asked - storage_change(made.clipped))


def test_snow_increments_keep_temperature_and_density():
    p = columns()
    count = p.tiles
    pack = {
        **{name: np.full(count, 20.0) for name in GROUPS["wesn"]},
        **{name: np.full(count, -20.0 * 3.4e5) for name in GROUPS["htsn"]},
        **{name: np.full(count, 0.08) for name in GROUPS["sndz"]},
    }
    state = replace(cold_start(p, 265.0, 0.3), **pack)
    more = add_increments(state, Increments(snow=15.0), p).state
    np.testing.assert_allclose(more.snow_water, 75.0)
    specific = sum(getattr(more, name) for name in GROUPS["htsn"]) / more.snow_water
    np.testing.assert_allclose(specific, -3.4e5)
    depth = sum(getattr(more, name) for name in GROUPS["sndz"])
    np.testing.assert_allclose(more.snow_water / depth, 250.0)
    gone = add_increments(state, Increments(snow=-100.0), p)
    np.testing.assert_array_equal(gone.state.snow_water, 0.0)
    np.testing.assert_allclose(gone.clipped.snow, -40.0)
    assert (gone.state.sndz1 == 0).all()
    fresh = add_increments(cold_start(p, 285.0, 0.3), Increments(snow=6.0), p).state
    np.testing.assert_allclose(fresh.snow_water, 6.0)
    assert (fresh.htsn1 < 0).all()
    untouched = add_increments(state, Increments(), p).state
    np.testing.assert_array_equal(untouched.sndz1, state.sndz1)

"""The fields of the example study area: geometry, pairs, storage, land model, GRACE's view, air."""

from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.dates import compact, day_number, parse_date
from groundswell.core.errors import InputError
from groundswell.core.example import area, grace_product
from groundswell.core.example.atmosphere import AtmosphereParameters
from groundswell.core.example.land_model import LandModel, LandModelParameters
from groundswell.core.example.network import DAMAGES, plan_pairs
from groundswell.core.example.presets import PRESETS, TINY, find_preset
from groundswell.core.example.reference_station import StationParameters, station_noise
from groundswell.core.example.region import OUTLINE
from groundswell.core.example.smooth_fields import NodeBasis, autoregressive
from groundswell.core.example.storage_field import StorageField, StorageParameters
from groundswell.core.example.study_area import Parameters, StudyArea
from groundswell.core.example.view import CENTRE_RANGE_M, view_of
from groundswell.core.grace.windows import average
from groundswell.core.insar.frames.metadata import incidence_from_range
from groundswell.core.insar.solver.network import connected_parts

SEED = 7
DALI_LON, DALI_LAT = np.array([99.5, 100.0, 100.6]), np.array([25.2, 25.8, 26.3])


@pytest.fixture(scope="module")
def tiny():
    return StudyArea(TINY, SEED)


def test_paper_preset_has_the_papers_dates_and_pairs():
    preset = PRESETS["paper"]
    days = area.acquisition_days(preset)
    assert days.size == 155
    assert (compact(days[0]), compact(days[-1])) == ("20150703", "20210225")
    assert np.diff(days).min() == 12
    assert plan_pairs(preset, days, 1).pairs.shape == (448, 2)


def test_unknown_preset_is_refused():
    with pytest.raises(InputError, match="small, paper, catchment"):
        find_preset("huge")


@pytest.mark.parametrize("name", ["tiny", "small", "paper", "catchment"])
def test_network_hangs_together_without_its_damaged_pairs(name):
    preset = find_preset(name)
    plan = plan_pairs(preset, area.acquisition_days(preset), SEED)
    assert len(plan.pairs) == preset.n_pairs == len(set(plan.names))
    assert set(plan.damage.values()) == set(DAMAGES)
    assert not set(plan.damage) & set(plan.unwrapping_errors)
    sound = np.delete(plan.pairs, sorted(plan.damage), axis=0)
    assert connected_parts(sound, len(preset.slots)).max() == 0
    flawed = sorted(plan.missing_delays + plan.partial_delays)
    assert len(flawed) == preset.n_missing_delays + preset.n_partial_delays
    assert np.diff(flawed).min() > 2


def test_load_reaches_a_thousand_kilometres_in_the_presets_for_users():
    for preset in PRESETS.values():
        domain = area.load_domain(preset)
        east, north = area.offsets_km(domain.lon, domain.lat)
        assert abs(east[domain.lon.shape[0] // 2, [0, -1]]).min() > 1000
        assert abs(north[[0, -1], 0]).min() > 1000


def test_region_lies_in_the_box_and_has_the_prefectures_size():
    lon, lat = np.array(OUTLINE).T
    assert area.LON_MIN < lon.min() < lon.max() < area.LON_MAX
    assert area.LAT_MIN < lat.min() < lat.max() < area.LAT_MAX
    east, north = area.offsets_km(lon, lat)
    size = 0.5 * abs(np.sum(east * np.roll(north, -1) - np.roll(east, -1) * north))
    assert size == pytest.approx(28_459, rel=0.1)  # Dali Prefecture's area in square kilometres


def test_line_of_sight_is_a_unit_vector_of_an_ascending_right_looking_track():
    grid = area.frame_grid(TINY)
    view = view_of(grid)
    np.testing.assert_allclose(np.hypot(np.hypot(view.east, view.north), view.up), 1.0, atol=1e-12)
    assert (view.east < 0).all()  # the satellite stands in the west
    assert (view.north < 0).all()
    assert (np.diff(view.up, axis=1) < 0).all()  # flatter towards the east
    middle = np.degrees(np.arccos(view.up[grid.rows // 2, grid.columns // 2]))
    # 0.3 degrees: the middle of the box is up to 3 km across the track from the middle of this pixel.
    assert middle == pytest.approx(incidence_from_range(CENTRE_RANGE_M, 25.7, 2000.0), abs=0.3)
    assert 0.9 < view.inside.mean() < 1.0


def test_storage_has_the_season_of_dali():
    field = StorageField(SEED, StorageParameters(year_std_mm=0, weather_std_mm=0, drought_mm=0, cycle_mm=0))
    days = np.arange(day_number(parse_date("2017-01-01")), day_number(parse_date("2018-01-01")), dtype=float)
    year = field.values(days, DALI_LON, DALI_LAT)
    assert np.ptp(year, axis=0) == pytest.approx(270, rel=0.25)  # gradient and spread of the range in space
    assert (abs(days[year.argmax(axis=0)] - day_number(parse_date("2017-10-05"))) < 8).all()
    lowest = days[year.argmin(axis=0)]
    assert ((lowest > day_number(parse_date("2017-04-01"))) & (lowest < day_number(parse_date("2017-06-15")))).all()


def test_storage_at_a_place_does_not_depend_on_what_else_is_asked():
    field, days = StorageField(SEED), np.array([6000.0, 6500.0, 7000.0])
    together = field.values(days, DALI_LON, DALI_LAT)
    alone = field.values(days[1:2], DALI_LON[2:], DALI_LAT[2:])
    np.testing.assert_allclose(alone, together[1:2, 2:], rtol=1e-12)


def test_storage_outside_its_years_is_refused():
    with pytest.raises(ValueError, match="May 2015 to April 2021"):
        StorageField(SEED).values([5000.0], DALI_LON, DALI_LAT)


def test_node_basis_gives_fields_of_unit_variance_and_the_correlation_asked_for():
    basis = NodeBasis(400.0)
    lon = np.array([100.0, 100.0 + 400.0 / (area.KM_PER_DEGREE * np.cos(np.radians(25.7)))])
    weights = basis.weights(lon, np.array([25.7, 25.7]))
    covariance = weights.T @ weights
    np.testing.assert_allclose(np.diag(covariance), 1.0, rtol=1e-12)
    # exp(-1) for nodes without distance between them; theirs is half a correlation length.
    assert covariance[0, 1] == pytest.approx(np.exp(-1), abs=0.02)


def test_autoregressive_series_are_stationary_and_fade():
    series = autoregressive(np.random.default_rng(1), 400, 4000, 30.0)
    assert series[[0, 200, 399]].std(axis=1) == pytest.approx(1.0, abs=0.05)
    lagged = np.mean(series[100] * series[130])
    assert lagged == pytest.approx(np.exp(-1), abs=0.05)


def test_land_model_is_wrong_as_asked():
    quiet = StorageParameters(year_std_mm=0, weather_std_mm=0, drought_mm=0, cycle_mm=0, range_spread=0)
    truth = StorageField(SEED, quiet)
    wrong = LandModelParameters(range_factor=1.5, range_spread=0, lag_days=20, lag_spread_days=0, error_std_mm=0)
    days = np.arange(6300.0, 6700.0)
    model = LandModel(truth, SEED, wrong).values(days + 20, DALI_LON, DALI_LAT)
    np.testing.assert_allclose(model, 1.5 * truth.values(days, DALI_LON, DALI_LAT), atol=1e-9)


def test_land_model_without_errors_is_the_truth():
    right = LandModelParameters(
        range_factor=1, range_spread=0, lag_days=0, lag_spread_days=0, years_seen=1, slow_seen=1, weather_seen=1,
        error_std_mm=0,
    )  # fmt: skip
    truth, days = StorageField(SEED), np.array([6000.0, 7000.0])
    model = LandModel(truth, SEED, right).values(days, DALI_LON, DALI_LAT)
    np.testing.assert_allclose(model, truth.values(days, DALI_LON, DALI_LAT), atol=1e-9)


def test_grace_has_the_real_windows_and_gaps():
    preset = PRESETS["small"]
    days = area.model_days(preset)
    months = [each.month for each in grace_product.solutions_between(days[0], days[-1])]
    assert months == sorted(months)
    assert 206 in months  # 2019-02, whose 41 days reach into its neighbours
    assert not {166, 167, 172} & set(months)  # 2015-10, 2015-11, 2016-04
    assert not set(range(187, 198)) & set(months)  # 2017-07 to 2018-05, between the missions


def test_grace_without_footprint_and_noise_is_the_truths_mean_over_the_days_used():
    storage = StorageField(SEED)
    solutions = grace_product.solutions_between(6900.0, 7100.0)
    grid = area.geographic_grid(area.study_cells(), 1.0, 1.0)
    sharp = grace_product.GraceParameters(half_width_km=1.0, noise_mm=0.0)
    seen = grace_product.observe(storage, solutions, grid, SEED, sharp)
    days = np.arange(6800.0, 7200.0)
    lon, lat = grid.lon_lat()
    windows, unused = [(each.start, each.end) for each in solutions], [each.unused for each in solutions]
    expected = average(days, storage.values(days, lon, lat), windows, unused).reshape(seen.shape)
    np.testing.assert_allclose(seen, expected, atol=1e-9)
    assert any(unused)


def test_grace_footprint_spreads_a_load_to_half_at_its_half_width():
    lon, lat = (part.ravel() for part in np.meshgrid(np.arange(95.0, 106.0), np.arange(-5.0, 6.0)))
    weight = grace_product._footprint(lon, lat, 2 * area.KM_PER_DEGREE)
    middle, beside = np.flatnonzero((lat == 0) & np.isin(lon, (100.0, 102.0)))
    np.testing.assert_allclose(weight.sum(axis=0), 1.0)
    assert weight[beside, middle] == pytest.approx(0.5 * weight[middle, middle], rel=2e-3)  # 6371 km against 111.195


def test_station_noise_has_its_stated_size():
    parameters, days = StationParameters(), np.arange(0.0, 12 * 200.0, 12)
    noise = np.stack([station_noise(parameters, days, seed) for seed in range(50)])
    assert noise.std() == pytest.approx(parameters.std_mm, rel=0.05)


def test_gacos_takes_away_most_of_the_long_waves(tiny):
    inside = tiny.view.inside
    raw, left = [], []
    for date in range(10):
        delay = tiny.atmosphere.delay(float(tiny.days[date]), date)
        error = delay.true - (delay.gacos - tiny.atmosphere._constant / tiny.view.up)
        raw.append(delay.true[inside].std())
        left.append(error[inside].std())
    assert 0.006 < np.mean(raw) < 0.02  # m
    assert 0.2 < np.mean(left) / np.mean(raw) < 0.7


def test_turbulence_has_the_size_asked_for(tiny):
    parameters = AtmosphereParameters(
        turbulence_season=0,
        turbulence_spread=0,
        common_std_mm=0,
        stratified_season_mm_per_km=0,
        stratified_std_mm_per_km=0,
    )
    quiet = StudyArea(TINY, SEED, replace(Parameters(), atmosphere=parameters))
    delay = quiet.atmosphere.delay(7000.0, 3).true * 1000 * tiny.view.up / tiny.view.up.mean()
    assert delay.std() == pytest.approx(parameters.turbulence_std_mm, rel=1e-6)

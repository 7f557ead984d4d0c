"""The example's weather and columns: climate, link to the truth, files that the land model reads, a short run."""

from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.dates import day_number, parse_date
from groundswell.core.example import area
from groundswell.core.example.column_run import ColumnStorage, run_columns
from groundswell.core.example.columns import MODEL_SOILS, TRUE_SOILS, columns_at, side_by_side
from groundswell.core.example.create import create_example
from groundswell.core.example.presets import PRESETS, TINY
from groundswell.core.example.storage_field import StorageField
from groundswell.core.example.study_area import StudyArea
from groundswell.core.example.weather import (
    VARIABLES,
    RainErrorParameters,
    Weather,
    WeatherParameters,
    make_weather,
    with_rain_error,
)
from groundswell.core.files import netcdf
from groundswell.core.land.parameter_files import read_parameters
from groundswell.core.land.weather import RANGES
from groundswell.core.work.progress import SilentProgress

SEED = 5
GRID = area.geographic_grid(area.study_cells(), 0.5, 0.0)
FIRST, LAST = (float(day_number(parse_date(text))) for text in ("2017-01-01", "2018-12-31"))


@pytest.fixture(scope="module")
def storage():
    return StorageField(SEED)


@pytest.fixture(scope="module")
def weather(storage):
    return make_weather(storage, GRID, FIRST, LAST, SEED, parameters=WeatherParameters())


def monthly(weather, name, scale=1.0):
    values = weather.values[name].mean(axis=1) * scale
    month = ((weather.days - FIRST) % 365.25 / 30.44).astype(int) % 12
    return np.bincount(month, values) / np.bincount(month)


def test_weather_is_complete_and_within_what_the_land_model_takes(weather):
    assert set(weather.values) == set(VARIABLES)
    for name, values in weather.values.items():
        low, high, unit = RANGES[name]
        assert VARIABLES[name][0] == unit
        assert values.shape == (730 * 8, GRID.rows * GRID.columns)
        assert low <= values.min() <= values.max() <= high
    assert (weather.values["Rainf_C"] <= weather.values["Rainf"]).all()


def test_climate_is_that_of_a_monsoon_highland(weather):
    rain = monthly(weather, "Rainf", 86_400 * 30.44)
    assert 12 * rain.mean() == pytest.approx(1000, rel=0.25)  # two years of one random climate
    assert rain[5:9].sum() > 0.5 * rain.sum()
    warmth = monthly(weather, "Tair") - 273.15
    assert 3 < warmth.min() < 11 < 15 < warmth.max() < 23
    assert 140 < weather.values["SWdown"].mean() < 230
    assert 270 < weather.values["LWdown"].mean() < 350


def test_sun_shines_by_day_and_air_is_warmest_in_the_afternoon(weather):
    local_hour = ((weather.days % 1) * 24 + 1.5 + 100 / 15) % 24
    by_hour = {hour: local_hour.round(3) == hour for hour in np.unique(local_hour.round(3))}
    sun = {hour: weather.values["SWdown"][chosen].mean() for hour, chosen in by_hour.items()}
    warmth = {hour: weather.values["Tair"][chosen].mean() for hour, chosen in by_hour.items()}
    assert 10.5 < max(sun, key=sun.get) < 13.5
    assert min(sun.values()) == 0
    assert 13.5 < max(warmth, key=warmth.get) < 16.5


def test_air_is_never_supersaturated(weather):
    air, pressure = weather.values["Tair"], weather.values["Psurf"]
    celsius = air - 273.15
    saturated = 0.622 * 611.2 * np.exp(17.67 * celsius / (celsius + 243.5))
    vapour_part = weather.values["Qair"] * (pressure - 0.378 * saturated / 0.622)
    assert (vapour_part <= saturated).all()


def test_rain_follows_the_true_wet_and_dry_spells(storage, weather):
    days = np.arange(FIRST, LAST + 1)
    lon, lat = (part.ravel() for part in GRID.lon_lat())
    spells = storage.spells(np.append(FIRST - 1, days), lon, lat).mean(axis=1)
    gained = np.diff(spells).reshape(-1, 10).sum(axis=1)
    fallen = weather.values["Rainf"].mean(axis=1).reshape(-1, 80).sum(axis=1)
    summer = (days[::10] - FIRST) % 365.25 // 30.44
    summer = (summer >= 4) & (summer <= 9)
    assert np.corrcoef(gained[summer], fallen[summer])[0, 1] > 0.5


def test_rain_error_changes_rain_alone_and_has_its_mean(weather):
    lon, lat = (part.ravel() for part in GRID.lon_lat())
    parameters = RainErrorParameters(memory_days=1.0)
    wrong = with_rain_error(weather, lon, lat, SEED, parameters)
    for name in set(VARIABLES) - {"Rainf", "Rainf_C"}:
        assert wrong.values[name] is weather.values[name]
    there = weather.values["Rainf"] > 0
    factor = wrong.values["Rainf"][there] / weather.values["Rainf"][there]
    assert factor.mean() == pytest.approx(parameters.factor, rel=0.05)  # 730 days of nearly one regional number
    assert np.log(factor).std() == pytest.approx(parameters.spread, rel=0.1)


def test_columns_are_what_the_land_model_takes():
    cells = area.study_cells()
    lon, lat = cells.lon.ravel(), cells.lat.ravel()
    for soils in (TRUE_SOILS, MODEL_SOILS):
        columns = columns_at(lon, lat, soils, SEED)
        columns.check("columns")
        assert np.unique(columns.poros * 1e3 + columns.bf1).size == 2
    both = side_by_side(columns_at(lon, lat, TRUE_SOILS, SEED), columns)
    assert both.tiles == 2 * lon.size
    np.testing.assert_array_equal(both.lai[:, lon.size :], columns.lai)


def test_land_model_reads_the_files(tmp_path):
    made = create_example(tmp_path / "area", "tiny", SEED)
    tiles = read_parameters(made.columns)
    assert tiles.grid.matches(area.study_cells().grid)
    tiles.parameters.check(str(made.columns))
    with netcdf.open_dataset(made.forcing, list(VARIABLES)) as dataset:
        days = netcdf.read_days(dataset)
        assert (np.diff(days) == 0.125).all()
        assert netcdf.read_grid(dataset).matches(GRID)
        assert dataset.synthetic == 1
        expected = StudyArea(TINY, SEED).reported_weather(GRID)
        for name in VARIABLES:
            stored = netcdf.read_float(dataset, name).reshape(days.size, -1)
            # Rounded to 12 bits after the leading one.
            np.testing.assert_allclose(stored, expected.values[name], rtol=2**-13, atol=1e-30)


def test_columns_store_water_when_it_rains(weather):
    chosen, june = [0, GRID.rows * GRID.columns - 1], slice(150 * 8, 156 * 8)
    short = {name: values[june, chosen] for name, values in weather.values.items()}
    both = {name: np.hstack([values, values]) for name, values in short.items()}
    both["Rainf"] = np.hstack([short["Rainf"], short["Rainf"] + 5e-4])
    lon, lat = (np.tile(part.ravel()[chosen], 2) for part in GRID.lon_lat())
    columns = columns_at(lon, lat, TRUE_SOILS, SEED)
    run = run_columns(Weather(weather.days[june], both), lon, lat, columns, SilentProgress())
    assert run.shape == (6, 4)
    gained = (run[:, 2:] - run[:, :2])[-1]
    # 5e-4 kg m-2 s-1 for 5.5 days (the last day counts by its mean) are 238 mm: some of it runs off.
    assert ((gained > 40) & (gained < 238)).all()


def test_truth_and_model_are_runs_that_differ():
    short = replace(TINY, catchment=True, weather=("2018-11-20", "2018-11-22"))
    runs, days = StudyArea(short, SEED), [6898.0, 6900.0]  # 2018-11-20 and 22
    net = area.column_net()
    true, model = (each.values(days, *net.lon_lat()) for each in (runs.storage, runs.land_model))
    assert np.isfinite(true).all()
    assert abs(true - model).mean() > 1  # other soils hold other amounts
    with pytest.raises(ValueError, match="not run"):
        runs.storage.values([6897.0], *net.lon_lat())


def test_column_storage_passes_through_its_columns():
    net = area.column_net()
    rng = np.random.default_rng(SEED)
    daily = rng.normal(size=(4, net.rows * net.columns))
    storage = ColumnStorage(net, 100.0, daily)
    np.testing.assert_allclose(storage.values([101.0, 103.0], *net.lon_lat()), daily[[1, 3]], atol=1e-10)
    lon, lat = (part.ravel() for part in net.lon_lat())
    plane = ColumnStorage(net, 0.0, (2 * lon - lat)[None])
    domain = area.load_domain(PRESETS["catchment"])
    np.testing.assert_allclose(plane.values([0.0], domain.lon, domain.lat)[0], (2 * domain.lon - domain.lat).ravel())

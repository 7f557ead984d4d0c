"""More layouts of weather as downloaded: each gives the truth, or is refused with a sentence that says what to do."""

import netCDF4
import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.land.weather_csv import CsvWeather
from groundswell.core.land.weather_products import humidity_of_dew_point, humidity_of_relative

from .test_catchment_weather import (
    HOUR,
    LAT,
    LON,
    MERRA2,
    MERRA2_UNITS,
    START,
    Truth,
    close,
    figures,
    means,
    merra2,
    open_weather,
    plain,
    station,
    write,
)

PLAIN_UNITS = {
    "Tair": "K", "Qair": "kg kg-1", "Psurf": "Pa", "Wind": "m s-1", "Rainf": "kg m-2 s-1", "Snowf": "kg m-2 s-1",
    "SWdown": "W m-2", "LWdown": "W m-2", "Wind_E": "m s-1", "Wind_N": "m s-1",
}  # fmt: skip


@pytest.fixture(scope="module")
def truth():
    return Truth(days=4)


def test_merra2_land_precipitation(tmp_path, truth):
    """tavg1_2d_lnd beside radiation and lowest level: what fell on the land, snow as its part."""
    units = {**MERRA2_UNITS, "PRECTOTLAND": "kg m-2 s-1", "PRECSNOLAND": "kg m-2 s-1"}
    path = merra2(tmp_path, truth, {}, lowest=True)
    middles = START + (np.arange(truth.count) + 0.5) * HOUR
    land = {"PRECTOTLAND": truth.rain, "PRECSNOLAND": 0.25 * truth.rain}
    other = write(tmp_path / "MERRA2_400.tavg1_2d_lnd_Nx.20180101.nc4", middles, land, units, names=MERRA2)
    source = open_weather(path, other)
    close(means(source), truth)
    values = source.read(0, truth.count)
    np.testing.assert_allclose(values["Snowf"].mean(), 0.25 * truth.rain.mean(), rtol=1e-5)
    source.close()


def test_relative_humidity_and_components_of_the_wind(tmp_path, truth):
    middles = START + (np.arange(truth.count) + 0.5) * HOUR
    bounds = np.stack([middles - HOUR / 2, middles + HOUR / 2], axis=1)
    ones = np.ones(truth.count)
    fields = {"tas": 290.0 * ones, "hurs": 60.0 * ones, "ps": 8.2e4 * ones, "uas": 3.0 * ones, "vas": -4.0 * ones}
    fields.update({"pr": truth.rain, "rsds": truth.SWdown, "rlds": truth.LWdown})
    units = {"tas": "K", "hurs": "%", "ps": "Pa", "uas": "m s-1", "vas": "m s-1", "pr": "kg m-2 s-1", "rsds": "W m-2"}
    path = write(tmp_path / "w.nc", middles, fields, {**units, "rlds": "W m-2"}, (LON, LAT), MERRA2, bounds=bounds)
    source = open_weather(path)
    values = source.read(0, 5)
    # 60 % of 19.17 hPa at 290 K is 11.50 hPa: 0.622 * 11.50 / (820 - 0.378 * 11.50).
    np.testing.assert_allclose(values["Qair"], 0.00877, rtol=1e-3)
    np.testing.assert_allclose(values["Wind"], 5.0)
    source.close()
    # Saturated air has the humidity of its own dew point.
    kelvin, pressure = np.array([280.0, 300.0]), np.array([8e4, 1e5])
    saturated = humidity_of_relative(np.ones(2), kelvin, pressure)
    np.testing.assert_allclose(saturated, humidity_of_dew_point(kelvin, pressure), rtol=1e-12)


def test_wind_of_nldas(tmp_path, truth):
    fields = {name: values for name, values in plain(truth).items() if name != "Wind"}
    fields.update({"Wind_E": np.full(truth.count, 3.0), "Wind_N": np.full(truth.count, -4.0)})
    source = open_weather(write(tmp_path / "w.nc", truth.stamps[:-1], fields, PLAIN_UNITS))
    np.testing.assert_allclose(source.read(0, 3)["Wind"], 5.0)
    source.close()


def test_half_hourly_imerg_is_found_in_a_folder(tmp_path, truth):
    from groundswell.core.land.containers import SUFFIXES
    from groundswell.core.land.time_axis import files_in

    (tmp_path / "3B-HHR.MS.MRG.3IMERG.20180101-S000000-E002959.0000.V07B.HDF5").write_bytes(b"")
    assert len(files_in([tmp_path], SUFFIXES)) == 1


@pytest.mark.parametrize("dimension", ["number", "level"])
def test_members_and_levels_are_not_taken_at_random(tmp_path, truth, dimension):
    """ERA5's ten members came in as their first; places without lon/lat dimensions as the grid's corner."""
    path = write(
        tmp_path / "w.nc", truth.stamps[:-1], {n: v for n, v in plain(truth).items() if n != "Tair"}, PLAIN_UNITS
    )
    with netCDF4.Dataset(path, "a") as dataset:
        dataset.createDimension(dimension, 3)
        variable = dataset.createVariable("Tair", "f4", ("valid_time", dimension, "latitude", "longitude"))
        variable.units = "K"
        variable[:] = 285.0
    source = open_weather(path)
    with pytest.raises(InputError, match=f"3 values along '{dimension}'.*cut the one to use"):
        source.read(0, 1)
    source.close()


def test_curved_grids_are_refused(tmp_path, truth):
    path = tmp_path / "w.nc"
    with netCDF4.Dataset(path, "w") as dataset:
        for name, size in (("time", truth.count), ("south_north", 3), ("west_east", 4)):
            dataset.createDimension(name, size)
        time = dataset.createVariable("time", "f8", ("time",))
        time.units = "days since 2000-01-01"
        time[:] = truth.stamps[:-1]
        for name, values in plain(truth).items():
            variable = dataset.createVariable(name, "f4", ("time", "south_north", "west_east"))
            variable.units = PLAIN_UNITS[name]
            variable[:] = np.broadcast_to(np.asarray(values)[:, None, None], variable.shape)
    source = open_weather(path)
    with pytest.raises(InputError, match="along 'south_north'.*curved or projected grid"):
        source.read(0, 1)
    source.close()


def test_daily_tables_of_fluxnet_are_named(tmp_path):
    path = tmp_path / "FLX_DD.csv"
    path.write_text("TIMESTAMP,TA_F,SW_IN_F\n20180101,5.0,100.0\n20180102,5.0,100.0\n")
    with pytest.raises(InputError, match=r"daily or longer table of FLUXNET.*\(HH\)"):
        CsvWeather(path, 1)


def test_an_hour_late_is_unusual():
    """Hourly weather stamped at the end of its hours, without bounds to say so."""
    truth = Truth()
    late = np.roll(truth.SWdown, 1)
    lag = figures(station(truth, SWdown=late))["lag"]
    assert lag.value == pytest.approx(60.0, abs=5.0)
    assert lag.verdict == "unusual"


def test_weather_elsewhere_is_named(tmp_path, truth):
    """It was said that the file does not reach an EXTENT that this step does not have."""
    path = write(tmp_path / "w.nc", truth.stamps[:-1], plain(truth), PLAIN_UNITS, axes=(LON + 50.0, LAT))
    source = open_weather(path)
    with pytest.raises(InputError, match=r"does not cover the columns of PARAMETERS: it covers 147\.88 to 152\.12 E"):
        source.read(0, 1)
    source.close()


def test_less_than_a_day_and_days_without_a_course(tmp_path, truth):
    from groundswell.core.land.weather_check import check_weather, refuse_impossible
    from groundswell.core.work.progress import SilentProgress

    place = np.array([100.0, 100.2]), np.array([26.0, 26.0])
    hours = {name: np.asarray(values)[:20] for name, values in plain(truth).items()}
    source = open_weather(write(tmp_path / "w.nc", truth.stamps[:20], hours, PLAIN_UNITS))
    with pytest.raises(InputError, match="does not cover a whole day"):
        check_weather(source, *place, SilentProgress())
    source.close()
    daily = {name: np.asarray(values).reshape(-1, 24).mean(axis=1) for name, values in plain(truth).items()}
    source = open_weather(write(tmp_path / "d.nc", truth.stamps[:-1:24], daily, PLAIN_UNITS))
    progress = SilentProgress()
    refuse_impossible(check_weather(source, *place, SilentProgress()), progress)
    assert any("24 h apart" in text and "course of the day" in text for text in progress.warnings)
    source.close()


def test_tables_with_semicolons_and_decimal_commas(tmp_path):
    header = "time;Tair;Qair;Psurf;Rainf;Snowf;LWdown;SWdown;Wind"
    row = "2018-01-01T{:02d}:00;285,5;0,006;82000;1,5e-4;0;300;100;2,5"
    (tmp_path / "w.csv").write_text("\n".join([header, *(row.format(hour) for hour in range(24))]))
    values = CsvWeather(tmp_path / "w.csv", 2).read(0, 24)
    assert values["Tair"][3, 1] == 285.5
    assert values["Rainf"][3, 1] == 1.5e-4


@pytest.mark.parametrize(
    ("lon", "lat", "zone"),
    [([175.3], -40.4, 12.0), ([-170.7], -14.3, -11.0), ([179.6, -179.6], 67.0, 12.0), ([-68.3], -54.8, -3.0)],
)
def test_local_time_on_both_sides_of_the_date_line(lon, lat, zone):
    """New Zealand's UTC+12 was read as UTC-12, a day late; columns across 180 degrees were refused."""
    from groundswell.core.land.sun import mean_cosine
    from groundswell.core.land.weather_clock import in_utc

    place = np.array(lon), np.full(len(lon), lat)
    # Twenty days of January in a clock `zone` hours ahead.
    truth = Truth(20)
    hours = START + np.arange(truth.count) / 24.0
    light = 800.0 * mean_cosine(hours - zone / 24.0, 1.0 / 24.0, *place).mean(axis=1)
    source = station(truth, SWdown=light)
    weather = in_utc(source, "the file says so", *place, source.notes)
    assert weather.timing.start == pytest.approx(START - zone / 24.0)
    assert f"UTC{zone:+g} h;" in source.notes[-1]
    assert ("a day apart" in source.notes[-1]) == (abs(zone) > 10.0)


def test_a_winter_near_the_polar_circle_is_plausible():
    """Little sun and nothing but snow were called unusual, an instrument's zero at night a wrong clock."""
    from groundswell.core.land.sun import mean_cosine
    from groundswell.core.land.weather import Timing
    from groundswell.core.land.weather_check import check_weather, refuse_impossible
    from groundswell.core.work.progress import SilentProgress

    place = np.array([129.0]), np.array([65.0])
    december = 8370.0  # 2022-12-01, days since 2000
    truth = Truth(40)
    hours = december + np.arange(truth.count) / 24.0
    cold = 230.0 + 3.0 * np.sin(np.arange(truth.count) / 30.0)
    light = 700.0 * mean_cosine(hours, 1.0 / 24.0, *place)[:, 0] + 0.8
    values = {"Tair": cold, "Qair": np.full(truth.count, 4.0e-5), "SWdown": light, "Psurf": np.full(truth.count, 1.0e5)}
    values.update(LWdown=0.72 * 5.670374e-8 * cold**4, Snowf=truth.rain / 20.0, Rainf=np.zeros(truth.count))
    source = station(truth, **values)
    source.timing = Timing(december, 1.0 / 24.0, truth.count)
    report = check_weather(source, *place, SilentProgress())
    found = {figure.name: figure for figure in report.figures}
    for name in ("snow_share", "short_wave", "lag", "humidity"):
        assert found[name].verdict == "plausible", found[name]
    assert found["below_horizon"].verdict == "unknown"
    refuse_impossible(report, SilentProgress())
    late = station(truth, **{**values, "SWdown": np.roll(light, 9)})
    late.timing = source.timing
    assert "lag" in {figure.name for figure in check_weather(late, *place, SilentProgress()).impossible}


def test_columns_across_the_date_line(tmp_path, truth):
    """179 to 181, -181 to -179 and the whole turn give the same; a file with a hole in the turn says so."""
    from groundswell.core.land.weather_files import NetcdfWeather
    from groundswell.core.land.weather_meaning import WeatherOptions
    from groundswell.core.land.weather_places import places_of_weather

    def weather(name, lon):
        fields = {key: np.asarray(values)[:24] for key, values in plain(truth).items()}
        path = write(tmp_path / name, truth.stamps[:24], fields, PLAIN_UNITS, axes=(lon, LAT))
        with netCDF4.Dataset(path, "a") as dataset:
            turn = np.radians(np.asarray(lon))
            dataset["Tair"][:] = np.broadcast_to(280.0 + np.cos(turn) + 9.0 * np.sin(turn), dataset["Tair"].shape)
        return path

    path = weather("p.nc", np.arange(179.0, 181.1, 0.5))
    places = places_of_weather(path, "M36")
    lon = np.radians(places.lon_lat[0])
    assert lon.min() < -3.1 < 3.1 < lon.max()
    axes = (np.arange(-181.0, -178.9, 0.5), np.arange(0.0, 360.0, 0.5), np.arange(-180.0, 180.0, 0.5))
    for number, axis in enumerate((None, *axes)):
        file = path if axis is None else weather(f"{number}.nc", axis)
        source = NetcdfWeather([file], places.grid, places.row, places.column, WeatherOptions())
        # Within half a degree the fields bend by 3e-4 at most; neighbouring columns differ by 0.06.
        np.testing.assert_allclose(source.read(0, 1)["Tair"][0], 280.0 + np.cos(lon) + 9.0 * np.sin(lon), atol=2e-2)
        source.close()
    with pytest.raises(InputError, match="'longitude' is not regularly spaced"):
        places_of_weather(weather("hole.nc", np.array([-180.0, -179.5, -179.0, 179.0, 179.5])), "M36")

"""Weather of many products, made to their layouts from one truth: the same means must come out."""

import zipfile

import netCDF4
import numpy as np
import pytest
from grib_files import message
from groundswell.core.errors import InputError
from groundswell.core.grid.ease2 import Grid
from groundswell.core.land.sun import mean_cosine
from groundswell.core.land.weather_files import NetcdfWeather
from groundswell.core.land.weather_meaning import WeatherOptions

START = 6575.0  # 2018-01-01
DAYS = 12
ROW0, COLUMN0 = 160, 1079  # 100 E, 26 N
HOUR = 1 / 24
LON, LAT = np.arange(98.0, 102.01, 0.25), np.arange(28.0, 23.99, -0.25)
FINE = np.arange(99.0, 101.01, 0.1), np.arange(27.0, 24.99, -0.1)
ECMWF_UNITS = {
    "t2m": "K", "d2m": "K", "sp": "Pa", "u10": "m s**-1", "v10": "m s**-1", "tp": "m", "ssrd": "J m**-2",
    "strd": "J m**-2", "sf": "m of water equivalent", "avg_tprate": "kg m**-2 s**-1", "avg_sdswrf": "W m**-2",
    "avg_sdlwrf": "W m**-2",
}  # fmt: skip


class Truth:
    """Hourly weather: means of each hour from START on, and states at full hours."""

    def __init__(self, days=DAYS):
        rng = np.random.default_rng(3)
        self.count = days * 24
        hours = START + np.arange(self.count) * HOUR
        sun = mean_cosine(hours, HOUR, np.array([100.0]), np.array([26.0]))[:, 0]
        self.SWdown = 1361.0 * 0.62 * sun
        self.LWdown = 330.0 + 30.0 * np.sin(np.arange(self.count) / 40.0)
        wet = (np.arange(self.count) // 9) % 3 == 0
        self.rain = np.where(wet, rng.gamma(1.5, 1.0e-4, self.count), 0.0)  # kg m-2 s-1, all precipitation
        stamps = START + np.arange(self.count + 1) * HOUR
        self.stamps = stamps
        self.Tair = 288.0 + 6.0 * np.sin((stamps - 0.05) * 2 * np.pi)
        self.sp = np.full(stamps.size, 8.2e4)
        self.d2m = np.full(stamps.size, 279.0)


@pytest.fixture(scope="module")
def truth():
    return Truth()


def write(path, stamps, fields, units=None, axes=(LON, LAT), names=("longitude", "latitude", "valid_time"), **extra):
    """Write a file of a product; `fields` [time], `extra`: attributes, bounds, expver, methods."""
    lon_name, lat_name, time_name = names
    with netCDF4.Dataset(path, "w") as dataset:
        for name, values in ((lon_name, axes[0]), (lat_name, axes[1])):
            dataset.createDimension(name, len(values))
            dataset.createVariable(name, "f8", (name,))[:] = values
        dataset.createDimension(time_name, len(stamps))
        time = dataset.createVariable(time_name, "f8", (time_name,))
        time.units, time.calendar = extra.get("time_units", "days since 2000-01-01"), "standard"
        time[:] = stamps
        if "bounds" in extra:
            dataset.createDimension("bnds", 2)
            time.bounds = "time_bnds"
            dataset.createVariable("time_bnds", "f8", (time_name, "bnds"))[:] = extra["bounds"]
        if "expver" in extra:
            versions = dataset.createVariable("expver", str, (time_name,))
            for index, value in enumerate(extra["expver"]):
                versions[index] = value
        for name, series in fields.items():
            variable = dataset.createVariable(name, "f4", (time_name, lat_name, lon_name))
            unit = (units or ECMWF_UNITS).get(name, "")
            if unit:
                variable.units = unit
            if name in extra.get("methods", {}):
                variable.cell_methods = extra["methods"][name]
            variable.setncatts(extra.get("attributes", {}).get(name, {}))
            variable[:] = np.broadcast_to(np.asarray(series)[:, None, None], (len(stamps), len(axes[1]), len(axes[0])))
    return path


def open_weather(*files, **options):
    grid = Grid("M25").window(ROW0, COLUMN0, 1, 2)
    return NetcdfWeather(list(files), grid, np.array([0, 0]), np.array([0, 1]), WeatherOptions(**options))


def means(source):
    """Return mean fluxes over all whole days: mm/day and W m-2."""
    values = source.read(0, source.timing.count)
    rain = values["Rainf"] + values.get("Snowf", 0.0)
    return rain.mean() * 86400, values["SWdown"].mean(), values["LWdown"].mean()


def states(truth, every=1):
    at = slice(None, None, every)
    wind = np.full(truth.stamps.size, 3.0)
    return {"t2m": truth.Tair[at], "d2m": truth.d2m[at], "sp": truth.sp[at], "u10": wind[at], "v10": 0 * wind[at]}


def hourly_sums(truth):
    """Return ERA5's sums of the hour before each stamp, from the second stamp on."""
    return {"tp": truth.rain * 3.6, "ssrd": truth.SWdown * 3600.0, "strd": truth.LWdown * 3600.0}


def running(truth):
    """Return ERA5-Land's sums since 00 UTC, at the same stamps."""
    return {name: values.reshape(-1, 24).cumsum(axis=1).ravel() for name, values in hourly_sums(truth).items()}


def close(found, truth, every=1, tolerance=0.01):
    """Compare with the means of the hours that were sampled (rain), and of all (radiation)."""
    expected = (truth.rain[every - 1 :: every].mean() * 86400, truth.SWdown.mean(), truth.LWdown.mean())
    np.testing.assert_allclose(found, expected, rtol=tolerance)


@pytest.mark.parametrize("every", [1, 3, 6])
def test_era5_gives_the_sum_of_one_hour_whatever_the_step(tmp_path, truth, every):
    sums = {name: values[every - 1 :: every] for name, values in hourly_sums(truth).items()}
    files = [
        write(tmp_path / "instant.nc", truth.stamps[::every], states(truth, every)),
        write(tmp_path / "accum.nc", truth.stamps[every::every], sums),
    ]
    source = open_weather(*files)
    assert source.product.name == "ERA5"
    assert source.timing.step == pytest.approx(every / 24)
    # Six-hourly samples see the sun rarely: its light is that of the hours that were sampled.
    close(means(source), truth, every, 0.01 if every < 6 else 0.03)
    assert any("one hour before each stamp" in note for note in source.notes) == (every > 1)
    source.close()


def test_era5_states_with_era5_land_precipitation(tmp_path, truth):
    era5 = {name: values for name, values in hourly_sums(truth).items() if name != "tp"}
    files = [
        write(tmp_path / "states.nc", truth.stamps, states(truth)),
        write(tmp_path / "radiation.nc", truth.stamps[1:], era5),
        write(tmp_path / "land.nc", truth.stamps[1:], {"tp": running(truth)["tp"]}, axes=FINE),
    ]
    source = open_weather(*files)
    close(means(source), truth)
    assert any("tp run up since 00 UTC" in note for note in source.notes)
    source.close()


@pytest.mark.parametrize("axes", [(LON, LAT), FINE])
@pytest.mark.parametrize("kind", [hourly_sums, running])
def test_meaning_does_not_follow_the_grid(tmp_path, truth, axes, kind):
    """ERA5 at 0.1 degrees, de-accumulated ERA5-Land, ERA5-Land at 0.25 degrees: the values tell."""
    instant = write(tmp_path / "instant.nc", truth.stamps, states(truth), axes=axes)
    amounts = write(tmp_path / "accum.nc", truth.stamps[1:], kind(truth), axes=axes)
    source = open_weather(instant, amounts)
    close(means(source), truth)
    assert any("run up since 00 UTC" in note for note in source.notes) == (kind is running)
    source.close()


def test_accumulation_every_three_hours(tmp_path, truth):
    every = {name: values[2::3] for name, values in running(truth).items()}
    instant = write(tmp_path / "instant.nc", truth.stamps[::3], states(truth, 3))
    source = open_weather(instant, write(tmp_path / "accum.nc", truth.stamps[3::3], every))
    rain, short, long = means(source)
    assert rain == pytest.approx(truth.rain.mean() * 86400, rel=1e-4)
    assert short == pytest.approx(truth.SWdown.mean(), rel=1e-4)
    assert long == pytest.approx(truth.LWdown.mean(), rel=1e-4)
    source.close()


def test_accumulation_is_asked_for_where_values_do_not_show_it(tmp_path, truth):
    """One value a day, or one day alone, can be either."""
    daily = {name: values[23::24] for name, values in running(truth).items()}
    instant = write(tmp_path / "instant.nc", truth.stamps[::24], states(truth, 24))
    accumulated = write(tmp_path / "accum.nc", truth.stamps[24::24], daily)
    with pytest.raises(InputError, match="say it by ACCUMULATION"):
        open_weather(instant, accumulated)
    source = open_weather(instant, accumulated, accumulation="day")
    assert means(source)[0] == pytest.approx(truth.rain.mean() * 86400, rel=1e-4)
    assert means(source)[2] == pytest.approx(truth.LWdown.mean(), rel=1e-4)
    source.close()
    hours = {name: values[:8] for name, values in running(truth).items()}
    with pytest.raises(InputError, match="ACCUMULATION"):
        open_weather(instant, write(tmp_path / "short.nc", truth.stamps[1:9], hours))


def test_names_of_the_new_climate_data_store(tmp_path, truth):
    rates = {"avg_tprate": truth.rain, "avg_sdswrf": truth.SWdown, "avg_sdlwrf": truth.LWdown}
    attributes = {name: {"GRIB_stepType": "avg"} for name in rates}
    files = [
        write(tmp_path / "instant.nc", truth.stamps, states(truth)),
        write(tmp_path / "avg.nc", truth.stamps[1:], rates, attributes=attributes),
    ]
    archive = tmp_path / "download.nc"
    with zipfile.ZipFile(archive, "w") as made:
        for path in files:
            made.write(path, f"data_{path.name}")
    source = open_weather(archive)
    close(means(source), truth)
    source.close()


def test_preliminary_data_give_way_to_final_ones(tmp_path, truth):
    """ERA5T and ERA5 overlap: the final data count, whatever the names of the files."""
    half = truth.count // 2
    states_of = {name: values for name, values in states(truth).items()}
    sums = hourly_sums(truth)
    wrong = {name: values * 3.0 for name, values in sums.items()}
    first_half = {name: values[:half] for name, values in sums.items()}
    early = np.array(["0005"] * truth.count)
    final = np.array(["0001"] * half)
    files = [
        write(tmp_path / "a_preliminary.nc", truth.stamps[1:], wrong, expver=early),
        write(tmp_path / "b_final.nc", truth.stamps[1 : half + 1], first_half, expver=final),
        write(tmp_path / "states.nc", truth.stamps, states_of),
    ]
    source = open_weather(*files)
    rain = source.read(0, truth.count)["Rainf"][:, 0]
    np.testing.assert_allclose(rain[:half], truth.rain[:half], rtol=1e-5)
    np.testing.assert_allclose(rain[half:], 3 * truth.rain[half:], rtol=1e-5)
    assert any("the final ones were taken" in note for note in source.notes)
    source.close()


def test_equal_overlaps_are_dropped_and_unlike_ones_refused(tmp_path, truth):
    whole = write(tmp_path / "a.nc", truth.stamps, states(truth))
    sums = write(tmp_path / "s.nc", truth.stamps[1:], hourly_sums(truth))
    again = write(tmp_path / "b.nc", truth.stamps[24:49], {k: v[24:49] for k, v in states(truth).items()})
    source = open_weather(whole, sums, again)
    assert any("twice with equal values" in note for note in source.notes)
    source.close()
    other = write(tmp_path / "b.nc", truth.stamps[24:49], {k: v[24:49] * 1.01 for k, v in states(truth).items()})
    with pytest.raises(InputError, match="twice at 2018-01-02T00:00 with different values"):
        open_weather(whole, sums, other)


def test_versions_as_a_dimension(tmp_path, truth):
    """Files of the old store: final values, then preliminary ones, each NaN where the other has values."""
    path = write(tmp_path / "states.nc", truth.stamps, states(truth))
    half = truth.count // 2
    with netCDF4.Dataset(tmp_path / "sums.nc", "w") as dataset:
        for name, values in (("longitude", LON), ("latitude", LAT), ("expver", [1, 5])):
            dataset.createDimension(name, len(values))
            dataset.createVariable(name, "f8" if name != "expver" else "i4", (name,))[:] = values
        dataset.createDimension("time", truth.count)
        time = dataset.createVariable("time", "f8", ("time",))
        time.units = "days since 2000-01-01"
        time[:] = truth.stamps[1:]
        for name, series in hourly_sums(truth).items():
            variable = dataset.createVariable(name, "f4", ("time", "expver", "latitude", "longitude"))
            variable.units = ECMWF_UNITS[name]
            values = np.full((truth.count, 2, LAT.size, LON.size), np.nan)
            values[:half, 0], values[half:, 1] = series[:half, None, None], series[half:, None, None]
            variable[:] = values
    source = open_weather(path, tmp_path / "sums.nc")
    close(means(source), truth)
    source.close()


# MERRA-2


MERRA2 = ("lon", "lat", "time")
MERRA2_UNITS = {
    "T2M": "K", "QV2M": "kg kg-1", "PS": "Pa", "U10M": "m s-1", "V10M": "m s-1", "SWGDN": "W m-2", "LWGAB": "W m-2",
    "TLML": "K", "QLML": "kg kg-1", "SPEEDLML": "m s-1", "HLML": "m",
    **dict.fromkeys(("PRECTOTCORR", "PRECSNO", "PRECTOT", "PRECCUCORR", "PRECLSCORR", "PRECSNOCORR"), "kg m-2 s-1"),
}  # fmt: skip


def merra2(tmp_path, truth, fluxes, name="tavg1_2d_x.nc4", lowest=False):
    middles = START + (np.arange(truth.count) + 0.5) * HOUR
    ones = np.ones(truth.count)
    surface = {"T2M": 285 * ones, "QV2M": 0.006 * ones, "PS": 8.2e4 * ones, "U10M": 3 * ones, "V10M": 0 * ones}
    if lowest:
        surface = {"TLML": 284 * ones, "QLML": 0.006 * ones, "SPEEDLML": 5 * ones, "PS": 8.2e4 * ones}
        surface["HLML"] = 60.0 + np.sin(np.arange(truth.count))
    fields = {**surface, "SWGDN": truth.SWdown, "LWGAB": truth.LWdown, **fluxes}
    return write(tmp_path / name, middles, fields, MERRA2_UNITS, names=MERRA2)


def test_merra2_keeps_the_corrected_total(tmp_path, truth):
    """Snow of the model beside gauge-corrected precipitation: the total is that of the gauges."""
    ones = np.ones(truth.count)
    fluxes = {"PRECTOTCORR": 8e-5 * ones, "PRECSNO": 2e-4 * ones}  # 6.9 and 17.3 mm/day
    source = open_weather(merra2(tmp_path, truth, fluxes))
    assert means(source)[0] == pytest.approx(6.912, rel=1e-4)
    source.close()
    source = open_weather(merra2(tmp_path, truth, {**fluxes, "PRECTOT": 4e-4 * ones}))
    values = source.read(0, 24)
    np.testing.assert_allclose(values["Snowf"], 4e-5, rtol=1e-5)
    np.testing.assert_allclose(values["Rainf"], 4e-5, rtol=1e-5)
    source.close()


def test_lowest_level_stands_at_its_height(tmp_path, truth):
    fluxes = {"PRECTOTCORR": truth.rain}
    source = open_weather(merra2(tmp_path, truth, fluxes, lowest=True))
    np.testing.assert_allclose(source.height, 60.0, atol=0.5)
    source.close()


def test_merra2_land_forcing_files(tmp_path, truth):
    """M2I1NXLFO (moments at full hours) and M2T1NXLFO (hourly means), made to their documentation."""
    stamps = truth.stamps[:-1]
    ones = np.ones(truth.count)
    moments = {"TLML": 284 * ones, "QLML": 0.006 * ones, "SPEEDLML": 5 * ones, "PS": 8.2e4 * ones, "HLML": 61 * ones}
    middles = stamps + HOUR / 2
    fluxes = {"PRECCUCORR": 0.25 * truth.rain, "PRECLSCORR": 0.5 * truth.rain, "PRECSNOCORR": 0.25 * truth.rain}
    files = [
        write(tmp_path / "MERRA2_400.inst1_2d_lfo_Nx.nc4", stamps, moments, MERRA2_UNITS, names=MERRA2),
        write(
            tmp_path / "MERRA2_400.tavg1_2d_lfo_Nx.nc4", middles,
            {"SWGDN": truth.SWdown, "LWGAB": truth.LWdown, **fluxes}, MERRA2_UNITS, names=MERRA2,
        ),
    ]  # fmt: skip
    source = open_weather(*files)
    close(means(source), truth)
    values = source.read(0, truth.count)
    np.testing.assert_allclose(values["Snowf"][:, 0], 0.25 * truth.rain, rtol=1e-5)
    assert source.at_stamp == {"Tair", "Qair", "Psurf", "Wind"}
    source.close()


# Plain files and CF

PLAIN_UNITS = {
    "Tair": "K", "Qair": "kg kg-1", "Psurf": "Pa", "PSurf": "Pa", "LWdown": "W m-2", "SWdown": "W m-2",
    "Wind": "m s-1", "Rainf": "kg m-2 s-1",
}  # fmt: skip


def plain(truth, pressure="Psurf"):
    ones = np.ones(truth.count)
    return {
        "Tair": 285 + ones, "Qair": 0.006 * ones, pressure: 8.2e4 * ones, "Wind": 3 * ones, "Rainf": truth.rain,
        "SWdown": truth.SWdown, "LWdown": truth.LWdown,
    }  # fmt: skip


def test_bounds_say_which_interval_a_time_stands_for(tmp_path, truth):
    """Times at the ends of their hours, with bounds: not an hour off."""
    ends = truth.stamps[1:]
    bounds = np.stack([ends - HOUR, ends], axis=1)
    path = write(tmp_path / "w.nc", ends, plain(truth), PLAIN_UNITS, names=("lon", "lat", "time"), bounds=bounds)
    source = open_weather(path)
    assert source.timing.start == pytest.approx(START)
    np.testing.assert_allclose(source.read(0, truth.count)["SWdown"][:, 0], truth.SWdown, rtol=1e-5)
    source.close()
    source = open_weather(write(tmp_path / "w.nc", ends, plain(truth), PLAIN_UNITS), stamp="end")
    assert source.timing.start == pytest.approx(START)
    source.close()


def test_pressure_of_wfde5(tmp_path, truth):
    source = open_weather(write(tmp_path / "w.nc", truth.stamps[:-1], plain(truth, "PSurf"), PLAIN_UNITS))
    np.testing.assert_allclose(source.read(0, 2)["Psurf"], 8.2e4)
    source.close()


@pytest.mark.parametrize("clock", ["+08:00", "+8:00", "+8", "UTC+8"])
def test_clock_of_a_time_zone_in_the_units(tmp_path, truth, clock):
    units = f"days since 2000-01-01 00:00:00 {clock}"
    path = write(tmp_path / "w.nc", truth.stamps[:-1] + 8 * HOUR, plain(truth), PLAIN_UNITS, time_units=units)
    source = open_weather(path)
    assert source.timing.start == pytest.approx(START, abs=1e-4)
    source.close()


def test_cf_names(tmp_path, truth):
    names = {
        "Tair": "air_temperature", "Qair": "specific_humidity", "Psurf": "surface_air_pressure", "Wind": "wind_speed",
        "Rainf": "precipitation_flux", "SWdown": "surface_downwelling_shortwave_flux_in_air",
        "LWdown": "surface_downwelling_longwave_flux_in_air",
    }  # fmt: skip
    fields = {f"v{number}": plain(truth)[name] for number, name in enumerate(names)}
    attributes = {f"v{number}": {"standard_name": names[name]} for number, name in enumerate(names)}
    units = {f"v{number}": PLAIN_UNITS[name] for number, name in enumerate(names)}
    ends = truth.stamps[1:]
    bounds = np.stack([ends - HOUR, ends], axis=1)
    path = write(tmp_path / "w.nc", ends - HOUR / 2, fields, units, attributes=attributes, bounds=bounds)
    source = open_weather(path)
    assert source.product.name == "CF"
    assert source.timing.start == pytest.approx(START)
    close(means(source), truth)
    source.close()
    short = dict(zip(("tas", "huss", "ps", "sfcWind", "pr", "rsds", "rlds"), (plain(truth)[name] for name in names)))
    units = dict(zip(short, (PLAIN_UNITS[name] for name in names)))
    source = open_weather(write(tmp_path / "w.nc", truth.stamps[:-1], short, units))
    close(means(source), truth)
    assert any("STAMP" in note for note in source.notes)
    source.close()


def test_no_unit_is_asked_for(tmp_path, truth):
    units = {name: unit for name, unit in PLAIN_UNITS.items() if name != "Rainf"}
    path = write(tmp_path / "w.nc", truth.stamps[:-1], plain(truth), units)
    source = open_weather(path)
    with pytest.raises(InputError, match="'Rainf' has no unit: say it by WEATHER_UNITS, such as Rainf=mm/h"):
        source.read(0, 1)
    source.close()
    source = open_weather(path, units={"Rainf": "mm/s"})
    close(means(source), truth)
    source.close()


# Precipitation alone


@pytest.mark.parametrize(
    ("name", "unit", "step", "factor"),
    [
        ("precip", "mm/day", 1.0, 86400.0),  # CHIRPS, GPCP
        ("precip", "mm", 1.0, 86400.0),
        ("precipitation", "mm/3h", 1 / 8, 3 * 3600.0),  # MSWEP
        ("precipitation", "mm/hr", 1 / 48, 3600.0),
    ],
)
def test_precipitation_products(tmp_path, truth, name, unit, step, factor):
    count = round(DAYS / step)
    rate = np.full(count, 8e-5)
    stamps = START + np.arange(count) * step
    path = write(tmp_path / "p.nc", stamps, {name: rate * factor}, {name: unit}, names=("lon", "lat", "time"))
    source = open_weather(path)
    np.testing.assert_allclose(source.read(0, 4)["Rainf"], 8e-5, rtol=1e-5)
    assert source.timing.step == pytest.approx(step)
    source.close()


# The clock and the check


def station(truth, **changes):
    """Return weather of one place in memory."""
    from groundswell.core.land.weather import Timing

    class Station:
        name, height, at_stamp, synthetic, local = "station", 10.0, frozenset(), False, ""
        timing = Timing(START, HOUR, truth.count)

        def __init__(self):
            self.notes = []
            self.values = {name: np.asarray(values)[:, None] for name, values in {**plain(truth), **changes}.items()}

        def read(self, first, count):
            return {name: values[first : first + count] for name, values in self.values.items()}

    return Station()


PLACE = np.array([100.0]), np.array([26.0])


def figures(source):
    from groundswell.core.land.weather_check import check_weather
    from groundswell.core.work.progress import SilentProgress

    return {figure.name: figure for figure in check_weather(source, *PLACE, SilentProgress()).figures}


def test_right_weather_is_plausible(truth):
    found = figures(station(truth))
    assert {figure.verdict for figure in found.values()} <= {"plausible", "unknown"}
    assert abs(found["lag"].value) < 2.0  # minutes
    assert found["clearness"].value == pytest.approx(0.62, rel=1e-3)
    assert found["precipitation"].value == pytest.approx(truth.rain.mean() * 86400 * 365.25, rel=1e-6)


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("lag", lambda t: {"SWdown": np.roll(t.SWdown, 8)}, "UTC_OFFSET=8 would fit"),
        ("emissivity", lambda t: {"LWdown": t.LWdown / 6.0 + 20.0}, "ACCUMULATION"),
        ("clearness", lambda t: {"SWdown": t.SWdown * 2.0}, "ACCUMULATION"),
        ("precipitation", lambda t: {"Rainf": t.rain * 24.0}, "ACCUMULATION"),
        ("humidity", lambda t: {"Qair": np.full(t.count, 0.03)}, "humidity"),
    ],
)
def test_impossible_weather_stops_the_run(truth, name, change, words):
    from groundswell.core.land.weather_check import check_weather, refuse_impossible
    from groundswell.core.work.progress import SilentProgress

    report = check_weather(station(truth, **change(truth)), *PLACE, SilentProgress())
    assert name in {figure.name for figure in report.impossible}
    with pytest.raises(InputError, match=words):
        refuse_impossible(report, SilentProgress())
    progress = SilentProgress()
    refuse_impossible(report, progress, stop=False)
    assert any(words in text for text in progress.warnings)


def test_tables_of_fluxnet_are_in_local_time_that_the_sun_shows(tmp_path, truth):
    """FLUXNET2015: half hours in local standard time (here UTC+7), kPa, hPa, degC, mm an interval."""
    from groundswell.core.dates import to_datetime64
    from groundswell.core.land.weather_clock import in_utc
    from groundswell.core.land.weather_csv import CsvWeather

    names = "TIMESTAMP_START,TIMESTAMP_END,TA_F,SW_IN_F,LW_IN_F,VPD_F,PA_F,P_F,WS_F"
    lines = [names]
    for number in range(truth.count * 2):
        stamps = [str(to_datetime64(START + 7 / 24 + (number + end) / 48)) for end in (0, 1)]
        times = ["".join(character for character in stamp if character.isdigit())[:12] for stamp in stamps]
        hour = number // 2
        row = (15.0, truth.SWdown[hour], truth.LWdown[hour], 8.5, 82.0, truth.rain[hour] * 1800.0, 3.0)
        lines.append(",".join([*times, *(f"{value:.6f}" for value in row)]))
    path = tmp_path / "FLX_site_FLUXNET2015_FULLSET_HH.csv"
    path.write_text("\n".join(lines))
    source = CsvWeather(path, 1)
    weather = in_utc(source, source.local, *PLACE, source.notes)
    assert weather.timing.start == pytest.approx(START)
    assert "UTC+7 h" in source.notes[-1]
    values = weather.read(0, truth.count * 2)
    np.testing.assert_allclose(values["SWdown"].reshape(-1, 2).mean(axis=1), truth.SWdown, rtol=1e-4, atol=1e-3)
    np.testing.assert_allclose(values["Rainf"].mean(), truth.rain.mean(), rtol=1e-4)
    # 17.04 hPa of saturation at 15 degC less 8.5 hPa: 0.622 e / (p - 0.378 e).
    np.testing.assert_allclose(values["Qair"], 0.622 * 854 / (82000 - 0.378 * 854), rtol=5e-3)
    assert CsvWeather(path, 1, WeatherOptions(utc_offset=7.0)).timing.start == pytest.approx(START)


def test_local_time_in_few_days_is_asked_for(truth):
    from groundswell.core.land.weather_clock import in_utc

    source = station(truth, SWdown=np.zeros(truth.count))
    with pytest.raises(InputError, match="say by UTC_OFFSET"):
        in_utc(source, "the file says so", *PLACE, source.notes)


def test_intervals_are_cut_at_midnight(truth):
    """Hours that begin at half past become half hours; sums stay."""
    from groundswell.core.land.weather_clock import ShiftedClock

    source = station(truth)
    shifted = ShiftedClock(source, 5.5, *PLACE)
    assert shifted.timing.step == pytest.approx(HOUR / 2)
    assert shifted.timing.start == pytest.approx(START - 5.5 / 24)
    values = shifted.read(0, truth.count * 2)
    for name in ("Rainf", "LWdown"):
        np.testing.assert_allclose(values[name].reshape(-1, 2).mean(axis=1), source.values[name][:, 0], rtol=1e-12)


def test_grib_of_era5_land(tmp_path, truth):
    """Table 128 of ECMWF through GDAL: kelvin stay kelvin, accumulations are found."""
    days = 3
    ones = np.ones((9, 9))
    parameters = {167: "t2m", 168: "d2m", 134: "sp", 165: "u10", 166: "v10", 228: "tp", 169: "ssrd", 175: "strd"}
    amounts, data = running(truth), []
    for hour in range(days * 24 + 1):
        for parameter, name in parameters.items():
            if name in amounts:
                if hour:
                    when = (2018, 1, 1 + (hour - 1) // 24, 0)
                    value, ahead = amounts[name][hour - 1], (hour - 1) % 24 + 1
                    data.append(message(parameter, when, value * ones, 27.0, 99.0, 0.25, ahead))
            else:
                when = (2018, 1, 1 + hour // 24, hour % 24)
                data.append(message(parameter, when, states(truth)[name][hour] * ones, 27.0, 99.0, 0.25))
    (tmp_path / "download.grib").write_bytes(b"".join(data))
    source = open_weather(tmp_path / "download.grib")
    assert source.timing.count == days * 24
    values = source.read(0, days * 24)
    np.testing.assert_allclose(values["Rainf"][:, 0].mean(), truth.rain[: days * 24].mean(), rtol=1e-3)
    np.testing.assert_allclose(values["SWdown"][:, 0].mean(), truth.SWdown[: days * 24].mean(), rtol=1e-3)
    np.testing.assert_allclose(values["Tair"][:, 0], truth.Tair[: days * 24], atol=0.01)
    source.close()


# From files as downloaded to storage


def gldas(folder, truth):
    """Return GLDAS-2.1's three-hourly layout of the truth: states at stamps, means of the three hours before."""
    folder.mkdir()
    units = {
        "Tair_f_inst": "K", "Qair_f_inst": "kg kg-1", "Psurf_f_inst": "Pa", "Wind_f_inst": "m s-1",
        "Rainf_f_tavg": "kg m-2 s-1", "Snowf_tavg": "kg m-2 s-1", "SWdown_f_tavg": "W m-2", "LWdown_f_tavg": "W m-2",
    }  # fmt: skip
    for number, stamp in enumerate(truth.stamps[::3]):
        means_of = {name: values[max(number - 1, 0) * 3 :][:3].mean() for name, values in
                    (("rain", truth.rain), ("SW", truth.SWdown), ("LW", truth.LWdown))}  # fmt: skip
        fields = {
            "Tair_f_inst": truth.Tair[3 * number], "Qair_f_inst": HUMIDITY, "Psurf_f_inst": 8.2e4, "Wind_f_inst": 3.0,
            "Rainf_f_tavg": means_of["rain"], "Snowf_tavg": 0.0, "SWdown_f_tavg": means_of["SW"],
            "LWdown_f_tavg": means_of["LW"],
        }  # fmt: skip
        path = folder / f"GLDAS_NOAH025_3H.A{number:04d}.021.nc4"
        write(path, [stamp], {k: [v] for k, v in fields.items()}, units, names=("lon", "lat", "time"))


HUMIDITY = 0.00709  # kg kg-1 of a dew point of 279 K (9.28 hPa over water) at 820 hPa


def as_downloaded(kind, folder, truth):
    """Write the truth as a product and return the folder."""
    files = folder / kind
    if kind == "gldas":
        gldas(files, truth)
        return files
    files.mkdir()
    if kind == "plain":
        fields = {**plain(truth), "Tair": 0.5 * (truth.Tair[1:] + truth.Tair[:-1])}
        fields["Qair"] = np.full(truth.count, HUMIDITY)
        write(files / "w.nc", truth.stamps[:-1], fields, PLAIN_UNITS)
    elif kind == "merra2":
        middles = 0.5 * (truth.stamps[1:] + truth.stamps[:-1])
        ones = np.ones(truth.count)
        states_of = {"T2M": 0.5 * (truth.Tair[1:] + truth.Tair[:-1]), "QV2M": HUMIDITY * ones, "PS": 8.2e4 * ones}
        winds = {"U10M": 3 * ones, "V10M": 0 * ones}
        write(files / "slv.nc4", middles, {**states_of, **winds}, MERRA2_UNITS, names=MERRA2)
        fluxes = {"SWGDN": truth.SWdown, "LWGAB": truth.LWdown, "PRECTOTCORR": truth.rain, "PRECSNO": 0 * ones}
        write(files / "rad.nc4", middles, fluxes, MERRA2_UNITS, names=MERRA2)
    else:
        every = 3 if kind == "era5" else 1
        sums = hourly_sums(truth) if kind == "era5" else running(truth)
        write(files / "instant.nc", truth.stamps[::every], states(truth, every))
        sums = {name: values[every - 1 :: every] for name, values in sums.items()}
        write(files / "accum.nc", truth.stamps[every::every], sums)
    return files


def test_every_product_gives_the_storage_of_the_same_weather(tmp_path):
    """ERA5-Land, ERA5 every three hours, MERRA-2 and GLDAS, against the weather given plainly: 1 % of the rain.

    The rain comes in blocks of nine hours of equal rate, so that every third hour is enough to know it.
    """
    import json

    from groundswell.core.land.run import CatchmentOptions, run_catchment
    from groundswell.core.work.progress import SilentProgress

    truth = Truth(days=5)
    truth.rain = np.where((np.arange(truth.count) // 9) % 3 == 0, 3.0e-4, 0.0)
    lon, lat = Grid("M25").center(np.array([ROW0]), np.array([COLUMN0]))
    record = {**LOAM, "lon": float(lon[0]), "lat": float(lat[0])}
    (tmp_path / "columns.json").write_text(json.dumps([record]))
    options = CatchmentOptions(perturbations="none", spin_up_years=0, workers=1)
    ends, evaporated = {}, {}
    for kind in ("plain", "era5_land", "era5", "merra2", "gldas"):
        folder = as_downloaded(kind, tmp_path, truth)
        run_catchment(folder, tmp_path / "columns.json", tmp_path / f"{kind}.nc", options, SilentProgress())
        with netCDF4.Dataset(tmp_path / f"{kind}.nc") as dataset:
            ends[kind] = float(dataset["tws"][-1].mean())
            evaporated[kind] = float(dataset["evaporation"][:].sum())
    rain = truth.rain.sum() * 3600
    for kind, end in ends.items():
        assert end == pytest.approx(ends["plain"], abs=0.01 * rain), kind
        assert evaporated[kind] == pytest.approx(evaporated["plain"], abs=0.01 * rain), kind


LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
    "vegcls": 4, "lai": [2.0] * 12, "grn": [0.7] * 12,
}  # fmt: skip


def test_weather_is_looked_at_without_parameters(tmp_path, truth):
    """Places spread over the files; the sea, where land products have nothing, is left out."""
    from groundswell.core.land.weather_check import check_weather
    from groundswell.core.land.weather_opening import open_weather as opened
    from groundswell.core.land.weather_opening import places_with_weather
    from groundswell.core.work.progress import SilentProgress

    path = write(tmp_path / "w.nc", truth.stamps[:-1], plain(truth), PLAIN_UNITS, axes=(LON, LAT))
    with netCDF4.Dataset(path, "a") as dataset:
        for name in plain(truth):
            dataset[name][:, :, :4] = np.nan
    places = places_with_weather(path, "M25", WeatherOptions())
    assert 5 <= places.count < 25
    assert places.lon_lat[0].min() > 98.8
    with opened(path, places) as source:
        report = check_weather(source, *places.lon_lat, SilentProgress(), every_day=True)
    assert not report.impossible

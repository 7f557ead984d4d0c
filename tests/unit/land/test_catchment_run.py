"""Running the land model: weather, perturbations, ensembles, restart, files."""

import json
import pickle
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from groundswell.core.errors import Cancelled, InputError
from groundswell.core.files import netcdf
from groundswell.core.grid.ease2 import Grid
from groundswell.core.land.catchment import Parameters, State, cold_start
from groundswell.core.land.parameter_files import read_parameters, write_parameters
from groundswell.core.land.precipitation import ReplacedPrecipitation
from groundswell.core.land.run import CatchmentOptions, run_catchment
from groundswell.core.land.tiles import Tiles, tiles_at
from groundswell.core.land.weather import Disaggregator, Timing
from groundswell.core.land.weather_csv import CsvWeather
from groundswell.core.land.weather_files import NetcdfWeather
from groundswell.core.land.weather_products import humidity_of_dew_point
from groundswell.core.work.progress import SilentProgress

LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
    "vegcls": 4, "lai": [1.0 + 0.2 * month for month in range(12)], "grn": [0.7] * 12,
}  # fmt: skip
ROW0, COLUMN0 = 160, 1079  # near Dali
START = 6575.0  # 2018-01-01


def some_tiles(rows=2, columns=3):
    """Return columns on a window of M25, one a cell but for the last cell, a lake."""
    row, column = (index.ravel()[:-1] for index in np.indices((rows, columns)))
    records = [{**LOAM, "dpth": 1500.0 + 250.0 * number} for number in range(row.size)]
    parameters = Parameters.from_records(records)
    grid = Grid("M25").window(ROW0, COLUMN0, rows, columns)
    return Tiles(parameters, grid, "M25", ROW0, COLUMN0, row, column, np.ones(row.size))


def write_weather(path, days=4, grid=None, step=1 / 24, skip=(), change=None, start=START):
    """Write Groundswell's own weather format: warm days, a shower each afternoon, snow on the last day."""
    times = start + np.arange(round(days / step)) * step
    hour = (times % 1.0) * 24.0
    sun = np.maximum(np.sin((hour - 0.0) / 24.0 * 2 * np.pi), 0.0)
    cold = times >= start + days - 1
    values = {
        "Tair": np.where(cold, 268.0, 288.0) + 5.0 * sun, "Qair": np.where(cold, 0.002, 0.007),
        "Psurf": np.full(times.size, 8.2e4),
        "Rainf": np.where((hour > 8) & (hour < 12) & ~cold, 4e-4, 0.0), "Snowf": np.where(cold & (hour < 6), 3e-4, 0.0),
        "LWdown": np.full(times.size, 300.0), "SWdown": 700.0 * sun, "Wind": np.full(times.size, 2.5),
    }  # fmt: skip
    units = {"Tair": "K", "Qair": "kg kg-1", "Psurf": "Pa", "LWdown": "W m-2", "SWdown": "W m-2", "Wind": "m s-1"}
    if change:
        change(values)
    with netcdf.create(path, "weather", "test") as dataset:
        if grid is not None:
            netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, times)
        dataset.RefH = 10.0
        for name, series in values.items():
            if name in skip:
                continue
            shape = ("time",) if grid is None else ("time", "y", "x")
            variable = netcdf.add_variable(dataset, name, shape, units.get(name, "kg m-2 s-1"), name, dtype="f8")
            variable[:] = series if grid is None else np.broadcast_to(series[:, None, None], (times.size, *grid.shape))
    return path


@pytest.fixture
def area(tmp_path):
    """Return a folder with parameters and weather of four days."""
    tiles = some_tiles()
    write_parameters(tmp_path / "parameters.nc", tiles, "test", synthetic=True)
    write_weather(tmp_path / "weather.nc", grid=tiles.grid)
    return tmp_path


def run(folder, name, progress=None, **changes):
    options = CatchmentOptions(**{"members": 4, "spin_up_years": 0, "perturbations": "geos", "workers": 1, **changes})
    made = run_catchment(
        folder / "weather.nc",
        folder / "parameters.nc",
        folder / f"{name}.nc",
        options,
        progress or SilentProgress(),
        restart_output=folder / f"{name}_restart.nc",
    )
    with netcdf.open_dataset(folder / f"{name}.nc") as dataset:
        return (
            made,
            {key: netcdf.read_stored(dataset, key) for key in dataset.variables if key != "crs"},
            {key: dataset.getncattr(key) for key in dataset.ncattrs()},
        )


# Weather


def test_hourly_weather_becomes_half_hours(tmp_path):
    tiles = some_tiles()
    path = write_weather(tmp_path / "weather.nc", grid=tiles.grid)
    source = NetcdfWeather([path], tiles.grid, tiles.row, tiles.column)
    weather = Disaggregator(source, *tiles.lon_lat)
    assert weather.dt == 1800.0
    day = weather.day(START + 1)
    assert day["Tair"].shape == (48, tiles.count)
    raw = source.read(24, 24)
    for name in ("SWdown", "Rainf"):  # what is split keeps its mean over every hour
        np.testing.assert_allclose(day[name].reshape(24, 2, -1).mean(axis=1), raw[name], rtol=1e-12, atol=1e-15)
    np.testing.assert_array_equal(day["Rainf"][::2], day["Rainf"][1::2])
    bright = day["SWdown"][:, 0].reshape(24, 2)
    morning = bright[3:5]
    assert (morning[:, 1] > morning[:, 0]).all()
    # Linear between the hours' middles.
    expected = 0.75 * raw["Tair"][5, 0] + 0.25 * raw["Tair"][4, 0]
    assert day["Tair"][10, 0] == pytest.approx(expected)
    source.close()


def test_precipitation_of_unknown_phase_is_split_by_temperature(tmp_path):
    tiles = some_tiles()

    def one_rate(values):
        values["Rainf"] = values.pop("Snowf") + values["Rainf"]

    path = write_weather(tmp_path / "weather.nc", grid=tiles.grid, change=one_rate)
    source = NetcdfWeather([path], tiles.grid, tiles.row, tiles.column)
    weather = Disaggregator(source, *tiles.lon_lat)
    assert weather.day(START + 3)["Snowf"].max() == pytest.approx(3e-4)
    assert weather.day(START + 3)["Rainf"].max() == 0
    assert weather.day(START)["Rainf"].max() == pytest.approx(4e-4)
    source.close()


def test_weather_of_one_column_serves_all(tmp_path):
    tiles = some_tiles()
    path = write_weather(tmp_path / "weather.nc")
    source = NetcdfWeather([path], tiles.grid, tiles.row, tiles.column)
    assert source.read(0, 5)["Tair"].shape == (5, tiles.count)
    source.close()


def test_weather_table(tmp_path):
    path = tmp_path / "weather.csv"
    rows = [f"2018-01-{1 + n // 24:02d}T{n % 24:02d}:00,288,0.007,82000,0.0001,0,300,200,2" for n in range(48)]
    path.write_text("# a station\n# RefH=7.5\ntime,Tair,Qair,Psurf,Rainf,Snowf,LWdown,SWdown,Wind\n" + "\n".join(rows))
    source = CsvWeather(path, 3)
    assert (source.height, source.timing) == (7.5, Timing(START, 1 / 24, 48))
    assert source.read(1, 2)["Psurf"].tolist() == [[82000.0] * 3] * 2
    path.write_text("time,Tair,Qair,Psurf,Rainf,Snowf,LWdown,SWdown,Wind\n" + "\n".join(rows[:5] + rows[6:]))
    with pytest.raises(InputError, match="not equally spaced at row 6"):
        CsvWeather(path, 3)
    path.write_text("time,Tair,Qair\n" + "\n".join(rows))
    with pytest.raises(InputError, match="no column Psurf, Rainf"):
        CsvWeather(path, 3)


@pytest.mark.reference
def test_tower_weather_of_plumber2(reference):
    """A real file of PLUMBER2: one column, total precipitation, the height of the tower."""
    path = reference / "catchment" / "forcing_samples" / "FI-Hyy_1996-2014_FLUXNET2015_Met_subset.nc"
    tiles = some_tiles()
    source = NetcdfWeather([path], tiles.grid, tiles.row, tiles.column)
    values = source.read(0, 5)
    assert source.timing.count == 5
    assert source.timing.step == pytest.approx(1 / 48)
    assert source.height > 20
    assert "Snowf" not in values
    assert 240 < values["Tair"].mean() < 290
    source.close()


# Products


def write_lonlat(path, times, fields, units, south_first=False, attributes=None, step=0.25):
    """Write a file in longitude and latitude around the columns, as others do."""
    lon = 97.0 + step * np.arange(round(8 / step))
    lat = 30.0 - step * np.arange(round(8 / step))
    lat = lat[::-1] if south_first else lat
    with netcdf.create(path, "product", "test") as dataset:
        for name, values in (("lon", lon), ("lat", lat)):
            dataset.createDimension(name, values.size)
            dataset.createVariable(name, "f8", (name,))[:] = values
        netcdf.write_time(dataset, times)
        for name, series in fields.items():
            variable = dataset.createVariable(name, "f4", ("time", "lat", "lon"))
            variable.units = units[name]
            variable[:] = np.broadcast_to(np.asarray(series, float)[:, None, None], (len(times), lat.size, lon.size))
        for key, value in (attributes or {}).items():
            dataset.setncattr(key, value)
    return path


def test_gldas_means_end_at_their_stamp(tmp_path):
    """Layout of GLDAS-2.1 Noah files, made to its documentation: states at stamps, fluxes as means of the past 3 h."""
    tiles = some_tiles()
    stamps = START + np.arange(17) / 8
    files = []
    for number, stamp in enumerate(stamps):
        fields = {
            "Tair_f_inst": [280.0 + number], "Qair_f_inst": [0.005], "Psurf_f_inst": [8e4], "Wind_f_inst": [3.0],
            "Rainf_f_tavg": [1e-4 * number], "Snowf_tavg": [0.25e-4 * number],
            "SWdown_f_tavg": [10.0 * number], "LWdown_f_tavg": [300.0],
        }  # fmt: skip
        units = dict.fromkeys(fields, "kg m-2 s-1")
        units.update({"Tair_f_inst": "K", "Qair_f_inst": "kg kg-1", "Psurf_f_inst": "Pa", "Wind_f_inst": "m s-1"})
        units.update({"SWdown_f_tavg": "W m-2", "LWdown_f_tavg": "W m-2"})
        files.append(write_lonlat(tmp_path / f"g{number:02d}.nc4", [stamp], fields, units, south_first=True))
    source = NetcdfWeather(files, tiles.grid, tiles.row, tiles.column)
    assert source.product.name == "GLDAS-2.1"
    assert source.timing == Timing(START, 1 / 8, 16)
    assert source.at_stamp == {"Tair", "Qair", "Psurf", "Wind"}
    values = source.read(0, 16)
    np.testing.assert_allclose(values["SWdown"][:, 0], 10.0 * np.arange(1, 17), rtol=1e-6)
    np.testing.assert_allclose(values["Rainf"][:, 0], 0.75e-4 * np.arange(1, 17), rtol=1e-6)
    np.testing.assert_allclose(values["Snowf"][:, 0], 0.25e-4 * np.arange(1, 17), rtol=1e-6)
    np.testing.assert_allclose(values["Tair"][:, 0], 280.0 + np.arange(16), rtol=1e-6)
    weather = Disaggregator(source, *tiles.lon_lat)
    assert weather.parts == 6
    # Half an hour's middle, a twelfth of the way from one stamp to the next.
    assert weather.day(START)["Tair"][0, 0] == pytest.approx(280.0 + 1 / 12, rel=1e-6)
    source.close()


def test_era5_land_accumulates_from_midnight(tmp_path):
    """Accumulations since 00 UTC become rates of each hour; humidity comes from the dew point."""
    tiles = some_tiles()
    stamps = START + np.arange(49) / 24
    hours = np.arange(49) % 24
    since = np.where(hours == 0, 24, hours).astype(float)
    fields = {
        "t2m": np.full(49, 283.0), "d2m": np.full(49, 278.0), "sp": np.full(49, 8.2e4), "u10": np.full(49, 3.0),
        "v10": np.full(49, -4.0), "tp": since * 3.6e-4, "sf": since * 1.8e-4, "ssrd": since * 3.6e5,
        "strd": since * 1.08e6,
    }  # fmt: skip
    units = {
        "t2m": "K", "d2m": "K", "sp": "Pa", "u10": "m s**-1", "v10": "m s**-1", "tp": "m",
        "sf": "m of water equivalent",        "ssrd": "J m**-2", "strd": "J m**-2",
    }  # fmt: skip
    path = write_lonlat(tmp_path / "era5.nc", stamps, fields, units, step=0.1)
    source = NetcdfWeather([path], tiles.grid, tiles.row, tiles.column)
    assert source.product.name == "ERA5-Land"
    assert source.timing == Timing(START, 1 / 24, 48)
    values = source.read(0, 48)
    np.testing.assert_allclose(values["SWdown"], 100.0, rtol=1e-5)
    np.testing.assert_allclose(values["LWdown"], 300.0, rtol=1e-5)
    np.testing.assert_allclose(values["Rainf"], 0.5e-4, rtol=1e-4)
    np.testing.assert_allclose(values["Snowf"], 0.5e-4, rtol=1e-4)
    np.testing.assert_allclose(values["Wind"], 5.0, rtol=1e-6)
    np.testing.assert_allclose(source.read(5, 2)["SWdown"], 100.0, rtol=1e-5)
    source.close()


def test_humidity_of_a_dew_point():
    # 5 C is 8.72 hPa over water: 0.622 e / (p - 0.378 e).
    expected = 0.622 * 872 / (1e5 - 0.378 * 872)
    assert humidity_of_dew_point(np.array(278.15), np.array(1e5)) == pytest.approx(expected, rel=2e-3)


@pytest.mark.reference
def test_real_era5_files_in_parts(reference):
    """Real downloads, a file a variable: recognized and told what is missing (no dew point of this grid)."""
    folder = reference / "catchment" / "forcing_samples" / "era5"
    grid = Grid("M25").window(*Grid("M25").covering(0.0, 0.3, 59.7, 60.0))
    rows, columns = np.array([0]), np.array([0])
    files = sorted(folder.glob("zampy_era5-land_*.nc"))
    with pytest.raises(InputError, match=r"ERA5-Land\) has no d2m\+sp"):
        NetcdfWeather(files, grid, rows, columns)


def test_merra2_stamps_are_the_middles(tmp_path):
    tiles = some_tiles()
    stamps = START + (np.arange(24) + 0.5) / 24
    surface = {"T2M": 285.0, "QV2M": 0.006, "PS": 8.3e4, "U10M": 0.0, "V10M": 2.0}
    flux = {"SWGDN": 250.0, "LWGAB": 310.0, "PRECTOTCORR": 2e-4, "PRECSNO": 5e-5, "PRECCON": 1e-4}
    units = {name: "1" for name in (*surface, *flux)}
    units.update({"T2M": "K", "PS": "Pa", "U10M": "m s-1", "V10M": "m s-1", "QV2M": "kg kg-1"})
    units.update(
        {"SWGDN": "W m-2", "LWGAB": "W m-2"} | dict.fromkeys(("PRECTOTCORR", "PRECSNO", "PRECCON"), "kg m-2 s-1")
    )
    files = [
        write_lonlat(tmp_path / f"{name}.nc4", stamps, {k: [v] * 24 for k, v in part.items()}, units, True)
        for name, part in (("slv", surface), ("flx", flux))
    ]
    source = NetcdfWeather(files, tiles.grid, tiles.row, tiles.column)
    assert source.product.name == "MERRA-2"
    assert source.timing == Timing(START, 1 / 24, 24)
    values = source.read(0, 24)
    np.testing.assert_allclose(values["Rainf"], 1.5e-4, rtol=1e-5)
    np.testing.assert_allclose(values["Rainf_C"], 1e-4, rtol=1e-5)
    source.close()


@pytest.mark.parametrize("per_day", [48, 1])
def test_precipitation_of_imerg_replaces_the_weathers(tmp_path, per_day):
    """Files made to IMERG's documented layout: a group ``Grid`` with time, lon, lat, in mm/hr, or daily in mm/day."""
    tiles = some_tiles()
    weather = NetcdfWeather([write_weather(tmp_path / "w.nc", grid=tiles.grid)], tiles.grid, tiles.row, tiles.column)
    files = []
    for day in range(3):
        files.append(tmp_path / f"imerg{day}.nc4")
        with netcdf.create(files[-1], "precipitation", "test") as dataset:
            group = dataset.createGroup("Grid") if per_day > 1 else dataset
            for name, values in (("lon", 97.05 + 0.1 * np.arange(80)), ("lat", 22.05 + 0.1 * np.arange(80))):
                group.createDimension(name, 80)
                group.createVariable(name, "f8", (name,))[:] = values
            group.createDimension("time", per_day)
            time = group.createVariable("time", "f8", ("time",))
            time.units = "days since 2000-01-01"
            time[:] = START + 1 + day + np.arange(per_day) / per_day
            rain = group.createVariable("precipitation", "f4", ("time", "lon", "lat"))
            rain.units = "mm/hr" if per_day > 1 else "mm/day"
            hours = np.arange(per_day) % 2 if per_day > 1 else np.array([24.0])
            rain[:] = np.broadcast_to(hours[:, None, None], (per_day, 80, 80))
    other = NetcdfWeather(files, tiles.grid, tiles.row, tiles.column)
    assert other.product.name == "IMERG"
    both = ReplacedPrecipitation(weather, other)
    assert both.timing == Timing(START + 1, 1 / 24, 72)
    values = both.read(5, 3)
    # Half an hour of 1 mm/h and half of none; or 24 mm in a day.
    np.testing.assert_allclose(values["Rainf"], (0.5 if per_day > 1 else 1.0) / 3600, rtol=1e-6)
    assert "Snowf" not in values
    np.testing.assert_array_equal(values["Tair"], weather.read(29, 3)["Tair"])
    assert Disaggregator(both, *tiles.lon_lat).day(START + 3)["Snowf"].max() > 0  # the cold last day
    weather.close()
    other.close()


# Parameters


def test_parameters_come_back_as_written(tmp_path):
    tiles = some_tiles()
    write_parameters(tmp_path / "p.nc", tiles, "test")
    back = read_parameters(tmp_path / "p.nc")
    assert back.grid.matches(tiles.grid)
    assert (back.row0, back.column0, back.ease_grid) == (ROW0, COLUMN0, "M25")
    for name, value in tiles.parameters.items():
        if value is not None:
            np.testing.assert_array_equal(getattr(back.parameters, name), value)
    np.testing.assert_array_equal(back.row * 3 + back.column, np.arange(5))


def test_parameter_tables(tmp_path):
    lon, lat = Grid("M25").center(np.array([ROW0, ROW0]), np.array([COLUMN0, COLUMN0 + 2]))
    names = [name for name in LOAM if name not in ("lai", "grn")]
    months = [f"{name}{month}" for name in ("lai", "grn") for month in range(1, 13)]
    lines = [",".join(["lon", "lat", "fraction", *names, *months])]
    for number in (0, 0, 1):
        values = [*(LOAM[name] for name in names), *LOAM["lai"], *LOAM["grn"]]
        lines.append(",".join(str(value) for value in (lon[number], lat[number], 1 + number, *values)))
    (tmp_path / "p.csv").write_text("\n".join(lines))
    tiles = read_parameters(tmp_path / "p.csv")
    assert (tiles.count, tiles.grid.shape) == (3, (1, 3))
    np.testing.assert_allclose(tiles.to_grid(np.array([1.0, 3.0, 5.0])), [[2.0, np.nan, 5.0]])
    (tmp_path / "p.csv").write_text("\n".join(lines).replace(",lai7", ",leaf7"))
    with pytest.raises(InputError, match="no column 'lai7'"):
        read_parameters(tmp_path / "p.csv")
    record = {**LOAM, "lon": lon[0], "lat": lat[0]}
    (tmp_path / "p.json").write_text(json.dumps([record]))
    assert read_parameters(tmp_path / "p.json").count == 1
    (tmp_path / "p.json").write_text(json.dumps([LOAM]))
    with pytest.raises(InputError, match="'lon' and 'lat'"):
        read_parameters(tmp_path / "p.json")


def write_foreign(path, names, extra):
    with netcdf.create(path, "parameters", "test") as dataset:
        dataset.createDimension("tile", 3)
        dataset.createDimension("month", 12)
        for name, there in names.items():
            dataset.createVariable(there, "f8", ("tile",))[:] = [LOAM[name], LOAM[name], -9999.0]
        lon, lat = Grid("M25").center(np.full(3, ROW0), COLUMN0 + np.arange(3))
        for name, values in (("lon", lon), ("lat", lat)):
            dataset.createVariable(name, "f8", ("tile",))[:] = values
        for name in ("LAI", "GREENNESS"):
            dataset.createVariable(name, "f8", ("month", "tile"))[:] = 0.5
        extra(dataset)


def test_geos_and_ldt_parameters(tmp_path):
    """Files made to the documented layouts; no real one was at hand."""
    from groundswell.core.land.foreign_parameters import _GEOS, _LIS

    def classes(dataset):
        dataset.createVariable("ITY", "f8", ("tile",))[:] = [4, 9, 4]

    write_foreign(tmp_path / "catch_params.nc4", _GEOS, classes)
    geos = read_parameters(tmp_path / "catch_params.nc4")
    assert geos.count == 1  # land ice and water are no columns
    assert geos.parameters.dpth[0] == 2500.0

    def cover(dataset):
        dataset.LANDCOVER_SCHEME = "UMD"
        dataset.createDimension("sfctypes", 13)
        fractions = np.zeros((13, 3))
        fractions[[4, 9, 9], [0, 1, 2]] = 1.0
        dataset.createVariable("LANDCOVER", "f8", ("sfctypes", "tile"))[:] = fractions

    write_foreign(tmp_path / "lis_input.nc", _LIS, cover)
    ldt = read_parameters(tmp_path / "lis_input.nc")
    assert ldt.parameters.vegcls.tolist() == [2, 4]


# Runs


def test_run_writes_members_components_and_fluxes(area):
    made, values, attributes = run(area, "a")
    assert (made.n_days, made.n_tiles, made.n_members) == (4, 5, 4)
    assert values["tws"].shape == (4, 4, 2, 3)
    assert np.isnan(values["tws"][..., 1, 2]).all()
    assert np.isfinite(values["tws"][..., 0, :]).all()
    assert made.water_residual_mm < 1e-6
    assert made.energy_residual < 1e-6
    assert values["snow_water_equivalent"][3, 0, 0] > 1.0
    assert values["precipitation"][0, 0, 0] == pytest.approx(4e-4 * 3 * 3600, rel=0.5)
    spread = values["tws"].std(axis=0)[:, 0, 0]
    assert (np.diff(spread) > 0).all()
    whole = values["catchment_deficit"] + values["soil_moisture"]
    assert np.nanmax(whole) > 0
    assert json.loads(attributes["perturbations"])["name"] == "geos"
    assert attributes["seed"] == 1
    np.testing.assert_array_equal(values["time"], START + np.arange(4))


def test_storage_balances_what_comes_and_goes(area):
    """Without perturbations: the change of storage over the run is precipitation less evaporation less runoff."""
    made, values, _ = run(area, "single", perturbations="none")
    assert values["tws"].shape == (4, 2, 3)
    assert made.n_members == 1
    with netcdf.open_dataset(area / "single_restart.nc") as dataset:
        end = State.from_mapping({name: netcdf.read_stored(dataset, name) for name in State.__dataclass_fields__})
    p = read_parameters(area / "parameters.nc").parameters
    first = cold_start(p, 273.16, 0.6 * p.poros).tws(p)
    net = (values["precipitation"] - values["evaporation"] - values["runoff"]).sum(axis=0).ravel()[:5]
    np.testing.assert_allclose(end.tws(p)[0] - first, net, atol=1e-3)


def test_result_does_not_depend_on_workers_or_blocks(area, monkeypatch):
    _, one, _ = run(area, "one")
    monkeypatch.setattr("groundswell.core.land.land_run.COLUMNS_PER_BLOCK", 10)
    _, many, _ = run(area, "many", workers=3)
    for name, values in one.items():
        np.testing.assert_array_equal(many[name], values, err_msg=name)


class OtherMachine(Executor):
    """An executor that hands work over as a cluster does: function, arguments and results travel as bytes."""

    def submit(self, function, *arguments):
        there, given = pickle.loads(pickle.dumps((function, arguments)))
        done = Future()
        done.set_result(pickle.loads(pickle.dumps(there(*given))))
        return done


def test_work_travels_to_other_machines(area, monkeypatch):
    _, here, _ = run(area, "here", end=date(2018, 1, 1))
    monkeypatch.setattr("groundswell.core.land.run.executor", lambda *_, **__: nullcontext(OtherMachine()))
    _, there, _ = run(area, "there", end=date(2018, 1, 1))
    np.testing.assert_array_equal(there["tws"], here["tws"])


def test_a_cluster_gives_the_same_to_the_last_bit(area, cluster):
    _, here, _ = run(area, "here", end=date(2018, 1, 1))
    _, there, _ = run(area, "there", end=date(2018, 1, 1), scheduler=cluster().scheduler_address)
    for name, values in here.items():
        np.testing.assert_array_equal(there[name], values, err_msg=name)


def test_a_run_cut_in_two_is_the_whole_bit_for_bit(area):
    _, whole, _ = run(area, "whole")
    _, first, _ = run(area, "first", end=date(2018, 1, 2))
    made, second, _ = run(area, "second", restart=area / "first_restart.nc")
    assert made.n_days == 2
    joined = np.concatenate([first["tws"], second["tws"]], axis=1)
    np.testing.assert_array_equal(joined, whole["tws"])
    with netcdf.open_dataset(area / "whole_restart.nc") as a, netcdf.open_dataset(area / "second_restart.nc") as b:
        for name in a.variables:
            np.testing.assert_array_equal(netcdf.read_stored(a, name), netcdf.read_stored(b, name))
    with pytest.raises(InputError, match="same MEMBERS"):
        run(area, "other", restart=area / "first_restart.nc", seed=2)


def test_spin_up_ends_when_storage_is_steady(area):
    progress = SilentProgress()
    made, _, attributes = run(area, "spun", progress, perturbations="none", spin_up_years=2)
    assert made.spin_up_loops == 2
    assert attributes["spin_up_drift_mm"] == made.spin_up_drift_mm > 1.0
    assert "2 years of spin-up" in progress.warnings[0]


def test_shift_of_the_mean_can_be_removed(area):
    _, values, _ = run(area, "kept")
    _, removed, attributes = run(area, "removed", remove_shift=True)
    assert attributes["shift_removed"] == 1
    assert attributes["mean_shift_mm"] != 0
    mean = removed["tws"].mean(axis=0)
    np.testing.assert_allclose(mean, removed["tws_unperturbed"], atol=1e-3)
    np.testing.assert_allclose(removed["tws"].std(axis=0), values["tws"].std(axis=0), atol=1e-3)


def test_cancelling_leaves_no_file(area):
    class Impatient(SilentProgress):
        calls = 0

        def cancelled(self):
            self.calls += 1
            return self.calls > 2

    with pytest.raises(Cancelled):
        run(area, "cancelled", Impatient())
    assert not (area / "cancelled.nc").exists()


# Bad input


def gap(values):
    values["Tair"][30] = np.nan


def celsius(values):
    values["Tair"] -= 273.16


def millimetres(values):
    values["Rainf"] *= 3600


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (gap, "'Tair' is missing at 2018-01-02T06:00"),
        (celsius, "in K it lies between 180 and 340"),
        (millimetres, "'Rainf' is 1.44 at 2018-01-01T09:00; in kg m-2 s-1"),
    ],
)
def test_bad_weather_is_named(area, change, words):
    write_weather(area / "weather.nc", grid=some_tiles().grid, change=change)
    with pytest.raises(InputError, match=words):
        run(area, "bad", perturbations="none")


def test_weather_without_a_variable(area):
    write_weather(area / "weather.nc", grid=some_tiles().grid, skip=("LWdown",))
    with pytest.raises(InputError, match="has no LWdown"):
        run(area, "bad")


def test_weather_over_a_lake(area):
    tiles = some_tiles()
    path = write_weather(area / "weather.nc", grid=tiles.grid)
    with netcdf.append(path) as dataset:
        dataset["Wind"][:, 0, 1] = np.nan
    with pytest.raises(InputError, match="'Wind' has no data at .* leave that cell out"):
        run(area, "bad")


def test_weather_elsewhere(area):
    write_weather(area / "weather.nc", grid=Grid("M25").window(ROW0, COLUMN0 + 40, 2, 3))
    with pytest.raises(InputError, match="do not hold all cells"):
        run(area, "bad")


def test_weather_with_a_hole_in_time(area):
    write_weather(area / "a.nc", days=1, grid=some_tiles().grid)
    write_weather(area / "b.nc", days=1, grid=some_tiles().grid, start=START + 2)
    tiles = some_tiles()
    with pytest.raises(InputError, match="gap between 2018-01-01T23:00 and 2018-01-03T00:00"):
        NetcdfWeather([area / "a.nc", area / "b.nc"], tiles.grid, tiles.row, tiles.column)


def test_parameters_over_no_land(area):
    with netcdf.append(area / "parameters.nc") as dataset:
        dataset["poros"][:] = np.nan
    with pytest.raises(InputError, match="no column to run"):
        run(area, "bad")


def test_tiles_over_the_180th_meridian_share_a_window():
    p = some_tiles().parameters.take(slice(0, 2))
    tiles = tiles_at(p, np.array([179.9, -179.9]), np.array([60.0, 60.0]), np.ones(2), "M25", source="test")
    assert tiles.grid.shape == (1, 2)


def test_report_tells_of_stores_budgets_and_parameters(area):
    from groundswell.core.report.catchment_report import write_catchment_report

    _, _, attributes = run(area, "reported")
    assert attributes["synthetic"] == 1
    write_catchment_report(area / "reported.nc", area / "reported.html", ["a warning"])
    page = (area / "reported.html").read_text()
    for words in ("Below the root zone", "Largest residual of water", "Precip", "wpwet", "a warning", "ynthetic"):
        assert words in page
    run(area, "alone", perturbations="none")
    write_catchment_report(area / "alone.nc", area / "alone.html")
    assert "None: a single run" in (area / "alone.html").read_text()


# Equilibrium


def test_crossing_of_a_map_from_several_depths():
    from groundswell.core.land.spin_up import crossing

    start = np.array([[10.0, 10.0, 10.0], [100.0, 100.0, 100.0], [300.0, 300.0, 300.0]])
    end = np.array([[20.0, 12.0, 5.0], [90.0, 101.0, 60.0], [240.0, 299.0, 250.0]])
    lower, weight, slope = crossing(start, end)
    at = np.arange(3)
    fixed = start[lower, at] + weight * (start[lower + 1, at] - start[lower, at])
    # 10 + 10 = 10 + 90 w / 1: (start, change) lines from (10, 10) to (100, -10), and from (100, 1) to (300, -1).
    np.testing.assert_allclose(fixed, [55.0, 200.0, 10.0])  # the third only fills up: its wettest depth
    np.testing.assert_allclose(slope, [70 / 90, 198 / 200, 55 / 90][:1] + [0.98] + [55 / 90])


class Relaxing:
    """A run whose deficits go to an equilibrium of each column, in days to decades."""

    def __init__(self, tiles, days, deficits):
        self.tiles, self._keep, self._deficits = tiles, np.exp(-1.0 / np.asarray(days)), np.asarray(deficits)

    def run(self, state, days, pool, progress, message):
        from types import SimpleNamespace

        for _ in days:
            state = replace(state, catdef=self._deficits + (state.catdef - self._deficits) * self._keep)
            yield SimpleNamespace(result=SimpleNamespace(state=state))


def test_equilibrium_of_decades_in_a_few_loops():
    """Memories of 30 days to 15 years: by loops alone the last would take more than 60 years to come within 1 mm."""
    from groundswell.core.land.spin_up import first_state, spin_up

    tiles = some_tiles()
    deficits = np.array([30.0, 100.0, 150.0, 300.0, 200.0])
    run = Relaxing(tiles, [30.0, 200.0, 900.0, 2000.0, 5500.0], deficits)
    year = START + np.arange(800)
    spun = spin_up(run, first_state(tiles, 285.0), year, 10, None, progress=SilentProgress())
    assert spun.loops <= 3
    assert spun.steady
    assert (spun.days, spun.depths) == (365, 6)
    np.testing.assert_allclose(spun.state.catdef[0], deficits, atol=2.0)
    short = spin_up(run, first_state(tiles, 285.0), year[:200], 3, None, progress=SilentProgress())
    assert not short.whole_year
    assert (short.loops, short.days, short.depths) == (3, 200, 1)

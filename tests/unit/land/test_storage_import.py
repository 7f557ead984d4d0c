"""Land-model output becomes storage on the EASE-Grid: right sum, right unit, right place, right date."""

import functools
from datetime import date

import numpy as np
import pytest
from groundswell.core.errors import Cancelled, InputError
from groundswell.core.files import netcdf
from groundswell.core.files.units import is_volumetric, millimetres_per_unit
from groundswell.core.grid.ease2 import Grid
from groundswell.core.land.importing import StorageOptions, import_storage
from groundswell.core.work.progress import SilentProgress

BOX = (98.0, 102.0, 24.0, 28.0)
LON, LAT = np.arange(95.125, 105, 0.25), np.arange(20.125, 32, 0.25)


def field(lon, lat):
    """A smooth storage field in mm that depends on the place only."""
    return 500 + 20 * np.cos(np.radians(40 * lon)) + 10 * (lat - 26)


def write(path, variables, lon=LON, lat=LAT, times=(0.0,), units="days since 2018-01-01", names=None, **attributes):
    """Write a file as land models write them; `variables` maps a name to values [time, lat, lon] and unit."""
    time_name, lat_name, lon_name = names or ("time", "lat", "lon")
    with netcdf.netcdf4().Dataset(str(path), "w") as dataset:
        for name, values, kind in ((lat_name, lat, "f4"), (lon_name, lon, "f4"), (time_name, times, "f8")):
            dataset.createDimension(name, len(values))
            dataset.createVariable(name, kind, (name,))[:] = values
        dataset[time_name].units = units
        bounds = attributes.pop("bounds", None)
        if bounds is not None:
            dataset[time_name].bounds = "time_bnds"
            dataset.createDimension("bnds", 2)
            dataset.createVariable("time_bnds", "f8", (time_name, "bnds"))[:] = bounds
        fill = attributes.pop("fill", -9999.0)
        dims = attributes.pop("dims", (time_name, lat_name, lon_name))
        for dimension in dims:
            if dimension not in dataset.dimensions:
                dataset.createDimension(dimension, attributes.pop(f"size_{dimension}"))
        dataset.setncatts(attributes)
        for name, (values, unit) in variables.items():
            variable = dataset.createVariable(name, "f4", dims, fill_value=fill)
            if unit is not None:
                variable.units = unit
            shape = tuple(len(dataset.dimensions[dimension]) for dimension in dims)
            variable[:] = np.ma.masked_invalid(np.broadcast_to(values, shape))
    return path


def run(tmp_path, *paths, progress=None, **options):
    output = tmp_path / "storage.nc"
    options = {"extent": BOX, **options}
    result = import_storage(list(paths), output, StorageOptions(**options), progress or SilentProgress())
    with netcdf.open_dataset(output) as dataset:
        arrays = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
        return result, arrays, {name: dataset.getncattr(name) for name in dataset.ncattrs()}


@functools.lru_cache
def expected(factor=1.0):
    """Cell means of `field` over the box by a fine sampling of each cell."""
    window = Grid("M25").window(*Grid("M25").covering(*BOX))
    half = np.linspace(-0.45, 0.45, 10)
    row0, column0 = Grid("M25").first_cell(window)
    rows, columns = np.mgrid[row0 : row0 + window.rows, column0 : column0 + window.columns]
    total = np.zeros(window.shape)
    for dy in half:
        for dx in half:
            total += field(*Grid("M25").center(rows + dy, columns + dx))
    return factor * total / 100


LON2, LAT2 = np.meshgrid(LON, LAT)
VALUES = field(LON2, LAT2)
# Quarter-degree cells against the cell means of a smooth field: its curvature over half a source cell.
CLOSE = 0.25


def test_generic_file(tmp_path):
    path = write(tmp_path / "a.nc", {"tws": (VALUES, "mm")}, title="A model")
    result, arrays, attributes = run(tmp_path, path)
    assert result.n_times == 1
    assert arrays["tws"].shape == (1, *expected().shape)
    assert arrays["tws"][0] == pytest.approx(expected(), abs=CLOSE)
    assert attributes["product"] == "A model"
    assert attributes["contains_grace"] == 0
    assert attributes["ease_grid"] == "M25"
    assert arrays["time"][0] == 6575.0


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("kg m-2", 1.0),
        ("kg m**-2", 1.0),
        ("kg/m^2", 1.0),
        ("mm", 1.0),
        ("cm", 10.0),
        ("m", 1000.0),
        ("m of water equivalent", 1000.0),
        ("cm w.e.", 10.0),
        ("millimeters", 1.0),
    ],
)
def test_units_are_read_from_the_file(tmp_path, unit, factor):
    path = write(tmp_path / "a.nc", {"storage": (VALUES / factor, unit)})
    _, arrays, _ = run(tmp_path, path)
    assert arrays["tws"][0] == pytest.approx(expected(), abs=CLOSE)
    assert millimetres_per_unit(unit, "x") == factor


@pytest.mark.parametrize("unit", ["K", None, "kg m-2 s-1", "mm/day"])
def test_units_that_are_no_storage(tmp_path, unit):
    path = write(tmp_path / "a.nc", {"storage": (VALUES, unit)})
    with pytest.raises(InputError, match="storage is read in mm"):
        run(tmp_path, path)


def test_volumetric_units():
    assert is_volumetric("m3 m-3")
    assert is_volumetric("m**3 m**-3")
    assert not is_volumetric("kg m-2")


def test_longitudes_and_latitudes_either_way(tmp_path):
    plain = run(tmp_path, write(tmp_path / "a.nc", {"tws": (VALUES, "mm")}))[1]["tws"]
    down = run(tmp_path, write(tmp_path / "b.nc", {"tws": (VALUES[::-1], "mm")}, lat=LAT[::-1]))[1]["tws"]
    assert np.array_equal(plain, down)
    lon = np.arange(-179.875, 180, 0.25)
    lat = np.arange(-59.875, 90, 0.25)
    west = np.broadcast_to(field(*np.meshgrid(lon, lat)), (1, lat.size, lon.size))
    first = run(tmp_path, write(tmp_path / "c.nc", {"tws": (west, "mm")}, lon, lat), extent=(-3, 3, 10, 12))[1]
    turned = np.roll(west, 720, axis=2)
    second = run(
        tmp_path,
        write(tmp_path / "d.nc", {"tws": (turned, "mm")}, np.arange(0.125, 360, 0.25), lat),
        extent=(-3, 3, 10, 12),
    )[1]
    assert second["tws"] == pytest.approx(first["tws"], rel=1e-6)
    assert np.isfinite(first["tws"]).all()
    swapped = write(tmp_path / "e.nc", {"tws": (VALUES.T[None], "mm")}, dims=("time", "lon", "lat"))
    assert np.array_equal(run(tmp_path, swapped)[1]["tws"], plain)


def test_fill_values_are_missing(tmp_path):
    values = VALUES.copy()
    values[:, LON > 100] = np.nan
    for fill in (-9999.0, 1e15):
        path = write(tmp_path / "a.nc", {"tws": (values, "mm")}, fill=fill)
        _, arrays, _ = run(tmp_path, path)
        assert np.isnan(arrays["tws"][..., -3:]).all()
        assert arrays["tws"][0, :, :3] == pytest.approx(expected()[:, :3], abs=CLOSE)


def test_folder_in_order_of_time_and_period(tmp_path):
    folder = tmp_path / "in"
    (folder / "2018").mkdir(parents=True)
    for number, name in enumerate(("c.nc4", "a.nc4", "2018/b.nc")):
        write(folder / name, {"tws": (VALUES + number, "mm")}, times=[10.0 * (3 - number)])
    (folder / "readme.txt").write_text("not data")
    result, arrays, _ = run(tmp_path, folder)
    assert result.n_times == 3
    assert arrays["time"].tolist() == [6585.0, 6595.0, 6605.0]
    assert arrays["tws"][0].mean() > arrays["tws"][1].mean() > arrays["tws"][2].mean()
    _, arrays, _ = run(tmp_path, folder, start=date(2018, 1, 11), end=date(2018, 1, 21))
    assert arrays["time"].tolist() == [6585.0, 6595.0]  # both included
    with pytest.raises(InputError, match="cover 2018-01-11 to 2018-01-31, nothing of it"):
        run(tmp_path, folder, start=date(2019, 1, 1))
    progress = SilentProgress()
    assert run(tmp_path, folder, folder / "a.nc4", progress=progress)[0].n_times == 3
    assert any("1 fields have the time of another" in text for text in progress.warnings)


def test_daily_means_stand_for_noon_and_months_for_their_middle(tmp_path):
    path = write(tmp_path / "a.nc", {"tws": (VALUES, "mm")}, times=[0.0], bounds=[[0.0, 1.0]])
    assert run(tmp_path, path)[1]["time"].tolist() == [6575.5]
    path = write(tmp_path / "b.nc", {"tws": (VALUES, "mm")}, times=[0.0], bounds=[[0.0, 0.0]])
    assert run(tmp_path, path)[1]["time"].tolist() == [6575.0]
    terms = {"SoilMoist_P_inst": (VALUES, "kg m-2"), "SWE_inst": (0.0, "kg m-2"), "CanopInt_inst": (0.0, "kg m-2")}
    for month, day in ((1, 0.0), (2, 31.0)):
        write(tmp_path / f"GLDAS_CLSM10_M.A2018{month:02d}.021.nc4", terms, times=[day])
    files = sorted(tmp_path.glob("GLDAS_CLSM10_M*"))
    assert run(tmp_path, *files)[1]["time"].tolist() == [6575 + 15.5, 6575 + 31 + 14]
    assert run(tmp_path, files[0])[1]["time"].tolist() == [6575 + 15.5]  # the name says that it is a month
    for month, day in ((1, 0.0), (2, 31.0)):
        write(tmp_path / f"GLDAS_CLSM025_D.A2018{month:02d}01.020.nc4", terms, times=[day])
    days = sorted(tmp_path.glob("GLDAS_CLSM025_D*"))
    assert run(tmp_path, *days)[1]["time"].tolist() == [6575, 6575 + 31]  # single days, a month apart
    name, units = "MERRA2_400.tavgM_2d_lnd_Nx.201801.nc4", "minutes since 2018-01-01 00:30:00"
    path = write(tmp_path / name, {"TWLAND": (VALUES, "kg m-2")}, units=units)
    assert run(tmp_path, path)[1]["time"].tolist() == [6575 + 15.5]


def gldas22(**extra):
    return {
        "TWS_tavg": (VALUES, "mm"),
        "GWS_tavg": (VALUES * 0.5, "mm"),
        "SoilMoist_S_tavg": (20.0, "kg m-2"),
        "SoilMoist_RZ_tavg": (VALUES * 0.4, "kg m-2"),
        "SoilMoist_P_tavg": (VALUES * 0.8, "kg m-2"),
        "SWE_tavg": (7.0, "kg m-2"),
        "CanopInt_tavg": (0.25, "kg m-2"),
        **extra,
    }


def test_gldas22_main_stream_warns(tmp_path):
    """Made to the documented layout (no real sample in the reference data)."""
    progress = SilentProgress()
    path = write(tmp_path / "GLDAS_CLSM025_DA1_D.A20180101.022.nc4", gldas22())
    result, arrays, attributes = run(tmp_path, path, progress=progress)
    assert attributes["contains_grace"] == 1
    assert any("GRACE assimilated" in text for text in progress.warnings)
    assert attributes["product"] == "GLDAS-2.2 CLSM"
    assert arrays["tws"][0] == pytest.approx(expected(), abs=CLOSE)
    assert arrays["groundwater"][0] == pytest.approx(expected(0.5), abs=CLOSE)
    assert arrays["soil_moisture"][0] == pytest.approx(expected(0.4), abs=CLOSE)
    assert arrays["snow_water_equivalent"] == pytest.approx(7.0)
    assert arrays["canopy_storage"] == pytest.approx(0.25)
    assert set(result.components) == {"groundwater", "soil_moisture", "snow_water_equivalent", "canopy_storage"}


def test_gldas22_early_product_has_no_grace(tmp_path):
    """Made to the documented layout (no real sample in the reference data)."""
    progress = SilentProgress()
    path = write(tmp_path / "GLDAS_CLSM025_DA1_D_EP.A20180101.022.nc4", gldas22())
    _, _, attributes = run(tmp_path, path, progress=progress)
    assert attributes["contains_grace"] == 0
    assert progress.warnings == []


def test_renamed_gldas_files(tmp_path):
    """Made to the documented layout (no real sample in the reference data): without a version, better safe."""
    progress = SilentProgress()
    _, _, attributes = run(tmp_path, write(tmp_path / "clsm.nc", gldas22()), progress=progress)
    assert attributes["contains_grace"] == 1
    assert any("does not say which GLDAS" in text for text in progress.warnings)
    progress = SilentProgress()
    path = write(tmp_path / "clsm.nc", gldas22(), title="GLDAS2.0 LIS land surface model output")
    _, _, attributes = run(tmp_path, path, progress=progress)
    assert (attributes["contains_grace"], attributes["product"], progress.warnings) == (0, "GLDAS-2.0 CLSM", [])
    titled = write(tmp_path / "x.nc", gldas22(), title="GLDAS2.2 LIS land surface model output")
    assert run(tmp_path, titled)[2]["product"] == "GLDAS-2.2 CLSM"


@pytest.mark.parametrize("name", ["GLDAS_CLSM025_D.A20180101.020.nc4", "GLDAS_CLSM10_3H.A20180101.0300.021.nc4"])
def test_gldas_catchment_without_total(tmp_path, name):
    """Made to the documented layout (no real sample in the reference data)."""
    suffix = "tavg" if "_D." in name else "inst"
    terms = {
        f"SoilMoist_S_{suffix}": (20.0, "kg m-2"),
        f"SoilMoist_RZ_{suffix}": (200.0, "kg m-2"),
        f"SoilMoist_P_{suffix}": (VALUES, "kg m-2"),
        f"SWE_{suffix}": (7.0, "kg m-2"),
        f"CanopInt_{suffix}": (0.5, "kg m-2"),
        "Rainf_f_tavg": (1e-5, "kg m-2 s-1"),
    }
    _, arrays, attributes = run(tmp_path, write(tmp_path / name, terms))
    assert arrays["tws"][0] == pytest.approx(expected() + 7.5, abs=CLOSE)
    assert arrays["soil_moisture"][0] == pytest.approx(expected(), abs=CLOSE)
    assert attributes["product"] == f"GLDAS-2.{name[-5]} CLSM"
    assert attributes["contains_grace"] == 0


def test_gldas_noah_layers_snow_and_canopy(tmp_path):
    """Made to the layout of the real sample, which holds two of the four layers only."""
    layers = {"SoilMoi0_10cm_inst": 0.1, "SoilMoi10_40cm_inst": 0.2, "SoilMoi40_100cm_inst": 0.3}
    terms = {name: (VALUES * part, "kg m-2") for name, part in layers.items()}
    terms["SoilMoi100_200cm_inst"] = (VALUES * 0.4, "kg m-2")
    terms["SWE_inst"], terms["CanopInt_inst"] = (3.0, "kg m-2"), (0.5, "kg m-2")
    progress = SilentProgress()
    path = write(tmp_path / "GLDAS_NOAH025_3H.A20180101.0300.021.nc4", terms)
    _, arrays, attributes = run(tmp_path, path, progress=progress)
    assert arrays["tws"][0] == pytest.approx(expected() + 3.5, abs=CLOSE)
    assert arrays["soil_moisture"][0] == pytest.approx(expected(), abs=CLOSE)
    assert attributes["product"] == "GLDAS-2.1 Noah"
    assert len(progress.warnings) == 1
    assert "no groundwater" in progress.warnings[0]


@pytest.mark.reference
def test_real_gldas_noah_files(reference, tmp_path):
    folder = reference / "catchment/forcing_samples/gldas_noah025_3h"
    progress = SilentProgress()
    result, arrays, _ = run(tmp_path, folder, progress=progress)
    assert result.n_times == 2
    assert arrays["time"] == pytest.approx([5844.5, 5844.75])  # 2016-01-01 12:00 and 18:00
    assert any("SoilMoi40_100cm" in text for text in progress.warnings)
    # Against the same cells by an independent route: sampling the native grid at points of each cell.
    with netcdf.netcdf4().Dataset(str(sorted(folder.glob("*.nc4"))[0])) as dataset:
        native = sum(dataset[name][0].filled(np.nan) for name in ("SoilMoi0_10cm_inst", "SoilMoi10_40cm_inst"))
    window = Grid("M25").window(*Grid("M25").covering(*BOX))
    row0, column0 = Grid("M25").first_cell(window)
    rows, columns = np.mgrid[row0 : row0 + window.rows, column0 : column0 + window.columns]
    offsets = (np.arange(25) + 0.5) / 25 - 0.5
    samples = []
    for dy in offsets:
        for dx in offsets:
            lon, lat = Grid("M25").center(rows + dy, columns + dx)
            samples.append(native[((lat + 60) / 0.25).astype(int), ((lon + 180) / 0.25).astype(int)])
    sampled = np.nanmean(samples, axis=0)
    covered = np.isfinite(samples).mean(axis=0)
    sure = np.abs(covered - 0.5) > 0.05
    assert (np.isfinite(arrays["tws"][0]) == (covered > 0.5))[sure].all()
    both = sure & np.isfinite(arrays["tws"][0])
    assert both.sum() > 200
    # 25 x 25 samples place an edge to 1/25 of a cell; neighbours differ by up to 60 mm.
    assert arrays["tws"][0][both] == pytest.approx(sampled[both], abs=2.5)


def test_merra2(tmp_path):
    """Made to the documented layout (no real sample in the reference data): 0.5 x 0.625 degrees, fill 1e15, hourly."""
    lon, lat = np.arange(-180, 180, 0.625), np.arange(-90, 90.1, 0.5)
    values = field(*np.meshgrid(lon, lat))
    values[:, lon < -100] = np.nan
    path = write(
        tmp_path / "MERRA2_400.tavg1_2d_lnd_Nx.20180101.nc4",
        {"TWLAND": (values, "kg m-2"), "SNOMAS": (2.0, "kg m-2"), "RZMC": (0.3, "m-3 m-3")},
        lon,
        lat,
        times=[0.0, 60.0],
        units="minutes since 2018-01-01 00:30:00",
        fill=1e15,
    )
    _, arrays, attributes = run(tmp_path, path)
    assert arrays["time"] == pytest.approx([6575 + 0.5 / 24, 6575 + 1.5 / 24])
    # Cells of 0.625 degrees are flat, the field rises by up to 14 mm a degree; on the average that cancels.
    assert arrays["tws"][1] == pytest.approx(expected(), abs=14 * 0.625 / 2)
    assert arrays["tws"][1].mean() == pytest.approx(expected().mean(), abs=0.2)
    assert arrays["snow_water_equivalent"] == pytest.approx(2.0)
    assert attributes["product"] == "MERRA-2 land"


def test_era5_land(tmp_path):
    """Made to the layout of the Climate Data Store (no real sample of these variables in the reference data)."""
    lon, lat = np.arange(97, 103.05, 0.1), np.arange(29, 22.95, -0.1)
    values = field(*np.meshgrid(lon, lat))
    soil = {f"swvl{layer}": (values / 2890, "m**3 m**-3") for layer in (1, 2, 3, 4)}
    snow = {"sd": (0.004, "m of water equivalent"), "src": (0.0005, "m of water equivalent")}
    path = write(
        tmp_path / "era5.nc",
        {**soil, **snow},
        lon,
        lat,
        times=[1514764800.0],
        units="seconds since 1970-01-01",
        names=("valid_time", "latitude", "longitude"),
    )
    _, arrays, attributes = run(tmp_path, path)
    assert arrays["tws"][0] == pytest.approx(expected() + 4.5, abs=0.1)
    assert arrays["soil_moisture"][0] == pytest.approx(expected(), abs=0.1)
    assert arrays["time"].tolist() == [6575.0]
    assert attributes["product"] == "ERA5-Land"
    del soil["swvl3"]
    with pytest.raises(InputError, match="lacks swvl3"):
        run(tmp_path, write(tmp_path / "b.nc", soil, lon, lat))


def test_era5_versions_are_joined(tmp_path):
    """Recent months of ERA5 come as a second version along `expver`: where one is missing the other has it."""
    values = np.stack([np.broadcast_to(VALUES, (2, *VALUES.shape))] * 2, axis=1).copy()
    values[0, 1], values[1, 0] = np.nan, np.nan
    soil = {f"swvl{layer}": (values / 2890, "m**3 m**-3") for layer in (1, 2, 3, 4)}
    path = write(tmp_path / "a.nc", soil, times=[0.0, 1.0], dims=("time", "expver", "lat", "lon"), size_expver=2)
    _, arrays, _ = run(tmp_path, path)
    assert arrays["tws"] == pytest.approx(np.stack([expected()] * 2), abs=CLOSE)


def test_days_on_demand(tmp_path):
    values = VALUES[None] + np.array([1.0, 2.0, 6.0, 10.0])[:, None, None]
    path = write(tmp_path / "a.nc", {"tws": (values, "mm")}, times=[0.25, 0.5, 0.75, 1.25])
    assert run(tmp_path, path)[0].n_times == 4
    result, arrays, _ = run(tmp_path, path, daily=True)
    assert result.n_times == 2
    assert arrays["time"].tolist() == [6575.5, 6576.5]
    assert arrays["tws"] - arrays["tws"][:1] == pytest.approx(
        np.array([0, 7])[:, None, None] + 0 * arrays["tws"], abs=1e-3
    )
    assert arrays["tws"][0] == pytest.approx(expected() + 3, abs=CLOSE)


def test_extent_beyond_the_data_is_reported(tmp_path):
    path = write(tmp_path / "a.nc", {"tws": (VALUES, "mm")})
    progress = SilentProgress()
    _, arrays, _ = run(tmp_path, path, extent=(98, 102, 28, 36), progress=progress)
    empty = np.isnan(arrays["tws"][0]).mean()
    assert progress.warnings == [f"The data do not reach all of the EXTENT: {empty:.0%} of its cells are not there."]
    assert np.isfinite(arrays["tws"][0, -1]).all()
    assert np.isnan(arrays["tws"][0, 0]).all()
    progress = SilentProgress()
    run(tmp_path, path, progress=progress)
    assert progress.warnings == []
    own = tmp_path / "own.nc"
    (tmp_path / "storage.nc").rename(own)
    _, arrays, _ = run(tmp_path, own, extent=(100, 106, 24, 28), progress=progress)
    assert arrays["tws"].shape[2] < 12
    assert any("% of its cells are not there" in text for text in progress.warnings)


def test_time_along_a_dimension_of_another_name(tmp_path):
    values = VALUES[None] + np.array([0.0, 50.0])[:, None, None]
    path = write(tmp_path / "a.nc", {"tws": (values, "mm")}, times=[0.0, 1.0], names=("step", "lat", "lon"))
    with netcdf.netcdf4().Dataset(str(path), "r+") as dataset:
        dataset.renameVariable("step", "valid_time")
    _, arrays, _ = run(tmp_path, path)
    assert arrays["time"].tolist() == [6575, 6576]
    assert arrays["tws"][1] - arrays["tws"][0] == pytest.approx(50 + 0 * arrays["tws"][0], abs=1e-3)


def test_members_are_kept(tmp_path):
    values = np.stack([VALUES, VALUES + 5, VALUES + 9])[:, None]
    path = write(tmp_path / "a.nc", {"tws": (values, "mm")}, dims=("member", "time", "lat", "lon"), size_member=3)
    _, arrays, _ = run(tmp_path, path)
    assert arrays["tws"].shape == (3, 1, *expected().shape)
    assert arrays["tws"][2, 0] == pytest.approx(expected() + 9, abs=CLOSE)


def test_own_storage_file_is_cut_and_handed_on(tmp_path):
    window = Grid("M25").window(*Grid("M25").covering(95, 105, 20, 32))
    values = np.random.default_rng(3).normal(0, 50, (2, 4, *window.shape)).astype("f4")
    own = tmp_path / "own.nc"
    with netcdf.create(own, "Storage", "runcatchment", "SEED=1") as dataset:
        netcdf.write_grid(dataset, window)
        netcdf.write_time(dataset, 6575.0 + 12 * np.arange(4))
        dataset.createDimension("member", 2)
        for name in ("tws", "catchment_deficit"):
            netcdf.add_variable(dataset, name, ("member", "time", "y", "x"), "mm", name)[:] = values
        dataset.setncatts({"product": "Catchment", "synthetic": 1, "contains_grace": 0})
    _, arrays, attributes = run(tmp_path, own, start=date(2018, 1, 10), end=date(2018, 2, 1))
    row0, column0, rows, columns = Grid("M25").covering(*BOX)
    top, left = row0 - Grid("M25").first_cell(window)[0], column0 - Grid("M25").first_cell(window)[1]
    cut = values[:, 1:3, top : top + rows, left : left + columns]
    assert np.array_equal(arrays["tws"], cut)
    assert np.array_equal(arrays["catchment_deficit"], cut)
    assert (attributes["synthetic"], attributes["product"]) == (1, "Catchment")
    assert "runcatchment (SEED=1)" in attributes["history"]
    with pytest.raises(InputError, match="choose GRID=M25"):
        run(tmp_path, own, grid="M36")
    with pytest.raises(InputError, match="does not reach"):
        run(tmp_path, own, extent=(10, 12, 40, 42))
    whole = run(tmp_path, own, extent=None)[1]["tws"]
    assert np.array_equal(whole, values)


def test_variable_by_name(tmp_path):
    path = write(tmp_path / "a.nc", {"wet": (VALUES, "mm"), "dry": (0.0, "mm"), "tair": (280.0, "K")})
    with pytest.raises(InputError, match="Give VARIABLE, one of wet, dry, tair"):
        run(tmp_path, path)
    _, arrays, _ = run(tmp_path, path, variable="wet")
    assert arrays["tws"][0] == pytest.approx(expected(), abs=CLOSE)
    with pytest.raises(InputError, match=r"no variable 'damp' \(VARIABLE\)"):
        run(tmp_path, path, variable="damp")


def test_values_that_are_no_storage(tmp_path):
    path = write(tmp_path / "a.nc", {"tws": (VALUES, "m")})
    with pytest.raises(InputError, match="more than any land model holds"):
        run(tmp_path, path)
    assert not (tmp_path / "storage.nc").exists()
    progress = SilentProgress()
    run(tmp_path, write(tmp_path / "b.nc", {"tws": (VALUES / 1000, "mm")}), progress=progress)
    assert any("never exceeds 0." in text for text in progress.warnings)
    with pytest.raises(InputError, match="no value in the EXTENT"):
        run(tmp_path, write(tmp_path / "c.nc", {"tws": (np.full(VALUES.shape, np.nan), "mm")}))


def test_files_that_do_not_fit_together(tmp_path):
    first = write(tmp_path / "a.nc", {"tws": (VALUES, "mm")})
    other = write(tmp_path / "b.nc", {"wet": (VALUES, "mm")}, times=[1.0])
    with pytest.raises(InputError, match=r"b\.nc has no variable tws"):
        run(tmp_path, first, other)
    shifted = write(tmp_path / "c.nc", {"tws": (VALUES, "mm")}, lon=LON + 0.25, times=[1.0])
    with pytest.raises(InputError, match="other cells"):
        run(tmp_path, first, shifted)
    with pytest.raises(InputError, match="longitudes do not reach"):
        run(tmp_path, first, extent=(10, 12, 22, 28))
    with pytest.raises(InputError, match="does not exist"):
        run(tmp_path, tmp_path / "nothing")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="holds no NetCDF"):
        run(tmp_path, tmp_path / "empty")
    irregular = write(tmp_path / "d.nc", {"tws": (VALUES, "mm")}, lat=LAT**1.5)
    with pytest.raises(InputError, match="not regularly spaced"):
        run(tmp_path, irregular)


def test_cancel_leaves_nothing(tmp_path):
    class Impatient(SilentProgress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        run(tmp_path, write(tmp_path / "a.nc", {"tws": (VALUES, "mm")}), progress=Impatient())
    assert not (tmp_path / "storage.nc").exists()

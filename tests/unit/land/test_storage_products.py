"""Storage of more models, by files made to their documented layouts: right sum, right date, right flags."""

from datetime import date

import numpy as np
import pytest
from grib_files import message
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.land.importing import StorageOptions, import_storage
from groundswell.core.work.progress import SilentProgress

BOX = (99.0, 101.0, 25.0, 27.0)
LON, LAT = np.arange(97.125, 103, 0.25), np.arange(23.125, 29, 0.25)
VOLUME = "m^3 m-3"


def write(path, variables, dims=("time", "lat", "lon"), times=(6575.0,), units="days since 2000-01-01", **attributes):
    """Write constants by name: (value, unit)."""
    with netcdf.netcdf4().Dataset(str(path), "w") as dataset:
        for name, values in zip(dims, (times, LAT, LON)):
            dataset.createDimension(name, len(values))
            dataset.createVariable(name, "f8", (name,))[:] = values
        dataset[dims[0]].units = units
        for name, (value, unit) in variables.items():
            variable = dataset.createVariable(name, "f4", dims)
            variable.units = unit
            variable[:] = value
        dataset.setncatts(attributes)
    return path


def run(tmp_path, *paths, **options):
    progress = SilentProgress()
    output = tmp_path / "storage.nc"
    import_storage(list(paths), output, StorageOptions(**{"extent": BOX, **options}), progress)
    with netcdf.open_dataset(output) as dataset:
        arrays = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
        return arrays, {name: dataset.getncattr(name) for name in dataset.ncattrs()}, " ".join(progress.warnings)


def test_fldas_layers_are_shares_of_their_volume(tmp_path):
    layers = {"SoilMoi00_10cm_tavg": 0.1, "SoilMoi10_40cm_tavg": 0.2, "SoilMoi40_100cm_tavg": 0.3}
    variables = {name: (value, VOLUME) for name, value in layers.items()}
    variables.update({"SoilMoi100_200cm_tavg": (0.25, VOLUME), "SWE_inst": (7.0, "kg m-2")})
    path = write(tmp_path / "FLDAS_NOAH01_C_GL_M.A201801.001.nc", variables, ("time", "Y", "X"))
    arrays, attributes, warnings = run(tmp_path, path)
    # 10 mm + 60 mm + 180 mm + 250 mm + 7 mm; the month's mean stands for its middle.
    np.testing.assert_allclose(arrays["tws"], 507.0, rtol=1e-5)
    assert arrays["time"][0] == 6575.0 + 15.5
    assert attributes["product"] == "FLDAS"
    assert "no canopy water" in warnings


def test_nldas_layers_and_their_sums_count_once(tmp_path):
    layers = {"0_10": 30.0, "10_40": 80.0, "40_100": 150.0, "100_200": 200.0, "0_100": 260.0, "0_200": 460.0}
    variables = {f"SoilM_{name}cm": (value, "kg m-2") for name, value in layers.items()}
    variables.update({"SWE": (5.0, "kg m-2"), "CanopInt": (0.5, "kg m-2")})
    path = write(tmp_path / "NLDAS_NOAH0125_M.A201801.020.nc", variables)
    arrays, _, _ = run(tmp_path, path)
    np.testing.assert_allclose(arrays["tws"], 465.5, rtol=1e-5)
    np.testing.assert_allclose(arrays["soil_moisture"], 460.0, rtol=1e-5)


def lis_history(path, variables, thickness="10.000000, 30.000000, 60.000000, 100.0000", total=False):
    """Write a LIS history file: two-dimensional places, missing over water, no dimension of time in its fields."""
    with netcdf.netcdf4().Dataset(str(path), "w") as dataset:
        for name, size in (("time", 1), ("north_south", LAT.size), ("east_west", LON.size), ("SoilMoist_profiles", 4)):
            dataset.createDimension(name, size)
        time = dataset.createVariable("time", "f4", ("time",))
        time.units = "minutes since 2018-01-05 00:00:00"
        time[:] = 0
        lon, lat = np.meshgrid(LON, LAT)
        sea = np.zeros(lon.shape, bool)
        sea[0], sea[:, 3] = True, True
        for name, values in (("lat", lat), ("lon", lon)):
            variable = dataset.createVariable(name, "f4", ("north_south", "east_west"), fill_value=-9999.0)
            variable[:] = np.ma.masked_array(values, sea)
        for name, (values, unit) in variables.items():
            dims = ("north_south", "east_west")
            dims = ("SoilMoist_profiles", *dims) if name.startswith("SoilMoist") else dims
            variable = dataset.createVariable(name, "f4", dims, fill_value=-9999.0)
            variable.units = unit
            shape = [len(dataset.dimensions[dim]) for dim in dims]
            variable[:] = np.broadcast_to(np.reshape(values, (-1, 1, 1)) if np.ndim(values) else values, shape)
        dataset.setncatts({"title": "LIS land surface model output", "SOIL_LAYER_THICKNESSES": thickness})
    return path


def test_lis_history_files(tmp_path):
    soil = {"SoilMoist_tavg": ([0.1, 0.2, 0.3, 0.25], "m^3/m^3"), "SWE_tavg": (7.0, "kg/m2")}
    path = lis_history(tmp_path / "LIS_HIST_201801050000.d01.nc", soil)
    arrays, _, _ = run(tmp_path, path)
    np.testing.assert_allclose(arrays["tws"], 507.0, rtol=1e-5)
    assert arrays["time"][0] == pytest.approx(6579.0)
    total = {**soil, "TWS_tavg": (1200.0, "mm"), "GWS_tavg": (650.0, "mm")}
    arrays, attributes, _ = run(tmp_path, lis_history(tmp_path / "LIS_HIST_201801050000.d01.nc", total))
    np.testing.assert_allclose(arrays["tws"], 1200.0)
    np.testing.assert_allclose(arrays["groundwater"], 650.0)
    assert attributes["contains_grace"] == 0
    path = lis_history(tmp_path / "LIS_HIST_201801050000.d01.nc", soil, thickness="0.1, 0.3")
    with pytest.raises(InputError, match="write TWS in the run's output list"):
        run(tmp_path, path)


def test_months_since_stand_for_their_middle(tmp_path):
    """ISIMIP: storage in kg m-2, months since 1901."""
    months = (12 * 117.0, 12 * 117.0 + 1, 12 * 117.0 + 2)
    path = write(tmp_path / "watergap_tws.nc", {"tws": (800.0, "kg m-2")}, times=months, units="months since 1901-1-1")
    arrays, _, _ = run(tmp_path, path, start=date(2018, 1, 1), end=date(2018, 12, 31))
    np.testing.assert_allclose(arrays["time"], [6575 + 15.5, 6606 + 14.0, 6634 + 15.5])
    np.testing.assert_allclose(arrays["tws"], 800.0)


def test_awra_stores(tmp_path):
    stores = {"s0_avg": (20.0, "mm"), "ss_avg": (100.0, "mm"), "sd_avg": (400.0, "mm"), "sg": (50.0, "mm")}
    arrays, _, warnings = run(tmp_path, write(tmp_path / "awra_l_stores.nc", stores))
    np.testing.assert_allclose(arrays["tws"], 570.0)
    np.testing.assert_allclose(arrays["groundwater"], 50.0)
    assert "no snow" in warnings


def test_grib_of_era5_land(tmp_path):
    """Soil layers and snow as GRIB: 0.2 of 2890 mm and 30 mm of snow."""
    rows, columns = 25, 25
    ones = np.ones((rows, columns))
    values = {39: 0.2, 40: 0.2, 41: 0.2, 42: 0.2, 141: 0.03}
    data = b"".join(
        message(parameter, (2018, 1, day, 0), value * ones, 29.0, 97.0, 0.25)
        for day in (1, 2)
        for parameter, value in values.items()
    )
    (tmp_path / "era5_land.grib").write_bytes(data)
    arrays, attributes, warnings = run(tmp_path, tmp_path / "era5_land.grib")
    np.testing.assert_allclose(arrays["tws"], 0.2 * 2890 + 30.0, rtol=1e-4)
    np.testing.assert_allclose(arrays["time"], [6575.0, 6576.0])
    assert attributes["product"] == "ERA5-Land"
    assert "no 'src'" in warnings


def test_gldas22_keeps_its_flag_by_a_chosen_variable(tmp_path):
    name = "GLDAS_CLSM025_DA1_D.A20180101.022.nc4"
    variables = {"TWS_tavg": (900.0, "mm"), "GWS_tavg": (500.0, "mm")}
    path = write(tmp_path / name, variables)
    for variable, value in (("TWS_tavg", 900.0), ("GWS_tavg", 500.0)):
        arrays, attributes, warnings = run(tmp_path, path, variable=variable)
        np.testing.assert_allclose(arrays["tws"], value)
        assert attributes["contains_grace"] == 1
        assert attributes["product"] == "GLDAS-2.2 CLSM"
        assert "GRACE assimilated" in warnings
        assert ("groundwater only" in warnings) == (variable == "GWS_tavg")
    early = write(tmp_path / "GLDAS_CLSM025_DA1_D_EP.A20180101.022.nc4", variables)
    assert run(tmp_path, early, variable="TWS_tavg")[1]["contains_grace"] == 0


def test_groundwater_alone_is_no_storage(tmp_path):
    path = write(tmp_path / "GLDAS_CLSM025_DA1_D.A20180101.022.nc4.SUB.nc4", {"GWS_tavg": (500.0, "mm")})
    with pytest.raises(InputError, match="a part of storage only: download TWS_tavg"):
        run(tmp_path, path)


def test_a_unit_is_asked_for(tmp_path):
    path = write(tmp_path / "model.nc", {"tws": (0.9, " ")})
    with pytest.raises(InputError, match="say the UNIT"):
        run(tmp_path, path)
    np.testing.assert_allclose(run(tmp_path, path, unit="m")[0]["tws"], 900.0, rtol=1e-6)


STORES = {"s0": 20.0, "ss": 100.0, "sd": 400.0, "sg": 50.0}


def separate(folder, times=(6575.0, 6576.0)):
    """Write W3RA's stores to files of their own."""
    folder.mkdir()
    return [write(folder / f"w3ra_{name}.nc", {name: (value, "mm")}, times=times) for name, value in STORES.items()]


def test_stores_in_files_of_their_own_are_added_up(tmp_path):
    separate(tmp_path / "w3ra")
    arrays, attributes, warnings = run(tmp_path, tmp_path / "w3ra")
    np.testing.assert_allclose(arrays["tws"], 570.0)
    np.testing.assert_allclose(arrays["groundwater"], 50.0)
    np.testing.assert_allclose(arrays["time"], [6575.0, 6576.0])
    assert attributes["product"] == "W3RA/AWRA"
    assert "no snow" in warnings


def test_stores_of_unlike_times_are_refused(tmp_path):
    separate(tmp_path / "w3ra")
    write(tmp_path / "w3ra" / "w3ra_sd.nc", {"sd": (400.0, "mm")}, times=(6575.0, 6577.0))
    with pytest.raises(InputError, match="at different times"):
        run(tmp_path, tmp_path / "w3ra")


def test_repeated_times_of_separate_stores(tmp_path):
    """The same month twice, under two names: one of each is used; unlike ones are refused."""
    separate(tmp_path / "w3ra")
    write(tmp_path / "w3ra" / "w3ra_sd_again.nc", {"sd": (400.0, "mm")}, times=(6575.0, 6576.0))
    arrays, _, warnings = run(tmp_path, tmp_path / "w3ra")
    np.testing.assert_allclose(arrays["tws"], 570.0)
    assert "2 fields have the time of another one" in warnings
    write(tmp_path / "w3ra" / "w3ra_sd_again.nc", {"sd": (300.0, "mm")}, times=(6575.0, 6576.0))
    with pytest.raises(InputError, match="different values"):
        run(tmp_path, tmp_path / "w3ra")


def test_era5_land_by_variables(tmp_path):
    folder = tmp_path / "era5"
    folder.mkdir()
    for number in range(1, 5):
        write(folder / f"swvl{number}.nc", {f"swvl{number}": (0.2, VOLUME)}, ("valid_time", "lat", "lon"))
    write(folder / "sd.nc", {"sd": (0.03, "m of water equivalent")}, ("valid_time", "lat", "lon"))
    np.testing.assert_allclose(run(tmp_path, folder)[0]["tws"], 0.2 * 2890 + 30.0, rtol=1e-5)


def test_nldas3_gives_its_total(tmp_path):
    """Layers beside TWS and GWS were added up without the groundwater: 507 for 1200 mm."""
    variables = {"SoilMoi00_10cm": (0.1, VOLUME), "SoilMoi10_200cm": (0.2, VOLUME), "SWE": (7.0, "kg m-2")}
    variables.update({"TWS": (1200.0, "mm"), "GWS": (600.0, "mm")})
    arrays, attributes, _ = run(tmp_path, write(tmp_path / "NLDAS_NOAHMP0010_D.A20180101.030.nc", variables))
    np.testing.assert_allclose(arrays["tws"], 1200.0)
    np.testing.assert_allclose(arrays["groundwater"], 600.0)
    assert attributes["product"] == "NLDAS"
    assert attributes["contains_grace"] == 0
    only = write(tmp_path / "NLDAS_NOAHMP0010_D.A20180101.030.nc", {"TWS_tavg": (1200.0, "mm")})
    assert run(tmp_path, only)[1]["contains_grace"] == 0


def test_lis_layers_in_kilograms(tmp_path):
    soil = {"SoilMoist_tavg": ([10.0, 60.0, 180.0, 250.0], "kg m-2"), "SWE_tavg": (7.0, "kg/m2")}
    path = lis_history(tmp_path / "LIS_HIST_201801050000.d01.nc", soil)
    np.testing.assert_allclose(run(tmp_path, path)[0]["tws"], 507.0, rtol=1e-5)


def test_total_of_an_unnamed_gldas_file(tmp_path):
    """A subset with TWS alone lost the flag of GRACE; CDO's history still names the product."""
    total = {"TWS_tavg": (900.0, "mm")}
    _, attributes, warnings = run(tmp_path, write(tmp_path / "download.nc", total))
    assert attributes["contains_grace"] == 1
    assert "may be GLDAS-2.2" in warnings
    for name, flag in (("GLDAS_CLSM025_DA1_D.A20180101.022.nc4", 1), ("GLDAS_CLSM025_D.A20180101.020.nc4", 0)):
        path = write(tmp_path / "mean.nc", total, history=f"Mon Dec 1 2026: cdo monmean {name} mean.nc")
        assert run(tmp_path, path)[1]["contains_grace"] == flag


def test_months_of_isimip_in_days_since(tmp_path):
    path = write(tmp_path / "h08_tws_global_monthly_1901_2019.nc", {"tws": (800.0, "kg m-2")}, times=(6575.0, 6606.0))
    np.testing.assert_allclose(run(tmp_path, path)[0]["time"], [6575 + 15.5, 6606 + 14.0])


def test_soil_moisture_alone_is_said(tmp_path):
    assert "soil moisture only" in run(tmp_path, write(tmp_path / "x.nc", {"mrso": (800.0, "kg m-2")}))[2]

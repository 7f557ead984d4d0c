"""Gridded products in every layout: dimensions, units, fills, calendars, packed, single months, GeoTIFF, ASCII."""

import gzip
import zipfile
from datetime import date

import netCDF4
import numpy as np
import pytest
from groundswell.core.dates import day_number
from groundswell.core.errors import InputError
from groundswell.core.files import raster
from groundswell.core.grace.grid_files import GridOptions
from groundswell.core.grace.importing import GraceOptions, import_grace
from groundswell.core.grace.recognition import ReadOptions
from groundswell.core.work.progress import SilentProgress

LON, LAT = np.arange(96.5, 105), np.arange(21.5, 30)  # nine of each: a transposed map would fit
BOX = (98.0, 103.0, 23.0, 28.0)
WINDOWS = [(day_number(date(2019, 3, 1)), day_number(date(2019, 4, 1))),
           (day_number(date(2019, 4, 1)), day_number(date(2019, 5, 1)))]  # fmt: skip


def field(month=0):
    """Millimetres [lat, lon]: east and north tell themselves apart."""
    return 10.0 * (LON[None, :] - 100) + 3.0 * (LAT[:, None] - 25) + 7.0 * month


def write(path, order=("time", "lat", "lon"), unit="mm", factor=1.0, name="lwe_thickness", windows=WINDOWS, **more):
    """Write two months with dimensions in an order; `more`: calendar, title, std, fill, values."""
    with netCDF4.Dataset(path, "w") as file:
        for dimension, size in (("lon", LON.size), ("lat", LAT.size), ("time", len(windows)), ("bounds", 2)):
            file.createDimension(dimension, size)
        for axis, values in (("lon", LON), ("lat", LAT)):
            file.createVariable(axis, "f8", (axis,))[:] = values
        time = file.createVariable("time", "f8", ("time",) if "time" in order else ())
        time.setncatts({"units": "days since 2000-01-01", "bounds": "time_bounds"})
        edges = np.array(windows, dtype=float)
        time[...] = edges.mean(axis=1) if "time" in order else edges.mean()
        file.createVariable("time_bounds", "f8", ("time", "bounds"))[:] = edges
        stack = more.get("values")
        if stack is None:
            stack = np.stack([field(month) for month in range(len(windows))])
        stack = stack / factor
        axes = {"time": 0, "lat": 1, "lon": 2}
        if "time" not in order:
            stack, axes = stack[0], {"lat": 0, "lon": 1}
        for variable, values in (
            (name, stack),
            *([("std_tws", np.full_like(stack, 12.0 / factor))] if more.get("std") else []),
            *([("leakage", 0.1 * stack)] if more.get("leakage") else []),
        ):
            stored = file.createVariable(variable, "f4", order)
            if unit:
                stored.units = unit
            stored[...] = np.transpose(values, [axes[each] for each in order])
        file.setncatts({key: more[key] for key in ("title", "filter") if more.get(key)})
    return path


def run(path, tmp_path, variable="", unit=""):
    progress = SilentProgress()
    options = GraceOptions(BOX, read=ReadOptions(grids=GridOptions(variable, unit)))
    made = import_grace(path, tmp_path / "out.nc", options, progress)
    assert list(made.warnings) == progress.warnings
    with netCDF4.Dataset(tmp_path / "out.nc") as file:
        file.set_auto_mask(False)
        values = {name: file[name][:] for name in ("tws", "lon", "lat", "time_bnds")}
        if "uncertainty" in file.variables:
            values["uncertainty"] = file["uncertainty"][:]
        if "leakage" in file.variables:
            values["leakage"] = file["leakage"][:]
        return values, dict(file.__dict__), " ".join(progress.warnings)


def check(values, month=0):
    """Compare with the plane in a cell's centre: 0.5 degrees of averaging leave 10 mm per degree within 5 mm."""
    expected = 10.0 * (values["lon"] - 100) + 3.0 * (values["lat"] - 25) + 7.0 * month
    assert np.abs(values["tws"][month] - expected).max() < 6.0
    assert np.abs(values["tws"][month] - expected).mean() < 3.0


@pytest.mark.parametrize(
    "order", [("time", "lat", "lon"), ("time", "lon", "lat"), ("lat", "lon", "time"), ("lon", "lat", "time")]
)
def test_dimensions_are_read_by_name_in_any_order(tmp_path, order):
    values, _, _ = run(write(tmp_path / "in.nc", order), tmp_path)
    check(values, 0)
    check(values, 1)


def test_a_scalar_time_is_one_month(tmp_path):
    values, _, _ = run(write(tmp_path / "in.nc", ("lon", "lat"), windows=WINDOWS[:1]), tmp_path)
    check(values)
    np.testing.assert_array_equal(values["time_bnds"], WINDOWS[:1])


@pytest.mark.parametrize(("unit", "factor"), [("cm", 10.0), ("m", 1000.0), ("mm", 1.0), ("kg m-2", 1.0)])
def test_units_of_the_file_are_converted_and_given_ones_only_where_it_has_none(tmp_path, unit, factor):
    values, _, _ = run(write(tmp_path / "in.nc", unit=unit, factor=factor), tmp_path, unit="mm")
    check(values)
    for name in ("lwe_thickness", "tws"):  # the second is presented by the chain's own contract, and converted once
        values, _, _ = run(write(tmp_path / "in.nc", unit="", factor=factor, name=name), tmp_path, unit=unit)
        check(values)
        values, _, _ = run(write(tmp_path / "in.nc", unit=unit, factor=factor, name=name), tmp_path)
        check(values)


def test_no_unit_or_another_quantitys_is_refused(tmp_path):
    with pytest.raises(InputError, match="has no unit: say with UNIT"):
        run(write(tmp_path / "in.nc", unit=""), tmp_path)
    with pytest.raises(InputError, match="has no unit: say with UNIT"):
        run(write(tmp_path / "in.nc", unit="", name="tws"), tmp_path)
    with pytest.raises(InputError, match="mm/day"):
        run(write(tmp_path / "in.nc", unit="mm/day"), tmp_path)


@pytest.mark.parametrize("fill", [-9999.0, -999.0, 1e20, 1e30, 32767.0, -99999.0])
def test_undeclared_missing_values_are_no_water(tmp_path, fill):
    stack = np.stack([field(0), field(1)])
    stack[0, 4, 4] = fill
    values, _, said = run(write(tmp_path / "in.nc", values=stack), tmp_path)
    assert np.nanmax(np.abs(values["tws"])) < 60
    assert f"holds {fill:g} without declaring it" in said


def test_months_without_any_value_become_gaps(tmp_path):
    stack = np.stack([field(0), np.full((9, 9), np.nan)])
    values, _, said = run(write(tmp_path / "in.nc", values=stack), tmp_path)
    assert len(values["tws"]) == 1
    assert "no value anywhere: 2019-04" in said


def test_grids_in_two_units_in_one_folder_are_each_converted(tmp_path):
    folder = tmp_path / "grids"
    folder.mkdir()
    for name, unit, factor in (("a.nc", "cm", 10.0), ("b.nc", "m", 1000.0)):
        write(folder / name, windows=WINDOWS[:1] if name == "a.nc" else WINDOWS[1:], unit=unit, factor=factor)
    values, _, _ = run(folder, tmp_path)
    check(values, 0)
    np.testing.assert_allclose(values["tws"][1], values["tws"][0], atol=1e-3)


def test_grids_of_two_centres_or_a_month_twice_are_refused_by_name(tmp_path):
    folder = tmp_path / "grids"
    folder.mkdir()
    ours = "GRD-3_2019060-2019090_GRFO_UTCSR_BA01_0602_LND_v04.nc"
    write(folder / ours, windows=WINDOWS[:1])
    other = folder / "GRD-3_2019091-2019120_GRFO_JPLEM_BA01_0602_LND_v04.nc"
    write(other, windows=WINDOWS[1:])
    with pytest.raises(InputError, match="processing centre: CSR .*UTCSR.*, JPL"):
        run(folder, tmp_path)
    other.unlink()
    other = folder / "GRD-3_2019091-2019120_GRFO_UTCSR_BA01_0601_LND_v04.nc"
    write(other, windows=WINDOWS[1:])
    with pytest.raises(InputError, match=r"release: RL06.2 .*0602.*, RL06.1"):
        run(folder, tmp_path)
    other.unlink()
    write(folder / "GRD-3_2019060-2019090_GRFO_UTCSR_BB01_0602_LND_v04.nc", windows=WINDOWS[:1])
    with pytest.raises(InputError, match="2019-03 is there twice.*BA01_0602.*BB01_0602"):
        run(folder, tmp_path)


@pytest.mark.parametrize("place", ["filter", "name"])
def test_grids_of_two_filters_in_one_folder_are_refused_by_name(tmp_path, place):
    folder = tmp_path / "grids"
    folder.mkdir()
    for window, level in zip(WINDOWS, (3, 5)):
        name = f"month{level}.nc" if place == "filter" else f"COSTG_DDK{level}_month.nc"
        said = {"filter": f"DDK{level}"} if place == "filter" else {}
        write(folder / name, windows=[window], title="Storage of land, COST-G", **said)
    with pytest.raises(InputError, match=r"differ in their filter: DDK3 \(.*3.*\), DDK5 \(.*5"):
        run(folder, tmp_path)


def test_gravis_grids_come_with_their_standard_deviation(tmp_path):
    name = "GRAVIS-3_2002095-2023365_COSTG_0100_TWS_GRID_GFZ_0003.nc"
    values, attributes, _ = run(write(tmp_path / name, name="tws", unit="cm", factor=10.0, std=True), tmp_path)
    check(values)
    np.testing.assert_allclose(values["uncertainty"], 12.0, atol=1e-4)
    assert (attributes["product"], attributes["centre"]) == ("GravIS land grids (COST-G)", "COST-G")
    assert attributes["anomaly_baseline"] == "as the product has it (the file does not say)"  # 2002-04 to 2020-03
    assert "leakage" not in values


def test_what_leaked_in_by_the_products_own_estimate_is_kept_in_mm(tmp_path):
    name = "GRAVIS-3_GFZOP_0600_TWS_GRID_GFZ_0006.nc"
    path = write(
        tmp_path / name, name="tws", unit="cm", factor=10.0, std=True, leakage=True, order=("lat", "time", "lon")
    )
    values, _, _ = run(path, tmp_path)
    check(values)
    np.testing.assert_allclose(values["leakage"], 0.1 * values["tws"], atol=1e-4)


@pytest.mark.parametrize("title", ["Mascons of Goddard Space Flight Center", "GSFC mascons, release 6", "gsfc.glb"])
def test_either_name_of_the_centre_tells_its_mascons(tmp_path, title):
    _, attributes, _ = run(write(tmp_path / "mascons.nc", title=title), tmp_path)
    assert attributes["product"] == "GSFC RL06 mascons"
    assert attributes["filter_kind"] == "mascon"


def test_a_grid_in_metres_that_nothing_names_is_not_taken_for_tellus(tmp_path):
    _, attributes, _ = run(write(tmp_path / "mine.nc", unit="m", factor=1000.0), tmp_path)
    assert (attributes["product"], attributes["filter_kind"]) == ("monthly storage grids", "not said")


def test_a_variable_of_another_name_is_named_by_variable(tmp_path):
    write(tmp_path / "in.nc", name="water")
    with pytest.raises(InputError, match="VARIABLE"):
        run(tmp_path / "in.nc", tmp_path)
    check(run(tmp_path / "in.nc", tmp_path, variable="water")[0])


def test_coefficients_in_netcdf_are_named_as_such(reference, tmp_path):
    with pytest.raises(InputError, match=r"holds coefficients \(clm, slm\).*GSM-2 or .gfc"):
        run(reference / "grace/other_l2/COSTG_n12_2002_2022.nc", tmp_path)


def test_packed_files_are_read_like_plain_ones_and_bombs_are_refused(tmp_path, monkeypatch):
    plain = write(tmp_path / "in.nc")
    packed = tmp_path / "in.nc.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    check(run(packed, tmp_path)[0])
    with zipfile.ZipFile(tmp_path / "months.zip", "w") as archive:
        archive.write(plain, "folder/in.nc")
    check(run(tmp_path / "months.zip", tmp_path)[0])
    folder = tmp_path / "downloads"
    folder.mkdir()
    for name in ("one.zip", "two.zip"):
        (folder / name).write_bytes((tmp_path / "months.zip").read_bytes())
        if name == "one.zip":
            check(run(folder, tmp_path)[0])
    with pytest.raises(InputError, match="2 archives .*one.zip, two.zip.*INPUT"):
        run(folder, tmp_path)
    packed.write_bytes(packed.read_bytes()[:-200])
    with pytest.raises(InputError, match="cut off"):
        run(packed, tmp_path)
    whole = (tmp_path / "months.zip").read_bytes()
    (tmp_path / "damaged.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "moved.zip").write_bytes(whole[:50] + whole[90:])  # the table of contents points elsewhere
    for name in ("damaged.zip", "moved.zip"):
        with pytest.raises(InputError, match="cannot be unpacked"):
            run(tmp_path / name, tmp_path)
    monkeypatch.setattr("groundswell.core.grace.unpacking.LARGEST_BYTES", 2**20)
    for path, opener in ((tmp_path / "bomb.nc.gz", gzip.open),):
        with opener(path, "wb") as file:
            file.write(b"CDF\x01" + bytes(4 * 2**20))
        with pytest.raises(InputError, match="unpacks to more than"):
            run(path, tmp_path)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.nc", b"CDF\x01" + bytes(4 * 2**20))
    with pytest.raises(InputError, match="unpacks to more than"):
        run(tmp_path / "bomb.zip", tmp_path)


def test_tellus_months_as_geotiff_and_ascii(tmp_path):
    grid = raster.RasterGrid("EPSG:4326", 96.0, 30.0, 1.0, 1.0, LON.size, LAT.size)
    path = tmp_path / "GRD-3_2019060-2019090_GRFO_UTCSR_BA01_0602_LND_v04.tif"
    raster.write_geotiff(path, (field()[::-1] / 1000).astype("f4"), grid, None)
    with pytest.raises(InputError, match="UNIT"):
        run(path, tmp_path)
    values, attributes, _ = run(path, tmp_path, unit="m")
    check(values)
    np.testing.assert_array_equal(values["time_bnds"], WINDOWS[:1])
    assert (attributes["filter_kind"], attributes["filter_radius_km"]) == ("destriped_gaussian", 300.0)
    lines = ["header:", "  variables:", "    lwe_thickness:", "      units : m", "# End of YAML header"]
    lines += [f"{x:.1f} {y:.1f} {value / 1000:.6f}" for y, row in zip(LAT, field()) for x, value in zip(LON, row)]
    text = tmp_path / "GRD-3_2019060-2019090_GRFO_UTCSR_BA01_0602_LND_v04.txt"
    text.write_text("\n".join(lines) + "\n")
    check(run(text, tmp_path)[0])


def test_other_calendars_are_the_same_dates(tmp_path):
    write(tmp_path / "in.nc")
    with netCDF4.Dataset(tmp_path / "in.nc", "r+") as file:
        for name in ("time", "time_bounds"):
            file[name].setncatts({"units": "days since 2000-01-01", "calendar": "noleap"})
        # 19 years of 365 days, then 59 days: 1 March 2019.
        file["time_bounds"][:] = [[19 * 365 + 59, 19 * 365 + 90], [19 * 365 + 90, 19 * 365 + 120]]
        file["time"][:] = [19 * 365 + 74, 19 * 365 + 105]
    values, _, _ = run(tmp_path / "in.nc", tmp_path)
    np.testing.assert_array_equal(values["time_bnds"], WINDOWS)

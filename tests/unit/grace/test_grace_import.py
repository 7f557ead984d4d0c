"""GRACE products to storage on the EASE-Grid 2.0."""

import json
from datetime import date

import netCDF4
import numpy as np
import pytest
from groundswell.core.dates import day_number
from groundswell.core.errors import Cancelled, InputError
from groundswell.core.grace.importing import GraceOptions, import_grace
from groundswell.core.grace.recognition import ReadOptions
from groundswell.core.grid.ease2 import Grid
from groundswell.core.work.progress import SilentProgress

OFFSET = day_number(date(2002, 1, 1))
FEBRUARY_2019 = (day_number(date(2019, 1, 26)), day_number(date(2019, 3, 8)))


def csr_file(path, windows, field, lon=(97.0, 104.0), step=0.25, lat=(22.0, 29.0), unit="cm", bounds=True):
    """Write storage `field(month, lon, lat)` in the layout of CSR's mascons, its odd attributes included."""
    with netCDF4.Dataset(path, "w", format="NETCDF4_CLASSIC") as file:
        x = np.arange(lon[0] + step / 2, lon[1], step)
        y = np.arange(lat[0] + step / 2, lat[1], step)
        for name, size in (("lon", x.size), ("lat", y.size), ("time", len(windows)), ("timebound", 2)):
            file.createDimension(name, size)
        for name, values in (("lon", x), ("lat", y)):
            variable = file.createVariable(name, "f4", (name,))
            variable.Units = "degrees"
            variable[:] = values
        edges = np.array(windows, dtype=float) - OFFSET
        time = file.createVariable("time", "f4", ("time",))
        time.setncatts({"Units": "days since 2002-01-01T00:00:00Z", "calendar": "gregorian"})
        time[:] = edges.mean(axis=1)
        if bounds:
            time.bounds = "time_bounds"
            file.createVariable("time_bounds", "f4", ("time", "timebound"))[:] = edges
        values = file.createVariable("lwe_thickness", "f4", ("time", "lat", "lon"))
        values.units = unit
        for month in range(len(windows)):
            values[month] = field(month, *np.meshgrid(x, y))
        file.time_mean_removed = "2004.000 to 2009.999"
        file.synthetic = 1
    return path


def month_window(year, month):
    return day_number(date(year, month, 1)), day_number(date(year + month // 12, month % 12 + 1, 1))


def test_the_csr_layout_becomes_storage_in_mm_with_its_days(tmp_path, reference):
    path = reference / "grace/fixtures/CSR_layout_all-corrections_subset.nc"
    made = import_grace(path, tmp_path / "grace.nc", GraceOptions(start=date(2018, 12, 1), end=date(2021, 1, 31)))
    assert made.n_months == 26
    assert made.product == "CSR RL06 mascons"
    assert made.missing == ()
    with netCDF4.Dataset(path) as source, netCDF4.Dataset(tmp_path / "grace.nc") as file:
        file.set_auto_mask(False)
        months = file["grace_month"][:]
        assert months.tolist() == list(range(204, 230))
        february = list(months).index(206)
        assert tuple(file["time_bnds"][february]) == FEBRUARY_2019
        assert file["days_used"][february] == 28
        unused = json.loads(file.unused_days)
        assert unused["2019-02"] == [f"2019-02-{day:02d}" for day in range(8, 21)]
        assert len(unused["2020-01"]) == len(unused["2020-02"]) == 5
        assert file["tws"].units == "mm"
        assert (file.product, file.anomaly_baseline) == ("CSR RL06 mascons", "2004.000 to 2009.999")
        # Same mean over the area (cells of one size here, of latitude circles there) to the edges' cells.
        values = source["lwe_thickness"][:][-2]
        lat = np.deg2rad(source["lat"][:])[:, None] * np.ones(28)
        expected = 10 * np.average(values, weights=np.cos(lat))
        step = list(months).index(12 * (2021 - 2002) + 1)
        assert np.nanmean(file["tws"][step]) == pytest.approx(expected, abs=1.5)


def test_the_whole_area_of_a_file_is_taken_and_every_gap_stays_a_gap(tmp_path, reference):
    path = reference / "grace/fixtures/CSR_layout_all-corrections_subset.nc"
    made = import_grace(path, tmp_path / "grace.nc")
    assert made.n_months == 49
    assert "2017-07" in made.missing
    assert "2015-10" in made.missing
    with netCDF4.Dataset(tmp_path / "grace.nc") as file:
        row0, column0, rows, columns = Grid("M25").covering(97, 104, 22, 29)
        assert file["tws"].shape == (49, rows, columns)
        assert (file.ease_row0, file.ease_col0) == (row0, column0)


def test_regridding_conserves_the_area_mean_and_longitudes_of_either_turn_agree(tmp_path):
    def field(_, lon, lat):
        return np.round(10 * np.sin(np.radians(2 * lon))) + lat

    windows = [month_window(2019, 1)]
    options = GraceOptions(extent=(-5.0, 6.0, 4.0, 12.0))
    means = []
    for name, lon in (("east.nc", (0.0, 360.0)), ("both.nc", (-180.0, 180.0))):
        csr_file(tmp_path / name, windows, field, lon, 1.0, (-90.0, 90.0))
        import_grace(tmp_path / name, tmp_path / f"out_{name}", options)
        with netCDF4.Dataset(tmp_path / f"out_{name}") as file:
            means.append(file["tws"][0])
            assert file.synthetic == 1
    np.testing.assert_array_equal(*means)
    assert not np.isnan(means[0]).any()


def test_a_constant_stays_constant_in_every_unit(tmp_path):
    for unit, size in (("m", 0.05), ("cm", 5.0), ("mm", 50.0)):
        path = csr_file(tmp_path / f"{unit}.nc", [month_window(2019, 1)], lambda *_, size=size: size, unit=unit)
        import_grace(path, tmp_path / "out.nc", GraceOptions(extent=(98, 103, 23, 28)))
        with netCDF4.Dataset(tmp_path / "out.nc") as file:
            np.testing.assert_allclose(file["tws"][:], 50.0, rtol=1e-6)


def test_months_without_bounds_get_the_days_of_the_known_solution(tmp_path):
    windows = [month_window(2019, 1), FEBRUARY_2019, month_window(2026, 3)]
    path = csr_file(tmp_path / "plain.nc", windows, lambda *_: 1.0, bounds=False)
    import_grace(path, tmp_path / "out.nc")
    with netCDF4.Dataset(tmp_path / "out.nc") as file:
        np.testing.assert_array_equal(file["time_bnds"][:], windows)
        assert file["days_used"][:].tolist() == [31, 28, 31]


def test_start_and_end_choose_by_the_middle_of_the_days(tmp_path):
    windows = [month_window(2018, 12), month_window(2019, 1), FEBRUARY_2019]
    path = csr_file(tmp_path / "csr.nc", windows, lambda *_: 1.0)
    made = import_grace(path, tmp_path / "out.nc", GraceOptions(start=date(2019, 1, 1), end=date(2019, 2, 14)))
    assert made.n_months == 1
    with pytest.raises(InputError, match="no solution between 2022-01-01 and the end.*2018-12-01 to 2019-03-07"):
        import_grace(path, tmp_path / "none.nc", GraceOptions(start=date(2022, 1, 1)))
    assert not (tmp_path / "none.nc").exists()


def test_the_land_mask_takes_the_ocean_out(tmp_path):
    path = csr_file(tmp_path / "csr.nc", [month_window(2019, 1)], lambda _, lon, lat: np.where(lon < 100.1, 1.0, 9.0))
    mask = tmp_path / "mask.nc"
    with netCDF4.Dataset(path) as source, netCDF4.Dataset(mask, "w") as file:
        for name in ("lon", "lat"):
            file.createDimension(name, source.dimensions[name].size)
            file.createVariable(name, "f4", (name,))[:] = source[name][:]
        file.createVariable("LO_val", "f4", ("lat", "lon"))[:] = source["lon"][:][None, :] < 100.1
    import_grace(path, tmp_path / "out.nc", GraceOptions(read=ReadOptions(land_mask=mask)))
    with netCDF4.Dataset(tmp_path / "out.nc") as file:
        values = np.ma.filled(file["tws"][0], np.nan)
        np.testing.assert_allclose(values[np.isfinite(values)], 10.0, rtol=1e-6)
        assert np.isnan(values[:, -5:]).all()


def test_bad_files_are_named_with_what_to_do(tmp_path):
    good = csr_file(tmp_path / "good.nc", [month_window(2019, 1)], lambda *_: 1.0)
    cut = tmp_path / "cut.nc"
    cut.write_bytes(good.read_bytes()[: good.stat().st_size // 3])
    text = tmp_path / "notes.txt"
    text.write_text("nothing of the kind\n")
    (tmp_path / "empty").mkdir()
    output = tmp_path / "out.nc"
    for path, message in (
        (cut, "cannot be read as NetCDF|cut off"),
        (text, "no GRACE product"),
        (tmp_path / "empty", "no GRACE product"),
        (tmp_path / "absent.nc", "does not exist"),
        (csr_file(tmp_path / "ft.nc", [month_window(2019, 1)], lambda *_: 1.0, unit="ft"), "unit 'ft'"),
        (csr_file(tmp_path / "big.nc", [month_window(2019, 1)], lambda *_: 1e6), "no anomaly"),
        (csr_file(tmp_path / "twice.nc", [month_window(2019, 1)] * 2, lambda *_: 1.0), "2019-01 is there twice"),
    ):
        with pytest.raises(InputError, match=message):
            import_grace(path, output)
        assert not output.exists()
    with pytest.raises(InputError, match="do not reach EXTENT"):
        import_grace(good, output, GraceOptions(extent=(10, 12, 23, 28)))
    with pytest.raises(InputError, match="no scale factors"):
        import_grace(good, output, GraceOptions(read=ReadOptions(scale_factors=True)))
    with pytest.raises(InputError, match="no EASE-Grid"):
        import_grace(good, output, GraceOptions(grid="M99"))


def test_cancelling_leaves_no_file(tmp_path):
    class Impatient(SilentProgress):
        def cancelled(self):
            return True

    path = csr_file(tmp_path / "csr.nc", [month_window(2019, 1)], lambda *_: 1.0)
    with pytest.raises(Cancelled):
        import_grace(path, tmp_path / "out.nc", progress=Impatient())
    assert not list(tmp_path.glob("*out*"))

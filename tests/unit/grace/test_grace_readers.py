"""Products of JPL, GSFC and Tellus, and folders of harmonics, recognised by what they hold."""

import csv
import gzip
import json
import shutil
from datetime import date

import netCDF4
import numpy as np
import pytest
from groundswell.core.dates import day_number
from groundswell.core.errors import InputError
from groundswell.core.grace.harmonic_product import HarmonicOptions
from groundswell.core.grace.harmonics import geocentric_latitude
from groundswell.core.grace.importing import GraceOptions, import_grace
from groundswell.core.grace.recognition import ReadOptions
from groundswell.core.grid.ease2 import Grid
from groundswell.core.grid.regions import cell_fractions, read_polygons
from groundswell.core.work.progress import SilentProgress

BOX = (97.0, 104.0, 22.0, 29.0)
TELLUS = ("2015180-2015212_GRAC_UTCSR_BB01_0600", "2021032-2021059_GRFO_UTCSR_BB01_0602")


def stored(path):
    with netCDF4.Dataset(path) as file:
        file.set_auto_mask(False)
        return {name: file[name][:] for name in file.variables if name != "crs"}, dict(file.__dict__)


@pytest.fixture
def fixtures(reference):
    return reference / "grace/fixtures"


def options(**read):
    return GraceOptions(extent=(98.0, 103.0, 23.0, 28.0), read=ReadOptions(**read))


def test_jpl_mascons_come_with_their_uncertainty(fixtures, tmp_path):
    made = import_grace(fixtures / "JPL_layout_MSCNv04CRI_subset.nc", tmp_path / "out.nc", options())
    assert made.product == "JPL RL06 mascons"
    values, attributes = stored(tmp_path / "out.nc")
    assert np.isfinite(values["tws"]).all()
    with netCDF4.Dataset(fixtures / "JPL_layout_MSCNv04CRI_subset.nc") as file:
        low, high = (float(edge(file["uncertainty"][:])) for edge in (np.min, np.max))
        # A cell inside one block of 3 degrees has that block's storage.
        expected = 10 * file["lwe_thickness"][0, 4, 1]
    assert values["uncertainty"].min() >= 10 * low - 1e-3
    assert values["uncertainty"].max() <= 10 * high + 1e-3
    row, column = Grid("M25").index(98.5, 24.3)
    assert values["tws"][0, row - attributes["ease_row0"], column - attributes["ease_col0"]] == pytest.approx(expected)
    assert attributes["scale_factors_applied"] == 0
    assert set(np.unique(values["mascon"])) <= set(range(1000, 1009))
    assert values["mascon"][row - attributes["ease_row0"], column - attributes["ease_col0"]] == 1000


def test_jpls_scale_factors_multiply_before_averaging(fixtures, tmp_path):
    path = tmp_path / "scaled.nc"
    shutil.copy(fixtures / "JPL_layout_MSCNv04CRI_subset.nc", path)
    path.chmod(0o644)
    with netCDF4.Dataset(path, "r+") as file:
        file["scale_factor"][:] = 2.5
    import_grace(path, tmp_path / "plain.nc", options())
    import_grace(path, tmp_path / "times.nc", options(scale_factors=True))
    plain, times = stored(tmp_path / "plain.nc")[0], stored(tmp_path / "times.nc")[0]
    np.testing.assert_allclose(times["tws"], 2.5 * plain["tws"], rtol=1e-6)


def test_a_products_own_land_mask_takes_the_ocean_out(fixtures, tmp_path):
    path = tmp_path / "masked.nc"
    shutil.copy(fixtures / "JPL_layout_MSCNv04CRI_subset.nc", path)
    path.chmod(0o644)
    with netCDF4.Dataset(path, "r+") as file:
        file["land_mask"][:, 7:] = 0
    import_grace(path, tmp_path / "out.nc", options(land_only=True))
    values, _ = stored(tmp_path / "out.nc")
    assert np.isnan(values["tws"][:, :, -8:]).all()
    assert np.isfinite(values["tws"][:, :, :8]).all()


def test_gsfc_days_count_from_one_and_its_mascons_are_averaged_by_overlap(fixtures, tmp_path):
    path = fixtures / "GSFC_layout_mascons_subset.h5"
    made = import_grace(path, tmp_path / "out.nc", GraceOptions(extent=(99.0, 103.0, 24.0, 27.0)))
    assert made.product == "GSFC RL06 mascons"
    with netCDF4.Dataset(tmp_path / "out.nc") as file:
        assert (file.centre, file.filter_kind) == ("GSFC", "mascon")  # seen through its mascons, not a Gaussian
    import_grace(fixtures / "CSR_layout_all-corrections_subset.nc", tmp_path / "csr.nc", options())
    values, _ = stored(tmp_path / "out.nc")
    csr, _ = stored(tmp_path / "csr.nc")
    np.testing.assert_array_equal(values["time_bnds"], csr["time_bnds"])
    np.testing.assert_array_equal(values["grace_month"], csr["grace_month"])
    with netCDF4.Dataset(path) as file:
        lon, lat, storage = (
            np.squeeze(file[name][:]) for name in ("mascon/lon_center", "mascon/lat_center", "solution/cmwe")
        )
        noise = np.ravel(file["uncertainty/noise_2sigma"][0, 0])
    number = int(np.argmin((lon - 100.5) ** 2 + (lat - 25.0) ** 2))
    row, column = Grid("M25").index(lon[number], lat[number])
    first = stored(tmp_path / "out.nc")[1]
    cell = (row - first["ease_row0"], column - first["ease_col0"])
    np.testing.assert_allclose(values["tws"][(slice(None), *cell)], 10 * storage[number], rtol=1e-5)
    assert values["mascon"][cell] == number
    # Two standard deviations in the file: 2 cm of noise and 3 of leakage.
    assert values["uncertainty"][(0, *cell)] == pytest.approx(10 * np.hypot(noise[0], 3.0) / 2)


def gsfc_file(path, values):
    """Write one month of values(lon, lat) in bands of one degree from 22 to 29 N, in GSFC's layout."""
    with netCDF4.Dataset(path, "w") as file:
        lon, lat, width = [], [], []
        for south in range(22, 29):
            count = 314 + south  # as many as fit around the circle
            span = 360 / count
            centres = (np.arange(count) + 0.5) * span
            near = (centres > 95) & (centres < 106)
            lon += centres[near].tolist()
            lat += [south + 0.5] * int(near.sum())
            width += [span] * int(near.sum())
        n = len(lon)
        for group, name, data in (
            ("mascon", "lon_center", lon),
            ("mascon", "lat_center", lat),
            ("mascon", "lon_span", width),
            ("mascon", "lat_span", np.ones(n)),
            ("mascon", "location", np.where(np.array(lon) < 100, 80.0, 90.0)),
            ("time", "ref_days_first", [6210.0]),
            ("time", "ref_days_last", [6240.0]),
        ):
            place = file.groups.get(group) or file.createGroup(group)
            size = f"n{len(data)}"
            if size not in place.dimensions:
                place.createDimension(size, len(data))
            if "one" not in place.dimensions:
                place.createDimension("one", 1)
            place.createVariable(name, "f8", ("one", size))[:] = np.asarray(data)[None]
        place = file.createGroup("solution")
        place.createDimension("mascon", n)
        place.createDimension("month", 1)
        place.createVariable("cmwe", "f8", ("mascon", "month"))[:] = np.array([values(x, y) for x, y in zip(lon, lat)])[
            :, None
        ]
    return path


def test_gsfc_conserves_the_mean_and_knows_land(tmp_path):
    extent = (98.0, 103.0, 23.0, 28.0)
    import_grace(gsfc_file(tmp_path / "flat.h5", lambda *_: 4.0), tmp_path / "out.nc", GraceOptions(extent))
    values, _ = stored(tmp_path / "out.nc")
    np.testing.assert_allclose(values["tws"], 40.0, rtol=1e-6)
    assert values["time_bnds"].tolist() == [[day_number(date(2019, 1, 1)), day_number(date(2019, 2, 1))]]
    # A value for each band: a cell inside one has its value, one across two the mean by area.
    import_grace(gsfc_file(tmp_path / "bands.h5", lambda _, y: y), tmp_path / "out.nc", GraceOptions(extent))
    values, _ = stored(tmp_path / "out.nc")
    rows = values["tws"][0, :, 0]
    assert np.ptp(values["tws"][0], axis=1).max() < 1e-4
    assert rows.mean() == pytest.approx(10 * values["lat"][:, 0].mean(), abs=0.5)
    assert len(np.unique(np.round(rows, 3))) > 6
    import_grace(tmp_path / "flat.h5", tmp_path / "out.nc", GraceOptions(extent, read=ReadOptions(land_only=True)))
    values, _ = stored(tmp_path / "out.nc")
    assert np.isfinite(values["tws"][:, values["lon"] < 99.4]).all()  # bands end within a mascon of 100 E
    assert np.isnan(values["tws"][:, values["lon"] > 100.6]).all()
    with pytest.raises(InputError, match="no mascon in the extent"):
        import_grace(tmp_path / "flat.h5", tmp_path / "none.nc", GraceOptions(extent=(10.0, 13.0, 23.0, 28.0)))


@pytest.mark.parametrize(
    ("attributes", "unit", "name"),
    [
        ({"title": "GSFC GRACE and GRACE-FO mascons"}, "cm", "GSFC RL06 mascons"),
        ({"institution": "Center for Space Research"}, "cm", "CSR RL06 mascons"),
        ({"title": "Storage of my own"}, "mm", "storage of my own"),
        ({}, "cm", "monthly storage grids"),
    ],
)
def test_grids_are_named_by_what_they_say(fixtures, tmp_path, attributes, unit, name):
    path = tmp_path / "grids.nc"
    with (
        netCDF4.Dataset(fixtures / f"TELLUS_layout_GRD-3_{TELLUS[0]}_LND_v04.nc") as old,
        netCDF4.Dataset(path, "w") as new,
    ):
        for dimension in old.dimensions.values():
            new.createDimension(dimension.name, dimension.size)
        for variable in old.variables.values():
            copy = new.createVariable(variable.name, variable.dtype, variable.dimensions)
            copy.setncatts({key: value for key, value in variable.__dict__.items() if key != "_FillValue"})
            copy[:] = variable[:]
        new["lwe_thickness"].units = unit
        new.setncatts(attributes)
    assert import_grace(path, tmp_path / "out.nc", options()).product == name


def test_a_folder_of_tellus_grids_in_metres_becomes_one_file(fixtures, tmp_path):
    folder = tmp_path / "tellus"
    folder.mkdir()
    for name in TELLUS:
        shutil.copy(fixtures / f"TELLUS_layout_GRD-3_{name}_LND_v04.nc", folder / f"GRD-3_{name}_LND_v04.nc")
    made = import_grace(folder, tmp_path / "out.nc", options())
    assert made.product == "GRACE Tellus land grids (CSR)"
    assert made.n_months == 2
    values, _ = stored(tmp_path / "out.nc")
    assert values["grace_month"].tolist() == [163, 230]
    with netCDF4.Dataset(folder / f"GRD-3_{TELLUS[0]}_LND_v04.nc") as file:
        mean = 1000 * file["lwe_thickness"][:].mean()
    assert values["tws"][0].mean() == pytest.approx(mean, abs=25)
    np.testing.assert_allclose(values["uncertainty"], 30.0, rtol=1e-6)


def test_files_of_two_grids_in_one_folder_are_refused(fixtures, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    shutil.copy(fixtures / f"TELLUS_layout_GRD-3_{TELLUS[0]}_LND_v04.nc", folder / "a.nc")
    shutil.copy(fixtures / "JPL_layout_MSCNv04CRI_subset.nc", folder / "b.nc")
    with pytest.raises(InputError, match="b.nc has another grid than a.nc"):
        import_grace(folder, tmp_path / "out.nc")


def harmonic(reference, **more):
    notes = {
        "degree_1": reference / "grace/tn/TN-13_GEOC_CSR_RL0602.txt",
        "c20_c30": reference / "grace/tn/TN-14_C30_C20_GSFC_SLR_20240715.txt",
    }
    return ReadOptions(harmonics=HarmonicOptions(**{**notes, **more}))


def test_the_real_csr_harmonics_over_the_study_period(reference, tmp_path):
    progress = SilentProgress()
    made = import_grace(
        reference / "grace/csr_rl06_bb01",
        tmp_path / "out.nc",
        GraceOptions(BOX, date(2018, 12, 1), date(2021, 1, 31), read=harmonic(reference)),
        progress,
    )
    assert progress.warnings == []
    assert (made.n_months, made.product, made.missing) == (26, "CSR Level-2 harmonics", ())
    values, attributes = stored(tmp_path / "out.nc")
    assert attributes["anomaly_baseline"] == "2004.000 to 2009.999 (72 solutions)"
    assert "destriped_gaussian 300 km" in attributes["filter"]
    assert values["days_used"][2] == 28
    with netCDF4.Dataset(reference / "grace/oracle/gravtk_CSR_region_97E104E_22N29N_1deg.nc") as file:
        months = file["grace_month"][:]
        expected = file["L60_SW_G300"][np.isin(months, values["grace_month"])]
    # At cell centres nearest to the reference's points the field differs by what it changes over half a cell: both
    # are compared by their means over the inner degrees, and by their annual cycles.
    inner = expected[:, 1:-1, 1:-1].mean(axis=(1, 2))
    inside = (np.abs(values["lon"] - 100.5) < 2.5) & (np.abs(values["lat"] - 25.5) < 2.5)
    mean = values["tws"][:, inside].mean(axis=1)
    assert np.abs(mean - inner).max() < 0.02 * np.abs(inner).max()
    assert np.corrcoef(mean, inner)[0, 1] > 0.9999


def test_values_at_cell_centres_are_those_of_the_series(reference, tmp_path):
    """The reference's grid by interpolating ours between cell centres: a smooth field, to 0.2 mm of 300."""
    from scipy.interpolate import RegularGridInterpolator

    chosen = harmonic(reference, filter="gaussian", radius_km=500.0)
    extent = (96.0, 105.0, 21.0, 30.0)
    period = (date(2019, 9, 1), date(2019, 9, 30))
    import_grace(reference / "grace/csr_rl06_bb01", tmp_path / "out.nc", GraceOptions(extent, *period, read=chosen))
    values, _ = stored(tmp_path / "out.nc")
    lat, lon = values["lat"][::-1, 0], values["lon"][0]
    smooth = RegularGridInterpolator((lat, lon), values["tws"][0, ::-1], method="cubic")
    with netCDF4.Dataset(reference / "grace/oracle/gravtk_CSR_region_97E104E_22N29N_1deg.nc") as file:
        step = int(np.flatnonzero(file["grace_month"][:] == 213)[0])
        points = np.stack(np.meshgrid(file["lat"][:], file["lon"][:], indexing="ij"), axis=-1)
        difference = smooth(points) - file["L60_G500"][step]
    # What is left are the Love numbers (PREM here, Han and Wahr there).
    assert np.abs(difference).max() < 0.3


@pytest.mark.parametrize("basin", ["MEKONG", "AMAZON", "BOX_97_104E_22_29N"])
def test_means_of_real_basins_equal_those_of_another_tool(reference, tmp_path, basin):
    collection = json.loads((reference / "grace/basins/basins_test.geojson").read_text())
    feature = next(each for each in collection["features"] if each["properties"]["name"] == basin)
    (tmp_path / "basin.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    polygons = read_polygons(tmp_path / "basin.geojson")
    lon, lat = np.concatenate(polygons.rings).T
    chosen = harmonic(reference, filter="gaussian")
    period = (date(2018, 12, 1), date(2021, 1, 31))
    extent = (lon.min(), lon.max(), lat.min(), lat.max())
    import_grace(reference / "grace/csr_rl06_bb01", tmp_path / "out.nc", GraceOptions(extent, *period, read=chosen))
    values, attributes = stored(tmp_path / "out.nc")
    grid = Grid("M25").window(attributes["ease_row0"], attributes["ease_col0"], *values["tws"].shape[1:])
    weights = cell_fractions(polygons, grid)
    means = (values["tws"] * weights).sum(axis=(1, 2)) / weights.sum()
    with (reference / "grace/oracle/gravtk_CSR_basin_means_mm.csv").open() as file:
        rows = {int(row["grace_month"]): float(row[f"{basin}:L60_G300"]) for row in csv.DictReader(file)}
    expected = np.array([rows[month] for month in values["grace_month"].tolist()])
    # Amplitudes of 100 mm. The tool's cells are 1 degree wide, and its Love numbers are Han and Wahr's.
    assert np.abs(means - expected).max() < 1.0


def test_geocentric_latitudes_lie_nearer_to_the_equator(few, tmp_path):
    assert geocentric_latitude([0.0, 45.0, -90.0]) == pytest.approx([0.0, 45 - 0.19242, -90.0], abs=1e-4)
    import_grace(few, tmp_path / "plain.nc", options())
    import_grace(few, tmp_path / "moved.nc", options(harmonics=HarmonicOptions(geocentric=True)))
    plain, moved = stored(tmp_path / "plain.nc")[0], stored(tmp_path / "moved.nc")[0]
    # 0.15 degrees at 26 N: what a cell shows then lies between its own value and that of the next cell south.
    share = 0.151 / 0.2172
    between = (1 - share) * plain["tws"][:, :-1] + share * plain["tws"][:, 1:]
    assert np.abs(moved["tws"][:, :-1] - between).max() < 0.1 * np.abs(moved["tws"] - plain["tws"]).max()


@pytest.fixture
def few(reference, tmp_path):
    """Six solutions around February 2019 with a broken file, a note and a stranger among them."""
    folder = tmp_path / "gsm"
    folder.mkdir()
    for path in sorted((reference / "grace/csr_rl06_bb01").iterdir()):
        if any(
            f"GSM-2_{day}" in path.name for day in ("2018335", "2019001", "2019026", "2019060", "2019091", "2019121")
        ):
            shutil.copy(path, folder)
    first = next(folder.glob("*2019121*"))
    data = first.read_bytes()
    first.chmod(0o644)
    first.write_bytes(data[: len(data) // 2])
    shutil.copy(reference / "grace/tn/TN-13_GEOC_CSR_RL0602.txt", folder)
    (folder / "readme.txt").write_text("a stranger\n")
    return folder


def test_a_folder_with_a_broken_file_and_notes_inside_goes_on(few, tmp_path):
    progress = SilentProgress()
    made = import_grace(few, tmp_path / "out.nc", options(), progress)
    assert made.n_months == 5
    said = " ".join(progress.warnings)
    assert "Left out: GSM-2_2019121" in said
    assert "no solution of 2004 to 2009" in said
    assert "No TN-14" in said
    assert "TN-13" not in said  # found in the folder
    values, attributes = stored(tmp_path / "out.nc")
    assert attributes["anomaly_baseline"] == "all solutions (5 solutions)"
    np.testing.assert_allclose(values["tws"].mean(axis=0), 0, atol=1e-3)


def test_any_file_of_the_folder_stands_for_it_and_plain_text_reads_like_gzip(few, tmp_path):
    import_grace(few, tmp_path / "folder.nc", options())
    packed = next(few.glob("*2019060*"))
    plain = few / packed.stem
    plain.write_bytes(gzip.decompress(packed.read_bytes()))
    packed.unlink()
    import_grace(plain, tmp_path / "file.nc", options())
    np.testing.assert_array_equal(stored(tmp_path / "folder.nc")[0]["tws"], stored(tmp_path / "file.nc")[0]["tws"])


def test_a_month_without_a_line_in_a_note_is_named_and_the_work_goes_on(few, reference, tmp_path):
    note = reference / "grace/tn/TN-14_C30_C20_GSFC_SLR_20240715.txt"
    start = day_number(date(2019, 1, 26)) + 51544
    lines = [line for line in note.read_text().splitlines() if not line.startswith(f"{start}.0")]
    shorter = tmp_path / "TN-14_short.txt"
    shorter.write_text("\n".join(line for line in lines if not line.startswith(("58484", "58543"))))
    progress = SilentProgress()
    import_grace(few, tmp_path / "out.nc", options(harmonics=HarmonicOptions(c20_c30=shorter)), progress)
    assert any("no C20 for" in text and "2019-02" in text for text in progress.warnings)


def test_harmonic_options_that_cannot_be_are_refused(few, tmp_path):
    for wrong, message in (
        ({"filter": "boxcar"}, "FILTER 'boxcar'"),
        ({"filter": "DDK3"}, "needs DDK_NORMALS"),
        ({"filter": "gaussian", "radius_km": 0.0}, "radius in km"),
    ):
        with pytest.raises(InputError, match=message):
            HarmonicOptions(**wrong)
    shutil.copy(next(few.glob("*2019060*")), few / "GSM-2_copy.gz")
    with pytest.raises(InputError, match="2019-03 is there twice"):
        import_grace(few, tmp_path / "out.nc", options())
